"""One command of analysis: the facts that its filters choose, and how its table goes out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import typer

from extract.cli_common import (
    FORMATS,
    check_format,
    check_place,
    did_you_mean,
    load,
    metric_id,
    print_rows,
    safe,
    say,
    store_of,
    write_rows,
)
from extract.errors import UsageError

if TYPE_CHECKING:
    import pandas as pd

    from extract.analysis.facts import Facts
    from extract.corpus.asked import Asked
    from extract.corpus.reviews import Decided
    from extract.library.model import Library

#: what fits on a screen
_SHOWN = {
    "compare": "township year {name} value qualifier unit rank of quartile group_median per_village comparable",
    "changes": "township {name} from_year to_year value_from value_to direction amount unit qualifier relative origin agreement",
    "movers": "township {name} from_year to_year value_from value_to amount unit relative score",
    "trends": "township {name} unit first_year last_year first_value last_value missing streak relative rank_change",
    "audit": "severity kind township year message",
    "suggest": "kind verb noun unit metric figures reports townships examples",
    "observations": "township {name} year value value_high qualifier unit resolution figure",
    "account": "report numbers figures claimed unclaimed no_pattern no_unit change rule other_place",
}
_TOWNSHIPS_FILE = "townships.csv"
_AT_ONCE = 20_000


def tell_stale(decided: Decided) -> None:
    """Says which reviews apply to nothing any more."""
    for stale in decided.stale().to_dict("records"):
        typer.echo(safe(say("stale review", stale["figure"], stale["metric"], stale["reason"])), err=True)


class Session:
    """One command's input: the facts that its filters choose, and how its table goes out."""

    def __init__(self, path: Path, library: Path | None, form: str | None) -> None:
        from extract.corpus.folder import STORE_FOLDER

        check_format(form, FORMATS)
        self.form = form
        self.library: Library = load(library)
        self.store: Path = store_of(path, self.library)
        self.folder = path if path.is_dir() else path.parent
        if self.folder.name == STORE_FOLDER:
            self.folder = self.folder.parent
        self.language: str = say.language

    def check(self, metrics: Sequence[str] | None) -> list[str]:
        """The ids of the metrics asked for, each of which must exist."""
        return [metric_id(metric, self.library, derived=True) for metric in metrics or ()]

    def where(self, county: str | None, townships: Sequence[str] | None, year: int | None) -> tuple[str, list[object]]:
        """The reports asked for, as a condition on the store's reports and its values."""
        asked: list[tuple[str, object]] = []
        asked += [("r.county = ?", county)] if county else []
        asked += [("r.township IN (SELECT unnest(?))", list(townships))] if townships else []
        asked += [("r.year = ?", year)] if year is not None else []
        return " AND ".join(["TRUE", *(text for text, _ in asked)]), [value for _, value in asked]

    def facts(self, county: str | None, history: Path | None = None, *, texts: bool = False, bare: bool = False) -> Facts:
        """The facts of a county, or of all, with the reviews beside the corpus and the years kept by hand.

        `bare` leaves all but observations and reports out, unless a reviewer's decisions must be laid over them.
        """
        from extract.analysis.history import read_history, with_history
        from extract.corpus.facts import store_facts
        from extract.corpus.reviews import Decided, reviews_beside

        where, values = ("r.county = ?", [county]) if county else ("TRUE", [])
        reviews = reviews_beside([self.folder])
        facts: Facts = store_facts(self.store, where, values, texts=texts, bare=bare and reviews.empty)
        if county and facts.reports.empty:
            self._refuse_county(county)
        decided = Decided(self.store, reviews)
        facts = decided.facts(facts)
        if len(decided.reviews) and not county:
            tell_stale(decided)
        if history is not None:
            facts = with_history(facts, read_history(history, self.library))
        return facts

    def asked(self, county: str | None) -> Asked:
        """The store, open to be asked about a county or all, with the reviews beside the corpus."""
        from extract.corpus.asked import Asked
        from extract.corpus.reviews import reviews_beside

        where, values = ("r.county = ?", [county]) if county else ("TRUE", [])
        found = Asked(self.store, where, values, reviews_beside([self.folder]))
        if county and not found.count:
            self._refuse_county(county)
        if len(found.decided.reviews) and not county:
            tell_stale(found.decided)
        return found

    def in_memory(self, history: Path | None) -> bool:
        """Whether rows come in that no store holds: years kept by hand, and figures that a reviewer assigned."""
        from extract.analysis.reviews import ASSIGNED
        from extract.corpus.reviews import reviews_beside

        return history is not None or bool((reviews_beside([self.folder])["action"] == ASSIGNED).any())

    def check_year(self, year: int | None, history: Path | None = None) -> None:
        """Refuses a year that no report and no value is of; years kept by hand may be any."""
        from extract.corpus.reader import Store

        if year is None or history is not None:
            return
        with Store(self.store) as store:
            held = {when for (when,) in store.ask("SELECT DISTINCT year FROM reports UNION SELECT DISTINCT year FROM facts")}
        held.discard(None)
        if year not in held:
            known = say("years held", min(held), max(held)) if held else ""
            raise UsageError(say("no year", year, known))

    def streams(self, history: Path | None) -> bool:
        """Whether rows can go from the store into a file as they stand: nobody decided on them, and none come from elsewhere."""
        from extract.corpus.reviews import reviews_beside

        return history is None and reviews_beside([self.folder]).empty

    def observations(
        self, county: str | None, townships: Sequence[str], year: int | None, metrics: Sequence[str]
    ) -> Iterator[tuple[object, ...]]:
        """The rows of the tidy table that the filters choose, straight from the store, some thousand reports at a time."""
        from extract.corpus.reader import Store

        where, values = self.where(county, townships, None)
        only, more = ["TRUE"], list[object]()
        if year is not None:
            only.append("t.year = ?")
            more.append(year)
        if metrics:
            only.append("list_contains(?, t.metric)")
            more.append(list(metrics))
        with Store(self.store) as store:
            if county and not store.ask("SELECT count(*) FROM reports WHERE county = ?", [county])[0][0]:
                self._refuse_county(county)
            yield from store.rows("observations", where, values, " AND ".join(only), more)

    def called(self) -> pd.DataFrame:
        """Every name that a township goes by in a report, with its series and that series' latest name."""
        from extract.corpus.reader import Store

        with Store(self.store) as store:
            found: pd.DataFrame = store.frame(
                "SELECT DISTINCT r.township, s.series, s.name FROM reports r JOIN report_series USING (number)"
                " JOIN series s USING (series) WHERE coalesce(r.township, '') <> '' ORDER BY ALL"
            )
        return found

    def _refuse_county(self, county: str) -> NoReturn:
        from extract.corpus.reader import Store

        with Store(self.store) as store:
            held = {str(name) for (name,) in store.ask("SELECT DISTINCT county FROM reports WHERE coalesce(county, '') <> ''")}
        raise UsageError(say("no county", county, did_you_mean(county, held)))

    def tells_texts(self, output: str | None) -> bool:
        """Whether sentences are wanted: a terminal has no room for them."""
        return output is not None or self.form in ("csv", "json")

    def townships(self, file: Path | None) -> pd.DataFrame | None:
        """townships.csv: the one named, else the one beside the corpus."""
        import pandas as pd

        place = file if file is not None else self.folder / _TOWNSHIPS_FILE
        if not place.is_file():
            if file is not None:
                raise UsageError(say("no such file", place))
            return None
        return pd.read_csv(place, dtype={"township": str, "county": str}, encoding="utf-8-sig")

    def give(self, table: pd.DataFrame, kind: str, output: str | None = None) -> None:
        """Prints the table or writes it to a file; a terminal sees the columns that fit."""
        columns = list(table.columns)
        if output is not None:
            check_place(output, folder=False)
            count = write_rows(output, self.form, columns, plain_rows(table))
            typer.echo(say("written", output, count), err=True)
        elif self.form in ("csv", "json"):
            print_rows(self.form, columns, plain_rows(table))
        else:
            named = self._named(table)
            name = "metric_zh" if self.language == "zh" else "metric_en"
            wanted = _SHOWN[kind].format(name=name).split() if kind else columns
            shown = [column for column in wanted if column in named]
            if kind == "audit":
                # a message must be read to its end
                for row in plain_rows(named[shown]):
                    typer.echo(safe("  ".join("" if cell is None else str(cell) for cell in row)))
            else:
                print_rows("table", shown, plain_rows(named[shown]))
            typer.echo(say("rows", len(table)), err=True)

    def _named(self, table: pd.DataFrame) -> pd.DataFrame:
        if "metric" not in table or "metric_zh" in table:
            return table
        known: dict[str, Any] = {**self.library.metrics, **self.library.derived}
        texts = {"metric_zh": [known[m].zh if m in known else m for m in table["metric"]]}
        texts["metric_en"] = [known[m].en if m in known else m for m in table["metric"]]
        return table.assign(**texts)


