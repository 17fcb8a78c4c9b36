"""The examples of the vocabulary's rows that tests of single grammars do not run."""

from __future__ import annotations

from typing import Any

import pytest

from extract.groups import names_group
from extract.sentences import demanded
from extract.sentences.listed_values import listed
from extract.sentences.meanings import background
from extract.tables.heading_words import column_kind, folded
from extract.thresholds import measures
from extract.vocabulary import rows


def examples(topic: str) -> list[Any]:
    return [
        pytest.param(row, example, id=str(example)[:60])
        for row in rows(topic)
        for example in row["examples"]
    ]


@pytest.mark.parametrize(("row", "example"), examples("headings"))
def test_heading(row: dict[str, Any], example: str) -> None:
    assert column_kind(example) == row["column"]


def test_no_heading_means_two_things() -> None:
    whole = [row["whole"] for row in rows("headings") if "whole" in row]
    words = [row["words"] for row in rows("headings") if "words" in row]
    assert len(set(whole)) == len(whole)
    assert len(set(words)) == len(words)
    assert all(word == folded(word) for word in [*whole, *words])


@pytest.mark.parametrize(("row", "example"), examples("contexts"))
def test_context(row: dict[str, Any], example: str) -> None:
    if "heading" in row:
        assert background([example], []) == row["means"]
    elif row["means"] == "goal":
        assert demanded(example)
    else:
        assert measures(example)
        assert not demanded(example)


@pytest.mark.parametrize(("row", "example"), examples("groups"))
def test_group(row: dict[str, Any], example: str) -> None:
    found = listed(example, measures(example))
    assert len(found) > 1
    spans = [group for _, group in found]
    assert all(spans)
    assert any(row["group"] in example[slice(*span)] for span in spans if span)


def test_headings_of_groups() -> None:
    assert names_group("Xã nhóm 1")
    assert names_group("Vùng đồng bằng")
    assert not names_group("Trọng số (%)")


@pytest.mark.parametrize(("row", "example"), examples("stops"))
def test_an_unlisted_unit_ends_at_a_stop(row: dict[str, Any], example: str) -> None:
    assert row["stop"] in example
    assert measures(example)[0].threshold.unit == "vườn mẫu"


@pytest.mark.parametrize(("row", "example"), examples("qualities"))
def test_a_grade_keeps_what_follows_it(row: dict[str, Any], example: str) -> None:
    (stated,) = demanded(example)
    assert row["quality"] in example
    assert stated.indicator
    assert example[slice(*stated.indicator[-1])].endswith("trở lên")


@pytest.mark.parametrize(("row", "example"), examples("indicators"))
def test_indicator_begins_with_its_noun(row: dict[str, Any], example: str) -> None:
    sentence = f"Phấn đấu {example} đạt 45%"
    (stated,) = demanded(sentence)
    assert stated.indicator
    assert sentence[slice(*stated.indicator[0])].startswith(row["head"])


@pytest.mark.parametrize(
    "topic", ["comparators", "leads", "changes", "units", "scales", "numerals"]
)
def test_no_phrase_stands_twice(topic: str) -> None:
    keys = ("before", "after", "lead", "verb", "unit", "scale", "word")
    phrases = [
        (key, row[key]) for row in rows(topic) for key in keys if isinstance(row.get(key), str)
    ]
    assert len(set(phrases)) == len(phrases)


def test_a_lead_is_no_comparator() -> None:
    comparators = {row.get("before") for row in rows("comparators")}
    assert not comparators & {row["lead"] for row in rows("leads")}
