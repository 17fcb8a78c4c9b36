"""The only place that opens project files: sources in, results out.

Results are canonical JSON: the keys in the order of the schemas, UTF-8, two spaces of indent, whole
numbers without a fraction, a new line at the end. The same result is the same bytes.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import fields, replace
from functools import cache
from itertools import islice
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
from extract.packed import Packed

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


#: So many targets or numbers are JSON objects at a time.
_SOME = 200


def result_parts(
    result: Result, check: Callable[[dict[str, Any]], None] = lambda part: None
) -> Iterator[bytes]:
    """The :func:`canonical` bytes of a result, one part after the other: of a long one, never all
    its objects are there at once. Each part is given to ``check`` as a result that holds, of all
    targets and numbers, those of this part alone."""
    bare = tuple(replace(document, targets=()) for document in result.documents)
    empty = result_json(replace(result, documents=bare, numbers=()))
    check(empty)
    # A new line inside a string is written as "\n": these two can stand nowhere else.
    head, tail = canonical(empty).split(b'\n  "numbers": []')
    heads = head.split(b'\n      "targets": []')
    for document, plain, before in zip(result.documents, empty["documents"], heads, strict=False):
        yield before + b'\n      "targets": '
        for some, data in _items(document.targets, 6):
            check({**empty, "documents": [{**plain, "targets": some}]})
            yield data
    yield heads[-1] + b'\n  "numbers": '
    for some, data in _items(result.numbers, 2):
        check({**empty, "numbers": some})
        yield data
    yield tail


def _items(records: Sequence[Any], indent: int) -> Iterator[tuple[list[Any], bytes]]:
    """Some of the ``records`` at a time: as objects, and the bytes of an array of all of them that
    belong to these."""
    line = b"\n" + b" " * indent
    before, rest = b"[", iter(records)
    while some := _plain(tuple(islice(rest, _SOME))):
        data = orjson.dumps(some, option=orjson.OPT_INDENT_2).replace(b"\n", line)
        yield some, before + data[1 : -len(line) - 1]
        before = b","
    yield [], line + b"]" if records else b"[]"


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


State = Literal["new", "changed", "unchanged"]


def write(path: Path, data: bytes) -> State:
    """As :func:`write_parts`: what it did."""
    return write_parts(path, [data])[0]


def write_parts(path: Path, parts: Iterable[bytes]) -> tuple[State, str]:
    """Puts ``parts``, one after the other, at ``path``, all or nothing; what it did, and their
    SHA-256. A file that holds them already is left alone."""
    whole = hashlib.sha256()

    def hashed() -> Iterator[bytes]:
        for part in parts:
            whole.update(part)
            yield part

    try:
        before = None
        if path.is_file():
            with path.open("rb") as old:
                before = hashlib.file_digest(old, "sha256").digest()
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(path, Path):
            temporary = _temporary(path, os.getpid())
            try:
                with temporary.open("wb") as file:
                    file.writelines(hashed())
                if whole.digest() != before:
                    os.replace(temporary, path)
            finally:
                temporary.unlink(missing_ok=True)
        else:  # in an object store, too, a file appears when it is whole
            data = b"".join(hashed())
            if whole.digest() != before:
                with path.fs.transaction, path.open("wb") as file:
                    file.write(data)
    except OSError as error:
        raise Unwritable(f"cannot write {path} ({_reason(error)})") from error
    state: State = "changed" if before else "new"
    return "unchanged" if whole.digest() == before else state, whole.hexdigest()


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
    if kind is tuple or kind is Packed:
        return [_plain(item) for item in value]
    if kind is float:
        if not isfinite(value):
            raise ValueError(f"{value} is no number")
        return int(value) if value.is_integer() else value
    names, values, nested, sparse = _shape(kind)  # type: ignore[arg-type]
    found = dict(zip(names, values(value), strict=False))
    for name in nested:
        own = found[name]
        kind = type(own)
        if kind is tuple:
            found[name] = [_plain(item) for item in own]
        elif kind not in _AS_IS:
            found[name] = _plain(own)
    for name in sparse:
        if not (own := found[name]) and (own is None or own == []):
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
