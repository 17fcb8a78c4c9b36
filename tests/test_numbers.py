"""Which numbers of a text name something, and their role in the ledger."""

from __future__ import annotations

import pytest

from extract.numbers import identifiers, numbers


def named(text: str) -> list[tuple[str, str]]:
    return [(text[start:end], role) for start, end, role in identifiers(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("các tháng 3, 6 và 9", [("3, 6 và 9", "date")]),
        ("khoản 1, 2 Điều 5", [("1, 2", "citation"), ("5", "citation")]),
        ("trước ngày 10/6, 10/12", [("10/6, 10/12", "date")]),
        ("Fax: (0263) 3881.246; địa chỉ", [("(0263) 3881.246", "identifier")]),
        ("mã số thuế 5800123456", [("thuế 5800123456", "identifier")]),
        ("https://anlac.gov.vn/tin/2024/57", [("https://anlac.gov.vn/tin/2024/57", "identifier")]),
        ("ký lúc 23.02.2024 16:42:10", [("23.02.2024", "date"), ("16:42:10", "date")]),
    ],
)
def test_what_a_word_names(text: str, expected: list[tuple[str, str]]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Trước ngày 30/6/2025, 05 xã đạt chuẩn", 5),
        ("Trong tháng 6, 05 xã đạt chuẩn", 5),
        ("Ngày 15/6 và 100 hộ tham gia", 100),
        ("cấp chữ ký số 500 người", 500),
        ("tập huấn kỹ năng số 03 lớp", 3),
        ("chỉ số 80 điểm", 80),
        ("Dân số 400 triệu đồng", 400),
        ("kinh phí 1.265.400.000 đồng", 1_265_400_000),
    ],
)
def test_what_only_stands_beside_a_name_measures(text: str, value: float) -> None:
    assert [number.value for number in numbers(text)] == [value]
