"""metrics.yaml → Library: schema, pattern language, examples, check."""
