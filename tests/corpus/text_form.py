"""A decree as exported text: lines, tables as tabs, pipes or HTML, pages apart by blank lines."""

from __future__ import annotations

from html import escape

from tests.corpus.blocks import (
    Block,
    Box,
    Cell,
    Decree,
    Letterhead,
    Paragraph,
    Section,
    Signature,
    Table,
    TextForm,
    Title,
    accepted,
)

MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")


def text(decree: Decree) -> str:
    """The whole file, with a final line end."""
    return "\n\n".join(_block(block, decree.text) for block in decree.blocks) + "\n"


def _block(block: Block, form: TextForm) -> str:
    if isinstance(block, Letterhead):
        return _letterhead(block, form)
    if isinstance(block, Title):
        first = _strong(block.lines[0], form)
        rest = _strong("  \n".join(block.lines[1:]), form)
        if form.markdown:
            first = f"## {first}\n"
        elif rest:
            first, rest = _strong("  \n".join(block.lines), form), ""
        note = f"\n{block.note}" if block.note else ""
        return "\n".join(filter(None, [first, rest, note]))
    if isinstance(block, Paragraph):
        plain = accepted(block.text)
        if form.bold == "none":
            return plain.replace("**", "")
        if block.style == "basis" and form.markdown:
            return f"*{plain}*"
        if block.style != "heading":
            return plain
        return ("### " if form.markdown else "") + _strong(plain, form)
    if isinstance(block, Box):
        return "\n".join(block.lines)
    if isinstance(block, Section):
        return "\n"
    if isinstance(block, Signature):
        left = "\n".join([_strong("Nơi nhận:", form), "", *block.recipients])
        right = "\n\n\n".join(
            filter(None, [_strong("  \n".join(block.titles), form), _strong(block.name, form)])
        )
        return f"{left}\n\n{right}\n"
    return _html(block) if form.tables == "html" else _lines(block, form)


def _strong(words: str, form: TextForm) -> str:
    return words if form.bold == "none" or not words else f"**{words}**"


def _letterhead(head: Letterhead, form: TextForm) -> str:
    issuer = [line for line in (head.parent, head.issuer) if line]
    number = [head.number, *([head.about] if head.about else [])]
    if form.letterhead == "bare":
        return "\n\n".join(["", *number, head.place_date])
    if form.letterhead == "columns":
        return f"{' '.join(issuer)}\t{' '.join(MOTTO)}\n{' '.join(number)}\t{head.place_date}"
    return "\n\n".join(
        [
            _strong("  \n".join(issuer), form),
            *number,
            _strong("  \n".join(MOTTO), form),
            head.place_date,
        ]
    )


# --------------------------------------------------------------------------- tables


def _html(table: Table) -> str:
    anchors = table.anchors()
    out = ["<table>"]
    for i, row in enumerate(table.lines()):
        tag = "th" if i < table.head else "td"
        cells = []
        for j in range(len(row)):
            cell = anchors.get((i, j))
            if cell is None:
                continue
            span = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
            span += f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
            inner = "<br/>".join(escape(_dash(part), quote=False) for part in cell.paragraphs)
            inner = f"<b>{inner}</b>" if cell.bold else inner
            cells.append(f"<{tag}{span}>{inner}</{tag}>")
        out.append(f"<tr>{''.join(cells)}</tr>")
    return "\n".join([*out, "</table>"])


def _lines(table: Table, form: TextForm) -> str:
    anchors, ends = table.anchors(), table.page_ends()
    heads: list[str] = []
    out: list[str] = []
    for i, row in enumerate(table.lines()):
        cells = [_covering(anchors, i, j, form) for j in range(len(row))]
        pages = max((cell.text.count("‖") for cell in cells if cell), default=0) + 1
        for page in range(pages):
            if page or i in ends:
                out += ["", "", *heads]
            out.append(_line([_part(cell, page, form) for cell in cells], form))
        if i < table.head:
            heads = list(out)
            if i == table.head - 1 and form.tables == "pipes":
                heads = [*out, "|" + "---|" * len(row)]
                out = list(heads)
    return "\n".join(out)


def _covering(
    anchors: dict[tuple[int, int], Cell], row: int, column: int, form: TextForm
) -> Cell | None:
    if (row, column) in anchors:
        return anchors[row, column]
    if form.covered == "repeat":
        for (i, j), cell in anchors.items():
            if i <= row < i + cell.rows and j == column:
                return cell
    return None


def _part(cell: Cell | None, page: int, form: TextForm) -> str:
    """What one page of the export shows of the cell."""
    parts = cell.text.split("‖") if cell else []
    if cell is None or page >= len(parts):
        return ""
    items = [_dash(item.strip()) for item in parts[page].split("¶") if item.strip()]
    if len(items) > 1 and form.items == "p":
        shown = " ".join(f"<p>{item}</p>" for item in items)
    elif len(items) > 1 and form.items == "ul":
        shown = f"<ul> {' '.join(f'<li>{item}</li>' for item in items)} </ul>"
    else:
        shown = " ".join(items)
    if cell.bold and shown and form.bold != "none":
        return f"<b>{shown}</b>" if form.bold == "b" else f"**{shown}**"
    return shown


def _dash(item: str) -> str:
    return "- " + item[2:] if item.startswith("~ ") else item


def _line(cells: list[str], form: TextForm) -> str:
    return "| " + " | ".join(cells) + " |" if form.tables == "pipes" else "\t".join(cells)
