"""What the HTML standard says about elements and attributes, as far as it decides what is
printed."""

from __future__ import annotations

import html

import regex

from extract.expressions import compiled

#: Elements without content.
VOID = frozenset(
    (  # noqa: SIM905
        "area base br col embed hr img input link meta param source track wbr"
    ).split()
)
#: Their content is no markup, and not printed as text.
RAW_TEXT = frozenset(
    (  # noqa: SIM905
        "script style textarea title noscript iframe xmp noframes"
    ).split()
)
#: Not printed, or no part of the text: what is drawn, what is operated.
NOT_PRINTED = frozenset(
    (  # noqa: SIM905
        "head template svg canvas audio video object select datalist button del"
    ).split()
)
#: What a site puts around its pages, by element and by ARIA role.
FURNITURE = frozenset(["nav", "aside", "header", "footer"])
ROLES_OF_FURNITURE = frozenset(["navigation", "banner", "contentinfo", "complementary", "search"])
CELLS = ("td", "th")
SECTIONS = frozenset(["table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption"])
#: Elements that may be closed across the blocks within them.
INLINE = frozenset(
    (  # noqa: SIM905
        "a abbr acronym b big cite code del em font i ins kbd label mark nobr q s small span "
        "strike strong sub sup tt u var"
    ).split()
)
#: Elements before which an open paragraph ends.
PARAGRAPH_ENDS = frozenset(
    (  # noqa: SIM905
        "address article aside blockquote center dd details dialog div dl dt fieldset figcaption "
        "figure footer form h1 h2 h3 h4 h5 h6 header hr li main menu nav ol p pre section summary "
        "ul table td th tr tbody thead tfoot"
    ).split()
)
_ROW = (*CELLS, "caption", "tr")
#: Start tag → the elements that it ends, and those beyond which it ends none.
ENDS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "li": (("li",), ("ul", "ol", "menu", "table", *CELLS)),
    "dt": (("dt", "dd"), ("dl", "table", *CELLS)),
    "dd": (("dt", "dd"), ("dl", "table", *CELLS)),
    "td": ((*CELLS, "caption"), ("table",)),
    "th": ((*CELLS, "caption"), ("table",)),
    "tr": (_ROW, ("table",)),
    "tbody": ((*_ROW, "tbody", "thead", "tfoot"), ("table",)),
    "thead": ((*_ROW, "tbody", "thead", "tfoot"), ("table",)),
    "tfoot": ((*_ROW, "tbody", "thead", "tfoot"), ("table",)),
}

_ATTRIBUTE = compiled(
    r"(?P<name>[^\s=/\"'<>]+)(?:\s*=\s*(?:\"(?P<v>[^\"]*)\"|'(?P<v>[^']*)'|(?P<v>[^\s\"'>]+)))?"
)
_HIDING = compiled(
    r"(?<![\w-])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all)",
    regex.I,
)
_WEIGHT = compiled(
    r"(?<![\w-])font-weight\s*:\s*(?:(?P<bold>bold|[6-9]00)|normal|lighter|[1-5]00)", regex.I
)
_NO_MARK = compiled(r"(?<![\w-])list-style(?:-type)?\s*:[^;]*\bnone\b", regex.I)
_WHOLE = compiled(r"\s*(\d{1,9})")
_NUMBERINGS = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
}


class Attributes:
    """The attributes of a start tag."""

    def __init__(self, written: str) -> None:
        self._values: dict[str, str] = {}
        for match in _ATTRIBUTE.finditer(written):
            value = match["v"] or ""
            self._values.setdefault(
                match["name"].lower(), html.unescape(value) if "&" in value else value
            )

    def get(self, name: str) -> str:
        return self._values.get(name, "")

    def number(self, name: str, default: int = 0) -> int:
        match = _WHOLE.match(self.get(name))
        return int(match[1]) if match else default

    @property
    def hidden(self) -> bool:
        return "hidden" in self._values or bool(_HIDING.search(self.get("style")))

    @property
    def bold(self) -> bool | None:
        """None where the tag says nothing about it."""
        match = _WEIGHT.search(self.get("style"))
        return bool(match["bold"]) if match else None

    def list_kind(self, name: str) -> str:
        """How the items of a list are marked: a numbering, bullet or none."""
        if _NO_MARK.search(self.get("style")):
            return "none"
        return _NUMBERINGS.get(self.get("type"), "decimal") if name == "ol" else "bullet"

    @property
    def list_start(self) -> int:
        return self.number("start", 1)


def list_mark(kind: str, number: int) -> str:
    """What a browser prints before the item ``number`` of a list."""
    if kind == "none":
        return ""
    if kind == "bullet":
        return "- "
    from extract.readers.docx_numbering import written

    return f"{written(number, kind)}. "
