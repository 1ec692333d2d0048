"""The audit finds every planted contradiction, and nothing in reports that add up."""

from functools import cache
from pathlib import Path

import pandas as pd
import pytest

from extract import extract_corpus
from extract.analysis.audit import audit, audit_rows
from extract.analysis.facts import Facts
from extract.tables import AUDIT
from tests.analysis.county import COUNTY, LIBRARY, TOWNS, YEARS, county, figures, read, text_of

A, B, C, D, E, F = TOWNS

#: kind, township, year, which sentence, and the one in its place
PLANTED = [
    ("rate_against_counts", A, 2022, "disputes", "全年排查矛盾纠纷98件，化解94件，化解率99.2%。"),
    ("rate_against_counts", B, 2023, "disputes", "共受理各类矛盾纠纷146起，成功化解142起，化解率达九成。"),
    ("rate_against_counts", C, 2024, "disputes", "排查矛盾纠纷190起、化解186起。通过多元调解，纠纷化解率为95%。"),
    ("rate_against_counts", D, 2023, "disputes", "摸排矛盾纠纷220余件，已化解160余件，化解率98.5%。"),
    ("parts_against_total", A, 2023, "cases", "办理行政处罚案件29件，其中简易程序19件、普通程序12件，罚款3.17万元。"),
    (
        "parts_against_total",
        B,
        2024,
        "cases",
        "全年办理行政处罚案件40起，其中简易程序案件27起，普通程序案件11起，罚款金额4.34万元。",
    ),
    ("parts_against_total", C, 2022, "contracts", "审查合同15份，其中镇级合同9份、村级合同8份。"),
    ("parts_against_total", D, 2024, "more", "受理群众信访60件，其中来信20件、来访30件，其余15件为网上信访。"),
    ("parts_against_total", E, 2022, "more", "全镇辖12个行政村、3个社区，合计16个村（社区）。"),
    ("change_against_values", A, 2023, "events", "开展普法宣传活动24场次，较上年增加9场次，发放宣传资料4530份。"),
    ("change_against_values", B, 2024, "hotline", "办理12345热线工单306件，同比上升4.1%。"),
    ("change_against_values", C, 2023, "hotline", "办理12345热线工单380件，同比下降13.3%。"),
    ("change_against_values", D, 2024, "satisfaction", "群众满意度96.3%，较上年提高3.4个百分点。"),
    ("change_against_values", E, 2023, "more", "发放宣传品的同时，全年受理法律咨询300人次，较上年的200人次增长80%。"),
    ("prior_against_earlier", B, 2023, "contracts", "审查合同16份，上年为18份。"),
    ("prior_against_earlier", C, 2024, "more", "2023年审查合同25份。"),
    ("prior_against_earlier", F, 2024, "hotline", "办理12345热线工单550件，较去年的590件有所减少。"),
    ("two_values", A, 2024, "more", "全年办理12345热线工单301件。"),
    ("two_values", D, 2022, "more", "年末盘点，全年开展普法宣传活动49场次。"),
    ("jump", A, 2024, "events", "开展普法宣传活动27场次，较上年增加3场次，发放宣传资料47900份。"),
    ("jump", E, 2023, "training", "组织法治培训4场次，培训3520人次。"),
    ("lost_wan", C, 2024, "cases", "查处行政处罚案件46宗，其中简易程序32宗、一般程序14宗，罚款5.34元。"),
    ("extra_wan", F, 2023, "events", "开展普法宣传活动44场次，较上年增加3场次，发放宣传资料8880万份。"),
    ("outside_range", B, 2022, "training", "组织法治培训5场次，培训99000人次。"),
    ("rate_over_100", C, 2023, "satisfaction", "群众满意度104.5%。"),
    ("resolved_over_received", D, 2022, "disputes", "摸排矛盾纠纷209件，已化解215件。"),
    ("resolved_over_received", E, 2024, "disputes", "调解矛盾纠纷260件，调解成功268件。"),
    ("rate_against_counts", B, 2022, "more", "年末学法考试应考52人，实考47人，参考率100%。"),
    ("rate_against_counts", D, 2024, "more", "全年办理人大代表建议12件，办结10件，办结率100%。"),
    ("resolved_over_received", F, 2022, "more", "全年排查安全隐患40处，整改46处。"),
    (
        "change_against_values",
        C,
        2024,
        "hotline",
        "办理12345热线工单450件，与上年持平。",
    ),
    ("change_against_values", E, 2024, "hotline", "办理12345热线工单520件，较上年有所下降。"),
    ("lost_wan", B, 2024, "more", "线上普法宣传覆盖群众1.3人次。"),
    ("two_values", D, 2023, "more", "现有人民调解员32名。乡镇共有人民调解员45名。"),
    ("part_over_whole", A, 2022, "more", "现有行政执法人员8名，其中持证执法人员11名。"),
    ("rate_against_counts", A, 2023, "more", "查出安全隐患56处，整改到位48处，整改完成率100%。"),
    ("rate_against_counts", C, 2022, "more", "组织村干部集中学法3次，应到68人，实到59人，到课率98%。"),
    ("parts_against_total", A, 2024, "cases", "办理行政处罚案件30件，其中简易程序18件、普通程序12件、简易程序5件，罚款3.5万元。"),
    ("parts_against_total", F, 2023, "more", "受理群众信访52件，其中来信20件、来访30件、网上信访9件，办结52件。"),
    ("change_against_values", C, 2024, "events", "开展普法宣传活动35场次，比上年翻了一番，发放宣传资料6530份。"),
    ("two_values", B, 2022, "more", "镇长协调推动全年办理12345热线工单402件。"),
    ("two_values", F, 2022, "more", "一年下来办理12345热线工单633件。"),
]

