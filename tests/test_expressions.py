"""Both engines of regular expressions read the samples alike."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import regex

from extract.expressions import compiled

# Every pattern that a run over two samples compiles for Python's own engine.
_RECORDING = """
import json, re, sys
from extract import expressions
seen = {}
plain = expressions.compiled
def compiled(pattern, flags=0):
    made = plain(pattern, flags)
    if isinstance(made, re.Pattern):
        seen[json.dumps([pattern, int(flags)])] = made.pattern
    return made
expressions.compiled = compiled
from pathlib import Path
from extract.pipeline import extract_file
for path in sys.argv[1:]:
    extract_file(Path(path))
print(json.dumps([[*json.loads(key), made] for key, made in seen.items()]))
"""
_SAMPLES = ("corpus/txt/kh_42_chuyen_doi_so.txt", "corpus/docx/kh_58_nuoc_sach.docx")


@pytest.fixture(scope="module")
def patterns() -> list[tuple[str, int, str]]:
    run = [sys.executable, "-c", _RECORDING, *_SAMPLES]
    printed = subprocess.run(run, capture_output=True, text=True, check=True).stdout
    return [(pattern, flags, made) for pattern, flags, made in json.loads(printed)]


def test_both_engines_find_the_same_in_the_samples(patterns: list[tuple[str, int, str]]) -> None:
    texts = [path.read_text("utf-8") for path in sorted(Path("corpus/txt").glob("*.txt"))[::3]]
    lines = sorted({line for text in texts for line in text.splitlines() if line.strip()})[::4]
    assert len(patterns) > 200
    for pattern, flags, made in patterns:
        one, other = re.compile(made, flags), regex.compile(pattern, flags)
        for line in lines:
            found = [(match.span(), match.groups()) for match in one.finditer(line)]
            assert found == [(match.span(), match.groups()) for match in other.finditer(line)], (
                pattern
            )


@pytest.mark.parametrize(
    ("pattern", "string", "found"),
    [
        (r"\p{L}+", "85 m²/ngày, Ⅳ ½ ①", ["m", "ngày"]),
        (r"[\p{L}\d]+", "85 m²/ngày", ["85", "m", "ngày"]),
        (r"[^\p{L}]+", "đạt 85%", [" 85%"]),
        (r"\p{Lu}\p{Ll}+", "Ủy ban nhân dân xã Ðất Ỷ", ["Ủy", "Ðất"]),
        (r"[\p{L}\p{N}]+", "m² ½ x", ["m²", "½", "x"]),
        (r"[\]\p{Lu}]+", "x]Đ[", ["]Đ"]),
        (r"[\p{L} ()]+", "ᨀ² б ½(x)", ["ᨀ", " б ", "(x)"]),
        (r"[^\p{L}\d,/%]+", "đạt: 85,5%; ½", [": ", "; ½"]),
        (r"(?<![\p{L}&])\d+", "x1 &2 3", ["3"]),
        (r"(?i)(?r)(?<!\p{L})đạt\s", "ĐẠT 85", ["ĐẠT "]),
    ],
)
def test_properties_hold_the_letters_of_vietnamese(
    pattern: str, string: str, found: list[str]
) -> None:
    assert [match[0] for match in compiled(pattern).finditer(string)] == found
    assert regex.findall(pattern, string) == found


def test_what_only_regex_can_do_is_left_to_it() -> None:
    assert isinstance(compiled(r"(?<=năm|trong tháng) \d+"), regex.Pattern)
    assert isinstance(compiled(r"(?P<a>x)|(?P<a>y)"), regex.Pattern)
    assert isinstance(compiled(r"đạt \p{L}+"), re.Pattern)
