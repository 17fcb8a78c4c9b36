"""Saved web pages: what a browser shows, in paragraphs and tables, each with its offsets."""

from __future__ import annotations

import time

import pytest

from extract.errors import DamagedFile, EmptyFile, ExtractError, TooManyCells, UnknownFormat
from extract.extraction import extraction
from extract.model import Passage, SourceFile, Table, Text
from extract.readers import finder, read

HEAD = "<!DOCTYPE html><html><head><meta charset=utf-8><title>Văn bản 12</title></head><body>"


def blocks(page: str | bytes) -> tuple[Passage | Table, ...]:
    data = page if isinstance(page, bytes) else (HEAD + page).encode()
    return read(data, "trang.html").blocks


def shown(page: str | bytes) -> list[str]:
    """The passages, page furniture left out."""
    return [b.text.string for b in blocks(page) if isinstance(b, Passage) and not b.furniture]


def furniture(page: str) -> list[str]:
    return [b.text.string for b in blocks(page) if isinstance(b, Passage) and b.furniture]


def tables(page: str) -> list[Table]:
    return [block for block in blocks(page) if isinstance(block, Table)]


def table(rows: str) -> Table:
    (found,) = tables(f"<table>{rows}</table>")
    return found


def printed(found: Table) -> list[list[str]]:
    return [[cell.text.string if cell else "" for cell in row] for row in found.grid()]


def cell(content: str) -> list[str]:
    """The paragraphs of a cell with this content."""
    found = table(f"<tr><td>1<td>{content}<tr><td>2<td>Xã Tân Hòa Bắc")
    return [paragraph.string for paragraph in found.cells[1].paragraphs]


# --------------------------------------------------------------------------- text


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>Mục tiêu<p>Nhiệm vụ", ["Mục tiêu", "Nhiệm vụ"]),
        ("<p>Mục\n   tiêu&nbsp;năm&#160;2025</p>", ["Mục tiêu năm 2025"]),
        ("<p>Nghiên c&#7913;u &amp; ph&aacute;t tri&#x1EC3;n R&D", ["Nghiên cứu & phát triển R&D"]),
        ("<p>Đạt &ge; 90% &lt; 95%", ["Đạt ≥ 90% < 95%"]),
        ("<p>Đạt 5<6 và 7>6", ["Đạt 5<6 và 7>6"]),
        ("<div>Mục tiêu<div>chung</div>năm 2025</div>", ["Mục tiêu", "chung", "năm 2025"]),
        ("Tối <b>thi</b><i>ểu</i> 95%", ["Tối thiểu 95%"]),
        ("Mục tiêu<br>Nhiệm vụ<br/>Kinh phí", ["Mục tiêu", "Nhiệm vụ", "Kinh phí"]),
        ("<pre>Mục tiêu\n  Nhiệm vụ</pre>", ["Mục tiêu", "Nhiệm vụ"]),
        ("<ul><li>Mục tiêu<li>- Nhiệm vụ</ul>", ["- Mục tiêu", "- Nhiệm vụ"]),
        ("<ol start=3><li><p>Mục tiêu</p><li>4. Nhiệm vụ</ol>", ["3. Mục tiêu", "4. Nhiệm vụ"]),
        ("<ol type=a><li>Mục tiêu<li value=4>Nhiệm vụ</ol>", ["a. Mục tiêu", "d. Nhiệm vụ"]),
        ("<ul style='list-style: none'><li>Mục tiêu</ul>", ["Mục tiêu"]),
        ("<p>Rừng trồng 20 m<sup>2</sup>/hộ", ["Rừng trồng 20 m2/hộ"]),
        ("<p>Đạt 90%<sup>1</sup>; giảm 10<sup>(2)</sup>", ["Đạt 90%¹; giảm 10(²)"]),
        ("<![if !supportLists]><span>1. </span><![endif]>Mục tiêu", ["1. Mục tiêu"]),
        ("<!--[if gte mso 9]><xml>Word 15</xml><![endif]-->Mục tiêu", ["Mục tiêu"]),
        ("<a title=\"5 > 4\" href='x'>Mục tiêu</a>", ["Mục tiêu"]),
        ("<P CLASS=x>Mục tiêu</P></b></div></p>", ["Mục tiêu"]),
        ("<b><p>Mục tiêu</b> chung</p>", ["Mục tiêu chung"]),
        ("<o:p>Mục tiêu</o:p>", ["Mục tiêu"]),
    ],
)
def test_what_a_browser_shows(page: str, expected: list[str]) -> None:
    assert shown(page) == expected


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>if (5 < 6) write('10%')</script>",
        "<style>p { width: 50% }</style>",
        "<!-- Đạt 50% -->",
        "<p hidden>Đạt 50%</p>",
        "<p style='color:red;display:none'>Đạt 50%<b>x</b></p>",
        '<span style="visibility: hidden">Đạt 50%</span>',
        "<span style='mso-hide:all'>Đạt 50%</span>",
        "<table style='display:none'><tr><td>Đạt 50%<td>x</table>",
        "<del>Đạt 50%</del>",
        "<template><p>Đạt 50%</p></template>",
        "<textarea>Đạt <b>50%</textarea>",
        "<select><option>50%</select>",
        "<svg><text>50%</text></svg>",
        "<noscript>Đạt 50%</noscript>",
    ],
)
def test_what_a_browser_does_not_show(hidden: str) -> None:
    assert shown(f"<p>Mục tiêu</p>{hidden}<p>Nhiệm vụ</p>") == ["Mục tiêu", "Nhiệm vụ"]


