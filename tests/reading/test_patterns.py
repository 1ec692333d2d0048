"""No pattern of the readers grows faster than its text, whatever the text is."""

import pkgutil
import re
import time
from importlib import import_module

import pytest

import extract.reading

SIZE = 60_000
HOSTILE = {
    "digits": "1" * SIZE,
    "numerals": "一" * SIZE,
    "spaces": " " * SIZE,
    "dashes": "-—" * (SIZE // 2),
    "brackets": "[<" * (SIZE // 2),
    "labels": "索 引 号 " * (SIZE // 6),
    "backslashes": "\\a" * (SIZE // 2),
    "lines": " \n" * (SIZE // 2),
    "quotes": '"a' * (SIZE // 2),
    "clause": "年实现12同比增长" * (SIZE // 9),
}
#: The longest that a pattern may take for a text of this size; a quadratic one takes minutes.
LONGEST = 0.5


def patterns() -> dict[str, re.Pattern[str] | re.Pattern[bytes]]:
    """Every compiled pattern of the readers, by its name."""
    found = {}
    for module in pkgutil.iter_modules(extract.reading.__path__):
        for name, value in vars(import_module(f"extract.reading.{module.name}")).items():
            if isinstance(value, re.Pattern):
                found[f"{module.name}.{name}"] = value
    return found


@pytest.mark.parametrize("name", patterns())
def test_a_pattern_is_linear_on_hostile_text(name: str) -> None:
    pattern = patterns()[name]
    for kind, text in HOSTILE.items():
        subject = text if isinstance(pattern.pattern, str) else text.encode()
        start = time.process_time()
        for _ in pattern.finditer(subject):  # type: ignore[arg-type]
            pass
        assert time.process_time() - start < LONGEST, kind
