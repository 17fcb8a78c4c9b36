"""Saved text as programs export it: three kinds of table, broken markup, encodings, page breaks."""

from __future__ import annotations

import html
import unicodedata

import pytest
import regex
from hypothesis import example, given
from hypothesis import strategies as st

from extract import readers
from extract.errors import DamagedFile, EmptyFile, ExtractError, UnknownFormat
from extract.model import Cell, Passage, Source, Table, Text, TextLocator
from extract.readers.text_export import decoded, finder, read
from extract.text import clean


def proven(written: str | bytes) -> Source:
    """The source of a file, after following every character back into it."""
    data = written if isinstance(written, bytes) else written.encode()
    source, find = read(data), finder(data)
    for text in texts(source):
        assert unicodedata.is_normalized("NFC", text.string)
        assert sum(map(len, text.segments)) == len(text.string)
        for piece, place, start, end in text.stretches():
            locator = place.locator(start, end)
            assert isinstance(locator, TextLocator)
            raw = find({"start": locator.start, "end": locator.end})
            assert raw == place.raw[start:end]
            assert letters(piece.string) == letters(unmarked(raw))
    return source


def texts(source: Source) -> list[Text]:
    found: list[Text] = []
    for block in source.blocks:
        if isinstance(block, Passage):
            found.append(block.text)
        else:
            found.extend(paragraph for cell in block.cells for paragraph in cell.paragraphs)
    return found


def unmarked(raw: str) -> str:
    """``raw`` without tags and entities."""
    return html.unescape(regex.sub(r"</?[a-z!][^<>]*>", "", raw))


def letters(string: str) -> str:
    return "".join(char for char in clean(string) if char.isalnum())


def strings(written: str | bytes) -> list[str]:
    return [block.text.string for block in proven(written).blocks if isinstance(block, Passage)]


def tables(written: str | bytes) -> list[Table]:
    return [block for block in proven(written).blocks if isinstance(block, Table)]


def table(written: str | bytes) -> Table:
    [only] = tables(written)
    return only


def rows(written: str | bytes) -> list[list[str | None]]:
    """The cells of the only table; None where no cell is."""
    only = table(written)
    return [[cell.text.string if cell else None for cell in row] for row in only.grid()]


def cell(written: str) -> Cell:
    """The last cell of the only table."""
    return table(written).cells[-1]


def paragraphs(written: str) -> list[str]:
    return [paragraph.string for paragraph in cell(written).paragraphs]


# --------------------------------------------------------------------------- passages


def test_a_line_is_a_passage() -> None:
    source = proven("KẾ HOẠCH  \nNâng cấp chợ xã Tân Hòa Bắc\n\n\nI. MỤC TIÊU\n")
    assert source.format == "txt"
    assert source.pages is None
    assert [text.string for text in texts(source)] == [
        "KẾ HOẠCH",
        "Nâng cấp chợ xã Tân Hòa Bắc",
        "I. MỤC TIÊU",
    ]


@pytest.mark.parametrize(
    ("line", "string", "bold"),
    [
        ("**I. MỤC TIÊU**", "I. MỤC TIÊU", True),
        ("<b>I. MỤC TIÊU</b>", "I. MỤC TIÊU", True),
        ("<strong>I.</strong> **MỤC TIÊU**", "I. MỤC TIÊU", True),
        ("## I. MỤC TIÊU", "I. MỤC TIÊU", True),
        ("**Điều 1.** Giao chỉ tiêu", "Điều 1. Giao chỉ tiêu", False),
        ("*Căn cứ Luật Đất đai;*", "Căn cứ Luật Đất đai;", False),
        ("1\\. Diện tích &lt; 5&nbsp;ha &amp; rừng", "1. Diện tích < 5 ha & rừng", False),
        ("Mức thu 5 < 6 và 7 > 6", "Mức thu 5 < 6 và 7 > 6", False),
        ("Mật độ 2 * 3 cây", "Mật độ 2 * 3 cây", False),
        ("Hạng mục #1", "Hạng mục #1", False),
        ("H&M; &khongco; R&D", "H&M; &khongco; R&D", False),
    ],
)
def test_inline_markup(line: str, string: str, bold: bool) -> None:
    [passage] = proven(line).blocks
    assert isinstance(passage, Passage)
    assert (passage.text.string, passage.bold) == (string, bold)


