"""Compiles the reading rules and proves that they say what plain Python says: every row of the same texts, compared.

`--rows` prints the digests of one of the two, which the proof runs twice.
"""

from __future__ import annotations

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def rows() -> None:
    """A line for what runs, then one for each text with the digest of all that is made of it."""
    sys.path.insert(0, str(ROOT))
    from benchmarks.extraction import hostile, varied
    from extract import native
    from extract.exporting.explanation import explanation
    from extract.library import load_library
    from extract.matching.result import Extractor
    from extract.reading.document import Document

    print(native.state())
    documents = [*varied(0.3, 0.06), *varied(0.2, 0.6, seed=3)]
    documents += [Document(text[:4000], name=name) for name, text in hostile().items()]
    for folder in ("data", "tests/reference/marked", "docs"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in (".txt", ".md"):
                text = path.read_text(encoding="utf-8", errors="replace")
                documents += [Document(text, name=path.name), Document(text.replace("\n", ""), name=path.name)]
    extractor = Extractor(load_library())
    for document in documents:
        result = extractor.read(document)
        tables = (
            result.mention_rows(),
            result.observation_rows(),
            result.change_rows(),
            result.quantity_rows(),
            result.report_row(),
            explanation(result, "zh"),
        )
        print(sha256(repr(tables).encode("utf-8", "backslashreplace")).hexdigest(), document.name)


def said(plain: str) -> list[str]:
    """What a fresh Python says, with or without the compiled rules."""
    settings = {**os.environ, "TOWNSHIP_METRICS_PLAIN": plain}
    command = [sys.executable, __file__, "--rows"]
    return subprocess.run(command, env=settings, check=True, capture_output=True, text=True, cwd=ROOT).stdout.splitlines()


def main() -> int:
    """Builds and compares."""
    subprocess.run([sys.executable, "-m", "extract.native_build"], check=True, cwd=ROOT)
    plain, compiled = said("1"), said("0")
    if (plain[0], compiled[0]) != ("off", "compiled"):
        print(f"native: asked for off and compiled, got {plain[0]} and {compiled[0]}")
        return 1
    differing = [one for one, other in zip(plain[1:], compiled[1:], strict=True) if one != other]
    print(f"native: {len(plain) - 1} texts, {len(differing)} read differently", *(line.split()[1] for line in differing[:5]))
    return 1 if differing else 0


if __name__ == "__main__":
    if "--rows" in sys.argv:
        rows()
    else:
        sys.exit(main())
