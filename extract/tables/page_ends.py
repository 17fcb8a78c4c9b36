"""What a page's end does to a table: text that goes on below it, cells that are merged over it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Protocol

from extract.agencies import begins_agency
from extract.expressions import compiled
from extract.model import Text
from extract.tables.headings import Headings
from extract.thresholds import measures
from extract.vocabulary import is_one_word

OPEN_END = compiled(r"[^.;:!?…]\s*$")


class Row(Protocol):
    """A row that is meant, as :mod:`extract.tables.rows` reads it."""

    cells: dict[int, tuple[Text, ...]]
    joined: bool
    after_break: bool
    blank_over: frozenset[int]
    doubts: tuple[str, ...]

    def filled(self, columns: Sequence[int]) -> bool: ...


def joined(above: tuple[Text, ...], below: tuple[Text, ...], holds: str | None) -> tuple[Text, ...]:
    """Two halves of a cell of what its column ``holds``: the cut paragraph is put together again. A
    dash that no agency's name follows goes on with a name ("Phòng Tài chính" + "- Kế hoạch")."""
    if not above or not below:
        return above or below
    last, first = above[-1], below[0]
    names = holds == "agency"
    mark = _LIST_HEAD.match(first.string)
    if mark and mark["dash"] and _goes_on(last.string, first.string[mark.end() :], holds):
        # The export begins a list anew on each page, in the middle of an item too.
        first, mark = first.cut(mark.end()), None
    if mark and names and mark["dash"] and not begins_agency(first.string[mark.end() :]):
        mark = None
    listed = _LIST_HEAD.match(last.string) is not None
    closed = not OPEN_END.search(last.string) and not (names and last.string.endswith(":"))
    # In a list that has marks what has none goes on: "- Văn phòng" + "HĐND và UBND huyện".
    another = names and not listed and begins_agency(first.string)
    opens = (listed and closed) or (another and not _GOES_ON.search(last.string))
    if mark or (first.string[:1].isupper() and opens) or _is_next_amount(above, first.string):
        return (*above, *below)
    alone = len(below) == 1 and " " not in first.string
    if alone and is_one_word(last.string.rpartition(" ")[2], first.string):
        return (*above[:-1], Text.join([last, first], by=""))  # "sản phẩ" / "m"
    return (*above[:-1], Text.join([last, _without_doubled(last, first)]), *below[1:])


def _goes_on(last: str, rest: str, holds: str | None) -> bool:
    """Whether an item of a list that the page's end cut goes on with ``rest``."""
    if holds == "agency" or not OPEN_END.search(last):
        return False
    if holds == "due" and rest[:1].isdigit():
        return _ends_open(last, rest, names=False)
    if not rest[:1].isdigit():
        return rest[:1].islower()
    return any(m.start < len(last) <= m.at for m in measures(f"{last} {rest}"))


def _is_next_amount(above: tuple[Text, ...], below: str) -> bool:
    """Whether a list of amounts goes on below: "08 lớp tập huấn" / "97% hồ sơ" + "07 phóng sự"."""
    if len(above) < 2 or not _AMOUNT.match(below):
        return False
    last = above[-1].string
    if not all(_AMOUNT.match(text.string) for text in above) or last.endswith((",", "-", "–")):
        return False
    return not any(m.start < len(last) <= m.at for m in measures(f"{last} {below}"))


_AMOUNT = compiled(r"\d[\d.,]*\s?%?\s\p{Ll}")


def _without_doubled(last: Text, first: Text) -> Text:
    """The rest of a cut paragraph without a word that both pages print."""
    word = _FIRST_WORD.match(first.string)
    doubled = word and last.string.split()[-1:] == [word[0].strip()]
    return first.cut(word.end()) if word and doubled else first


_FIRST_WORD = compiled(r"\p{Ll}{2,}(?:\s+|$)")
_GOES_ON = compiled(r"(?:[,;:]|\s[-–]|(?<!\p{L})(?:và|với|cùng|Văn phòng|(?:Bộ|Ban) Chỉ huy))\s*$")
_LIST_HEAD = compiled(r"\s*(?:(?P<dash>[-–+•]\s)|\d{1,2}[.)]\s+\p{Lu}|[a-zđ]\)\s)")


