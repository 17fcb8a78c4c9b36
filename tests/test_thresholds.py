"""Every vocabulary row's examples, and phrases beyond them, read whole."""

from __future__ import annotations

import pytest

from extract.model import Threshold
from extract.thresholds import Context, measures
from extract.vocabulary import rows


def brief(threshold: Threshold) -> str:
    """A threshold in one line: ``level ge 40 %``, ``change decrease 0.5..0.7 %``."""
    words = [threshold.kind]
    if threshold.direction:
        words.append(threshold.direction)
    if threshold.max is not None:
        words.append(f"{threshold.value:g}..{threshold.max:g}")
    elif threshold.value is not None:
        words += [threshold.comparator or "-", f"{threshold.value:.10g}"]
    if threshold.unit:
        words.append(threshold.unit)
    if threshold.within:
        words += ["within", threshold.within]
    if threshold.per:
        words += ["per", threshold.per]
    if threshold.each:
        words.append("each")
    if threshold.baseline:
        words += ["baseline", f"{threshold.baseline.year or threshold.baseline.value:g}"]
    return " ".join(words)


TOPICS = ["comparators", "leads", "changes", "numerals", "ranks", "units", "scales"]
EXAMPLES = [
    (phrase, meaning)
    for topic in TOPICS
    for row in rows(topic)
    for phrase, meaning in row["examples"].items()
    if topic != "ranks" or "unit" not in row  # a rank's unit is tried in context below
]


@pytest.mark.parametrize(("phrase", "meaning"), EXAMPLES)
def test_example_of_the_vocabulary(phrase: str, meaning: str) -> None:
    assert [brief(m.threshold) for m in measures(phrase)] == [meaning]


@pytest.mark.parametrize("topic", TOPICS)
def test_every_row_has_an_example_that_holds_its_word(topic: str) -> None:
    for row in rows(topic):
        names = (
            "before",
            "after",
            "lead",
            "verb",
            "word",
            "group",
            "place",
            "best",
            "unit",
            "scale",
        )
        words = [row[n] for n in names if isinstance(row.get(n), str)] + row.get("same", [])
        assert any(w.lower() in e.lower() for w in words for e in row["examples"]), row