def test_bold_over_two_lines_says_nothing_of_what_follows() -> None:
    assert strings("**UBND XÃ\nTÂN HÒA BẮC**\n\nSố: 12/KH-UBND") == [
        "UBND XÃ",
        "TÂN HÒA BẮC",
        "Số: 12/KH-UBND",
    ]


@pytest.mark.parametrize("number", ["2", "- 2 -", "2/14", " 12 "])
def test_a_page_number_alone_on_a_line_is_furniture(number: str) -> None:
    source = proven(f"Giao các xã\n\n{number}\n\ntổ chức thực hiện.")
    assert [block.furniture for block in source.blocks if isinstance(block, Passage)] == [
        False,
        True,
        False,
    ]


# --------------------------------------------------------------------------- tab tables

HEAD = "STT\tChỉ tiêu\tĐơn vị\tKế hoạch\n"


def test_tab_table() -> None:
    written = f"Biểu 1\n{HEAD}1\tĐàn trâu\tcon\t1.250\n2\tĐàn bò\tcon\t3.400\n\nNơi nhận:"
    assert rows(written) == [
        ["STT", "Chỉ tiêu", "Đơn vị", "Kế hoạch"],
        ["1", "Đàn trâu", "con", "1.250"],
        ["2", "Đàn bò", "con", "3.400"],
    ]
    assert strings(written) == ["Biểu 1", "Nơi nhận:"]
    assert table(written).flattened


def test_empty_cells_are_kept_and_trimmed_ones_are_absent() -> None:
    written = f"{HEAD}I\tNÔNG NGHIỆP\t\t\n1\tĐàn dê\n\tĐàn gà\t\t9\n"
    grid = rows(written)
    assert grid[1] == ["I", "NÔNG NGHIỆP", "", ""]
    assert grid[3] == ["", "Đàn gà", "", "9"]
    assert grid[2][:2] == ["1", "Đàn dê"]


def test_a_section_line_without_tabs_stays_in_the_table() -> None:
    written = f"{HEAD}CHĂN NUÔI\n1\tĐàn trâu\tcon\t1.250\n"
    assert rows(written)[1][0] == "CHĂN NUÔI"
    assert strings(written) == []


def test_blank_lines_inside_a_table_are_page_breaks() -> None:
    written = f"{HEAD}1\tĐàn trâu\tcon\t5\n\n\n2\tĐàn bò\tcon\t6\n\nĐiều 2. Thi hành."
    only = table(written)
    assert (only.rows, only.breaks) == (3, frozenset({2}))
    assert strings(written) == ["Điều 2. Thi hành."]


def test_a_page_number_between_rows_is_no_row() -> None:
    written = f"{HEAD}1\tĐàn trâu\tcon\t5\n\n- 7 -\n\n2\tĐàn bò\tcon\t6\n"
    only = table(written)
    assert (only.rows, only.breaks) == (3, frozenset({2}))
    assert [b.furniture for b in proven(written).blocks if isinstance(b, Passage)] == [True]


def test_a_repeated_heading_after_a_page_break_stays_in_the_table() -> None:
    written = f"{HEAD}1\tĐàn trâu\tcon\t5\n\n{HEAD}2\tĐàn bò\tcon\t6\n"
    assert table(written).rows == 4


def test_another_width_after_a_blank_line_is_another_table() -> None:
    written = f"{HEAD}1\tĐàn trâu\tcon\t5\n\nXã\tSố hộ\nTân Hòa Bắc\t40\n"
    assert [(found.rows, found.columns) for found in tables(written)] == [(2, 4), (2, 2)]


