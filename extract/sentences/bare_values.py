"""What the words around a value tell of it where no cue says what it is there for."""

from __future__ import annotations

from extract.expressions import compiled
from extract.sentences.bounds import sentence_start
from extract.sentences.measured_phrases import edges, units_of_measurement
from extract.thresholds import Measure


def is_whole_clause(string: str, measure: Measure) -> bool:
    """Whether a clause is a deed and how many of what: "Giao quân 46 công dân, ...". What money is
    spent on is no deed."""
    bare = _ABOUT_SO_MANY.fullmatch(string, measure.start, measure.at) is not None
    clause = _DEED.match(string, 0, measure.start) if bare else None
    if clause is None or not _CLAUSE_ENDS.match(string, measure.end):
        return False
    if not _MONEY.search(measure.threshold.unit or ""):
        return True
    return _EARNED.search(clause[0]) is not None or edges().head.search(clause[0]) is not None


_MONEY = compiled(r"đồng|USD")
_EARNED = compiled(r"(?i)(?<!\p{L})(?:thu|chi tiêu)\s")
_ABOUT_SO_MANY = compiled(r"(?i)(?:(?:khoảng|bình quân|trung bình) )*")
_DEED = compiled(
    r"(?ir)(?:^|[.;]\s|,\s|:\s)(?:\p{L}+\s){1,6}(?<!(?<!\p{L})(?:tại|ở|trong|của|với|gồm|trên|đến"
    r"|theo|thuộc|là|và|có|còn|số|ngày|tháng|năm) )"
)
_CLAUSE_ENDS = compiled(r"(?:\s\p{Ll}+){0,5}\s*(?:[.,;]|$)")


def stands_for(string: str, measure: Measure, floor: int) -> bool:
    """Whether a bare number is all that a clause says of a quantity: "Số bác sĩ/10.000 dân: 12"."""
    begin = max(sentence_start(string, measure.start), floor)
    if (
        measure.start != measure.at
        or measure.threshold.unit
        or string[measure.end :][:1] not in ";."
    ):
        return False
    return _QUANTITY_IS.fullmatch(string, begin, measure.start) is not None


def counts_its_noun(string: str, measure: Measure, floor: int) -> bool:
    """Whether a count in an unlisted unit follows its own name: "Số buồng lưu trú 11.500 buồng",
    "sản lượng trứng 420 triệu quả"."""
    unit = measure.threshold.unit
    if unit is None or measure.start != measure.at:
        return False
    lead = string[max(sentence_start(string, measure.start), floor) : measure.start]
    if _YIELD.search(lead):
        return True
    return opens_with_quantity(lead) and f" {unit} ".lower() in lead.lower()


_YIELD = compiled(r"(?i)(?<!\p{L})(?:sản lượng|tổng đàn)\s[^.;:,()\d]{1,40}$")


def is_for_each(string: str, measure: Measure) -> bool:
    """Whether a count is what each has or does, or how often: "mỗi chi bộ thực hiện 01 cuộc"."""
    threshold = measure.threshold
    if not measure.known_unit or threshold.kind not in ("level", "range"):
        return False
    if threshold.unit in units_of_measurement() or not (threshold.each or threshold.per):
        return False
    return _CONSISTS.search(string, sentence_start(string, measure.start), measure.start) is None


_CONSISTS = compiled(
    r"(?i)(?<!\p{L})(?:gồm|bao gồm|hiện (?:có|nay|đang)|trung bình|đã|phụ trách)(?!\p{L})"
)


def is_of_whom_must(string: str, measure: Measure) -> bool:
    """Whether a value tells who must do what follows: "Xã có tỷ lệ trên 20% phải giảm 5%"."""
    return measure.threshold.comparator != "eq" and _MUST.match(string, measure.end) is not None


def lasts(string: str, measure: Measure) -> bool:
    """Whether a value tells how long something lasts: "diễn tập, thời gian 01 ngày", "phát biểu
    (thời gian không quá 7 phút)"; times are what is measured in "thời gian chờ (...)"."""
    if measure.start == measure.at and _LASTS.match(string, 0, measure.at):
        return True
    bracket = _LASTS_SO.match(string, 0, measure.start)
    return bracket is not None and "hời " not in string[: bracket.start()]


_LASTS_SO = compiled(r"(?ir)\(\S?hời gian\s")  # scans lose first letters
_LASTS = compiled(r"(?ir)(?:^|[.;,]\s)(?:trong )?thời gian(?: tổ chức| thực hiện)?:?\s")
_MUST = compiled(r"(?i)\s(?:đều )?phải\s")


