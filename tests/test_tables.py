"""Tables of many kinds → targets: what is written, and what must be read, by the target model.

A target is written in short: kind, direction, comparator, value, maximum and unit; then, after
" ; ", further fields: ``for`` (applies_to), ``due``, ``unit``, ``base`` (year and value), ``per``, ``each``,
``content``, ``section`` (the last), ``result``, ``note`` and the agencies by role, " / " between them.
What is not written is not compared. ``doubt``: no measured target that is free of doubts. " || " stands
between targets. In tables "<" continues the cell to the left, "^" the cell above, "//" begins a paragraph.
"""
# ruff: noqa: E501 - a line is a row of a table

from __future__ import annotations

import re
from html import escape
from typing import NamedTuple

import pytest

from extract.extraction import extraction
from extract.model import Due, SourceFile, Target
from extract.readers import text_export

LETTERHEAD = """ỦY BAN NHÂN DÂN HUYỆN BÌNH SƠN ĐÔNG

Số: 12/QĐ-UBND

Bình Sơn Đông, ngày 10 tháng 01 năm 2025

QUYẾT ĐỊNH

"""


class Case(NamedTuple):
    name: str
    table: str
    expected: str


def targets(table: str) -> list[Target]:
    """The targets from the tables of a decree of 10/01/2025 that holds only this table."""
    source = text_export.read((LETTERHEAD + table).encode())
    result = extraction(source, SourceFile("a.txt", "0" * 64, "txt", None, False))
    return [t for document in result.documents for t in document.targets if t.origin == "table"]


def html(table: str) -> str:
    """The lines that begin with ">", then the table."""
    lines = table.strip("\n").split("\n")
    above = [line[2:] for line in lines if line.startswith("> ")]
    rows = [
        [cell.strip() for cell in re.split(r"(?<!\S)\|(?!\S)", line)]
        for line in lines
        if not line.startswith("> ")
    ]
    out = ["<table>"]
    for r, row in enumerate(rows):
        out.append("<tr>")
        for c, cell in enumerate(row):
            if cell in ("<", "^"):
                continue
            wide = next((n for n in range(1, len(row) - c) if row[c + n] != "<"), len(row) - c)
            deep = next(
                (n for n in range(1, len(rows) - r) if rows[r + n][c] != "^"), len(rows) - r
            )
            words = "".join(f"<p>{escape(part.strip())}</p>" for part in cell.split("//"))
            out.append(f'<td colspan="{wide}" rowspan="{deep}">{words}</td>')
        out.append("</tr>")
    return "\n\n".join([*above, "".join([*out, "</table>"])]) + "\n"


def figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.10g}"


def due(by: Due | None) -> str:
    if by is None:
        return "none"
    if by.kind == "fixed":
        return f"{by.start or ''}..{by.end or ''}"
    return " ".join([by.kind, *by.every])


def field(target: Target, name: str) -> str:
    threshold = target.threshold
    if name in ("lead", "coordinate", "implement", "monitor"):
        return " / ".join(agency.name for agency in target.agencies if agency.role == name)
    if name == "base":
        base = threshold.baseline
        return f"{base.year or '-'} {figure(base.value)}" if base else "none"
    values = {
        "for": target.applies_to,
        "due": due(target.due),
        "unit": threshold.unit or "none",
        "per": threshold.per,
        "each": "" if threshold.each else "no",
        "section": target.section[-1] if target.section else "",
        "content": target.content,
        "ordinal": target.ordinal,
        "result": target.result,
        "note": target.note,
    }
    return values[name] or ""


def read_as(target: Target, expected: str) -> str:
    """The target in the short form, with the fields that ``expected`` names."""
    first, *fields = expected.split(" ; ")
    threshold = target.threshold
    if first == "doubt":
        sure = threshold.kind != "task" and not target.doubts
        said = f"{threshold} without a doubt" if sure else "doubt"
    else:
        numbers = [figure(n) for n in (threshold.value, threshold.max) if n is not None]
        parts = [threshold.kind, threshold.direction, threshold.comparator, *numbers]
        words = [part for part in parts if part]
        named = len(first.split()) > len(words)
        said = " ".join([*words, threshold.unit or ""] if named else words)
    return " ; ".join(
        [said, *(f"{f.split()[0]} {field(target, f.split()[0])}".strip() for f in fields)]
    )


def check(found: list[Target], expected: list[str]) -> None:
    if expected == ["doubt"]:
        expected = expected * len(found)
    said = [read_as(t, e) for t, e in zip(found, expected, strict=False)]
    said += [f"besides: {t.threshold}" for t in found[len(expected) :]]
    assert said == expected


def lines(block: str) -> list[str]:
    return [line for line in block.split("\n") if line.strip() and not line.startswith("#")]


# --------------------------------------------------------------------------- one cell

VALUES = """
Chỉ số PCI | Duy trì thứ hạng từ 10 - 12 | doubt
Xã nông thôn mới | 01 xã nông thôn mới nâng cao, 02 xã kiểu mẫu | level eq 1 || level eq 2
Ký số | Đến năm 2027 đạt 75%, đến năm 2030 đạt 95% | level eq 75 % ; due ..2027-12-31 || level eq 95 % ; due ..2030-12-31
Số hóa | Năm 2025: 75%; năm 2026: 90% | level eq 75 % ; due 2025-01-01..2025-12-31 || level eq 90 % ; due 2026-01-01..2026-12-31
Hồ sơ | Tối thiểu 90% (cấp huyện), 80% (cấp xã) | level ge 90 % || level ge 80 %
Hồ sơ | Trên 95% (cấp huyện), trên 90% (cấp xã) | level gt 95 % ; for cấp huyện || level gt 90 % ; for cấp xã
Tai nạn | Bằng năm 2024 | task ; due none
Kết nối | Hoàn thành trước tháng 11/2025 | task ; due ..2025-10-31
Hộ nghèo | Tổng số 45 hộ | level eq 45 hộ
Sản phẩm OCOP | Có ≥ 01 sản phẩm OCOP được xếp hạng 4 sao | level ge 1 sản phẩm OCOP
Định danh | Trên 80% dân số từ 18 tuổi trở lên | level gt 80 %
Phổ cập | 100% trẻ em 5 tuổi ra lớp | level eq 100 %
Báo cáo | Báo cáo quý, 6 tháng, năm | task
Kiện toàn | Hoàn thành trong Quý I/2025 | task ; due 2025-01-01..2025-03-31
Phủ sóng | Phủ sóng 5G | task
Dữ liệu | Theo QĐ 06 của Chính phủ | task
Quy chế | Theo NQ 57-NQ/TW | task
Kiểm tra | 01 lần/06 tháng | level eq 1 lần ; per P6M
Họp dân | Mỗi quý ít nhất 01 lần | level ge 1 lần ; per P3M
Tỷ lệ trực tuyến | Tăng 5% so với năm 2024 (72%) | change increase eq 5 %
Tiêm chủng | ≥ 95% (năm 2024: 92%) | level ge 95 %
Thôn có nhà văn hóa | 98,5% (tương đương 197 thôn) | level eq 98.5 %
Xã đạt chuẩn y tế | 100% (25/25 xã) | level eq 100 %
Chỉ số DTI | Vị trí 20 | rank le 20
Thu ngân sách | Vượt 5% dự toán | doubt
Mức thay đổi | -0,5% | doubt
Tăng trưởng | +10% | doubt
Tai nạn giao thông | Giảm từ 5% trở lên cả 3 tiêu chí so với năm 2024 | change decrease ge 5 % ; base 2024 -
Tai nạn giao thông | Giảm cả 3 tiêu chí từ 5 - 10% | change decrease 5 10 %
Quy mô kinh tế số | Tăng gấp 2 lần | change increase eq 2 lần
Tỷ lệ trực tuyến | Tăng lên trên 85% | level gt 85 %
Thu ngân sách | Tăng lên 250 tỷ đồng | level eq 250 tỷ đồng
Mức độ | 95% - dưới 100% | doubt
Mức độ | 80 - <90% | doubt
Diện tích | 2000 - 2050 ha | range 2000 2050 ha
Tỷ lệ | > = 90% | level ge 90 %
Tỷ lệ | Đạt và vượt 95% | level ge 95 %
Tỷ lệ | Dưới hoặc bằng 3% | level le 3 %
Tỷ lệ | Trên hoặc bằng 80% | level ge 80 %
Tỷ lệ | Không để dưới 60% | level ge 60 %
Tỷ lệ | Không được thấp hơn 60% | level ge 60 %
Điểm đánh giá | 8.0 điểm | level eq 8 điểm
Tỷ lệ hộ nghèo | 3.0% | level eq 3 %
# thousands and decimals, the Vietnamese way and the spreadsheet's
Dân số trung bình | 1.250.300 người | level eq 1250300 người
Doanh thu du lịch | 1.250,75 tỷ đồng | level eq 1250.75 tỷ đồng
Lượt khách | 12 500 lượt | level eq 12500 lượt
Hệ số | 0,85 | level eq 0.85
Tỷ lệ che phủ rừng | 41.25% | level eq 41.25 %
Tỷ lệ phủ sóng | 97.5 % | level eq 97.5 %
Diện tích | 5.000ha | level eq 5000 ha
Diện tích rừng | 1,250 | doubt
# comparators
Tỷ lệ | ≥95% | level ge 95 %
Tỷ lệ | >= 85% | level ge 85 %
Tỷ lệ | ≤0,3% | level le 0.3 %
Tỷ lệ | < 1% | level lt 1 %
Tỷ lệ | TRÊN 90% | level gt 90 %
Tỷ lệ | Đạt trên 95% | level gt 95 %
Tỷ lệ | Dưới 3% | level lt 3 %
Tỷ lệ | Không quá 5% | level le 5 %
Tỷ lệ | Không vượt quá 10% | level le 10 %
Tỷ lệ | Tối đa không quá 3% | level le 3 %
Tỷ lệ | Không để quá 3% | level le 3 %
Tỷ lệ | Không nhiều hơn 4% | level le 4 %
Tỷ lệ | Không dưới 70% | level ge 70 %
Tỷ lệ | Không thấp hơn 90% | level ge 90 %
Tỷ lệ | Không ít hơn 20% | level ge 20 %
Tỷ lệ | Đạt không dưới 95% | level ge 95 %
Tỷ lệ | Phấn đấu đạt tối thiểu 75% | level ge 75 %
Tỷ lệ | Tối thiểu từ 80% trở lên | level ge 80 %
Tỷ lệ | 60% trở lên | level ge 60 %
Tỷ lệ | Từ 80% trở lên | level ge 80 %
Tỷ lệ | 0,5% trở xuống | level le 0.5 %
Tỷ lệ | Ít nhất là 60% | level ge 60 %
Tỷ lệ | Lớn hơn hoặc bằng 90% | level ge 90 %
Tỷ lệ | Cao hơn 80% | level gt 80 %
Tỷ lệ | Nhỏ hơn 2% | level lt 2 %
Tỷ lệ | Hơn 50% | level gt 50 %
Tỷ lệ | Khoảng 40% | level eq 40 %
Tỷ lệ | Duy trì 100% | level eq 100 %
Tỷ lệ | 100 phần trăm | level eq 100 %
Tỷ lệ | Trên dưới 5% | doubt
Tỷ lệ | Chưa đến 5% | doubt
Thời gian chờ | Không quá 30 phút | level le 30 phút
Thời gian xử lý | Tối đa 5 ngày làm việc | level le 5 ngày làm việc
# ranges
Tỷ lệ | 95-100% | range 95 100 %
Tỷ lệ | Từ 60% đến 65% | range 60 65 %
Tỷ lệ | 7,5 ÷ 8% | range 7.5 8 %
Tỷ lệ | 2 - 2.5% | range 2 2.5 %
Tăng trưởng | 5% - 7%/năm | range 5 7 % ; per P1Y
Số mô hình | Từ 2 - 3 mô hình | range 2 3 mô hình
Số lần | 2-3 lần/năm | range 2 3 lần ; per P1Y
Khách | 1.500 - 2.000 lượt | range 1500 2000 lượt
Bội chi | Trên 2 đến 3% | doubt
# changes and levels to reach
Số vụ | Giảm 5 - 10% so với năm 2024 | change decrease 5 10 % ; base 2024 -
Số vụ | Giảm ít nhất 5% so với năm 2024 | change decrease ge 5 % ; base 2024 -
Doanh nghiệp mới | Tăng 10% | change increase eq 10 %
Chi thường xuyên | Tăng không quá 5% | change increase le 5 %
Vi phạm | Giảm 10% trở lên | change decrease ge 10 %
Vi phạm | Giảm dưới 1% | doubt
Chỉ số CCHC | Tăng 5 bậc | change increase eq 5 bậc
Chỉ số CCHC | Tăng từ 2% đến 3% | change increase 2 3 %
Điểm số | Tăng thêm ít nhất 02 điểm | change increase ge 2 điểm
Thu nhập | Tăng 1,5 lần so với năm 2020 | change increase eq 1.5 lần ; base 2020 -
Tỷ suất sinh | Giảm 0,2‰/năm | change decrease eq 0.2 ‰ ; per P1Y
Tỷ lệ hộ nghèo | Giảm còn 1,2% | level eq 1.2 %
Tỷ lệ người nghiện | Giảm xuống dưới 0,3% | level lt 0.3 %
Số vụ cháy | Giảm từ 23 vụ xuống 18 vụ | level eq 18 vụ ; base - 23
Thời gian | Giảm từ 15 ngày xuống còn 10 ngày | level eq 10 ngày ; base - 15
Tỷ lệ đô thị hóa | Nâng từ 31% lên 35% | level eq 35 % ; base - 31
# ranks
Chỉ số PAR INDEX | Thuộc nhóm 10 tỉnh dẫn đầu cả nước | rank le 10 tỉnh
Chỉ số PCI | Top 20 | rank le 20
Chỉ số PCI | Duy trì thứ hạng từ 10 - 12 | doubt
Chỉ số PCI | Xếp hạng từ 8 trở lên | rank le 8
Thứ hạng chỉ số SIPAS | 15 | rank le 15
Chỉ số PAPI | Xếp thứ 12/63 tỉnh, thành phố | rank le 12
Chỉ số | Từ thứ 05 trở lên | rank le 5
Chỉ số | Đứng thứ 3 toàn tỉnh | rank le 3
Chỉ số PCI | Duy trì thứ hạng từ 10 - 12 | doubt
Chỉ số PAPI | Xếp thứ hạng từ 15 đến 20 | doubt
Chỉ số | Giữ vị trí từ thứ 5 trở lên | rank le 5
# brackets, fractions
Thành viên dự họp | Ít nhất 2/3 thành viên | doubt ; due none
Hộ đồng thuận | Trên 3/4 số hộ | doubt
Kiểm tra định kỳ | 02 năm/lần | task ; due recurring P2Y
Xã đạt chuẩn nông thôn mới | Đạt 19/19 tiêu chí | level eq 19 tiêu chí
Số thôn | 5/8 thôn | level eq 5 thôn
Điểm | ≥ 8/10 điểm | level ge 8 điểm
Số lớp | 02 (hai) lớp | level eq 2 lớp
Tỷ lệ | 100% văn bản (trừ văn bản mật) | level eq 100 %
# how often
Kiểm tra | 02 lần/năm | level eq 2 lần ; per P1Y
Họp | Ít nhất 01 lần/quý | level ge 1 lần ; per P3M
Tin, bài | 5 tin, bài/tháng | level eq 5 tin, bài ; per P1M
Thu nhập | 30 - 35 triệu đồng/người/năm | range 30 35 ; per P1Y
Mô hình | Mỗi đơn vị 01 mô hình | level eq 1 mô hình ; each
Tập huấn | Hàng năm tổ chức 02 lớp | level eq 2 lớp ; per P1Y
# number words
Hội nghị chuyên đề | Ít nhất một hội nghị | level ge 1 hội nghị
# numbers that name something
Chất lượng | 100% cơ quan áp dụng ISO 9001:2015 | level eq 100 %
Dịch vụ công mức độ 4 | 50% | level eq 50 %
Đề án | Hoàn thành 100% nhiệm vụ của Đề án 06 | level eq 100 %
Trường học | Ít nhất 02 trường đạt chuẩn quốc gia mức độ 1 | level ge 2 trường
Tuổi thọ trung bình | 75 tuổi | level eq 75 tuổi
Dịch vụ công | 24/7 | task
Quy chế | Theo Nghị quyết số 05-NQ/TU | task
# nothing measured, dues
Chuẩn tiếp cận pháp luật | Đạt chuẩn năm 2025 | task
Chỉ số | Không thấp hơn bình quân chung của tỉnh | task
Nợ xây dựng | 0 | level eq 0
Khiếu nại | 0 vụ | level eq 0 vụ
Số hóa sổ hộ tịch | 100% trước ngày 30/6/2025 | level eq 100 % ; due ..2025-06-29
# several values
Hồ sơ | Cấp huyện: ≥ 99%; cấp xã: ≥ 97% | level ge 99 % ; for Cấp huyện || level ge 97 % ; for cấp xã
Hồ sơ | 80% cấp sở, 60% cấp huyện, 40 cấp xã | level eq 80 % ; for cấp sở || level eq 60 % ; for cấp huyện || level eq 40 % ; for cấp xã
Hồ sơ | Tối thiểu 80% cấp sở, 60% cấp huyện | level ge 80 % ; for cấp sở || level ge 60 % ; for cấp huyện
Hồ sơ | ≥ 95%, riêng xã vùng cao ≥ 85% | level ge 95 % || level ge 85 %
Xếp hạng chính phủ điện tử | ≤ 3 Đông Nam Á; ≤ 50 Thế giới | rank le 3 || rank le 50
"""

