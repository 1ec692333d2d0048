"""The commands compare, changes, audit, suggest and export."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from extract import cli_texts
from extract.cli_analysis_texts import TEXTS
from extract.errors import UsageError

if TYPE_CHECKING:
    import pandas as pd

    from extract.analysis.facts import Facts
    from extract.library.model import Library

#: what fits on a screen
_SHOWN = {
    "compare": "township year {name} value qualifier unit rank of quartile group_median per_village comparable",
    "changes": "township {name} from_year to_year value_from value_to direction amount unit qualifier relative origin agreement",
    "movers": "township {name} from_year to_year value_from value_to amount unit relative score",
    "trends": "township {name} unit first_year last_year first_value last_value missing streak relative rank_change",
    "audit": "severity kind township year message",
    "suggest": "kind verb noun unit metric figures reports townships examples",
    "account": "report numbers figures claimed unclaimed no_pattern no_unit change rule other_place",
}
_TOWNSHIPS_FILE = "townships.csv"


def _option(key: str, *flags: str) -> Any:
    return typer.Option(*(flags or (f"--{key}",)), help=key, show_default=False)


PathArgument = Annotated[Path, typer.Argument(help="analysed path", show_default=False)]
County = Annotated[str | None, _option("county")]
Township = Annotated[list[str] | None, _option("township")]
Year = Annotated[int | None, _option("only year", "--year")]
MetricOption = Annotated[list[str] | None, _option("only metric", "--metric")]
LibraryOption = Annotated[Path | None, _option("library")]
Lang = Annotated[str | None, _option("lang")]
Format = Annotated[str | None, _option("format")]
History = Annotated[Path | None, _option("history")]
Output = Annotated[str | None, _option("analysis output", "-o", "--output")]


class Session:
    """One command's input: the facts that its filters choose, and how its table goes out. `cli` is the command line itself."""

    def __init__(self, cli: Any, path: Path, library: Path | None, form: str | None) -> None:
        self.cli = cli
        cli._check_format(form, cli.FORMATS)
        self.form = form
        self.library: Library = cli._load(library)
        self.store: Path = cli._store_of(path, library)
        self.folder = path if path.is_dir() else path.parent
        if self.folder.name == ".township-metrics":
            self.folder = self.folder.parent
        self.language: str = cli.say.language

    def check(self, metrics: Sequence[str] | None) -> list[str]:
        """The metrics asked for, each of which must exist."""
        for metric in metrics or ():
            if metric not in self.library.derived:
                self.cli._check_metric(metric, self.library)
        return list(metrics or ())

    def facts(self, county: str | None, history: Path | None = None, *, texts: bool = False) -> Facts:
        """The facts of a county, or of all, with the reviews beside the corpus and the years kept by hand."""
        from extract.analysis.history import read_history, with_history
        from extract.analysis.reviews import apply_reviews
        from extract.corpus.facts import store_facts
        from extract.corpus.reviews import REVIEWS_FILE, read_reviews

        where, values = ("r.county = ?", [county]) if county else ("TRUE", [])
        facts: Facts = store_facts(self.store, where, values, texts=texts)
        if county and facts.reports.empty:
            raise UsageError(self.cli.say("no county", county))
        reviews = read_reviews(self.folder / REVIEWS_FILE)
        if len(reviews):
            decided = apply_reviews(facts.observations, reviews, facts.reports)
            facts.observations = decided.observations
            for stale in [] if county else decided.stale.to_dict("records"):
                typer.echo(
                    self.cli._safe(self.cli.say("stale review", stale["figure"], stale["metric"], stale["reason"])), err=True
                )
        if history is not None:
            facts = with_history(facts, read_history(history, self.library))
        return facts

    def townships(self, file: Path | None) -> pd.DataFrame | None:
        """townships.csv: the one named, else the one beside the corpus."""
        import pandas as pd

        place = file if file is not None else self.folder / _TOWNSHIPS_FILE
        if not place.is_file():
            if file is not None:
                raise UsageError(self.cli.say("no such file", place))
            return None
        return pd.read_csv(place, dtype={"township": str, "county": str}, encoding="utf-8-sig")

    def give(self, table: pd.DataFrame, kind: str, output: str | None = None) -> None:
        """Prints the table or writes it to a file; a terminal sees the columns that fit."""
        from extract.exporting.csv import write_csv, write_lines

        values = table.astype(object).where(table.notna(), None)
        columns = list(table.columns)
        if output is not None:
            self.cli._check_place(output, folder=False)
            if self.form == "json" or output.lower().endswith(".json"):
                from extract.exporting.console import json_lines

                count = write_lines(output, json_lines(columns, values.itertuples(index=False, name=None))) - 1
            else:
                count = write_csv(output, columns, values.itertuples(index=False, name=None))
            typer.echo(self.cli.say("written", output, count), err=True)
        elif self.form in ("csv", "json"):
            self.cli._print_rows(self.form, columns, values.itertuples(index=False, name=None))
        else:
            named = self._named(values)
            name = "metric_zh" if self.language == "zh" else "metric_en"
            shown = [column for column in _SHOWN[kind].format(name=name).split() if column in named]
            if kind == "audit":
                # a message must be read to its end
                for row in named[shown].itertuples(index=False, name=None):
                    typer.echo(self.cli._safe("  ".join("" if cell is None else str(cell) for cell in row)))
            else:
                self.cli._print_rows("table", shown, named[shown].itertuples(index=False, name=None))
            typer.echo(self.cli.say("rows", len(table)), err=True)

    def _named(self, table: pd.DataFrame) -> pd.DataFrame:
        if "metric" not in table or "metric_zh" in table:
            return table
        known: dict[str, Any] = {**self.library.metrics, **self.library.derived}
        texts = {"metric_zh": [known[m].zh if m in known else m for m in table["metric"]]}
        texts["metric_en"] = [known[m].en if m in known else m for m in table["metric"]]
        return table.assign(**texts)


