"""A decree as a workbook: the letterhead in merged cells, a paragraph a row, tables ruled, plain
figures as numbers with a format, a sheet for each section. The same sheets as XLSX and as XLS."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Union

import xlwt
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side

from tests.corpus.blocks import (
    Block,
    Box,
    Decree,
    Letterhead,
    Paragraph,
    Section,
    Signature,
    Table,
    Title,
    accepted,
)
from tests.corpus.text_form import MOTTO

Value = Union[str, int, float, datetime.date]


@dataclass(frozen=True)
class Cell:
    """A cell with its extent, from 0."""

    row: int
    column: int
    value: Value
    code: str = "General"
    rows: int = 1
    columns: int = 1
    bold: bool = False
    ruled: bool = False


def sheets(decree: Decree) -> list[list[Cell]]:
    """The cells of each sheet."""
    found: list[list[Cell]] = [[]]
    row = 0
    width = max((len(b.widths) for b in decree.blocks if isinstance(b, Table)), default=4)
    for block in decree.blocks:
        if isinstance(block, Section):
            found.append([])
            row = 0
            continue
        cells = list(_cells(block, row, max(width, 4)))
        found[-1].extend(cells)
        row = max((cell.row + cell.rows for cell in cells), default=row) + 1
    return [cells for cells in found if cells]


def _cells(block: Block, row: int, width: int) -> Iterator[Cell]:
    half = width // 2
    if isinstance(block, Letterhead):
        left = [block.parent, block.issuer, block.number, block.about]
        right = [*MOTTO, block.place_date]
        yield from _beside([line for line in left if line], right, row, half, width)
    elif isinstance(block, Title):
        lines = [*block.lines, *([block.note] if block.note else [])]
        for i, line in enumerate(lines):
            bold = line != block.note
            yield Cell(row + i, 0, line.replace("**", ""), columns=width, bold=bold)
    elif isinstance(block, Paragraph):
        words = accepted(block.text).replace("**", "")
        yield Cell(row, 0, words, columns=width, bold=block.style == "heading")
    elif isinstance(block, Box):
        for i, line in enumerate(block.lines):
            yield Cell(row + i, 0, line)
    elif isinstance(block, Signature):
        left = ["Nơi nhận:", *block.recipients]
        right = [*block.titles, *([block.name] if block.name else [])]
        yield from _beside(left, right, row, half, width)
    elif isinstance(block, Table):
        for (i, j), cell in block.anchors().items():
            words = "\n".join(part.replace("~ ", "- ") for part in cell.paragraphs)
            value, code = _value(words) if i >= block.head else (words, "General")
            bold = cell.bold or i < block.head
            yield Cell(row + i, j, value, code, cell.rows, cell.columns, bold, ruled=True)


def _beside(left: list[str], right: list[str], row: int, half: int, width: int) -> Iterator[Cell]:
    for i, line in enumerate(left):
        yield Cell(row + i, 0, line, columns=half, bold=line.isupper())
    for i, line in enumerate(right):
        yield Cell(row + i, half, line, columns=width - half, bold=line.isupper())


def _value(words: str) -> tuple[Value, str]:
    """A plain figure as a number with the format that prints it."""
    if match := re.fullmatch(r"(\d{1,3}(?:\.\d{3})*|\d+)(?:,(\d+))?(%?)", words):
        whole, decimals, percent = match.groups()
        places = "." + "0" * len(decimals) if decimals else ""
        number = float(f"{whole.replace('.', '')}.{decimals or 0}")
        grouped = "#,##0" if "." in whole else "0" * (len(whole) if whole[0] == "0" else 1)
        return (number / 100, f"{grouped}{places}%") if percent else (number, grouped + places)
    if match := re.fullmatch(r"(\d\d)/(\d\d)/(\d{4})", words):
        day, month, year = map(int, match.groups())
        return datetime.date(year, month, day), "dd/mm/yyyy"
    return words, "General"


def xlsx(decree: Decree) -> bytes:
    book = Workbook()
    book.remove(book.active)
    thin = Side("thin")
    for index, cells in enumerate(sheets(decree), 1):
        sheet: Any = book.create_sheet(f"Biểu {index}")
        for cell in cells:
            written = sheet.cell(cell.row + 1, cell.column + 1, cell.value)
            written.number_format = cell.code
            written.font = Font("Times New Roman", 12, bold=cell.bold)
            written.alignment = Alignment(wrap_text=True, vertical="center")
            if cell.ruled:
                written.border = Border(thin, thin, thin, thin)
            if cell.rows > 1 or cell.columns > 1:
                sheet.merge_cells(
                    start_row=cell.row + 1,
                    start_column=cell.column + 1,
                    end_row=cell.row + cell.rows,
                    end_column=cell.column + cell.columns,
                )
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def xls(decree: Decree) -> bytes:
    book = xlwt.Workbook(encoding="utf-8")
    for index, cells in enumerate(sheets(decree), 1):
        sheet = book.add_sheet(f"Biểu {index}")
        for cell in cells:
            rules = "borders: left thin, right thin, top thin, bottom thin; " if cell.ruled else ""
            bold = "on" if cell.bold else "off"
            style = _style(f"{rules}font: bold {bold}", cell.code)
            last_row, last_column = cell.row + cell.rows - 1, cell.column + cell.columns - 1
            sheet.write_merge(cell.row, last_row, cell.column, last_column, cell.value, style)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


_STYLES: dict[tuple[str, str], Any] = {}


def _style(form: str, code: str) -> Any:
    if (form, code) not in _STYLES:
        _STYLES[form, code] = xlwt.easyxf(form, num_format_str=code)
    return _STYLES[form, code]