def plain_rows(table: pd.DataFrame) -> Iterator[tuple[object, ...]]:
    """The rows as plain values, some thousand at a time: a large table is not copied as a whole."""
    for first in range(0, len(table), _AT_ONCE):
        part = table.iloc[first : first + _AT_ONCE]
        yield from part.astype(object).where(part.notna(), None).itertuples(index=False, name=None)


def called_in(reports: pd.DataFrame) -> pd.DataFrame:
    """Every name that a township goes by in a report, with its series and that series' latest name."""
    from extract.analysis.places import series_of

    held = reports[["report", "township"]].drop_duplicates("report").merge(series_of(reports), on="report")
    return held[held["township"].fillna("") != ""]


def names_asked(asked: Sequence[str] | None, called: Callable[[], pd.DataFrame]) -> list[str]:
    """Every name that the townships asked for go by: a name without its type will do, a former name brings the present one."""
    from extract.analysis.places import stem

    if not asked:
        return []
    held = called()
    known = sorted({*held["township"], *held["name"]})
    found: list[str] = []
    for name in asked:
        fitting = [name] if name in known else [one for one in known if stem(one) == name]
        if not fitting:
            raise UsageError(say("no township", name, did_you_mean(name, known)))
        keys = held[held["township"].isin(fitting) | held["name"].isin(fitting)]["series"]
        same = held[held["series"].isin(keys)]
        found += sorted({*same["township"], *same["name"]})
    return found


def chosen(table: pd.DataFrame, townships: Sequence[str], metrics: Sequence[str] = ()) -> pd.DataFrame:
    """The rows of the townships and metrics asked for; nothing asked for is all."""
    if townships:
        table = table[table["township"].isin(list(townships))]
    if metrics:
        table = table[table["metric"].isin(list(metrics))]
    return table.reset_index(drop=True)
