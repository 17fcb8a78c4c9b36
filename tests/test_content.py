"""Long files that are left on the disk."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from extract import readers, store
from extract.content import LONG, LongFile
from extract.errors import UnknownFormat
from tests.samples import CORPUS


def test_parts_of_a_long_file_are_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(bytes(range(100)))
    long = LongFile(path)
    assert len(long) == 100
    assert long[:3] == b"\0\1\2"
    assert long[-2:] == bytes([98, 99])
    assert long[50:40] == b""
    assert long[:] == path.read_bytes()
    assert store.sha256(long) == store.sha256(path.read_bytes())


@pytest.mark.parametrize("name", ["pdf/qd_118_cchc.pdf", "docx/qd_118_cchc.docx"])
def test_a_long_file_is_read_as_its_bytes_are(name: str) -> None:
    path = CORPUS / name
    assert readers.read(LongFile(path), path.name) == readers.read(path.read_bytes(), path.name)


def test_a_long_file_of_another_kind_is_refused() -> None:
    with pytest.raises(UnknownFormat):
        readers.read(LongFile(CORPUS / "docx/qd_118_cchc.docx"), "a.pdf")


def test_only_long_files_stay_on_the_disk(tmp_path: Path) -> None:
    short, long = tmp_path / "a.pdf", tmp_path / "b.pdf"
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    canvas.drawString(72, 700, "An Lac")
    canvas.save()
    short.write_bytes(buffer.getvalue())
    long.write_bytes(b"%" * LONG)
    assert store.source_content(short) == buffer.getvalue()
    assert isinstance(store.source_content(long), LongFile)
