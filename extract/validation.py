"""Result or label file × ``schemas/`` → issues. Mends nothing."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import jsonschema_rs
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError

RESULT = "urn:chitieu:schema:result:1"
GOLD = "urn:chitieu:schema:gold:1"


def issues(result: dict[str, Any], schema: str = RESULT) -> list[str]:
    """Where the result, or what else ``schema`` describes, breaks its schema, one line each
    (``$.documents[0].targets[3].due: ...``); empty where it keeps it.

    jsonschema-rs checks every file, a hundred times faster; jsonschema words what is wrong.
    """
    if _quick_validator(schema).is_valid(result):
        return []
    return [f"{leaf.json_path}: {leaf.message}" for leaf in map(_leaf, _errors(result, schema))]


@cache
def schemas() -> dict[str, dict[str, Any]]:
    """The JSON Schemas by their ``$id``."""
    # Installed, they stand inside the package; in the project's own tree, beside it.
    package = files("extract")
    for folder in (package / "schemas", package / ".." / "schemas"):
        if folder.is_dir():
            return {schema["$id"]: schema for schema in _loaded(folder)}
    raise FileNotFoundError("the schemas are missing: install the package again")


def _loaded(folder: Traversable) -> list[dict[str, Any]]:
    names = sorted(item.name for item in folder.iterdir() if item.name.endswith(".schema.json"))
    return [json.loads((folder / name).read_text("utf-8")) for name in names]


@cache
def _quick_validator(schema: str) -> jsonschema_rs.Draft202012Validator:
    import jsonschema_rs

    registry = jsonschema_rs.Registry(list(schemas().items()))
    return jsonschema_rs.Draft202012Validator(schemas()[schema], registry=registry)


@cache
def _validator(schema: str) -> Draft202012Validator:
    from jsonschema import Draft202012Validator
    from referencing import Registry, Resource

    resources = [Resource.from_contents(contents) for contents in schemas().values()]
    registry: Registry[Any] = Registry().with_resources(
        (resource.id() or "", resource) for resource in resources
    )
    return Draft202012Validator(schemas()[schema], registry=registry.crawl())


def _errors(result: dict[str, Any], schema: str) -> list[ValidationError]:
    return sorted(_validator(schema).iter_errors(result), key=lambda error: error.json_path)


def _leaf(error: ValidationError) -> ValidationError:
    """The error inside a choice between shapes that says most: the one from the shape whose
    ``kind`` fits, else from the one that fits best."""
    if not error.context:
        return error
    shapes: dict[Any, list[ValidationError]] = {}
    for inner in error.context:
        shapes.setdefault(inner.schema_path[0], []).append(inner)
    best = min(shapes.values(), key=lambda found: (any(map(_misses, found)), len(found)))
    return _leaf(best[0])


def _misses(error: ValidationError) -> bool:
    """Whether the error says that another shape was meant: another ``kind``, or no null."""
    return error.validator == "const" or (error.validator == "type" and not error.relative_path)
