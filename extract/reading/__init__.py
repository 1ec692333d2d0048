"""file → Document: one module per format behind one `read(path)`."""

from extract.reading.document import Box, Document, Page, ReadWarning
from extract.reading.limits import Limits
from extract.reading.reader import read, read_all

__all__ = ["Box", "Document", "Limits", "Page", "ReadWarning", "read", "read_all"]
