"""The `township-metrics` command."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from extract.cli_analysis import add_commands
from extract.cli_texts import Texts, take_language
from extract.errors import LibraryError, LibraryProblem, ReadError, TownshipMetricsError, UsageError, WriteError

if TYPE_CHECKING:
    from extract.corpus.result import CorpusResult
    from extract.library.model import Library

FORMATS = ("table", "csv", "json")
#: what of an observation fits on a screen
_SHOWN = ["township", "year", "metric", "value", "value_high", "qualifier", "unit", "resolution", "sentence"]
_LISTED_PROBLEMS = 20
_INTERRUPTED = 130

app = typer.Typer(no_args_is_help=True, add_completion=False, help="app", rich_markup_mode=None, pretty_exceptions_enable=False)
metrics_app = typer.Typer(no_args_is_help=True, help="metrics", rich_markup_mode=None)
app.add_typer(metrics_app, name="metrics")
say = Texts("en")


def _refuse_language(value: str | None) -> None:
    """A language that exists was taken out of the arguments already."""
    if value is not None:
        typer.echo(say("error", say("unknown language", value)), err=True)
        raise typer.Exit(2)


LibraryOption = Annotated[Path | None, typer.Option("--library", help="library", show_default=False)]
LangOption = Annotated[str | None, typer.Option("--lang", help="lang", show_default=False, callback=_refuse_language)]
FormatOption = Annotated[str | None, typer.Option("--format", help="format", show_default=False)]


def _out(name: str, *flags: str) -> Any:
    return typer.Option(*(flags or (f"--{name}",)), help=name, show_default=False)


@app.command(help="extract")
def extract(
    paths: Annotated[list[Path], typer.Argument(help="paths", show_default=False)],
    output: Annotated[str | None, _out("output", "-o", "--output")] = None,
    mentions: Annotated[str | None, _out("mentions")] = None,
    changes: Annotated[str | None, _out("changes")] = None,
    audit: Annotated[str | None, _out("audit")] = None,
    quantities: Annotated[str | None, _out("quantities")] = None,
    reports: Annotated[str | None, _out("reports")] = None,
    store: Annotated[Path | None, _out("store")] = None,
    engine: Annotated[str | None, _out("engine")] = None,
    scheduler: Annotated[str | None, _out("scheduler")] = None,
    workers: Annotated[int | None, _out("workers")] = None,
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
    with _told():
        _check_format(format, (*FORMATS, "parquet"))
        if format == "parquet" and not output:
            raise UsageError("--format parquet needs -o FOLDER.", "使用 --format parquet 时须用 -o 指定文件夹。")
        for place in files.values():
            _check_place(place, folder=format == "parquet" and place == output)
        known = _load(library)
        progress = for_terminal(say("progress"), say("progress speed"), say("progress problems"))
        try:
            result = open_result(paths, (), known, store, Options(engine, workers, scheduler, progress))
        except KeyboardInterrupt:
            typer.echo(say("interrupted lost"), err=True)
            raise typer.Exit(_INTERRUPTED) from None
        _give_out(result, files, format)
        _summarise(result)


def _give_out(result: CorpusResult, files: dict[str, str], form: str | None) -> None:
    from extract.corpus.reader import columns_of
    from extract.exporting.console import table_lines

    for name, place in files.items():
        if name == "observations" and form == "parquet":
            from extract.corpus.partitions import write_partitions

            count = write_partitions(result.store, Path(place))
        elif name == "audit":
            from extract.tables import AUDIT

            count = _write(place, form, AUDIT, _audit_rows(result))
        else:
            count = _write(place, form, columns_of(name), result.rows(name))
        typer.echo(say("written", place, count), err=True)
    if "observations" not in files:
        columns = columns_of("observations")
        rows = result.rows("observations")
        if form in ("csv", "json"):
            _print_rows(form, columns, rows)
        else:
            places = [columns.index(column) for column in _SHOWN]
            for line in table_lines(_SHOWN, ([row[place] for place in places] for row in rows)):
                typer.echo(line)


def _audit_rows(result: CorpusResult) -> Iterable[Sequence[object]]:
    """The findings of the audit; nothing as long as there is none."""
    try:
        from extract.analysis.audit import audit_rows  # type: ignore[import-not-found, import-untyped, unused-ignore]
    except ImportError:
        return ()
    rows: Iterable[Sequence[object]] = audit_rows(result)
    return rows


def _write(place: str, form: str | None, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> int:
    from extract.exporting.csv import write_csv, write_lines

    if form == "json" or (form is None and place.lower().endswith(".json")):
        from extract.exporting.console import json_lines

        return write_lines(place, json_lines(columns, rows)) - 1
    return write_csv(place, columns, rows)


def _print_rows(form: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    from extract.exporting.console import json_lines, table_lines
    from extract.exporting.csv import csv_lines

    if form == "table":
        for line in table_lines(columns, rows):
            typer.echo(line)
        return
    for line in csv_lines(columns, rows) if form == "csv" else json_lines(columns, rows):
        typer.echo(line, nl=False)


def _summarise(result: CorpusResult) -> NoReturn:
    """What the run came to, on the error stream, so that a table can be piped; ends the command with its code."""
    summary = result.summary
    for report, issue, message in result.problems[:_LISTED_PROBLEMS]:
        typer.echo(say("not read", _safe(report), _safe(say.issue(issue, message)), issue), err=True)
    if summary.failed > _LISTED_PROBLEMS:
        typer.echo(say("more problems", summary.failed - _LISTED_PROBLEMS), err=True)
    if summary.failed:
        reasons = say("list").join(f"{say.issue(issue, issue)} {count}" for issue, count in sorted(summary.reasons.items()))
        typer.echo(say("reasons", reasons), err=True)
    typer.echo(say("summary", summary, unclaimed=summary.figures - summary.claimed), err=True)
    if not summary.complete:
        typer.echo(say("interrupted"), err=True)
        raise typer.Exit(_INTERRUPTED)
    raise typer.Exit(1 if summary.failed else 0)


@app.command(help="read")
def read(
    file: Annotated[Path, typer.Argument(help="file", show_default=False)], lang: LangOption = None, library: LibraryOption = None
) -> None:
    """Prints a file's text."""
    with _told():
        document = _document(file)
        reader, encoding = document.reader or "-", document.encoding or "-"
        typer.echo(say("read by", _safe(document.name), document.format, reader, encoding, len(document.text)))
        for warning in document.warnings:
            typer.echo(say("warning", f"[{warning.code}] {_safe(warning.message)}"))
        for key, value in document.metadata.items():
            typer.echo(f"{key}: {_safe(value)}")
        typer.echo("")
        for page in document.pages:
            typer.echo(f"--- {say('page', page.number)} ---")
            typer.echo(_safe(document.text[page.start : page.end]))
        if not document.pages:
            typer.echo(_safe(document.text))


