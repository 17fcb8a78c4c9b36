"""Numbers read twice: two readings given here, no engine."""

from __future__ import annotations

from array import array
from typing import Any

import numpy as np
import pytest

from extract.extraction import extraction
from extract.model import Passage, Source, SourceFile
from extract.readers.pdf_paragraphs import ScannedPlace
from extract.readers.scan_ocr import ReadLine, ReadWord
from extract.readers.scan_trust import again
from extract.readers.scan_words import DIFFERENT, LOW, REPAIRED, Trust
from extract.text import text

BOX = (5, 5, 60, 30)


class Second:
    """In the place of the second engine: says the same of every picture."""

    def __init__(self, says: str) -> None:
        self.says = says
        self.asked = 0

    def block(self, pixels: Any, dpi: int = 0) -> list[ReadLine]:
        self.asked += 1
        words = [ReadWord(word, BOX, 90) for word in self.says.split()]
        return [ReadLine(words, 30.0)] if words else []


def read(first: str, second: str, confidence: float = 90) -> list[Trust]:
    """The words of a line read first and second, on a page without ink."""
    page = np.full((60, 400), 255, np.uint8)
    words = [
        ReadWord(word, (5 + 40 * i, 5, 40 + 40 * i, 30), confidence)
        for i, word in enumerate(first.split())
    ]
    engine: Any = Second(second)
    (line,) = again(engine, page, [ReadLine(words, 30.0)])
    return line.words


def number(found: list[Trust]) -> Trust:
    (one,) = (trust for trust in found if any(char.isdigit() for char in trust.text))
    return one


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("đạt 95% hộ", "dat 95% ho"),
        ("đạt 95 % hộ", "dat 95% ho"),
        ("đạt 95% hộ", "dat 95 % ho"),
        ("đạt 95 % hộ", "dat 95 % ho"),
        ("đạt 12.500 hộ", "dat 12.500 h6"),
        ("đủ 07 lớp", "du 07 l6p"),
        ("hộ ≤5% còn", "ho 25% con"),  # it knows no ≤
        ("Quý II/2025 xong", "Quy IW/2025 xong"),
    ],
)
def test_readings_that_agree(first: str, second: str) -> None:
    assert all(DIFFERENT not in trust.marks for trust in read(first, second))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("đạt 95% hộ", "dat 35% ho"),
        ("đạt 95% hộ", "dat 95 ho"),
        ("đạt 2,5 ha", "dat 25 ha"),
        ("đạt 95% hộ", ""),
        ("đạt 3 lớp", "dat 13 lop"),
        ("đạt 3 lớp", "dat l6p"),
        ("hộ ≥5% còn", "ho 35% con"),
    ],
)
def test_readings_that_differ(first: str, second: str) -> None:
    one = number(read(first, second))
    assert DIFFERENT in one.marks
    assert one.other == second
    assert one.text == next(word for word in first.split() if any(map(str.isdigit, word)))
    (warning,) = one.warnings(3, (1.0, 2.0, 3.0, 4.0))
    assert warning.code == "readings_differ"
    assert repr(one.text) in warning.message
    assert repr(second) in warning.message
    assert "page 3" in warning.message


def test_a_comma_that_only_the_second_reading_has_is_taken_with_a_doubt() -> None:
    one = number(read("còn 29% hộ", "con 2,9% ho"))
    assert one.text == "2,9%"
    assert one.raw == "29%"
    assert set(one.marks) == {DIFFERENT, REPAIRED}
    assert number(read("còn 29 % hộ", "con 2,9% ho")).text == "2,9"


def test_each_number_has_its_own_second_reading() -> None:
    found = read("từ 8% đến 9% hộ", "tu 8% den 3% ho")
    assert [trust.text for trust in found if DIFFERENT in trust.marks] == ["9%"]


def test_numbers_and_words_that_compare_are_not_believed_where_the_engine_is_unsure() -> None:
    found = read("xã phấn đấu trên 95% hộ", "xa phan dau tren 95% ho", confidence=40)
    assert [trust.text for trust in found if LOW in trust.marks] == ["trên", "95%"]


def test_words_without_numbers_are_read_once() -> None:
    page = np.full((60, 400), 255, np.uint8)
    words = [ReadWord(word, BOX, 40) for word in ("Nơi", "nhận:", "trên")]
    engine: Any = Second("x")
    (line,) = again(engine, page, [ReadLine(words, 30.0)])
    assert engine.asked == 0
    assert [trust.marks for trust in line.words] == [(), (), ()]


@pytest.mark.parametrize(
    ("line", "doubted"),
    [
        ("- Tỷ lệ hộ nghèo còn dưới 9", True),  # "%" was not seen
        ("- Tỷ lệ hộ nghèo còn dưới 9%", False),
        ("- Tỷ suất tử vong trẻ em dưới 5 tuổi còn dưới 12%", True),  # "‰" looks like it
        ("- Tỷ suất tử vong trẻ em dưới 5 tuổi còn dưới 12‰", False),
        ("- Số hộ nghèo còn dưới 9 hộ", False),
    ],
)
def test_a_unit_that_cannot_be_what_was_printed_is_doubted(line: str, doubted: bool) -> None:
    blocks = []
    for raw in ("KẾ HOẠCH", "II. MỤC TIÊU", line):
        words = raw.split()
        starts = array("i", [raw.index(word) for word in words])
        place = ScannedPlace(raw, 1, starts, array("d", [1.0] * 4 * len(words)))
        blocks.append(Passage(text(place), page=1))
    file = SourceFile("a.pdf", "0" * 64, "pdf", 1, True)
    result = extraction(Source("pdf", tuple(blocks), 1, True), file)
    (found,) = (t for document in result.documents for t in document.targets)
    assert (LOW in found.doubts) is doubted
