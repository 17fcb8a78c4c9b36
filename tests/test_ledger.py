"""Roles of numbers that no target takes, read in whole paragraphs and by columns."""

from __future__ import annotations

from typing import Any

import pytest
import regex

from extract.store import result_json
from extract.vocabulary import rows
from tests.samples import extracted

HEAD = """HỘI ĐỒNG NHÂN DÂN
TỈNH AN LẠC
Số: 12/NQ-HĐND

An Lạc, ngày 10 tháng 12 năm 2024

NGHỊ QUYẾT
Về nhiệm vụ công tác

"""


def roles(body: str, head: str = HEAD) -> list[tuple[str, str]]:
    result: dict[str, Any] = result_json(extracted((head + body + "\n").encode(), "a.txt"))
    return [
        (entry["text"], entry["role"])
        for entry in result["numbers"]
        if entry["locator"]["start"] >= len(head)
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Căn cứ Thông báo số\n552/TB-VP ngày 13 tháng 10 năm\n2024;",
            [("552", "citation"), ("13", "citation"), ("10", "citation"), ("2024", "citation")],
        ),
        ("Chương trình của tỉnh, giai đoạn 2026 -\n2030.", [("2026", "date"), ("2030", "date")]),
        ("Cuộc thi được chia thành\n02 vòng.", [("02", "quantity")]),
        ("1. Mở đầu\n2. Kết thúc", [("1", "ordinal"), ("2", "ordinal")]),
        ("1- Mở đầu\n10- Kết thúc", [("1", "ordinal"), ("10", "ordinal")]),
        ("162.000 con trâu được tiêm.", [("162.000", "quantity")]),
        ("70 tỷ đồng đã được cấp.", [("70", "quantity")]),
        ("30/4/2025: khánh thành.", [("30/4/2025", "date")]),
    ],
)
def test_a_line_is_read_in_its_paragraph(body: str, expected: list[tuple[str, str]]) -> None:
    assert roles(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Đường số 9, Quyết định số 12.", [("9", "identifier"), ("12", "citation")]),
        ("Luật Đất đai ngày 18/01/2024;", [("18/01/2024", "citation")]),
        ("Lưu: VT (05b).", [("05", "quantity")]),
        ("Chi 85.000đ cho phiên bản 5G.", [("85.000", "quantity"), ("5", "identifier")]),
        ("- Theo chuẩn của Luật Giáo dục 2019: đạt.", [("2019", "date")]),
        ("Đến ngày 30/9/2023, xã đã đạt 61,8%.", [("30/9/2023", "date"), ("61,8", "result")]),
        (
            "Trong 6 tháng đầu năm, xã đã đạt 61,8%. Xã nào đạt dưới 60% thì bị phê bình.",
            [("6", "date"), ("61,8", "result"), ("60", "condition")],
        ),
    ],
)
def test_roles_by_the_words_around(body: str, expected: list[tuple[str, str]]) -> None:
    given = roles(body)
    assert [entry for entry in given if entry in expected] == expected


def test_columns_tell_dues_results_and_ordinals() -> None:
    body = (
        "STT\tNội dung\tThực hiện năm 2023\tThời gian\n"
        "(1)\t(2)\t(3)\t(4)\n"
        "1\tSố lớp học\t55\t2025\n"
        "2\tSố thư viện\t8\t2025 - 2026"
    )
    assert roles(body) == [
        ("2023", "date"),
        *[(str(n), "ordinal") for n in range(1, 5)],
        *[("1", "ordinal"), ("55", "result"), ("2025", "deadline")],
        *[("2", "ordinal"), ("8", "result"), ("2025", "deadline"), ("2026", "deadline")],
    ]


def test_a_cell_goes_on_in_the_next_paragraph() -> None:
    body = "STT\tNội dung\n1\tLập sổ theo Hướng dẫn số<br>130 của Sở, thay sổ năm<br>2025"
    assert roles(body) == [("1", "ordinal"), ("130", "citation"), ("2025", "date")]


@pytest.mark.parametrize(
    ("row", "example"),
    [
        pytest.param(row, example, id=example)
        for row in rows("ledger")
        for example in row["examples"]
    ],
)
def test_vocabulary(row: dict[str, Any], example: str) -> None:
    """The numbers in ⟦ ⟧ have the role of the row."""
    marked = regex.findall(r"⟦(.*?)⟧", example)
    expected = [number for mark in marked for number in regex.findall(r"\d+(?:[./]\d+)*", mark)]
    given = roles(regex.sub(r"[⟦⟧]", "", example))
    assert [(number, row["role"]) in given for number in expected] == [True] * len(expected)
