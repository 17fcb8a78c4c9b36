"""The program against the hand labels: no figure may fall in any format. And the scorer itself."""

from __future__ import annotations

import copy
import math
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.accuracy import Score, score, total
from tests.agreement import held, same_unit, words
from tests.engine import needs_engine
from tests.samples import FORMATS, STEMS, gold, sample
from tests.scan_accuracy import reading
from tests.scan_accuracy import total as total_of_scans

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text("utf-8"))
#: How far a figure may stand above its floor before the floor has to follow.
SLACK = 0.005
COUNTS = ("silent_errors", "letterhead_wrong")
#: Samples that are scanned: a report, a letter, and two plans with tables.
SCANNED = (
    *("bc_210_ket_qua", "cv_312_dich_vu_cong"),
    *("kh_09_giao_duc_nghe", "kh_77_tham_dinh_dat_dai"),
)


@pytest.mark.parametrize("kind", FORMATS)
def test_no_figure_falls_and_floors_follow(kind: str) -> None:
    whole = total((stem, score(gold(stem), sample(stem, kind).result)) for stem in STEMS)
    figures = whole.figures()
    assert set(FLOORS[kind]) == set(figures), "floors.toml lists other figures than the scorer"
    fallen, risen = compared(FLOORS[kind], figures)
    assert not fallen, "\n".join([f"accuracy fell ({kind}):", *fallen, *whole.mistakes])
    assert not risen, "\n".join([f"accuracy rose: write into floors.toml under [{kind}]", *risen])


@needs_engine
def test_no_figure_of_scans_falls() -> None:
    whole = total_of_scans(reading(stem, "normal") for stem in SCANNED)
    fallen, _ = compared(FLOORS["scan"], whole.figures())
    assert not fallen, "\n".join(["accuracy fell (scan):", *fallen, *whole.errors])


def compared(floors: dict[str, float], figures: dict[str, float]) -> tuple[list[str], list[str]]:
    """What fell below its floor, and the lines for what stands far above it. Of errors that are
    counted there may be no more, and of fewer the file must know."""
    fallen, risen = [], []
    for name, floor in floors.items():
        figure = figures[name]
        gain = floor - figure if name in COUNTS else figure - floor
        if gain < -1e-9:
            fallen.append(f"{name} is {figure:.4g}, its floor is {floor:g}")
        elif gain > SLACK:
            risen.append(f"{name} = {math.floor(figure * 1000 + 1e-6) / 1000:g}")
    return fallen, risen


def test_floors_that_are_too_low_or_too_high_are_told() -> None:
    floors = {"recall": 0.9, "precision": 0.99, "silent_errors": 2.0}
    assert compared(floors, {"recall": 0.9, "precision": 0.9949, "silent_errors": 2}) == ([], [])
    fallen, risen = compared(floors, {"recall": 0.9567, "precision": 0.9, "silent_errors": 3})
    assert [line.split()[0] for line in fallen] == ["precision", "silent_errors"]
    assert risen == ["recall = 0.956"]
    assert compared(floors, {**floors, "silent_errors": 0})[1] == ["silent_errors = 0"]


# --------------------------------------------------------------------------- the scorer

LABEL: dict[str, Any] = {
    "origin": "table",
    "section": "I. Y TẾ",
    "ordinal": "2",
    "content": "Tỷ lệ trẻ em được tiêm đủ vắc xin",
    "quote": "Trên 96,5% trẻ em",
    "threshold": {"kind": "level", "comparator": "gt", "value": 96.5, "unit": "%"},
    "agencies": [{"role": "lead", "name": "Trạm Y tế xã Tân Hòa Bắc"}],
    "due": {"kind": "fixed", "start": "2025-04-01", "end": "2025-06-30"},
}
READ: dict[str, Any] = {
    "origin": "table",
    "section": ["A. XÃ HỘI", "I. Y tế"],
    "ordinal": "2",
    "content": "Tỷ lệ trẻ em được tiêm đủ vắc xin",
    "indicator": "Tỷ lệ trẻ em được tiêm đủ vắc xin",
    "statement": "Trên 96,5% trẻ em",
    "threshold": {"kind": "level", "comparator": "gt", "value": 96.5, "unit": "%"},
    "applies_to": None,
    "agencies": [{"role": "lead", "name": "Trạm Y tế xã Tân Hoà Bắc"}],
    "due": {"kind": "fixed", "text": "Quý II/2025", "start": "2025-04-01", "end": "2025-06-30"},
    "result": None,
    "doubts": [],
}
DOCUMENT: dict[str, Any] = {
    "number": "12/KH-UBND",
    "kind": "kế hoạch",
    "issuer": "Ủy ban nhân dân xã Tân Hòa Bắc",
    "place": "Tân Hòa Bắc",
    "date": "2025-01-20",
    "subject": "Chăm sóc sức khỏe trẻ em năm 2025",
    "signatory": {"title": "CHỦ TỊCH", "name": "Lê Văn Mẫu"},
}


def scored(labels: list[dict[str, Any]], results: list[dict[str, Any]], **read: object) -> Score:
    label = {**DOCUMENT, "cites": ["7/QĐ-UBND"], "cites_optional": ["12/KH-UBND"]}
    cites = [{"number": "7/QĐ-UBND"}, {"number": "12/KH-UBND"}]
    result = {**DOCUMENT, "cites": cites, **read, "targets": results}
    return score({"documents": [{**label, "targets": labels}]}, {"documents": [result]})


