"""How far words reach in running text: a past year, a comparison, a lead line, a verb."""
# ruff: noqa: E501 - a printed paragraph is one line

from __future__ import annotations

import pytest

from tests.test_prose import agrees, check_reads, shown, targets

PAST_YEARS = [
    (
        "Giảm tỷ lệ hộ nghèo toàn xã xuống dưới 2% (năm 2024: 2,4%), hộ cận nghèo còn 3,5%.",
        ["lt 2 % b2024 v2.4", "eq 3.5 % ~ hộ cận nghèo"],
    ),
    (
        "Số vụ vi phạm giảm 5 - 7% so với trung bình giai đoạn 2021 - 2024; tỷ lệ tồn đọng ≤ 0,5%; 100% kho hàng được kiểm tra.",
        [
            "decrease 5..7 % ~ Số vụ vi phạm",
            "le 0.5 % ~ tỷ lệ tồn đọng",
            "eq 100 % ~ kho hàng được kiểm tra",
        ],
    ),
    (
        "Độ phủ sóng đạt 97% (năm 2024 đạt 91%); hộ có điện thoại đạt 88%; hộ mất sóng dưới 2%.",
        ["eq 97 % b2024 v91", "eq 88 %", "lt 2 % ~ hộ mất sóng"],
    ),
    (
        "Nâng tỷ lệ hộ khá (năm 2024: 30%) lên 36%, hộ giàu lên 12%.",
        ["eq 36 % b2024 v30 ~ tỷ lệ hộ khá", "eq 12 % ~ hộ giàu"],
    ),
    (
        "So với năm 2024, tỷ lệ hộ nghèo giảm 1,5%; tỷ lệ thất nghiệp dưới 3%.",
        ["decrease 1.5 % b2024 ~ tỷ lệ hộ nghèo", "lt 3 % ~ tỷ lệ thất nghiệp"],
    ),
    (
        "Giảm 5% số vụ tai nạn so với cùng kỳ năm 2024; 100% phương tiện được đăng kiểm.",
        ["decrease 5 % b2024", "eq 100 % ~ phương tiện được đăng kiểm"],
    ),
    (
        "Giá trị bình quân từ 2,1 triệu đồng năm 2024 nâng lên 2,6 triệu đồng; công suất đạt 64% (2024: 57,5%), mức chi tiêu tăng 8 - 9%.",
        ["eq 2.6 triệu đồng b2024 v2.1", "eq 64 % b2024 v57.5", "increase 8..9 % ~ mức chi tiêu"],
    ),
    (
        "Phấn đấu kéo giảm ít nhất 12% số vụ cháy so với cùng kỳ năm 2024; 100% khu dân cư được kiểm tra; 90% cuộc gọi được tiếp nhận.",
        [
            "decrease ge 12 % b2024 ~ số vụ cháy",
            "eq 100 % ~ khu dân cư được kiểm tra",
            "eq 90 % ~ cuộc gọi được tiếp nhận",
        ],
    ),
    (
        "Giải quyết việc làm cho 300 thanh niên, bằng 120% so với kết quả năm 2024; số thanh niên được tư vấn ít nhất 70%.",
        ["eq 300 thanh niên", "eq 120 %", "ge 70 % ~ số thanh niên được tư vấn"],
    ),
    # A year that its clause speaks of goes on, and so does a comparison at the head.
    ("So với cùng kỳ năm 2024, số vụ cháy giảm 5%; số người bị thương giảm 3%.", []),
    ("Năm 2024, tỷ lệ hộ nghèo còn 3%; tỷ lệ thất nghiệp dưới 3%.", []),
]
WHOM_IT_IS_ASKED_OF = [
    ("Các xã có tỷ lệ hộ nghèo trên 20% phải giảm tối thiểu 5%/năm.", ["decrease ge 5 % per P1Y"]),
    (
        "Đối với các xã có tỷ lệ hộ nghèo trên 30%, giảm ít nhất 6%/năm.",
        ["decrease ge 6 % per P1Y"],
    ),
    ("Không để tỷ lệ thất thoát nước vượt quá 18%.", ["le 18 % ~ tỷ lệ thất thoát nước"]),
]
WHAT_IS_DONE = [
    (
        "Thu hoạch diện tích ngô đã chín trước 10 giờ ngày 20/9; 100% hộ dân vùng trũng được sơ tán.",
        ["eq 100 % ~ hộ dân vùng trũng được sơ tán"],
    ),
    (
        "100% trường hợp đã phát hiện được điều trị, tỷ lệ khỏi bệnh đạt 90%.",
        ["eq 100 %", "eq 90 % ~ tỷ lệ khỏi bệnh"],
    ),
    (
        "Số trường hợp bị xử lý tăng 15% so với năm 2024.",
        ["increase 15 % b2024 ~ Số trường hợp bị xử lý"],
    ),
]

