"""The container file, as far as it can be read without a container engine: what it copies, who runs, and what it starts."""

import json
import re
import shlex
from pathlib import Path

from extract.cli import command_tree

ROOT = Path(__file__).parents[2]
LINES = re.sub(r"\\\n\s*", "", (ROOT / "Containerfile").read_text(encoding="utf-8")).splitlines()


def words(instruction: str) -> list[str]:
    return [line.split(maxsplit=1)[1] for line in LINES if line.startswith(instruction + " ")]


def test_everything_copied_is_in_the_tree() -> None:
    ignored = {line.strip("*/") for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()}
    for copied in words("COPY"):
        if not copied.startswith("--from"):
            for source in shlex.split(copied)[:-1]:
                assert (ROOT / source).exists(), source
                assert source not in ignored, source


def test_nobody_runs_as_root() -> None:
    user = words("USER")[-1]
    assert user not in ("root", "0")
    assert any(f"useradd --uid 10001 --create-home {user}" in run for run in words("RUN"))
    assert LINES.index(f"USER {user}") < next(n for n, line in enumerate(LINES) if line.startswith("ENTRYPOINT"))


def test_what_it_starts_is_a_command_of_ours_on_the_port_that_is_checked() -> None:
    assert json.loads(words("ENTRYPOINT")[0]) == ["township-metrics"]
    name, *arguments = json.loads(words("CMD")[0])
    context = command_tree("en").commands[name].make_context(name, arguments)
    assert str(context.params["path"]) == words("VOLUME")[0]
    assert context.params["browser"] is False
    port = context.params["port"]
    assert words("EXPOSE") == [str(port)]
    assert f"127.0.0.1:{port}/_stcore/health" in words("HEALTHCHECK")[0]


def test_once_built_nothing_is_fetched() -> None:
    final = LINES[[n for n, line in enumerate(LINES) if line.startswith("FROM")][-1] :]
    installs = [line for line in final if "pip install" in line]
    assert installs
    assert all("--no-index" in line for line in installs), "the image holds what the first stage built, and asks no index"
