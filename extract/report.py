"""A page about one file to send by mail: its records and its source, with nothing outside it."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Mapping
from importlib.resources import files
from typing import Any, NamedTuple

from extract import readers, reviews
from extract.desk import pages, places
from extract.desk.looks import Looks
from extract.desk.places import Claim
from extract.desk.words import Language
from extract.differences import Difference
from extract.errors import ExtractError
from extract.pipeline import targets

_KEPT = {"accepted", "corrected", "added"}


class _Links(NamedTuple):
    """The ids of records by their number on the page, and which have been led to."""

    ids: Mapping[int, str]
    seen: set[int]


def report(
    result: dict[str, Any],
    review: Mapping[str, Any] | None,
    data: bytes | None,
    fault: ExtractError | None,
    language: Language,
) -> str:
    """The records as decided, and the source ``data`` with their places; where it is None, why
    (``fault``). A source that cannot be read any more is left out too."""
    decided = reviews.decided(result, review)
    found = targets(decided)
    numbers = {target["id"]: index for index, target in enumerate(found)}
    claims = list(_claims(decided, numbers))
    shown = drawn = boxes = None
    format = result["source"]["format"]
    try:
        if data is not None and format in ("pdf", "image"):
            boxes = places.boxes(claims)
            drawn = [
                (page, b64encode(pages.drawn(data, format, page.number)).decode())
                for page in pages.sizes(data, format)
            ]
        elif data is not None:
            shown = places.shown(readers.read(data, result["source"]["file"]), claims)
    except ExtractError as error:
        fault = error
    return Looks(language).page(
        "report.html",
        css=_css(),
        result=decided,
        numbers=numbers,
        total=len(found),
        doubtful=sum(bool(target["doubts"]) for target in found),
        reviewed=sum(not _KEPT.isdisjoint(target["flags"]) for target in found),
        pages=drawn,
        boxes=boxes,
        flow=shown,
        fault=fault,
        links=_Links({index: id for id, index in numbers.items()}, set()),
    )


def differences_page(
    found: Iterable[Difference], old: str, new: str, language: Language = "vi"
) -> str:
    """The differences between two runs, each with the words of the source."""
    return Looks(language).page("differences.html", css=_css(), files=list(found), old=old, new=new)


def _claims(decided: Mapping[str, Any], numbers: Mapping[str, int]) -> Iterable[Claim]:
    for document in decided["documents"]:
        for target in document["targets"]:
            for fragment in target["source"]:
                if fragment["field"] in ("threshold", "statement"):
                    yield Claim(fragment["locator"], fragment["field"], numbers[target["id"]])
    for index, number in enumerate(decided["numbers"]):
        if number["role"] == "unknown":
            yield Claim(number["locator"], number=index)


def _css() -> Any:
    from markupsafe import Markup

    return Markup((files("extract.desk") / "static" / "report.css").read_text("utf-8"))
