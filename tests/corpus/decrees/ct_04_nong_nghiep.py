"""A directive whose targets are changes, ranks, rates and numbers in words, in prose and table."""
# ruff: noqa: E501 - a line is a row of the table, or a sentence

from tests.corpus.blocks import Decree, Letterhead, Paragraph, Signature, Table, TextForm, Title

DECREE = Decree(
    text=TextForm(tables="tabs", items="ul", bold="stars", markdown=True),
    blocks=(
        Letterhead(
            issuer="CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH AN LẠC",
            number="Số: 04/CT-UBND",
            place_date="An Lạc, ngày 21 tháng 02 năm 2025",
        ),
        Title(
            (
                "CHỈ THỊ",
                "Về đẩy mạnh phong trào thi đua trong nông nghiệp, nông thôn và giảm nghèo năm 2025",
            )
        ),
        Paragraph(
            "Năm 2024, giá trị sản xuất nông nghiệp của tỉnh tăng 3,4%, tỷ lệ hộ nghèo giảm 0,9%, số vụ "
            "cháy rừng giảm từ 31 xuống 23 vụ. Tuy nhiên, sản xuất còn nhỏ lẻ, tỉnh mới xếp thứ 12 về "
            "xây dựng nông thôn mới trong vùng. Để phát huy kết quả, Chủ tịch UBND tỉnh chỉ thị:"
        ),
        Paragraph("1. Sở Nông nghiệp và Môi trường", "heading"),
        Paragraph(
            "a) Tham mưu các giải pháp để giá trị sản xuất trên một héc ta đất trồng trọt tăng ít nhất "
            "5% so với năm 2024; lượng thuốc bảo vệ thực vật hóa học giảm 0,5 - 0,7%."
        ),
        Paragraph("b) Phấn đấu số vụ cháy rừng giảm từ 23 xuống 18 vụ."),
        Paragraph("c) Tổ chức ít nhất hai cuộc tập huấn về canh tác tiết kiệm nước trong quý III."),
        Paragraph("2. Ủy ban nhân dân các huyện, thành phố", "heading"),
        Paragraph(
            "a) Giảm tỷ lệ hộ nghèo đa chiều xuống dưới 3%; diện tích lúa được cấp mã số vùng trồng "
            "tăng thêm 1.200 ha."
        ),
        Paragraph(
            "b) Huyện nào để tỷ lệ giải ngân dưới 60% vào ngày 30/9/2025 thì bị điều chuyển vốn."
        ),
        Paragraph("3. Các chỉ tiêu thi đua", "heading"),
        Table(
            widths=(1.3, 6, 5, 4.6),
            point=True,
            rows="""
TT | Nội dung | Chỉ tiêu | Cơ quan theo dõi
#! | Tỷ lệ hộ nghèo đa chiều toàn tỉnh | Giảm 1,2% so với năm 2024 | Sở Nông nghiệp và Môi trường
# | Tỷ lệ hộ tái nghèo | Giảm còn dưới 0,8% | Sở Nông nghiệp và Môi trường
# | Kết quả xây dựng nông thôn mới | Thuộc nhóm 05 địa phương dẫn đầu vùng | Văn phòng Điều phối nông thôn mới tỉnh
# | Sản phẩm OCOP từ 4 sao trở lên | Tăng tối thiểu 06 sản phẩm | Sở Nông nghiệp và Môi trường
# | Tin, bài về gương làm kinh tế giỏi | 02 tin, bài/tháng | Báo An Lạc
# | Mô hình liên kết theo chuỗi | Mỗi huyện ít nhất 01 mô hình | Liên minh Hợp tác xã tỉnh
# | Tỷ lệ hao hụt sau thu hoạch | Giảm từ 10% xuống 8,5% | Sở Nông nghiệp và Môi trường
# | Hội thi nhà nông đua tài | Ba năm tổ chức một lần | Hội Nông dân tỉnh
# | Diện tích rừng trồng mới | Hơn 850 ha | Chi cục Kiểm lâm
# | Kim ngạch xuất khẩu nông sản | Tăng 6 - 8% so với cùng kỳ | Sở Công Thương
""",
        ),
        Paragraph(
            "Giao Sở Nội vụ theo dõi, tổng hợp; đề xuất khen thưởng 10 tập thể, 25 cá nhân trong phong "
            "trào. Chỉ thị này có hiệu lực từ ngày ký và thay thế Chỉ thị số 11/CT-UBND ngày 03/4/2023./."
        ),
        Signature(
            ("- Thường trực Tỉnh ủy;", "- UBND các huyện, thành phố;", "- Lưu: VT, KTN."),
            ("CHỦ TỊCH",),
            "Vũ Đình Giả",
        ),
    ),
)
