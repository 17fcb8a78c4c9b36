"""The page about one file: whole by itself, and what reviewers decided."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from extract import pipeline, reviews, store
from extract.cli import main
from tests.samples import CORPUS

pytest.importorskip("jinja2", reason="needs the extra `review`")

OUTPUTS = CORPUS.parent / "outputs"
DOCX = "docx/kh_77_tham_dinh_dat_dai.docx"
PDF = "pdf/kh_42_chuyen_doi_so.pdf"
SCAN = "scan/cv_312_dich_vu_cong.jpg"


def made(tmp_path: Path, name: str, *more: str, code: int = 0) -> str:
    out = tmp_path / "report.html"
    where = [str(OUTPUTS / f"{name}.json"), "--sources", str(CORPUS), "--out", str(out)]
    assert main(["report", *where, *more]) == code
    return out.read_text("utf-8")


@pytest.mark.parametrize("name", [DOCX, PDF, SCAN])
def test_a_report_loads_nothing(tmp_path: Path, name: str) -> None:
    page = made(tmp_path, name)
    assert "default-src 'none'" in page
    assert "<script" not in page
    assert "<link" not in page
    addresses = re.findall(r'(?:href|src)="([^"]*)"|url\(([^)]*)\)', page)
    assert addresses
    assert all(a.startswith(("#", "data:image/webp;base64,")) for a, b in addresses if not b)
    assert not any(b for _, b in addresses)


@pytest.mark.parametrize("name", [DOCX, PDF, SCAN])
def test_every_record_is_there_and_leads_to_its_words(tmp_path: Path, name: str) -> None:
    page = made(tmp_path, name)
    targets = pipeline.targets(store.loaded_result(OUTPUTS / f"{name}.json"))
    for target in targets:
        assert f'id="c-{target["id"]}"' in page
    anchors = re.findall(r'id="(m-\d+)"', page)
    assert len(anchors) == len(set(anchors))
    measured = sum(target["threshold"]["kind"] != "task" for target in targets)
    assert len(anchors) >= measured * 0.9
    assert all(f'href="#c-{target["id"]}"' in page for target in targets if target["statement"])


def test_a_report_of_pages_holds_their_pictures(tmp_path: Path) -> None:
    result = store.loaded_result(OUTPUTS / f"{PDF}.json")
    assert made(tmp_path, PDF).count("data:image/webp;base64,") == result["source"]["pages"]


def test_a_report_shows_what_was_decided(tmp_path: Path) -> None:
    out = tmp_path / "outputs" / f"{DOCX}.json"
    out.parent.mkdir(parents=True)
    shutil.copy(OUTPUTS / f"{DOCX}.json", out)
    result = store.loaded_result(out)
    first, second, *_ = pipeline.targets(result)
    decision = {
        "by": "Người rà soát 1",
        "at": "2025-04-01T08:00:00Z",
        "sha256": result["source"]["sha256"],
        "document": 0,
    }
    review = reviews.review_path(tmp_path / "outputs", DOCX)
    for verdict, target in (("accepted", first), ("rejected", second)):
        own = {"verdict": verdict, "content": reviews.content_hash(target), "target": target}
        reviews.decide(review, DOCX, target["id"], 0, decision | own)
    page = tmp_path / "r.html"
    assert main(["report", str(out), "--sources", str(CORPUS), "--out", str(page)]) == 0
    text = page.read_text("utf-8")
    assert "đã chấp nhận" in text
    assert f'id="c-{second["id"]}"' not in text


def test_a_report_on_the_spot_and_in_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["report", str(CORPUS / DOCX), "--lang", "en"]) == 0
    name = capsys.readouterr().out.strip()
    assert name == "kh_77_tham_dinh_dat_dai.docx.report.html"
    assert "Report of targets" in (tmp_path / name).read_text("utf-8")


def test_without_its_source_a_report_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "r.html"
    where = ["--sources", str(tmp_path), "--out", str(page)]
    assert main(["report", str(OUTPUTS / f"{PDF}.json"), *where]) == 0
    assert "no such file" in capsys.readouterr().err
    assert "Không hiện được bản gốc" in page.read_text("utf-8")


def test_text_of_a_decree_is_never_markup(tmp_path: Path) -> None:
    source = tmp_path / "la.txt"
    source.write_text(
        "KẾ HOẠCH\n<table><tr><td>STT</td><td>Nội dung</td><td>Chỉ tiêu</td></tr><tr><td>1</td>"
        "<td>Hồ sơ &lt;script&gt;x&lt;/script&gt; đúng hạn</td><td>Tối thiểu 90%</td></tr></table>",
        "utf-8",
    )
    page = tmp_path / "r.html"
    assert main(["report", str(source), "--out", str(page)]) == 0
    text = page.read_text("utf-8")
    assert "<script" not in text
    assert "&lt;script&gt;" in text


def test_what_is_no_result(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("{}")
    assert main(["report", str(tmp_path / "x.json")]) == 14
    assert main(["report", str(tmp_path / "none.json")]) == 3
