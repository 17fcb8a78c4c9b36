"""A decree as a web page that a site saved from a word processor: menus around it, tables for the
letterhead and the signature, end tags left out, words cut by markup."""

from __future__ import annotations

from html import escape

from tests.corpus.blocks import (
    Block,
    Box,
    Decree,
    Letterhead,
    Paragraph,
    Section,
    Signature,
    Table,
    Title,
    revisions,
)
from tests.corpus.text_form import MOTTO

_HEAD = """<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><title>Văn bản số 99/2019 - Cổng thông tin</title>
<style>p { margin: 6pt 0 } .o { width: 60% }</style><script>var pages = 12 < 20;</script></head>
<body><nav><ul><li>Trang chủ<li>Văn bản (120)</ul></nav>
<div role="search"><button>Tìm 10 kết quả</button></div><main>
<!-- Ban hành 45% --><div style="display:none">Lượt xem: 1024</div>"""
_FOOT = """</main><footer><p>Điện thoại: 0290 3838 115</p></footer></body></html>
"""


def html(decree: Decree) -> str:
    """The whole page."""
    return "\n".join([_HEAD, *map(_block, decree.blocks), _FOOT])


def _block(block: Block) -> str:
    if isinstance(block, Letterhead):
        left = [block.parent, f"<b>{block.issuer}</b>", block.number, block.about]
        right = [*(f"<b>{line}</b>" for line in MOTTO), f"<i>{block.place_date}</i>"]
        return _columns([line for line in left if line], right)
    if isinstance(block, Title):
        lines = [f'<p align="center"><strong>{_words(line)}</strong></p>' for line in block.lines]
        return "\n".join([*lines, *([f"<p><i>{_words(block.note)}</i>"] if block.note else [])])
    if isinstance(block, Paragraph):
        inner = _words(block.text)
        return f"<p><b>{inner}</b>" if block.style == "heading" else f"<p>{inner}</p>"
    if isinstance(block, Box):
        return f"<div>{'<br>'.join(map(escape, block.lines))}</div>"
    if isinstance(block, Section):
        return '<br clear="all" style="page-break-before:always">'
    if isinstance(block, Signature):
        left = ["<b><i>Nơi nhận:</i></b>", *map(escape, block.recipients)]
        right = [f"<b>{line}</b>" for line in block.titles]
        return _columns(left, [*right, "&nbsp;", f"<b>{block.name}</b>"])
    return _table(block)


def _columns(left: list[str], right: list[str]) -> str:
    cells = ("".join(f"<p align=center>{line}" for line in side) for side in (left, right))
    return "<table border=0><tr><td>" + "<td>".join(cells) + "</table>"


def _words(text: str) -> str:
    """``**`` turns bold on and off; changes are tracked as a word processor saves them."""
    pieces = []
    for state, piece in revisions(text):
        parts = [escape(part, quote=False) for part in piece.split("**")]
        inner = "".join(f"<b>{part}</b>" if i % 2 else part for i, part in enumerate(parts))
        tag = {"inserted": "ins", "deleted": "del"}.get(state)
        pieces.append(f"<{tag}>{inner}</{tag}>" if tag else inner)
    return _wrapped("".join(pieces))


def _wrapped(inner: str) -> str:
    """Lines are broken in the file, a blank is an entity, a word is cut by a tag of its own."""
    words = inner.split(" ")
    if len(words) > 8 and "<" not in inner:
        words[3] = f"<span lang=VI>{words[3][:2]}</span>{words[3][2:]}"
        return " ".join(words[:5]) + "&#160;" + " ".join(words[5:7]) + "\n  " + " ".join(words[7:])
    return inner


def _table(table: Table) -> str:
    anchors = table.anchors()
    out = ['<div class="scroll"><table class="o" border=1>']
    for i, row in enumerate(table.lines()):
        cells = []
        for j in range(len(row)):
            cell = anchors.get((i, j))
            if cell is None:
                continue
            span = f" colspan={cell.columns}" if cell.columns > 1 else ""
            span += f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
            items = [part for part in cell.paragraphs if part]
            if items and all(part.startswith("~ ") for part in items):
                inner = "".join(f"<li>{_words(part[2:])}" for part in items)
                inner = f"<ul>{inner}</ul>"
            else:
                inner = "".join(f"<p>{_words(part.replace('~ ', '- '))}</p>" for part in items)
            bold = cell.bold or i < table.head
            cells.append(f"<td{span}>{f'<b>{inner}</b>' if bold else inner}")
        out.append(f"<tr>{''.join(cells)}")
    return "\n".join([*out, "</table></div>"])
