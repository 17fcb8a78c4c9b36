"""An invitation with a programme and a list of names: tables and numbers, but nothing to reach."""
# ruff: noqa: E501 - a line is a row of the table, or a sentence

from tests.corpus.blocks import (
    Decree,
    Letterhead,
    Paragraph,
    Section,
    Signature,
    Table,
    TextForm,
    Title,
)

DECREE = Decree(
    text=TextForm(tables="tabs", letterhead="columns", bold="b"),
    blocks=(
        Letterhead(
            issuer="ỦY BAN NHÂN DÂN XÃ TÂN HÒA BẮC",
            number="Số: 55/GM-UBND",
            place_date="Tân Hòa Bắc, ngày 03 tháng 6 năm 2025",
        ),
        Title(("GIẤY MỜI", "Dự hội nghị sơ kết công tác 6 tháng đầu năm 2025")),
        Paragraph("Kính gửi: Các đồng chí có tên trong danh sách kèm theo.", "centre"),
        Paragraph(
            "Ủy ban nhân dân xã Tân Hòa Bắc trân trọng kính mời các đồng chí dự hội nghị sơ kết công tác "
            "6 tháng đầu năm 2025."
        ),
        Paragraph("1. Thời gian: từ 7 giờ 30 phút đến 11 giờ 00, ngày 18/6/2025 (thứ Tư)."),
        Paragraph("2. Địa điểm: Hội trường tầng 2, trụ sở UBND xã, số 08 đường Cây Da."),
        Paragraph("3. Chương trình:"),
        Table(
            widths=(3, 9.5, 4.5),
            rows="""
Thời gian | Nội dung | Người trình bày
7 giờ 30 | Đón tiếp đại biểu | Văn phòng
8 giờ 00 | Báo cáo kết quả 6 tháng | Lãnh đạo UBND xã
9 giờ 15 | Thảo luận | Đại biểu
10 giờ 45 | Kết luận | Chủ tịch UBND xã
""",
        ),
        Paragraph(
            "Đề nghị các đồng chí xác nhận dự họp trước ngày 16/6/2025 qua số điện thoại 0299.3855.020 "
            "(máy lẻ 12)./."
        ),
        Signature(
            ("- Như danh sách;", "- Đảng ủy xã;", "- Lưu: VT."),
            ("TL. CHỦ TỊCH", "CÔNG CHỨC VĂN PHÒNG - THỐNG KÊ"),
            "Trịnh Thị Hư Cấu",
        ),
        Section(),
        Title(("DANH SÁCH ĐẠI BIỂU",), "(Kèm theo Giấy mời số 55/GM-UBND ngày 03/6/2025)"),
        Table(
            widths=(1.3, 5.2, 5.6, 4),
            rows="""
STT | Họ và tên | Chức vụ, đơn vị | Số điện thoại
#! | Nguyễn Văn Mẫu | Đại diện lãnh đạo huyện | 0299.3812.400
# | Lê Thị Minh Họa | Phó Bí thư Đảng ủy xã | 0299.3855.011
# | Trần Văn Thí Dụ | Trưởng thôn Bến Lau | 0299.3855.034
# | Hồ Văn Giả Định | Trưởng thôn Gò Mây | 0299.3855.035
# | Phan Thị Tượng Trưng | Chủ tịch Hội Phụ nữ xã | 0299.3855.018
""",
        ),
    ),
)
