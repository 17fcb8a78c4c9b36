"""Layouts of tables that hide whose value a number is: lists within cells, columns of indicators,
headings that say more than a name. Written in the short form of :mod:`tests.test_tables`."""

# ruff: noqa: E501 - a line is a row of a table

from __future__ import annotations

import pytest

from extract.tables.page_ends import joined
from tests.test_agencies import printed
from tests.test_tables import Case, check, html, targets, whole_tables

TABLES = """
=== one value a line beside one name a line
TT | Chỉ tiêu | ĐVT | Thực hiện năm 2024 | Kế hoạch năm 2025
1 | Doanh thu trên 01 ha//- Đất lúa//- Mặt nước | Triệu đồng | 95//180 | ≥ 105//205
2 | Đàn vật nuôi//- Dê//- Thỏ | con | 15//410 | 18//450
3 | Đàn vịt//Trong đó: vịt đẻ | con | 1.100//140 | 1.300//160
4 | Nhà văn hóa//Sân bóng | nhà, sân | 2//3 | 3//150
---
level ge 105 Triệu đồng ; content Doanh thu trên 01 ha: Đất lúa ; base 2024 95
level eq 205 Triệu đồng ; content Doanh thu trên 01 ha: Mặt nước ; base 2024 180
level eq 18 con ; content Đàn vật nuôi: Dê ; base 2024 15
level eq 450 con ; content Đàn vật nuôi: Thỏ ; base 2024 410
level eq 1300 con ; content Đàn vịt ; base 2024 1100
level eq 160 con ; content Đàn vịt: Trong đó: vịt đẻ ; base 2024 140
level eq 3 nhà ; content Nhà văn hóa ; base 2024 2
level eq 150 sân ; content Sân bóng ; base 2024 3
=== rows "of which" and with a dash below a row with a value; a C behind B is a letter
TT | Chỉ tiêu | ĐVT | Kế hoạch năm 2025
A | CHỈ TIÊU KINH TẾ | |
1 | Diện tích gieo trồng | ha | 4.300
 | Trong đó: Lúa nước | ha | 2.100
 | - Khoai | ha | 430
B | CHỈ TIÊU XÃ HỘI | |
1 | Tỷ lệ hộ nghèo | % | 2,5
C | CHỈ TIÊU MÔI TRƯỜNG | |
1 | Tỷ lệ che phủ rừng | % | 45
---
level eq 4300 ha ; content Diện tích gieo trồng ; section A CHỈ TIÊU KINH TẾ
level eq 2100 ha ; content Diện tích gieo trồng: Trong đó: Lúa nước ; section A CHỈ TIÊU KINH TẾ
level eq 430 ha ; content Diện tích gieo trồng: Khoai ; section A CHỈ TIÊU KINH TẾ
level eq 2.5 % ; content Tỷ lệ hộ nghèo ; section B CHỈ TIÊU XÃ HỘI
level eq 45 % ; content Tỷ lệ che phủ rừng ; section C CHỈ TIÊU MÔI TRƯỜNG
=== a column of values without a heading beside groups
TT | Chỉ tiêu | ĐVT | Xã nhóm 1 | Xã nhóm 2 |
1 | Tỷ lệ hộ nghèo | % | 2,5 | 3,5 | 3
---
level eq 2.5 % ; for Xã nhóm 1
level eq 3.5 % ; for Xã nhóm 2
=== units in headings that say of what
TT | Tên xã | Tỷ lệ bao phủ BHYT (% dân số) | Giải quyết việc làm (người lao động)
1 | Xã Tân Lập | 95 | 120
---
level eq 95 % ; content Tỷ lệ bao phủ BHYT
level eq 120 người lao động ; content Giải quyết việc làm
=== what there is already beside what is to be reached
TT | Xã | Vắc xin dại | < | Số hộ hiện có (hộ) | Số hộ ký cam kết (hộ)
^ | ^ | Tổng đàn hiện có (con) | Tỷ lệ tiêm (%) | ^ | ^
1 | Xã Tân Hòa Bắc | 1.240 | ≥ 75 | 830 | 600
---
level ge 75 % ; content Vắc xin dại: Tỷ lệ tiêm ; implement Xã Tân Hòa Bắc
level eq 600 hộ ; content Số hộ ký cam kết
=== what there was at the beginning
TT | Xã | Số hộ nghèo đầu năm 2025 | Chỉ tiêu giảm (hộ)
1 | Xã Tân Hòa Bắc | 96 | 31
2 | Xã Gò Mây | 70 | ≥ 25
---
change decrease eq 31 hộ
change decrease ge 25 hộ
=== seasons are no bodies
TT | Chỉ tiêu | ĐVT | Vụ Đông Xuân | Vụ Hè Thu
1 | Diện tích lúa | ha | 3.200 | 2.900
---
level eq 3200 ha ; for Vụ Đông Xuân ; implement
level eq 2900 ha ; for Vụ Hè Thu ; implement
=== bodies and groups over periods
TT | Chỉ tiêu | ĐVT | Xã Tân Hòa Bắc | < | Cấp huyện | <
^ | ^ | ^ | Năm 2025 | Năm 2026 | Năm 2025 | Năm 2026
1 | Hộ thoát nghèo | hộ | 10 | 12 | 80 | ≥ 95
---
level eq 10 hộ ; due 2025-01-01..2025-12-31 ; implement Xã Tân Hòa Bắc
level eq 12 hộ ; due 2026-01-01..2026-12-31 ; implement Xã Tân Hòa Bắc
level eq 80 hộ ; due 2025-01-01..2025-12-31 ; for Cấp huyện
level ge 95 hộ ; due 2026-01-01..2026-12-31 ; for Cấp huyện
=== shares of what, and values in signs
TT | Chỉ tiêu | Năm 2025
1 | Đơn thư được giải quyết | ≥ 90% đơn mới; 85% đơn tồn đọng
2 | Hộ nuôi cá lồng | 320 hộ/400 hộ
---
level ge 90 % ; for đơn mới
level eq 85 % ; for đơn tồn đọng
level eq 320 hộ
=== signs that make one value of two
TT | Chỉ tiêu | Năm 2025
1 | Độ ẩm của hạt | 14% ± 1
2 | Công suất trạm biến áp | 2×40 MW
---
doubt
=== papers to submit, to whom and when
TT | Tên đề án, văn bản | Cơ quan tham mưu | Cấp trình | Thời gian trình | <
^ | ^ | ^ | ^ | UBND tỉnh | HĐND tỉnh
1 | Đề án sắp xếp trường học | Sở Giáo dục và Đào tạo | HĐND tỉnh | Tháng 5 | Tháng 7
2 | Nghị quyết hỗ trợ chăn nuôi | Sở Tài chính | HĐND tỉnh | | Tháng 12
---
task ; content Đề án sắp xếp trường học ; implement Sở Giáo dục và Đào tạo ; due 2025-05-01..2025-05-31
task ; content Nghị quyết hỗ trợ chăn nuôi ; implement Sở Tài chính ; due 2025-12-01..2025-12-31
=== what people are charged with
TT | Họ và tên | Nhiệm vụ được phân công | Chỉ tiêu
1 | Công chức tài chính | Theo dõi thu ngân sách của xã | 100% dự toán
---
level eq 100 % ; content Theo dõi thu ngân sách của xã ; implement
=== results that are to come
TT | Giải pháp | Kết quả đến năm 2028 | Kết quả đến năm 2030
1 | Hỗ trợ sinh kế cho hộ nghèo | Tỷ lệ hộ nghèo còn 3% | Dưới 1%
---
level eq 3 % ; due ..2028-12-31
level lt 1 % ; due ..2030-12-31
=== periods as rows
Năm | Số hộ làm nghề | Doanh thu | Tỷ lệ lao động qua đào tạo
^ | (hộ) | (tỷ đồng) | (%)
Thực hiện năm 2024 | 210 | 44 | 41
2025 | 230 | 50 | ≥ 45
Đến năm 2030 | 260 | 70 - 75 | -
---
level eq 230 hộ ; content Số hộ làm nghề ; due 2025-01-01..2025-12-31
level eq 50 tỷ đồng ; content Doanh thu ; due 2025-01-01..2025-12-31
level ge 45 % ; content Tỷ lệ lao động qua đào tạo ; due 2025-01-01..2025-12-31
level eq 260 hộ ; due ..2030-12-31
range 70 75 tỷ đồng ; due ..2030-12-31
=== who is charged with a row that only heads others
TT | Chỉ tiêu | ĐVT | Kế hoạch năm 2025 | Cơ quan theo dõi
1 | Cơ cấu kinh tế | | | Sở Tài chính
 | - Nông nghiệp | % | 18,2 |
 | - Dịch vụ | % | 38,3 | Sở Công Thương
---
level eq 18.2 % ; content Cơ cấu kinh tế: Nông nghiệp ; monitor Sở Tài chính
level eq 38.3 % ; content Cơ cấu kinh tế: Dịch vụ ; monitor Sở Công Thương
=== another share in brackets
TT | Chỉ tiêu | Kế hoạch năm 2025
1 | Tỷ lệ thôn đạt chuẩn | 82% (15% kiểu mẫu)
---
level eq 82 %
doubt
=== the same in brackets, or what it is compared with
TT | Chỉ tiêu | Kế hoạch năm 2025
1 | Tỷ lệ thôn đạt chuẩn | 82% (tỉnh giao 80%)
2 | Tỷ lệ xã có bác sĩ | 100% (12/12 xã)
---
level eq 82 %
level eq 100 %
=== a time cell beside values of several periods
TT | Chỉ tiêu | ĐVT | Năm 2025 | Đến năm 2030 | Chủ trì | Thời gian hoàn thành
1 | Hồ sơ trực tuyến toàn trình | % | 80 | ≥ 95 | Sở Nội vụ | Quý IV/2025
2 | Hộ có cáp quang | % | 85 | 100 | Sở Nội vụ | Hằng năm
---
level eq 80 % ; due 2025-10-01..2025-12-31
doubt
level eq 85 % ; due 2025-01-01..2025-12-31
level eq 100 % ; due ..2030-12-31
=== what there is before what is planned
TT | Chỉ tiêu | ĐVT | Hiện có | Kế hoạch năm 2025
1 | Trạm bơm điện | trạm | 6 | 8
---
level eq 8 trạm ; base - 6
=== one cell below several years
TT | Chỉ tiêu | Kế hoạch (%) | < | < | <
^ | ^ | 2025 | 2026 | 2027 | 2028
1 | Tỷ lệ hộ có hố xí hợp vệ sinh | 80 | 82 - 85 | < | Trên 90
2 | Tỷ lệ trường có nước sạch | 100 | < | < | <
---
level eq 80 % ; due 2025-01-01..2025-12-31
range 82 85 % ; due 2026-01-01..2027-12-31
level gt 90 % ; due 2028-01-01..2028-12-31
level eq 100 % ; due 2025-01-01..2028-12-31
=== whom each of two values is for, beside their unit
TT | Chỉ tiêu | Đơn vị | Năm 2025
1 | Định mức cấp nước | lít/người/ngày | ≥ 110 nội thị; ≥ 85 ven đô
2 | Tỷ lệ hộ dùng nước sạch | % | 90 (đô thị); 70 (miền núi)
3 | Tỷ lệ hộ có hố xí | % | 95, riêng xã vùng cao 80
---
level ge 110 lít/người/ngày ; for nội thị
level ge 85 lít/người/ngày ; for ven đô
level eq 90 % ; for đô thị
level eq 70 % ; for miền núi
level eq 95 %
level eq 80 % ; for xã vùng cao
=== products that are counts
TT | Nhiệm vụ | Sản phẩm | Cơ quan thực hiện
1 | Số hóa sổ hộ tịch | 6.400 quyển sổ được số hóa | Sở Tư pháp
2 | Tập huấn chứng thực điện tử | 03 lớp, 90 học viên | Sở Tư pháp
3 | Truyền thông về hòa giải | 02 hội nghị; 12 tin, bài và 01 hội thi | Sở Tư pháp
4 | Tập huấn hòa giải viên | 02 lớp/80 học viên | Sở Tư pháp
---
level eq 6400 quyển sổ ; result 6.400 quyển sổ được số hóa
level eq 3 lớp
level eq 90 học viên
level eq 2 hội nghị
level eq 12 tin, bài
level eq 1 hội thi
level eq 2 lớp
level eq 80 học viên
=== figures that are no value, and a mark where values stand
TT | Chỉ tiêu | ĐVT | Năm 2025 | Năm 2026
1 | Thời gian phát sóng | giờ/ngày | 24/24 | 24/24
2 | Số trạm phát sóng | trạm | x | 3
---
doubt ; ordinal 1
doubt ; ordinal 1
doubt ; ordinal 2
level eq 3 trạm
=== units that headings and names say without brackets
TT | Chỉ số | Mục tiêu năm 2025 | <
^ | ^ | Điểm | Thứ hạng
1 | Gia nhập thị trường | ≥ 7,5 | 12
2 | Tiếp cận đất đai | 6,8 - 7 | Top 20
---
level ge 7.5 Điểm
rank le 12
range 6.8 7 Điểm
rank le 20
=== numbers of what, by their names
TT | Chỉ tiêu | Năm 2025
1 | Số cuộc kiểm tra an toàn thực phẩm | 24
2 | Số ca ngộ độc thực phẩm/100.000 dân | < 5
3 | Số hóa tài liệu lưu trữ | 80%
---
level eq 24 cuộc kiểm tra
level lt 5
level eq 80 %
=== columns printed twice, side by side
TT | Thôn | Số hộ đăng ký (hộ) | TT | Thôn | Số hộ đăng ký (hộ)
1 | Thôn Đông | 62 | 3 | Thôn Thượng | 38
2 | Thôn Đoài | 55 | 4 | Thôn Hạ | ≥ 41
---
level eq 62 hộ ; ordinal 1 ; implement Thôn Đông
level eq 55 hộ ; ordinal 2 ; implement Thôn Đoài
level eq 38 hộ ; ordinal 3 ; implement Thôn Thượng
level ge 41 hộ ; ordinal 4 ; implement Thôn Hạ
=== a part of what is measured, in small letters
TT | Chỉ tiêu | ĐVT | Năm 2025
1 | Lao động được đào tạo nghề | người | 120
 | trong đó lao động nữ | người | 50
---
level eq 120 người ; content Lao động được đào tạo nghề
level eq 50 người ; content Lao động được đào tạo nghề: trong đó lao động nữ
=== an indicator beside the task that it measures
TT | Nhiệm vụ, giải pháp | Chỉ số đo lường | Cơ quan chủ trì | Lộ trình
A | CHUYỂN ĐỔI XANH | < | < | <
1 | Thay đèn chiếu sáng công cộng | 100% tuyến đường dùng đèn LED | Sở Xây dựng | 2027
2 | Kiểm kê khí nhà kính | Báo cáo kiểm kê | Sở Xây dựng | 2026
---
level eq 100 % ; content Thay đèn chiếu sáng công cộng ; section A CHUYỂN ĐỔI XANH ; due 2027-01-01..2027-12-31
task ; content Kiểm kê khí nhà kính ; section A CHUYỂN ĐỔI XANH
=== goals, their indicators and what these must reach
TT | Mục tiêu | Chỉ số đo lường | ĐVT | Năm 2025
1 | Nâng chất lượng phục vụ | Tỷ lệ hồ sơ đúng hạn | % | 98
2 | Số hóa hồ sơ, tài liệu | Tỷ lệ hồ sơ được số hóa | % | 90
---
level eq 98 % ; content Tỷ lệ hồ sơ đúng hạn ; section Nâng chất lượng phục vụ
level eq 90 % ; content Tỷ lệ hồ sơ được số hóa ; section Số hóa hồ sơ, tài liệu
=== a value of its own in the brackets of a name
TT | Chỉ tiêu | ĐVT | Kế hoạch năm 2025
1 | Kênh mương được nạo vét định kỳ (tối thiểu 02 lần/năm) | % | 95
---
level eq 95 %
=== a list of names with a sum above it, one without a value
TT | Chỉ tiêu | ĐVT | Kế hoạch năm 2025
1 | Cây ăn quả//- Cam//- Bưởi | ha | 120//80//-
2 | Số hộ | hộ | 5
---
level eq 120 ha ; content Cây ăn quả
level eq 80 ha ; content Cây ăn quả: Cam
level eq 5 hộ
=== values line by line that no names stand beside
TT | Chỉ tiêu | ĐVT | Kế hoạch năm 2025
1 | Đàn dê, đàn thỏ | con | 18//450
---
doubt
=== a number does not go over the end of a line
TT | Chỉ tiêu | ĐVT | Kế hoạch năm 2025
1 | Đàn dê, đàn thỏ | con | 18//450 (thỏ giống)
---
doubt
=== thousands with a blank between them
TT | Chỉ tiêu | ĐVT | Kế hoạch năm 2025
1 | Đàn gia cầm | con | 18 450
---
level eq 18450 con
=== names that hold a number of their own
TT | Chỉ tiêu | ĐVT | Kế hoạch năm 2025 | Cơ quan chủ trì
1 | Số ca mắc lao trên 100.000 dân | ca | Dưới 40 | Trạm Y tế xã
2 | Số dược sĩ trên 10.000 dân | người | 3 | Phòng Y tế
---
level lt 40 ca ; content Số ca mắc lao trên 100.000 dân ; lead Trạm Y tế xã
level eq 3 người ; content Số dược sĩ trên 10.000 dân ; lead Phòng Y tế
=== names that hold a number, beside a year
TT | Chỉ tiêu | Năm 2025
1 | Số giường bệnh/10.000 dân | 30
2 | Số hộ có từ 3 lao động trở lên (hộ) | ≥ 120
---
level eq 30 ; content Số giường bệnh/10.000 dân
level ge 120 hộ ; content Số hộ có từ 3 lao động trở lên (hộ)
=== indicators to reach beside goals
TT | Mục tiêu | Chỉ số cần đạt | Cơ quan chủ trì
1 | Giảm tai nạn lao động trong khai thác đá | Giảm 6% so với năm 2024 | Sở Nội vụ
2 | Số vụ cháy nổ trên 10.000 cơ sở | Dưới 0,4 vụ | Công an tỉnh
---
change decrease eq 6 % ; base 2024 - ; lead Sở Nội vụ
level lt 0.4 vụ ; content Số vụ cháy nổ trên 10.000 cơ sở
=== items of a list above a table are no headings of it
> II. Mục tiêu
> 1. Đến cuối năm 2027, tỷ lệ hộ nghèo còn dưới 4%; tỷ lệ hộ cận nghèo còn dưới 6%.
> 2. Trồng mới 15 ha rừng.
TT | Chỉ tiêu | ĐVT | Kế hoạch năm 2025
1 | Số hộ thoát nghèo | hộ | 5
---
level eq 5 hộ ; due none ; section II. Mục tiêu
=== a date compared with is no due
> II. Mục tiêu
> - Số hộ nghèo giảm 4% so với cuối năm 2027
TT | Chỉ tiêu | ĐVT | Kế hoạch năm 2025
1 | Số hộ thoát nghèo | hộ | 5
---
level eq 5 hộ ; due none ; section II. Mục tiêu
=== nor in a heading
> II. CHỈ TIÊU TĂNG THÊM SO VỚI CUỐI NĂM 2027
TT | Chỉ tiêu | ĐVT | Kế hoạch năm 2025
1 | Số hộ thoát nghèo | hộ | 5
---
level eq 5 hộ ; due none
=== a heading is closed by the next of its level
> 1. Mục tiêu đến năm 2030
> 2. Chỉ tiêu năm 2025
TT | Chỉ tiêu | ĐVT | Kế hoạch
1 | Số hộ thoát nghèo | hộ | 5
---
level eq 5 hộ ; due none ; section 2. Chỉ tiêu năm 2025
=== a heading holds over those below its level
> I. MỤC TIÊU ĐẾN NĂM 2030
> 1. Kinh tế
TT | Chỉ tiêu | ĐVT | Kế hoạch
1 | Số hộ thoát nghèo | hộ | 5
---
level eq 5 hộ ; due ..2030-12-31 ; section 1. Kinh tế
=== a sentence that leads up to the table
> Phấn đấu đến năm 2030 đạt trên 80% các chỉ tiêu sau:
TT | Chỉ tiêu | ĐVT | Kế hoạch
1 | Số hộ thoát nghèo | hộ | 5
---
level eq 5 hộ ; due ..2030-12-31
=== the state before of one indicator is not that of another
TT | Xã | Tỷ lệ bao phủ bảo hiểm y tế (%) | < | Số người đóng bảo hiểm xã hội (người) | <
^ | ^ | TH 2024 | KH 2025 | KH 2025 | KH 2026
1 | Xã Tân Hòa Bắc | 91 | 93 | 410 | 450
2 | Xã Gò Mây | 89 | 92 | 305 | 340
---
level eq 93 % ; base 2024 91
level eq 410 người ; base none
level eq 450 người ; base none
level eq 92 % ; base 2024 89
level eq 305 người ; base none
level eq 340 người ; base none
=== comparators of a column beside its unit
TT | Xã | Tỷ lệ hộ nghèo (≤ %) | Tỷ lệ trễ hạn dưới (%) | Tỷ lệ bao phủ BHYT từ (%) trở lên | Số vụ ≤ (vụ)
1 | Xã Tân Hòa Bắc | 9,5 | 3 | 95 | 4
2 | Xã Gò Mây | 8 | 2 | Trên 96 | 5
---
level le 9.5 % ; content Tỷ lệ hộ nghèo
level lt 3 %
level ge 95 %
level le 4 vụ
level le 8 % ; content Tỷ lệ hộ nghèo
level lt 2 %
level gt 96 %
level le 5 vụ
=== ages in the name of a column are no comparator
TT | Xã | Tỷ lệ lao động từ 15 tuổi trở lên có việc làm (%) | Số người trên 60 tuổi được khám (người)
1 | Xã Tân Hòa Bắc | 90 | 410
2 | Xã Gò Mây | 91 | 380
---
level eq 90 %
level eq 410 người
level eq 91 %
level eq 380 người
=== a short form of the name is no unit
TT | Chỉ số | Mục tiêu năm 2025
1 | Chỉ số cải cách hành chính (PAR Index) | ≥ 88
2 | Thu nhập bình quân (TNBQ) | 62
3 | Tổng lượng khách (lượt) | 5.000
---
level ge 88 ; unit none
level eq 62 ; unit none
level eq 5000 lượt
=== two counts with a stroke between them
TT | Chỉ tiêu | ĐVT | Năm 2025
1 | Giáo viên/học sinh | Người | 40/750
---
doubt
=== all of so many
TT | Chỉ tiêu | ĐVT | Năm 2025
1 | Trường đạt chuẩn | Trường | 6/6
---
level eq 6 Trường
=== what a row says is made less
TT | Nội dung | ĐVT | Năm 2025
1 | Cắt giảm thời gian giải quyết thủ tục về đất đai | % | Ít nhất 20
2 | Rút ngắn thời gian cấp phép xuống còn | ngày | 5
3 | Tiết kiệm chi hội nghị | % | 8
4 | Số hộ cận nghèo giảm trong năm | hộ | 14
5 | Tỷ lệ trẻ suy dinh dưỡng giảm năm 2025 | % | 0,3
6 | Cắt giảm thủ tục không cần thiết | % | 100
7 | Rút ngắn thời gian xét duyệt | ngày | Còn 3
8 | Rút ngắn thời gian chờ khám | phút | 15
---
change decrease ge 20 %
level eq 5 ngày
change decrease eq 8 %
change decrease eq 14 hộ
change decrease eq 0.3 %
doubt
level eq 3 ngày
doubt
=== groups of places
TT | Chỉ số | Mục tiêu xếp hạng năm 2025
1 | Chỉ số hài lòng | Nhóm 10
2 | Chỉ số chuyển đổi số | Vào nhóm 15 cả nước
3 | Chỉ số xanh | 12/34
4 | Chỉ số năng lực | Nhóm 5 tỉnh, thành phố
5 | Chỉ số hiệu quả quản trị | Nhóm 1
---
rank le 10
rank le 15
rank le 12
rank le 5 tỉnh, thành phố
doubt
=== a column of words behind the values that bodies reach, a first column that groups them
Cấp học | TT | Tên trường | Tỷ lệ ra lớp (%) | Giải hội thi (giải) | Mức độ kiểm định
Mầm non | 1 | Trường Mầm non Hướng Dương | 68 | 2 | Mức độ 1
^ | 2 | Trường Mầm non Sơn Ca | ≥ 62 | 1 |
THCS | 3 | Trường THCS Tân Hòa Bắc | 97 | 3 | Mức độ 2
---
level eq 68 % ; content Tỷ lệ ra lớp ; section Mầm non ; implement Trường Mầm non Hướng Dương
level eq 2 giải
task ; content Mức độ kiểm định
level ge 62 % ; section Mầm non ; implement Trường Mầm non Sơn Ca
level eq 1 giải
level eq 97 % ; section THCS
level eq 3 giải
task ; content Mức độ kiểm định ; implement Trường THCS Tân Hòa Bắc
=== the same below headings in two rows
TT | Tên trường | Quy mô | < | Mức độ kiểm định
^ | ^ | Tỷ lệ ra lớp (%) | Sĩ số (học sinh/lớp) | ^
1 | Trường Mầm non Hướng Dương | 68 | ≤ 30 | Mức độ 1
2 | Trường Mầm non Sơn Ca | 62 | 28 |
---
level eq 68 % ; content Quy mô: Tỷ lệ ra lớp
level le 30 học sinh/lớp
task ; content Mức độ kiểm định
level eq 62 % ; content Quy mô: Tỷ lệ ra lớp
level eq 28 học sinh/lớp
=== crops as rows, what they yield as columns
> II. CHỈ TIÊU NĂM 2025
TT | Cây trồng | Diện tích (ha) | Năng suất (tạ/ha) | Sản lượng (tấn)
I | Vụ Xuân | < | < | <
1 | Lúa nếp | 310 | 58,5 | 1.813
2 | Đậu xanh | ≥ 40 | - | 52
---
level eq 310 ha ; content Diện tích: Lúa nếp ; for Lúa nếp ; section I Vụ Xuân
level eq 58.5 tạ/ha ; content Năng suất: Lúa nếp
level eq 1813 tấn ; content Sản lượng: Lúa nếp
level ge 40 ha ; content Diện tích: Đậu xanh
level eq 52 tấn ; content Sản lượng: Đậu xanh
=== crops that nobody says are planned
> II. KẾT QUẢ THỰC HIỆN CHỈ TIÊU NĂM 2024
TT | Cây trồng | Diện tích (ha) | Năng suất (tạ/ha) | Sản lượng (tấn)
I | Vụ Xuân | < | < | <
1 | Lúa nếp | 310 | 58,5 | 1.813
2 | Đậu xanh | ≥ 40 | - | 52
---
doubt
=== crops below the period, with contents by name
TT | Nội dung | Kế hoạch năm 2025 | < | <
^ | ^ | Diện tích (ha) | Năng suất (tạ/ha) | Sản lượng (tấn)
1 | Lúa nếp | 310 | 58,5 | 1.813
---
level eq 310 ha ; content Diện tích: Lúa nếp
level eq 58.5 tạ/ha ; content Năng suất: Lúa nếp
level eq 1813 tấn ; content Sản lượng: Lúa nếp
=== herds as rows, without numbers, the year before beside the plan
Vật nuôi | Năm 2024 | < | Năm 2025 | <
^ | Tổng đàn (con) | Sản lượng (tấn) | Tổng đàn (con) | Sản lượng (tấn)
Dê | 410 | 12 | 450 | 13,5
Thỏ | 1.200 | 3 | 1.300 | ≥ 4
---
level eq 450 con ; content Tổng đàn: Dê ; base 2024 410
level eq 13.5 tấn ; content Sản lượng: Dê ; base 2024 12
level eq 1300 con ; content Tổng đàn: Thỏ ; base 2024 1200
level ge 4 tấn ; content Sản lượng: Thỏ ; base 2024 3
=== a list of projects is none of targets
TT | Tên dự án | Diện tích (ha) | Tổng mức đầu tư (triệu đồng)
1 | Khu dân cư Tân Hòa Bắc | 3,5 | 12.000
2 | Chợ Gò Mây | 0,8 | 4.500
---
=== one group of communes beside another that is parted
TT | Nội dung tiêu chí | Xã đạt chuẩn nông thôn mới | Xã nông thôn mới nâng cao | <
^ | ^ | ^ | Vùng trung du | Vùng ven sông
1 | Tỷ lệ đường thôn được cứng hóa | ≥ 75% | ≥ 90% | ≥ 85%
2 | Tỷ lệ hộ nghèo đa chiều | ≤ 6% | ≤ 3% | <
---
level ge 75 % ; for Xã đạt chuẩn nông thôn mới ; implement Xã đạt chuẩn nông thôn mới
level ge 90 % ; for Vùng trung du
level ge 85 % ; for Vùng ven sông
level le 6 % ; for Xã đạt chuẩn nông thôn mới
level le 3 % ; for
=== a list that numbers what each body has to do
Cơ quan thực hiện | Nhiệm vụ | Thời gian
Sở Y tế | 1. Xây dựng Đề án trạm y tế lưu động. 2. Nâng tỷ lệ trạm y tế có bác sĩ lên 92%.//3. Tập huấn cho nhân viên y tế thôn. | Quý II/2025
---
task ; ordinal 1. ; implement Sở Y tế
level eq 92 % ; ordinal 2.
task ; ordinal 3.
=== numbers of rows in the cells of the contents
Nhiệm vụ | Chủ trì
1.1. Xây dựng Đề án trạm y tế lưu động | Sở Y tế
1. khảo sát nhu cầu | Sở Y tế
---
task ; ordinal 1.1. ; content Xây dựng Đề án trạm y tế lưu động
task ; ordinal 1. ; content khảo sát nhu cầu
=== hours of work
TT | Nội dung | Chỉ tiêu
1 | Thời gian trả lời phản ánh | Không quá 06 giờ làm việc
---
level le 6 giờ làm việc ; content Thời gian trả lời phản ánh
=== a range over two lines
TT | Chỉ tiêu | ĐVT | Kế hoạch năm 2025
1 | Đàn gia cầm | con | Từ 150//đến 200
---
range 150 200 con
"""


