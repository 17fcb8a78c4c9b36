"""Words that speak for or against a value, and do not where they stand: headings, an item's mark,
conditions, numbers that count nothing."""

from __future__ import annotations

import pytest

from extract.sentences.meanings import background
from tests.test_prose import check_agree, check_reads, said, targets

DEEDS = [
    "2. Về giải ngân vốn đầu tư công",
    "3. Giải ngân các nguồn vốn",
    "1. Trong quản lý, sử dụng kinh phí chi thường xuyên",
    "5. Công tác thi đua, khen thưởng",
    "2. Cải thiện điều kiện lao động",
    "2. Tạo thuận lợi cho người dân",
    "3. Phổ cập giáo dục đúng độ tuổi",
    "2. Hạn chế ô nhiễm môi trường",
    "III. Khắc phục tồn tại, hạn chế",
    "3. Nâng cao chất lượng dân vận trong tình hình mới",
    "4. Nắm tình hình, hòa giải tranh chấp",
    "2. Tuần tra, kiểm soát và xử lý vi phạm",
    "3. Thực hiện chính sách hỗ trợ giảm nghèo",
    "2. Mở rộng phạm vi bao phủ bảo hiểm y tế",
    "1. Yêu cầu của tình hình mới",
]


@pytest.mark.parametrize("heading", DEEDS)
def test_a_heading_that_names_a_deed_takes_no_value_for_a_result(heading: str) -> None:
    assert background([heading], []) is None
    check_reads(heading, "- Ít nhất 90% hộ dân tham gia.", ["ge 90 % ~ hộ dân tham gia"])


@pytest.mark.parametrize(
    ("heading", "means"),
    [
        ("2. Hạn chế, khó khăn", "result"),
        ("2. Hạn chế chủ yếu", "result"),
        ("1. Thực hiện nhiệm vụ trọng tâm: tình hình và kết quả", "goal"),
        ("1. Xây dựng cơ sở hạ tầng: hạn chế, tồn tại", "result"),
        ("2. Triển khai thực hiện và kết quả đạt được", "result"),
        ("V. Nhu cầu vốn đầu tư", "amount"),
    ],
)
def test_a_heading_that_tells_means_what_it_says(heading: str, means: str) -> None:
    assert background([heading], []) == means


@pytest.mark.parametrize("mark", ["", "a) ", "đ) ", "1. ", "2.1. ", "3/ ", "(4) ", "b.1) ", "- "])
@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (
            "Giảm tỷ lệ hộ nghèo bình quân từ 0,5% trở lên mỗi năm.",
            "decrease ge 0.5 % per P1Y ~ tỷ lệ hộ nghèo bình quân",
        ),
        ("Tiết kiệm chi thường xuyên tối thiểu 10%.", "decrease ge 10 % ~ chi thường xuyên"),
        ("Tổ chức 05 lớp tập huấn.", "eq 5 lớp ~ Tổ chức lớp tập huấn"),
        ("Mỗi năm, huyện có thêm ít nhất 05 sản phẩm.", "ge 5 sản phẩm per P1Y"),
        ("Hoàn thành 100% nhiệm vụ được giao.", "eq 100 % ~ Hoàn thành nhiệm vụ được giao"),
    ],
)
def test_the_mark_of_an_item_changes_no_reading(mark: str, item: str, expected: str) -> None:
    check_reads("II. NHIỆM VỤ", mark + item, [expected])


def test_the_mark_of_an_item_stays_in_its_statement() -> None:
    (target,) = targets("a) Tổ chức 05 lớp tập huấn; họp dân.")
    assert target.statement == "a) Tổ chức 05 lớp tập huấn"
    quotes = {fragment.field: fragment.quote for fragment in target.source}
    assert quotes["threshold"] == "Tổ chức 05 lớp"


def test_marks_in_a_line_begin_a_clause() -> None:
    found = targets("Đến cuối năm: (1) Giảm thời gian xử lý ít nhất 15%; (2) Tổ chức 03 hội thi.")
    check_agree(
        found,
        ["decrease ge 15 % ~ thời gian xử lý ! ..2025-12-31", "eq 3 hội thi ! ..2025-12-31"],
    )


