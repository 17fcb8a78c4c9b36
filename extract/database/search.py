"""Search by words, with marks or without: "Đất đai", "đất đai" and "dat dai" find the same targets.

Both databases index ``targets.folded``, which holds plain words only, because they cut signs and
numbers into words each in its own way.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from sqlalchemy import Connection, Row, text

_FOUND = {
    "sqlite": "SELECT * FROM targets_in_force WHERE record_id IN "
    "(SELECT rowid FROM target_search WHERE target_search MATCH :words) ORDER BY record_id",
    "postgresql": "SELECT * FROM targets_found(:words) ORDER BY record_id",
}


def folded(string: str) -> str:
    """The words of ``string`` in small letters without marks, single spaces between; đ is d."""
    return _unmarked(string).replace("đ", "d")


def folded_record(texts: Iterable[str | None]) -> str | None:
    """What is indexed of a record: its different texts, folded; None where no word is in them.

    Words with đ come a second time with it, so that a search that folds nothing finds them too
    (Datasette's: SQLite takes every other mark away by itself).
    """
    unmarked = " ".join(dict.fromkeys(_unmarked(string) for string in texts if string))
    with_bar = dict.fromkeys(word for word in unmarked.split() if "đ" in word)
    return " ".join([unmarked.replace("đ", "d"), *with_bar]) or None


def found(connection: Connection, words: str) -> Sequence[Row[tuple[object, ...]]]:
    """The rows of the view ``targets_in_force`` that hold every one of ``words``."""
    wanted = folded(words)
    if not wanted:
        return []
    dialect = connection.dialect.name
    if dialect == "sqlite":
        wanted = " ".join(f'"{word}"' for word in wanted.split())
    return connection.execute(text(_FOUND[dialect]), {"words": wanted}).all()


@lru_cache(maxsize=4096)  # headings and agencies come again and again
def _unmarked(string: str) -> str:
    return " ".join(string.translate(_UNMARKED).split())


class _Unmarked(dict[int, str]):
    """Character → what stands for it in a word without marks, a space where it belongs to none."""

    def __missing__(self, code: int) -> str:
        letters = unicodedata.normalize("NFD", chr(code)).lower()
        self[code] = "".join(
            letter if letter.isalnum() else "" if unicodedata.combining(letter) else " "
            for letter in letters
        )
        return self[code]


_UNMARKED = _Unmarked()
