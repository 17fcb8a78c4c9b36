"""For whom a target holds, which document a citation means, which of two thresholds asks less."""

from __future__ import annotations

from typing import Any

import pytest

from extract.lineage.citations import Library
from extract.lineage.decrees import Decree, decree
from extract.lineage.government import WHOLE, Authority, authority, holders, is_central, is_total
from extract.lineage.links import links
from extract.lineage.thresholds import adds_up, asks_less, comparable, differ
from extract.vocabulary import rows


@pytest.mark.parametrize("row", rows("government"), ids=lambda row: str(row["examples"][0]))
def test_government(row: dict[str, Any]) -> None:
    for example in row["examples"]:
        if {"place", "city", "body"} & row.keys():
            assert authority(example).level == row["level"]
        elif "holders" in row:
            assert holders(example) == row["level"]
        elif "symbol" in row:
            assert is_central(example)
        elif "total" in row:
            assert is_total(example)
        elif "amends" in row:
            assert decree("a.txt", 0, document(subject=example)).amends
        else:
            names = " ".join(example).casefold()
            assert all(word in names for word in row["whole"])


@pytest.mark.parametrize(
    ("name", "level", "place"),
    [
        ("Chủ tịch Ủy ban nhân dân huyện Cẩm Sơn", "district", "cẩm sơn"),
        ("Sở Nội vụ tỉnh An Lạc", "province", "an lạc"),
        ("UBND TP. Vĩnh Thanh", "district", "vĩnh thanh"),
        ("Ủy ban nhân dân Thành phố Hồ Chí Minh", "province", "hồ chí minh"),
        ("Ủy ban nhân dân xã Tân Hòa, huyện Cẩm Sơn", "commune", "tân hòa"),
        ("Bảo hiểm xã hội huyện Cẩm Sơn", "district", "cẩm sơn"),
        ("Tỉnh ủy An Lạc", "province", None),
        ("Thủ tướng Chính phủ", "central", None),
        (None, None, None),
    ],
)
def test_authority(name: str | None, level: str | None, place: str | None) -> None:
    assert authority(name) == Authority(level, place)


def test_two_levels_in_one_phrase_are_none() -> None:
    assert holders("cấp huyện và cấp xã") is None


def level(comparator: str, value: float, unit: str = "%", **more: Any) -> dict[str, Any]:
    return {"kind": "level", "comparator": comparator, "value": value, "unit": unit, **more}


@pytest.mark.parametrize(
    ("lower", "upper", "less"),
    [
        (level("ge", 35), level("ge", 40), True),
        (level("ge", 40), level("ge", 40), False),
        (level("ge", 45), level("ge", 40), False),
        (level("ge", 40), level("gt", 40), True),  # "từ 40%" lets 40 pass, "trên 40%" does not
        (level("gt", 40), level("ge", 40), False),
        (level("eq", 40), level("ge", 40), False),
        (level("le", 3), level("lt", 3), True),
        (level("le", 2), level("le", 3), False),
        (level("ge", 98), level("eq", 100), True),
        (level("ge", 900, "triệu đồng"), level("ge", 1, "tỷ đồng"), True),
        ({"kind": "range", "value": 7, "max": 8, "unit": "%"}, level("ge", 7.5), True),
    ],
)
def test_asks_less(lower: dict[str, Any], upper: dict[str, Any], less: bool) -> None:
    assert comparable(lower, upper)
    assert asks_less(lower, upper, less_is_better=False) == less


def test_of_a_bare_value_the_side_counts_to_which_it_shall_move() -> None:
    assert asks_less(level("eq", 4), level("eq", 3), less_is_better=True)
    assert not asks_less(level("eq", 2), level("eq", 3), less_is_better=True)


