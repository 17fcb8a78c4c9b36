"""A plan without a column of values, on landscape pages: items, who leads, who helps, by when."""
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
    text=TextForm(tables="tabs", items="p", bold="b"),
    blocks=(
        Letterhead(
            parent="UBND TỈNH AN LẠC",
            issuer="SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG",
            number="Số: 77/KH-SNNMT",
            place_date="An Lạc, ngày 24 tháng 3 năm 2025",
        ),
        Title(
            (
                "KẾ HOẠCH",
                "Rút ngắn thời gian giải quyết hồ sơ đất đai và làm sạch dữ liệu địa chính năm 2025",
            )
        ),
        Paragraph(
            "Thực hiện Kế hoạch số 31/KH-UBND ngày 20/02/2025 của UBND tỉnh An Lạc, Sở Nông nghiệp và "
            "Môi trường ban hành Kế hoạch với các nội dung sau:"
        ),
        Paragraph("I. MỤC ĐÍCH, YÊU CẦU", "heading"),
        Paragraph(
            "Người dân được biết hồ sơ của mình đang ở khâu nào. Việc thực hiện bảo đảm đúng quy định "
            "tại Nghị định số 101/2024/NĐ-CP ngày 29/7/2024 của Chính phủ."
        ),
        Paragraph("II. NHIỆM VỤ", "heading"),
        Paragraph("Nhiệm vụ cụ thể, phân công và thời gian thực hiện tại Phụ lục kèm theo."),
        Paragraph("III. TỔ CHỨC THỰC HIỆN", "heading"),
        Paragraph(
            "Văn phòng Sở đôn đốc việc thực hiện Kế hoạch này, tổng hợp báo cáo Giám đốc Sở./."
        ),
        Signature(
            ("- UBND tỉnh (b/c);", "- Các phòng, đơn vị thuộc Sở;", "- Lưu: VT, VP."),
            ("GIÁM ĐỐC",),
            "Lê Giả Định",
        ),
        Section(landscape=True),
        Title(
            ("PHỤ LỤC", "PHÂN CÔNG NHIỆM VỤ"),
            "(Kèm theo Kế hoạch số 77/KH-SNNMT ngày 24/3/2025 của Sở Nông nghiệp và Môi trường)",
        ),
        Table(
            widths=(1.4, 7, 5, 4, 4.5, 3),
            rows="""
STT | Nội dung nhiệm vụ | Kết quả, sản phẩm | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành
**I** | **Cải tiến quy trình nội bộ** | < | < | < | <
1 | Ban hành quy trình luân chuyển hồ sơ giữa ba cấp | Quyết định của Giám đốc Sở | Văn phòng Sở | Các phòng, đơn vị thuộc Sở | Quý II/2025
2 | Cắt giảm ít nhất 25% thời gian giải quyết thủ tục cấp đổi giấy chứng nhận | Quyết định công bố danh mục thủ tục | Văn phòng Đăng ký đất đai | Phòng Đo đạc, Bản đồ; UBND các huyện, thành phố | Trước ngày 30/6/2025
3 | - Rà soát hồ sơ tồn đọng từ năm 2020 đến nay, giải quyết xong 100% hồ sơ đủ điều kiện ¶ - Niêm yết danh sách hồ sơ chưa đủ điều kiện tại trụ sở xã | Báo cáo kết quả rà soát | - Văn phòng Đăng ký đất đai ¶ - UBND các xã, thị trấn | | - Tháng 5/2025 ¶ - Thường xuyên
**II** | **Làm sạch dữ liệu địa chính** | < | < | < | <
4 | Đối soát thửa đất với cơ sở dữ liệu dân cư | Tối thiểu 92% số thửa đất ở được đối soát | Văn phòng Đăng ký đất đai phối hợp với Công an tỉnh | | Quý III/2025
5 | Quét, lưu trữ sổ địa chính giấy của 06 xã vùng cao | Kho dữ liệu số; ít nhất 45.000 trang sổ được quét | Trung tâm Công nghệ thông tin | Văn phòng Đăng ký đất đai, UBND các xã vùng cao | Hoàn thành trước tháng 11/2025
6 | 1. Kiểm tra ngẫu nhiên chất lượng dữ liệu, mỗi tháng không dưới 200 thửa. ¶ 2. Khắc phục sai sót trong vòng 05 ngày làm việc. | Biên bản kiểm tra | Phòng Đo đạc, Bản đồ | Văn phòng Đăng ký đất đai | Hàng tháng
**III** | **Hướng dẫn người dân** | < | < | < | <
7 | In, phát tờ gấp hướng dẫn nộp hồ sơ qua mạng | 20.000 tờ gấp | Văn phòng Sở | Trung tâm Văn hóa - Thông tin - Thể thao các huyện | Quý II, III/2025
8 | Bố trí người hỗ trợ nộp hồ sơ tại nhà cho người khuyết tật, người cao tuổi | Danh sách người hỗ trợ | UBND các xã, thị trấn | Đoàn Thanh niên, Hội Phụ nữ | Khi có yêu cầu
9 | Tiếp nhận phản ánh qua tổng đài 1022, trả lời trong 24 giờ | | Văn phòng Sở | | Thường xuyên
10 | Báo cáo kết quả thực hiện Kế hoạch | Báo cáo | Văn phòng Sở | | Hàng quý, 06 tháng, năm
""",
        ),
    ),
)
