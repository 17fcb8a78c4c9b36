"""Exported tables, as spreadsheets and data frames read them."""

from __future__ import annotations

import csv
import datetime
import io
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from extract import errors, pipeline, reviews, store
from extract.cli import main
from tests.loads import write

pytest.importorskip("pandas")
pytest.importorskip("pyarrow")
pytest.importorskip("xlsxwriter")

import pandas as pd

from extract.export import writing
from extract.export.columns import DOCUMENTS, TARGETS, WARNINGS

FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x";"y")', "{=1}")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "outputs"
    write(folder, "a.txt", 1)
    write(folder, "2025/b.txt", 2)
    return folder


def exported(out: Path, name: str) -> Path:
    path = out.parent / name
    assert main(["export", str(out), "--to", str(path)]) == 0
    return path


def of(out: Path, name: str) -> list[dict[str, Any]]:
    """The exported targets as JSON, to compare the other formats with."""
    lines = exported(out, name).read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def sheet(path: Path, title: str) -> list[dict[str, Any]]:
    rows = openpyxl.load_workbook(path)[title].iter_rows(values_only=True)
    headings = next(rows)
    return [dict(zip(headings, row, strict=True)) for row in rows]


def formulas(result: dict[str, Any]) -> None:
    targets = pipeline.targets(result)
    for target, text in zip(targets, FORMULAS, strict=False):
        target["note"] = text
    for target, text in zip(targets, FORMULAS[4:], strict=False):
        target["result"] = text
    targets[0]["threshold"]["value"] = -0.7


# --------------------------------------------------------------------------- what is in a row


def test_a_row_holds_the_record(out: Path) -> None:
    rows = of(out, "targets.jsonl")
    assert len(rows) == 8
    assert list(rows[0]) == [column.name for column in TARGETS]
    (row,) = (row for row in rows if row["file"] == "a.txt" and row["ordinal"] == "1")
    expected = {
        "document_number": "1/KH-UBND",
        "document_date": "2025-01-14",
        "content": "Tỷ lệ hồ sơ trực tuyến",
        "comparator": "ge",
        "value": 70,
        "unit": "%",
        "of_each": False,
        "lead": "Phòng Nội vụ",
        "coordinate": "UBND các xã",
        "due_start": "2025-04-01",
        "due_end": "2025-06-30",
        "page": None,
        "doubts": None,
    }
    assert {key: row[key] for key in expected} == expected
    (other,) = (row for row in rows if row["file"] == "a.txt" and row["ordinal"] == "2")
    assert other["due_every"] == "P3M"


def test_all_formats_hold_the_same(out: Path) -> None:
    write(out, "a.txt", 1, edit=formulas)
    rows = of(out, "targets.jsonl")
    frame = pd.read_parquet(exported(out, "targets.parquet"), dtype_backend="pyarrow")
    assert frame["due_end"].dtype == "date32[day][pyarrow]"
    assert frame["value"].dtype == "double[pyarrow]"
    assert writing.json_lines({"targets": frame}).splitlines() == [
        json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode() for row in rows
    ]
    in_sheet = sheet(exported(out, "targets.xlsx"), "Chỉ tiêu")
    for row, cells in zip(rows, in_sheet, strict=True):
        assert list(cells) == [column.heading for column in TARGETS]
        for column in TARGETS:
            cell = cells[column.heading]
            if isinstance(cell, datetime.datetime):
                cell = cell.date().isoformat()
            # A control character that no workbook can hold is a space there.
            expected = row[column.name]
            assert cell == (
                expected.replace("\r", " ") if column.kind == "string" and expected else expected
            )


def test_decisions_of_reviewers_count(out: Path) -> None:
    result = store.loaded_result(out / "a.txt.json")
    target = pipeline.targets(result)[0]
    decision = {
        "verdict": "corrected",
        "by": "Người rà soát 1",
        "at": "2025-04-01T08:00:00Z",
        "sha256": result["source"]["sha256"],
        "content": reviews.content_hash(target),
        "document": 0,
        "target": {**target, "statement": "Tối thiểu 75%"},
    }
    path = reviews.review_path(out, "a.txt")
    reviews.decide(path, "a.txt", target["id"], 0, decision)
    (row,) = (row for row in of(out, "targets.jsonl") if row["verdict"])
    assert (row["statement"], row["reviewer"], row["reviewed_on"]) == (
        "Tối thiểu 75%",
        "Người rà soát 1",
        "2025-04-01",
    )


@pytest.mark.parametrize("name", ["t.csv", "t.xlsx", "t.parquet", "t.jsonl"])
def test_the_same_results_are_the_same_bytes(out: Path, name: str) -> None:
    before = exported(out, name).read_bytes()
    (out.parent / name).unlink()
    assert exported(out, name).read_bytes() == before


# --------------------------------------------------------------------------- CSV


def test_csv_is_as_excel_takes_it(out: Path) -> None:
    write(out, "a.txt", 1, edit=formulas)
    data = exported(out, "targets.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbffile,document_number")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert len(rows) == 8
    own = [row for row in rows if row["file"] == "a.txt"]
    assert [row["note"] for row in own] == [f"'{text}" for text in FORMULAS[:4]]
    assert [row["result"] for row in own] == [
        *(f"'{text}" for text in FORMULAS[4:7]),
        FORMULAS[7],
    ]
    assert [row["value"] for row in own] == ["-0.7", "3", "12.5", ""]
    assert own[0]["due_end"] == "2025-06-30"
    assert "Tỷ lệ hồ sơ trực tuyến" in own[0].values()


# --------------------------------------------------------------------------- workbook


