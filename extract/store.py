"""The only place that opens project files: sources in, results out.

Results are canonical JSON: the keys in the order of the schemas, UTF-8, two spaces of indent, whole
numbers without a fraction, a new line at the end. The same result is the same bytes.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from dataclasses import fields
from functools import cache
from math import isfinite
from operator import attrgetter
from pathlib import Path
from types import NoneType
from typing import Any, NamedTuple

import orjson

from extract.errors import DamagedFile, NotFound, Unreadable, Unwritable
from extract.model import (
    Baseline,
    DocxLocator,
    Due,
    Fragment,
    NumberEntry,
    PageLocator,
    Result,
    SheetLocator,
    TextLocator,
    Threshold,
)

#: Objects that hold only the keys that apply; all others hold all their keys, with nulls.
_SPARSE = (
    Baseline,
    DocxLocator,
    Due,
    Fragment,
    NumberEntry,
    PageLocator,
    SheetLocator,
    TextLocator,
    Threshold,
)


def source_bytes(path: Path) -> bytes:
    """The file as it is. Raises :class:`NotFound` or :class:`Unreadable`."""
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise NotFound("no such file") from error
    except OSError as error:
        raise Unreadable(f"cannot be read ({_reason(error)})") from error


def files_under(folder: Path) -> list[Path]:
    """Every file in ``folder`` and below, sorted; hidden ones and Office's lock files left out."""
    found: list[Path] = []
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(parent, name) for name in names if not name.startswith((".", "~$"))]
    return sorted(found)


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def output_path(out: Path, name: str) -> Path:
    """Where the result of the source ``name`` stands: its path under ``out``, ``.json`` added to
    its suffix, so that ``a.docx`` and ``a.pdf`` do not meet."""
    return out / f"{name}.json"


def result_json(result: Result) -> dict[str, Any]:
    """The result as the object that is written and that ``schemas/`` describe."""
    plain = {"schema": "1", **_plain(result)}
    for optional in ("patterns", "ocr_engine", "converter"):
        if plain["source"][optional] is None:
            del plain["source"][optional]
    return plain


def canonical(result: dict[str, Any]) -> bytes:
    """The bytes of a result, always the same for the same result."""
    return orjson.dumps(result, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def loaded_result(path: Path) -> dict[str, Any]:
    """A result file as an object. Raises :class:`NotFound`, :class:`Unreadable` or, where it is no
    JSON object, :class:`DamagedFile`."""
    try:
        result = orjson.loads(source_bytes(path))
    except ValueError as error:
        raise DamagedFile(f"not a JSON file ({error})") from error
    if not isinstance(result, dict):
        raise DamagedFile("not a result: the JSON holds no object")
    return result


def make_folder(path: Path) -> None:
    """Raises :class:`Unwritable` where ``path`` is no folder and none can be made there."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Unwritable(f"cannot make the folder {path} ({_reason(error)})") from error


def write(path: Path, data: bytes) -> bool:
    """Puts ``data`` at ``path`` whole or not at all; False where the file holds it already."""
    try:
        if path.is_file() and path.read_bytes() == data:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_name(f".{os.getpid()}.tmp")
        try:
            temporary.write_bytes(data)
            os.replace(temporary, path)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise Unwritable(f"cannot write {path} ({_reason(error)})") from error
    return True


def remove(path: Path) -> None:
    """Takes away the result of an earlier run, so that it does not pass for a current one."""
    try:
        path.unlink(missing_ok=True)
    except NotADirectoryError:
        return
    except OSError as error:
        raise Unwritable(f"cannot remove {path} ({_reason(error)})") from error


_AS_IS = frozenset((str, int, bool, NoneType))


def _plain(value: Any) -> Any:
    kind = type(value)
    if kind in _AS_IS:
        return value
    if kind is tuple:
        return [_plain(item) for item in value]
    if kind is float:
        if not isfinite(value):
            raise ValueError(f"{value} is no number")
        return int(value) if value.is_integer() else value
    names, values, nested, sparse = _shape(kind)  # type: ignore[arg-type]
    found = dict(zip(names, values(value), strict=False))
    for name in nested:
        found[name] = _plain(found[name])
    for name in sparse:
        if found[name] is None or found[name] == []:
            del found[name]
    return found


class _Shape(NamedTuple):
    """The names of a record's fields, and what gives their values (every record has several);
    the fields that may hold records, tuples and fractions; those left out where they are empty."""

    names: tuple[str, ...]
    values: Callable[[Any], tuple[Any, ...]]
    nested: tuple[str, ...]
    sparse: tuple[str, ...]


@cache
def _shape(kind: Any) -> _Shape:
    of = fields(kind)
    names = tuple(field.name for field in of)
    simple = {"str", "int", "bool", "None"}
    nested = (field.name for field in of if not simple.issuperset(field.type.split(" | ")))
    sparse = (field.name for field in of if kind in _SPARSE and field.default in (None, ()))
    return _Shape(names, attrgetter(*names), tuple(nested), tuple(sparse))


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__
