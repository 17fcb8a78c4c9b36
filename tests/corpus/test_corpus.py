"""The built files are those that the decrees describe, and the labels speak of what is written."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.corpus.blocks import Decree
from tests.corpus.build import CORPUS
from tests.corpus.decrees import decrees
from tests.corpus.docx_form import docx
from tests.corpus.text_form import text

LABELS = Path(__file__).parents[1] / "labels"
DECREES = decrees()


def members(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return {name: file.read(name) for name in file.namelist()}


def words(written: str) -> str:
    """The words alone, in order: markup, list marks and line ends do not count."""
    return " ".join(re.findall(r"[\w%≥≤]+", re.sub(r"<[^>]+>", " ", written).lower()))


def label(stem: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((LABELS / f"{stem}.gold.json").read_text("utf-8"))
    return loaded


@pytest.mark.parametrize(("stem", "decree"), DECREES.items(), ids=DECREES)
def test_files_are_built_from_the_description(stem: str, decree: Decree) -> None:
    assert (CORPUS / "txt" / f"{stem}.txt").read_text("utf-8") == text(decree)
    assert members((CORPUS / "docx" / f"{stem}.docx").read_bytes()) == members(docx(decree))
    assert (CORPUS / "pdf" / f"{stem}.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(("stem", "decree"), DECREES.items(), ids=DECREES)
def test_docx_has_the_same_bytes_every_time(stem: str, decree: Decree) -> None:
    assert docx(decree) == docx(decree)


@pytest.mark.parametrize(("stem", "decree"), DECREES.items(), ids=DECREES)
def test_labels_quote_the_decree(stem: str, decree: Decree) -> None:
    whole = words(
        " ".join(
            " ".join(
                paragraph for cell in block.anchors().values() for paragraph in cell.paragraphs
            )
            if hasattr(block, "anchors")
            else text(Decree((block,)))
            for block in decree.blocks
        )
    )
    for document in label(stem)["documents"]:
        assert words(document["subject"]) in whole
        for target in document["targets"]:
            assert words(target["quote"]) in whole
            for agency in target["agencies"]:
                assert words(agency["name"]) in whole


def test_every_decree_has_labels_and_no_label_is_left_over() -> None:
    assert {path.name.removesuffix(".gold.json") for path in LABELS.glob("*.gold.json")} == set(
        DECREES
    )
