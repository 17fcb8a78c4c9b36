"""Plans as one table: STT, nội dung, chỉ tiêu, cơ quan, thời gian, ghi chú, in many orders and
wordings, with section rows, sub-headings, groups of rows, merged cells and page ends."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from random import Random
from typing import Any

from tests.corpus.blocks import Block, Decree, Section, Table, TextForm
from tests.forge import heads, numerals, phrases, subjects
from tests.forge.parties import Level
from tests.forge.phrases import Indicator, Phrase
from tests.forge.wordlist import listed

Item = dict[str, Any]

_HEADINGS = {
    "ordinal": listed("STT | TT | Stt | Số TT | STT | Số thứ tự"),
    "content": listed(
        """Nội dung | Nội dung chỉ tiêu | Tên chỉ tiêu | Chỉ tiêu | Nội dung công việc
        | Nội dung, chỉ tiêu | Danh mục chỉ tiêu | Chỉ số"""
    ),
    "unit": listed("Đơn vị tính | ĐVT | Đơn vị đo | Đơn vị"),
    "value": listed(
        """Chỉ tiêu năm {year} | Chỉ tiêu | Mục tiêu năm {year} | Kế hoạch năm {year}
        | Chỉ tiêu giao năm {year} | Mức đạt | Mục tiêu | Chỉ tiêu phấn đấu | Yêu cầu cần đạt
        | Nhiệm vụ, chỉ tiêu trong năm {year} | Chỉ tiêu kế hoạch | Chỉ tiêu được giao
        | Kế hoạch giao năm {year} | Mục tiêu phấn đấu năm {year} | Chỉ tiêu thực hiện năm {year}"""
    ),
    "baseline": listed(
        "Thực hiện năm {before} | Kết quả năm {before} | Kết quả thực hiện năm {before}"
    ),
    "lead": listed("Cơ quan chủ trì | Đơn vị chủ trì | Cơ quan, đơn vị chủ trì | Chủ trì"),
    "coordinate": listed(
        "Cơ quan phối hợp | Đơn vị phối hợp | Phối hợp | Cơ quan, đơn vị phối hợp"
    ),
    "implement": listed(
        """Cơ quan thực hiện | Đơn vị thực hiện | Cơ quan, đơn vị thực hiện
        | Đơn vị chịu trách nhiệm | Phân công thực hiện | Cơ quan chịu trách nhiệm"""
    ),
    "monitor": listed("Cơ quan theo dõi, tổng hợp | Đơn vị theo dõi | Cơ quan theo dõi, đôn đốc"),
    "due": listed(
        """Thời gian thực hiện | Thời gian hoàn thành | Thời hạn | Thời gian | Tiến độ
        | Thời hạn hoàn thành | Tiến độ thực hiện | Hoàn thành trước ngày"""
    ),
    "note": listed("Ghi chú"),
}
_BOUNDS = {
    "ge": listed("Mức tối thiểu | Chỉ tiêu tối thiểu"),
    "le": listed("Mức tối đa | Không quá"),
}
_WIDTHS = {"ordinal": 1.3, "content": 6, "unit": 1.8, "value": 3.2, "due": 2.6, "note": 1.6}
_SECTIONS = listed(
    """CẢI CÁCH THỦ TỤC HÀNH CHÍNH | VỀ KINH TẾ | VỀ VĂN HÓA - XÃ HỘI | VỀ MÔI TRƯỜNG
    | CHUYỂN ĐỔI SỐ | QUỐC PHÒNG, AN NINH | XÂY DỰNG CHÍNH QUYỀN | LĨNH VỰC Y TẾ, DÂN SỐ
    | LĨNH VỰC GIÁO DỤC VÀ ĐÀO TẠO | NÔNG NGHIỆP, NÔNG THÔN | LAO ĐỘNG, VIỆC LÀM
    | Lĩnh vực văn hóa, thể thao | Công tác tư pháp | Phát triển hạ tầng"""
)
_SUBHEADINGS = listed(
    "Chỉ tiêu chủ yếu | Nội dung cần duy trì | Nhóm chỉ tiêu bổ sung | Chỉ tiêu khác"
)
_GROUPS = listed(
    """Tỷ lệ xử lý văn bản trên môi trường mạng | Tỷ lệ giải ngân vốn đầu tư công
    | Mức độ hài lòng của người dân | Tỷ lệ hồ sơ công việc được lập dưới dạng điện tử
    | Tỷ lệ phòng học kiên cố | Tỷ lệ lao động qua đào tạo | Tỷ lệ dân số dùng nước sạch"""
)
_CHILDREN = listed(
    """Cấp tỉnh | Cấp huyện | Cấp xã | UBND các xã, thị trấn | Khu vực đô thị | Khu vực nông thôn
    | Các đơn vị sự nghiệp | Bậc tiểu học | Bậc trung học cơ sở"""
)


@dataclass
class _Sheet:
    """How this decree's table is built, and what was written in it. ``units`` says where the units
    stand: in the phrase, in a column, in the value's heading or behind the nội dung."""

    random: Random
    year: int
    level: Level
    columns: list[str]
    units: str = "phrase"
    bound: str | None = None
    form: TextForm = field(default_factory=TextForm)
    rows: list[str] = field(default_factory=list)
    targets: list[Item] = field(default_factory=list)
    cites: list[str] = field(default_factory=list)
    section: str | None = None
    last: dict[str, Item] = field(default_factory=dict)
    """The cells of the row above that may be merged over this one, and what they say."""

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def line(self, cells: dict[str, str], bold: bool = False) -> None:
        shown = [cells.get(column, "") for column in self.columns]
        if bold:
            shown = [f"**{cell}**" if cell else "" for cell in shown]
        self.rows.append(" | ".join(shown))

    def across(self, text: str) -> None:
        self.rows.append(" | ".join([f"**{text}**", *["<"] * (len(self.columns) - 1)]))
        self.last = {}