def carry_over(rows: Sequence[Row], headings: Headings) -> None:
    """Gives the first row below a page's end the text of a cell that is merged over it: the reader
    sees two cells there. Where the text goes on below it belongs to both rows. Where the lower cell
    is blank in a column that is blank nowhere else, the text above most likely holds: doubted."""
    values = [c.index for c in headings.holding("value", "group", "task")]
    for column in headings.columns:
        if column.holds not in _CARRIED:
            continue
        at, names = column.index, column.holds == "agency"
        meant = [row for row in rows if row.filled(values)]
        blank = [not row.cells.get(at) for row in meant]
        merged = len(meant) > _FEWEST_ROWS and all(
            row.after_break or at in row.blank_over or (index and blank[index - 1])
            for index, row in enumerate(meant)
            if blank[index]
        )
        for index, row in enumerate(meant):
            above = meant[index - 1].cells.get(at, ()) if index else ()
            below = row.cells.get(at, ())
            if not below and above and merged:
                row.cells[at] = above
                row.doubts = (*row.doubts, _CARRIED[column.holds])
            elif not (row.after_break and above and below):
                continue
            elif _ends_open(above[-1].string, below[0].string, names):
                whole = joined(above, below, column.holds)
                for other in _sharing(meant, index, at):
                    other.cells[at], other.joined = whole, True
            elif names and _LIST_GOES_ON.search(above[-1].string):
                # "Sở A;" + "Sở B": a list that goes on, or one that is closed so.
                for other in _sharing(meant, index, at):
                    other.doubts = (*other.doubts, _CARRIED[column.holds])


def goes_on_over_rows(above: Sequence[Text], below: Sequence[Text]) -> bool:
    """Whether names in a cell that is merged over the rows on both sides of a page's end go on
    below it."""
    last, first = above[-1].string, below[0].string
    return (
        bool(_GOES_ON.search(last))
        or first[:1].islower()
        or (bool(OPEN_END.search(last)) and not begins_agency(first))
    )


def _sharing(rows: Sequence[Row], index: int, at: int) -> list[Row]:
    """The rows that share a cell with the last row above a page's end, or with the first below."""
    above, below = rows[index - 1].cells.get(at), rows[index].cells.get(at)
    before = takewhile(lambda row: row.cells.get(at) is above, reversed(rows[:index]))
    after = takewhile(lambda row: row.cells.get(at) is below, rows[index:])
    return [*before, *after]


#: What a column of these holds may be merged over several rows, and the doubt about it.
_CARRIED = {"agency": "unread_agency", "due": "unclear_due"}
_FEWEST_ROWS = 3
_NAME_GOES_ON = compiled(
    r"(?:\s[-–]|:|(?<!\p{L})(?:và|với|cùng|Phòng|Sở|Ban|Bộ|Cục|Chi cục|Trung tâm|Hội|Đoàn))\s*$"
)
_LIST_GOES_ON = compiled(r"(?:[,;]|(?<!\p{L})Văn phòng)\s*$")
# "02 năm" is whole, as a span of time, and so is "Hằng năm".
_TIME_GOES_ON = compiled(
    r"(?i)(?:(?<!\p{L})(?<!\d\s)(?<!h[àằ]ng\s)(?<!mỗi\s)(?:ngày|tháng|quý|năm|trước|đến|từ)"
    r"|[/–-])\s*$"
)
_DATE, _PERIOD_ENDS = compiled(r"\d{1,2}/\d"), compiled(r"(?i)(?:năm|quý|tháng)\s*$")
_TIME = compiled(r"\d|[IV]{1,3}(?!\p{L})")
# "Đến ngày 07 tháng 7" + "năm 2023"
_WITHOUT_YEAR = compiled(r"(?i)(?<!\p{L})(?:tháng \d{1,2}|quý (?:\d|[IVX]+))\s*$")


def _ends_open(above: str, below: str, names: bool) -> bool:
    """Whether a cell's text goes on in the cell below."""
    if not names:
        if below.startswith("năm "):
            return bool(_WITHOUT_YEAR.search(above))
        if _DATE.match(below) and _PERIOD_ENDS.search(above):
            return False  # "Thường xuyên trong năm" + "17/7/2026"
        return bool(_TIME_GOES_ON.search(above)) and _TIME.match(below) is not None
    rest = below[:1].islower() and not begins_agency(below)
    helps = _HELPS.match(below) is not None and "chủ trì" in above.lower()
    return helps or bool(_NAME_GOES_ON.search(above)) or (rest and bool(OPEN_END.search(above)))


# "- Chủ trì: Sở A" + "- Phối hợp: Sở B"
_HELPS = compiled(r"(?i)[-–+•]?\s*(?:(?:cơ quan|đơn vị) )?phối hợp(?!\p{L})")
