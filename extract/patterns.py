"""Words of the user's own: a file of patterns in the format of spaCy's EntityRuler, one JSON object
a line.

    {"label": "AGENCY", "pattern": "VNPT Bình Sơn"}
    {"label": "RESULT", "pattern": [{"LOWER": "ước"}, {"LOWER": "đạt"}]}

One file is in use at a time in a process (:func:`using`). The grammar asks :func:`spans`, which is
empty and free where no file is in use; spaCy is imported only when a file is read.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import _lru_cache_wrapper, lru_cache
from typing import Any, TypeVar

import orjson

from extract.errors import BadPatterns, EmptyFile, NoSpacy
from extract.text import clean, fold

#: What a pattern can be: one agency's name, a unit of measure, or a cue as in ``contexts.toml``.
LABELS = ("AGENCY", "UNIT", "GOAL", "RESULT", "CONDITION", "AMOUNT")
CUES = frozenset(("GOAL", "RESULT", "CONDITION", "AMOUNT"))

#: Label, start and end in a string.
Span = tuple[str, int, int]

_T = TypeVar("_T")

# Keys of a token pattern that only a trained pipeline fills: they would never fit.
_TRAINED = frozenset(("POS", "TAG", "MORPH", "DEP", "LEMMA", "IS_SENT_START", "SENT_START", "_"))
_TRAINED |= frozenset(("ENT_TYPE", "ENT_IOB", "ENT_ID", "ENT_KB_ID"))


class Patterns:
    """The patterns in ``data``, the bytes of the file ``name``.

    Phrases fit whatever their case, and both fit in either spelling of the tone mark (uỷ, ủy).
    Raises :class:`EmptyFile`, :class:`BadPatterns` or :class:`NoSpacy`.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self.data, self.name = data, name
        self._ruler = _ruler(list(_entries(data, name)), name)
        #: What stands in a string, from the left; where two overlap, the longer.
        self.spans = lru_cache(maxsize=4096)(self._spans)

    def __reduce__(self) -> tuple[type[Patterns], tuple[bytes, str]]:
        """How a worker process gets them."""
        return Patterns, (self.data, self.name)

    def _spans(self, string: str) -> tuple[Span, ...]:
        found = self._ruler(self._ruler.nlp.make_doc(fold(string))).ents
        if not found:
            return ()
        tokens = list(_TOKEN.finditer(string))
        return tuple((e.label_, tokens[e.start].start(), tokens[e.end - 1].end()) for e in found)


# --------------------------------------------------------------------------- in use

_in_use: Patterns | None = None
_remembering: list[_lru_cache_wrapper[Any]] = []


def spans(string: str) -> tuple[Span, ...]:
    """Where the patterns in use stand in ``string``, which is in NFC."""
    return _in_use.spans(string) if _in_use is not None else ()


def remembered(function: Callable[..., _T]) -> _lru_cache_wrapper[_T]:
    """A bounded cache for a function that hangs on the patterns in use: it forgets with them."""
    cached = lru_cache(maxsize=4096)(function)
    _remembering.append(cached)
    return cached


@contextmanager
def using(patterns: Patterns | None) -> Iterator[None]:
    """Has the grammar read by ``patterns``, and nothing else of it, inside the block."""
    global _in_use
    before = _in_use
    if patterns is before:
        yield
        return
    try:
        _in_use = patterns
        _forget()
        yield
    finally:
        _in_use = before
        _forget()


def _forget() -> None:
    for cached in _remembering:
        cached.cache_clear()


# --------------------------------------------------------------------------- the file


def _entries(data: bytes, name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Each line's number and pattern, its strings in the form that the grammar reads."""
    try:
        lines = data.decode("utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        number = data.count(b"\n", 0, error.start) + 1
        raise BadPatterns(f"{name}, line {number}: not UTF-8") from error
    filled = [(number, line) for number, line in enumerate(lines, 1) if line.strip()]
    if not filled:
        raise EmptyFile(f"{name}: no pattern in this file")
    labels: dict[str, tuple[str, int]] = {}
    for number, line in filled:
        try:
            label, pattern = _entry(line)
            same = orjson.dumps(pattern).decode().lower()
            first, where = labels.setdefault(same, (label, number))
            if first != label:
                raise ValueError(f"{label}, but the same pattern is {first} in line {where}")
        except (ValueError, RecursionError) as error:
            raise BadPatterns(f"{name}, line {number}: {error}") from error
        yield number, {"label": label, "pattern": pattern}


def _entry(line: str) -> tuple[str, str | list[Any]]:
    """Label and pattern of a line. Raises :class:`ValueError`."""
    try:
        entry = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        raise ValueError(f"no JSON object ({error.msg}, column {error.colno})") from error
    if not isinstance(entry, dict) or set(entry) - {"id"} != {"label", "pattern"}:
        raise ValueError('not of the form {"label": ..., "pattern": ...}')
    label, pattern = entry["label"], entry["pattern"]
    if label not in LABELS:
        given = orjson.dumps(label).decode()
        raise ValueError(f"{given} is no label; the labels are {', '.join(LABELS)}")
    if isinstance(pattern, str):
        pattern = fold(clean(pattern))
    elif isinstance(pattern, list):
        pattern = _normal(pattern)
        used = {key.upper() for token in pattern if isinstance(token, dict) for key in token}
        if trained := sorted(used & _TRAINED):
            raise ValueError(f"{', '.join(trained)} needs a trained model, and none is in use")
    else:
        raise ValueError("a pattern is a string or a list of tokens")
    if not pattern:
        raise ValueError("the pattern is empty")
    return label, pattern


def _normal(value: Any) -> Any:
    """A token pattern with every string in NFC and in one spelling of the tone mark."""
    if isinstance(value, str):
        return fold(clean(value))
    if isinstance(value, list):
        return [_normal(item) for item in value]
    if isinstance(value, dict):
        return {key: _normal(item) for key, item in value.items()}
    return value


# --------------------------------------------------------------------------- spaCy

# A word, a number or a sign: "m2" is a word, "50kWp" a number and a word.
_TOKEN = re.compile(r"[^\W\d_]\w*|\d+(?:[.,]\d+)*|\S")


def _ruler(entries: list[tuple[int, dict[str, Any]]], name: str) -> Any:
    """spaCy's EntityRuler with the patterns, on a pipeline that only splits text into tokens."""
    try:
        import spacy
        from spacy.pipeline import EntityRuler
        from spacy.tokens import Doc
    except ImportError as error:
        raise NoSpacy(f"{name}: patterns need spaCy ({error})") from error
    nlp = spacy.blank("xx")
    nlp.max_length = sys.maxsize  # the limit is for what learns, and nothing here does
    # spaCy's own rules leave "III/2025" and "50kWp" whole.
    nlp.tokenizer = lambda string: Doc(nlp.vocab, words=_TOKEN.findall(string))
    ruler = EntityRuler(nlp, phrase_matcher_attr="LOWER", validate=True)
    ruler.add_patterns([entry for _, entry in entries if isinstance(entry["pattern"], str)])
    for number, entry in entries:
        if isinstance(entry["pattern"], str):
            continue
        try:
            ruler.add_patterns([entry])
        except (ValueError, re.error) as error:
            raise BadPatterns(f"{name}, line {number}: {_first_fault(error)}") from error
    return ruler


def _first_fault(error: Exception) -> str:
    """What spaCy says of a token pattern, without its preamble."""
    lines = [line.strip("- ") for line in str(error).splitlines()]
    return next((line for line in lines if line.startswith("[pattern")), lines[0])
