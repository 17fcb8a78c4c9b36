"""What the rows and the columns of a table are about: names under headings that nobody knows, places
and groups, states that are no targets. Written in the short form of :mod:`tests.test_tables`."""

# ruff: noqa: E501 - a line is a row of a table

from __future__ import annotations

import pytest

from tests.test_tables import Case, check, html, targets, whole_tables

TABLES = """
=== a name under a heading that nobody knows
TT | Loại cây giống | Số lượng (cây) | Tỷ lệ sống (%) | Thời gian | Đơn vị thực hiện
1 | Keo lai | 12.500 | ≥ 85 | Tháng 6 | Phòng Kinh tế
2 | Quế | 4.000 | > 80 | Tháng 8 | UBND xã Suối Đá
---
level eq 12500 cây ; content Keo lai ; for ; implement Phòng Kinh tế
level ge 85 % ; content Tỷ lệ sống: Keo lai ; for Keo lai ; implement Phòng Kinh tế
level eq 4000 cây ; content Quế ; for ; implement UBND xã Suối Đá
level gt 80 % ; content Tỷ lệ sống: Quế ; for Quế ; implement UBND xã Suối Đá
=== a name under a heading that nobody knows, and quarters
> ĐVT: triệu đồng
STT | Nguồn thu | Cả năm | Quý I | Quý II | Cơ quan chủ trì
1 | Thuế môn bài | 240 | 150 | 90 | Thuế cơ sở 3
2 | Thu phạt | 80 | - | 30 | Công an xã
---
level eq 240 triệu đồng ; content Thuế môn bài ; lead Thuế cơ sở 3
level eq 150 triệu đồng ; content Thuế môn bài ; due 2025-01-01..2025-03-31
level eq 90 triệu đồng ; content Thuế môn bài ; due 2025-04-01..2025-06-30
level eq 80 triệu đồng ; content Thu phạt ; implement ; lead Công an xã
level eq 30 triệu đồng ; content Thu phạt ; due 2025-04-01..2025-06-30
=== bodies below sections, their columns under three headings, a measure that speaks of tasks
> Đơn vị tính: Hội viên
TT | Chi hội | Hội viên đến 31/12/2024 | Kết nạp mới | < | < | Hội viên hoàn thành nhiệm vụ (%)
^ | ^ | ^ | Tổng số | Trong đó | < | ^
^ | ^ | ^ | ^ | Nữ | Dân tộc thiểu số | ^
I | Khối thôn | | | | |
1 | Chi hội thôn Suối Đá | 54 | 6 | 3 | - | 90
2 | Chi hội thôn Gò Trũng | 47 | 5 | 2 | 1 | ≥ 92
II | Khối trường học | | | | |
3 | Trường THCS Tân Hòa | 21 | 4 | 4 | 2 | 100
---
level eq 6 Hội viên ; content Kết nạp mới: Tổng số ; implement Chi hội thôn Suối Đá ; base none
level eq 3 Hội viên ; content Kết nạp mới: Trong đó: Nữ ; implement Chi hội thôn Suối Đá
level eq 90 % ; implement Chi hội thôn Suối Đá ; base none
level eq 5 Hội viên ; implement Chi hội thôn Gò Trũng ; section I Khối thôn
level eq 2 Hội viên ; implement Chi hội thôn Gò Trũng
level eq 1 Hội viên ; implement Chi hội thôn Gò Trũng
level ge 92 % ; implement Chi hội thôn Gò Trũng
level eq 4 Hội viên ; implement Trường THCS Tân Hòa ; section II Khối trường học
level eq 4 Hội viên ; implement Trường THCS Tân Hòa
level eq 2 Hội viên ; implement Trường THCS Tân Hòa
level eq 100 % ; implement Trường THCS Tân Hòa
=== where the values are, in a column beside what they are of
STT | Chỉ tiêu | Địa bàn | ĐVT | Kế hoạch năm 2025 | Cơ quan chủ trì
1 | Tỷ lệ hộ dùng nước sạch | Vùng đồi | % | 72 | Sở Y tế
^ | ^ | Vùng ven biển | % | ≥ 88 | ^
2 | Số trạm bơm xây mới | Toàn huyện | trạm | 4 | Sở Xây dựng
---
level eq 72 % ; for Vùng đồi ; content Tỷ lệ hộ dùng nước sạch
level ge 88 % ; for Vùng ven biển ; content Tỷ lệ hộ dùng nước sạch
level eq 4 trạm ; for
=== the bare names of places over columns without a number before the rows
Chỉ tiêu | Thôn Suối Đá | Thôn Gò Trũng | Bản Nà Lốc | Toàn xã
Tỷ lệ hộ dùng nước sạch (%) | 65 | ≥ 70 | 52 | 61
---
level eq 65 % ; implement Thôn Suối Đá
level ge 70 % ; implement Thôn Gò Trũng
level eq 52 % ; implement Bản Nà Lốc
level eq 61 % ; implement
=== a heading of a year that says what is counted
STT | Xã | Chỉ tiêu tạo việc làm năm 2025 | < | Hộ nghèo đầu năm | < | Kế hoạch giảm | < | Hộ nghèo cuối năm 2025 | <
^ | ^ | Tổng số | Xuất khẩu lao động | Số hộ | Tỷ lệ (%) | Số hộ | Tỷ lệ (%) | Số hộ | Tỷ lệ (%)
1 | Xã Tân Hòa | 150 | 12 | 40 | 4,5 | 9 | 1 | 31 | 3,5
---
level eq 150 ; content Chỉ tiêu tạo việc làm năm 2025: Tổng số ; implement Xã Tân Hòa
level eq 12 ; content Chỉ tiêu tạo việc làm năm 2025: Xuất khẩu lao động
change decrease eq 9 hộ ; content Kế hoạch giảm: Số hộ
change decrease eq 1 % ; content Kế hoạch giảm: Tỷ lệ
level eq 31 hộ ; content Hộ nghèo cuối năm 2025: Số hộ
level eq 3.5 % ; content Hộ nghèo cuối năm 2025: Tỷ lệ
=== words that may be agencies below a heading that says what is counted
TT | Thôn | Chỉ tiêu tuyển quân | < | Độ tuổi
^ | ^ | Quân sự | Công an | ^
1 | Thôn Suối Đá | 3 | 1 | 18 - 25
2 | Thôn Gò Trũng | 2 | - | 18 - 25
---
level eq 3 ; content Chỉ tiêu tuyển quân: Quân sự ; implement Thôn Suối Đá
level eq 1 ; content Chỉ tiêu tuyển quân: Công an ; implement Thôn Suối Đá
level eq 2 ; content Chỉ tiêu tuyển quân: Quân sự ; implement Thôn Gò Trũng
=== a state at the first day of the year, and what has been done
STT | Xã | Lực lượng lao động (01/01/2025) | Người đã học nghề | Đào tạo nghề năm 2025 (người)
1 | Xã Tân Hòa | 3.150 | 640 | 85
2 | Xã Tân Lập | 2.870 | 512 | 70
---
level eq 85 người ; implement Xã Tân Hòa ; base none
level eq 70 người ; implement Xã Tân Lập ; base none
=== a state is the baseline of what it measures
STT | Xã | Số vườn mẫu đạt năm 2024 | Số hộ đến 31/12/2024 | Số vườn mẫu phấn đấu năm 2025
1 | Xã Tân Hòa | 7 | 412 | 9
---
level eq 9 ; base 2024 7
=== the year when it is reached
STT | Chỉ tiêu | Mục tiêu (%) | Năm đạt
1 | Khu phố có thư viện | 95 | 2027
---
level eq 95 % ; due 2027-01-01..2027-12-31
=== nine months, and the unit of the whole
STT | Nội dung | Chỉ tiêu | 6 tháng | 9 tháng
1 | Cấp giấy chứng nhận lần đầu | 350 giấy | 150 | 250
---
level eq 350 giấy ; due none
level eq 150 giấy ; due 2025-01-01..2025-06-30
level eq 250 giấy ; due 2025-01-01..2025-09-30
=== the sum and places under one heading
Chỉ tiêu | Tổng số | Chia ra | <
^ | ^ | Xã Tân Hòa | Xã Tân Lập
Số máy gặt (máy) | 7 | 3 | 4
---
level eq 7 máy ; implement
level eq 3 máy ; implement Xã Tân Hòa
level eq 4 máy ; implement Xã Tân Lập
=== a value to begin with is no target
STT | Chỉ tiêu | ĐVT | Giá trị nền | Tỉnh giao | Mức độ ưu tiên
1 | Hộ dùng điện | % | 91,5 | 95 | Cao
---
level eq 95 % ; base - 91.5
=== money that is to be spent may be no target
TT | Đơn vị | Dự toán chi năm 2025 | Trong đó | <
^ | ^ | ^ | Chi thường xuyên | Chi đầu tư
1 | Phòng Kinh tế | 4.500 | 1.500 | 3.000
---
doubt
=== how many there are, beside targets
TT | Xã | Số hộ | Chỉ tiêu trồng rừng (ha)
1 | Xã Tân Hòa | 612 | 45
2 | Xã Tân Lập | 488 | 30,5
---
level eq 45 ha ; implement Xã Tân Hòa
level eq 30.5 ha ; implement Xã Tân Lập
=== what is counted, under years
TT | Nghề đào tạo | Năm 2025 | < | Năm 2026 | <
^ | ^ | Số lớp | Số học viên | Số lớp | Số học viên
1 | Nuôi cá lồng | 2 | 60 | 3 | 90
---
level eq 2 lớp ; content Số lớp: Nuôi cá lồng ; due 2025-01-01..2025-12-31
level eq 60 học viên ; content Số học viên: Nuôi cá lồng
level eq 3 lớp ; content Số lớp: Nuôi cá lồng ; due 2026-01-01..2026-12-31
level eq 90 học viên ; content Số học viên: Nuôi cá lồng
=== months
TT | Chỉ tiêu | ĐVT | Cả năm | T1 | T12
1 | Buổi tuần tra | buổi | 144 | 12 | 13
---
level eq 144 buổi
level eq 12 buổi ; due 2025-01-01..2025-01-31
level eq 13 buổi ; due 2025-12-01..2025-12-31
=== marks for the agency above
TT | Chỉ tiêu | ĐVT | Kế hoạch năm 2025 | Đơn vị thực hiện
1 | Di tích được tu bổ | di tích | 5 | Sở Xây dựng
2 | Lớp truyền dạy hát then | lớp | 9 | nt
3 | Tủ sách | tủ | 4 | "
---
level eq 5 di tích ; implement Sở Xây dựng
level eq 9 lớp ; implement Sở Xây dựng
level eq 4 tủ ; implement Sở Xây dựng
=== short names before targets and measures
STT | Chỉ tiêu | ĐVT | Mục tiêu 2025 | Giải pháp 6 tháng cuối năm
1 | Sản lượng cá | tấn | 450 | Mở rộng lồng nuôi
2 | Đàn dê | con | 1.200 | Hỗ trợ con giống
---
level eq 450 tấn ; content Sản lượng cá
level eq 1200 con ; content Đàn dê
=== measures that begin as the name of a group does
STT | Công trình | Khối lượng nạo vét (m3) | Hoàn thành | Đơn vị thực hiện
1 | Kênh N2 | 1.850 | 30/4/2025 | Xí nghiệp Thủy nông Đông Giang
2 | Kênh tiêu Gò Trũng | ≥ 900 | 15/5/2025 | UBND xã Tân Phú
---
level eq 1850 m3 ; content Kênh N2 ; implement Xí nghiệp Thủy nông Đông Giang ; for
level ge 900 m3 ; content Kênh tiêu Gò Trũng ; implement UBND xã Tân Phú ; for
=== whom a heading of targets names
STT | Nội dung | Đơn vị tính | Chỉ tiêu giao cho ngành | Chỉ tiêu giao cho xã | Trách nhiệm
1 | Tổ tự quản | tổ | 2 | 5 | Sở Tư pháp
---
level eq 2 tổ ; for ngành
level eq 5 tổ ; for xã
=== a share that has no bracket
STT | Xã | Chỉ tiêu vận động | Tỷ lệ % tham gia
1 | Xã Tân Hòa | 320 | 12,5
---
level eq 320
level eq 12.5 %
=== an estimate of costs assigns nothing
STT | Nội dung | Số lượng | Đơn giá (nghìn đồng) | Thành tiền (nghìn đồng)
1 | Thuê âm thanh | 06 ngày | 1.500 | 9.000
---
=== what money projects get may be no target
STT | Danh mục dự án | Kế hoạch vốn năm 2025 (triệu đồng) | Chủ đầu tư
1 | Cầu Suối Đá | 2.400 | Ban Quản lý dự án huyện
---
doubt
=== amounts in a cell of results
STT | Nhiệm vụ | Chủ trì | Thời gian | Sản phẩm
1 | Mở lớp dạy bơi | Sở Y tế | Hằng năm | Tối thiểu 06 lớp, 240 học viên
2 | Lập tủ sách thôn | Sở Y tế | Năm 2025 | 12 tủ sách, mỗi tủ tối thiểu 200 đầu sách
---
level ge 6 lớp ; ordinal 1
level eq 240 học viên ; ordinal 1
level eq 12 tủ sách ; ordinal 2
level ge 200 đầu sách ; each ; ordinal 2
"""


