"""A commune's plan without a table: every target stands in the prose, beside many other numbers."""
# ruff: noqa: E501 - a line is a row of the table, or a sentence

from tests.corpus.blocks import Decree, Letterhead, Paragraph, Signature, TextForm, Title

DECREE = Decree(
    text=TextForm(bold="stars"),
    blocks=(
        Letterhead(
            issuer="ỦY BAN NHÂN DÂN XÃ GÒ MÂY",
            number="Số: 27/KH-UBND",
            place_date="Gò Mây, ngày 05 tháng 02 năm 2025",
        ),
        Title(("KẾ HOẠCH", "Nâng cao chất lượng phục vụ người dân của xã Gò Mây năm 2025")),
        Paragraph(
            "Căn cứ Quyết định số 102/QĐ-UBND ngày 13/01/2025 của UBND huyện Phú Lâm Tây và Nghị định số "
            "118/2025/NĐ-CP của Chính phủ, UBND xã Gò Mây ban hành Kế hoạch như sau:"
        ),
        Paragraph("I. ĐẶC ĐIỂM TÌNH HÌNH", "heading"),
        Paragraph(
            "Xã có 9 thôn, 1.962 hộ với 7.840 nhân khẩu. Năm 2024, Bộ phận Một cửa giải quyết 4.318 hồ sơ, "
            "trong đó đúng hạn đạt 99,1%; có 03 phản ánh của người dân, giảm 05 phản ánh so với năm 2023. "
            "Xã xếp hạng 4/7 xã, thị trấn."
        ),
        Paragraph("II. MỤC TIÊU", "heading"),
        Paragraph("1. Về ban hành văn bản"),
        Paragraph("- 100% văn bản của UBND xã được kiểm tra thể thức trước khi ký."),
        Paragraph("2. Về giải quyết thủ tục"),
        Paragraph(
            "- Giải quyết đúng hạn từ 99% hồ sơ trở lên; không để người dân phải đi lại quá 02 lần cho "
            "một thủ tục."
        ),
        Paragraph("- Trong lĩnh vực dịch vụ công trực tuyến:"),
        Paragraph("+ Tỷ lệ hồ sơ tiếp nhận trực tuyến đạt trên 70%."),
        Paragraph("+ Số hóa ít nhất 90% hồ sơ lưu trữ giai đoạn 2015 - 2020."),
        Paragraph("+ Mức độ hài lòng của người dân từ 92% đến 95%."),
        Paragraph("+ Thời gian tiếp nhận một hồ sơ tối đa 15 phút."),
        Paragraph("3. Về nguồn nhân lực"),
        Paragraph(
            "- Mỗi thôn có ít nhất 01 tổ hỗ trợ người dân dùng dịch vụ công; 100% công chức Bộ phận Một "
            "cửa có chứng chỉ tin học cơ bản."
        ),
        Paragraph("4. Về kết quả chung"),
        Paragraph(
            "- Phấn đấu chỉ số phục vụ người dân của xã thuộc nhóm 03 xã cao nhất huyện; chi phí văn "
            "phòng phẩm giảm tối thiểu 15% so với năm 2024."
        ),
        Paragraph("III. NHIỆM VỤ", "heading"),
        Paragraph(
            "1. Công chức Văn phòng - Thống kê niêm yết số điện thoại 0299.3855.077 và hòm thư góp ý; "
            "đăng tối thiểu 02 tin, bài/tháng trên trang thông tin của xã."
        ),
        Paragraph(
            "2. Thôn được công nhận thôn điện tử khi có ít nhất 80% hộ dùng ứng dụng dịch vụ công."
        ),
        Paragraph(
            "3. Cá nhân để trễ hẹn từ 03 hồ sơ trở lên trong năm thì không được xét danh hiệu thi đua."
        ),
        Paragraph(
            "4. Kinh phí thực hiện Kế hoạch là 85 triệu đồng từ ngân sách xã, trong đó 30 triệu đồng mua "
            "02 máy tính."
        ),
        Paragraph(
            "5. Các bộ phận báo cáo kết quả trước ngày 20/6/2025 và ngày 05/12/2025; Văn phòng tổng hợp "
            "trình Chủ tịch UBND xã theo khoản 2 Điều 9 Quy chế làm việc./."
        ),
        Signature(
            ("- UBND huyện;", "- TT. Đảng ủy, HĐND xã;", "- Các thôn;", "- Lưu: VT."),
            ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
            "Hồ Thị Giả Định",
        ),
    ),
)
