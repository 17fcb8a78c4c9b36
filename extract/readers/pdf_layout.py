"""What stands where on a PDF page outside its tables: columns side by side, page numbers and
running heads, the margins of the running text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from extract.readers.pdf_paragraphs import LIST_MARK, Frame
from extract.readers.pdf_text import Line, union

EDGE = 3  # lines from the top and the bottom of a page, among which a running head may stand
MARGIN = 0.12  # of the page's height: page numbers and running heads stand within
# "2025." or "98%;" alone on a page's first or last line ends a sentence.
_PAGE_NUMBER = re.compile(r"[^\w%‰]*\d{1,4}(?:\s*/\s*\d{1,4})?[^\w%‰.;,:]*")


@dataclass(slots=True)
class Block:
    """Lines that are read one after the other; ``column``: beside another block."""

    lines: list[Line]
    column: bool = False


# --------------------------------------------------------------------------- columns


def blocks(found: list[Line]) -> list[Block]:
    """The lines in reading order. Where a white corridor parts them (letterhead, signatures), the
    left side comes first, then the right one."""
    gaps = [wide_gaps(line) for line in found]
    read: list[Block] = []
    start = 0
    while start < len(found):
        stop, corridor = _region(found, gaps, start)
        if corridor is None:
            if not read or read[-1].column:
                read.append(Block([]))
            read[-1].lines.append(found[start])
            start += 1
            continue
        middle = (corridor[0] + corridor[1]) / 2
        for side in _sides(found[start:stop], middle):
            read += [Block(block.lines, column=True) for block in blocks(side)]
        start = stop
    return read


def wide_gaps(line: Line) -> list[tuple[float, float]]:
    """The gaps between words that are far wider than the others: justified text has even ones."""
    gaps = [(one.box[2], other.box[0]) for one, other in pairwise(line.words)]
    widths = sorted(right - left for left, right in gaps)
    height = line.height
    least = 1.5 * height
    if len(widths) > 2:
        least = max(0.8 * height, 2.2 * widths[len(widths) // 2])
    return [
        gap
        for index, gap in enumerate(gaps)
        if gap[1] - gap[0] >= least
        and not (index == 0 and LIST_MARK.fullmatch(line.words[0].text))
    ]  # fmt: skip


def _region(
    found: list[Line], gaps: list[list[tuple[float, float]]], start: int
) -> tuple[int, tuple[float, float] | None]:
    """The end of the lines from ``start`` that one corridor parts, and the corridor. At least two
    lines must have it, or one with a gap that no justified line would have."""
    best: tuple[int, tuple[float, float] | None] = (start + 1, None)
    most = 0
    for gap in gaps[start]:
        low, high = gap
        stop, parted = start + 1, 1
        lowest = found[start].box[3]  # of the left side; once two lines are parted, of both
        for line, own in zip(found[start + 1 :], gaps[start + 1 :], strict=True):
            least = 0.5 * line.height
            shared = [(max(left, low), min(right, high)) for left, right in own]
            shared = [(left, right) for left, right in shared if right - left > least]
            if shared:
                low, high = shared[0]
                stop, parted = found.index(line, stop) + 1, parted + 1
                lowest = line.box[3]
            elif line.box[0] <= low and line.box[2] <= high - least:
                low = max(low, line.box[2])
                if line.box[1] - lowest > 0.9 * line.height:
                    break
                stop, lowest = found.index(line, stop) + 1, line.box[3]
            elif line.box[0] >= low + least:
                high = min(high, line.box[0])
                if parted > 1 and line.box[1] - lowest <= 0.9 * line.height:
                    lowest = line.box[3]
            else:
                break
        if (parted > 1 or gap[1] - gap[0] > 4 * found[start].height) and parted > most:
            best, most = (stop, (low, high)), parted
    return best


def _sides(found: list[Line], middle: float) -> tuple[list[Line], list[Line]]:
    sides: tuple[list[Line], list[Line]] = [], []
    for line in found:
        for right in (False, True):
            words = [word for word in line.words if (word.box[0] >= middle) is right]
            if words:
                box = union(word.box for word in words)
                bold = line.bold if words == line.words else words[0].bold and words[-1].bold
                sides[right].append(Line(words, box, line.base, bold))
    return sides


# --------------------------------------------------------------------------- page furniture


def furniture(pages: Sequence[tuple[float, list[Line]]]) -> set[int]:
    """The ``id()`` of every line that is a page number, or a running head or foot.

    ``pages``: height and lines outside tables. A running head stands alone near the edge, on at
    least two pages in five, the same but for its digits.
    """
    marked: set[int] = set()
    seen: dict[tuple[str, int], list[Line]] = defaultdict(list)
    for height, found in pages:
        for edge, step in ((0, 1), (-1, -1)):
            rest = found[::step][:EDGE]
            for line, inner in zip_longest(rest, rest[1:]):
                near = line.box[3] < MARGIN * height or line.box[1] > (1 - MARGIN) * height
                if not near or (inner is None and len(rest) == EDGE):
                    break
                if _PAGE_NUMBER.fullmatch(line.text):
                    marked.add(id(line))
                    continue
                apart = inner is None or _between(line, inner) > 0.5 * line.height
                if apart and not wide_gaps(line):
                    seen[re.sub(r"\d+", "#", line.text), edge].append(line)
    for alike in seen.values():
        same = Counter(round(line.box[1] / 6) for line in alike).most_common(1)[0]
        if same[1] >= max(2, 0.4 * len(pages)):
            marked |= {id(line) for line in alike if abs(line.box[1] / 6 - same[0]) <= 1}
    return marked


def _between(one: Line, other: Line) -> float:
    return max(other.box[1] - one.box[3], one.box[1] - other.box[3])


# --------------------------------------------------------------------------- margins


def frame(found: Sequence[Line]) -> Frame:
    """The margins of the running text: where lines begin furthest left, and the right edge that
    most full lines share, or the furthest one."""
    if not found:
        return Frame(0, 0)
    left = min(line.box[0] for line in found)
    edges = Counter(round(line.box[2] / 2) for line in found)
    edge, count = max(edges.items(), key=lambda item: (item[1], item[0]))
    furthest = max(line.box[2] for line in found)
    if count < max(3, 0.2 * len(found)):
        return Frame(left, furthest)
    return Frame(left, min(furthest, 2 * edge + 2))
