"""Each promise of docs/reliability.md put to the test: `python -m reliability` prints the table of figures."""
