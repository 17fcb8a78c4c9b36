"""Forged decrees rendered, read by the program, and compared with their labels."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from extract.scoring.comparison import score
from extract.scoring.counts import Mistake, Score
from tests.corpus import pdf_form
from tests.corpus.blocks import Decree
from tests.corpus.docx_form import docx
from tests.corpus.html_form import html
from tests.corpus.text_form import text
from tests.corpus.xlsx_form import xlsx
from tests.forge import Forged
from tests.samples import sample_of

#: Format → what renders it. ``scan`` is the PDF as an office scanner gives it.
RENDERS: dict[str, Callable[[Decree], bytes]] = {
    "txt": lambda decree: text(decree).encode(),
    "docx": docx,
    "pdf": pdf_form.pdf,
    "html": lambda decree: html(decree).encode(),
    "xlsx": xlsx,
}
SUFFIXES = {"scan": "pdf"}


@dataclass
class Trial:
    """One decree in one format: how the reading of it scored."""

    name: str
    data: bytes
    result: dict[str, Any]
    score: Score

    @property
    def targets(self) -> list[dict[str, Any]]:
        return [target for document in self.result["documents"] for target in document["targets"]]


def rendered(decree: Forged, kind: str) -> bytes:
    if kind == "scan":
        from tests.corpus.scan_form import scan_of

        return scan_of(pdf_form.pdf(decree.decree), decree.name, "normal").pdf()
    return RENDERS[kind](decree.decree)


def trial(decree: Forged, kind: str) -> Trial:
    """The decree rendered to ``kind``, read and scored."""
    data = rendered(decree, kind)
    name = f"{decree.name}.{SUFFIXES.get(kind, kind)}"
    result = sample_of(data, name).result
    return Trial(name, data, result, score(decree.gold, result))


def total(scores: Iterable[Score]) -> Score:
    whole = Score()
    for one in scores:
        whole.join(one)
    return whole


def told(mistake: Mistake) -> str:
    """The mistake in one line."""
    target = mistake.label or mistake.read or {}
    words = str(target.get("quote") or target.get("statement") or "")[:90]
    kind = "SILENT " if mistake.silent else ""
    pair = [json.dumps(each, ensure_ascii=False) for each in (mistake.wanted, mistake.got)]
    where = f"row {target['ordinal']} «{words}»" if target else "document"
    return f"{kind}{mistake.key}, {where}: {pair[0]} is read as {pair[1]}"
