"""Plans as one table: STT, nội dung, chỉ tiêu, cơ quan, thời gian, ghi chú, in any order, with
section rows, sub-headings and groups of rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Any

from tests.corpus.blocks import Decree, Table
from tests.forge import heads, phrases
from tests.forge.parties import Level
from tests.forge.phrases import Indicator, Phrase
from tests.forge.wordlist import listed

Item = dict[str, Any]

_HEADINGS: dict[str, tuple[str, ...]] = {
    "ordinal": ("STT", "TT", "Stt", "Số TT"),
    "content": ("Nội dung", "Nội dung chỉ tiêu", "Tên chỉ tiêu", "Chỉ tiêu", "Nội dung công việc"),
    "unit": ("Đơn vị tính", "ĐVT", "Đơn vị tính"),
    "value": listed(
        """Chỉ tiêu năm {year} | Chỉ tiêu | Mục tiêu năm {year} | Kế hoạch năm {year}
        | Chỉ tiêu giao năm {year} | Mức đạt | Mục tiêu | Chỉ tiêu phấn đấu
        | Yêu cầu cần đạt | Nhiệm vụ, chỉ tiêu trong năm {year} | Chỉ tiêu kế hoạch"""
    ),
    "lead": ("Cơ quan chủ trì", "Đơn vị chủ trì", "Cơ quan, đơn vị chủ trì", "Chủ trì"),
    "coordinate": ("Cơ quan phối hợp", "Đơn vị phối hợp", "Phối hợp"),
    "implement": ("Cơ quan thực hiện", "Đơn vị thực hiện", "Cơ quan, đơn vị thực hiện"),
    "monitor": ("Cơ quan theo dõi, tổng hợp", "Đơn vị theo dõi", "Cơ quan theo dõi, đôn đốc"),
    "due": ("Thời gian thực hiện", "Thời gian hoàn thành", "Thời hạn", "Thời gian", "Tiến độ"),
    "note": ("Ghi chú",),
}
_WIDTHS = {"ordinal": 1.2, "content": 6, "unit": 1.8, "value": 3.2, "due": 2.6, "note": 1.6}
_SECTIONS = listed(
    """CẢI CÁCH THỦ TỤC HÀNH CHÍNH | VỀ KINH TẾ | VỀ VĂN HÓA - XÃ HỘI | VỀ MÔI TRƯỜNG
    | CHUYỂN ĐỔI SỐ | QUỐC PHÒNG, AN NINH | XÂY DỰNG CHÍNH QUYỀN | LĨNH VỰC Y TẾ, DÂN SỐ
    | LĨNH VỰC GIÁO DỤC VÀ ĐÀO TẠO | NÔNG NGHIỆP, NÔNG THÔN | LAO ĐỘNG, VIỆC LÀM"""
)
_SUBHEADINGS = ("Chỉ tiêu chủ yếu", "Nội dung cần duy trì", "Nhóm chỉ tiêu bổ sung")
_GROUPS = listed(
    """Tỷ lệ xử lý văn bản trên môi trường mạng | Tỷ lệ giải ngân vốn đầu tư công
    | Mức độ hài lòng của người dân | Tỷ lệ hồ sơ công việc được lập dưới dạng điện tử
    | Tỷ lệ phòng học kiên cố | Tỷ lệ lao động qua đào tạo"""
)
_CHILDREN = listed(
    """Cấp tỉnh | Cấp huyện | Cấp xã | UBND các xã, thị trấn | Khu vực đô thị
    | Khu vực nông thôn | Các đơn vị sự nghiệp | Bậc tiểu học | Bậc trung học cơ sở"""
)


@dataclass
class _Layout:
    """How this decree's table is built; rows are collected in it."""

    random: Random
    year: int
    level: Level
    columns: list[str]
    texts: dict[str, str]
    unit_in_heading: bool
    rows: list[str] = field(default_factory=list)
    targets: list[Item] = field(default_factory=list)
    section: str | None = None

    def line(self, cells: dict[str, str], bold: bool = False) -> None:
        shown = [cells.get(column, "") for column in self.columns]
        if bold:
            shown = [f"**{cell}**" if cell else "" for cell in shown]
        self.rows.append(" | ".join(shown))

    def merged(self, text: str) -> None:
        self.rows.append(" | ".join([f"**{text}**", *["<"] * (len(self.columns) - 1)]))


def decree(random: Random) -> tuple[Decree, Item]:
    around = heads.head(random)
    layout = _layout(random, around.year, around.level)
    _fill(layout)
    table = Table(
        rows="\n".join(
            [" | ".join(layout.texts[column] for column in layout.columns), *layout.rows]
        ),
        widths=tuple(_WIDTHS.get(column, 3) for column in layout.columns),
    )
    whole = Decree((*around.before, table, *around.after), heads.text_form(random))
    return whole, around.gold(layout.targets)


