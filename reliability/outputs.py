"""R16–R19: what reaches a browser, a store that is asked, and a spreadsheet that is opened."""

from __future__ import annotations

import csv
import io
import logging
import os
import re
import tomllib
import zipfile
from html import unescape
from importlib.metadata import version
from pathlib import Path
from typing import Any

from extract.corpus.reader import Store
from extract.exporting.csv import csv_lines
from extract.tables import AUDIT, CHANGES, DECIMAL, MENTIONS, OBSERVATIONS, QUANTITIES, REPORTS, WHOLE
from reliability.commands import ROOT, extract, reports, write
from reliability.row import Outcome, Trial
from tests.exporting.sample import TRIGGERS, hostile
from tests.views.test_escape import PAYLOADS
from views.data import safe_name
from views.escape import Mark, chart_text, label, marked

_MADE = [
    template.format(inner)
    for inner in ("alert(96)", "<b>", "javascript:1", "\u202e", "&amp;lt;", "]](x)")
    for template in (
        "<a href={}>",
        "<x{}",
        "![{0}]({0})",
        '"{}',
        "'{}",
        "</mark>{}",
        ":blue[{}]",
        "$${}$$",
        "&#x3c;{}",
        "<!--{}",
        "\\{}",
    )
]
HOSTILE = list(dict.fromkeys([*PAYLOADS, *_MADE]))
_WANTED = {
    "server.address": "127.0.0.1",
    "server.enableXsrfProtection": True,
    "server.enableStaticServing": False,
    "server.maxUploadSize": 500,
    "browser.gatherUsageStats": False,
    "client.showErrorDetails": "none",
}


def server(trial: Trial) -> Outcome:
    """R16: the dashboard listens to this machine alone, and an upload is bounded and stays in its folder."""
    outcome = Outcome()
    given = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))
    for name, wanted in _WANTED.items():
        section, key = name.split(".")
        found = given.get(section, {}).get(key)
        outcome.expect(found == wanted, f"{name} is {found!r}, not {wanted!r}")
    installed = version("streamlit")
    outcome.expect(tuple(map(int, installed.split(".")[:2])) >= (1, 54), f"streamlit {installed}")
    names = [
        *HOSTILE,
        "../../etc/passwd",
        "..\\..\\a.docx",
        "/etc/shadow",
        "C:\\a.txt",
        "a" * 300 + ".docx",
        "\x00.txt",
        "..",
        "~/.ssh/x",
        ".hidden",
        "con.txt",
        "a/../../b.txt",
        "．．／a.txt",
        "a\n.txt",
        "~$a.docx",
        "",
    ]
    folder = trial.place / "uploads"
    folder.mkdir()
    for name in names:
        safe = safe_name(name)
        place = folder / safe
        inside = place.resolve().parent == folder.resolve() and len(safe.encode()) <= 255
        outcome.expect(inside and not safe.startswith((".", "~")) and "\x00" not in safe, f"{name!r} is saved as {safe!r}")
        if inside:
            place.write_bytes(b"x")
    outcome.told(
        f"streamlit {installed}; {len(_WANTED)} settings as promised; {len(names)} hostile names of uploads stay in their folder"
    )
    outcome.expect([path.name for path in trial.place.iterdir()] == ["uploads"], "an upload left its folder")
    return outcome


def markup(trial: Trial) -> Outcome:
    """R17: no text of a report is markup on any page."""
    outcome = Outcome()
    tried = 0
    for text in HOSTILE:
        for source in (text, f"化解{text}96起", f"<{text}>", text * 3):
            tried += 1
            marks = [Mark(at, at + 2, "claimed", text) for at in range(0, max(len(source) - 2, 0), 3)]
            bare = re.sub(r'<mark class="claimed" title="[^"<>]*">|</mark>', "", marked(source, marks))
            outcome.expect("<" not in bare and unescape(bare) == source, f"highlighted {source!r} gives {bare[:80]!r}")
            outcome.expect("<" not in chart_text(source), f"a chart shows {chart_text(source)[:80]!r}")
            outcome.expect(
                not re.search(r"(?<!\\)[<>\[\]`*$]", label(source).replace("\\\\", "")), f"a label shows {label(source)!r}"
            )
    outcome.told(
        f"{len(HOSTILE)} payloads in {tried} texts: highlighted, in charts and in labels no markup, the text comes back as it was"
    )
    unsafe = [
        f"{path.name}:{number}"
        for path in [*(ROOT / "views").rglob("*.py"), ROOT / "dashboard.py"]
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if re.search(r"unsafe_allow_html|unsafe_allow_javascript|st\.(?:markdown|write)\(", line)
    ]
    outcome.told(f"{len(unsafe)} uses of unsafe_allow_html, unsafe_allow_javascript, st.markdown and st.write")
    outcome.expect(not unsafe, f"{unsafe}")
    _pages(trial, outcome)
    return outcome


