"""Numbers that a table gives twice are told, never silently kept."""

from __future__ import annotations

from extract.extraction import extraction
from extract.model import Result, SourceFile
from extract.readers.text_export import read

HEAD = """ỦY BAN NHÂN DÂN
HUYỆN BÌNH SƠN ĐÔNG

Số: 45/KH-UBND

Bình Sơn Đông, ngày 10 tháng 01 năm 2025

KẾ HOẠCH
Cải cách hành chính năm 2025

STT\tNội dung\tChỉ tiêu
"""


def extracted(rows: str) -> Result:
    file = SourceFile("a.txt", "0" * 64, "txt", None, False)
    return extraction(read((HEAD + rows).encode()), file)


def test_two_sections_with_one_number() -> None:
    result = extracted(
        "I. CẤP HUYỆN\t\t\n1\tSố hóa hồ sơ\t90%\nI. CẤP XÃ\t\n1\tSố hóa hồ sơ\t70%\n"
    )
    (warning,) = [w for w in result.warnings if w.code == "duplicate_ordinal"]
    assert "'I. CẤP HUYỆN'" in warning.message
    assert [f.quote for f in warning.source] == ["I. CẤP HUYỆN", "I. CẤP XÃ"]
    # STT that begin anew under another section are no repetition.
    assert all("duplicate_ordinal" not in t.flags for d in result.documents for t in d.targets)


def test_two_rows_with_one_number() -> None:
    result = extracted(
        "1\tSố hóa hồ sơ\t90%\n2\tHồ sơ đúng hạn\t98%\n2\tThanh toán trực tuyến\t60%\n"
    )
    flagged = {t.content: "duplicate_ordinal" in t.flags for t in result.documents[0].targets}
    assert flagged == {"Số hóa hồ sơ": False, "Hồ sơ đúng hạn": True, "Thanh toán trực tuyến": True}


def test_one_row_with_two_values_is_numbered_once() -> None:
    result = extracted("1\tSố hóa hồ sơ\t90% cấp huyện, 70% cấp xã\n2\tHồ sơ đúng hạn\t98%\n")
    assert not [t for t in result.documents[0].targets if "duplicate_ordinal" in t.flags]
    assert not result.warnings


def test_a_total_that_stands_over_the_stt_column_names_no_agency() -> None:
    rows = (
        "TT\tXã, phường\tDiện tích rừng (ha)\tSố hộ thoát nghèo (hộ)\n"
        "1\tXã Tân Khê\t95\t40\nTổng cộng\t\t191\t82\n"
    )
    file = SourceFile("a.txt", "0" * 64, "txt", None, False)
    text = HEAD.replace("STT\tNội dung\tChỉ tiêu\n", "") + rows
    targets = extraction(read(text.encode()), file).documents[0].targets
    assert [(t.threshold.value, [a.name for a in t.agencies], t.applies_to) for t in targets] == [
        (95, ["Xã Tân Khê"], None),
        (40, ["Xã Tân Khê"], None),
        (191, [], "Tổng cộng"),
        (82, [], "Tổng cộng"),
    ]
