"""The scorer: what counts as found, right and silent; that figures are those of the reference where
it is at hand; floors."""

from __future__ import annotations

import copy
import importlib.util
import random
from pathlib import Path
from typing import Any

import pytest

from extract.errors import BadLabel
from extract.scoring.agreement import held, same_unit, words
from extract.scoring.comparison import score
from extract.scoring.counts import Retrieval, Score
from extract.scoring.floors import compared, compared_groups, floors_in
from tests.samples import STEMS, gold, sample

# --------------------------------------------------------------------------- hand-made cases

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
    assert set(counted.fields) == {"content", "ordinal", "section", "agencies", "due"}


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
    (mistake,) = counted.mistakes
    assert mistake.wanted == LABEL["threshold"]
    assert mistake.got == threshold(**wrong)


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
    (mistake,) = counted.mistakes
    assert {mistake.key: mistake.got} == wrong
    assert mistake.wanted == LABEL[mistake.key]


@pytest.mark.parametrize("key", ["ordinal", "section", "content", "agencies", "due"])
def test_what_is_not_labelled_is_not_measured(key: str) -> None:
    label = {name: value for name, value in LABEL.items() if name != key}
    counted = scored([label], [changed(READ, ordinal="9", section=["B"], content="-", due=None)])
    assert counted.table.found == 1
    assert key not in counted.fields


def test_a_letterhead_that_is_not_labelled_is_not_measured() -> None:
    result = {**DOCUMENT, "cites": [{"number": "7/QĐ-UBND"}], "targets": []}
    counted = score({"documents": [{"targets": []}]}, {"documents": [result]})
    assert (counted.documents.total, counted.citations, counted.mistakes) == (0, Retrieval(), [])


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


def test_a_quote_counts_by_four_fifths_of_its_words() -> None:
    quote = "một hai ba bốn năm"
    label = changed(LABEL, quote=quote)
    for words_read, found in (("một hai ba bốn sáu", 1), ("một hai ba bảy sáu", 0)):
        assert scored([label], [changed(READ, statement=words_read)]).table.found == found
    assert held(quote, "năm bốn ba hai một") == 0.2
    assert held(quote, "hai ba", least=0.5) == 0
    assert held(quote, "hai ba", least=0.4) == 0.4


def test_doubts_on_what_is_found_are_counted() -> None:
    doubtful = changed(READ, doubts=["unclear_unit"])
    counted = scored([LABEL, changed(LABEL, ordinal="3")], [READ, changed(doubtful, ordinal="3")])
    assert (counted.doubted.right, counted.doubted.total) == (1, 2)
    assert counted.figures()["undoubted"] == 0.5


def test_figures_over_several_files_are_those_of_all_targets() -> None:
    one = scored([LABEL], [READ])
    other = scored([LABEL, changed(LABEL, ordinal="3")], [changed(READ, due=None)])
    whole = Score()
    whole.join(one)
    whole.join(other)
    assert (whole.files, whole.table) == (2, Retrieval(found=2, missed=1))
    assert whole.measurable.f1 == 0.8  # 2 × 2 of 2 × 2 + 1
    assert (whole.fields["due"].right, whole.fields["due"].total) == (1, 2)
    assert whole.perfect.value == 1 / 3
    assert [mistake.key for mistake in whole.mistakes] == ["due", "threshold"]


