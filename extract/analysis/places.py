"""Which reports belong to one series: a township keeps its series when it is renamed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

WHO = ["township", "county", "city", "province", "division_code"]
_KIND = re.compile(r"(?:街道办事处|地区办事处|办事处|街道|地区|镇|民族乡|乡|民族苏木|苏木)$")


def stem(township: str) -> str:
    """The name without what kind of place it is: 青石乡 became 青石镇 became 青石街道.

    >>> stem("青石街道"), stem("青石镇"), stem("镇")
    ('青石', '青石', '镇')
    """
    return _KIND.sub("", township) or township


def series_of(reports: pd.DataFrame) -> pd.DataFrame:
    """For each report its `series`, the key of its township through all years, and the township's latest `name`.

    Two identities are one township if they share a division code, or county and stem, and never report for the same year.
    A report of an unknown township is a series of its own.
    """
    import pandas as pd  # a run that only makes a store names series too, and needs no more than the names

    frame = reports[["report", *WHO, "year"]].drop_duplicates("report")
    cells = [frame[column].fillna("").astype(str).tolist() for column in WHO]
    who = list(zip(*cells, strict=True))
    years: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for one, year in zip(who, frame["year"].astype("float64").tolist(), strict=True):
        years[one].update(() if year != year else (int(year),))
    keys, names = series_of_identities(years)
    found = [keys.get(one, f"report|{report}") for one, report in zip(who, frame["report"], strict=True)]
    shown = [names.get(key, one[0]) for key, one in zip(found, who, strict=True)]
    return pd.DataFrame({"report": frame["report"].to_numpy(), "series": found, "name": shown})


def series_of_identities(
    years: Mapping[tuple[str, ...], Collection[int]],
) -> tuple[dict[tuple[str, ...], str], dict[str, str]]:
    """The series of each identity (township, county, city, province, code) with its years, and each series' latest name."""
    return _joined([(one, frozenset(years[one])) for one in sorted(years) if one[0]])


def _joined(known: list[tuple[tuple[str, ...], frozenset[int]]]) -> tuple[dict[tuple[str, ...], str], dict[str, str]]:
    """The series of each identity, and the latest name of each series."""
    counties: dict[str, set[str]] = defaultdict(set)
    for (township, county, *_), _ in known:
        if county:
            counties[township].add(county)
    groups: dict[str, list[tuple[tuple[str, ...], frozenset[int]]]] = defaultdict(list)
    by_code: dict[str, str] = {}
    for who, years in known:
        township, county, _, _, code = who
        if not county and len(counties[township]) == 1:
            county = next(iter(counties[township]))
        group = by_code.setdefault(code, f"{county}|{stem(township)}") if code else f"{county}|{stem(township)}"
        groups[group].append((who, years))
    keys: dict[tuple[str, ...], str] = {}
    names: dict[str, str] = {}
    for group, members in groups.items():
        for number, cluster in enumerate(_clusters(members)):
            key = group if number == 0 else f"{group}|{number}"
            latest = max(cluster, key=lambda member: (max(member[1], default=0), member[0]))
            names[key] = latest[0][0]
            keys.update((who, key) for who, _ in cluster)
    return keys, names


def _clusters(
    members: list[tuple[tuple[str, ...], frozenset[int]]],
) -> list[list[tuple[tuple[str, ...], frozenset[int]]]]:
    """Members that may be one township: other names only in other years; 青石镇 and 青石乡 that both report are two."""
    found: list[list[tuple[tuple[str, ...], frozenset[int]]]] = []
    for member in members:
        (township, _, _, _, code), years = member
        for cluster in found:
            if all(
                (township == who[0] and (not code or not who[4] or code == who[4])) or not (years & seen) for who, seen in cluster
            ):
                cluster.append(member)
                break
        else:
            found.append([member])
    return found
