"""The dashboard in a real browser: `python -m benchmarks.dashboard [STORE.duckdb] [--rounds 3] [--counties 10]`.

Prints how long the first page takes after the server is up, how long each interaction takes from the click until what was
asked for is on the screen (charts until they are drawn), and the memory of the server. Beside the time on the clock, which
other work on the machine lengthens, stands the processor time that server and browser took for it. Without a store it is the
sample county that is looked at; of a store of many, `--counties` are chosen for the first time on each page.
"""

import argparse
import os
import re
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from tests.browser.browsers import Watched, arguments, browser_path, dashboard
from tests.views.county import county_store

_PATIENCE = 60_000
#: how long the first page is looked at before anything is clicked
_READING = 4_000
#: what is there while a page is made
_BUSY = "[data-testid=stStatusWidget],[data-testid=stSkeleton]"
#: the pages of the list at the side
_PAGES = ("总览", "对比", "变化", "报告", "核对", "指标库", "数据")
_Spent = tuple[float, float, float]
Step = tuple[str, Callable[[Any], None], Callable[[Any], None]]


def _text(words: str) -> Callable[[Any], None]:
    return lambda page: page.get_by_text(words, exact=True).first.click()


def _shows(selector: str, words: str = "") -> Callable[[Any], None]:
    def wait(page: Any) -> None:
        found = page.locator(selector, has_text=re.compile(words)) if words else page.locator(selector)
        found.first.wait_for(timeout=_PATIENCE)

    return wait


def _click_bar(page: Any) -> None:
    box = page.locator(".barlayer .point path").first.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 3, box["y"] + box["height"] / 2)


def _year(wanted: str) -> Callable[[Any], None]:
    """Few years stand side by side, many in a list."""

    def choose(page: Any) -> None:
        side_by_side = page.locator("[data-testid=stMain] [data-testid=stButtonGroup] button", has_text=re.compile(f"^{wanted}$"))
        if side_by_side.count():
            side_by_side.first.click()
            return
        page.get_by_label("年份", exact=False).first.click()
        page.get_by_role("option", name=wanted, exact=True).click()

    return choose


def steps(earlier: str) -> list[Step]:
    """What a person does, what it is called, and what shows that it is done."""
    return [
        ("overview: another year", _year(earlier), _shows("h3", f"{earlier}年主要指标")),
        ("to Compare, chart drawn", _link("对比"), _shows(".barlayer .point")),
        ("back to Overview", _link("总览"), _shows("h3", "待核查的矛盾|各省报告")),
        ("to Compare, a second time", _link("对比"), _shows(".barlayer .point")),
        ("compare: another year", _year(earlier), _shows(".gtitle", f"{earlier}年")),
        ("compare: a bar to its sentence", _click_bar, _shows("mark.claimed")),
        ("compare: per village", _text("每村（社区）平均"), _settled),
        ("compare: back to values", _text("报告数"), _shows(".gtitle", f"{earlier}年")),
        ("compare: table", _text("表格"), _shows("table tbody tr")),
        ("compare: all metrics", _text("多指标一览"), _shows("td.quarter")),
        ("to Change, lines drawn", _link("变化"), _shows(".scatterlayer .trace")),
        ("change: table of changes", _text("增减表"), _shows("table tbody tr")),
        ("change: what to look at", _text("值得留意"), _shows("h3", "超过门槛")),
        ("to a township by its name", _first("a[href*='township?']"), _shows("h1", "乡镇")),
        (
            "township: another metric's sentence",
            _first("table tbody tr:nth-child(3) td:nth-child(2)"),
            _shows("tr.on:nth-child(3)"),
        ),
        ("to Report", _link("报告"), _shows(".text .fig")),
        ("report: what a figure was read as", _first(".text .fig.claimed"), _shows(".text .fig.at")),
        ("to Review", _link("核对"), _shows("h3", "待核对清单")),
        ("review: the next one by key", lambda page: page.keyboard.press("n"), _settled),
        ("to Metrics", _link("指标库"), _shows("h3", "例句")),
        ("to Data", _link("数据"), _shows("h3", "添加报告|指定文件夹|上传文件")),
        ("to Overview", _link("总览"), _shows("h3", "待核查的矛盾|各省报告")),
        ("overview: another county", _another_county, _of_the_county),
    ]


def _another_county(page: Any) -> None:
    """The county after the one that is looked at, where there are several."""
    field = page.get_by_label("县（市、区）", exact=True).first
    field.wait_for(timeout=1_000)
    field.click()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")


def _of_the_county(page: Any) -> None:
    """Until the contradictions of the newly chosen county stand where those of the last one stood."""
    page.locator("[data-stale=true]").first.wait_for(state="attached", timeout=2_000)
    # not `_settled`: that gives a run 150 ms to begin, and this one has begun
    page.wait_for_function(f"!document.querySelector('[data-stale=true],{_BUSY}')", timeout=_PATIENCE)


def _link(name: str) -> Callable[[Any], None]:
    return lambda page: page.locator("[data-testid=stSidebarNav] a", has_text=re.compile(f"^{name}$")).click()


def _first(selector: str) -> Callable[[Any], None]:
    return lambda page: page.locator(selector).first.click()


def _settled(page: Any) -> None:
    with suppress(Exception):
        page.locator("[data-testid=stStatusWidget]").wait_for(timeout=150)
    page.wait_for_function(f"!document.querySelector('{_BUSY}')", timeout=_PATIENCE)


