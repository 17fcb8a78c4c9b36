"""One file with two letters: the district sends on a letter of the province's office."""
# ruff: noqa: E501 - a line is a row of the table, or a sentence

from tests.corpus.blocks import (
    Decree,
    Letterhead,
    Paragraph,
    Section,
    Signature,
    Table,
    TextForm,
)

DECREE = Decree(
    text=TextForm(tables="tabs", bold="stars"),
    blocks=(
        Letterhead(
            issuer="ỦY BAN NHÂN DÂN HUYỆN PHÚ LÂM TÂY",
            number="Số: 88/UBND-VP",
            about="V/v triển khai tiết kiệm điện, nước năm 2025",
            place_date="Phú Lâm Tây, ngày 19 tháng 3 năm 2025",
        ),
        Paragraph("Kính gửi: Các phòng, ban, đơn vị thuộc huyện; UBND các xã, thị trấn.", "centre"),
        Paragraph(
            "UBND huyện nhận được Công văn số 1024/UBND-KTN ngày 12/3/2025 của UBND tỉnh An Lạc (sao gửi "
            "kèm theo). Chủ tịch UBND huyện yêu cầu các cơ quan, đơn vị:"
        ),
        Paragraph(
            "1. Điện dùng tại trụ sở năm 2025 giảm tối thiểu 6% so với năm 2024; nhiệt độ điều hòa trong "
            "giờ làm việc không thấp hơn 26 độ C."
        ),
        Paragraph("2. Thay thế đèn cũ, bảo đảm 100% bóng đèn tại hành lang là đèn LED."),
        Paragraph("3. Gửi báo cáo về Văn phòng HĐND và UBND huyện trước ngày 25/12/2025./."),
        Signature(
            ("- Như trên;", "- Lưu: VT."),
            ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"),
            "Ngô Văn Phỏng",
        ),
        Section(),
        Letterhead(
            issuer="ỦY BAN NHÂN DÂN TỈNH AN LẠC",
            number="Số: 1024/UBND-KTN",
            about="V/v tiết kiệm điện, nước trong cơ quan nhà nước năm 2025",
            place_date="An Lạc, ngày 12 tháng 3 năm 2025",
        ),
        Paragraph("Kính gửi: Các sở, ban, ngành tỉnh; UBND các huyện, thành phố.", "centre"),
        Paragraph(
            "Thực hiện Chỉ thị số 20/CT-TTg ngày 08/6/2023 của Thủ tướng Chính phủ, UBND tỉnh giao chỉ "
            "tiêu tiết kiệm điện, nước năm 2025 như sau:"
        ),
        Table(
            widths=(1.3, 6.4, 4.4, 4.6),
            rows="""
TT | Nội dung | Chỉ tiêu | Cơ quan thực hiện
1 | Lượng điện tiêu thụ tại trụ sở | Giảm ít nhất 5% so với năm 2024 | Các sở, ban, ngành tỉnh; UBND các huyện, thành phố
2 | Lượng nước sạch tiêu thụ tại trụ sở | Giảm 3 - 4% | Các sở, ban, ngành tỉnh; UBND các huyện, thành phố
3 | Trụ sở có hệ thống điện mặt trời mái nhà | 15 trụ sở | Sở Công Thương chủ trì; Sở Xây dựng phối hợp
4 | Phổ biến quy định về tiết kiệm điện | Thực hiện thường xuyên | Công ty Điện lực An Lạc
""",
        ),
        Paragraph(
            "Sở Công Thương theo dõi, tổng hợp kết quả, báo cáo UBND tỉnh trước ngày 20/12/2025./."
        ),
        Signature(
            ("- Như trên;", "- CT, các PCT UBND tỉnh;", "- Lưu: VT, KTN."),
            ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
            "Trần Thị Ví Dụ",
        ),
    ),
)