VALUES_MISREAD = {
    "Tự kiểm tra | 2 năm 1 lần | level eq 1 lần ; per P2Y": 'the period before "1 lần" is read as a value',
    "Sáng kiến | Hai sáng kiến | level eq 2 sáng kiến": "a number word without a comparator is not read",
}

TASKS = """
80% hồ sơ cấp tỉnh, 60% hồ sơ cấp huyện và 50% hồ sơ cấp xã được xử lý trên mạng | level eq 80 % ; for cấp tỉnh || level eq 60 % ; for cấp huyện || level eq 50 % ; for cấp xã
Cắt giảm ít nhất 30% thời gian, 20% chi phí tuân thủ thủ tục hành chính | change decrease ge 30 % || change decrease ge 20 %
Nâng tỷ lệ hồ sơ trực tuyến từ 60% năm 2024 lên 80% năm 2025 | level eq 80 %
Khen thưởng đơn vị đạt từ 90 điểm trở lên | task
Giải quyết hồ sơ quá hạn trên 30 ngày | doubt
Kiểm tra các cơ sở có từ 10 lao động trở lên | doubt
Đảm bảo 100% trẻ em từ 6 - 14 tuổi được đến trường | level eq 100 %
Hỗ trợ trẻ em dưới 16 tuổi có hoàn cảnh đặc biệt | task
Giảm tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể thấp còi xuống dưới 18% | level lt 18 %
Đảm bảo trên 90% hồ sơ được giải quyết đúng hạn, trong đó hồ sơ đất đai đạt tối thiểu 85% | level gt 90 % || level ge 85 %
Cấp huyện đạt 70%, cấp xã đạt 50% hồ sơ xử lý trên môi trường mạng | level eq 70 % ; for Cấp huyện || level eq 50 % ; for cấp xã
Rút ngắn ít nhất 30% thời gian giải quyết thủ tục so với quy định | change decrease ge 30 %
Mỗi xã có ít nhất 02 mô hình kinh tế tập thể | level ge 2 mô hình ; each
Không để quá 02% hồ sơ trễ hạn | level le 2 %
Phát huy kết quả năm 2024 đạt 92%, phấn đấu năm 2025 đạt 95% | level eq 95 %
Phấn đấu chỉ số PAR INDEX năm 2025 thuộc nhóm 20 tỉnh, thành phố dẫn đầu | rank le 20
Thực hiện tốt 03 chương trình mục tiêu quốc gia | task
Phối hợp với 12 sở, ngành và 05 doanh nghiệp triển khai | task
Triển khai Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ về 06 nội dung cải cách | task
Vận hành đường dây nóng 1900 1234 phục vụ 24/7 | task
Tuyên truyền kỷ niệm 80 năm Ngày Quốc khánh 2/9 | task
Bố trí ít nhất 1% chi ngân sách cho chuyển đổi số | level ge 1 %
Phủ sóng 5G tại 100% khu công nghiệp | level eq 100 %
Tổ chức ít nhất 02 hội nghị đối thoại và 01 hội thi tìm hiểu cải cách | level ge 2 || level eq 1
"""

# --------------------------------------------------------------------------- whole tables

