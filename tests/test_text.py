"""Cleaning text and finding the way back: for any string, and for what decrees hold."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.model import Segment, Text, TextLocator
from extract.text import clean, text, text_of_pieces

# Any characters, those that need work more often: letters with marks, blanks, what prints nothing.
STRANGE = st.text(
    st.one_of(st.characters(), st.sampled_from("ếệờạ́̂̀ \t\n\r\f\u00a0\u200b\ufeff\u00ad<>&*#-|0"))
)
NFD = st.text(st.sampled_from("Tỷ lệ hộ nghèo, ưu đãi 5%\n")).map(
    lambda string: unicodedata.normalize("NFD", string)
)


@dataclass(frozen=True)
class Sheet:
    raw: str

    def locator(self, start: int, end: int) -> TextLocator:
        return TextLocator(start, end)


def offsets(cleaned: Text) -> list[tuple[int, int]]:
    """The raw start and end of every character."""
    return [
        pair
        for segment in cleaned.segments
        for pair in zip(segment.starts, segment.ends, strict=True)
    ]


# --------------------------------------------------------------------------- clean


@given(STRANGE)
def test_clean_is_idempotent_nfc_and_trimmed(raw: str) -> None:
    once = clean(raw)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert once == once.strip()
    assert "  " not in once


@given(NFD)
def test_clean_composes(raw: str) -> None:
    assert clean(raw) == " ".join(unicodedata.normalize("NFC", raw).split())


@given(STRANGE)
def test_clean_keeps_what_prints(raw: str) -> None:
    """Letters and digits are neither lost nor invented."""
    kept = [char for char in unicodedata.normalize("NFC", raw) if char.isalnum()]
    assert [char for char in clean(raw) if char.isalnum()] == kept


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("  Tỷ lệ\u00a0hộ \t nghèo\r\n", "Tỷ lệ hộ nghèo"),
        ("chuyển\u00adđổi s\u200bố", "chuyểnđổi số"),
        ("\ufeffKế hoạch", "Kế hoạch"),
        ("a\x00b", "a b"),
        ("\u200b", ""),
        ("", ""),
        ("ỦY BAN\u2028NHÂN DÂN", "ỦY BAN NHÂN DÂN"),
        (unicodedata.normalize("NFD", "Nghị quyết về chuyển đổi"), "Nghị quyết về chuyển đổi"),
        # The marks in the other order than the standard has them.
        ("e\u0323\u0302", "ệ"),
        ("e\u0302\u0323", "ệ"),
    ],
)
def test_clean(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


# --------------------------------------------------------------------------- offsets


@given(STRANGE)
def test_a_text_says_what_clean_says_and_knows_its_places(raw: str) -> None:
    cleaned = text(Sheet(raw))
    assert cleaned.string == clean(raw)
    spans = offsets(cleaned)
    assert len(spans) == len(cleaned)
    assert all(0 <= start < end <= len(raw) for start, end in spans)
    assert spans == sorted(spans)


@given(STRANGE, st.integers(0, 20), st.integers(0, 20))
def test_a_part_of_a_sheet_stays_inside_its_bounds(raw: str, start: int, length: int) -> None:
    start, end = min(start, len(raw)), min(start + length, len(raw))
    cleaned = text(Sheet(raw), start, end)
    assert cleaned.string == clean(raw[start:end])
    assert all(start <= low < high <= end for low, high in offsets(cleaned))


@given(STRANGE, st.integers(0, 20), st.integers(0, 20))
def test_what_is_cut_out_stands_where_its_locator_says(raw: str, start: int, end: int) -> None:
    """The raw text at the place of a quote, cleaned, is the quote."""
    for piece, place, low, high in text(Sheet(raw)).cut(start, end).stretches():
        found = clean(place.raw[low:high])
        # A cluster of a letter and marks is one place: a quote that begins or ends inside it is
        # shorter than what stands there.
        assert piece.string in found
        if not any(unicodedata.combining(char) for char in unicodedata.normalize("NFC", raw)):
            assert piece.string == found


def test_composed_letters_point_at_all_their_marks() -> None:
    raw = unicodedata.normalize("NFD", "hộ  nghèo")
    cleaned = text(Sheet(raw))
    assert cleaned.string == "hộ nghèo"
    assert offsets(cleaned)[:4] == [(0, 1), (1, 4), (4, 6), (6, 7)]
    assert raw[offsets(cleaned)[1][0] : offsets(cleaned)[1][1]] == "o\u0323\u0302"


def test_clean_text_is_mapped_one_to_one() -> None:
    assert offsets(text(Sheet("xã Tân Hòa"), 3, 6)) == [(3, 4), (4, 5), (5, 6)]


def test_pieces_are_put_together_and_entities_replaced() -> None:
    raw = "Tỷ <b>lệ</b> &lt; 5&nbsp;%"
    sheet = Sheet(raw)
    pieces = [(0, 3, None), (6, 8, None), (12, 13, None), (13, 17, "<"), (17, 19, None)]
    joined = text_of_pieces(sheet, [*pieces, (19, 25, "\u00a0"), (25, 26, None)])
    assert joined.string == "Tỷ lệ < 5 %"
    assert offsets(joined)[6] == (13, 17)
    [(piece, _, start, end)] = list(joined.cut(6).stretches())
    assert (piece.string, raw[start:end]) == ("< 5 %", "&lt; 5&nbsp;%")


def test_a_mark_cut_off_from_its_letter_by_markup_joins_it() -> None:
    raw = "ho<b>\u0323\u0302</b>"
    joined = text_of_pieces(Sheet(raw), [(0, 2, None), (5, 7, None)])
    assert joined.string == "hộ"
    assert offsets(joined) == [(0, 1), (1, 7)]


# --------------------------------------------------------------------------- Text


def words_of(*raws: str) -> list[Text]:
    return [text(Sheet(raw)) for raw in raws]


@given(STRANGE, st.integers(-5, 25), st.one_of(st.none(), st.integers(-5, 25)))
def test_cut_is_a_slice(raw: str, start: int, end: int | None) -> None:
    whole = text(Sheet(raw))
    part = whole.cut(start, end)
    assert part.string == whole.string[start:end]
    assert offsets(part) == offsets(whole)[start:end]


@given(st.lists(STRANGE), st.sampled_from([" ", "", ": "]))
def test_join(raws: list[str], by: str) -> None:
    parts = words_of(*raws)
    joined = Text.join(parts, by)
    assert joined.string == by.join(part.string for part in parts if part.string)
    assert sum(map(len, joined.segments)) == len(joined)
    stretches = [piece.string for piece, _, _, _ in joined.stretches()]
    assert stretches == [part.string for part in parts if part.string]


def test_a_joiner_stands_nowhere() -> None:
    group, child = words_of("Văn bản xử lý qua mạng", "Cấp xã")
    joined = Text.join([group, Text(), child], by=": ")
    assert joined.string == "Văn bản xử lý qua mạng: Cấp xã"
    assert [segment.place is None for segment in joined.segments] == [False, True, False]
    across = joined.cut(20, 25)
    assert across.string == "ng: C"
    assert [(piece.string, start, end) for piece, _, start, end in across.stretches()] == [
        ("ng", 20, 22),
        ("C", 0, 1),
    ]


def test_strip_moves_the_places_with_it() -> None:
    item = text(Sheet("\t-  Trồng mới 50 ha; "))
    stripped = item.strip(" -;")
    assert stripped.string == "Trồng mới 50 ha"
    assert offsets(stripped)[0] == (4, 5)
    assert text(Sheet(" - ")).strip("- ") == Text()
    assert len(Text().strip()) == 0


def test_stretches_leave_out_blanks_at_the_edges() -> None:
    spaced = text(Sheet("đạt  90 %")).cut(3, 6)
    assert spaced.string == " 90"
    assert [(piece.string, start, end) for piece, _, start, end in spaced.stretches()] == [
        ("90", 5, 7)
    ]


def test_a_cut_of_everything_is_the_text_itself() -> None:
    whole = text(Sheet("Quý II/2025"))
    assert whole.cut(0) is whole
    assert whole.cut(0, 11) is whole
    assert str(whole) == "Quý II/2025"
    assert Segment(None, [0], [0]).cut(0, 0) == Segment(None, [], [])
