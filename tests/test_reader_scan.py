"""Scans, as offices make them and as they go wrong: what is read from them, and that nothing takes
the batch down, the memory or the day."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from extract import readers
from extract.cli import main
from extract.errors import ExtractError, UnknownFormat
from extract.model import PageLocator, Passage, Source, Table
from extract.readers.scan_ocr import quarter_turns
from tests.corpus import scan_faults, scan_form
from tests.engine import needs_engine, reader_of
from tests.samples import Sample, sample_of

pytestmark = needs_engine

LETTER = "bc_210_ket_qua"  # one page: prose and a table
TWO_PAGES = "cv_88_sao_gui"
GOOD = "KẾ HOẠCH\nThực hiện công tác giảm nghèo năm 2025\n1. Tỷ lệ hộ nghèo còn dưới 2%.\n"


@cache
def letter(level: str = "clean") -> scan_form.Scan:
    return scan_form.scan(LETTER, level)


@cache
def letter_read() -> Source:
    return readers.read(letter().pdf(), "scan.pdf")


@cache
def letter_extracted() -> Sample:
    return sample_of(letter("normal").pdf(), "scan.pdf")


@cache
def pages_of(stem: str) -> scan_form.Scan:
    return scan_form.scan(stem, "clean")


def text(source: Source) -> str:
    """All words of a source, cells of tables among them."""
    texts = [
        block.text.string
        if isinstance(block, Passage)
        else "\n".join(cell.text.string for cell in block.cells)
        for block in source.blocks
    ]
    return "\n".join(texts)


def outcome(data: bytes, name: str) -> Source | ExtractError:
    """What comes of a file that is not right: a source that warns, or an error of one line."""
    try:
        source = readers.read(data, name)
    except ExtractError as error:
        failure = error
    else:
        assert source.ocr
        assert source.warnings
        return source
    assert "\n" not in str(failure)
    assert "; " in str(failure), "no remedy"
    assert not isinstance(failure, UnknownFormat)
    return failure


# --------------------------------------------------------------------------- what is read


def assert_letter(source: Source) -> None:
    assert source.ocr
    assert source.pages == 1
    words = text(source)
    assert "210/BC-VHTT" in words
    assert "Kết quả công tác văn hóa, thông tin năm 2024" in words
    assert "Đỗ Minh Chứng" in words
    (table,) = (block for block in source.blocks if isinstance(block, Table))
    assert (table.rows, table.columns) == _typed_table()
    assert table.page == 1


def _typed_table() -> tuple[int, int]:
    source = readers.read(scan_form.typed(LETTER), "typed.pdf")
    (table,) = (block for block in source.blocks if isinstance(block, Table))
    return table.rows, table.columns


def test_a_page_in_a_pdf_is_read() -> None:
    assert_letter(letter_read())


def test_a_photograph_is_read() -> None:
    assert_letter(readers.read(letter().image("JPEG"), "colour.jpg"))


def test_another_resolution_is_read() -> None:
    scan = scan_form.scan(LETTER, "clean", 300).mode("L")
    assert_letter(readers.read(scan.image(), "scan.png"))


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_it_is_seen_how_a_page_is_turned(degrees: int) -> None:
    page = np.asarray(letter().turned(degrees).mode("L").pages[0])
    turns = quarter_turns(page)
    upright = np.rot90(page, -turns)
    assert turns
    assert np.abs(upright.astype(int) - np.asarray(letter().mode("L").pages[0])).mean() < 1


def test_a_page_fed_in_turned_is_read() -> None:
    source = readers.read(letter().turned(90).pdf(), "turned.pdf")
    assert_letter(source)
    for block in source.blocks:
        if isinstance(block, Passage):
            for _, place, start, end in block.text.stretches():
                locator = place.locator(start, end)
                assert isinstance(locator, PageLocator)
                left, top, right, bottom = locator.bbox
                assert -2 <= left < right <= 842 + 2
                assert -2 <= top < bottom <= 595 + 2


def test_a_page_whose_lines_can_be_read_on_their_side_is_turned() -> None:
    """The engine reads lines that run up the page, but not cells, so it may seem sure of both."""
    stem = "bc_210_ket_qua"
    scan = scan_form.scan(stem, "clean", 300).mode("1").turned(270)
    source = readers.read(scan.pdf(), "turned.pdf")
    typed = readers.read(scan_form.typed(stem), "typed.pdf")
    shapes, headings = zip(*(_shape(found) for found in (source, typed)), strict=True)
    assert shapes[0] == shapes[1]
    assert headings[0] == headings[1]


def _shape(source: Source) -> tuple[list[tuple[int, int]], list[str]]:
    tables = [block for block in source.blocks if isinstance(block, Table)]
    first = [cell for table in tables for cell in table.cells if not cell.row]
    headings = [" ".join(part.string for part in cell.paragraphs) for cell in first]
    return [(table.rows, table.columns) for table in tables], headings


def test_all_pages_of_a_tiff_are_read_and_white_ones_named() -> None:
    scan = letter().mode("1")
    white = Image.new("1", scan.pages[0].size, "white")
    both = scan_form.Scan((white, *scan.pages), scan.dpi, scan.quality)
    source = readers.read(both.tiff(), "fax.tif")
    assert source.pages == 2
    assert {block.page for block in source.blocks} == {2}
    assert "210/BC-VHTT" in text(source)
    assert ("page_without_text", "Page 1") in [(w.code, w.message[:6]) for w in source.warnings]


def test_words_stand_where_the_typed_page_has_them() -> None:
    typed = _places(readers.read(scan_form.typed(LETTER), "typed.pdf"))
    scanned = _places(letter_read())
    both = typed.keys() & scanned.keys()
    assert len(both) >= 0.7 * len(typed)
    for words in both:
        assert scanned[words] == pytest.approx(typed[words], abs=8), words


def _places(source: Source) -> dict[str, tuple[float, float, float, float]]:
    """The cells of the tables and where each stands; those that are there once."""
    found: dict[str, list[tuple[float, float, float, float]]] = {}
    for block in source.blocks:
        for cell in block.cells if isinstance(block, Table) else ():
            boxes = []
            for _, place, start, end in cell.text.stretches():
                locator = place.locator(start, end)
                assert isinstance(locator, PageLocator)
                boxes.append(locator.bbox)
            if boxes:
                left, top, right, bottom = zip(*boxes, strict=True)
                box = (min(left), min(top), max(right), max(bottom))
                found.setdefault(cell.text.string, []).append(box)
    return {words: boxes[0] for words, boxes in found.items() if len(boxes) == 1}


def test_every_quote_of_a_scan_is_found_again() -> None:
    follow = readers.finder(letter_extracted().data, "scan.pdf")
    result = letter_extracted().result
    fragments = [
        fragment
        for document in result["documents"]
        for fragment in (
            *document["source"],
            *(one for target in document["targets"] for one in target["source"]),
        )
    ]
    assert fragments
    for fragment in fragments:
        found = follow(fragment["locator"])
        assert "".join((fragment.get("raw") or fragment["quote"]).split()) in "".join(found.split())


def test_two_readings_are_equal() -> None:
    assert sample_of(letter_extracted().data, "scan.pdf").result == letter_extracted().result


# --------------------------------------------------------------------------- text layers


def test_a_typed_page_beside_a_scanned_one_stays_typed() -> None:
    data = scan_form.mixed_pdf(TWO_PAGES, "clean", [1])
    source = readers.read(data, "mixed.pdf")
    typed = readers.read(scan_form.typed(TWO_PAGES), "typed.pdf")
    assert source.ocr
    assert source.pages == 2
    assert _page(source, 1) == _page(typed, 1)
    assert "Nơi nhận" in _page(source, 2)


def _page(source: Source, page: int) -> str:
    blocks = tuple(block for block in source.blocks if block.page == page)
    return text(Source(source.format, blocks))


@pytest.fixture
def one_line(monkeypatch: pytest.MonkeyPatch) -> str:
    """What the engine now reads on every page."""
    line = "Điều 2. Thời hạn."
    monkeypatch.setattr("extract.readers.pdf.recogniser", reader_of(line))
    return line


def test_one_line_over_a_scan_is_not_its_text(one_line: str) -> None:
    data = scan_faults.with_text_layer(letter(), scan_faults.registry_line(1))
    assert text(readers.read(data, "registered.pdf")) == one_line


def test_a_garbled_text_layer_is_not_believed(one_line: str) -> None:
    lines = scan_faults.garbled_lines(scan_form.typed(LETTER))
    assert any("DQc" in line.text or "D6c" in line.text or "$" in line.text for line in lines[0])
    source = readers.read(scan_faults.with_text_layer(letter(), lines), "garbled.pdf")
    assert text(source) == one_line
    assert [warning.code for warning in source.warnings] == ["text_layer_refused"]


# --------------------------------------------------------------------------- bad files


BAD: dict[str, Callable[[], bytes]] = {
    "black.png": lambda: scan_faults.blank("black"),
    "white.png": lambda: scan_faults.blank("white"),
    "corrupt.pdf": lambda: scan_faults.with_corrupt_jpegs(letter().pdf()),
    "cut.png": lambda: scan_faults.cut(letter().mode("L").image()),
    "cut.jpg": lambda: scan_faults.cut(letter().image("JPEG")),
    "cut.tif": lambda: scan_faults.cut(pages_of(TWO_PAGES).tiff()),
    "cut_fax.tif": lambda: scan_faults.cut(pages_of(TWO_PAGES).mode("1").tiff()),
    "cut.pdf": lambda: scan_faults.cut(letter().pdf()),
    "header.png": lambda: scan_faults.cut(letter().mode("L").image(), 0.0001) + bytes(90),
    "header.jpg": lambda: letter().image("JPEG")[:12],
    "header.tif": lambda: b"II*\x00" + bytes(60),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_scan_is_one_line_or_a_warning(name: str) -> None:
    outcome(BAD[name](), name)


def test_an_english_page_assigns_no_target_in_silence() -> None:
    result = sample_of(scan_faults.english(), "english.png")
    assert "text_not_vietnamese" in [warning["code"] for warning in result.result["warnings"]]
    assert [target for target in result.targets if not target["doubts"]] == []


_PEAK = """
import resource, sys
from pathlib import Path
from extract import readers
from extract.errors import ExtractError, UnknownFormat
path = Path(sys.argv[1])
try:
    source = readers.read(path.read_bytes(), path.name)
    assert source.warnings, "no warning"
