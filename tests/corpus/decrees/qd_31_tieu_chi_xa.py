"""A matrix of criteria: indicators down, groups of communes across, cells merged over groups."""
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
    text=TextForm(tables="html", letterhead="columns", markdown=True),
    blocks=(
        Letterhead(
            issuer="ỦY BAN NHÂN DÂN TỈNH AN LẠC",
            number="Số: 31/2025/QĐ-UBND",
            place_date="An Lạc, ngày 18 tháng 4 năm 2025",
        ),
        Title(
            (
                "QUYẾT ĐỊNH",
                "Quy định mức đạt chuẩn một số tiêu chí xã văn minh trên địa bàn tỉnh An Lạc",
            )
        ),
        Paragraph("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/02/2025;", "basis"),
        Paragraph(
            "Căn cứ Nghị quyết số 07/2025/NQ-HĐND ngày 28/3/2025 của Hội đồng nhân dân tỉnh;",
            "basis",
        ),
        Paragraph(
            "Theo đề nghị của Giám đốc Sở Nông nghiệp và Môi trường tại Tờ trình số 96/TTr-SNNMT ngày "
            "10 tháng 4 năm 2025;",
            "basis",
        ),
        Paragraph("Ủy ban nhân dân tỉnh ban hành Quyết định.", "basis"),
        Paragraph(
            "**Điều 1.** Ban hành kèm theo Quyết định này mức đạt chuẩn một số tiêu chí xã văn minh. "
            "Các xã được chia thành 03 nhóm theo Phụ lục I của Nghị quyết số 07/2025/NQ-HĐND."
        ),
        Paragraph(
            "**Điều 2.** Quyết định này có hiệu lực từ ngày 01 tháng 5 năm 2025 và thay thế Quyết định "
            "số 12/2021/QĐ-UBND ngày 15/6/2021 của UBND tỉnh."
        ),
        Paragraph(
            "**Điều 3.** Chánh Văn phòng UBND tỉnh, Giám đốc các sở, Chủ tịch UBND các xã chịu trách "
            "nhiệm thi hành Quyết định này./."
        ),
        Signature(
            ("- Như Điều 3;", "- Cục Kiểm tra văn bản;", "- Lưu: VT, KTN."),
            ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
            "",
        ),
        Section(),
        Title(
            ("PHỤ LỤC", "MỨC ĐẠT CHUẨN MỘT SỐ TIÊU CHÍ XÃ VĂN MINH"),
            "(Ban hành kèm theo Quyết định số 31/2025/QĐ-UBND)",
        ),
        Table(
            widths=(1.4, 2.6, 5.4, 2.3, 2.3, 2.3, 3),
            head=2,
            rows="""
TT | Tên tiêu chí | Nội dung tiêu chí | Mức đạt chuẩn | < | < | Cơ quan hướng dẫn, theo dõi
^ | ^ | ^ | Xã nhóm 1 | Xã nhóm 2 | Xã nhóm 3 | ^
1 | Giao thông | 1.1. Tỷ lệ đường ngõ, xóm được cứng hóa | 100% | ≥ 90% | ≥ 75% | Sở Xây dựng
^ | ^ | 1.2. Tỷ lệ đường trục thôn có đèn chiếu sáng | ≥ 95% | ≥ 80% | Không quy định | Sở Xây dựng
2 | Nước sạch | 2.1. Tỷ lệ hộ dùng nước sạch từ công trình tập trung | ≥ 70% | ≥ 55% | ≥ 35% | Sở Nông nghiệp và Môi trường
^ | ^ | 2.2. Lượng nước cấp bình quân cho một người trong ngày đêm | ≥ 80 lít | < | ≥ 60 lít | Sở Nông nghiệp và Môi trường
3 | Văn hóa | 3.1. Nhà văn hóa thôn có đủ trang thiết bị | Đạt | < | - | Sở Văn hóa, Thể thao và Du lịch
^ | ^ | 3.2. Số câu lạc bộ văn nghệ, thể thao hoạt động đều | ≥ 04 câu lạc bộ | ≥ 03 câu lạc bộ | ≥ 01 câu lạc bộ | Sở Văn hóa, Thể thao và Du lịch
4 | Hộ nghèo | Tỷ lệ hộ nghèo đa chiều | ≤ 1,0% | ≤ 2,5% | ≤ 6,0% | Sở Nông nghiệp và Môi trường
5 | An ninh trật tự | Tỷ lệ vụ việc được hòa giải thành ở cơ sở | Trên 85% | < | < | Công an tỉnh
""",
        ),
    ),
)