def test_a_hidden_paragraph_ends_where_the_next_begins() -> None:
    assert shown("<p style='display:none'>Đạt 50%<p>Nhiệm vụ") == ["Nhiệm vụ"]


@pytest.mark.parametrize(
    ("page", "bold"),
    [
        ("<p><b>Mục tiêu</b></p>", True),
        ("<h2>Mục tiêu</h2>", True),
        ("<p><strong>Mục</strong> tiêu</p>", False),
        ("<p><b>Mục <i>tiêu</b></i>&nbsp;</p>", True),
        ('<p style="font-weight: 700">Mục tiêu</p>', True),
        ("<b><span style='font-weight:normal'>Mục tiêu</span></b>", False),
        ("<b style='mso-bidi-font-weight:normal'>Mục tiêu</b>", True),
    ],
)
def test_bold(page: str, bold: bool) -> None:
    (passage,) = blocks(page)
    assert isinstance(passage, Passage)
    assert passage.bold is bold


def test_what_a_site_prints_around_its_pages_is_furniture() -> None:
    page = (
        "<header>Cổng thông tin</header><nav><ul><li>Trang chủ</ul></nav>"
        "<div role=navigation>Văn bản (120)</div><p>Kế hoạch<aside>Tin mới</aside>"
        "<footer>Điện thoại 0290</footer>"
    )
    assert shown(page) == ["Kế hoạch"]
    around = ["Cổng thông tin", "Trang chủ", "Văn bản (120)", "Tin mới", "Điện thoại 0290"]
    assert furniture(page) == around


def test_beside_the_main_part_stands_furniture() -> None:
    body = "<p>Phấn đấu tỷ lệ hộ dùng nước sạch đạt tối thiểu 95%.</p>"
    page = f"<div>Mục lục</div><main><header>Kế hoạch</header>{body}</main><p>120 lượt xem"
    assert shown(page)[0] == "Kế hoạch"
    assert furniture(page) == ["Mục lục", "120 lượt xem"]
    # An empty main part is not what the page is about.
    assert furniture(f"<main>Tin</main>{body}") == []


# --------------------------------------------------------------------------- tables


def test_spans_of_rows_and_columns() -> None:
    found = table(
        "<tr><td rowspan=2>Tt<td rowspan='2'>Nội dung<td colspan=2>Kế hoạch"
        "<tr><td>2025<td>2026"
        "<tr><td rowspan=0>1<td>Hộ nghèo<td>5%<td>4%"
        "<tr><td>Cận nghèo<td colspan=9>3%"
    )
    assert printed(found)[0] == ["Tt", "Nội dung", "Kế hoạch", "Kế hoạch"] + [""] * 7
    assert printed(found)[1][:4] == ["Tt", "Nội dung", "2025", "2026"]
    assert printed(found)[3][:4] == ["1", "Cận nghèo", "3%", "3%"]


@pytest.mark.parametrize(
    "rows",
    [
        "<tr><td>Tt</td><td>Xã</td></tr><tr><td>1</td><td>Tân Hòa Bắc</td></tr>",
        "<tr><td>Tt<td>Xã<tr><td>1<td>Tân Hòa Bắc",
        "<td>Tt<td>Xã<tr><td>1<td>Tân Hòa Bắc",
        "<thead><tr><th>Tt<th>Xã<tbody><tr><td>1<td>Tân Hòa Bắc",
        "<tr><p><td>Tt</div><td><p>Xã</tr></b><tr><td>1<td><b>Tân Hòa Bắc</tr>",
        "<tr></tr><tr><td>Tt<td>Xã</tr><tr style='display:none'><td>9<td>9<tr><td>1<td>Tân Hòa Bắc",
    ],
)
def test_tables_however_they_are_written(rows: str) -> None:
    assert printed(table(rows)) == [["Tt", "Xã"], ["1", "Tân Hòa Bắc"]]


