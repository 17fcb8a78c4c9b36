"""What stands around a number that no target takes → its role in the ledger."""

from __future__ import annotations

from functools import cache, cached_property

from extract.citations import cites, dated_laws, printed_kind
from extract.dues import column_period, dues_in
from extract.expressions import Match, compiled
from extract.numbers import identifiers
from extract.prose import Paragraph
from extract.sentences.meanings import background, has_consequence, is_past, meaning
from extract.tables.heading_words import column_kind
from extract.thresholds import Measure, measures
from extract.thresholds.right import units
from extract.vocabulary import rows
from extract.vocabulary.at_words import AtWords


class Column:
    """A column: the texts at its top, among them its headings, and the paragraph read last."""

    def __init__(self, index: int, year: int | None) -> None:
        self.index, self._year = index, year
        self.top: list[str] = []
        self.last = ""

    def holds(self) -> str:
        """What stands in the column, as far as the ledger asks: due, ordinal, result or value."""
        for heading in self.top:
            kind = column_kind(heading)
            if kind in ("due", "ordinal"):
                return kind
            period = column_period(heading, self._year)
            if period is not None:
                return "result" if period.kind == "actual" else "value"
        return "value"

    def heads(self, string: str) -> bool:
        return string in self.top and bool(column_kind(string) or column_period(string, self._year))


_HEAD = compiled(
    r"\W*(?:(?i:Điều|Khoản|Mục|Chương|Phần|Phụ lục|Biểu)\s+(?:(?i:số)\s+)?)?"
    r"\(?(?!\d{1,3}(?:\.\d{3})+(?!\d))(\d{1,3}(?:\.\d{1,3})*)"
    r"(?:\s?\)|\s?:(?!\d)|\s?\.(?!\d)|\s?/(?=\s|\p{Lu}\p{Ll})|\s?[-–]\s+(?=\p{Lu})|\s*$|(?<!0\d)\s+(?=\p{Lu}))"
    r"|\W*(?:[IVXLC]+|\p{L})\.?(\d{1,2}(?:\.\d{1,2})*)[.)]"
)
_ORDINAL_CELL = compiled(r"\W*\d{1,3}(?:\.\d{1,3})*\W*")
_YEAR = compiled(r"(?:19|20)\d\d")
_OF_YEAR = compiled(r"(?i)(?r)(?<!\p{L})năm\s")
_LONE = compiled(r"\s*(?:[.,:;)–-]\D|\W*$)")  # "theo Luật Giáo dục 2019: ..."
_UNIT = compiled(r"\s?(?:\p{L}|%|‰|°)")
_TIME = compiled(r"(?i)\s?(?:tháng|ngày|năm|quý|tuần|giờ|[/-]\s?\d)")
_GLUED_UNIT = compiled(r"đ(?!\p{L})")  # "85.000đ"
# "lên 96% (năm 2023 là 93,2%)"
_EARLIER = compiled(r"\((?:cuối )?năm (?P<year>(?:19|20)\d\d)\s(?:là|đạt|còn|có|mới)\s")
_ROLES = {"result": "result", "condition": "condition", "amount": "quantity", "goal": "quantity"}


