"""The ledger's roles against hand labels: the share that agrees may only rise."""

from __future__ import annotations

import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

import regex

from extract.scoring.floors import compared
from extract.store import result_json
from tests.samples import FORMATS, LABELS, STEMS, extracted, sample
from tests.test_accuracy import OTHER_FLOORS

PASSAGES = tomllib.loads((LABELS / "ledger_roles.toml").read_text("utf-8"))["passage"]
HEAD = """ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
HUYỆN SUỐI VÀNG\tĐộc lập - Tự do - Hạnh phúc
Số: 57/KH-UBND\tSuối Vàng, ngày 12 tháng 02 năm 2024

KẾ HOẠCH
Thực hiện nhiệm vụ công tác năm 2024

"""
#: Of all numbers at most so many may have the role ``unknown``.
MOST_UNKNOWN = 0.01


@cache
def entries(text: str) -> list[dict[str, Any]]:
    """The entries of a passage, ``start`` and ``end`` counted in it."""
    result = result_json(extracted((HEAD + text + "\n").encode(), "passage.txt"))
    found = []
    for entry in result["numbers"]:
        start, end = (entry["locator"][key] - len(HEAD) for key in ("start", "end"))
        if start >= 0:
            found.append({**entry, "start": start, "end": end})
    return found


def judged() -> Iterator[tuple[str, str, list[str], list[str]]]:
    """Every labelled number: its passage's group, its context, its roles and those that were given
    to it."""
    for passage in PASSAGES:
        text = unicodedata.normalize("NFC", passage["text"])
        at = 0
        for label in passage["roles"]:
            number, *roles = (unicodedata.normalize("NFC", part) for part in label)
            alone = regex.compile(rf"(?<![\d.,]){regex.escape(number)}(?!\d|[.,]\d)")
            match = alone.search(text, at)
            start = match.start() if match else text.index(number, at)
            at = start + len(number)
            given = [e["role"] for e in entries(text) if e["start"] < at and start < e["end"]]
            context = f"{text[max(start - 40, 0) : start]}⟦{number}⟧{text[at : at + 20]}"
            yield passage["group"], context.replace("\n", " ⏎ "), roles, given


def test_roles_agree_with_the_labels() -> None:
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    mistakes = []
    for group, context, roles, given in judged():
        agrees = all(role in roles for role in given) if given else "none" in roles
        right[group] += agrees
        total[group] += 1
        if not agrees:
            mistakes.append(f"{'|'.join(roles)} ← {'/'.join(given) or 'no entry'}: {context}")
    assert sum(total.values()) >= 300
    agreed = sum(right.values()) / sum(total.values())
    fallen, risen = compared(OTHER_FLOORS["ledger"], {"agreed": agreed})
    shares = [f"{right[group]} of {total[group]}: {group}" for group in total]
    assert not fallen, "\n".join(["roles fell:", *fallen, *shares, *mistakes])
    assert not risen, "\n".join(["roles rose: write into other_floors.toml under [ledger]", *risen])


def test_hardly_a_number_is_unknown() -> None:
    roles = Counter(
        entry["role"]
        for kind in FORMATS
        for stem in STEMS
        for entry in sample(stem, kind).result["numbers"]
    )
    for passage in PASSAGES:
        roles.update(e["role"] for e in entries(unicodedata.normalize("NFC", passage["text"])))
    assert roles["unknown"] <= MOST_UNKNOWN * roles.total()