@pytest.mark.parametrize("case", whole_tables(TABLES), ids=lambda case: case.name)
def test_reads_as_the_target_model_says(case: Case) -> None:
    check(targets(html(case.table)), case.expected.split(" || ") if case.expected else [])


def test_a_blank_that_reaches_down_from_a_pages_end_is_one_of_a_merged_cell() -> None:
    first = html(
        "STT | Nội dung | Chỉ tiêu | Cơ quan thực hiện\n"
        "1 | Lớp học kỹ năng số | 05 lớp | Công an xã\n"
        "2 | Vườn mẫu đạt chuẩn của | 03 vườn | Trạm Y tế xã"
    )
    second = html(
        " | các thôn trong xã | | \n3 | Cây xanh trồng mới | 800 cây | ^\n4 | Camera | 10 camera | Công an xã"
    )
    found = targets(first + second)
    assert [target.content for target in found][1] == "Vườn mẫu đạt chuẩn của các thôn trong xã"
    assert [agency.name for agency in found[2].agencies] == ["Trạm Y tế xã"]
    assert [target.doubts for target in found] == [(), (), ("unread_agency",), ()]


def test_a_unit_in_a_cut_line_belongs_to_the_name_above() -> None:
    table = html(
        "TT | Chỉ tiêu | Năm 2025 | Ban phụ trách\n"
        "1 | Số hộ nghèo được giúp đỡ | 45 | Ban Gia đình - Xã\n"
        " | (hộ) | | hội"
    )
    (found,) = targets(table)
    assert (found.threshold.value, found.threshold.unit) == (45, "hộ")
    assert [agency.name for agency in found.agencies] == ["Ban Gia đình - Xã hội"]


