"""The chỉ tiêu cells of a row → statements: one for each line, period, group and body."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from extract.agencies import is_agency
from extract.dues import Period, column_period
from extract.expressions import compiled
from extract.groups import names_group
from extract.model import Text
from extract.tables.beside import beside_of, of_item
from extract.tables.columns import Column
from extract.tables.facts import Facts, part_of
from extract.tables.heading_words import (
    NOTHING,
    TOTAL,
    column_kind,
    is_unit,
    measured_by,
    names_body,
    names_kind_of_body,
    unit_counted,
    unit_in_heading,
)
from extract.tables.headings import Headings
from extract.tables.items import items
from extract.tables.lines import names_of_lines, runs_over_lines, units_of_lines, value_lines
from extract.tables.rows import Row
from extract.tables.statement import Before, Statement, fallback_of, statement_of
from extract.thresholds.measure import UNCLEAR


def value_cells(row: Row, headings: Headings) -> list[tuple[Column, tuple[Column, ...], Text]]:
    """The filled value cells: first column, all columns covered, text."""
    columns = headings.holding("value", "group")
    by_index = {column.index: column for column in columns}
    found = []
    for column in columns:
        paragraphs = row.cells.get(column.index)
        if not paragraphs:
            continue
        covered = row.covers.get(column.index, (column.index,))
        spanned = tuple(by_index[c] for c in covered if c in by_index)
        text = Text.join(paragraphs)
        if not NOTHING.fullmatch(text.string):
            found.append((column, spanned or (column,), text))
    return found


def of_values(
    row: Row,
    headings: Headings,
    base: Facts,
    values: Sequence[tuple[Column, tuple[Column, ...], Text]],
    bodies: bool,
) -> Iterator[Statement]:
    dated = [(c, c.period.due) for c in headings.columns if c.period is not None]
    plans = {(due.start, due.end) for c, due in dated if c.holds in ("value", "group")}
    periods = plans | {(due.start, due.end) for c, due in dated if c.holds == "baseline"}
    subject = _row_subject(row, headings, base) if bodies else None
    scope = _scope(row, headings)
    several = len(headings.holding("value", "group")) > 1
    spent = _SPENT.match(base.content.string) is not None
    for column, spanned, text in values:
        more: dict[str, object] = {"column": column.own}
        unsure = column.guessed and not any(_PLANS.search(title.string) for title in base.titles)
        unsure = unsure or _is_of_funds(column.heading) or (spent and "%" not in text.string)
        doubts = ["perhaps_no_target"] if unsure else []
        unit = _unit_of_column(column, headings)
        if unit and (base.unit is None or not headings.holding("unit")):
            more["unit"] = unit
        told = len(plans) > 1 or (len(periods) > 1 and not _is_of_school_year(column))
        if column.period is not None and (told or not _is_of_years(column.period)):
            more["period"], more["period_heading"] = _period_over(spanned)
            more["one_of_periods"] = len(plans) > 1
            if _is_over(column, headings):
                doubts.append("perhaps_no_target")
        if by := headings.one("period"):
            label = more["period_heading"] = Text.join(row.cells.get(by.index, ()))
            period = more["period"] = column_period(label.string, None)
            if period and period.kind == "actual":
                return
            more["content"] = _without_unit(_indicator(column, headings))
            more["subject"] = column.own
            more["ordinal"] = base.ordinal if headings.one("ordinal") else Text()
        elif subject is not None and (
            not is_agency(column.own.string)
            or any(measured_by(heading.string) for heading in column.headings[:-1])
        ):
            more["subject"] = subject
            more["content"] = _without_unit(_indicator(column, headings))
            if subject.string and not TOTAL.fullmatch(subject.string):
                more["bodies"] = (subject,)
            more["agencies"] = ()
            if subject.string and not is_agency(subject.string):
                more["applies_to"] = subject
        elif column.measures or (counted := _counts(column)):
            if not column.measures:
                more["unit"] = counted
            named = _without_unit(_indicator(column, headings))
            more["content"] = Text.join([named, base.content], ": ")
            more["applies_to"], more["subject"] = base.content, column.own
            more["bound"] = column.own
        elif column.holds == "group" and len(spanned) == 1:
            heading = more["subject"] = column.own
            body = is_agency(heading.string)
            grouped = names_group(heading.string) or names_kind_of_body(heading.string)
            if body or grouped or names_body(heading.string):
                more["bodies"] = (heading,)
            if not body:
                more["applies_to"] = heading
            more["bound"] = Text.join(column.headings[:-1])
        else:
            more["bound"] = column.own
            if several and (match := _FOR_WHOM.search(column.own.string)):
                more["applies_to"] = column.own.cut(*match.span("who"))
            if above := _body_above(column):
                more["bodies"], more["subject"] = (above,), above
                if not is_agency(above.string):
                    more["applies_to"] = above
        if scope is not None:
            more.setdefault("applies_to", scope)
        listed = items(row.cells[column.index])
        marked = len(listed) > 1 and all(item.marked for item in listed)
        lines = () if marked else value_lines(row.cells[column.index])
        texts = [item.text for item in listed] if marked else list(lines or [text])
        for index, words in enumerate(texts):
            own = _of_line(row, headings, base, column, index, len(texts))
            if marked:
                own["agencies"], own["due"] = of_item(beside_of(base), index, len(texts))
            unclear = "content" not in own if lines else runs_over_lines(row.cells[column.index])
            if not NOTHING.fullmatch(words.string):
                yield statement_of(
                    base,
                    "value",
                    words,
                    fallback=fallback_of(base),
                    one_of_list=len(texts) > 1,
                    doubts=(*doubts, UNCLEAR) if unclear else tuple(doubts),
                    **(own | more),
                )


#: "Chỉ tiêu giao cho xã" beside "Chỉ tiêu giao cho ngành".
_FOR_WHOM = compiled(r"(?i)\s(?:cho|đối với)\s+(?P<who>(?:các )?\p{L}[^()]*)$")


def _counts(column: Column) -> Text | None:
    """The unit that is counted below a heading that others share: "Số lớp" under "Năm 2025"."""
    unit = unit_counted(column.own.string) if column.holds == "group" else None
    return part_of(column, unit) if unit and column.period else None


def _scope(row: Row, headings: Headings) -> Text | None:
    """Where or for whom a row's values are: "Vùng núi" below "Địa bàn"; the sum is for all."""
    scope = headings.one("scope")
    cell = Text.join(row.cells.get(scope.index, ())) if scope else Text()
    return cell if cell.string and not TOTAL.fullmatch(cell.string) else None