LEADS_OF_CHANGES = [
    (
        "Phấn đấu giảm:\n- Số vụ trộm cắp ít nhất 10% so với năm 2024;\n- Số người nghiện còn 20 người.",
        ["decrease ge 10 % b2024 ~ Số vụ trộm cắp", "eq 20 người ~ Số người nghiện"],
    ),
    (
        "Phấn đấu đến năm 2030 tăng:\n- Doanh thu lưu trú ít nhất 12% so với năm 2024;\n- Số lượt khách 15%.",
        [
            "increase ge 12 % b2024 ~ Doanh thu lưu trú ! ..2030-12-31",
            "increase 15 % ~ Số lượt khách ! ..2030-12-31",
        ],
    ),
    (
        "So với năm 2024, giảm:\n- Số vụ đuối nước ít nhất 10%.",
        ["decrease ge 10 % b2024 ~ Số vụ đuối nước"],
    ),
]
OBJECTS_WITH_COMMAS = [
    (
        "Giảm số vụ đuối nước, số trẻ em bị đuối nước 5% so với năm 2024.",
        ["decrease 5 % b2024 ~ số vụ đuối nước, số trẻ em bị đuối nước"],
    ),
    ("Giảm số vụ cháy, nổ ít nhất 8%.", ["decrease ge 8 % ~ số vụ cháy, nổ"]),
    (
        "Giảm số vụ, số người chết và số người bị thương từ 5% đến 8% so với năm 2024.",
        ["decrease 5..8 % b2024 ~ số vụ, số người chết và số người bị thương"],
    ),
    (
        "Kéo giảm tai nạn giao thông trên cả 3 tiêu chí (số vụ, số người chết, số người bị thương) từ 5 - 10%.",
        ["decrease 5..10 %"],
    ),
    (
        "Giảm tỷ lệ hộ nghèo 1,5%, hộ cận nghèo 2%.",
        ["decrease 1.5 % ~ tỷ lệ hộ nghèo", "decrease 2 % ~ hộ cận nghèo"],
    ),
    ("Giảm tỷ lệ hộ nghèo 1,5%, tỷ lệ thất nghiệp là 3%.", ["decrease 1.5 %", "eq 3 %"]),
    (
        "Giảm số hộ nghèo, hướng dẫn tối thiểu 90% hộ dân làm kinh tế vườn.",
        ["ge 90 %"],
    ),
]
BEHIND_THE_NOUN = [
    (
        "85% diện tích trở lên được tưới tiêu, 70% số hộ trở lên có vườn mẫu.",
        ["ge 85 % ~ diện tích được tưới tiêu", "ge 70 % ~ số hộ có vườn mẫu"],
    ),
    (
        "95% số cán bộ cấp phòng trở lên được bồi dưỡng.",
        ["eq 95 % ~ số cán bộ cấp phòng trở lên được bồi dưỡng"],
    ),
]
SO_MANY_OF_ALL = [
    ("Phấn đấu 7/11 bản đạt chuẩn văn hóa.", ["eq 7 bản ~ bản đạt chuẩn văn hóa"]),
    ("Phấn đấu 5/9 buôn có nhà rông.", ["eq 5 buôn ~ buôn có nhà rông"]),
    (
        "- 13/13 trung tâm y tế dùng chữ ký số.",
        ["eq 13 trung tâm y tế ~ trung tâm y tế dùng chữ ký số"],
    ),
    ("- Xóa 9/9 lối đi tự mở.", ["eq 9 lối đi tự mở ~ Xóa lối đi tự mở"]),
    ("- Xử lý dứt điểm 14/14 điểm đen.", ["eq 14 điểm đen"]),
    ("Không để dịch lớn xảy ra trên địa bàn 11/11 huyện.", []),
]
GOES_WITH_THE_FIRST = [
    (
        "Doanh thu xuất khẩu đạt 60 triệu USD vào năm 2027 và 90 triệu USD vào năm 2030.",
        [
            "eq 60 triệu USD ~ Doanh thu xuất khẩu ! 2027-01-01..2027-12-31",
            "eq 90 triệu USD ~ Doanh thu xuất khẩu ! 2030-01-01..2030-12-31",
        ],
    ),
    (
        "Phấn đấu trồng mới 9.000 ha, bình quân mỗi năm 1.800 ha.",
        ["eq 9000 ha ~ trồng mới", "eq 1800 ha per P1Y ~ trồng mới"],
    ),
    (
        "- Tổ chức 04 hội nghị phổ biến pháp luật, mỗi hội nghị tối thiểu 120 đại biểu.",
        ["eq 4 hội nghị ~ Tổ chức hội nghị phổ biến pháp luật", "ge 120 đại biểu each"],
    ),
    (
        "- Mở 06 lớp dạy nghề, mỗi lớp 25 học viên.",
        ["eq 6 lớp ~ Mở lớp dạy nghề", "eq 25 học viên each ~ học viên"],
    ),
]
A_PART_SINGLED_OUT = [
    (
        "Tỷ lệ tham gia bảo hiểm y tế đạt 94%, riêng học sinh, sinh viên đạt 100%.",
        [
            "eq 94 % ~ Tỷ lệ tham gia bảo hiểm y tế",
            "eq 100 % ~ Tỷ lệ tham gia bảo hiểm y tế @ học sinh, sinh viên",
        ],
    ),
    (
        "Tỷ lệ hộ nghèo giảm 1%/năm; riêng vùng ven biển giảm 2%/năm.",
        [
            "decrease 1 % per P1Y ~ Tỷ lệ hộ nghèo",
            "decrease 2 % per P1Y ~ Tỷ lệ hộ nghèo @ vùng ven biển",
        ],
    ),
    (
        "Tỷ lệ giải ngân đạt 95%, riêng tỷ lệ giải ngân vốn huyện đạt 100%.",
        ["eq 95 %", "eq 100 % ~ tỷ lệ giải ngân vốn huyện"],
    ),
    (
        "Tổng thu đạt 8.000 tỷ đồng, riêng thu nội địa đạt 5.000 tỷ đồng.",
        ["eq 8000 tỷ đồng", "eq 5000 tỷ đồng ~ thu nội địa"],
    ),
]
NAMES = [
    (
        "Giảm từ 3% đến 6% số vụ, số người chết và số người bị thương do đuối nước trên địa bàn toàn tỉnh so với năm 2024.",
        ["decrease 3..6 % b2024"],
    ),
    (
        "Giảm 15% số cuộc họp và ít nhất 25% văn bản giấy so với năm 2024.",
        ["decrease 15 % b2024", "decrease ge 25 % b2024 ~ văn bản giấy"],
    ),
    (
        "Số văn bản trễ hạn của mỗi phòng không quá 03 văn bản/tháng.",
        ["le 3 văn bản per P1M each ~ Số văn bản trễ hạn của mỗi phòng"],
    ),
    ("Tỷ suất mắc bệnh không quá 4 ca/1.000 phụ nữ.", ["le 4 ca/1.000 phụ nữ"]),
    (
        "Đạt 30 giường bệnh, 9,5 bác sĩ và 2,5 dược sĩ trên 10.000 dân.",
        ["eq 30 giường bệnh/10.000 dân", "eq 9.5 bác sĩ/10.000 dân", "eq 2.5 dược sĩ/10.000 dân"],
    ),
    (
        "Thu hoạch xong tối thiểu 85% diện tích ngô đã chín trước 10 giờ ngày 20/9.",
        ["ge 85 % ~ Thu hoạch xong diện tích ngô đã chín ! ..2025-09-20"],
    ),
    ("85% xóm đạt danh hiệu “Xóm văn hóa”.", ["eq 85 % ~ xóm đạt danh hiệu “Xóm văn hóa”"]),
    (
        "Hoàn thành nhựa hóa 100% đường liên xóm.",
        ["eq 100 % ~ Hoàn thành nhựa hóa đường liên xóm"],
    ),
    ("Thủy sản đóng góp trên 15% GRDP.", ["gt 15 % ~ Thủy sản đóng góp GRDP"]),
    (
        "Tập huấn kỹ năng khám bệnh, chữa bệnh đối với 100% trạm y tế.",
        ["eq 100 % ~ Tập huấn kỹ năng khám bệnh, chữa bệnh đối với trạm y tế"],
    ),
    (
        "Hoàn thành xuất sắc nhiệm vụ không quá 15%.",
        ["le 15 % ~ Hoàn thành xuất sắc nhiệm vụ"],
    ),
    (
        "Bảo đảm 100% tàu cá (850 phương tiện với 4.200 lao động) vào bờ.",
        ["eq 100 % ~ tàu cá"],
    ),
]
WHOM_IT_IS_FOR = [
    (
        "90% hộ kinh doanh, 80% hợp tác xã và 100% doanh nghiệp mở tài khoản ngân hàng.",
        [
            "eq 90 % ~ mở tài khoản ngân hàng @ hộ kinh doanh",
            "eq 80 % ~ mở tài khoản ngân hàng @ hợp tác xã",
            "eq 100 % ~ mở tài khoản ngân hàng @ doanh nghiệp",
        ],
    ),
    (
        "100% xã có nhà văn hóa, 90% thôn có sân thể thao.",
        ["eq 100 % ~ xã có nhà văn hóa", "eq 90 % ~ thôn có sân thể thao"],
    ),
    (
        "Thu hồi trên 70% về việc và trên 40% về tiền.",
        ["gt 70 % ~ Thu hồi về việc", "gt 40 % ~ Thu hồi về tiền"],
    ),
    (
        "Đối với dự án chuyển tiếp, giải ngân ít nhất 80%; đối với dự án mới, giải ngân ít nhất 60%.",
        ["ge 80 % ~ giải ngân @ dự án chuyển tiếp", "ge 60 % ~ giải ngân @ dự án mới"],
    ),
]
UNDER_A_CHANGE = [
    (
        "Giảm mức tiêu hao điện bình quân so với giai đoạn 2021 - 2024: ngành giấy tối thiểu 9,5%; ngành nhựa từ 12 - 14%; 100% cơ sở được kiểm toán.",
        [
            "decrease ge 9.5 % ~ mức tiêu hao điện bình quân @ ngành giấy",
            "decrease 12..14 % ~ mức tiêu hao điện bình quân @ ngành nhựa",
            "eq 100 % ~ cơ sở được kiểm toán",
        ],
    ),
    (
        "Giảm mức tiêu hao điện so với năm 2024:\n- Ngành giấy: tối thiểu 9,5%;\n- Ngành nhựa: 12 - 14%.",
        ["decrease ge 9.5 % b2024 ~ Ngành giấy", "decrease 12..14 % b2024 ~ Ngành nhựa"],
    ),
]
FROM_RANK_TO_RANK = [
    ("Xếp hạng PCI từ vị trí 40 lên vị trí 30.", ["rank le 30 v40 ~ Xếp hạng PCI"]),
    ("PCI tăng từ hạng 40 lên hạng 30.", ["rank le 30 v40 ~ PCI"]),
    ("Chỉ số CCHC từ hạng 40 năm 2024 lên hạng 30.", ["rank le 30 b2024 v40 ~ Chỉ số CCHC"]),
    ("Cải thiện thứ hạng PAPI từ 40 lên 30.", ["rank le 30 v40 ~ thứ hạng PAPI"]),
]