def test_a_row_goes_on_in_the_next_line() -> None:
    written = f"{HEAD}1\tĐàn trâu\nở các thôn vùng cao\tcon\t5\n2\tĐàn bò\tcon\t6\n"
    assert rows(written)[1:] == [
        ["1", "Đàn trâu ở các thôn vùng cao", "con", "5"],
        ["2", "Đàn bò", "con", "6"],
    ]


def test_a_list_goes_on_over_lines() -> None:
    written = (
        "STT\tNhiệm vụ\tThời gian\n"
        "1\t<ul><li>Rà soát hộ nghèo\n<li>Lập danh sách</li>\n</ul>\tQuý I\n"
        "2\tBáo cáo\tQuý II\n"
    )
    only = table(written)
    assert [p.string for p in only.cells[4].paragraphs] == ["- Rà soát hộ nghèo", "- Lập danh sách"]
    assert rows(written)[1][2] == "Quý I"
    assert rows(written)[2] == ["2", "Báo cáo", "Quý II"]


def test_bold_cells() -> None:
    only = table("**STT**\t<b>Nội dung</b>\n1\t**Một** phần\n")
    assert [found.bold for found in only.cells] == [True, True, False, False]
    assert [found.text.string for found in only.cells] == ["STT", "Nội dung", "1", "Một phần"]


# --------------------------------------------------------------------------- pipe tables


def test_pipe_table() -> None:
    written = "| STT | Chỉ tiêu | Kế hoạch |\n|---|:---|---:|\n| 1 | Trồng rừng | 50 ha |\n"
    assert rows(written) == [["STT", "Chỉ tiêu", "Kế hoạch"], ["1", "Trồng rừng", "50 ha"]]


def test_pipe_table_with_an_escaped_pipe_and_breaks() -> None:
    written = "| STT | Nội dung |\n|---|---|\n| 1 | Ký hiệu A\\|B<br>- Lần 1<br/>- Lần 2 |\n"
    assert paragraphs(written) == ["Ký hiệu A|B", "- Lần 1", "- Lần 2"]


def test_pipes_between_cells_only() -> None:
    written = "STT | Nội dung | ĐVT\n1 | Hồ sơ | %\n | - Cấp xã | %\n2 | Tổ | \n"
    assert rows(written) == [
        ["STT", "Nội dung", "ĐVT"],
        ["1", "Hồ sơ", "%"],
        ["", "- Cấp xã", "%"],
        ["2", "Tổ", ""],
    ]


def test_pipes_in_one_line_make_no_table() -> None:
    written = "Trang chủ | Văn bản | Liên hệ\nĐiều 1. Phê duyệt.\n"
    assert strings(written) == ["Trang chủ | Văn bản | Liên hệ", "Điều 1. Phê duyệt."]


def test_columns_that_blanks_set_apart() -> None:
    written = """
 TT   Nội dung chỉ tiêu          ĐVT          Kế hoạch   Cơ quan
                                              năm 2025   chủ trì
 I    Kinh tế
 1    Tổng đàn lợn               con             1.250   Phòng Kinh tế
 2    Hộ dùng nước               %             trên 95   Phòng Kinh tế
      hợp vệ sinh
      - Cấp xã                   triệu đồng         80

 3    Số tổ                      tổ                  5

Nơi nhận:              TM. ỦY BAN NHÂN DÂN          CHỦ TỊCH
"""
    assert rows(written) == [
        ["TT", "Nội dung chỉ tiêu", "ĐVT", "Kế hoạch năm 2025", "Cơ quan chủ trì"],
        ["I", "Kinh tế", None, None, None],
        ["1", "Tổng đàn lợn", "con", "1.250", "Phòng Kinh tế"],
        ["2", "Hộ dùng nước", "%", "trên 95", "Phòng Kinh tế"],
        [None, "hợp vệ sinh", None, None, None],
        [None, "- Cấp xã", "triệu đồng", "80", None],
        ["3", "Số tổ", "tổ", "5", None],
    ]
    assert strings(written) == ["Nơi nhận: TM. ỦY BAN NHÂN DÂN CHỦ TỊCH"]


