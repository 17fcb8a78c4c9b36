"""Canonical JSON and writing whole files or none."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

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


def _long(targets: int, numbers: int) -> Result:
    """Two documents of so many targets and an empty one, whose texts look like the JSON's own."""
    quote = '"targets": []\n      "targets": []\n  "numbers": []'
    of = tuple(replace(TARGET, id=f"t{at}", note=quote) for at in range(targets))
    document = replace(RESULT.documents[0], targets=of)
    entries = tuple(NumberEntry(str(at), "date", TextLocator(at, at + 1)) for at in range(numbers))
    documents = (document, RESULT.documents[0], replace(document, targets=()))
    return replace(RESULT, documents=documents, numbers=entries)


@pytest.mark.parametrize(
    "result",
    [RESULT, replace(RESULT, documents=(), numbers=()), _long(200, 400), _long(201, 1)],
    ids=["one", "nothing", "whole parts", "a rest"],
)
def test_the_parts_of_a_result_are_its_canonical_bytes(result: Result) -> None:
    parts = list(store.result_parts(result))
    assert b"".join(parts) == store.canonical(store.result_json(result))


def test_every_part_of_a_result_is_checked_as_a_small_result() -> None:
    checked: list[dict[str, Any]] = []
    result = _long(450, 450)
    whole = b"".join(store.result_parts(result, checked.append))
    targets = [t["id"] for part in checked for d in part["documents"] for t in d["targets"]]
    assert targets == [*(f"t{at}" for at in range(450)), "t1"]
    assert [n["text"] for part in checked for n in part["numbers"]] == list(map(str, range(450)))
    assert all(list(part) == list(json.loads(whole)) for part in checked)
    assert max(len(store.canonical(part)) for part in checked) < len(whole) / 2


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


def test_parts_that_break_off_leave_the_old_file_and_no_other(tmp_path: Path) -> None:
    path = tmp_path / "a.txt.json"
    assert store.write_parts(path, [b"o", b"ld"]) == ("new", store.sha256(b"old"))

    def parts() -> Iterator[bytes]:
        yield b"new"
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011
        store.write_parts(path, parts())
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.txt.json"]
    assert store.write_parts(path, [b"old"]) == ("unchanged", store.sha256(b"old"))


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