def decree(random: Random) -> tuple[Decree, Item]:
    around = heads.head(random)
    sheet = _sheet(random, around.year, around.level)
    head = _heading(sheet)
    _fill(sheet)
    table = Table(
        rows="\n".join([*head, *sheet.rows]),
        widths=tuple(_WIDTHS.get(column, 3) for column in sheet.columns),
        head=len(head) if not head[-1].startswith(("1 |", "(1)", "A |")) else len(head) - 1,
        size=random.choice((11, 12, 13)),
    )
    blocks: tuple[Block, ...] = (table,)
    if random.random() < (0.9 if sum(table.widths) > 20 else 0.15):
        blocks = (Section(landscape=True), table, Section())
    whole = Decree((*around.before, *blocks, *around.after), sheet.form)
    return whole, around.gold(sheet.targets, sheet.cites)


def _sheet(random: Random, year: int, level: Level) -> _Sheet:
    columns = ["ordinal", "content", "value"]
    if random.random() < 0.05:
        columns.remove("ordinal")
    units = random.choices(("phrase", "column", "heading", "content"), (55, 22, 11, 12))[0]
    if units == "column":
        columns.insert(columns.index("value"), "unit")
    if random.random() < 0.1:
        columns.insert(columns.index("value"), "baseline")
    parties = random.choice(
        ((), ("lead",), ("implement",), ("lead", "coordinate"), ("monitor", "implement"),
         ("monitor",), ("implement",), ("lead", "coordinate"))
    )  # fmt: skip
    tail = [*parties]
    if random.random() < 0.55:
        tail.insert(random.randint(0, len(tail)), "due")
    if tail and random.random() < 0.1:
        at = columns.index("content") + 1
        columns[at:at] = tail
    else:
        columns += tail
    if random.random() < 0.3:
        columns.append("note")
    bound = random.choice(("ge", "le")) if units == "heading" and random.random() < 0.3 else None
    return _Sheet(random, year, level, columns, units, bound, _form(random, columns))


def _form(random: Random, columns: list[str]) -> TextForm:
    """How the text is exported; with cells repeated where merged ones would be lost."""
    form = heads.text_form(random)
    return form if form.tables == "html" else replace(form, covered="repeat")


def _heading(sheet: _Sheet) -> list[str]:
    """The lines of the heading: one or two, and sometimes a line that counts the columns."""
    random = sheet.random
    texts = {
        column: random.choice(_HEADINGS[column]).format(year=sheet.year, before=sheet.year - 1)
        for column in sheet.columns
    }
    if sheet.bound:
        texts["value"] = random.choice(_BOUNDS[sheet.bound])
    if "chỉ tiêu" in texts["content"].lower() and "hỉ tiêu" in texts["value"]:
        texts["content"] = "Nội dung"
    if sheet.units == "heading":
        texts["value"] += " (%)"
    if sheet.chance(0.15):
        texts = {column: text.upper() for column, text in texts.items()}
    lines = [" | ".join(texts.values())]
    if {"lead", "coordinate"} <= set(sheet.columns) and sheet.chance(0.25):
        at = sheet.columns.index("lead")
        if sheet.columns[at : at + 2] == ["lead", "coordinate"]:
            above = [*texts.values()]
            above[at : at + 2] = ["Cơ quan thực hiện", "<"]
            below = ["^"] * len(above)
            below[at : at + 2] = ["Chủ trì", "Phối hợp"]
            lines = [" | ".join(above), " | ".join(below)]
    if sheet.chance(0.1):
        marks = random.choice(("{}", "({})"))
        lines.append(" | ".join(marks.format(at) for at in range(1, len(texts) + 1)))
    return lines


# ------------------------------------------------------------------ rows


