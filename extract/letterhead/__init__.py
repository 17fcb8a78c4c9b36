"""Blocks of a source → its documents: where each begins, and the fields of its letterhead.

Form follows Nghị định 30/2020/NĐ-CP. A file may hold several documents; an appendix or a plan that
is issued with a decision belongs to the decision.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.citations import cites, impossible_dates, iso_date
from extract.expressions import Match, compiled
from extract.letterhead.belief import Belief, belief
from extract.letterhead.cited import cited
from extract.letterhead.heading import Head, head, is_bare_post, is_letterhead_line
from extract.letterhead.issuer import opens_body
from extract.letterhead.lines import Line, dated, is_letterhead, lines, number
from extract.letterhead.signature import Signature, signature
from extract.model import Block, Document, Fragment, Passage, Table, Text, Warning, record

__all__ = ["Part", "is_letterhead", "opening", "parts"]


@record
class Part:
    """One document of a file: ``blocks[first:last]`` are its blocks. ``document`` has no targets
    yet; ``fragments`` prove its fields."""

    first: int
    last: int
    document: Document
    fragments: tuple[Fragment, ...]
    warnings: tuple[Warning, ...]


def parts(blocks: Sequence[Block]) -> list[Part]:
    """The documents that ``blocks`` hold, in order; together they cover every block. A source
    without a letterhead is one document of which nothing is known."""
    found = lines(blocks)
    starts = [0, *_starts(found)]
    result = []
    for at, start in enumerate(starts):
        end = starts[at + 1] if at + 1 < len(starts) else len(found)
        first = 0 if at == 0 else found[start].block
        last = found[end].block if end < len(found) else len(blocks)
        result.append(_part(blocks, found[start:end], first, last))
    return result


_MOST_ABOVE = 100
_LONGEST_ABOVE = 200
_SENTENCE = compiled(r"[.;:/]\W*$")


def opening(blocks: Sequence[Block]) -> int:
    """The first block of the letterhead, by its motto; 0 where there is none, or where sentences
    stand above it. What a web page prints above a document is no part of it."""
    for line in lines(blocks[: _MOST_ABOVE + 1]):
        if line.mark == "motto":
            return line.block
        if len(line.string) > _LONGEST_ABOVE or _SENTENCE.search(line.string):
            return 0
    return 0


# --------------------------------------------------------------------------- where documents begin


def _starts(found: Sequence[Line]) -> Iterator[int]:
    """The first lines of the second and later documents."""
    begun, signed = False, False
    latest = 0
    for index, line in enumerate(found):
        if line.mark == "recipients" or is_bare_post(line.string):
            signed = True
        match = number(line.string)
        if match is None:
            continue
        first = _first_line(found, index, latest)
        if not begun:
            begun, latest, signed = True, index, False
        elif _stands_alone(found[first : index + 6], match, signed) and not _annexed(
            found, first, index
        ):
            yield first
            latest, signed = index, False


def _stands_alone(around: Sequence[Line], match: Match, signed: bool) -> bool:
    """Whether a number line is that of a document of its own: it has digits, or at least a motto
    and a year; and the document above is signed, or a motto stands here."""
    motto = any(line.mark == "motto" for line in around)
    if match["number"].lstrip()[:1].isdigit():
        return signed or motto
    days = [day for line in around if (day := dated(line.string))]
    return signed and motto and any(len(day["y"]) == 4 and day["place"] for day in days)


def _first_line(found: Sequence[Line], index: int, floor: int) -> int:
    """The first line of the letterhead whose number is line ``index``: bodies and mottos above."""
    first = index
    while first - 1 > floor and is_letterhead_line(found[first - 1]):
        first -= 1
    while first < index and not (_begins(found[first])):
        first += 1
    return first


def _begins(line: Line) -> bool:
    return line.mark == "motto" or opens_body(line.string) or bool(dated(line.string))


def _annexed(found: Sequence[Line], first: int, index: int) -> bool:
    """Whether a letterhead is that of an appendix, or a form to fill in."""
    begin = max(first - 2, 0)
    for at, line in enumerate(found[begin : index + 12], begin):
        if line.mark == "attached" or (line.mark == "annex" and at < index):
            return True
        if line.mark in ("addressee", "opening"):
            break
    return False


# --------------------------------------------------------------------------- one document


def _part(blocks: Sequence[Block], found: Sequence[Line], first: int, last: int) -> Part:
    top = head(found)
    signed = signature(found, top.end)
    flow = _Flow(blocks[first:last])
    believed = belief(top, signed, flow.string)
    if top.date is None and "date" not in top.proof:
        _adopted(top, flow)
    document = Document(
        number=top.number,
        kind=top.kind,
        issuer=believed.issuer,
        place=top.place,
        date=top.date,
        subject=top.subject,
        signatory=believed.signed.signatory,
        cites=cited(flow.string, top, believed.issuer),
    )
    warnings = (
        *_unclear(believed),
        *_contradictions(found[signed.end :], top),
        *_impossible(flow),
    )
    return Part(first, last, document, tuple(_fragments(top, believed.signed)), warnings)


def _unclear(believed: Belief) -> Iterator[Warning]:
    for field, proof in believed.refused:
        yield Warning(
            "letterhead_unclear",
            f"the {field} of a document was not surely recognised and is left out",
            tuple(_proof(field, proof)),
        )


_ADOPTED = compiled(
    r"(?:Nghị quyết|Luật|Pháp lệnh) này(?: đã)? được[^.;]{0,300}?thông qua\s+"
    r"ngày\s+(?P<d>\d{1,2})\s+tháng\s+(?P<m>\d{1,2})\s+năm\s+(?P<y>\d{4})"
)


def _adopted(top: Head, flow: _Flow) -> None:
    """A resolution whose letterhead has no date: its last sentence says when it was adopted."""
    match = _ADOPTED.search(flow.string)
    if match:
        top.date = iso_date(match["d"], match["m"], match["y"])
        top.proof["date"] = flow.cut(match.start("d"), match.end("y"))


def _fragments(top: Head, signed: Signature) -> Iterator[Fragment]:
    for field, text in top.proof.items():
        yield from _proof(field, text)
    for text in signed.proof:
        yield from _proof("signatory", text)


def _proof(field: str, text: Text) -> Iterator[Fragment]:
    for piece, place, start, end in text.stretches():
        raw = place.raw[start:end]
        yield Fragment(
            field, piece.string, place.locator(start, end), None if raw == piece.string else raw
        )


class _Flow:
    """The text of some blocks as one string, and the way back: a line for a passage, an empty line
    round each cell's paragraph."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._texts: list[tuple[int, Text]] = []
        strings: list[str] = []
        length = 0
        for block in blocks:
            for text, gap in _texts(block):
                strings.append(text.string + gap)
                self._texts.append((length, text))
                length += len(text.string) + len(gap)
        self.string = "".join(strings)

    def cut(self, start: int, end: int) -> Text:
        """The text that stands at ``string[start:end]``."""
        return Text.join(
            text.cut(max(start - at, 0), end - at)
            for at, text in self._texts
            if at < end and start < at + len(text)
        )


