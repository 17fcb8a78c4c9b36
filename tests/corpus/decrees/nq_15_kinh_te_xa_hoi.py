"""A socio-economic plan: several periods as columns, thousands, ranges, ranks, results reached."""
# ruff: noqa: E501 - a line is a row of the table, or a sentence

from tests.corpus.blocks import Decree, Letterhead, Paragraph, Signature, Table, TextForm, Title

DECREE = Decree(
    text=TextForm(tables="tabs", bold="stars"),
    blocks=(
        Letterhead(
            issuer="HỘI ĐỒNG NHÂN DÂN TỈNH AN LẠC",
            number="Số: 15/NQ-HĐND",
            place_date="An Lạc, ngày 10 tháng 12 năm 2024",
        ),
        Title(("NGHỊ QUYẾT", "Về kế hoạch phát triển kinh tế - xã hội năm 2025")),
        Title(("HỘI ĐỒNG NHÂN DÂN TỈNH AN LẠC", "KHÓA XII, KỲ HỌP THỨ 19")),
        Paragraph("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;", "basis"),
        Paragraph(
            "Xét Tờ trình số 402/TTr-UBND ngày 28 tháng 11 năm 2024 của Ủy ban nhân dân tỉnh; Báo cáo "
            "thẩm tra số 133/BC-KTNS ngày 05 tháng 12 năm 2024 của Ban Kinh tế - Ngân sách.",
            "basis",
        ),
        Title(("QUYẾT NGHỊ:",)),
        Paragraph(
            "**Điều 1.** Hội đồng nhân dân tỉnh thống nhất đánh giá kết quả năm 2024: tổng sản phẩm "
            "trên địa bàn tăng 7,1%; thu ngân sách đạt 11.940 tỷ đồng, bằng 104,6% dự toán; tạo việc "
            "làm cho 21.300 lao động; còn 02 chỉ tiêu chưa đạt."
        ),
        Paragraph("**Điều 2.** Thông qua các chỉ tiêu chủ yếu tại biểu dưới đây:"),
        Table(
            widths=(1.4, 5.6, 2.2, 2.3, 2.5, 2.7),
            rows="""
STT | Chỉ tiêu | ĐVT | Thực hiện năm 2024 | Kế hoạch năm 2025 | Mục tiêu đến năm 2030
**A** | **VỀ KINH TẾ** | < | < | < | <
#! | Tốc độ tăng tổng sản phẩm trên địa bàn (GRDP) | % | 7,1 | 8 - 8,5 | Trên 10
# | GRDP bình quân đầu người | Triệu đồng | 78,4 | 86,5 | 150
# | Thu ngân sách nhà nước trên địa bàn | Tỷ đồng | 11.940 | 12.500 | 24.000
# | Sản lượng lương thực có hạt | Nghìn tấn | 612,5 | Tối thiểu 620 | 640
# | Lượt khách du lịch | Lượt người | 1.285.000 | 1.400.000 | 3.000.000
# | Thứ hạng chỉ số năng lực cạnh tranh cấp tỉnh | Thứ hạng | 29 | 25 | 15
**B** | **VỀ XÃ HỘI** | < | < | < | <
---
#! | Tỷ lệ lao động qua đào tạo | % | 68 | 70 | Trên 80
# | Trong đó: có bằng cấp, chứng chỉ | % | 27,8 | 29,5 | 40
# | Tỷ lệ hộ nghèo theo chuẩn hiện hành | % | 3,6 | Dưới 2,9 | Dưới 1
# | Số bác sĩ trên một vạn dân | Bác sĩ | 8,9 | 9,4 | 12,5
# | Tỷ lệ dân số tham gia bảo hiểm y tế | % | 93,7 | Trên 95 | 98
**C** | **VỀ MÔI TRƯỜNG** | < | < | < | <
#! | Tỷ lệ che phủ rừng | % | 41,2 | 41,5 | 42 - 43
# | Tỷ lệ nước thải đô thị được xử lý | % | 18 | Từ 22 trở lên | 50
""",
        ),
        Paragraph(
            "**Điều 3.** Giao Ủy ban nhân dân tỉnh tổ chức thực hiện; giải ngân trên 95% kế hoạch vốn "
            "đầu tư công năm 2025 và tiết kiệm ít nhất 10% chi thường xuyên."
        ),
        Paragraph(
            "Nghị quyết này đã được Hội đồng nhân dân tỉnh An Lạc khóa XII, kỳ họp thứ 19 thông qua "
            "ngày 10 tháng 12 năm 2024 và có hiệu lực từ ngày thông qua./."
        ),
        Signature(
            (
                "- Ủy ban Thường vụ Quốc hội;",
                "- Chính phủ;",
                "- Đại biểu HĐND tỉnh;",
                "- Lưu: VT (120 bản).",
            ),
            ("CHỦ TỊCH",),
            "Đặng Thí Dụ",
        ),
    ),
)
