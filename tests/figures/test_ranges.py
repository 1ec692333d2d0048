"""Two numbers joined: one range, one span of time, or two numbers after all."""

import pytest

from tests.figures.telling import told

CASES = {
    "3-5次": ["figure 3-5次 = 3-5 次"],
    "10次—20次": ["figure 10次—20次 = 10-20 次"],
    "30%-40%": ["figure 30%-40% = 30-40 %"],
    "2至3万元": ["figure 2至3万元 = 20000-30000 元"],
    "5000至1万元": ["figure 5000至1万元 = 5000-10000 元"],
    "20万至30万元": ["figure 20万至30万元 = 200000-300000 元"],
    "三至四成": ["figure 三至四成 = 30-40 %"],
    "七、八户": ["figure 七、八户 = 7-8 户"],
    "约20至30人": ["figure 20至30人 = 20-30 人 about"],
    "百分之三十至四十": ["figure 百分之三十至四十 = 30-40 %"],
    "由20件到30件": ["figure 20件 = 20 件", "figure 30件 = 30 件"],
    "从92%到98.5%": ["figure 92% = 92 %", "figure 98.5% = 98.5 %"],
    "12场—3个村": ["figure 12场 = 12 场", "figure 3个 = 3 个"],
    "30件到12件": ["figure 30件 = 30 件", "figure 12件 = 12 件"],
    "3—5年内": ["rule 3—5年"],
    "20余至30余人": ["figure 20余至30余人 = 20-30 人 over"],
    "10至20人以上": ["figure 10至20人 = 10-20 人 over"],
    "3级至5级": ["name 3级至5级"],
    "2024年—3件": ["date 2024年", "figure 3件 = 3 件"],
    "1—11月": ["date 1—11月"],
    "3-2-1工作法": ["name 3-2", "name 1"],
    "0371-6598001": ["name 0371-6598001"],
    "9:30—11:30": ["date 9:30—11:30"],
}


@pytest.mark.parametrize(("text", "reads"), CASES.items(), ids=CASES)
def test_two_numbers(text: str, reads: list[str]) -> None:
    assert told(text) == reads
