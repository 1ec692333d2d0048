"""compare, change, audit, suggest: pure functions, table in, table out."""