@pytest.mark.parametrize(
    ("passage", "expected"),
    [
        *PAST_YEARS,
        *WHAT_IS_DONE,
        *WHOM_IT_IS_ASKED_OF,
        *LEADS_OF_CHANGES,
        *OBJECTS_WITH_COMMAS,
        *UNDER_A_CHANGE,
        *FROM_RANK_TO_RANK,
        *BEHIND_THE_NOUN,
        *SO_MANY_OF_ALL,
        *GOES_WITH_THE_FIRST,
        *A_PART_SINGLED_OUT,
        *NAMES,
        *WHOM_IT_IS_FOR,
    ],
)
@pytest.mark.parametrize("heading", ["I. MỤC TIÊU", "II. NHIỆM VỤ"])
def test_reads(heading: str, passage: str, expected: list[str]) -> None:
    check_reads(heading, passage, expected)


def test_a_comparison_without_goals_above_tells_a_result() -> None:
    assert targets("So với năm 2024, số hồ sơ tăng 12%; tỷ lệ trễ hạn là 3%.", "I. ĐẶC ĐIỂM") == []


@pytest.mark.parametrize(
    "passage",
    [
        "Ban quản lý có tỷ lệ giải ngân đến ngày 30/9/2025 dưới 40% sẽ bị xem xét điều chuyển vốn.",
        "Xóm đạt từ 95 điểm trở lên theo bộ tiêu chí được thưởng 10 triệu đồng.",
        "Cơ sở vi phạm bị tạm đình chỉ hoạt động không quá 20 ngày theo điểm b khoản 3 Điều 9.",
        "Người dân nộp hồ sơ trực tuyến được giảm 30% phí, lệ phí theo Nghị quyết của tỉnh.",
        "Người bệnh được quỹ chi trả 80%, người có công được chi trả 100% chi phí.",
        "Kỳ họp biểu quyết thông qua với 45/45 phiếu, đạt 100%.",
        "Người có hành vi bạo lực bị xử phạt từ 10 triệu đồng đến 20 triệu đồng.",
        "Doanh nghiệp chậm nộp từ 60 ngày trở lên bị tính lãi 0,03%/ngày.",
        "Lượng mưa phổ biến 150 - 250 mm, có nơi trên 300 mm.",
        "Bố trí tối thiểu 1,5 tỷ đồng từ nguồn tăng thu để sửa trường.",
        "Cơ sở có dưới 10 lao động được miễn thẩm định thực tế.",
        "Thời gian tổ chức 02 ngày.",
        "Kiến nghị Trung ương hỗ trợ 60% vốn; tỉnh bố trí đủ 40% còn lại.",
        "Dự báo đỉnh lũ ở mức 4,6 - 4,9 m; khoảng 1.100 hộ phải di dời.",
        "Hỗ trợ 30 triệu đồng/hộ đối với nhà hư hỏng trên 60%.",
        "Từ nay đến cuối năm chỉ còn 02 tháng, khối lượng việc còn lại chiếm trên 25% kế hoạch.",
        "Ưu tiên bố trí vốn cho các dự án có khả năng giải ngân trên 85%.",
        "Hiện toàn xã có 118 hộ nghèo, chiếm 3,1%.",
        "Số người nghiện tăng 32 người (tăng 2,9%) so với cùng kỳ; tỷ lệ tái nghiện còn 70%.",
        "Đóng cống khi độ mặn trên 1‰.",
        "Công dân tuổi đời từ 18 đến 25 được gọi khám sức khỏe theo quy định hiện hành.",
        "Về tình hình chung: 9 tháng đầu năm, kim ngạch đạt 1,2 tỷ USD, bằng 78% kế hoạch.",
        "Hội trường tối thiểu 90 chỗ ngồi thì được hỗ trợ thiết bị với mức không quá 70 triệu đồng.",
        "Cử cán bộ giúp đỡ các thôn có tỷ lệ hộ nghèo từ 35% trở lên.",
        "Địa phương có tỷ lệ bỏ trốn từ 25% trở lên sẽ bị tạm dừng tuyển chọn.",
        "Tỷ lệ lao động có bằng cấp mới đạt 27,5% (mục tiêu 31%).",
    ],
)
@pytest.mark.parametrize("heading", ["I. MỤC TIÊU", "II. NHIỆM VỤ"])
def test_is_no_target(passage: str, heading: str) -> None:
    assert shown(targets(passage, heading)) == []


