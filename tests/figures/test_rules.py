"""Frequencies, promised terms and thresholds: rules, not results."""

import pytest

from tests.figures.telling import told

RULES = {
    "每季度召开一次例会": ["rule 一次 = 1 次"],
    "每月不少于2次": ["rule 2次 = 2 次 over"],
    "每周至少巡查三次": ["rule 三次 = 3 次 over"],
    "每村配备1名顾问": ["rule 1名 = 1 名"],
    "早晚各播放一次": ["rule 一次 = 1 次"],
    "每个村（社区）培育5名以上": ["rule 5名 = 5 名 over"],
    "每两个月开展一次": ["rule 两个月 = 2 个月", "rule 一次 = 1 次"],
    "3个工作日内办结": ["rule 3个工作日 = 3 工作日"],
    "15日内作出": ["rule 15日"],
    "24小时内上报": ["rule 24小时 = 24 小时"],
    "15分钟内到场": ["rule 15分钟 = 15 分钟"],
    "响应时间≤5分钟": ["rule 5分钟 = 5 分钟 nearly"],
    "三年内完成": ["rule 三年"],
    "一年两次": ["rule 一年", "figure 两次 = 2 次"],
    "10人以上企业": ["rule 10人 = 10 人 over"],
    "80岁以上老人": ["rule 80岁 = 80 岁 over"],
    "有完整记录的计为检查1次": ["rule 1次 = 1 次"],
    "并处的，算一宗处罚": ["rule 一宗 = 1 宗"],
    "年满18周岁": ["rule 18周岁 = 18 周岁"],
    "200平方米以上商铺": ["rule 200平方米 = 200 平方米 over"],
    "30万元以上的项目": ["rule 30万元 = 300000 元 over"],
}
RESULTS = {
    "每季度召开例会，全年4次": ["figure 4次 = 4 次"],
    "家家户户签订承诺书200份": ["figure 200份 = 200 份"],
    "每家每户发放手册300本": ["figure 300本 = 300 本"],
    "培训50人以上，": ["figure 50人 = 50 人 over"],
    "满意率98%以上的村": ["figure 98% = 98 % over"],
    "不少于10场": ["figure 10场 = 10 场 over"],
    "挂横幅，合计为1条": ["figure 1条 = 1 条"],
    "全年共计1场": ["figure 1场 = 1 场"],
    "播放1200小时": ["figure 1200小时 = 1200 小时"],
}
NAMES = ["15分钟便民服务圈", "24小时值守", "24小时自助服务", "7×24小时不打烊"]


@pytest.mark.parametrize(("text", "reads"), (RULES | RESULTS).items(), ids=RULES | RESULTS)
def test_a_rule_or_a_result(text: str, reads: list[str]) -> None:
    assert told(text) == reads


@pytest.mark.parametrize("text", NAMES)
def test_hours_that_are_a_name(text: str) -> None:
    assert {line.split()[0] for line in told(text)} == {"name"}
