"""The core as a whole: what a document as such decides, and what is warned of."""

from __future__ import annotations

import pytest

from extract.extraction import extraction
from extract.model import Result, SourceFile
from extract.readers.text_export import read

HEAD = "Số: {number}\n\nBình An, ngày 02 tháng 3 năm 2025\n\n{kind}\n\nVề {subject}\n\n"
TABLE = "STT\tNội dung\tChỉ tiêu\n1\tTỷ lệ hồ sơ đúng hạn\tTối thiểu 97%\n"


def result(written: str) -> Result:
    source = read(written.encode())
    return extraction(source, SourceFile("a.txt", "0" * 64, "txt", None, False))


def decree(
    body: str, number: str = "12/QĐ-UBND", kind: str = "QUYẾT ĐỊNH", subject: str = "việc A"
) -> Result:
    return result(HEAD.format(number=number, kind=kind, subject=subject) + body)


def test_a_decision_hands_out_its_table() -> None:
    (document,) = decree(TABLE).documents
    assert [t.threshold.value for t in document.targets] == [97]


@pytest.mark.parametrize(
    ("number", "kind"), [("12/BC-UBND", "BÁO CÁO"), ("12/GM-UBND", "GIẤY MỜI")]
)
def test_a_report_and_an_invitation_hand_out_nothing(number: str, kind: str) -> None:
    found = decree(TABLE + "\n\nTỷ lệ hồ sơ trực tuyến đạt 82%.\n", number, kind)
    assert [d.targets for d in found.documents] == [()]
    assert [n.text for n in found.numbers if n.role == "target"] == []
    assert {"97", "82"} <= {n.text for n in found.numbers}


def test_the_year_of_a_blank_date_is_that_of_the_subject() -> None:
    written = (
        "Số: /KH-UBND\n\nBình An, ngày tháng năm 2025\n\nKẾ HOẠCH\n\n"
        "Cải cách hành chính năm 2025\n\n"
        "STT\tNhiệm vụ\tCơ quan thực hiện\tThời gian\n"
        "1\tLập danh mục\tPhòng Nội vụ\tTrước ngày 15/12\n"
    )
    (document,) = result(written).documents
    assert document.date is None
    (target,) = document.targets
    assert target.due is not None
    assert target.due.end == "2025-12-14"


def test_a_table_of_values_with_unknown_headings_is_warned_of() -> None:
    body = (
        "Loại\tBậc nhất\tBậc nhì\nCây xanh\tTối thiểu 40%\tTrên 30%\nCỏ\tTối thiểu 20%\tTrên 10%\n"
    )
    found = decree(body)
    assert [w.code for w in found.warnings] == ["table_not_read"]
    assert [f.quote for f in found.warnings[0].source] == ["Loại", "Bậc nhất", "Bậc nhì"]


def test_a_number_that_nothing_explains_is_unknown_and_warned_of() -> None:
    found = decree("Danh sách gồm 37.\n")
    assert [n.text for n in found.numbers if n.role == "unknown"] == ["37"]
    assert [w.code for w in found.warnings] == ["unknown_number"]


def test_an_agency_that_cannot_be_read_is_doubted() -> None:
    body = (
        "STT\tNội dung\tChỉ tiêu\tCơ quan thực hiện\n"
        "1\tTỷ lệ hồ sơ đúng hạn\tTối thiểu 97%\tNhư trên\n"
    )
    (document,) = decree(body).documents
    assert document.targets[0].agencies == ()
    assert document.targets[0].doubts == ("unread_agency",)


def test_a_time_that_cannot_be_read_is_doubted() -> None:
    body = (
        "STT\tNhiệm vụ\tCơ quan thực hiện\tThời gian\n"
        "1\tLập danh mục\tPhòng Nội vụ\tNgày 31/02/2025\n"
    )
    (document,) = decree(body).documents
    assert document.targets[0].doubts == ("unclear_due",)


def test_text_in_another_language_or_encoding_is_doubted() -> None:
    body = TABLE + "\n\n" + "The quick brown fox jumps over the lazy dog beside the river. " * 12
    found = decree(body)
    assert "text_not_vietnamese" in [w.code for w in found.warnings]
    (target, *_) = found.documents[0].targets
    assert "text_not_vietnamese" in target.doubts


def test_a_line_that_only_opens_parts_is_no_section() -> None:
    body = (
        "STT\tNội dung\tĐVT\tChỉ tiêu\n1\tSản lượng\tTấn\t520\n\tTrong đó:\t\t\n"
        "2\tSản lượng rau\tTấn\t40\n"
    )
    (document,) = decree(body).documents
    assert [t.section for t in document.targets] == [(), ()]


def test_the_other_cells_tell_how_many_items_a_task_has() -> None:
    body = (
        "STT\tNội dung\tNhiệm vụ\tCơ quan thực hiện\tThời gian\n"
        "1\tHạ tầng mạng\t- Lập sơ đồ mạng của huyện - 100% xã lập sơ đồ mạng\t"
        "- Phòng Văn hóa và Thông tin - UBND các xã\t- Tháng 5/2025 - Tháng 6/2025\n"
    )
    (document,) = decree(body).documents
    assert [
        (t.threshold.kind, [a.name for a in t.agencies], t.due.end if t.due else None)
        for t in document.targets
    ] == [
        ("task", ["Phòng Văn hóa và Thông tin"], "2025-05-31"),
        ("level", ["UBND các xã"], "2025-06-30"),
    ]
