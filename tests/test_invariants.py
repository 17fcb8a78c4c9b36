"""What holds for every result, whatever the file: on all samples; on real decrees, if present."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import regex

from extract import readers, store, validation
from extract.model import Passage, Text
from extract.text import clean
from extract.verification import verification
from extract.vocabulary import rows
from tests.samples import CORPUS, SAMPLES, STEMS, Sample, extracted, sample, sample_of

REAL = Path(__file__).parents[2] / "shared" / "seeds"
NAMES = [f"{kind}/{stem}.{kind}" for kind, stem in SAMPLES]
NAMES += sorted(path.name for path in REAL.glob("*.txt")) if REAL.is_dir() else []


@pytest.fixture(params=NAMES)
def one(request: pytest.FixtureRequest) -> Sample:
    return named(request.param)


@cache
def named(name: str) -> Sample:
    if "/" in name:
        return sample(Path(name).stem, Path(name).parent.name)
    return sample_of((REAL / name).read_bytes(), name)


# --------------------------------------------------------------------------- proof


def test_every_quote_stands_at_its_place(one: Sample) -> None:
    checked = verification(one.result, readers.finder(one.data, one.name))
    assert not checked.missing, "\n".join(checked.missing)


def test_every_field_has_its_proof(one: Sample) -> None:
    """The words of a field are those that its fragments quote, in order."""
    for target in one.targets:
        for field in ("statement", "content", "ordinal", "result", "note", "applies_to"):
            if target[field] is not None:
                assert words("".join(quotes(target, field))) == words(target[field]), field
        if target["due"] is not None:
            assert words(target["due"]["text"]) in words("".join(quotes(target, "due")))
        named = words("".join(quotes(target, "agencies")))
        for agency in target["agencies"]:
            assert words(agency["name"]) in named


def test_every_value_is_printed(one: Sample) -> None:
    """Nothing is invented: the digits of a value, or the word for it, stand in the proof."""
    for target in one.targets:
        threshold = target["threshold"]
        printed = figures(" ".join(quotes(target, "threshold")))
        for key in ("value", "max"):
            if key in threshold:
                assert digits(threshold[key]) in printed, (target["statement"], threshold)


def test_every_baseline_is_printed(one: Sample) -> None:
    for target in one.targets:
        printed = figures(" ".join([*quotes(target, "baseline"), *quotes(target, "statement")]))
        for value in target["threshold"].get("baseline", {}).values():
            assert digits(value) in printed, (target["statement"], target["threshold"])


def test_every_unit_is_printed(one: Sample) -> None:
    """A unit stands in the quoted words, or the record says that it was inferred."""
    for target in one.targets:
        unit = target["threshold"].get("unit")
        if unit is not None and "unit_inferred" not in target["flags"]:
            proof = " ".join(fragment["quote"] for fragment in target["source"])
            printed = words(proof).casefold()
            aliases = {"%": ("%", "phầntrăm")}.get(unit, (words(unit).casefold(),))
            assert any(alias in printed for alias in aliases), (unit, target["statement"])


def test_every_due_is_printed(one: Sample) -> None:
    """The days, months and years of a due are those of its text; a year may be the document's."""
    years = {document["date"][:4] for document in one.result["documents"] if document["date"]}
    for target in one.targets:
        due = target["due"]
        if due is None or due["kind"] != "fixed":
            continue
        for key in ("start", "end"):
            year = due.get(key, "")[:4]
            assert not year or year in due["text"] or year in years or near(year, due["text"]), due


def near(year: str, text: str) -> bool:
    """ "trước ngày 01/01/2026" ends in 2025; subjects name the year where the date is blank."""
    printed = [int(found) for found in regex.findall(r"\d{4}", text)]
    return int(year) + 1 in printed or not printed


# --------------------------------------------------------------------------- form


def test_the_result_keeps_its_schema(one: Sample) -> None:
    assert validation.issues(one.result) == []


