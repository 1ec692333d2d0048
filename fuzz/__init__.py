"""Fuzzing guided by coverage: `python -m fuzz --seconds 20` tries every part that reads what others wrote."""