@lru_cache(maxsize=1024)
def _is_of_funds(heading: str) -> bool:
    """Whether a column is of the money that projects get: "Kế hoạch vốn năm 2025"."""
    return _FUNDS.search(heading) is not None


_FUNDS = compiled(
    r"(?i)(?:kế hoạch|nhu cầu|bố trí|phân bổ|giao)(?: bố trí| giao)? vốn(?!\p{L})"
    r"|dự toán (?:chi|kinh phí)(?!\p{L})|(?<!\p{L})chi (?:thường xuyên|đầu tư)"
)


# "Chi thường xuyên", "Tổng chi ngân sách xã"
_SPENT = compiled(
    r"(?i)\W*(?:tổng (?:số )?)?chi (?:ngân sách|đầu tư|thường xuyên|sự nghiệp|dự phòng|trả nợ|khác)"
)


def _body_above(column: Column) -> Text | None:
    """The body or the group over columns of periods: "Xã An Bình", "Vùng cao" over "Năm 2025" and
    "Năm 2026"."""
    above = column.headings[:-1] if column.period else ()
    for text in above:
        named = is_agency(text.string) or names_group(text.string) or names_body(text.string)
        if named and column_kind(text.string) in (None, "agency"):
            return text
    return None


#: A title that announces targets.
_PLANS = compiled(r"(?i)^(?!.*(?:kết quả|thực hiện năm|đánh giá)).*(?:kế hoạch|chỉ tiêu|mục tiêu)")


def _of_line(
    row: Row, headings: Headings, base: Facts, column: Column, index: int, count: int
) -> dict[str, object]:
    """What belongs to line ``index`` of the ``count`` of a cell: its state before, its name and its
    unit, where their cells have as many lines."""
    found: dict[str, object] = {"baseline": _baseline(row, headings, column, index, count)}
    if count == 1:
        return found
    if names := names_of_lines(base.own, count):
        found["content"] = Text.join([*base.groups, *names[index]], ": ")
    unit = headings.one("unit")
    if unit and (units := units_of_lines(row.cells.get(unit.index, ()), count)):
        found["unit"] = units[index]
    return found


def _unit_of_column(column: Column, headings: Headings) -> Text | None:
    """The unit that a column's headings give: in brackets, or in a row of units below them."""
    if _is_below_indicator(column, headings):
        return column.own.strip(" ().;")
    found = (unit_in_heading(heading.string) for heading in column.headings[::-1])
    unit = next(filter(None, found), None)
    if unit is None and column_kind(column.own.string) == "score":
        return column.own.cut(0, len("điểm"))  # "Điểm số" over the points to reach
    return part_of(column, unit) if unit else None


def _is_below_indicator(column: Column, headings: Headings) -> bool:
    """Whether the lowest heading is the unit of the one above: "%" below "Tỷ lệ hộ nghèo". Of
    headings that share the one above, "Giường bệnh" is what is counted, "giường" a unit."""
    if len(column.headings) < 2 or not is_unit(column.own.string):
        return False
    above = column.headings[-2]
    shared = sum(above in other.headings for other in headings.columns) > 1
    return not shared or not column.own.string[0].isupper()


def _is_of_school_year(column: Column) -> bool:
    """A school year has no end that is printed."""
    return any("năm học" in heading.string.lower() for heading in column.headings)


