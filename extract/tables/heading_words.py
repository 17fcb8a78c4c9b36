"""What the words of a heading or of a cell say: kinds of columns, units, bodies, nothing."""

from __future__ import annotations

from functools import cache, lru_cache

import regex

from extract.expressions import Pattern, compiled
from extract.thresholds import measures
from extract.thresholds.left import without_comparator
from extract.vocabulary import alternatives, rows

_UNIT_IN_HEADING = compiled(
    r"(?i)\((?:\s*(?:đơn vị tính|đơn vị|đvt)\s*:)?\s*(%|‰|(?:[^()\d]|(?<=\bm)[23]|(?<=\bkm)[23])"
    r"{1,25})\)(?:\s+trở (?:lên|xuống))?\s*[.;:,]?\s*$"
    r"|(?:đơn vị tính|đơn vị|đvt)\s*:\s*(%|[^()\d]{1,25})$"
)
# "Tỷ lệ % tăng", "% hộ nghèo", but not "Xã đạt 100% tiêu chí"
_SHARE = compiled(r"(?<![\d,.]\s?)%")
_NO_WORD = compiled(r"[^\p{L}\d,/%#]+")
_NOTE_IN_BRACKETS = compiled(r"\([^()]*\)")


@lru_cache(maxsize=4096)
def folded(string: str) -> str:
    """A heading for comparison: lower case, without brackets, marks and double spaces."""
    bare = _NOTE_IN_BRACKETS.sub(" ", string.lower())
    return " ".join(_NO_WORD.sub(" ", bare).split()).strip(" ,")


@lru_cache(maxsize=4096)
def column_kind(heading: str) -> str | None:
    """What a column with this heading holds, as far as its words say."""
    words = folded(heading)
    if not words:
        return None
    found = [index for index in (_whole().get(words),) if index is not None]
    found += [_words()[match[0]] for match in _any_words().finditer(words, overlapped=True)]
    found += [index for index, pattern in _patterns() if pattern.fullmatch(words)]
    if not found:
        # "ĐV T", "S TT": a column too narrow for its heading
        found = [i for i in (_abbreviated().get(words.replace(" ", "")),) if i is not None]
    return str(rows("headings")[min(found)]["column"]) if found else None


@cache
def _abbreviated() -> dict[str, int]:
    """The headings that are one short word, or "Số TT", without spaces."""
    names = {row.get("whole") or row.get("words", ""): i for i, row in enumerate(rows("headings"))}
    short = {name.replace(" ", ""): index for name, index in names.items()}
    return {name: index for name, index in short.items() if name.endswith(("tt", "đvt"))}


@cache
def _whole() -> dict[str, int]:
    return {row["whole"]: index for index, row in enumerate(rows("headings")) if "whole" in row}


@cache
def _words() -> dict[str, int]:
    return {row["words"]: index for index, row in enumerate(rows("headings")) if "words" in row}


@cache
def _any_words() -> regex.Pattern[str]:
    return regex.compile(alternatives(_words()))


@cache
def _patterns() -> list[tuple[int, Pattern]]:
    return [
        (index, compiled(row["pattern"]))
        for index, row in enumerate(rows("headings"))
        if "pattern" in row
    ]


def unit_in_heading(heading: str) -> str | None:
    """The unit that a heading gives: "Tỷ lệ hồ sơ trực tuyến (%)" → "%"."""
    match = _UNIT_IN_HEADING.search(heading)
    if not match:
        return "%" if "%" in heading and _SHARE.search(heading) else None
    # "(tối thiểu, %)", "(≤ %)": the comparator is the values' own.
    parts = [without_comparator(part).strip() for part in match[match.lastindex or 0].split(",")]
    unit = ", ".join(part for part in parts if part)
    read = measures(f"1 {unit}")
    if not read or len(unit.split()) > 4:
        return None
    rest = f"1 {unit}"[read[0].end :]
    if rest and not (read[0].known_unit and _OF_WHAT.fullmatch(rest)):
        return None
    if rest and read[0].threshold.unit in ("%", "‰"):
        return read[0].threshold.unit
    return unit if read[0].known_unit or not _ABBREVIATES.search(unit) else None


def unit_counted(name: str) -> str | None:
    """The unit that the name of a number gives: "Tập huấn: Số lớp" → "lớp"."""
    match = _NUMBER_OF.match(name.rpartition(": ")[2])
    read = measures(f"1 {match['what']}") if match else ()
    unit = read[0].threshold.unit if read and read[0].known_unit else None
    return None if "/" in name and "/" not in (unit or "") else unit  # "Số ca mắc/1.000 dân"