@pytest.mark.parametrize(
    ("phrase", "meaning"),
    [
        ("Từ 8% đến 8,5%", "range 8..8.5 %"),
        ("8 - 8,5%", "range 8..8.5 %"),
        ("95-100%", "range 95..100 %"),
        ("từ 23 xuống 18", "level eq 18 baseline 23"),
        ("tăng từ 40% lên 55%", "level eq 55 % baseline 40"),
        ("giảm từ 5,2% xuống còn 3%", "level eq 3 % baseline 5.2"),
        ("giảm từ 60% xuống còn giảm 10 - 15%", "range 10..15 % baseline 60"),
        ("xây dựng mỗi xã tối thiểu 02 tuyến đường hoa", "level ge 2 tuyến each"),
        ("bố trí ít nhất 02 cán bộ chuyên trách tại mỗi trạm", "level ge 2 cán bộ each"),
        ("trách nhiệm của từng cán bộ, đạt 80%", "level eq 80 %"),
        ("Rà soát từng thủ tục, phấn đấu đạt tối thiểu 60%", "level ge 60 %"),
        ("cán bộ trẻ dưới 40 tuổi 20 - 25%", "range 20..25 %"),
        ("Tăng bình quân 01 lớp so với năm 2023", "change increase eq 1 lớp baseline 2023"),
        ("tối thiểu từ 80% trở lên", "level ge 80 %"),
        ("03 (ba) sáng kiến", "level eq 3 sáng kiến"),
        ("12.500", "level eq 12500"),
        ("1.250.000 đồng", "level eq 1250000 đồng"),
        ("97.5%", "level eq 97.5 %"),
        ("tăng 10% trở lên", "change increase ge 10 %"),
        ("giảm tối thiểu 20% so với năm 2022", "change decrease ge 20 % baseline 2022"),
        ("mỗi xã có ít nhất 02 mô hình", "level ge 2 mô hình each"),
        ("ít nhất 02 cuộc/quý", "level ge 2 cuộc per P3M"),
        ("ít nhất 05 vườn mẫu", "level ge 5 vườn mẫu"),
        (
            "thuộc nhóm 10 tỉnh, thành phố dẫn đầu cả nước",
            "rank le 10 tỉnh, thành phố within cả nước",
        ),
        ("1,2 triệu lượt khách", "level eq 1.2 triệu lượt khách"),
        ("từ 12 vụ trở xuống", "level le 12 vụ"),
        ("từ 12 vụ trở lại", "level le 12 vụ"),
        ("ít nhất 12 vườn ở mỗi thôn", "level ge 12 vườn each"),
        ("02 cuộc/đơn vị", "level eq 2 cuộc/đơn vị"),
        ("02 cuộc/nửa năm", "level eq 2 cuộc per P6M"),
        ("so với năm 2022, tăng ít nhất 4%", "change increase ge 4 % baseline 2022"),
        ("giảm 4% so với thực hiện năm 2022", "change decrease eq 4 % baseline 2022"),
        ("giảm 4% so với 2022", "change decrease eq 4 % baseline 2022"),
        ("từ 9% hiện nay xuống 4%", "level eq 4 % baseline 9"),
        ("giảm từ 9% về 4%", "level eq 4 % baseline 9"),
        ("từ 4% nâng lên 9%", "level eq 9 % baseline 4"),
        ("xếp hạng từ 8 trở lên", "rank le 8"),
        ("duy trì ở mức 8 câu lạc bộ", "level eq 8 câu lạc bộ"),
        ("ở mức 5 - 9%", "range 5..9 %"),
        ("giữ ở mức 3 - 4%", "range 3..4 %"),
        ("ở mức 2 - 3", "range 2..3"),
        ("Ở mức 1,1 - 8", "range 1.1..8"),
        ("không quá mức 1,5", "level le 1.5"),
    ],
)
def test_phrase(phrase: str, meaning: str) -> None:
    (measure,) = measures(phrase)
    assert brief(measure.threshold) == meaning
    assert not measure.doubts


@pytest.mark.parametrize(
    "phrase",
    [
        "trên 90% trở lên",
        "không xấu hơn 5%",
        "không tối thiểu 40%",
        "đạt 1,250 người",
        "98% 03 lớp",
        "trên 8 - 9%",
        "000 lượt khách",
    ],
)
def test_unclear_phrase_is_doubted(phrase: str) -> None:
    assert "unclear_threshold" in measures(phrase)[0].doubts


@pytest.mark.parametrize(
    "phrase",
    [
        *(example for row in rows("identifiers") for example in row["examples"]),
        "giải quyết tại bộ phận một cửa",
        "Nhiệm vụ thường xuyên",
    ],
)
def test_what_measures_nothing(phrase: str) -> None:
    assert not measures(phrase)


@pytest.mark.parametrize(
    ("cell", "context", "meaning"),
    [
        ("Tối thiểu 45", Context("%"), "level ge 45 %"),
        ("≤ 3", Context("Thứ bậc"), "rank le 3 Thứ bậc"),
        ("Từ 3 trở lên", Context("Thứ bậc"), "rank le 3 Thứ bậc"),
        ("30 (tối thiểu)", Context("%"), "level ge 30 %"),
        ("Trên mức 3", Context("%"), "level gt 3 %"),
        ("7 - 8", Context("%", "Năng suất lao động tăng trung bình"), "change increase 7..8 %"),
        ("8,5", Context("%", "Tốc độ tăng trưởng kinh tế"), "level eq 8.5 %"),
        ("7", Context("%", "Tốc độ tăng"), "level eq 7 %"),
        ("5", Context(None, "Chỉ số cải cách hành chính xếp hạng"), "rank le 5"),
    ],
)
def test_value_in_context(cell: str, context: Context, meaning: str) -> None:
    (measure,) = measures(cell, context)
    assert brief(measure.threshold) == meaning
