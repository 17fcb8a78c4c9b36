"""Letterheads read on a scan: fixed words are put right, what nothing confirms is null."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from extract.letterhead import Part, parts
from extract.letterhead.recognised import is_motto, mended
from extract.model import Block, Passage, Signatory, TextLocator
from extract.text import text

UNSURE = "readings_differ"


@dataclass(frozen=True)
class Scanned:
    raw: str
    unsure: str = ""

    def locator(self, start: int, end: int) -> TextLocator:
        return TextLocator(start, end)

    def marks(self, start: int, end: int) -> set[str]:
        return {UNSURE} if self.unsure and self.unsure in self.raw[start:end] else set()


def recognised(page: str, unsure: str = "") -> Part:
    """The document on a page, one passage a line; ``unsure`` was read in two ways."""
    lines = [line.strip() for line in page.splitlines() if line.strip()]
    blocks: list[Block] = [Passage(text(Scanned(line, unsure))) for line in lines]
    (part,) = parts(blocks)
    return part


PLAN = """
    UBND TÍNH AN LẠC
    SỞ NỘI VỤ
    CỘNG HÒA XA HỘI CHỦ NGHĨA VIỆ + NAM
    Độc lội - Tự đo - Hạnh phúc
    — An Lạc, ngày 24 tháng 3 năm 2025 Sô: 77/KH-SNV
    ¬ KÊ HOẠCH,
    Cải cách hành chính năm 2025
    Thực hiện Kế hoạch số 31/KH-UBND ngày 20/02/2025 của UBND tỉnh An Lạc, Sở Nội vụ tỉnh An Lạc
    ban hành kế hoạch như sau:
    1. Phấn đấu 90% hồ sơ được giải quyết đúng hạn.
    Nơi nhân:
    - Như trên;
    - Lưu: VT.
    KT. GIÁM ĐÔC
    PHÓ GIÁM ĐỐC
    ỒƒÑ
    Lê Giả Định
