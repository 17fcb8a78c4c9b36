"""A decree as it was typed before Unicode: in TCVN3 or VNI, as DOCX with their fonts or as text."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from copy import deepcopy
from itertools import groupby
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FONTS = {"tcvn3": ".VnTime", "tcvn3 capitals": ".VnTimeH", "vni": "VNI-Times"}

# Vowel, then its TCVN3 characters: plain, grave, hook, tilde, acute, dot.
_TCVN3 = """
aaµ¶·¸¹ ă¨»¼½¾Æ â©ÇÈÉÊË eeÌÎÏÐÑ êªÒÓÔÕÖ ii×ØÜÝÞ ooßáâãä ô«åæçèé ơ¬êëìíî uuïñòóô ư\xadõö÷øù yyúûüýþ
"""
_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
_PLAIN_CAPITALS = dict(zip("ĂÂÊÔƠƯĐ", "¡¢£¤¥¦§", strict=True))
# Tone, or breve or circumflex with tone → the mark after the letter.
_VNI_MARKS = {
    **dict(zip(_TONES, ("", "ø", "û", "õ", "ù", "ï"), strict=True)),
    **{"\u0302" + tone: mark for tone, mark in zip(_TONES, "âàåãáä", strict=True)},
    **{"\u0306" + tone: mark for tone, mark in zip(_TONES, "êèúüéë", strict=True)},
}
_VNI_ALONE = dict(zip("đỉĩịỵìí", "ñæóòîìí", strict=True))


def _tcvn3_letters() -> dict[str, str]:
    rows = (row for row in _TCVN3.strip(" \n").split(" "))
    return {
        unicodedata.normalize("NFC", row[0] + tone): char
        for row in rows
        for tone, char in zip(_TONES, row[1:], strict=True)
    } | {"đ": "®"}


_SMALL = _tcvn3_letters()


def tcvn3(string: str) -> str:
    """As typed without the fonts for capitals: capitals with tones become small letters."""
    return "".join(
        _PLAIN_CAPITALS.get(char) or (char if char.isascii() else _SMALL.get(char.lower(), char))
        for char in unicodedata.normalize("NFC", string)
    )


def vni(string: str) -> str:
    return "".join(map(_vni_letter, unicodedata.normalize("NFC", string)))


def _vni_letter(char: str) -> str:
    lower = char.lower()
    if char.isascii() or not char.isalpha():
        return char
    if lower in _VNI_ALONE:
        found = _VNI_ALONE[lower]
    else:
        letter, *marks = unicodedata.normalize("NFD", lower)
        if "\u031b" in marks:  # the horn of ơ and ư
            letter = {"o": "ô", "u": "ö"}[letter]
            marks.remove("\u031b")
        # NFD puts the dot below before the circumflex.
        key = "".join(sorted(marks, key=lambda mark: mark not in "\u0302\u0306"))
        found = letter + _VNI_MARKS[key]
    return found if char == lower else found.upper()


def runs(string: str, encoding: str) -> Iterator[tuple[str, str]]:
    """(raw text, font) for each run: TCVN3 needs another font for capitals with tones."""
    string = unicodedata.normalize("NFC", string)
    if encoding == "vni":
        yield vni(string), FONTS["vni"]
        return
    for capital, chars in groupby(string, _needs_capitals):
        font = FONTS["tcvn3 capitals" if capital else "tcvn3"]
        yield tcvn3("".join(chars)), font


def _needs_capitals(char: str) -> bool:
    return char.isupper() and not char.isascii() and char not in _PLAIN_CAPITALS


def docx(data: bytes, encoding: str, where: str = ".") -> bytes:
    """The DOCX file with the runs in old fonts whose text ``where`` is found in."""
    found = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(found, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if re.fullmatch(r"word/(document|header\d*|footer\d*)\.xml", name):
                root = etree.fromstring(part)
                for run in list(root.iter(W + "r")):
                    if re.search(where, "".join(run.itertext())):
                        _type_again(run, encoding)
                part = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
            target.writestr(name, part)
    return found.getvalue()


def _type_again(run: Any, encoding: str) -> None:
    texts = run.findall(W + "t")
    if len(texts) != 1:
        return
    for raw, font in runs(texts[0].text or "", encoding):
        typed = deepcopy(run)
        properties = typed.find(W + "rPr")
        if properties is None:
            properties = etree.Element(W + "rPr")
            typed.insert(0, properties)
        for fonts in properties.findall(W + "rFonts"):
            properties.remove(fonts)
        properties.insert(0, etree.Element(W + "rFonts", {W + "ascii": font, W + "hAnsi": font}))
        text = typed.find(W + "t")
        text.text = raw
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        run.addprevious(typed)
    run.getparent().remove(run)
