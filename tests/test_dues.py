"""The grammar of time: time cells, running sentences, titles and column headings."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.dues import column_period, due, dues_in, every, horizon, is_comparison
from extract.model import Due
from extract.vocabulary import rows

YEAR = 2024


def printed(stated: Due | None) -> str:
    """``start/end`` with ``..`` for an open side, the durations, or the kind."""
    if stated is None:
        return ""
    if stated.kind == "fixed":
        return f"{stated.start or '..'}/{stated.end or '..'}"
    return " ".join(stated.every) or stated.kind


def cell(phrase: str, year: int | None = YEAR) -> str:
    reading = due(phrase, year)
    return printed(reading.due) + ("" if reading.certain else "?")


def heading(words: str, year: int | None = YEAR) -> str:
    if is_comparison(words):
        return "comparison"
    period = column_period(words, year)
    return f"{period.kind} {printed(period.due)}" if period else ""


def sentence(words: str, year: int | None = YEAR) -> str:
    return " ".join(printed(stated) for stated, _, _ in dues_in(words, year))


# --------------------------------------------------------------------------- the rows' examples

_OF_HEADINGS = {"plan", "actual", "last", "column", "comparison", "against"}
_OF_SENTENCES = {"past", "vision", "paper", "strive", "rate"}


@pytest.mark.parametrize(
    ("kind", "phrase", "expected"),
    [
        (row["kind"], phrase, expected)
        for row in rows("periods")
        for phrase, expected in row["examples"].items()
    ],
)
def test_every_example_of_every_row(kind: str, phrase: str, expected: str) -> None:
    read = heading if kind in _OF_HEADINGS else sentence if kind in _OF_SENTENCES else cell
    assert read(phrase) == expected


def test_every_row_has_examples() -> None:
    assert all(row["examples"] for row in rows("periods"))


def test_no_word_stands_twice_in_a_kind() -> None:
    words = [
        (row["kind"], w) for row in rows("periods") for w in (row["word"], *row.get("also", ()))
    ]
    assert len(words) == len(set(words))


# --------------------------------------------------------------------------- time cells

FIXED = {
    "Quý II/2024": "2024-04-01/2024-06-30",
    "Quý II năm 2025": "2025-04-01/2025-06-30",
    "Quý I": "2024-01-01/2024-03-31",
    "Quý 2": "2024-04-01/2024-06-30",
    "quý 4/2025": "2025-10-01/2025-12-31",
    "Quý III, IV": "2024-07-01/2024-12-31",
    "Quý II-III/2025": "2025-04-01/2025-09-30",
    "Quý III và Quý IV/2024": "2024-07-01/2024-12-31",
    "Quý IV/2024 - Quý I/2025": "2024-10-01/2025-03-31",
    "Từ quý II đến quý IV năm 2024": "2024-04-01/2024-12-31",
    "Trong quý I": "2024-01-01/2024-03-31",
    "Hết quý II": "../2024-06-30",
    "Cuối quý III": "../2024-09-30",
    "Đến quý II/2025": "../2025-06-30",
    "Tháng 02": "2024-02-01/2024-02-29",
    "Tháng 02/2025": "2025-02-01/2025-02-28",
    "Tháng 5/2024": "2024-05-01/2024-05-31",
    "Tháng 01 năm 2025": "2025-01-01/2025-01-31",
    "tháng 12 – 2024": "2024-12-01/2024-12-31",
    "T6/2024": "2024-06-01/2024-06-30",
    "9/2024": "2024-09-01/2024-09-30",
    "tháng 9, 10": "2024-09-01/2024-10-31",
    "Tháng 3 - 5/2024": "2024-03-01/2024-05-31",
    "Từ tháng 3 đến tháng 12/2024": "2024-03-01/2024-12-31",
    "Tháng 11/2024 - 3/2025": "2024-11-01/2025-03-31",
    "Từ tháng 11 năm 2024 đến tháng 02 năm 2025": "2024-11-01/2025-02-28",
    "Trong tháng 5/2024": "2024-05-01/2024-05-31",
    "Hoàn thành trước tháng 11/2024": "../2024-10-31",
    "Từ tháng 4 trở đi": "2024-04-01/..",
    "30/9/2025": "../2025-09-30",
    "30 /9 /2025": "../2025-09-30",
    "30.9.2025": "../2025-09-30",
    "30-9-2025": "../2025-09-30",
    "Ngày 20/10": "../2024-10-20",
    "ngày 15 tháng 12 năm 2024": "../2024-12-15",
    "Trước ngày 15/12": "../2024-12-14",
    "Trước ngày 01/01/2025": "../2024-12-31",
    "Trước ngày 15 tháng 12": "../2024-12-14",
    "Trước 15 tháng 11": "../2024-11-14",
    "trước 30/6/2025": "../2025-06-29",
    "Xong trước 15/10": "../2024-10-14",
    "Trước 10h00 ngày 15/12/2024": "../2024-12-15",
    "chậm nhất ngày 25/12": "../2024-12-25",
    "Chậm nhất là ngày 20/11/2024": "../2024-11-20",
    "Không quá ngày 30/11": "../2024-11-30",
    "đến hết ngày 20/11/2024": "../2024-11-20",
    "đến ngày 20/11/2024": "../2024-11-20",
    "Đến trước ngày 30/6/2024": "../2024-06-29",
    "01/01/2025 - 31/12/2025": "2025-01-01/2025-12-31",
    "Từ 01/3 đến 15/4/2025": "2025-03-01/2025-04-15",
    "Từ ngày 01 đến ngày 15/12/2024": "2024-12-01/2024-12-15",
    "Từ ngày 01/3/2024 đến trước ngày 15/4/2024": "2024-03-01/2024-04-14",
    "Sau ngày 01/7/2025": "2025-07-02/..",
    "Năm 2024": "2024-01-01/2024-12-31",
    "2025": "2025-01-01/2025-12-31",
    "Năm 2024 - 2025": "2024-01-01/2025-12-31",
    "2025-2030": "2025-01-01/2030-12-31",
    "Giai đoạn 2025 - 2030": "2025-01-01/2030-12-31",
    "Nhiệm kỳ 2025-2030": "2025-01-01/2030-12-31",
    "Đến năm 2025": "../2025-12-31",
    "đến 2030": "../2030-12-31",
    "Trước năm 2027": "../2026-12-31",
    "Cuối năm": "../2024-12-31",
    "Cuối năm 2025": "../2025-12-31",
    "Đến hết năm": "../2024-12-31",
    "Trong năm": "2024-01-01/2024-12-31",
    "Năm nay": "2024-01-01/2024-12-31",
    "từ năm 2025 trở đi": "2025-01-01/..",
    "6 tháng đầu năm": "2024-01-01/2024-06-30",
    "06 tháng cuối năm 2025": "2025-07-01/2025-12-31",
    "9 tháng đầu năm": "2024-01-01/2024-09-30",
    "Nửa đầu năm 2025": "2025-01-01/2025-06-30",
}
RECURRING = {
    "Hàng quý, 06 tháng, năm": "P3M P6M P1Y",
    "Định kỳ 06 tháng và cuối năm": "P6M P1Y",
    "Định kỳ 3 tháng/lần": "P3M",
    "Định kỳ hàng tháng, quý": "P1M P3M",
    "Hàng tháng": "P1M",
    "hàng tuần": "P1W",
    "Hằng năm": "P1Y",
    "Mỗi quý": "P3M",
    "01 lần/quý": "P3M",
    "2 lần/năm": "P6M",
    "Ít nhất 01 lần/năm": "P1Y",
    "Mỗi tháng ít nhất 01 lần": "P1M",
    "1 lần/6 tháng": "P6M",
    "06 tháng một lần": "P6M",
    "Báo cáo quý, 6 tháng, 9 tháng, năm": "P3M P6M P9M P1Y",
    "Tháng/quý/năm": "P1M P3M P1Y",
    "Ngày 28 tháng cuối cùng của quý": "P3M",
    "Ngày 15 của tháng cuối quý": "P3M",
    "Trước ngày 05 của tháng đầu quý sau": "P3M",
    "Trước ngày 25 hàng tháng": "P1M",
    "Trước 25 hàng tháng": "P1M",
    "Trước ngày 05 tháng sau": "P1M",
    "Trước ngày 15/12 hằng năm": "P1Y",
    "Trước ngày 15/6 và 15/12 hằng năm": "P1Y",
    "Tháng 6, tháng 12 hàng năm": "P1Y",
    "Quý I hàng năm": "P1Y",
    "Thứ Sáu hàng tuần": "P1W",
    "Hàng tháng (trước ngày 25)": "P1M",
}
OTHERS = {
    "Thường xuyên": "ongoing",
    "Nhiệm vụ thường xuyên": "ongoing",
    "Thường xuyên trong năm": "ongoing",
    "Liên tục": "ongoing",
    "Cả năm": "ongoing",
    "Theo kế hoạch": "conditional",
    "Theo quy định của tỉnh": "conditional",
    "Theo Kế hoạch số 45/KH-UBND ngày 05/3/2024": "conditional",
    "Theo tiến độ của dự án": "conditional",
    "Theo đăng ký của đơn vị": "conditional",
    "Khi có đơn thư mới": "conditional",
    "Sau khi đề án được duyệt": "conditional",
    "Ngay sau khi có văn bản của huyện": "conditional",
    "Chậm nhất 05 ngày làm việc sau khi nhận hồ sơ": "conditional",
    "Kỳ họp thường lệ giữa năm": "conditional",
    "Đột xuất theo yêu cầu": "conditional",
    "": "",
    "-": "",
    " … ": "",
}
FIRST_DECIDES = {
    "Thường xuyên khi có thay đổi về nhân sự": "ongoing",
    "Thường xuyên và theo đề xuất của các xã": "ongoing",
    "Hằng năm, theo hướng dẫn của Hội đồng": "P1Y",
    "Năm 2024 và các năm tiếp theo": "2024-01-01/2024-12-31",
    "Từ năm 2025 và các năm tiếp theo": "2025-01-01/..",
    "Duyệt danh mục trong tháng 01/2024 và lập hồ sơ sau khi xong": "2024-01-01/2024-01-31",
    "Chấm điểm xong trước ngày 15/12 và gửi báo cáo theo hướng dẫn": "../2024-12-14",
    "Quý I/2024; Quý III/2024": "2024-01-01/2024-03-31",
    "Tháng 12/2024 (theo Kế hoạch số 12/KH-UBND ngày 3/2/2023)": "2024-12-01/2024-12-31",
    "Theo kế hoạch của tỉnh, hoàn thành trong quý II/2024": "2024-04-01/2024-06-30?",
}
DOUBTFUL = {
    "31/02/2025": "?",
    "14/11/20233": "?",
    "Trước 14/11/20233": "?",
    "45/13": "?",
    "15/12/24": "?",
    "Tháng 02/24": "?",
    "Tháng 13": "?",
    "Quý V": "?",
    "Tháng 11 - tháng 02": "?",
    "Từ cuối năm 2024": "?",
    "Phòng Nội vụ": "?",
    "100%": "?",
    "Định kỳ": "?",
    "Trong quý": "?",
    "Không thường xuyên": "?",
    "Trung tâm giáo dục thường xuyên": "?",
    "Trước ngày 30/11/2024 đối với 05 xã": "../2024-11-29?",
    "Đợt 1: Quý II/2024": "2024-04-01/2024-06-30?",
    "Tuần 2 tháng 5/2024": "2024-05-01/2024-05-31?",
    "Đầu quý II": "2024-04-01/2024-06-30?",
    "Tháng sáu năm 2025": "2025-01-01/2025-12-31?",
    "Quý hai": "?",
    "20/5 và 20/11/2025": "../2024-05-20?",
    "06 tháng": "P6M?",
    "2 lần/tháng": "P1M?",
    "Năm học 2024 - 2025": "conditional?",
}


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        item
        for table in (FIXED, RECURRING, OTHERS, FIRST_DECIDES, DOUBTFUL)
        for item in table.items()
    ],
)
def test_a_time_cell(phrase: str, expected: str) -> None:
    assert cell(phrase) == expected


def test_the_text_is_kept_whole() -> None:
    stated = due("  Thường xuyên, báo cáo theo quý ", YEAR).due
    assert stated is not None
    assert stated.text == "Thường xuyên, báo cáo theo quý"


@pytest.mark.parametrize("phrase", ["Quý I", "Trước ngày 15/12", "Tháng 6", "Cuối năm"])
def test_no_year_is_invented(phrase: str) -> None:
    assert cell(phrase, None) == "?"


@pytest.mark.parametrize("phrase", ["Quý I/2025", "30/9/2025", "Hàng quý", "Thường xuyên"])
def test_a_printed_year_needs_no_other(phrase: str) -> None:
    assert cell(phrase, None) == cell(phrase, YEAR)


# --------------------------------------------------------------------------- running sentences


@pytest.mark.parametrize(
    ("words", "expected"),
    {
        "Phấn đấu cuối năm 2025, tỷ lệ hộ nghèo còn 1,5%.": "../2025-12-31",
        "Đến năm 2025, 100% đạt chuẩn; đến năm 2030 có 5 xã mẫu.": "../2025-12-31 ../2030-12-31",
        "Đến hết năm 2025 có 80% hồ sơ trực tuyến.": "../2025-12-31",
        "Rà soát xong 100% thủ tục trước ngày 15/12.": "../2024-12-14",
        "Trong quý II, số hóa 100% hồ sơ.": "2024-04-01/2024-06-30",
        "Đến tháng 6/2025 đạt 60%.": "../2025-06-30",
        "Nâng lên 50% vào cuối năm 2025.": "../2025-12-31",
        "Hằng năm, giảm 1,5% số hộ nghèo.": "P1Y",
        "Định kỳ hàng quý kiểm tra 30% đơn vị.": "P3M",
    }.items(),
)
def test_a_due_in_a_sentence(words: str, expected: str) -> None:
    assert sentence(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Thực hiện Quyết định số 131/QĐ-UBND ngày 23/01/2024, tỷ lệ đạt 50%.",
        "Năm 2024 đạt 90%, tăng 5% so với năm 2023.",
        "Giai đoạn 2021 - 2025 đạt 60%.",
        "Từ năm 2021 đến năm 2025 đạt 60%.",
        "Tính đến ngày 30/8/2024, toàn xã đạt 70%.",
        "Trong năm 2024 đạt 90%.",
        "Từ 30% đến 2/3 số thôn.",
        "Bình quân hằng năm giảm 1,5%.",
        "Mỗi năm giảm 1%.",
        "Chi trả trợ cấp hàng tháng cho 100% đối tượng.",
        "Theo Chương trình phát triển nhà ở đến năm 2025, tỷ lệ đạt 50%.",
        "Đến năm 2022 có 5 xã đạt chuẩn.",
        "Cấp nước cho đến 2030 hộ dân.",
        "Đến năm 2025 và năm 2030 đạt 60% và 80%.",
        "Đến cuối năm học 2024 - 2025 đạt 90%.",
        "Báo cáo tại kỳ họp cuối năm 2025.",
    ],
)
def test_no_due_in_a_sentence(words: str) -> None:
    assert not dues_in(words, YEAR)


def test_the_span_of_a_due() -> None:
    words = "Phấn đấu đến hết năm 2025, 80% hộ có nước sạch."
    [(stated, start, end)] = dues_in(words, YEAR)
    assert words[start:end] == stated.text == "đến hết năm 2025"


# --------------------------------------------------------------------------- titles and columns


@pytest.mark.parametrize(
    ("title", "end"),
    {
        "Mục tiêu đến năm 2030": "2030-12-31",
        "BỘ TIÊU CHÍ XÃ KIỂU MẪU ĐẾN NĂM 2025": "2025-12-31",
        "Chỉ tiêu đến cuối năm 2025": "2025-12-31",
        "Chỉ tiêu đến hết năm 2025": "2025-12-31",
        "Chỉ tiêu đến ngày 30/6/2025": "2025-06-30",
        "Mục tiêu đến năm 2030, tầm nhìn đến năm 2045": "2030-12-31",
        "Định hướng đến năm 2030": "2030-12-31",
        "Chỉ tiêu đến năm 2025 (Kèm theo Quyết định số 12/QĐ-UBND ngày 05/3/2024)": "2025-12-31",
        "Kế hoạch giai đoạn 2021 - 2025, định hướng đến năm 2030": None,
        "Kế hoạch năm 2025": None,
        "Kế hoạch năm 2025 thực hiện Chiến lược đến năm 2030": None,
        "Từ năm 2021 đến năm 2030": None,
        "Mục tiêu đến năm 2025 và năm 2030": None,
        "Triển khai Nghị quyết số 57-NQ/TW đến năm 2030": None,
        "Tổ chức thực hiện": None,
    }.items(),
)
def test_the_horizon_of_a_title(title: str, end: str | None) -> None:
    stated = horizon(title, YEAR)
    assert (stated.start, stated.end) == (None, end) if stated else end is None


@pytest.mark.parametrize(
    ("words", "expected"),
    {
        "Kế hoạch năm 2025": "plan 2025-01-01/2025-12-31",
        "Mục tiêu đến năm 2030": "plan ../2030-12-31",
        "Năm 2025": "plan 2025-01-01/2025-12-31",
        "2025": "plan 2025-01-01/2025-12-31",
        "KH 2024": "plan 2024-01-01/2024-12-31",
        "Quý I/2025": "plan 2025-01-01/2025-03-31",
        "6 tháng đầu năm 2025": "plan 2025-01-01/2025-06-30",
        "Giai đoạn 2026-2030": "plan 2026-01-01/2030-12-31",
        "Kế hoạch thực hiện năm 2025": "plan 2025-01-01/2025-12-31",
        "Thực hiện năm 2024": "actual 2024-01-01/2024-12-31",
        "Ước TH 2024": "actual 2024-01-01/2024-12-31",
        "TH2023": "actual 2023-01-01/2023-12-31",
        "Kết quả thực hiện kế hoạch năm 2024": "actual 2024-01-01/2024-12-31",
        "Hiện trạng 2020": "actual 2020-01-01/2020-12-31",
        "Năm 2022": "actual 2022-01-01/2022-12-31",
        "So sánh (%)": "comparison",
        "KH 2025/TH 2024 (%)": "comparison",
        "2025/2024": "comparison",
        "Tăng, giảm (%)": "comparison",
        "Kế hoạch 2025 so với thực hiện 2024": "comparison",
        "Kết quả": "",
        "Cơ quan thực hiện": "",
        "Thời gian hoàn thành năm 2025": "",
        "Tốc độ tăng trưởng (%)": "",
    }.items(),
)
def test_the_period_of_a_column(words: str, expected: str) -> None:
    assert heading(words) == expected


def test_the_year_of_a_column() -> None:
    one, more = column_period("Kế hoạch năm 2025", YEAR), column_period("Giai đoạn 2026-2030", YEAR)
    assert one is not None
    assert one.year == 2025
    assert more is not None
    assert more.year is None


@pytest.mark.parametrize(
    ("phrase", "expected"),
    {
        "/năm": "P1Y",
        "/ tháng": "P1M",
        "mỗi năm": "P1Y",
        "hàng tháng": "P1M",
        "trong 1 quý": "P3M",
        "bình quân hằng năm": "P1Y",
        "mỗi 6 tháng": "P6M",
        "năm": None,
        "/người": None,
        "trong năm 2024": None,
        "": None,
    }.items(),
)
def test_the_interval_of_a_rate(phrase: str, expected: str | None) -> None:
    assert every(phrase) == expected


# --------------------------------------------------------------------------- any text at all

_PIECES = st.sampled_from(
    [row["word"] for row in rows("periods")]
    + [
        "31",
        "02",
        "2024",
        "20233",
        "/",
        "-",
        ",",
        ".",
        "(",
        "đến",
        "ngày",
        "Quý",
        "II",
        "đầu năm",
        "%",
    ]
)
_ANYTHING = st.one_of(st.text(max_size=60), st.lists(_PIECES, max_size=12).map(" ".join))


@settings(deadline=None)
@given(_ANYTHING, st.one_of(st.none(), st.integers(1990, 2100)))
def test_no_text_raises(phrase: str, year: int | None) -> None:
    reading = due(phrase, year)
    for stated in (reading.due, horizon(phrase, year), *(d for d, _, _ in dues_in(phrase, year))):
        if stated is not None:
            days = [date.fromisoformat(day) for day in (stated.start, stated.end) if day]
            assert days == sorted(days)
            assert bool(days) == (stated.kind == "fixed")
            assert bool(stated.every) == (stated.kind == "recurring")
    assert reading.due or not reading.certain or not any(char.isalnum() for char in phrase)
    column_period(phrase, year)
    every(phrase)


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)))
def test_a_printed_date_is_read_back(day: date) -> None:
    shapes = (f"{day:%d/%m/%Y}", f"ngày {day.day} tháng {day.month} năm {day.year}")
    assert {cell(shape) for shape in shapes} == {f"../{day.isoformat()}"}
    assert cell(f"Trước ngày {day:%d/%m/%Y}") == f"../{(day - timedelta(1)).isoformat()}"
    assert cell(f"{day.day}/{day.month}", day.year) == f"../{day.isoformat()}"
