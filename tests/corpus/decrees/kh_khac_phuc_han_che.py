"""A long table over several pages: rows and words cut by the page, headings repeated, sub-headings
without a number, items against items, notes. Number and date are still blank."""
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
    text=TextForm(tables="tabs", items="p", bold="none"),
    blocks=(
        Letterhead(
            issuer="ỦY BAN NHÂN DÂN HUYỆN BÌNH SƠN ĐÔNG",
            number="Số:        /KH-UBND",
            place_date="Bình Sơn Đông, ngày       tháng       năm 2025",
        ),
        Title(
            (
                "KẾ HOẠCH",
                "Khắc phục hạn chế trong công tác phục vụ người dân, doanh nghiệp của huyện Bình Sơn "
                "Đông năm 2025",
            )
        ),
        Paragraph(
            "Theo Thông báo số 27/TB-SNV ngày 17/01/2025 của Sở Nội vụ tỉnh An Lạc, năm 2024 huyện "
            "Bình Sơn Đông được 79,46/100 điểm, xếp thứ 7/9 huyện, thành phố; có 14 tiêu chí bị trừ "
            "điểm. UBND huyện ban hành Kế hoạch khắc phục như sau:"
        ),
        Paragraph("I. YÊU CẦU", "heading"),
        Paragraph(
            "Từng hạn chế phải có người chịu trách nhiệm, có việc làm cụ thể và thời hạn rõ ràng; lấy "
            "sự hài lòng của người dân làm thước đo."
        ),
        Paragraph("II. NỘI DUNG", "heading"),
        Paragraph("Các nhiệm vụ, giải pháp được nêu tại Phụ lục kèm theo Kế hoạch này."),
        Paragraph("III. TỔ CHỨC THỰC HIỆN", "heading"),
        Paragraph(
            "Phòng Nội vụ giúp UBND huyện theo dõi, tổng hợp kết quả, báo cáo tại phiên họp thường kỳ "
            "hằng tháng./."
        ),
        Signature(
            (
                "- Sở Nội vụ tỉnh;",
                "- Các phòng, ban huyện;",
                "- UBND các xã, thị trấn;",
                "- Lưu: VT.",
            ),
            ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
            "Nguyễn Văn Mẫu",
        ),
        Section(landscape=True),
        Title(("PHỤ LỤC", "NHIỆM VỤ, GIẢI PHÁP KHẮC PHỤC HẠN CHẾ")),
        Table(
            widths=(1.8, 5, 8.4, 5.2, 3.4, 2.8),
            size=14,
            rows="""
STT | Nội dung khắc phục, duy trì | Nhiệm vụ, giải pháp | Cơ quan thực hiện | Thời gian thực hiện | Ghi chú
I | **CHỈ ĐẠO, ĐIỀU HÀNH** | | | |
 | Nội dung phải khắc phục | | | |
1 | Việc tỉnh giao còn kéo dài | ~ Lập bảng theo dõi từng việc, xử lý dứt điểm 100% số việc quá hạn chuyển từ năm trước sang. ¶ ~ Nhắc bằng văn bản đối với việc sắp đến hạn, báo cáo Chủ tịch UBND huyện. | ~ Các phòng, ban chuyên môn huyện; UBND các xã, thị trấn ¶ ~ Văn phòng HĐND và UBND huyện | ~ Quý I/2025 ¶ ~ Hàng tháng | Chuyển tiếp từ Kế hoạch số 61/KH-UBND
2 | Kế hoạch của một số xã ban hành muộn | Các xã ban hành kế hoạch phục vụ người dân, có phụ lục phân công rõ từng công chức; gửi bản điện ‖ tử về Phòng Nội vụ để theo dõi. | UBND các xã, thị ‖ trấn | Trước ngày 15/02/2025 |
 | Nội dung cần duy trì | | | |
1 | Thông tin về cải cách đến với người dân | 1. Duy trì chuyên mục "Hỏi - đáp thủ tục" trên hệ thống truyền thanh huyện. ¶ 2. Mỗi xã, thị trấn đăng ít nhất 01 tin, bài/tháng trên trang thông tin điện tử của mình. ¶ ‖ 3. Treo sơ đồ các bước làm thủ tục tại 100% nhà văn hóa thôn. | - Trung tâm Văn hóa - Thể thao và Truyền thanh ¶ - UBND các xã, thị trấn ¶ ‖ - Phòng Văn hóa và Thông tin chủ trì phối hợp với UBND các xã, thị trấn | - Thường xuyên ¶ - Thường xuyên ¶ ‖ - Tháng 6/2025 |
2 | Gặp gỡ, đối thoại với doanh nghiệp, hợp tác xã | Tổ chức ít nhất hai cuộc gặp gỡ chủ doanh nghiệp, giám đốc hợp tác xã trong năm. | Phòng Tài chính - Kế hoạch phối hợp với Phòng Nông nghiệp và Môi trường | Hoàn thành trước tháng 11/2025 | Mời Hội Nông dân dự
---
II | **TIẾP NHẬN VÀ TRẢ KẾT QUẢ** | | | |
 | Nội dung phải khắc phục | | | |
1 | Hồ sơ lĩnh vực xây dựng trễ hẹn | - Phân công người dự phòng khi công chức nghỉ phép; bảo đảm hồ sơ trễ hẹn không quá 0,5% tổng số hồ sơ của lĩnh vực. ¶ - Gửi phiếu xin lỗi và hẹn lại ngày trả kết quả đối với mọi trường hợp trễ. | Phòng Kinh tế, Hạ tầng và Đô thị | - Thường xuyên ¶ - Khi có hồ sơ trễ hẹn |
2 | Người dân phải đi lại nhiều lần | Hướng dẫn một lần, đầy đủ bằng phiếu; số lần yêu cầu bổ sung hồ sơ không vượt quá 01 lần đối với mỗi hồ sơ. ‖ Công chức viết phiếu chịu trách nhiệm về nội dung hướng dẫn. | Bộ phận Một cửa huyện, ‖ UBND các xã, thị trấn | Thường xuyên |
3 | Tỷ lệ số hóa thành phần hồ sơ thấp | Bổ sung 06 máy quét cho các xã vùng xa, nâng tỷ lệ thành phần hồ sơ được số hóa lên trên 85%. | Văn phòng HĐND và UBND huyện | Quý II/2025 | Kinh phí 210 triệu đồng
 | Nội dung cần duy trì | | | |
1 | Khảo sát sự hài lòng | Khảo sát tối thiểu 400 lượt người dân, doanh nghiệp; trên 96% người được hỏi hài lòng hoặc rất hài lòng. | - Phòng Nội vụ chủ trì; ¶ - Ủy ban Mặt trận Tổ quốc Việt Nam huyện phối hợp | 06 tháng, năm |
---
III | **KIỂM TRA, GIÁM SÁT** | | | |
1 | Kiểm tra việc phục vụ tại cơ sở | - Kiểm tra đột xuất từ 50% trở lên số xã, thị trấn. ¶ - Công khai kết luận kiểm tra trên Cổng thông tin điện ‖ tử huyện. ¶ - Khắc phục thiếu sót được nêu trong kết luận. | - Phòng Nội vụ, Thanh tra huyện ¶ - Văn phòng HĐND và UBND huyện ‖ ¶ - Các đơn vị được kiểm tra | - Quý II/2025 ¶ - Sau khi có kết luận ‖ ¶ - Theo kết luận kiểm tra |
2 | Xử lý phản ánh, kiến nghị | Trả lời 100% phản ánh đúng hạn; phản ánh trùng lặp giảm tối thiểu 20% so với năm 2024. | Văn phòng HĐND và UBND huyện; các phòng, ban chuyên môn huyện | Thường xuyên |
3 | Quản lý, sử dụng con dấu, chữ ký số | Cấp chữ ký số cho toàn bộ công chức làm việc tại Bộ phận Một cửa. | Phòng Văn hóa và Thông tin | Tháng 3/2025 |
---
IV | **CẢI CÁCH THỦ TỤC** | | | |
 | Nội dung phải khắc phục | | | |
1 | Thủ tục nội bộ chồng chéo | Rà soát, đề xuất bãi bỏ hoặc gộp tối thiểu 15 thủ tục nội bộ. | Văn phòng HĐND và UBND huyện chủ trì, phối hợp với Phòng Tư pháp, Phòng Nội vụ | Hoàn thành trong quý II/2025 |
2 | Bảng niêm yết thủ tục ở xã đã cũ, khó đọc | - Thay mới bảng niêm yết theo mẫu thống nhất của huyện, có mã để tra cứu bằng điện ‖ thoại. ¶ - Bố trí bàn viết, kính lão, nước uống tại nơi tiếp nhận hồ sơ. | UBND các xã, thị trấn | - 30/9/2025 ¶ - Thường xuyên |
3 | Nhiều thủ tục trực tuyến chưa có người dùng | Vận động, hướng dẫn để ít nhất 70% thủ tục cung cấp trực tuyến có phát sinh hồ sơ. | Các phòng chuyên môn, đơn vị sự nghiệp thuộc huyện | Năm 2025 | Danh mục thủ tục gửi sau
 | Nội dung cần duy trì | | | |
1 | Ký số văn bản đi | 100% văn bản đi được ký số và gửi qua trục liên thông (trừ văn bản mật). | Các phòng, ban chuyên môn huyện; UBND các xã, thị trấn | Từ năm 2025 trở đi |
2 | Họp không giấy | Duy trì trên 80% cuộc họp của UBND huyện dùng tài liệu điện tử; giảm 30% lượng giấy in so với năm 2024. | Văn phòng HĐND và UBND huyện | Hàng quý |
---
V | **TỔ CHỨC BỘ MÁY, CÁN BỘ** | | | |
1 | Công chức xã chưa đạt chuẩn | Cử đi đào tạo, bảo đảm 98,5% công chức xã đạt chuẩn về chuyên môn. | Phòng Nội vụ; UBND các xã, thị trấn | Trước ngày 15/12 | Năm 2024 đạt 94,1%
2 | Quy mô thôn, bản còn nhỏ | ~ Lấy ý kiến cử tri về phương án nhập thôn. ¶ ~ Giảm số thôn, bản từ 118 xuống 104. | ~ UBND các xã, thị trấn ¶ ~ Phòng Nội vụ | ~ Tháng 4/2025 ¶ ~ Quý IV/2025 |
3 | Kỹ năng tiếp dân còn yếu | Mở 03 lớp bồi dưỡng kỹ năng giao tiếp. ‖ Mời giảng viên có kinh nghiệm thực tế. | Phòng Nội vụ phối hợp với Trung tâm ‖ Chính trị huyện | Quý III/2025 |
4 | Chuyển đổi vị trí công tác | Thực hiện chuyển đổi vị trí công tác đối với công chức tiếp nhận hồ sơ theo quy định. | Các phòng, ban chuyên môn huyện | Theo kế hoạch của UBND huyện |
---
VI | **TÀI CHÍNH CÔNG** | | | |
1 | Giải ngân vốn đầu tư chậm | Phân công lãnh đạo theo dõi từng dự án; giải ngân đạt trên 96% kế hoạch vốn được giao. | Ban Quản lý dự án đầu tư xây dựng, UBND các xã, thị trấn là chủ đầu tư | Hàng tháng | Tổng vốn 148,6 tỷ đồng
2 | Tự chủ của đơn vị sự nghiệp | Tỷ lệ đơn vị ban hành quy chế chi tiêu nội bộ là 100%; bảo đảm có ít nhất 04 đơn vị tự bảo đảm chi thường xuyên. | Phòng Tài chính - Kế hoạch | Quý IV/2025 |
3 | Tài sản dôi dư sau sắp xếp | Lập danh mục, phương án xử lý trụ sở, máy móc không còn dùng. | Phòng Tài chính - Kế hoạch, các đơn vị có tài sản | Khi có hướng dẫn của Sở Tài chính |
4 | Chế độ báo cáo | Tổng hợp kết quả thực hiện Kế hoạch này, báo cáo UBND huyện. | Phòng Nội vụ | - Định kỳ 3 tháng/lần ¶ - Đột xuất khi có yêu cầu |
""",
        ),
    ),
)
