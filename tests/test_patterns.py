"""Words of the user's own: what a pattern file changes, and that it changes nothing else."""

from __future__ import annotations

import hashlib
import json
import pickle
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from extract import extract_file, pipeline
from extract.agencies import is_agency, named_agencies
from extract.cli import main
from extract.errors import BadPatterns, EmptyFile, ExtractError, NoSpacy
from extract.model import Text
from extract.patterns import Patterns, spans, using
from extract.sentences import demanded
from extract.sentences.meanings import meaning
from extract.thresholds import measures
from tests.samples import CORPUS, sample_of

pytest.importorskip("spacy", reason="the extra `patterns` is not installed")

CLUSTER = "Cụm thi đua Phòng Nội vụ, Phòng Tư pháp và Thanh tra huyện"
DECREE = f"""ỦY BAN NHÂN DÂN
HUYỆN BÌNH SƠN ĐÔNG
Số: 31/KH-UBND
Bình Sơn Đông, ngày 14 tháng 01 năm 2025

KẾ HOẠCH
Phát triển điện mặt trời mái nhà năm 2025

Mỗi xã lắp đặt tối thiểu 50kWp trong năm.
Thống kê sơ bộ tối thiểu 85% hộ dân đã đăng ký.

Stt\tNội dung\tChỉ tiêu năm 2025\tCơ quan thực hiện
1\tTỷ lệ thôn có điện mặt trời\tTối thiểu 70%\t{CLUSTER}
"""
OWN = (
    {"label": "AGENCY", "pattern": CLUSTER},
    {"label": "UNIT", "pattern": "kWp"},
    {"label": "RESULT", "pattern": [{"LOWER": w} for w in ("thống", "kê", "sơ", "bộ")]},
)


def lines(*rows: dict[str, Any]) -> bytes:
    return "\n".join(json.dumps(row, ensure_ascii=False) for row in rows).encode()


def patterns(*rows: dict[str, Any]) -> Patterns:
    return Patterns(lines(*rows), "words.jsonl")


def found(string: str, *rows: dict[str, Any]) -> list[tuple[str, str]]:
    with using(patterns(*rows)):
        return [(label, string[start:end]) for label, start, end in spans(string)]


# --------------------------------------------------------------------------- spans


def test_without_a_file_there_are_no_spans() -> None:
    assert spans("Ước đạt 70%") == ()


def test_phrases_and_token_patterns() -> None:
    string = "Thống kê sơ bộ: VNPT Bình Sơn lắp 50kWp, 7.200 kWp/năm"
    assert found(string, *OWN, {"label": "AGENCY", "pattern": "VNPT Bình Sơn"}) == [
        ("RESULT", "Thống kê sơ bộ"),
        ("AGENCY", "VNPT Bình Sơn"),
        ("UNIT", "kWp"),
        ("UNIT", "kWp"),
    ]


def test_the_longer_of_two_that_overlap_counts() -> None:
    short = {"label": "RESULT", "pattern": "ước đạt"}
    long = {"label": "GOAL", "pattern": "ước đạt và vượt"}
    assert found("ước đạt và vượt 70%", short, long) == [("GOAL", "ước đạt và vượt")]


@pytest.mark.parametrize(
    ("pattern", "string"),
    [
        ("quyết tâm", "QUYẾT TÂM đạt 70%"),
        ("Quyết  tâm", "quyết tâm đạt 70%"),
        ("bồn nước", "12 bồn nước/thôn"),
        ("bồn nước", "(bồn nước)./."),
        ("tủ m2", "12 tủ m2"),
        ("hoà mạng", "Hòa mạng 70%"),
        ("hòa mạng", "Hoà mạng 70%"),
        ("Quý III", "Quý III/2025"),
    ],
)
def test_a_phrase_fits(pattern: str, string: str) -> None:
    ((_, text),) = found(string, {"label": "GOAL", "pattern": pattern})
    assert text.lower() in string.lower()
    assert len(text.split()) == 2


@pytest.mark.parametrize("string", ["nước đạt 70%", "ước đạt70", "ước đạtt", "dự ước", "m 2"])
def test_a_phrase_never_fits_part_of_a_word(string: str) -> None:
    own = {"label": "RESULT", "pattern": "ước đạt"}, {"label": "UNIT", "pattern": "m2"}
    assert found(string, *own) == []


