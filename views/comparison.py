"""One page: a folder's observations side by side, each with its sentence."""

import os
import sys
from pathlib import Path

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from extract import extract_corpus, load_library
from extract.corpus.folder import STORE_FOLDER
from extract.errors import TownshipMetricsError
from extract.exporting.csv import csv_lines
from extract.tables import OBSERVATIONS

SAMPLES = Path(__file__).resolve().parent.parent / "data"
#: how a figure's exactness is written beside its value
MARKS = {"over": "≥", "nearly": "<", "about": "≈"}


def show() -> None:
    """The page."""
    st.title("乡镇法治政府建设指标对比")
    folder = st.text_input("报告文件夹 Folder of reports", value=str(_first_folder()), key="folder")
    if not Path(folder).is_dir():
        st.info("这个文件夹不存在。请填写存放报告的文件夹。This folder does not exist.")
        return
    try:
        with st.spinner("正在读取 Reading…"):
            observations, problems = _read(folder, os.environ.get("TOWNSHIP_METRICS_LIBRARY"))
    except TownshipMetricsError as error:
        st.error(str(error).replace("[", "\\["))
        return
    if problems:
        st.warning(f"{len(problems)} 个文件未能读取 files could not be read")
        st.dataframe(pd.DataFrame(problems, columns=["文件 file", "原因 reason", "说明 message"]), hide_index=True)
    if observations.empty:
        st.info("没有读到任何指标。No figure was read.")
        return
    _comparison(observations)
    _table(observations)


def _first_folder() -> Path:
    """What the command was given, else the first sample corpus."""
    given = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("TOWNSHIP_METRICS_FOLDER", "")
    if given:
        return Path(given)
    samples = sorted(path for path in SAMPLES.iterdir() if path.is_dir()) if SAMPLES.is_dir() else []
    return samples[0] if samples else Path.cwd()


@st.cache_data(show_spinner=False, max_entries=4, ttl=3600)
def _read(folder: str, library: str | None) -> tuple[pd.DataFrame, list[tuple[str, str, str]]]:
    result = extract_corpus(folder, load_library(library), store=Path(folder) / STORE_FOLDER / "store.duckdb")
    return result.observations, result.problems


def _comparison(observations: pd.DataFrame) -> None:
    """The bars of one metric in one year."""
    left, right = st.columns(2)
    names = dict(zip(observations["metric"], observations["metric_zh"], strict=True))
    counts = observations["metric"].value_counts()
    metric = left.selectbox("指标 Metric", list(counts.index), format_func=lambda m: f"{names[m]}（{counts[m]}）", key="metric")
    chosen = observations[observations["metric"] == metric]
    years = sorted(chosen["year"].dropna().unique(), reverse=True)
    if not years:
        st.info("报告没有说明年份。The reports do not tell their year.")
        return
    year = right.selectbox("年份 Year", years, key="year")
    rows = chosen[(chosen["year"] == year) & (chosen["resolution"] != "conflict")].sort_values("value")
    st.plotly_chart(bars(rows, f"{names[metric]}，{year} 年"), key="bars")
    conflicts = chosen[(chosen["year"] == year) & (chosen["resolution"] == "conflict")]
    if not conflicts.empty:
        st.warning(f"{conflicts['township'].nunique()} 个乡镇的数字前后不一，未列入图中 conflicting figures are left out of the chart")


def bars(rows: pd.DataFrame, title: str) -> go.Figure:
    """Sorted bars with the median; each bar carries the observation's id."""
    marks = [f"{MARKS.get(q, '')}{v:g}" for q, v in zip(rows["qualifier"], rows["value"], strict=True)]
    figure = go.Figure(
        go.Bar(
            x=rows["value"],
            y=rows["township"],
            orientation="h",
            text=marks,
            customdata=rows["id"],
            hovertext=rows["sentence"],
            hoverinfo="text",
        )
    )
    if len(rows) > 2:
        figure.add_vline(x=float(rows["value"].median()), line_dash="dot", annotation_text="中位数")
    unit = rows["unit"].iloc[0] if len(rows) else ""
    figure.update_layout(title=title, xaxis_title=unit, yaxis_title=None, height=140 + 28 * len(rows), margin={"l": 10, "r": 10})
    return figure


def _table(observations: pd.DataFrame) -> None:
    """Every observation, and its download."""
    shown = ["township", "year", "metric_zh", "value", "value_high", "qualifier", "unit", "resolution", "sentence", "report"]
    st.dataframe(observations[shown], hide_index=True)
    rows = observations[list(OBSERVATIONS)].astype(object).where(observations.notna(), None).itertuples(index=False, name=None)
    text = "".join(csv_lines(OBSERVATIONS, rows))
    st.download_button("下载 CSV Download", ("﻿" + text).encode(), "observations.csv", "text/csv")
