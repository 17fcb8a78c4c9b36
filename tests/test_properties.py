"""What must hold for any value and any text: what is printed is read back, nothing breaks."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.agencies import named_agencies
from extract.dues import due
from extract.encodings import Decoder
from extract.model import Due, Text, Threshold
from extract.numbers import numbers, value
from extract.text import clean
from extract.thresholds import Context, measures
from extract.validation import issues
from tests.corpus.text_form import text
from tests.forge import FAMILIES, forged, numerals, parties, phrases, subjects
from tests.forge.wordlist import listed
from tests.samples import sample_of

#: The same examples in every run, so that a failure is a change of the program.
settings.register_profile("fixed", deadline=None, derandomize=True)
FIXED = settings(settings.get_profile("fixed"))
SEEDS = st.integers(0, 10**9)
ANY_TEXT = st.text(
    st.sampled_from("0123456789%.,-–/();: \n\t≥≤<>=aăâđêôơưàảãáạ") | st.characters(codec="utf-8"),
    max_size=60,
)
_WORDS = """đạt | tối thiểu | từ | trên | dưới | không | quá | đến | tới | - | – | 5 | 05 | 95%
    | 12.500 | 0,7 | trở lên | trở xuống | còn | tăng | giảm | so với | năm 2024 | quý II/2025
    | tháng 6 | ngày 15/12 | trước | hàng | thường xuyên | Phòng Nội vụ
    | UBND các xã, thị trấn | chủ trì
    | phối hợp | với | ; | , | . | ( | ) | hồ sơ | mô hình | triệu đồng | xếp thứ | nhóm
    | địa phương | dẫn đầu | mỗi | đơn vị | 10 - 15% | tỷ lệ hộ nghèo | số vụ cháy | và
    | nâng từ 60% lên | thêm | giảm ít nhất"""
ANY_WORDS = st.lists(st.sampled_from(listed(_WORDS)), max_size=16).map(" ".join)


def stated(threshold: Threshold) -> dict[str, Any]:
    """The fields of a label that the threshold fills."""
    keys = ("kind", "comparator", "value", "max", "unit", "direction", "within", "per", "each")
    found = {key: getattr(threshold, key) for key in keys if getattr(threshold, key) is not None}
    if threshold.baseline is not None:
        both = {"year": threshold.baseline.year, "value": threshold.baseline.value}
        found["baseline"] = {key: it for key, it in both.items() if it is not None}
    return found


# --------------------------------------------------------------------------- there and back


@FIXED
@given(st.integers(0, 10**7) | st.decimals(0, 99999, places=2).map(float))
def test_a_printed_number_is_read_back(number: float) -> None:
    shown = numerals.printed(number)
    assert value(shown)[0] == number
    assert [found.value for found in numbers(f"đạt {shown} tấn")] == [number]


@settings(FIXED, max_examples=600)
@given(SEEDS)
def test_a_printed_threshold_is_read_back(seed: int) -> None:
    random = Random(seed)
    measured = subjects.indicator(random)
    made = phrases.phrase(random, measured, year=2025)
    found = measures(clean(made.text), Context(None, measured.text))
    assert [stated(measure.threshold) for measure in found] == [made.threshold], made.text
    assert not found[0].doubts, made.text


@settings(FIXED, max_examples=300)
@given(SEEDS)
def test_a_threshold_without_its_unit_is_read_back(seed: int) -> None:
    random = Random(seed)
    measured = subjects.indicator(random)
    made = phrases.phrase(random, measured, unit=False, year=2025)
    found = measures(clean(made.text), Context(measured.unit, measured.text))
    assert [stated(measure.threshold) for measure in found] == [made.threshold], made.text
    assert not found[0].doubts, made.text


@settings(FIXED, max_examples=300)
@given(SEEDS)
def test_a_printed_rank_is_read_back(seed: int) -> None:
    made = phrases.rank(Random(seed))
    (found,) = measures(clean(made.text))
    read = stated(found.threshold)
    assert {key: read.get(key) for key in made.threshold} == made.threshold, made.text


@settings(FIXED, max_examples=400)
@given(SEEDS, st.integers(2015, 2035))
def test_a_printed_due_is_read_back(seed: int, year: int) -> None:
    when = phrases.due(Random(seed), year)
    reading = due(when.text, year)
    assert reading.due is not None
    assert when.expected == of_due(reading.due), when.text
    assert reading.certain, when.text


def of_due(by: Due) -> dict[str, Any]:
    found: dict[str, Any] = {"kind": by.kind}
    found |= {key: at for key in ("start", "end") if (at := getattr(by, key)) is not None}
    return found | ({"every": list(by.every)} if by.every else {})


@settings(FIXED, max_examples=400)
@given(SEEDS, st.sampled_from(("tỉnh", "huyện", "xã")), st.sampled_from(("lead", "implement")))
def test_printed_agencies_are_read_back(seed: int, level: Any, role: Any) -> None:
    made = parties.agencies(Random(seed), level, role, items=False)
    read = []
    unread = []
    for item in made.text.split("¶"):
        named = named_agencies(Text(item.removeprefix("- ")), role)
        read += [{"role": its, "name": str(name)} for its, name in named.names]
        unread += named.unread
    assert read == made.expected, made.text
    assert not unread, made.text


# --------------------------------------------------------------------------- nothing breaks


@settings(FIXED, max_examples=400)
@given(ANY_TEXT | ANY_WORDS)
def test_any_text_is_read_without_failing(string: str) -> None:
    cleaned = clean(string)
    for measure in measures(cleaned):
        assert 0 <= measure.start <= measure.at < measure.end <= len(cleaned)
    due(cleaned, 2025)
    named_agencies(Text(cleaned), "implement")


@settings(FIXED, max_examples=60)
@given(st.lists(ANY_WORDS.filter(bool), min_size=8, max_size=8))
def test_any_sentences_give_valid_records(sentences: list[str]) -> None:
    items = [f"{index}. {words.capitalize()}." for index, words in enumerate(sentences, 1)]
    decree = "\n".join(["KẾ HOẠCH", "", "I. MỤC TIÊU", *items])
    assert not issues(sample_of(decree.encode(), "plan.txt").result)


@FIXED
@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing(string: str) -> None:
    assert clean(clean(string)) == clean(string)


@settings(FIXED, max_examples=40)
@given(SEEDS)
def test_unicode_is_no_old_encoding(seed: int) -> None:
    random = Random(seed)
    words = f"{phrases.phrase(random).text} {phrases.agency(random)} {subjects.share(random).text}"
    assert not Decoder().active, words


@pytest.mark.parametrize("family", FAMILIES)
@settings(FIXED, max_examples=10)
@given(data=st.data())
def test_a_damaged_decree_is_read_and_every_digit_stands_in_the_ledger(
    family: str, data: st.DataObject
) -> None:
    lines = text(forged(family, data.draw(st.integers(0, 30))).decree).splitlines()
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(lines) - 1))
        way = data.draw(st.sampled_from(("lost", "twice", "cut", "blank", "moved")))
        if way == "lost":
            del lines[at]
        elif way == "twice":
            lines.insert(at, lines[at])
        elif way == "cut":
            lines[at] = lines[at][: data.draw(st.integers(0, 40))]
        elif way == "blank":
            lines.insert(at, "")
        else:
            lines.insert(data.draw(st.integers(0, len(lines) - 1)), lines.pop(at))
    damaged = "\n".join(lines)
    result = sample_of(damaged.encode(), "damaged.txt").result
    covered = [False] * len(damaged)
    for entry in result["numbers"]:
        for index in range(entry["locator"]["start"], entry["locator"]["end"]):
            covered[index] = True
    printed = regex.sub("<[^<>]*>", lambda tag: " " * len(tag[0]), damaged)
    left = [at for at, char in enumerate(printed) if char.isdecimal() and not covered[at]]
    assert not left, damaged[max(left[0] - 20, 0) : left[0] + 20]
