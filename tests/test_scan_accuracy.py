"""The scorer of scans, on what a typed PDF gives with the faults that a scan would bring; and the
scans themselves."""

from __future__ import annotations

import copy
from typing import Any

import numpy as np
import pypdfium2
import pytest

from tests.corpus import scan_form
from tests.samples import sample
from tests.scan_accuracy import compared, spelled, total

STEM = "kh_42_chuyen_doi_so"


@pytest.fixture
def result() -> dict[str, Any]:
    return copy.deepcopy(sample(STEM, "pdf").result)


def measured(result: dict[str, Any], statement: str) -> dict[str, Any]:
    targets = (target for document in result["documents"] for target in document["targets"])
    found: dict[str, Any] = next(target for target in targets if target["statement"] == statement)
    return found


@pytest.mark.parametrize(
    ("label", "read", "same"),
    [
        ("tối thiểu 88% hộ", "Tối thiếu 88% hộ", True),
        ("UBND các huyện, thị xã", "Ủy ban nhân dân các huyện, thi xã", True),
        ("tỷ lệ hộ nghèo", "tỷ lệ trẻ em được tiêm", False),
        ("95", "95 %", True),
    ],
)
def test_words_with_wrong_letters_are_the_same_words(label: str, read: str, same: bool) -> None:
    assert (spelled(label, read) > 0) is same


def test_a_result_that_agrees_has_no_error(result: dict[str, Any]) -> None:
    counted = compared(STEM, result)
    assert counted.errors == []
    assert counted.figures() == {
        **dict.fromkeys(counted.figures(), 1.0),
        "silent_errors": 0,
        "letterhead_wrong": 0,
    }


def test_a_wrong_letter_is_no_error(result: dict[str, Any]) -> None:
    target = measured(result, "Tối thiểu 98")
    target["content"] = target["content"].replace("hoạt động ổn định", "hoạt đông ồn đinh")
    assert compared(STEM, result).errors == []


@pytest.mark.parametrize("wrong", [{"value": 93.0}, {"comparator": "eq"}, {"unit": "Người"}])
def test_a_wrong_threshold_is_silent_without_a_doubt(
    result: dict[str, Any], wrong: dict[str, object]
) -> None:
    target = measured(result, "Tối thiểu 98")
    target["threshold"].update(wrong)
    counted = compared(STEM, result)
    assert (counted.silent_errors, counted.measured.missed, counted.measured.extra) == (1, 1, 1)
    assert len(counted.errors) == 1
    assert counted.errors[0].startswith("p.1 SILENT: expected")
    target["doubts"] = ["low_ocr_confidence"]
    counted = compared(STEM, result)
    assert (counted.silent_errors, counted.measured.missed) == (0, 1)


def test_a_doubt_on_what_is_right_is_counted(result: dict[str, Any]) -> None:
    measured(result, "Tối thiểu 98")["doubts"] = ["low_ocr_confidence"]
    counted = compared(STEM, result)
    assert counted.doubted.right == 1
    assert counted.figures()["undoubted"] < 1


def test_a_missing_field_of_the_letterhead_is_not_a_wrong_one(result: dict[str, Any]) -> None:
    result["documents"][0]["signatory"]["name"] = None
    result["documents"][0]["number"] = "47/KH-UBND"
    counted = compared(STEM, result)
    assert (counted.letterhead.right, counted.letterhead_wrong) == (5, 1)
    assert [error.split()[1] for error in counted.errors] == ["WRONG", "missing"]


def test_a_lost_number_is_told_with_its_page(result: dict[str, Any]) -> None:
    result["numbers"] = [entry for entry in result["numbers"] if entry["text"] != "0,6132"]
    counted = compared(STEM, result)
    assert counted.printed.total - counted.printed.right == 1
    assert counted.errors == ["p.1 number: expected '0,6132' (1 more), got nothing"]


def test_counts_add_up(result: dict[str, Any]) -> None:
    one = compared(STEM, result)
    both = total([one, one])
    assert both.measured.found == 2 * one.measured.found
    assert both.figures() == one.figures()


# --------------------------------------------------------------------------- the scans


def test_a_scan_is_the_same_each_time() -> None:
    once, again = (scan_form.scan("bc_210_ket_qua", "normal", 100) for _ in range(2))
    assert once.pdf() == again.pdf()
    assert once.tiff() == again.tiff()


def test_a_scanned_pdf_has_the_pages_of_the_typed_one_and_no_text() -> None:
    pdf = scan_form.scan("kh_77_tham_dinh_dat_dai", "clean", 72).pdf()
    typed = scan_form.typed("kh_77_tham_dinh_dat_dai")
    with pypdfium2.PdfDocument(pdf) as scan, pypdfium2.PdfDocument(typed) as original:
        assert len(scan) == len(original)
        for one, other in zip(scan, original, strict=True):
            assert one.get_size() == pytest.approx(other.get_size(), abs=1)
            assert one.get_textpage().get_text_range() == ""


def test_levels_grow_worse() -> None:
    clean, normal, hard = (
        np.asarray(scan_form.scan("cv_88_sao_gui", level, 100).pages[0], np.float32)
        for level in ("clean", "normal", "hard")
    )
    assert 2 < np.abs(normal - clean).mean() < np.abs(hard - clean).mean()


def test_one_page_of_a_typed_pdf_may_be_a_scan() -> None:
    with pypdfium2.PdfDocument(scan_form.mixed_pdf("cv_88_sao_gui", "clean", [1])) as pages:
        texts = [page.get_textpage().get_text_range() for page in pages]
    assert texts[0]
    assert texts[1] == ""