@pytest.mark.parametrize(
    "passage",
    [
        "Người đứng đầu đơn vị có tỷ lệ giải ngân dưới 90% không được xem xét xếp loại xuất sắc.",
        "Cá nhân nghỉ từ 30 ngày trở lên không xét khen thưởng.",
        "Đơn vị nào có tỷ lệ nữ từ 25% trở lên phải có lãnh đạo nữ.",
        "Tỷ lệ lao động qua đào tạo đạt 72,5% (vượt mục tiêu 71%).",
        "Nợ thuế ước 820 tỷ đồng, chiếm 9% tổng thu, cao hơn mức tỉnh yêu cầu là không quá 7%.",
        "Điều chuyển vốn của các dự án giải ngân dưới 40% kế hoạch.",
        "Hộ nghèo được hỗ trợ 100%; hộ cận nghèo 70%.",
        "Hỗ trợ 01 lần cho người hoàn thành khóa học, mức hỗ trợ không quá 5 triệu đồng.",
    ],
)
def test_conditions_results_and_support_are_no_targets(passage: str) -> None:
    check_agree(targets(passage, "III. TỔ CHỨC THỰC HIỆN"), [])


READ = [
    # What follows a goal in a bracket, or counts those honoured, is no consequence.
    (
        "- Tỷ lệ hội viên dự sinh hoạt đạt từ 92% trở lên (trừ số được miễn).",
        ["ge 92 % ~ Tỷ lệ hội viên dự sinh hoạt"],
    ),
    (
        "- Phấn đấu 15% cá nhân đạt danh hiệu tiên tiến và được tặng giấy khen.",
        ["eq 15 % ~ cá nhân đạt danh hiệu tiên tiến và được tặng giấy khen"],
    ),
    # "một trong các" counts nothing, nor does the bound in a share of nothing.
    (
        "- Trên 90% người bệnh được tiếp cận ít nhất một trong các dịch vụ điều trị.",
        ["gt 90 % ~ người bệnh được tiếp cận ít nhất một trong các dịch vụ điều trị"],
    ),
    ("- 0% hồ sơ bị trả lại quá 01 lần.", ["eq 0 % ~ hồ sơ bị trả lại quá 01 lần"]),
    (
        "- Tỷ lệ chôn lấp dưới mười phần trăm; tỷ lệ tái chế đạt hai mươi lăm phần trăm.",
        ["lt 10 % ~ Tỷ lệ chôn lấp", "eq 25 % ~ tỷ lệ tái chế"],
    ),
    (
        "- Số vụ phát hiện năm sau cao hơn năm trước tối thiểu 5%.",
        ["increase ge 5 % ~ Số vụ phát hiện năm sau"],
    ),
    # What only the last of several shares says holds for all, and so does its "không".
    (
        "- 100% điểm du lịch, 80% nhà hàng và 50% chợ không sử dụng túi ni lông.",
        [
            "eq 100 % ~ điểm du lịch không sử dụng túi ni lông",
            "eq 80 % ~ nhà hàng không sử dụng túi ni lông",
            "eq 50 % ~ chợ không sử dụng túi ni lông",
        ],
    ),
    # "mỗi xã" is said of what each has, not of a share of something else.
    (
        "- Mỗi xã có ít nhất 02 tổ trực, đường dây nóng tiếp nhận trên 98% cuộc gọi.",
        ["ge 2 tổ each", "gt 98 % ~ đường dây nóng tiếp nhận cuộc gọi"],
    ),
    # A name is no verb, and a period behind a date is a period.
    (
        "- Sở Giáo dục và Đào tạo: 100% trường học có thư viện.",
        ["eq 100 % ~ trường học có thư viện"],
    ),
    (
        "- Từ nay đến cuối năm, bình quân mỗi tháng toàn tỉnh giải ngân không ít hơn 60 tỷ đồng.",
        ["ge 60 tỷ đồng per P1M ~ giải ngân ! ..2025-12-31"],
    ),
    (
        "- Giảm tỷ lệ tái nghiện trong 02 năm đầu xuống dưới 65%.",
        ["lt 65 % ~ tỷ lệ tái nghiện trong 02 năm đầu"],
    ),
    # The older place of the tone mark.
    (
        "- Số hoá 500 hồ sơ; xây dựng 03 nhà văn hoá.",
        ["eq 500 hồ sơ ~ Số hoá hồ sơ", "eq 3 nhà văn hoá ~ xây dựng nhà văn hoá"],
    ),
    (
        "- Đưa tỷ số giới tính khi sinh về mức 110 bé trai/100 bé gái.",
        ["eq 110 bé trai/100 bé gái ~ tỷ số giới tính khi sinh"],
    ),
]


