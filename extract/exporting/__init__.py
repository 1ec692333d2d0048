"""Tables to files: csv, xlsx, html, docx, parquet, data package."""
