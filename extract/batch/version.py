"""What a result hangs on beside its source: the program, its vocabulary, its engines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256
from importlib import metadata, resources
from importlib.resources.abc import Traversable

import orjson

from extract import readers, validation
from extract.patterns import Patterns

_PARTS = (".py", ".toml")


def made_by(patterns: Patterns | None) -> str:
    """The same as long as the program, its vocabulary and schemas, the packages and engines that it
    reads with and the user's ``patterns`` are the same."""
    digest = sha256(patterns.data if patterns is not None else b"")
    for part in _parts(resources.files("extract")):
        digest.update(part)
    digest.update(orjson.dumps(validation.schemas()))
    for line in (*_packages(), *readers.engines()):
        digest.update(line.encode())
    return digest.hexdigest()[:16]


def _parts(folder: Traversable) -> Iterator[bytes]:
    for part in sorted(folder.iterdir(), key=lambda part: part.name):
        if part.is_dir():
            yield from _parts(part)
        elif part.name.endswith(_PARTS):
            yield part.name.encode() + part.read_bytes()


def _packages() -> list[str]:
    """The packages that read: name and version."""
    try:
        needed = metadata.requires("chitieu") or ()
    except metadata.PackageNotFoundError:
        return []
    found = []
    for line in needed:
        extra = re.search(r"""extra == ['"](\w+)""", line)
        if extra is None or extra[1] in ("patterns", "scan"):
            name = re.match(r"[\w.-]+", line)
            try:
                found.append(f"{name[0]} {metadata.version(name[0])}" if name else line)
            except metadata.PackageNotFoundError:
                continue
    return sorted(found)