@pytest.mark.parametrize(
    ("content", "paragraphs"),
    [
        ("<p>Lập hồ sơ</p><p>Trình duyệt", ["Lập hồ sơ", "Trình duyệt"]),
        ("Lập hồ sơ<br>Trình duyệt", ["Lập hồ sơ", "Trình duyệt"]),
        ("<ul><li>Lập hồ sơ<li>Trình duyệt</ul>", ["- Lập hồ sơ", "- Trình duyệt"]),
        ("<ol><li>Lập hồ sơ<li>Trình duyệt</ol>", ["1. Lập hồ sơ", "2. Trình duyệt"]),
        ("<p>- Lập hồ\nsơ</p>", ["- Lập hồ sơ"]),
        ("&nbsp;<o:p></o:p>", []),
        ("**60%** số xã", ["**60%** số xã"]),  # a page is no Markdown
    ],
)
def test_paragraphs_of_a_cell(content: str, paragraphs: list[str]) -> None:
    assert cell(content) == paragraphs


def test_a_table_that_holds_the_page_is_its_passages() -> None:
    inner = "<table><tr><td>Tt<td>Xã<td>Mức<tr><td>1<td>Tân Hòa Bắc<td>90%</table>"
    page = (
        "<table width=100%><tr><td>Trang chủ<br>Văn bản<td><p>KẾ HOẠCH<p>Giảm nghèo năm 2025"
        f"{inner}<p>Nơi nhận</table>"
    )
    found = [b.text.string if isinstance(b, Passage) else "bảng" for b in blocks(page)]
    assert found == [
        *("Trang chủ", "Văn bản", "KẾ HOẠCH", "Giảm nghèo năm 2025"),
        *("bảng", "Nơi nhận"),
    ]


@pytest.mark.parametrize(
    "page",
    [
        "<table><tr><td><p>Mục tiêu<p>Nhiệm vụ</table>",
        "<table><tr><td>Mục tiêu<tr><td>Nhiệm vụ</table>",
        "<table role=presentation><tr><td>Mục tiêu<td>Nhiệm vụ</table>",
    ],
)
def test_layout_is_no_table(page: str) -> None:
    assert shown(page) == ["Mục tiêu", "Nhiệm vụ"]


def test_a_row_of_its_own_over_all_columns_is_a_table() -> None:
    assert len(tables("<table><tr><td colspan=5>II. Nhiệm vụ</table>")) == 1


def test_a_table_in_a_cell_of_data_follows_its_table() -> None:
    row = "<tr><td>1<td>Gồm <table><tr><td>Thôn Sơn Hạ<td>12</table><td>40"
    outer, inner = tables(f"<table><tr><td>Tt<td>Xã<td>Số hộ{row}<tr><td>2<td>Khác<td>5</table>")
    assert printed(outer)[1] == ["1", "Gồm", "40"]
    assert printed(inner) == [["Thôn Sơn Hạ", "12"]]


def test_words_of_a_table_in_no_cell_are_read() -> None:
    page = "<table><caption>Biểu số 1</caption><tr><td>1<td>2</table>"
    assert shown(page) == ["Biểu số 1"]


# --------------------------------------------------------------------------- bytes

VIETNAMESE = "<p>Kế hoạch năm 2025 của Ủy ban nhân dân xã Tân Hòa Bắc: đạt tối thiểu 95%"


@pytest.mark.parametrize(
    "data",
    [
        VIETNAMESE.encode(),
        b"\xef\xbb\xbf" + VIETNAMESE.encode(),
        VIETNAMESE.encode("utf-16"),
        VIETNAMESE.encode("utf-16-le"),
        # UTF-8 under another name, as sites write it
        b"<meta charset=windows-1252>" + VIETNAMESE.encode(),
        b'<meta http-equiv="Content-Type" content="text/html; charset=bogus">'
        + VIETNAMESE.encode(),
    ],
)
def test_encodings(data: bytes) -> None:
    assert shown(data)[-1].startswith("Kế hoạch năm 2025 của Ủy ban nhân dân xã Tân Hòa Bắc: đạt")


@pytest.mark.parametrize("declared", [b"", b"<meta charset=windows-1258>"])
def test_windows_1258(declared: bytes) -> None:
    # "Kế hoạch" with the tones as letters of their own
    data = "<p>Kê\u0301 hoa\u0323ch đa\u0323t tô\u0301i thiê\u0309u".encode("cp1258")
    assert shown(declared + data) == ["Kế hoạch đạt tối thiểu"]


def test_single_bytes_of_an_old_font() -> None:
    page = "<p>KÕ ho¹ch ph¸t triÓn kinh tÕ - x· héi cña huyÖn n¨m 2025<p>Tû lÖ hé nghÌo gi¶m"
    assert shown(page.encode("cp1252")) == [
        "Kế hoạch phát triển kinh tế - xã hội của huyện năm 2025",
        "Tỷ lệ hộ nghèo giảm",
    ]


