"""A letter: targets in its prose for several levels, a stamp of incoming letters in a text box,
changes still tracked in the DOCX."""
# ruff: noqa: E501 - a line is a row of the table, or a sentence

from tests.corpus.blocks import Box, Decree, Letterhead, Paragraph, Signature, TextForm

DECREE = Decree(
    text=TextForm(bold="none"),
    blocks=(
        Letterhead(
            parent="UBND TỈNH AN LẠC",
            issuer="SỞ NỘI VỤ",
            number="Số: 312/SNV-CCHC",
            about="V/v nâng cao kết quả cung cấp dịch vụ công trực tuyến những tháng cuối năm 2025",
            place_date="An Lạc, ngày 08 tháng 8 năm 2025",
        ),
        Box(("CÔNG VĂN ĐẾN", "Số: 4471", "Ngày: 11/8/2025")),
        Paragraph("Kính gửi: Các sở, ban, ngành tỉnh; UBND các xã, phường.", "centre"),
        Paragraph(
            "Thực hiện Thông báo số 190/TB-UBND ngày 01/8/2025 của UBND tỉnh; qua theo dõi, tính đến "
            "ngày 31/7/2025, tỷ lệ hồ sơ trực tuyến toàn tỉnh đạt 61,8%, còn 17 xã đạt dưới 50%. Sở Nội "
            "vụ đề nghị các cơ quan, địa phương:"
        ),
        Paragraph(
            "1. Rà soát từng thủ tục, phấn đấu tỷ lệ hồ sơ nộp trực tuyến đạt tối thiểu {-75%-}{+80%+} "
            "đối với sở, ban, ngành, 65% đối với xã, phường."
        ),
        Paragraph(
            "2. Nâng tỷ lệ thanh toán trực tuyến phí, lệ phí lên ít nhất 70%; {+bảo đảm +}tỷ lệ cấp kết "
            "quả điện tử đạt 100%."
        ),
        Paragraph(
            "3. Thời gian phản hồi yêu cầu bổ sung hồ sơ không quá 02 ngày làm việc; hồ sơ quá hạn "
            "không vượt quá 1,2% tổng số hồ sơ."
        ),
        Paragraph(
            "4. Mỗi xã, phường duy trì tối thiểu 03 tổ công nghệ số cộng đồng{-, mỗi tổ 7 người-}; tổ "
            "chức ít nhất một buổi hướng dẫn tại thôn, khu phố mỗi tuần."
        ),
        Paragraph(
            "5. Cung cấp dịch vụ công trực tuyến toàn trình (mức độ 4 theo cách gọi trước đây) theo danh "
            "mục tại Quyết định số 655/QĐ-UBND ngày 16/5/2025."
        ),
        Paragraph(
            "Sở Nội vụ thành lập 03 đoàn kiểm tra tại 12 xã, phường trong tháng 9. Đơn vị có tỷ lệ hồ sơ "
            "quá hạn trên 5% phải giải trình bằng văn bản. Đầu mối liên hệ: Phòng Cải cách hành chính, "
            "điện thoại 0299.3822.717./."
        ),
        Signature(
            ("- Như trên;", "- UBND tỉnh (b/c);", "- Lưu: VT, CCHC."),
            ("GIÁM ĐỐC",),
            "Mai Thị Phác Thảo",
        ),
    ),
)