def test_white_space_does_not_move_a_span() -> None:
    assert found("  50 \t kWp ", *OWN) == [("UNIT", "kWp")]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_diacritics_may_be_composed_or_not_in_the_file(form: Any) -> None:
    rows: list[dict[str, Any]] = [
        {"label": "AGENCY", "pattern": unicodedata.normalize(form, "Tổ hợp Rừng Xanh, Biển Bạc")},
        {"label": "GOAL", "pattern": [{"LOWER": unicodedata.normalize(form, "gắng")}]},
        {"label": "UNIT", "pattern": [{"LOWER": {"IN": [unicodedata.normalize(form, "bồn")]}}]},
    ]
    string = "Tổ hợp Rừng Xanh, Biển Bạc gắng lắp 12 bồn"
    assert found(string, *rows) == [
        ("AGENCY", "Tổ hợp Rừng Xanh, Biển Bạc"),
        ("GOAL", "gắng"),
        ("UNIT", "bồn"),
    ]


def test_a_worker_process_gets_them() -> None:
    own = pickle.loads(pickle.dumps(patterns(*OWN)))
    assert own.spans("50kWp") == (("UNIT", 2, 5),)


# --------------------------------------------------------------------------- what they change


def names(cell: str) -> tuple[list[str], list[str]]:
    """The agencies of a cell, and what of it is no agency."""
    named = named_agencies(Text(cell), "implement")
    return [f"{role} {name}" for role, name in named.names], [str(left) for left in named.unread]


def test_an_agency_is_one_however_many_its_name_holds() -> None:
    cell = f"{CLUSTER} chủ trì, phối hợp với Phòng Kinh tế"
    before, left = names(cell)
    assert len(before) > 2
    assert left
    assert not is_agency(CLUSTER)
    with using(patterns(*OWN)):
        assert names(cell) == ([f"lead {CLUSTER}", "coordinate Phòng Kinh tế"], [])
        assert is_agency(CLUSTER)
    assert names(cell) == (before, left)


def test_an_agency_may_begin_as_a_role_does_and_stand_inside_a_name() -> None:
    own = {"label": "AGENCY", "pattern": "Phối hợp Xanh"}, {"label": "AGENCY", "pattern": "Tơ, Lụa"}
    with using(patterns(*own)):
        assert names("Phối hợp Xanh; Phòng Kinh tế") == (
            ["implement Phối hợp Xanh", "implement Phòng Kinh tế"],
            [],
        )
        assert names("Hợp tác xã Tơ, Lụa") == (["implement Hợp tác xã Tơ, Lụa"], [])


def test_what_stands_beside_an_agency_of_ones_own_is_not_lost() -> None:
    with using(patterns(*OWN)):
        assert names(f"{CLUSTER} bảng số 5")[1] == ["bảng số 5"]


def test_a_unit_is_known_and_its_doubt_goes_away() -> None:
    string = "Cấp ít nhất 12 bồn trữ nước inox loại lớn"
    (before,) = measures(string)
    assert before.doubts == ("unclear_unit",)
    with using(patterns({"label": "UNIT", "pattern": "bồn trữ nước"})):
        (measure,) = measures(string)
        assert (measure.threshold.unit, measure.doubts) == ("bồn trữ nước", ())
    assert measures(string) == (before,)


def test_a_unit_may_touch_its_number_and_stand_over_another() -> None:
    string = "Lắp tối thiểu 1,5kWp/hộ, không quá 05 kWp"
    with using(patterns(*OWN)):
        found = [measure.threshold for measure in measures(string)]
    assert [(t.comparator, t.value, t.unit) for t in found] == [
        ("ge", 1.5, "kWp/hộ"),
        ("le", 5, "kWp"),
    ]


def test_the_longer_unit_counts_whosever_it_is() -> None:
    with using(patterns({"label": "UNIT", "pattern": "hợp"})):
        (measure,) = measures("Thành lập ít nhất 02 hợp tác xã")
    assert measure.threshold.unit == "hợp tác xã"


def test_a_result_is_no_target() -> None:
    string = "Thống kê sơ bộ tối thiểu 85% hộ dân dùng nước sạch"
    assert demanded(string)
    with using(patterns(*OWN)):
        assert demanded(string) == []
    assert demanded(string)


@pytest.mark.parametrize("label", ["GOAL", "RESULT", "CONDITION", "AMOUNT"])
def test_a_cue_counts_at_its_place_and_before_one_of_the_vocabulary(label: str) -> None:
    string = "Phấn đấu hộ nghèo còn 5%, phấn đấu thử việc làm mới 70%"
    with using(patterns({"label": label, "pattern": "đấu thử"})):
        assert meaning(string, string.index("5%")) == "goal"
        assert meaning(string, string.index("70%")) == label.lower()