def is_to_come(measure: Measure, year: int) -> bool:
    """Whether the baseline's year comes after the document's."""
    baseline = measure.threshold.baseline
    return baseline is not None and (baseline.year or 0) > year


def is_place_told(measure: Measure) -> bool:
    """Whether a place may have been reached: "xếp thứ 21"."""
    return measure.threshold.kind == "rank" and not measure.cued


def compares_with_year(string: str, stop: int) -> bool:
    """Whether what ends at ``stop`` compares with a year: "tăng 5 bậc so với năm 2024"."""
    return _THAN_IN.match(string, 0, stop) is not None


_THAN_IN = compiled(r"(?ir)(?<!\p{L})so với (?:năm )?(?:19|20)\d\d\s*")


def opens_with_quantity(lead: str) -> bool:
    """Whether words that lead up to a value begin with what is counted: "Số bác sĩ ..."."""
    return _QUANTITY.match(lead) is not None


_QUANTITY = compiled(r"(?i)\W*(?:(?:tổng )?số|hệ số|mật độ|tuổi thọ)\s(?!hóa)\p{L}")
_QUANTITY_IS = compiled(rf"{_QUANTITY.pattern}[^;:]*:\s*")


def gives_share_of_change(string: str) -> bool:
    """ "tăng 350 hồ sơ (tăng 12%)": what was counted."""
    return _SHARE_OF_CHANGE.search(string) is not None


def is_changed_since(string: str) -> bool:
    """ "tăng 45 vụ (tăng 3,8%) so với cùng kỳ"."""
    return _CHANGED_SINCE.search(string) is not None


_TOLD = r"(?i)\d\s\p{L}[^.;()]*\((?:tăng|giảm)\s[\d.,]+\s?%\)"
_SHARE_OF_CHANGE, _CHANGED_SINCE = compiled(_TOLD), compiled(rf"{_TOLD}\sso với cùng kỳ")


def sounds_told(string: str, only_told: bool) -> bool:
    """Whether a sentence speaks of results where nothing speaks of goals. ``only_told``: no value
    in it has a comparator."""
    return (_TELLS if only_told else _ONLY_REACHED).search(string) is not None


_ONLY_REACHED = compiled(r"(?i)(?<!\p{L})mới (?:bằng|đạt|giải ngân) \d")
_TELLS = compiled(
    r"(?i)\d,\d+\s?% (?:so với )?(?:kế hoạch|dự toán|chỉ tiêu)"
    r"|\d\s?% (?:kế hoạch|dự toán) (?:cả )?năm"
    r"|so với (?:đầu năm|cùng kỳ)|(?:cao|thấp) hơn (?:mức )?bình quân|kết quả (?:cao|khá|tốt)"
    r"|tiếp tục (?:tăng|phục hồi|ổn định)|phục hồi|hoàn thành tốt|còn chậm"
    r"|(?<!đến )(?<!\p{L})(?:\d{1,2}|sáu|chín|mười) tháng(?: đầu năm)?(?:[,:]|\s(?:đạt|tăng|giảm))"
)


def is_in_turn(string: str, measure: Measure) -> bool:
    """Whether several values are for several things named before them: "A và B lần lượt đạt 85% và
    75%"."""
    said = "lần lượt" in string or "tương ứng" in string
    return said and _IN_TURN.search(string, 0, measure.at) is not None


_IN_TURN = compiled(r"(?i)(?<!\p{L})(?:lần lượt|tương ứng (?:là|đạt|với))(?!\p{L})[^.;]*$")


def is_size(string: str, measure: Measure) -> bool:
    """Whether a value is what a rule mostly asks of things: "có chiều rộng không dưới 3,5 m"."""
    return measure.threshold.unit in _LENGTHS and _SIZE.search(string, 0, measure.start) is not None


_LENGTHS = frozenset(("m", "cm", "mm"))
_SIZE = compiled(
    r"(?i)(?<!\p{L})(?:chiều (?:rộng|cao|sâu)|bề rộng|đường kính|kích thước|khoảng cách|bán kính)"
    r"(?!\p{L})[^.;,:\d]*$"
)


def is_legal_term(string: str, measure: Measure) -> bool:
    """Whether a value is a time that a rule counts in full: "từ đủ 12 tháng đến 24 tháng"."""
    return measure.threshold.unit in _TIMES and _IN_FULL.match(string, 0, measure.at) is not None


_TIMES = frozenset(("ngày", "tháng", "năm"))
_IN_FULL = compiled(r"(?ir)(?<!\p{L})đủ\s")