def _texts(block: Block) -> Iterator[tuple[Text, str]]:
    if isinstance(block, Passage):
        if not block.furniture:
            yield block.text, "\n"
    elif isinstance(block, Table):
        for cell in block.cells:
            for paragraph in cell.paragraphs:
                yield paragraph, "\n\n"


def _contradictions(found: Sequence[Line], top: Head) -> Iterator[Warning]:
    """An appendix "(Kèm theo Quyết định số ...)" that gives its document another number or date."""
    if top.number is None:
        return
    for index, line in enumerate(found):
        if line.mark != "attached" or line.text is None:
            continue
        both = Text.join(after.text for after in found[index : index + 2] if after.text)
        for citation, start, end in cites(both.string)[:1]:
            field, own, other = "number", top.number, citation.number
            if _form(own) != _form(other):
                continue
            if own.casefold() == other.casefold():
                field, own, other = "date", top.date or "", citation.date or ""
            if own and other and own.casefold() != other.casefold():
                yield Warning(
                    f"{field}_contradicts",
                    f"the document's {field} is {own}, but an attachment says {other}",
                    (*_proof(field, top.proof[field]), *_proof(field, both.cut(start, end))),
                )


def _form(printed: str) -> str:
    """A number without its digits: two documents of one kind and issuer share it."""
    return printed.lstrip("0123456789/").casefold()


def _impossible(flow: _Flow) -> Iterator[Warning]:
    for start, end in impossible_dates(flow.string):
        text = flow.cut(start, end)
        yield Warning(
            "impossible_date",
            f'no calendar has the date "{text.string}"',
            tuple(_proof("date", text)),
        )
