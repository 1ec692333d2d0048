"""R12 and R20: disks that are full or forbidden, and folders that hold whatever a folder can hold."""

from __future__ import annotations

import contextlib
import os
import resource
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from reliability.commands import ROOT, command, extract, problems, reports, settings, told, write
from reliability.row import Outcome, Trial

#: in front of a command: root too may then only write where its owner may
AS_ANYBODY = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []


def full(trial: Trial) -> Outcome:
    """R12: where nothing can be written the store before stays as it was, and one sentence says so."""
    outcome = Outcome()
    folder = write(trial.place / "corpus", reports(40))
    place = trial.place / "before"
    place.mkdir()
    extract(folder, place)
    content = (place / "store.duckdb").read_bytes()
    write(folder, {f"more/{name}": text for name, text in reports(trial.choose(100, 400), 300).items()})
    kept = refused = done_well = 0
    sizes = [(n + 1) * (1_000 if not trial.full else 400) for n in range(trial.choose(3, 40))]
    for number, kilobytes in enumerate(sizes):
        disk = trial.place / f"disk-{number}"
        disk.mkdir()
        ended = _on_small_disk(folder, disk, place / "store.duckdb", kilobytes + len(content) // 1_000, outcome)
        if ended is None:
            return _with_file_limit(trial, folder, content, outcome)
        code, said, same, left = ended
        kept += same
        refused += code == 4
        done_well += code == 0
        holds = (code == 4 and same and not left and said.count("\n") == 0) or code == 0
        outcome.expect(holds, f"{kilobytes} KB: code {code}, store kept {same}, left {left}, said {said[-200:]!r}")
        outcome.expect("Traceback" not in said, f"{kilobytes} KB: a traceback")
    outcome.told(f"{len(sizes)} disks too small or nearly so: {refused} ended with code 4 and a sentence, {done_well} had room, "
                 f"the store before kept byte for byte {kept} times")  # fmt: skip
    outcome.expect(refused > 0, "no disk was too small")
    _forbidden(trial, folder, content, outcome)
    return outcome


def _on_small_disk(
    folder: Path, disk: Path, store: Path, kilobytes: int, outcome: Outcome
) -> tuple[int, str, bool, list[str]] | None:
    """A run whose store lies on a disk of that size: code, message, whether the store is as before, and what was left behind."""
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "none", str(disk)], capture_output=True, check=False
    )
    if mounted.returncode != 0:
        outcome.left_out.append("small disks (mount is not allowed); file size limits were tried instead")
        return None
    try:
        shutil.copyfile(store, disk / "store.duckdb")
        before = store.read_bytes()
        done = subprocess.run(
            [sys.executable, "-m", "extract.cli", "extract", str(folder), "--store", str(disk / "store.duckdb"), "--lang", "en"],
            capture_output=True, check=False, cwd=ROOT, env=settings(),
        )  # fmt: skip
        left = sorted(path.name for path in disk.iterdir() if path.name not in ("store.duckdb", "store.duckdb.lock"))
        return done.returncode, told(done), (disk / "store.duckdb").read_bytes() == before, left
    finally:
        subprocess.run(["umount", str(disk)], check=False, capture_output=True)


def _with_file_limit(trial: Trial, folder: Path, content: bytes, outcome: Outcome) -> Outcome:
    """The same with a limit on the size of files, which needs no rights."""

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (len(content) + 20_000, len(content) + 20_000))

    place = trial.place / "before"
    done = extract(folder, place, preexec_fn=limit)
    same = (place / "store.duckdb").read_bytes() == content
    outcome.told(f"files limited to {len(content) // 1_000 + 20} KB: code {done.returncode}, store kept {same}")
    outcome.expect(done.returncode == 4 and same, f"code {done.returncode}: {told(done)[-200:]}")
    return outcome


