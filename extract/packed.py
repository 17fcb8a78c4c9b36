"""Many records in little memory."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar, overload

_Item = TypeVar("_Item")


class Packed(Sequence[_Item]):
    """A sequence that grows at its end. Each time that it has grown by ``together`` they are packed
    into a fifth of their room; who goes through them unpacks as many at a time."""

    def __init__(self, together: int) -> None:
        self._together = together
        self._packs: list[bytes] = []
        self._last: list[_Item] = []

    def append(self, item: _Item) -> None:
        if len(self._last) == self._together:
            self._packs.append(pickle.dumps(self._last, pickle.HIGHEST_PROTOCOL))
            self._last.clear()
        self._last.append(item)

    def __len__(self) -> int:
        return len(self._packs) * self._together + len(self._last)

    def __iter__(self) -> Iterator[_Item]:
        for pack in self._packs:
            yield from pickle.loads(pack)
        yield from self._last

    @overload
    def __getitem__(self, at: int) -> _Item: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[_Item]: ...
    def __getitem__(self, at: Any) -> Any:
        return tuple(self)[at]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __repr__(self) -> str:
        return repr(tuple(self))
