"""Two annexes: one whose title carries the period, with cells of two values, "Đạt" and roles in
the cells; one matrix with agencies across."""
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
    text=TextForm(tables="pipes", bold="stars", markdown=True),
    blocks=(
        Letterhead(
            issuer="ỦY BAN NHÂN DÂN TỈNH AN LẠC",
            number="Số: 760/QĐ-UBND",
            place_date="An Lạc, ngày 30 tháng 5 năm 2025",
        ),
        Title(
            (
                "QUYẾT ĐỊNH",
                "Phê duyệt Chương trình phát triển khoa học, công nghệ và đổi mới sáng tạo",
            )
        ),
        Title(("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH AN LẠC",)),
        Paragraph("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/02/2025;", "basis"),
        Paragraph(
            "Căn cứ Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị; Nghị quyết số 03/NQ-CP ngày "
            "09/01/2025 của Chính phủ;",
            "basis",
        ),
        Paragraph(
            "Theo đề nghị của Giám đốc Sở Khoa học và Công nghệ tại Tờ trình số 141/TTr-SKHCN ngày "
            "22/5/2025.",
            "basis",
        ),
        Title(("QUYẾT ĐỊNH:",)),
        Paragraph(
            "**Điều 1.** Phê duyệt Chương trình phát triển khoa học, công nghệ và đổi mới sáng tạo của "
            "tỉnh; đến năm 2030, đóng góp của năng suất các nhân tố tổng hợp vào tăng trưởng đạt trên "
            "50%. Các chỉ tiêu cụ thể tại Phụ lục I và Phụ lục II."
        ),
        Paragraph(
            "**Điều 2.** Quyết định này có hiệu lực từ ngày ký, thay thế Quyết định số 1890/QĐ-UBND "
            "ngày 08/11/2022."
        ),
        Paragraph(
            "**Điều 3.** Chánh Văn phòng UBND tỉnh, Giám đốc các sở và người đứng đầu các cơ quan có "
            "liên quan thi hành Quyết định này./."
        ),
        Signature(
            ("- Như Điều 3;", "- Bộ Khoa học và Công nghệ;", "- Lưu: VT, KGVX."),
            ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
            "Trần Thị Ví Dụ",
        ),
        Section(),
        Title(
            ("PHỤ LỤC I", "CHỈ TIÊU PHÁT TRIỂN KHOA HỌC, CÔNG NGHỆ ĐẾN NĂM 2030"),
            "(Kèm theo Quyết định số 760/QĐ-UBND ngày 30/5/2025 của Chủ tịch UBND tỉnh)",
        ),
        Table(
            widths=(1.4, 6.6, 4, 5.2),
            rows="""
STT | Nội dung chỉ tiêu | Chỉ tiêu | Cơ quan thực hiện
1 | Thứ hạng chỉ số đổi mới sáng tạo của tỉnh | ≤ 5 trong vùng; ≤ 20 cả nước | - Sở Khoa học và Công nghệ chủ trì ¶ - Các sở, ban, ngành phối hợp
2 | Doanh nghiệp công nghệ thành lập mới đạt ít nhất 40 doanh nghiệp | Đạt | Sở Tài chính
3 | Có trung tâm hỗ trợ khởi nghiệp của tỉnh | Đạt | Sở Khoa học và Công nghệ
4 | Chi cho khoa học, công nghệ trên tổng chi ngân sách địa phương | Từ 2% trở lên | Sở Tài chính; Sở Khoa học và Công nghệ
5 | Người làm nghiên cứu trên một vạn dân | 8 - 10 người | Sở Nội vụ
6 | Số đơn đăng ký bảo hộ sở hữu trí tuệ | Tăng bình quân 12%/năm | Sở Khoa học và Công nghệ theo dõi, tổng hợp
""",
        ),
        Section(landscape=True),
        Title(
            ("PHỤ LỤC II", "CHỈ TIÊU NĂM 2025 GIAO CHO MỘT SỐ SỞ"),
            "(Kèm theo Quyết định số 760/QĐ-UBND ngày 30/5/2025 của Chủ tịch UBND tỉnh)",
        ),
        Table(
            widths=(1.4, 7.4, 3, 3.2, 3.2, 3.2),
            rows="""
STT | Nội dung chỉ tiêu | Đơn vị tính | Sở Y tế | Sở Nội vụ | Sở Xây dựng
1 | Nhiệm vụ khoa học được nghiệm thu | Nhiệm vụ | 3 | 2 | 2
2 | Cán bộ được tập huấn về trí tuệ nhân tạo | Người | Tối thiểu 45 | Tối thiểu 30 | -
3 | Bộ dữ liệu mở được công bố trên cổng dữ liệu của tỉnh | Bộ dữ liệu | ≥ 6 | ≥ 5 | ≥ 4
4 | Có quy chế quản lý, chia sẻ dữ liệu | | Đạt | Đạt | Không quy định
""",
        ),
    ),
)
