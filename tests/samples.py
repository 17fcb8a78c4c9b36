"""The sample corpus as the tests read it: each file is extracted once in a run of the tests."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from extract import readers, store
from extract.extraction import extraction
from extract.model import Result, SourceFile
from tests.corpus.blocks import Decree
from tests.corpus.decrees import decrees
from tests.corpus.html_form import html
from tests.corpus.xlsx_form import xls, xlsx

CORPUS = Path(__file__).parents[1] / "corpus"
LABELS = Path(__file__).parent / "labels"
FORMATS = ("docx", "pdf", "txt")
#: Formats that the tests build of every decree.
BUILT: dict[str, Callable[[Decree], bytes]] = {
    "html": lambda decree: html(decree).encode(),
    "xlsx": xlsx,
    "xls": xls,
}
#: Formats of which the corpus has a few decrees, to show that they are read like DOCX.
CONVERTED = ("doc", "odt")
STEMS = tuple(sorted(path.name.removesuffix(".gold.json") for path in LABELS.glob("*.gold.json")))
#: (format, stem) of every file in the corpus.
FILES = tuple(
    (kind, path.stem)
    for kind in (*FORMATS, *CONVERTED)
    for path in sorted((CORPUS / kind).glob(f"*.{kind}"))
)
SAMPLES = (*FILES, *((kind, stem) for kind in BUILT for stem in STEMS))


@dataclass(frozen=True)
class Sample:
    """A file, and what the program takes from it."""

    name: str
    data: bytes = field(repr=False)
    result: dict[str, Any] = field(repr=False)

    @property
    def stem(self) -> str:
        return Path(self.name).stem

    @property
    def targets(self) -> list[dict[str, Any]]:
        return [target for document in self.result["documents"] for target in document["targets"]]


def extracted(data: bytes, name: str) -> Result:
    """The result of the file ``name``, before it is written."""
    source = readers.read(data, name)
    file = SourceFile(
        *(name, store.sha256(data), source.format, source.pages, source.ocr),
        ocr_engine=source.ocr_engine,
        converter=source.converter,
    )
    return extraction(source, file)


def sample_of(data: bytes, name: str) -> Sample:
    return Sample(name, data, store.result_json(extracted(data, name)))


@cache
def sample(stem: str, kind: str) -> Sample:
    """The decree ``stem`` in the format ``kind``; one of ``BUILT`` is made on the spot."""
    name = f"{kind}/{stem}.{kind}"
    if kind in BUILT:
        return sample_of(BUILT[kind](decrees()[stem]), name)
    return sample_of((CORPUS / name).read_bytes(), name)


def gold(stem: str) -> dict[str, Any]:
    """The hand labels of the decree ``stem``."""
    labels: dict[str, Any] = json.loads((LABELS / f"{stem}.gold.json").read_text("utf-8"))
    return labels


def results(out: Path) -> list[str]:
    """The names of the result files in ``out``, which has no folders."""
    return [path.name for path in store.result_files(out)]
