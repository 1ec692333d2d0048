"""The examples in the docstrings of the figures hold."""

import doctest
import importlib
import pkgutil

import pytest

import extract.figures

MODULES = [
    "extract.flow",
    "extract.folding",
    *(f"extract.figures.{module.name}" for module in pkgutil.iter_modules(extract.figures.__path__)),
]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