def test_the_cue_of_a_goal_is_no_part_of_the_indicator() -> None:
    string = "Quyết tâm hộ dân dùng nước sạch đạt trên 95%"
    data = DECREE.replace("Mỗi xã lắp đặt tối thiểu 50kWp trong năm", string).encode()

    def indicators() -> list[str]:
        targets = sample_of(data, "a.txt").targets
        return [t["indicator"] for t in targets if t["threshold"]["value"] == 95]

    assert indicators() == [string.removesuffix(" đạt trên 95%")]
    with using(patterns({"label": "GOAL", "pattern": "quyết tâm"})):
        assert indicators() == ["hộ dân dùng nước sạch"]


# --------------------------------------------------------------------------- the command


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(DECREE, "utf-8")
    (tmp_path / "words.jsonl").write_bytes(lines(*OWN))
    return tmp_path


def extracted(folder: Path, *options: str) -> dict[str, Any]:
    out = folder / "out"
    assert main(["extract", str(folder / "in"), "--out", str(out), "--quiet", *options]) == 0
    result: dict[str, Any] = json.loads((out / "a.txt.json").read_text("utf-8"))
    return result


def said(result: dict[str, Any]) -> list[tuple[Any, Any]]:
    return [(t["threshold"]["value"], t["threshold"]["unit"]) for t in pipeline.targets(result)]


def test_the_command_reads_by_the_file_and_says_so(folder: Path) -> None:
    words = folder / "words.jsonl"
    before = extracted(folder)
    used = extracted(folder, "--patterns", str(words))
    assert sorted(said(before)) == [(70, "%"), (85, "%")]
    assert sorted(said(used)) == [(50, "kWp"), (70, "%")]
    assert [t["agencies"] for t in pipeline.targets(used) if t["agencies"]] == [
        [{"role": "implement", "name": CLUSTER}]
    ]
    assert all(target["doubts"] == [] for target in pipeline.targets(used))
    assert "patterns" not in before["source"]
    assert used["source"]["patterns"] == hashlib.sha256(words.read_bytes()).hexdigest()
    assert main(["validate", str(folder / "out")]) == 0
    assert main(["verify", str(folder / "out"), "--sources", str(folder / "in")]) == 0
    assert extracted(folder) == before


def test_a_decree_in_decomposed_letters_gives_the_same(folder: Path) -> None:
    options = ("--patterns", str(folder / "words.jsonl"))
    composed = extracted(folder, *options)
    (folder / "in" / "a.txt").write_text(unicodedata.normalize("NFD", DECREE), "utf-8")
    decomposed = extracted(folder, *options)
    assert said(decomposed) == said(composed)
    assert main(["verify", str(folder / "out"), "--sources", str(folder / "in")]) == 0


def test_from_python(folder: Path) -> None:
    path = folder / "in" / "a.txt"
    assert extract_file(path, folder / "words.jsonl") == extracted(
        folder, "--patterns", str(folder / "words.jsonl")
    )
    assert extract_file(path) == extracted(folder)


def test_one_file_of_patterns_leaves_nothing_to_the_next(folder: Path) -> None:
    samples = sorted((CORPUS / "txt").glob("*.txt"))[:4]
    own = {name: folder / f"{name}.jsonl" for name in ("first", "second")}
    own["first"].write_bytes(lines({"label": "RESULT", "pattern": "tối thiểu"}, *OWN))
    own["second"].write_bytes(
        lines({"label": "AGENCY", "pattern": "huyện"}, {"label": "GOAL", "pattern": "tỷ lệ"})
    )
    ways = (None, own["first"], own["second"])
    read = {way: [extract_file(path, way) for path in samples] for way in ways}
    assert read[None] != read[own["first"]]
    for way in (own["second"], None, own["first"], None):
        assert [extract_file(path, way) for path in samples] == read[way]
    program = "import sys, json, extract; print(json.dumps(extract.extract_file(*sys.argv[1:])))"
    command = [sys.executable, "-c", program, str(samples[0]), str(own["first"])]
    alone = subprocess.run(command, check=True, capture_output=True, text=True)
    assert json.loads(alone.stdout) == read[own["first"]][0]


