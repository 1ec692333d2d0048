"""Parses XML that nobody vouches for: no entities, no document types, nothing fetched."""

from functools import lru_cache

from lxml import etree

from extract.reading.issues import issue


def parse_xml(data: bytes) -> etree._Element:
    """The root element of a part; raises ReadError `unsafe` for a document type, `damaged` for broken XML."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        plain = data.replace(b"\x00", b"")  # a part may be in UTF-16
        if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
            raise issue("unsafe", "a document type declaration") from error
        raise issue("damaged", "broken XML inside") from error
    except ValueError as error:
        raise issue("damaged", "broken XML inside") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise issue("unsafe", "a document type declaration")
    return root


@lru_cache(maxsize=4096)
def _local(tag: object) -> str:
    return tag[tag.rfind("}") + 1 :] if isinstance(tag, str) else ""


def local(element: etree._Element) -> str:
    """An element's name without its namespace; empty for what is no element.

    Word writes the same names in three namespaces: of 2006, of ISO 29500 Strict, and of its XML files of 2003.
    """
    return _local(element.tag)


def attribute(element: etree._Element, name: str) -> str:
    """The value of the attribute `name` in whichever namespace it is; empty if it is missing."""
    for key, value in element.attrib.items():
        if key == name or str(key).endswith("}" + name):
            return str(value)
    return ""


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first element found by going down the local names of `path`."""
    for name in path:
        if element is None:
            return None
        element = next((below for below in element if local(below) == name), None)
    return element


def value_at(element: etree._Element | None, *path: str) -> str:
    """The `val` of the element at `path`; empty if there is none."""
    found = child(element, *path)
    return attribute(found, "val") if found is not None else ""


def is_on(element: etree._Element | None, *path: str) -> bool:
    """Whether a switch such as `<w:vanish/>` is there and not turned off."""
    found = child(element, *path)
    return found is not None and attribute(found, "val") not in ("0", "false", "off", "none")