def _layout(random: Random, year: int, level: Level) -> _Layout:
    columns = ["ordinal", "content", "value"]
    unit_in_heading = random.random() < 0.12
    if not unit_in_heading and random.random() < 0.3:
        columns.insert(2, "unit")
    agencies = random.choice(
        ((), ("lead",), ("implement",), ("lead", "coordinate"), ("monitor", "implement"),
         ("monitor",), ("implement",))
    )  # fmt: skip
    tail = [*agencies]
    if random.random() < 0.55:
        tail.insert(random.randint(0, len(tail)), "due")
    if random.random() < 0.3:
        tail.append("note")
    columns += tail
    texts = {column: random.choice(_HEADINGS[column]).format(year=year) for column in columns}
    if texts["content"] == "Chỉ tiêu" and "chỉ tiêu" in texts["value"].lower():
        texts["content"] = "Nội dung"
    if unit_in_heading:
        texts["value"] += " (%)"
    if random.random() < 0.15:
        texts = {column: text.upper() for column, text in texts.items()}
    return _Layout(random, year, level, columns, texts, unit_in_heading)


def _fill(layout: _Layout) -> None:
    random = layout.random
    sections = random.choice((0, 0, 2, 3))
    if not sections:
        _rows(layout, random.randint(4, 14))
        return
    restart = random.random() < 0.6
    first = 1
    names = random.sample(_SECTIONS, sections)
    marks = ("I", "II", "III") if random.random() < 0.7 else ("A", "B", "C")
    manner = random.choice(("merged", "cells"))
    for mark, name in zip(marks, names, strict=False):
        if manner == "merged":
            layout.section = f"{mark}. {name}"
            layout.merged(layout.section)
        else:
            layout.section = f"{mark} {name}"
            layout.line({"ordinal": mark, "content": name}, bold=True)
        count = random.randint(2, 7)
        _rows(layout, count, first)
        first = 1 if restart else first + count


def _rows(layout: _Layout, count: int, first: int = 1) -> None:
    random = layout.random
    manner = random.choice(("{}", "{}", "{}", "{:02}", "{}."))
    for at in range(first, first + count):
        ordinal = manner.format(at)
        if random.random() < 0.08 and manner == "{}":
            _group(layout, ordinal)
        else:
            _row(layout, ordinal, _measured(layout))


def _measured(layout: _Layout) -> Indicator:
    random = layout.random
    if layout.unit_in_heading:
        return phrases.falling_share(random) if random.random() < 0.3 else phrases.share(random)
    return phrases.indicator(random)


def _group(layout: _Layout, ordinal: str) -> None:
    """A row that only heads its children."""
    random = layout.random
    text = random.choice(_GROUPS)
    layout.line({"ordinal": ordinal, "content": text})
    for at, child in enumerate(random.sample(_CHILDREN, random.randint(2, 3)), 1):
        measured = Indicator(child, "%", 20, 100, 1)
        _row(layout, f"{ordinal}.{at}", measured, group=text)


def _row(layout: _Layout, ordinal: str, measured: Indicator, group: str | None = None) -> None:
    random = layout.random
    said = _said(layout, measured)
    content = measured.text
    if said.threshold["kind"] != "task" and group is None and random.random() < 0.1:
        content += _distractor(random, layout.year)
    cells = {"ordinal": ordinal, "content": content, "value": said.text}
    if "unit" in layout.columns:
        cells["unit"] = measured.unit if random.random() < 0.7 else _capital(measured.unit)
    expected: list[dict[str, str]] = []
    alone = "coordinate" not in layout.columns and "monitor" not in layout.columns
    for role in ("lead", "implement", "monitor", "coordinate"):
        if role not in layout.columns or (role == "coordinate" and random.random() < 0.2):
            continue
        named = phrases.agencies(random, layout.level, role, mixed=alone)
        cells[role] = named.text
        expected += named.expected
    due = None
    if "due" in layout.columns:
        when = phrases.due(random, layout.year)
        cells["due"], due = when.text, when.expected
    if "note" in layout.columns and random.random() < 0.2:
        cells["note"] = random.choice(("Chỉ tiêu giao thêm", "Điều 5 Quy chế", "Mới"))
    layout.line(cells)
    label = f"{group}: {content}" if group else content
    layout.targets.append(
        {
            "origin": "table",
            "section": layout.section,
            "ordinal": ordinal,
            "content": label,
            "indicator": label,
            "quote": said.text,
            "threshold": said.threshold,
            "agencies": expected,
            "due": due,
        }
    )


def _said(layout: _Layout, measured: Indicator) -> Phrase:
    random = layout.random
    apart = "unit" in layout.columns or layout.unit_in_heading
    if not apart and random.random() < 0.08:
        return phrases.task(random)
    return phrases.phrase(random, measured, unit=not apart, year=layout.year)


def _distractor(random: Random, year: int) -> str:
    """Numbers in the nội dung cell that are no targets."""
    return random.choice(
        (
            f" theo Quyết định số {random.randint(2, 900)}/QĐ-TTg",
            f" giai đoạn {year - 1} - {year + 4}",
            f" theo Điều {random.randint(3, 40)} của Quy chế",
            " (mức độ 4)",
            f" (năm {year - 1} đạt {phrases.printed(random.randint(300, 950) / 10)}%)",
        )
    )


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
