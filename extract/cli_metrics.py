"""The commands metrics list, check, try, diff and codebook."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extract.analysis.impact import IMPACT, counted, impact
from extract.cli_common import (
    FORMATS,
    FormatOption,
    LangOption,
    LibraryOption,
    argument,
    check_format,
    check_place,
    load,
    option,
    painted,
    print_rows,
    safe,
    say,
    told,
    write_rows,
)
from extract.cli_library_texts import problem_text
from extract.errors import LibraryProblem

if TYPE_CHECKING:
    from extract.library.model import Library

metrics_app = typer.Typer(no_args_is_help=True, help="metrics", rich_markup_mode=None)


@metrics_app.command("list", help="metrics list")
def list_metrics(library: LibraryOption = None, lang: LangOption = None, format: FormatOption = None) -> None:
    """Lists the metrics."""
    with told():
        check_format(format, FORMATS)
        known = load(library)
        columns = ["id", "zh", "en", "category", "unit", "units", "patterns", "examples"]
        rows = [
            (m.id, m.zh, m.en, m.category, m.unit, " ".join(m.units), str(len(m.patterns)), str(len(m.examples)))
            for m in known.metrics.values()
        ]
        print_rows(format or "table", columns, rows)


@metrics_app.command("check", help="metrics check")
def check_metrics(library: LibraryOption = None, lang: LangOption = None) -> None:
    """Checks the library."""
    with told():
        from extract.library.check import check_library
        from extract.matching.examples import run_examples

        known = load(library)
        problems = sorted({*check_library(known), *run_examples(known)})
        lines = Path(known.path).read_text("utf-8-sig", "replace").splitlines()
        for problem in problems:
            _print_problem(problem, lines)
        errors = sum(problem.severity == "error" for problem in problems)
        if problems:
            typer.echo(say("library bad", errors, len(problems) - errors), err=True)
        else:
            patterns = sum(len(m.patterns) for m in known.metrics.values())
            examples = sum(len(m.examples) for m in known.metrics.values())
            typer.echo(say("library good", known.path, len(known.metrics), patterns, examples))
        raise typer.Exit(2 if errors else 0)


def _print_problem(problem: LibraryProblem, lines: Sequence[str]) -> None:
    from extract.library.problems import around

    text = problem_text(problem, say.language)
    is_error = problem.severity == "error"
    line = safe(text if is_error else say("warning", text))
    typer.echo(painted(line, "red" if is_error else "yellow", sys.stderr), err=True)
    if 0 < problem.line <= len(lines):
        typer.echo("    " + safe(around(lines[problem.line - 1], problem.column - 1)), err=True)


@metrics_app.command("try", help="metrics try")
def try_text(
    text: Annotated[str, argument("text")],
    year: Annotated[int, typer.Option("--year", help="year")] = 2024,
    library: LibraryOption = None,
    lang: LangOption = None,
    format: FormatOption = None,
) -> None:
    """Reads a sentence."""
    with told():
        from extract.exporting.explanation import explanation
        from extract.matching.result import Extractor
        from extract.tables import MENTIONS

        check_format(format, FORMATS)
        result = Extractor(load(library)).read_text(text, year)
        if format in ("csv", "json"):
            print_rows(format, MENTIONS, result.mention_rows())
        else:
            typer.echo(safe(explanation(result, say.language)))


@metrics_app.command("codebook", help="metrics codebook")
def write_codebook(
    output: Annotated[str | None, option("codebook output", "-o", "--output")] = None,
    library: LibraryOption = None,
    lang: LangOption = None,
) -> None:
    """Writes the codebook of a library."""
    with told():
        from extract.exporting.codebook import codebook
        from extract.exporting.csv import write_lines

        lines = codebook(load(library))
        if output is None:
            typer.echo("\n".join(lines))
            return
        check_place(output, folder=False)
        write_lines(output, (f"{line}\n" for line in lines))
        typer.echo(say("export written", output), err=True)


@metrics_app.command("diff", help="metrics diff")
def compare_libraries(
    path: Annotated[Path, argument("analysed path")],
    library: Annotated[Path | None, option("new library", "--library")] = None,
    against: Annotated[Path | None, option("old library", "--against")] = None,
    output: Annotated[str | None, option("analysis output", "-o", "--output")] = None,
    lang: LangOption = None,
    format: FormatOption = None,
) -> None:
    """Compares what two libraries read."""
    with told():
        check_format(format, FORMATS)
        if output is not None:
            check_place(output, folder=False)
        rows = _impact(path, load(against), load(library))
        if output is not None:
            typer.echo(say("written", output, write_rows(output, format, IMPACT, rows)), err=True)
        else:
            print_rows(format or "table", IMPACT, rows)
        for metric, change, count in counted(rows):
            typer.echo(f"{metric}: {say('impact ' + change, count)}", err=True)
        if not rows:
            typer.echo(say("impact none"), err=True)


def _impact(path: Path, old: Library, new: Library) -> list[tuple[object, ...]]:
    """The files are read once; the other library is matched against the texts that are in the store by then."""
    from extract.corpus.result import open_result

    with tempfile.TemporaryDirectory(prefix="township-metrics-") as folder:
        store = Path(folder) / "store.duckdb"
        before = list(open_result([path], (), old, store).rows("mentions"))
        return impact(before, open_result([path], (), new, store).rows("mentions"))