def test_two_extractions_are_the_same_bytes(one: Sample) -> None:
    again = store.result_json(extracted(one.data, one.name))
    assert store.canonical(again) == store.canonical(one.result)


def test_ids_are_unique_within_a_file(one: Sample) -> None:
    ids = [target["id"] for target in one.targets]
    assert len(ids) == len(set(ids))


def test_all_text_is_clean_nfc(one: Sample) -> None:
    """NFC, single spaces, no markup; only the raw form of a fragment is as the file has it."""
    for key, string in strings(one.result):
        if key == "raw":
            continue
        assert unicodedata.is_normalized("NFC", string), (key, string)
        if key not in ("message", "path", "file", "sheet"):
            assert string == clean(string), (key, string)
            assert not regex.search(r"</?\w+[^<>]*>|\*\*|&\w+;", string), (key, string)


def test_a_target_without_doubts_is_whole(one: Sample) -> None:
    """An empty list of doubts is a promise."""
    for target in one.targets:
        threshold = target["threshold"]
        if target["doubts"] or threshold["kind"] == "task":
            continue
        assert "value" in threshold
        if threshold["kind"] in ("level", "rank"):
            assert threshold["comparator"]
        if threshold["kind"] == "range":
            assert threshold["value"] < threshold["max"], target["statement"]
        if threshold["kind"] == "change":
            assert threshold["direction"]
            assert ("comparator" in threshold) != ("max" in threshold)
            assert threshold["value"] > 0
        assert target["indicator"], target["statement"]
        if threshold.get("unit") == "%" and threshold["kind"] == "level":
            assert 0 <= threshold["value"] <= 1000


def test_prose_has_only_measured_targets_and_no_row(one: Sample) -> None:
    for target in one.targets:
        if target["origin"] == "prose":
            assert target["threshold"]["kind"] != "task"
            assert target["ordinal"] is target["content"] is target["result"] is None
        else:
            assert target["content"] or target["statement"]


def test_every_digit_stands_in_one_entry_of_the_ledger(one: Sample) -> None:
    """In order, and none twice; number words stand between them."""
    texts = [text.string for text in read_texts(one)]
    printed = regex.findall(r"\d", " ".join(texts))
    entered = regex.findall(r"\d", " ".join(entry["text"] for entry in one.result["numbers"]))
    assert Counter(entered) == Counter(printed)
    if one.result["source"]["pages"] is None:  # on a page, a box can hold several numbers
        places = [str(entry["locator"]) for entry in one.result["numbers"]]
        assert len(places) == len(set(places))


@pytest.mark.parametrize("name", [name for name in NAMES if name.endswith(".txt")])
def test_every_digit_of_a_text_file_is_read(name: str) -> None:
    """What the reader leaves out is markup alone."""
    one = named(name)
    raw = regex.sub(r"<[^<>]*>|&#?\w+;", " ", one.data.decode("utf-8-sig"))
    read = " ".join(text.string for text in read_texts(one))
    assert Counter(regex.findall(r"\d", read)) == Counter(regex.findall(r"\d", raw))


def test_the_ledger_and_the_targets_agree(one: Sample) -> None:
    ids = {target["id"]: target for target in one.targets}
    named: set[str] = set()
    for number in one.result["numbers"]:
        assert set(number.get("target", [])) <= set(ids)
        if number["role"] == "target":
            assert number.get("target"), number
            named.update(number["target"])
    measured = {name for name, target in ids.items() if target["threshold"]["kind"] != "task"}
    assert measured <= named, "a measured target without a number in the ledger"


def test_an_unknown_number_stands_in_the_warnings(one: Sample) -> None:
    warned = [
        fragment["locator"]
        for warning in one.result["warnings"]
        if warning["code"] == "unknown_number"
        for fragment in warning["source"]
    ]
    unknown = [n["locator"] for n in one.result["numbers"] if n["role"] == "unknown"]
    assert all(locator in warned for locator in unknown)


# --------------------------------------------------------------------------- stable ids


