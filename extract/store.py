"""The only place that opens project files: sources in, results out.

Results are canonical JSON: the keys in the order of the schemas, UTF-8, two spaces of indent, whole
numbers without a fraction, a new line at the end. The same result is the same bytes.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import fields
from functools import cache
from math import isfinite
from operator import attrgetter
from pathlib import Path
from types import NoneType
from typing import Any, Literal, NamedTuple, cast

import orjson
import psutil

from extract.content import LONG, Content, LongFile
from extract.errors import DamagedFile, NoFileSystem, NotFound, Unreadable, Unwritable
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


def source_content(path: Path) -> Content:
    """What the file holds, a long one on this machine left on its disk. Raises as
    :func:`source_bytes`."""
    with suppress(OSError):  # source_bytes says what is wrong
        if isinstance(path, Path) and path.stat().st_size >= LONG:
            return LongFile(path)
    return source_bytes(path)


def source_bytes(path: Path) -> bytes:
    """The file as it is. Raises :class:`NotFound` or :class:`Unreadable`."""
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise NotFound("no such file") from error
    except OSError as error:
        raise Unreadable(f"cannot be read ({_reason(error)})") from error


def names_under(folder: Path) -> list[str]:
    """Every file in ``folder`` and below by its path there ("2025/a.txt"), sorted; hidden ones and
    Office's lock files left out. Links to folders are not followed."""
    if isinstance(folder, Path):
        start = len(os.path.join(folder, ""))
        found: list[str] = []
        for parent, folders, names in os.walk(folder):
            folders[:] = [name for name in folders if not name.startswith(".")]
            above = Path(parent[start:]).as_posix() + "/" if parent[start:] else ""
            found += [above + name for name in names if not name.startswith((".", "~$"))]
    else:
        start = len(folder.path.rstrip("/")) + 1
        found = [
            path[start:]
            for path in folder.fs.find(folder.path)
            if not any(part.startswith((".", "~$")) for part in path[start:].split("/"))
        ]
    return sorted(found, key=lambda name: name.split("/"))


def files_under(folder: Path) -> list[Path]:
    """The files of :func:`names_under`."""
    return [folder / name for name in names_under(folder)]


def sha256(data: Content) -> str:
    whole = hashlib.sha256()
    for start in range(0, len(data), LONG):
        whole.update(data[start : start + LONG])
    return whole.hexdigest()


def location(text: str) -> Path:
    """The place that ``text`` names: a path, or a URL of a file system that fsspec knows.

    Raises :class:`NoFileSystem` where what the URL needs is not installed.
    """
    if "://" not in text:
        return Path(text)
    try:
        from upath import UPath

        found = UPath(text)
        found.fs  # noqa: B018 - what it needs is imported now
    except (ImportError, ValueError) as error:
        raise NoFileSystem(f"{text} cannot be reached ({error})") from error
    # A UPath has the methods of a Path; a URL of this machine's files is one.
    return Path(found.path) if found.protocol in ("file", "local") else cast(Path, found)


#: What the output folder holds beside results.
REPORT = "report.json"
_NO_RESULT = (".review.json", ".gold.json")


def result_names(out: Path) -> list[str]:
    """The names of the sources whose results stand under ``out``, sorted."""
    return [
        name.removesuffix(".json")
        for name in names_under(out)
        if name.endswith(".json") and not name.endswith(_NO_RESULT) and name != REPORT
    ]


def result_files(out: Path) -> list[Path]:
    """The results under ``out``, sorted."""
    return [output_path(out, name) for name in result_names(out)]


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


def write(path: Path, data: bytes) -> Literal["new", "changed", "unchanged"]:
    """Puts ``data`` at ``path`` whole or not at all; what it did. A file that holds it already is
    left alone."""
    try:
        before = path.read_bytes() if path.is_file() else None
        if before == data:
            return "unchanged"
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(path, Path):
            _replace(path, data)
        else:  # in an object store, too, a file appears when it is whole
            with path.fs.transaction, path.open("wb") as file:
                file.write(data)
    except OSError as error:
        raise Unwritable(f"cannot write {path} ({_reason(error)})") from error
    return "new" if before is None else "changed"


def _replace(path: Path, data: bytes) -> None:
    temporary = _temporary(path, os.getpid())
    try:
        temporary.write_bytes(data)
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def _temporary(path: Path, process: int) -> Path:
    return path.with_name(f".{process}.tmp")


def remove_half_written(path: Path, process: int) -> None:
    """Takes away what a ``process`` that is gone was writing to ``path``."""
    if isinstance(path, Path):
        _temporary(path, process).unlink(missing_ok=True)


def remove_all_half_written(out: Path) -> None:
    """Takes away what processes that are gone were writing under ``out``."""
    if isinstance(out, Path):
        for path in out.rglob(".*.tmp"):
            process = path.name[1:].removesuffix(".tmp")
            if process.isdecimal() and not psutil.pid_exists(int(process)):
                path.unlink(missing_ok=True)


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