def measure(store: Path, rounds: int, counties: int) -> None:
    """Opens the dashboard on a store and does everything, several times over; then looks at counties not seen before."""
    from playwright.sync_api import sync_playwright

    begun = time.monotonic()
    with sync_playwright() as playwright, dashboard(store) as address:
        print(f"server up after {time.monotonic() - begun:.1f} s, load {os.getloadavg()[0]:.1f}")
        browser = playwright.chromium.launch(executable_path=browser_path(), args=list(arguments()))
        taken: dict[str, list[_Spent]] = {}
        for number in range(rounds):
            with _visit(browser, address, f"first page, visit {number + 1}") as page:
                for name, act, wait in steps(_earlier_year(page)):
                    _take(taken, name, page, act, wait)
        if counties:
            with _visit(browser, address, "first page, to look at counties") as page:
                _counties(page, taken, counties)
        for name, rows in taken.items():
            _tell(name, rows)
        print(f"memory of the server: {_memory():.0f} MB at most; load {os.getloadavg()[0]:.1f}")
        browser.close()


@contextmanager
def _visit(browser: Any, address: str, name: str) -> Iterator[Any]:
    """A visitor's first page, when it has been looked at for a while."""
    context = browser.new_context(viewport={"width": 1280, "height": 1000}, locale="zh-CN")
    page = Watched(context.new_page()).page
    begun, before = time.monotonic(), _spent()
    page.goto(address)
    _shows("h3", "待核查的矛盾|各省报告")(page)
    passed, now = time.monotonic() - begun, _spent()
    _tell(name, [(passed, now[0] - before[0], now[1] - before[1])])
    page.wait_for_timeout(_READING)
    yield page
    context.close()


def _take(taken: dict[str, list[_Spent]], name: str, page: Any, act: Callable[[Any], None], wait: Callable[[Any], None]) -> None:
    """Does a step, notes what it took, and lets the page come to rest."""
    begun, before = time.monotonic(), _spent()
    try:
        act(page)
        wait(page)
    except Exception as error:
        print(f"  {name}: not measured ({str(error).splitlines()[0][:90]})")
        return
    passed, now = time.monotonic() - begun, _spent()
    taken.setdefault(name, []).append((passed, now[0] - before[0], now[1] - before[1]))
    _settled(page)
    page.wait_for_timeout(300)


def _counties(page: Any, taken: dict[str, list[_Spent]], counties: int) -> None:
    """Chooses county after county on each page; the visits before have seen the first two."""
    _another_county(page)
    _settled(page)
    for name in _PAGES:
        _link(name)(page)
        page.wait_for_timeout(2_000)
        for _ in range(counties):
            _take(taken, f"{name}: a county not seen before", page, _another_county, _of_the_county)


def _tell(name: str, rows: list[_Spent]) -> None:
    clock, server, shown = ([row[place] for row in rows] for place in range(3))
    print(
        f"{name:<38} median {_median(clock) * 1000:5.0f}   slowest {max(clock) * 1000:5.0f} ms"
        f"   server {_median(server) * 1000:5.0f}   browser {_median(shown) * 1000:5.0f} ms of processor"
    )


def _earlier_year(page: Any) -> str:
    """The year before the one that the first page shows."""
    shown = re.findall(r"(20\d\d)年主要指标", page.locator("[data-testid=stMain]").inner_text())
    return str(int(shown[0]) - 1)


def _spent() -> tuple[float, float]:
    """Processor seconds of the server and of everything else that this process started, the browser."""
    parents: dict[int, int] = {}
    times: dict[int, float] = {}
    server = 0
    for place in Path("/proc").glob("[0-9]*"):
        with suppress(OSError, IndexError):
            cells = (place / "stat").read_text("ascii", "replace").rsplit(")", 1)[1].split()
            number = int(place.name)
            parents[number] = int(cells[1])
            times[number] = (int(cells[11]) + int(cells[12])) / os.sysconf("SC_CLK_TCK")
            if parents[number] == os.getpid() and b"serve.py" in (place / "cmdline").read_bytes():
                server = number
    mine = {number for number in parents if number != os.getpid() and _under(number, os.getpid(), parents)}
    served = {number for number in mine if number == server or _under(number, server, parents)}
    return sum(times[number] for number in served), sum(times[number] for number in mine - served)


def _under(number: int, above: int, parents: dict[int, int]) -> bool:
    while number in parents:
        number = parents[number]
        if number == above:
            return True
    return False


def _median(times: list[float]) -> float:
    return sorted(times)[len(times) // 2]


def _memory() -> float:
    """The high water of the server, which is the child of this process that runs `views/serve.py`."""
    for place in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if b"serve.py" in (place / "cmdline").read_bytes():
                status = (place / "status").read_text("ascii", "replace")
                if f"PPid:\t{os.getpid()}\n" in status:
                    return int(re.findall(r"VmHWM:\s+(\d+)", status)[0]) / 1e3
    return 0.0


def main() -> None:
    """Measures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store", type=Path, nargs="?")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--counties", type=int, default=0, help="counties to choose for the first time on each page")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measure((given.store or county_store(Path(folder))).absolute(), given.rounds, given.counties)


if __name__ == "__main__":
    main()