@pytest.mark.parametrize(("passage", "expected"), READ)
def test_reads(passage: str, expected: list[str]) -> None:
    check_reads("III. MỤC TIÊU", passage, expected)


COUNTS = [
    # A verb goes on over a comma to what is counted in an unlisted unit, and over a bracket.
    (
        "- Xây dựng mới 04 cơ sở (Hồ Lá, Suối Cạn), 02 chuỗi cung ứng và 12 lớp học.",
        [
            "eq 4 cơ sở ~ Xây dựng mới cơ sở",
            "eq 2 chuỗi cung ứng ~ Xây dựng mới chuỗi cung ứng",
            "eq 12 lớp ~ Xây dựng mới lớp học",
        ],
        [(), ("perhaps_no_target",), ()],
    ),
    # What each does, how often: where no goal is named it may be told.
    (
        "- Mỗi chi bộ thực hiện 01 cuộc kiểm tra.",
        ["eq 1 cuộc kiểm tra each ~ cuộc kiểm tra"],
        [("perhaps_no_target",)],
    ),
    (
        "- Tổ chức đối thoại với người dân mỗi năm 02 cuộc.",
        ["eq 2 cuộc per P1Y"],
        [("perhaps_no_target",)],
    ),
    ("- Mỗi hồ sơ gồm 02 bản chính.", [], []),
    # The same unit behind "và" is most likely counted too, and most likely by the same comparator.
    (
        "- Tham gia ít nhất 05 hội chợ trong nước và 01 hội chợ quốc tế.",
        ["ge 5 hội chợ ~ Tham gia hội chợ trong nước", "ge 1 hội chợ ~ hội chợ quốc tế"],
        [(), ("unclear_unit", "unclear_threshold", "perhaps_no_target")],
    ),
]


@pytest.mark.parametrize(("passage", "expected", "doubts"), COUNTS)
def test_counts_under_a_heading_of_deeds(
    passage: str, expected: list[str], doubts: list[tuple[str, ...]]
) -> None:
    found = targets(passage, "2. Ủy ban nhân dân các xã")
    check_agree(found, expected)
    assert [target.doubts for target in found] == doubts


PARTS = [
    (
        "- 80% hộ dân tham gia, trong đó 40% là phụ nữ.",
        ["eq 80 % ~ hộ dân tham gia", "eq 40 % ~ phụ nữ"],
    ),
    (
        "- Ít nhất 75% học viên được tư vấn; trong đó 40% có việc làm ổn định.",
        ["ge 75 % ~ học viên được tư vấn", "eq 40 % ~ có việc làm ổn định"],
    ),
    (
        "- Tỷ lệ rác thải đô thị được thu gom đạt 98%, nông thôn đạt 92%.",
        [
            "eq 98 % ~ Tỷ lệ rác thải đô thị được thu gom",
            "eq 92 % ~ Tỷ lệ rác thải đô thị được thu gom @ nông thôn",
        ],
    ),
    (
        "- Ít nhất 65% hộ phân loại rác tại nguồn, các phường trung tâm là 90%.",
        [
            "ge 65 % ~ hộ phân loại rác tại nguồn",
            "eq 90 % ~ hộ phân loại rác tại nguồn @ các phường trung tâm",
        ],
    ),
    (
        "- Tỷ lệ dân số dùng nước sạch đạt 95% (trong đó nông thôn 90%, thành thị 100%).",
        [
            "eq 95 % ~ Tỷ lệ dân số dùng nước sạch",
            "eq 90 % ~ Tỷ lệ dân số dùng nước sạch @ nông thôn",
            "eq 100 % ~ Tỷ lệ dân số dùng nước sạch @ thành thị",
        ],
    ),
    (
        "- Tỷ lệ hài lòng của người dân đạt trên 95%, của doanh nghiệp đạt trên 92%.",
        [
            "gt 95 % ~ Tỷ lệ hài lòng của người dân",
            "gt 92 % ~ Tỷ lệ hài lòng của người dân @ doanh nghiệp",
        ],
    ),
    (
        "- Thời gian cấp giấy không quá 05 ngày, riêng hồ sơ phức tạp không quá 15 ngày.",
        [
            "le 5 ngày ~ Thời gian cấp giấy",
            "le 15 ngày ~ Thời gian cấp giấy @ hồ sơ phức tạp",
        ],
    ),
    (
        "- Mật độ di động đạt 100%, vùng sâu, vùng xa đạt 90%, khu vực biên giới 80%.",
        [
            "eq 100 % ~ Mật độ di động",
            "eq 90 % ~ Mật độ di động @ vùng sâu, vùng xa",
            "eq 80 % ~ Mật độ di động @ khu vực biên giới",
        ],
    ),
    (
        "- Đoàn viên thanh niên chiếm ít nhất 70%, nữ từ 45 - 50%.",
        ["ge 70 % ~ Đoàn viên thanh niên", "range 45..50 % ~ nữ"],
    ),
    # "ước" is no guess inside a name.
    (
        "- 60% thỏa ước đạt loại B trở lên; hỗ trợ tết cho tối thiểu 200 đoàn viên.",
        ["eq 60 % ~ thỏa ước đạt loại B trở lên", "ge 200 đoàn viên"],
    ),
    # "gấp đôi" is two times; what a value is counted by may have two syllables.
    (
        "- Tăng gấp đôi số doanh nghiệp so với năm 2024.",
        ["increase 2 lần b2024 ~ số doanh nghiệp"],
    ),
    ("- Công suất xử lý đạt trên 500 tấn/nhà máy.", ["gt 500 tấn/nhà máy"]),
    ("- Phát ít nhất 03 lượt tin, bài/tuần.", ["ge 3 lượt per P1W"]),
    # The comparator may stand in the name of what is measured.
    (
        "- Áp lực nước tối thiểu tại vòi xa nhất 1,5 bar.",
        ["ge 1.5 bar ~ Áp lực nước tối thiểu tại vòi xa nhất"],
    ),
    ("- Khai thác tối đa công suất, đạt 90% kế hoạch.", ["eq 90 %"]),
    (
        "- Số phòng lưu trú 1.500 phòng; sản lượng trứng 42 triệu quả; số buồng 90 buồng.",
        [
            "eq 1500 phòng ~ Số phòng lưu trú",
            "eq 42 triệu quả ~ sản lượng trứng",
            "eq 90 buồng ~ số buồng",
        ],
    ),
]


