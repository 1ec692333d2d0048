"""Nothing that the program does asks the network; `F6` of the reliability rows tries a whole run without one."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
#: modules that speak to other machines
SPEAKING = {
    "socket",
    "urllib.request",
    "http.client",
    "ftplib",
    "smtplib",
    "requests",
    "httpx",
    "aiohttp",
    "urllib3",
    "telnetlib",
}
#: looks for a free port of this machine
ALLOWED = {"extract/cli_dashboard.py socket"}


def test_no_module_of_ours_can_ask_the_network() -> None:
    found = []
    for path in sorted([*(ROOT / "extract").rglob("*.py"), *(ROOT / "views").rglob("*.py")]):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [str(node.module)] if isinstance(node, ast.ImportFrom) else []
            found += [f"{path.relative_to(ROOT).as_posix()} {name}" for name in names if name in SPEAKING]
    assert [line for line in found if line not in ALLOWED] == []
