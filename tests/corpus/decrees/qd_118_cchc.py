"""The classic table of administrative reform: two sections, who monitors and who carries out."""
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
    text=TextForm(tables="tabs", bold="b", letterhead="bare"),
    blocks=(
        Letterhead(
            issuer="ỦY BAN NHÂN DÂN HUYỆN BÌNH SƠN ĐÔNG",
            number="Số: 118/QĐ-UBND",
            place_date="Bình Sơn Đông, ngày 14 tháng 02 năm 2025",
        ),
        Title(
            (
                "QUYẾT ĐỊNH",
                "Giao chỉ tiêu cải cách hành chính năm 2025 cho các phòng, ban và Ủy ban nhân dân "
                "các xã, thị trấn",
            )
        ),
        Title(("CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN BÌNH SƠN ĐÔNG",)),
        Paragraph("Căn cứ Luật Tổ chức chính quyền địa phương;", "basis"),
        Paragraph(
            "Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ ban hành Chương "
            "trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030;",
            "basis",
        ),
        Paragraph(
            "Căn cứ Kế hoạch số 09/KH-UBND ngày 10/01/2025 của UBND tỉnh An Lạc về cải cách hành "
            "chính tỉnh An Lạc năm 2025;",
            "basis",
        ),
        Paragraph("Xét Tờ trình số 22/TTr-PNV ngày 07/02/2025 của Phòng Nội vụ huyện.", "basis"),
        Title(("QUYẾT ĐỊNH:",)),
        Paragraph(
            "**Điều 1.** Giao các chỉ tiêu cải cách hành chính năm 2025 tại Phụ lục ban hành kèm "
            "theo Quyết định này cho 13 phòng, ban, đơn vị và 11 xã, thị trấn của huyện."
        ),
        Paragraph(
            "**Điều 2.** Người đứng đầu các cơ quan, đơn vị được giao tự đo lường mức độ hoàn thành "
            "và gửi số liệu về Phòng Nội vụ huyện trước ngày 20 của tháng cuối quý (điện thoại đầu "
            "mối: 0299.3812.406)."
        ),
        Paragraph(
            "**Điều 3.** Kinh phí cho việc đo lường là 180.000.000 đồng, lấy từ nguồn sự nghiệp đã "
            "bố trí cho Phòng Nội vụ tại Quyết định số 2047/QĐ-UBND ngày 19/12/2024."
        ),
        Paragraph(
            "**Điều 4.** Chánh Văn phòng HĐND và UBND huyện, Trưởng phòng Nội vụ, người đứng đầu các "
            "cơ quan có tên trong Phụ lục và Chủ tịch UBND các xã, thị trấn thi hành Quyết định này./."
        ),
        Signature(
            (
                "- Như Điều 4;",
                "- Sở Nội vụ tỉnh An Lạc;",
                "- TT. Huyện ủy, TT. HĐND huyện;",
                "- Lưu: VT, NV (02 bản).",
            ),
            ("CHỦ TỊCH",),
            "Nguyễn Văn Mẫu",
        ),
        Section(),
        Title(
            (
                "PHỤ LỤC",
                "CHỈ TIÊU CẢI CÁCH HÀNH CHÍNH NĂM 2025",
            ),
            "(Kèm theo Quyết định số 118/QĐ-UBND ngày 14/02/2025 của Chủ tịch UBND huyện Bình Sơn Đông)",
        ),
        Table(
            widths=(1.4, 6, 3.2, 3.4, 3.4),
            rows="""
STT | Nội dung | Chỉ tiêu năm 2025 | Cơ quan theo dõi, tổng hợp | Cơ quan thực hiện
**I. PHÒNG, BAN, ĐƠN VỊ THUỘC HUYỆN** | < | < | < | <
1 | Duy trì giao ban cải cách hành chính theo quý | Nhiệm vụ thường xuyên | | Phòng Nội vụ
2 | Nhiệm vụ do Chủ tịch UBND tỉnh và UBND huyện giao | Xong đúng hạn 100% | Văn phòng HĐND và UBND huyện | Các phòng, ban chuyên môn huyện
3 | Hồ sơ thủ tục hành chính nộp qua mạng | Tối thiểu 65% | Phòng Văn hóa và Thông tin | Các phòng, ban chuyên môn huyện
4 | Hồ sơ quá hạn trên tổng số hồ sơ đã tiếp nhận | Dưới 1,5% | Văn phòng HĐND và UBND huyện | Các phòng, ban chuyên môn huyện; Chi nhánh Văn phòng Đăng ký đất đai
5 | Thời gian chờ của người dân tại quầy tiếp nhận | Không quá 20 phút | Văn phòng HĐND và UBND huyện | Bộ phận Một cửa huyện
6 | Mức độ hài lòng của người dân và doanh nghiệp | Trên 95% | Phòng Nội vụ | Các phòng, ban chuyên môn huyện
7 | Thành phần hồ sơ được dùng lại từ kho dữ liệu, không yêu cầu nộp thêm bản giấy | Từ 40% trở lên | Phòng Văn hóa và Thông tin | Phòng Tư pháp, Phòng Tài nguyên và Môi trường và các đơn vị có liên quan
8 | Đối thoại với hộ kinh doanh | Ít nhất 01 cuộc/quý | Phòng Nội vụ | Phòng Tài chính - Kế hoạch
9 | Sáng kiến cải cách hành chính được công nhận | Mỗi đơn vị ít nhất 02 sáng kiến | Phòng Nội vụ | Các phòng, ban chuyên môn huyện
10 | Điểm đánh giá Chỉ số cải cách hành chính của huyện | Từ 88,5 điểm trở lên | | Phòng Nội vụ
**II. ỦY BAN NHÂN DÂN CÁC XÃ, THỊ TRẤN** | < | < | < | <
1 | Hồ sơ thủ tục hành chính nộp qua mạng | Tối thiểu 55% | Phòng Văn hóa và Thông tin | UBND các xã, thị trấn
2 | Hồ sơ quá hạn trên tổng số hồ sơ đã tiếp nhận | Không vượt quá 1% | Văn phòng HĐND và UBND huyện | UBND các xã, thị trấn
---
3 | Phí, lệ phí được nộp không dùng tiền mặt | ≥ 50% | Phòng Tài chính - Kế hoạch | UBND các xã, thị trấn
4 | Bản sao chứng thực điện tử phát hành trong năm | Tối thiểu 300 bản | Phòng Tư pháp | UBND các xã, thị trấn
5 | Phản ánh, kiến nghị của người dân được trả lời trong hạn | 100% | Văn phòng HĐND và UBND huyện | UBND các xã, thị trấn
6 | Công chức Bộ phận Một cửa được tập huấn kỹ năng số | Hoàn thành 100% | Phòng Nội vụ | UBND các xã, thị trấn
""",
        ),
    ),
)
