"""Sentences that demand a counted deed: so many classes, hectares, times a year."""

from __future__ import annotations

from random import Random

from tests.forge import numerals
from tests.forge.sentences import Goal, Sentence, level

#: A verb, its object with the unit in front of it, and what may follow.
_DEEDS: tuple[tuple[str, str, str, int, int], ...] = (
    ("tổ chức", "lớp", "tập huấn nghiệp vụ cho cán bộ cơ sở", 2, 30),
    ("tổ chức", "hội nghị", "đối thoại với người dân", 1, 12),
    ("mở", "lớp", "bồi dưỡng kỹ năng số", 2, 25),
    ("trồng mới", "ha", "rừng sản xuất", 15, 2400),
    ("thành lập mới", "hợp tác xã", "nông nghiệp", 2, 14),
    ("thành lập mới", "doanh nghiệp", "nhỏ và vừa", 20, 900),
    ("xây dựng", "mô hình", "trường học an toàn", 1, 15),
    ("xây dựng", "km", "đường giao thông nông thôn", 3, 140),
    ("kết nạp", "đảng viên", "mới", 5, 120),
    ("giải quyết việc làm cho", "lao động", "nông thôn", 120, 9500),
    ("đào tạo nghề cho", "lao động", "nữ", 60, 1500),
    ("hỗ trợ", "hộ nghèo", "vay vốn phát triển sản xuất", 20, 900),
    ("phát triển", "sản phẩm OCOP", "đạt từ 3 sao trở lên", 2, 20),
    ("kiểm tra", "đơn vị", "về thực hiện kỷ luật hành chính", 4, 30),
    ("lắp đặt", "camera", "an ninh tại khu dân cư", 10, 400),
    ("nâng cấp", "trạm y tế", "xã", 2, 14),
    ("bồi dưỡng", "lượt người", "về kỹ năng số", 50, 900),
    ("cấp mới", "thẻ", "bảo hiểm y tế", 100, 9000),
    ("thu hút", "dự án", "đầu tư ngoài ngân sách", 2, 30),
    ("sửa chữa", "nhà ở", "cho hộ nghèo", 5, 300),
    ("khởi công", "công trình", "thủy lợi", 1, 12),
    ("bê tông hóa", "km", "đường liên thôn", 3, 90),
    ("chuyển đổi", "ha", "đất lúa kém hiệu quả", 10, 900),
    ("in", "tờ gấp", "tuyên truyền pháp luật", 500, 20000),
    ("tuyển chọn", "học sinh", "dự thi cấp tỉnh", 10, 90),
    ("khám sức khỏe cho", "người", "cao tuổi", 100, 5000),
    ("hoàn thành", "công trình", "nước sạch tập trung", 1, 12),
    ("công nhận mới", "xã", "đạt chuẩn nông thôn mới", 1, 9),
)
_DEED = {"ge": ("ít nhất {}", "tối thiểu {}"), "gt": ("trên {}",), "eq": ("{}", "{}")}


def deed(random: Random, year: int) -> Sentence:
    """ "Trồng mới ít nhất 350 ha rừng sản xuất"."""
    verb, unit, tail, low, high = random.choice(_DEEDS)
    value = int(numerals.drawn(random, low, high))
    comparator = random.choice(("ge", "ge", "gt", "eq", "eq"))
    number = numerals.count(random, value)
    if comparator == "ge" and value in numerals.WORDS and random.random() < 0.2:
        number = numerals.WORDS[value]
    shown = random.choice(_DEED[comparator]).format(f"{number} {unit}")
    measure = unit not in ("ha", "km")
    named = f"{verb} {unit} {tail}" if measure else f"{verb} {tail}"
    words = f"{verb} {shown} {tail}"
    opening = random.choice(("", "", "", "phấn đấu "))
    return Sentence(opening + words, (Goal(words, named, level(comparator, value, unit)),))


_PAIRS = (
    ("tổ chức", ("hội nghị", "đối thoại"), ("hội thi", "tìm hiểu pháp luật")),
    ("tổ chức", ("lớp", "tập huấn chuyên sâu"), ("cuộc thi", "trực tuyến")),
    ("thành lập mới", ("doanh nghiệp", ""), ("hợp tác xã", "")),
    ("xây dựng", ("phóng sự", "truyền hình"), ("chuyên mục", "phát thanh")),
)