def rows_of(raw: str) -> list[str]:
    return [line for line in raw.split("\n") if regex.match(r"\d+\.?\t", line)]


TABBED = [stem for stem in STEMS if rows_of((CORPUS / f"txt/{stem}.txt").read_text("utf-8"))]


@pytest.mark.parametrize("where", ["first", "last"])
@pytest.mark.parametrize("stem", TABBED)
def test_an_added_row_leaves_other_ids_alone(stem: str, where: str) -> None:
    """The new row is a copy of a row with other words in every cell but its figures."""
    raw = (CORPUS / f"txt/{stem}.txt").read_text("utf-8")
    written = rows_of(raw)
    model = written[0 if where == "first" else -1]
    added = "\t".join(
        cell if not regex.search(r"\p{L}{4}", cell) else f"Nội dung bổ sung {number}"
        for number, cell in enumerate(model.split("\t"))
    )
    at = raw.index(model) + (0 if where == "first" else len(model) + 1)
    longer = raw[:at] + added + "\n" + raw[at:]
    before = {target["id"] for target in sample(stem, "txt").targets}
    after = {target["id"] for target in sample_of(longer.encode(), f"{stem}.txt").targets}
    assert before <= after, f"{len(before - after)} of {len(before)} ids are gone"


@pytest.mark.parametrize("stem", STEMS)
def test_line_ends_and_a_byte_order_mark_change_no_target(stem: str) -> None:
    raw = (CORPUS / f"txt/{stem}.txt").read_text("utf-8")
    for data in (raw.replace("\n", "\r\n").encode("utf-8-sig"), raw.encode("utf-16")):
        other = sample_of(data, f"{stem}.txt")
        assert without_proof(other) == without_proof(sample(stem, "txt"))


@pytest.mark.parametrize("stem", STEMS)
def test_decomposed_letters_change_no_target(stem: str) -> None:
    raw = (CORPUS / f"txt/{stem}.txt").read_text("utf-8")
    other = sample_of(unicodedata.normalize("NFD", raw).encode(), f"{stem}.txt")
    assert without_proof(other) == without_proof(sample(stem, "txt"))
    checked = verification(other.result, readers.finder(other.data, other.name))
    assert not checked.missing, "\n".join(checked.missing)


# --------------------------------------------------------------------------- what the tests ask


def quotes(target: dict[str, Any], field: str) -> list[str]:
    return [part["quote"] for part in target["source"] if part["field"] == field]


def words(string: str) -> str:
    """``string`` without white space and without the colon that joins a group row to its
    children, which is printed nowhere."""
    return regex.sub(r"[\s:]", "", string)


def without_proof(one: Sample) -> list[dict[str, Any]]:
    return [{k: v for k, v in target.items() if k != "source"} for target in one.targets]


def read_texts(one: Sample) -> Iterator[Text]:
    for block in readers.read(one.data, one.name).blocks:
        if isinstance(block, Passage):
            yield block.text
        else:
            for cell in block.cells:
                yield from cell.paragraphs


def strings(value: object, key: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from strings(item, name)
    elif isinstance(value, list):
        for item in value:
            yield from strings(item, key)


def figures(string: str) -> set[str]:
    """The figures of ``string`` as :func:`digits` gives them, number words as well."""
    spoken = {digits(row["value"]) for row in rows("numerals") if row["word"] in string.casefold()}
    printed = set()
    for figure in regex.findall(r"\d+(?:[.,\s]\d+)*", string):
        pieces = (figure, *regex.findall(r"\d+[.,]\d+|\d+", figure))
        for piece in pieces:
            bare = regex.sub(r"\D", "", piece.rstrip("0") if "," in piece else piece)
            printed.add(bare.lstrip("0"))
    return spoken | printed


def digits(value: float) -> str:
    """The digits of a value from the first that is not 0: 0.7 → "7", 12500 → "12500"."""
    return f"{value:.10g}".replace(".", "").lstrip("0")