#: what may look like a contradiction and is none
SOUND = [
    ("two rates, one of them of these counts", B, 2024, "disputes", "调解纠纷250件，调解成功245件，调解率100%，调解成功率98%。"),
    ("settled in two ways", C, 2024, "disputes", "综治中心化解纠纷217件，另完成人民调解案件136件。"),
    ("rounded down", A, 2022, "disputes", "全年排查矛盾纠纷107件，化解103件，化解率96.2%。"),
    ("rounded to whole", A, 2022, "disputes", "全年排查矛盾纠纷107件，化解103件，化解率96%。"),
    ("a rate of about", B, 2022, "disputes", "共受理各类矛盾纠纷130余起，成功化解120余起，化解率达93%以上。"),
    ("rate of mediation, not of findings", C, 2022, "disputes", "排查矛盾纠纷172起，调解100起，调解成功98起，成功率98%。"),
    ("a rate of what was due", D, 2024, "more", "全年办理人大代表建议12件，办结10件，按期办结率100%。"),
    ("a rate of two sums", E, 2022, "more", "排查安全隐患50处，立即整改44处，限期整改6处，整改率100%。"),
    ("matters of years before", A, 2022, "disputes", "全年排查矛盾纠纷107件，化解112件（含上年结转9件）。"),
    ("a fall told in words", E, 2024, "hotline", "办理12345热线工单470件，较上年略有下降。"),
    ("a jump with its reason", D, 2024, "contracts", "因村级合同纳入镇级审查，全年审查合同260份。"),
    ("staff counted by two names", B, 2024, "more", "现有执法人员24名，其中持有执法证件的21人，年内通过执法资格考试的6人。"),
    ("a remainder of something else", F, 2022, "more", "受理群众信访60件，其中来信20件、来访30件；办结55件，其余5件正在办理。"),
    ("rates of two things", A, 2023, "more", "办理人大代表建议9件，按期办复率、满意率均为100%。"),
    ("examples after 其中", D, 2022, "contracts", "审查合同17份，其中土地流转合同5份、工程合同3份等。"),
    ("one example", D, 2023, "contracts", "审查合同20份，其中村级合同6份。"),
    ("remainder", D, 2024, "more", "受理群众信访60件，其中来信20件、来访30件，其余10件为网上信访。"),
    ("villages add up", E, 2022, "more", "全镇辖12个行政村、3个社区，合计15个村（社区）。"),
    ("over, then exact", A, 2023, "events", "开展普法宣传活动20余场次，发放宣传资料4500余份。"),
    ("prior value rounded", F, 2023, "hotline", "办理12345热线工单563件，较去年的570余件略有下降。"),
    ("change of a rounded amount", A, 2024, "more", "全年征收规费41.2万元，较上年的38.6万元增长6.7%。"),
    ("a multiple", E, 2023, "more", "接待法律咨询600人次，较上年的200人次增长2倍。"),
    ("a small count that grew", C, 2023, "more", "全年办理法律援助12件。"),
    ("a part of the year", B, 2024, "more", "上半年办理12345热线工单420件。"),
    ("a county's figure", B, 2024, "more", "全县办理12345热线工单98000件。"),
    ("a target", F, 2024, "more", "力争2025年开展普法宣传活动80场次。"),
    ("a village's share", F, 2024, "more", "桥头村调解矛盾纠纷9件。"),
    ("the same number said twice", A, 2024, "more", "全年化解矛盾纠纷116件。"),
    ("resolved with what was left over", A, 2023, "more", "排查隐患40处。"),
    ("two divisions of one total", F, 2022, "more", "受理群众信访52件，其中来信20件、来访32件，来信办结20件。"),
    ("all settled", F, 2023, "more", "受理群众信访52件，其中来信20件、来访23件、网上信访9件，办结52件。"),
    ("some settled", F, 2023, "more", "受理群众信访52件，其中来信20件、来访23件、网上信访9件，办结50件。"),
    ("doubled", E, 2023, "more", "接待法律咨询410人次，较上年的200人次翻了一番。"),
    ("completed in part", A, 2023, "more", "查出安全隐患56处，整改到位48处，整改完成率85.7%。"),
]  # fmt: skip


