"""What a spreadsheet prints for a number: its format code applied (ECMA-376 part 1, 18.8.31).

Printed as in Vietnamese Excel: point between thousands, comma before decimals. Where the code asks
for something that a reader could take for another number, what is printed differs from Excel so
that the value stays the same: no powers of ten and no fractions ("1,2E+05" is 120000, "1/2" is
0,5); a negative number has its minus instead of brackets or colour; a date has its day before its
month and four digits of the year.
"""

from __future__ import annotations

import datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

import regex

from extract.expressions import compiled

#: The codes that every workbook has (18.8.30), with the dates as in Vietnam, and without
#: a currency: which one is printed hangs on the computer.
BUILT_IN: dict[int, str] = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: "#,##0;-#,##0",
    6: "#,##0;-#,##0",
    7: "#,##0.00;-#,##0.00",
    8: "#,##0.00;-#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "dd/mm/yyyy",
    15: "dd/mm/yyyy",
    16: "dd/mm",
    17: "mm/yyyy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "dd/mm/yyyy hh:mm",
    37: "#,##0;-#,##0",
    38: "#,##0;-#,##0",
    39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;-#,##0.00",
    41: '#,##0;-#,##0;"-"',
    42: '#,##0;-#,##0;"-"',
    43: '#,##0.00;-#,##0.00;"-"',
    44: '#,##0.00;-#,##0.00;"-"',
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss",
    48: "0.0E+0",
    49: "@",
}

_TOKEN = compiled(
    r"\"(?P<literal>[^\"]*)\"?|\\(?P<literal>.)|_(?P<space>.)|\*(?P<fill>.)"
    r"|\[(?P<elapsed>h+|m+|s+)\]|\[\$(?P<literal>[^\]\-]*)(?:-[^\]]*)?\]"
    r"|\[(?P<condition>[<>=]+)(?P<than>-?[0-9]+(?:\.[0-9]+)?)\]|\[[^\]]*\]"
    r"|(?P<general>General)|(?P<noon>AM/PM|A/P|SA/CH)|(?P<power>E[+-]0+)"
    r"|(?P<date>y+|m+|d+|h+|s+)|(?P<digits>[0#?][0#?,]*)|(?P<point>\.)|(?P<percent>%)"
    r"|(?P<at>@)|(?P<fraction>/)|(?P<literal>.)",
    regex.I | regex.S,
)
_Tokens = tuple[tuple[str, str], ...]
_EPOCH = datetime.datetime(1899, 12, 30)
_LARGEST = 1e20
_LAST_DAY = 2_958_466  # 1 January 10000
_COMPARED = {
    "<": lambda a, b: a < b,
    ">": lambda a, b: a > b,
    "=": lambda a, b: a == b,
    "<=": lambda a, b: a <= b,
    ">=": lambda a, b: a >= b,
    "<>": lambda a, b: a != b,
}
_SIGNIFICANT = 10  # digits that a cell in the General format has room for


def printed(value: float, code: str, date1904: bool = False) -> str:
    """What a cell with this number and this format code prints."""
    if not abs(value) < _LARGEST:
        return repr(value)
    number = Decimal(f"{value:.15g}")
    sections = _sections(code)
    tokens, negative = _chosen(sections, number)
    kinds = {kind for kind, _ in tokens}
    if "date" in kinds or "elapsed" in kinds:
        days = float(number) + (1462 if date1904 else 0)
        if not 0 <= days < _LAST_DAY:
            return _general(number)
        return _date(tokens, days, code)
    string = _number(tokens, abs(number))
    if negative and not string.lstrip().startswith(("-", "–")) and _NONZERO.search(string):
        string = "-" + string.strip()
    return string.strip()


_NONZERO = compiled("[1-9]")


@lru_cache(maxsize=1024)
def _sections(code: str) -> tuple[_Tokens, ...]:
    sections: list[list[tuple[str, str]]] = [[]]
    for match in _TOKEN.finditer(code):
        kind = match.lastgroup or ""
        if match[0] == ";":
            sections.append([])
        elif match["condition"]:
            sections[-1].append(("condition", f"{match['condition']} {match['than']}"))
        elif match["literal"] is not None:
            sections[-1].append(("literal", match["literal"]))
        elif kind == "space":
            sections[-1].append(("literal", " "))
        elif kind not in ("", "fill"):
            sections[-1].append((kind, match[0].strip("[]")))
    return tuple(map(tuple, sections))


def _chosen(sections: tuple[_Tokens, ...], number: Decimal) -> tuple[_Tokens, bool]:
    """The section for a number, and whether the number is negative."""
    numeric = [s for s in sections[:3] if not any(kind == "at" for kind, _ in s)] or [
        (("general", ""),)
    ]
    for section in numeric:
        for kind, said in section:
            if kind == "condition":
                sign, _, than = said.partition(" ")
                if sign in _COMPARED and _COMPARED[sign](number, Decimal(than)):
                    return section, number < 0
                break
        else:
            continue
    if any(kind == "condition" for section in numeric for kind, _ in section):
        rest = [s for s in numeric if not any(kind == "condition" for kind, _ in s)]
        return (rest or [(("general", ""),)])[0], number < 0
    if number < 0 and len(numeric) > 1:
        # Brackets stand for the minus.
        bare = tuple(token for token in numeric[1] if token not in _BRACKETS)
        return bare, True
    if number == 0 and len(numeric) > 2:
        return numeric[2], False
    return numeric[0], number < 0


_BRACKETS = (("literal", "("), ("literal", ")"))


# --------------------------------------------------------------------------- numbers


