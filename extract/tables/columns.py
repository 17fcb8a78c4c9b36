"""Columns of a table: what each holds, by the words of its headings and by its cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from extract.agencies import is_agency
from extract.dues import Period, column_period, is_comparison
from extract.expressions import Pattern, compiled
from extract.groups import names_group
from extract.model import Cell, Text, record
from extract.tables.heading_words import (
    NOTHING,
    TOTAL,
    column_kind,
    folded,
    is_name,
    names_kind_of_body,
    names_yield,
    unit_in_heading,
)
from extract.thresholds import measures
from extract.vocabulary import alternatives, rows

Grid = Sequence[Sequence[Cell | None]]


@record
class Column:
    """A column: its headings from the outermost to its own, and what it holds (vocabulary:
    headings; besides, ``group``: a value for one body or group of bodies; ``period``: the periods
    that its rows are for; None where nobody knows). ``guessed``: only what stands beside it tells
    that it holds targets. ``measures``: its heading is what is measured of each row ("Năng suất
    (tạ/ha)" of "Lúa")."""

    index: int
    headings: tuple[Text, ...]
    holds: str | None
    period: Period | None = None
    guessed: bool = False
    measures: bool = False

    @property
    def heading(self) -> str:
        return " ".join(text.string for text in self.headings)

    @property
    def own(self) -> Text:
        return self.headings[-1] if self.headings else Text()


# --------------------------------------------------------------------------- what columns hold


def columns_of(
    grid: Grid, body: int, paths: Sequence[tuple[Text, ...]], year: int | None
) -> tuple[Column, ...]:
    """The columns under their headings ``paths``; the cells from row ``body`` on are looked at
    where words do not decide. ``year`` is the document's."""
    columns = [_first_reading(index, path, paths, year) for index, path in enumerate(paths)]
    columns = [_settle_stock(column, columns) for column in columns]
    columns = [_settle_body(grid, body, column) for column in columns]
    columns = [_of_bodies(grid, body, column) for column in columns]
    columns = _with_named_rows(grid, body, columns, year)
    columns = _without_measures(grid, body, columns)
    columns = _with_results_to_reach(grid, body, columns)
    columns = _with_content(grid, body, columns)
    columns = _with_periods(grid, body, columns, year)
    columns = [_of_group(grid, body, column, columns, year) for column in columns]
    columns = _with_names(grid, body, columns)
    columns = _with_yields(grid, body, columns)
    if columns and columns[0].holds is None and _spans_rows(grid, body, 0):
        columns[0] = replace(columns[0], holds="section")
    kinds = {column.holds for column in columns}
    if not kinds & {"value", "group"}:
        # "Kết quả đạt được" is the state before only beside a target.
        columns = [
            replace(c, holds="result") if c.holds == "baseline" and c.period is None else c
            for c in columns
        ]
    return tuple(columns)


_SHORT_NAME = 4  # words: more say of themselves what they measure


def _first_reading(
    index: int, path: tuple[Text, ...], paths: Sequence[tuple[Text, ...]], year: int | None
) -> Column:
    own = path[-1].string if path else ""
    above = " ".join(text.string for text in path[:-1])
    if any(is_comparison(text.string) for text in path):
        return Column(index, path, "other")
    short = len(own.split()) <= _SHORT_NAME
    if short and any(column_kind(text.string) == "other" for text in path[:-1]):
        # "Hộ nghèo đầu năm" over "Số hộ", "Tỷ lệ (%)"; but "Dân số" over "Tỷ lệ trẻ được sàng lọc"
        return Column(index, path, "other")
    period = _period(path, paths, year)
    holds = column_kind(own)
    if holds is None and above:
        holds = column_kind(f"{above} {own}")
        if holds == "due" and column_period(own, year):
            holds = "value"  # "Lộ trình thực hiện" over "2025", "2026"
    elif holds == "agency" and column_kind(above) == "due":
        holds = "due"  # "Thời gian trình" over "UBND tỉnh", "HĐND tỉnh"
    if holds == "score":
        holds = "value" if period or column_kind(above) == "value" else "other"
    if period is not None and holds in (None, "stock", "value", "result", "agency", "content"):
        holds = "baseline" if period.kind == "actual" else "value"
    return Column(index, path, holds, period)


def _period(
    path: tuple[Text, ...], paths: Sequence[tuple[Text, ...]], year: int | None
) -> Period | None:
    """The period of a column: that of the innermost heading that names one; those below it tell
    whether it is one of results ("Năm 2024" over "Ước thực hiện"), as may those above."""
    strings = [text.string for text in path]
    named = [i for i, string in enumerate(strings) if column_period(string, year)]
    if not named:
        return column_period(" ".join(strings), year)
    period = column_period(strings[named[-1]], year)
    below = column_period(" ".join(strings[named[-1] :]), year)
    above = column_period(" ".join(strings), year)
    if period and below:
        period = replace(period, kind=below.kind)
    if period and above and above.kind == "actual" and column_kind(strings[0]) in _RESULTS:
        siblings = (column_period(p[-1].string, year) for p in paths if p[:1] == path[:1])
        if year and all(p is None or p.year is None or p.year <= year for p in siblings):
            return replace(period, kind="actual")
    return period


# What a heading over periods of results looks like to the vocabulary: "Kết quả", "Thực hiện".
_RESULTS = (None, "result", "agency", "baseline")


def _settle_stock(column: Column, columns: Sequence[Column]) -> Column:
    """ "Số hộ" beside "Chỉ tiêu trồng rừng (ha)" tells of how many there are, but not below a
    heading that says of what ("Hộ thoát nghèo"); "Đối tượng" over columns tells of how many."""
    targets = any(c.holds == "value" for c in columns)
    if len(column.headings) > 1 and column_kind(column.headings[0].string) == "scope":
        return replace(column, holds="other") if targets else column
    if column.holds != "stock":
        return column
    return replace(column, holds="other" if targets and len(column.headings) == 1 else None)


def _settle_body(grid: Grid, body: int, column: Column) -> Column:
    """ "Đơn vị" is the unit of measure only where its cells are units; "Kết quả cần đạt" the chỉ
    tiêu where they are values."""
    if column.holds == "reach":
        return replace(column, holds="value" if _measures(grid, body, column) else "result")
    if column.holds != "body":
        return column
    cells = _body_strings(grid, body, column.index)
    bodies = sum(is_agency(cell) for cell in cells)
    return replace(column, holds="agency" if 2 * bodies > len(cells) else "unit")


def _of_bodies(grid: Grid, body: int, column: Column) -> Column:
    """A column of bodies, whatever its heading says: "Địa bàn" over communes."""
    unsure = column.holds in (None, "scope") and column.headings
    bodies = unsure and holds_bodies(grid, body, column.index)
    return replace(column, holds="agency") if bodies else column


def holds_bodies(grid: Grid, body: int, column: int) -> bool:
    """Whether the cells of a column from row ``body`` on are bodies: those of rows that say
    something of them, not of sections and sums."""
    telling = [row for row in grid[body:] if len(row) < 4 or len(_filled(row)) > 2]
    cells = [cell for cell in _body_strings(telling, 0, column) if not TOTAL.fullmatch(cell)]
    return len(cells) > 1 and 3 * sum(is_agency(cell) for cell in cells) > 2 * len(cells)


def _with_named_rows(
    grid: Grid, body: int, columns: list[Column], year: int | None
) -> list[Column]:
    """Columns of words before all values name what the rows are about where nothing else does,
    whatever their headings say ("Loại vắc xin", "Khoản thu"); other columns of values are then
    what is measured of each ("Tỷ lệ tiêm phòng (%)" beside "Số lượng (liều)")."""
    first = next((c for c in columns if c.holds != "ordinal"), None)
    values = [c for c in columns if c.holds == "value"]
    if first is None or first.holds not in (None, "scope") or not first.headings or not values:
        return columns
    measured = [
        c
        for c in columns
        if c.holds in (None, *_NAMING) and _holds_bare_values(grid, body, c) and c.headings
    ]
    low = min(c.index for c in (*values, *measured))
    words = [c for c in columns[:low] if c.holds in (None, "scope") and c.headings]
    names = [c for c in words if c.holds is None] or words
    told = any(
        c not in measured
        and (c.holds in ("content", "task") or (c.holds in _NAMING and c.index < low))
        for c in columns
    )
    valued = not any(c.period is None and not _holds_values(grid, body, c) for c in values)
    if told or not valued or first.index >= low or holds_periods(grid, body, first.index, year):
        return columns
    for c in names:
        columns = _set(columns, c.index, "content" if c is names[-1] else "section")
    for c in measured:
        if not (is_agency(c.own.string) or names_group(c.own.string)):
            columns[c.index] = replace(c, holds="value", measures=True)
    return columns


_NAMING = ("content", "task", "agency", "section")


def _filled(row: Sequence[Cell | None]) -> set[int]:
    return {id(cell) for cell in row if cell is not None and cell.paragraphs}


def _without_measures(grid: Grid, body: int, columns: list[Column]) -> list[Column]:
    """Words in the name of an indicator ("Xã đạt tiêu chí quốc gia") are none of its column: a
    column of values holds neither texts nor agencies; in a matrix no results either."""
    texts = ["content", "task", "agency"]
    naming = (c for c in columns if c.holds in (None, *_NAMING, "value") and c.headings)
    subject = next((c for c in naming if not _holds_bare_values(grid, body, c)), None)
    if subject is None:
        return columns
    if subject.holds == "agency":
        texts += ["section", "due", "result"]
    return [
        replace(c, holds=None)
        if c.holds in texts and c.index > subject.index and _holds_bare_values(grid, body, c)
        else c
        for c in columns
    ]


def _with_results_to_reach(grid: Grid, body: int, columns: list[Column]) -> list[Column]:
    """ "Kết quả cần đạt" over bare values is the chỉ tiêu beside their units, or beside "Chỉ tiêu"
    that only names what they are of."""
    values = [c for c in columns if c.holds == "value"]
    naming = values and all(_measures_nothing(grid, body, c) for c in values)
    told = naming or not any(_holds_bare_values(grid, body, c) for c in values)
    if not told or not (naming or any(c.holds == "unit" for c in columns)):
        return columns
    return [
        replace(c, holds="value")
        if c.holds == "result" and _holds_bare_values(grid, body, c)
        else c
        for c in columns
    ]


def _with_content(grid: Grid, body: int, columns: list[Column]) -> list[Column]:
    """One column is what the rows are about: another may have to stand for it."""
    columns = _with_named_indicators(grid, body, columns)
    kinds = [column.holds for column in columns]
    values = [c for c in columns if c.holds == "value"]
    if "content" not in kinds:
        candidates = [c for c in columns if c.holds in ("task", "section")]
        unknown = [c for c in columns if c.holds is None and _holds_bare_values(grid, body, c)]
        # Behind values of bodies a column of words is one more that they reach.
        begin = unknown[0].index if unknown else len(columns)
        end = begin if "agency" in kinds[:begin] else len(columns)
        generic = [c for c in values if c.period is None and c.index < end]
        several = bool(generic) and len(values) + kinds.count(None) > 1
        named = several and not _holds_values(grid, body, generic[0])
        # "Chỉ tiêu" before "Mục tiêu 2025" and "Giải pháp" names what is measured.
        at = generic[0].index if named and len(values) > 1 else len(columns)
        if candidates and candidates[-1].index < at:
            columns = _set(columns, candidates[-1].index, "content")
        elif named:
            columns = _set(columns, generic[0].index, "content")
    contents = [c for c in columns if c.holds == "content"]
    if len(contents) > 1:
        first, *others = contents
        groups = _spans_rows(grid, body, first.index)
        heads = values and _spells_out(others[0]) and not _spells_out(first)
        if groups or heads or (values and _is_shorter(grid, body, first.index, others[0].index)):
            columns = _set(columns, first.index, "section")
        else:
            for other in others:
                columns = _set(columns, other.index, "task")
    return columns


def _is_one_of(column: Column, columns: Sequence[Column]) -> bool:
    """Whether a column beside the contents is one of several under one heading: "Mục tiêu" over
    "Xã nhóm 1" and "Xã nhóm 2", in which "Không quy định" stands for a value."""
    if len(column.headings) < 2:
        return False
    outer = column.headings[0].string
    others = [c for c in columns if c.holds == "value" and c.index != column.index]
    named = any(c.holds == "content" and c.index < column.index for c in columns)
    return named and any(c.headings[0].string == outer for c in others)


def _with_named_indicators(grid: Grid, body: int, columns: list[Column]) -> list[Column]:
    """A column of "Chỉ tiêu" or "Mục tiêu" that measures nothing, before one that does, names what
    is measured, or groups the contents after it; what stands before it groups the rows."""
    values = [c for c in columns if c.holds == "value"]
    named = [
        c
        for c in values
        if c.period is None and _measures_nothing(grid, body, c) and not _is_one_of(c, columns)
    ]
    naming = named[-1].index if named else len(columns)
    if not any(c.index > naming and _measures(grid, body, c) for c in values):
        return columns
    if any(c.holds == "content" and c.index > naming for c in columns):
        return _set(columns, naming, "section")
    for column in columns:
        if column.index < naming and (column.holds in ("content", "task") or column in named):
            columns = _set(columns, column.index, "section")
    return _set(columns, naming, "content")


def _measures(grid: Grid, body: int, column: Column) -> bool:
    cells = _body_strings(grid, body, column.index)
    return 2 * sum(bool(measures(cell)) for cell in cells) >= len(cells) > 0


def _measures_nothing(grid: Grid, body: int, column: Column) -> bool:
    cells = _body_strings(grid, body, column.index)
    return 2 * sum(_only_names(cell) for cell in cells) > len(cells)


def _only_names(cell: str) -> bool:
    """Whether a cell states no value; a number may be part of a name ("trên 10.000 dân") or stand
    before it ("1.2. Tỷ lệ hộ nghèo")."""
    cell = _NUMBERED.sub("", cell)
    stated = any(not m.start or (m.cued and not m.weak) for m in measures(cell))
    return not stated and len(cell) > _SHORTEST


_NUMBERED = compiled(r"^\s*(?:\d{1,2}\.)*\d{1,2}[.)]?\s+(?=\p{Lu}\p{Ll})")
# "Đạt", "Có": values in words.
_SHORTEST = 12


def _of_group(
    grid: Grid, body: int, column: Column, columns: Sequence[Column], year: int | None
) -> Column:
    """A column without a known heading that holds values is one of a matrix: it names a body or a
    group, stands under a heading with others, or the rows are bodies."""
    own = column.own.string
    shared = len(column.headings) > 1
    if column.holds is None and column.headings and _holds_values(grid, body, column):
        named = is_agency(own) or names_group(own)
        kinds = {c.holds for c in columns}
        if named or shared or ("agency" in kinds and "content" not in kinds):
            return replace(column, holds="group")
    if column.holds == "value" and shared:
        siblings = [c for c in columns if c.headings[:1] == column.headings[:1]]
        if len(siblings) > 1 and column_kind(own) is None and column_period(own, year) is None:
            return replace(column, holds="group")
    return column


def _with_names(grid: Grid, body: int, columns: list[Column]) -> list[Column]:
    """Places as columns by their bare names ("Tân Thành", "Hòa Thuận"), and the sum of them.
    Capitals tell names only where the other headings do not have them."""
    sentences = any(c.holds and _SENTENCE.match(c.own.string) for c in columns)
    unknown = [c for c in columns if c.holds is None and _holds_values(grid, body, c)]
    if sentences and any(c.holds == "content" for c in columns):
        for column in unknown:
            if is_name(column.own.string):
                columns = _set(columns, column.index, "group")
    kinds = {c.holds for c in columns}
    if "group" in kinds:
        for column in unknown:
            if TOTAL.fullmatch(column.own.string):
                columns = _set(columns, column.index, "value")
            elif "content" in kinds and names_kind_of_body(column.own.string):
                columns = _set(columns, column.index, "group")
    elif kinds >= {"unit", "content"} and "value" not in kinds:
        # Beside units stand values, whatever their heading says.
        holds = "value" if len(unknown) == 1 else "group"
        guessed = {column.index: replace(column, holds=holds, guessed=True) for column in unknown}
        columns = [guessed.get(column.index, column) for column in columns]
    return columns


_SENTENCE = compiled(r"\p{Lu}\p{Ll}*\s\p{Ll}")


def _with_yields(grid: Grid, body: int, columns: list[Column]) -> list[Column]:
    """Crops or herds as rows, and as columns what each shall yield: "Diện tích (ha)", "Năng suất
    (tạ/ha)", "Sản lượng (tấn)"."""
    measured = [
        c
        for c in columns
        if c.holds in (None, "group")
        and unit_in_heading(c.own.string)
        and _holds_values(grid, body, c)
    ]
    if not any(names_yield(c.own.string) for c in measured):
        return columns
    before = columns[: measured[0].index]
    subject = next((c for c in before if c.holds == "content"), None) or next(
        (c for c in before[::-1] if c.holds is None and not _holds_values(grid, body, c)), None
    )
    if subject is None or any(c.holds == "agency" for c in before):
        return columns
    columns = _set(columns, subject.index, "content")
    for c in measured:
        columns[c.index] = replace(c, holds="value", guessed=c.holds is None, measures=True)
    return columns


def _with_periods(grid: Grid, body: int, columns: list[Column], year: int | None) -> list[Column]:
    """Periods as rows, and as columns what each shall reach: "Năm" over "2026", "2027" beside "Số
    hộ thoát nghèo"."""
    if any(c.holds in ("content", "task", "agency") for c in columns):
        return columns
    first = next((c for c in columns if c.holds != "ordinal"), None)
    if first is None or not holds_periods(grid, body, first.index, year):
        return columns
    for c in columns[first.index + 1 :]:
        if c.holds in (None, "value", "group") and _holds_values(grid, body, c):
            columns = _set(columns, c.index, "value")
    return _set(columns, first.index, "period")


def holds_periods(grid: Grid, body: int, column: int, year: int | None) -> bool:
    """Whether the cells of a column from row ``body`` on name periods, at least two of them, and
    not all of years that have passed."""
    cells = _body_strings(grid, body, column)
    if len(cells) < 2 or column_period(cells[0], year) is None:
        return False
    found = [column_period(cell, year) for cell in cells]
    return all(found) and any(period and period.kind == "plan" for period in found)


def _holds_values(grid: Grid, body: int, column: Column) -> bool:
    cells = _body_strings(grid, body, column.index)
    cells = [cell for cell in cells if not NOTHING.fullmatch(cell)] or cells
    return bool(cells) and 2 * sum(_reads_as_value(cell) for cell in cells) >= len(cells)


def _holds_bare_values(grid: Grid, body: int, column: Column) -> bool:
    cells = _body_strings(grid, body, column.index)
    bare = sum(_reads_as_value(cell) and bool(_bare().match(cell)) for cell in cells)
    return bool(cells) and 2 * bare >= len(cells)


@cache
def _bare() -> Pattern:
    """How a cell begins that is a value and no task ("Kiểm tra 12 xã")."""
    cues = [row["before"] for row in rows("comparators") if "before" in row]
    cues += [row["verb"] for row in rows("changes")]
    return compiled(rf"(?i)\W*(?:(?:đạt|{alternatives(cues)})\W*)*(?:\d|$)|x$|đạt$|\W*$")


def _reads_as_value(string: str) -> bool:
    return string.strip("- ") in ("", "x", "X", "Đạt") or any(
        m.end - m.start >= len(string) / 2 for m in measures(string)
    )


def _body_strings(grid: Grid, body: int, column: int) -> list[str]:
    cells = [row[column] for row in grid[body:]]
    return [c.text.string for c in cells if c is not None and c.paragraphs and c.column == column]


def _spans_rows(grid: Grid, body: int, column: int) -> bool:
    spans = [row[column] for row in grid[body:]]
    return any(
        c is not None and c.paragraphs and c.row_span > 1 and c.column_span == 1 for c in spans
    )


def _spells_out(column: Column) -> bool:
    """Whether a heading announces the contents of another: "Nội dung tiêu chí"."""
    return folded(column.own.string).startswith("nội dung")


def _is_shorter(grid: Grid, body: int, column: int, other: int) -> bool:
    """Whether one names what the other spells out: "Giao thông" beside "Tỷ lệ đường thôn"."""
    lengths = [sum(map(len, _body_strings(grid, body, c))) for c in (column, other)]
    return 3 * lengths[0] < 2 * lengths[1]


def _set(columns: Sequence[Column], index: int, holds: str) -> list[Column]:
    return [replace(c, holds=holds) if c.index == index else c for c in columns]