@pytest.mark.parametrize("case", whole_tables(TABLES), ids=lambda case: case.name)
def test_reads_as_the_target_model_says(case: Case) -> None:
    check(targets(html(case.table)), case.expected.split(" || ") if case.expected else [])


VALUES = """
Số xã có bãi tập kết rác | Thêm 10 xã | change increase eq 10 xã
Người dân có thẻ thư viện (%) | 80 (tiểu học 70) | level eq 80 % ; for || level eq 70 % ; for tiểu học
Tỷ lệ sàng lọc trước sinh | ≥ 65% (phường ≥ 75%) | level ge 65 % ; for || level ge 75 % ; for phường
Thu gom rác | 6 tấn/ngày (mùa du lịch 9 tấn/ngày) | level eq 6 tấn ; for || level eq 9 tấn ; for mùa du lịch
Thời gian có mặt khi có báo cháy | dưới 10 phút (nội thị), 20 phút (ngoại thị) | level lt 10 phút ; for nội thị || level lt 20 phút ; for ngoại thị
Khách du lịch | 4,3 triệu lượt, trong đó khách quốc tế 0,3 triệu lượt | level eq 4.3 triệu lượt ; for || level eq 0.3 triệu lượt ; for khách quốc tế
Diện tích tưới | 900 ha (vụ đông xuân 500 ha, vụ hè thu 400 ha) | level eq 900 ha ; for || level eq 500 ha ; for vụ đông xuân || level eq 400 ha ; for vụ hè thu
Hỗ trợ khởi nghiệp | 05 dự án, kinh phí 500 triệu đồng | level eq 5 dự án ; for
Tỷ lệ bao phủ | 95% (tỉnh giao 93%) | level eq 95 % ; for
Xếp hạng chỉ số đổi mới sáng tạo | Nhóm 20 | rank le 20
"""