def test_headings_in_the_middle_of_columns_that_blanks_set_apart() -> None:
    written = """
STT         Khoản thu          Cả năm       Quý I    Cơ quan chủ trì
 1    Thuế môn bài             3.200         800     Văn phòng HĐND
                                                     và UBND xã
 2    Lệ phí                    420          100     Phòng Kinh tế
 3    Thu từ cho thuê đất       9.500         -      Phòng Kinh tế
      công ích
"""
    assert rows(written) == [
        ["STT", "Khoản thu", "Cả năm", "Quý I", "Cơ quan chủ trì"],
        ["1", "Thuế môn bài", "3.200", "800", "Văn phòng HĐND"],
        [None, None, None, None, "và UBND xã"],
        ["2", "Lệ phí", "420", "100", "Phòng Kinh tế"],
        ["3", "Thu từ cho thuê đất", "9.500", "-", "Phòng Kinh tế"],
        [None, "công ích", None, None, None],
    ]


def test_headings_in_two_rows_over_columns_that_blanks_set_apart() -> None:
    written = """
STT         Tên xã          Hộ dùng nước sạch (%)          Trồng rừng (ha)     Ghi chú
                             2025         2026            2025         2026
 1    Xã Tân Hòa             ≥ 85         90               -           12,5
 2    Xã Suối Đá             75,5       78 - 80           1.250         14     Vùng
                                                                               đồi
\f
STT     Tên xã          Hộ dùng nước sạch (%)            Trồng rừng (ha)       Ghi chú
                         2025         2026              2025         2026
 3    Xã Gò Trũng         60           62                 4            5
"""
    found = table(written)
    assert rows(written)[2:] == [
        ["1", "Xã Tân Hòa", "≥ 85", "90", "-", "12,5", None],
        ["2", "Xã Suối Đá", "75,5", "78 - 80", "1.250", "14", "Vùng"],
        [None, None, None, None, None, None, "đồi"],
        ["3", "Xã Gò Trũng", "60", "62", "4", "5", None],
    ]
    heads = [(c.text.string, c.column, c.column_span, c.row_span) for c in found.cells if c.row < 2]
    assert heads[:5] == [
        ("STT", 0, 1, 2),
        ("Tên xã", 1, 1, 2),
        ("Hộ dùng nước sạch (%)", 2, 2, 1),
        ("2025", 2, 1, 1),
        ("2026", 3, 1, 1),
    ]
    assert found.breaks == {4, 5}


def test_a_pipe_table_runs_over_a_page_break() -> None:
    written = "| A | B |\n|---|---|\n| 1 | 2 |\n\n| 3 | 4 |\n"
    assert rows(written) == [["A", "B"], ["1", "2"], ["3", "4"]]
    assert table(written).breaks == {2}


def test_a_tab_table_right_below_a_pipe_table() -> None:
    written = "| A | B |\n|---|---|\n| 1 | 2 |\nSTT\tNội dung\n1\tHỗ trợ 40 hộ\n"
    assert [[c.text.string for c in found.cells] for found in tables(written)] == [
        ["A", "B", "1", "2"],
        ["STT", "Nội dung", "1", "Hỗ trợ 40 hộ"],
    ]


def test_a_pipe_table_right_below_a_tab_table_is_not_lost() -> None:
    written = "STT\tNội dung\n1\tHỗ trợ 40 hộ\n| 2 | Xây 02 cầu |\n"
    assert "Xây 02 cầu" in " ".join(text.string for text in texts(proven(written)))


# --------------------------------------------------------------------------- HTML tables


def test_html_table_with_spans() -> None:
    written = (
        "<table><tr><th rowspan=2>STT</th><th rowspan='2'>Xã</th><th colspan=\"2\">Năm</th></tr>\n"
        "<tr><th>2025</th><th>2026</th></tr>\n"
        "<tr><td>1</td><td>Tân Hòa Bắc</td><td>40</td><td>45</td></tr></table>"
    )
    assert rows(written) == [
        ["STT", "Xã", "Năm", "Năm"],
        ["STT", "Xã", "2025", "2026"],
        ["1", "Tân Hòa Bắc", "40", "45"],
    ]
    assert [found.bold for found in table(written).cells[:5]] == [True] * 5
    assert not table(written).flattened


