"""Every number of a text, typed; knows nothing of reports or metrics."""