TABLES = """
=== total row of a matrix
STT | Tên xã, thị trấn | Số hộ nghèo cần giảm (hộ) | Tỷ lệ tham gia BHYT (%)
1 | Xã Tân Hòa Bắc | 45 | 95,5
2 | Xã Suối Đá | 120 | 93
---
level eq 45 hộ ; ordinal 1 ; implement Xã Tân Hòa Bắc ; content Số hộ nghèo cần giảm
level eq 95.5 % ; ordinal 1 ; implement Xã Tân Hòa Bắc ; content Tỷ lệ tham gia BHYT
level eq 120 hộ ; ordinal 2 ; implement Xã Suối Đá
level eq 93 % ; ordinal 2 ; implement Xã Suối Đá
=== pipe with bold
| **TT** | **Chỉ tiêu** | **Mục tiêu 2025** | **Chủ trì** |
|---|---|---|---|
| **I** | **Hạ tầng số** | | |
| 1 | Tỷ lệ hộ có cáp quang | 85% | Phòng Văn hóa - Xã hội |
| 2 | Phủ sóng 5G | Trên 60% dân số | Các doanh nghiệp viễn thông |
---
level eq 85 % ; ordinal 1 ; lead Phòng Văn hóa - Xã hội ; section I Hạ tầng số
level gt 60 % ; ordinal 2 ; lead Các doanh nghiệp viễn thông
=== nothing: telephone list
STT | Họ và tên | Chức vụ | Đơn vị | Số điện thoại
1 | Nguyễn Văn Mẫu | Chuyên viên | Phòng Nội vụ | 0912.345.678
2 | Trần Thị Ví Dụ | Phó Trưởng phòng | Phòng Tư pháp | 0255 3 812 345
---
=== group row with a value, dashes beneath
TT | Chỉ tiêu | ĐVT | Kế hoạch năm 2025
1 | Tổng đàn gia súc | Con | 25.000
- | Đàn trâu, bò | Con | 8.500
- | Đàn lợn | Con | 16.500
2 | Sản lượng thịt hơi | Tấn | 3.250,5
---
level eq 25000 Con ; ordinal 1 ; content Tổng đàn gia súc
level eq 8500 Con ; content Tổng đàn gia súc: Đàn trâu, bò
level eq 16500 Con ; content Tổng đàn gia súc: Đàn lợn
level eq 3250.5 Tấn ; ordinal 2
=== due in the target cell
STT | Nội dung | Chỉ tiêu
1 | Số hóa sổ hộ tịch | 100% trước ngày 30/6/2025
2 | Kiện toàn ban chỉ đạo | Hoàn thành trong Quý I/2025
3 | Kết nối dữ liệu | Hoàn thành trước tháng 11/2025
---
level eq 100 % ; ordinal 1 ; due ..2025-06-29
task ; ordinal 2 ; due 2025-01-01..2025-03-31
task ; ordinal 3 ; due ..2025-10-31
=== ntm: content merged, target alone
STT | Nội dung | Chỉ tiêu | Ghi chú
1 | Giáo dục | Tỷ lệ trường các cấp đạt chuẩn cơ sở vật chất ≥ 80% |
^ | ^ | Đạt chuẩn phổ cập giáo dục mầm non cho trẻ em 5 tuổi |
2 | Y tế | Tỷ lệ người dân tham gia bảo hiểm y tế ≥ 95% |
---
level ge 80 % ; ordinal 1
task ; ordinal 1
level ge 95 % ; ordinal 2
=== headings: weight and points
STT | Nội dung tiêu chí | Chỉ tiêu | Trọng số (%) | Điểm
1 | Tỷ lệ hồ sơ đúng hạn | ≥ 98% | 30 | 15
---
level ge 98 % ; ordinal 1
=== matrix: body column plain Xã
STT | Xã, phường, thị trấn | Số người tham gia BHXH tự nguyện
1 | Phường Đông | 300
2 | Xã Gò Mây | 1.020
---
level eq 300 ; ordinal 1 ; implement Phường Đông
level eq 1020 ; ordinal 2 ; implement Xã Gò Mây
=== list cell: each item its threshold
STT | Nội dung | Chỉ tiêu cụ thể | Chủ trì
1 | Hạ tầng số | - 100% cơ quan kết nối mạng truyền số liệu.//- Tối thiểu 80% hộ có Internet cáp quang.//- Phủ sóng 5G các khu công nghiệp. | Sở Khoa học và Công nghệ
---
level eq 100 % ; ordinal 1 ; lead Sở Khoa học và Công nghệ
level ge 80 % ; ordinal 1
task ; ordinal 1
=== ktxh: result column and plan column
TT | Chỉ tiêu | ĐVT | Thực hiện năm 2024 | Kế hoạch năm 2025 | Ghi chú
I | VỀ KINH TẾ | | | |
1 | Tốc độ tăng giá trị sản xuất | % | 8,2 | 9 - 9,5 |
2 | Thu ngân sách trên địa bàn | Tỷ đồng | 1.120,5 | 1.250 | Không kể thu tiền sử dụng đất
3 | Diện tích rừng trồng mới | Ha | 12 500 | 13 000 |
II | VỀ XÃ HỘI | | | |
1 | Tỷ lệ hộ nghèo giảm bình quân | % | 1,1 | 1 - 1,5 |
2 | Tỷ lệ trẻ em suy dinh dưỡng | % | 9,8 | < 9 |
---
range 9 9.5 % ; ordinal 1 ; base 2024 8.2 ; section I VỀ KINH TẾ
level eq 1250 Tỷ đồng ; ordinal 2 ; base 2024 1120.5 ; note Không kể thu tiền sử dụng đất
level eq 13000 Ha ; ordinal 3 ; base 2024 12500
change decrease 1 1.5 % ; ordinal 1 ; section II VỀ XÃ HỘI
level lt 9 % ; ordinal 2 ; base 2024 9.8
=== ktxh: comparison column is no target
STT | Chỉ tiêu | Đơn vị | TH 2024 | KH 2025 | So sánh KH 2025/TH 2024 (%)
1 | Sản lượng lúa | Tấn | 45.200 | 46.000 | 101,8
2 | Tổng đàn lợn | Con | 21.000 | 22.500 | 107,1
---
level eq 46000 Tấn ; ordinal 1 ; base 2024 45200
level eq 22500 Con ; ordinal 2 ; base 2024 21000
=== ktxh: years side by side
TT | Chỉ tiêu | Đơn vị tính | Năm 2025 | Năm 2026 | Năm 2027 | Đến năm 2030
1 | Tỷ lệ hồ sơ trực tuyến | % | 80 | 85 | 90 | 95
2 | Số trường đạt chuẩn quốc gia | Trường | 12 | 14 | 15 | -
---
level eq 80 % ; ordinal 1 ; due 2025-01-01..2025-12-31
level eq 85 % ; ordinal 1 ; due 2026-01-01..2026-12-31
level eq 90 % ; ordinal 1 ; due 2027-01-01..2027-12-31
level eq 95 % ; ordinal 1 ; due ..2030-12-31
level eq 12 Trường ; ordinal 2 ; due 2025-01-01..2025-12-31
level eq 14 Trường ; ordinal 2 ; due 2026-01-01..2026-12-31
level eq 15 Trường ; ordinal 2 ; due 2027-01-01..2027-12-31
=== bare years under a spanning heading
TT | Nội dung chỉ tiêu | Đơn vị | Kế hoạch giai đoạn 2025 - 2027 | < | <
^ | ^ | ^ | 2025 | 2026 | 2027
1 | Số lao động được tạo việc làm | Người | 1.500 | 1.550 | 1.600
2 | Tỷ lệ lao động qua đào tạo | % | 68,0 | 69,5 | 71,0
---
level eq 1500 Người ; ordinal 1 ; due 2025-01-01..2025-12-31
level eq 1550 Người ; ordinal 1 ; due 2026-01-01..2026-12-31
level eq 1600 Người ; ordinal 1 ; due 2027-01-01..2027-12-31
level eq 68 % ; ordinal 2 ; due 2025-01-01..2025-12-31
level eq 69.5 % ; ordinal 2 ; due 2026-01-01..2026-12-31
level eq 71 % ; ordinal 2 ; due 2027-01-01..2027-12-31
=== quarters as columns
STT | Chỉ tiêu | ĐVT | Quý I/2025 | Quý II/2025 | Quý III/2025 | Quý IV/2025
1 | Tỷ lệ giải ngân lũy kế vốn đầu tư công | % | 20 | 45 | 70 | ≥ 95
---
level eq 20 % ; ordinal 1 ; due 2025-01-01..2025-03-31
level eq 45 % ; ordinal 1 ; due 2025-04-01..2025-06-30
level eq 70 % ; ordinal 1 ; due 2025-07-01..2025-09-30
level ge 95 % ; ordinal 1 ; due 2025-10-01..2025-12-31
=== group row without a value, letters beneath
TT | Chỉ tiêu | ĐVT | Kế hoạch năm 2025
1 | Tỷ lệ xử lý hồ sơ đúng hạn | % |
a) | Cấp huyện | % | ≥ 98
b) | Cấp xã | % | ≥ 95
2 | Tỷ lệ hài lòng của người dân | % | 90
---
level ge 98 % ; content Tỷ lệ xử lý hồ sơ đúng hạn: Cấp huyện
level ge 95 % ; content Tỷ lệ xử lý hồ sơ đúng hạn: Cấp xã
level eq 90 % ; ordinal 2 ; content Tỷ lệ hài lòng của người dân
=== dashes in the content cell, empty TT, with values
TT | Chỉ tiêu | ĐVT | Kế hoạch 2025
1 | Tỷ lệ trẻ em ra lớp | |
 | - Nhà trẻ | % | 35
 | - Mẫu giáo 5 tuổi | % | 99,9
2 | Tỷ lệ duy trì sĩ số | % | 100
---
level eq 35 % ; content Tỷ lệ trẻ em ra lớp: Nhà trẻ
level eq 99.9 % ; content Tỷ lệ trẻ em ra lớp: Mẫu giáo 5 tuổi
level eq 100 % ; ordinal 2
=== heading row carries the period
TT | Chỉ tiêu | Đơn vị | Mục tiêu
I | Mục tiêu đến năm 2027 | < | <
1 | Tỷ lệ hồ sơ sức khỏe điện tử | % | 90
2 | Tỷ lệ cơ sở không dùng bệnh án giấy | % | Trên 50
II | Mục tiêu đến năm 2030 | < | <
1 | Tỷ lệ hồ sơ sức khỏe điện tử | % | 98
---
level eq 90 % ; ordinal 1 ; due ..2027-12-31
level gt 50 % ; ordinal 2 ; due ..2027-12-31
level eq 98 % ; ordinal 1 ; due ..2030-12-31
=== unit in the heading
Số TT | Tên chỉ tiêu | Kế hoạch giao năm 2025 (%) | Đơn vị chịu trách nhiệm | Đơn vị theo dõi, tổng hợp
1 | Tỷ lệ thu gom chất thải rắn đô thị | 96 | Phòng Kinh tế, Hạ tầng và Đô thị | Văn phòng HĐND và UBND
2 | Tỷ lệ dân số đô thị dùng nước sạch | Trên 97 | Phòng Kinh tế, Hạ tầng và Đô thị; UBND các phường | Văn phòng HĐND và UBND
---
level eq 96 % ; ordinal 1 ; implement Phòng Kinh tế, Hạ tầng và Đô thị ; monitor Văn phòng HĐND và UBND
level gt 97 % ; ordinal 2 ; implement Phòng Kinh tế, Hạ tầng và Đô thị / UBND các phường ; monitor Văn phòng HĐND và UBND
=== unit in the indicator
STT | Chỉ tiêu | Năm 2025
1 | Tỷ lệ lấp đầy cụm công nghiệp (%) | 65
2 | Sản lượng khai thác thủy sản (tấn) | 1.150
3 | Thu nhập bình quân đầu người (triệu đồng/năm) | 82,5
---
level eq 65 % ; ordinal 1
level eq 1150 tấn ; ordinal 2
level eq 82.5 ; ordinal 3
=== plan: lead, coordinate, due
STT | Nhiệm vụ trọng tâm | Sản phẩm/kết quả | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian hoàn thành
I | CẢI CÁCH THỂ CHẾ | < | < | < | <
1 | Ban hành kế hoạch kiểm tra văn bản | Kế hoạch | Sở Tư pháp | Các sở, ban, ngành; UBND cấp xã | Quý I/2025
2 | Rà soát văn bản quy phạm pháp luật | Báo cáo kết quả rà soát | Sở Tư pháp | Văn phòng UBND tỉnh và Sở Nội vụ | Thường xuyên
II | CẢI CÁCH THỦ TỤC HÀNH CHÍNH | < | < | < | <
3 | Đơn giản hóa tối thiểu 20% thủ tục hành chính nội bộ | Quyết định công bố | Văn phòng UBND tỉnh | | Trước ngày 30/11/2025
4 | Báo cáo công tác cải cách hành chính | Báo cáo | Sở Nội vụ | Các đơn vị | Hàng quý, 06 tháng, năm
---
task ; ordinal 1 ; lead Sở Tư pháp ; coordinate Các sở, ban, ngành / UBND cấp xã ; due 2025-01-01..2025-03-31 ; result Kế hoạch ; section I CẢI CÁCH THỂ CHẾ
task ; ordinal 2 ; coordinate Văn phòng UBND tỉnh / Sở Nội vụ ; due ongoing
level ge 20 % ; ordinal 3 ; lead Văn phòng UBND tỉnh ; due ..2025-11-29 ; section II CẢI CÁCH THỦ TỤC HÀNH CHÍNH
task ; ordinal 4 ; due recurring P3M P6M P1Y
=== plan: n items to n agencies and dues
TT | Nội dung | Nhiệm vụ cụ thể | Cơ quan thực hiện | Thời hạn
1 | Nâng cao chất lượng dịch vụ công | - Rà soát danh mục dịch vụ công trực tuyến//- Tập huấn 100% công chức một cửa | - Văn phòng UBND huyện//- Phòng Nội vụ | - Tháng 3/2025//- Quý II/2025
2 | Chỉnh lý tài liệu | - Lập danh mục hồ sơ//- Số hóa ít nhất 50% hồ sơ lưu trữ | Phòng Nội vụ | Năm 2025
---
task ; ordinal 1 ; implement Văn phòng UBND huyện ; due 2025-03-01..2025-03-31
level eq 100 % ; ordinal 1 ; implement Phòng Nội vụ ; due 2025-04-01..2025-06-30
task ; ordinal 2 ; implement Phòng Nội vụ
level ge 50 % ; ordinal 2 ; implement Phòng Nội vụ
=== plan: role words in the cell
STT | Nhiệm vụ | Cơ quan thực hiện | Thời gian
1 | Xây dựng đề án vị trí việc làm | Sở Nội vụ chủ trì, phối hợp với Sở Tài chính, UBND các xã | 30/9/2025
2 | Tổng hợp báo cáo | - Chủ trì: Thanh tra tỉnh//- Phối hợp: Các sở, ngành | Hàng tháng
3 | Kiểm tra công vụ | Phòng Nội vụ phối hợp với Công an huyện | Từ năm 2025 trở đi
---
task ; ordinal 1 ; lead Sở Nội vụ ; coordinate Sở Tài chính / UBND các xã ; due ..2025-09-30
task ; ordinal 2 ; lead Thanh tra tỉnh ; coordinate Các sở, ngành ; due recurring P1M
task ; ordinal 3 ; lead Phòng Nội vụ ; coordinate Công an huyện ; due 2025-01-01..
=== plan: thresholds in result
STT | Nội dung công việc | Kết quả dự kiến | Chủ trì | Phối hợp | Hoàn thành
1 | Đẩy mạnh tuyên truyền pháp luật | Tối thiểu 12 tin, bài | Phòng Tư pháp | Đài Truyền thanh | Trong năm 2025
2 | Bồi dưỡng công chức | 03 lớp | Phòng Nội vụ | | Quý III
3 | Kiểm tra hồ sơ một cửa | Biên bản kiểm tra | Thanh tra huyện | | 6 tháng một lần
---
level ge 12 tin, bài ; ordinal 1 ; lead Phòng Tư pháp ; coordinate Đài Truyền thanh
level eq 3 lớp ; ordinal 2 ; due 2025-07-01..2025-09-30
task ; ordinal 3 ; due recurring P6M
=== plan: no STT numbers lost in text
STT | Nội dung | Chủ trì | Thời gian
1 | Triển khai Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ về 06 nội dung cải cách | Sở Nội vụ | Cả năm
2 | Tham mưu sửa đổi Quyết định số 12/2020/QĐ-UBND, hoàn thành 100% trước tháng 10/2025 | Sở Tư pháp | Trước tháng 10/2025
---
task ; ordinal 1
level eq 100 % ; ordinal 2 ; due ..2025-09-30
=== ordinals with dots
STT | Chỉ tiêu | Mục tiêu | Theo dõi
1. | Cải cách thủ tục | |
1.1. | Tỷ lệ thủ tục được công khai | 100% | Văn phòng UBND huyện
1.2. | Tỷ lệ hồ sơ đúng hạn | ≥ 98% | Văn phòng UBND huyện
2. | Tinh giản biên chế | Giảm 5% so với năm 2021 | Phòng Nội vụ
---
level eq 100 % ; ordinal 1.1. ; content Cải cách thủ tục: Tỷ lệ thủ tục được công khai ; monitor Văn phòng UBND huyện
level ge 98 % ; ordinal 1.2.
change decrease eq 5 % ; ordinal 2. ; base 2021 -
=== lead and monitor heading
Stt | Nội dung chỉ tiêu | Chỉ tiêu năm 2025 | Cơ quan chủ trì, theo dõi | Ghi chú
1 | Số hóa hồ sơ | Tối thiểu 40% | Văn phòng HĐND và UBND huyện | Báo cáo trước ngày 05
---
level ge 40 % ; ordinal 1 ; monitor Văn phòng HĐND và UBND huyện ; note Báo cáo trước ngày 05
=== agencies in odd forms
STT | Nhiệm vụ | Đơn vị chủ trì | Đơn vị phối hợp
1 | Tập huấn | Phòng VH&TT | Phòng Tài chính - Kế hoạch, Phòng Nội vụ và UBND các xã, thị trấn
2 | Rà soát | Các phòng chuyên môn, đơn vị sự nghiệp thuộc huyện | Bảo hiểm xã hội huyện; Chi cục Thuế khu vực Bình Sơn - Tân Hòa
3 | Kiểm tra | Trung tâm Văn hóa - Thông tin - Thể thao | Ủy ban MTTQ và các đoàn thể
---
task ; ordinal 1 ; lead Phòng VH&TT ; coordinate Phòng Tài chính - Kế hoạch / Phòng Nội vụ / UBND các xã, thị trấn
task ; ordinal 2 ; lead Các phòng chuyên môn, đơn vị sự nghiệp thuộc huyện ; coordinate Bảo hiểm xã hội huyện / Chi cục Thuế khu vực Bình Sơn - Tân Hòa
task ; ordinal 3 ; lead Trung tâm Văn hóa - Thông tin - Thể thao
=== dues of many shapes
TT | Nhiệm vụ | Thời gian thực hiện
1 | Việc một | Tháng 6/2025
2 | Việc hai | Quý II, III năm 2025
3 | Việc ba | 2025 - 2026
4 | Việc bốn | Khi có yêu cầu
5 | Việc năm | Trước 15/12
6 | Việc sáu | Hằng năm
7 | Việc bảy | Đến hết tháng 8/2025
8 | Việc tám | Định kỳ hàng tháng
9 | Việc chín | 31/12/2025
---
task ; ordinal 1 ; due 2025-06-01..2025-06-30
task ; ordinal 2 ; due 2025-04-01..2025-09-30
task ; ordinal 3 ; due 2025-01-01..2026-12-31
task ; ordinal 4 ; due conditional
task ; ordinal 5 ; due ..2025-12-14
task ; ordinal 6 ; due recurring P1Y
task ; ordinal 7 ; due ..2025-08-31
task ; ordinal 8 ; due recurring P1M
task ; ordinal 9 ; due ..2025-12-31
=== section in a first merged column
Lĩnh vực | Nhiệm vụ | Đơn vị chủ trì | Thời hạn
Thể chế | 1. Ban hành quy chế | Sở Tư pháp | Quý I/2025
^ | 2. Sửa đổi quy định phân cấp | Sở Nội vụ | Quý II/2025
Tài chính công | 3. Tiết kiệm ít nhất 10% chi thường xuyên | Sở Tài chính | Năm 2025
---
task ; ordinal 1. ; section Thể chế ; lead Sở Tư pháp
task ; ordinal 2. ; section Thể chế ; lead Sở Nội vụ
change decrease ge 10 % ; ordinal 3. ; lead Sở Tài chính
=== merged agency and due cells
STT | Nhiệm vụ | Chủ trì | Thời gian
1 | Xây dựng kế hoạch tuyên truyền | Phòng Văn hóa và Thông tin | Quý I/2025
2 | Tập huấn 200 lượt người | ^ | ^
3 | Mở 02 lớp | ^ | Quý III/2025
---
task ; ordinal 1 ; lead Phòng Văn hóa và Thông tin ; due 2025-01-01..2025-03-31
level eq 200 lượt người ; ordinal 2 ; lead Phòng Văn hóa và Thông tin ; due 2025-01-01..2025-03-31
level eq 2 lớp ; ordinal 3 ; lead Phòng Văn hóa và Thông tin ; due 2025-07-01..2025-09-30
=== ntm: regions across
TT | Tên tiêu chí | Nội dung tiêu chí | Chỉ tiêu theo vùng | < | <
^ | ^ | ^ | Vùng đồng bằng | Vùng trung du | Vùng miền núi
1 | Thủy lợi | 1.1. Tỷ lệ diện tích đất được tưới chủ động | ≥ 90% | ≥ 80% | ≥ 70%
^ | ^ | 1.2. Đảm bảo yêu cầu phòng chống thiên tai | Đạt | Đạt | Đạt
2 | Điện | Tỷ lệ hộ sử dụng điện an toàn | ≥ 99% | < | ≥ 95%
3 | Nhà ở | Tỷ lệ nhà kiên cố | ≥ 90% | - | Không quy định
---
level ge 90 % ; ordinal 1.1. ; for Vùng đồng bằng ; content Tỷ lệ diện tích đất được tưới chủ động ; section Thủy lợi
level ge 80 % ; ordinal 1.1. ; for Vùng trung du
level ge 70 % ; ordinal 1.1. ; for Vùng miền núi
task ; ordinal 1.2. ; for Vùng đồng bằng
task ; ordinal 1.2. ; for Vùng trung du
task ; ordinal 1.2. ; for Vùng miền núi
level ge 99 %
level ge 95 % ; for Vùng miền núi
level ge 90 % ; for Vùng đồng bằng
=== ntm: requirement column
TT | Tiêu chí | Yêu cầu cần đạt | Cơ quan hướng dẫn
1 | Tỷ lệ hộ có nhà tiêu hợp vệ sinh | ≥ 85% | Sở Y tế
2 | Thu nhập bình quân đầu người năm 2025 (triệu đồng/người) | ≥ 58 | Cục Thống kê
3 | Có mô hình thôn thông minh | ≥ 01 mô hình | Sở Khoa học và Công nghệ
4 | Quy hoạch chung xây dựng xã được phê duyệt | Đạt | Sở Xây dựng
5 | Tỷ lệ nghèo đa chiều | ≤ 2,5% | Sở Nông nghiệp và Môi trường
---
level ge 85 % ; ordinal 1 ; implement Sở Y tế
level ge 58 ; ordinal 2
level ge 1 mô hình ; ordinal 3
task ; ordinal 4
level le 2.5 % ; ordinal 5
=== column numbers under the heading
TT | Chỉ tiêu | ĐVT | Kế hoạch năm 2025
(1) | (2) | (3) | (4)
1 | Số giường bệnh trên vạn dân | Giường | 32
2 | Tỷ lệ bao phủ bảo hiểm xã hội | % | 45,5
---
level eq 32 Giường ; ordinal 1
level eq 45.5 % ; ordinal 2
=== column letters under the heading
STT | Nội dung | Đơn vị | Chỉ tiêu giao
A | B | C | 1
1 | Số người tham gia BHXH tự nguyện | Người | 1.200
2 | Số người tham gia BHTN | Người | 850
---
level eq 1200 Người ; ordinal 1
level eq 850 Người ; ordinal 2
=== matrix: agencies across
STT | Chỉ tiêu | ĐVT | Xã Tân Hòa Bắc | Xã Suối Đá | Thị trấn Bình Sơn
1 | Tỷ lệ tham gia BHYT | % | 95 | 93,5 | ≥ 97
2 | Số lao động đi làm việc ở nước ngoài | Người | 10 | - | 25
---
level eq 95 % ; ordinal 1 ; implement Xã Tân Hòa Bắc
level eq 93.5 % ; ordinal 1 ; implement Xã Suối Đá
level ge 97 % ; ordinal 1 ; implement Thị trấn Bình Sơn
level eq 10 Người ; ordinal 2 ; implement Xã Tân Hòa Bắc
level eq 25 Người ; ordinal 2 ; implement Thị trấn Bình Sơn
=== matrix: total column
TT | Chỉ tiêu | ĐVT | Toàn huyện | Chia ra | <
^ | ^ | ^ | ^ | Xã Tân Hòa Bắc | Xã Suối Đá
1 | Số hộ thoát nghèo | Hộ | 165 | 45 | 120
---
level eq 165 Hộ ; ordinal 1
level eq 45 Hộ ; ordinal 1 ; implement Xã Tân Hòa Bắc
level eq 120 Hộ ; ordinal 1 ; implement Xã Suối Đá
=== matrix: levels across are groups
STT | Chỉ tiêu | Cấp tỉnh | Cấp huyện | Cấp xã
1 | Tỷ lệ văn bản ký số | 100% | 100% | 95%
2 | Tỷ lệ họp trực tuyến | ≥ 50% | ≥ 30% | Không quy định
---
level eq 100 % ; ordinal 1 ; for Cấp tỉnh
level eq 100 % ; ordinal 1 ; for Cấp huyện
level eq 95 % ; ordinal 1 ; for Cấp xã
level ge 50 % ; ordinal 2 ; for Cấp tỉnh
level ge 30 % ; ordinal 2 ; for Cấp huyện
=== columns whose edges are off by a hair
TT | Tiêu chí | Mức đạt chuẩn | < | < | < | <
^ | ^ | Nhóm 1 | Nhóm 2 | < | < | Nhóm 3
1 | Quy chế nhà văn hóa thôn | Đạt | < | < | < | <
2 | Tỷ lệ thôn có sân thể thao | ≥ 70% | < | ≥ 80% | < | 100%
3 | Tỷ lệ hộ được cung cấp thông tin | 60% | < | < | 75% | 90%
4 | Tỷ lệ di tích được tu bổ | 40% | 50% | < | < | Không quy định
---
task ; ordinal 1 ; for
level ge 70 % ; ordinal 2 ; for Nhóm 1
level ge 80 % ; ordinal 2 ; for Nhóm 2
level eq 100 % ; ordinal 2 ; for Nhóm 3
level eq 60 % ; ordinal 3 ; for Nhóm 1
level eq 75 % ; ordinal 3 ; for Nhóm 2
level eq 90 % ; ordinal 3 ; for Nhóm 3
level eq 40 % ; ordinal 4 ; for Nhóm 1
level eq 50 % ; ordinal 4 ; for Nhóm 2
=== "Đạt" for each group: each must reach what the nội dung says
TT | Nội dung tiêu chí | Mức đạt chuẩn | <
^ | ^ | Xã nhóm 1 | Xã nhóm 2
1 | Mỗi năm tổ chức ít nhất 02 hội thi | Đạt | Đạt
2 | Tỷ lệ hộ văn hóa | 90% | 80%
---
level ge 2 hội thi ; ordinal 1 ; for Xã nhóm 1
level ge 2 hội thi ; ordinal 1 ; for Xã nhóm 2
level eq 90 % ; ordinal 2 ; for Xã nhóm 1
level eq 80 % ; ordinal 2 ; for Xã nhóm 2
=== a nội dung that begins as a body's name does is no row of a matrix
TT | Nội dung tiêu chí | Mức đạt chuẩn | <
^ | ^ | Xã nhóm 1 | Xã nhóm 2
1 | Trung tâm Văn hóa cấp xã có quy chế hoạt động | Đạt | Đạt
2 | Tỷ lệ hộ văn hóa | 90% | 80%
3 | Tỷ lệ thôn có sân chơi | 70% | 60%
---
task ; ordinal 1 ; for Xã nhóm 1 ; content Trung tâm Văn hóa cấp xã có quy chế hoạt động
task ; ordinal 1 ; for Xã nhóm 2 ; content Trung tâm Văn hóa cấp xã có quy chế hoạt động
level eq 90 % ; ordinal 2 ; for Xã nhóm 1
level eq 80 % ; ordinal 2 ; for Xã nhóm 2
level eq 70 % ; ordinal 3 ; for Xã nhóm 1
level eq 60 % ; ordinal 3 ; for Xã nhóm 2
=== Đơn vị names bodies
STT | Đơn vị | Chỉ tiêu giao năm 2025 (người) | Ghi chú
1 | Xã Tân Hòa Bắc | 150 |
2 | Xã Suối Đá | 1.050 |
---
level eq 150 người ; ordinal 1 ; implement Xã Tân Hòa Bắc
level eq 1050 người ; ordinal 2 ; implement Xã Suối Đá
=== nothing: budget
STT | Nội dung | Kinh phí (triệu đồng) | Nguồn vốn
1 | Mua sắm máy tính | 1.250 | Ngân sách huyện
2 | Tập huấn chuyển đổi số | 120 | Ngân sách tỉnh
 | Tổng cộng | 1.370 |
---
=== nothing: abbreviations
STT | Chữ viết tắt | Nghĩa đầy đủ
1 | TTHC | Thủ tục hành chính
2 | CCHC | Cải cách hành chính
---
=== nothing: table of contents
Mục | Nội dung | Trang
1 | Phần mở đầu | 3
2 | Mục tiêu và nhiệm vụ | 12
---
=== nothing: letterhead
ỦY BAN NHÂN DÂN HUYỆN BÌNH SƠN ĐÔNG | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM//Độc lập - Tự do - Hạnh phúc
Số: 145/KH-UBND | Bình Sơn Đông, ngày 10 tháng 01 năm 2025
---
=== nothing: signature
Nơi nhận://- Như trên;//- Lưu: VT (12). | TM. ỦY BAN NHÂN DÂN//CHỦ TỊCH//Lê Minh Họa
---
=== nothing: list of works
STT | Tên đề án | Số quyết định | Ngày ban hành
1 | Đề án phát triển chăn nuôi | 312/QĐ-UBND | 12/3/2024
2 | Đề án cấp nước nông thôn | 98/QĐ-UBND | 02/01/2024
---
=== emulation criteria with prose cells
TT | Nội dung thi đua | Mức phấn đấu | Cơ quan theo dõi
2 | Văn hóa | Có từ 85% hộ gia đình trở lên đạt danh hiệu gia đình văn hóa | Phòng Văn hóa - Xã hội
3 | An ninh | Không để xảy ra trọng án; tỷ lệ phá án đạt trên 90% | Công an xã
---
level ge 85 % ; ordinal 2 ; monitor Phòng Văn hóa - Xã hội
level gt 90 % ; ordinal 3 ; monitor Công an xã
=== title carries đến năm
> BIỂU CHỈ TIÊU CHUYỂN ĐỔI SỐ ĐẾN NĂM 2030
STT | Chỉ tiêu | Đơn vị | Mục tiêu
1 | Tỷ lệ dân số có tài khoản định danh điện tử | % | Trên 80
2 | Kinh tế số trong GRDP | % | 30
---
level gt 80 % ; ordinal 1 ; due ..2030-12-31
level eq 30 % ; ordinal 2 ; due ..2030-12-31
=== title carries plain year or phase
> Biểu chỉ tiêu y tế năm 2025, giai đoạn 2025 - 2030
STT | Chỉ tiêu | Đơn vị | Kế hoạch
1 | Tỷ lệ tiêm chủng đầy đủ | % | ≥ 95
---
level ge 95 % ; ordinal 1 ; due none
=== tab separated with page break
STT\tChỉ tiêu\tĐVT\tKế hoạch năm 2025
1\tTỷ lệ bao phủ bảo hiểm y tế\t%\t95,5
2\tSố thôn có nhà văn hóa được nâng\tThôn\t42

7

STT\tChỉ tiêu\tĐVT\tKế hoạch năm 2025
\tcấp, sửa chữa\t\t
3\tTỷ lệ hộ có nước sạch\t%\t≥ 90
---
level eq 95.5 % ; ordinal 1
level eq 42 Thôn ; ordinal 2 ; content Số thôn có nhà văn hóa được nâng cấp, sửa chữa
level ge 90 % ; ordinal 3
=== sub-heading without a number
STT | Nội dung | Kết quả | Chủ trì
I | CÔNG TÁC CHỈ ĐẠO | < | <
 | Nội dung cần khắc phục | |
1 | Ban hành kế hoạch tuyên truyền | Kế hoạch | Phòng Nội vụ
---
task ; ordinal 1 ; section Nội dung cần khắc phục
=== unit cells with slash, mixed
STT | Chỉ tiêu | ĐVT | KH 2025
1 | Thu nhập bình quân | Triệu đồng/người/năm | 68,5
2 | Số cuộc kiểm tra | cuộc/năm | ≥ 4
3 | Mật độ đường | km/km2 | 1,25
4 | Số máy tính trên công chức | máy/người | 1
---
level eq 68.5 ; ordinal 1
level ge 4 ; ordinal 2
level eq 1.25 ; ordinal 3
level eq 1 ; ordinal 4
=== plus signs and sublevels
STT | Chỉ tiêu | ĐVT | Năm 2025
1 | Giáo dục | |
a | Tỷ lệ trường đạt chuẩn | % | 75
 | + Mầm non | % | 70
 | + Tiểu học | % | 80
b | Tỷ lệ phòng học kiên cố | % | 92
2 | Y tế | |
a | Số bác sĩ trên vạn dân | Bác sĩ | 9
---
level eq 75 % ; ordinal a ; content Giáo dục: Tỷ lệ trường đạt chuẩn
level eq 70 % ; content Giáo dục: Tỷ lệ trường đạt chuẩn: Mầm non
level eq 80 % ; content Giáo dục: Tỷ lệ trường đạt chuẩn: Tiểu học
level eq 92 % ; ordinal b ; content Giáo dục: Tỷ lệ phòng học kiên cố
level eq 9 Bác sĩ ; ordinal a ; content Y tế: Số bác sĩ trên vạn dân
=== headings: results in many words
STT | Chỉ tiêu | ĐVT | Hiện trạng năm 2024 | Mục tiêu năm 2025
1 | Tỷ lệ hộ có Internet | % | 78 | 85
---
level eq 85 % ; ordinal 1 ; base 2024 78
=== headings: estimate short
STT | Chỉ tiêu | ĐVT | Ước TH 2024 | KH 2025 | Đơn vị chủ trì
1 | Sản lượng cá | Tấn | 1.200 | 1.300 | Phòng Kinh tế
---
level eq 1300 Tấn ; ordinal 1 ; base 2024 1200 ; lead Phòng Kinh tế
=== headings: results of six months
STT | Chỉ tiêu | ĐVT | Kế hoạch năm 2025 | Kết quả 6 tháng đầu năm 2025 | Đánh giá
1 | Số hồ sơ | Hồ sơ | 1.500 | 812 | Chưa đạt
---
level eq 1500 Hồ sơ ; ordinal 1
=== headings: budget in a plan
STT | Nhiệm vụ | Chủ trì | Thời gian | Kinh phí (triệu đồng)
1 | Mua sắm thiết bị họp trực tuyến | Văn phòng | Quý II/2025 | 350
2 | Đào tạo 100 công chức | Phòng Nội vụ | Năm 2025 | 120
---
task ; ordinal 1 ; due 2025-04-01..2025-06-30
level eq 100 công chức ; ordinal 2 ; lead Phòng Nội vụ
=== headings: reversed order
Ghi chú | Hoàn thành | Phối hợp | Chủ trì | Công việc | STT
 | 30/6/2025 | Phòng Tư pháp | Phòng Nội vụ | Xây dựng quy chế phối hợp | 1
---
task ; ordinal 1 ; lead Phòng Nội vụ ; coordinate Phòng Tư pháp ; due ..2025-06-30 ; content Xây dựng quy chế phối hợp
=== headings: person in charge
STT | Nội dung công việc | Người phụ trách | Người thực hiện | Thời hạn
1 | Tổng hợp báo cáo quý | Ông Nguyễn Văn Mẫu | Bà Trần Thị Ví Dụ | 25/3/2025
---
task ; ordinal 1 ; due ..2025-03-25
=== headings: commune list with many indicators and a total
TT | Địa phương | Chỉ tiêu giao năm 2025 | < | <
^ | ^ | Số hộ thoát nghèo (hộ) | Tỷ lệ hộ nghèo còn lại (%) | Lao động có việc làm mới (người)
 | Toàn huyện | 165 | 2,1 | 1.250
1 | Xã Tân Hòa Bắc | 45 | 1,5 | 400
2 | Thị trấn Bình Sơn | 20 | 0,8 | 850
---
level eq 165 hộ
level eq 2.1 %
level eq 1250 người
level eq 45 hộ ; ordinal 1 ; implement Xã Tân Hòa Bắc
level eq 1.5 % ; ordinal 1 ; implement Xã Tân Hòa Bắc
level eq 400 người ; ordinal 1 ; implement Xã Tân Hòa Bắc
level eq 20 hộ ; ordinal 2 ; implement Thị trấn Bình Sơn
level eq 0.8 % ; ordinal 2 ; implement Thị trấn Bình Sơn
level eq 850 người ; ordinal 2 ; implement Thị trấn Bình Sơn
=== matrix: short body names
TT | Tên xã | Chỉ tiêu giường bệnh (giường) | Tỷ lệ tiêm chủng (%)
1 | Tân Hòa Bắc | 5 | 98
2 | Suối Đá | 7 | 96
---
level eq 5 giường ; ordinal 1 ; implement Tân Hòa Bắc
level eq 98 % ; ordinal 1 ; implement Tân Hòa Bắc
level eq 7 giường ; ordinal 2 ; implement Suối Đá
level eq 96 % ; ordinal 2 ; implement Suối Đá
=== matrix: short names across under a heading
TT | Chỉ tiêu | ĐVT | Chia theo xã | < | <
^ | ^ | ^ | Tân Hòa Bắc | Suối Đá | Gò Mây
1 | Số lớp tập huấn | Lớp | 2 | 3 | 1
---
level eq 2 Lớp ; ordinal 1 ; implement Tân Hòa Bắc
level eq 3 Lớp ; ordinal 1 ; implement Suối Đá
level eq 1 Lớp ; ordinal 1 ; implement Gò Mây
=== roman rows with values
TT | Chỉ tiêu | ĐVT | Kế hoạch 2025
I | Tổng giá trị sản xuất | Tỷ đồng | 5.120
1 | Nông, lâm nghiệp | Tỷ đồng | 1.250
2 | Công nghiệp, xây dựng | Tỷ đồng | 3.870
II | Tổng thu ngân sách | Tỷ đồng | 640
---
level eq 5120 Tỷ đồng ; ordinal I
level eq 1250 Tỷ đồng ; ordinal 1
level eq 3870 Tỷ đồng ; ordinal 2
level eq 640 Tỷ đồng ; ordinal II
=== sections of three depths
TT | Chỉ tiêu | ĐVT | Kế hoạch 2025
A | KINH TẾ | |
I | Nông nghiệp | |
1 | Diện tích lúa | Ha | 4.200
II | Công nghiệp | |
1 | Số cụm công nghiệp | Cụm | 2
B | XÃ HỘI | |
1 | Tỷ lệ hộ nghèo | % | ≤ 3
---
level eq 4200 Ha ; ordinal 1 ; section I Nông nghiệp
level eq 2 Cụm ; ordinal 1 ; section II Công nghiệp
level le 3 % ; ordinal 1 ; section B XÃ HỘI
=== trong đó
STT | Chỉ tiêu | ĐVT | KH 2025
1 | Số lao động được đào tạo | Người | 1.000
 | Trong đó: | |
 | - Lao động nữ | Người | 420
 | - Lao động nông thôn | Người | 700
2 | Xuất khẩu lao động | Người | 50
---
level eq 1000 Người ; ordinal 1
level eq 420 Người
level eq 700 Người
level eq 50 Người ; ordinal 2
=== a threshold in content, x in the value
STT | Nội dung | Chỉ tiêu | Đơn vị thực hiện
1 | Tỷ lệ hồ sơ trả đúng hạn từ 98% trở lên | Đạt | Bộ phận Một cửa
2 | Không có đơn thư vượt cấp | Đạt | Ban Tiếp công dân
---
level ge 98 % ; ordinal 1 ; implement Bộ phận Một cửa
doubt ; ordinal 2
=== dues 2
TT | Nhiệm vụ | Thời hạn hoàn thành
1 | Việc một | 9/2025
2 | Việc hai | Chậm nhất 30/6/2025
3 | Việc ba | Trước ngày 25 hằng tháng
4 | Việc bốn | Từ tháng 3 đến tháng 9/2025
5 | Việc năm | 6 tháng đầu năm 2025
6 | Việc sáu | Sau khi có hướng dẫn của Trung ương
7 | Việc bảy | Giai đoạn 2025 - 2030
8 | Việc tám | Trước 01/7/2025
9 | Việc chín | Quý I đến Quý III/2025
10 | Việc mười | Trong năm
---
task ; ordinal 1 ; due 2025-09-01..2025-09-30
task ; ordinal 2 ; due ..2025-06-30
task ; ordinal 3 ; due recurring P1M
task ; ordinal 4 ; due 2025-03-01..2025-09-30
task ; ordinal 5 ; due 2025-01-01..2025-06-30
task ; ordinal 6 ; due conditional
task ; ordinal 7 ; due 2025-01-01..2030-12-31
task ; ordinal 8 ; due ..2025-06-30
task ; ordinal 9 ; due 2025-01-01..2025-09-30
task ; ordinal 10 ; due 2025-01-01..2025-12-31
=== ntm: criteria with sub-rows and no ordinal heading
Tên tiêu chí | Nội dung tiêu chí | Chỉ tiêu chung | Chỉ tiêu theo vùng | <
^ | ^ | ^ | Khu vực đồng bằng | Khu vực miền núi
Giao thông | 1.1. Tỷ lệ km đường xã được nhựa hóa | 100% | 100% | ≥ 80%
^ | 1.2. Tỷ lệ đường thôn được cứng hóa | 80% | ≥ 85% | ≥ 65%
---
level eq 100 % ; ordinal 1.1.
level eq 100 % ; ordinal 1.1. ; for Khu vực đồng bằng
level ge 80 % ; ordinal 1.1. ; for Khu vực miền núi
level eq 80 % ; ordinal 1.2.
level ge 85 % ; ordinal 1.2. ; for Khu vực đồng bằng
level ge 65 % ; ordinal 1.2. ; for Khu vực miền núi
=== nothing: staff quota with person names
STT | Họ và tên | Ngày sinh | Số tiền thưởng (đồng)
1 | Nguyễn Văn Mẫu | 12/5/1980 | 1.000.000
---
=== nothing: past results with comparison
STT | Chỉ tiêu | ĐVT | Thực hiện năm 2023 | Thực hiện năm 2024 | So sánh (%)
1 | Sản lượng lúa | Tấn | 44.000 | 45.200 | 102,7
---
=== nothing: class schedule
Thứ | Sáng | Chiều
Thứ Hai | Họp giao ban | Tiếp công dân
Thứ Ba | Kiểm tra cơ sở | Làm việc tại cơ quan
---
=== list value cell with groups
STT | Chỉ tiêu | Mục tiêu 2025
1 | Tỷ lệ hồ sơ đúng hạn | - Cấp huyện: ≥ 99%//- Cấp xã: ≥ 97%
---
level ge 99 % ; ordinal 1 ; for Cấp huyện
level ge 97 % ; ordinal 1 ; for Cấp xã
=== merged value over rows
STT | Chỉ tiêu | Mục tiêu 2025 | Theo dõi
1 | Tỷ lệ công khai thủ tục | 100% | Văn phòng
2 | Tỷ lệ niêm yết | ^ | ^
3 | Tỷ lệ hồ sơ trễ hạn | Dưới 2% | ^
---
level eq 100 % ; ordinal 1 ; monitor Văn phòng
level eq 100 % ; ordinal 2 ; monitor Văn phòng
level lt 2 % ; ordinal 3 ; monitor Văn phòng
=== matrix whose headings hold the words of other columns
STT | Xã, thị trấn | Tỷ lệ trẻ đến trường (%) | Học tập | < | Tỷ lệ kết quả thi được nhập (%)
^ | ^ | ^ | Số lớp (lớp) | Xã đạt Tiêu chí giáo dục | ^
1 | Xã Tân Hòa | 98 | 12 | Đạt | 100
2 | Xã Hòa Bắc | ≥ 97 | 10 | - | 95
---
level eq 98 % ; ordinal 1 ; content Tỷ lệ trẻ đến trường ; implement Xã Tân Hòa
level eq 12 lớp ; content Học tập: Số lớp
task ; content Xã đạt Tiêu chí giáo dục ; implement Xã Tân Hòa
level eq 100 % ; content Tỷ lệ kết quả thi được nhập ; result
level ge 97 % ; ordinal 2 ; implement Xã Hòa Bắc
level eq 10 lớp
level eq 95 %
=== places by their bare names, and their sum
TT | Chỉ tiêu | ĐVT | Tân Hòa | Suối Cát | Tổng
1 | Số hộ thoát nghèo | hộ | 12 | 15 | 27
---
level eq 12 hộ ; ordinal 1 ; for Tân Hòa ; implement Tân Hòa
level eq 15 hộ ; for Suối Cát ; implement Suối Cát
level eq 27 hộ ; for ; implement
=== agencies as columns, several of them in one
TT | Chỉ tiêu | Phòng Nội vụ | Các xã, thị trấn
1 | Tỷ lệ hồ sơ đúng hạn | 99% | Trên 95%
---
level eq 99 % ; implement Phòng Nội vụ
level gt 95 % ; implement Các xã, thị trấn
=== bare years below a heading
TT | Chỉ tiêu | Hiện trạng 2024 | Lộ trình thực hiện | <
^ | ^ | ^ | 2025 | 2030
1 | Tỷ lệ hộ dùng nước sạch (%) | 61,2 | 65 | ≥ 85
---
level eq 65 % ; due 2025-01-01..2025-12-31 ; base 2024 61.2
level ge 85 % ; due 2030-01-01..2030-12-31 ; base 2024 61.2
=== plan and estimate of last year
TT | Chỉ tiêu | ĐVT | TH 2023 | Năm 2024 | < | Kế hoạch 2025
^ | ^ | ^ | ^ | Kế hoạch | Ước TH | ^
1 | Thu ngân sách | tỷ đồng | 90 | 95 | 98 | 105
---
doubt ; base 2023 90
level eq 105 tỷ đồng ; base 2024 98
=== bounds by the heading
TT | Chỉ số | ĐVT | Mức giao | < | Không quá
^ | ^ | ^ | Tối thiểu | Phấn đấu | ^
1 | Số lớp tập huấn | lớp | 05 | 08 | 10
---
level ge 5 lớp ; implement
level eq 8 lớp
level le 10 lớp
=== points and places, this year and last
TT | Chỉ số | Kết quả năm 2024 | < | Mục tiêu năm 2025 | < | Cơ quan đầu mối
^ | ^ | Điểm số | Thứ hạng | Điểm số | Thứ hạng | ^
1 | Gia nhập thị trường | 7,1 | 35 | ≥ 7,4 | 25 | Sở Tài chính
2 | Tính minh bạch | 6 | 41 | 6,5 | Tăng 5 bậc | Sở Nội vụ
---
level ge 7.4 ; base 2024 7.1 ; implement Sở Tài chính ; due 2025-01-01..2025-12-31
rank le 25 ; base 2024 35 ; implement Sở Tài chính
level eq 6.5 ; base 2024 6
change increase eq 5 bậc ; base 2024 41
=== points without a target are no targets
TT | Tiêu chí | Điểm số | Yêu cầu
1 | Tỷ lệ hồ sơ đúng hạn | 10 | ≥ 98%
---
level ge 98 % ; ordinal 1
=== a unit in the heading of the contents
TT | Chỉ tiêu (%) | Năm 2025 | Năm 2030
1 | Tỷ lệ hộ dùng nước sạch | 65 | 80
---
level eq 65 %
level eq 80 %
=== two columns without numbers
Chỉ tiêu | Giá trị
Tỷ lệ giải ngân | ≥ 95%
Số dự án hoàn thành | 12 dự án
---
level ge 95 % ; content Tỷ lệ giải ngân
level eq 12 dự án
=== two columns, and first of all a section
Chỉ tiêu | Mục tiêu
A. Phát triển hạ tầng |
Thời gian chờ khám bệnh | Đạt 65 phút
B. Lĩnh vực y tế |
Hộ dùng nước sạch | ≥ 5%
---
level eq 65 phút ; section A. Phát triển hạ tầng
level ge 5 % ; section B. Lĩnh vực y tế
=== a heading that ends in a bound of time
# | Nhiệm vụ | Đơn vị đầu mối | Hoàn thành trước
1 | Ban hành quy chế | Phòng Nội vụ | Tháng 11/2025
2 | Lập danh sách | Phòng Nội vụ | 15/8/2025
3 | Báo cáo | Phòng Nội vụ | Hàng quý
---
task ; ordinal 1 ; due ..2025-10-31
task ; ordinal 2 ; due ..2025-08-14
task ; ordinal 3 ; due recurring P3M
=== two columns of time
TT | Nhiệm vụ | Chủ trì | Thời gian | <
^ | ^ | ^ | Bắt đầu | Kết thúc
1 | Số hóa sổ hộ tịch | Phòng Tư pháp | 01/3/2025 | 30/6/2025
---
task ; due 2025-03-01..2025-06-30
=== the state reached beside the target
TT | Nội dung | Kết quả đạt được | Chỉ tiêu phấn đấu
1 | Hồ sơ trễ hạn | 5,2% | Giảm xuống dưới 1%
---
level lt 1 % ; base - 5.2 ; result
=== the state reached alone
TT | Nhiệm vụ | Kết quả đạt được | Đơn vị thực hiện
1 | Lắp trạm quan trắc | Ít nhất 15 trạm | Sở Nội vụ
---
level ge 15 trạm ; result Ít nhất 15 trạm
=== amounts of a result cell
TT | Nhiệm vụ | Kết quả cần đạt | Mốc hoàn thành
1 | Quảng bá du lịch | 06 chuyên mục/năm; 01 bộ nhận diện | Quý II/2025
2 | Tuyên truyền | - 20 buổi;//- 500 tờ rơi. | Quý III/2025
---
level eq 6 chuyên mục ; per P1Y ; due 2025-04-01..2025-06-30
level eq 1 bộ
level eq 20 buổi
level eq 500 tờ rơi
=== a part in brackets
TT | Chỉ tiêu | Mức giao
1 | Hộ dùng nước hợp vệ sinh | 100% (≥ 80% nước sạch)
2 | Xã có trạm y tế | 100% (25/25 xã)
3 | Hồ sơ trực tuyến | ≥ 60% (năm 2024 đạt trên 52%)
---
level eq 100 % ; ordinal 1
level ge 80 % ; ordinal 1
level eq 100 % ; ordinal 2
level ge 60 % ; ordinal 3
=== a change told by the contents
TT | Chỉ tiêu | Mức giao
1 | Giảm số vụ cháy | Từ 5% đến 10% so với năm 2024
2 | Giảm số vụ trộm cắp | 5 - 10%
3 | Giảm tỷ lệ tái nghiện | 5 - 10%
---
change decrease 5 10 % ; base 2024 -
change decrease 5 10 %
doubt
=== numbers that only name what a value is of
TT | Chỉ tiêu | Mức giao
1 | Vườn ươm | Loại 1: 20.000 cây; loại 2: 5.000 cây
---
level eq 20000 cây
level eq 5000 cây
=== numbered lines of the contents
TT | Nội dung | Đơn vị thực hiện
1 | 1. Rà soát hồ sơ//2. Lập danh sách | Phòng Nội vụ
---
task ; content Rà soát hồ sơ Lập danh sách
task
=== a number in the contents goes on with that of the row
STT | Nhóm nhiệm vụ | Nhiệm vụ cụ thể | Đơn vị thực hiện
1 | Hạ tầng số | 1.1. Phủ sóng | Sở Nội vụ
2 | Nhân lực số | 2.1. Tập huấn | Sở Nội vụ
---
task ; ordinal 1.1. ; content Phủ sóng ; section Hạ tầng số
task ; ordinal 2.1. ; content Tập huấn ; section Nhân lực số
=== a ditto mark for the unit
TT | Chỉ tiêu | ĐVT | Kế hoạch
1 | Nông nghiệp | ha | 4
2 | Lâm nghiệp | " | 10,5
---
level eq 4 ha
level eq 10.5 ha
=== titles between headings that are printed again
Tên chỉ tiêu | ĐVT | Kế hoạch 2025
Số giường bệnh | giường | 190
2. Văn hóa, du lịch | < | <
Tên chỉ tiêu | ĐVT | Kế hoạch 2025
Số buổi chiếu phim | buổi | 20
---
level eq 190 giường
level eq 20 buổi ; section 2. Văn hóa, du lịch
=== decimals with a point
TT | Chỉ tiêu | ĐVT | Thực hiện 2024 | Kế hoạch 2025
1 | Dân số trung bình | triệu người | 78.6858 | 80.735
2 | Tỷ lệ tăng | % | 1.3 | 1.2
---
doubt ; ordinal 1
level eq 1.2 % ; ordinal 2
=== a caption above
> Bảng 2. Nhóm lãnh đạo phòng
STT | Vị trí công việc | Nội dung | Chỉ tiêu
1 | Trưởng phòng Nội vụ | Tham mưu văn bản | 100%
---
level eq 100 % ; section Bảng 2. Nhóm lãnh đạo phòng ; implement Trưởng phòng Nội vụ
=== a section of the text does not reach over the title of an annex
> IV. KINH PHÍ
> Kinh phí do ngân sách huyện bảo đảm.
> PHỤ LỤC
> Nhiệm vụ trọng tâm
TT | Nhiệm vụ | Cơ quan chủ trì thẩm định
1 | Rà soát hồ sơ | Sở Xây dựng
---
task ; section ; lead Sở Xây dựng
=== periods below the indicators of a matrix
STT | Xã | Tỷ lệ bao phủ BHYT (%) | < | Số người đóng BHXH (người) | <
^ | ^ | TH 2024 | KH 2025 | TH 2024 | KH 2025
1 | Xã Tân Hòa | 92 | 95 | 120 | 150
---
level eq 95 % ; content Tỷ lệ bao phủ BHYT ; base 2024 92 ; due 2025-01-01..2025-12-31
level eq 150 người ; content Số người đóng BHXH ; base 2024 120
=== columns of a matrix measure different things
STT | Xã | Bình quân tiêu chí | Số tiêu chí đạt năm 2024 | Số tiêu chí phấn đấu năm 2025
1 | Xã Tân Hòa | 17,5 | 15 | 19
---
level eq 17.5 ; base none
level eq 19 ; base 2024 15
=== a chỉ tiêu column that names what is measured
STT | Nhiệm vụ | Chỉ tiêu | ĐVT | KH 2025
1 | Hạ tầng số | Tỷ lệ thôn có sóng 4G | % | 100
2 | Nhân lực số | Số cán bộ được tập huấn | người | 1.200
---
level eq 100 % ; content Tỷ lệ thôn có sóng 4G ; section Hạ tầng số
level eq 1200 người ; content Số cán bộ được tập huấn ; section Nhân lực số
=== a mục tiêu column that groups the contents
STT | Mục tiêu | Chỉ số đánh giá | 2025 | 2026
1 | Nâng chất lượng nước | Tỷ lệ hộ dùng nước sạch (%) | 65 | 70
---
level eq 65 % ; content Tỷ lệ hộ dùng nước sạch (%) ; section Nâng chất lượng nước
level eq 70 %
=== a short name before the contents
STT | Tên tiêu chí | Nội dung | Yêu cầu | Thực trạng
1 | Giao thông | Tỷ lệ đường thôn được cứng hóa | ≥ 80% | 72%
---
level ge 80 % ; content Tỷ lệ đường thôn được cứng hóa ; section Giao thông ; base - 72
=== a part of the year is a due, the year itself none
STT | Chỉ tiêu | 6 tháng đầu năm | Cả năm
1 | Thu ngân sách (tỷ đồng) | 60 | 125
---
level eq 60 tỷ đồng ; due 2025-01-01..2025-06-30
level eq 125 tỷ đồng ; due none
=== a result of part of the year
TT | Nội dung | Giao năm 2025 | Thực hiện 6 tháng
1 | Thu ngân sách (tỷ đồng) | 120 | 64,5
---
level eq 120 tỷ đồng ; base - 64.5
=== an unknown heading beside units
TT | Chỉ tiêu | ĐVT | Con số
1 | Khám sức khỏe học sinh | em | 3.200
---
doubt ; ordinal 1
=== three heading rows
TT | Chỉ tiêu | ĐVT | Mục tiêu | < | < | <
^ | ^ | ^ | Năm 2025 | < | Năm 2030 | <
^ | ^ | ^ | Cấp huyện | Cấp xã | Cấp huyện | Cấp xã
1 | Tỷ lệ hồ sơ xử lý trực tuyến | % | 80 | 60 | 100 | 90
---
level eq 80 % ; ordinal 1 ; for Cấp huyện ; due 2025-01-01..2025-12-31
level eq 60 % ; ordinal 1 ; for Cấp xã ; due 2025-01-01..2025-12-31
level eq 100 % ; ordinal 1 ; for Cấp huyện ; due 2030-01-01..2030-12-31
level eq 90 % ; ordinal 1 ; for Cấp xã ; due 2030-01-01..2030-12-31
=== change column by heading
TT | Chỉ tiêu | ĐVT | Mức giảm so với năm 2024
1 | Số vụ tai nạn giao thông | % | 10
2 | Số người chết | % | Trên 5
---
change decrease eq 10 % ; ordinal 1 ; base 2024 -
change decrease gt 5 % ; ordinal 2 ; base 2024 -
=== how much less of an amount, by the name
TT | Chỉ tiêu | ĐVT | Kế hoạch năm 2025
1 | Giảm lượng phân bón vô cơ | % | 8 - 10
2 | Tăng số lượt khách tham quan | % | ≥ 12
---
change decrease 8 10 % ; ordinal 1
change increase ge 12 % ; ordinal 2
=== how much less of an amount, or what is left
TT | Chỉ tiêu | ĐVT | Kế hoạch năm 2025
1 | Giảm tỷ lệ hộ nghèo | % | 1,5
2 | Tăng số hồ sơ trực tuyến | % | 80
---
doubt
=== a heading that nobody knows over bodies
TT | Chỉ tiêu | Kế hoạch | Nơi đảm đương
1 | Số hộ thoát nghèo (hộ) | 40 | Phòng Nội vụ; UBND xã Suối Đá
2 | Số lớp học nghề (lớp) | 5 | Phòng Nông nghiệp và Môi trường
---
level eq 40 hộ ; implement Phòng Nội vụ / UBND xã Suối Đá
level eq 5 lớp ; implement Phòng Nông nghiệp và Môi trường
=== communes below a heading that nobody knows
STT | Địa bàn | Số hộ nghèo cần giảm (hộ) | Tỷ lệ dùng nước sạch (%)
1 | Xã Tân Hòa | 45 | ≥ 91
2 | Xã Gò Mây | 20 | 88,5
---
level eq 45 hộ ; implement Xã Tân Hòa ; content Số hộ nghèo cần giảm
level ge 91 % ; implement Xã Tân Hòa
level eq 20 hộ ; implement Xã Gò Mây
level eq 88.5 % ; implement Xã Gò Mây
=== a full stop behind the unit in brackets
TT | Nội dung | Chỉ tiêu
1 | Diện tích rừng trồng mới (ha). | Tối thiểu 120
---
level ge 120 ha
=== results to reach beside their units
TT | Các chỉ tiêu | ĐVT | Kết quả cần đạt | Chủ trì
1 | Sản lượng mía | tấn | Từ 6.700 trở lên | Phòng Kinh tế
2 | Tỷ lệ hộ có nước sạch | % | ≥ 84 | Phòng Kinh tế
---
level ge 6700 tấn ; content Sản lượng mía
level ge 84 % ; content Tỷ lệ hộ có nước sạch
=== results to reach beside what they are of
TT | Các chỉ tiêu | Kết quả cần đạt | Chủ trì
1 | Sản lượng mía | Từ 6.700 tấn trở lên | Phòng Kinh tế
2 | Tỷ lệ hộ có nước sạch (%) | ≥ 84 | Phòng Kinh tế
---
level ge 6700 tấn ; content Sản lượng mía
level ge 84 % ; content Tỷ lệ hộ có nước sạch (%)
=== a name divided at its dash, beside as many tasks as bodies
TT | Nhiệm vụ | Thực hiện
1 | - Rà soát hồ sơ; // - Mở lớp tập huấn. | - Phòng Tài chính // - Kế hoạch // - Sở Nội vụ
---
task ; implement Phòng Tài chính - Kế hoạch
task ; implement Sở Nội vụ
=== results to reach of several levels
TT | Nhiệm vụ | Kết quả cần đạt | Chủ trì
1 | Mức độ hài lòng của người dân | - Cấp sở: trên 95% // - Cấp huyện: trên 87,1% | Sở Nội vụ
2 | Xây dựng mô hình điểm | Mỗi xã 05 mô hình | Sở Nội vụ
---
level gt 95 % ; for Cấp sở
level gt 87.1 % ; for Cấp huyện
level eq 5 mô hình ; each
=== results to reach in words
TT | Nhiệm vụ | Kết quả cần đạt | Chủ trì
1 | Bảo đảm 95% hồ sơ đúng hạn | Báo cáo kết quả | Sở Nội vụ
2 | Rà soát thủ tục | Danh mục được công bố | Sở Tư pháp
---
level eq 95 % ; result Báo cáo kết quả
task ; result Danh mục được công bố
=== criteria as long as their contents
STT | Tên tiêu chí | Nội dung tiêu chí | Yêu cầu
1 | Cải cách thủ tục hành chính | Hồ sơ nộp qua mạng | ≥ 80%
---
level ge 80 % ; content Hồ sơ nộp qua mạng ; section Cải cách thủ tục hành chính
=== a column of a matrix that mostly sets nothing
STT | Nội dung chỉ tiêu | ĐVT | Xã Tân Hòa | Phường Gò Mây
1 | Rác thải được thu gom | % | 91,5 | 96,9
2 | Số lớp tập huấn | lớp | 3 | Không quy định
3 | Diện tích trồng rừng | ha | 20 | Không quy định
---
level eq 91.5 % ; implement Xã Tân Hòa
level eq 96.9 % ; implement Phường Gò Mây
level eq 3 lớp ; implement Xã Tân Hòa
level eq 20 ha ; implement Xã Tân Hòa
=== results to reach, their units in the contents
TT | Nhiệm vụ | Kết quả cần đạt | Chủ trì
1 | Tỷ lệ hồ sơ lưu trữ được số hóa (%) | > 59,4 | Văn phòng UBND tỉnh
---
level gt 59.4 %
=== amounts below each other in a result cell
TT | Nhiệm vụ | Sản phẩm | Chủ trì
1 | Tuyên truyền phòng cháy | 02 phóng sự // 80% hộ dân được phát tờ rơi // 06 buổi tập huấn | Công an xã
---
level eq 2 phóng sự
level eq 80 %
level eq 6 buổi
=== a row of units below the headings
STT | Xã, thị trấn | Số xã đạt chuẩn | Tỷ lệ hộ nghèo | Hợp tác xã thành lập mới
^ | ^ | xã | % | hợp tác xã
1 | Xã Tân Hòa | 1 | Dưới 4,5 | 2
---
level eq 1 xã ; content Số xã đạt chuẩn
level lt 4.5 % ; content Tỷ lệ hộ nghèo
level eq 2 hợp tác xã ; content Hợp tác xã thành lập mới
=== numbers and shares of the same
STT | Xã, thị trấn | Hộ nghèo | <
^ | ^ | hộ | %
1 | Xã Tân Hòa | 31 | 4,5
---
level eq 31 hộ ; content Hộ nghèo
level eq 4.5 % ; content Hộ nghèo
=== an amount after the end of a page
STT	Nhiệm vụ	Cơ quan	Thời gian
1	Bảo đảm tối thiểu	Phòng Nội vụ	Quý II/2025


STT	Nhiệm vụ	Cơ quan	Thời gian
	93% văn bản đi được ký số
2	Nhân rộng ít nhất	Phòng Tư pháp	Quý II/2025


STT	Nhiệm vụ	Cơ quan	Thời gian
	04 mô hình hòa giải


STT	Nhiệm vụ	Cơ quan	Thời gian
3	Mở lớp tập huấn	Phòng Nội vụ	Quý III/2025
---
level ge 93 % ; ordinal 1 ; section
level ge 4 mô hình ; ordinal 2 ; section
task ; ordinal 3 ; section
=== a list that begins anew on each page
STT	Nhiệm vụ	Cơ quan	Thời gian
1	<ul> <li>- Rà soát thủ tục;</li> <li>- Bảo đảm ít nhất 87%</li> </ul>	Phòng Nội vụ	Quý II/2025


STT	Nhiệm vụ	Cơ quan	Thời gian
	<ul> <li>hồ sơ giải quyết đúng hạn;</li> <li>- Mở lớp bồi dưỡng.</li> </ul>
---
task ; ordinal 1
level ge 87 % ; ordinal 1
task ; ordinal 1
=== the unit above the table
> Đơn vị: triệu đồng
STT | Tên xã | Chỉ tiêu giao
1 | Xã Tân Hòa | 1.250
---
level eq 1250 triệu đồng
=== headings: task beside target beside result
STT | Mục tiêu | Chỉ tiêu cụ thể | Nhiệm vụ, giải pháp | Sản phẩm | Cơ quan chủ trì, phối hợp | Thời hạn
1 | Nâng cao sự hài lòng | Mức độ hài lòng đạt trên 90% | Khảo sát ý kiến người dân | Báo cáo khảo sát | Sở Nội vụ | Quý IV/2025
---
level gt 90 % ; ordinal 1 ; due 2025-10-01..2025-12-31 ; result Báo cáo khảo sát
"""