def test_the_result_of_a_half_year_is_no_target() -> None:
    (target,) = targets("Kết quả 6 tháng đầu năm đạt 40%, phấn đấu cả năm đạt 97%.")
    assert agrees("eq 97 % ! 2025-01-01..2025-12-31", target), shown([target])


def test_the_people_whose_land_is_taken_are_no_offenders() -> None:
    (target,) = targets("100% hộ bị thu hồi đất được tái định cư.")
    assert target.threshold.value == 100


@pytest.mark.parametrize(
    "passage",
    [
        "Kinh tế tăng 8%, hộ khá 2%.",
        "Giá trị sản xuất tăng 8%, trong đó nông nghiệp 3%, công nghiệp 12%.",
    ],
)
def test_a_verb_of_the_first_subject_is_doubted_for_the_next(passage: str) -> None:
    first, *others = targets(passage)
    assert first.doubts == ()
    assert all("unclear_threshold" in target.doubts for target in others), others


def test_a_part_named_in_a_bracket_is_doubted() -> None:
    _, part = targets("Tỷ lệ phá án đạt 85% (án rất nghiêm trọng đạt 95%).")
    assert agrees("eq 95 % ~ Tỷ lệ phá án @ án rất nghiêm trọng", part), shown([part])
    assert "perhaps_no_target" in part.doubts
    (alone,) = targets("Tỷ lệ phá án đạt 85% (kế hoạch đạt 80%).")
    assert alone.threshold.value == 85


