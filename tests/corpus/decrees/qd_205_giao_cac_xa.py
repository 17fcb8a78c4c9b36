"""A matrix: communes down, indicators with their units across, two rows of headings."""
# ruff: noqa: E501 - a line is a row of the table, or a sentence

from tests.corpus.blocks import Decree, Letterhead, Paragraph, Signature, Table, TextForm, Title

DECREE = Decree(
    text=TextForm(tables="html"),
    blocks=(
        Letterhead(
            issuer="ỦY BAN NHÂN DÂN HUYỆN PHÚ LÂM TÂY",
            number="Số: 205/QĐ-UBND",
            place_date="Phú Lâm Tây, ngày 03 tháng 01 năm 2025",
        ),
        Title(
            (
                "QUYẾT ĐỊNH",
                "Về việc giao một số chỉ tiêu y tế, giáo dục và môi trường năm 2025 cho các xã, thị trấn",
            )
        ),
        Title(("ỦY BAN NHÂN DÂN HUYỆN PHÚ LÂM TÂY",)),
        Paragraph("Căn cứ Luật Tổ chức chính quyền địa phương;", "basis"),
        Paragraph(
            "Căn cứ Nghị quyết số 41/NQ-HĐND ngày 20/12/2024 của Hội đồng nhân dân huyện về nhiệm vụ "
            "năm 2025;",
            "basis",
        ),
        Paragraph(
            "Theo đề nghị của Trưởng phòng Tài chính - Kế hoạch tại Tờ trình số 318/TTr-TCKH ngày "
            "27/12/2024.",
            "basis",
        ),
        Title(("QUYẾT ĐỊNH:",)),
        Paragraph(
            "**Điều 1.** Giao chỉ tiêu y tế, giáo dục và môi trường năm 2025 cho các xã, thị trấn "
            "theo biểu sau:"
        ),
        Table(
            widths=(1.4, 4.2, 2.6, 2.6, 2.8, 2.8),
            head=2,
            rows="""
STT | Xã, thị trấn | Y tế | < | Giáo dục | Môi trường
^ | ^ | Tỷ lệ người dân tham gia bảo hiểm y tế (%) | Trẻ em dưới 5 tuổi suy dinh dưỡng thể thấp còi (%) | Số trường đạt chuẩn quốc gia (trường) | Rác thải sinh hoạt được thu gom (%)
1 | Thị trấn Phú Lâm | Tối thiểu 97,5 | Dưới 8,0 | 5 | 98
2 | Xã Tân Hòa Bắc | Tối thiểu 95 | Dưới 11,2 | 3 | 90
3 | Xã Tân Hòa Nam | Tối thiểu 95 | Dưới 11,5 | 3 | 88
4 | Xã Suối Đá Trắng | Tối thiểu 93 | Dưới 14,8 | 2 | 72
5 | Xã Gò Mây | Tối thiểu 94,2 | Dưới 13 | - | 80,5
6 | Xã Bến Lau | Tối thiểu 96 | Dưới 10,4 | 4 | 91
7 | Xã Đồng Cỏ | Tối thiểu 92,8 | Dưới 15,6 | 1 | Không quy định
""",
        ),
        Paragraph(
            "**Điều 2.** Chủ tịch UBND các xã, thị trấn báo cáo tiến độ về Phòng Tài chính - Kế hoạch "
            "trước ngày 05 hằng tháng."
        ),
        Paragraph("**Điều 3.** Quyết định này có hiệu lực kể từ ngày ký./."),
        Signature(
            ("- Như Điều 2;", "- TT. Huyện ủy;", "- Lưu: VT."),
            ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
            "Phạm Minh Họa",
        ),
    ),
)
