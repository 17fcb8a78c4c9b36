"""The documents that a document cites: every number in its text, but for its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from extract.citations import cites
from extract.expressions import Pattern, compiled
from extract.letterhead.heading import Head
from extract.letterhead.issuer import level_words
from extract.model import Citation

_ATTACHED = compiled(r"(?i)kèm theo\s[^.;\d]{0,40}$")


def cited(text: str, top: Head, issuer: str | None) -> tuple[Citation, ...]:
    """Each document once, where it stood first, as the place says it that says most. Another's plan
    may have the document's own number: its date or its issuer is another."""
    found = cites(text)
    return tuple(
        _union(one for one, start, _ in found if not _is_own(one, text, start, top, issuer))
    )


def _is_own(citation: Citation, text: str, start: int, top: Head, issuer: str | None) -> bool:
    if top.number is None or citation.number.casefold() != top.number.casefold():
        return False
    if _is_another_body(citation.issuer, issuer):
        return False
    dated = citation.date is not None and top.date is not None
    # A wrong date in "(Kèm theo ...)" is a contradiction, and no other document.
    return not dated or citation.date == top.date or bool(_ATTACHED.search(text, 0, start))


def _is_another_body(printed: str | None, own: str | None) -> bool:
    """Whether two names of bodies with the same short form tell of two: at another level, or of
    another place."""
    one, other = _place(printed), _place(own)
    if one is None or other is None:
        return False
    return one[0] != other[0] or bool(one[1] and other[1] and one[1] != other[1])


def _place(issuer: str | None) -> tuple[str, str] | None:
    match = _level().search(issuer) if issuer else None
    return (match["level"].lower(), match["name"].strip().casefold()) if match else None


@cache
def _level() -> Pattern:
    name = r"(?P<name>(?:\s(?:\p{Lu}\p{L}*|\d+))*)"
    return compiled(rf"(?<!\p{{L}})(?P<level>(?i:{level_words()}))(?!\p{{L}}){name}")


def _union(found: Iterable[Citation]) -> Iterator[Citation]:
    best: dict[str, Citation] = {}
    for citation in found:
        known = best.get(citation.number.casefold())
        if known is None or _said(citation) > _said(known):
            best[citation.number.casefold()] = citation
    return iter(best.values())


def _said(citation: Citation) -> int:
    return sum(field is not None for field in (citation.kind, citation.date, citation.issuer))