"""


def test_fixed_words_are_put_right() -> None:
    document = recognised(PLAN).document
    assert document.number == "77/KH-SNV"
    assert document.kind == "kế hoạch"
    assert document.issuer == "Sở Nội vụ tỉnh An Lạc"
    assert (document.place, document.date) == ("An Lạc", "2025-03-24")
    assert document.subject == "Cải cách hành chính năm 2025"
    assert document.signatory is not None
    assert document.signatory.name == "Lê Giả Định"


def test_what_was_read_stays_in_the_proof() -> None:
    (kind,) = [one for one in recognised(PLAN).fragments if one.field == "kind"]
    assert (kind.quote, kind.raw) == ("KẾ HOẠCH", "KÊ HOẠCH")


@pytest.mark.parametrize(
    ("read", "wanted"),
    [
        ("CHÍ THỊ", "CHỈ THỊ"),
        ("QUYÉT ĐỊNH:", "QUYẾT ĐỊNH:"),
        ("Nơi nhân:", "Nơi nhận:"),
        ("UBND TÍNH AN LẠC", "UBND TỈNH AN LẠC"),
        ("ỦY BAN NHÂN DÂN TỈNHAN", "ỦY BAN NHÂN DÂN TỈNH AN"),
        ("THÀNH PHÓ VĨNH THANH", "THÀNH PHỐ VĨNH THANH"),
        ("KT. CHÚ TỊCH", "KT. CHỦ TỊCH"),
        ("S6: 42/KH-UBND...", "Số: 42/KH-UBND"),
        ("An Lạc, ngày 4Š tháng 6 năm 2025", "An Lạc, ngày…………tháng 6 năm 2025"),
        ("— 2", "2"),
        ("-ƒ", ""),
        # What only looks like a fixed word stays.
        ("- Như Điều 3;", "- Như Điều 3;"),
        ("Nam Định phấn đấu 40%", "Nam Định phấn đấu 40%"),
        ("KE HOẠCH HÓA GIA ĐÌNH", "KE HOẠCH HÓA GIA ĐÌNH"),
        ("An Lạc, ngày 06 tháng 3 năm 2025", "An Lạc, ngày 06 tháng 3 năm 2025"),
    ],
)
def test_lines(read: str, wanted: str) -> None:
    assert mended(text(Scanned(read))).string == wanted


def test_mottos_with_wrong_letters() -> None:
    assert is_motto("CỘNG HÒA ` HỘI CHỦ NGHĨA VIỆT NAM")
    assert is_motto("Độc i¿; - Tự đo - Hạnh phúc")
    assert not is_motto("HỘI NÔNG DÂN VIỆT NAM")


def refused(part: Part) -> set[str]:
    return {w.source[0].field for w in part.warnings if w.code == "letterhead_unclear"}


def test_an_unsure_date_or_number_is_left_out() -> None:
    part = recognised(PLAN, unsure="2025 Sô")
    assert (part.document.date, part.document.number) == ("2025-03-24", "77/KH-SNV")
    part = recognised(PLAN.replace("77/", "7?7/"), unsure="24")
    assert part.document.date is None
    assert part.document.place == "An Lạc"
    assert refused(part) == {"date"}
    assert "date" in {fragment.field for fragment in part.fragments}


def test_an_issuer_with_a_word_that_can_be_none_is_left_out_and_warned_of() -> None:
    part = recognised(PLAN.replace("SỞ NỘI VỤ", "SỞ NXI VỤ").replace("Sở Nội vụ", "Sở"))
    assert part.document.issuer is None
    assert any("the issuer of" in warning.message for warning in part.warnings)


@pytest.mark.parametrize(
    ("read", "wanted"),
    [
        ("Ân Lạc", "An Lạc"),  # as the text has it
        ("An Lac", "An Lạc"),
        ("An Lọc", "An Lạc"),  # one letter off the issuer's own place
        ("Hà Nội", "Hà Nội"),
        ("Bến Tượng", None),
    ],
)
def test_a_place_is_what_the_text_confirms(read: str, wanted: str | None) -> None:
    page = PLAN.replace("— An Lạc, ngày", f"{read}, ngày").replace("TÍNH AN", "TỈNH AN")
    part = recognised(page)
    assert part.document.place == wanted
    assert refused(part) == (set() if wanted else {"place"})


@pytest.mark.parametrize("name", ["Kê Giả Định", "Lê Giả Đxnh", "Bải Thị Ví Dụ"])
def test_a_name_that_can_be_none_is_left_out(name: str) -> None:
    part = recognised(PLAN.replace("Lê Giả Định", name))
    assert part.document.signatory == Signatory("KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC", None)
    assert refused(part) == {"signatory"}


def test_a_title_that_lacks_a_word_is_left_out() -> None:
    part = recognised(PLAN.replace("PHÓ GIÁM ĐỐC", "GIÁM ĐỐC"))
    assert part.document.signatory == Signatory(None, "Lê Giả Định")
    assert refused(part) == {"signatory"}


def test_a_garbled_subject_is_left_out() -> None:
    page = PLAN.replace("Cải cách hành chính năm 2025", "Cxi càh hànx chính nẵcm 2025")
    part = recognised(page)
    assert part.document.subject is None
    assert refused(part) == {"subject"}


def test_typed_letterheads_are_taken_as_they_are() -> None:
    @dataclass(frozen=True)
    class Typed:
        raw: str

        def locator(self, start: int, end: int) -> TextLocator:
            return TextLocator(start, end)

    page = """
        SỞ NỘI VỤ
        Số: 77/KH-SNV
        Bến Tượng, ngày 24 tháng 3 năm 2025
        KẾ HOẠCH
        Cải cách hành chính năm 2025
        Căn cứ Kế hoạch số 31/KH-UBND ngày 20/02/2025;
        Nơi nhận:
        - Lưu: VT.
        GIÁM ĐỐC
        Kê Giả Định
    """
    lines = [line.strip() for line in page.splitlines() if line.strip()]
    (part,) = parts([Passage(text(Typed(line))) for line in lines])
    assert part.document.place == "Bến Tượng"
    assert part.document.signatory is not None
    assert part.document.signatory.name == "Kê Giả Định"
