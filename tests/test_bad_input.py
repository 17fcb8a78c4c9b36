"""Files that cannot be read: one line that says what to do, and the rest of the batch is read."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import Workbook
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from extract import extract_file, pipeline
from extract.cli import main
from extract.errors import ExtractError
from extract.readers import image, pdf
from tests.corpus.scan_faults import claiming_png
from tests.engine import no_recogniser, reader_of
from tests.samples import results

GOOD = """ỦY BAN NHÂN DÂN
XÃ TÂN HÒA BẮC

KẾ HOẠCH
Thực hiện công tác giảm nghèo năm 2025

Stt\tNội dung\tChỉ tiêu năm 2025\tCơ quan thực hiện
1\tTỷ lệ hộ gia đình tham gia bảo hiểm y tế\tTối thiểu 96%\tTrạm Y tế xã
"""


def docx_bytes() -> bytes:
    document = Document()
    document.add_paragraph("Phấn đấu tỷ lệ hồ sơ đúng hạn đạt tối thiểu 95%.")
    return saved(document.save)


def pdf_bytes(encrypt: str | None = None) -> bytes:
    def draw(file: io.BytesIO) -> None:
        canvas = Canvas(file, encrypt=encrypt)
        canvas.drawString(72, 720, "Ke hoach nam 2025: dat 95%")
        canvas.save()

    return saved(draw)


def scan_bytes() -> bytes:
    def draw(file: io.BytesIO) -> None:
        canvas = Canvas(file)
        canvas.drawImage(ImageReader(Image.new("RGB", (60, 80), "gray")), 0, 0, 595, 842)
        canvas.save()

    return saved(draw)


def tiff_bytes() -> bytes:
    pages = [Image.effect_noise((60, 80), 90) for _ in range(2)]
    return saved(lambda file: pages[0].save(file, "TIFF", save_all=True, append_images=pages[1:]))


def xlsx_bytes() -> bytes:
    return saved(Workbook().save)


def zip_bytes(**members: str) -> bytes:
    def fill(file: io.BytesIO) -> None:
        with zipfile.ZipFile(file, "w") as archive:
            for name, text in members.items():
                archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)

    return saved(fill)


def docx_without_its_xml_end() -> bytes:
    """A DOCX whose container is whole and whose text breaks off."""
    whole = zipfile.ZipFile(io.BytesIO(docx_bytes()))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in whole.namelist():
            data = whole.read(name)
            archive.writestr(name, data[: len(data) // 2] if name == "word/document.xml" else data)
    return file.getvalue()


def saved(save: Callable[[io.BytesIO], object]) -> bytes:
    file = io.BytesIO()
    save(file)
    return file.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
PNG = saved(lambda file: Image.new("RGB", (4, 4)).save(file, "PNG"))
GIF = saved(lambda file: Image.new("RGB", (4, 4)).save(file, "GIF"))

# name, content, exit code, words of the message
BAD: list[tuple[str, bytes, int, str]] = [
    ("trong.txt", b"", 5, "the file is empty; check that the file was copied whole"),
    ("trong.docx", b"", 5, "the file is empty; check"),
    ("trang.txt", b" \r\n\t\n", 5, "nothing but white space; check"),
    ("trang16.txt", "  \n ".encode("utf-16"), 5, "; check that the file was copied whole"),
    ("chieu.ppt", OLE, 4, "no reader for .ppt files; give a text, HTML, Word,"),
    ("bang.xls", OLE, 6, "cut off or damaged inside; open it in the program that made it"),
    ("bang.xls", b"<html><table><tr><td>5", 4, "the content is a web page, but the name ends in"),
    ("khoa.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), 7, "; save it without a password"),
    ("cat.xlsx", xlsx_bytes()[:2000], 6, "cut off or damaged inside; open it in the program"),
    ("trong.xlsx", xlsx_bytes(), 5, "the workbook holds no text; check"),
    ("trong.html", b"<html><body><p></body></html>", 5, "the page holds no text; check"),
    ("chu.html", GOOD.encode(), 4, "the content is plain text, but the name ends in .html; give"),
    ("lon.html", b"<table>" + b"<tr><td rowspan=9999 colspan=999>5" * 3000, 18, "; give the pages"),
    ("cu.doc", OLE, 6, "cut off or damaged inside; open it in the program"),
    (
        "bang.doc",
        OLE + "Workbook".encode("utf-16-le").ljust(64, b"\0"),
        4,
        "the content is an Excel workbook (.xls)",
    ),
    ("anh.webp", PNG, 4, "no reader for .webp files; give a text, HTML, Word,"),
    ("anh.jpg", GIF, 4, "the content is a GIF image, but the name ends in .jpg; give"),
    ("khongduoi", GOOD.encode(), 4, "the name has no suffix; give"),
    ("cu.docx", OLE, 6, "cut off or damaged inside; open it in the program"),
    ("doi.docx", pdf_bytes(), 4, "the content is a PDF file, but the name ends in .docx; give"),
    ("doi.pdf", docx_bytes(), 4, "the content is a DOCX file, but the name ends in .pdf; give"),
    ("doi.txt", docx_bytes(), 4, "the content is a DOCX file, but the name ends in .txt; give"),
    ("anh.pdf", PNG, 4, "the content is a picture (PNG, JPEG, TIFF), but the name ends in"),
    ("chu.docx", GOOD.encode(), 4, "the content is plain text, but the name ends in .docx; give"),
    ("nen.docx", zip_bytes(a_xml="x"), 4, "the content is a ZIP archive, but the name ends in"),
    ("bang.docx", zip_bytes(xl__workbook_xml="<x/>"), 4, "the content is an XLSX workbook, but"),
    ("nhiphan.txt", bytes(range(256)) * 8, 4, "not a text file"),
    ("latin.txt", "Kế hoạch năm 2025".encode("cp1258", "replace"), 4, "not a text file in UTF-8"),
    ("cat.docx", docx_bytes()[:4000], 6, "cut off or damaged inside; open it in the program"),
    ("do.docx", docx_without_its_xml_end(), 6, "; open it in the program that made it"),
    ("cat.pdf", pdf_bytes()[:300], 6, "; open it in the program that made it"),
    ("rac.pdf", b"\x00\x01\x02" * 99, 6, "does not begin as .pdf files do; open it"),
    ("khoa.pdf", pdf_bytes(encrypt="secret"), 7, "; save it without a password and retry"),
    ("khoa.docx", OLE + "EncryptedPackage".encode("utf-16-le"), 7, "; save it without a password"),
]


# Scans, as above; read by an engine that finds nothing, or by none.
NOTHING, NONE = reader_of(""), no_recogniser
INSTALL = "is not installed; run: sudo apt install tesseract-ocr-vie tesseract-ocr-script-viet"
BAD_SCANS: list[tuple[str, bytes, Callable[[], Any], int, str]] = [
    ("scan.pdf", scan_bytes(), NOTHING, 8, "none of the 1 pages holds text that can be read; look"),
    ("scan.pdf", scan_bytes(), NONE, 17, INSTALL),
    ("anh.png", PNG, NOTHING, 8, "nothing could be recognised on 1 pages; look at the file"),
    ("anh.png", PNG, NONE, 17, INSTALL),
    ("cut.png", PNG[:45], NOTHING, 6, "the picture is cut off or damaged"),
    ("cut.tif", tiff_bytes()[:4928], NOTHING, 6, "the picture is cut off or damaged"),
    ("head.tiff", b"II*\x00" + bytes(60), NOTHING, 6, "the picture is cut off or damaged"),
    ("to.png", claiming_png(), NOTHING, 18, "; scan it again, each page by itself, with 200 to"),
]


@pytest.mark.parametrize(
    ("name", "data", "engine", "code", "words"),
    BAD_SCANS,
    ids=[f"{name}-{code}" for name, _, _, code, _ in BAD_SCANS],
)
def test_a_bad_scan_is_one_line_and_the_others_are_read(
    name: str,
    data: bytes,
    engine: Callable[[], Any],
    code: int,
    words: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    recwarn: pytest.WarningsRecorder,
) -> None:
    monkeypatch.setattr(pdf, "recogniser", engine)
    monkeypatch.setattr(image, "recogniser", engine)
    assert_one_line(name, data, code, words, tmp_path, capsys)
    assert not recwarn.list, "a library prints more than the one line"


_WITHOUT = """
import sys
for name in ("cv2", "numpy", "tesserocr"):
    sys.modules[name] = None