def test_a_failure_leaves_no_patterns_behind() -> None:
    def fail() -> None:
        with using(patterns(*OWN)):
            assert spans("50kWp")
            raise ValueError

    with pytest.raises(ValueError, match=r"^$"):
        fail()
    assert spans("50kWp") == ()


def test_spacy_is_loaded_only_for_a_file(folder: Path) -> None:
    program = (
        "import sys; from extract.cli import main; main(sys.argv[1:]);"
        "print('loaded' if {'spacy', 'numpy'} & set(sys.modules) else 'not loaded')"
    )
    command = [sys.executable, "-c", program, "extract", str(folder / "in"), "--quiet"]
    command += ["--out", str(folder / "out")]
    for options, answer in (
        ([], "not loaded"),
        (["--patterns", str(folder / "words.jsonl")], "loaded"),
    ):
        ended = subprocess.run([*command, *options], check=True, capture_output=True, text=True)
        assert ended.stdout.split("\n")[-2] == answer
        assert ended.stderr == ""


# --------------------------------------------------------------------------- what is refused


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"label": "NGAY", "pattern": "a"}', '"NGAY" is no label; the labels are AGENCY, UNIT, '),
        ('{"label": "UNIT", "patern": "a"}', 'not of the form {"label": ..., "pattern": ...}'),
        ('["UNIT", "a"]', 'not of the form {"label": ..., "pattern": ...}'),
        ('{"label": "UNIT", "pattern": }', "no JSON object ("),
        ('{"label": "UNIT", "pattern": 5}', "a pattern is a string or a list of tokens"),
        ('{"label": "UNIT", "pattern": " "}', "the pattern is empty"),
        ('{"label": "UNIT", "pattern": []}', "the pattern is empty"),
        ('{"label": "UNIT", "pattern": [{"LOWR": "a"}]}', "LOWR"),
        ('{"label": "UNIT", "pattern": [{"pos": "NOUN"}]}', "POS needs a trained model"),
        ('{"label": "UNIT", "pattern": [{"TEXT": {"REGEX": "("}}]}', "missing )"),
        ('{"label": "UNIT", "pattern": ["a"]}', "dictionary"),
        ('{"label": "UNIT", "pattern": "\\ud800"}', "no JSON object ("),
        ('{"label": "UNIT", "pattern": ' + "[" * 5000, "no JSON object ("),
        ('{"label": "GOAL", "pattern": "BỒN"}', "GOAL, but the same pattern is UNIT in line 1"),
    ],
)
def test_a_line_that_is_no_pattern_is_named(line: str, said: str) -> None:
    data = b'{"label": "UNIT", "pattern": "b\xe1\xbb\x93n"}\r\n\n' + line.encode()
    with pytest.raises(BadPatterns) as raised:
        Patterns(data, "tu/words.jsonl")
    told = str(raised.value)
    assert told.startswith("tu/words.jsonl, line 3: ")
    assert said in told
    assert "\n" not in told


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(BadPatterns, match="line 2: not UTF-8"):
        Patterns(lines(OWN[0]) + b"\n\xff", "words.jsonl")


@pytest.mark.parametrize("data", [b"", b" \n\n", b"\xef\xbb\xbf"])
def test_a_file_without_patterns_is_refused(data: bytes) -> None:
    with pytest.raises(EmptyFile, match="no pattern in this file"):
        Patterns(data, "words.jsonl")


def test_a_byte_order_mark_and_ids_are_taken() -> None:
    row = {"label": "UNIT", "pattern": "kWp", "id": "kilowatt-peak"}
    assert Patterns(b"\xef\xbb\xbf" + lines(row), "words.jsonl").spans("5 kWp")


def test_without_spacy_the_remedy_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(NoSpacy, match=r"need spaCy .*; run .*\[patterns\]"):
        patterns(*OWN)


@pytest.mark.parametrize(
    ("content", "code"),
    [(b'{"label": "X"}', 15), (b"", 5), (None, 3)],
    ids=["bad", "empty", "none"],
)
def test_a_bad_file_ends_the_command_before_it_writes(
    folder: Path, content: bytes | None, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    words = folder / "own.jsonl"
    if content is not None:
        words.write_bytes(content)
    out = folder / "out"
    command = ["extract", str(folder / "in"), "--out", str(out), "--patterns", str(words)]
    assert main(command) == code
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"lỗi/error: {words}")
    assert not out.exists()


def test_the_failures_are_of_the_program(folder: Path) -> None:
    with pytest.raises(ExtractError):
        extract_file(folder / "in" / "a.txt", folder / "none.jsonl")
