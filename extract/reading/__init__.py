"""file → Document: one module per format behind one `read(path)`."""
