"""Sentences with numbers that nobody must reach: results, conditions, money, dates."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tests.forge import numerals
from tests.forge.parties import place
from tests.forge.sentences import rate

_DEEDS_DONE = (
    ("tổ chức", "lớp tập huấn"),
    ("xây dựng", "mô hình tự quản"),
    ("thành lập", "hợp tác xã"),
    ("trồng mới được", "ha rừng"),
    ("kiểm tra", "đơn vị"),
)
_PERIODS_PAST = ("Năm {}", "Tính đến ngày 31/12/{}", "Tính đến hết năm {}", "Kết quả năm {}")


def _share(random: Random) -> str:
    return numerals.printed(numerals.drawn(random, 20, 99, 1)) + "%"


def result(random: Random, year: int) -> str:
    when = random.choice(_PERIODS_PAST).format(year - 1)
    reached = random.choice(("đạt", "đã đạt", "đạt trên", "ước đạt"))
    tail = random.choice(
        ("", f", tăng {random.randint(2, 20)}% so với năm {year - 2}", ", xếp thứ 4/11 huyện")
    )
    return f"{when}, {rate(random)} {reached} {_share(random)}{tail}."


def done(random: Random, year: int) -> str:
    verb, what = random.choice(_DEEDS_DONE)
    number = numerals.count(random, random.randint(2, 80))
    lead = random.choice(
        (f"Năm {year - 1}, toàn huyện đã", "Đến nay, huyện đã", "Thời gian qua, các đơn vị đã")
    )
    return f"{lead} {verb} {number} {what}, tỷ lệ hoàn thành đạt {_share(random)}."


def compared(random: Random, year: int) -> str:
    number = numerals.printed(random.randint(20, 4000))
    share = random.randint(2, 30)
    return random.choice(
        (
            f"So với năm {year - 1}, số hồ sơ tiếp nhận tăng {number} hồ sơ (tăng {share}%).",
            f"Số vụ cháy năm {year - 1} tăng {share} vụ so với năm {year - 2}.",
            f"So với cùng kỳ năm trước, thu ngân sách tăng {share}%.",
            f"{rate(random).capitalize()} còn thấp, mới đạt {_share(random)}.",
            f"Tuy nhiên, vẫn còn {share:02} đơn vị có tỷ lệ hồ sơ trễ hạn trên 5%.",
        )
    )


def condition(random: Random, year: int) -> str:
    share = numerals.printed(random.randint(50, 95)) + "%"
    late = random.randint(2, 9)
    return random.choice(
        (
            f"Không xét thi đua đối với đơn vị có {rate(random)} dưới {share}.",
            f"Trường hợp tỷ lệ hồ sơ trễ hạn trên {late}%, người đứng đầu phải kiểm điểm.",
            f"Nếu để trên {late:02} hồ sơ trễ hạn trong tháng, người đứng đầu phải giải trình.",
            f"Đơn vị đạt từ {share} chỉ tiêu trở lên được đề nghị khen thưởng.",
            f"Đơn vị có tỷ lệ giải ngân dưới {share} thì bị điều chuyển vốn.",
            f"Khen thưởng các xã có {rate(random)} đạt từ {share} trở lên.",
            f"Đơn vị để tỷ lệ hồ sơ quá hạn trên {late}% phải giải trình bằng văn bản.",
            f"Dự án có tỷ lệ giải ngân dưới {share} thì cắt giảm kế hoạch vốn.",
        )
    )


def money(random: Random, year: int) -> str:
    amount, part = random.randint(20, 900), random.randint(2, 19)
    return random.choice(
        (
            f"Tổng kinh phí thực hiện Kế hoạch là {amount} triệu đồng.",
            f"Kinh phí thực hiện: {amount} triệu đồng từ nguồn ngân sách huyện.",
            f"Dự toán chi năm {year} là {amount} tỷ đồng, trong đó chi đầu tư {part} tỷ đồng.",
            f"Nguồn vốn: ngân sách tỉnh 60%, ngân sách huyện {part}%, còn lại xã hội hóa.",
            f"Mức hỗ trợ tối đa {part} triệu đồng/hộ.",
            f"Mức chi: {amount}.000 đồng/người/ngày.",
            f"Tổng mức đầu tư của dự án trên {amount} tỷ đồng.",
        )
    )


def existing(random: Random, year: int) -> str:
    count, other = random.randint(8, 30), random.randint(60, 240)
    return random.choice(
        (
            f"Toàn huyện hiện có {count} xã, thị trấn với {other} thôn.",
            f"Huyện {place(random)} hiện có {count} trường mầm non, {count + 3} trường tiểu học.",
            f"Hiện nay, toàn tỉnh có {other} trạm y tế, {count} bệnh viện.",
            f"Kế hoạch gồm {count:02} nhiệm vụ và 02 phụ lục kèm theo.",
            f"Thực hiện tốt {count:02} chỉ tiêu liên quan đến cải cách hành chính.",
            f"Theo số liệu thống kê, dân số toàn huyện là {other}.450 người.",
            f"Hội đồng thẩm định gồm {count:02} thành viên.",
        )
    )


def named(random: Random, year: int) -> str:
    day, month = random.randint(1, 28), random.randint(3, 12)
    number = random.randint(3, 900)
    return random.choice(
        (
            f"Báo cáo kết quả về Phòng Nội vụ trước ngày {day:02}/{month:02}/{year}.",
            f"Theo khoản {day % 9 + 1} Điều {day} Nghị định số {number}/{year - 1}/NĐ-CP.",
            "Cung cấp dịch vụ công trực tuyến mức độ 4 trên Cổng dịch vụ công quốc gia.",
            f"Số điện thoại liên hệ: 0263.3{day + 100}.{number % 900 + 100}.",
            f"Thực hiện Công văn số {number}/SNV-CCHC ngày {day:02}/{month:02}/{year - 1}.",
            f"Thời gian thực hiện: từ ngày 01/{month:02}/{year} đến ngày {day:02}/12/{year}.",
            f"Cuộc họp diễn ra lúc 8 giờ 00 phút, ngày {day} tháng {month} năm {year}.",
        )
    )


def example(random: Random, year: int) -> str:
    count = random.randint(20, 90)
    return random.choice(
        (
            f"Ví dụ: đơn vị A có 100 hồ sơ, trong đó {count} hồ sơ đúng hạn thì tỷ lệ là {count}%.",
            "Tỷ lệ hồ sơ trực tuyến (%) = Số hồ sơ trực tuyến / Tổng số hồ sơ x 100%.",
            f"Đạt từ {count} điểm trở lên: xếp loại tốt.",
            f"Hoàn thành vượt tiến độ được cộng {count % 9 + 1:02} điểm.",
            "Mỗi hồ sơ trễ hạn bị trừ 0,5 điểm.",
        )
    )


Trap = Callable[[Random, int], str]
#: What may stand under any heading of a plan or letter.
ANYWHERE: tuple[Trap, ...] = (result, done, compared, condition, existing, named)
KINDS: tuple[Trap, ...] = (*ANYWHERE, money, example)


def trap(random: Random, year: int) -> str:
    """A sentence without a target that needs no heading to say so."""
    return random.choice(KINDS)(random, year)


def reached(random: Random, year: int) -> str:
    """What reads like a goal, and is none where a heading above it speaks of results."""
    verb, what = random.choice(_DEEDS_DONE)
    number = numerals.count(random, random.randint(2, 80))
    named = rate(random)
    return random.choice(
        (
            f"{named[0].upper()}{named[1:]} đạt {_share(random)}",
            f"{named[0].upper()}{named[1:]} đạt trên {_share(random)}",
            f"{_share(random)} {named.removeprefix('tỷ lệ ')}",
            f"{verb[0].upper()}{verb[1:]} {number} {what}",
            f"Thu ngân sách đạt {number} tỷ đồng, tăng {random.randint(2, 20)}%",
            f"Tỷ lệ hộ nghèo giảm còn {numerals.printed(random.randint(11, 59) / 10)}%",
        )
    )
