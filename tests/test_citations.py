"""Document numbers in running text, with their kind, date and issuer."""

from __future__ import annotations

import pytest

from extract.citations import cites, dated_laws, impossible_dates, iso_date, kind_of_number
from extract.model import Citation
from extract.vocabulary import rows


def found(text: str) -> list[Citation]:
    return [citation for citation, _, _ in cites(text)]


CITED = [
    (
        "Căn cứ Nghị định số 82/2019/NĐ-CP ngày 15/5/2019 của Chính phủ về cấp nước nông thôn;",
        Citation("82/2019/NĐ-CP", "nghị định", "2019-05-15", "Chính phủ"),
    ),
    (
        "kế hoạch số 17/KH – UBND ngày 03/02/2025 của Ủy ban nhân dân xã Tân Hòa Bắc về thu gom",
        Citation("17/KH-UBND", "kế hoạch", "2025-02-03", "Ủy ban nhân dân xã Tân Hòa Bắc"),
    ),
    (
        "theo Công văn 310/UBND-KTTH ngày 9/1/2025 của Chủ tịch UBND tỉnh",
        Citation("310/UBND-KTTH", "công văn", "2025-01-09", "Chủ tịch UBND tỉnh"),
    ),
    ("Luật Cán bộ, công chức số 80/2025/QH15;", Citation("80/2025/QH15", "luật")),
    (
        "Luật sửa đổi, bổ sung số 51/2024/QH15 ngày 27/11/2024",
        Citation("51/2024/QH15", "luật", "2024-11-27"),
    ),
    (
        "Chỉ thị số 08/CT-TTg của Thủ tướng Chính phủ ngày 22/4/2020 về chống hạn",
        Citation("08/CT-TTg", "chỉ thị", "2020-04-22", "Thủ tướng Chính phủ"),
    ),
    ("thực hiện Quyết định 753/QĐ-SNV", Citation("753/QĐ-SNV", "quyết định")),
    ("theo quy định tại 961/QĐ-UBND", Citation("961/QĐ-UBND", "quyết định")),
    (
        "Quyết định số 145 /QĐ-UBND ngày 08 /4 /2024",
        Citation("145/QĐ-UBND", "quyết định", "2024-04-08"),
    ),
    (
        "Nghị quyết số\n57-NQ/TW ngày 22 tháng 12 năm\n2024 của Bộ Chính trị về đột phá",
        Citation("57-NQ/TW", "nghị quyết", "2024-12-22", "Bộ Chính trị"),
    ),
    (
        "Thông tư số 03/2023/TT-VPCP ngày 05/4/2023 của Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ"
        " và các quy định khác",
        Citation(
            "03/2023/TT-VPCP", "thông tư", "2023-04-05", "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ"
        ),
    ),
    (
        "Công văn số 18/SVHTTDL-VP ngày 2/4/2025 của Sở Văn hóa, Thể thao và Du lịch, Phòng Nội vụ",
        Citation("18/SVHTTDL-VP", "công văn", "2025-04-02", "Sở Văn hóa, Thể thao và Du lịch"),
    ),
    ("văn bản số 2319/VPCP-KSTT", Citation("2319/VPCP-KSTT", "công văn")),
    ("Công văn số 46/UBND", Citation("46/UBND", "công văn")),
    ("Phụ lục I của Nghị quyết số 07/2025/NQ-\nHĐND.", Citation("07/2025/NQ-HĐND", "nghị quyết")),
    ("theo Quyết định số 31/QĐ-UBND\n- Lưu: VT", Citation("31/QĐ-UBND", "quyết định")),
    ("tại Quyết định số 31/QĐ-UBND - UBND tỉnh giao", Citation("31/QĐ-UBND", "quyết định")),
    (
        "Báo cáo thẩm tra số 33/BC-KTNS ngày 05 tháng 12 năm 2024 của Ban Kinh tế - Ngân sách.",
        Citation("33/BC-KTNS", "báo cáo", "2024-12-05", "Ban Kinh tế - Ngân sách"),
    ),
    (
        "Quyết định số 12/QĐ-TTg ngày 24/5/2025 của Thủ tướng Chính phủ\nphê duyệt Chiến lược",
        Citation("12/QĐ-TTg", "quyết định", "2025-05-24", "Thủ tướng Chính phủ"),
    ),
    # The page ends before the name does: half a name is no issuer.
    (
        "Quyết định số 14/QĐ-UBND ngày 26/8/2015 của Chủ tịch\n\nUBND tỉnh",
        Citation("14/QĐ-UBND", "quyết định", "2015-08-26"),
    ),
    # The issuer may stand before the number.
    (
        "theo đề nghị của Chánh Văn phòng HĐND và UBND huyện tại Tờ trình số 88/TTr-VP",
        Citation("88/TTr-VP", "tờ trình", None, "Chánh Văn phòng HĐND và UBND huyện"),
    ),
    (
        "ý kiến của Sở Tư pháp tại Báo cáo thẩm định số 45/BC-STP ngày 11/3/2025",
        Citation("45/BC-STP", "báo cáo", "2025-03-11", "Sở Tư pháp"),
    ),
    (
        "Quyết định của Thủ tướng Chính phủ: số 85/QĐ-TTg ngày 15/9/2024",
        Citation("85/QĐ-TTg", "quyết định", "2024-09-15", "Thủ tướng Chính phủ"),
    ),
    ("họp tại Hội trường; theo Kế hoạch số 17/KH-STC", Citation("17/KH-STC", "kế hoạch")),
    # A blank that was put into a number.
    ("Quyết định số 15 3/2024/QĐ-TTg", Citation("153/2024/QĐ-TTg", "quyết định")),
    # A day that no calendar has is no date; the number stands.
    ("Kế hoạch số 13/KH-UBND ngày 31/02/2024", Citation("13/KH-UBND", "kế hoạch")),
]


