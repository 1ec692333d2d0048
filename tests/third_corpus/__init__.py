"""A third corpus with planted contradictions, and with as much that only looks like one."""
