"""Result × its source → the quotes that do not stand where the result says they do."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from extract.model import record
from extract.text import clean, shortened


@record
class Verification:
    """How many places of a result were looked up, and one line for each that does not hold."""

    total: int
    missing: tuple[str, ...]


def verification(result: dict[str, Any], find: Callable[[Mapping[str, Any]], str]) -> Verification:
    """Every fragment and every number of ``result``, looked up by ``find`` in the source.

    In text and DOCX files the characters at the locator are the fragment's ``raw`` form, or its
    quote where there is none. In a PDF the box on the page must hold them, white space aside: where
    a PDF puts its spaces is a guess of whoever reads it.
    """
    looked_up = [_lookup(*place, find) for place in _places(result)]
    return Verification(len(looked_up), tuple(line for line in looked_up if line))


_Place = tuple[str, str, str, Mapping[str, Any]]


def _places(result: dict[str, Any]) -> Iterator[_Place]:
    """Everything that claims a place: (what claims it, quote, form in the file, locator)."""
    for document in result["documents"]:
        for item in document["source"]:
            yield _of_fragment(f"document {document['number']}, {item['field']}", item)
        for target in document["targets"]:
            for item in target["source"]:
                yield _of_fragment(f"target {target['id']}, {item['field']}", item)
    for warning in result["warnings"]:
        for item in warning["source"]:
            yield _of_fragment(f"warning {warning['code']}", item)
    for number in result["numbers"]:
        text = number["text"]
        yield f"number ({number['role']})", text, number.get("raw", text), number["locator"]


def _of_fragment(claim: str, fragment: dict[str, Any]) -> _Place:
    quote = fragment["quote"]
    return claim, quote, fragment.get("raw", quote), fragment["locator"]


def _lookup(
    claim: str,
    quote: str,
    raw: str,
    locator: Mapping[str, Any],
    find: Callable[[Mapping[str, Any]], str],
) -> str:
    """Empty where the quote stands at the locator, else a line that says what stands there."""
    try:
        found = find(locator)
    except (LookupError, ValueError) as error:
        return f"{claim}: «{_short(quote)}» has no such place ({error})"
    if found == raw if "page" not in locator else _bare(raw) in _bare(found):
        return ""
    return f"{claim}: «{_short(quote)}» is not at its place, where «{_short(found)}» stands"


def _bare(string: str) -> str:
    return clean(string).replace(" ", "")


def _short(string: str) -> str:
    return shortened(clean(string), 60)
