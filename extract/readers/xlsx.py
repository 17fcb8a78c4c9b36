"""XLSX → Source, in one pass over the XML of each sheet.

A cell's text is what it prints (:mod:`extract.readers.number_format`); of a formula, the value that
the program which saved the file had worked out. Hidden sheets, rows and columns, and what lies
outside of a print area, are not printed: not read either, with a warning.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from extract.errors import DamagedFile, EmptyFile
from extract.expressions import compiled
from extract.model import Source, Warning, record
from extract.readers.number_format import BUILT_IN, printed
from extract.readers.open_package import OpenPackage
from extract.readers.sheet import Sheet, SheetCell, extent, spot
from extract.readers.sheet_blocks import blocks_of_sheets

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_C, _F, _V, _IS, _ROW = S + "c", S + "f", S + "v", S + "is", S + "row"
_ESCAPED = compiled(r"_x([0-9A-Fa-f]{4})_")
_PRINT_AREA = "_xlnm.Print_Area"
# A print area for each sheet of a list: 'Biểu 1'!$A$1:$F$20,'Biểu 1'!$H$1:$K$9
_AREA = compiled(r"(?:'(?:[^']|'')*'|[^,'])+")
_LAST_COLUMN = 16_383


@record
class _Style:
    """How a cell is printed."""

    code: str = "General"
    bold: bool = False
    ruled: bool = False
    font: str = ""


@dataclass(slots=True)
class Workbook:
    """The sheets of an XLSX file that are shown, and warnings of what is not read."""

    sheets: list[Sheet] = field(default_factory=list)
    warnings: list[Warning] = field(default_factory=list)


def read(data: bytes) -> Source:
    """The blocks of every sheet that is shown, in the order of the sheets.

    Raises UnknownFormat, EncryptedFile, DamagedFile, EmptyFile, TooManyCells.
    """
    try:
        book = workbook(data)
    except (ValueError, IndexError) as error:  # a count or a reference that is none
        raise DamagedFile(f"the workbook is damaged ({error})") from error
    blocks, more = blocks_of_sheets(book.sheets)
    if not blocks:
        raise EmptyFile("the workbook holds no text")
    return Source("xlsx", tuple(blocks), warnings=(*book.warnings, *more))


def finder(data: bytes) -> Callable[[Mapping[str, Any]], str]:
    """Locator (``sheet``, ``cell``, ``start``, ``end``) → what the cell prints there; ``""`` where
    there is no such cell."""
    # openpyxl, which proves what was read, takes longer to import than most workbooks to read.
    from extract.readers.xlsx_finder import finder_of

    return finder_of(data)


def workbook(data: bytes) -> Workbook:
    """The sheets as they are, before what is a table and what not is told."""
    package = OpenPackage(data, ".xlsx", "xl/workbook.xml")
    root = package.parsed(package.main)
    if root.tag != S + "workbook":
        raise DamagedFile("the package holds no workbook")
    parts = {id: (kind, name) for kind, name, id in package.targets(package.main)}
    by_kind = dict(parts.values())
    strings = _strings(package, by_kind.get("sharedStrings"))
    styles = _styles(package, by_kind.get("styles"))
    properties = root.find(S + "workbookPr")
    date1904 = properties is not None and properties.get("date1904") in ("1", "true")
    areas = _print_areas(root)
    book = Workbook()
    hidden: list[str] = []
    for index, element in enumerate(root.iterfind(f"{S}sheets/{S}sheet")):
        kind, part = parts.get(element.get(_ID, ""), ("", ""))
        name = element.get("name", "")
        if element.get("state", "visible") != "visible":
            hidden.append(name)
        elif kind == "worksheet" and part in package.names:
            sheet = Sheet(name, print_areas=areas.get(index, []))
            _read_sheet(package, part, sheet, strings, styles, date1904)
            book.sheets.append(sheet)
            book.warnings.extend(_drawings(package, part, name))
        else:
            book.warnings.append(
                Warning("object_not_read", f"sheet {name!r} is no table; it was not read")
            )
    if hidden:
        names = ", ".join(map(repr, hidden))
        book.warnings.insert(0, Warning("hidden_text", f"hidden sheets were not read: {names}"))
    return book


def _read_sheet(
    package: OpenPackage,
    part: str,
    sheet: Sheet,
    strings: list[str],
    styles: list[_Style],
    date1904: bool,
) -> None:
    row = -1
    for element in package.each(part, _ROW, S + "col", S + "mergeCell"):
        if element.tag == S + "mergeCell":
            merged = extent(element.get("ref", ""))
            if merged is not None:
                sheet.merged.append(merged)
            continue
        if element.tag == S + "col":
            if element.get("hidden") in ("1", "true"):
                first, last = int(element.get("min", 1)) - 1, int(element.get("max", 1)) - 1
                sheet.hidden_columns.update(range(first, min(last, _LAST_COLUMN) + 1))
            continue
        row = int(element.get("r", row + 2)) - 1
        if element.get("hidden") in ("1", "true"):
            sheet.hidden_rows.add(row)
        column = -1
        for c in element.iterchildren(_C):
            column += 1
            if len(c):
                at = spot(c.get("r", "")) or (row, column)
                column = at[1]
                _read_cell(sheet, at, c, strings, styles, date1904)


def _read_cell(
    sheet: Sheet, at: tuple[int, int], c: Any, strings: list[str], styles: list[_Style], old: bool
) -> None:
    kind, value, formula = c.get("t", "n"), None, False
    for element in c:
        if element.tag == _V:
            value = element.text
        elif element.tag == _F:
            formula = True
        elif element.tag == _IS:
            value = _string(element)
    if value is None:
        if formula and kind != "str":
            sheet.without_value.append(at)
        return
    style = styles[index] if (index := int(c.get("s", 0))) < len(styles) else _Style()
    number = kind == "n"
    if kind == "s":
        value = strings[int(value)] if int(value) < len(strings) else ""
    elif number:
        value = printed(float(value), style.code, old)
    elif kind == "b":
        value = "TRUE" if value == "1" else "FALSE"
    elif kind == "e":
        sheet.errors.append(at)
    elif kind == "str":
        value = unescaped(value)
    if value.strip():
        sheet.add(at, SheetCell(value, style.font, number, style.bold, style.ruled))


def unescaped(string: str) -> str:
    """Characters that XML forbids are written as ``_x000D_`` (22.9.2.19)."""
    if "_x" not in string:
        return string
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), string)


def _strings(package: OpenPackage, part: str | None) -> list[str]:
    if part is None or part not in package.names:
        return []
    return [_string(element) for element in package.each(part, S + "si")]


def _string(element: Any) -> str:
    """The runs of a text; how it is pronounced (``rPh``) left out."""
    runs = [text.text or "" for text in element.iter(S + "t") if text.getparent().tag != S + "rPh"]
    return unescaped("".join(runs))


def _styles(package: OpenPackage, part: str | None) -> list[_Style]:
    if part is None or part not in package.names:
        return []
    root = package.parsed(part)
    codes = dict(BUILT_IN)
    for element in root.iterfind(f"{S}numFmts/{S}numFmt"):
        number = int(element.get("numFmtId", -1))
        if number not in BUILT_IN or number == 0 or number > 49:
            codes[number] = element.get("formatCode", "General")
    fonts = [(_is_bold(font), _name(font)) for font in root.iterfind(f"{S}fonts/{S}font")]
    ruled = [_is_ruled(border) for border in root.iterfind(f"{S}borders/{S}border")]
    styles = []
    for element in root.iterfind(f"{S}cellXfs/{S}xf"):
        font, border = int(element.get("fontId", 0)), int(element.get("borderId", 0))
        bold, name = fonts[font] if font < len(fonts) else (False, "")
        code = codes.get(int(element.get("numFmtId", 0)), "General")
        styles.append(_Style(code, bold, border < len(ruled) and ruled[border], name))
    return styles


def _is_bold(font: Any) -> bool:
    bold = font.find(S + "b")
    return bold is not None and bold.get("val", "1") not in ("0", "false")


def _name(font: Any) -> str:
    name = font.find(S + "name")
    return "" if name is None else str(name.get("val", ""))


def _is_ruled(border: Any) -> bool:
    """Whether a border has rules both down and across: those of a table, not of a heading."""
    drawn = {side.tag.removeprefix(S) for side in border if side.get("style", "none") != "none"}
    return bool(drawn & {"left", "right", "start", "end"}) and bool(drawn & {"top", "bottom"})


def _print_areas(root: Any) -> dict[int, list[tuple[int, int, int, int]]]:
    """By the number of the sheet."""
    areas: dict[int, list[tuple[int, int, int, int]]] = {}
    for name in root.iterfind(f"{S}definedNames/{S}definedName"):
        index = name.get("localSheetId")
        if name.get("name") == _PRINT_AREA and index is not None and name.text:
            found = [extent(area.strip()) for area in _AREA.findall(name.text)]
            if None not in found:
                areas[int(index)] = [area for area in found if area is not None]
    return areas


def _drawings(package: OpenPackage, part: str, sheet: str) -> Iterator[Warning]:
    """Charts, and shapes that hold words, are printed but not read."""
    count = 0
    for kind, drawing, _ in package.targets(part):
        if kind == "drawing" and drawing in package.names:
            root = package.parsed(drawing)
            count += sum(1 for _ in root.iter("{*}graphicFrame"))
            count += sum(
                any((text.text or "").strip() for text in shape.iter("{*}t"))
                for shape in root.iter("{*}sp")
            )
    if count:
        yield Warning(
            "object_not_read", f"sheet {sheet!r}: {count} charts or text boxes were not read"
        )
