"""Headings in another order and wording, no STT: who answers first, then what, how much, by when."""
# ruff: noqa: E501 - a line is a row of the table, or a sentence

from tests.corpus.blocks import Decree, Letterhead, Paragraph, Signature, Table, TextForm, Title

DECREE = Decree(
    text=TextForm(tables="pipes", covered="repeat"),
    blocks=(
        Letterhead(
            issuer="ỦY BAN NHÂN DÂN THÀNH PHỐ VĨNH THANH",
            number="Số: 09/KH-UBND",
            place_date="Vĩnh Thanh, ngày 15 tháng 01 năm 2025",
        ),
        Title(
            (
                "KẾ HOẠCH",
                "Phân luồng học sinh và đào tạo nghề cho lao động nông thôn năm 2025",
            )
        ),
        Paragraph(
            "Căn cứ Kế hoạch số 268/KH-UBND ngày 30/12/2024 của UBND tỉnh An Lạc, UBND thành phố Vĩnh "
            "Thanh xây dựng Kế hoạch như sau:"
        ),
        Paragraph("1. Mục tiêu chung", "heading"),
        Paragraph(
            "Học sinh và phụ huynh hiểu rõ các hướng đi sau trung học cơ sở. Người lao động có việc "
            "làm phù hợp sau khi học nghề."
        ),
        Paragraph("2. Phân công thực hiện", "heading"),
        Table(
            widths=(4, 5.4, 3.2, 2.8, 3),
            rows="""
Cơ quan chịu trách nhiệm | Nội dung chỉ tiêu | Mức phấn đấu năm 2025 | Thời hạn | Ghi chú
**Phân luồng sau trung học cơ sở** | < | < | < | <
Phòng Giáo dục và Đào tạo | Học sinh lớp 9 được tư vấn hướng nghiệp | 100% | Trước 31/5/2025 | Tại trường
Phòng Giáo dục và Đào tạo | Học sinh tốt nghiệp trung học cơ sở vào học nghề hoặc giáo dục thường xuyên | Tối thiểu 28% | 30/9/2025 |
Các trường trung học cơ sở | Buổi trải nghiệm nghề tại doanh nghiệp | Mỗi trường tối thiểu 02 buổi | Tháng 4/2025 | Có xác nhận của doanh nghiệp
**Đào tạo nghề cho lao động nông thôn** | < | < | < | <
Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên | Lao động được đào tạo nghề dưới 03 tháng | 640 người | Quý IV/2025 | Trong đó 40% là nữ
Phòng Nội vụ; UBND các xã, phường | Lao động có việc làm sau đào tạo | Trên 82% | Tháng 12/2025 |
Phòng Kinh tế, Hạ tầng và Đô thị và các hội đoàn thể | Doanh nghiệp ký cam kết tuyển dụng | Từ 15 doanh nghiệp trở lên | Quý III/2025 |
Phòng Giáo dục và Đào tạo chủ trì, phối hợp với Phòng Nội vụ, UBND các xã, phường | Ngày hội việc làm cấp thành phố | 02 lần/năm | Theo kế hoạch của tỉnh | Gắn với Ngày hội khởi nghiệp
""",
        ),
        Paragraph("3. Kinh phí", "heading"),
        Paragraph(
            "Tổng kinh phí dự kiến 3.260 triệu đồng, trong đó ngân sách thành phố 2.100 triệu đồng, "
            "nguồn xã hội hóa 1.160 triệu đồng."
        ),
        Paragraph("4. Chế độ báo cáo", "heading"),
        Paragraph(
            "Các cơ quan gửi báo cáo về Phòng Giáo dục và Đào tạo trước ngày 10/6/2025 và ngày "
            "05/12/2025, thư điện tử: pgddt@vinhthanh.example./."
        ),
        Signature(
            ("- Sở Giáo dục và Đào tạo;", "- TT. Thành ủy;", "- Lưu: VT, GDĐT."),
            ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
            "Bùi Thị Tượng Trưng",
        ),
    ),
)
