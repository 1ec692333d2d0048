"""A second corpus with planted contradictions: other provinces and other clerks than the sample county."""