@app.command(help="explain")
def explain(
    file: Annotated[Path, typer.Argument(help="file", show_default=False)],
    metric: Annotated[str | None, _out("metric")] = None,
    sentence: Annotated[str | None, _out("sentence")] = None,
    library: LibraryOption = None,
    lang: LangOption = None,
) -> None:
    """Says why each number was read as it was."""
    with _told():
        from extract.matching.explain import explain as explained
        from extract.matching.result import extract_report

        known = _load(library)
        _check_metric(metric, known)
        typer.echo(_safe(explained(extract_report(_document(file), known), metric, sentence)))


@metrics_app.command("list", help="metrics list")
def list_metrics(library: LibraryOption = None, lang: LangOption = None, format: FormatOption = None) -> None:
    """Lists the metrics."""
    with _told():
        _check_format(format, FORMATS)
        known = _load(library)
        columns = ["id", "zh", "en", "category", "unit", "units", "patterns", "examples"]
        rows = [
            (m.id, m.zh, m.en, m.category, m.unit, " ".join(m.units), str(len(m.patterns)), str(len(m.examples)))
            for m in known.metrics.values()
        ]
        _print_rows(format or "table", columns, rows)


@metrics_app.command("check", help="metrics check")
def check_metrics(library: LibraryOption = None, lang: LangOption = None) -> None:
    """Checks the library."""
    with _told():
        from extract.library.check import check_library
        from extract.matching.examples import run_examples

        known = _load(library)
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

    text = str(problem)
    typer.echo(_safe(text if problem.severity == "error" else say("warning", text)), err=True)
    if 0 < problem.line <= len(lines):
        typer.echo("    " + _safe(around(lines[problem.line - 1], problem.column - 1)), err=True)


@metrics_app.command("try", help="metrics try")
def try_text(
    text: Annotated[str, typer.Argument(help="text", show_default=False)],
    year: Annotated[int, typer.Option("--year", help="year")] = 2024,
    library: LibraryOption = None,
    lang: LangOption = None,
    format: FormatOption = None,
) -> None:
    """Reads a sentence."""
    with _told():
        from extract.matching.explain import explain as explained
        from extract.matching.result import Extractor
        from extract.tables import MENTIONS

        _check_format(format, FORMATS)
        result = Extractor(_load(library)).read_text(text, year)
        if format in ("csv", "json"):
            _print_rows(format, MENTIONS, result.mention_rows())
        else:
            typer.echo(_safe(explained(result)))