def test_a_share_tied_to_a_range_of_change_changes_too() -> None:
    first, second = targets("Phấn đấu giảm từ 8 - 12% số vụ cháy và 15% thiệt hại về tài sản.")
    assert agrees("decrease 8..12 % ~ số vụ cháy", first), shown([first])
    assert agrees("decrease 15 % ~ thiệt hại về tài sản", second), shown([second])
    assert "unclear_threshold" in second.doubts


def test_a_year_to_come_is_no_plain_baseline() -> None:
    (target,) = targets("Tỷ lệ lao động qua đào tạo đạt 71% (năm 2028 đạt 66%).")
    assert "unclear_threshold" in target.doubts


def test_a_group_to_leave_is_doubted() -> None:
    (target,) = targets("Phấn đấu ra khỏi nhóm 05 huyện có tỷ lệ hộ nghèo cao nhất tỉnh.")
    assert "unclear_threshold" in target.doubts


def test_a_place_in_a_bracket_may_have_been_reached() -> None:
    rise, *rest = targets("Chỉ số PCI tăng ít nhất 4 bậc so với năm 2024 (xếp thứ 23/63).")
    assert agrees("increase ge 4 bậc b2024 ~ Chỉ số PCI", rise), shown([rise])
    assert rest == []
    _, place = targets("Phấn đấu chỉ số PCI đạt 68 điểm (xếp thứ 15/63).")
    assert "perhaps_no_target" in place.doubts


