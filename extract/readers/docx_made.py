"""A DOCX file made of its parts (ECMA-376 part 2), always the same bytes for the same parts."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Any

from lxml import etree

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def docx_of(document: Any, parts: Mapping[str, Any]) -> bytes:
    """The file with the root ``document`` and the roots of other parts by their names
    (``numbering``, ``footnotes``, ``header1``)."""
    kinds = {name: re.sub(r"\d+$", "", name) for name in parts}
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>'
        for name, kind in {"document": "document.main", **kinds}.items()
    )
    related = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{name}.xml"/>'
        for name, kind in kinds.items()
    )
    main = f'<Relationship Id="main" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    members = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{main}</Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f"{related}</Relationships>",
    }
    for name, root in {"document": document, **parts}.items():
        members[f"word/{name}.xml"] = etree.tostring(root, encoding="unicode")
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, xml in members.items():
            archive.writestr(zipfile.ZipInfo(name), xml, zipfile.ZIP_DEFLATED)
    return file.getvalue()
