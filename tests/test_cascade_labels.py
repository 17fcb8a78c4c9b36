"""The labels for comparing targets across decrees say what is really written in the decrees."""

from __future__ import annotations

import functools
from pathlib import Path

import pytest

from tests.cascade.trial import GROUPS, documents, labels, named

PAIRS = Path(__file__).parent / "labels" / "indicator_pairs.tsv"
COLUMNS = ["first", "first_unit", "second", "second_unit", "label", "group", "reason"]
TWO_SIDED = {"below_upper", "restated_differs", "twice", "sum_differs"}


def sides(group: str) -> list[dict[str, str]]:
    rows = labels(group)["restates"] + [
        finding for finding in labels(group)["finding"] if finding["code"] in TWO_SIDED
    ]
    return [row[key] for row in rows for key in ("first", "second")]


@pytest.mark.parametrize("group", GROUPS)
def test_every_side_of_a_label_names_one_target(group: str) -> None:
    wrong = [(side, len(named(group, side))) for side in sides(group)]
    assert [row for row in wrong if row[1] != 1] == []


@pytest.mark.parametrize("group", GROUPS)
def test_a_finding_has_a_known_code_and_the_sides_that_belong_to_it(group: str) -> None:
    for finding in labels(group)["finding"]:
        assert finding["code"] in TWO_SIDED | {"cited_missing"}
        assert finding.keys() == (
            {"code", "first"} if finding["code"] == "cited_missing" else {"code", "first", "second"}
        )


@pytest.mark.parametrize("group", GROUPS)
def test_a_missing_decree_is_cited(group: str) -> None:
    for finding in labels(group)["finding"]:
        if finding["code"] == "cited_missing":
            first = finding["first"]
            cited = [
                cite["number"] for doc in documents(group, first["file"]) for cite in doc["cites"]
            ]
            assert first["number"] in cited


@pytest.mark.parametrize("group", GROUPS)
def test_no_label_stands_twice(group: str) -> None:
    for rows in labels(group).values():
        assert [row for at, row in enumerate(rows) if row in rows[:at]] == []


@pytest.mark.parametrize("group", GROUPS)
def test_a_comparison_with_a_cited_decree_is_a_restatement_too(group: str) -> None:
    restated = [(row["first"], row["second"]) for row in labels(group)["restates"]]
    for finding in labels(group)["finding"]:
        if finding["code"] in {"below_upper", "restated_differs"}:
            assert (finding["first"], finding["second"]) in restated


@functools.cache
def pairs() -> list[dict[str, str]]:
    lines = PAIRS.read_text(encoding="utf-8").splitlines()
    assert lines[0].split("\t") == COLUMNS
    rows = [line.split("\t") for line in lines[1:]]
    assert {len(row) for row in rows} == {len(COLUMNS)}
    return [dict(zip(COLUMNS, row, strict=True)) for row in rows]


def test_every_pair_of_indicators_is_filled_in() -> None:
    for pair in pairs():
        assert pair["label"] in {"same", "other"}
        assert pair["group"] in {"dev", "test", "fresh"}
        assert all(value == value.strip() for value in pair.values())
        assert all(pair[key] for key in ("first", "second", "reason"))


def test_no_pair_of_indicators_stands_twice() -> None:
    known = [
        frozenset([(pair["first"], pair["first_unit"]), (pair["second"], pair["second_unit"])])
        for pair in pairs()
    ]
    assert len(set(known)) == len(known)
    assert {len(pair) for pair in known} == {2}
