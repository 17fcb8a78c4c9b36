"""From a locator back into a DOCX file, which python-docx opens here: another package reader and
another parser than those that read it, and another walk.

What stays shared is what the text of a paragraph is (:mod:`extract.readers.docx_paragraph`), which
label it bears, and which cells a table prints.
"""

from __future__ import annotations

import posixpath
import warnings
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any
from zipfile import BadZipFile

from docx import Document
from docx.opc.exceptions import OpcError
from docx.opc.part import XmlPart
from docx.oxml import parse_xml

from extract.model import record
from extract.readers.docx import label_of, printed_cells, stories
from extract.readers.docx_numbering import Numbering
from extract.readers.docx_package import (
    BOX,
    BRANCHES,
    NOTES,
    TBL,
    TC,
    TR,
    P,
    Package,
    Styles,
    branch,
)
from extract.readers.docx_paragraph import DELETED, Accepted

_STEPS = {P: "p", TBL: "t", TR: "r", TC: "c", BOX: "x", **dict.fromkeys(NOTES, "n")}
# What python-docx raises on a package that lacks a part it asks for.
_REFUSED = (OpcError, BadZipFile, KeyError, ValueError, AttributeError, SyntaxError)


@record
class _Opened:
    """The roots of the parts: those that are printed, by the head of their paths."""

    stories: dict[str, Any]
    styles: Any
    numbering: Any


def finder_of(data: bytes) -> Callable[[Mapping[str, Any]], str]:
    """As :func:`extract.readers.docx.finder`.

    Warns where python-docx refuses a file that was read ("strict" Open XML, a relationship to a
    part that is missing): what stands there is then looked up with the reader's own package. Raises
    as the reader does where that cannot open it either.
    """
    try:
        file = _by_python_docx(data)
    except _REFUSED as error:
        package = Package(data)
        roots = {path: root for path, root, _ in stories(package)}
        file = _Opened(roots, package.styles(roots.values()), package.part("numbering"))
        warnings.warn(
            f"python-docx cannot open a file ({type(error).__name__}: {error}); its quotes are "
            "looked up with the opener that read them",
            stacklevel=3,
        )
    styles = Styles(file.styles)
    found: dict[str, dict[str, str]] = {}

    def raw(locator: Mapping[str, Any]) -> str:
        path = str(locator["path"])
        part = path.partition("/")[0]
        if part not in file.stories:
            return ""
        if part not in found:
            numbering = Numbering(file.numbering, styles)
            found[part] = _texts(file.stories[part], part, styles, numbering)
        return found[part].get(path, "")[int(locator["start"]) : int(locator["end"])]

    return raw


def _by_python_docx(data: bytes) -> _Opened:
    document = Document(BytesIO(data))
    opened: dict[str, Any] = {"body": document.element.body}
    for relationship in document.part.rels.values():
        if relationship.is_external:
            continue
        part = relationship.target_part
        kind = relationship.reltype.rpartition("/")[2]
        name = posixpath.splitext(posixpath.basename(part.partname))[0]
        if kind in ("header", "footer"):
            opened[name] = _root(part)
        elif kind in ("footnotes", "endnotes", "styles", "numbering"):
            opened[kind] = _root(part)
    return _Opened(opened, opened.pop("styles", None), opened.pop("numbering", None))


def _root(part: Any) -> Any:
    """The XML of a part: python-docx parses those that it has a class for."""
    return part.element if isinstance(part, XmlPart) else parse_xml(part.blob)


def _texts(root: Any, part: str, styles: Styles, numbering: Numbering) -> dict[str, str]:
    """Path → accepted text or label, for every paragraph of a part that is printed."""
    paths: dict[Any, str] = {root: part}
    counts: dict[str, int] = {}
    printed: set[Any] = set()
    texts: dict[str, str] = {}
    for element in root.iter(*_STEPS):
        holder = next(a for a in element.iterancestors() if a is root or a.tag in _STEPS)
        if holder not in paths or _left_out(element, holder):
            continue
        if element.tag == BOX and element not in printed:
            continue
        step = f"{paths[holder]}/{_STEPS[element.tag]}"
        counts[step] = counts.get(step, 0) + 1
        if element.tag == TC and element not in printed:
            continue
        paths[element] = path = f"{step}{counts[step]}"
        if element.tag == TBL:
            printed.update(slot.element for slot in printed_cells(element)[0])
        elif element.tag == P:
            read = Accepted(element, styles)
            printed.update(read.boxes)
            texts[path] = read.raw
            texts[f"{path}/number"] = label_of(read, numbering)
    return texts


def _left_out(element: Any, holder: Any) -> bool:
    """Whether the element stands in a deletion, or in a branch that is not read."""
    for ancestor in element.iterancestors():
        if ancestor is holder:
            return False
        if ancestor.tag in DELETED:
            return True
        if ancestor.tag in BRANCHES and branch(ancestor.getparent()) is not ancestor:
            return True
    return False