from extract.cli import main
sys.exit(main(["extract", *sys.argv[1:], "--quiet"]))
"""


def test_without_the_packages_of_the_engine_all_but_scans_are_read(tmp_path: Path) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    (folder / "a.txt").write_text(GOOD, "utf-8")
    (folder / "b.pdf").write_bytes(pdf_bytes())
    (folder / "c.pdf").write_bytes(scan_bytes())
    (folder / "d.png").write_bytes(PNG)
    command = [sys.executable, "-c", _WITHOUT, str(folder), "--out", str(out)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 17
    assert [line.split(": ")[1] for line in ended.stderr.splitlines()] == [
        str(folder / "c.pdf"),
        str(folder / "d.png"),
    ]
    assert results(out) == ["a.txt.json", "b.pdf.json"]


@pytest.mark.parametrize(("name", "data", "code", "words"), BAD, ids=[row[0] for row in BAD])
def test_a_bad_file_is_one_line_and_the_others_are_read(
    name: str,
    data: bytes,
    code: int,
    words: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert_one_line(name, data, code, words, tmp_path, capsys)


def test_what_led_to_a_failure_is_kept_as_text(tmp_path: Path) -> None:
    """Some packages have errors sent between processes with their causes, and those of an XML
    parser cannot be sent."""
    bad = tmp_path / "do.docx"
    bad.write_bytes(docx_without_its_xml_end())
    (outcome,) = pipeline.outcomes([pipeline.Job(bad, bad.name)], tmp_path / "out")
    assert outcome.error is not None
    assert (outcome.error.__cause__, outcome.error.__context__) == (None, None)
    assert "XMLSyntaxError" in outcome.trace


def assert_one_line(
    name: str,
    data: bytes,
    code: int,
    words: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    good, bad, out = tmp_path / "a.txt", tmp_path / name, tmp_path / "out"
    good.write_text(GOOD, "utf-8")
    bad.write_bytes(data)
    stale = out / f"{name}.json"
    stale.parent.mkdir()
    stale.write_text("left by an earlier run")

    assert main(["extract", str(bad), str(good), "--out", str(out), "--quiet"]) == code

    printed = capsys.readouterr()
    assert printed.out == ""
    (line,) = printed.err.splitlines()
    assert line.startswith(f"lỗi/error: {bad}: ")
    assert words in line
    assert results(out) == ["a.txt.json"]
    result = json.loads((out / "a.txt.json").read_text("utf-8"))
    values = [
        target["threshold"].get("value")
        for document in result["documents"]
        for target in document["targets"]
    ]
    assert values == [96]


def test_a_path_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, out = tmp_path / "a.txt", tmp_path / "out"
    good.write_text(GOOD, "utf-8")
    missing = tmp_path / "none.docx"
    assert main(["extract", str(missing), str(good), "--out", str(out), "--quiet"]) == 3
    assert capsys.readouterr().err == f"lỗi/error: {missing}: no such file; check the path\n"
    assert results(out) == ["a.txt.json"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, closed, out = tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "out"
    for path in (good, closed):
        path.write_text(GOOD, "utf-8")
    closed.chmod(0)
    assert main(["extract", str(tmp_path), "--out", str(out), "--quiet"]) == 11
    assert "cannot be read (Permission denied); check its name" in capsys.readouterr().err
    assert results(out) == ["a.txt.json"]


def test_different_failures_end_with_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.docx").write_bytes(pdf_bytes())
    assert main(["extract", str(tmp_path), "--out", str(tmp_path / "out"), "--quiet"]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 2


def test_the_library_raises_what_the_command_prints(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    with pytest.raises(ExtractError, match="the file is empty; check") as caught:
        extract_file(tmp_path / "a.txt")
    assert caught.value.exit_code == 5
