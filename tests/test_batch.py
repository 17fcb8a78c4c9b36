"""The batch: what is read again, what a bad file costs, what a killed run leaves."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
import pytest

from extract import store
from extract.batch import version
from extract.cli import main
from extract.extraction import extraction
from extract.model import Result, Source, SourceFile

DECREE = """ỦY BAN NHÂN DÂN
HUYỆN BÌNH SƠN ĐÔNG
Số: {value}/KH-UBND
Bình Sơn Đông, ngày 14 tháng 01 năm 2025

KẾ HOẠCH
Chuyển đổi số huyện Bình Sơn Đông năm 2025

Stt\tNội dung\tChỉ tiêu năm 2025\tCơ quan thực hiện
1\tTỷ lệ hồ sơ trực tuyến\tTối thiểu {value}%\tCác phòng thuộc huyện
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Six decrees: a.txt to e.txt, and xa/f.txt."""
    folder = tmp_path / "corpus"
    (folder / "xa").mkdir(parents=True)
    for value, name in enumerate(("a.txt", "b.txt", "c.txt", "d.txt", "e.txt", "xa/f.txt"), 41):
        (folder / name).write_text(DECREE.format(value=value), "utf-8")
    return folder


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


@pytest.fixture
def core(monkeypatch: pytest.MonkeyPatch) -> Callable[[dict[str, Callable[[], object]]], None]:
    """Has something happen at the extraction of the files that are named."""

    def use(happens: dict[str, Callable[[], object]]) -> None:
        def changed(source: Source, file: SourceFile) -> Result:
            happens.get(file.file, int)()
            return extraction(source, file)

        monkeypatch.setattr("extract.extraction.extraction", changed)

    return use


def run(corpus: Path, out: Path, *options: str) -> int:
    return main(["extract", str(corpus), "--out", str(out), "--quiet", *options])


def report(out: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((out / "report.json").read_text("utf-8"))
    return found


def results(out: Path) -> dict[str, bytes]:
    return {name: store.output_path(out, name).read_bytes() for name in store.result_names(out)}


def states(out: Path) -> dict[str, str]:
    return {name: entry["state"] for name, entry in report(out)["files"].items()}


def times(out: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in store.result_files(out)}


# --------------------------------------------------------------------------- what is read again


def test_a_second_run_reads_nothing_and_counts_the_same(
    corpus: Path, out: Path, core: Callable[[object], None]
) -> None:
    assert run(corpus, out) == 0
    first, before = report(out), times(out)
    assert first["states"] == {"new": 6}
    core({name: lambda: os._exit(1) for name in first["files"]})
    assert run(corpus, out) == 0
    second = report(out)
    assert second["states"] == {"unchanged": 6}
    assert times(out) == before
    for key in ("documents", "numbers", "targets", "doubts", "warnings"):
        assert second[key] == first[key]


def test_what_changed_is_read_again_and_nothing_else(corpus: Path, out: Path) -> None:
    run(corpus, out)
    first = results(out)
    before = (corpus / "b.txt").stat()
    (corpus / "b.txt").write_text(DECREE.format(value=90), "utf-8")  # another content, no more
    os.utime(corpus / "b.txt", ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (corpus / "b.txt").stat().st_size == before.st_size
    os.utime(corpus / "c.txt")  # another time only
    (out / "d.txt.json").write_text("{}")  # a result that was written over
    (out / "e.txt.json").unlink()  # a result that is gone
    (corpus / "g.txt").write_text(DECREE.format(value=50), "utf-8")
    assert run(corpus, out) == 0
    assert states(out) == {
        "a.txt": "unchanged",
        "b.txt": "changed",
        "c.txt": "unchanged",
        "d.txt": "changed",
        "e.txt": "new",
        "g.txt": "new",
        "xa/f.txt": "unchanged",
    }
    second = results(out)
    assert {name for name in second if second[name] != first.get(name)} == {"b.txt", "g.txt"}


def test_another_program_or_other_words_read_all_again(
    corpus: Path, out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(corpus, out)
    made_by = {entry["made_by"] for entry in report(out)["files"].values()}
    monkeypatch.setattr(version.validation, "schemas", lambda: {"another": {}})
    assert version.made_by(None) not in made_by
    monkeypatch.undo()
    assert {version.made_by(None)} == made_by
    monkeypatch.setattr(version.readers, "engines", lambda: ["/usr/bin/soffice 1 2"])
    assert version.made_by(None) not in made_by


def test_force_reads_all_again(corpus: Path, out: Path, core: Callable[[object], None]) -> None:
    run(corpus, out)
    read = out.parent / "read"
    core({"a.txt": read.touch})
    assert run(corpus, out) == 0
    assert not read.exists()
    assert run(corpus, out, "--force") == 0
    assert read.exists()
    assert report(out)["states"] == {"unchanged": 6}


@pytest.mark.parametrize("damage", ["", "[]", '{"files": 3}', '{"files": {"a.txt": {}}}', "\x00"])
def test_a_damaged_report_costs_nothing_but_time(corpus: Path, out: Path, damage: str) -> None:
    run(corpus, out)
    first = results(out)
    (out / "report.json").write_text(damage)
    assert run(corpus, out) == 0
    assert results(out) == first
    assert report(out)["states"] == {"unchanged": 6}


def test_files_outside_of_a_run_are_kept_in_the_report(corpus: Path, out: Path) -> None:
    run(corpus, out)
    assert run(corpus / "a.txt", out) == 0
    assert states(out) == dict.fromkeys(report(out)["files"], "kept") | {"a.txt": "unchanged"}
    assert run(corpus, out) == 0
    assert report(out)["states"] == {"unchanged": 6}


def test_a_file_is_read_once_whatever_leads_to_it(corpus: Path, out: Path, tmp_path: Path) -> None:
    (corpus / "again.txt").symlink_to(corpus / "a.txt")
    (corpus / "here").symlink_to(corpus, target_is_directory=True)
    (tmp_path / "way").symlink_to(corpus, target_is_directory=True)
    paths = [str(path) for path in (corpus, tmp_path / "way", corpus / "xa" / ".." / "b.txt")]
    assert main(["extract", *paths, "--out", str(out), "--quiet"]) == 0
    assert sorted(results(out)) == ["a.txt", "b.txt", "c.txt", "d.txt", "e.txt", "xa/f.txt"]


def test_results_inside_the_folder_that_is_read_are_no_sources(
    corpus: Path, tmp_path: Path
) -> None:
    out = corpus / "xa" / "results"
    (tmp_path / "way").symlink_to(out, target_is_directory=True)
    run(corpus, out)
    (out / "mine.txt").write_text(DECREE.format(value=50), "utf-8")
    assert run(corpus, tmp_path / "way") == 0
    assert report(out)["states"] == {"unchanged": 6}


# --------------------------------------------------------------------------- sources that are gone


def test_results_without_a_source_are_listed_and_removed_only_on_request(
    corpus: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(corpus, out)
    (corpus / "xa" / "f.txt").unlink()
    (out / "xa" / "notes.json").write_text("{}")  # of somebody else
    assert main(["extract", str(corpus), "--out", str(out)]) == 0
    assert "orphans" in (printed := capsys.readouterr().out)
    assert "xa/f.txt" in printed
    assert report(out)["orphans"] == ["xa/f.txt"]
    assert "xa/f.txt" in results(out)
    run(corpus / "a.txt", out)
    assert report(out)["orphans"] == []  # a run over one file knows nothing of the others
    assert run(corpus, out, "--remove-orphans") == 0
    assert set(results(out)) == {"a.txt", "b.txt", "c.txt", "d.txt", "e.txt", "xa/notes"}
    assert "xa/f.txt" not in states(out)


# --------------------------------------------------------------------------- bad files


def _hang() -> None:
    time.sleep(600)


def _eat() -> None:
    eaten = []
    while True:
        eaten.append(b"x" * 50_000_000)
        time.sleep(0.01)


@pytest.mark.parametrize("jobs", ["1", "3"])
@pytest.mark.parametrize(
    ("happens", "options", "code", "words"),
    [
        (lambda: os.kill(os.getpid(), signal.SIGSEGV), (), 22, "ended with SIGSEGV"),
        (lambda: os._exit(3), (), 22, "ended with code 3"),
        (_hang, ("--timeout", "3"), 20, "nothing of it was read in 3 s"),
        (_eat, ("--memory", "1200"), 21, "took more than 1200 MB of memory"),
    ],
)
def test_a_file_that_ends_its_process_costs_itself_alone(
    corpus: Path,
    out: Path,
    core: Callable[[object], None],
    capsys: pytest.CaptureFixture[str],
    happens: Callable[[], None],
    options: tuple[str, ...],
    code: int,
    words: str,
    jobs: str,
) -> None:
    run(corpus, out)
    core({"b.txt": happens})
    assert run(corpus, out, "--force", "--jobs", jobs, *options) == code
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"lỗi/error: {corpus / 'b.txt'}: ")
    assert words in line
    assert set(results(out)) == {"a.txt", "c.txt", "d.txt", "e.txt", "xa/f.txt"}
    entry = report(out)["files"]["b.txt"]
    assert entry["state"] == "failed"
    assert entry["error"]["code"] == code
    core({})
    assert run(corpus, out) == 0  # it is tried again
    assert report(out)["states"] == {"new": 1, "unchanged": 5}


def test_files_that_follow_a_bad_one_in_its_task_are_read(
    out: Path, tmp_path: Path, core: Callable[[object], None]
) -> None:
    """Files that a converter prepares together are given to one process together."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    page = "<html><body><p>Số: 1/KH-UBND</p><p>Phấn đấu đạt tối thiểu {}% hồ sơ.</p></body></html>"
    for value in range(41, 46):
        (folder / f"{value}.doc").write_text(page.format(value), "utf-8")
    core({"42.doc": lambda: os._exit(1), "44.doc": lambda: os._exit(1)})
    assert run(folder, out) == 22
    assert set(results(out)) == {"41.doc", "43.doc", "45.doc"}


