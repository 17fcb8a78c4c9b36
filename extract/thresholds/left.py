"""Left of the number: comparators, verbs of change, and words that lead up to a value."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import regex

from extract.agencies import is_agency
from extract.expressions import Pattern, compiled
from extract.model import Comparator, Direction
from extract.text import unfold
from extract.vocabulary import alternatives, rows
from extract.vocabulary.at_words import words_in


@dataclass(slots=True)
class Left:
    """What the phrases before a number say, and where the first of them begins."""

    start: int
    comparators: list[Comparator]
    phrases: list[str]
    direction: Direction | None = None
    level: bool = False
    from_: bool = False
    does: bool = False
    per: str | None = None
    negated: bool = False
    verb: tuple[int, int] | None = None


_NOT = compiled(r"(?i)(?r)(?<!\p{L})(?:không|chưa|chẳng|đừng)\s*")


# "không xấu hơn 5%": a word between that the vocabulary does not hold turns the comparator round.
_NOT_WORSE = compiled(r"(?i)(?r)(?<!\p{L})(?:không|chưa|chẳng)\s\p{Ll}+\s*")


# "không để dưới 60%"; "không để người dân đi lại quá 02 lần": with words between only where the
# row says so.
_DENIED = compiled(r"(?i)(?r)(?<!\p{L})không(?:\s(?:để|được|phải|có)){1,2}\s*")
# "không có đơn vị nào có trên 5% hồ sơ trễ hạn" turns the comparator round.
_NONE = compiled(
    r"(?i)(?<!\p{L})không (?:có|còn|để)\s[^.;:,]{0,40}?\s(?:nào|có (?:tỷ lệ|tỉ lệ))\s[^.;:]{0,40}$"
)
# Where a clause begins, or a word that only leads up to it ends.
_OPENS = compiled(
    r"(?i)(?:^\W*|[.;:,()]\s*[–+-]?\s*|\b(?:19|20)\d\d\s"
    r"|(?<!\p{L})(?:phấn đấu|phần đầu|đảm bảo|bảo đảm|phải|và|hoặc|để|nhằm|"
    r"hoàn thành|tổ chức|phát động|triển khai|tiếp tục|vận động|tham mưu|chỉ đạo|chủ động|"
    r"tập trung|trong đó|chủ trì|năm|quý|tháng|(?:mỗi|từng)\s\p{Ll}+(?:\s\p{Ll}+)?)\s)\s*$"
)
_DENIED_FAR = compiled(r"(?i)(?<!\p{L})không(?!\p{L})[^.;:]{0,100}$")


def left_of(string: str, number_start: int, floor: int) -> Left:
    """The vocabulary phrases that lead up to the number, read from right to left."""
    left = Left(number_start, [], [])
    while (pattern := _phrases_before(string, floor, left.start)) and (
        match := pattern.match(string, floor, left.start)
    ):
        phrase = " ".join(match[0].lower().split())
        row = _rows()[phrase]
        if row.get("closes"):
            break
        if "before" in row:
            near = _DENIED.match(string, floor, match.start()) if "denied" in row else None
            far = row.get("far") and _DENIED_FAR.search(string, 0, match.start())
            left.comparators.append(row["denied"] if near or far else row["comparator"])
            left.from_ = left.from_ or phrase == "từ"
            left.negated = left.negated or row.get("unclear", False)
            left.phrases.append(phrase)
            if near:
                left.start = near.start()
                break
        elif "verb" in row:
            if _is_noun(string, match.start(), row):
                if _MAY_GROW.search(string, 0, match.start()) and not left.level:
                    # "Tăng trưởng bình quân 20 - 25%/năm": of what stands in the heading
                    left.direction, left.negated = row["direction"], True
                break  # "mục tiêu tăng trưởng 8%"
            if left.direction is None and not left.level:
                left.direction = row["direction"]
        else:
            if row.get("opens") or row.get("does"):
                if row.get("does") and left.direction:
                    break  # "công nghiệp và xây dựng tăng 11%": part of the name
                if string[match.start()].isupper() and _WORD_BEFORE.match(string, 0, match.start()):
                    break  # "Sở Giáo dục và Đào tạo: 100% trường học"
                opens = _OPENS.search(string, 0, match.start()) is not None
                opens = opens or bool(row.get("does") and _is_of_agency(string, match.start()))
                if left.level or not opens:
                    break  # "tỷ lệ lao động qua đào tạo đạt 70%": part of the name
                left.does = left.does or row.get("does", False)
            left.phrases.append(phrase)
            left.level = left.level or (left.direction is None and row.get("level", False))
            left.per = left.per or row.get("per")
            if row.get("does"):
                # "Hoàn thành cứng hóa": one verb leads to the other.
                end = left.verb[1] if left.verb else match.start() + len(match[0].rstrip())
                left.verb = match.start(), end
        left.start = match.start()
    left.negated = left.negated or _is_denied(string, floor, left)
    while left.start < number_start and string[left.start] in " :,":
        left.start += 1
    return left


_DENYING = frozenset(("không", "chưa", "chẳng", "đừng"))


def _is_denied(string: str, floor: int, left: Left) -> bool:
    if words_in(string).isdisjoint(_DENYING):
        return False
    worse = left.comparators and _NOT_WORSE.match(string, floor, left.start)
    return bool(
        worse or _NOT.match(string, floor, left.start) or _NONE.search(string, 0, left.start)
    )


_HEADS_CLAUSE = compiled(r"(?:^|[.;:,(]|\b\d{4})[\s–+-]*$")


def _is_of_agency(string: str, at: int) -> bool:
    """Whether nothing but who does it stands before a verb: "Phòng Nội vụ tổ chức 05 lớp"."""
    begin = max(string.rfind(mark, 0, at) for mark in ".;:") + 1
    before = _TOGETHER.sub("", string[begin:at])  # "Phối hợp với Sở Y tế tổ chức 02 lớp"
    return is_agency(before.strip(" ,–+-"))


_WORD_BEFORE = compiled(r"(?ir)\p{L}\s(?:và\s)?")
_TOGETHER = compiled(r"(?i)^\W*(?:\d+[.)]\s)?(?:chủ trì,?\s)?phối hợp (?:với|cùng)\s")


_MAY_GROW = compiled(r"(?i)(?:^|[.;:,(])[\s–+-]*(?:(?:năm|giai đoạn) [\d –-]+,?\s)?(?:phấn đấu )?$")


def _is_noun(string: str, start: int, row: dict[str, Any]) -> bool:
    """Whether a word that is a verb behind its subject ("doanh thu tăng trưởng 8%") stands where
    only a noun can."""
    if "noun_after" in row and _HEADS_CLAUSE.search(string, 0, start):
        return True
    after = row.get("noun_after") or row.get("noun_only_after")
    if after is None:
        return False
    return regex.search(rf"(?i)(?<!\p{{L}})(?:{after})\s*$", string[:start]) is not None


@cache
def _rows() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for topic, key in (("leads", "lead"), ("changes", "verb"), ("comparators", "before")):
        found |= {row[key]: row for row in rows(topic) if key in row}
    return {unfold(phrase): row for phrase, row in found.items()} | found  # "Số hoá", "Số hóa"


def _phrases_before(string: str, floor: int, start: int) -> Pattern | None:
    """The phrases that end as the text before ``start`` does."""
    before = string[floor:start].rstrip()
    word = _LAST_WORD.search(before.rpartition(" ")[2])  # "(trên 27%)": without the bracket
    last = word[0].lower() if word else ""
    return _ending_in(last) if last in _by_last_word() else _ending_in(before[-1:])


_LAST_WORD = compiled(r"\p{L}+$")


@cache
def _ending_in(last: str) -> Pattern | None:
    phrases = _by_last_word().get(last)
    return compiled(rf"(?ir)(?:{alternatives(phrases)})\s*") if phrases else None


@cache
def _by_last_word() -> dict[str, list[str]]:
    """The phrases by their last words, or their last characters where those are signs."""
    found: dict[str, list[str]] = {}
    for phrase in _rows():
        last = phrase.split()[-1]
        found.setdefault(last if last[-1].isalpha() else last[-1], []).append(phrase)
    return found


def misspelt(string: str, at: int) -> bool:
    """Whether what ends at ``at`` differs from a comparator in its marks only: "tối thiếu 85%"."""
    words = " ".join(string[max(at - _LONGEST_PAIR, 0) : at].lower().split()[-2:])
    return words not in _rows() and _without_marks(words) in _plain_pairs()


_LONGEST_PAIR = 20  # characters


@lru_cache(maxsize=1024)
def _without_marks(words: str) -> str:
    plain = unicodedata.normalize("NFD", words.replace("đ", "d"))
    return "".join(char for char in plain if not unicodedata.combining(char))


@cache
def _plain_pairs() -> frozenset[str]:
    cues = (row.get("before", "") for row in rows("comparators"))
    return frozenset(
        _without_marks(cue) for cue in cues if cue[:1].isalpha() and cue.count(" ") == 1
    )


def compares(string: str) -> bool:
    """Whether a comparator that can be nothing else ("tối thiểu", "≥") stands in ``string``."""
    words, signs, pattern = _comparators()
    if words_in(string).isdisjoint(words) and signs.isdisjoint(string):
        return False
    return pattern.search(string) is not None


@cache
def _comparators() -> tuple[frozenset[str], frozenset[str], Pattern]:
    """The first words and the signs of those that can be nothing else, and all of them."""
    cues = [row["before"] for row in rows("comparators") if "before" in row]
    cues = [cue for cue in cues if " " in cue or not cue[0].isalpha()]
    words = frozenset(cue.split()[0] for cue in cues if cue[0].isalpha())
    signs = frozenset(cue[0] for cue in cues if not cue[0].isalpha())
    return words, signs, compiled(rf"(?i){alternatives(cues)}")


def without_comparator(string: str) -> str:
    """What follows a comparator at the head of ``string``: "≤ %" → "%"."""
    match = _at_head().match(string)
    return string[match.end() :] if match else string


@cache
def _at_head() -> Pattern:
    cues = [row["before"] for row in rows("comparators") if "before" in row]
    return compiled(rf"(?i)\s*(?:{alternatives(cues)})\s*")