def test_shares_under_a_change_of_a_rate_are_doubted() -> None:
    found = targets("Giảm tỷ lệ hộ nghèo: các xã vùng cao 3%, các xã còn lại 1%.")
    assert [target.threshold.value for target in found] == [3, 1]
    assert all("unclear_threshold" in target.doubts for target in found)


def test_an_object_counted_in_an_unlisted_unit_is_doubted() -> None:
    (target,) = targets("Tổ chức 02 phiên chợ.")
    assert agrees("eq 2 phiên chợ ~ Tổ chức phiên chợ", target), shown([target])
    assert "perhaps_no_target" in target.doubts


def test_conditions_under_a_heading_of_ages_are_no_targets() -> None:
    passage = "Chiều cao từ 1,57 m trở lên; cân nặng từ 43 kg trở lên."
    assert targets(passage, "III. TIÊU CHUẨN, ĐỘ TUỔI") == []


def test_a_clause_that_is_a_deed_and_a_count_is_doubted_under_goals() -> None:
    first, second, third = targets(
        "Giao quân 40 công dân, trong đó Quân đội 33 công dân, Công an 07 công dân."
    )
    assert agrees("eq 40 công dân ~ Giao quân công dân", first), shown([first])
    assert agrees("eq 33 công dân ~ Quân đội", second), shown([second])
    assert agrees("eq 7 công dân ~ Công an", third), shown([third])
    assert "perhaps_no_target" in first.doubts
    *_, grants = targets("Số quỹ đạt 1,2 tỷ đồng; trao 280 suất học bổng.")
    assert agrees("eq 280 suất ~ trao suất học bổng", grants), shown([grants])
    _, spent = targets("Công suất phòng đạt 60%; mức chi tiêu bình quân 1,7 triệu đồng/khách.")
    assert agrees("eq 1.7 triệu đồng/khách ~ mức chi tiêu bình quân", spent), shown([spent])
    (listed,) = targets("Xếp hạng 01 di tích quốc gia đặc biệt.")
    assert listed.threshold.kind == "level"
    assert targets("Trên địa bàn phường hiện nay gồm 14 khu phố, 9.200 người.") == []


