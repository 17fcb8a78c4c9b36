"""The command as a user meets it: what is printed, what is written, how it ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import psutil
import pytest

from extract import extract_file, pipeline, readers, store
from extract.cli import main
from extract.commands import progress
from extract.errors import ExtractError
from extract.extraction import extraction
from extract.model import Result, Source, SourceFile
from extract.show import due_text, threshold_text

DECREE = """ỦY BAN NHÂN DÂN
HUYỆN BÌNH SƠN ĐÔNG
Số: 27/KH-UBND
Bình Sơn Đông, ngày 14 tháng 01 năm 2025

KẾ HOẠCH
Chuyển đổi số huyện Bình Sơn Đông năm 2025

Stt\tNội dung\tChỉ tiêu năm 2025\tCơ quan thực hiện
1\tTỷ lệ hồ sơ trực tuyến\tTối thiểu {value}%\tCác phòng thuộc huyện
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    for name, value in (("a.txt", 70), ("2025/b.md", 80), ("2025/quy-1/a.txt", 90)):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(DECREE.format(value=value), "utf-8")
    return folder


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def written(out: Path) -> dict[str, bytes]:
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file() and path.name != store.REPORT
    }


def values(result: dict[str, object]) -> list[float]:
    return [target["threshold"].get("value") for target in pipeline.targets(result)]


# --------------------------------------------------------------------------- extract


def test_a_folder_becomes_one_json_for_each_file(
    corpus: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["extract", str(corpus), "--out", str(out)]) == 0
    files = written(out)
    assert list(files) == ["2025/b.md.json", "2025/quy-1/a.txt.json", "a.txt.json"]
    result = json.loads(files["2025/quy-1/a.txt.json"])
    assert result["source"]["file"] == "2025/quy-1/a.txt"
    assert values(result) == [90]
    printed = capsys.readouterr()
    assert "[3/3]" in printed.err
    assert "new 3" in printed.out
    assert "level 3" in printed.out


def test_a_second_run_touches_nothing(corpus: Path, out: Path) -> None:
    main(["extract", str(corpus), "--out", str(out), "--quiet"])
    before = written(out)
    for name in before:
        os.utime(out / name, (1, 1))
    main(["extract", str(corpus), "--out", str(out), "--quiet"])
    assert written(out) == before
    assert all((out / name).stat().st_mtime == 1 for name in before)


