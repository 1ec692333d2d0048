"""Folders, incremental runs, engines, the store."""