def test_all_of_what_a_change_goes_on_to_is_doubted() -> None:
    *_, all_of_it = targets("Giảm tối thiểu 25% số vụ và 100% số vụ cháy lớn.")
    assert all_of_it.threshold.value == 100
    assert "unclear_threshold" in all_of_it.doubts


def test_what_stands_behind_a_deed_told_is_no_target() -> None:
    *told, goal = targets(
        "Có 31 xã, phường đã triển khai, đạt 33,7%; phấn đấu có thêm ít nhất 25 xã."
    )
    assert agrees("ge 25 xã", goal), shown([goal])
    assert all(target.threshold.unit != "%" for target in told)


def test_a_change_over_a_comma_with_the_same_comparator_is_doubted() -> None:
    first, second = targets("Giảm số vụ cháy ≥ 5%, số người chết ≥ 7%.")
    assert agrees("decrease ge 5 % ~ số vụ cháy", first), shown([first])
    assert agrees("decrease ge 7 % ~ số người chết", second), shown([second])
    assert first.doubts == ()
    assert "unclear_threshold" in second.doubts
    _, level = targets("Giảm tỷ lệ hộ nghèo ≥ 1%, tỷ lệ hộ dùng nước sạch ≥ 95%.")
    assert agrees("ge 95 % ~ tỷ lệ hộ dùng nước sạch", level), shown([level])


def test_an_adjective_that_the_vocabulary_lacks_is_doubted() -> None:
    (target,) = targets("Tốc độ xử lý hồ sơ nhanh hơn 20% so với quy định.")
    assert "unclear_threshold" in target.doubts


@pytest.mark.parametrize(
    "passage",
    [
        "1. Tỷ lệ hồ sơ trực tuyến đạt 70,5%, thấp hơn bình quân cả nước 7 điểm phần trăm.",
        "- Một số đơn vị đạt kết quả cao như: Sở Y tế (97,2%), Sở Tư pháp (96,5%).",
        "1. Du lịch phục hồi mạnh, đón 1,9 triệu lượt khách, tăng 16%.",
        "1. Giải quyết việc làm cho lao động đạt 76% kế hoạch năm.",
        "1. Kinh tế tiếp tục tăng trưởng, công nghiệp tăng 9,1%, dịch vụ tăng 8,3%.",
        "1. Số thu tiền sử dụng đất đạt 980 tỷ đồng, mới bằng 49% dự toán; chi vượt 4% dự toán.",
    ],
)
def test_what_sounds_told_is_doubted_in_a_list_without_goals(passage: str) -> None:
    found = targets(passage, "1. Nội dung")
    assert found
    assert all(target.doubts for target in found), [t.doubts for t in found]


def test_a_date_in_a_sentence_before_the_lead_is_no_due() -> None:
    (target,) = targets(
        "Đến ngày 28/3/2025, toàn tỉnh mới giải ngân được 9%. Sở Tài chính đề nghị các đơn vị:\n\n"
        "1. Thời gian kiểm soát hồ sơ tại Kho bạc không quá 03 ngày làm việc.",
        "",
    )
    assert target.due is None


@pytest.mark.parametrize(
    "passage",
    [
        "Tối thiếu 84% hộ dân tham gia.",
        "Tỷ lệ tái nghèo không qúa 4%.",
        "Xây dựng ít nhât 03 mô hình.",
        "Tỷ lệ trẻ em đi học đúng tuổi đạt 98 ,5%.",
    ],
)
def test_misspelt_comparators_and_torn_numbers_are_doubted(passage: str) -> None:
    (target,) = targets(passage)
    assert "unclear_threshold" in target.doubts


def test_how_long_something_lasts_is_no_target() -> None:
    assert not targets(
        "- Phân công đại biểu phát biểu hưởng ứng cuộc thi (thời gian không quá 5 phút)."
    )
    (found,) = targets("Rút ngắn thời gian chờ khám (thời gian không quá 15 phút).")
    assert found.threshold.value == 15
