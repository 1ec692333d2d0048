"""The parts of an Office package (docx, xlsx) and how they point at each other."""

import posixpath

from lxml import etree

from extract.reading.archive import Archive
from extract.reading.limits import Limits
from extract.reading.xml import attribute, parse_xml

_ROOT_RELATIONS = "_rels/.rels"


class Package:
    """An Office package; a part is read only when it is asked for."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._archive = Archive(data, limits)
        self._names = {name.lower().replace("\\", "/").lstrip("/"): name for name in self._archive.names()}

    def main_part(self, default: str) -> str:
        """The name of the part that the package is about."""
        for kind, target in self.relations(_ROOT_RELATIONS, "").values():
            if kind == "officeDocument" and self.has(target):
                return target
        return default

    def has(self, part: str) -> bool:
        """Whether there is such a part."""
        return part.lower() in self._names

    def parse(self, part: str) -> etree._Element | None:
        """The root of a part, or nothing if the package has no such part."""
        return parse_xml(self.read(part)) if self.has(part) else None

    def read(self, part: str) -> bytes:
        """The bytes of a part."""
        return self._archive.read(self._names[part.lower()])

    def relations_of(self, part: str) -> dict[str, tuple[str, str]]:
        """The relations of a part: id → (kind, name of the part pointed at)."""
        folder, name = posixpath.split(part)
        return self.relations(f"{folder}/_rels/{name}.rels".lstrip("/"), folder)

    def relations(self, part: str, folder: str) -> dict[str, tuple[str, str]]:
        """The relations listed in a part; those that point outside the package are left out."""
        found: dict[str, tuple[str, str]] = {}
        root = self.parse(part)
        for relation in root if root is not None else ():
            target = attribute(relation, "Target")
            if attribute(relation, "TargetMode") == "External" or not target:
                continue
            target = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found[attribute(relation, "Id")] = (attribute(relation, "Type").rsplit("/", 1)[-1], target)
        return found