def test_a_workbook_is_ready_to_use(out: Path) -> None:
    book = openpyxl.load_workbook(exported(out, "targets.xlsx"))
    assert book.sheetnames == ["Chỉ tiêu", "Văn bản", "Cảnh báo"]
    for title, columns in zip(book.sheetnames, (TARGETS, DOCUMENTS, WARNINGS), strict=True):
        page = book[title]
        assert [cell.value for cell in page[1]] == [column.heading for column in columns]
        assert page.freeze_panes == "B2"
        assert page.auto_filter.ref.startswith("A1:")
        widths = [page.column_dimensions[cell.column_letter].width for cell in page[1]]
        assert len(widths) == len(columns)
        assert all(page.cell(1, n).comment for n in range(1, len(columns) + 1))
    (date,) = {cell.number_format for cell in book["Chỉ tiêu"]["E"][1:]}
    assert date == "dd/mm/yyyy"
    assert [row["Số chỉ tiêu"] for row in sheet(out.parent / "targets.xlsx", "Văn bản")] == [4, 4]


def test_text_of_a_workbook_is_no_formula(out: Path) -> None:
    write(out, "a.txt", 1, edit=formulas)
    page = openpyxl.load_workbook(exported(out, "targets.xlsx"))["Chỉ tiêu"]
    cells = [cell for row in page.iter_rows(min_row=2) for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n", "d", "b"}
    risky = [cell for cell in cells if str(cell.value) in FORMULAS]
    assert len(risky) == 7  # all but the one with a carriage return
    assert all(cell.data_type == "s" for cell in risky)
    assert [cell.value for cell in risky if not cell.quotePrefix] == ["{=1}"]
    (negative,) = (cell for cell in cells if cell.value == -0.7)
    assert negative.data_type == "n"


def test_libreoffice_reads_the_same(out: Path, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if not office:
        pytest.skip("LibreOffice is not installed")
    write(out, "a.txt", 1, edit=formulas)
    path = exported(out, "targets.xlsx")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    again = tmp_path / "again"
    command = [office, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(again)]
    subprocess.run([*command, str(path)], check=True, capture_output=True, timeout=180)
    booleans = {"=FALSE()": False, "=TRUE()": True}  # as it writes them
    for title in ("Chỉ tiêu", "Văn bản", "Cảnh báo"):
        read = [
            {heading: booleans.get(cell, cell) for heading, cell in row.items()}
            for row in sheet(again / path.name, title)
        ]
        assert read == sheet(path, title)


def test_what_a_sheet_cannot_hold(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def edit(result: dict[str, Any]) -> None:
        first, second, *_ = pipeline.targets(result)
        first["note"] = "dài " * 10_000
        second["due"] = {"kind": "fixed", "text": "năm 1899", "end": "1899-12-31"}

    write(out, "a.txt", 1, edit=edit)
    rows = [row for row in sheet(exported(out, "t.xlsx"), "Chỉ tiêu") if row["Tệp"] == "a.txt"]
    assert len(rows[0]["Ghi chú"]) == 32_767
    assert rows[0]["Ghi chú"].endswith("…")
    assert rows[1]["Đến ngày"] == "1899-12-31"
    monkeypatch.setattr(writing, "_MOST_ROWS", 7)
    path = out.parent / "more.xlsx"
    assert main(["export", str(out), "--to", str(path)]) == errors.TooManyRows.exit_code
    assert not path.exists()


# --------------------------------------------------------------------------- datapackage.json


def test_the_description_fits_the_files(out: Path) -> None:
    frictionless = pytest.importorskip("frictionless")
    exported(out, "Chỉ tiêu 2025.csv")
    exported(out, "targets.xlsx")
    path = out.parent / "datapackage.json"
    package = frictionless.Package(str(path))
    assert package.resource_names == [
        "ch-ti-u-2025-csv",
        "targets-xlsx-documents",
        "targets-xlsx-targets",
        "targets-xlsx-warnings",
    ]
    report = package.validate()
    assert report.valid, report.flatten(["name", "message"])
    before = path.read_bytes()
    exported(out, "targets.xlsx")
    assert path.read_bytes() == before


def test_every_column_is_described(out: Path) -> None:
    exported(out, "targets.parquet")
    (resource,) = json.loads((out.parent / "datapackage.json").read_text("utf-8"))["resources"]
    fields = resource["schema"]["fields"]
    assert [field["name"] for field in fields] == [column.name for column in TARGETS]
    assert all(field["title"] and field["description"] for field in fields)


def test_a_description_that_is_none_is_left_alone(
    out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = out.parent / "datapackage.json"
    path.write_text("[]")
    code = main(["export", str(out), "--to", str(out.parent / "t.csv")])
    assert code == errors.DamagedFile.exit_code
    assert path.read_text() == "[]"
    assert not (out.parent / "t.csv").exists()


# --------------------------------------------------------------------------- what goes wrong


def test_a_file_that_fails_is_reported_and_left_out(
    out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (out / "a.txt.json").write_text("{}")
    path = out.parent / "t.jsonl"
    assert main(["export", str(out), "--to", str(path)]) == errors.NoResult.exit_code
    assert "a.txt" in capsys.readouterr().err
    assert len(path.read_text().splitlines()) == 4


def test_an_unknown_suffix(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["export", str(out), "--to", "targets.ods"])
    assert ".xlsx" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written(out: Path) -> None:
    (out.parent / "file").write_text("")
    path = out.parent / "file" / "t.csv"
    assert main(["export", str(out), "--to", str(path)]) in {
        errors.Unwritable.exit_code,
        errors.Unreadable.exit_code,
    }
