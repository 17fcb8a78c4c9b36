"""What a DOCX keeps beside the text of an ODT file: notes, margins of the page, how lists count."""

from __future__ import annotations

from typing import Any

from lxml import etree

from extract.model import record
from extract.readers.docx_package import VAL, W


@record
class ListSequence:
    """Lists that count on in one another: the style, the definition (``w:abstractNum``), and the
    list (``w:num``) of the next item."""

    style: str | None
    definition: int
    number: int


class OdtParts:
    """The ``roots`` of the parts by their names, and the lists."""

    def __init__(self) -> None:
        self.roots: dict[str, Any] = {}
        self.by_id: dict[str | None, ListSequence] = {}
        self.by_style: dict[str | None, ListSequence] = {}
        self._definitions = self._numbers = 0

    def note(self, kind: str) -> Any:
        """A new ``w:footnote`` or ``w:endnote``."""
        root = self.roots.setdefault(f"{kind}s", etree.Element(W + f"{kind}s"))
        return etree.SubElement(root, W + kind, {W + "id": str(len(root) + 1)})

    def sequence(self, style: str | None, levels: list[Any]) -> ListSequence:
        """A new sequence with these ``w:lvl``."""
        root = self.roots.setdefault("numbering", etree.Element(W + "numbering"))
        self._definitions += 1
        element = etree.Element(W + "abstractNum", {W + "abstractNumId": str(self._definitions)})
        element.extend(levels)
        root.insert(self._definitions - 1, element)
        return self._counted(ListSequence(style, self._definitions, 0))

    def restarted(self, sequence: ListSequence, level: int, start: str) -> ListSequence:
        """The sequence, whose next item of this level has the number ``start``."""
        new = self._counted(sequence)
        num = self.roots["numbering"][-1]
        override = etree.SubElement(num, W + "lvlOverride", {W + "ilvl": str(level)})
        etree.SubElement(override, W + "startOverride", {VAL: start})
        return new

    def _counted(self, sequence: ListSequence) -> ListSequence:
        self._numbers += 1
        num = etree.SubElement(
            self.roots["numbering"], W + "num", {W + "numId": str(self._numbers)}
        )
        etree.SubElement(num, W + "abstractNumId", {VAL: str(sequence.definition)})
        return ListSequence(sequence.style, sequence.definition, self._numbers)
