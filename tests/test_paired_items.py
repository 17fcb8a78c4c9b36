"""Item i of a cell goes with agency i and time i where their cells have as many items."""

from __future__ import annotations

from extract.extraction import extraction
from extract.model import SourceFile, Target
from extract.readers.text_export import read

HEAD = """ỦY BAN NHÂN DÂN
HUYỆN BÌNH SƠN ĐÔNG

Số: 45/KH-UBND

Bình Sơn Đông, ngày 10 tháng 01 năm 2025

KẾ HOẠCH
Chuyển đổi số năm 2025

"""


def targets(headings: str, row: str) -> list[Target]:
    def cells(line: str) -> str:
        return "".join(f"<td>{cell.strip()}</td>" for cell in line.split("|"))

    table = f"<table><tr>{cells(headings)}</tr><tr>{cells(row)}</tr></table>\n"
    file = SourceFile("a.txt", "0" * 64, "txt", None, False)
    return list(extraction(read((HEAD + table).encode()), file).documents[0].targets)


def said(found: list[Target]) -> list[tuple[float | None, list[str], str | None]]:
    return [
        (t.threshold.value, [a.name for a in t.agencies], t.due.end if t.due else None)
        for t in found
    ]


TIMES = "<p>- Quý III/2025</p><p>- Quý IV/2025</p>"
BODIES = "<p>- Phòng Nội vụ</p><p>- Phòng Tư pháp</p>"


def test_items_of_a_value_cell() -> None:
    found = targets(
        "STT | Nội dung | Chỉ tiêu | Cơ quan thực hiện | Thời gian",
        "1 | Phát triển hạ tầng số | <p>- Tối thiểu 60% hộ có cáp quang</p>"
        f"<p>- 100% thôn phủ sóng 4G</p> | Phòng Nội vụ | {TIMES}",
    )
    assert said(found) == [
        (60, ["Phòng Nội vụ"], "2025-09-30"),
        (100, ["Phòng Nội vụ"], "2025-12-31"),
    ]


def test_items_of_a_result_cell() -> None:
    found = targets(
        "STT | Nhiệm vụ | Sản phẩm | Cơ quan thực hiện | Thời gian",
        "1 | <p>- Xây dựng hệ thống</p><p>- Tập huấn sử dụng</p>"
        f"| <p>- 01 hệ thống</p><p>- Tối thiểu 05 lớp</p> | {BODIES} | {TIMES}",
    )
    assert said(found) == [
        (1, ["Phòng Nội vụ"], "2025-09-30"),
        (5, ["Phòng Tư pháp"], "2025-12-31"),
    ]


def test_one_time_is_that_of_all_items() -> None:
    found = targets(
        "STT | Nội dung | Chỉ tiêu | Cơ quan thực hiện | Thời gian",
        "1 | Hạ tầng số | <p>- Tối thiểu 60% hộ có cáp quang</p>"
        "<p>- 100% thôn phủ sóng 4G</p> | Phòng Nội vụ; Phòng Tư pháp | Quý III/2025",
    )
    both = ["Phòng Nội vụ", "Phòng Tư pháp"]
    assert said(found) == [(60, both, "2025-09-30"), (100, both, "2025-09-30")]


def test_those_who_help_help_with_all_items() -> None:
    found = targets(
        "STT | Nội dung | Chỉ tiêu | Cơ quan thực hiện",
        "1 | Học sinh được khám | <p>- Bậc tiểu học: tối thiểu 95%</p>"
        "<p>- Bậc trung học cơ sở: tối thiểu 90%</p> "
        "| <p>- Chủ trì: Phòng Nội vụ</p><p>- Phối hợp: Phòng Tư pháp</p>",
    )
    both = ["Phòng Nội vụ", "Phòng Tư pháp"]
    assert said(found) == [(95, both, None), (90, both, None)]


def test_a_dash_inside_the_name_of_a_post_parts_nothing() -> None:
    found = targets(
        "STT | Nội dung | Chỉ tiêu | Cơ quan thực hiện",
        "1 | Giải ngân | Tối thiểu 95% | Công chức Tài chính - Kế toán",
    )
    assert said(found) == [(95, ["Công chức Tài chính - Kế toán"], None)]
    found = targets(
        "STT | Nội dung | Chỉ tiêu | Cơ quan thực hiện",
        "1 | Giải ngân | Tối thiểu 95% | Phòng Tư pháp - Công an huyện",
    )
    assert said(found) == [(95, ["Phòng Tư pháp", "Công an huyện"], None)]


def test_an_item_that_is_the_rest_of_a_name_is_no_item() -> None:
    found = targets(
        "STT | Nội dung | Chỉ tiêu | Cơ quan thực hiện",
        "1 | Công khai ngân sách | 100% | <p>- Phòng Tài chính</p><p>- Kế hoạch</p>"
        "<p>- Huyện đoàn</p>",
    )
    names = ["Phòng Tài chính - Kế hoạch", "Huyện đoàn"]
    assert [[agency.name for agency in target.agencies] for target in found] == [names]
    assert not found[0].doubts
