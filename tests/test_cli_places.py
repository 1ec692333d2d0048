"""The register of divisions asked from the command line."""

import json

import pytest

from extract.cli import main
from extract.report.lookup import look_up
from extract.report.places import Places, default_places


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    return int(ended.value.code or 0)


@pytest.fixture(scope="module")
def places() -> Places:
    return default_places()


# question, county told beside it, the codes found
FOUND = [
    ("张店乡", "", ["341602200000", "410423211000"]),
    ("张店乡", "鲁山县", ["410423211000"]),
    ("鲁山县张店乡", "", ["410423211000"]),
    ("河南省 平顶山市 鲁山县 张店乡", "", ["410423211000"]),
    ("鲁山张店", "", ["410423211000"]),
    ("河南鲁山县张店镇", "", ["410423211000"]),
    ("鲁山县张店乡人民政府", "", ["410423211000"]),
    ("湾沟", "", ["220605102000"]),
    ("郫县德源镇", "", ["510117007000"]),
    ("410423211000", "", ["410423211000"]),
    ("410423211", "", ["410423211000"]),
    ("410423211204", "", ["410423211000"]),
    ("鲁山县湾沟镇", "", []),
    ("松屏镇", "", []),
    ("", "", []),
    ("99", "", []),
]


@pytest.mark.parametrize(("question", "county", "codes"), FOUND)
def test_townships_are_found(places: Places, question: str, county: str, codes: list[str]) -> None:
    assert [division.code for division in look_up(question, places, county).found] == codes


@pytest.mark.parametrize(
    ("question", "places_in_it"), [("鲁山县", "410423"), ("鲁山", "410423"), ("410423", "410423"), ("平顶山市", "4104")]
)
def test_larger_places_are_all_their_townships(places: Places, question: str, places_in_it: str) -> None:
    found = look_up(question, places).found
    assert len(found) > 20
    assert {division.code[: len(places_in_it)] for division in found} == {places_in_it}


@pytest.mark.parametrize(
    ("question", "near"),
    [("湾勾镇", "湾沟镇"), ("河南省鲁山县张电乡", "张店乡"), ("鲁山县下汤乡镇", "下汤镇"), ("张店街道办事处", "张店镇")],
)
def test_names_that_are_nearly_right(places: Places, question: str, near: str) -> None:
    answer = look_up(question, places)
    assert answer.found == ()
    assert near in [division.township for division in answer.near]


def test_one_township(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("places", "鲁山县张店乡", "--format", "csv", "--lang", "en") == 0
    shown = capsys.readouterr()
    assert shown.out == "code,township,county,city,province,county_formerly\n410423211000,张店乡,鲁山县,平顶山市,河南省,\n"
    assert shown.err == ""


def test_former_names_are_shown_and_codes_stay_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("places", "郫县德源镇", "--format", "json") == 0
    [row] = json.loads(capsys.readouterr().out)
    assert (row["code"], row["county"], row["county_formerly"]) == ("510117007000", "郫都区", "郫县")


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "2 townships fit 张店乡"), ("zh", "“张店乡”共有 2 个")],
)
def test_an_ambiguous_name_is_said_to_be_so(language: str, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("places", "张店乡", "--lang", language) == 0
    shown = capsys.readouterr()
    assert "谯城区" in shown.out
    assert words in shown.err


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "holds no 湾勾镇. Did you mean: 吉林省"), ("zh", "没有“湾勾镇”。是否想查：吉林省")],
)
def test_an_unknown_name_is_a_warning_only(language: str, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("places", "湾勾镇", "湾沟镇", "--lang", language) == 0
    shown = capsys.readouterr()
    assert "220605102000" in shown.out
    assert words in shown.err


@pytest.mark.parametrize(
    "arguments", [[], [" "], ["张店乡", "--county", "青云县"], ["张店乡", "--format", "xml"], ["张店乡", "--province", "江南省"]]
)
def test_wrong_use(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run("places", *arguments) == 2
    assert capsys.readouterr().err