class Around:
    """A paragraph as printed, or a paragraph of a cell in ``column``: the roles of the numbers in
    it that no target takes."""

    def __init__(
        self,
        string: str,
        year: int | None,
        paragraph: Paragraph | None = None,
        column: Column | None = None,
        furniture: bool = False,
    ) -> None:
        self._printed, self._year, self._furniture = string, year, furniture
        self._paragraph, self._column = paragraph, column
        # Without its list mark, as targets are read from it: what was understood is remembered.
        self._string = paragraph.text.string[paragraph.marked :] if paragraph else string
        self._cut = len(string) - len(self._string)

    def role(self, start: int, end: int) -> str:
        """The role of the number ``start`` .. ``end`` of the printed paragraph."""
        if self._furniture:
            return "identifier"
        if self._column and _ORDINAL_CELL.fullmatch(self._printed):
            numbers_columns = self._printed.startswith("(")
            ordinal = self._column.index == 0 or numbers_columns or self._holds() == "ordinal"
            return "ordinal" if ordinal else self._amount(start, end)
        head = self._head
        if start < self._cut or (head and head.start(head.lastindex or 0) == start):
            return "citation" if self._is_cited(start - self._cut) else "ordinal"
        start, end = start - self._cut, end - self._cut
        if self._is_cited(start):
            return "citation"
        return self._time(start, end) or self._name(start, end) or self._amount(start, end)

    def is_year(self, start: int, end: int) -> bool:
        """Whether a number that stands inside a threshold is a year all the same."""
        return bool(_YEAR.fullmatch(self._printed, start, end)) and bool(
            _OF_YEAR.match(self._printed, 0, start)
        )

    @cached_property
    def _head(self) -> Match | None:
        return _HEAD.match(self._printed)

    def _is_cited(self, start: int) -> bool:
        return any(low <= start < high for low, high in self._cited)

    @cached_property
    def _cited(self) -> list[tuple[int, int]]:
        found = [(low, high) for _, low, high in cites(self._string)]
        return found + dated_laws(self._string)

    @cached_property
    def _told(self) -> list[tuple[int, int, str]]:
        return [(*match.span(), role) for role, match in _patterns().matches(self._string)]

    def _time(self, start: int, end: int) -> str | None:
        """The role of a due, and of what only looks like one: the time of a result."""
        string = self._string
        due: tuple[int, int] | None = None
        for low, high, role in self._told:
            if low <= start < high:
                if role != "deadline":
                    return role
                due = low, high
        named = next((role for low, high, role in identifiers(string) if low <= start < high), "")
        if due is None and (named == "date" or (not named and _TIME.match(string, end))):
            stated = ((low, high) for _, low, high in dues_in(string, self._year))
            due = next((span for span in stated if span[0] <= start < span[1]), None)
        if due is None:
            return None
        years = [int(year) for year in _YEAR.findall(string, *due)]
        past = self._year is not None and any(year < self._year for year in years)
        return "date" if past or self._tells_a_result(due[1]) else "deadline"

    def _tells_a_result(self, end: int) -> bool:
        """Whether the first value after a date has been reached already."""
        for measure in measures(self._string):
            if measure.at >= end:
                return meaning(self._string, measure.at) == "result"
        return False

    def _name(self, start: int, end: int) -> str | None:
        """The role of a number that names something: a date, a code, an article."""
        string = self._string
        for low, high, role in identifiers(string):
            if low <= start < high:
                if role == "date" and self._holds() == "due":
                    return "deadline"
                if role == "citation" and string[:low].endswith(("số ", "Số ")):
                    kind, _ = printed_kind(string[max(0, low - 120) : low])
                    return "citation" if kind else "identifier"
                return role
        glued = string[max(0, start - 1) : start] + string[end : end + 1]
        if any(char.isalpha() for char in glued) and not _GLUED_UNIT.match(string, end):
            unit = units().match(string, end)
            return None if unit else "identifier"
        if self._column and _YEAR.fullmatch(string, start, end):
            if self._column.heads(string):
                return "date"
            return "deadline" if self._holds() == "due" else None
        if _YEAR.fullmatch(string, start, end) and _LONE.match(string, end):
            return "date"
        return None

    def _holds(self) -> str | None:
        return self._column.holds() if self._column else None

    def _amount(self, start: int, end: int) -> str:
        string = self._string
        spans = [(m, m.baseline) for m in measures(string) if m.baseline]
        moved = next((m for m, span in spans if span and span[0] <= start < span[1]), None)
        if moved and self._means(moved, moved.at) != "result":
            return "baseline"
        found = next((m for m in measures(string) if m.start <= start < m.end), None)
        if found is not None:
            means = self._means(found, start)
            if means in _ROLES:
                return _ROLES[means]
        if self._column:
            return "result" if self._holds() == "result" else "quantity"
        measured = found is not None and (found.cued or found.threshold.unit is not None)
        if measured or _UNIT.match(string, end):
            return "quantity"
        return "date" if _YEAR.fullmatch(string, start, end) else "unknown"

    def _means(self, measure: Measure, start: int) -> str | None:
        """What its sentence, or else the headings above, say that a value is there for."""
        string, year = self._string, self._year
        if measure.cued and has_consequence(string, measure):
            return "condition"
        above = self._above
        means = meaning(string, measure.at, among_goals=above == "goal")
        bracket = string.rfind("(", 0, start)
        inside = bracket >= 0 and ")" not in string[bracket:start]
        if inside and means == "condition":
            # "các tiêu chí đạt dưới 80% (hiện đại hóa đạt 73%)": those that fit the condition.
            bare = measure.threshold.comparator == "eq"
            outside = (m for m in measures(string) if m.at < bracket)
            fits = bare and any(meaning(string, m.at) == means for m in outside)
            return "result" if fits else means
        earlier = _EARLIER.match(string, bracket) if inside else None
        if earlier and year is not None and int(earlier["year"]) <= year:
            return "result"
        says = measure.cued or measure.threshold.kind == "rank" or inside
        if means is None and says and year is not None and is_past(string, measure, year):
            return "result"
        colon = string.find(":", 0, measure.at)
        if means is None and colon > 0:  # "Kết quả năm 2023: có 12 đơn vị ...; thu phí ..."
            means = background([], [string[: colon + 1]])
        return means or above

    @cached_property
    def _above(self) -> str | None:
        """What the headings and lead sentences above say."""
        above = self._paragraph
        if above is None:
            return None
        return background([t.string for t in above.section], [t.string for t in above.leads])


@cache
def _patterns() -> AtWords:
    """What words say of the numbers beside them (vocabulary: ledger)."""
    return AtWords([(row["role"], f"(?i:{row['pattern']})") for row in rows("ledger")], case=True)
