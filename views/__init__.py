"""The pages of the dashboard; they ask `extract` for tables and compute nothing themselves."""