def _pages(trial: Trial, outcome: Outcome) -> None:
    """Pages over a corpus whose sentences and file names are payloads: every element that reads Markdown shows it escaped."""
    chosen = HOSTILE if trial.full else HOSTILE[::8]
    files = {}
    for number, payload in enumerate(chosen):
        name = re.sub(r"[/\x00]", "_", payload)[:60]
        title = f"石桥镇{1990 + number % 30}年法治政府建设情况报告"
        told = f"全年{payload}排查矛盾纠纷{number + 20}起，{payload}化解{number + 9}起。"
        files[f"{number}{name}.txt"] = f"{title}\n\n{told}\n"
    folder = write(trial.place / "corpus", files)
    extract(folder, trial.place)
    pages = ("overview", "compare", "change", "township", "report", "metrics", "data")
    shown = 0
    with Pages(trial.place / "store.duckdb") as run:
        for name in pages:
            page = run(name)
            outcome.expect(not page.exception, f"page {name}: {[error.value for error in page.exception][:1]}")
            outcome.expect(not run.failed, f"page {name}: {run.failed[:1]}")
            for element in (*page.markdown, *page.caption, *page.title, *page.header, *page.subheader, *page.info, *page.error):
                shown += 1
                text = str(element.value)
                live = [payload for payload in chosen if len(payload) > 6 and payload in text and not text.isalnum()]
                outcome.expect(not live, f"page {name} shows as Markdown {text[:120]!r}")
    outcome.told(
        f"{len(pages)} pages over {len(files)} hostile reports: {shown} elements that read Markdown, none with a payload"
    )


