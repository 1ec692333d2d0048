"""The stretches of a document that may tell whose it is, in the order of their trust."""

import re
from dataclasses import dataclass, field

from extract.folding import fold
from extract.reading.document import Document
from extract.report.model import FRONT, FURNITURE, PLAN, TABLE, Outline
from extract.report.years import iso_date

_SPACE = re.compile(r"\s+")
_TITLE_END = re.compile(r"[。；;]")
_LONGEST_TITLE = 90
_LONGEST_ADDRESSEE = 30
#: of a page's own words on itself, which may be anything; names are looked for with rules that are fast on short texts only
_LONGEST_METADATUM = 300
_RUN_IN_TITLE = re.compile(r"[^。；;，,]{4,90}?(?:报告|总结|汇报|年报)(?!如下|[：:])")
_OPENING = 500
_SIGNATURE = 320
_LONGEST_SIGNATURE = 45
_PUBLISHER = re.compile(
    r"(?:发布机构|发布机关|发文机关|发文机构|发文单位|发布单位|发布部门|制发机关|公开主体|公开责任部门|责任部门|信息来源|文章来源|稿源|来源)[\]】)）]?[:：|]+([^|\n:：]{2,30})"
)
_PUBLISHED = re.compile(
    r"(?:发布日期|发布时间|发表时间|发文日期|发文时间|成文日期|成文时间|印发日期|生成日期|公开日期|录入时间|更新时间|日期|时间)[\]】)）]?[:：|]+([^|\n]{6,20})"
)
_CRUMB = re.compile(r"位置[:：]|[>＞»›→]")
_SITE = re.compile(r"[_|—\-]+")
_LAST_CLAUSE = re.compile(r"[。；;！]([^。；;！\n]{2,60})\Z")


@dataclass(slots=True)
class Sources:
    """What was found where; `folders` stand innermost first."""

    titles: list[str] = field(default_factory=list)
    opening: str = ""
    signature: list[str] = field(default_factory=list)
    file: str = ""
    folders: list[str] = field(default_factory=list)
    publishers: list[str] = field(default_factory=list)
    menus: str = ""
    crumbs: str = ""
    published: str = ""


def gather(document: Document, clean: str, outline: Outline) -> Sources:
    """Cuts the telling stretches out of a document."""
    sources = Sources()
    sources.titles, sources.opening = _titles_and_opening(clean, outline)
    metadata = {key: text[:_LONGEST_METADATUM] for key, text in document.metadata.items()}
    if metadata.get("title"):
        sources.titles.append(_SPACE.sub("", fold(metadata["title"])))
    sources.signature = _signature(clean, outline)
    # By hand, because a path object costs as much as all the rest here.
    parts = [part for part in fold(document.name).replace("\\", "/").split("/") if part not in ("", ".")]
    *folders, name = parts or [""]
    dot = name.rfind(".")
    sources.file = name[:dot] if 0 < dot < len(name) - 1 else name
    sources.folders = [part for part in reversed(folders) if part != ".."]
    furniture = "\n".join(clean[s.start : min(s.end, s.start + 2000)] for s in outline.sections if s.role == FURNITURE)
    sources.menus = furniture[:2000]
    sources.crumbs = "\n".join(line for line in sources.menus.split("\n") if _CRUMB.search(line))
    told = [metadata[key] for key in ("publisher", "index") if metadata.get(key)]
    # A page's title often ends with its site: …报告_鲁山县人民政府.
    told += _SITE.split(metadata.get("title", ""))[1:]
    sources.publishers = [_SPACE.sub("", fold(text)) for text in told] + _PUBLISHER.findall(sources.menus)
    sources.published = _published(metadata.get("published", ""), sources)
    return sources


def _titles_and_opening(clean: str, outline: Outline) -> tuple[list[str], str]:
    """The lines before the first paragraph, and the text from there on."""
    titles: list[str] = []
    opening: list[str] = []
    length = 0
    for section in outline.sections:
        if section.role == TABLE and not opening:
            titles += _framed_title(clean[section.start : section.end])
        if section.role in (FURNITURE, TABLE, PLAN):
            continue
        if length > _OPENING:
            break
        text = clean[section.start : min(section.end, section.start + 2 * _OPENING)]
        if opening or section.role != FRONT:
            opening.append(text)
            length += len(text)
            continue
        for line in text.split("\n"):
            if opening or len(line) > _LONGEST_TITLE or _TITLE_END.search(line):
                opening.append(line)
                length += len(line)
            elif line and not line.endswith(("：", ":")):
                titles.append(line)
            elif len(line) > _LONGEST_ADDRESSEE:
                opening.append(line)
                length += len(line)
    if not titles and opening:
        # A page on one line: the title runs into the text.
        title = _RUN_IN_TITLE.match(opening[0])
        titles += [title.group()] if title else []
    return titles[:12], "\n".join(opening)[:_OPENING]


def _framed_title(table: str) -> list[str]:
    """The title that a page has set in a table of one cell."""
    cell = table.strip("|\n")
    return [cell] if 4 < len(cell) <= _LONGEST_TITLE and not ("|" in cell or _TITLE_END.search(cell)) else []


def _signature(clean: str, outline: Outline) -> list[str]:
    """The last short lines of the report, the last first."""
    ends = [section.end for section in outline.sections if section.role != FURNITURE]
    end = ends[-1] if ends else 0
    text = clean[max(0, end - _SIGNATURE) : end].rstrip("\n")
    lines = [line for line in text.split("\n") if line]
    short = []
    for line in reversed(lines[-6:]):
        if len(line) <= _LONGEST_SIGNATURE and "。" not in line:
            short.append(line)
        else:
            found = _LAST_CLAUSE.search(line)
            if found and not short:
                short.append(found[1])
            break
    return short


def _published(told: str, sources: Sources) -> str:
    """The date of publishing as told beside the text, in the page's furniture, or under the report."""
    for text in (told, *_PUBLISHED.findall(sources.menus), *sources.signature):
        date = iso_date(text)
        if date:
            return date
    return ""
