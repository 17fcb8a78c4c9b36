"""The results in an output folder, as the rooms that take them further need them: whole, checked,
and with what reviewers said of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson

from extract import store, validation
from extract.errors import NoResult, NotFound
from extract.model import record

_REVIEW = ".review.json"


@record
class Output:
    """A result file and the review beside it, unread: ``name`` is the path of the source under the
    folder that was extracted."""

    name: str
    path: Path
    data: bytes
    review: bytes | None

    @property
    def fingerprint(self) -> str:
        """Equal for equal results with equal reviews."""
        digest = hashlib.sha256(self.data)
        if self.review is not None:
            digest.update(b"\0" + self.review)
        return digest.hexdigest()

    def result(self) -> dict[str, Any]:
        """The result with the review applied. Raises :class:`NoResult`."""
        try:
            result = orjson.loads(self.data)
        except ValueError as error:
            raise NoResult(f"not a JSON file ({error})") from error
        if issues := validation.issues(result):
            raise NoResult(issues[0][:300])
        if result["source"]["file"] != self.name:
            raise NoResult(
                f"the result of {result['source']['file']}, which does not stand here in the "
                "folder that was given with --out; give that folder itself"
            )
        return result


def output_paths(folder: Path) -> list[Path]:
    """Every result file under ``folder``, sorted. Raises :class:`NotFound` where there is none."""
    if not folder.is_dir():
        raise NotFound(f"{folder}: no such folder")
    found = [
        path
        for path in store.files_under(folder)
        if path.suffix == ".json" and not path.name.endswith(_REVIEW)
    ]
    if not found:
        raise NotFound(f"{folder}: no result in this folder")
    return found


def output_name(folder: Path, path: Path) -> str:
    """The name of the source whose result stands at ``path``."""
    return path.relative_to(folder).as_posix().removesuffix(".json")


def output(folder: Path, path: Path) -> Output:
    """Raises :class:`ExtractError` where the file, or the review beside it, cannot be read."""
    review = path.with_name(path.name.removesuffix(".json") + _REVIEW)
    return Output(
        output_name(folder, path),
        path,
        store.source_bytes(path),
        store.source_bytes(review) if review.is_file() else None,
    )