def _number(tokens: _Tokens, number: Decimal) -> str:
    kinds = [kind for kind, _ in tokens]
    if "fraction" in kinds or "power" in kinds:
        # Its own digits would be read as another number.
        tokens = tuple(t for t in tokens if t[0] == "percent") or (("general", ""),)
        if "percent" in kinds:
            tokens = (("general", ""), *tokens)
        kinds = [kind for kind, _ in tokens]
    number = number.scaleb(2 * kinds.count("percent"))
    if "digits" not in kinds:
        return "".join(_general(number) if k == "general" else _literal(k, w) for k, w in tokens)
    point = kinds.index("point") if "point" in kinds else len(kinds)
    whole = "".join(written for kind, written in tokens[:point] if kind == "digits")
    after = "".join(written for kind, written in tokens[point:] if kind == "digits")
    pattern = after or whole
    number = number.scaleb(-3 * (len(pattern) - len(pattern.rstrip(","))))
    after, grouped = after.rstrip(","), "," in whole.rstrip(",")
    number = number.quantize(Decimal(1).scaleb(-len(after)), ROUND_HALF_UP)
    digits, _, decimals = f"{number:f}".partition(".")
    fewest = sum(char == "0" for char in whole)
    digits = digits.lstrip("0").rjust(fewest, "0")
    optional = len(after) - len(after.rstrip("#?"))
    kept = len(decimals.rstrip("0"))
    decimals = decimals[: max(kept, len(after) - optional)]
    return _filled(tokens, point, digits, decimals, grouped)


def _filled(tokens: _Tokens, point: int, digits: str, decimals: str, grouped: bool) -> str:
    """The tokens with the digits in the places that the code leaves for them."""
    places = [i for i, (kind, _) in enumerate(tokens[:point]) if kind == "digits"]
    rest = digits
    held: dict[int, str] = {}
    for index in reversed(places):
        if index == places[0]:
            held[index] = f"{int(rest or 0):,}".replace(",", ".") if grouped and rest else rest
        else:
            room = len(tokens[index][1].replace(",", ""))
            rest, held[index] = rest[:-room] if room < len(rest) else "", rest[-room:]
    out: list[str] = []
    left = decimals
    for index, (kind, written) in enumerate(tokens):
        if index == point:
            out.append("," if decimals else "")
            out.append("0" if decimals and not digits and not places else "")
        elif kind == "digits":
            room = len(written.rstrip(","))
            out.append(held[index] if index < point else left[:room])
            left = left if index < point else left[room:]
        else:
            out.append(_literal(kind, written))
    string = "".join(out)
    # "#,##" prints ",5": the zero makes it a number.
    return regex.sub(r"(?<!\d),(?=\d)", "0,", string) if decimals and not digits else string


def _literal(kind: str, written: str) -> str:
    return {"literal": written, "percent": "%", "fraction": "/"}.get(kind, "")


def _general(number: Decimal) -> str:
    """Without a format: at most ten digits, whole numbers in full."""
    if number == number.to_integral_value():
        return (
            f"{number.quantize(Decimal(1)):f}" if abs(number) < Decimal(10) ** 20 else f"{number:f}"
        )
    places = max(0, _SIGNIFICANT - max(number.adjusted() + 1, 0 if abs(number) < 1 else 1))
    number = number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return f"{number.normalize():f}".replace(".", ",")


# --------------------------------------------------------------------------- dates


def _date(tokens: _Tokens, days: float, code: str) -> str:
    moment = _EPOCH + datetime.timedelta(seconds=round(days * 86400))
    order = "".join(
        written[0].lower() for (kind, written) in _meant(tokens) if kind in ("d", "m", "y")
    )
    named = any(kind == "m" and len(written) > 2 for kind, written in _meant(tokens))
    clock = [token for token in _meant(tokens) if token[0] in ("h", "n", "s")]
    if order and (named or order not in ("dmy", "dm", "my", "m", "d", "y")):
        parts = [("d", f"{moment.day:02d}"), ("m", f"{moment.month:02d}"), ("y", f"{moment.year}")]
        string = "/".join(part for kind, part in parts if kind in order)
        return string + (f" {moment:%H:%M}" if clock else "")
    out = []
    for kind, written in _meant(tokens):
        wide = len(written) > 1
        match kind:
            case "y":
                out.append(f"{moment.year:04d}")
            case "m":
                out.append(f"{moment.month:02d}" if wide else f"{moment.month}")
            case "d":
                out.append(f"{moment.day:02d}" if wide else f"{moment.day}")
            case "h":
                out.append(f"{moment.hour:02d}" if wide else f"{moment.hour}")
            case "n":
                out.append(f"{moment.minute:02d}" if wide else f"{moment.minute}")
            case "s":
                out.append(f"{moment.second:02d}" if wide else f"{moment.second}")
            case "elapsed":
                per = {"h": 24, "m": 1440, "s": 86400}[written[0].lower()]
                out.append(str(int(days * per)))
            case "point" | "digits":
                pass  # fractions of a second
            case _:
                out.append("/" if kind == "fraction" else _literal(kind, written))
    return "".join(out).strip()


def _meant(tokens: _Tokens) -> list[tuple[str, str]]:
    """The tokens with the kinds y, m, d, h, n (minutes) and s; days of the week left out."""
    found: list[tuple[str, str]] = []
    for index, (kind, written) in enumerate(tokens):
        letter = written[:1].lower()
        if kind == "date" and letter == "m":
            before = next((k for k, _ in reversed(found) if k in "hsdmyn"), "")
            hours = before in ("h", "s") or (found and any(k == "elapsed" for k, _ in found))
            after = next((w[:1].lower() for k, w in tokens[index + 1 :] if k == "date"), "")
            found.append(("n" if hours or after == "s" else "m", written))
        elif kind == "date" and not (letter == "d" and len(written) > 2):
            found.append((letter, written))
        elif kind != "date":
            found.append((kind, written))
    return found
