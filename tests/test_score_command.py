"""``chitieu score`` as a user meets it: labels, drafts, tables, floors, exit codes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extract import validation
from extract.cli import main
from extract.scoring.comparison import score
from extract.scoring.drafts import draft, draft_bytes
from tests.samples import FILES, LABELS, STEMS, gold, sample

DECREE = """ỦY BAN NHÂN DÂN
XÃ TÂN HÒA BẮC
Số: 31/KH-UBND
Tân Hòa Bắc, ngày 12 tháng 02 năm 2025

KẾ HOẠCH
Chăm sóc người cao tuổi năm 2025

Stt\tNội dung\tChỉ tiêu năm 2025\tCơ quan thực hiện
1\tNgười cao tuổi được khám sức khỏe\tTối thiểu 85%\tTrạm Y tế xã
2\tNgười cao tuổi có thẻ bảo hiểm y tế\tTrên 98%\tPhòng Văn hóa - Xã hội
"""
TARGETS: list[dict[str, Any]] = [
    {
        "origin": "table",
        "ordinal": "1",
        "content": "Người cao tuổi được khám sức khỏe",
        "quote": "Người cao tuổi được khám sức khỏe",
        "threshold": {"kind": "level", "comparator": "ge", "value": 85, "unit": "%"},
        "agencies": [{"role": "implement", "name": "Trạm Y tế xã"}],
        "due": None,
    },
    {
        "origin": "table",
        "quote": "thẻ bảo hiểm y tế",
        "threshold": {"kind": "level", "comparator": "gt", "value": 98, "unit": None},
    },
]
Run = Callable[..., int]


@pytest.fixture
def labels(tmp_path: Path) -> Path:
    folder = tmp_path / "labels"
    folder.mkdir()
    return folder


@pytest.fixture
def outputs(tmp_path: Path) -> Path:
    return tmp_path / "outputs"


@pytest.fixture
def run(labels: Path, outputs: Path) -> Run:
    return lambda *options: main(["score", str(labels), str(outputs), *map(str, options)])


def extract(outputs: Path, *names: str, text: str = DECREE) -> None:
    """Writes the result of ``text`` as read from files of these names."""
    corpus = outputs.parent / "corpus"
    for name in names:
        path = corpus / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page(text) if name.endswith(".html") else text, "utf-8")
    assert main(["extract", str(corpus), "--out", str(outputs), "--quiet"]) == 0


def page(text: str) -> str:
    """The lines of ``text`` as a web page."""
    lines = [
        "<tr><td>" + line.replace("\t", "</td><td>") + "</td></tr>"
        if "\t" in line
        else f"<p>{line}</p>"
        for line in text.splitlines()
    ]
    body = "".join(lines).replace("</p><tr>", "</p><table border=1><tr>") + "</table>"
    return f"<!DOCTYPE html><html><body>{body}</body></html>"


def label(path: Path, targets: list[dict[str, Any]] = TARGETS, **keys: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    document = {"number": "31/KH-UBND", "date": "2025-02-12", "targets": targets}
    text = json.dumps({"documents": [document], **keys}, ensure_ascii=False)
    path.write_text(text, "utf-8-sig")  # as some editors write it


def wrong(value: float) -> list[dict[str, Any]]:
    """The labels with another value in the first."""
    threshold = {**TARGETS[0]["threshold"], "value": value}
    return [{**TARGETS[0], "threshold": threshold}, TARGETS[1]]


def scored(run: Run, capsys: pytest.CaptureFixture[str], *options: object) -> dict[str, Any]:
    capsys.readouterr()
    assert run("--json", *options) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


# --------------------------------------------------------------------------- what is printed


def test_a_table_by_format_and_layout(
    labels: Path, outputs: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    extract(outputs, "a.txt", "b.txt")
    label(labels / "a.gold.json", layout="column")
    label(labels / "b.gold.json", layout=["column", "commune"], targets=wrong(90))
    assert run() == 0
    rows = {
        line[:20].strip(): line.split()[-10:]
        for line in capsys.readouterr().out.splitlines()
        if line[:1] == " "
    }
    half = ["1", "50.0", "50.0", "50.0", "-", "50.0", "100.0", "-", "1", "0.0"]
    both = ["2", "75.0", "75.0", "75.0", "-", "75.0", "100.0", "-", "1", "0.0"]
    assert rows["commune"] == half
    assert rows["column"] == rows["txt"] == rows["tất cả / all"] == both


def test_mistakes_say_what_was_labelled_and_what_was_read(
    labels: Path, outputs: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    extract(outputs, "a.txt")
    targets = wrong(90)
    targets[0]["due"] = {"kind": "ongoing"}
    targets[1] = {**TARGETS[1], "due": {"kind": "fixed", "end": "2025-06-30"}}
    label(labels / "a.gold.json", targets=[*targets, {**TARGETS[1], "quote": "hội nghị"}])
    assert run("--mistakes") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:4] == [
        "a.txt",
        "  sai ngầm/silent STT 1 «Người cao tuổi được khám sức khỏe»: nhãn/labelled ≥ 90 %, "
        "đọc/read ≥ 85 %",
        '  sai/wrong due «thẻ bảo hiểm y tế»: nhãn/labelled {"kind": "fixed", "end": '
        '"2025-06-30"}, đọc/read -',
        "  thiếu/missed «hội nghị»: nhãn/labelled > 98, đọc/read -",
    ]


def test_json_has_every_group_file_and_mistake(
    labels: Path, outputs: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    extract(outputs, "a.txt")
    label(labels / "a.gold.json", layout="column", targets=wrong(90))
    found = scored(run, capsys)
    figures = {"precision": 0.5, "recall": 0.5, "f1": 0.5, "found": 1, "missed": 1, "extra": 1}
    assert found["total"]["measurable"] == figures
    assert found["formats"]["txt"] == found["total"]
    assert found["layouts"]["column"]["txt"] == found["total"]
    assert found["layouts"]["column"]["silent_errors"] == 1
    (file,) = found["files"]
    (mistake,) = file["mistakes"]
    assert (file["file"], file["format"]) == ("a.txt", "txt")
    assert (mistake["labelled"]["value"], mistake["read"]["value"]) == (90, 85)
    assert mistake["silent"]


# --------------------------------------------------------------------------- files and folders


def test_every_format_of_a_decree_is_scored_with_its_label(
    labels: Path, outputs: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    extract(outputs, "text/a.txt", "web/a.html")
    label(labels / "a.gold.json")
    found = scored(run, capsys)
    assert [file["file"] for file in found["files"]] == ["text/a.txt", "web/a.html"]
    assert found["total"]["files"] == 2
    assert {*found["formats"]} == {"html", "txt"}


def test_decrees_of_one_name_are_told_apart_by_their_folders(
    labels: Path, outputs: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    extract(outputs, "2024/a.txt")
    extract(outputs, "2025/a.txt", text=DECREE.replace("85%", "90%"))
    label(labels / "2024" / "a.gold.json")
    assert run() == 0
    told = capsys.readouterr().err
    assert "2024/a.txt and 2025/a.txt are both scored with" in told
    label(labels / "2025" / "a.gold.json", targets=wrong(90))
    assert run() == 0
    assert "both" not in capsys.readouterr().err
    assert scored(run, capsys)["total"]["perfect"] == 1
    label(labels / "old" / "a.gold.json")
    label(labels / "older" / "a.gold.json")
    extract(outputs, "a.txt")
    assert run() == 25
    assert "a.gold.json are both labels for a.txt" in capsys.readouterr().err


def test_a_label_may_be_for_one_format(
    labels: Path, outputs: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    extract(outputs, "a.txt", "a.html")
    label(labels / "a.gold.json")
    label(labels / "a.html.gold.json", targets=[])
    found = scored(run, capsys)
    assert [file["label"] for file in found["files"]] == [
        str(labels / "a.html.gold.json"),
        str(labels / "a.gold.json"),
    ]


def test_what_has_no_label_or_no_result_is_said(
    labels: Path, outputs: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    extract(outputs, "a.txt", "b.txt")
    label(labels / "a.gold.json")
    label(labels / "gone.gold.json")
    assert run() == 0
    told = capsys.readouterr().err.splitlines()
    assert told == [
        f"không có kết quả/no result: {labels / 'gone.gold.json'}: all missed",
        "không có nhãn/no label: b.txt",
    ]
    found = scored(run, capsys)
    assert found["total"]["measurable"]["missed"] == 2
    assert found["formats"]["txt"]["measurable"]["missed"] == 0


def test_a_label_and_a_result_may_be_given_by_themselves(
    labels: Path, outputs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    extract(outputs, "a.txt", "b.txt")
    label(labels / "a.gold.json")
    label(labels / "b.gold.json", targets=[])
    paths = [str(labels / "a.gold.json"), str(outputs / "a.txt.json")]
    assert main(["score", *paths, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["total"]["perfect"] == 1


def test_a_file_that_is_no_result_stops_nothing(
    labels: Path, outputs: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    extract(outputs, "a.txt")
    label(labels / "a.gold.json")
    (outputs / "b.txt.json").write_text("{}")
    assert run() == 14
    printed = capsys.readouterr()
    assert f"lỗi/error: {outputs / 'b.txt.json'}: $: 'schema' is a required" in printed.err
    assert "tất cả / all" in printed.out


@pytest.mark.parametrize("missing", ["labels", "outputs"])
def test_a_folder_with_nothing_in_it(
    labels: Path, outputs: Path, run: Run, capsys: pytest.CaptureFixture[str], missing: str
) -> None:
    if missing == "outputs":
        label(labels / "a.gold.json")
    else:
        extract(outputs, "a.txt")
    assert run() == 3
    assert str(labels if missing == "labels" else outputs) in capsys.readouterr().err


# --------------------------------------------------------------------------- labels that are none


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"quotes": "x"}, "documents[0].targets[1]: Additional properties are not allowed"),
        ({"origin": "text"}, "targets[1].origin: 'text' is not one of ['table', 'prose'] («thẻ b"),
        ({"threshold": {"kind": "level", "comparator": "ge"}}, "threshold: 'value' is a required"),
        ({"threshold": {"kind": "task", "value": 3}}, "targets[1].threshold: {'kind': 'task'"),
        ({"threshold": {"kind": "range", "value": 3}}, "threshold: 'max' is a required"),
        ({"threshold": {"kind": "change", "value": 3}}, "threshold: 'direction' is a required"),
        ({"due": {"kind": "fixed"}}, "targets[1].due: 'start' is a required property"),
        ({"due": {"kind": "recurring"}}, "targets[1].due: 'every' is a required property"),
        ({"agencies": [{"name": "UBND xã"}]}, "agencies[0]: 'role' is a required property"),
    ],
)
def test_a_wrong_label_is_told_with_its_key(
    labels: Path,
    outputs: Path,
    run: Run,
    capsys: pytest.CaptureFixture[str],
    changes: dict[str, Any],
    said: str,
) -> None:
    extract(outputs, "a.txt")
    label(labels / "a.gold.json", targets=[TARGETS[0], {**TARGETS[1], **changes}])
    (labels / "b.gold.json").write_text('{"documents": [,]}')
    assert run() == 25
    printed = capsys.readouterr()
    first, second = printed.err.splitlines()
    assert first.startswith(f"lỗi/error: {labels / 'a.gold.json'}: ")
    assert said in first
    assert second.startswith(f"lỗi/error: {labels / 'b.gold.json'}: not a JSON file (")
    assert "line 1 column 16" in second
    assert printed.out == ""


def test_a_label_without_a_quote_is_told(
    labels: Path, outputs: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    extract(outputs, "a.txt")
    label(labels / "a.gold.json", targets=[{"origin": "prose", "threshold": {"kind": "task"}}])
    assert run() == 25
    assert "targets[0]: 'quote' is a required property; correct it" in capsys.readouterr().err


@pytest.mark.parametrize("stem", STEMS)
def test_the_labels_of_the_samples_keep_the_schema(stem: str) -> None:
    assert validation.issues(gold(stem), validation.GOLD) == []
    assert gold(stem)["layout"]


# --------------------------------------------------------------------------- floors


def test_a_figure_below_its_floor(
    labels: Path, outputs: Path, run: Run, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    extract(outputs, "a.txt")
    label(labels / "a.gold.json", targets=wrong(90))
    floors = tmp_path / "floors.toml"
    floors.write_text("[formats.txt]\nmeasurable_f1 = 0.6\ndocuments = 1\nperfect = 0.3\n")
    assert run("--floors", floors) == 1
    assert capsys.readouterr().err.splitlines() == [
        "giảm/fell: formats.txt.measurable_f1 is 0.5, its floor is 0.6",
        "tăng/rose: formats.txt.perfect = 0.5 (raise the floor)",
    ]
    floors.write_text("[formats.txt]\nmeasurable_f1 = 0.5\n")
    assert scored(run, capsys, "--floors", floors)["fallen"] == []
    floors.write_text("[formats.txt]\nmeasurable = 0.5\n")
    assert run("--floors", floors) == 25
    assert f"{floors}: formats.txt.measurable is no number for one of" in capsys.readouterr().err
    assert run("--floors", tmp_path / "none.toml") == 3


def test_floors_of_the_samples_hold_for_the_outputs() -> None:
    floors = LABELS.parent / "floors.toml"
    outputs = LABELS.parents[1] / "outputs"
    assert main(["score", str(LABELS), str(outputs), "--floors", str(floors)]) == 0


# --------------------------------------------------------------------------- drafts


def test_a_draft_is_begun_corrected_and_scored(
    labels: Path, outputs: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    extract(outputs, "2025/a.txt", "2025/b.txt", "2025/b.html")
    label(labels / "b.gold.json")
    before = (labels / "b.gold.json").read_bytes()
    assert run("--new") == 0
    printed = capsys.readouterr()
    assert printed.out.splitlines() == [str(labels / "a.gold.json")]
    assert printed.err.count("đã có nhãn/labelled already: 2025/b.") == 2
    assert (labels / "b.gold.json").read_bytes() == before

    begun = (labels / "a.gold.json").read_text("utf-8")
    assert '"quote": "Trên 98%",\n' in begun
    assert run() == 0
    told = capsys.readouterr().err
    assert 'nhãn nháp/draft labels (correct them, then delete "draft"): 2025/a.txt' in told
    (labels / "a.gold.json").write_text(begun.replace(' "draft": true,\n', ""), "utf-8")
    found = scored(run, capsys)
    assert found["drafts"] == []
    assert found["files"][0]["file"] == "2025/a.txt"
    assert found["files"][0]["mistakes"] == []

    assert run("--new") == 0
    assert capsys.readouterr().out == ""


def test_a_draft_goes_into_a_folder_that_is_made(
    outputs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    extract(outputs, "a.txt")
    result, folder = outputs / "a.txt.json", tmp_path / "new" / "labels"
    assert main(["score", str(folder), str(result), "--new"]) == 0
    assert [path.name for path in folder.iterdir()] == ["a.gold.json"]
    assert main(["score", str(folder / "a.gold.json"), str(result), "--new"]) == 3
    assert "is no folder" in capsys.readouterr().err


@pytest.mark.parametrize(("kind", "stem"), FILES)
def test_a_draft_agrees_with_its_result(kind: str, stem: str) -> None:
    result = sample(stem, kind).result
    begun = json.loads(draft_bytes(draft(result)))
    assert begun == draft(result)
    assert validation.issues(begun, validation.GOLD) == []
    assert begun["draft"]
    found = score(begun, result)
    assert found.mistakes == []
    assert found.perfect.total == len(sample(stem, kind).targets)
    assert all(1 <= len(t["quote"].split()) <= 24 for d in begun["documents"] for t in d["targets"])