class _Failures(logging.Handler):
    """Remembers the errors behind sentences such as `this page could not be shown`."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """One error."""
        self.found.append(f"{record.getMessage()}: {record.exc_info[1]!r}" if record.exc_info else record.getMessage())


class Pages:
    """Runs pages on a store without a browser."""

    def __init__(self, store: Path) -> None:
        self._store = store
        self._heard = _Failures()

    @property
    def failed(self) -> list[str]:
        """The errors that pages came upon until now."""
        return self._heard.found

    def __call__(self, name: str) -> Any:
        """The page as it is first shown."""
        from streamlit.testing.v1 import AppTest
        from streamlit.util import calc_hash

        page = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=600)
        page._page_hash = calc_hash("" if name == "overview" else name)
        return page.run()

    def __enter__(self) -> Pages:
        from views import frame

        self._before = os.environ.get("TOWNSHIP_METRICS_STORE")
        os.environ["TOWNSHIP_METRICS_STORE"] = str(self._store)
        frame._first_store.cache_clear()
        logging.getLogger("township-metrics.dashboard").addHandler(self._heard)
        # without a browser every page says that it has none
        logging.getLogger("streamlit.runtime.scriptrunner_utils.script_run_context").setLevel(logging.ERROR)
        return self

    def __exit__(self, *_: object) -> None:
        from views import frame

        logging.getLogger("township-metrics.dashboard").removeHandler(self._heard)
        frame._first_store.cache_clear()
        if self._before is None:
            del os.environ["TOWNSHIP_METRICS_STORE"]
        else:
            os.environ["TOWNSHIP_METRICS_STORE"] = self._before


_STATEMENTS = (
    "SELECT * FROM read_csv('/etc/passwd')",
    "SELECT * FROM read_text('/etc/passwd')",
    "SELECT * FROM '/etc/passwd'",
    "SELECT * FROM glob('/*')",
    "SELECT * FROM read_parquet('a.parquet')",
    "SELECT * FROM read_json('a.json')",
    "COPY files TO 'x.csv'",
    "COPY files FROM 'x.csv'",
    "EXPORT DATABASE 'x'",
    "IMPORT DATABASE 'x'",
    "ATTACH 'other.duckdb'",
    "INSTALL httpfs",
    "LOAD httpfs",
    "SET memory_limit = '1GB'",
    "SET enable_external_access = true",
    "RESET lock_configuration",
    "PRAGMA enable_profiling",
    "DELETE FROM files",
    "UPDATE files SET report = 'x'",
    "DROP TABLE files",
    "INSERT INTO meta VALUES ('a', 'b')",
    "CREATE TABLE x (a INT)",
    "SELECT * FROM read_blob('/etc/passwd')",
    "SELECT getenv('HOME')",
)


def questions(trial: Trial) -> Outcome:
    """R18: a store answers questions and does nothing else; values go in as parameters."""
    outcome = Outcome()
    extract(write(trial.place / "corpus", reports(4)), trial.place)
    store = trial.place / "store.duckdb"
    before = store.read_bytes()
    refused = 0
    with Store(store) as opened:
        for statement in _STATEMENTS:
            try:
                opened.ask(statement)
            except Exception:
                refused += 1
            else:
                outcome.broken.append(f"done: {statement}")
        for text in ("x' OR '1'='1", "'; DROP TABLE files; --", "%", "\\", *HOSTILE[:20]):
            outcome.expect(opened.text(text) is None, f"a report named {text!r} was found")
            outcome.expect(list(opened.rows("mentions", "r.report = ?", [text])) == [], f"rows of {text!r} were found")
    left = sorted(path.name for path in trial.place.iterdir() if path.suffix in (".csv", "") and path.name.startswith("x"))
    outcome.told(f"{refused} of {len(_STATEMENTS)} statements refused, the file unchanged {store.read_bytes() == before}")
    outcome.expect(store.read_bytes() == before and not left, "the store or its folder changed")
    return outcome


def spreadsheets(trial: Trial) -> Outcome:
    """R19: nothing of a report runs in a spreadsheet, numbers stay numbers, and what was written can be had back."""
    from extract.exporting.xlsx import write_workbook
    from views.widgets import csv_bytes

    outcome = Outcome()
    every = {
        "observations": OBSERVATIONS,
        "mentions": MENTIONS,
        "changes": CHANGES,
        "audit": AUDIT,
        "quantities": QUANTITIES,
        "reports": REPORTS,
    }
    cells = 0
    triggers = [*TRIGGERS, "\x00=1", "=1\x0b", "@\u202e"]
    for columns in every.values():
        for trigger in triggers:
            row = ["-5" if column in DECIMAL else -5 if column in WHOLE else trigger for column in columns]
            for text in ("".join(csv_lines(columns, [row])), csv_bytes(columns, [row]).decode("utf-8-sig")):
                back = next(csv.DictReader(io.StringIO(text, newline="")))
                for column in columns:
                    cells += 1
                    number = column in DECIMAL or column in WHOLE
                    wanted = back[column] == "-5" if number else _tame(back[column])
                    outcome.expect(wanted, f"{column} of {trigger!r} is {back[column]!r}")
                    if not number:
                        kept = re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", "\ufffd", trigger.replace("\r\n", "\n").replace("\r", "\n"))
                        outcome.expect(back[column].removeprefix("'") == kept, f"{trigger!r} comes back as {back[column]!r}")
    outcome.told(
        f"{len(triggers)} triggers in every column of {len(every)} tables, as CSV and as a page's download: {cells} cells"
    )
    outcome.expect(csv_bytes(OBSERVATIONS, []).startswith(b"\xef\xbb\xbf"), "no mark for Excel")
    formulas = strings = 0
    for trigger in triggers[:: 1 if trial.full else 5]:
        place = trial.place / "a.xlsx"
        write_workbook(place, hostile(trigger))
        with zipfile.ZipFile(place) as book:
            for name in book.namelist():
                if name.startswith("xl/worksheets/sheet"):
                    sheet = book.read(name).decode()
                    formulas += sheet.count("<f>") + sheet.count("<f ") + sheet.count('t="str"')
                    strings += sheet.count('t="s"') + sheet.count('t="inlineStr"')
    outcome.told(f"workbooks: {strings} text cells, {formulas} formulas")
    outcome.expect(formulas == 0 and strings > 0, f"{formulas} formulas")
    return outcome


def _tame(cell: str) -> bool:
    return not re.match(r"[=+\-@\t\r＝＋－＠]", cell)
