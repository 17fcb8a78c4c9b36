"""What forged tables are written with: headings, indicators, tasks, bodies, times."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any

Object = dict[str, Any]

# --------------------------------------------------------------------------- numbers


def printed(value: float, random: Random) -> str:
    """A number as officials write it: decimal comma, points between thousands, "05"."""
    if value != int(value):
        return f"{value:.10g}".replace(".", ",")
    whole = int(value)
    if whole < 10:
        return f"0{whole}" if random.random() < 0.5 else str(whole)
    return f"{whole:,}".replace(",", ".") if whole >= 1000 else str(whole)


def number(low: float, high: float, random: Random, unit: str = "%") -> float:
    """A number of a size that suits the bounds; often with a decimal where nothing is counted."""
    if high <= 100 and unit in ("%", "km") and random.random() < 0.3:
        value = round(random.uniform(low, high), 1)
        return int(value) if value == int(value) else value
    if high > 2000:
        return random.randrange(int(low), int(high), 50)
    return random.randint(int(low), int(high))


_WORDED: dict[str, tuple[str, ...]] = {
    "ge": (
        *("Tối thiểu {}", "Ít nhất {}", "≥ {}", "≥{}", "Không dưới {}", "Không thấp hơn {}"),
        *("Từ {} trở lên", "{} trở lên", "Đạt tối thiểu {}", "Đạt ít nhất {}"),
        "Đạt từ {} trở lên",
    ),
    "gt": ("Trên {}", "> {}", "Đạt trên {}", "Hơn {}"),
    "le": ("Tối đa {}", "Không quá {}", "≤ {}", "≤{}", "Không vượt quá {}", "Tối đa không quá {}"),
    "lt": ("Dưới {}", "< {}"),
    "eq": ("{}", "{}", "{}", "Đạt {}"),
}


def level(
    low: float, high: float, unit: str, random: Random, less: bool = False, bare: bool = False
) -> tuple[str, Object]:
    """A value in words, and its threshold. ``bare``: the unit is not in the words."""
    comparators = ("le", "lt", "eq") if less else ("ge", "ge", "gt", "eq", "eq")
    comparator = random.choice(comparators)
    value = number(low, high, random, unit)
    amount = printed(value, random)
    if not bare:
        amount += ("" if random.random() < 0.9 else " ") + unit if unit == "%" else f" {unit}"
    words = random.choice(_WORDED[comparator]).format(amount)
    return words, {"kind": "level", "comparator": comparator, "value": value, "unit": unit}


# --------------------------------------------------------------------------- indicators


@dataclass(frozen=True)
class Indicator:
    name: str
    unit: str
    low: float
    high: float
    less: bool = False

    def value(self, random: Random, bare: bool = False) -> tuple[str, Object]:
        return level(self.low, self.high, self.unit, random, self.less, bare)


SHARES = [
    Indicator(name, "%", low, 99)
    for name, low in {
        "Tỷ lệ hồ sơ thủ tục hành chính nộp trực tuyến": 40,
        "Tỷ lệ hộ gia đình được dùng nước sạch theo quy chuẩn": 50,
        "Tỷ lệ người dân tham gia bảo hiểm y tế": 85,
        "Tỷ lệ trẻ em trong độ tuổi được tiêm đủ vắc xin": 80,
        "Tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ": 20,
        "Tỷ lệ che phủ rừng": 30,
        "Tỷ lệ chất thải rắn sinh hoạt được thu gom, xử lý": 60,
        "Tỷ lệ văn bản điện tử được ký số": 70,
        "Tỷ lệ thôn, khu phố đạt danh hiệu văn hóa": 60,
        "Tỷ lệ giải ngân vốn đầu tư công": 90,
        "Mức độ hài lòng của người dân, doanh nghiệp": 80,
        "Hồ sơ giải quyết đúng và trước hạn": 90,
        "Thành phần hồ sơ được số hóa khi tiếp nhận": 50,
        "Công chức cấp xã được bồi dưỡng kỹ năng số": 60,
        "Học sinh tiểu học được học 02 buổi trong ngày": 70,
        "Đối tượng bảo trợ xã hội nhận trợ cấp qua tài khoản": 50,
        "Cơ sở sản xuất, kinh doanh thực phẩm được kiểm tra": 40,
        "Phản ánh, kiến nghị của người dân được trả lời trong hạn": 90,
        "Tỷ lệ trường học đạt chuẩn quốc gia": 40,
        "Tỷ lệ thanh toán trực tuyến trên Cổng dịch vụ công": 30,
    }.items()
    if "02" not in name
]
LESS_SHARES = [
    Indicator(name, "%", 0.5, 9, less=True)
    for name in (
        "Tỷ lệ hồ sơ giải quyết trễ hạn",
        "Tỷ lệ hộ nghèo theo chuẩn nghèo đa chiều",
        "Tỷ lệ trẻ em suy dinh dưỡng thể nhẹ cân",
        "Tỷ lệ học sinh bỏ học",
        "Tỷ lệ thất thoát nước sạch",
        "Tỷ lệ lao động trong độ tuổi thất nghiệp",
    )
]
COUNTS = [
    Indicator("Số lớp tập huấn kỹ năng số cho người dân", "lớp", 2, 40),
    Indicator("Số sản phẩm OCOP được công nhận mới", "sản phẩm", 1, 20),
    Indicator("Số mô hình khuyến nông được nhân rộng", "mô hình", 1, 15),
    Indicator("Số sáng kiến cải cách hành chính được công nhận", "sáng kiến", 1, 12),
    Indicator("Số lao động được tạo việc làm", "lao động", 300, 9000),
    Indicator("Số doanh nghiệp thành lập mới", "doanh nghiệp", 12, 400),
    Indicator("Số cuộc đối thoại với người dân, doanh nghiệp", "cuộc", 1, 12),
    Indicator("Số xã đạt chuẩn nông thôn mới nâng cao", "xã", 1, 9),
    Indicator("Số trường đạt chuẩn quốc gia", "trường", 2, 30),
    Indicator("Số hội nghị tuyên truyền, phổ biến pháp luật", "hội nghị", 2, 30),
    Indicator("Số hợp tác xã thành lập mới", "hợp tác xã", 1, 10),
    Indicator("Diện tích rừng trồng mới", "ha", 20, 1900),
    Indicator("Diện tích gieo trồng lúa cả năm", "ha", 2500, 30000),
    Indicator("Sản lượng lương thực có hạt", "tấn", 5000, 90000),
    Indicator("Thu ngân sách nhà nước trên địa bàn", "tỷ đồng", 120, 9000),
    Indicator("Tổng vốn đầu tư toàn xã hội", "tỷ đồng", 1500, 20000),
    Indicator("Lượt khách du lịch đến địa bàn", "lượt", 5000, 90000),
    Indicator("Chiều dài đường giao thông nông thôn được cứng hóa", "km", 5, 90),
    Indicator("Số giường bệnh trên một vạn dân", "giường", 20, 40),
    Indicator("Số hộ được hỗ trợ xóa nhà tạm", "hộ", 15, 900),
    Indicator("Thời gian chờ của người dân tại quầy tiếp nhận", "phút", 10, 40, less=True),
    Indicator("Số vụ cháy lớn trên địa bàn", "vụ", 1, 9, less=True),
]
INDICATORS = [*SHARES, *SHARES, *LESS_SHARES, *COUNTS]

SECTIONS = [
    "Cải cách thủ tục hành chính",
    "Cải cách tổ chức bộ máy",
    "Xây dựng chính quyền số",
    "Phát triển kinh tế",
    "Văn hóa - xã hội",
    "Tài nguyên và môi trường",
    "Quốc phòng, an ninh",
    "Giáo dục và đào tạo",
    "Y tế, dân số",
    "Công tác chỉ đạo, điều hành",
    "Nông nghiệp, nông thôn",
    "Thông tin, tuyên truyền",
]

# --------------------------------------------------------------------------- tasks

TASKS = [
    "Rà soát, cập nhật danh mục thủ tục hành chính thuộc thẩm quyền",
    "Xây dựng kế hoạch truyền thông về chuyển đổi số",
    "Kiểm tra công vụ tại các đơn vị trực thuộc",
    "Vận hành đường dây nóng tiếp nhận phản ánh của người dân",
    "Công khai kết luận kiểm tra trên cổng thông tin điện tử",
    "Sửa đổi quy chế làm việc của cơ quan",
    "Tổ chức đối thoại với hợp tác xã, hộ kinh doanh",
    "Niêm yết đầy đủ quy trình giải quyết hồ sơ",
    "Bố trí cán bộ hướng dẫn người dân nộp hồ sơ qua mạng",
    "Đôn đốc các đơn vị báo cáo đúng hạn",
    "Tham mưu ban hành cơ chế khuyến khích sáng kiến",
    "Chuẩn hóa dữ liệu hộ tịch của địa phương",
    "Lập phương án sử dụng trụ sở dôi dư",
    "Khảo sát nhu cầu đào tạo nghề của lao động nông thôn",
    "Tổng hợp kết quả thực hiện, báo cáo Ủy ban nhân dân huyện",
    "Hướng dẫn các xã lập hồ sơ đề nghị công nhận nông thôn mới",
    "Tăng cường quản lý đất công ích",
    "Duy trì chuyên mục hỏi đáp trên hệ thống truyền thanh",
    "Nâng cấp hạ tầng mạng tại Bộ phận Một cửa",
    "Tuyên truyền về phân loại rác tại nguồn",
]
#: A task that measures: words with a place for the value, unit, bounds, whether less is good.
MEASURED_TASKS = [
    ("Bảo đảm {} hồ sơ được giải quyết đúng hạn", "%", 80, 99, False),
    ("Số hóa {} hồ sơ lưu trữ của Phòng", "%", 60, 99, False),
    ("Tổ chức {} cho công chức cấp xã", "lớp", 2, 12, False),
    ("Bảo đảm {} văn bản đi được ký số", "%", 80, 99, False),
    ("Xây dựng {} về phân loại rác tại nguồn", "mô hình", 2, 9, False),
    ("Kiểm tra {} trên địa bàn", "cơ sở", 10, 90, False),
    ("Giảm tỷ lệ hồ sơ trễ hạn xuống {}", "%", 1, 5, True),
    ("Nâng tỷ lệ hộ dùng nước sạch lên {}", "%", 60, 95, False),
    ("Phấn đấu {} hộ gia đình có nhà vệ sinh đạt chuẩn", "%", 60, 95, False),
    ("Vận động {} thôn ký cam kết bảo vệ rừng", "%", 60, 95, False),
]


def measured_task(random: Random) -> tuple[str, str, Object]:
    """A task that measures, the words of its value, and the threshold."""
    frame, unit, low, high, less = random.choice(MEASURED_TASKS)
    value = number(low, high, random, unit)
    amount = printed(value, random) + (unit if unit == "%" else f" {unit}")
    if less:
        comparator, words = random.choice([("lt", "dưới {}"), ("eq", "còn {}")])
        if comparator == "eq":
            frame = frame.replace(" xuống {}", " {}")
            words = "xuống còn {}"
    elif " lên " in frame:
        comparator, words = random.choice([("gt", "trên {}"), ("eq", "{}"), ("ge", "tối thiểu {}")])
    else:
        comparator, words = random.choice(
            [("ge", "ít nhất {}"), ("ge", "tối thiểu {}"), ("gt", "trên {}"), ("eq", "{}")]
        )
        if unit != "%" and comparator == "gt":
            comparator, words = "ge", "ít nhất {}"
    phrase = words.format(amount)
    threshold = {"kind": "level", "comparator": comparator, "value": value, "unit": unit}
    return frame.format(phrase), phrase, threshold


RESULTS = [
    "Kế hoạch được ban hành",
    "Báo cáo kết quả",
    "Quyết định của Ủy ban nhân dân huyện",
    "Văn bản chỉ đạo, đôn đốc",
    "Danh mục được công bố",
    "Biên bản kiểm tra",
    "Hệ thống vận hành ổn định",
    "Tờ trình",
]
MEASURED_RESULTS = [
    ("{} được số hóa", "hồ sơ", 200, 1500),
    ("{} được mở", "lớp", 1, 9),
    ("{} được nhân rộng", "mô hình", 1, 9),
    ("{} hồ sơ được cập nhật", "%", 60, 100),
    ("{} công chức được tập huấn", "%", 60, 100),
    ("{} được hỗ trợ", "hộ", 12, 300),
]


def measured_result(random: Random) -> tuple[str, Object]:
    frame, unit, low, high = random.choice(MEASURED_RESULTS)
    value = number(low, high, random, unit)
    amount = printed(value, random) + (unit if unit == "%" else f" {unit}")
    comparator, words = random.choice(
        [("ge", "Ít nhất {}"), ("ge", "Tối thiểu {}"), ("eq", "{}"), ("gt", "Trên {}")]
    )
    if unit != "%" and comparator == "gt":
        comparator, words = "ge", "Từ {} trở lên"
        if frame.startswith("{} được"):
            frame = frame.replace("{} được", "{} được")
    threshold = {"kind": "level", "comparator": comparator, "value": value, "unit": unit}
    return frame.format(words.format(amount)), threshold


NOTES = [
    "Chuyển tiếp từ năm trước",
    "Kinh phí từ nguồn sự nghiệp",
    "Lồng ghép với hội nghị giao ban",
    "Ưu tiên xã vùng sâu",
]

# --------------------------------------------------------------------------- bodies

BODIES = [
    "Phòng Nội vụ",
    "Văn phòng HĐND và UBND huyện",
    "Phòng Văn hóa và Thông tin",
    "Phòng Tài chính - Kế hoạch",
    "Phòng Tư pháp",
    "Phòng Giáo dục và Đào tạo",
    "Phòng Nông nghiệp và Môi trường",
    "Phòng Kinh tế, Hạ tầng và Đô thị",
    "Công an huyện",
    "Thanh tra huyện",
    "Trung tâm Y tế huyện",
    "Trung tâm Văn hóa - Thông tin và Thể thao",
    "Các phòng, ban chuyên môn huyện",
    "UBND các xã, thị trấn",
    "Chi nhánh Văn phòng Đăng ký đất đai",
    "Bộ phận Một cửa huyện",
    "Hạt Kiểm lâm",
    "Ban Quản lý dự án đầu tư xây dựng",
    "Sở Nội vụ",
    "Sở Khoa học và Công nghệ",
    "Sở Nông nghiệp và Môi trường",
    "Sở Xây dựng",
    "Văn phòng UBND tỉnh",
    "Công an tỉnh",
    "Hội Nông dân huyện",
    "Trạm Y tế xã Tân Hòa Bắc",
]
COMMUNES = [
    "Xã Tân Hòa Bắc",
    "Xã Suối Đá Trắng",
    "Xã Gò Mây",
    "Xã Bến Lau",
    "Xã Đồng Cỏ",
    "Thị trấn Phú Lâm",
    "Xã Bình Sơn",
    "Xã An Phước",
    "Xã Hòa Lợi",
    "Phường Long Khánh",
    "Xã Vĩnh Thạnh",
    "Xã Phước Tân",
    "UBND xã Mỹ Trung",
]

Agency = Object


def agency(role: str, name: str) -> Agency:
    return {"role": role, "name": name}


def bodies(random: Random, count: int) -> list[str]:
    return random.sample(BODIES, count)


def plain_bodies(random: Random, role: str) -> tuple[str, list[Agency]]:
    """A cell of names alone."""
    names = bodies(random, random.choice((1, 1, 1, 2, 2, 3)))
    by = random.choice(("; ", "; ", ", ")) if len(names) > 1 else ""
    if len(names) == 2 and random.random() < 0.2 and not _ends_open(names[0]):
        by = " và "
    return by.join(names), [agency(role, name) for name in names]


def _ends_open(name: str) -> bool:
    """Whether a name that follows "và" could belong to this one."""
    return " và " in name or "," in name


def worded_bodies(random: Random, listed: bool = True) -> tuple[str, list[Agency]]:
    """A cell that says itself who does what."""
    first, second, third = bodies(random, 3)
    lead, helps = agency("lead", first), agency("coordinate", second)
    forms = [
        (f"{first} chủ trì, phối hợp với {second}", [lead, helps]),
        (
            f"{first} chủ trì, phối hợp với {second}, {third}",
            [lead, helps, agency("coordinate", third)],
        ),
        (f"{first} chủ trì; {second} phối hợp", [lead, helps]),
        (f"{first} phối hợp với {second}", [lead, helps]),
        (f"Chủ trì: {first}; phối hợp: {second}", [lead, helps]),
        (
            f"{first} (chủ trì); {second}, {third} (phối hợp)",
            [lead, helps, agency("coordinate", third)],
        ),
        (f"- Chủ trì: {first} ¶ - Phối hợp: {second}", [lead, helps]),
    ]
    return random.choice(forms if listed else forms[:-1])


# --------------------------------------------------------------------------- times


def due(random: Random, year: int) -> tuple[str, Object | None]:
    """A time cell, and what it means in a document of this year."""
    quarter, month, day = random.randint(1, 4), random.randint(2, 11), random.randint(2, 28)
    roman = ("I", "II", "III", "IV")[quarter - 1]
    first, last = 3 * quarter - 2, 3 * quarter
    end_of = {3: 31, 6: 30, 9: 30, 12: 31}
    of_quarter = _fixed(f"{year}-{first:02}-01", f"{year}-{last:02}-{end_of[last]}")
    before = _fixed(None, f"{year}-{month:02}-{day - 1:02}")
    on = _fixed(None, f"{year}-{month:02}-{day:02}")
    forms: list[tuple[str, Object]] = [
        (f"Quý {roman}/{year}", of_quarter),
        (f"Quý {roman} năm {year}", of_quarter),
        (f"Trong quý {roman}/{year}", of_quarter),
        (f"Quý {roman}", of_quarter),
        (f"Trước ngày {day:02}/{month:02}/{year}", before),
        (f"Trước ngày {day:02}/{month}", before),
        (f"Hoàn thành trước ngày {day:02}/{month:02}/{year}", before),
        (f"{day:02}/{month:02}/{year}", on),
        (f"Chậm nhất ngày {day:02}/{month:02}/{year}", on),
        (f"Năm {year}", _fixed(f"{year}-01-01", f"{year}-12-31")),
        (f"Trong năm {year}", _fixed(f"{year}-01-01", f"{year}-12-31")),
        ("Thường xuyên", {"kind": "ongoing"}),
        ("Thường xuyên", {"kind": "ongoing"}),
        ("Hàng quý", {"kind": "recurring", "every": ["P3M"]}),
        ("Hằng tháng", {"kind": "recurring", "every": ["P1M"]}),
        ("Hàng năm", {"kind": "recurring", "every": ["P1Y"]}),
        ("06 tháng, năm", {"kind": "recurring", "every": ["P6M", "P1Y"]}),
        ("Theo kế hoạch", {"kind": "conditional"}),
        ("Khi có yêu cầu", {"kind": "conditional"}),
        (f"Trước tháng {month}/{year}", _fixed(None, _last_day(year, month - 1))),
        (f"Tháng {month}/{year}", _fixed(f"{year}-{month:02}-01", _last_day(year, month))),
        (f"Từ năm {year} trở đi", {"kind": "fixed", "start": f"{year}-01-01"}),
    ]
    return random.choice(forms)


def _fixed(start: str | None, end: str | None) -> Object:
    return {"kind": "fixed", **({"start": start} if start else {}), **({"end": end} if end else {})}


def _last_day(year: int, month: int) -> str:
    days = (31, 29 if year % 4 == 0 else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return f"{year}-{month:02}-{days[month - 1]}"


# --------------------------------------------------------------------------- headings

#: What a column holds → its headings, as officials word them. ``{year}`` is the document's.
HEADINGS: dict[str, tuple[str, ...]] = {
    "ordinal": ("STT", "TT", "Stt", "Số TT", "STT", "TT"),
    "content": (
        *(
            "Nội dung",
            "Nội dung chỉ tiêu",
            "Tên chỉ tiêu",
            "Danh mục chỉ tiêu",
            "Nội dung công việc",
        ),
        *("Chỉ tiêu, nhiệm vụ", "Nội dung nhiệm vụ", "Các chỉ tiêu", "Chỉ tiêu chủ yếu"),
        *("Nhiệm vụ", "Nội dung, nhiệm vụ", "Chỉ số", "Tiêu chí", "Tên chỉ số đánh giá"),
    ),
    "task": (
        *("Nhiệm vụ", "Nhiệm vụ, giải pháp", "Nội dung công việc", "Nội dung thực hiện"),
        *("Công việc", "Nhiệm vụ cụ thể", "Nội dung nhiệm vụ", "Tên nhiệm vụ", "Đầu việc"),
        *("Hoạt động", "Nội dung triển khai", "Nhiệm vụ trọng tâm", "Nội dung/Nhiệm vụ"),
        *("Các nhiệm vụ chủ yếu", "Biện pháp thực hiện"),
    ),
    "value": (
        *("Chỉ tiêu năm {year}", "Chỉ tiêu giao", "Kế hoạch năm {year}", "Mức phấn đấu", "Yêu cầu"),
        *("Chỉ tiêu được giao", "Mục tiêu", "Mục tiêu năm {year}", "Mức giao", "Chỉ tiêu phấn đấu"),
        *("Kế hoạch giao", "Chỉ tiêu cần đạt", "Mức chỉ tiêu", "Kế hoạch", "KH năm {year}"),
        *("Chỉ tiêu kế hoạch", "Giao chỉ tiêu năm {year}", "Yêu cầu cần đạt", "Mức đạt"),
        *("Chỉ tiêu giao năm {year}", "Số giao năm {year}", "Giao năm {year}"),
        *("Chỉ tiêu (năm {year})", "Chỉ tiêu thực hiện", "Chỉ tiêu phải đạt", "Kết quả cần đạt"),
    ),
    "unit": ("ĐVT", "Đơn vị tính", "Đvt", "Đơn vị tính", "Đơn vị đo", "Đơn vị"),
    "lead": (
        *("Cơ quan chủ trì", "Đơn vị chủ trì", "Chủ trì", "Cơ quan, đơn vị chủ trì"),
        *("Cơ quan chủ trì thực hiện", "Đơn vị chủ trì tham mưu"),
    ),
    "coordinate": (
        *("Cơ quan phối hợp", "Đơn vị phối hợp", "Phối hợp", "Cơ quan, đơn vị phối hợp"),
        *("Đơn vị phối hợp thực hiện",),
    ),
    "implement": (
        *("Cơ quan thực hiện", "Đơn vị thực hiện", "Cơ quan, đơn vị thực hiện", "Thực hiện"),
        *("Đơn vị chịu trách nhiệm", "Phân công thực hiện", "Trách nhiệm thực hiện"),
        *("Đơn vị phụ trách", "Cơ quan được giao", "Đơn vị được giao", "Cơ quan tham mưu"),
        *("Bộ phận thực hiện", "Đơn vị đảm nhận", "Cơ quan/đơn vị thực hiện"),
    ),
    "monitor": (
        *("Cơ quan theo dõi", "Cơ quan theo dõi, tổng hợp", "Đơn vị theo dõi, đôn đốc"),
        *("Cơ quan chủ trì theo dõi", "Cơ quan theo dõi, đánh giá"),
    ),
    "due": (
        *(
            "Thời gian",
            "Thời hạn",
            "Thời gian thực hiện",
            "Thời gian hoàn thành",
            "Thời hạn hoàn thành",
        ),
        *("Tiến độ", "Tiến độ thực hiện", "Hoàn thành", "Hạn hoàn thành", "Thời gian trình"),
        *("Mốc thời gian", "Tiến độ hoàn thành", "Thời điểm hoàn thành", "Lộ trình thực hiện"),
    ),
    "result": (
        *("Kết quả", "Sản phẩm", "Kết quả, sản phẩm", "Sản phẩm đầu ra", "Kết quả dự kiến"),
        *("Sản phẩm dự kiến", "Kết quả/Sản phẩm", "Sản phẩm hoàn thành", "Kết quả đầu ra"),
        *("Kết quả đạt được", "Dự kiến kết quả", "Sản phẩm chính"),
    ),
    "note": ("Ghi chú", "Ghi chú", "Chú thích", "Ghi chú khác"),
}


def heading(kind: str, random: Random, year: int, without: str = "") -> str:
    """A heading for a column of this kind; not one that holds the words ``without``."""
    found = [one for one in HEADINGS[kind] if not without or without not in one.lower()]
    words = random.choice(found).format(year=year)
    style = random.random()
    return words.upper() if style < 0.08 else words