def changed(target: dict[str, Any], **fields: object) -> dict[str, Any]:
    return {**copy.deepcopy(target), **fields}


def threshold(**keys: object) -> dict[str, Any]:
    return {**READ["threshold"], **keys}


def test_a_result_that_agrees_is_perfect() -> None:
    counted = scored([LABEL], [READ])
    assert counted.mistakes == []
    assert {*counted.figures().values()} == {1.0, 0}


@pytest.mark.parametrize(
    "wrong",
    [
        {"comparator": "ge"},
        {"value": 965},
        {"unit": "trẻ em"},
        {"kind": "change", "direction": "increase"},
        {"kind": "range", "max": 100},
    ],
)
def test_a_wrong_threshold_is_missed_and_extra_and_silent(wrong: dict[str, object]) -> None:
    counted = scored([LABEL], [changed(READ, threshold=threshold(**wrong))])
    assert (counted.table.found, counted.table.missed, counted.table.extra) == (0, 1, 1)
    assert counted.silent_errors == 1
    assert (counted.perfect.right, counted.perfect.total) == (0, 1)


def test_a_doubt_breaks_the_silence() -> None:
    wrong = changed(READ, threshold=threshold(value=965), doubts=["unclear_threshold"])
    assert scored([LABEL], [wrong]).silent_errors == 0


def test_wrong_details_of_a_threshold_are_silent_too() -> None:
    label = changed(LABEL, threshold=threshold(baseline={"year": 2024, "value": 90}))
    counted = scored([label], [changed(READ, threshold=threshold(baseline={"year": 2023}))])
    assert (counted.table.found, counted.silent_errors) == (1, 1)
    assert counted.perfect.right == 0


@pytest.mark.parametrize(
    "wrong",
    [
        {"ordinal": "3"},
        {"section": ["A. XÃ HỘI"]},
        {"content": "Tỷ lệ hộ gia đình có nước sạch"},
        {"agencies": []},
        {"agencies": [{"role": "coordinate", "name": "Trạm Y tế xã Tân Hòa Bắc"}]},
        {"due": None},
        {"due": {"kind": "fixed", "end": "2025-06-30"}},
    ],
)
def test_a_wrong_field_is_found_but_not_perfect(wrong: dict[str, object]) -> None:
    counted = scored([LABEL], [changed(READ, **wrong)])
    assert (counted.table.found, counted.silent_errors) == (1, 0)
    assert counted.perfect.right == 0
    assert len(counted.mistakes) == 1


def test_a_missing_due_and_a_conditional_one_are_the_same() -> None:
    label = changed(LABEL, due={"kind": "conditional", "text": "Khi có hồ sơ"})
    assert scored([label], [changed(READ, due=None)]).perfect.value == 1


def test_an_optional_label_counts_neither_way() -> None:
    optional = changed(LABEL, optional=True)
    assert scored([optional], []).mistakes == []
    assert scored([optional], [changed(READ, threshold=threshold(comparator="ge"))]).mistakes == []
    assert scored([optional], [READ]).table.found == 0


def test_one_result_serves_one_label() -> None:
    other = changed(LABEL, ordinal="5", section="II. GIÁO DỤC")
    counted = scored([other, LABEL], [READ])
    assert (counted.table.found, counted.table.missed) == (1, 1)
    assert counted.perfect.right == 1


def test_tasks_are_counted_apart() -> None:
    task = {"kind": "task"}
    counted = scored([changed(LABEL, threshold=task), LABEL], [changed(READ, threshold=task)])
    assert counted.tasks.f1 == 1
    assert (counted.measurable.found, counted.measurable.missed) == (0, 1)


def test_prose_is_judged_by_its_indicator() -> None:
    label = changed(LABEL, origin="prose", ordinal=None, content=None, indicator="Trẻ em được tiêm")
    read = changed(READ, origin="prose", ordinal=None, indicator="trẻ em được tiêm, báo cáo quý")
    counted = scored([label], [read])
    assert counted.perfect.value == 1
    assert (counted.prose.found, counted.table.found) == (1, 0)
    assert scored([label], [changed(read, indicator="hộ nghèo")]).perfect.value == 0


def test_documents_and_citations() -> None:
    counted = scored([], [], number="12/KH-HĐND", date=None, cites=[{"number": "1/TB"}])
    assert (counted.documents.right, counted.documents.total) == (5, 7)
    citations = counted.citations
    assert (citations.found, citations.missed, citations.extra) == (0, 1, 1)
    one = {**DOCUMENT, "cites": [], "targets": []}
    assert score({"documents": [one]}, {"documents": [one, one]}).documents.value == 0.5


def test_spelling_that_makes_no_difference() -> None:
    assert words("UBND xã Tân Hoà Bắc – 5%") == words("Ủy ban nhân dân xã Tân Hòa Bắc, 5%")
    assert words("thủy") == words("thuỷ")
    assert words("hoa") != words("hòa")
    assert held("giảm hộ nghèo", "Giảm số hộ nghèo còn 2%") == 1


@pytest.mark.parametrize(
    ("label", "read", "same"),
    [
        (None, "hộ", True),
        ("lao động", "lao động có việc làm", True),
        ("triệu đồng", "tỷ đồng", False),
        ("triệu đồng", "đồng", False),
        ("hộ", None, False),
        ("%", "điểm %", True),
    ],
)
def test_units(label: str | None, read: str | None, same: bool) -> None:
    assert same_unit(label, read) is same
