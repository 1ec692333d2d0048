"""Fuzzes one target until its time is up: started by `python -m fuzz`, because libFuzzer ends the process it runs in."""

from __future__ import annotations

import hashlib
import pkgutil
import sys
from importlib import import_module
from pathlib import Path

import atheris


def main() -> None:
    """`python -m fuzz.worker TARGET [libFuzzer's options and folders]`."""
    target = sys.argv.pop(1)
    with atheris.instrument_imports(include=["extract"], enable_loader_override=False):
        check = import_module("fuzz.targets").TARGETS[target]
        import extract.reading

        for module in pkgutil.iter_modules(extract.reading.__path__):
            # readers are loaded when their first file comes, which would be too late to follow them
            import_module(f"extract.reading.{module.name}")
    seeds = import_module("fuzz.seeds")
    found = next((Path(option.partition("=")[2]) for option in sys.argv if option.startswith("-artifact_prefix=")), None)

    def kept(data: bytes) -> None:
        try:
            check(data)
        except Exception:
            # libFuzzer keeps the input itself, but once it ended without
            if found is not None:
                (found / f"raised-{hashlib.sha256(data).hexdigest()[:16]}").write_bytes(data)
            raise

    def mutate(data: bytes, most: int, seed: int) -> bytes:
        if seed % 2:
            return seeds.mutated(data, seed, most, target)
        return atheris.Mutate(data, most)

    atheris.Setup(sys.argv, kept, custom_mutator=mutate)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
