"""metrics.yaml → Library: schema, pattern language, examples, check."""

from extract.library.load import load_library, load_library_text

__all__ = ["load_library", "load_library_text"]
