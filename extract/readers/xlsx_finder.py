"""From a locator back into an XLSX file, which openpyxl opens here: another package reader and
another parser than those that read it. What stays shared is what a number prints."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904, to_excel

from extract.readers.number_format import BUILT_IN, printed
from extract.readers.sheet import found_in, reference
from extract.readers.xlsx import unescaped, workbook


def finder_of(data: bytes) -> Callable[[Mapping[str, Any]], str]:
    """As :func:`extract.readers.xlsx.finder`.

    Warns where openpyxl refuses a workbook that was read: what stands there is then looked up with
    the opener that read it.
    """
    try:
        strings = _strings(data)
    except (BadZipFile, LookupError, ValueError, TypeError, AttributeError) as error:
        strings = {
            (sheet.name, reference(*spot)): cell.string
            for sheet in workbook(data).sheets
            for spot, cell in sheet.cells.items()
        }
        warnings.warn(
            f"openpyxl cannot open a file ({type(error).__name__}: {error}); its quotes are "
            "looked up with the opener that read them",
            stacklevel=3,
        )
    return lambda locator: found_in(strings, locator)


def _strings(data: bytes) -> dict[tuple[str, str], str]:
    """What each filled cell prints, by sheet and reference."""
    strings: dict[tuple[str, str], str] = {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # extensions that openpyxl does not know
        book = load_workbook(BytesIO(data), read_only=True, data_only=True)
        for sheet in book.worksheets:
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.value is not None:
                        at = reference(cell.row - 1, cell.column - 1)
                        strings[sheet.title, at] = _string(cell, book.epoch)
    return strings


def _string(cell: Any, epoch: datetime) -> str:
    value = cell.value
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, (datetime, date, time, timedelta)):
        value = to_excel(value, epoch)  # type: ignore[no-untyped-call]
    if isinstance(value, (int, float)):
        # openpyxl gives some built-in codes as in the United States.
        code = BUILT_IN.get(cell.style_array.numFmtId) or cell.number_format
        return printed(float(value), code, epoch == CALENDAR_MAC_1904)
    return unescaped(str(value))