def test_a_span_of_time_above_a_pages_end_is_whole() -> None:
    heading = "TT | Nhiệm vụ | Cơ quan chủ trì | Lộ trình\n"
    first = html(heading + "1 | Kiểm kê khí nhà kính | Sở Xây dựng | Định kỳ 02 năm")
    second = html(heading + "2 | Thay xe buýt chạy dầu | Sở Xây dựng | 2026 - 2030")
    dues = [target.due.text if target.due else None for target in targets(first + second)]
    assert dues == ["Định kỳ 02 năm", "2026 - 2030"]


def test_a_word_that_the_end_of_a_page_divides_is_one_word() -> None:
    for head, tail, whole in (
        ("sản phẩ", "m", "sản phẩm"),
        ("doanh nghi", "ệp", "doanh nghiệp"),
        ("hợp tác", "xã", "hợp tác xã"),
    ):
        (found,) = joined((printed(head),), (printed(tail),), None)
        assert found.string == whole


def test_an_office_above_a_pages_end_goes_on_with_whose_it_is() -> None:
    for head, tail, whole in (
        (
            "Phòng Y tế và Văn phòng",
            "HĐND và UBND huyện",
            "Phòng Y tế và Văn phòng HĐND và UBND huyện",
        ),
        ("- Văn phòng", "UBND tỉnh;", "- Văn phòng UBND tỉnh;"),
    ):
        (found,) = joined((printed(head),), (printed(tail),), "agency")
        assert found.string == whole
    apart = joined((printed("Phòng Y tế"),), (printed("Công an huyện"),), "agency")
    assert [text.string for text in apart] == ["Phòng Y tế", "Công an huyện"]