@app.command(help="dashboard")
def dashboard(
    path: Annotated[Path | None, typer.Argument(help="dashboard path", show_default=False)] = None,
    library: LibraryOption = None,
    lang: LangOption = None,
) -> None:
    """Opens the dashboard."""
    with _told():
        page = Path(__file__).resolve().parent.parent / "dashboard.py"
        if not page.is_file():
            raise UsageError(say("no page"))
        settings = dict(os.environ)
        if path is not None:
            settings["TOWNSHIP_METRICS_STORE"] = str(_store_of(path, library))
        if any(word.startswith("--lang") for word in sys.argv):
            # the page speaks Chinese first, whatever the terminal's language is
            settings["TOWNSHIP_METRICS_LANG"] = say.language
        if library:
            settings["TOWNSHIP_METRICS_LIBRARY"] = str(library.absolute())
        command = [sys.executable, "-m", "streamlit", "run", str(page), "--server.address", "127.0.0.1"]
        command += ["--browser.gatherUsageStats", "false"]
        if path is not None:
            command += ["--", str(path.absolute())]
        raise typer.Exit(subprocess.call(command, env=settings))  # noqa: S603  (our own page, no shell)


def _store_of(path: Path, library: Path | None) -> Path:
    """The store for a folder of reports, made or brought up to date; a store stays as it is."""
    from extract.corpus.folder import STORE_FOLDER
    from extract.corpus.progress import for_terminal
    from extract.corpus.result import open_result
    from extract.corpus.run import Options

    if path.suffix == ".duckdb":
        return path.absolute()
    folder = path if path.is_dir() else path.parent
    progress = for_terminal(say("progress"), say("progress speed"), say("progress problems"))
    place = folder.absolute() / STORE_FOLDER / "store.duckdb"
    return open_result([path], (), _load(library), place, Options(progress=progress)).store


def _load(path: Path | None) -> Library:
    from extract.library import load_library

    return load_library(path)


def _document(file: Path) -> Any:
    from extract.corpus.files import load_file, read_bytes

    if file.is_dir():
        raise UsageError(f"{file} is a folder; name a file.", f"{file} 是文件夹，请指定文件。")
    data, _ = load_file(str(file))
    return read_bytes(data, file.name)


def _check_format(form: str | None, allowed: Sequence[str]) -> None:
    if form is not None and form not in allowed:
        raise UsageError(say("unknown format", form, ", ".join(allowed)))


def _check_metric(metric: str | None, library: Library) -> None:
    if metric is not None and metric not in library.metrics:
        close = get_close_matches(metric, list(library.metrics), n=1)
        raise UsageError(say("unknown metric", metric, say("did you mean", close[0]) if close else ""))


def _check_place(place: str, *, folder: bool) -> None:
    """Refuses a place that cannot be written before the work begins."""
    target = Path(place)
    if not folder and target.is_dir():
        raise WriteError(say("is folder", place))
    if not target.absolute().parent.is_dir():
        raise WriteError(say("no folder", place, target.parent))


def _safe(text: str) -> str:
    """A report's text for a terminal: nothing that moves the cursor."""
    return "".join(c if c.isprintable() or c in "\n\t" else "\ufffd" for c in text)


@contextmanager
def _told() -> Iterator[None]:
    """Turns this package's errors into one message and the exit code they stand for."""
    try:
        yield
    except LibraryError as error:
        for problem in error.problems:
            typer.echo(_safe(str(problem)), err=True)
        raise typer.Exit(error.exit_code) from None
    except ReadError as error:
        typer.echo(say("not read", _safe(error.name), _safe(say.issue(error.issue, str(error))), error.issue), err=True)
        raise typer.Exit(error.exit_code) from None
    except TownshipMetricsError as error:
        message = error.zh if say.language == "zh" and error.zh else str(error)
        typer.echo(say("error", _safe(message)), err=True)
        raise typer.Exit(error.exit_code) from None
    except BrokenPipeError:
        # whoever read our output has seen enough; the interpreter must not complain when it closes the stream
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from None


def _translate(command: Any) -> None:
    """Puts the texts of the chosen language where the keys stand."""
    if say.knows(command.help):
        command.help = say(command.help)
    for parameter in command.params:
        key = getattr(parameter, "help", None)
        if key is not None and say.knows(key):
            parameter.help = say(key)
    for child in getattr(command, "commands", {}).values():
        _translate(child)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Runs the command line."""
    global say
    given = list(sys.argv[1:] if arguments is None else arguments)
    language, given = take_language(given)
    say = Texts(language)
    for stream in (sys.stdout, sys.stderr):
        # a Chinese report on a console of another code page must not end the run
        getattr(stream, "reconfigure", lambda **_: None)(errors="replace")
    command = typer.main.get_command(app)
    _translate(command)
    sys.exit(command.main(given, prog_name="township-metrics", standalone_mode=True))


add_commands(app, sys.modules[__name__])

if __name__ == "__main__":
    main()