def test_the_order_of_the_paths_changes_nothing(corpus: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    paths = [str(corpus / "2025" / "b.md"), str(corpus / "a.txt")]
    main(["extract", *paths, "--out", str(first), "--quiet"])
    main(["extract", *reversed(paths), "--out", str(second), "--quiet"])
    assert written(first) == written(second)


def test_what_no_reader_is_for_is_skipped_aloud(
    corpus: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus / "chieu.ppt").touch()
    (corpus / ".hidden.txt").touch()
    (corpus / "~$khoa.docx").touch()
    assert main(["extract", str(corpus), "--out", str(out)]) == 0
    printed = capsys.readouterr().err
    assert f"bỏ qua/skipped: {corpus / 'chieu.ppt'}: no reader for .ppt files" in printed
    assert printed.count("skipped") == 1
    assert len(written(out)) == 3


def test_the_output_folder_may_stand_inside_the_input(corpus: Path) -> None:
    out = corpus / "out"
    out.mkdir()
    (out / "note.txt").write_text("not a source")
    assert main(["extract", str(corpus), "--out", str(out), "--quiet"]) == 0
    assert "note.txt.json" not in written(out)


def test_a_file_named_twice_is_read_once(corpus: Path, out: Path) -> None:
    assert main(["extract", str(corpus), str(corpus / "a.txt"), "--out", str(out), "--quiet"]) == 0
    assert len(written(out)) == 3


def test_two_sources_with_one_output_are_refused(
    corpus: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = [str(corpus / "a.txt"), str(corpus / "2025" / "quy-1" / "a.txt")]
    assert main(["extract", *paths, "--out", str(out)]) == 2
    assert "would get the same output; extract them in two runs" in capsys.readouterr().err
    assert written(out) == {}


def test_a_folder_with_nothing_to_read_is_an_error(
    tmp_path: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty").mkdir()
    assert main(["extract", str(tmp_path / "empty"), "--out", str(out)]) == 3
    assert f"no {', '.join(readers.SUFFIXES)} file in" in capsys.readouterr().err


def test_a_defect_in_the_program_stops_one_file_only(
    corpus: Path,
    out: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def core(source: Source, file: SourceFile) -> Result:
        if file.file == "a.txt":
            raise ZeroDivisionError("division by zero")
        return extraction(source, file)

    main(["extract", str(corpus), "--out", str(out), "--quiet"])
    monkeypatch.setattr("extract.extraction.extraction", core)
    assert main(["extract", str(corpus), "--out", str(out), "--quiet", "--force"]) == 70
    assert sorted(written(out)) == ["2025/b.md.json", "2025/quy-1/a.txt.json"]
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"lỗi/error: {corpus / 'a.txt'}: ZeroDivisionError: division by zero; ")
    main(["extract", str(corpus), "--out", str(out), "--quiet", "--debug"])
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (lambda r: replace(r, source=replace(r.source, sha256="?")), "$.source.sha256: '?'"),
        (
            lambda r: replace(r, numbers=(*r.numbers * 300, replace(r.numbers[0], role="?"))),
            "$.numbers[300].role: '?'",
        ),
    ],
    ids=["source", "a late number"],
)
def test_a_result_that_breaks_its_schema_is_not_written(
    corpus: Path,
    out: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    change: Callable[[Result], Result],
    where: str,
) -> None:
    def core(source: Source, file: SourceFile) -> Result:
        result = extraction(source, file)
        return change(replace(result, numbers=tuple(result.numbers)[:1]))

    monkeypatch.setattr("extract.extraction.extraction", core)
    assert main(["extract", str(corpus / "a.txt"), "--out", str(out), "--quiet"]) == 9
    assert f"the result breaks its schema: {where}" in capsys.readouterr().err
    assert written(out) == {}


def test_ctrl_c_leaves_whole_files(corpus: Path, out: Path) -> None:
    slowly = (
        "import sys, time; from extract import extraction; from extract.cli import main\n"
        "core = extraction.extraction\n"
        "def slow(source, file):\n"
        "    time.sleep(60 * (file.file == 'a.txt'))\n"
        "    return core(source, file)\n"
        "extraction.extraction = slow; sys.exit(main(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", slowly, "extract", str(corpus), "--out", str(out), "--jobs=2"]
    run = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)
    while len(list(out.rglob("*.*.json"))) < 2:  # half-written files have other names
        assert run.poll() is None
        time.sleep(0.05)
    os.killpg(run.pid, signal.SIGINT)  # as a terminal does: to every process of the run
    errors = run.communicate(timeout=20)[1]
    assert run.returncode == 130
    assert "interrupted" in errors
    assert "Traceback" not in errors
    assert sorted(written(out)) == ["2025/b.md.json", "2025/quy-1/a.txt.json"]
    left = [process for process in psutil.process_iter() if str(out) in _line(process)]
    assert left == []


def _line(process: psutil.Process) -> list[str]:
    with suppress(psutil.Error):
        return process.cmdline()
    return []


# --------------------------------------------------------------------------- progress by page


PAGES = 12


