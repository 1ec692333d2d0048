"""The reasons why a file yields no text, each a stable word and a sentence that says what to do."""

from extract.errors import ReadError

SENTENCES = {
    "empty": "The file holds no text.",
    "not-text": "The file is neither text nor a document of a known kind.",
    "unsupported": "Files of this kind ({0}) are not read; save it as docx, pdf or txt.",
    "archive": "The archive holds {0} files; unpack it, or give the folder that it lies in.",
    "encoding-unreadable": "The text is in no known encoding: {0} of {1} characters could not be read.",
    "encrypted": "The file is protected by a password; save it without one.",
    "damaged": "The file is damaged or incomplete ({0}); ask for it again.",
    "unsafe": "The file holds {0}, which documents have no need of; it was not read.",
    "too-large": "The file is beyond the limit of {0}.",
    "too-slow": "Reading the file took longer than {0} seconds.",
    "crashed": "The reader broke down on this file ({0}).",
    "needs-ocr": "The pages are pictures; install the extra `ocr` (pip install 'township-metrics[ocr]') to read them.",
    "missing": "There is no such file.",
    "unreadable": "The file could not be opened ({0}).",
    "not-a-file": "This is not a regular file.",
}


def issue(code: str, *details: object, name: str = "") -> ReadError:
    """The error for `code`, its sentence filled with `details`."""
    return ReadError(code, SENTENCES[code].format(*details), name)