@pytest.mark.parametrize("span", ["rowspan=99", "colspan=0", "rowspan=''", "colspan=x"])
def test_a_damaged_span_does_no_harm(span: str) -> None:
    written = f"<table><tr><td {span}>1</td><td>Thôn Sơn Hạ</td></tr></table>"
    assert rows(written) == [["1", "Thôn Sơn Hạ"]]


def test_a_nested_table_follows_its_table() -> None:
    outer, inner = tables(
        "<table><tr><td>Stt</td><td>Xã</td><td>Số hộ</td></tr><tr><td>1</td><td>Gồm: <table><tr>"
        "<td>Thôn Sơn Hạ</td><td>12</td></tr></table> và thôn khác</td><td>40</td></tr>"
        "<tr><td>2</td><td>Xã Tân Hòa Bắc</td><td>51</td></tr></table>"
    )
    assert [found.text.string for found in outer.cells][3:6] == ["1", "Gồm: và thôn khác", "40"]
    assert [found.text.string for found in inner.cells] == ["Thôn Sơn Hạ", "12"]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("<p>Lập hồ sơ</p><p>Trình duyệt</p>", ["Lập hồ sơ", "Trình duyệt"]),
        ("Lập hồ sơ<br>Trình duyệt", ["Lập hồ sơ", "Trình duyệt"]),
        ("<ul><li>Lập hồ sơ</li><li>Trình duyệt</li></ul>", ["- Lập hồ sơ", "- Trình duyệt"]),
        ("<ul><li>Lập hồ sơ<li>Trình duyệt", ["- Lập hồ sơ", "- Trình duyệt"]),
        ("<li>- Lập hồ sơ</li></ul></li>", ["- Lập hồ sơ"]),
        ("<ol><li>1. Lập hồ sơ</li></ol>", ["1. Lập hồ sơ"]),
        ("<p>Lập hồ sơ<p>Trình duyệt</b>", ["Lập hồ sơ", "Trình duyệt"]),
        ("<ul><li></li></ul>Lập hồ sơ", ["Lập hồ sơ"]),
        ("<span style='x'>Lập</span> <i>hồ sơ</i>", ["Lập hồ sơ"]),
        ("<!-- ẩn -->Lập hồ sơ", ["Lập hồ sơ"]),
        ("Lập\nhồ sơ", ["Lập hồ sơ"]),
        ("", []),
    ],
)
def test_paragraphs_of_a_cell(content: str, found: list[str]) -> None:
    assert paragraphs(f"<table><tr><td>1</td><td>{content}</td></tr></table>") == found


def test_broken_nesting() -> None:
    """Cells and rows are never closed."""
    written = "<table><tr><td>1<td><b>Xây cầu<tr><td>2<td>Sửa đường<ul><li>Đợt 1</table>"
    assert rows(written) == [["1", "Xây cầu"], ["2", "Sửa đường - Đợt 1"]]


def test_a_table_that_is_never_closed() -> None:
    assert rows("<table><tr><td>1</td><td>Sửa 02 cầu") == [["1", "Sửa 02 cầu"]]


def test_what_follows_a_table_that_is_never_closed_is_read() -> None:
    written = "<table><tr><td>1</td><td>Sửa cầu</td></tr>\nĐiều 2. Giao 05 xã thực hiện."
    assert strings(written) == ["Điều 2. Giao 05 xã thực hiện."]


@pytest.mark.parametrize(
    "written",
    [
        "<table><caption>Biểu 3</caption><tr><td>1</td></tr></table>",
        "<table><tr><td>1</td></tr>Ghi chú: tính cả 03 thôn mới</table>",
    ],
)
def test_text_between_cells_is_read(written: str) -> None:
    said = " ".join(text.string for text in texts(proven(written)))
    assert letters(said) == letters(unmarked(written))