@pytest.fixture
def scans(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two scans, each read, page by page, as what a text file holds: one of one page,
    and one of twelve pages that take an eighth of a second each."""
    folder = tmp_path / "scans"
    folder.mkdir()
    for name in ("a.png", "b.pdf"):
        (folder / name).write_text(DECREE.format(value=70), "utf-8")
    read = readers.read

    def slow(data: bytes, name: str, on_page: readers.OnPage) -> Source:
        pages = 1 if name == "a.png" else PAGES
        for done in range(1, pages + 1):
            time.sleep(0.125 * (name == "b.pdf"))
            on_page(done, pages)
        return replace(read(data, "text.txt"), pages=pages)

    monkeypatch.setattr(readers, "read", slow)
    return folder


def test_a_long_scan_says_how_far_it_is(
    scans: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["extract", str(scans), "--out", str(out), "--jobs", "1"]) == 0
    lines = capsys.readouterr().err.splitlines()
    assert [line for line in lines if "trang/page" in line] == [
        f"[2/2] {scans / 'b.pdf'}: trang/page 10/{PAGES}"
    ]
    assert [line.split()[0] for line in lines if "trang" not in line] == ["[1/2]", "[2/2]"]


def test_about_every_tenth_page_is_told_and_none_in_the_first_second(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = [0.0]
    monkeypatch.setattr(progress, "monotonic", lambda: clock[0])
    with progress.shown_progress(2, quiet=False) as shown:
        for done in range(1, 36):
            shown.on_page(Path("nhanh.pdf"), done, 35)
        for done in range(1, 36):
            clock[0] += 0.2
            shown.on_page(Path("a.pdf"), done, 35)
            shown.on_page(Path("b.pdf"), done, 35)
    lines = [line.split(": ")[1] for line in capsys.readouterr().err.splitlines()]
    assert lines == [f"trang/page {done}/35" for done in (10, 10, 20, 20, 30, 30)]


def test_no_page_is_told_when_quiet(
    scans: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["extract", str(scans), "--out", str(out), "--quiet"]) == 0
    assert capsys.readouterr().err == ""


def test_the_bar_says_which_page_is_read(
    scans: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from rich.progress import Progress

    told: list[object] = []
    update = Progress.update

    def noted(self: Progress, *arguments: Any, **fields: Any) -> None:
        told.append(fields.get("description"))
        update(self, *arguments, **fields)

    monkeypatch.setattr(Progress, "update", noted)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert main(["extract", str(scans), "--out", str(out)]) == 0
    assert "b.pdf · trang/page 7/12" in told
    assert [text for text in told if str(text).startswith("a.png")] == ["a.png", "a.png"]


# --------------------------------------------------------------------------- validate, verify


@pytest.fixture
def extracted(corpus: Path, out: Path) -> Path:
    main(["extract", str(corpus), "--out", str(out), "--quiet"])
    return out


def test_validate(extracted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", str(extracted)]) == 0
    assert capsys.readouterr().out == "3 of 3 results keep the schema\n"
    edit(extracted / "a.txt.json", lambda result: result.update(schema="0"))
    (extracted / "cut.json").write_text("{")
    assert main(["validate", str(extracted)]) == 1
    printed = capsys.readouterr().out
    assert f"{extracted / 'a.txt.json'}: $.schema: '1' was expected" in printed
    assert f"{extracted / 'cut.json'}: not a JSON file" in printed
    assert "2 of 4 results keep the schema" in printed


def test_verify(extracted: Path, corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", str(extracted), "--sources", str(corpus)]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first.endswith("quotes and numbers stand at their place in the source")
    assert first.split()[0] == first.split()[2] != "0"
    assert second == "3 of 3 results could be compared with their source"


def test_verify_finds_an_invented_quote(
    extracted: Path, corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def invent(result: dict[str, object]) -> None:
        fragment = pipeline.targets(result)[0]["source"][0]
        fragment["quote"] = "đạt tối thiểu 99%"
        fragment.pop("raw", None)

    edit(extracted / "a.txt.json", invent)
    assert main(["verify", str(extracted), "--sources", str(corpus)]) == 1
    assert "«đạt tối thiểu 99%» is not at its place, where «" in capsys.readouterr().out


def test_verify_finds_a_source_that_changed_or_went_away(
    extracted: Path, corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus / "a.txt").write_text(DECREE.format(value=71), "utf-8")
    (corpus / "2025" / "b.md").unlink()
    assert main(["verify", str(extracted), "--sources", str(corpus)]) == 1
    printed = capsys.readouterr()
    assert "has changed since it was read; run chitieu extract again" in printed.err
    assert f"its source {corpus / '2025' / 'b.md'} is not there; check the path" in printed.err
    assert "1 of 3 results could be compared" in printed.out


@pytest.mark.parametrize("command", ["validate", "verify"])
def test_a_folder_without_results_is_an_error(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, str(tmp_path)]) == 3
    assert main([command, str(tmp_path / "none")]) == 3
    assert len(capsys.readouterr().err.splitlines()) == 2


def edit(path: Path, change: object) -> None:
    result = json.loads(path.read_text("utf-8"))
    assert callable(change)
    change(result)
    path.write_text(json.dumps(result, ensure_ascii=False), "utf-8")


# --------------------------------------------------------------------------- show


@pytest.mark.parametrize("columns", [80, 120, 160])
def test_show_fits_the_terminal(
    columns: int,
    extracted: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    assert main(["show", str(extracted / "a.txt.json")]) == 0
    printed = capsys.readouterr().out
    assert "≥ 70 %" in printed
    assert max(map(len, printed.splitlines())) <= columns


def test_show_reads_a_decree_on_the_spot(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", str(corpus / "a.txt")]) == 0
    assert "≥ 70 %" in capsys.readouterr().out


def test_show_says_what_it_cannot_show(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.json").write_text("{}")
    assert main(["show", str(tmp_path / "x.json")]) == 14
    assert main(["show", str(tmp_path / "none.txt")]) == 3
    assert len(capsys.readouterr().err.splitlines()) == 2


@pytest.mark.parametrize(
    ("threshold", "text"),
    [
        ({"kind": "task"}, "nhiệm vụ"),
        ({"kind": "level", "comparator": "ge", "value": 40, "unit": "%"}, "≥ 40 %"),
        ({"kind": "level", "comparator": "eq", "value": 12500, "unit": "tấn"}, "12.500 tấn"),
        ({"kind": "level", "comparator": "gt", "value": 0.7}, "> 0,7"),
        ({"kind": "range", "value": 8, "max": 8.5, "unit": "%"}, "8 – 8,5 %"),
        (
            {
                "kind": "change",
                "direction": "increase",
                "comparator": "ge",
                "value": 0.7,
                "unit": "%",
                "baseline": {"year": 2024},
            },
            "tăng ≥ 0,7 % so với năm 2024",
        ),
        (
            {"kind": "rank", "comparator": "le", "value": 3, "unit": "xã", "within": "huyện"},
            "hạng ≤ 3 xã (huyện)",
        ),
        (
            {
                "kind": "level",
                "comparator": "eq",
                "value": 1,
                "unit": "tin",
                "per": "P1M",
                "each": True,
            },
            "1 tin / tháng mỗi đơn vị",
        ),
    ],
)
def test_thresholds_in_short(threshold: dict[str, object], text: str) -> None:
    assert threshold_text(threshold) == text


@pytest.mark.parametrize(
    ("due", "text"),
    [
        (None, ""),
        ({"kind": "fixed", "text": "…", "end": "2025-12-14"}, "đến 14/12/2025"),
        ({"kind": "fixed", "text": "…", "start": "2025-01-01"}, "từ 01/01/2025"),
        (
            {"kind": "fixed", "text": "…", "start": "2025-01-01", "end": "2025-03-31"},
            "01/01/2025 – 31/03/2025",
        ),
        ({"kind": "ongoing", "text": "Thường xuyên"}, "Thường xuyên"),
    ],
)
def test_dues_in_short(due: dict[str, object] | None, text: str) -> None:
    assert due_text(due) == text


# --------------------------------------------------------------------------- ledger


@pytest.mark.parametrize("columns", [80, 120, 160])
def test_ledger_of_a_result(
    columns: int,
    extracted: Path,
    corpus: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    path = extracted / "2025" / "quy-1" / "a.txt.json"
    assert main(["ledger", str(path), "--sources", str(corpus)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= columns
    assert [line.split()[0] for line in lines[4:9]] == ["citation", *["date"] * 4]
    (target,) = (line for line in lines if line.strip().startswith("target"))
    assert "Tối thiểu 90%" in target
    assert "≥ 90 %" in target
    assert lines[-1] == "8 số / numbers: citation 1, date 5, ordinal 1, target 1"


def test_ledger_of_a_decree_marks_what_nobody_understood(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    decree = tmp_path / "b.txt"
    decree.write_text(DECREE.format(value=70) + "\nNgười nhận ký tên: 37.\n", "utf-8")
    assert main(["ledger", str(decree)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(line.strip().startswith("?? unknown") and "ký tên: 37." in line for line in lines)
    assert lines[-1].endswith("unknown 1")


def test_ledger_needs_the_source_that_was_read(
    extracted: Path, corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus / "a.txt").write_text(DECREE.format(value=71), "utf-8")
    (corpus / "2025" / "b.md").unlink()
    sources = ["--sources", str(corpus)]
    assert main(["ledger", str(extracted / "a.txt.json"), *sources]) == 13
    assert main(["ledger", str(extracted / "2025" / "b.md.json"), *sources]) == 3
    first, second = capsys.readouterr().err.splitlines()
    assert f"{corpus / 'a.txt'}: the source has changed since it was read; run chitieu" in first
    assert f"{corpus / '2025' / 'b.md'}: no such file; check the path" in second


def test_ledger_shows_a_number_that_is_not_at_its_place(
    extracted: Path, corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def move(result: dict[str, Any]) -> None:
        result["numbers"][1]["locator"] = {"start": 0, "end": 2}

    edit(extracted / "a.txt.json", move)
    assert main(["ledger", str(extracted / "a.txt.json"), "--sources", str(corpus)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split() for line in lines[4:7]][1] == ["date", "14"]
    assert "Tối thiểu 70%" in "\n".join(lines)


# --------------------------------------------------------------------------- the command itself


def test_help_names_every_command_and_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--help"])
    assert caught.value.code == 0
    printed = capsys.readouterr().out
    for command in ("extract", "validate", "verify", "show", "ledger", "--version"):
        assert command in printed
    codes = {line.split()[0] for line in printed.splitlines() if line[:5].strip().isdigit()}
    assert {str(kind.exit_code) for kind in ExtractError.__subclasses__()} <= codes
    assert max(map(len, printed.splitlines())) <= 100


@pytest.mark.parametrize("arguments", [[], ["extract"], ["extract", "a.txt"], ["nonsense"]])
def test_a_wrong_command_line_ends_with_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2


def test_a_reader_that_goes_away_is_no_traceback(extracted: Path) -> None:
    command = [sys.executable, "-m", "extract.cli", "show", str(extracted / "a.txt.json")]
    read_end, write_end = os.pipe()
    os.close(read_end)
    ended = subprocess.run(command, stdout=write_end, stderr=subprocess.PIPE, text=True)
    os.close(write_end)
    assert ended.returncode == 141
    assert ended.stderr == ""


def test_every_package_is_installed() -> None:
    project = Path(__file__).parents[1]
    listed = tomllib.loads((project / "pyproject.toml").read_text("utf-8"))
    modules = (path.relative_to(project) for path in (project / "extract").rglob("*.py"))
    packages = {".".join(path.parent.parts) for path in modules}
    assert set(listed["tool"]["setuptools"]["packages"]) == packages | {"extract.schemas"}


def test_import_is_light() -> None:
    code = "import extract, sys; print(sorted(m for m in sys.modules if m.startswith('extract')))"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert ended.stdout == "['extract']\n"


def test_a_text_file_waits_for_no_other_reader(corpus: Path) -> None:
    code = (
        "import extract, sys; extract.extract_file(sys.argv[1]);"
        "heavy = ('docx', 'lxml', 'pdfplumber', 'pypdfium2', 'rich');"
        "print([name for name in heavy if name in sys.modules])"
    )
    command = [sys.executable, "-c", code, str(corpus / "a.txt")]
    ended = subprocess.run(command, capture_output=True, text=True)
    assert ended.stdout == "[]\n", ended.stderr


def test_the_library_gives_what_the_command_writes(corpus: Path, out: Path) -> None:
    main(["extract", str(corpus / "a.txt"), "--out", str(out), "--quiet"])
    assert extract_file(corpus / "a.txt") == json.loads((out / "a.txt.json").read_text("utf-8"))
