"""The results in an output folder as those who take them further need them: checked, and with the
decisions of reviewers laid over them."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from extract import pipeline, reviews, store
from extract.errors import NoResult, NotFound
from extract.model import record


@record
class Output:
    """A result file: ``name`` is the path of its source under the folder that was extracted."""

    name: str
    path: Path

    def fingerprint(self) -> str:
        """Equal for equal results with equal reviews. Raises :class:`ExtractError`."""
        digest = hashlib.sha256(store.source_bytes(self.path))
        if self._review.is_file():
            digest.update(b"\0" + store.source_bytes(self._review))
        return digest.hexdigest()

    def decided(self) -> tuple[dict[str, Any], dict[str, Any]]:
        """The result with the decisions laid over it; and the decisions by the id of the target.

        Raises :class:`ExtractError`.
        """
        result = pipeline.checked_result(self.path)
        if result["source"]["file"] != self.name:
            raise NoResult(
                f"it is the result of {result['source']['file']}, and so stands elsewhere in the "
                "folder given with --out; give that folder itself"
            )
        review = reviews.loaded(self._review)
        if review is None:
            return result, {}
        return reviews.decided(result, review), review["decisions"]

    @property
    def _review(self) -> Path:
        return self.path.with_name(self.path.name.removesuffix(".json") + reviews.SUFFIX)


def outputs(folder: Path) -> list[Output]:
    """Every result under ``folder``, sorted. Raises :class:`NotFound` where there is none."""
    if not folder.is_dir():
        raise NotFound(f"{folder}: no such folder")
    names = store.result_names(folder)
    found = [Output(name, store.output_path(folder, name)) for name in names]
    if not found:
        raise NotFound(f"{folder}: no result in this folder")
    return found