def test_a_bare_value_does_not_differ_from_its_minimum() -> None:
    assert not differ(level("eq", 40), level("ge", 40))
    assert differ(level("eq", 40), level("gt", 40))
    assert differ(level("ge", 40), level("gt", 40))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (level("ge", 2, "xã"), level("ge", 2)),
        (level("ge", 2, "mô hình", each=True), level("ge", 2, "mô hình")),
        (level("ge", 2, "tin", per="P1Y"), level("ge", 2, "tin", per="P1M")),
        (level("ge", 2, "triệu đồng"), level("ge", 2, "triệu USD")),
        (
            {"kind": "change", "direction": "increase", "value": 2, "unit": "%"},
            {"kind": "change", "direction": "decrease", "value": 2, "unit": "%"},
        ),
    ],
)
def test_not_comparable(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert not comparable(one, other)


def test_what_adds_up() -> None:
    assert adds_up("Số lao động được tạo việc làm", level("eq", 900, "người"))
    assert not adds_up("Tỷ lệ hộ nghèo", level("eq", 3))
    assert not adds_up("Thu nhập bình quân đầu người", level("eq", 60, "triệu đồng"))


# ------------------------------------------------------------------------------ citations


def document(**fields: Any) -> dict[str, Any]:
    empty = dict.fromkeys(("number", "kind", "issuer", "place", "date", "subject", "signatory"))
    return {**empty, "cites": [], "targets": [], **fields}


def cites(number: str, date: str | None = None, issuer: str | None = None) -> dict[str, Any]:
    return {"number": number, "kind": "kế hoạch", "date": date, "issuer": issuer}


PROVINCE, DISTRICT = "Ủy ban nhân dân tỉnh An Lạc", "Ủy ban nhân dân huyện Cẩm Sơn"
OTHER = "Ủy ban nhân dân huyện Bình Lâm"


def plan(name: str, number: str, issuer: str, date: str, **fields: Any) -> Decree:
    return decree(name, 0, document(number=number, issuer=issuer, date=date, **fields))


def test_a_number_alone_is_no_proof() -> None:
    """Two districts have a plan of one number: a citation means that of its own district."""
    own = plan("own.txt", "15/KH-UBND", DISTRICT, "2024-02-01")
    other = plan("other.txt", "15/KH-UBND", OTHER, "2024-02-03")
    citing = plan(
        "b.txt",
        "20/KH-UBND",
        DISTRICT,
        "2024-03-01",
        cites=[cites("15/KH-UBND", None, "UBND huyện")],
    )
    library = Library([own, other, citing])
    assert library.cited(citing, citing.cites[0]) is own
    assert library.cited(citing, cites("15/KH-UBND", "2024-02-03", "UBND huyện Bình Lâm")) is other
    assert library.cited(citing, cites("15/KH-UBND", "2024-02-03")) is None
    assert library.cited(citing, cites("15/KH-UBND", "2023-02-01")) is None


def test_a_later_decree_is_not_cited() -> None:
    later = plan("later.txt", "15/KH-UBND", PROVINCE, "2024-05-01")
    citing = plan("b.txt", "20/KH-UBND", DISTRICT, "2024-03-01", cites=[cites("15/KH-UBND")])
    assert Library([later, citing]).cited(citing, citing.cites[0]) is None


def test_decrees_that_cite_one_another_end() -> None:
    one = plan(
        "a.txt", "1/KH-UBND", PROVINCE, "2024-01-01", cites=[cites("2/KH-UBND", "2024-01-01")]
    )
    two = plan(
        "b.txt", "2/KH-UBND", PROVINCE, "2024-01-01", cites=[cites("1/KH-UBND", "2024-01-01")]
    )
    library = Library([one, two])
    assert [found.file for found in library.ancestors(one)] == ["b.txt"]


def target(indicator: str, threshold: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {
        "id": f"{indicator} {threshold}",
        "origin": "prose",
        "indicator": indicator,
        "content": None,
        "statement": indicator,
        "section": [],
        "agencies": [],
        "applies_to": None,
        "due": None,
        "threshold": threshold,
        "doubts": [],
        "source": [],
        **fields,
    }


def test_a_letter_that_cites_the_same_missing_decision_hands_its_values_down() -> None:
    """The province's decision is not there; a letter of its department gives the values of each
    level, a district's decision answers."""
    decision = cites("194/QĐ-UBND", "2024-01-23", "UBND tỉnh An Lạc")
    letter = plan(
        "letter.txt",
        "506/SNV-TT",
        "Sở Nội vụ tỉnh An Lạc",
        "2024-02-20",
        cites=[decision],
        targets=[
            target("tỷ lệ hồ sơ trực tuyến", level("ge", 40), applies_to="cấp huyện"),
            target("tỷ lệ hồ sơ trực tuyến", level("ge", 30), applies_to="cấp xã"),
            target("tỷ lệ hồ sơ đúng hạn", level("ge", 99)),
        ],
    )
    answer = plan(
        "answer.txt",
        "145/QĐ-UBND",
        DISTRICT,
        "2024-04-08",
        cites=[decision],
        targets=[
            target("Tỷ lệ hồ sơ giải quyết trực tuyến", level("ge", 40)),
            target(
                "Tỷ lệ hồ sơ giải quyết trực tuyến", level("ge", 25), section=["II. UBND CÁC XÃ"]
            ),
            target("Tỷ lệ hồ sơ giải quyết đúng hạn", level("ge", 97)),
        ],
    )
    found = links(answer, Library([letter, answer]))
    assert [(link.holding.threshold["value"], link.upper.threshold["value"]) for link in found] == [
        (40, 40),
        (25, 30),
    ]


def test_a_total_holds_for_the_whole() -> None:
    total = target("Số lao động có việc làm", level("eq", 900, "người"), applies_to="Tổng cộng")
    own = target("Số lao động có việc làm", level("eq", 900, "người"), applies_to="huyện Cẩm Sơn")
    found = plan("a.txt", "1/KH-UBND", DISTRICT, "2024-01-01", targets=[total, own])
    assert [holding.part for holding in found.holdings] == [WHOLE, WHOLE]
