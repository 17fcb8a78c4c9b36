"""Sentences of several clauses: numbers in words, what a comma goes on to, and what is only told
between goals."""

from __future__ import annotations

import pytest

from tests.test_prose import agrees, check_agree, check_reads, shown, targets

NUMBER_WORDS = [
    (
        "Tổ chức ba chiến dịch vệ sinh đường làng trong năm.",
        ["eq 3 chiến dịch ~ Tổ chức chiến dịch vệ sinh đường làng"],
    ),
    ("Tổ chức từ hai lớp trở lên cho nông dân.", ["ge 2 lớp"]),
    ("Mỗi chi hội kết nạp từ ba hội viên trở lên.", ["ge 3 hội viên each"]),
    ("Triển khai mô hình chính quyền địa phương hai cấp, ba khâu đột phá.", []),
]
COMMAS = [
    (
        "Thành lập từ 04 tổ trở lên, ra mắt các câu lạc bộ ở khu dân cư.",
        ["ge 4 tổ ~ Thành lập tổ"],
    ),
    (
        "100% vi phạm phát hiện qua kiểm tra bị xử lý, tỷ lệ khắc phục tồn tại đạt từ 80 - 85%.",
        [
            "eq 100 % ~ vi phạm phát hiện qua kiểm tra bị xử lý",
            "range 80..85 % ~ tỷ lệ khắc phục tồn tại",
        ],
    ),
    (
        "Khống chế tỷ lệ mắc ≤ 80/100.000 dân, ≥ 95% trường học có điểm rửa tay.",
        ["le 80 /100.000 dân ~ tỷ lệ mắc", "ge 95 % ~ trường học có điểm rửa tay"],
    ),
    (
        "Thu ngân sách tăng 8% so với ước thực hiện năm 2024; giải ngân đạt 100% kế hoạch.",
        ["increase 8 % b2024", "eq 100 % ~ giải ngân"],
    ),
    (
        "Thực hiện có hiệu quả các biện pháp, tỷ lệ hộ dùng nước sạch đạt 90%.",
        ["eq 90 % ~ tỷ lệ hộ dùng nước sạch"],
    ),
    ("Không đơn vị nào để tỷ lệ chậm đóng quá 4%.", ["le 4 % ~ tỷ lệ chậm đóng"]),
    (
        "Phấn đấu 62% học sinh đạt loại khá (năm học 2023 - 2024 là 57,3%).",
        ["eq 62 % b2024 v57.3 ~ học sinh đạt loại khá"],
    ),
    ("Tiêm nhắc cho trẻ 18 - 24 tháng tuổi đạt từ 90% trở lên.", ["ge 90 %"]),
    ("Mở 12 lớp dạy nghề dưới 03 tháng.", ["eq 12 lớp"]),
]


@pytest.mark.parametrize(("passage", "expected"), [*NUMBER_WORDS, *COMMAS])
def test_reads_each_clause(passage: str, expected: list[str]) -> None:
    check_reads("I. MỤC TIÊU", passage, expected)


@pytest.mark.parametrize(
    "passage",
    [
        "Nghị quyết được 61/61 đại biểu (đạt 100%) biểu quyết thông qua.",
        "Người thuộc hộ nghèo được giảm 50% chi phí.",
        "Bệnh viện hiện quản lý 214 người bệnh, đạt 42,8% công suất.",
        "Phun hóa chất khi chỉ số muỗi ≥ 0,5.",
        "Tỷ lệ hộ nghèo của các xã vùng cao còn cao, trên 15%.",
        "Tỷ lệ hộ nghèo ở xã vùng cao cao, trên 15%.",
        "Viên chức nghỉ việc quá 5 ngày trong tháng sẽ bị kỷ luật.",
        "Điều kiện dự tuyển: có ít nhất 03 năm kinh nghiệm, điểm trung bình từ 7,0 trở lên.",
        "Thời gian thực hiện: tối đa 24 tháng, trong đó giai đoạn 1 là 12 tháng.",
    ],
)
def test_what_is_told_or_granted_is_no_target(passage: str) -> None:
    assert shown(targets(passage)) == []


