"""S1 and S2: many who look at once, and those who upload and type whatever they can."""

from __future__ import annotations

import asyncio
import os
import random
import time
from collections import Counter
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from reliability.commands import reports, write
from reliability.outputs import HOSTILE, Pages
from reliability.row import Outcome, Trial
from tests.poison import poison, poisoned
from tests.reading.bombs import BOMBS
from tests.reading.test_damage import FILES, damaged
from tests.views.county import county_store

_REST = "    category: disputes\n    unit: 件\n    patterns:\n"
_PAGES = ("", "compare", "change", "township", "report", "metrics", "data")
_QUERIES = (
    "",
    "lang=en",
    "year=2023",
    "view=table",
    "id=nonsense",
    "metric=disputes_resolved",
    "area=%2e%2e",
    "report=../../etc/passwd",
)


def many(trial: Trial) -> Outcome:
    """S1: sessions that come, look at pages and go, at the address of this machine alone."""
    from tests.browser.browsers import dashboard

    outcome = Outcome()
    sessions, seconds = trial.choose(20, 100), trial.choose(60, 300)
    with dashboard(county_store(trial.place)) as address:
        port = int(address.rsplit(":", 1)[1])
        server = _server_of(port)
        seen: Counter[str] = Counter()
        memory: list[int] = []
        asyncio.run(_visit(port, sessions, seconds, server, seen, memory))
    third = max(len(memory) // 3, 1)
    early, late = max(memory[third : 2 * third] or [0]), max(memory[2 * third :] or [0])
    outcome.told(
        f"{sessions} sessions at once for {seconds} s: {seen['views']} views of pages, {seen['errors']} errors, "
        f"{seen['lost']} connections lost; memory {(memory or [0])[0]} MB at the start, {early} MB in the second third, "
        f"{late} MB in the last"
    )
    outcome.expect(seen["errors"] == 0 and seen["lost"] == 0, f"{dict(seen)}")
    outcome.expect(seen["views"] >= sessions, f"only {seen['views']} views")
    outcome.expect(late <= early * 1.15 + 30, f"memory grew from {early} to {late} MB")
    return outcome


def _server_of(port: int) -> int:
    """The process that listens at a port of this machine."""
    for place in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if f"{port}".encode() in place.read_bytes().split(b"\0"):
                return int(place.parent.name)
        except OSError:
            continue
    return 0


async def _visit(port: int, sessions: int, seconds: int, server: int, seen: Counter[str], memory: list[int]) -> None:
    until = time.monotonic() + seconds

    async def watch() -> None:
        while time.monotonic() < until:
            await asyncio.sleep(1)
            if server:
                memory.append(_megabytes(server))

    await asyncio.gather(watch(), *(_session(port, number, until, seen) for number in range(sessions)))


def _megabytes(pid: int) -> int:
    try:
        return (
            int(next(line.split()[1] for line in Path(f"/proc/{pid}/status").read_text("ascii").splitlines() if "VmRSS" in line))
            // 1024
        )
    except (OSError, StopIteration):
        return 0


async def _session(port: int, number: int, until: float, seen: Counter[str]) -> None:
    """One visitor: opens pages one after the other, and now and then closes the window and comes again."""
    from streamlit.proto.BackMsg_pb2 import BackMsg
    from streamlit.util import calc_hash
    from websockets.asyncio.client import connect
    from websockets.exceptions import ConnectionClosed

    chance = random.Random(number)
    await asyncio.sleep(chance.uniform(0, 5))
    while time.monotonic() < until:
        try:
            async with connect(
                f"ws://127.0.0.1:{port}/_stcore/stream",
                subprotocols=["streamlit"],
                max_size=None,
                open_timeout=120,
                ping_timeout=None,
                origin=f"http://127.0.0.1:{port}",
            ) as socket:
                for _ in range(chance.randint(1, 6)):
                    page, query = chance.choice(_PAGES), chance.choice(_QUERIES)
                    message = BackMsg()
                    message.rerun_script.query_string = query
                    message.rerun_script.page_script_hash = calc_hash(page)
                    message.rerun_script.page_name = page
                    await socket.send(message.SerializeToString())
                    seen["views" if await _drawn(socket) else "errors"] += 1
                    if time.monotonic() > until:
                        return
                    await asyncio.sleep(chance.uniform(0.5, 4))
        except (ConnectionClosed, OSError, TimeoutError):
            seen["lost"] += 1
            await asyncio.sleep(1)


async def _drawn(socket: Any) -> bool:
    """Reads until the page is drawn; False where it shows an error."""
    from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

    fine = True
    while True:
        data = await asyncio.wait_for(socket.recv(), 240)
        told = ForwardMsg()
        told.ParseFromString(data)
        kind = told.WhichOneof("type")
        if kind == "delta" and told.delta.WhichOneof("type") == "new_element":
            fine = fine and told.delta.new_element.WhichOneof("type") != "exception"
        elif kind == "script_finished":
            return fine


def uploads(trial: Trial) -> Outcome:
    """S2: uploads of every bad kind and libraries of every bad kind are sentences on a page that goes on."""
    from views.data import _saved
    from views.source import run_store

    outcome = Outcome()
    before = os.environ.get("TMPDIR")
    os.environ["TMPDIR"] = str(trial.place)
    import tempfile

    tempfile.tempdir = None
    files = [SimpleNamespace(name=name, size=len(data), getvalue=lambda data=data: data) for name, data in _bad(trial).items()]
    page = SimpleNamespace(say=lambda *given, **more: str(given))
    try:
        folder = _saved(page, files)  # type: ignore[arg-type]
        with poisoned(trial.place):
            store, summary = run_store(folder, _Unheard())
        problems = len(summary.reasons) and summary.failed
        outcome.told(
            f"{len(files)} bad files uploaded at once: {summary.read} read, {problems} listed with {len(summary.reasons)} reasons"
        )
        outcome.expect(summary.read + summary.failed >= len(files), "an upload has no outcome")
        with Pages(store) as run:
            for name in ("data", "overview", "report", "compare") if trial.full else ("data", "report"):
                shown = run(name)
                outcome.expect(not shown.exception and not run.failed, f"{name}: {run.failed[:1]}")
        good = _store(trial)
        tried, slowest = _libraries(trial, good, outcome)
        outcome.told(f"{tried} hostile libraries tried in the playground, slowest {slowest:.1f} s, no page broke")
    finally:
        tempfile.tempdir = None
        if before is None:
            del os.environ["TMPDIR"]
        else:
            os.environ["TMPDIR"] = before
    return outcome


class _Unheard:
    """Progress that nobody sees."""

    def start(self, total: int) -> None:
        """Nothing."""

    def advance(self, reports: int, problems: int) -> None:
        """Nothing."""

    def stop(self) -> None:
        """Nothing."""


def _bad(trial: Trial) -> dict[str, bytes]:
    """Files of every bad kind, under names of every bad kind."""
    found: dict[str, bytes] = {}
    each = trial.choose(1, 12)
    for name, data in FILES.items():
        found |= {f"{n}-{name}": damaged(data, 500 + n) for n in range(each)}
    for name, make in BOMBS.items() if trial.full else list(BOMBS.items())[:2]:
        found[f"{name}.docx"] = make()
    for deed in ("exits", "raises", "sleeps") if trial.full else ("exits",):
        found[f"{deed}.rtf"] = poison(deed)
    names = HOSTILE if trial.full else HOSTILE[::9]
    found |= {f"{name}.txt": "石桥镇2024年法治政府建设情况报告\n化解纠纷12起。".encode() for name in names}
    found |= {"../../outside.txt": b"x", "": b"x", "a" * 400 + ".docx": b"x", "program.exe": b"MZ" + bytes(200), "empty.pdf": b""}
    return found


def _store(trial: Trial) -> Path:
    from extract.corpus.result import open_result
    from extract.library import load_library

    folder = write(trial.place / "good", reports(3))
    return open_result([folder], (), load_library(), trial.place / "good.duckdb").store


def _libraries(trial: Trial, store: Path, outcome: Outcome) -> tuple[int, float]:
    """Hostile blocks put into the playground's editor."""
    many = "\n".join(f"      - <化解> (<纠纷>) … <化解> {n} N" for n in range(400))
    blocks = [
        "",
        "[" * 5_000,
        "  a: &a [*a]",
        "  x: !!python/object/apply:os.system ['id']",
        "\x00",
        "  " * 9_000,
        "- " * 5_000,
        "{{7*7}}",
        "\ud7ff" * 99,
        f"  disputes_resolved:\n    zh: <script>\n    en: ![x](y)\n{_REST}      - N\n",
        f"  disputes_resolved:\n    zh: 甲\n    en: A\n{_REST}{many}",
        f"  disputes_resolved:\n    zh: 甲\n    en: A\n{_REST}      - (a+)+$ N\n",
        "metrics:\n  a: {}\n",
        "%YAML 9.9\n---\n",
        "  disputes_resolved: 96\n",
        "  'disputes_resolved': &x\n    <<: *x\n",
    ]
    chosen = blocks if trial.full else blocks[1::7]
    slowest = 0.0
    with Pages(store) as run:
        for block in chosen:
            page = run("metrics")
            page.query_params["view"] = "playground"
            page.run()
            areas = [area for area in page.text_area if area.label == "YAML"]
            outcome.expect(bool(areas), "the playground has no editor")
            if not areas:
                break
            began = time.monotonic()
            areas[0].set_value(block).run()
            for button in page.button:
                if "tried" not in str(button.key or "") and button.proto.type == "primary":
                    button.click().run()
                    break
            slowest = max(slowest, time.monotonic() - began)
            outcome.expect(not page.exception and not run.failed, f"{block[:60]!r}: {run.failed[:1]}")
            run.failed.clear()
    return len(chosen), slowest
