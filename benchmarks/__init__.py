"""Measurements, each a command that prints its figures: `python -m benchmarks.NAME`."""