def test_what_stands_around_an_html_table_is_read() -> None:
    written = "Biểu số 1\n<table><tr><td>1</td><td>2</td></tr></table>\nNgười lập biểu"
    assert strings(written) == ["Biểu số 1", "Người lập biểu"]


def test_what_follows_an_html_table_in_its_line_is_read() -> None:
    assert strings("<table><tr><td>1</td><td>2</td></tr></table> Người lập: 02 người") == [
        "Người lập: 02 người"
    ]


# --------------------------------------------------------------------------- encodings

DECREE = "Số: 7/KH-UBND\nSTT\tNội dung\n1\tHỗ trợ 90% hộ nghèo\n"


@pytest.mark.parametrize(
    "data",
    [
        DECREE.encode("utf-8-sig"),
        DECREE.encode("utf-16"),
        "\ufeff".encode("utf-16-be") + DECREE.encode("utf-16-be"),
        DECREE.replace("\n", "\r\n").encode(),
        DECREE.replace("\n", "\r").encode(),
        unicodedata.normalize("NFD", DECREE).encode(),
    ],
    ids=["utf-8 with mark", "utf-16", "utf-16 big endian", "CRLF", "CR", "NFD"],
)
def test_the_same_text_in_other_bytes(data: bytes) -> None:
    assert [t.string for t in texts(proven(data))] == [t.string for t in texts(proven(DECREE))]


def test_offsets_count_code_points_without_the_byte_order_mark() -> None:
    data = "Tỷ lệ 𝟗 hộ\r\nđạt 90%".encode("utf-8-sig")
    [_, text] = texts(proven(data))
    [(_, place, start, end)] = list(text.stretches())
    assert (start, end) == (12, 19)
    assert finder(data)({"start": start, "end": end}) == place.raw[start:end] == "đạt 90%"


@pytest.mark.parametrize("data", [b"", b" \n\t ", b"\xef\xbb\xbf"])
def test_a_file_without_text_is_empty(data: bytes) -> None:
    with pytest.raises(EmptyFile):
        readers.read(data, "a.txt")


def test_a_file_of_invisible_characters_is_empty() -> None:
    with pytest.raises(EmptyFile):
        readers.read("\u200b\n\u200b".encode(), "a.txt")


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)),
        b"MZ\x90\x00\x03\x00\x00\x00\x04" * 50,
        "Quyết định".encode()[:-1] + b"\xff",
        "Kế hoạch".encode("cp1258", errors="replace") + b"\xd0\xcf",
    ],
)
def test_what_is_no_text_is_an_unknown_format(data: bytes) -> None:
    with pytest.raises((UnknownFormat, DamagedFile)):
        readers.read(data, "a.txt")


# --------------------------------------------------------------------------- any text

TAGS = ("<table>", "</table>", "<tr>", "<td>", "</td>", "<td rowspan=2>", "<td colspan=3>", "<b>")
MORE_TAGS = (
    "</b>",
    "<ul>",
    "</ul>",
    "<li>",
    "<p>",
    "<br>",
    "<!--",
    "-->",
    "&lt;",
    "&amp;",
    "<",
    ">",
)
MARKS = ("**", "*", "__", "# ", "- ", "|", "|---|---|", "\\|", "\u0302", "1.", "Tỷ lệ", "đạt 90%")
BLANKS = (" ", "\t", "\n", "\n\n", "\r\n", "\f", "\u00a0")
MARKUP = st.sampled_from((*TAGS, *MORE_TAGS, *MARKS, *BLANKS))
WRITTEN = st.one_of(st.text(), st.lists(st.one_of(MARKUP, st.text(max_size=3))).map("".join))


