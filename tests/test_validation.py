"""The schemas describe what the model holds, and nothing else passes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from extract import model, validation

SCHEMAS = validation.schemas()


def schema(name: str) -> dict[str, Any]:
    return SCHEMAS[f"urn:chitieu:schema:{name}:1"]


def is_valid(name: str, value: object) -> bool:
    registry: Registry[Any] = Registry().with_resources(
        (key, Resource.from_contents(contents)) for key, contents in SCHEMAS.items()
    )
    return Draft202012Validator(schema(name), registry=registry).is_valid(value)


def objects(part: Any) -> Iterator[dict[str, Any]]:
    """Every schema of an object inside ``part``."""
    if isinstance(part, dict):
        if "properties" in part and "type" in part:
            yield part
        for inner in part.values():
            yield from objects(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from objects(inner)


@pytest.mark.parametrize("name", SCHEMAS)
def test_schemas_are_schemas(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_object_is_closed_and_every_field_described(name: str) -> None:
    for part in objects(SCHEMAS[name]):
        assert part["additionalProperties"] is False
        for field, rule in part["properties"].items():
            assert rule.get("description"), f"{name}: {field}"


@pytest.mark.parametrize(
    ("name", "type_"),
    [
        ("document", model.Document),
        ("target", model.Target),
        ("fragment", model.Fragment),
        ("number", model.NumberEntry),
        ("warning", model.Warning),
    ],
)
def test_fields_are_those_of_the_model(name: str, type_: type) -> None:
    assert list(schema(name)["properties"]) == [field.name for field in fields(type_)]


@pytest.mark.parametrize(("name", "type_"), [("threshold", model.Threshold), ("due", model.Due)])
def test_the_shapes_together_have_the_fields_of_the_model(name: str, type_: type) -> None:
    keys = {key for shape in schema(name)["oneOf"] for key in shape["properties"]}
    assert keys == {field.name for field in fields(type_)}


@pytest.mark.parametrize(
    "threshold",
    [
        {"kind": "task"},
        {"kind": "level", "comparator": "ge", "value": 40, "unit": "%"},
        {
            "kind": "level",
            "comparator": "eq",
            "value": 3,
            "unit": "tin",
            "per": "P1M",
            "each": True,
        },
        {"kind": "range", "value": 8, "max": 8.5, "unit": "%"},
        {
            "kind": "change",
            "direction": "increase",
            "comparator": "ge",
            "value": 0.7,
            "unit": "%",
            "baseline": {"year": 2024},
        },
        {"kind": "change", "direction": "decrease", "value": 0.5, "max": 0.7, "unit": "%"},
        {"kind": "rank", "comparator": "le", "value": 5, "unit": "địa phương", "within": "tỉnh"},
    ],
)
def test_thresholds_of_the_model_pass(threshold: dict[str, Any]) -> None:
    assert is_valid("threshold", threshold)


@pytest.mark.parametrize(
    "threshold",
    [
        {"kind": "goal"},
        {"kind": "task", "value": 1},
        {"kind": "level", "value": 40, "unit": "%"},
        {"kind": "level", "comparator": "ge", "value": "40"},
        {"kind": "level", "comparator": "ge", "value": 40, "unit": None},
        {"kind": "level", "comparator": ">=", "value": 40},
        {"kind": "level", "comparator": "ge", "value": 40, "direction": "increase"},
        {"kind": "range", "value": 8},
        {"kind": "range", "comparator": "ge", "value": 8, "max": 9},
        {"kind": "change", "comparator": "ge", "value": 1},
        {"kind": "change", "direction": "increase", "value": 1},
        {"kind": "rank", "comparator": "ge", "value": 5},
        {"kind": "level", "comparator": "ge", "value": 1, "baseline": {}},
        {"kind": "level", "comparator": "ge", "value": 1, "per": "month"},
    ],
)
def test_other_thresholds_do_not(threshold: dict[str, Any]) -> None:
    assert not is_valid("threshold", threshold)


@pytest.mark.parametrize(
    ("due", "valid"),
    [
        ({"kind": "fixed", "text": "Quý I", "start": "2025-01-01", "end": "2025-03-31"}, True),
        ({"kind": "fixed", "text": "trước ngày 15/12", "end": "2025-12-14"}, True),
        ({"kind": "recurring", "text": "Hàng quý", "every": ["P3M"]}, True),
        ({"kind": "ongoing", "text": "Thường xuyên"}, True),
        ({"kind": "conditional", "text": "Theo kế hoạch"}, True),
        ({"kind": "fixed", "text": "Quý I"}, False),
        ({"kind": "fixed", "text": "15/12", "end": "15/12/2025"}, False),
        ({"kind": "recurring", "text": "Hàng quý", "every": []}, False),
        ({"kind": "ongoing", "text": "Thường xuyên", "end": "2025-12-31"}, False),
    ],
)
def test_dues(due: dict[str, Any], valid: bool) -> None:
    assert is_valid("due", due) is valid


@pytest.mark.parametrize(
    ("locator", "valid"),
    [
        ({"start": 0, "end": 4}, True),
        ({"path": "body/p[3]", "start": 0, "end": 4}, True),
        ({"page": 1, "bbox": [1, 2, 3, 4.5], "table": 0, "row": 2, "column": 1}, True),
        ({"page": 0, "bbox": [1, 2, 3, 4]}, False),
        ({"page": 1, "bbox": [1, 2, 3]}, False),
        ({"page": 1, "start": 0, "end": 4}, False),
        ({"start": -1, "end": 4}, False),
        ({}, False),
    ],
)
def test_locators(locator: dict[str, Any], valid: bool) -> None:
    assert is_valid("locator", locator) is valid


def test_a_target_number_names_its_target_and_no_other_does() -> None:
    entry = {"text": "40", "role": "target", "locator": {"start": 0, "end": 2}}
    assert not is_valid("number", entry)
    assert is_valid("number", {**entry, "target": ["t1"]})
    assert is_valid("number", {**entry, "role": "date"})
    assert not is_valid("number", {**entry, "role": "date", "target": ["t1"]})


def result() -> dict[str, Any]:
    target = {
        "id": "t1",
        "origin": "prose",
        "section": [],
        "ordinal": None,
        "content": None,
        "indicator": "tỷ lệ hộ nghèo",
        "statement": "Tỷ lệ hộ nghèo dưới 2%",
        "threshold": {"kind": "level", "comparator": "lt", "value": 2, "unit": "%"},
        "applies_to": None,
        "agencies": [],
        "due": None,
        "result": None,
        "note": None,
        "source": [
            {
                "field": "statement",
                "quote": "Tỷ lệ hộ nghèo dưới 2%",
                "locator": {"start": 0, "end": 22},
            }
        ],
        "flags": [],
        "doubts": [],
    }
    document = dict.fromkeys(schema("document")["properties"])
    source = {"file": "a.txt", "sha256": "0" * 64, "format": "txt", "pages": None, "ocr": False}
    return {
        "schema": "1",
        "source": source,
        "documents": [{**document, "cites": [], "source": [], "targets": [target]}],
        "numbers": [],
        "warnings": [],
    }


def test_a_right_result_has_no_issues() -> None:
    assert validation.issues(result()) == []


@pytest.mark.parametrize(
    ("field", "value", "issue"),
    [
        ("due", {"kind": "fixed", "text": "", "end": "2025-01-01"}, "due.text: '' should be non-"),
        ("due", {"kind": "recurring", "text": "Hàng năm"}, "due: 'every' is a required property"),
        ("threshold", {"kind": "task", "value": 1}, "threshold: Additional properties are not"),
        ("source", [], "source: [] should be non-empty"),
        ("doubts", ["Not a code"], "doubts[0]: 'Not a code' does not match"),
        ("ordinal", "", "ordinal: '' should be non-empty"),
    ],
)
def test_an_issue_says_where_and_what(field: str, value: object, issue: str) -> None:
    broken = result()
    broken["documents"][0]["targets"][0][field] = value
    (found,) = validation.issues(broken)
    assert found.startswith(f"$.documents[0].targets[0].{issue}")


def test_a_missing_key_is_an_issue() -> None:
    broken = result()
    del broken["documents"][0]["targets"][0]["note"]
    assert validation.issues(broken) == ["$.documents[0].targets[0]: 'note' is a required property"]
