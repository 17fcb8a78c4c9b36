"""No STT: a first column merged over the rows of its field, numbers at the head of the content,
a column "Đơn vị" that names bodies."""
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
    text=TextForm(tables="tabs", bold="none"),
    blocks=(
        Letterhead(
            parent="ỦY BAN NHÂN DÂN TỈNH AN LẠC",
            issuer="SỞ Y TẾ",
            number="Số: 64/QĐ-SYT",
            place_date="An Lạc, ngày 27 tháng 01 năm 2025",
        ),
        Title(
            ("QUYẾT ĐỊNH", "Về việc giao chỉ tiêu chuyên môn năm 2025 cho các đơn vị trực thuộc")
        ),
        Title(("GIÁM ĐỐC SỞ Y TẾ",)),
        Paragraph(
            "Căn cứ Quyết định số 33/2022/QĐ-UBND ngày 14/9/2022 của UBND tỉnh An Lạc quy định chức "
            "năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Sở Y tế;",
            "basis",
        ),
        Paragraph(
            "Căn cứ Thông tư số 37/2019/TT-BYT ngày 30/12/2019 của Bộ trưởng Bộ Y tế;", "basis"
        ),
        Paragraph("Theo đề nghị của Trưởng phòng Nghiệp vụ Y.", "basis"),
        Title(("QUYẾT ĐỊNH:",)),
        Paragraph(
            "**Điều 1.** Giao chỉ tiêu chuyên môn năm 2025 cho các đơn vị theo Phụ lục kèm theo. Kế "
            "hoạch giường bệnh là 2.150 giường, giữ như năm 2024."
        ),
        Paragraph(
            "**Điều 2.** Đơn vị hoàn thành dưới 80% số chỉ tiêu thì người đứng đầu không được xếp loại "
            "hoàn thành tốt nhiệm vụ."
        ),
        Paragraph(
            "**Điều 3.** Chánh Văn phòng Sở, Trưởng các phòng và Giám đốc các đơn vị trực thuộc thi "
            "hành Quyết định này./."
        ),
        Signature(
            ("- Như Điều 3;", "- UBND tỉnh (b/c);", "- Lưu: VT, NVY."),
            ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
            "Hoàng Văn Thử",
        ),
        Section(),
        Title(
            ("PHỤ LỤC", "CHỈ TIÊU CHUYÊN MÔN NĂM 2025"),
            "(Kèm theo Quyết định số 64/QĐ-SYT ngày 27/01/2025 của Sở Y tế)",
        ),
        Table(
            widths=(2.8, 6.6, 3.4, 4),
            rows="""
Lĩnh vực | Nội dung chỉ tiêu | Chỉ tiêu giao | Đơn vị
Y tế dự phòng | 1. Tỷ lệ trẻ dưới 1 tuổi được tiêm chủng đầy đủ | Tối thiểu 96% | Trung tâm Kiểm soát bệnh tật tỉnh
^ | 2. Số ca mắc sốt xuất huyết trên 100.000 dân | Không quá 120 ca | Trung tâm Kiểm soát bệnh tật tỉnh; Trung tâm Y tế các huyện
^ | 3. Tỷ lệ phụ nữ mang thai được khám thai từ 04 lần trở lên | 88,5% | Trung tâm Y tế các huyện
^ | 4. Tỷ lệ người tăng huyết áp được quản lý điều trị | Trên 60% | Trung tâm Y tế các huyện
Khám bệnh, chữa bệnh | 5. Công suất sử dụng giường bệnh | Từ 85 đến 95% | Bệnh viện Đa khoa tỉnh
^ | 6. Thời gian khám trung bình một lượt ngoại trú | Dưới 2,5 giờ | Bệnh viện Đa khoa tỉnh, Bệnh viện Y học cổ truyền
^ | 7. Triển khai hồ sơ bệnh án điện tử | Nhiệm vụ phải hoàn thành | Bệnh viện Đa khoa tỉnh
^ | 8. Tỷ lệ người bệnh nội trú hài lòng | ≥ 92% | Bệnh viện Đa khoa tỉnh, Bệnh viện Y học cổ truyền
Dân số | 9. Tỷ số giới tính khi sinh (số bé trai trên 100 bé gái) | Tối đa 110,5 | Chi cục Dân số
^ | 10. Tỷ lệ người cao tuổi được khám sức khỏe định kỳ ít nhất một lần trong năm | 75% | Chi cục Dân số
An toàn thực phẩm | 11. Cơ sở được kiểm tra trong năm | Ít nhất 1.150 cơ sở | Chi cục An toàn vệ sinh thực phẩm
^ | 12. Số vụ ngộ độc thực phẩm từ 30 người mắc trở lên | 0 vụ | Chi cục An toàn vệ sinh thực phẩm
""",
        ),
    ),
)
