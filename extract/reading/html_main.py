"""Finds the article in a web page, away from menus, sidebars with other townships' reports, share bars and footers."""

import re
from dataclasses import dataclass

from extract.reading.dom import Element
from extract.reading.html_lines import is_layout
from extract.reading.wordlist import words

#: Where the content systems of Chinese public bodies put the article, by id or class.
_ARTICLES = words(
    "zoom trs_editor trs_editor_view trs_ueditor trs_web ucap-content ucapcontent vsb_content vsb_content_2 v_news_content "
    "wp_articlecontent article_content article-content articlecontent articlecon article-con article-body article_body "
    "news_content newscontent news-content news_conent_two_text xxgk_content zwxl-article pages_content pages-content "
    "con_text content_text contenttext detail-content detail_content detailcontent main-article bt_content bt-content "
    "js_content rich_media_content jiankang conttext ewb-article-info gsj_htmlcon gsj_htmlcon_bot easysite-news-text "
    "info-cont infocontent info_content xl_content xlcontent mainbody entry-content post-content rm_txt_con"
)
#: What the makers of pages call everything else. One word of a label is enough.
_BOILERPLATE = words(
    "nav navbar navigation menu submenu header head top topbar foot footer bottom side sidebar aside sidenav breadcrumb "
    "crumb crumbs location position weizhi dqwz share bdshare bdsharebuttonbox jiathis social related relate relevant "
    "recommend tuijian xgwj xgwz hot hots rank ranking paihang toolbar tools tool fontsize copyright links link friendlink "
    "comment comments reply login search banner banners swiper slider carousel slide pager page pagination prevnext qrcode "
    "ewm erweima wza wzayd barrier accessibility speech voice player print close editor-in-charge zrbj ad ads advert float "
    "popup modal dialog tips siteinfo visit hits counter count statistics menu-left leftmenu rightlist sidelist latest "
    "newest zxxx rdxx "
)
_BOILERPLATE_ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary", "search", "menu", "toolbar"})
_BOILERPLATE_TAGS = frozenset({"nav", "aside", "footer"})
_WORDS = re.compile(r"[a-z0-9]+")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_COLUMN = re.compile(r"(?i)(?:^|[\s_-])(?:left|right|col|column|fl|fr|l|r|aside|main)(?:$|[\s_-])|float\s*:|width\s*:\s*[0-9]")
_SPACE = re.compile(r"\s+")
#: The share of a page's text that its article surely has.
_MOST = 0.7


@dataclass(slots=True)
class _Weight:
    text: int = 0
    prose: int = 0


def main_element(root: Element) -> Element:
    """The element that holds the article, pruned of boilerplate inside it."""
    weights = _weigh(root)
    article = _known_container(root, weights)
    if article is None:
        _prune(root, weights, weights[root].prose)
        weights = _weigh(root)
        article = _descend(root, weights)
    _prune(article, weights, weights[article].prose)
    return article


def _weigh(root: Element) -> dict[Element, _Weight]:
    """How much text, and how much running prose outside links, each element holds."""
    weights: dict[Element, _Weight] = {}
    for element in reversed(list(root.elements())):
        weight = weights[element] = _Weight()
        direct = ""
        for child in element.children:
            if isinstance(child, str):
                direct += child
            else:
                weight.text += weights[child].text
                weight.prose += weights[child].prose
        direct = _SPACE.sub("", direct)
        if element.tag == "a":
            weight.text, weight.prose = 0, 0
        else:
            weight.text += len(direct)
            weight.prose += len(direct) if len(direct) >= 10 or "，" in direct or "。" in direct else 0
    return weights


def _known_container(root: Element, weights: dict[Element, _Weight]) -> Element | None:
    """The container of a known content system, where it holds a fair part of the page's prose."""
    best, found = 0, None
    for element in root.elements():
        names = element.labels().lower().split()
        if any(name in _ARTICLES for name in names) and not _inside_boilerplate(element) and weights[element].text > best:
            best, found = weights[element].text, element
    return found if best * 4 >= weights[root].prose else None


def _inside_boilerplate(element: Element) -> bool:
    above: Element | None = element
    while above is not None:
        if above.tag in _BOILERPLATE_TAGS or {"sidebar", "side", "aside"} & _label_words(above):
            return True
        above = above.parent
    return False


def _label_words(element: Element) -> set[str]:
    labels = element.labels()
    return set(_WORDS.findall(_CAMEL.sub(" ", labels).lower())) | set(labels.lower().split())


def _is_boilerplate(element: Element) -> bool:
    if element.tag in _BOILERPLATE_TAGS or element.attributes.get("role", "") in _BOILERPLATE_ROLES:
        return True
    return bool(_label_words(element) & _BOILERPLATE)


def _prune(article: Element, weights: dict[Element, _Weight], whole: int) -> None:
    """Takes out the elements that are called boilerplate and do not hold most of the prose all the same."""
    kept: list[Element | str] = []
    for child in article.children:
        if isinstance(child, str):
            kept.append(child)
            continue
        if _is_boilerplate(child) and weights[child].prose < max(1, 0.5 * whole):
            continue
        _prune(child, weights, whole)
        kept.append(child)
    article.children = kept


def _descend(root: Element, weights: dict[Element, _Weight]) -> Element:
    """Goes down from the body as long as one child holds nearly all, or one column clearly the most."""
    here = root
    while True:
        children = [child for child in here.children if isinstance(child, Element)]
        if not children or here.tag in ("p", "ul", "ol") or (here.tag == "table" and not is_layout(here)):
            return here if here.tag not in ("p", "tr", "tbody") or here.parent is None else here.parent
        heaviest = max(children, key=lambda child: weights[child].prose)
        share = weights[heaviest].prose / max(1, weights[here].prose)
        columns = here.tag == "tr" or sum(1 for child in children if _is_column(child)) > 1
        container = is_layout(heaviest) if heaviest.tag == "table" else heaviest.tag not in ("p", "span", "br")
        if not container or share < (0.5 if columns else _MOST):
            return here
        here = heaviest


def _is_column(element: Element) -> bool:
    return bool(_COLUMN.search(element.labels()) or _COLUMN.search(element.attributes.get("style", "")))