_NUMBER_OF = compiled(r"(?i)(?:tổng )?số (?:lượng )?(?P<what>\p{Ll}.*)")
# "(% dân số)", "(người lao động)": more than a unit that is listed
_OF_WHAT = compiled(r"(?:\s\p{Ll}+){1,3}")
# "(PAR Index)", "(TNBQ)": a short form of the name, no unit
_ABBREVIATES = compiled(r"(?<=.)\p{Lu}")


@lru_cache(maxsize=4096)
def is_unit(string: str) -> bool:
    """Whether a text is nothing but a unit: "%", "(tỷ đồng)", "xã"; "Xã" heads a column of
    communes."""
    bare = string.strip(" ().;")
    read = measures(f"1 {bare}")
    whole = bool(bare) and bool(read) and read[0].end == len(f"1 {bare}")
    return whole and read[0].known_unit and (bare[0].islower() or column_kind(bare) is None)


def is_value(string: str) -> bool:
    """Whether a text is nothing but a value."""
    return any(m.start == 0 and m.end >= len(string) - 1 for m in measures(string))


def names_yield(heading: str) -> bool:
    """Whether a column is of what crops or herds yield: "Năng suất (tạ/ha)"."""
    return unit_in_heading(heading) is not None and folded(heading).startswith(_yields())


@cache
def _yields() -> tuple[str, ...]:
    return tuple(row["head"] for row in rows("indicators") if row.get("yields"))


def names_kind_of_body(heading: str) -> bool:
    """Whether a heading names bodies of a kind: "Xã đạt chuẩn nông thôn mới"."""
    first, _, rest = heading.strip().partition(" ")
    return bool(rest) and column_kind(first) == "agency" and unit_in_heading(heading) is None


@lru_cache(maxsize=1024)
def measured_by(heading: str) -> str:
    """What a heading of a period says besides: "hộ nghèo" of "Hộ nghèo cuối năm 2025", nothing of
    "Kế hoạch tỉnh giao năm 2025"."""
    return " ".join(_OF_PERIOD.sub(" ", folded(heading)).split())


_OF_PERIOD = compiled(
    r"(?<!\p{L})(?:năm|tháng|quý|ngày|kỳ|cả|đầu|cuối|hết|đến|từ|tính|thời điểm|giai đoạn|trước"
    r"|hằng|hàng|thực hiện|ước|th|uth|ưth|kh|kết quả|hiện trạng|thực trạng|hiện tại|lộ trình"
    r"|dự kiến|kế hoạch|mục tiêu|chỉ tiêu|phấn đấu|dự toán|nghị quyết|giao|được|đạt|phân bổ"
    r"|điều chỉnh|so|với|trong|và|tại|trung ương|tw|bộ|tỉnh|huyện|xã|thành phố|tp|hđnd|ubnd|toàn"
    r"|số liệu|[ivx]+|[^\p{L}]+)(?!\p{L})"
)


#: The heading or the row that sums up the others.
TOTAL = compiled(
    r"(?i)(?:(?:tổng cộng|tổng số|cộng|tổng)(?: (?:toàn|cả) \p{L}+)?"
    r"|(?:toàn|cả) (?:tỉnh|huyện|xã|thị xã|thành phố|quận|phường|đảng bộ))\W*"
)
_NAME = compiled(r"\p{Lu}\p{Ll}*(?:[\s-]+\p{Lu}\p{Ll}*)+(?:\s\d+)?")


def is_name(heading: str) -> bool:
    """Whether every word has a capital, as in the name of a place."""
    return bool(_NAME.fullmatch(heading.strip()))


def names_body(heading: str) -> bool:
    """Whether a heading is the bare name of a place or a body: "Tân Thành", but not "Vụ Hè Thu"."""
    return is_name(heading) and not _NO_BODY.match(heading.strip())


_NO_BODY = compiled(
    r"(?i)(?:vụ|mùa|đợt|kỳ|quý|khóa|lớp|loại|hạng|giống|cây|đàn)\s"
    r"|(?:đông|xuân|hè|thu)[\s-]+(?:đông|xuân|hè|thu)$"
)


#: What a cell says that gives no target.
NOTHING = compiled(r"(?i)\W*|không quy định|không áp dụng|không giao|không có|kqđ")
