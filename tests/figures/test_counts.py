"""Numbers with a unit: value, exactness, unit, and whether they count."""

import pytest

from tests.figures.telling import told

COUNTS = {
    "320余次日常巡查": ["figure 320余次 = 320 次 over"],
    "调解纠纷124起": ["figure 124起 = 124 起"],
    "罚款3.85万元": ["figure 3.85万元 = 38500 元"],
    "罚款人民币五千元整": ["figure 五千元 = 5000 元"],
    "发放资料1.2万余份": ["figure 1.2万余份 = 12000 份 over"],
    "筹资650余万元": ["figure 650余万元 = 6500000 元 over"],
    "投入120（万元）": ["figure 120（万元） = 1200000 元"],
    "出动车辆三十余台次": ["figure 三十余台次 = 30 台次 over"],
    "培训180余人（次）": ["figure 180余人（次） = 180 人次 over"],
    "走访企业36家/次": ["figure 36家/次 = 36 家次"],
    "修路3.2公里": ["figure 3.2公里 = 3.2 公里"],
    "拆除13处2300㎡": ["figure 13处 = 13 处", "figure 2300㎡ = 2300 平方米"],
    "近百户": ["figure 百户 = 100 户 nearly"],
    "上百人次": ["figure 百人次 = 100 人次 over"],
    "千余人": ["figure 千余人 = 1000 人 over"],
    "十几名": ["figure 十几名 = 10 名 over"],
    "天网200+个": ["figure 200+个 = 200 个 over"],
    "七成五": ["figure 七成五 = 75 %"],
    "两成以上": ["figure 两成 = 20 % over"],
    "六七成群众": ["figure 六七成 = 60-70 %"],
    "全年学法40学时": ["figure 40学时 = 40 学时"],
    "在押十二件": ["figure 十二件 = 12 件"],
    # a unit, and not the longer word that it begins
    "28家规上企业": ["figure 28家 = 28 家"],
    "28家园区企业": ["figure 28家 = 28 家"],
    "28家乡镇企业": ["figure 28家 = 28 家"],
    "6场上门宣讲": ["figure 6场 = 6 场"],
    "16次生产安全检查": ["figure 16次 = 16 次"],
    "25名优秀网格员": ["figure 25名 = 25 名"],
    "7例行政纠纷": ["figure 7例 = 7 例"],
    "9起承包地纠纷": ["figure 9起 = 9 起"],
    "33处在建工地": ["figure 33处 = 33 处"],
    "33宗案件": ["figure 33宗 = 33 宗"],
    "60本村规民约": ["figure 60本 = 60 本"],
    "三名优产品": ["name 三"],
    # one unit spelt out by another
    "答复20次（件）": ["figure 20次（件） = 20 件次"],
    "接待90人次（件）": ["figure 90人次（件） = 90 人次"],
    "走访20次（家）": ["figure 20次（家） = 20 次"],
    # what falls short is counted
    "指出不足8条": ["figure 8条 = 8 条"],
    "支出不足8万元": ["figure 8万元 = 80000 元 nearly"],
    "没有发生1起": ["idiom 1起"],
    # a slogan, a principle or a saying counts nothing
    "千人大会": ["idiom 千人"],
    "数十场": ["idiom 十场"],
    "好几百人": ["idiom 百人"],
    "行政执法三项制度": ["name 三项"],
    "三个方面": ["name 三个"],
    "中央八项规定": ["name 八项"],
    "三级网格": ["name 三级"],
    "来自四面八方": ["idiom 四面", "name 八"],
    "三家村": ["name 三家"],
    "三家村民企业": ["figure 三家 = 3 家"],
    "党建+3项机制": ["name 3项"],
    "A3份": ["name 3份"],
    # a list mark run into the count
    "1.3名干部参训": ["ordinal 1.", "figure 3名 = 3 名"],
    "参训。2.15名干部": ["ordinal 2.", "figure 15名 = 15 名"],
    "约1.3万名群众": ["figure 1.3万名 = 13000 名 about"],
    # the unit stands in the label of the row
    "处罚案件（起）：12，上年17。": ["figure 12 = 12 起", "figure 17 = 17 起"],
    "处罚案件（起）：十二，上年十七。": ["figure 十二 = 12 起", "figure 十七 = 17 起"],
    "立案（件）：三；结案（件）：二": ["figure 三 = 3 件", "figure 二 = 2 件"],
    "入库罚款（万元）：一点二。": ["idiom 万元", "figure 一点二 = 12000 元"],
    "执法（次）：一、检查。": ["ordinal 一、"],
}


@pytest.mark.parametrize(("text", "reads"), COUNTS.items(), ids=COUNTS)
def test_a_count(text: str, reads: list[str]) -> None:
    assert told(text) == reads
