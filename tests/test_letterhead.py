"""Documents of a file and the fields of their letterheads."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from extract.letterhead import Part, is_letterhead, parts
from extract.letterhead.issuer import opens_body, opens_level, running
from extract.letterhead.lines import is_post, mark, name, title
from extract.model import Block, Cell, Passage, Signatory, Table, TextLocator
from extract.text import text
from extract.vocabulary import rows


@dataclass(frozen=True)
class Place:
    raw: str

    def locator(self, start: int, end: int) -> TextLocator:
        return TextLocator(start, end)


def passages(page: str) -> list[Block]:
    """One passage for each line that is not empty; a line between ** is bold."""
    return [
        Passage(text(Place(line.strip().strip("*"))), bold=line.strip().startswith("**"))
        for line in page.splitlines()
        if line.strip()
    ]


def table(*rows_of_cells: list[str]) -> Table:
    """A table; a cell's paragraphs are divided by "|"."""
    cells = tuple(
        Cell(i, j, tuple(text(Place(p.strip())) for p in cell.split("|") if p.strip()))
        for i, row in enumerate(rows_of_cells)
        for j, cell in enumerate(row)
    )
    return Table(cells, len(rows_of_cells), max(map(len, rows_of_cells)))


def only(blocks: list[Block]) -> Part:
    (part,) = parts(blocks)
    assert (part.first, part.last) == (0, len(blocks))
    return part


DECISION = """
    **ỦY BAN NHÂN DÂN
    **HUYỆN BÌNH SƠN ĐÔNG
    Số: 218 /QĐ-UBND
    **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    **Độc lập – Tự do – Hạnh phúc
    Bình Sơn Đông, ngày 07 tháng 3 năm 2025
    **QUYẾT ĐỊNH
    **Về việc giao chỉ tiêu trồng rừng
    **trên địa bàn huyện năm 2025
    **CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN BÌNH SƠN ĐÔNG
    Căn cứ Luật Tổ chức chính quyền địa phương;
    Theo đề nghị của Hạt trưởng Hạt Kiểm lâm tại Tờ trình số 12/TTr-HKL ngày 01/3/2025.
    **QUYẾT ĐỊNH:
    Điều 1. Giao chỉ tiêu trồng rừng năm 2025 theo Phụ lục kèm theo.
    **Nơi nhận:
    - Như Điều 3;
    - Lưu: VT.
    **KT. CHỦ TỊCH
    **PHÓ CHỦ TỊCH
    **Lâm Thị Thí Nghiệm
"""


def test_a_decision() -> None:
    document = only(passages(DECISION)).document
    assert document.number == "218/QĐ-UBND"
    assert document.kind == "quyết định"
    assert document.issuer == "Chủ tịch Ủy ban nhân dân huyện Bình Sơn Đông"
    assert document.place == "Bình Sơn Đông"
    assert document.date == "2025-03-07"
    assert document.subject == ("Về việc giao chỉ tiêu trồng rừng trên địa bàn huyện năm 2025")
    assert document.signatory == Signatory("KT. CHỦ TỊCH PHÓ CHỦ TỊCH", "Lâm Thị Thí Nghiệm")
    assert [c.number for c in document.cites] == ["12/TTr-HKL"]


def test_fields_are_proven() -> None:
    part = only(passages(DECISION))
    quotes: dict[str, list[str]] = {}
    for fragment in part.fragments:
        quotes.setdefault(fragment.field, []).append(fragment.quote)
    assert quotes["number"] == ["218 /QĐ-UBND"]
    assert quotes["date"] == ["Bình Sơn Đông, ngày 07 tháng 3 năm 2025"]
    assert quotes["subject"] == [
        "Về việc giao chỉ tiêu trồng rừng",
        "trên địa bàn huyện năm 2025",
    ]
    assert quotes["signatory"][-1] == "Lâm Thị Thí Nghiệm"


