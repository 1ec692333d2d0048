"""What a page says of itself may be of any length; names are looked for with rules that are fast on short texts only."""

import time

import pytest

from extract.flow import make_flow
from extract.reading import Document
from extract.report.identity import identify
from extract.report.outline import outline


@pytest.mark.parametrize("key", ["publisher", "title", "published", "index"])
@pytest.mark.parametrize("piece", ["一二三", "化解纠纷镇", "县", "石桥镇"])
def test_a_long_metadatum_costs_no_more_than_a_short_one(key: str, piece: str) -> None:
    document = Document("石桥镇2024年法治政府建设情况报告\n化解纠纷96起。", name="a.html", metadata={key: piece * 40_000})
    flow = make_flow(document.text)
    began = time.process_time()
    identity, _ = identify(document, flow, outline(flow.clean))
    assert time.process_time() - began < 1.0
    assert identity.year == 2024
