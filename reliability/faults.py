"""F1–F8: what may go wrong around a run."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import time
from collections import Counter
from pathlib import Path

from reliability.commands import ROOT, command, extract, problems, reports, settings, tables, told, write
from reliability.disk import AS_ANYBODY
from reliability.row import Outcome, Trial

#: put on the path of a run: the clock jumps back and forth, between hours and years
_CLOCK = """
import random, time
real, jump = time.time, random.Random(1)
time.time = lambda: real() + jump.choice((0, -3600, 86400 * 365, -86400 * 3650, -2e9))
real_ns = time.time_ns
time.time_ns = lambda: real_ns() + jump.choice((0, -3600, 86400 * 365, -86400 * 3650)) * 1_000_000_000
"""
#: put on the path of a run: whoever asks the network ends it
_NO_NETWORK = """
import os, socket
def refused(self, address, *_):
    os.write(2, b"NETWORK ASKED " + repr(address).encode())
    os._exit(99)
socket.socket.connect = socket.socket.connect_ex = socket.socket.sendto = refused
real = socket.getaddrinfo
socket.getaddrinfo = lambda *given, **_: refused(None, given)
"""


def _hook(trial: Trial, code: str) -> dict[str, str]:
    folder = trial.place / "hook"
    folder.mkdir(exist_ok=True)
    (folder / "sitecustomize.py").write_text(code, "utf-8")
    return {"PYTHONPATH": str(folder)}


def _clean(trial: Trial, count: int) -> tuple[Path, str]:
    """A folder of reports and what they come to in peace."""
    folder = write(trial.place / "corpus", reports(count))
    place = trial.place / "clean"
    place.mkdir()
    extract(folder, place)
    return folder, tables(place)


def killed_workers(trial: Trial) -> Outcome:
    """F1: a reading process that is killed from outside costs no report, or lists the one that it was at."""
    outcome = Outcome()
    folder = write(trial.place / "corpus", reports(trial.choose(300, 1_500)))
    rounds = trial.choose(1, 12)
    killed = lost = 0
    for number in range(rounds):
        place = trial.place / f"out-{number}"
        place.mkdir()
        run = command(folder, place, "--engine", "processes", "--workers", "2")
        process = subprocess.Popen(run, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=ROOT, env=settings())
        chance = random.Random(number)
        kills = 0
        while process.poll() is None and kills < 3:
            time.sleep(chance.uniform(0.2, 0.8))
            children = _children(process.pid)
            if children and process.poll() is None:
                with_one = chance.choice(children)
                try:
                    os.kill(with_one, signal.SIGKILL)
                    kills += 1
                except ProcessLookupError:
                    continue
        _, error = process.communicate(timeout=900)
        killed += kills
        if not (place / "store.duckdb").exists():
            outcome.broken.append(f"code {process.returncode} after {kills} kills: {error[-300:]!r}")
            continue
        found = problems(place / "store.duckdb")
        lost += len(found)
        listed = {reason for _, reason in found} <= {"crashed"}
        total = (place / "reports.csv").read_text("utf-8-sig").count("\n") - 1 + len(found)
        outcome.expect(
            process.returncode in (0, 1) and listed and len(found) <= kills, f"{process.returncode} {found} {error[-200:]!r}"
        )
        outcome.expect(total == trial.choose(300, 1_500), f"{total} reports have an outcome")
        again = extract(folder, place)
        outcome.expect(again.returncode == 0 and not problems(place / "store.duckdb"), "the next run did not read what was lost")
    outcome.told(f"{killed} reading processes killed in {rounds} runs: {lost} reports listed, all read by the next run")
    outcome.expect(killed > 0, "no process was killed")
    return outcome


def _children(pid: int) -> list[int]:
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()] + [
            int(child)
            for task in Path(f"/proc/{pid}/task").iterdir()
            if task.name != str(pid)
            for child in (task / "children").read_text("ascii").split()
        ]
    except OSError:
        return []


def interrupted(trial: Trial) -> Outcome:
    """F2: Ctrl-C at any moment ends the run in one sentence; what was read is kept, no process stays behind."""
    outcome = Outcome()
    # a shell starts what it puts in the background deaf to Ctrl-C, and its children inherit that
    signal.signal(signal.SIGINT, signal.default_int_handler)
    count = trial.choose(200, 800)
    folder, clean = _clean(trial, count)
    codes: Counter[int] = Counter()
    rounds = trial.choose(4, 60)
    for number in range(rounds):
        place = trial.place / f"out-{number}"
        place.mkdir()
        engine = ["--engine", "processes", "--workers", "2"] if number % 2 else ["--engine", "serial"]
        process = subprocess.Popen(
            command(folder, place, *engine), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=ROOT, env=settings(),
            start_new_session=True,
        )  # fmt: skip
        time.sleep(random.Random(number).uniform(0.0, 3.0) if trial.full else 0.4 + number * 0.5)
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGINT)
        _, error = process.communicate(timeout=900)
        said = error.decode("utf-8", "replace")
        codes[process.returncode] += 1
        # before the interpreter has loaded itself nobody can answer for it
        early = process.returncode == -signal.SIGINT or "<frozen" in said
        outcome.expect(process.returncode in (0, 130) or early, f"code {process.returncode}: {said[-300:]}")
        outcome.expect("Traceback" not in said or early, f"a traceback: {said[-600:]}")
        outcome.expect(not _drafts(place), f"left behind: {_drafts(place)}")
        again = extract(folder, place)
        outcome.expect(again.returncode == 0 and tables(place) == clean, f"after {number}: another result than in peace")
    outcome.told(
        f"{rounds} runs interrupted: codes {dict(codes)}; each completed by the next run with the tables of an undisturbed one"
    )
    outcome.expect(codes[130] > 0, "no run was interrupted at its work")
    return outcome


def clocks(trial: Trial) -> Outcome:
    """F3: a clock that jumps changes no row and makes no run fail."""
    outcome = Outcome()
    folder, clean = _clean(trial, 40)
    for number in range(trial.choose(1, 5)):
        place = trial.place / f"out-{number}"
        place.mkdir()
        done = extract(folder, place, env=_hook(trial, _CLOCK))
        outcome.expect(done.returncode == 0 and tables(place) == clean, f"code {done.returncode}: {told(done)[-300:]}")
        again = extract(folder, place, env=_hook(trial, _CLOCK))
        outcome.expect(again.returncode == 0 and tables(place) == clean, f"again: code {again.returncode}: {told(again)[-300:]}")
    outcome.told(f"{trial.choose(1, 5) * 2} runs under a clock that jumps by hours and years: tables equal")
    return outcome


def locales(trial: Trial) -> Outcome:
    """F4: in locale C and in zh_CN.GB18030 files of Chinese names are read and messages come through."""
    outcome = Outcome()
    folder = write(trial.place / "语料", {f"石桥镇/{n}年报告.txt": text for n, text in enumerate(reports(6).values())})
    (folder / "坏.docx").write_bytes(b"PK\x03\x04")
    ways = [{"LC_ALL": "C"}, {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"LC_ALL": "C.UTF-8"}]
    if _make_locale(trial.place):
        ways.append({"LC_ALL": "zh_CN.GB18030", "LOCPATH": str(trial.place), "PYTHONUTF8": "0"})
    else:
        outcome.left_out.append("zh_CN.GB18030 (localedef is not there)")
    if not str(ROOT).isascii():
        # Python itself cannot look the program up then: it reads an editable installation's .pth file by the locale.
        outcome.left_out.append("C, POSIX and GB18030 (the project's own path is not ASCII)")
        ways = [way for way in ways if way["LC_ALL"] == "C.UTF-8"]
    elif not trial.full:
        ways = ways[1::2]
    seen = set()
    for number, env in enumerate(ways):
        place = trial.place / f"out-{number}"
        place.mkdir()
        done = extract(folder, place, "--lang", "zh", env=env)
        seen.add(tables(place) if done.returncode == 1 else f"code {done.returncode}")
        outcome.expect(b"Traceback" not in done.stderr, f"{env}: {told(done)[-300:]}")
        said = done.stderr.decode("gb18030" if "GB" in env["LC_ALL"] else "utf-8", "replace")
        outcome.expect(
            env["LC_ALL"] in ("C", "POSIX") or "坏.docx" in said, f"{env}: the message does not come through: {said[:200]!r}"
        )
    outcome.told(
        f"{len(ways)} locales: {len(seen)} result, {sorted(one for one in seen if one.startswith('code')) or 'tables equal'}"
    )
    outcome.expect(len(seen) == 1 and not any(found.startswith("code") for found in seen), f"{seen}")
    return outcome


def _make_locale(place: Path) -> bool:
    if shutil.which("localedef") is None:
        return False
    command = ["localedef", "-i", "zh_CN", "-f", "GB18030", str(place / "zh_CN.GB18030")]
    return subprocess.run(command, capture_output=True, check=False).returncode in (0, 1) and (place / "zh_CN.GB18030").is_dir()


def read_only(trial: Trial) -> Outcome:
    """F5: a corpus that may only be read, and files that may not be read at all."""
    outcome = Outcome()
    if os.geteuid() == 0 and shutil.which("setpriv") is None:
        outcome.left_out.append("a forbidden folder (root may read everywhere, and there is no setpriv)")
        outcome.told("nothing")
        return outcome
    folder = write(trial.place / "corpus", reports(8) | {"closed.txt": "x", "closed/a.txt": "x"})
    place = trial.place / "out"
    place.mkdir()
    (folder / "closed.txt").chmod(0)
    (folder / "closed").chmod(0)
    for path in (folder, *folder.rglob("*")):
        if "closed" not in path.name and path.name != "a.txt":
            path.chmod(0o555 if path.is_dir() else 0o444)
    done = subprocess.run([*AS_ANYBODY, *command(folder, place)], capture_output=True, check=False, cwd=ROOT, env=settings())
    found = dict(problems(place / "store.duckdb"))
    (folder / "closed").chmod(0o755)
    outcome.told(f"a read-only corpus with a closed file and a closed folder: code {done.returncode}, {found}")
    outcome.expect(
        done.returncode == 1 and found == {"closed.txt": "unreadable", "closed/": "unreadable"}, f"{found} {told(done)[-200:]}"
    )
    outcome.expect((place / "reports.csv").read_text("utf-8-sig").count("\n") == 9, "a readable report was not read")
    return outcome


def no_network(trial: Trial) -> Outcome:
    """F6: a run asks no network, and goes on without one."""
    outcome = Outcome()
    folder, clean = _clean(trial, 12)
    place = trial.place / "out"
    place.mkdir()
    done = extract(folder, place, "--engine", "processes", env=_hook(trial, _NO_NETWORK))
    outcome.told(f"with every connection refused: code {done.returncode}, tables equal {tables(place) == clean}")
    outcome.expect(done.returncode == 0 and tables(place) == clean, told(done)[-300:])
    isolated = (
        shutil.which("unshare") and subprocess.run(["unshare", "-n", "true"], capture_output=True, check=False).returncode == 0
    )
    if not isolated:
        outcome.left_out.append("a machine without any network (unshare is not allowed)")
        return outcome
    other = trial.place / "isolated"
    other.mkdir()
    alone = subprocess.run(["unshare", "-n", *command(folder, other)], capture_output=True, check=False, cwd=ROOT, env=settings())
    outcome.told(f"without even a loopback: code {alone.returncode}, tables equal {tables(other) == clean}")
    outcome.expect(alone.returncode == 0 and tables(other) == clean, told(alone)[-300:])
    return outcome


def _drafts(place: Path) -> list[str]:
    """What a run that did not come to its end left of the store that it was building."""
    return [path.name for path in place.iterdir() if ".new" in path.name]


def memory(trial: Trial) -> Outcome:
    """F7: where memory runs out in a reading process one report is listed; where it does in the run itself, nothing is lost."""
    import resource

    outcome = Outcome()
    folder, clean = _clean(trial, 60)
    kept = 0
    limits = [900, 1_500] if not trial.full else [600, 700, 800, 900, 1_000, 1_200, 1_500, 2_000, 3_000, 4_000]
    codes: Counter[int] = Counter()
    for megabytes in limits:
        place = trial.place / f"out-{megabytes}"
        place.mkdir()
        size = megabytes * 1_000_000
        done = extract(
            folder, place, "--engine", "serial", preexec_fn=lambda size=size: resource.setrlimit(resource.RLIMIT_AS, (size, size))
        )
        codes[done.returncode] += 1
        whole = done.returncode == 0 and tables(place) == clean
        kept += whole
        # an allocation that fails in a library may end the process at once: then, as after any kill, the next run clears up
        ended = done.returncode < 0
        outcome.expect(
            whole or ended or (done.returncode != 0 and not _drafts(place) and "Traceback" not in told(done)),
            f"{megabytes} MB: code {done.returncode}, left {_drafts(place)}, said {told(done)[-300:]!r}",
        )
        again = extract(folder, place)
        outcome.expect(again.returncode == 0 and tables(place) == clean, f"after {megabytes} MB: {told(again)[-200:]}")
        outcome.expect(not _drafts(place), f"after {megabytes} MB: left {_drafts(place)}")
    outcome.told(
        f"{len(limits)} runs with little address space: codes {dict(codes)}, {kept} complete, each completed by the next run"
    )
    return outcome


def identity_files(trial: Trial) -> Outcome:
    """F8: whatever identity.csv holds is a sentence or is used, never a traceback."""
    outcome = Outcome()
    folder = write(trial.place / "corpus", reports(2))
    cases: dict[str, bytes] = {
        "zero bytes": b"",
        "NUL": b"report,year\n\x00\x00,2020\n",
        "binary": bytes(range(256)) * 40,
        "one long cell": b"report,township\na.txt," + b"x" * 300_000 + b"\n",
        "open quote": b'report,township\n"a.txt,' + b"y\n" * 200_000,
        "UTF-16": "report,township\na.txt,石桥镇\n".encode("utf-16"),
        "year of letters": b"report,year\na.txt,abcd\n",
        "formula": b"report,township\na.txt,=1+1\n",
        "path outside": b"report,township\n../../etc/passwd,x\n",
    }
    codes: Counter[int] = Counter()
    for name, data in cases.items() if trial.full else list(cases.items())[:5]:
        (folder / "identity.csv").write_bytes(data)
        done = extract(folder, trial.place)
        codes[done.returncode] += 1
        outcome.expect(
            done.returncode in (0, 2) and b"Traceback" not in done.stderr, f"{name}: {done.returncode} {told(done)[-300:]}"
        )
    outcome.told(f"{codes.total()} broken identity.csv: codes {dict(codes)}")
    return outcome
