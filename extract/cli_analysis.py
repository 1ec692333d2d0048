"""The commands compare, changes, audit, suggest and export."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from extract.cli_common import (
    FormatOption,
    LangOption,
    LibraryOption,
    argument,
    check_choice,
    check_place,
    option,
    safe,
    say,
    told,
)
from extract.cli_session import Session, called_in, chosen, names_asked

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from extract.analysis.facts import Facts

PathArgument = Annotated[Path, argument("analysed path")]
County = Annotated[str | None, option("county")]
Township = Annotated[list[str] | None, option("township")]
Year = Annotated[int | None, option("only year", "--year")]
MetricOption = Annotated[list[str] | None, option("only metric", "--metric")]
History = Annotated[Path | None, option("history")]
Output = Annotated[str | None, option("analysis output", "-o", "--output")]

analysis_app = typer.Typer()


@analysis_app.command("compare", help="compare")
def compare_townships(
    path: PathArgument,
    year: Year = None,
    county: County = None,
    township: Township = None,
    metric: MetricOption = None,
    group: Annotated[str, option("group")] = "all",
    peers: Annotated[str | None, option("peers")] = None,
    townships: Annotated[Path | None, option("townships file", "--townships")] = None,
    history: History = None,
    output: Output = None,
    library: LibraryOption = None,
    lang: LangOption = None,
    format: FormatOption = None,
) -> None:
    """Compares townships."""
    with told():
        from extract.analysis.compare import compare
        from extract.corpus.compared import compare_store
        from extract.exporting.contents import with_texts

        session = Session(path, library, format)
        metrics = session.check(metric)
        session.check_year(year, history)
        how: dict[str, Any] = {
            "group": "peers" if peers else group,
            "townships": session.townships(townships),
            "peers": [name.strip() for name in peers.replace("、", ",").split(",")] if peers else (),
            "metrics": metrics,
        }
        if not session.in_memory(history):
            with session.asked(county) as asked:
                names = names_asked(township, asked.called)
                when = year if year is not None else asked.latest()
                table = compare_store(asked, when, session.library, only=names, **how)
                if session.tells_texts(output):
                    table = asked.with_texts(table, figures=True)
        else:
            facts = session.facts(county, history)
            names = names_asked(township, lambda: called_in(facts.reports))
            when = year if year is not None else _latest(facts)
            table = compare(facts.observations, when, library=session.library, reports=facts.reports, **how)
            table = chosen(_quoted(facts, table, with_texts), names)
        session.give(table, "compare", output)


@analysis_app.command("changes", help="changes command")
def changes_of_years(
    path: PathArgument,
    year: Year = None,
    county: County = None,
    township: Township = None,
    metric: MetricOption = None,
    movers: Annotated[bool, option("movers")] = False,
    trends: Annotated[bool, option("trends")] = False,
    origin: Annotated[str | None, option("origin")] = None,
    history: History = None,
    output: Output = None,
    library: LibraryOption = None,
    lang: LangOption = None,
    format: FormatOption = None,
) -> None:
    """Shows changes."""
    with told():
        from extract.analysis.changes import changes
        from extract.analysis.movers import movers as largest
        from extract.analysis.movers import trends as trend_of
        from extract.corpus.changed import changes_store

        session = Session(path, library, format)
        metrics = session.check(metric)
        session.check_year(year, history)
        if origin is not None:
            check_choice("--origin", origin, ("stated", "computed"))
        if not trends and not session.in_memory(history):
            with session.asked(county) as asked:
                names = names_asked(township, asked.called)
                only = () if movers else names
                table = changes_store(asked, year, session.library, metrics=metrics, only=only, origin=None if movers else origin)
                if session.tells_texts(output) and not movers:
                    table = asked.with_texts(table, figures=False)
            session.give(chosen(largest(table), names) if movers else table, "movers" if movers else "changes", output)
            return
        facts = session.facts(county, history, bare=trends)
        names = names_asked(township, lambda: called_in(facts.reports))
        if trends:
            # as it stood in that year
            if year is not None:
                facts.observations = facts.observations[facts.observations["year"] <= year]
            less = frozenset(m.id for m in session.library.metrics.values() if m.better == "less")
            found = trend_of(facts.observations, facts.reports, less=less)
            session.give(chosen(found, names, metrics), "trends", output)
            return
        table = changes(facts.observations, facts.stated, mentions=facts.mentions, reports=facts.reports, library=session.library)
        if year is not None:
            table = table[table["to_year"] == year]
        if movers:
            session.give(chosen(largest(table), names, metrics), "movers", output)
            return
        if origin is not None:
            table = table[table["origin"] == origin]
        table = chosen(table, names, metrics)
        if (output or format in ("csv", "json")) and len(table):
            table["sentence"] = facts.quotes(table[["report", "start"]]).to_numpy()
        session.give(table, "changes", output)


@analysis_app.command("audit", help="audit command")
def audit_reports(
    path: PathArgument,
    year: Year = None,
    county: County = None,
    township: Township = None,
    metric: MetricOption = None,
    severity: Annotated[str | None, option("severity")] = None,
    history: History = None,
    output: Output = None,
    library: LibraryOption = None,
    lang: LangOption = None,
    format: FormatOption = None,
) -> None:
    """Audits reports."""
    with told():
        from extract.analysis.audit import audit
        from extract.corpus.audited import audit_store

        session = Session(path, library, format)
        metrics = session.check(metric)
        session.check_year(year, history)
        language = "both" if output or format in ("csv", "json") else session.language
        if not session.in_memory(history):
            with session.asked(county) as asked:
                names = names_asked(township, asked.called)
                table = audit_store(asked, year, session.library, language=language)
        else:
            facts = session.facts(county, history, texts=True)
            names = names_asked(township, lambda: called_in(facts.reports))
            table = audit(facts, session.library, year=year, language=language)
        if severity is not None:
            check_choice("--severity", severity, ("error", "warning", "note"))
            table = table[table["severity"] == severity]
        session.give(chosen(table, names, metrics), "audit", output)


@analysis_app.command("suggest", help="suggest")
def suggest_metrics(
    path: PathArgument,
    year: Year = None,
    county: County = None,
    township: Township = None,
    metric: MetricOption = None,
    least: Annotated[int, option("least")] = 2,
    drafts: Annotated[bool, option("drafts")] = False,
    account: Annotated[bool, option("account")] = False,
    output: Output = None,
    library: LibraryOption = None,
    lang: LangOption = None,
    format: FormatOption = None,
) -> None:
    """Suggests metrics."""
    with told():
        from extract.analysis.suggest import drafts as blocks
        from extract.analysis.suggest import suggest
        from extract.corpus.facts import store_account, store_contexts

        session = Session(path, library, format)
        metrics = session.check(metric)
        session.check_year(year)
        chosen_reports = session.where(county, names_asked(township, session.called), year)
        if account:
            session.give(store_account(session.store, *chosen_reports), "account", output)
            return
        table = suggest(store_contexts(session.store, *chosen_reports), session.library, least=least)
        # what one metric just misses; a group of new figures has none
        table = chosen(table, (), metrics)
        if drafts:
            for block in blocks(table):
                typer.echo(safe(block))
            return
        session.give(table, "suggest", output)


@analysis_app.command("export", help="export")
def export_files(
    path: PathArgument,
    output: Annotated[str | None, option("export output", "-o", "--output")] = None,
    year: Year = None,
    county: County = None,
    township: Township = None,
    metric: MetricOption = None,
    shape: Annotated[str, option("shape")] = "tidy",
    history: History = None,
    library: LibraryOption = None,
    lang: LangOption = None,
    format: FormatOption = None,
) -> None:
    """Exports."""
    with told():
        from extract.exporting.csv import write_csv
        from extract.exporting.files import export, is_tidy, plain_kind, shaped
        from extract.tables import OBSERVATIONS

        if output is not None:
            check_place(output, folder=False)
        session = Session(path, library, format)
        metrics = session.check(metric)
        session.check_year(year, history)
        names = names_asked(township, session.called)
        plain = output is None or format is not None or plain_kind(output)
        if output is not None and session.streams(history) and is_tidy(output, format, shape):
            write_csv(Path(output), OBSERVATIONS, session.observations(county, names, year, metrics))
            typer.echo(say("export written", output), err=True)
            return
        facts = of_townships(session.facts(county, history, texts=not plain, bare=plain), names)
        if output is None or format is not None:
            table = shaped(facts, session.library, year=year, metrics=metrics, shape=shape, language=session.language)
            session.give(table, "observations" if shape == "tidy" else "", output)
            return
        export(
            Path(output), facts, session.library, year=year, county=county or "", metrics=metrics, shape=shape,
            language=session.language,
        )  # fmt: skip
        typer.echo(say("export written", output), err=True)


def of_townships(facts: Facts, townships: Sequence[str] | None) -> Facts:
    """The facts of the townships asked for; nothing asked for is all."""
    if townships:
        kept = set(facts.reports.loc[facts.reports["township"].isin(list(townships)), "report"])
        for name in ("observations", "mentions", "stated", "reports", "unclaimed"):
            held = getattr(facts, name)
            setattr(facts, name, held[held["report"].isin(kept)].reset_index(drop=True))
    return facts


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