def chosen(table: pd.DataFrame, townships: Sequence[str] | None, metrics: Sequence[str] = ()) -> pd.DataFrame:
    """The rows of the townships and metrics asked for; nothing asked for is all."""
    if townships:
        table = table[table["township"].isin(list(townships))]
    if metrics:
        table = table[table["metric"].isin(list(metrics))]
    return table.reset_index(drop=True)


def add_commands(app: typer.Typer, cli: Any) -> None:
    """Puts the commands of analysis on the command line `app` of the module `cli`."""
    cli_texts._TEXTS.update(TEXTS)

    @app.command("compare", help="compare")
    def compare_townships(
        path: PathArgument,
        year: Year = None,
        county: County = None,
        township: Township = None,
        metric: MetricOption = None,
        group: Annotated[str, _option("group")] = "all",
        peers: Annotated[str | None, _option("peers")] = None,
        townships: Annotated[Path | None, _option("townships file", "--townships")] = None,
        history: History = None,
        output: Output = None,
        library: LibraryOption = None,
        lang: Lang = None,
        format: Format = None,
    ) -> None:
        """Compares townships."""
        with cli._told():
            from extract.analysis.compare import compare
            from extract.exporting.contents import with_texts

            session = Session(cli, path, library, format)
            metrics = session.check(metric)
            facts = session.facts(county, history)
            table = compare(
                facts.observations,
                year if year is not None else _latest(facts),
                library=session.library,
                reports=facts.reports,
                group="peers" if peers else group,
                townships=session.townships(townships),
                peers=[name.strip() for name in peers.replace("、", ",").split(",")] if peers else (),
                metrics=metrics,
            )
            session.give(chosen(_quoted(facts, table, with_texts), township), "compare", output)

    @app.command("changes", help="changes command")
    def changes_of_years(
        path: PathArgument,
        year: Year = None,
        county: County = None,
        township: Township = None,
        metric: MetricOption = None,
        movers: Annotated[bool, _option("movers")] = False,
        trends: Annotated[bool, _option("trends")] = False,
        origin: Annotated[str | None, _option("origin")] = None,
        history: History = None,
        output: Output = None,
        library: LibraryOption = None,
        lang: Lang = None,
        format: Format = None,
    ) -> None:
        """Shows changes."""
        with cli._told():
            from extract.analysis.changes import changes
            from extract.analysis.movers import movers as largest
            from extract.analysis.movers import trends as trend_of

            session = Session(cli, path, library, format)
            metrics = session.check(metric)
            facts = session.facts(county, history)
            if trends:
                less = frozenset(m.id for m in session.library.metrics.values() if m.better == "less")
                found = trend_of(facts.observations, facts.reports, less=less)
                session.give(chosen(found, township, metrics), "trends", output)
                return
            table = changes(
                facts.observations, facts.stated, mentions=facts.mentions, reports=facts.reports, library=session.library
            )
            if year is not None:
                table = table[table["to_year"] == year]
            if movers:
                session.give(chosen(largest(table), township, metrics), "movers", output)
                return
            if origin is not None:
                table = table[table["origin"] == origin]
            table = chosen(table, township, metrics)
            if (output or format in ("csv", "json")) and len(table):
                table["sentence"] = facts.quotes(table[["report", "start"]]).to_numpy()
            session.give(table, "changes", output)

    @app.command("audit", help="audit command")
    def audit_reports(
        path: PathArgument,
        year: Year = None,
        county: County = None,
        township: Township = None,
        metric: MetricOption = None,
        severity: Annotated[str | None, _option("severity")] = None,
        history: History = None,
        output: Output = None,
        library: LibraryOption = None,
        lang: Lang = None,
        format: Format = None,
    ) -> None:
        """Audits reports."""
        with cli._told():
            from extract.analysis.audit import audit

            session = Session(cli, path, library, format)
            metrics = session.check(metric)
            language = "both" if output or format in ("csv", "json") else session.language
            facts = session.facts(county, history, texts=True)
            table = audit(facts, session.library, year=year, language=language)
            if severity is not None:
                table = table[table["severity"] == severity]
            session.give(chosen(table, township, metrics), "audit", output)

    @app.command("suggest", help="suggest")
    def suggest_metrics(
        path: PathArgument,
        least: Annotated[int, _option("least")] = 2,
        drafts: Annotated[bool, _option("drafts")] = False,
        account: Annotated[bool, _option("account")] = False,
        output: Output = None,
        library: LibraryOption = None,
        lang: Lang = None,
        format: Format = None,
    ) -> None:
        """Suggests metrics."""
        with cli._told():
            from extract.analysis.suggest import drafts as blocks
            from extract.analysis.suggest import suggest
            from extract.corpus.facts import store_account, store_contexts

            session = Session(cli, path, library, format)
            if account:
                session.give(store_account(session.store), "account", output)
                return
            table = suggest(store_contexts(session.store), session.library, least=least)
            if drafts:
                for block in blocks(table):
                    typer.echo(cli._safe(block))
                return
            session.give(table, "suggest", output)

    @app.command("export", help="export")
    def export_files(
        path: PathArgument,
        output: Annotated[str, _option("export output", "-o", "--output")],
        year: Year = None,
        county: County = None,
        metric: MetricOption = None,
        shape: Annotated[str, _option("shape")] = "tidy",
        history: History = None,
        library: LibraryOption = None,
        lang: Lang = None,
    ) -> None:
        """Exports."""
        with cli._told():
            from extract.exporting.files import export

            cli._check_place(output, folder=False)
            session = Session(cli, path, library, None)
            metrics = session.check(metric)
            facts = session.facts(county, history, texts=True)
            export(
                Path(output), facts, session.library, year=year, county=county or "", metrics=metrics, shape=shape,
                language=session.language,
            )  # fmt: skip
            typer.echo(cli.say("export written", output), err=True)


def _latest(facts: Facts) -> int | None:
    years = facts.reports["year"].dropna()
    return int(years.max()) if len(years) else None


def _quoted(facts: Facts, table: pd.DataFrame, with_texts: Any) -> pd.DataFrame:
    """The rows with their sentences and figures."""
    if table.empty or (table["sentence"].astype(str) != "").any():
        return table
    places = facts.observations[["report", "start", "end", "sentence_start"]].drop_duplicates(["report", "start", "end"])
    held = table.drop(columns=["sentence", "figure"]).merge(places, on=["report", "start", "end"], how="left")
    held["sentence_start"] = held["sentence_start"].fillna(held["start"])
    columns = list(table.columns)
    found: pd.DataFrame = with_texts(facts, held)[columns]
    return found
