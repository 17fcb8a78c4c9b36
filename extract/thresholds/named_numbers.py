"""Numbers that name something and measure nothing: "5G", an age, a year in words of time."""

from __future__ import annotations

from extract.expressions import compiled
from extract.numbers import Number
from extract.thresholds.measure import Context
from extract.thresholds.right import own_unit_end, units
from extract.vocabulary.at_words import words_in

# "tuổi từ 18 đến 22"
_AGED = compiled(
    r"(?ir)(?<!\p{L})(?<!\d\s)tuổi(?: đời)?\s(?:từ\s)?(?:đủ\s)?"
    r"(?:\d+\s?(?:[-–]|đến(?:\s(?:hết|đủ|dưới))?)\s?)?"
)
_AGE = compiled(r"(?i)(?:\s?(?:[-–]|đến)\s?\d+)?\s?(?:(?:tháng|tuần|ngày)\s)?tuổi(?!\p{L}|\s?thọ)")
_OF_AGE = compiled(r"(?i)tuổi thọ|tuổi (?:trung bình|bình quân)|độ tuổi bình quân")


def names_something(string: str, number: Number, context: Context) -> bool:
    """A figure glued to letters that are no unit ("5G"), an age that tells who is meant."""
    following = string[number.end : number.end + 1]
    if following.isalpha() and not units().match(string, number.end):
        return own_unit_end(string, number.end) is None
    if string[number.start] in "01":
        if _SO_MANY.match(string, number.start) and _PER_SO_MANY.match(string, 0, number.start):
            return True
        if _EACH_ONE.match(string, number.start) and _ON_AVERAGE.match(string, 0, number.start):
            return True
    if number.value == 3 and _CRITERIA.match(string, number.end):
        return _LESS_OF.match(string, 0, number.start) is not None
    if number.value == 1 and _ONE_OF.match(string, number.end):
        return True
    if _YEAR.fullmatch(string, number.start, number.end) and (
        _BEFORE_YEAR.match(string, 0, number.start) or _HEADS_BRACKET.match(string, number.start)
    ):
        return True
    words = words_in(string)
    if "tháng" in words:
        if _PART_OF_YEAR.match(string, number.start):
            return True
        if _MONTHS.match(string, number.end) and _TRAINED.match(string, 0, number.start):
            return True
    if "tuổi" not in words:
        return False
    aged = _AGE.match(string, number.end) is not None
    if not aged and not units().match(string, number.end):
        aged = _AGED.match(string, 0, number.start) is not None
    if not aged or len(string.split()) <= 5:
        return False
    return not (_OF_AGE.search(string) or _OF_AGE.search(context.indicator))


# "lớp đào tạo nghề dưới 03 tháng": how such training is called.
_MONTHS = compiled(r"(?i)\s?tháng(?!\p{L})")
_TRAINED = compiled(r"(?ir)(?<!\p{L})(?:đào tạo|dạy nghề)(?:\s\p{L}+){0,3}\sdưới\s")
# "Số bác sĩ trên 10.000 dân là 10,5": what the value is counted by.
_PER_SO_MANY = compiled(r"(?i)(?r)(?<!\p{L})trên\s")
_SO_MANY = compiled(
    r"(?i)(?:0?1\s?(?:ha|héc ta|đơn vị diện tích|km2)|"
    r"1(?:0*|0{0,2}(?:\.000)+)\s?(?:dân|người|ha|hộ|lao động|trẻ|ca|cặp))(?!\p{L})[^;.]*\d"
)
# "bình quân 01 cán bộ phụ trách không quá 30 hộ"
_EACH_ONE = compiled(r"0?1\s\p{L}(?:(?!so với|năm \d)[^;.])*\d")
_ON_AVERAGE = compiled(r"(?ir)(?<!\p{L})(?:bình quân|trung bình|cứ)\s")
# "Giảm 3 tiêu chí tai nạn giao thông từ 5% đến 10%"
_CRITERIA = compiled(r"(?i)\s(?:tiêu chí|mặt)(?!\p{L})[^.;]*\d\s?%")
_LESS_OF = compiled(r"(?ir)(?<!\p{L})giảm\s(?:cả\s)?")
# "ít nhất 01 trong các hình thức"
_ONE_OF = compiled(r"(?i)\strong\s(?:các|những)\s")
# "để đến 2005 đạt mức sinh thay thế"
_YEAR = compiled(r"(?:19|20)\d\d")
_PART_OF_YEAR = compiled(r"(?i)\d{1,2}\stháng\s(?:đầu|cuối)\snăm")
_HEADS_BRACKET = compiled(r"(?<=\()\d{4}\s?:")  # "đạt 58% (2024: 51,2%)"
_BEFORE_YEAR = compiled(r"(?i)(?r)(?<!\p{L})(?:đến|từ|trước|sau|hết|cuối|so với)\s")