def one_value(line: str) -> Case:
    indicator, cell, expected = line.split(" | ")
    return Case(
        f"{indicator}: {cell}", f"STT | Chỉ tiêu | Mục tiêu\n1 | {indicator} | {cell}", expected
    )


def one_task(line: str) -> Case:
    task, expected = line.split(" | ")
    table = f"STT | Nhiệm vụ | Chủ trì | Thời gian\n1 | {task} | Sở Nội vụ | Năm 2025"
    return Case(task, table, expected)


def whole_tables(block: str) -> list[Case]:
    found = []
    for part in block.strip("\n").split("=== ")[1:]:
        name, _, rest = part.partition("\n")
        table, _, expected = rest.partition("\n---\n")
        found.append(Case(name, table, expected.strip("\n").replace("\n", " || ")))
    return found


def params() -> list[object]:
    read = [one_value(line) for line in lines(VALUES)] + [one_task(line) for line in lines(TASKS)]
    read += whole_tables(TABLES)
    misread = [(one_value(line), reason) for line, reason in VALUES_MISREAD.items()]
    known = [
        pytest.param(case, id=case.name, marks=pytest.mark.xfail(strict=True, reason=reason))
        for case, reason in misread
    ]
    return [*(pytest.param(case, id=case.name) for case in read), *known]