def test_a_stray_byte_is_warned_of() -> None:
    page = (HEAD + VIETNAMESE * 40).encode()
    source = read(page[:-1] + b"\xff", "trang.html")
    assert [warning.code for warning in source.warnings] == ["unreadable_characters"]


def archive(*parts: tuple[str, str]) -> bytes:
    out = "From: <Saved>\r\nMIME-Version: 1.0\r\n"
    out += 'Content-Type: multipart/related; boundary="B"\r\n\r\n'
    for header, content in parts:
        out += f"--B\r\n{header}\r\n\r\n{content}\r\n"
    return (out + "--B--\r\n").encode()


def test_a_web_archive_is_its_page() -> None:
    page = "<p>T=E1=BB=91i thi=E1=BB=83u =\r\n95%</p>"
    header = "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable"
    data = archive(("Content-Type: text/css", "p { width: 5% }"), (header, page))
    source = read(data, "trang.mhtml")
    (passage,) = source.blocks
    assert isinstance(passage, Passage)
    assert passage.text.string == "Tối thiểu 95%"
    assert finder(data, "trang.mht")({"start": 3, "end": 6}) == "Tối"


# --------------------------------------------------------------------------- the way back


def test_every_piece_stands_at_its_offsets() -> None:
    page = (
        "<p>T&#7889;i <b>thi</b>ểu\n 95%<table><tr><td>1<td><ul><li>Lập hồ sơ</ul><tr><td>2"
        "<td rowspan=2>Trình&nbsp;duyệt</table>"
    )
    data = (HEAD + page).encode()
    find = finder(data, "trang.html")
    raw = data.decode()
    texts: list[Text] = []
    for block in blocks(page):
        cells = [block] if isinstance(block, Passage) else block.cells
        texts.extend(c.text for c in cells)  # type: ignore[attr-defined]
    stretches = [stretch for text in texts for stretch in text.stretches()]
    assert len(stretches) == 5
    for _, place, low, high in stretches:
        found = find({"start": low, "end": high})
        assert found == place.raw[low:high] == raw[low:high]


# --------------------------------------------------------------------------- what is above

PAGE = """<div>Tải về</div><div>100%</div>
<table><tr><td><p>UBND TỈNH AN LẠC
<td><p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<p>Độc lập - Tự do - Hạnh phúc
<tr><td>Số: 12/KH-UBND<td>An Lạc, ngày 02 tháng 4 năm 2025</table>
<p><b>KẾ HOẠCH<p><b>Giảm nghèo năm 2025</b>
<p>Phấn đấu 96% hộ nghèo có thẻ bảo hiểm y tế."""


def test_what_stands_above_the_letterhead_is_no_target() -> None:
    result = extraction(
        read((HEAD + PAGE).encode(), "trang.html"),
        SourceFile("trang.html", "", "html", None, False),
    )
    (document,) = result.documents
    assert document.number == "12/KH-UBND"
    assert [target.threshold.value for target in document.targets] == [96]


# --------------------------------------------------------------------------- bad pages


@pytest.mark.parametrize(
    ("name", "data", "failure"),
    [
        ("trang.html", b"<html><body><script>x</script></body></html>", EmptyFile),
        ("trang.html", "Kế hoạch năm 2025".encode(), UnknownFormat),
        ("trang.html", b"<html>" + bytes(range(1, 32)) * 9, UnknownFormat),
        ("trang.mht", archive(("Content-Type: text/css", "p { }")), DamagedFile),
        ("trang.docx", (HEAD + "x").encode(), UnknownFormat),
        ("trang.xls", (HEAD + "<table><tr><td>5</table>").encode(), UnknownFormat),
    ],
)
def test_bad_pages(name: str, data: bytes, failure: type[ExtractError]) -> None:
    with pytest.raises(failure):
        read(data, name)


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 20_000 + "Mục tiêu",
        "<table><tr><td>" * 3_000 + "Mục tiêu",
        "Mục tiêu" + "<!--" * 20_000,
        "Mục tiêu" + "<p x='" * 20_000,
        "Mục tiêu" + "<a><b>" * 10_000 + "</a>" * 10_000,
        "Mục tiêu" + "<script>" * 20_000,
        "Mục tiêu" + "&" * 50_000,
    ],
)
def test_strange_pages_take_little_time(page: str) -> None:
    start = time.process_time()
    assert shown(page)[0].startswith("Mục tiêu")
    assert time.process_time() - start < 10


def test_a_table_without_measure_is_refused() -> None:
    with pytest.raises(TooManyCells, match="claims 3000 rows"):
        blocks("<table>" + "<tr><td rowspan=65000 colspan=1000>1<td>2" * 3_000)