@given(WRITTEN)
@example("<table><tr><td><table><tr><td>1</table>2</table>")
@example("<table\n>")
@example("|\t|\n|||")
@example("# \n- \n** **")
def test_any_text_is_read_or_refused(written: str) -> None:
    data = written.encode("utf-8", errors="replace")
    try:
        source = read(data)
    except ExtractError:
        return
    raw, find = decoded(data), finder(data)
    for text in texts(source):
        assert text.string == clean(text.string) != ""
        for piece, place, start, end in text.stretches():
            assert place.raw == raw
            found = find({"start": start, "end": end})
            assert found == raw[start:end]
            if not set("<>&*_#\\-|") & set(found):
                assert piece.string in clean(found)
    for block in source.blocks:
        if isinstance(block, Table):
            block.grid()


@given(st.binary())
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        source = readers.read(data, "a.txt")
    except ExtractError:
        return
    assert source.format == "txt"


WORDS = st.sampled_from(["Tỷ lệ", "đạt 90%", "hộ", " ", "I", "1.", "- ", "**", "# ", "12", "2025"])
ENDS = st.sampled_from(["\n", "\n\n", "\r\n", "\n12\n", "\n\n- 3 -\n\n", "\nCHĂN NUÔI\n"])
TABBED = st.lists(WORDS | ENDS | st.sampled_from(["\t", "\t\t", "1.\t"])).map("".join)
PIPED = st.lists(WORDS | ENDS | st.sampled_from(["|", "\n| ", " |\n", "\n|---|---|\n"])).map(
    "".join
)


@given(TABBED | PIPED)
def test_nothing_printed_is_dropped(written: str) -> None:
    """Every letter and digit of lines, tab tables and pipe tables is in exactly one text."""
    try:
        source = read(written.encode())
    except EmptyFile:
        assert not letters(written)
        return
    places = sorted(
        place
        for text in texts(source)
        for segment in text.segments
        for place in zip(segment.starts, segment.ends, strict=True)
        if any(char.isalnum() for char in written[slice(*place)])
    )
    raw = decoded(written.encode())
    assert places == [(at, at + 1) for at, char in enumerate(raw) if char.isalnum()]


BARRED = """|
**ỦY BAN NHÂN DÂN**
HUYỆN AN PHÚ
|
**CỘNG HÒA XÃ HỘI
CHỦ NGHĨA VIỆT NAM**
|
|
Số: 12/KH-UBND
|
*An Phú, ngày 03
tháng 02 năm 2025*
|

**PHỤ LỤC**

|
**STT**
|
**Nhiệm vụ**
|
**Đơn vị thực
hiện**
|
|
**I**
|
**Hạ tầng**
|
|
1
|
Lắp đặt tối thiểu 15
điểm phát sóng:
- Tại xã;
- Tại thị trấn
|
Phòng Văn hóa
|


|
**II**
|
**Dữ liệu**
|
|
2
|
Số hóa sổ hộ tịch
|
Phòng Tư pháp
|

Nơi nhận: Như trên
"""


def test_cells_on_lines_of_their_own_between_bars() -> None:
    source = proven(BARRED)
    (table,) = [block for block in source.blocks if isinstance(block, Table)]
    grid = [[cell and cell.text.string for cell in row] for row in table.grid()]
    assert grid[0] == ["STT", "Nhiệm vụ", "Đơn vị thực hiện"]
    assert grid[1] == ["I", "Hạ tầng", "Hạ tầng"]
    assert grid[2][2] == "Phòng Văn hóa"
    assert grid[3:] == [
        ["II", "Dữ liệu", "Dữ liệu"],
        ["2", "Số hóa sổ hộ tịch", "Phòng Tư pháp"],
    ]
    cell = next(c for c in table.cells if (c.row, c.column) == (2, 1))
    assert [paragraph.string for paragraph in cell.paragraphs] == [
        "Lắp đặt tối thiểu 15 điểm phát sóng:",
        "- Tại xã;",
        "- Tại thị trấn",
    ]
    strings = [block.text.string for block in source.blocks if isinstance(block, Passage)]
    assert "Số: 12/KH-UBND" in strings, "a layout of two columns is no table"
    assert "Nơi nhận: Như trên" in strings
