"""``chitieu check``: both sources side by side, as JSON, and its exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extract import reviews
from extract.cli import main

PROVINCE = """ỦY BAN NHÂN DÂN
TỈNH AN LẠC
Số: 194/QĐ-UBND
An Lạc, ngày 23 tháng 01 năm 2024

QUYẾT ĐỊNH
Về việc giao chỉ tiêu cải cách hành chính năm 2024

STT\tNội dung\tChỉ tiêu năm 2024\tCơ quan thực hiện
1\tTỷ lệ hồ sơ trực tuyến\tTối thiểu 40%\tUBND các huyện
2\tTỷ lệ hồ sơ giải quyết đúng hạn\tTrên 97%\tUBND các huyện
"""
DISTRICT = """ỦY BAN NHÂN DÂN
HUYỆN CẨM SƠN
Số: 145/QĐ-UBND
Cẩm Sơn, ngày 08 tháng 4 năm 2024

QUYẾT ĐỊNH
Về việc giao chỉ tiêu cải cách hành chính năm 2024

Căn cứ Quyết định số 194/QĐ-UBND ngày 23/01/2024 của UBND tỉnh An Lạc;
Căn cứ Kế hoạch số 31/KH-UBND ngày 31/01/2024 của UBND huyện Cẩm Sơn;

STT\tNội dung\tChỉ tiêu năm 2024\tCơ quan thực hiện
1\tHồ sơ giải quyết trực tuyến\tTối thiểu {share}%\tCác phòng thuộc huyện
2\tTỷ lệ hồ sơ giải quyết đúng hạn\tTừ 97% trở lên\tCác phòng thuộc huyện
"""


@pytest.fixture
def outputs(tmp_path: Path) -> Path:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "tinh.txt").write_text(PROVINCE, "utf-8")
    (tmp_path / "corpus" / "huyen.txt").write_text(DISTRICT.format(share=35), "utf-8")
    out = tmp_path / "outputs"
    assert main(["extract", str(tmp_path / "corpus"), "--out", str(out), "--quiet"]) == 0
    return out


def test_both_sources_stand_side_by_side(
    outputs: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    assert main(["check", str(outputs)]) == 1
    printed = capsys.readouterr().out
    (line,) = [line for line in printed.splitlines() if "≥ 35 %" in line]
    assert "≥ 40 %" in line
    assert "145/QĐ-UBND" in printed
    assert "194/QĐ-UBND" in printed
    assert "“Tối thiểu 35%”" in printed
    assert "31/KH-UBND" in printed
    assert (
        "2 văn bản / documents, 3 phát hiện / findings: below_upper 2, cited_missing 1" in printed
    )


def test_json_says_where_both_values_stand(
    outputs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(outputs), "--json"]) == 1
    record = json.loads(capsys.readouterr().out)
    weaker, looser, missing = record["findings"]
    assert (weaker["code"], looser["code"], missing["code"]) == (
        "below_upper",
        "below_upper",
        "cited_missing",
    )
    text = DISTRICT.format(share=35)
    place = weaker["first"]["target"]["source"][-1]["locator"]
    assert text[place["start"] : place["end"]] == "Tối thiểu 35%"
    assert weaker["second"]["target"]["statement"] == "Tối thiểu 40%"
    assert weaker["reason"]
    assert missing["second"] is None
    assert missing["cites"]["number"] == "31/KH-UBND"
    assert [link["score"] for link in record["restates"]] == [100, 100]


def test_only_some_kinds(outputs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(outputs), "--only", "twice"]) == 0
    assert main(["check", str(outputs), "--only", "cited_missing", "--only", "twice"]) == 1
    assert "cited_missing 1" in capsys.readouterr().out


def test_what_restates_what(
    outputs: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    main(["check", str(outputs), "--lineage", "--only", "twice"])
    assert "chuỗi giao chỉ tiêu / lineage: 2" in capsys.readouterr().out


def test_what_a_reviewer_corrected_is_compared(
    outputs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    result = json.loads((outputs / "huyen.txt.json").read_text("utf-8"))
    extracted = result["documents"][0]["targets"][0]
    decision = {
        "verdict": "corrected",
        "by": "Người rà soát",
        "at": "2024-05-01T08:00:00Z",
        "sha256": result["source"]["sha256"],
        "content": reviews.content_hash(extracted),
        "document": 0,
        "target": {**extracted, "threshold": {**extracted["threshold"], "value": 45}},
    }
    path = outputs / "huyen.txt.review.json"
    reviews.decide(path, "huyen.txt", extracted["id"], 0, decision)
    assert main(["check", str(outputs), "--only", "below_upper", "--json"]) == 1
    (looser,) = json.loads(capsys.readouterr().out)["findings"]
    assert looser["first"]["target"]["statement"] == "Từ 97% trở lên"


def test_a_folder_without_results_is_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(tmp_path)]) == 3
    assert "no result in this folder" in capsys.readouterr().err