@pytest.mark.parametrize(("passage", "expected"), PARTS)
def test_parts_and_names(passage: str, expected: list[str]) -> None:
    check_reads("III. MỤC TIÊU", passage, expected)


DUES = [
    (
        "- Mức thu bù đắp tối thiểu 50% chi phí vào năm 2028 và tối thiểu 80% vào năm 2030.",
        ["ge 50 % ! ..2028-12-31", "ge 80 % ! ..2030-12-31"],
    ),
    (
        "- Họp định kỳ mỗi tháng 01 lần, sinh hoạt chuyên đề ít nhất 04 buổi.",
        ["eq 1 lần per P1M ! P1M", "ge 4 buổi"],
    ),
    (
        "- Nâng tổng vốn lên 20 tỷ đồng (hằng năm bổ sung ít nhất 2 tỷ đồng).",
        ["eq 20 tỷ đồng", "ge 2 tỷ đồng per P1Y ! P1Y"],
    ),
    ("- Mở 03 lớp (hằng năm).", ["eq 3 lớp ! P1Y"]),
]


@pytest.mark.parametrize(("passage", "expected"), DUES)
def test_a_time_belongs_to_the_value_beside_it(passage: str, expected: list[str]) -> None:
    check_agree(targets(passage), expected)


NOT_TOLD = [
    (
        "- Tỷ lệ lao động đã qua đào tạo đạt 75%; tỷ lệ hồ sơ đúng hạn trên 98%.",
        ["eq 75 % ~ Tỷ lệ lao động đã qua đào tạo", "gt 98 % ~ tỷ lệ hồ sơ đúng hạn"],
    ),
    (
        "- Tỷ lệ người bệnh hiện có hồ sơ quản lý đạt 90%; giảm 5% ca mắc mới.",
        ["eq 90 % ~ Tỷ lệ người bệnh hiện có hồ sơ quản lý", "decrease 5 % ~ ca mắc mới"],
    ),
    (
        "- 100% vụ việc được điều tra nguyên nhân, 90% có biện pháp khắc phục.",
        ["eq 100 % ~ vụ việc được điều tra nguyên nhân", "eq 90 % ~ có biện pháp khắc phục"],
    ),
    ("- Duy trì được 100% số trường đạt chuẩn.", ["eq 100 % ~ số trường đạt chuẩn"]),
    (
        "- Ít nhất 60% cá nhân được khen thưởng là người lao động.",
        ["ge 60 % ~ cá nhân được khen thưởng là người lao động"],
    ),
    (
        "- 100% xã còn hộ nghèo trên 5% được hỗ trợ sinh kế.",
        ["eq 100 % ~ xã còn hộ nghèo trên 5% được hỗ trợ sinh kế"],
    ),
]