@pytest.mark.parametrize("case", params())
def test_reads_as_the_target_model_says(case: Case) -> None:
    written = case.table if "\t" in case.table or "|--" in case.table else html(case.table)
    check(targets(written), case.expected.split(" || ") if case.expected else [])


# --------------------------------------------------------------------------- over a page's end

HEADING = "STT\tNội dung\tChỉ tiêu\tCơ quan thực hiện"


def over_pages(*pages: str) -> list[Target]:
    """The targets of a table printed on several pages, its heading on each."""
    return targets("\n\n\n".join(f"{HEADING}\n{page}" for page in pages) + "\n")


def test_a_cell_merged_over_a_pages_end_belongs_to_the_rows_on_both_sides() -> None:
    found = over_pages(
        "1\tLớp học kỹ năng số\t05 lớp\tCông an xã\n2\tVườn mẫu\t03 vườn\tCông chức Địa chính - Xây",
        "3\tCây xanh trồng mới\t800 cây\tdựng\n4\tCamera an ninh\t10 camera\tCông an xã",
    )
    names = [[agency.name for agency in target.agencies] for target in found]
    whole = ["Công chức Địa chính - Xây dựng"]
    assert names == [["Công an xã"], whole, whole, ["Công an xã"]]
    assert not any(target.doubts for target in found)


