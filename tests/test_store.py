"""Canonical JSON and writing whole files or none."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from extract import store
from extract.errors import DamagedFile, NotFound, Unwritable
from extract.model import (
    Agency,
    Baseline,
    Document,
    Due,
    Fragment,
    NumberEntry,
    PageLocator,
    Result,
    Signatory,
    SourceFile,
    Target,
    TextLocator,
    Threshold,
)

TARGET = Target(
    id="t1",
    origin="table",
    section=("I. LĨNH VỰC TRỒNG TRỌT",),
    ordinal="1",
    content="Sản lượng lương thực",
    indicator="Sản lượng lương thực",
    statement="Đạt trên 12.500 tấn",
    threshold=Threshold("level", "gt", 12500.0, unit="tấn", baseline=Baseline(year=2024)),
    applies_to=None,
    agencies=(Agency("implement", "Phòng Nông nghiệp huyện Bình Sơn Đông"),),
    due=Due("recurring", "Hàng quý", every=("P3M",)),
    result=None,
    note=None,
    source=(
        Fragment("statement", "Đạt trên 12.500 tấn", PageLocator(1, (70.0, 80.5, 90.0, 99.0))),
    ),
)
RESULT = Result(
    SourceFile("ke-hoach.pdf", "0" * 64, "pdf", 1, False),
    (
        Document(
            None,
            "kế hoạch",
            None,
            None,
            None,
            None,
            Signatory(None, "Trần Văn Nam"),
            targets=(TARGET,),
        ),
    ),
    (
        NumberEntry("1", "ordinal", TextLocator(0, 1)),
        NumberEntry("12.500", "target", TextLocator(4, 10), ("t1",)),
    ),
    (),
)


def test_only_the_keys_that_apply_stand_in_a_threshold_due_or_locator() -> None:
    target = store.result_json(RESULT)["documents"][0]["targets"][0]
    assert target["threshold"] == {
        "kind": "level",
        "comparator": "gt",
        "value": 12500,
        "unit": "tấn",
        "baseline": {"year": 2024},
    }
    assert target["due"] == {"kind": "recurring", "text": "Hàng quý", "every": ["P3M"]}
    assert set(target["source"][0]["locator"]) == {"page", "bbox"}
    assert set(target["source"][0]) == {"field", "quote", "locator"}


def test_a_target_and_a_document_hold_all_their_keys() -> None:
    document = store.result_json(RESULT)["documents"][0]
    assert document["number"] is None
    assert document["signatory"] == {"title": None, "name": "Trần Văn Nam"}
    assert document["targets"][0]["applies_to"] is None
    assert document["targets"][0]["doubts"] == []


def test_a_number_names_its_targets_only_where_it_has_some() -> None:
    first, second = store.result_json(RESULT)["numbers"]
    assert "target" not in first
    assert second["target"] == ["t1"]


def test_json_is_canonical() -> None:
    written = store.canonical(store.result_json(RESULT)).decode()
    assert '"value": 12500,' in written
    assert "80.5" in written
    assert "Sản lượng lương thực" in written
    assert written.endswith("}\n")
    assert list(json.loads(written)) == ["schema", "source", "documents", "numbers", "warnings"]


def test_a_value_that_is_no_number_is_not_written() -> None:
    broken = replace(TARGET, threshold=Threshold("level", "gt", float("nan")))
    document = replace(RESULT.documents[0], targets=(broken,))
    with pytest.raises(ValueError, match="no number"):
        store.result_json(replace(RESULT, documents=(document,)))


def test_two_sources_never_share_an_output() -> None:
    names = ["a.docx", "a.pdf", "a.txt", "sub/a.txt", "a"]
    assert len({store.output_path(Path("out"), name) for name in names}) == len(names)
    assert store.output_path(Path("out"), "2024/qd-145.docx") == Path("out/2024/qd-145.docx.json")


def test_the_same_bytes_are_not_written_again(tmp_path: Path) -> None:
    path = tmp_path / "2025" / "a.txt.json"
    assert store.write(path, b"{}\n") == "new"
    os.utime(path, (1, 1))
    assert store.write(path, b"{}\n") == "unchanged"
    assert path.stat().st_mtime == 1
    assert store.write(path, b"[]\n") == "changed"
    assert path.read_bytes() == b"[]\n"


def test_a_write_that_fails_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt.json"
    store.write(path, b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("extract.store.os.replace", full)
    with pytest.raises(Unwritable, match=r"No space left on device\); check the folder"):
        store.write(path, b"new")
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.txt.json"]


def test_an_output_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("")
    with pytest.raises(Unwritable):
        store.make_folder(tmp_path / "out")


def test_hidden_files_and_lock_files_are_left_out(tmp_path: Path) -> None:
    for name in ("b/c.txt", "a.txt", ".hidden.txt", ".git/x.txt", "~$a.docx"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found = [path.relative_to(tmp_path).as_posix() for path in store.files_under(tmp_path)]
    assert found == ["a.txt", "b/c.txt"]


def test_what_is_no_result_is_refused(tmp_path: Path) -> None:
    (tmp_path / "cut.json").write_text('{"schema": "1"')
    (tmp_path / "list.json").write_text("[]")
    with pytest.raises(DamagedFile):
        store.loaded_result(tmp_path / "cut.json")
    with pytest.raises(DamagedFile):
        store.loaded_result(tmp_path / "list.json")
    with pytest.raises(NotFound):
        store.loaded_result(tmp_path / "none.json")