@pytest.mark.parametrize(("passage", "expected"), NOT_TOLD)
def test_words_of_results_inside_a_name_tell_nothing(passage: str, expected: list[str]) -> None:
    check_reads("II. MỤC TIÊU", passage, expected)


@pytest.mark.parametrize(
    ("passage", "expected", "doubt"),
    [
        (
            "- Tỷ lệ hộ nghèo thấp hơn mức bình quân của tỉnh ít nhất 0,5%.",
            "ge 0.5 %",
            "unclear_threshold",
        ),
        (
            "- Tỷ lệ hộ nghèo dưới mức bình quân chung của tỉnh 1,5%.",
            "eq 1.5 %",
            "unclear_threshold",
        ),
        (
            "- Không còn xã có tỷ lệ hộ nghèo trên 10%.",
            "gt 10 %",
            "unclear_threshold",
        ),
        ("- Xuất khẩu ước đạt 2 tỷ USD vào năm 2030.", "eq 2 tỷ USD", "perhaps_no_target"),
    ],
)
def test_what_may_be_told_is_doubted(passage: str, expected: str, doubt: str) -> None:
    (target,) = targets(passage, "II. MỤC TIÊU")
    assert said(target.threshold) == expected
    assert target.doubts == (doubt,)


def test_parts_in_a_bracket_are_doubted() -> None:
    found = targets("- Tổng sản lượng cá 810 tấn (khai thác 300 tấn, nuôi trồng 510 tấn).")
    check_agree(
        found,
        [
            "eq 810 tấn ~ Tổng sản lượng cá",
            "eq 300 tấn ~ Tổng sản lượng cá @ khai thác",
            "eq 510 tấn ~ Tổng sản lượng cá @ nuôi trồng",
        ],
    )
    assert [len(target.doubts) for target in found] == [0, 1, 1]


def test_whom_a_bracket_names_is_not_for_whom_the_value_before_it_is() -> None:
    found = targets("- Tỷ lệ dân số dùng nước sạch đạt 95% (nông thôn 90%).")
    check_agree(
        found,
        [
            "eq 95 % ~ Tỷ lệ dân số dùng nước sạch",
            "eq 90 % ~ Tỷ lệ dân số dùng nước sạch @ nông thôn",
        ],
    )
    assert [target.doubts for target in found] == [(), ("perhaps_no_target",)]


CHANGES = [
    (
        "- Giảm 3 tiêu chí tai nạn giao thông từ 5% đến 10% so với năm 2024.",
        ["decrease 5..10 % b2024"],
    ),
    ("- Giảm 03 tiêu chí đánh giá; cắt bỏ 02 thủ tục.", ["decrease 3 tiêu chí", "eq 2 thủ tục"]),
    ("- Tăng thu tiết kiệm chi để bố trí 5% cho đầu tư.", ["eq 5 %"]),
    (
        "- Tỷ lệ thiết chế văn hóa cấp xã đạt chuẩn 95%, cấp thôn đạt 90%.",
        [
            "eq 95 % ~ Tỷ lệ thiết chế văn hóa cấp xã đạt chuẩn",
            "eq 90 % ~ Tỷ lệ thiết chế văn hóa cấp xã đạt chuẩn @ cấp thôn",
        ],
    ),
]


@pytest.mark.parametrize(("passage", "expected"), CHANGES)
def test_what_changes_and_what_does_not(passage: str, expected: list[str]) -> None:
    check_agree(targets(passage), expected)


def test_a_range_of_shares_goes_on_in_the_next_line() -> None:
    check_reads(
        "II. CHỈ TIÊU",
        "- Tỷ lệ hộ phân loại rác tại nguồn duy trì ở mức 23%\n- 29%;\n- Trồng mới 12 ha rừng.",
        ["range 23..29 % ~ Tỷ lệ hộ phân loại rác tại nguồn", "eq 12 ha"],
    )


def test_a_share_behind_a_dash_is_an_item_where_more_follows() -> None:
    check_reads(
        "II. CHỈ TIÊU",
        "- Tỷ lệ hộ nghèo giảm còn 3%\n- 29% hộ tham gia phân loại rác tại nguồn.",
        ["eq 3 %", "eq 29 %"],
    )