def _fill(sheet: _Sheet) -> None:
    random = sheet.random
    sections = random.choice((0, 0, 2, 3))
    if not sections:
        _rows(sheet, random.randint(4, 14) if sheet.chance(0.85) else random.randint(20, 36))
        return
    restart = random.random() < 0.6
    first = 1
    names = random.sample(_SECTIONS, sections)
    marks = random.choice((("I", "II", "III"), ("I", "II", "III"), ("A", "B", "C")))
    across = "ordinal" not in sheet.columns or random.random() < 0.5
    for mark, name in zip(marks, names, strict=False):
        if across:
            sheet.section = f"{mark}. {name}"
            sheet.across(sheet.section)
        else:
            sheet.section = f"{mark} {name}"
            sheet.line({"ordinal": mark, "content": name}, bold=True)
            sheet.last = {}
        count = random.randint(2, 7)
        _rows(sheet, count, first)
        first = 1 if restart else first + count


def _rows(sheet: _Sheet, count: int, first: int = 1) -> None:
    random = sheet.random
    manner = random.choice(("{}", "{}", "{}", "{:02}", "{}."))
    for at in range(first, first + count):
        ordinal = manner.format(at)
        if "ordinal" in sheet.columns and at > first + 1 and sheet.chance(0.03):
            sheet.section = random.choice(_SUBHEADINGS)
            sheet.line({"content": sheet.section}, bold=True)
            sheet.last = {}
        if at > first and sheet.chance(0.04):
            sheet.rows.append("---")
            sheet.last = {}
        if "ordinal" in sheet.columns and manner == "{}" and sheet.chance(0.07):
            _group(sheet, ordinal)
        else:
            _row(sheet, ordinal, _measured(sheet))


def _measured(sheet: _Sheet) -> Indicator:
    """What a row measures; under a heading with "%" shares only."""
    random = sheet.random
    if sheet.units == "heading":
        if sheet.bound == "ge" or (sheet.bound is None and sheet.chance(0.6)):
            return subjects.share(random)
        return subjects.falling_share(random, percent=True)
    return phrases.indicator(random)


def _group(sheet: _Sheet, ordinal: str) -> None:
    """A row that heads its children, sometimes with a value of its own."""
    random = sheet.random
    text = random.choice(_GROUPS)
    if sheet.chance(0.2):
        _row(sheet, ordinal, Indicator(text, "%", 20, 100, 1), plain=True)
    else:
        sheet.line({"ordinal": ordinal, "content": text})
        sheet.last = {}
    for at, child in enumerate(random.sample(_CHILDREN, random.randint(2, 3)), 1):
        measured = Indicator(child, "%", 20, 100, 1)
        _row(sheet, f"{ordinal}.{at}", measured, group=text, plain=True)


def _row(
    sheet: _Sheet, ordinal: str, measured: Indicator, group: str | None = None, plain: bool = False
) -> None:
    """Writes a row and its labels; a ``plain`` one has one value and nothing else in nội dung."""
    random = sheet.random
    said, content = _said(sheet, measured, plain)
    measures = all(one.threshold["kind"] != "task" for one in said[1])
    if measures and not plain and sheet.chance(0.1):
        content += _distractor(sheet)
    if sheet.units == "content" and measures and not plain and said[1][0].threshold.get("unit"):
        content += f" ({measured.unit})"
    elif plain and sheet.units == "content":
        content += " (%)"
    cells = {"ordinal": ordinal, "content": content, "value": said[0]}
    if "unit" in sheet.columns and measures:
        unit = measured.unit
        cells["unit"] = unit if sheet.chance(0.7) else unit[0].upper() + unit[1:]
    baseline: Item = {}
    if "baseline" in sheet.columns and measures:
        value = numerals.drawn(random, measured.low, measured.high, measured.decimals)
        named = f"{value and numerals.printed(value)}"
        spelled = {"%": "%"}.get(measured.unit, f" {measured.unit}")
        cells["baseline"] = named + (spelled if sheet.units == "phrase" else "")
        baseline = {"baseline": {"year": sheet.year - 1, "value": value}}
    agencies, due = _beside(sheet, cells)
    if "note" in sheet.columns and sheet.chance(0.2):
        cells["note"] = random.choice(
            ("Chỉ tiêu giao thêm", "Điều 5 Quy chế", "Mới", f"Năm {sheet.year - 1}: 82,5%")
        )
    sheet.line(_cut(sheet, cells))
    label = f"{group}: {content}" if group else content
    for part in said[1]:
        target = {
            "origin": "table",
            "section": sheet.section,
            "ordinal": ordinal if "ordinal" in sheet.columns else None,
            "content": label,
            "indicator": label,
            "quote": part.text,
            "threshold": {**baseline, **part.threshold} if measures else part.threshold,
            "applies_to": part.applies_to,
            "agencies": agencies,
            "due": due if "due" in sheet.columns else part.due,
        }
        if "baseline" in sheet.columns and "due" not in sheet.columns:
            target["due_unscored"] = True  # one plan's period beside that of the results
        sheet.targets.append(target)