except ExtractError as error:
    assert len(str(error).splitlines()) == 1
    assert not isinstance(error, UnknownFormat)
unit = 1 if sys.platform == "darwin" else 1024
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit // 10**6)
"""
_SMALL = "import subprocess, sys; subprocess.run([sys.executable, '-c', *sys.argv[1:]], check=True)"


@pytest.mark.parametrize("make", [scan_faults.claiming_png, scan_faults.huge_png])
def test_a_picture_of_400_million_pixels_takes_bounded_memory_and_time(
    make: Callable[[], bytes], tmp_path: Path
) -> None:
    path = tmp_path / "huge.png"
    path.write_bytes(make())
    # A process counts what the one that started it held: so a small one starts it.
    command = [sys.executable, "-c", _SMALL, _PEAK, str(path)]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert ended.returncode == 0, ended.stderr
    assert int(ended.stdout) < 1500


def test_the_batch_goes_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    (folder / "a.txt").write_text(GOOD, "utf-8")
    for name in ("cut.png", "header.jpg", "header.tif", "corrupt.pdf"):
        (folder / name).write_bytes(BAD[name]())
    (folder / "z.png").write_bytes(letter().mode("L").image())
    main(["extract", str(folder), "--out", str(out), "--quiet"])
    for name in ("a.txt", "z.png"):
        assert json.loads((out / f"{name}.json").read_text("utf-8"))["documents"], name
    for line in capsys.readouterr().err.splitlines():
        assert line.startswith("lỗi/error: ")
