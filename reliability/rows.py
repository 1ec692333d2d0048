"""All promises: R1–R20 as they were set, and what else was promised since."""

from reliability import disk, faults, library, numbers, outputs, provenance, reading, running, sessions, whole
from reliability.row import Row

ROWS: tuple[Row, ...] = (
    Row("R1", "a damaged file has one outcome, and the run goes on", reading.damaged_files),
    Row(
        "R2",
        "a file that brings its reader down costs itself alone",
        running.poisoned_readers,
        sampled=False,
        where="tests/corpus_run/test_engines.py, tests/reading/test_sandbox.py",
    ),
    Row("R3", "one file takes so much time, memory and space and no more", reading.limits),
    Row("R4", "bombs are refused before they go off", reading.bombs),
    Row("R5", "no entity, no file outside, no address; hidden text is no text", reading.markup),
    Row("R6", "every encoding of an office is told, losses are counted", reading.encodings),
    Row("R7", "every row points at the words it was read from", provenance.offsets),
    Row("R8", "patterns and our own expressions are linear", library.patterns),
    Row("R9", "every mistake of metrics.yaml is listed in one pass with its place", library.file),
    Row("R10", "a written number is a plain decimal or none", numbers.numerals),
    Row(
        "R11",
        "a killed run leaves the store before or after, never between",
        running.kills,
        sampled=False,
        where="tests/corpus_run/test_store.py",
    ),
    Row("R12", "a full or forbidden disk changes nothing and is one sentence", disk.full),
    Row("R13", "two runs at once: one wins; readers see whole states", running.together),
    Row("R14", "only what changed is read; any edits end as from scratch", running.increments),
    Row("R15", "the same bytes whatever the workers, seeds, orders, zones and locales", running.same_bytes),
    Row("R16", "the dashboard listens to this machine alone; uploads are bounded", outputs.server),
    Row("R17", "no text of a report is markup on a page", outputs.markup),
    Row("R18", "a store answers questions and does nothing else", outputs.questions),
    Row("R19", "nothing of a report runs in a spreadsheet", outputs.spreadsheets),
    Row("R20", "nothing outside the folder is opened, nothing hangs", disk.trees),
    Row(
        "F1",
        "a reading process killed from outside costs no report for good",
        faults.killed_workers,
        sampled=False,
        where="tests/corpus_run/test_engines.py",
    ),
    Row(
        "F2",
        "Ctrl-C at any moment keeps what was read",
        faults.interrupted,
        sampled=False,
        where="tests/corpus_run/test_store.py",
    ),
    Row("F3", "a clock that jumps changes no row", faults.clocks),
    Row("F4", "locales C and zh_CN.GB18030 read Chinese names", faults.locales),
    Row("F5", "a corpus that may only be read is read", faults.read_only),
    Row("F6", "no run asks the network", faults.no_network),
    Row(
        "F7",
        "memory that runs out leaves nothing half written",
        faults.memory,
        sampled=False,
        where="tests/reading/test_sandbox.py",
    ),
    Row(
        "F8", "a broken identity.csv is a sentence", faults.identity_files, sampled=False, where="tests/corpus_run/test_folder.py"
    ),
    Row(
        "S1",
        "a hundred sessions at once see no error, memory stays flat",
        sessions.many,
        sampled=False,
        where="tests/browser/test_dashboard.py, tests/views/test_pages.py",
    ),
    Row("S2", "every bad file uploaded, every hostile library tried is a sentence on the page", sessions.uploads),
    Row(
        "M1",
        "layout, characters, writings of numbers and the order of sections change nothing stated",
        whole.same_report,
        sampled=False,
        where="tests/whole_reports",
    ),
    Row("Z1", "inputs found by coverage break no promise", whole.fuzzing, sampled=False, where="tests/fuzz"),
)
