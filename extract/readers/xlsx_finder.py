"""From a locator back into an XLSX file, which openpyxl opens here: another package reader and
another parser than those that read it. What stays shared is what a number prints."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904, to_excel

from extract.readers.number_format import BUILT_IN, printed
from extract.readers.sheet import found_in, reference
from extract.readers.xlsx import unescaped


def finder_of(data: bytes) -> Callable[[Mapping[str, Any]], str]:
    """As :func:`extract.readers.xlsx.finder`."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # extensions that openpyxl does not know
        book = load_workbook(BytesIO(data), read_only=True, data_only=True)
        strings: dict[tuple[str, str], str] = {}
        for sheet in book.worksheets:
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.value is not None:
                        at = reference(cell.row - 1, cell.column - 1)
                        strings[sheet.title, at] = _string(cell, book.epoch)
    return lambda locator: found_in(strings, locator)


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