def test_a_blank_below_a_pages_end_in_a_column_without_blanks_is_doubted() -> None:
    rows = "1\tLớp học kỹ năng số\t05 lớp\tCông an xã\n2\tVườn mẫu\t03 vườn\tTrạm Y tế xã"
    *_, third, fourth = over_pages(
        rows, "3\tCây xanh trồng mới\t800 cây\t\n4\tCamera an ninh\t10 camera\tCông an xã"
    )
    assert [agency.name for agency in third.agencies] == ["Trạm Y tế xã"]
    assert (third.doubts, fourth.doubts) == (("unread_agency",), ())


def test_names_after_a_semicolon_keep_their_role_over_a_pages_end() -> None:
    (found,) = over_pages(
        "1\tVườn mẫu\t03 vườn\tCông an xã chủ trì, phối hợp với Trạm Y tế xã;",
        "\t\t\tHội Nông dân xã",
    )
    roles = [(agency.role, agency.name) for agency in found.agencies]
    assert roles == [
        ("lead", "Công an xã"),
        ("coordinate", "Trạm Y tế xã"),
        ("coordinate", "Hội Nông dân xã"),
    ]


def test_a_name_of_which_only_the_head_stands_above_a_pages_end_goes_on_below_it() -> None:
    found = over_pages("1\tVườn mẫu\t03 vườn\tCông an xã và Phòng", "2\tCây xanh\t800 cây\tVăn hóa")
    names = [[agency.name for agency in target.agencies] for target in found]
    assert names == [["Công an xã", "Phòng Văn hóa"]] * 2


