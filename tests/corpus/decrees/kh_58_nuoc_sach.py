"""Headings that carry a period, over the rows of a table and over paragraphs."""
# ruff: noqa: E501 - a line is a row of the table, or a sentence

from tests.corpus.blocks import Decree, Letterhead, Paragraph, Signature, Table, TextForm, Title

DECREE = Decree(
    text=TextForm(tables="tabs", bold="b"),
    blocks=(
        Letterhead(
            issuer="ỦY BAN NHÂN DÂN TỈNH AN LẠC",
            number="Số: 58/KH-UBND",
            place_date="An Lạc, ngày 02 tháng 4 năm 2025",
        ),
        Title(
            (
                "KẾ HOẠCH",
                "Cấp nước sạch và vệ sinh nông thôn tỉnh An Lạc giai đoạn 2025 - 2030",
            )
        ),
        Paragraph(
            "Thực hiện Quyết định số 1978/QĐ-TTg ngày 24/11/2021 của Thủ tướng Chính phủ phê duyệt Chiến "
            "lược quốc gia về cấp nước sạch và vệ sinh nông thôn, UBND tỉnh ban hành Kế hoạch với các "
            "nội dung sau:"
        ),
        Paragraph("I. MỤC TIÊU", "heading"),
        Paragraph("1. Mục tiêu cơ bản đến năm 2027", "heading"),
        Paragraph(
            "- Ít nhất 62% dân số nông thôn dùng nước sạch đạt quy chuẩn với số lượng tối thiểu 60 "
            "lít/người/ngày."
        ),
        Paragraph("- 90% trường học, trạm y tế ở nông thôn có nhà vệ sinh đạt chuẩn."),
        Paragraph("2. Tầm nhìn", "heading"),
        Paragraph("Người dân nông thôn được dùng nước sạch an toàn, bền vững, giá hợp lý."),
        Paragraph("II. CHỈ TIÊU THEO LĨNH VỰC", "heading"),
        Table(
            widths=(1.4, 7.2, 3.4, 5),
            rows="""
STT | Nội dung chỉ tiêu | Mức đạt | Cơ quan chủ trì
**I. Mục tiêu đến năm 2027** | < | < | <
1 | Công trình cấp nước tập trung hoạt động bền vững | Tối thiểu 75% | Sở Nông nghiệp và Môi trường
2 | Tỷ lệ thất thoát nước | Không quá 22% | Trung tâm Nước sạch nông thôn
3 | Mẫu nước được kiểm nghiệm hằng năm | 1.500 mẫu | Sở Y tế
**II. Mục tiêu đến năm 2030** | < | < | <
1 | Công trình cấp nước tập trung hoạt động bền vững | Trên 90% | Sở Nông nghiệp và Môi trường
2 | Tỷ lệ thất thoát nước | Dưới 15% | Trung tâm Nước sạch nông thôn
3 | Hộ gia đình có nhà tiêu hợp vệ sinh | 100% | Sở Y tế
4 | Xã không còn điểm ngập nước thải sinh hoạt | 46 xã | UBND các huyện, thành phố
""",
        ),
        Paragraph("III. KINH PHÍ", "heading"),
        Paragraph(
            "Tổng nhu cầu vốn là 684,5 tỷ đồng, trong đó vốn ngân sách nhà nước 40%, vốn doanh nghiệp "
            "45%, người sử dụng đóng góp 15%."
        ),
        Paragraph("IV. TỔ CHỨC THỰC HIỆN", "heading"),
        Paragraph(
            "Sở Nông nghiệp và Môi trường chủ trì, phối hợp với Sở Tài chính tổ chức thực hiện, sơ kết "
            "vào năm 2027, tổng kết vào năm 2030./."
        ),
        Signature(
            ("- Bộ Nông nghiệp và Môi trường;", "- UBND các huyện, thành phố;", "- Lưu: VT, KTN."),
            ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
            "Trần Thị Ví Dụ",
        ),
    ),
)