def _forbidden(trial: Trial, folder: Path, content: bytes, outcome: Outcome) -> None:
    """Folders that may not be written, that are no folder, and that vanish."""
    if os.geteuid() == 0 and shutil.which("setpriv") is None:
        outcome.left_out.append("forbidden folders (root may write everywhere, and there is no setpriv)")
        return
    home = trial.place / "forbidden"
    home.mkdir()
    for kind in ("read-only folder", "deleted folder", "file in the way"):
        place = home / kind
        place.mkdir()
        (place / "store.duckdb").write_bytes(content)
        target = place
        if kind == "deleted folder":
            target = place / "gone" / "gone"
        elif kind == "file in the way":
            target = place / "store.duckdb" / "below"
        for path in (home, place, place / "store.duckdb"):
            path.chmod(0o555)
        run = [
            sys.executable,
            "-m",
            "extract.cli",
            "extract",
            str(folder),
            "--store",
            str(target / "store.duckdb"),
            "--lang",
            "en",
        ]
        done = subprocess.run([*AS_ANYBODY, *run], capture_output=True, check=False, cwd=ROOT, env=settings())
        same = (place / "store.duckdb").read_bytes() == content
        outcome.told(f"{kind}: code {done.returncode}, store kept {same}: {told(done)[-110:]!r}")
        outcome.expect(done.returncode == 4 and same and "\n" not in told(done), f"{kind}: {done.returncode} {told(done)[-300:]}")


def trees(trial: Trial) -> Outcome:
    """R20: whatever stands in a folder, nothing outside is opened, nothing hangs, what is not read is listed with a reason."""
    outcome = Outcome()
    outside = write(trial.place / "outside", {"secret.txt": "石桥镇2024年法治政府建设情况报告\n化解纠纷97起。", "f/g.txt": "x"})
    folder = write(trial.place / "corpus", reports(3))
    expected = _strange(folder, outside)
    done = extract(folder, trial.place, timeout=900)
    found = dict(problems(trial.place / "store.duckdb"))
    text = (trial.place / "reports.csv").read_text("utf-8-sig")
    outcome.told(f"{len(expected)} strange things in a folder: code {done.returncode}, {len(found)} listed with a reason")
    for name, reason in expected.items():
        if reason is None:
            outcome.expect(name not in found and name not in text, f"{name} was taken for a report: {found.get(name, 'read')}")
        elif reason == "text":
            outcome.expect(name not in found, f"{name} was not read: {found.get(name)}")
        else:
            outcome.expect(found.get(name) == reason, f"{name}: {found.get(name, 'not listed')} instead of {reason}")
    mentions = (trial.place / "mentions.csv").read_text("utf-8-sig")
    outcome.expect("secret" not in text and "纠纷97起" not in mentions, "a file outside was read")
    outcome.expect(b"Traceback" not in done.stderr, told(done)[-300:])
    _moving(trial, outside, outcome)
    _many(trial, outcome)
    return outcome


def _strange(folder: Path, outside: Path) -> dict[str, str | None]:
    """Puts strange things in the folder: what is expected of each, None where it is no report."""
    sentence = "石桥镇2020年法治政府建设情况报告\n化解纠纷12起。"
    named = {
        "长" * 80 + ".txt": "text",
        "换\n行.txt": "text",
        "😀.txt": "text",
        "A.TXT": "text",
        "a.txt": "text",
        " 空 格 .txt": "text",
        "-rf.txt": "text",
        "%s%n.txt": "text",
        "'; DROP TABLE files; --.txt": "text",
        "$(touch x).txt": "text",
        "=1+1.txt": "text",
        "空.txt": "empty",
        "~$锁.docx": None,
        ".DS_Store": None,
        ".隐藏/a.txt": None,
        "Thumbs.db": None,
        "observations.csv": None,
        "深/" * 40 + "深.txt": "text",
    }
    expected: dict[str, str | None] = dict(named)
    write(folder, {name: "" if reason == "empty" else sentence for name, reason in named.items()})
    (folder / "out.txt").symlink_to(outside / "secret.txt")
    (folder / "out").symlink_to(outside)
    (folder / "up.txt").symlink_to("../outside/secret.txt")
    (folder / "loop").symlink_to(folder)
    (folder / "broken.txt").symlink_to(folder / "nowhere")
    (folder / "passwd.txt").symlink_to("/etc/passwd")
    os.mkfifo(folder / "pipe.txt")
    for name in ("out.txt", "out", "up.txt", "loop", "broken.txt", "passwd.txt", "pipe.txt"):
        expected[name] = "not-a-file"
    with socket.socket(socket.AF_UNIX) as server, contextlib.chdir(folder):
        server.bind("s.txt")
    expected["s.txt"] = "not-a-file"
    with contextlib.suppress(OSError):
        os.mknod(folder / "null.txt", 0o666 | 0o020000, os.makedev(1, 5))  # as endless as /dev/zero
        expected["null.txt"] = "not-a-file"
    raw = os.fsencode(folder) + b"/\xb1\xa8\xb8\xe6.txt"
    with open(raw, "wb") as file:  # noqa: PTH123  (a name in bytes)
        file.write(sentence.encode())
    expected[r"\xb1\xa8\xb8\xe6.txt"] = "text"
    return expected


