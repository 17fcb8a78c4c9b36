"""Data frames → the bytes of a file, in each format. What is text cannot become a formula: in a
workbook it is marked as text, in CSV it gets the apostrophe that spreadsheets take for that."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from io import BytesIO
from typing import Any

import orjson
import pandas as pd

from extract.errors import TooManyRows
from extract.export.columns import TABLES

Frames = Mapping[str, pd.DataFrame]

#: A cell that begins so is a formula, for one spreadsheet or another.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_MOST_ROWS = 1_048_575  # of a sheet, without the headings
_MOST_CHARACTERS = 32_767  # of a cell
_CONTROLS = dict.fromkeys((*range(9), *range(11, 32)), " ")  # which no XML file may hold
_FIRST_DAY = date(1900, 3, 1)  # of calendars on which all spreadsheets agree


def csv(frames: Frames) -> bytes:
    """UTF-8 with the mark by which Excel knows it, commas, a point before decimals."""
    frame = frames["targets"].copy()
    for name in _texts(frame):
        frame[name] = frame[name].map(_as_text, na_action="ignore")
    made = frame.to_csv(index=False, lineterminator="\r\n", float_format=_shortest)
    return ("\ufeff" + made).encode()


def json_lines(frames: Frames) -> bytes:
    return b"".join(
        orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE)
        for record in _plain(frames["targets"]).to_dict("records")
    )


def parquet(frames: Frames) -> bytes:
    made = BytesIO()
    frames["targets"].to_parquet(made, engine="pyarrow", index=False)
    return made.getvalue()


def xlsx(frames: Frames) -> bytes:
    """A workbook with a sheet for each table. Raises :class:`TooManyRows`."""
    made = BytesIO()
    kept = ("formulas", "urls", "numbers")
    options = {f"strings_to_{kind}": False for kind in kept}
    with pd.ExcelWriter(
        made,
        engine="xlsxwriter",
        date_format="dd/mm/yyyy",
        engine_kwargs={"options": options},
    ) as writer:
        # The same results are the same bytes: the day of the export stands nowhere.
        writer.book.set_properties({"created": datetime(1980, 1, 1)})
        for name, frame in frames.items():
            if len(frame) > _MOST_ROWS:
                raise TooManyRows(f"a sheet holds no more than {_MOST_ROWS} rows")
            _write_sheet(writer, name, frame)
    return made.getvalue()


def _write_sheet(writer: Any, name: str, frame: pd.DataFrame) -> None:
    title, columns = TABLES[name]
    shown = _plain(frame).map(_in_sheet)
    shown.columns = pd.Index([column.heading for column in columns])
    shown.to_excel(writer, sheet_name=title, index=False)
    sheet, book = writer.sheets[title], writer.book
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width, wrapped)
        sheet.write_comment(0, place, f"{column.name}: {column.meaning}")
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(len(frame), 1), len(columns) - 1)
    # Marked as text, it does not become a formula when somebody edits the cell either.
    marked = book.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True})
    for place, column in enumerate(columns):
        if column.kind == "string":
            texts = shown.iloc[:, place]
            for row, text in enumerate(texts, 1):
                if isinstance(text, str) and text.startswith(_FORMULA):
                    sheet.write_string(row, place, text, marked)


def _in_sheet(value: Any) -> Any:
    """The value as a cell takes it. A day before the first that spreadsheets know is text."""
    if isinstance(value, str):
        text = value.translate(_CONTROLS)
        return text if len(text) <= _MOST_CHARACTERS else text[: _MOST_CHARACTERS - 1] + "…"
    if isinstance(value, date) and value < _FIRST_DAY:
        return value.isoformat()
    return value


def _as_text(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def _plain(frame: pd.DataFrame) -> pd.DataFrame:
    """Objects of Python, None where nothing is."""
    return frame.astype(object).where(frame.notna(), None)


def _texts(frame: pd.DataFrame) -> list[str]:
    return [column.name for column in TABLES["targets"][1] if column.kind == "string"]


def _shortest(number: Any) -> str:
    """The fewest digits that mean this number and no other."""
    return str(int(number)) if number.is_integer() else repr(float(number))


#: Suffix → what makes such a file, the tables in it.
FORMATS: dict[str, tuple[Callable[[Frames], bytes], tuple[str, ...]]] = {
    ".csv": (csv, ("targets",)),
    ".xlsx": (xlsx, tuple(TABLES)),
    ".parquet": (parquet, ("targets",)),
    ".jsonl": (json_lines, ("targets",)),
}
