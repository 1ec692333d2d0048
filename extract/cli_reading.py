"""The commands extract, read and explain."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from extract.cli_common import (
    FORMATS,
    FormatOption,
    LangOption,
    LibraryOption,
    argument,
    check_format,
    check_place,
    document,
    load,
    metric_id,
    option,
    painted,
    print_rows,
    safe,
    say,
    told,
    write_rows,
)
from extract.errors import UsageError

if TYPE_CHECKING:
    import pandas as pd

    from extract.corpus.result import CorpusResult
    from extract.tables import Row

#: what of an observation fits on a screen
_SHOWN = ["township", "year", "metric", "value", "value_high", "qualifier", "unit", "resolution", "sentence"]
_LISTED_PROBLEMS = 20
_INTERRUPTED = 130

reading_app = typer.Typer()


@reading_app.command(help="extract")
def extract(
    paths: Annotated[list[Path], argument("paths")],
    output: Annotated[str | None, option("output", "-o", "--output")] = None,
    mentions: Annotated[str | None, option("mentions")] = None,
    changes: Annotated[str | None, option("changes")] = None,
    audit: Annotated[str | None, option("audit")] = None,
    quantities: Annotated[str | None, option("quantities")] = None,
    reports: Annotated[str | None, option("reports")] = None,
    history: Annotated[Path | None, option("history")] = None,
    store: Annotated[Path | None, option("store")] = None,
    engine: Annotated[str | None, option("engine")] = None,
    scheduler: Annotated[str | None, option("scheduler")] = None,
    workers: Annotated[int | None, option("workers")] = None,
    library: LibraryOption = None,
    lang: LangOption = None,
    format: FormatOption = None,
) -> None:
    """Reads reports and gives out tables."""
    from extract.corpus.progress import for_terminal
    from extract.corpus.result import open_result
    from extract.corpus.run import Options

    wanted = {"observations": output, "mentions": mentions, "changes": changes, "audit": audit}
    files = {name: place for name, place in (wanted | {"quantities": quantities, "reports": reports}).items() if place}
    with told():
        check_format(format, (*FORMATS, "parquet"))
        if format == "parquet" and not output:
            raise UsageError("--format parquet needs -o FOLDER.", "使用 --format parquet 时须用 -o 指定文件夹。")
        for place in files.values():
            check_place(place, folder=format == "parquet" and place == output)
        known = load(library)
        kept = None
        if history is not None:
            from extract.analysis.history import read_history

            kept = read_history(history, known)
        progress = for_terminal(say("progress"), say("progress speed"), say("progress problems"))
        try:
            result = open_result(paths, (), known, store, Options(engine, workers, scheduler, progress))
        except KeyboardInterrupt:
            typer.echo(say("interrupted lost"), err=True)
            raise typer.Exit(_INTERRUPTED) from None
        _give_out(result, files, format, kept)
        _summarise(result)


def _give_out(result: CorpusResult, files: dict[str, str], form: str | None, history: pd.DataFrame | None = None) -> None:
    from extract.corpus.reader import columns_of
    from extract.exporting.console import table_lines

    if len(result.decided.reviews):
        from extract.cli_session import tell_stale

        tell_stale(result.decided)
    for name, place in files.items():
        if name == "observations" and form == "parquet":
            from extract.corpus.partitions import write_partitions

            count = write_partitions(result.store, Path(place), result.decided)
        elif name == "audit":
            from extract.analysis.audit import audit_rows
            from extract.analysis.history import with_history
            from extract.tables import AUDIT

            facts = result.facts() if history is None else with_history(result.facts(), history)
            count = write_rows(place, form, AUDIT, audit_rows(facts))
        elif name == "observations":
            count = write_rows(place, form, columns_of(name), _observations(result, history))
        else:
            count = write_rows(place, form, columns_of(name), result.rows(name))
        typer.echo(say("written", place, count), err=True)
    if "observations" not in files:
        columns = columns_of("observations")
        rows = _observations(result, history)
        if form in ("csv", "json"):
            print_rows(form, columns, rows)
        else:
            places = [columns.index(column) for column in _SHOWN]
            for line in table_lines(_SHOWN, ([row[place] for place in places] for row in rows)):
                typer.echo(line)


def _observations(result: CorpusResult, history: pd.DataFrame | None) -> Iterator[Row]:
    """The observations, and below them those kept by hand."""
    yield from result.rows("observations")
    if history is not None:
        cells = history.astype(object)
        yield from cells.where(cells.notna(), None).itertuples(index=False, name=None)


def _summarise(result: CorpusResult) -> NoReturn:
    """What the run came to, on the error stream, so that a table can be piped; ends the command with its code."""
    summary = result.summary
    for report, issue, message in result.problems[:_LISTED_PROBLEMS]:
        typer.echo(say("not read", safe(report), safe(say.issue(issue, message)), issue), err=True)
    if summary.failed > _LISTED_PROBLEMS:
        typer.echo(say("more problems", summary.failed - _LISTED_PROBLEMS), err=True)
    if summary.failed:
        reasons = say("list").join(f"{say.issue(issue, issue)} {count}" for issue, count in sorted(summary.reasons.items()))
        typer.echo(say("reasons", reasons), err=True)
    typer.echo(say("summary", summary, unclaimed=summary.figures - summary.claimed), err=True)
    for hint in _hints(result):
        typer.echo(painted(hint, "yellow", sys.stderr), err=True)
    if not summary.complete:
        typer.echo(say("interrupted"), err=True)
        raise typer.Exit(_INTERRUPTED)
    raise typer.Exit(1 if summary.failed else 0)


def _hints(result: CorpusResult) -> Iterator[str]:
    """What somebody should do next, where something is in the way."""
    from extract.corpus.reader import Store
    from extract.installation import has_ocr

    summary = result.summary
    if not (summary.read or summary.rematched or summary.unchanged or summary.failed):
        yield say("hint nothing")
    if summary.reasons["needs-ocr"] and not has_ocr():
        yield say("hint ocr", summary.reasons["needs-ocr"])
    with Store(result.store) as store:
        unknown = store.ask("SELECT report FROM reports WHERE township IS NULL OR township = '' OR year IS NULL ORDER BY report")
    if unknown:
        yield say("hint identity", len(unknown), safe(str(unknown[0][0])))


@reading_app.command(help="read")
def read(file: Annotated[Path, argument("file")], lang: LangOption = None, library: LibraryOption = None) -> None:
    """Prints a file's text."""
    with told():
        held = document(file)
        reader, encoding = held.reader or "-", held.encoding or "-"
        typer.echo(say("read by", safe(held.name), held.format, reader, encoding, len(held.text)))
        for warning in held.warnings:
            typer.echo(say("warning", f"[{warning.code}] {safe(say.reader_warning(warning.code, warning.message))}"))
        for key, value in held.metadata.items():
            typer.echo(f"{key}: {safe(value)}")
        typer.echo("")
        for page in held.pages:
            typer.echo(f"--- {say('page', page.number)} ---")
            typer.echo(safe(held.text[page.start : page.end]))
        if not held.pages:
            typer.echo(safe(held.text))


@reading_app.command(help="explain")
def explain(
    file: Annotated[Path, argument("file")],
    metric: Annotated[str | None, option("metric")] = None,
    sentence: Annotated[str | None, option("sentence")] = None,
    library: LibraryOption = None,
    lang: LangOption = None,
) -> None:
    """Says why each number was read as it was."""
    with told():
        from extract.exporting.explanation import explanation
        from extract.matching.result import extract_report

        known = load(library)
        wanted = None if metric is None else metric_id(metric, known)
        typer.echo(safe(explanation(extract_report(document(file), known), say.language, wanted, sentence)))
