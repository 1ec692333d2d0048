"""The examples in the docstrings of the library stage are true."""

import doctest
from types import ModuleType

import pytest

from extract.library import alternatives, reads, wording


@pytest.mark.parametrize("module", [alternatives, reads, wording], ids=lambda module: module.__name__)
def test_docstring_examples(module: ModuleType) -> None:
    result = doctest.testmod(module)
    assert result.attempted > 0
    assert result.failed == 0
