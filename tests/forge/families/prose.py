"""Targets in running text: goals of plans, resolutions and directives in lists under headings and
lead sentences, tasks of letters in sentences; and documents full of numbers without a target."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any

from tests.corpus.blocks import Block, Decree, Letterhead, Paragraph, Signature, Title
from tests.forge import goals as goals_of
from tests.forge import heads, sentences, traps
from tests.forge.goals import Kind
from tests.forge.parties import agency, place
from tests.forge.sentences import Item, Sentence


@dataclass
class _Body:
    """The blocks of a document and its labels, as they are written."""

    random: Random
    year: int
    blocks: list[Block] = field(default_factory=list)
    targets: list[Item] = field(default_factory=list)

    def heading(self, text: str) -> None:
        self.blocks.append(Paragraph(text, "heading"))

    def line(self, text: str) -> None:
        self.blocks.append(Paragraph(text))

    def drawn(self, kinds: Sequence[Kind] = goals_of.KINDS) -> Sentence:
        """A sentence that says nothing twice."""
        while True:
            said = self.random.choice(kinds)(self.random, self.year)
            quotes = {goal.quote for goal in said.goals}
            if quotes.isdisjoint(label["quote"] for label in self.targets):
                return said

    def label(self, said: Sentence, due: Item | None = None) -> None:
        self.targets += [goal.label(due) for goal in said.goals]


def goals(random: Random) -> tuple[Decree, Item]:
    """Lists of goals under headings and lead sentences."""
    around = heads.head(random)
    body = _Body(random, around.year)
    number = 0
    if random.random() < 0.5:
        number += 1
        body.heading(f"{number}. {random.choice(_PAST_HEADINGS)}")
        for _ in range(random.randint(1, 3)):
            body.line("- " + traps.reached(random, around.year) + ".")
    for _ in range(random.randint(1, 3)):
        number += 1
        random.choice((_under_heading, _under_horizon, _under_lead, _in_sentences))(body, number)
    if random.random() < 0.5:
        number += 1
        body.heading(f"{number}. {random.choice(('Kinh phí thực hiện', 'Nguồn vốn'))}")
        body.line(traps.money(random, around.year))
    return _decree(random, around, body)


_PAST_HEADINGS = ("Kết quả thực hiện năm trước", "Tình hình thực hiện", "Kết quả đạt được")
_GOAL_HEADINGS = ("Mục tiêu", "Mục tiêu cụ thể", "Chỉ tiêu chủ yếu", "Các chỉ tiêu cơ bản")
_MARKS = ("- ", "- ", "+ ", "letters", "numbers")


def _items(body: _Body, number: int, due: Item | None, dates: bool = True) -> None:
    random = body.random
    mark = random.choice(_MARKS)
    end = random.choice((".", ";"))
    count = random.randint(2, 6)
    for at in range(count):
        said = body.drawn()
        if dates and random.random() < 0.15:
            said = goals_of.dated(random, said, body.year)
        lead = {"letters": f"{'abcdeg'[at]}) ", "numbers": f"{number}.{at + 1}. "}.get(mark, mark)
        body.line(lead + said.capital + ("." if at + 1 == count else end))
        body.label(said, due)


def _under_heading(body: _Body, number: int) -> None:
    body.heading(f"{number}. {body.random.choice(_GOAL_HEADINGS)}")
    _items(body, number, None)


def _under_horizon(body: _Body, number: int) -> None:
    """ "Mục tiêu đến năm 2030": the due of all that stands under it."""
    later = body.year + body.random.randint(1, 6)
    words = body.random.choice(
        ("Mục tiêu đến năm {}", "Mục tiêu cụ thể đến năm {}", "Chỉ tiêu đến năm {}")
    )
    body.heading(f"{number}. {words.format(later)}")
    _items(body, number, {"kind": "fixed", "end": f"{later}-12-31"}, dates=False)


def _under_lead(body: _Body, number: int) -> None:
    """A lead sentence that ends with a colon."""
    random = body.random
    due: Item | None = None
    words = random.choice(
        (
            "Phấn đấu đạt các chỉ tiêu sau:",
            "Các cơ quan, đơn vị bảo đảm các chỉ tiêu sau:",
            f"Trong năm {body.year}, phấn đấu hoàn thành các chỉ tiêu sau:",
        )
    )
    if random.random() < 0.4:
        later = body.year + random.randint(0, 5)
        words = f"Đến năm {later}, phấn đấu đạt các chỉ tiêu sau:"
        due = {"kind": "fixed", "end": f"{later}-12-31"}
    body.heading(f"{number}. {random.choice(('Nhiệm vụ trọng tâm', 'Mục tiêu'))}")
    body.line(words)
    _items(body, number, due, dates=False)


def _in_sentences(body: _Body, number: int) -> None:
    """Paragraphs of several sentences."""
    random = body.random
    body.heading(f"{number}. {random.choice(_GOAL_HEADINGS)}")
    for _ in range(random.randint(1, 2)):
        parts = []
        for _ in range(random.randint(1, 3)):
            said = body.drawn(goals_of.STANDING)
            if random.random() < 0.3:
                said = goals_of.dated(random, said, body.year)
            parts.append(said.capital + ".")
            body.label(said)
        body.line(" ".join(parts))


def letters(random: Random) -> tuple[Decree, Item]:
    """Tasks given in sentences: "Phòng Y tế chủ trì, bảo đảm tối thiểu 90% ... trước ngày ..."."""
    around = heads.head(random)
    body = _Body(random, around.year)
    if random.random() < 0.5:
        body.line(traps.result(random, around.year))
    for number in range(1, random.randint(3, 6)):
        said = body.drawn((*goals_of.STANDING, sentences.two_rates))
        if random.random() < 0.4:
            said = goals_of.dated(random, said, around.year)
        sentence = said.capital
        if random.random() < 0.4:
            who = agency(random, around.level)
            verb = random.choice(("chủ trì, tham mưu", "triển khai các giải pháp, bảo đảm"))
            if said.goals[0].threshold["kind"] == "level" and not said.goals[0].due:
                sentence = f"{who} {verb} {said.text}" if verb.endswith("đảm") else sentence
        trap = " " + traps.condition(random, around.year) if random.random() < 0.3 else ""
        body.line(f"{number}. {sentence}.{trap}")
        body.label(said)
    return _decree(random, around, body)


def wrapped(random: Random) -> tuple[Decree, Item]:
    """The same as exported text: lines of one width, broken between words, page ends among them."""
    decree, gold = random.choice((goals, letters))(random)
    width = random.choice((60, 72, 80, 95))
    blocks = tuple(
        replace(block, text=_broken(random, block.text, width))
        if isinstance(block, Paragraph) and block.style in ("body", "basis")
        else block
        for block in decree.blocks
    )
    return replace(decree, blocks=blocks), gold


def _broken(random: Random, text: str, width: int) -> str:
    lines: list[str] = []
    for word in text.split(" "):
        if lines and len(lines[-1]) + len(word) < width:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return "\n".join(lines)


def nothing(random: Random) -> tuple[Decree, Item]:
    """Numbers of every sort, and no target: plans, letters, reports, invitations."""
    around = heads.head(random)
    if random.random() < 0.4:
        around = random.choice((_report, _invitation))(random)
    body = _Body(random, around.year)
    hands_out = around.document["kind"] not in ("báo cáo", "giấy mời")
    for number in range(1, random.randint(3, 6)):
        if random.random() < 0.4 or not hands_out:
            body.heading(f"{number}. {random.choice(_PAST_HEADINGS)}")
            for _ in range(random.randint(1, 4)):
                made = traps.reached if random.random() < 0.5 else traps.trap
                body.line("- " + made(random, around.year).rstrip(".") + ".")
        else:
            body.heading(f"{number}. {random.choice(('Tổ chức thực hiện', 'Một số nội dung'))}")
            for _ in range(random.randint(1, 4)):
                body.line("- " + traps.trap(random, around.year))
    return _decree(random, around, body)


def _decree(random: Random, around: heads.Head, body: _Body) -> tuple[Decree, Item]:
    blocks = (*around.before, *body.blocks, *around.after)
    gold = around.gold(body.targets)
    cited = (_CITED.findall(block.text) for block in body.blocks if isinstance(block, Paragraph))
    numbers = {number for found in cited for number in found}
    gold["documents"][0]["cites"] = [*gold["documents"][0]["cites"], *sorted(numbers)]
    return Decree(blocks, heads.text_form(random)), gold


_CITED = re.compile(r"số (\d+/[\w/-]+)")


# ------------------------------------------------------------------ documents that assign nothing


def _report(random: Random) -> heads.Head:
    year = random.randint(2021, 2026)
    name = place(random)
    number = f"{random.randint(5, 400)}/BC-UBND"
    subject = f"Kết quả thực hiện nhiệm vụ cải cách hành chính năm {year}"
    return _head(random, year, name, number, "báo cáo", subject)


def _invitation(random: Random) -> heads.Head:
    year = random.randint(2021, 2026)
    name = place(random)
    number = f"{random.randint(5, 400)}/GM-UBND"
    return _head(random, year, name, number, "giấy mời", f"Họp đánh giá chỉ tiêu năm {year}")


def _head(random: Random, year: int, name: str, number: str, kind: str, subject: str) -> heads.Head:
    issuer = f"Ủy ban nhân dân huyện {name}"
    day, month = random.randint(1, 28), random.randint(3, 11)
    signatory = heads.person(random)
    titles = ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
    before = (
        Letterhead(
            issuer=issuer.upper(),
            number=f"Số: {number}",
            place_date=f"{name}, ngày {day:02} tháng {month:02} năm {year}",
        ),
        Title((kind.upper(), subject)),
    )
    after = (Signature(("- Như trên;", "- Lưu: VT."), titles, signatory),)
    document: dict[str, Any] = {
        "number": number,
        "kind": kind,
        "issuer": issuer,
        "place": name,
        "date": f"{year}-{month:02}-{day:02}",
        "subject": subject,
        "signatory": {"title": " ".join(titles), "name": signatory},
        "cites": [],
        "cites_optional": [number],
    }
    return heads.Head(before, after, document, year, "huyện")