ROLES_OVER_PAGES = [
    ("Công an xã phối hợp với", "Trạm Y tế xã"),
    ("- Chủ trì: Công an xã - Phối hợp:", "Trạm Y tế xã"),
    ("- Chủ trì: Công an xã", "- Phối hợp: Trạm Y tế xã"),
]


@pytest.mark.parametrize(("above", "below"), ROLES_OVER_PAGES)
def test_who_helps_may_stand_below_a_pages_end(above: str, below: str) -> None:
    for rest in (f"\t\t\t{below}", f"2\tCây xanh\t800 cây\t{below}"):
        for target in over_pages(f"1\tVườn mẫu\t03 vườn\t{above}", rest):
            roles = [(agency.role, agency.name) for agency in target.agencies]
            assert roles == [("lead", "Công an xã"), ("coordinate", "Trạm Y tế xã")]
            assert not target.doubts


def test_names_that_may_go_on_below_a_pages_end_are_doubted() -> None:
    found = over_pages("1\tVườn mẫu\t03 vườn\tCông an xã;", "2\tCây xanh\t800 cây\tHội Nông dân xã")
    assert [target.doubts for target in found] == [("unread_agency",)] * 2


def test_each_time_of_a_list_over_a_pages_end_stays_one_item() -> None:
    heading = "TT | Nhiệm vụ | Thực hiện | Thời gian"
    found = targets(
        html(f"{heading}\n1 | - Số hóa hồ sơ; | Công an xã | - Hằng năm")
        + html(f"{heading}\n | - Lập danh sách hộ nghèo. | | - 06 tháng, năm")
    )
    assert [t.due.every for t in found if t.due] == [("P1Y",), ("P6M", "P1Y")]


