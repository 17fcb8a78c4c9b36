"""Sequences of many records: packed or not, they are the same."""

from __future__ import annotations

import pytest

from extract.model import NumberEntry, TextLocator
from extract.packed import Packed


def _numbers(count: int) -> list[NumberEntry]:
    return [
        NumberEntry(f"{at}", "target", TextLocator(at, at + 1), ("t1",), None if at % 2 else "½")
        for at in range(count)
    ]


def _packed(numbers: list[NumberEntry]) -> Packed[NumberEntry]:
    packed = Packed[NumberEntry](2000)
    for number in numbers:
        packed.append(number)
    return packed


@pytest.mark.parametrize("count", [0, 1, 2000, 2001, 6500])
def test_what_is_packed_comes_out_as_it_went_in(count: int) -> None:
    numbers = _numbers(count)
    packed = _packed(numbers)
    assert list(packed) == numbers
    assert len(packed) == count
    assert packed == numbers
    assert packed == _packed(numbers)
    assert packed != _packed(_numbers(count + 1))
    assert packed[:7] == tuple(numbers[:7])
    assert not count or packed[-1] == numbers[-1]
