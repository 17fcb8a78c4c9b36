"""A unit column beside the value, group rows with and without a value, measured prose."""
# ruff: noqa: E501 - a line is a row of the table, or a sentence

from tests.corpus.blocks import Decree, Letterhead, Paragraph, Signature, Table, TextForm, Title

DECREE = Decree(
    text=TextForm(tables="pipes", letterhead="columns"),
    blocks=(
        Letterhead(
            issuer="ỦY BAN NHÂN DÂN TỈNH AN LẠC",
            number="Số: 42/KH-UBND",
            place_date="An Lạc, ngày 06 tháng 3 năm 2025",
        ),
        Title(("KẾ HOẠCH", "Chuyển đổi số tỉnh An Lạc năm 2025")),
        Paragraph(
            "Thực hiện Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ và Nghị quyết "
            "số 18-NQ/TU ngày 25/10/2022 của Ban Chấp hành Đảng bộ tỉnh, UBND tỉnh ban hành Kế hoạch "
            "chuyển đổi số năm 2025 như sau:"
        ),
        Paragraph("I. MỤC TIÊU", "heading"),
        Paragraph(
            "Năm 2024, chỉ số chuyển đổi số của tỉnh đạt 0,6132 điểm, đứng thứ 27/63 tỉnh, thành phố. "
            "Trong năm 2025, tỉnh tập trung vào các mục tiêu sau:"
        ),
        Paragraph(
            "1. Phấn đấu tỷ lệ hộ gia đình dùng Internet cáp quang đạt tối thiểu 88%; tỷ lệ dân số "
            "trưởng thành có tài khoản thanh toán đạt trên 90%."
        ),
        Paragraph(
            "2. Tỷ lệ hồ sơ được xử lý hoàn toàn trên mạng: ít nhất 85% cấp tỉnh, 75% cấp huyện, "
            "60% cấp xã."
        ),
        Paragraph("3. Kinh tế số chiếm từ 14% đến 15% tổng sản phẩm trên địa bàn."),
        Paragraph("II. CHỈ TIÊU CỤ THỂ", "heading"),
        Table(
            widths=(1.4, 6.5, 1.8, 2.6, 4),
            rows="""
TT | Nội dung chỉ tiêu | Đơn vị tính | Chỉ tiêu năm 2025 | Cơ quan chủ trì thực hiện
1. | Thôn, bản có trạm thu phát sóng 4G hoạt động ổn định | % | Tối thiểu 98 | Sở Khoa học và Công nghệ
2. | Cơ sở dữ liệu dùng chung được kết nối vào trục tích hợp của tỉnh | Cơ sở dữ liệu | 12 | Sở Khoa học và Công nghệ; Văn phòng UBND tỉnh
3. | Văn bản đi được ký số (trừ văn bản mật) | | |
3.1. | Sở, ban, ngành tỉnh | % | 100 | Các sở, ban, ngành tỉnh
3.2. | UBND cấp huyện | % | Tối thiểu 99 | UBND các huyện, thành phố
3.3. | UBND cấp xã | % | 95 | UBND các xã, phường, thị trấn
4. | Thời gian ngừng hoạt động của trung tâm dữ liệu trong năm | Giờ | Không quá 8,5 | Trung tâm Công nghệ thông tin và Truyền thông
5. | Hệ thống thông tin được phê duyệt cấp độ an toàn | % | Không dưới 90 | Sở Khoa học và Công nghệ
6. | Xếp hạng chỉ số chuyển đổi số của tỉnh | Hạng | ≤ 20 | Sở Khoa học và Công nghệ
7. | Cán bộ, công chức được bồi dưỡng kỹ năng số | Người | 2.400 | Sở Nội vụ
7.1. | Trong đó: cán bộ, công chức cấp xã | Người | Tối thiểu 1.350 | UBND các huyện, thành phố
8. | Máy chủ chưa được cài phần mềm phòng, chống mã độc | Máy | 0 | Sở Khoa học và Công nghệ
9. | Doanh nghiệp nhỏ và vừa dùng hóa đơn điện tử từ máy tính tiền | % | 80 - 85 | Thuế tỉnh An Lạc
""",
        ),
        Paragraph("III. TỔ CHỨC THỰC HIỆN", "heading"),
        Paragraph(
            "1. Sở Khoa học và Công nghệ theo dõi, tổng hợp tình hình; báo cáo UBND tỉnh trước ngày "
            "15/12/2025. Đơn vị có kết quả dưới 70% số chỉ tiêu được giao thì không được xét khen "
            "thưởng cuối năm."
        ),
        Paragraph(
            "2. Sở Tài chính bố trí 46,8 tỷ đồng từ ngân sách tỉnh để thực hiện Kế hoạch theo Nghị "
            "quyết số 88/NQ-HĐND ngày 09/12/2024 của HĐND tỉnh."
        ),
        Paragraph(
            "Trong quá trình thực hiện, nếu có vướng mắc, các cơ quan phản ánh về Sở Khoa học và Công "
            "nghệ (số 17 đường Bến Đá, điện thoại 0299.3866.115) để được hướng dẫn./."
        ),
        Signature(
            (
                "- Bộ Khoa học và Công nghệ;",
                "- TT Tỉnh ủy, TT HĐND tỉnh;",
                "- Các sở, ban, ngành tỉnh;",
                "- Lưu: VT, KGVX.",
            ),
            ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
            "Trần Thị Ví Dụ",
        ),
    ),
)