@pytest.fixture(scope="module")
def sound() -> Facts:
    return Facts.of(county())


def test_reports_that_add_up_have_no_finding(sound: Facts) -> None:
    assert audit(sound, LIBRARY).empty


@cache
def _audited(cases: str, turn: int, language: str = "both") -> pd.DataFrame:
    """The findings in a county where each township has its case that comes `turn`-th: what one spoils is no other's."""
    spoiled: dict[tuple[str, int], dict[str, str]] = {}
    for case in PLANTED if cases == "planted" else SOUND:
        town, year, key, sentence = case[1:]
        if _turn(cases, case) == turn:
            spoiled[town, year] = {key: sentence}
    return audit(county(spoiled), LIBRARY, language=language)


def _turn(cases: str, case: tuple[str, str, int, str, str]) -> int:
    of_town = [other for other in (PLANTED if cases == "planted" else SOUND) if other[1] == case[1]]
    return of_town.index(case)


@pytest.mark.parametrize("case", PLANTED, ids=lambda case: f"{case[0]} {case[4][:24]}")
def test_a_planted_contradiction_is_the_only_finding(case: tuple[str, str, int, str, str]) -> None:
    kind, town, year, _, sentence = case
    found = _audited("planted", _turn("planted", case))
    found = found[found["township"] == town]
    assert [(row.kind, row.township, row.year) for row in found.itertuples()] == [(kind, town, year)]
    row = found.iloc[0]
    assert str(row.sentence).strip("。") in sentence
    assert row.county == COUNTY
    assert row.report == f"{town}/{year}.txt"
    assert row.found != row.expected


@pytest.mark.parametrize("case", SOUND, ids=lambda case: case[0])
def test_what_only_looks_like_a_contradiction_is_none(case: tuple[str, str, int, str, str]) -> None:
    found = _audited("sound", _turn("sound", case), "zh")
    assert [str(row.message) for row in found.itertuples() if row.township == case[1]] == []


def test_all_planted_at_once_are_all_found() -> None:
    spoiled: dict[tuple[str, int], dict[str, str]] = {}
    for _, town, year, key, sentence in PLANTED:
        spoiled.setdefault((town, year), {})[key] = sentence
    found = audit(county(spoiled), LIBRARY)
    last = {(town, year, key): (kind, town, year) for kind, town, year, key, _ in PLANTED}
    held = {(row.kind, row.township, row.year) for row in found.itertuples()}
    assert set(last.values()) <= held


def test_a_report_under_another_title_is_last_years() -> None:
    results = [read(figures(A, 2022)), read(figures(A, 2023)), read(figures(A, 2023), title_year=2024)]
    kinds = {(row.kind, row.year) for row in audit(results, LIBRARY).itertuples()}
    assert kinds == {("title_year", 2024), ("same_report", 2024), ("repeated_figures", 2024)}


