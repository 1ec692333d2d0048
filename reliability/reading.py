"""R1, R3–R6: damaged files, limits, bombs, hostile markup and encodings."""

from __future__ import annotations

import ctypes
import os
import random
import socket
import struct
import threading
import time
from collections import Counter
from pathlib import Path

from extract.errors import ReadError
from extract.reading import Limits, read
from extract.reading.limits import DEFAULT_LIMITS
from reliability.commands import by_benchmark, extract, problems, write
from reliability.row import Outcome, Trial
from tests.poison import SECONDS, poison, poisoned
from tests.reading import sample
from tests.reading.office import docx, p, xlsx, zipped

_REPORT = "\n".join(sample.lines())
_IN_OPEN = 0x20


def damaged_files(trial: Trial) -> Outcome:
    """R1: every damaged file has one outcome, in a run of the command over a folder of them."""
    return by_benchmark("damage", "--files", str(trial.choose(96, 10_000)))


def limits(trial: Trial) -> Outcome:
    """R3: each limit is hit at its default value, and by what stands just below it not."""
    most = DEFAULT_LIMITS
    outcome = Outcome()
    line = _REPORT.encode() + b"\n"
    big = line * (most.file_bytes // len(line) + 1)
    chance = random.Random(3)
    cells = [[f"甲{chance.randrange(10**9)}" for _ in range(100)] for _ in range(most.cells // 100)]
    cases = {
        "20 MB on disk": (big, "too-large"),
        "5,000,000 characters": ("一。\n" * (most.characters // 3 + 1)).encode(),
        "100,000 table cells": xlsx({"a": [*cells, ["1"]]}),
        "2,000 entries": zipped({f"word/{n}.xml": "" for n in range(most.entries + 1)} | {"[Content_Types].xml": "<Types/>"}),
    }
    for name, given in cases.items():
        data = given[0] if isinstance(given, tuple) else given
        found = _reason(data, "a.txt")
        outcome.told(f"over {name}: {found}")
        outcome.expect(found == "too-large", f"over {name}: {found}")
    below = {
        "4,999,998 characters": ("一。\n" * (most.characters // 3)).encode(),
        "100,000 table cells": xlsx({"a": cells}),
    }
    for name, data in below.items():
        found = _reason(data, "a.txt")
        outcome.told(f"{name}: {found}")
        outcome.expect(found == "text", f"{name} is within the limits and gives {found}")
    _in_a_process(trial, outcome)
    return outcome


def _in_a_process(trial: Trial, outcome: Outcome) -> None:
    """The limits of time and memory, on readers that misbehave; in full with the time that is really allowed."""
    folder = write(
        trial.place / "slow", {"sleeps.rtf": poison("sleeps"), "eats.rtf": poison("memory"), "good.txt": _REPORT.encode()}
    )
    with poisoned(trial.place, hurried=not trial.full):
        began = time.monotonic()
        done = extract(folder, trial.place)
        seconds = time.monotonic() - began
    found = dict(problems(trial.place / "store.duckdb")) if done.returncode in (0, 1) else {}
    allowed = DEFAULT_LIMITS.seconds if trial.full else SECONDS
    outcome.told(f"a reader that sleeps, with {allowed:g} s allowed, and one that asks for 30 GB: {found}, run {seconds:.1f} s")
    outcome.expect(found == {"sleeps.rtf": "too-slow", "eats.rtf": "too-large"}, f"time and memory: {found}")
    outcome.in_time(trial, seconds < allowed + 30, f"the run took {seconds:.0f} s")


def _reason(data: bytes, name: str, most: Limits = DEFAULT_LIMITS) -> str:
    try:
        read(data, name, most)
    except ReadError as error:
        return error.issue
    return "text"


def bombs(trial: Trial) -> Outcome:
    """R4: packages that unpack to hundreds of times their size are refused before they do."""
    outcome = by_benchmark("bombs")
    for line in outcome.figures[1:]:
        *_, reason, milliseconds, megabytes = line.split()
        outcome.expect(reason != "read" and int(megabytes) <= 64, line)
        outcome.in_time(trial, float(milliseconds) <= 100, line)
    return outcome


_ENTITIES = {
    "billion laughs": '<!DOCTYPE a [<!ENTITY a "96"><!ENTITY b "&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;">]>|&c;',
    "quadratic": '<!DOCTYPE a [<!ENTITY a "' + "9" * 50_000 + '">]>|' + "&a;" * 200,
    "cyclic": '<!DOCTYPE a [<!ENTITY a "&b;"><!ENTITY b "&a;">]>|&a;',
    "external file": '<!DOCTYPE a [<!ENTITY a SYSTEM "file://{canary}">]>|&a;',
    "external address": '<!DOCTYPE a [<!ENTITY a SYSTEM "http://127.0.0.1:{port}/a">]>|&a;',
    "external DTD file": '<!DOCTYPE a SYSTEM "file://{canary}">|',
    "external DTD address": '<!DOCTYPE a PUBLIC "-//X//X" "http://127.0.0.1:{port}/a.dtd">|',
    "parameter entity": '<!DOCTYPE a [<!ENTITY % a SYSTEM "http://127.0.0.1:{port}/b"> %a;]>|',
    "parameter entity of a file": '<!DOCTYPE a [<!ENTITY % a SYSTEM "file://{canary}"> %a;]>|',
    "default attribute": '<!DOCTYPE a [<!ATTLIST w:t x CDATA "9">]>|',
    "notation": '<!DOCTYPE a [<!NOTATION n SYSTEM "file://{canary}"><!ENTITY a SYSTEM "file://{canary}" NDATA n>]>|',
    "plain doctype": "<!DOCTYPE a>|",
    "stylesheet": '<?xml-stylesheet type="text/xsl" href="http://127.0.0.1:{port}/x.xsl"?>|',
    "inclusion": '|<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file://{canary}" parse="text"/>',
}
_PAGES = {
    "entity": '<!DOCTYPE html [<!ENTITY a SYSTEM "file://{canary}">]><html><body><p>化解96起&a;</p></body></html>',
    "frame": '<html><body><iframe src="http://127.0.0.1:{port}/f"></iframe><p>化解96起</p></body></html>',
    "picture": '<html><body><img src="file://{canary}"><p>化解96起</p></body></html>',
    "import": '<html><head><link rel="import" href="http://127.0.0.1:{port}/l"></head><body><p>化解96起</p></body></html>',
    "base": '<html><head><base href="http://127.0.0.1:{port}/"></head><body><p>化解96起</p></body></html>',
    "script": '<html><body><script src="http://127.0.0.1:{port}/s">document.write("97")</script><p>化解96起</p></body></html>',
    "hidden": "<html><body><template>97</template><style>97</style><p hidden>97</p><p style='display:none'>97</p>"
    "<p>化解96起</p></body></html>",
}


def markup(trial: Trial) -> Outcome:
    """R5: no entity is expanded, no file outside is opened, no address is asked; hidden text of a page is no text."""
    canary = trial.place / "canary.txt"
    canary.write_text("97", "utf-8")
    outcome = Outcome()
    with _Listener() as listener:
        opened = _Opened(canary)
        texts: dict[str, str] = {}
        for name, given in _ENTITIES.items():
            prolog, body = given.replace("{canary}", str(canary)).replace("{port}", str(listener.port)).split("|")
            texts[f"docx {name}"] = _text(
                docx(p("化解96起", body if body.startswith("<") else "") + body, prolog=prolog), "a.docx"
            )
        for name, page in _PAGES.items():
            filled = page.replace("{canary}", str(canary)).replace("{port}", str(listener.port))
            texts[f"html {name}"] = _text(filled.encode(), "a.html")
        seen = opened.count()
        outcome.told(f"{len(texts)} hostile files: {seen} times the file outside was opened, {listener.asked} addresses asked; "
                     f"{sum(text == 'unsafe' for text in texts.values())} refused as unsafe")  # fmt: skip
        outcome.expect(seen == 0 if seen >= 0 else True, f"the file outside was opened {seen} times")
        outcome.expect(listener.asked == 0, f"{listener.asked} addresses were asked")
        if seen < 0:
            outcome.left_out.append("watching files being opened (no inotify)")
    for name, text in texts.items():
        doctype = name.startswith("docx") and name.removeprefix("docx ") not in ("stylesheet", "inclusion")
        wanted = text == "unsafe" if doctype else text in ("unsafe", "damaged") or ("97" not in text and "96" in text)
        outcome.expect(wanted, f"{name}: {text[:60]!r}")
    deep = "<html><body>" + "<div>" * 100_000 + "<p>化解96起</p>"
    began = time.process_time()
    found = _text(deep.encode(), "a.html")
    seconds = time.process_time() - began
    outcome.told(f"100,000 nested tags: {'text' if '96' in found else found}, {seconds:.2f} s")
    outcome.in_time(trial, seconds < 1.0, f"100,000 nested tags took {seconds:.2f} s")
    return outcome


def _text(data: bytes, name: str) -> str:
    try:
        return read(data, name).text
    except ReadError as error:
        return error.issue


class _Listener:
    """A port that counts who asks."""

    def __enter__(self) -> _Listener:
        self.asked = 0
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        threading.Thread(target=self._count, daemon=True).start()
        return self

    def _count(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            self.asked += 1
            connection.close()

    def __exit__(self, *_: object) -> None:
        self._socket.close()


class _Opened:
    """Counts how often a file is opened, by whomever; -1 where the system cannot tell."""

    def __init__(self, path: Path) -> None:
        try:
            library = ctypes.CDLL(None, use_errno=True)
            self._handle = library.inotify_init1(os.O_NONBLOCK)
            if library.inotify_add_watch(self._handle, os.fsencode(path), _IN_OPEN) < 0:
                self._handle = -1
        except (OSError, AttributeError):
            self._handle = -1

    def count(self) -> int:
        if self._handle < 0:
            return -1
        try:
            data = os.read(self._handle, 65_536)
        except BlockingIOError:
            return 0
        finally:
            os.close(self._handle)
        size, at, events = struct.calcsize("iIII"), 0, 0
        while at < len(data):
            at += size + struct.unpack_from("iIII", data, at)[3]
            events += 1
        return events


_ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be", "big5hkscs")


def encodings(trial: Trial) -> Outcome:
    """R6: every encoding of an office is told; a lost byte costs its character and is counted; no file is lost to an error."""
    outcome = Outcome()
    chance = random.Random(6)
    right = 0
    lines = _REPORT.split("\n")
    texts = ["\n".join(chance.sample(lines, chance.randint(3, len(lines)))) for _ in range(trial.choose(25, 400))]
    for text in texts:
        for encoding in _ENCODINGS:
            given = text if encoding != "big5hkscs" else text.translate(_TRADITIONAL)
            found = read(given.encode(encoding, "replace"), "a.txt").text
            right += found.replace("\ufeff", "") == given.encode(encoding, "replace").decode(encoding).removeprefix("\ufeff")
    total = len(texts) * len(_ENCODINGS)
    outcome.told(f"{right} of {total} texts in {len(_ENCODINGS)} encodings read character by character")
    outcome.expect(right == total, f"{total - right} texts were read in another encoding")
    kinds: Counter[str] = Counter()
    data = ("".join(lines) * 3).encode("gb18030")
    for number in range(trial.choose(150, 2_000)):
        chance = random.Random(number)
        broken = bytearray(data)
        share = chance.choice((0.0002, 0.0005, 0.005, 0.02, 0.1, 0.3))
        for _ in range(max(1, int(len(broken) * share))):
            broken[chance.randrange(len(broken))] = chance.choice((0xFF, 0x80, chance.randrange(256)))
        kinds[_kind(bytes(broken))] += 1
    outcome.told(f"{kinds.total()} texts with broken bytes: {dict(sorted(kinds.items()))}")
    allowed = {"text", "text, encoding-replaced", "text, encoding-doubtful", "encoding-unreadable", "not-text"}
    outcome.expect(set(kinds) <= allowed, f"other outcomes: {set(kinds) - allowed}")
    return outcome


def _kind(data: bytes) -> str:
    try:
        document = read(data, "a.txt")
    except ReadError as error:
        return error.issue
    lost = document.text.count("\ufffd") / len(document.text)
    codes = {warning.code for warning in document.warnings}
    if lost > 0.05 or (lost > 0.001) != ("encoding-doubtful" in codes) or (lost > 0) != bool(codes):
        return f"{lost:.4f} lost and {codes} said"
    return ", ".join(["text", *sorted(codes)])


_TRADITIONAL = str.maketrans(
    "设报书责领导组织开规执处罚联检查场办纠纷调较条发传资数测总结问题财动体协",
    "設報書責領導組織開規執處罰聯檢查場辦糾紛調較條發傳資數測總結問題財動體協",
)