def _said(
    sheet: _Sheet, measured: Indicator, plain: bool
) -> tuple[tuple[str, tuple[Phrase, ...]], str]:
    """The value cell with what it says, and the nội dung cell."""
    random = sheet.random
    apart = sheet.units != "phrase"
    if sheet.bound:
        value = numerals.drawn(random, measured.low, measured.high, measured.decimals)
        threshold = {"kind": "level", "comparator": sheet.bound, "value": value, "unit": "%"}
        bare = Phrase(numerals.printed(value), threshold)
        return (bare.text, (bare,)), measured.text
    if plain:
        made = phrases.phrase(random, measured, unit=not apart, kinds=("level",))
        return (made.text, (made,)), measured.text
    way = random.random()
    if not apart and way < 0.06:
        made = phrases.task(random)
        return (made.text, (made,)), measured.text
    if not apart and way < 0.10:
        made = phrases.rank(random)
        return (made.text, (made,)), random.choice(subjects.RANKS)
    if not apart and way < 0.14:
        text, parts = phrases.groups(random)
        return (text, parts), subjects.share(random).text
    if sheet.units in ("phrase", "heading") and "baseline" not in sheet.columns and way > 0.97:
        return _done(random)
    twice = "baseline" in sheet.columns  # what was reached stands in its column already
    kinds = ("level", "level", "level", "range", "change") if twice else phrases.KINDS
    made = phrases.phrase(random, measured, unit=not apart, year=sheet.year, kinds=kinds)
    return (made.text, (made,)), measured.text


def _done(random: Random) -> tuple[tuple[str, tuple[Phrase, ...]], str]:
    """ "Đạt" beside a nội dung that says how much."""
    subject, state = subjects.parts(random)
    value = numerals.drawn(random, 60, 100)
    comparator, lead = random.choice(
        (("ge", "Tối thiểu "), ("ge", "Ít nhất "), ("eq", ""), ("gt", "Trên "))
    )
    content = f"{lead}{numerals.printed(value)}% {subject} {state}"
    threshold = {"kind": "level", "comparator": comparator, "value": value, "unit": "%"}
    return (random.choice(("Đạt", "Hoàn thành", "Đạt")), (Phrase(content, threshold),)), content


def _beside(sheet: _Sheet, cells: dict[str, str]) -> tuple[list[dict[str, str]], Item | None]:
    """Fills the columns of agencies and time; a cell may be merged with the one above."""
    random = sheet.random
    expected: list[dict[str, str]] = []
    due: Item | None = None
    alone = "coordinate" not in sheet.columns and "monitor" not in sheet.columns
    for column in ("lead", "implement", "monitor", "coordinate", "due"):
        if column not in sheet.columns:
            continue
        if column in sheet.last and sheet.chance(0.12):
            cells[column] = "^"
        elif column == "due":
            when = phrases.due(random, sheet.year)
            cells[column], sheet.last[column] = when.text, {"due": when.expected}
        elif column == "coordinate" and sheet.chance(0.2):
            sheet.last.pop(column, None)
            continue
        else:
            single = "¶" in cells["value"]  # items would go with items
            named = phrases.agencies(random, sheet.level, column, alone and not single, not single)
            cells[column], sheet.last[column] = named.text, {"agencies": named.expected}
        expected += sheet.last[column].get("agencies", [])
        due = sheet.last[column].get("due", due)
    return expected, due


def _distractor(sheet: _Sheet) -> str:
    """Numbers in the nội dung cell that are no targets."""
    random, year = sheet.random, sheet.year
    number = f"{random.randint(2, 900):02}/QĐ-TTg"
    said = random.choice(
        (
            f" theo Quyết định số {number}",
            f" giai đoạn {year - 1} - {year + 4}",
            f" theo Điều {random.randint(3, 40)} của Quy chế",
            " (mức độ 4)",
            f" (năm {year - 1} đạt {numerals.printed(random.randint(300, 950) / 10)}%)",
            f" tại {random.randint(3, 40):02} xã",
        )
    )
    if number in said:
        sheet.cites.append(number)
    return said


def _cut(sheet: _Sheet, cells: dict[str, str]) -> dict[str, str]:
    """The cells, now and then with a page end of the text export inside one."""
    words = cells["content"].split(" ")
    merged = "^" in cells.values()
    if sheet.form.tables != "html" and not merged and len(words) > 5 and sheet.chance(0.03):
        at = sheet.random.randint(2, len(words) - 2)
        sheet.last = {}
        return {**cells, "content": " ".join(words[:at]) + "‖" + " ".join(words[at:])}
    return cells