def test_a_column_of_a_group_without_values_names_nothing() -> None:
    (found,) = targets(
        html(
            "TT | Nội dung | Mục tiêu | < | < | Chủ trì\n"
            "^ | ^ | Xã nhóm 1 | Xã nhóm 2 | Xã nhóm 3 | ^\n"
            "1 | Trẻ được tiêm chủng | Không quy định | Không quy định | 93% | Trạm Y tế xã"
        )
    )
    assert (found.content, found.applies_to) == ("Trẻ được tiêm chủng", "Xã nhóm 3")


def test_the_last_word_of_a_task_below_a_pages_end_is_no_section() -> None:
    heading = "TT | Nhiệm vụ | Thực hiện"
    found = targets(
        html(f"{heading}\n1 | Số hóa hồ sơ lưu trữ của | Công an xã")
        + html(f"{heading}\n | Phòng. | \n2 | Lập danh sách hộ nghèo | Công an xã")
    )
    assert [(t.statement, t.section) for t in found] == [
        ("Số hóa hồ sơ lưu trữ của Phòng.", ()),
        ("Lập danh sách hộ nghèo", ()),
    ]


def test_a_list_of_amounts_goes_on_below_a_pages_end() -> None:
    heading = "TT | Nhiệm vụ | Kết quả | Thực hiện"
    found = targets(
        html(f"{heading}\n1 | Truyền thông | 08 lớp tập huấn//97% hồ sơ được số hóa | Công an xã")
        + html(f"{heading}\n | | 07 phóng sự | phối hợp với Trạm Y tế xã")
    )
    values = [(target.threshold.value, target.threshold.unit) for target in found]
    assert values == [(8, "lớp"), (97, "%"), (7, "phóng sự")]


TIMES_OVER_PAGES = [
    ("Đến ngày 07 tháng 7", "năm 2026", [(None, "2026-07-07")] * 2),
    ("Quý", "IV năm 2026", [("2026-10-01", "2026-12-31")] * 2),
    ("Hằng năm", "28/2/2026", [(None, None), (None, "2026-02-28")]),
    ("Thường xuyên trong năm", "17/7/2026", [(None, None), (None, "2026-07-17")]),
    ("Hàng quý", "2026 - 2029", [(None, None), ("2026-01-01", "2029-12-31")]),
]


@pytest.mark.parametrize(("above", "below", "expected"), TIMES_OVER_PAGES)
def test_a_time_goes_on_below_a_pages_end_where_it_is_not_whole(
    above: str, below: str, expected: list[tuple[str | None, str | None]]
) -> None:
    pages = (f"1\tVườn mẫu\t03 vườn\t{above}", f"2\tCây xanh\t800 cây\t{below}")
    heading = HEADING.replace("Cơ quan thực hiện", "Thời hạn")
    found = targets("\n\n\n".join(f"{heading}\n{page}" for page in pages) + "\n")
    assert [(t.due.start, t.due.end) for t in found if t.due] == expected


# --------------------------------------------------------------------------- what is not read


UNREAD = {
    "TT | Chỉ tiêu | Kế hoạch | Tỷ trọng\n1 | Thu nội địa (tỷ đồng) | 500 | 80%": ["Tỷ trọng"],
    "TT | Nội dung | Phương án thấp | Phương án cao | Đơn vị thực hiện\n1 | Số lớp | 5 | 8 | Sở Nội vụ": [
        "Phương án thấp",
        "Phương án cao",
    ],
    "TT | Chỉ tiêu | Kế hoạch | Tình trạng\n1 | Số lớp (lớp) | 5 | Đang mở": [],
    "TT | Chỉ tiêu | Kế hoạch | So sánh (%) | Ghi chú\n1 | Số lớp (lớp) | 5 | 102 | 3 lớp": [],
}


@pytest.mark.parametrize("table", UNREAD)
def test_a_column_of_values_is_not_lost_in_silence(table: str) -> None:
    source = text_export.read((LETTERHEAD + html(table)).encode())
    result = extraction(source, SourceFile("a.txt", "0" * 64, "txt", None, False))
    found = [w for w in result.warnings if w.code == "value_not_read"]
    assert [warning.source[0].quote for warning in found] == UNREAD[table]


def test_a_table_of_values_without_known_headings_is_not_lost_in_silence() -> None:
    table = "No. | KPI | Target\n1 | Số lớp | 12\n2 | Số cuộc | 4\n3 | Số buổi | 8"
    source = text_export.read((LETTERHEAD + html(table)).encode())
    result = extraction(source, SourceFile("a.txt", "0" * 64, "txt", None, False))
    assert [warning.code for warning in result.warnings] == ["table_not_read"]


def test_a_task_beside_a_value_that_is_not_read_is_doubted() -> None:
    (found,) = targets(html("TT | Nội dung | Phương án thấp | Chủ trì\n1 | Mở lớp | 5 | Sở Nội vụ"))
    assert found.threshold.kind == "task"
    assert found.doubts == ("unclear_threshold",)


def test_a_piece_on_the_next_page_may_sound_like_headings() -> None:
    first = html(
        "STT | Nội dung | Chỉ tiêu | Cơ quan thực hiện\n"
        "1 | Tỷ lệ hồ sơ đúng hạn | 95% | Phòng Tư pháp\n"
        " | - Cấp huyện | 98% | Phòng Nội vụ"
    )
    second = html(
        " | - Cấp xã | Đạt tối thiểu 92,8% | Phòng Nội vụ chủ trì, phối hợp với Phòng Tư pháp\n"
        "2 | Kế hoạch kiểm tra | Nhiệm vụ thường xuyên | Thanh tra huyện chủ trì"
    )
    check(
        targets(first + second),
        [
            "level eq 95 % ; ordinal 1",
            "level eq 98 % ; implement Phòng Nội vụ",
            "level ge 92.8 % ; content Tỷ lệ hồ sơ đúng hạn: Cấp xã ; lead Phòng Nội vụ",
            "task ; ordinal 2 ; lead Thanh tra huyện",
        ],
    )


def test_bodies_that_nothing_parts_are_told_apart() -> None:
    table = "TT | Nhiệm vụ | Thực hiện\n1 | Mở 02 lớp | Công an huyện Phòng Văn hóa và Thông tin"
    (found,) = targets(html(table))
    assert [a.name for a in found.agencies] == ["Công an huyện", "Phòng Văn hóa và Thông tin"]