# --------------------------------------------------------------------------- the same bytes always


def test_results_are_the_same_with_any_order_and_number_of_workers(
    corpus: Path, tmp_path: Path
) -> None:
    outs = [tmp_path / f"out-{jobs}" for jobs in ("1", "2", "5")]
    for out, jobs in zip(outs, ("1", "2", "5"), strict=True):
        assert run(corpus, out, "--jobs", jobs) == 0
    single = tmp_path / "one-by-one"
    for path in sorted(corpus.glob("*.txt"), reverse=True):
        run(path, single)
    assert results(outs[0]) == results(outs[1]) == results(outs[2])
    assert results(single).items() <= results(outs[0]).items()


def test_a_killed_run_leaves_whole_results_and_goes_on(tmp_path: Path) -> None:
    """Killed at twenty moments, over two runs that are not."""
    corpus, out, calm = tmp_path / "corpus", tmp_path / "out", tmp_path / "calm"
    corpus.mkdir()
    for value in range(24):
        (corpus / f"{value}.txt").write_text(DECREE.format(value=value) * 3, "utf-8")
    command = [sys.executable, "-m", "extract.cli", "extract", str(corpus), "--quiet", "--force"]
    begin = time.monotonic()
    assert subprocess.run([*command, "--out", str(calm)]).returncode == 0
    whole = time.monotonic() - begin
    moments = random.Random(7)
    for _ in range(20):
        killed = subprocess.Popen([*command, "--out", str(out), "--jobs", "2"])
        time.sleep(moments.uniform(0.2, 1.0) * whole)
        killed.kill()
        killed.wait()
        for path in store.result_files(out) if out.is_dir() else ():
            assert path.read_bytes() == (calm / path.name).read_bytes()
    subprocess.run([*command[:-1], "--out", str(out)], check=True)
    assert results(out) == results(calm)
    left = [path.name for path in out.iterdir() if path.name.startswith(".")]
    assert left == []
    time.sleep(0.5)
    lines = [" ".join(line.info["cmdline"] or ()) for line in psutil.process_iter(["cmdline"])]
    assert [line for line in lines if str(out) in line] == []
