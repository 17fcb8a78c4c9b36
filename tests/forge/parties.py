"""Agencies: one name, or the text of a cell with the list that it means; invented places."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Literal

from tests.forge.wordlist import listed

Level = Literal["tỉnh", "huyện", "xã"]
Item = dict[str, str]

_FIRST = ("An", "Bình", "Tân", "Hòa", "Phú", "Long", "Vĩnh", "Đông", "Thạch", "Sơn", "Lâm", "Gò")
_LAST = ("Lạc", "Thượng", "Mây", "Hạ", "Đoài", "Khê", "Trạch", "Lĩnh", "Điền", "Bằng", "Thủy")
_SIDES = ("Đông", "Tây", "Nam", "Bắc")


def place(random: Random) -> str:
    """An invented name: ``Bình Khê Đông``."""
    name = f"{random.choice(_FIRST)} {random.choice(_LAST)}"
    return f"{name} {random.choice(_SIDES)}" if random.random() < 0.5 else name


_NAMES: dict[Level, tuple[str, ...]] = {
    "tỉnh": listed(
        """Sở Nội vụ | Sở Tư pháp | Sở Y tế | Sở Tài chính | Sở Xây dựng | Sở Công Thương
        | Sở Nông nghiệp và Môi trường | Sở Giáo dục và Đào tạo | Sở Khoa học và Công nghệ
        | Sở Văn hóa, Thể thao và Du lịch | Văn phòng UBND tỉnh | Công an tỉnh
        | Bộ Chỉ huy Quân sự tỉnh | Thanh tra tỉnh | Bảo hiểm xã hội tỉnh | Cục Thống kê
        | Ban Dân tộc | Ban Quản lý các khu công nghiệp tỉnh
        | Đài Phát thanh và Truyền hình tỉnh | Trung tâm Phục vụ hành chính công tỉnh
        | Liên minh Hợp tác xã tỉnh | UBND các huyện | Ngân hàng Nhà nước chi nhánh tỉnh
        | Hội Nông dân tỉnh | UBND các huyện, thành phố | Các sở, ban, ngành
        | Các sở, ban, ngành tỉnh | UBND các huyện, thị xã, thành phố | Chi cục Kiểm lâm
        | Viễn thông tỉnh | Trường Cao đẳng nghề tỉnh | Báo An Lạc"""
    ),
    "huyện": listed(
        """Phòng Nội vụ | Phòng Tư pháp | Phòng Y tế | Phòng Tài chính - Kế hoạch
        | Phòng Văn hóa và Thông tin | Phòng Giáo dục và Đào tạo | Phòng Kinh tế và Hạ tầng
        | Phòng Nông nghiệp và Môi trường | Phòng Lao động - Thương binh và Xã hội
        | Phòng Tài nguyên và Môi trường | Văn phòng HĐND và UBND huyện | Công an huyện
        | Ban Chỉ huy Quân sự huyện | Thanh tra huyện | Bảo hiểm xã hội huyện
        | Trung tâm Y tế huyện | Trung tâm Văn hóa - Thông tin - Thể thao
        | Hội Nông dân huyện | Trung tâm Dịch vụ nông nghiệp | Chi cục Thuế khu vực
        | Chi cục Thống kê huyện | Kho bạc Nhà nước huyện | Hội Liên hiệp Phụ nữ huyện
        | Huyện đoàn | UBND các xã, thị trấn | Các phòng, ban chuyên môn huyện
        | Các cơ quan, đơn vị | Ủy ban Mặt trận Tổ quốc Việt Nam huyện
        | Ban Quản lý dự án đầu tư xây dựng huyện"""
    ),
    "xã": listed(
        """Văn phòng HĐND và UBND xã | Phòng Kinh tế | Phòng Văn hóa - Xã hội | Công an xã
        | Trạm Y tế xã | Ban Chỉ huy Quân sự xã | Trung tâm Phục vụ hành chính công xã
        | Ủy ban Mặt trận Tổ quốc Việt Nam xã | Hội Nông dân xã | Hội Cựu chiến binh xã
        | Đoàn Thanh niên xã | Hội Liên hiệp Phụ nữ xã | Trường Tiểu học Gò Mây
        | Công chức Văn phòng - Thống kê | Công chức Tư pháp - Hộ tịch
        | Các ban, ngành, đoàn thể | Công chức Địa chính - Xây dựng | Trưởng các thôn
        | Các trường học trên địa bàn xã"""
    ),
}


@dataclass(frozen=True)
class Agencies:
    """The text of a cell (``¶`` between paragraphs) and what it says."""

    text: str
    expected: list[Item]


def agency(random: Random, level: Level = "huyện") -> str:
    """One name."""
    return random.choice(_NAMES[level])


def several(random: Random, count: int, level: Level = "huyện") -> list[str]:
    return random.sample(_NAMES[level], count)


def agencies(
    random: Random,
    level: Level = "huyện",
    role: str = "implement",
    mixed: bool = True,
    items: bool = True,
) -> Agencies:
    """A cell under a heading that gives ``role``; with ``mixed`` the cell may give roles itself,
    with ``items`` it may be a list."""
    if mixed and random.random() < 0.2:
        return _with_roles(random, level)
    count = random.choices((1, 2, 3), (6, 3, 1))[0]
    names = several(random, count, level)
    return Agencies(joined(random, names, items), [{"role": role, "name": name} for name in names])


def joined(random: Random, names: list[str], items: bool = True) -> str:
    """Names side by side, as cells print them."""
    if len(names) == 1:
        return names[0] + (random.choice((";", ".")) if random.random() < 0.05 else "")
    way = random.choice(("; ", "; ", ", ", "- ", ", và"))
    if way == "- " and not items:
        way = "; "
    if way == "- ":
        return "¶".join(f"- {name}" for name in names)
    if way == ", và":
        return ", ".join(names[:-1]) + f" và {names[-1]}"
    return way.join(names)


def _with_roles(random: Random, level: Level) -> Agencies:
    lead, *others = several(random, random.choice((2, 3)), level)
    listed = "; ".join(others)
    ways = (
        f"{lead} chủ trì, phối hợp với {listed}",
        f"{lead} chủ trì; {listed} phối hợp"
        if len(others) == 1
        else f"{lead} chủ trì, phối hợp {listed}",
        f"- Chủ trì: {lead}¶- Phối hợp: {listed}",
        f"- {lead} chủ trì¶- {listed} phối hợp"
        if len(others) == 1
        else f"Chủ trì: {lead}. Phối hợp: {listed}",
        f"{lead} phối hợp với {listed}",
    )
    expected = [{"role": "lead", "name": lead}]
    expected += [{"role": "coordinate", "name": name} for name in others]
    return Agencies(random.choice(ways), expected)