def test_a_plan_issued_with_a_decision_belongs_to_it() -> None:
    plan = """
        ỦY BAN NHÂN DÂN
        HUYỆN BÌNH SƠN ĐÔNG
        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Độc lập - Tự do - Hạnh phúc
        **KẾ HOẠCH
        **Trồng rừng năm 2025
        (Ban hành kèm theo Quyết định số 281/QĐ-UBND ngày 07/3/2025 của Chủ tịch UBND huyện)
        I. MỤC TIÊU
    """
    part = only(passages(DECISION + plan))
    assert part.document.number == "218/QĐ-UBND"
    (warning,) = part.warnings
    assert warning.code == "number_contradicts"
    assert "218/QĐ-UBND" in warning.message
    assert "281/QĐ-UBND" in warning.message
    assert [f.quote.split(" ngày")[0] for f in warning.source] == ["218 /QĐ-UBND", "281/QĐ-UBND"]


LETTER = """
    UBND TỈNH AN LẠC
    SỞ Y TẾ
    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    Độc lập - Tự do - Hạnh phúc
    Số: 71/SYT-NVY
    An Lạc, ngày 02 tháng 4 năm 2025
    V/v tăng cường tiêm chủng
    năm 2025.
    Kính gửi: Trung tâm Y tế các huyện.
    Thực hiện Kế hoạch số 5/KH-UBND ngày 02/01/2025 của UBND tỉnh, Sở Y tế đề nghị:
    1. Tỷ lệ tiêm chủng đạt 95%.
    Nơi nhận:
    - Như trên;
    - Lưu: VT.
    KT. GIÁM ĐỐC
    PHÓ GIÁM ĐỐC
    Võ Văn Thử Nghiệm
"""


def test_two_letters_in_one_file() -> None:
    first = """
        SỞ Y TẾ
        TRUNG TÂM Y TẾ HUYỆN PHÚ LÂM TÂY
        Số: 15/TTYT-KH
        V/v chuyển Công văn của Sở Y tế
        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Độc lập - Tự do - Hạnh phúc
        Phú Lâm Tây, ngày 05 tháng 4 năm 2025
        Kính gửi: Trạm Y tế các xã.
        Trung tâm nhận được Công văn số 71/SYT-NVY ngày 02/4/2025 của Sở Y tế.
        Nơi nhận:
        - Như trên.
        GIÁM ĐỐC
        Trương Văn Ví
    """
    blocks = passages(first + LETTER)
    one, two = parts(blocks)
    assert (one.first, one.last, two.first, two.last) == (0, 13, 13, len(blocks))
    assert one.document.issuer == "Trung tâm Y tế huyện Phú Lâm Tây"
    assert one.document.signatory == Signatory("GIÁM ĐỐC", "Trương Văn Ví")
    assert [c.number for c in one.document.cites] == ["71/SYT-NVY"]
    assert two.document.number == "71/SYT-NVY"
    assert two.document.kind == "công văn"
    assert two.document.issuer == "Sở Y tế tỉnh An Lạc"
    assert two.document.subject == "V/v tăng cường tiêm chủng năm 2025."
    assert two.document.signatory == Signatory("KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC", "Võ Văn Thử Nghiệm")


def test_a_form_to_fill_in_is_no_document() -> None:
    form = """
        Mẫu số 01
        TÊN ĐƠN VỊ
        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Độc lập - Tự do - Hạnh phúc
        Số: ...../BC-TTYT
        ........, ngày ... tháng ... năm 20...
        BÁO CÁO
        Kết quả tiêm chủng
    """
    assert only(passages(LETTER + form)).document.number == "71/SYT-NVY"


def test_layout_tables() -> None:
    blocks: list[Block] = [
        table(
            [
                "UBND TỈNH AN LẠC|SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG|_____|Số: 8/KH-SNNMT",
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập - Tự do - Hạnh phúc|"
                "An Lạc, ngày 9 tháng 5 năm 2025",
            ]
        ),
        *passages("**KẾ HOẠCH\n**Thực hiện tiêu chí môi trường năm 2025\nCăn cứ Luật Đất đai;"),
        table(["STT", "Chỉ tiêu", "Kết quả"], ["1", "Rác thải được thu gom", "95%"]),
        table(["Nơi nhận:|- Như trên;|- Lưu: VT.", "GIÁM ĐỐC|Đinh Văn Phỏng"]),
    ]
    document = only(blocks).document
    assert document.number == "8/KH-SNNMT"
    assert document.issuer == "Sở Nông nghiệp và Môi trường tỉnh An Lạc"
    assert document.subject == "Thực hiện tiêu chí môi trường năm 2025"
    assert document.signatory == Signatory("GIÁM ĐỐC", "Đinh Văn Phỏng")
    assert [is_letterhead(b) for b in blocks if isinstance(b, Table)] == [True, False, True]


