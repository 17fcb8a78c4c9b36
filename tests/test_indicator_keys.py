"""Names of indicators, compared."""

from __future__ import annotations

import csv
import tomllib
from pathlib import Path
from typing import Any

import pytest

from extract.indicator_keys import Key, is_average, key, less_is_better, likeness
from extract.vocabulary import rows

TESTS = Path(__file__).parent
FLOORS = tomllib.loads((TESTS / "other_floors.toml").read_text("utf-8"))["indicator_pairs"]

ONE_NAME = {
    "less": less_is_better,
    "more": lambda name: not less_is_better(name),
    "average": is_average,
    "hangs": lambda name: not key(name, "%").telling,
}


def named(name: str) -> Key:
    return key(name, "%" if name.casefold().startswith("tỷ lệ") or "(%)" in name else None)


def examples() -> list[Any]:
    return [
        pytest.param(row, example, id=str(example)[:60])
        for row in rows("indicator_words")
        for example in row["examples"]
    ]


@pytest.mark.parametrize(("row", "example"), examples())
def test_word(row: dict[str, Any], example: list[str] | str) -> None:
    if isinstance(example, str):
        (kind,) = ONE_NAME.keys() & row.keys()
        assert ONE_NAME[kind](example)
        return
    first, second = map(named, example)
    other = "apart" in row or "added" in row
    assert (likeness(first, second) is None) == other


def test_the_wordings_of_one_indicator_have_one_key() -> None:
    names = [
        ("Tỷ lệ hồ sơ trực tuyến", "%"),
        ("Hồ sơ trực tuyến (%)", "%"),
        ("tỷ lệ hồ sơ giải quyết trực tuyến", "%"),
        ("TỶ LỆ HỒ SƠ TRỰC TUYẾN", "%"),
    ]
    assert {str(key(*name)) for name in names} == {"hồ sơ · trực tuyến [%]"}


def test_a_share_and_a_number_are_two_measures() -> None:
    share, number = key("Tỷ lệ xã đạt chuẩn", "%"), key("Số xã đạt chuẩn", "xã")
    assert likeness(share, number) is None


def test_an_abbreviation_that_no_list_has() -> None:
    short = key("Tỷ lệ HSTH được cấp học bạ số", "%")
    long = key("Tỷ lệ học sinh tiểu học được cấp học bạ số", "%")
    found = likeness(short, long)
    assert found is not None
    assert found.score < 100
    assert "hsth ~ học sinh tiểu học" in found.reason


def test_a_misspelt_word_is_said_to_be_one() -> None:
    found = likeness(
        key("Tỷ lệ nhiễm mã độc của máy chủ", "%"), key("Tỷ lệ nhiểm mã độc của máy chủ", "%")
    )
    assert found is not None
    assert "nhiễm ~ nhiểm" in found.reason


def test_a_number_in_the_name_counts() -> None:
    first, second = (key(f"Tỷ lệ trẻ em dưới {age} tuổi được tiêm", "%") for age in ("01", "5"))
    assert likeness(first, second) is None
    assert likeness(first, key("Tỷ lệ trẻ em dưới 1 tuổi được tiêm", "%")) is not None


def test_labelled_pairs() -> None:
    with (TESTS / "labels" / "indicator_pairs.tsv").open(encoding="utf-8", newline="") as file:
        pairs = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    right = wrong = missed = 0
    for pair in pairs:
        first = key(pair["first"], pair["first_unit"] or None)
        second = key(pair["second"], pair["second_unit"] or None)
        same, found = pair["label"] == "same", likeness(first, second) is not None
        assert found == (likeness(second, first) is not None), pair
        right += same and found
        wrong += found and not same
        missed += same and not found
    assert right / (right + wrong) >= FLOORS["precision"]
    assert right / (right + missed) >= FLOORS["recall"]