@pytest.mark.parametrize(
    ("passage", "expected"),
    [
        (
            "Phát triển mới tối thiểu 650 người đóng và 120 người nhận hỗ trợ.",
            ["ge 650 người", "ge 120 người"],
        ),
        ("Thành lập ít nhất 02 hợp tác xã, 05 tổ hợp tác.", ["ge 2 hợp tác xã", "eq 5 tổ hợp tác"]),
        (
            "Cắt giảm ít nhất 30% thời gian giải quyết, ít nhất 20% chi phí tuân thủ.",
            ["decrease ge 30 %", "decrease ge 20 %"],
        ),
    ],
)
def test_what_a_comparator_or_a_verb_may_go_on_to_is_doubted(
    passage: str, expected: list[str]
) -> None:
    found = targets(passage)
    check_agree(found, expected)
    assert "unclear_threshold" in found[-1].doubts


@pytest.mark.parametrize(
    ("passage", "doubt"),
    [
        ("Ít nhất một nửa số ấp có nhà văn hóa.", "unclear_threshold"),
        ("Thời hạn cai nghiện từ đủ 12 tháng đến 24 tháng.", "perhaps_no_target"),
        ("Đường tránh lũ có chiều rộng không dưới 3,5 m.", "perhaps_no_target"),
    ],
)
def test_what_may_mean_another_value_is_doubted(passage: str, doubt: str) -> None:
    (target,) = targets(passage)
    assert doubt in target.doubts


def test_a_community_adds_no_points() -> None:
    found = targets("Cai nghiện tại cơ sở 90 người; cai nghiện tại gia đình, cộng đồng 40 người.")
    assert [target.threshold.value for target in found] == [90, 40], shown(found)


def test_a_part_of_what_is_counted_may_be_told_in_words() -> None:
    _, part = targets("- 100% trạm y tế đạt chuẩn, trong đó có hai trạm được nâng cấp.")
    assert agrees("eq 2 trạm", part), shown([part])


@pytest.mark.parametrize(
    ("passage", "expected"),
    [
        (
            "Mỗi trường có từ 02 sáng kiến trở lên được công nhận cấp huyện, toàn ngành phấn đấu "
            "có 11 sáng kiến cấp tỉnh.",
            ["ge 2 sáng kiến each @ cấp huyện", "eq 11 sáng kiến @ cấp tỉnh"],
        ),
        (
            "Mỗi ấp tổ chức tư vấn học nghề ít nhất 02 đợt/năm.",
            ["ge 2 đợt per P1Y each ~ tổ chức tư vấn học nghề"],
        ),
        ("Uống đủ 3 lần vắc xin bại liệt: ≥ 95%.", ["ge 95 % ~ Uống đủ 3 lần vắc xin bại liệt"]),
        (
            "Phối hợp với Sở Y tế tổ chức 04 phiên giao dịch việc làm.",
            ["eq 4 phiên giao dịch"],
        ),
        (
            "90% giáo viên đạt chuẩn theo Luật Giáo dục năm 2019; 30% cán bộ có trình độ thạc sĩ.",
            ["eq 90 %", "eq 30 % ~ cán bộ có trình độ thạc sĩ"],
        ),
        (
            "Thu nhập đạt 75 triệu đồng, gấp 1,5 lần năm 2020; hộ nghèo giảm 1%/năm.",
            ["eq 75 triệu đồng", "eq 1.5 lần", "decrease 1 % per P1Y ~ hộ nghèo"],
        ),
        (
            "Hộ nghèo giảm bình quân 1,5%/năm, riêng xã vùng cao 3%/năm trở lên.",
            ["decrease 1.5 % per P1Y", "decrease ge 3 % per P1Y @ xã vùng cao"],
        ),
        (
            "Mỗi tổ chức đoàn thể có từ 01 công trình trở lên.",
            ["ge 1 công trình each ~ công trình"],
        ),
        (
            "Chi cho y tế dự phòng tối thiểu 30% ngân sách y tế.",
            ["ge 30 % ~ Chi cho y tế dự phòng ngân sách y tế"],
        ),
        (
            "Năng suất lao động tăng 7,5%/năm, đạt 180 triệu đồng/lao động.",
            [
                "increase 7.5 % per P1Y ~ Năng suất lao động",
                "eq 180 triệu đồng/lao động ~ Năng suất lao động",
            ],
        ),
        (
            "Số lần mất điện không quá 3 lần/khách hàng/năm.",
            ["le 3 lần/khách hàng per P1Y ~ Số lần mất điện"],
        ),
        (
            "Bố trí đủ giáo viên theo định mức, tỷ lệ giáo viên đạt chuẩn đạt 95%.",
            ["eq 95 % ~ tỷ lệ giáo viên đạt chuẩn"],
        ),
        (
            "Ghi nhận và xử lý 100% phản ánh của người dân.",
            ["eq 100 % ~ Ghi nhận và xử lý phản ánh của người dân"],
        ),
        (
            "Đến nay chưa có xã đạt chuẩn; năm 2026 đạt 30% số xã.",
            ["eq 30 % ! 2026-01-01..2026-12-31"],
        ),
        (
            "Thành lập thêm 06 “Tổ liên gia an toàn”, xây dựng 04 “Điểm chữa cháy công cộng”.",
            ["eq 6 Tổ", "eq 4 Điểm"],
        ),
        (
            "Kinh phí chi cho nghiên cứu và phát triển đạt 1% GRDP.",
            ["eq 1 % ~ Kinh phí chi cho nghiên cứu và phát triển"],
        ),
        ("Tinh giản biên chế ít nhất 5%.", ["decrease ge 5 % ~ biên chế"]),
        (
            "Đến nay, 85% hồ sơ đã được số hóa; thời gian tới nâng tỷ lệ này lên trên 95%.",
            ["gt 95 %"],
        ),
    ],
)
def test_reads_what_is_counted_for_whom(passage: str, expected: list[str]) -> None:
    check_agree(targets(passage), expected)


