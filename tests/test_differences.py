"""What changed between two runs: what is found, how it is shown, where it is looked for."""

from __future__ import annotations

import copy
import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from extract import differences, pipeline, revisions, store
from extract.cli import main
from extract.errors import NoResult, NotFound
from tests.samples import CORPUS

OUTPUTS = CORPUS.parent / "outputs"
NAME = "docx/kh_77_tham_dinh_dat_dai.docx"


@pytest.fixture
def old() -> dict[str, Any]:
    return store.loaded_result(OUTPUTS / f"{NAME}.json")


@pytest.fixture
def new(old: dict[str, Any]) -> dict[str, Any]:
    """One target less, one more, one with another value, one that only moved."""
    made = copy.deepcopy(old)
    targets = made["documents"][0]["targets"]
    gone = targets.pop(0)
    targets.append({**gone, "id": "moi"})
    value = next(one for one in targets if one["threshold"].get("value") == 92)
    value["threshold"]["value"] = 95
    value["agencies"].pop()
    for fragment in targets[-2]["source"]:
        fragment["locator"]["start"] += 1
    return made


def folder(root: Path, name: str, **results: dict[str, Any]) -> Path:
    for stem, result in results.items():
        path = root / name / f"{stem}.docx.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(store.canonical(result))
    return root / name


def test_targets_are_compared_by_id_and_field_by_field(
    old: dict[str, Any], new: dict[str, Any]
) -> None:
    found = differences.difference("a", old, new)
    assert [target["id"] for target in found.added] == ["moi"]
    assert [target["id"] for target in found.removed] == [pipeline.targets(old)[0]["id"]]
    (changed,) = found.changed
    assert (changed.changes[0].old, changed.changes[0].new) == (92, 95)
    assert [one.field for one in changed.changes] == ["threshold.value", "agencies"]
    assert found.moved == 1
    assert found


def test_a_result_does_not_differ_from_itself(old: dict[str, Any]) -> None:
    assert not differences.difference("a", old, copy.deepcopy(old))


def test_what_changed_beside_the_targets_is_told(old: dict[str, Any]) -> None:
    new = copy.deepcopy(old)
    new["documents"][0]["number"] = "78/KH-SNNMT"
    new["source"]["sha256"] = "0" * 64
    next(one for one in new["numbers"] if one["text"] == "1022")["role"] = "unknown"
    new["warnings"].append({"code": "unknown_number", "message": "1022", "source": []})
    found = differences.difference("a", old, new)
    assert [(one.field, one.new) for one in found.other] == [
        ("source.sha256", "0" * 64),
        ("documents[0].number", "78/KH-SNNMT"),
        ("warnings.unknown_number", "1022"),
        ("numbers.1022", "unknown"),
    ]


def test_a_file_of_one_run_alone_is_added_or_removed_whole(old: dict[str, Any]) -> None:
    assert len(differences.difference("a", None, old).added) == len(pipeline.targets(old))
    assert len(differences.difference("a", old, None).removed) == len(pipeline.targets(old))


def test_two_folders(old: dict[str, Any], new: dict[str, Any], tmp_path: Path) -> None:
    before = folder(tmp_path, "before", a=old, b=old, c=old)
    after = folder(tmp_path, "after", a=old, b=new, d=old)
    (after / "a.docx.review.json").write_text("{")  # no result
    found = list(revisions.differences(str(before), str(after)))
    assert [one.file for one in found] == ["b.docx", "c.docx", "d.docx"]


def test_two_files_of_any_name(old: dict[str, Any], new: dict[str, Any], tmp_path: Path) -> None:
    one = folder(tmp_path, "before", a=old) / "a.docx.json"
    other = folder(tmp_path, "after", b=new) / "b.docx.json"
    (found,) = revisions.differences(str(one), str(other))
    assert found.file == "b.docx"
    assert len(found.changed) == 1


def test_two_revisions(
    old: dict[str, Any], new: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def git(*arguments: str) -> None:
        own = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
        subprocess.run(["git", *own, *arguments], cwd=tmp_path, check=True, capture_output=True)

    monkeypatch.chdir(tmp_path)
    git("init", "-q")
    folder(tmp_path, "outputs", a=old, **{"đất đai": old})
    git("add", "-A")
    git("commit", "-qm", "before")
    folder(tmp_path, "outputs", **{"đất đai": new})
    git("commit", "-qam", "after")
    places = [
        ("HEAD~1:outputs", "HEAD:outputs"),
        ("HEAD~1:outputs/", "outputs"),
        ("HEAD~1:outputs/đất đai.docx.json", "outputs/đất đai.docx.json"),
    ]
    for before, after in places:
        (found,) = revisions.differences(before, after)
        assert found.file == "đất đai.docx"
        assert len(found.changed) == 1
    assert list(revisions.differences("HEAD:outputs", "outputs")) == []


@pytest.mark.parametrize("place", ["none", "NOREV:outputs", "HEAD:none", "--help:x", "-x:y", ":"])
def test_places_that_are_not_there(place: str) -> None:
    with pytest.raises(NotFound):
        list(revisions.differences(place, str(OUTPUTS)))


def test_other_json_is_no_result(tmp_path: Path, old: dict[str, Any]) -> None:
    one = folder(tmp_path, "before", a=old) / "a.docx.json"
    for text in ("[]", "{}", '{"documents": [{}]}'):
        (tmp_path / "x.json").write_text(text)
        with pytest.raises(NoResult):
            list(revisions.differences(str(one), str(tmp_path / "x.json")))


def test_the_command(
    old: dict[str, Any], new: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, after = (
        str(folder(tmp_path, "before", a=old)),
        str(folder(tmp_path, "after", a=new)),
    )
    assert main(["diff", before, before]) == 0
    assert main(["diff", before, str(tmp_path / "none")]) == 3
    capsys.readouterr()
    assert main(["diff", before, after]) == 1
    printed = capsys.readouterr().out
    assert re.search(r"threshold\.value: 92 → 95", printed)
    assert printed.count("\n+ ") == printed.count("\n- ") == printed.count("\n~ ") == 1
    assert main(["diff", before, after, "--json"]) == 1
    (told,) = json.loads(capsys.readouterr().out)
    assert told["changed"][0]["changes"][0] == {"field": "threshold.value", "old": 92, "new": 95}
    assert told["added"][0]["id"] == "moi"


def test_the_page_shows_the_words_of_the_source(
    old: dict[str, Any], new: dict[str, Any], tmp_path: Path
) -> None:
    pytest.importorskip("jinja2", reason="needs the extra `review`")
    next(iter(pipeline.targets(new)))["statement"] = "<script>alert(1)</script>"
    before, after = folder(tmp_path, "before", a=old), folder(tmp_path, "after", a=new)
    page = tmp_path / "khac.html"
    assert main(["diff", str(before), str(after), "--html", str(page)]) == 1
    text = page.read_text("utf-8")
    assert "<del>92</del>" in text
    assert "<ins>95</ins>" in text
    assert "<q>Tối thiểu 92%</q>" in text
    assert "<script" not in text
    assert "&lt;script&gt;" in text
    assert not re.search(r"https?://", text)