def test_a_matrix_of_equal_cells_is_quick() -> None:
    """Each of 200 cells could serve each label; the nearest does."""
    cells = [
        {"content": f"Tiêu chí {at // 20}", "ordinal": str(at // 20), "section": [f"Xã {at % 20}"]}
        for at in range(200)
    ]
    task = {"quote": "Đạt", "statement": "Đạt", "threshold": {"kind": "task"}}
    labels = [changed(LABEL, **task, **cell) for cell in cells]
    results = [changed(READ, **task, **cell) for cell in reversed(cells)]
    assert scored(labels, results).mistakes == []


# --------------------------------------------------------------------------- the reference

REFERENCE = Path(__file__).parents[2] / "shared" / "score.py"


@pytest.mark.skipif(not REFERENCE.is_file(), reason="the reference scorer is not here")
@pytest.mark.parametrize("stem", STEMS)
def test_figures_are_those_of_the_reference(stem: str) -> None:
    """On what is read, and with all that can go wrong put into it."""
    spec = importlib.util.spec_from_file_location("reference", REFERENCE)
    assert spec
    assert spec.loader
    reference = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(reference)
    labels = gold(stem)
    for seed in range(12):
        result = copy.deepcopy(sample(stem, "docx").result)
        if seed:
            spoil(result, random.Random(f"{stem} {seed}"))
        ours, theirs = score(labels, result), reference.score_file(labels, result, False)
        assert counts(ours) == theirs


def counts(found: Score) -> dict[str, Any]:
    """Under the reference's names."""
    return {
        "m": [found.measurable.found, found.measurable.extra, found.measurable.missed],
        "t": [found.tasks.found, found.tasks.extra, found.tasks.missed],
        "perfect": [found.perfect.right, found.perfect.total],
        "fields": {name: [share.right, share.total] for name, share in found.fields.items()},
        "documents": [found.documents.right, found.documents.total],
        "cites": [found.citations.found, found.citations.extra, found.citations.missed],
    }


def spoil(result: dict[str, Any], chance: random.Random) -> None:
    """Puts mistakes of every kind into about a third of the targets and fields."""
    for document in result["documents"]:
        for key in ("number", "kind", "issuer", "place", "date", "subject"):
            if chance.random() < 0.2:
                document[key] = chance.choice([None, "Khác", f"{document[key]} – hoà UBND"])
        document["cites"] = [cite for cite in document["cites"] if chance.random() < 0.8]
        targets = document["targets"]
        for at in reversed(range(len(targets))):
            if chance.random() < 0.35:
                spoil_target(targets, at, chance)
    if chance.random() < 0.2:
        result["documents"].append(copy.deepcopy(result["documents"][0]))


def spoil_target(targets: list[dict[str, Any]], at: int, chance: random.Random) -> None:
    target = targets[at]
    threshold = target["threshold"]
    said = target["statement"].split()
    measured = threshold["kind"] != "task"
    match chance.randrange(12):
        case 0:
            del targets[at]
        case 1:
            targets.append(copy.deepcopy(target))
        case 2 if measured:
            threshold["value"] += chance.choice([0.0000001, 1])
        case 3 if measured:
            threshold["comparator"] = chance.choice(["ge", "eq"])
        case 4 if measured:
            threshold["unit"] = chance.choice(["phần trăm", "hộ", "triệu đồng", ""])
        case 5:
            target["threshold"] = {"kind": "task"}
        case 6:
            target["statement"] = " ".join(word for word in said if chance.random() < 0.8) or "-"
        case 7:
            target["agencies"] = target["agencies"][1:] or [{"role": "lead", "name": "UBND xã"}]
        case 8:
            target["due"] = chance.choice(
                [None, {"kind": "ongoing"}, {"kind": "conditional"}, {"kind": "fixed", "end": "x"}]
            )
        case 9:
            target["ordinal"] = chance.choice(["9.1", f"{target['ordinal'] or 1}.", "1"])
            target["section"] = target["section"][:-1]
        case 10:
            target["content"] = (target["content"] or "")[5:].replace("òa", "oà").upper() or None
            target["indicator"] = " ".join((target["indicator"] or "").split()[1:]) or None
        case 11 if measured:
            threshold.pop("baseline", None)
            threshold.pop("each", None)
            target["applies_to"] = None


# --------------------------------------------------------------------------- floors


def test_floors_that_are_too_low_or_too_high_are_told() -> None:
    floors = {"recall": 0.9, "precision": 0.99, "silent_errors": 2.0}
    assert compared(floors, {"recall": 0.9, "precision": 0.9949, "silent_errors": 2}) == ([], [])
    fallen, risen = compared(floors, {"recall": 0.9567, "precision": 0.9, "silent_errors": 3})
    assert [line.split()[0] for line in fallen] == ["precision", "silent_errors"]
    assert risen == ["recall = 0.956"]
    assert compared(floors, {**floors, "silent_errors": 0})[1] == ["silent_errors = 0"]


FLOORS = """
[total]
silent_errors = 0
[formats]
pdf = { measurable_f1 = 0.9, perfect = 1.0 }
[layouts]
matrix.pdf = { tasks_f1 = 0.5 }
"""


def test_floors_of_groups(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    path.write_text(FLOORS, "utf-8")
    found = scored([LABEL], [changed(READ, due=None)])
    fallen, risen = compared_groups(floors_in(path), {("total",): found, ("formats", "pdf"): found})
    assert fallen == [
        "formats.pdf.perfect is 0, its floor is 1",
        "layouts.matrix.pdf: nothing was scored",
    ]
    assert risen == ["formats.pdf.measurable_f1 = 1"]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("[formats.pdf]\nf1 = 0.9", "formats.pdf.f1 is no number for one of table_precision"),
        ("[formats.pdf]\nperfect = 'all'", "formats.pdf.perfect is no number"),
        ("[pdf]\nperfect = 0.9", "pdf.perfect stands in none of total, formats, layouts"),
        ("perfect = 0.9", "perfect stands in none of total"),
        ("[formats", "not a TOML file"),
    ],
)
def test_a_file_that_holds_no_floors_is_told(tmp_path: Path, text: str, what: str) -> None:
    path = tmp_path / "floors.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(BadLabel, match=what):
        floors_in(path)