def _is_of_years(period: Period) -> bool:
    """Whether a period goes from the beginning of a year to the end of one."""
    start, end = period.due.start or "", period.due.end or ""
    return start.endswith("-01-01") and end.endswith("-12-31")


def _row_subject(row: Row, headings: Headings, base: Facts) -> Text | None:
    """The body of a row whose columns are indicators."""
    if headings.one("content") is not None and not is_agency(base.content.string):
        return None
    agencies = headings.holding("agency")
    if headings.one("content") is None:
        body = Text.join(row.cells.get(agencies[0].index, ())) if agencies else None
        # "Tổng cộng" stands over the STT column too, or in it.
        total = body is not None and not body.string and TOTAL.fullmatch(base.ordinal.string)
        return base.ordinal if total else body
    return base.content if headings.holding("group") else None


def _baseline(
    row: Row, headings: Headings, target: Column, index: int, count: int
) -> Before | None:
    """The state before line ``index`` of ``count``: of several columns that with the target's own
    heading ("Thứ hạng" under two years), else the latest before the target's year."""
    year = target.period.year if target.period else None
    columns = [
        c
        for c in headings.holding("baseline")
        if not (year and c.period and c.period.year and c.period.year >= year)
        and not _is_of_another(c, target)
    ]
    if headings.one("content") is None:
        # Columns of a matrix measure different things: "Tổng số đảng viên đến 31/12/2024".
        columns = [c for c in columns if not measured_by(c.own.string) or _share(c, target)]
    if len(target.headings) > 1:
        own = [c for c in columns if c.own.string.lower() == target.own.string.lower()]
        own = own or [c for c in columns if c.headings[0] is target.headings[0]]
        columns = own or columns
    elif target.period is None and headings.one("content") is None:
        return None  # columns of a matrix measure different things
    for column in reversed(columns):
        if lines := row.cells.get(column.index):
            value = lines[index] if len(lines) == count else Text.join(lines, "; ")
            return Before(value, Text.join(column.headings), column.period)
    return None


def _share(column: Column, target: Column) -> bool:
    """Whether two columns measure the same by their own headings or stand below the same one."""
    same = measured_by(column.own.string) == measured_by(target.own.string)
    return same or column.headings[0] is target.headings[0]


def _is_of_another(column: Column, target: Column) -> bool:
    """Whether a column stands under a heading that names what it measures, and the target does
    not: "Tỷ lệ bao phủ" over two years beside "Số người"."""
    above = column.headings[:-1]
    names = [h for h in above if not (column_kind(h.string) or column_period(h.string, None))]
    own = {heading.string for heading in target.headings}
    return any(name.string not in own for name in names)


def _period_heading(column: Column) -> Text:
    """The heading that names the period."""
    stated = column.period.due.text if column.period else ""
    naming = [heading for heading in column.headings if heading.string == stated]
    return naming[-1] if naming else Text.join(column.headings)


def _period_over(columns: Sequence[Column]) -> tuple[Period | None, Text]:
    """The period of a cell, and the headings that name it: from the first year to the last where
    one cell stands below several ("2027", "2028", "2029")."""
    first, last = columns[0].period, columns[-1].period
    if first is None or last is None or not (first.due.start and last.due.start):
        return first, _period_heading(columns[0])
    if first == last:
        return first, _period_heading(columns[0])
    heading = Text.join([_period_heading(columns[0]), _period_heading(columns[-1])], " - ")
    whole = replace(first.due, text=heading.string, end=last.due.end)
    return Period(whole, None, first.kind), heading


def _is_over(column: Column, headings: Headings) -> bool:
    """Whether results of a plan's year stand beside it, and a later plan."""
    year = column.period.year if column.period else None
    if year is None or column.holds not in _PLANNED:
        return False
    years = [(c.holds, c.period.year) for c in headings.columns if c.period and c.period.year]
    return ("baseline", year) in years and any(h in _PLANNED and y > year for h, y in years)


_PLANNED = ("value", "group")


_UNIT_AT_END = compiled(r"\s*\([^()]*\)\s*$")


_SHORT_NAME = 4  # words


def _indicator(column: Column, headings: Headings) -> Text:
    """What a column of a matrix measures: of several headings the last that is no period; one too
    short to say it alone with those above it ("Bảo hiểm y tế: Tỷ lệ bao phủ")."""
    named = column.headings[: -1 if _is_below_indicator(column, headings) else None]
    naming = [h for h in named if column_period(h.string, None) is None or measured_by(h.string)]
    if not naming:
        return column.own
    *outer, own = naming
    if len(_without_unit(own).string.split()) > _SHORT_NAME:
        return own
    return Text.join([*map(_without_unit, outer), own], ": ")


def _without_unit(heading: Text) -> Text:
    match = _UNIT_AT_END.search(heading.string)
    if match and unit_in_heading(heading.string):
        return heading.cut(0, match.start())
    return heading