def two_objects(random: Random, year: int) -> Sentence:
    """ "Tổ chức 02 hội nghị đối thoại và 01 hội thi tìm hiểu pháp luật"."""
    verb, *objects = random.choice(_PAIRS)
    parts, goals = [], []
    for unit, tail in objects:
        value = random.randint(1, 40)
        noun = f"{unit} {tail}".strip()
        part = f"{numerals.count(random, value)} {noun}"
        parts.append(part)
        goals.append(Goal(part, noun, level("eq", value, unit)))
    join = random.choice((" và ", ", "))
    return Sentence(f"{verb} {join.join(parts)}", tuple(goals))


def each(random: Random, year: int) -> Sentence:
    """ "Mỗi xã xây dựng ít nhất 01 mô hình"."""
    who = random.choice(("mỗi xã", "mỗi thôn", "mỗi cơ quan, đơn vị", "mỗi trường học"))
    unit, tail = random.choice(
        (
            ("mô hình", "tự quản về môi trường"),
            ("sáng kiến", "cải cách hành chính"),
            ("câu lạc bộ", "thể dục, thể thao"),
        )
    )
    value = random.randint(1, 5)
    verb = random.choice(("có", "xây dựng"))
    words = f"{who} {verb} ít nhất {numerals.count(random, value)} {unit} {tail}"
    goal = Goal(words, f"{unit} {tail}", level("ge", value, unit, each=True))
    return Sentence(words, (goal,))


def per_year(random: Random, year: int) -> Sentence:
    """ "Mỗi năm giải quyết việc làm cho 2.500 lao động"."""
    value = numerals.drawn(random, 100, 9000)
    number = numerals.printed(value)
    verb = random.choice(("giải quyết việc làm cho", "đào tạo nghề cho"))
    words = f"mỗi năm {verb} {number} lao động nông thôn"
    named = f"{verb} lao động nông thôn"
    return Sentence(words, (Goal(words, named, level("eq", value, "lao động", per="P1Y")),))


def often(random: Random, year: int) -> Sentence:
    """ "Tổ chức đối thoại với người dân ít nhất 02 lần/năm"."""
    named = random.choice(
        ("tổ chức đối thoại với người dân", "kiểm tra việc chấp hành kỷ luật hành chính")
    )
    value = random.randint(1, 4)
    unit, per = random.choice((("năm", "P1Y"), ("quý", "P3M"), ("tháng", "P1M")))
    lead = random.choice(("ít nhất", "tối thiểu"))
    way = random.choice((f"{numerals.count(random, value)} lần/{unit}", None))
    if way is None:
        value, way = 1, f"01 {unit}/01 lần" if unit == "năm" else f"mỗi {unit} một lần"
    words = f"{named} {lead} {way}"
    return Sentence(words, (Goal(words, named, level("ge", value, "lần", per=per)),))


def placed(random: Random, year: int) -> Sentence:
    """ "Chỉ số chuyển đổi số thuộc nhóm 05 huyện dẫn đầu tỉnh"."""
    named = random.choice(("chỉ số chuyển đổi số", "chỉ số cải cách hành chính"))
    value = random.randint(2, 15)
    unit = random.choice(("huyện", "địa phương", "đơn vị"))
    within = random.choice(("tỉnh", "toàn tỉnh"))
    best = random.choice(("dẫn đầu", "đứng đầu", "cao nhất"))
    lead = random.choice(("thuộc nhóm", "nằm trong nhóm", "trong nhóm"))
    words = f"{named} {lead} {numerals.count(random, value)} {unit} {best} {within}"
    threshold = {"kind": "rank", "comparator": "le", "value": value, "unit": unit, "within": within}
    return Sentence(f"phấn đấu {words}", (Goal(words, named, threshold),))


def worded(random: Random, year: int) -> Sentence:
    """ "Xây dựng từ ba đến năm mô hình": a range in words."""
    low = random.randint(1, 4)
    high = low + random.randint(1, 3)
    unit, tail = random.choice((("mô hình", "điểm"), ("sản phẩm OCOP", "mới"), ("hợp tác xã", "")))
    shown = f"từ {numerals.WORDS[low]} đến {numerals.WORDS[high]} {unit}"
    words = f"xây dựng {shown} {tail}".strip()
    threshold = {"kind": "range", "value": low, "max": high, "unit": unit}
    return Sentence(words, (Goal(words, f"xây dựng {unit} {tail}".strip(), threshold),))