def _moving(trial: Trial, outside: Path, outcome: Outcome) -> None:
    """Files that grow, vanish, or become links while the run is going on."""
    folder = write(trial.place / "moving", reports(trial.choose(60, 600)))
    place = trial.place / "moving-out"
    place.mkdir()
    process = subprocess.Popen(
        command(folder, place, "--engine", "serial"), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=ROOT, env=settings()
    )
    files = sorted(folder.rglob("*.txt"))
    with _until_done(process) as going:
        for number, path in enumerate(reversed(files)):
            if not going():
                break
            with contextlib.suppress(OSError):
                if number % 4 == 0:
                    path.unlink()
                elif number % 4 == 1:
                    with path.open("a", encoding="utf-8") as file:
                        file.write("镇里持续推进依法治理。" * 1_000)
                elif number % 4 == 2:
                    path.unlink()
                    path.symlink_to(outside / "secret.txt")
            time.sleep(0.004)
        parent = folder / "1"
        with contextlib.suppress(OSError):
            parent.rename(folder / "moved")
            parent.symlink_to(outside)
        _, error = process.communicate(timeout=900)
    said = error.decode("utf-8", "replace")
    found = dict(problems(place / "store.duckdb"))
    mentions = (place / "mentions.csv").read_text("utf-8-sig")
    outcome.told(f"{len(files)} files vanishing, growing and becoming links: code {process.returncode}, {len(found)} listed: "
                 f"{sorted(set(found.values()))}")  # fmt: skip
    outcome.expect(process.returncode in (0, 1) and "Traceback" not in said, f"code {process.returncode}: {said[-300:]}")
    outcome.expect(set(found.values()) <= {"missing", "not-a-file", "unreadable", "too-large"}, f"{found}")
    outcome.expect("纠纷97起" not in mentions, "a file outside was read")


@contextlib.contextmanager
def _until_done(process: subprocess.Popen[bytes]) -> Iterator[object]:
    try:
        yield lambda: process.poll() is None
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()


def _many(trial: Trial, outcome: Outcome) -> None:
    """The memory of the process that runs, over many files."""
    count = trial.choose(200, 10_000)
    folder = write(trial.place / "many", reports(count))
    code = (
        "import sys; from pathlib import Path; from tests.corpus_run import corpora\n"
        "if __name__ == '__main__':\n"
        "    from extract.corpus.result import open_result; from extract.corpus.run import Options\n"
        "    open_result([Path(sys.argv[1])], (), corpora.library(), Path(sys.argv[2]), Options(engine='processes', workers=2))\n"
        # Not ru_maxrss, which starts from the memory of whoever started this process.
        "    status = Path('/proc/self/status').read_text()\n"
        "    print(int(status.split('VmHWM:')[1].split()[0]) // 1024)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder), str(trial.place / "many.duckdb")], capture_output=True, check=True, cwd=ROOT,
        env=settings(),
    )  # fmt: skip
    megabytes = int(done.stdout.split()[-1])
    outcome.told(f"{count} files: {megabytes} MB at most in the process that runs")
    outcome.expect(megabytes <= MOST_MEMORY, f"{megabytes} MB")


#: calibrated: DuckDB may hold 350 MB for itself, and did not need as much in any run measured
MOST_MEMORY = 450
