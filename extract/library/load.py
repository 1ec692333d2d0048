"""metrics.yaml → Library: every mistake of the file at once, or a library that can be trusted."""

import codecs
import os
from pathlib import Path

from extract.errors import LibraryError, LibraryProblem
from extract.library.content_hash import content_hash
from extract.library.derived_section import read_derived
from extract.library.fields import Fields, mapping
from extract.library.metric_section import read_metrics
from extract.library.model import Library, Metric, WordSet
from extract.library.nodes import Broken, Node
from extract.library.parts import check_parts
from extract.library.problems import Problems
from extract.library.syntax import parse
from extract.library.vocabulary import read_categories, read_version, read_words
from extract.said import Said

FILE_NAME = "metrics.yaml"
#: names another library for every command and call that is given none
ENVIRONMENT = "TOWNSHIP_METRICS_LIBRARY"
LARGEST = 8_000_000
REQUIRED_SECTIONS = ("version", "categories", "words", "metrics")
SECTIONS = ("version", "categories", "words", "bounds", "metrics", "derived")
_START = Broken(1, 1)


def load_library(path: Path | str | None = None) -> Library:
    """The library at `path`, or the project's own; LibraryError with every problem of the file.

    >>> load_library("no such file")
    Traceback (most recent call last):
        ...
    extract.errors.LibraryError: no such file:1:1 the file does not exist. Fix: check the path.
    """
    place = Path(path) if path is not None else default_path()
    return load_library_text(_read(place), str(place))


def default_path() -> Path:
    """Where the library is when none is named: the environment's, the installed package's, or the clone's."""
    named = os.environ.get(ENVIRONMENT)
    if named:
        return Path(named)
    package = Path(__file__).resolve().parent.parent
    installed = package / FILE_NAME
    return installed if installed.is_file() else package.parent / FILE_NAME


def load_library_text(text: str, name: str = FILE_NAME) -> Library:
    """The library that `text` writes; `name` is the file that messages name."""
    problems = Problems(name)
    library = _read_sections(_parse(text, problems), name, problems)
    if problems.errors:
        raise LibraryError(problems.errors)
    return library


def _read(path: Path) -> str:
    """The file's text; anything that keeps it from being read is a LibraryError."""
    try:
        if not path.is_file():
            what, fix = (
                ("the file is a folder or device, not a file", "name the file itself")
                if path.exists()
                else ("the file does not exist", "check the path")
            )
            raise _refused(path, what, fix)
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        reason = error.strerror if isinstance(error, OSError) else None
        told = Said("no permission") if isinstance(error, PermissionError) else reason or str(error)
        raise _refused(path, Said("the file cannot be read ({0})", told)) from error
    if len(data) > LARGEST:
        raise _refused(path, Said("the file is larger than {0} MB", LARGEST // 1_000_000))
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        what = Said("the byte 0x{0:02X} is not UTF-8", data[error.start])
        raise _refused(path, what, "save the file as UTF-8", line, column) from error


def _refused(path: Path, what: str, fix: str = "", line: int = 1, column: int = 1) -> LibraryError:
    return LibraryError([LibraryProblem(str(path), line, column, "", what, fix=fix)])


def _parse(text: str, problems: Problems) -> Node:
    """The file as nodes; Broken when the reason is on the list already."""
    if len(text) > LARGEST:
        problems.error(_START, "", Said("the text is longer than {0} characters", LARGEST))
        return _START
    root = parse(text, problems)
    if root is None:
        problems.error(_START, "", "the file is empty", allowed=", ".join(SECTIONS))
        return _START
    return root


def _read_sections(root: Node, name: str, problems: Problems) -> Library:
    pairs = mapping(root, "", problems, ", ".join(SECTIONS))
    if pairs is None:
        return Library(name, "")
    fields = Fields(pairs, "", problems, SECTIONS, REQUIRED_SECTIONS)
    version, categories, words, bounds, metrics, derived = (fields.get(section) for section in SECTIONS)
    if version is not None:
        read_version(version, problems)
    known_categories, all_categories = read_categories(categories, problems) if categories is not None else ({}, False)
    word_sets: dict[str, WordSet] = {}
    all_words = words is not None and read_words("words", words, word_sets, problems)
    all_bounds = bounds is None or read_words("bounds", bounds, word_sets, problems)
    category_ids = frozenset(known_categories) if all_categories else None
    found: dict[str, Metric] = {}
    if metrics is not None:
        found = read_metrics(metrics, category_ids, word_sets, all_words and all_bounds, problems)
    check_parts(found, problems)
    computed = read_derived(derived, found, category_ids, problems) if derived is not None else {}
    content = content_hash(known_categories, word_sets, found)
    return Library(name, content, word_sets, found, known_categories, tuple(problems.warnings), computed)