@pytest.mark.parametrize(("text", "citation"), CITED, ids=[c.number for _, c in CITED])
def test_one_citation(text: str, citation: Citation) -> None:
    assert found(text) == [citation]


@pytest.mark.parametrize(
    "text",
    [
        "trước ngày 15/12/2024",
        "xếp thứ 04/11 huyện",
        "trực 24/7 và 24/24",
        "điện thoại 0299.3812.456",
        "Tờ trình số /TTr-VHXH ngày /9/2025",
        "tốc độ 30 km/h, 12 tin/tháng",
        "giai đoạn 2021-2025, 5/8 chỉ tiêu",
        "phiên bản 4.0 và ISO 9001:2015",
        "đạt 95%/năm; 3/5 UBND xã",
        "ƯTH 2024/ KH 2024",
    ],
)
def test_no_citation(text: str) -> None:
    assert found(text) == []


def test_a_list_shares_its_kind_by_short_form() -> None:
    text = "các Quyết định số 12/QĐ-UBND, 15/QĐ-UBND và Kế hoạch số 4/KH-SYT ngày 1/3/2025"
    assert found(text) == [
        Citation("12/QĐ-UBND", "quyết định"),
        Citation("15/QĐ-UBND", "quyết định"),
        Citation("4/KH-SYT", "kế hoạch", "2025-03-01"),
    ]


def test_a_list_of_one_form_shares_its_issuer() -> None:
    text = (
        "các kế hoạch số 15/KH-UBND, 21/KH-UBND và 40/KH-UBND của UBND thành phố; Nghị quyết số"
        " 12/NQ-HĐND và Kế hoạch số 4/KH-SYT của Sở Y tế"
    )
    assert [c.issuer for c in found(text)] == [
        *["UBND thành phố"] * 3,
        None,
        "Sở Y tế",
    ]
    text = "các Quyết định của Thủ tướng Chính phủ: số 8/QĐ-TTg ngày 1/9/2024, số 9/QĐ-TTg"
    assert [c.issuer for c in found(text)] == ["Thủ tướng Chính phủ"] * 2


@pytest.mark.parametrize(
    ("text", "law"),
    [
        (
            "Căn cứ Luật Đất đai ngày 18 tháng 01 năm 2024; Nghị định",
            "Luật Đất đai ngày 18 tháng 01 năm 2024",
        ),
        (
            "Luật sửa đổi, bổ sung một số điều của Luật Đầu tư ngày 29/11/2024;",
            "Luật sửa đổi, bổ sung một số điều của Luật Đầu tư ngày 29/11/2024",
        ),
        ("Luật Đất đai có hiệu lực từ ngày 01/8/2024", None),
        ("theo Luật; hoàn thành trước ngày 01/8/2024", None),
        ("kỷ luật đảng ngày 01/8/2024", None),
    ],
)
def test_laws_cited_by_their_date(text: str, law: str | None) -> None:
    assert [text[start:end] for start, end in dated_laws(text)] == [law] * (law is not None)


def test_repetition_is_kept() -> None:
    text = "Kế hoạch số 4/KH-SYT; Kế hoạch số 4/KH-SYT"
    assert [c.number for c in found(text)] == ["4/KH-SYT", "4/KH-SYT"]


def test_a_citation_spans_its_date_and_issuer() -> None:
    text = "theo Kế hoạch số 4/KH-SYT ngày 1/3/2025 của Sở Y tế về tiêm chủng"
    ((_, start, end),) = cites(text)
    assert text[start:end] == "4/KH-SYT ngày 1/3/2025 của Sở Y tế"


@pytest.mark.parametrize("row", rows("citations"), ids=lambda row: row["stop"])
def test_issuer_stops(row: dict[str, list[str]]) -> None:
    for example in row["examples"]:
        (citation,) = found(f"Quyết định số 1/QĐ-UBND {example}")
        assert citation.issuer is not None
        assert str(row["stop"]) not in citation.issuer
        assert example.startswith(f"của {citation.issuer} ")


@pytest.mark.parametrize("row", rows("kinds"), ids=lambda row: row["kind"])
def test_kinds_of_numbers(row: dict[str, list[str]]) -> None:
    for example in row["examples"]:
        if "/" in example:
            assert (kind_of_number(example) or "công văn") == row["kind"]


def test_dates() -> None:
    assert iso_date("8", "04", "2024") == "2024-04-08"
    assert iso_date("29", "2", "2024") == "2024-02-29"
    assert iso_date("29", "2", "2025") is None
    assert iso_date("14", "11", "20233") is None
    text = "ngày 30/02/2025, ngày 1/3/2025 và ngày 31 tháng 4 năm 2025"
    assert [text[a:b] for a, b in impossible_dates(text)] == [
        "ngày 30/02/2025",
        "ngày 31 tháng 4 năm 2025",
    ]