@pytest.mark.parametrize("line", VALUES.strip().split("\n"))
def test_a_cell_says_whom_its_values_are_for(line: str) -> None:
    indicator, cell, expected = line.split(" | ", 2)
    table = f"STT | Chỉ tiêu | Mục tiêu\n1 | {indicator} | {cell}"
    check(targets(html(table)), expected.split(" || "))


def test_a_row_below_a_pages_end_may_stand_under_the_number_above_it() -> None:
    heading = "STT | Chỉ tiêu | Khu vực | ĐVT | Năm 2025 | Năm 2026 | Cơ quan chủ trì\n"
    first = html(
        heading + "1 | Số trạm đo mưa | Toàn huyện | trạm | 4 | 6 | Sở Y tế\n"
        "2 | Tỷ lệ rác thải được | Phường | % | 90 | 92 | Sở Xây"
    )
    second = html(
        heading + " | thu gom, xử lý | Xã | % | 78,5 | ≥ 82 (xã đảo ≥ 70) | dựng\n"
        "3 | Số bãi chôn lấp đóng cửa | Toàn huyện | bãi | 1 | 2 | Sở Y tế"
    )
    found = [t for t in targets(first + second) if t.ordinal == "2"]
    said = [(t.threshold.value, t.applies_to, t.content) for t in found]
    name = "Tỷ lệ rác thải được thu gom, xử lý"
    assert said == [
        (90, "Phường", name),
        (92, "Phường", name),
        (78.5, "Xã", name),
        (82, "Xã", name),
        (70, "xã đảo", name),
    ]
    assert all([a.name for a in t.agencies] == ["Sở Xây dựng"] for t in found)


