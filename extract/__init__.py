"""Targets (chỉ tiêu) out of Vietnamese administrative decrees.

    from extract import extract_file
    result = extract_file("quyet-dinh.docx")    # a dict, as in schemas/result.schema.json

Nothing else is imported until it is used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extract.errors import ExtractError as ExtractError
    from extract.pipeline import extract_file as extract_file

__all__ = ["ExtractError", "extract_file"]


def __getattr__(name: str) -> Any:
    if name == "extract_file":
        from extract.pipeline import extract_file

        return extract_file
    if name == "ExtractError":
        from extract.errors import ExtractError

        return ExtractError
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