@pytest.mark.parametrize(
    ("passage", "expected"),
    [
        (
            "95% học sinh, 90% sinh viên tham gia, hoàn thành trước ngày 31/10/2025.",
            ["2025-10-30", "2025-10-30"],
        ),
        (
            "Đến tháng 9/2025 thu đạt 70% và đến tháng 12/2025 thu đạt 100% kế hoạch; tỷ lệ nợ "
            "đọng dưới 2%.",
            ["2025-09-30", "2025-12-31", None],
        ),
        (
            "Đến năm 2030, thu nhập đạt 95 triệu đồng; tỷ lệ hộ nghèo dưới 1%.",
            ["2030-12-31", "2030-12-31"],
        ),
    ],
)
def test_a_date_holds_for_its_clause_or_for_all(passage: str, expected: list[str | None]) -> None:
    assert [t.due and t.due.end for t in targets(passage)] == expected


def test_values_in_turn_are_doubted() -> None:
    found = targets("Tỷ lệ hộ, thôn đạt chuẩn văn hóa lần lượt là 85% và 75%.")
    assert all("unclear_threshold" in target.doubts for target in found)


def test_counts_of_one_list_measure_each_its_own() -> None:
    found = targets("- Toàn xã có 09 trường, gồm: 04 trường mầm non, 03 trường tiểu học.")
    assert [(t.threshold.value, t.indicator) for t in found][1:] == [
        (4, "trường mầm non"),
        (3, "trường tiểu học"),
    ], shown(found)


@pytest.mark.parametrize(
    ("passage", "expected"),
    [
        (
            "100% đường trục xã, 85% đường trục thôn và trên 60% đường ngõ được cứng hóa.",
            [
                "eq 100 % ~ đường trục xã được cứng hóa",
                "eq 85 % ~ đường trục thôn được cứng hóa",
                "gt 60 % ~ đường ngõ được cứng hóa",
            ],
        ),
        (
            "Cấp thẻ cho 100% trẻ em, 85% dân số trưởng thành có tài khoản định danh.",
            ["eq 100 %", "eq 85 % ~ dân số trưởng thành có tài khoản định danh"],
        ),
        (
            "Trên 80% cán bộ cấp xã và toàn bộ (100%) viên chức được tập huấn.",
            ["gt 80 % ~ cán bộ cấp xã", "eq 100 % ~ viên chức được tập huấn"],
        ),
        (
            "Tỷ lệ bao phủ đạt 93% trở lên; riêng thị xã An Hòa đạt 95%, các xã vùng cao giữ 98%.",
            [
                "ge 93 % ~ Tỷ lệ bao phủ",
                "eq 95 % ~ Tỷ lệ bao phủ @ thị xã An Hòa",
                "eq 98 % ~ Tỷ lệ bao phủ @ các xã vùng cao",
            ],
        ),
    ],
)
def test_shares_of_one_list_share_its_words(passage: str, expected: list[str]) -> None:
    check_reads("I. MỤC TIÊU", passage, expected)
