"""What `from extract import …` promises."""

import subprocess
import sys

import pytest

import extract


def test_every_name_is_there_and_sorted() -> None:
    assert extract.__all__ == sorted(extract.__all__)
    assert set(extract._PLACES) == set(extract.__all__)
    for name in extract.__all__:
        assert getattr(extract, name).__name__ == name
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        extract.nothing  # noqa: B018


def test_importing_loads_nothing_heavy() -> None:
    program = "import sys, extract; print(sorted({'pandas', 'duckdb', 'pyarrow', 'streamlit', 'plotly'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_the_interface_of_the_design() -> None:
    from extract import Document, audit, changes, compare, extract_corpus, extract_report, load_library, read

    library = load_library()
    document = Document("石桥镇2024年法治政府建设情况报告\n\n全镇排查矛盾纠纷124起，化解96起。\n", name="石桥镇2024.txt")
    result = extract_report(document, library)
    assert list(result.observations["value"]) == [124.0, 96.0]
    corpus = extract_corpus([document], library)
    assert list(corpus.observations["id"]) == list(result.observations["id"])
    assert all(callable(function) for function in (audit, changes, compare, read))
