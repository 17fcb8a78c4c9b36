"""A report: a table of results reached, letters and figures everywhere, and not one target."""
# ruff: noqa: E501 - a line is a row of the table, or a sentence

from tests.corpus.blocks import Decree, Letterhead, Paragraph, Signature, Table, TextForm, Title

DECREE = Decree(
    text=TextForm(tables="tabs", bold="b"),
    blocks=(
        Letterhead(
            parent="UBND HUYỆN PHÚ LÂM TÂY",
            issuer="PHÒNG VĂN HÓA VÀ THÔNG TIN",
            number="Số: 210/BC-VHTT",
            place_date="Phú Lâm Tây, ngày 12 tháng 12 năm 2024",
        ),
        Title(("BÁO CÁO", "Kết quả công tác văn hóa, thông tin năm 2024")),
        Paragraph(
            "Thực hiện Công văn số 1875/SVHTTDL-VP ngày 29/11/2024 của Sở Văn hóa, Thể thao và Du lịch, "
            "Phòng Văn hóa và Thông tin báo cáo kết quả như sau:"
        ),
        Paragraph("I. TÌNH HÌNH CHUNG", "heading"),
        Paragraph(
            "Huyện có 7 xã, thị trấn với 64 thôn, dân số 58.214 người. Phòng có 05 công chức, sử dụng "
            "hết 1.120 triệu đồng kinh phí được giao."
        ),
        Paragraph("II. KẾT QUẢ ĐẠT ĐƯỢC", "heading"),
        Table(
            widths=(1.3, 6.2, 2.4, 2.8, 2.8),
            rows="""
STT | Nội dung | Đơn vị tính | Kết quả năm 2023 | Kết quả năm 2024
1 | Gia đình được công nhận danh hiệu gia đình văn hóa | % | 89,4 | 91,2
2 | Thôn được công nhận danh hiệu thôn văn hóa | Thôn | 55 | 58
3 | Lượt người đến thư viện huyện | Lượt | 12.400 | 15.960
4 | Buổi chiếu phim lưu động | Buổi | 48 | 52
5 | Tin, bài phát trên hệ thống truyền thanh | Tin, bài | 610 | 702
""",
        ),
        Paragraph(
            "So với năm 2023, số tin, bài tăng 15,1%; không có vụ việc vi phạm nghiêm trọng trong hoạt "
            "động dịch vụ văn hóa. Đội bóng chuyền của huyện xếp hạng 3 giải tỉnh."
        ),
        Paragraph("III. HẠN CHẾ", "heading"),
        Paragraph("Còn 06 nhà văn hóa thôn xuống cấp; thiết bị của 02 đài truyền thanh xã đã cũ."),
        Paragraph("Trên đây là báo cáo của Phòng Văn hóa và Thông tin huyện Phú Lâm Tây./."),
        Signature(
            ("- Sở VHTTDL;", "- UBND huyện;", "- Lưu: VT."),
            ("TRƯỞNG PHÒNG",),
            "Đỗ Minh Chứng",
        ),
    ),
)
