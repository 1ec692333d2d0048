"""Words of a pattern in another order or farther off, on sentences of our own and with the project's library."""

import pytest

from extract.matching.examples import read_example
from tests.matching.whole_reports import extractor

CASES = {
    "the number opens the clause": ("七份以镇政府名义印发的文件在报送合法性审查时被一一修改完善。", "legal_reviews: 7"),
    "words of another clause are no neighbours": ("配备辅助人员14名，执法资格考试另行组织。", ""),
    "a thing of its own lets no other be carried": ("群众送来锦旗，锦旗上写着普法，发放暖心包20件。", ""),
    "whatever is counted apiece counts anything": ("为普法志愿者发放马甲40个。", ""),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_structure(text: str, expected: str) -> None:
    assert sorted(read_example(extractor(), text).elements()) == sorted(filter(None, expected.split("; ")))


def test_such_a_reading_says_that_it_is_doubtful() -> None:
    (mention,) = extractor().read_text("七份以镇政府名义印发的文件在报送合法性审查时被一一修改完善。", 2023).reading.mentions
    assert mention.flags == ("low-confidence",)
    assert mention.trace[-1] == "words in another order"