def test_rows_of_a_layout_table() -> None:
    head = table(
        ["ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ["XÃ TÂN HÒA BẮC", "Độc lập - Tự do - Hạnh phúc"],
        ["Số:     /KH-UBND", "Tân Hòa Bắc, ngày    tháng    năm 2025"],
    )
    document = only([head, *passages("KẾ HOẠCH\nThu gom rác thải năm 2025\nI. MỤC TIÊU")]).document
    assert document.number is None
    assert document.date is None
    assert document.place == "Tân Hòa Bắc"
    assert document.kind == "kế hoạch"
    assert document.issuer == "Ủy ban nhân dân xã Tân Hòa Bắc"
    assert document.subject == "Thu gom rác thải năm 2025"
    assert document.signatory is None


@pytest.mark.parametrize(
    "data",
    [
        table(["TT", "Nội dung"], ["1", "Quyết định số 5/QĐ-UBND ngày 1/2/2025"]),
        table(["Họ tên", "Chức vụ"], ["Lê Văn A", "Chủ tịch"], ["Trần Thị B", "Giám đốc"]),
        table(["CHỦ TỊCH UBND XÃ", "Tỷ lệ hồ sơ xử lý đúng hạn trên 95%"], ["x", "y"]),
    ],
)
def test_data_is_no_letterhead(data: Table) -> None:
    assert not is_letterhead(data)


def test_signature_beside_the_recipients_line_by_line() -> None:
    page = """
        Số: 3/CT-UBND
        An Lạc, ngày 03 tháng 02 năm 2025
        CHỈ THỊ
        Về phòng cháy rừng
        Căn cứ Luật Lâm nghiệp, Chủ tịch Ủy ban nhân dân tỉnh An Lạc yêu cầu như sau đây.
        Nơi nhận:
        - Văn phòng Chính phủ;
        TM. ỦY BAN NHÂN DÂN
        - Các sở, ban, ngành;
        KT. CHỦ TỊCH
        PHÓ CHỦ TỊCH
        - Ủy ban nhân dân các huyện,
        thành phố;
        - Lưu: VT.
        Huỳnh Thị Phác Thảo
    """
    document = only(passages(page)).document
    assert document.signatory == Signatory(
        "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH", "Huỳnh Thị Phác Thảo"
    )
    assert document.subject == "Về phòng cháy rừng"
    # No letterhead is printed: number, place and text say whose it is.
    assert document.issuer == "Ủy ban nhân dân tỉnh An Lạc"


def test_a_resolution() -> None:
    page = """
        HỘI ĐỒNG NHÂN DÂN
        TỈNH AN LẠC
        Số: 21/NQ-HĐND
        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Độc lập - Tự do - Hạnh phúc
        An Lạc, ngày 11 tháng 7 năm 2025
        NGHỊ QUYẾT
        VỀ NHIỆM VỤ 6 THÁNG CUỐI NĂM 2025 GIAO
        ỦY BAN NHÂN DÂN CÁC XÃ, PHƯỜNG
        HỘI ĐỒNG NHÂN DÂN TỈNH AN LẠC
        KHÓA XII, KỲ HỌP THỨ 20
        Căn cứ Luật Tổ chức chính quyền địa phương;
    """
    document = only(passages(page)).document
    assert document.issuer == "Hội đồng nhân dân tỉnh An Lạc"
    assert document.subject == (
        "VỀ NHIỆM VỤ 6 THÁNG CUỐI NĂM 2025 GIAO ỦY BAN NHÂN DÂN CÁC XÃ, PHƯỜNG"
    )


def test_quoted_subject_of_a_letter_without_a_heading() -> None:
    page = """
        Số: 33/UBND
        Gò Mây, ngày 16 tháng 7 năm 2025
        “Về việc vệ sinh môi trường ở thôn, ấp”.
        Kính gửi: Các thôn.
        UBND xã Gò Mây đề nghị các thôn thực hiện.
    """
    document = only(passages(page)).document
    assert document.kind == "công văn"
    assert document.subject == "Về việc vệ sinh môi trường ở thôn, ấp"
    assert document.issuer == "Ủy ban nhân dân xã Gò Mây"


def test_a_received_stamp_is_no_number() -> None:
    page = LETTER.replace("Kính gửi", "CÔNG VĂN ĐẾN\nSố: 4471\nNgày: 03/4/2025\nKính gửi")
    document = only(passages(page)).document
    assert (document.number, document.date) == ("71/SYT-NVY", "2025-04-02")
    assert document.subject == "V/v tăng cường tiêm chủng năm 2025."


def test_a_wrapped_heading_and_date() -> None:
    page = """
        UBND TỈNH AN
        LẠC
        SỞ NÔNG NGHIỆP VÀ MÔI
        TRƯỜNG
        Số: 9/BC-SNNMT
        An Lạc, ngày 18
        tháng 6 năm 2025
        BÁO CÁO
        Kết quả trồng rừng
    """
    document = only(passages(page)).document
    assert document.issuer == "Sở Nông nghiệp và Môi trường tỉnh An Lạc"
    assert document.date == "2025-06-18"


def test_a_date_whose_year_is_wrapped() -> None:
    page = """
        HỘI ĐỒNG NHÂN DÂN
        XÃ TÂN HÒA BẮC
        Số: 12/NQ-HĐND
        Tân Hòa Bắc, ngày 15 tháng 01 năm
        2026
        NGHỊ QUYẾT
        Về nhiệm vụ năm 2026
    """
    assert only(passages(page)).document.date == "2026-01-15"


def test_a_title_above_the_number_and_the_date() -> None:
    page = """
        ỦY BAN NHÂN DÂN
        XÃ TÂN HÒA BẮC
        KẾ HOẠCH
        Số: 22/KH-UBND
        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Tân Hòa Bắc, ngày 15 tháng 01 năm 2026
        Phòng, chống dịch bệnh năm 2026
        Căn cứ Kế hoạch số 3/KH-UBND
    """
    document = only(passages(page)).document
    assert document.subject == "Phòng, chống dịch bệnh năm 2026"
    assert document.date == "2026-01-15"


def test_an_office_stands_above_whose_it_is() -> None:
    page = """
        VĂN PHÒNG
        ỦY BAN NHÂN DÂN TỈNH AN LẠC
        Số: 67/TB-VPUBND
        An Lạc, ngày 15 tháng 4 năm 2026
        THÔNG BÁO
        Kết luận của Chủ tịch Ủy ban nhân dân tỉnh
    """
    document = only(passages(page)).document
    assert document.issuer == "Văn phòng Ủy ban nhân dân tỉnh An Lạc"


@pytest.mark.parametrize(
    ("above", "below", "named"),
    [
        (
            "HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM",
            "BAN CHẤP HÀNH TỈNH AN LẠC",
            "Ban Chấp hành Hội Liên hiệp Phụ nữ Việt Nam tỉnh An Lạc",
        ),
        (
            "ỦY BAN MTTQ VIỆT NAM XÃ TÂN HÒA BẮC",
            "BAN THƯỜNG TRỰC",
            "Ban Thường trực Ủy ban MTTQ Việt Nam xã Tân Hòa Bắc",
        ),
        ("TỈNH ỦY AN LẠC", "BAN NỘI CHÍNH", "Ban Nội chính Tỉnh ủy An Lạc"),
        ("CỤC HẢI QUAN", "CHI CỤC HẢI QUAN KHU VỰC XXI", "Chi cục Hải quan khu vực XXI"),
        ("CÔNG AN TỈNH AN LẠC", "PHÒNG CẢNH SÁT PCCC", "Phòng Cảnh sát PCCC tỉnh An Lạc"),
        (
            "LIÊN ĐOÀN LAO ĐỘNG TỈNH AN LẠC",
            "CÔNG ĐOÀN KHU KINH TẾ",
            "Công đoàn Khu kinh tế tỉnh An Lạc",
        ),
        (
            "TỈNH ĐOÀN AN LẠC",
            "ĐOÀN TNCS HỒ CHÍ MINH XÃ TÂN HÒA",
            "Đoàn TNCS Hồ Chí Minh xã Tân Hòa",
        ),
    ],
)
def test_parts_of_bodies(above: str, below: str, named: str) -> None:
    lines = ("Số: 12/KH-VP", "An Lạc, ngày 05 tháng 3 năm 2026", "KẾ HOẠCH", "Công tác năm 2026")
    document = only(passages("\n".join((above, below, *lines)))).document
    assert document.issuer == named


def test_a_telegram_names_who_sends_it() -> None:
    page = """
        ỦY BAN NHÂN DÂN
        TỈNH AN LẠC
        Số: 07/CĐ-UBND
        An Lạc, ngày 22 tháng 7 năm 2026
        CÔNG ĐIỆN
        Về việc ứng phó với mưa lũ
        CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH AN LẠC điện:
        - Giám đốc các sở;
        - Chủ tịch Ủy ban nhân dân các xã.
        KT. CHỦ TỊCH
        PHÓ CHỦ TỊCH
        Lê Văn Bình
    """
    document = only(passages(page)).document
    assert document.issuer == "Chủ tịch Ủy ban nhân dân tỉnh An Lạc"
    assert document.subject == "Về việc ứng phó với mưa lũ"


def test_two_columns_as_lines_of_text() -> None:
    page = """
        UBND HUYỆN BÌNH SƠN ĐÔNG      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        PHÒNG TÀI CHÍNH -             Độc lập - Tự do - Hạnh phúc
        KẾ HOẠCH
        Số: 9/BC-TCKH                 Bình Sơn Đông, ngày 18 tháng 6 năm 2025
        BÁO CÁO
        Kết quả thu ngân sách
    """
    document = only(passages(page)).document
    assert document.number == "9/BC-TCKH"
    assert document.kind == "báo cáo"
    assert document.issuer == "Phòng Tài chính - Kế hoạch huyện Bình Sơn Đông"
    assert (document.place, document.date) == ("Bình Sơn Đông", "2025-06-18")


def test_the_place_comes_from_the_letterhead() -> None:
    page = """
        ỦY BAN NHÂN DÂN
        HUYỆN PHÚ LÂM TÂY
        Số: 90/QĐ-UBND
        QUYẾT ĐỊNH
        Ban hành quy chế làm việc
        CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN
        Căn cứ Luật Tổ chức chính quyền địa phương;
        TM. ỦY BAN NHÂN DÂN
        CHỦ TỊCH
        Đại tá Lê Văn Mẫu
    """
    document = only(passages(page)).document
    assert document.issuer == "Chủ tịch Ủy ban nhân dân huyện Phú Lâm Tây"
    assert document.signatory == Signatory("TM. ỦY BAN NHÂN DÂN CHỦ TỊCH", "Lê Văn Mẫu")


def test_an_attachment_with_another_date() -> None:
    annex = "Phụ lục\n(Kèm theo Quyết định số 218/QĐ-UBND ngày 17/3/2025)"
    (warning,) = only(passages(DECISION + annex)).warnings
    assert warning.code == "date_contradicts"
    assert "2025-03-07" in warning.message
    assert "2025-03-17" in warning.message


def test_a_title_in_small_letters() -> None:
    page = """
        Báo cáo
        Tình hình thực hiện kế hoạch năm 2024
        Năm 2024, Kế hoạch số 5/KH-UBND được thực hiện ở tất cả các xã, phường trong tỉnh An Lạc.
    """
    document = only(passages(page)).document
    assert document.kind == "báo cáo"
    assert document.subject == "Tình hình thực hiện kế hoạch năm 2024"


def test_a_party_document() -> None:
    page = """
        TỈNH ỦY AN LẠC
        *
        Số 12-CTr/TU
        ĐẢNG CỘNG SẢN VIỆT NAM
        An Lạc, ngày 20 tháng 5 năm 2025
        CHƯƠNG TRÌNH HÀNH ĐỘNG
        thực hiện Nghị quyết về kinh tế tư nhân
        Căn cứ Nghị quyết số 68-NQ/TW ngày 04/5/2025 của Bộ Chính trị;
        T/M BAN THƯỜNG VỤ
        PHÓ BÍ THƯ
        Lê Thị Ví Dụ
    """
    document = only(passages(page)).document
    assert document.number == "12-CTr/TU"
    assert document.kind == "chương trình"
    assert document.subject == "thực hiện Nghị quyết về kinh tế tư nhân"
    assert document.issuer == "Tỉnh ủy An Lạc"
    assert document.signatory == Signatory("T/M BAN THƯỜNG VỤ PHÓ BÍ THƯ", "Lê Thị Ví Dụ")


def test_the_body_below_the_kind_is_no_subject() -> None:
    part = only(
        passages("""
        ĐẢNG BỘ HUYỆN BÌNH SƠN ĐÔNG
        BAN THƯỜNG VỤ
        *
        Số 58-KL/HU
        ĐẢNG CỘNG SẢN VIỆT NAM
        Bình Sơn Đông, ngày 23 tháng 01 năm 2025
        KẾT LUẬN
        CỦA BAN THƯỜNG VỤ HUYỆN ỦY
        về công tác kiểm tra, giám sát năm 2025
        -----
        Ban Thường vụ Huyện ủy thống nhất kết luận như sau:
        """)
    )
    document = part.document
    assert document.kind == "kết luận"
    assert document.subject == "về công tác kiểm tra, giám sát năm 2025"


def test_what_a_kind_is_called_with_is_no_subject() -> None:
    page = """
        ỦY BAN NHÂN DÂN
        HUYỆN AN LẠC ĐÔNG
        Số: 05/KL-TTr
        An Lạc Đông, ngày 20 tháng 5 năm 2025
        KẾT LUẬN THANH TRA
        Việc quản lý, sử dụng các khoản thu tại Trường Tiểu học Tân Hòa Bắc
        Thực hiện Quyết định số 02/QĐ-TTr ngày 15/01/2025, Đoàn thanh tra đã làm việc tại trường.
    """
    document = only(passages(page)).document
    assert document.kind == "kết luận"
    assert document.subject == "Việc quản lý, sử dụng các khoản thu tại Trường Tiểu học Tân Hòa Bắc"


def test_impossible_dates_are_warned_of() -> None:
    page = LETTER.replace("ngày 02/01/2025", "ngày 02/01/20255").replace(
        "ngày 02 tháng 4", "ngày 31 tháng 4"
    )
    part = only(passages(page))
    assert part.document.date is None
    assert [(w.code, w.source[0].quote) for w in part.warnings] == [
        ("impossible_date", "ngày 31 tháng 4 năm 2025"),
        ("impossible_date", "ngày 02/01/20255"),
    ]


def test_each_number_once_with_what_says_most() -> None:
    page = """
        Thực hiện Kế hoạch số 5/KH-UBND, các đơn vị rà soát.
        Theo Kế hoạch số 5/KH-UBND ngày 02/01/2025 của UBND tỉnh và Công văn số 6/SYT-KH.
    """
    document = only(passages(page)).document
    assert [(c.number, c.date) for c in document.cites] == [
        ("5/KH-UBND", "2025-01-02"),
        ("6/SYT-KH", None),
    ]


@pytest.mark.parametrize("blocks", [[], passages("Một dòng."), [table(["a", "b"])]])
def test_nothing_known_is_still_one_document(blocks: list[Block]) -> None:
    document = only(blocks).document
    assert document.number is None
    assert document.kind is None
    assert document.signatory is None


def test_two_bodies_on_one_line() -> None:
    page = LETTER.replace("UBND TỈNH AN LẠC\n    SỞ Y TẾ", "UBND TỈNH AN LẠC SỞ Y TẾ")
    assert only(passages(page)).document.issuer == "Sở Y tế tỉnh An Lạc"


@pytest.mark.parametrize(
    ("above", "body", "issuer"),
    [
        ("TỈNH ỦY AN LẠC", "BAN TỔ CHỨC", "Ban Tổ chức Tỉnh ủy An Lạc"),
        (
            "ĐOÀN TNCS HỒ CHÍ MINH",
            "BAN CHẤP HÀNH TỈNH AN LẠC",
            "Ban Chấp hành Đoàn TNCS Hồ Chí Minh tỉnh An Lạc",
        ),
    ],
)
def test_bodies_of_the_party_and_of_unions(above: str, body: str, issuer: str) -> None:
    page = f"""
        {above}
        {body}
        Số: 14-KH/TC
        An Lạc, ngày 20 tháng 5 năm 2025
        KẾ HOẠCH
        Bồi dưỡng cán bộ năm 2025
    """
    assert only(passages(page)).document.issuer == issuer


def test_the_head_of_a_committee_is_named_with_what_it_is_for() -> None:
    page = """
        UBND TỈNH AN LẠC
        BAN CHỈ ĐẠO VẬN ĐỘNG
        XÂY DỰNG QUỸ KHUYẾN HỌC
        Số: 14/QĐ-BCĐ
        QUYẾT ĐỊNH
        Ban hành quy chế hoạt động
        TRƯỞNG BAN CHỈ ĐẠO
        Căn cứ Luật Tổ chức chính quyền địa phương;
    """
    document = only(passages(page)).document
    assert document.issuer == "Trưởng ban Chỉ đạo vận động xây dựng quỹ khuyến học tỉnh An Lạc"


def test_a_place_that_sounds_like_a_body_is_no_other_body() -> None:
    page = DECISION.replace("ỦY BAN NHÂN DÂN\n    **HUYỆN BÌNH SƠN ĐÔNG", "UBND XÃ TÂN HỘI ĐÔNG", 1)
    page = page.replace("CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN BÌNH SƠN ĐÔNG", "", 1)
    assert only(passages(page)).document.issuer == "UBND xã Tân Hội Đông"


def test_a_date_with_slashes() -> None:
    page = DECISION.replace("ngày 07 tháng 3 năm 2025", "ngày 07/3/2025")
    document = only(passages(page)).document
    assert (document.place, document.date) == ("Bình Sơn Đông", "2025-03-07")


def test_two_columns_of_a_page_saved_with_blanks() -> None:
    page = """
        UBND TỈNH AN LẠC
        SỞ Y TẾ                               CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Số: 87/SYT-NVY                             Độc lập - Tự do - Hạnh phúc
        V/v rà soát thiết bị y tế                 An Lạc, ngày 12 tháng 6 năm 2025
        tại các trạm y tế xã
        Kính gửi:      Trung tâm Y tế các huyện
        Thực hiện Kế hoạch số 15/KH-UBND, Sở Y tế đề nghị các đơn vị rà soát thiết bị.
        Nơi nhận:                              KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC
        - Như trên;
        - Lưu: VT.                                  Lê Thị Mẫu
    """
    document = only(passages(page)).document
    assert document.subject == "V/v rà soát thiết bị y tế tại các trạm y tế xã"
    assert (document.place, document.date) == ("An Lạc", "2025-06-12")
    assert document.issuer == "Sở Y tế tỉnh An Lạc"
    assert document.signatory == Signatory("KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC", "Lê Thị Mẫu")


def test_blanks_in_running_text_set_no_column_apart() -> None:
    page = DECISION.replace("Điều 1. Giao chỉ tiêu", "Điều 1.     Giao     chỉ tiêu")
    assert only(passages(page)).document == only(passages(DECISION)).document


def test_a_name_put_to_the_right_by_tabs() -> None:
    lines = DECISION.replace("    **Lâm Thị Thí Nghiệm\n", "")
    blocks = [*passages(lines), table(["", "", "Lâm Thị Thí Nghiệm"])]
    signatory = only(blocks).document.signatory
    assert signatory == Signatory("KT. CHỦ TỊCH PHÓ CHỦ TỊCH", "Lâm Thị Thí Nghiệm")


def test_the_body_in_the_title_is_no_subject() -> None:
    page = DECISION.replace("QUYẾT ĐỊNH\n", "QUYẾT ĐỊNH CỦA ỦY BAN NHÂN DÂN HUYỆN\n", 1)
    document = only(passages(page)).document
    assert document.kind == "quyết định"
    assert document.subject == "Về việc giao chỉ tiêu trồng rừng trên địa bàn huyện năm 2025"


def test_a_resolution_without_a_date_has_that_of_its_adoption() -> None:
    page = """
        HỘI ĐỒNG NHÂN DÂN TỈNH AN LẠC
        Số: 15/NQ-HĐND
        NGHỊ QUYẾT
        Về nhiệm vụ năm 2025
        Điều 1. Thông qua nhiệm vụ.
        Nghị quyết này được Hội đồng nhân dân tỉnh An Lạc khóa X, Kỳ họp thứ 19,
        thông qua ngày 10 tháng 12 năm 2024./.
    """
    part = only(passages(page))
    assert part.document.date == "2024-12-10"
    assert [f.quote for f in part.fragments if f.field == "date"] == ["10 tháng 12 năm 2024"]


# --------------------------------------------------------------------------- vocabulary


@pytest.mark.parametrize("row", rows("letterhead"), ids=lambda row: row["words"])
def test_marks(row: dict[str, list[str]]) -> None:
    assert [mark(example) for example in row["examples"]] == [row["mark"]] * len(row["examples"])


@pytest.mark.parametrize("row", rows("issuers"), ids=lambda row: row["examples"][0])
def test_issuers(row: dict[str, list[str]]) -> None:
    for example in row["examples"]:
        if "rank" in row:
            match = name(example)
            assert match is not None
            assert example == f"{row['rank']} {match['name']}"
        elif "post" in row or "proxy" in row:
            assert is_post(example)
        elif "level" in row:
            assert opens_level(example)
        else:
            assert opens_body(example)
            head = str(row["body"])
            written = running(example, "")
            assert written.startswith((head, str(row.get("short", head))))


@pytest.mark.parametrize("row", rows("kinds"), ids=lambda row: row["kind"])
def test_titles(row: dict[str, list[str]]) -> None:
    for example in row["examples"]:
        if example.isupper() and "/" not in example:
            match = title(example)
            assert match is not None
            assert match["kind"].lower() == row["kind"]


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "Sở Lao động - Thương binh và Xã hội"),
        ("SỞ NỘI VỤ TỈNH AN LẠC", "Sở Nội vụ tỉnh An Lạc"),
        ("CHỦ TỊCH UỶ BAN NHÂN DÂN THỊ XÃ ĐỒNG CỎ", "Chủ tịch Ủy ban nhân dân thị xã Đồng Cỏ"),
        ("HUYỆN ỦY PHÚ LÂM TÂY", "Huyện ủy Phú Lâm Tây"),
        ("UBND PHƯỜNG 3", "UBND phường 3"),
    ],
)
def test_running_text(printed: str, written: str) -> None:
    assert running(printed, "") == written


