"""XLS (Excel 97-2003, and 5.0) → Source, through xlrd. What is read and what not is as in
:mod:`extract.readers.xlsx`."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from typing import Any

import xlrd

from extract.errors import DamagedFile, EmptyFile, EncryptedFile
from extract.model import Source, Warning
from extract.readers.number_format import BUILT_IN, printed
from extract.readers.sheet import Extent, Sheet, SheetCell, extent, found_in, reference
from extract.readers.sheet_blocks import blocks_of_sheets

_SHOWN = 0
_BOLD = 600  # weight


def read(data: bytes) -> Source:
    """The blocks of every sheet that is shown, in the order of the sheets.

    Raises EncryptedFile, DamagedFile, EmptyFile, TooManyCells.
    """
    try:
        sheets, warnings = _sheets(data)
    except (ValueError, IndexError, KeyError) as error:  # a format or a font that is not there
        raise DamagedFile(f"the workbook is damaged ({error})") from error
    blocks, more = blocks_of_sheets(sheets)
    if not blocks:
        raise EmptyFile("the workbook holds no text")
    return Source("xls", tuple(blocks), warnings=(*warnings, *more))


def finder(data: bytes) -> Callable[[Mapping[str, Any]], str]:
    """Locator (``sheet``, ``cell``, ``start``, ``end``) → what the cell prints there; ``""`` where
    there is no such cell."""
    strings = {
        (sheet.name, reference(*spot)): cell.string
        for sheet in _sheets(data)[0]
        for spot, cell in sheet.cells.items()
    }
    return lambda locator: found_in(strings, locator)


def _sheets(data: bytes) -> tuple[list[Sheet], list[Warning]]:
    """The sheets that are shown, and a warning of those that are not."""
    book = _book(data)
    areas = _print_areas(book)
    shown: list[Sheet] = []
    hidden: list[str] = []
    for index, of in enumerate(book.sheets()):
        if of.visibility != _SHOWN:
            hidden.append(of.name)
            continue
        sheet = Sheet(of.name, print_areas=areas.get(index, []))
        sheet.merged = [(r, c, last_r - 1, last_c - 1) for r, last_r, c, last_c in of.merged_cells]
        sheet.hidden_rows = {row for row, info in of.rowinfo_map.items() if info.hidden}
        sheet.hidden_columns = {column for column, info in of.colinfo_map.items() if info.hidden}
        for row in range(of.nrows):
            for column in range(of.row_len(row)):
                _read_cell(book, of, sheet, row, column)
        shown.append(sheet)
    warnings = []
    if hidden:
        names = ", ".join(map(repr, hidden))
        warnings.append(Warning("hidden_text", f"hidden sheets were not read: {names}"))
    return shown, warnings


def _book(data: bytes) -> Any:
    try:
        # Ragged rows: cells that hold a format and nothing else cost no memory behind the last one.
        return xlrd.open_workbook(
            file_contents=data, formatting_info=True, ragged_rows=True, logfile=io.StringIO()
        )
    except xlrd.XLRDError as error:
        if "encrypted" in str(error):
            raise EncryptedFile("the workbook is protected by a password") from error
        raise DamagedFile(f"the workbook cannot be opened ({error})") from error
    except Exception as error:  # xlrd raises whatever its structures run into
        raise DamagedFile(f"the workbook is damaged ({type(error).__name__})") from error


def _read_cell(book: Any, of: Any, sheet: Sheet, row: int, column: int) -> None:
    kind = of.cell_type(row, column)
    if kind in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK):
        return
    value = of.cell_value(row, column)
    style = book.xf_list[of.cell_xf_index(row, column)]
    font = book.font_list[style.font_index]
    number = kind in (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE)
    if number:
        code = BUILT_IN.get(style.format_key) or book.format_map[style.format_key].format_str
        value = printed(float(value), code, book.datemode == 1)
    elif kind == xlrd.XL_CELL_BOOLEAN:
        value = "TRUE" if value else "FALSE"
    elif kind == xlrd.XL_CELL_ERROR:
        sheet.errors.append((row, column))
        value = xlrd.error_text_from_code.get(value, "#ERR!")
    if value.strip():
        ruled = _is_ruled(style.border)
        sheet.add((row, column), SheetCell(value, font.name, number, font.weight >= _BOLD, ruled))


def _is_ruled(border: Any) -> bool:
    """As in :mod:`extract.readers.xlsx`."""
    down = border.left_line_style or border.right_line_style
    across = border.top_line_style or border.bottom_line_style
    return bool(down and across)


def _print_areas(book: Any) -> dict[int, list[Extent]]:
    """By the number of the sheet."""
    areas: dict[int, list[Extent]] = {}
    for name in book.name_obj_list:
        if name.name == "Print_Area" and name.scope >= 0 and name.result is not None:
            found = [extent(area) for area in (name.result.text or "").split(",")]
            if None not in found:
                areas[name.scope] = [area for area in found if area is not None]
    return areas
