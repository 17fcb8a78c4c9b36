"""What a spreadsheet prints for a number, and that the value comes back out of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.numbers import value
from extract.readers.number_format import BUILT_IN, printed

PRINTED = [
    # plain
    (40, "General", "40"),
    (2025, "General", "2025"),
    (6.8, "General", "6,8"),
    (33.74668725180189, "General", "33,74668725"),
    (0.1 + 0.2, "General", "0,3"),
    (1234567890123, "General", "1234567890123"),
    (1e-7, "General", "0,0000001"),
    (1.5, "@", "1,5"),
    # places, thousands
    (6.25, "0.0", "6,3"),
    (2.5, "0", "3"),
    (7, "00", "07"),
    (1234567, "#,##0", "1.234.567"),
    (1234.5, "#,##0.0", "1.234,5"),
    (0.5, "#,##0.##", "0,5"),
    (5, "0.##", "5"),
    (0.5, "#.##", "0,5"),
    (1234567, "#,##0.0,", "1.234,6"),
    # percentages
    (0.4, "0%", "40%"),
    (0.405, "0.0%", "40,5%"),
    (1.15, "0%", "115%"),
    # words beside the number
    (7, '0" xã"', "7 xã"),
    (1234.5, r"#,##0.00\ [$₫-42A]", "1.234,50 ₫"),
    (12, "[$-42A]0.0", "12,0"),
    (12.5, "[Blue]0.0", "12,5"),
    (12.5, '[>=10]0.0" cao";0', "12,5 cao"),
    (8, '[>=10]0.0" cao";0', "8"),
    # below and at nothing: a minus, never brackets or a colour alone
    (-5, "0", "-5"),
    (-5, "#,##0_);(#,##0)", "-5"),
    (-5.5, "0.0;[Red]0.0", "-5,5"),
    (-0.001, "0.0", "0,0"),
    (0, '_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-', "-"),
    (1234, '_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-', "1.234"),
    (0, "0;-0;;@", ""),
    # what would be read as another number is printed out
    (120000, "0.0E+00", "120000"),
    (0.5, "# ?/?", "0,5"),
    # dates: the day first, four digits of the year
    (45641, "dd/mm/yyyy", "15/12/2024"),
    (45641, BUILT_IN[14], "15/12/2024"),
    (45641, "m/d/yyyy", "15/12/2024"),
    (45641, "dd/mm/yy;@", "15/12/2024"),
    (45641, "yyyy-mm-dd", "15/12/2024"),
    (45641, "[$-409]mmmm d, yyyy;@", "15/12/2024"),
    (45641, "mmm-yy", "12/2024"),
    (45641, "mm/yyyy", "12/2024"),
    (45641, '"ngày "dd" tháng "mm" năm "yyyy', "ngày 15 tháng 12 năm 2024"),
    (0.75, "h:mm", "18:00"),
    (1.5, "[h]:mm", "36:00"),
    (-3, "dd/mm/yyyy", "-3"),
    # no number at all
    (float("inf"), "0.0", "inf"),
    (1e300, "0.00", "1e+300"),
]


@pytest.mark.parametrize(("number", "code", "string"), PRINTED)
def test_what_is_printed(number: float, code: str, string: str) -> None:
    assert printed(number, code) == string


def test_the_other_calendar_begins_four_years_later() -> None:
    assert printed(44179, "dd/mm/yyyy", date1904=True) == "15/12/2024"


@given(
    st.decimals(-999_999, 999_999, places=2, allow_nan=False),
    st.sampled_from(["General", "0.00", "#,##0.00", "0.00;[Red]0.00", "#,##0.00_);(#,##0.00)"]),
)
def test_the_value_comes_back(number: object, code: str) -> None:
    amount = float(str(number))
    string = printed(amount, code)
    assert value(string.lstrip("-"))[0] == abs(amount)
    assert string.startswith("-") == (amount < 0)


@given(st.text(max_size=30), st.floats(allow_nan=False))
def test_no_format_is_too_strange(code: str, number: float) -> None:
    assert isinstance(printed(number, code), str)