NUMBERED_14 = """
    **ỦY BAN NHÂN DÂN
    **XÃ TÂN HÒA BẮC
    Số: 14/KH-UBND
    Tân Hòa Bắc, ngày 05 tháng 02 năm 2026
    **KẾ HOẠCH
    **Chuyển đổi số năm 2026
    {sentence}
"""


@pytest.mark.parametrize(
    ("sentence", "cited"),
    [
        ("Thực hiện Kế hoạch số 14/KH-UBND ngày 20/01/2026 của UBND tỉnh về chuyển đổi số.", True),
        ("Thực hiện Kế hoạch số 14/KH-UBND của UBND tỉnh An Lạc về chuyển đổi số.", True),
        ("Thực hiện Kế hoạch số 14/KH-UBND ngày 03/01/2025 của UBND xã, các ấp báo cáo.", True),
        ("Phụ lục (Kèm theo Kế hoạch số 14/KH-UBND ngày 05/02/2026 của UBND xã).", False),
        ("(Kèm theo Kế hoạch số 14/KH-UBND ngày 06/02/2026 của UBND xã Tân Hòa Bắc)", False),
        ("Các ấp thực hiện Kế hoạch số 14/KH-UBND này.", False),
    ],
)
def test_another_document_with_the_same_number_is_cited(sentence: str, cited: bool) -> None:
    document = only(passages(NUMBERED_14.format(sentence=sentence))).document
    assert document.number == "14/KH-UBND"
    assert [c.number for c in document.cites] == ["14/KH-UBND"] * cited


@pytest.mark.parametrize(
    ("words", "issuer"),
    [
        (
            "Thực hiện Quyết định số 20/QĐ-UBND của UBND tỉnh Tây Giang, Sở Văn hóa, Thể thao và "
            "Du lịch xây dựng kế hoạch như sau:",
            "Sở Văn hóa, Thể thao và Du lịch tỉnh Tây Giang",
        ),
        (
            "Để chủ động phòng cháy, Chủ tịch Ủy ban nhân dân huyện Tây Giang yêu cầu:",
            "Chủ tịch Ủy ban nhân dân huyện Tây Giang",
        ),
        ("1. Sở Y tế xây dựng kế hoạch tiêm chủng; Phòng Y tế báo cáo kết quả.", None),
    ],
)
def test_a_document_without_a_letterhead_says_who_speaks(words: str, issuer: str | None) -> None:
    page = f"""
        Số: 45/KH
        Tây Giang, ngày 03 tháng 3 năm 2026
        KẾ HOẠCH
        Phát triển thư viện năm 2026
        {words}
        1. Phấn đấu 85% xã có tủ sách.
    """
    assert only(passages(page)).document.issuer == issuer
