"""What stands around the targets: letterhead, title, legal basis, articles, signature, in the forms
of Nghị định 30/2020/NĐ-CP, with the labels of the document.

The basis and the articles hold numbers that are no targets: results already reached, budgets,
telephone numbers, articles, dates.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from tests.corpus.blocks import Block, Letterhead, Paragraph, Signature, TextForm, Title
from tests.forge import numerals
from tests.forge.parties import Level, agency, place
from tests.forge.wordlist import listed

Item = dict[str, Any]

_TOPICS = listed(
    """cải cách hành chính | chuyển đổi số | công tác giáo dục | công tác y tế, dân số
    | phát triển kinh tế - xã hội | giảm nghèo bền vững | xây dựng nông thôn mới
    | bảo vệ môi trường | công tác văn hóa, thể thao và du lịch | phát triển nông nghiệp
    | công tác dân tộc | đào tạo nghề và giải quyết việc làm | công tác tư pháp, hộ tịch"""
)
_SURNAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ")
_MIDDLES = ("Văn", "Thị", "Minh", "Đình", "Hữu", "Ngọc")
_GIVEN = ("Mẫu", "Giả Định", "Thí Dụ", "Minh Họa", "Ví Dụ", "Phác Thảo", "Tượng Trưng", "Thử")


@dataclass(frozen=True)
class Head:
    """``before`` and ``after`` stand around the blocks that hold the targets. ``document`` holds
    the labels of the document, without ``targets``."""

    before: tuple[Block, ...]
    after: tuple[Block, ...]
    document: Item
    year: int
    level: Level

    def gold(self, targets: Sequence[Item], cites: Sequence[str] = ()) -> Item:
        """The labels; ``cites`` are what the blocks between cite."""
        cited = [*self.document["cites"], *cites]
        return {"documents": [{**self.document, "cites": cited, "targets": list(targets)}]}


def person(random: Random) -> str:
    return f"{random.choice(_SURNAMES)} {random.choice(_MIDDLES)} {random.choice(_GIVEN)}"


def text_form(random: Random) -> TextForm:
    """The habits of some program that exports text."""
    return TextForm(
        tables=random.choice(("tabs", "tabs", "pipes", "html")),
        items=random.choice(("space", "p", "ul")),
        bold=random.choice(("b", "stars", "none")),
        letterhead=random.choice(("lines", "lines", "columns")),
        markdown=random.random() < 0.3,
    )


def head(random: Random, year: int | None = None, topic: str | None = None) -> Head:
    """A document of one of the forms, dated in ``year``, about ``topic``."""
    year = year or random.randint(2021, 2026)
    topic = topic or random.choice(_TOPICS)
    form = random.choice((_decision, _decision, _plan, _plan, _letter, _resolution, _directive))
    return form(random, year, topic)


# ------------------------------------------------------------------ the parts


@dataclass(frozen=True)
class _Office:
    level: Level
    name: str
    """The place: ``Bình Khê Đông``."""

    @property
    def committee(self) -> str:
        return f"Ủy ban nhân dân {self.level} {self.name}"


def _office(random: Random) -> _Office:
    return _Office(random.choice(("tỉnh", "huyện", "huyện", "xã")), place(random))


def _signed(random: Random, year: int, named: str, committee: bool) -> tuple[date | None, str]:
    """The day, and the line of place and date; the day may be left blank."""
    if random.random() < 0.1:
        return None, f"{named}, ngày      tháng      năm {year}"
    day = date(year, 1, 3) + timedelta(days=random.randint(0, 240))
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return day, f"{named}, ngày {day.day:02} tháng {month} năm {year}"


def _number(random: Random, symbol: str) -> tuple[str | None, str]:
    if random.random() < 0.08:
        return None, f"Số:       /{symbol}"
    number = f"{random.randint(1, 2500):02}/{symbol}"
    gap = random.choice(("", "", " "))
    return number, f"Số: {number.replace('/', gap + '/', 1)}"


def _cited(random: Random, year: int, level: Level) -> tuple[str, str]:
    """A document of another body that is cited: (words, number)."""
    number = random.randint(2, 2400)
    before = date(year - random.randint(0, 4), random.randint(1, 12), random.randint(1, 28))
    if before.year == year:
        before = date(year - 1, before.month, before.day)
    day = random.choice(
        (f"{before:%d/%m/%Y}", f"{before.day:02} tháng {before.month:02} năm {before.year}")
    )
    kind, symbol, issuer = random.choice(
        (
            ("Quyết định", "QĐ-TTg", "Thủ tướng Chính phủ"),
            ("Nghị quyết", "NQ-CP", "Chính phủ"),
            ("Kế hoạch", "KH-UBND", "UBND tỉnh"),
            ("Nghị quyết", "NQ-HĐND", "Hội đồng nhân dân tỉnh"),
            ("Chỉ thị", "CT-TTg", "Thủ tướng Chính phủ"),
            ("Nghị quyết", "NQ/TU", "Tỉnh ủy"),
        )
    )
    printed = f"{number:02}" + ("-" if symbol.endswith("/TU") else "/") + symbol
    return f"{kind} số {printed} ngày {day} của {issuer}", printed


_LAWS = (
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;",
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015; Luật sửa đổi, bổ sung một số điều "
    "của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22/11/2019;",
    "Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015;",
)


def reached(random: Random, year: int) -> str:
    """A sentence about the past or about money: nothing in it is a target."""
    share, other = numerals.printed(random.randint(600, 980) / 10), random.randint(2, 40)
    money = numerals.printed(random.randint(12, 900) * 10)
    return random.choice(
        (
            f"Năm {year - 1}, tỷ lệ hồ sơ giải quyết đúng hạn đạt {share}%, xếp thứ "
            f"{other}/63 tỉnh, thành phố.",
            f"Kết quả thực hiện năm {year - 1} đã đạt {share}% kế hoạch, còn {other:02} "
            "chỉ tiêu chưa đạt.",
            f"Tổng kinh phí thực hiện là {money} triệu đồng, từ nguồn ngân sách nhà nước.",
            f"Chi tiết liên hệ ông {person(random)}, số điện thoại 0912.{random.randint(100, 999)}."
            f"{random.randint(100, 999)}.",
            f"Nội dung nêu tại khoản {other % 9 + 1} Điều {other} của Quy chế làm việc.",
        )
    )


def _basis(random: Random, year: int, level: Level, count: int) -> tuple[list[str], list[str]]:
    lines, numbers = [random.choice(_LAWS)], []
    for _ in range(count):
        words, number = _cited(random, year, level)
        lines.append(f"Căn cứ {words};")
        numbers.append(number)
    return lines, numbers


def _recipients(random: Random, level: Level) -> tuple[str, ...]:
    return (
        random.choice(("- Như Điều 3;", "- Như trên;", "- Thường trực HĐND;")),
        f"- {agency(random, level)};",
        random.choice(
            ("- Lưu: VT.", "- Lưu: VT, NC.", f"- Lưu: VT ({random.randint(10, 90)} bản).")
        ),
    )


def _document(
    number: str | None,
    kind: str,
    issuer: str,
    office: _Office,
    day: date | None,
    subject: str,
    titles: tuple[str, ...],
    name: str,
    cites: list[str],
) -> Item:
    return {
        "number": number,
        "kind": kind,
        "issuer": issuer,
        "place": office.name,
        "date": day.isoformat() if day else None,
        "subject": subject,
        "signatory": {"title": " ".join(titles), "name": name},
        "cites": cites,
        "cites_optional": [number] if number else [],
    }


# ------------------------------------------------------------------ the forms


def _decision(random: Random, year: int, topic: str) -> Head:
    office = _office(random)
    number, line = _number(random, "QĐ-UBND")
    day, dated = _signed(random, year, office.name, True)
    subject = random.choice(
        (
            f"Về việc giao chỉ tiêu {topic} năm {year}",
            f"Ban hành Kế hoạch {topic} năm {year}",
            f"Giao chỉ tiêu thực hiện {topic} năm {year} trên địa bàn {office.level} {office.name}",
        )
    )
    chairman = random.random() < 0.7
    issuer = f"Chủ tịch {office.committee}" if chairman else office.committee
    basis, cites = _basis(random, year, office.level, random.randint(1, 3))
    if random.random() < 0.6:
        proposal = f"{random.randint(10, 400)}/TTr-PNV"
        basis.append(f"Theo đề nghị của Trưởng phòng Nội vụ tại Tờ trình số {proposal}.")
        cites.append(proposal)
    titles = ("CHỦ TỊCH",) if chairman else ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
    name = person(random)
    note = (
        f"(Kèm theo Quyết định số {number} của {issuer})" if number else "(Kèm theo Quyết định này)"
    )
    before: tuple[Block, ...] = (
        Letterhead(issuer=office.committee.upper(), number=line, place_date=dated),
        Title(("QUYẾT ĐỊNH", subject)),
        Title((issuer.upper(),)),
        *(Paragraph(words, "basis") for words in basis),
        Title(("QUYẾT ĐỊNH:",)),
        Paragraph(f"**Điều 1.** Giao chỉ tiêu {topic} năm {year} (có phụ lục kèm theo)."),
        Paragraph(f"**Điều 2.** {reached(random, year)}"),
        Paragraph("**Điều 3.** Quyết định này có hiệu lực kể từ ngày ký./."),
        Signature(_recipients(random, office.level), titles, name),
        Title((random.choice(("Phụ lục", "PHỤ LỤC")), f"Giao chỉ tiêu {topic} năm {year}"), note),
    )
    document = _document(number, "quyết định", issuer, office, day, subject, titles, name, cites)
    return Head(before, (), document, year, office.level)


def _plan(random: Random, year: int, topic: str) -> Head:
    office = _office(random)
    number, line = _number(random, "KH-UBND")
    day, dated = _signed(random, year, office.name, True)
    subject = f"{topic[0].upper()}{topic[1:]} năm {year}"
    basis, cites = _basis(random, year, office.level, random.randint(1, 2))
    name = person(random)
    titles = random.choice(
        (
            ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
            ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        )
    )
    before: tuple[Block, ...] = (
        Letterhead(issuer=office.committee.upper(), number=line, place_date=dated),
        Title(("KẾ HOẠCH", subject)),
        *(Paragraph(words, "basis") for words in basis[1:]),
        Paragraph(f"{office.committee} ban hành Kế hoạch {topic} năm {year} như sau:"),
        Paragraph("I. MỤC ĐÍCH, YÊU CẦU", "heading"),
        Paragraph(reached(random, year)),
        Paragraph("II. NỘI DUNG", "heading"),
    )
    after: tuple[Block, ...] = (
        Paragraph("III. TỔ CHỨC THỰC HIỆN", "heading"),
        Paragraph(reached(random, year)),
        Signature(_recipients(random, office.level), titles, name),
    )
    document = _document(
        number, "kế hoạch", office.committee, office, day, subject, titles, name, cites
    )
    return Head(before, after, document, year, office.level)


def _letter(random: Random, year: int, topic: str) -> Head:
    office = _Office("tỉnh", place(random))
    department, symbol = random.choice(
        (("Sở Nội vụ", "SNV"), ("Sở Y tế", "SYT"), ("Sở Tài chính", "STC"), ("Sở Tư pháp", "STP"))
    )
    number, line = _number(random, f"{symbol}-VP")
    day, dated = _signed(random, year, office.name, False)
    subject = f"V/v thực hiện các chỉ tiêu {topic} năm {year}"
    words, cited = _cited(random, year, office.level)
    name = person(random)
    titles = random.choice((("GIÁM ĐỐC",), ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")))
    before: tuple[Block, ...] = (
        Letterhead(
            parent=office.committee.upper(),
            issuer=department.upper(),
            number=line,
            place_date=dated,
            about=subject,
        ),
        Paragraph("Kính gửi: Các sở, ban, ngành; UBND các huyện, thành phố.", "centre"),
        Paragraph(f"Thực hiện {words}, {department} đề nghị các cơ quan thực hiện như sau:"),
        Paragraph(reached(random, year)),
    )
    after: tuple[Block, ...] = (
        Paragraph("Đề nghị các cơ quan, đơn vị quan tâm thực hiện./."),
        Signature(_recipients(random, office.level), titles, name),
    )
    issuer = f"{department} tỉnh {office.name}"
    document = _document(number, "công văn", issuer, office, day, subject, titles, name, [cited])
    return Head(before, after, document, year, office.level)


def _resolution(random: Random, year: int, topic: str) -> Head:
    office = _office(random)
    number, line = _number(random, "NQ-HĐND")
    day, dated = _signed(random, year, office.name, False)
    subject = f"Về nhiệm vụ {topic} năm {year}"
    issuer = f"Hội đồng nhân dân {office.level} {office.name}"
    basis, cites = _basis(random, year, office.level, random.randint(1, 2))
    proposal = f"{random.randint(10, 400)}/TTr-UBND"
    basis.append(f"Xét Tờ trình số {proposal} ngày 15/11/{year - 1} của Ủy ban nhân dân.")
    name = person(random)
    before: tuple[Block, ...] = (
        Letterhead(issuer=issuer.upper(), number=line, place_date=dated),
        Title(("NGHỊ QUYẾT", subject)),
        Title((issuer.upper(),)),
        *(Paragraph(words, "basis") for words in basis),
        Title(("QUYẾT NGHỊ:",)),
        Paragraph(f"**Điều 1.** {reached(random, year)}"),
        Paragraph("**Điều 2.** Thông qua các chỉ tiêu chủ yếu tại biểu dưới đây:"),
    )
    after: tuple[Block, ...] = (
        Paragraph("**Điều 3.** Giao Ủy ban nhân dân tổ chức thực hiện Nghị quyết này./."),
        Signature(_recipients(random, office.level), ("CHỦ TỊCH",), name),
    )
    document = _document(
        *(number, "nghị quyết", issuer, office, day, subject, ("CHỦ TỊCH",), name),
        [*cites, proposal],
    )
    return Head(before, after, document, year, office.level)


def _directive(random: Random, year: int, topic: str) -> Head:
    office = _office(random)
    number, line = _number(random, "CT-UBND")
    day, dated = _signed(random, year, office.name, True)
    subject = f"Về đẩy mạnh {topic} năm {year}"
    words, cited = _cited(random, year, office.level)
    name = person(random)
    chairman = random.random() < 0.5
    issuer = f"Chủ tịch {office.committee}" if chairman else office.committee
    titles = ("CHỦ TỊCH",) if chairman else ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
    before: tuple[Block, ...] = (
        Letterhead(issuer=issuer.upper(), number=line, place_date=dated),
        Title(("CHỈ THỊ", subject)),
        Paragraph(f"Thực hiện {words}. {reached(random, year)}"),
        Paragraph(f"{issuer} yêu cầu các cơ quan, đơn vị thực hiện các chỉ tiêu sau:"),
    )
    after: tuple[Block, ...] = (
        Paragraph("Yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện Chỉ thị này./."),
        Signature(_recipients(random, office.level), titles, name),
    )
    document = _document(number, "chỉ thị", issuer, office, day, subject, titles, name, [cited])
    return Head(before, after, document, year, office.level)