def test_a_neighbours_report_under_another_name_is_the_same_report() -> None:
    copied = read(figures(B, 2023), name="抄/2023.txt", text=text_of(figures(A, 2023)).replace(A, B))
    kinds = [row.kind for row in audit([read(figures(A, 2023)), copied], LIBRARY).itertuples()]
    assert kinds == ["same_report"]


def test_two_reports_of_one_year_are_noted() -> None:
    other = figures(A, 2023)
    other.instead = dict.fromkeys(("disputes", "cases", "hotline", "events", "satisfaction", "contracts"), "")
    other.instead["more"] = "全年召开法治建设专题会议3次。出具法律意见书12份。"
    found = audit([read(figures(A, 2023)), read(other, name="补报/2023.txt")], LIBRARY)
    assert list(found["kind"]) == ["second_report"]
    assert list(found["severity"]) == ["note"]


def test_last_years_figures_in_last_years_words_are_repeated() -> None:
    last = figures(C, 2022)
    spoiled = {"cases": "查处行政处罚案件39宗，其中简易程序26宗、一般程序13宗，罚款5万元。"}
    assert audit([read(last), read(figures(C, 2023))], LIBRARY).empty
    before, after = figures(C, 2022), figures(C, 2023)
    before.instead = after.instead = spoiled
    found = audit([read(before), read(after)], LIBRARY)
    assert list(found["kind"]) == ["repeated_figures"]


def test_messages_stand_in_both_languages_or_in_one() -> None:
    results = county({(A, 2022): {"satisfaction": "群众满意度104.5%。"}})
    both, zh, en = (str(audit(results, LIBRARY, language=language)["message"][0]) for language in ("both", "zh", "en"))
    assert zh == "群众满意度为104.5%，超过100%。"
    assert en == "Satisfaction rate is 104.5%, more than 100%."
    assert both == f"{zh} / {en}"


def test_messages_print_units_and_large_values_as_readers_write_them() -> None:
    results = county(
        {
            (B, 2023): {"contracts": "审查合同16份，上年为18份。"},
            (C, 2022): {"more": "上年罚款46.1万元。罚款金额48万元，上年罚款42万元。"},
            (C, 2023): {"hotline": "办理12345热线工单380件，同比下降13.3%。"},
            (A, 2023): {"events": "开展普法宣传活动24场次，较上年增加9场次。"},
            (A, 2024): {"events": "开展普法宣传活动27场次，较上年增加3场次，发放宣传资料47900份。"},
        }
    )
    found = "\n".join(audit(results, LIBRARY)["message"].astype(str))
    for chinese, english in (
        ("为18份，2022年报告为", "gives 18 copies for"),
        ("罚款金额有两个数：46.1万元和42万元", "461,000 yuan and 420,000 yuan"),
        ("写为减少13.3%，但", "gone down 13.3%, but"),
        ("写为增加9场次，但", "gone up 9 events, but"),
        ("为4.79万份", "is 47,900 copies"),
    ):
        assert chinese in found
        assert english in found


def test_a_year_keeps_its_own_findings() -> None:
    results = county({(A, 2023): {"contracts": "审查合同14份，上年为99份。"}})
    assert len(audit(results, LIBRARY, year=2023)) == 1
    assert audit(results, LIBRARY, year=2022).empty


def test_no_reports_give_an_empty_table() -> None:
    table = audit([], LIBRARY)
    assert list(table.columns) == AUDIT
    assert table.empty
    assert audit_rows(read(figures(A, 2022))) == []


def test_it_reads_every_year_of_the_county() -> None:
    assert len(county()) == len(TOWNS) * len(YEARS)


def test_a_report_of_an_unknown_year_is_audited_too(tmp_path: Path) -> None:
    """Its figures have no year to be grouped by; parts are still held against their wholes."""
    (tmp_path / "a.txt").write_text("石桥镇法治政府建设情况报告\n\n全镇排查矛盾纠纷20起，化解26起。\n", encoding="utf-8")
    result = extract_corpus(tmp_path, LIBRARY)
    facts = result.facts()
    assert facts.reports["year"].isna().all()
    assert "resolved_over_received" in set(audit(facts, LIBRARY)["kind"])
