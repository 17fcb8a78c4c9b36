"""What is put right in recognised words, and what is only doubted: words given and signs drawn
here, no engine."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import pytest

from extract.readers.pdf_grid import Grid, GridCell
from extract.readers.scan_names import repair_names
from extract.readers.scan_ocr import ReadLine, ReadWord
from extract.readers.scan_repairs import (
    doubt_lost_comma,
    repair_glued,
    repair_ordinals,
    repair_phrases,
    repair_quarters,
    repair_sign,
)
from extract.readers.scan_words import DIFFERENT, LOW, REPAIRED, Trust, Trusted, bare
from extract.vocabulary import rows

INK, PAPER = 30, 255
BASE = 60  # where the letters of the drawn line stand


def trusts(text: str) -> list[Trust]:
    return [Trust(word) for word in text.split()]


def read(text: str) -> list[Trust]:
    found = trusts(text)
    repair_phrases(found)
    return found


def printed(found: list[Trust]) -> str:
    return " ".join(trust.text for trust in found)


def marked(found: list[Trust], mark: str) -> list[str]:
    return [trust.text for trust in found if mark in trust.marks]


# --------------------------------------------------------------------------- phrases


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Tối thiếu 40% số hộ", "Tối thiểu 40% số hộ"),
        ("TÓI THIỂU 3 mô hình", "TỐI THIỂU 3 mô hình"),
        ("(tôi thiểu 85%)", "(tối thiểu 85%)"),
        ("đạt ít nhât 05 lớp", "đạt ít nhất 05 lớp"),
        ("Không qua 2,5%", "Không quá 2,5%"),
        ("không vuợt quá 10 ngày", "không vượt quá 10 ngày"),
        ("từ 60% trở lện", "từ 60% trở lên"),
    ],
)
def test_a_phrase_that_compares_gets_its_marks_back(text: str, wanted: str) -> None:
    found = read(text)
    assert printed(found) == wanted
    for trust, before, after in zip(found, text.split(), wanted.split(), strict=True):
        assert trust.raw == (before if before != after else None)
        assert (REPAIRED in trust.marks) is (before != after)


@pytest.mark.parametrize(
    "text",
    [
        "Tối thiểu 40% số hộ",
        "Không quá 2,5%",
        "kết quả 98%",
        "Tại buổi tối, thiếu nhi của xã",  # no number beside it
        "Tối thiếu nhi của xã tham gia hội trại tập trung đông đủ 40",
    ],
)
def test_what_is_no_misread_phrase_stays(text: str) -> None:
    found = read(text)
    assert printed(found) == text
    assert marked(found, REPAIRED) == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("đạt trẻn 96,5% trẻ em", "trẻn"),
        ("giảm đưới 2%", "đưới"),
        ("tỷ lệ hơm 12 phần", ""),
    ],
)
def test_one_word_that_nearly_compares_is_doubted(text: str, word: str) -> None:
    found = read(text)
    assert printed(found) == text
    assert marked(found, LOW) == ([word] if word else [])


def examples() -> list[Any]:
    return [
        pytest.param(row, example, id=example)
        for row in rows("confusions")
        for example in row["examples"]
    ]


@pytest.mark.parametrize(("row", "example"), examples())
def test_a_common_word_is_no_misreading(row: dict[str, Any], example: str) -> None:
    own = {word.casefold().strip(",.") for word in example.split()}
    assert own & set(row["words"]), "the example shows none of the words"
    found = read(example)
    assert printed(found) == example
    assert [trust.marks for trust in found] == [()] * len(found)


def test_common_words_are_near_to_one_that_compares_and_compare_nothing() -> None:
    compared = {
        word
        for row in rows("comparators")
        if not row.get("unclear")  # such a phrase has a doubt of its own
        for word in (row.get("before") or row.get("after") or "").split()
    }
    seen: set[str] = set()
    for row in rows("confusions"):
        for word in row["words"]:
            pairs = zip(bare(word), bare(row["like"]), strict=True)
            assert sum(one != other for one, other in pairs) <= 1, word
        assert not seen & set(row["words"])
        assert not compared & set(row["words"])
        seen |= set(row["words"])


# --------------------------------------------------------------------------- quarters


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Quý HI/2025", "Quý III/2025"),
        ("Quý 11⁄2025", "Quý II/2025"),
        ("quý IH và quý IV", "quý III và quý IV"),
        ("Quý lV", "Quý IV"),
        ("Quý I/2025", "Quý I/2025"),
        ("Điều 11/2025", "Điều 11/2025"),
        ("Quý 5/2025", "Quý 5/2025"),
        ("Quý VI/2025", "Quý VI/2025"),
    ],
)
def test_the_number_of_a_quarter_is_roman(text: str, wanted: str) -> None:
    found = trusts(text)
    repair_quarters(found)
    assert printed(found) == wanted
    assert bool(marked(found, REPAIRED)) is (text != wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (">4xã", ">4 xã"),
        ("Ít nhất 12lớp.", "Ít nhất 12 lớp."),
        ("500ha", "500ha"),
        ("30km", "30km"),
        ("4G", "4G"),
    ],
)
def test_a_space_between_a_number_and_a_word_is_put_back(text: str, wanted: str) -> None:
    found = trusts(text)
    repair_glued(found)
    assert printed(found) == wanted
    assert bool(marked(found, REPAIRED)) is (text != wanted)


# --------------------------------------------------------------------------- ordinals


def stt(*texts: str, confidence: float = 50, title: tuple[int, ...] = ()) -> list[Trust]:
    """The words of an STT column after the repair. In the rows in ``title`` only the cell beside is
    filled; in others two."""
    cells, lines, own = [], [], []
    for row, text in enumerate(texts):
        for column in range(3):
            cells.append(GridCell(row, column, 1, 1, (column * 50, row * 20, 50, 20)))
            words = [text, "Nội", "Sở"][column]
            if not words or (column == 2 and row in title):
                lines.append([])
                continue
            word = ReadWord(words, (0, 0, 9, 9), confidence)
            lines.append([Trusted(ReadLine([word], 9.0), [Trust(words)])])
            if column == 0:
                own.append(lines[-1][0].words[0])
    repair_ordinals(Grid((0, 0, 150, 20 * len(texts)), len(texts), 3, cells), lines)
    return own


def test_an_ordinal_between_its_neighbours() -> None:
    found = stt("1", "2", "B", "4")
    assert [trust.text for trust in found] == ["1", "2", "3", "4"]
    assert (found[2].raw, found[2].marks) == ("B", (REPAIRED,))


def test_an_ordinal_that_was_read_surely_stays() -> None:
    found = stt("1", "2", "8", "4", confidence=95)
    assert [trust.text for trust in found] == ["1", "2", "8", "4"]
    assert all(trust.raw is None for trust in found)


def test_a_sequence_that_jumps_stays() -> None:
    found = stt("1", "2", "7", "8", "9")
    assert [trust.text for trust in found] == ["1", "2", "7", "8", "9"]


def test_the_roman_number_of_a_section() -> None:
    found = stt("I", "1", "2", "H", "1", title=(0, 3))
    assert [trust.text for trust in found] == ["I", "1", "2", "II", "1"]


# --------------------------------------------------------------------------- signs


def sign(bar: int, size: int = 24, thick: int = 3) -> tuple[Any, ReadWord]:
    """A drawn "<" or, with a bar of ``bar`` dots below it, "≤", and the digits "3" after it."""
    page = np.full((90, 120), PAPER, np.uint8)
    top, left = BASE - size, 10
    middle = top + (size - 8) // 2
    cv2.line(page, (left + 20, top), (left, middle), INK, thick)
    cv2.line(page, (left, middle), (left + 20, top + size - 8), INK, thick)
    if bar:
        cv2.line(page, (left, BASE - 2), (left + bar - 1, BASE - 2), INK, thick)
    cv2.putText(page, "3", (50, BASE), cv2.FONT_HERSHEY_SIMPLEX, 1, INK, 2)
    return page, ReadWord("<3", (left - 2, top - 3, 75, BASE + 2), 90)


def test_a_bar_below_makes_the_sign_another() -> None:
    page, word = sign(bar=21)
    trust = Trust(word.text)
    repair_sign(page, word, trust, BASE)
    assert (trust.text, trust.raw, trust.marks) == ("≤3", "<3", (REPAIRED,))


def test_a_sign_without_a_bar_stays() -> None:
    page, word = sign(bar=0)
    trust = Trust(word.text)
    repair_sign(page, word, trust, BASE)
    assert (trust.text, trust.raw, trust.marks) == ("<3", None, ())


def test_half_a_bar_is_doubted() -> None:
    page, word = sign(bar=11)
    trust = Trust(word.text)
    repair_sign(page, word, trust, BASE)
    assert (trust.text, trust.marks) == ("<3", (LOW,))


def test_a_sign_that_is_not_seen_is_doubted() -> None:
    page, word = sign(bar=21)
    trust = Trust(word.text)
    repair_sign(np.full_like(page, PAPER), word, trust, BASE)
    assert (trust.text, trust.marks) == ("<3", (LOW,))


@pytest.mark.parametrize("text", ["3", "<=3", "hộ"])
def test_no_sign_is_looked_for(text: str) -> None:
    page, word = sign(bar=21)
    trust = Trust(text)
    repair_sign(page, ReadWord(text, word.box, 90), trust, BASE)
    assert (trust.text, trust.marks) == (text, ())


# --------------------------------------------------------------------------- commas


def digits(comma: bool, speck: bool = False) -> tuple[Any, tuple[int, int, int, int]]:
    """Two drawn bars as digits, 24 dots high, with a comma between them, or a speck above."""
    page = np.full((90, 80), PAPER, np.uint8)
    for left in (14, 40):
        page[BASE - 24 : BASE, left : left + 6] = INK
    if comma:
        page[BASE - 3 : BASE + 3, 28:31] = INK
    if speck:
        page[BASE - 20 : BASE - 16, 28:31] = INK
    return page, (10, BASE - 26, 50, BASE + 4)


@pytest.mark.parametrize(
    ("text", "comma", "speck", "doubted"),
    [
        ("29", True, False, True),
        ("2,9", True, False, False),
        ("29", False, False, False),
        ("29", False, True, False),
        ("29%", True, False, True),
        ("thứ29", True, False, False),
    ],
)
def test_a_comma_that_may_be_lost(text: str, comma: bool, speck: bool, doubted: bool) -> None:
    page, box = digits(comma, speck)
    trust = Trust(text)
    doubt_lost_comma(page, ReadWord(text, box, 90), trust, BASE)
    assert trust.text == text
    assert (LOW in trust.marks) is doubted
    assert DIFFERENT not in trust.marks


# --------------------------------------------------------------------------- names


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Trân Thị Mẫu", "Trần Thị Mẫu"),
        ("Nguyên Văn Ví Dụ", "Nguyễn Văn Ví Dụ"),
        ("CHỦ TỊCH Hô Thị Giả", "CHỦ TỊCH Hồ Thị Giả"),
        ("Lu Văn Mẫu", "Lu Văn Mẫu"),  # Lữ, Lù, Lư: nobody can tell
        ("Thành phố An Lạc", "Thành phố An Lạc"),
    ],
)
def test_a_surname_gets_its_marks_back(line: str, wanted: str) -> None:
    one = Trusted(ReadLine([], 0.0), trusts(line))
    repair_names([one])
    assert printed(one.words) == wanted


@pytest.mark.parametrize("row", rows("surnames"), ids=lambda row: row["surname"])
def test_a_name_in_its_right_form_stays(row: dict[str, Any]) -> None:
    for example in row["examples"]:
        one = Trusted(ReadLine([], 0.0), trusts(example))
        repair_names([one])
        assert printed(one.words) == example
        assert example.split()[0] == row["surname"]


def test_no_surname_stands_twice() -> None:
    surnames = [row["surname"] for row in rows("surnames")]
    assert len(set(surnames)) == len(surnames)
