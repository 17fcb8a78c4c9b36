"""Years as columns under one merged heading, the estimate of the year before, and a matrix with a
row for the whole district; the sign "<" in cells."""
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
    text=TextForm(tables="tabs", bold="b", letterhead="columns"),
    blocks=(
        Letterhead(
            issuer="ỦY BAN NHÂN DÂN HUYỆN PHÚ LÂM TÂY",
            number="Số: 921/QĐ-UBND",
            place_date="Phú Lâm Tây, ngày 16 tháng 12 năm 2024",
        ),
        Title(
            (
                "QUYẾT ĐỊNH",
                "Về việc giao kế hoạch việc làm và giảm nghèo giai đoạn 2025 - 2027",
            )
        ),
        Title(("CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN PHÚ LÂM TÂY",)),
        Paragraph("Căn cứ Luật Tổ chức chính quyền địa phương;", "basis"),
        Paragraph(
            "Căn cứ Quyết định số 2210/QĐ-UBND ngày 02/12/2024 của UBND tỉnh An Lạc về kế hoạch việc làm "
            "và giảm nghèo giai đoạn 2025 - 2027;",
            "basis",
        ),
        Paragraph("Theo đề nghị của Trưởng phòng Nội vụ.", "basis"),
        Title(("QUYẾT ĐỊNH:",)),
        Paragraph(
            "**Điều 1.** Giao kế hoạch việc làm và giảm nghèo giai đoạn 2025 - 2027 của huyện tại Biểu "
            "số 01, của các xã, thị trấn năm 2025 tại Biểu số 02."
        ),
        Paragraph(
            "**Điều 2.** Phòng Nội vụ hướng dẫn, kiểm tra việc thực hiện; báo cáo UBND huyện trước ngày "
            "10 tháng 12 hằng năm."
        ),
        Paragraph(
            "**Điều 3.** Thủ trưởng các cơ quan, đơn vị có liên quan và Chủ tịch UBND các xã, thị trấn "
            "chịu trách nhiệm thi hành Quyết định này./."
        ),
        Signature(
            ("- Như Điều 3;", "- Sở Nội vụ;", "- Lưu: VT, NV."),
            ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
            "Phạm Minh Họa",
        ),
        Section(landscape=True),
        Title(
            ("BIỂU SỐ 01", "KẾ HOẠCH VIỆC LÀM VÀ GIẢM NGHÈO CỦA HUYỆN"),
            "(Kèm theo Quyết định số 921/QĐ-UBND ngày 16/12/2024)",
        ),
        Table(
            widths=(1.5, 7.4, 2, 2.6, 2.4, 2.4, 2.4, 4),
            head=2,
            rows="""
STT | Chỉ tiêu | Đơn vị | Ước thực hiện năm 2024 | Kế hoạch | < | < | Cơ quan chủ trì
^ | ^ | ^ | ^ | Năm 2025 | Năm 2026 | Năm 2027 | ^
**I** | **VIỆC LÀM** | < | < | < | < | < | <
1 | Lao động được tạo việc làm mới | Người | 5.120 | 5.300 | 5.500 | 5.700 | Phòng Nội vụ
2 | Tỷ lệ thất nghiệp khu vực thị trấn | % | 2,9 | < 2,8 | < 2,7 | < 2,5 | Phòng Nội vụ
3 | Lao động đi làm việc ở nước ngoài theo hợp đồng | Người | 210 | ≥ 230 | ≥ 240 | ≥ 250 | Phòng Nội vụ
**II** | **GIẢM NGHÈO** | < | < | < | < | < | <
4 | Số hộ nghèo cuối năm | Hộ | 1.846 | 1.500 | 1.200 | 950 | Phòng Nông nghiệp và Môi trường
5 | Hộ thoát nghèo không tái nghèo | % | 91,0 | 92 - 93 | 94,5 | Trên 95 | Phòng Nông nghiệp và Môi trường
""",
        ),
        Section(),
        Title(
            ("BIỂU SỐ 02", "CHỈ TIÊU NĂM 2025 CỦA CÁC XÃ, THỊ TRẤN"),
            "(Kèm theo Quyết định số 921/QĐ-UBND ngày 16/12/2024)",
        ),
        Table(
            widths=(1.5, 5, 5, 5),
            rows="""
STT | Đơn vị | Lao động được tạo việc làm mới (người) | Số hộ thoát nghèo (hộ)
 | **Toàn huyện** | **5.300** | **346**
1 | Thị trấn Phú Lâm | 1.460 | 22
2 | Xã Tân Hòa Bắc | 1.180 | 48
3 | Xã Suối Đá Trắng | 870 | 121
4 | Xã Gò Mây | 790 | 83
5 | Xã Bến Lau | 1.000 | 72
""",
        ),
    ),
)
