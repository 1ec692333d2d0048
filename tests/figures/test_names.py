"""Digits in names, titles and document numbers, ordinals, and bare numbers that count after all."""

import pytest

from tests.figures.telling import told

CASES = {
    "12345热线": ["name 12345"],
    "8890平台交办": ["name 8890"],
    "拨打110，": ["name 110"],
    "“八五”普法": ["name 八五"],
    "“三重一大”事项": ["name 三重一大"],
    "三重一大事项": ["name 三重一大"],
    "一村一法律顾问": ["name 一村一"],
    "“1+3+N”模式": ["name 1+3+N"],
    "7+3+N": ["name 7+3+N"],
    "“五个一”活动": ["name 五个一"],
    "5A级景区": ["name 5"],
    "G310国道": ["name 310"],
    "党的二十届二中、三中全会": ["name 二十届二中、三中"],
    "县委十五届三次、四次、十次全会": ["name 十五届", "name 三次", "name 四次", "name 十次"],
    "市人大二次、三次会议": ["name 二次", "name 三次"],
    "召开党委会三次、全会两次": ["figure 三次 = 3 次", "figure 两次 = 2 次"],
    "国办发〔2024〕5号": ["name 2024〕5号"],
    "法发[2023]12号": ["name 2023]12号"],
    "《一村一警三年方案》": ["name 一村一警", "name 三年"],
    "《2024年工作要点》": ["date 2024年"],
    "第一责任人": ["name 第一"],
    "邮编467300": ["name 467300"],
    "联系电话：68001234": ["name 68001234"],
    "三治融合": ["name 三"],
    "村两委": ["name 两"],
    "重点抓三件事：": ["idiom 三件"],
    "办成三件大事": ["idiom 三件"],
    # marks that put in order
    "一是抓": ["ordinal 一是"],
    "（二）抓": ["ordinal （二）"],
    "三、抓": ["ordinal 三、"],
    "1.抓": ["ordinal 1."],
    "2、抓": ["ordinal 2、"],
    "一)抓": ["ordinal 一)"],
    "其一，抓": ["ordinal 其一"],
    "①抓": ["ordinal ①"],
    "第三十三条第一款": ["ordinal 第三十三条", "ordinal 第一款"],
    "第25次会议": ["ordinal 第25次"],
    "位列第3，": ["ordinal 第3"],
    "附件2": ["ordinal 2"],
    # bare numbers that count
    "辖16村2社区": ["figure 16 = 16", "figure 2 = 2"],
    "分别为3、5、8件": ["figure 3 = 3 件", "figure 5 = 5 件", "figure 8件 = 8 件"],
    "综合得分96.5，": ["figure 96.5 = 96.5"],
    "实现0败诉": ["figure 0 = 0"],
    "|信访|46|52|": ["figure 46 = 46", "figure 52 = 52"],
    "化解一百二十三，": ["figure 一百二十三 = 123"],
    "走访群众3000余，": ["figure 3000余 = 3000 over"],
    "百分之九十八": ["figure 百分之九十八 = 98 %"],
    "四分之三以上": ["figure 四分之三 = 75 % over"],
    "三分之一": ["figure 三分之一 = 33.3333 % about"],
    "办结率百分百": ["figure 百分百 = 100 %"],
    "参考率、合格率“双百”": ["figure 双百 = 100 %"],
    "“双百”行动方案": ["name 双百"],
    "化解率“100%”": ["figure 100% = 100 %"],
    "5分之4的村": ["figure 5分之4 = 80 %"],
    "|9.5|8.0|": ["figure 9.5 = 9.5", "figure 8.0 = 8"],
    # in quotes a large count or a share still counts, a scheme does not
    "“120余场”": ["figure 120余场 = 120 场 over"],
    "“95%以上”": ["figure 95% = 95 % over"],
    "“100件实事”": ["figure 100件 = 100 件"],
    "“365天”": ["name 365天"],
    "“三年行动”": ["name 三年"],
    "“第一书记”": ["name 第一"],
    "“1—3名律师”": ["name 1—3名"],
    "“十四五”": ["name 十四五"],
    "“2024年”": ["date 2024年"],
    "数百余人": ["idiom 百余人"],
    "一时难以": ["idiom 一时"],
}


@pytest.mark.parametrize(("text", "reads"), CASES.items(), ids=CASES)
def test_a_number_without_a_count(text: str, reads: list[str]) -> None:
    assert told(text) == reads