def test_rows_beside_the_rest_of_a_name_stand_under_its_number() -> None:
    heading = "STT | Chỉ tiêu | Khu vực | ĐVT | Năm 2025 | Năm 2026 | Cơ quan chủ trì\n"
    first = html(
        heading + "1 | Số trạm đo mưa | Toàn huyện | trạm | 4 | 6 | Sở Y tế\n"
        "2 | Tỷ lệ rác thải được thu gom | Vùng | % | 90 | 92 | Sở Xây dựng"
    )
    second = html(heading + " | trên địa bàn | đồi | | | | \n^ | ^ | Vùng biển | % | 70 | 75 | ^")
    found = [t for t in targets(first + second) if t.ordinal != "1"]
    said = [(t.ordinal, t.threshold.value, t.applies_to) for t in found]
    assert said == [
        ("2", 90, "Vùng đồi"),
        ("2", 92, "Vùng đồi"),
        ("2", 70, "Vùng biển"),
        ("2", 75, "Vùng biển"),
    ]
    assert {t.content for t in found} == {"Tỷ lệ rác thải được thu gom trên địa bàn"}
    assert {a.name for t in found for a in t.agencies} == {"Sở Xây dựng"}
    assert not any(t.doubts for t in found)


def test_rows_of_a_page_saved_with_blanks_under_one_number() -> None:
    found = targets(
        """
STT         Chỉ tiêu              Khu vực      ĐVT     Chỉ tiêu giao      Cơ quan chủ trì
                                                       2025      2026
 1    Tỷ lệ rác thải được thu    Vùng núi       %       60       62 - 65   Bộ Chỉ huy
      gom, xử lý                 Vùng đồi       %      ≥ 70        75      Quân sự tỉnh
                                 Đô thị         %       90         92
 2    Số trạm đo mưa             Toàn tỉnh     trạm     4          6       Sở Y tế
"""
    )
    said = [(t.ordinal, t.threshold.value, t.applies_to, t.due and t.due.end) for t in found]
    assert said == [
        ("1", 60, "Vùng núi", "2025-12-31"),
        ("1", 62, "Vùng núi", "2026-12-31"),
        ("1", 70, "Vùng đồi", "2025-12-31"),
        ("1", 75, "Vùng đồi", "2026-12-31"),
        ("1", 90, "Đô thị", "2025-12-31"),
        ("1", 92, "Đô thị", "2026-12-31"),
        ("2", 4, None, "2025-12-31"),
        ("2", 6, None, "2026-12-31"),
    ]
    assert {t.content for t in found[:6]} == {"Tỷ lệ rác thải được thu gom, xử lý"}
    assert {a.name for t in found[:6] for a in t.agencies} == {"Bộ Chỉ huy Quân sự tỉnh"}
