"""Decrees of any length, as text and DOCX: the bodies of sample plans over and over under the
letterhead of the first, each time with other words and numbers, so that a cache that knows the
last copy helps with little but the names of agencies, as in decrees.

The samples hold little but targets, so running text as plans have it stands between them: a page
has about ten targets then, as many as the densest of printed plans."""

from __future__ import annotations

import io
import random
import re
from collections.abc import Iterator
from copy import deepcopy
from itertools import count
from pathlib import Path
from typing import Any

import docx
from docx.oxml.ns import qn

from benchmarks.measuring import CORPUS, PAGE

#: Sample → how its body begins; it ends before the recipients.
_BODIES = {
    "kh_42_chuyen_doi_so": "I. MỤC TIÊU",
    "kh_58_nuoc_sach": "I. MỤC TIÊU",
    "kh_09_giao_duc_nghe": "1. Mục tiêu chung",
    "kh_27_xa_go_may": "I. ĐẶC ĐIỂM TÌNH HÌNH",
}
_END = "Nơi nhận:"

#: What plans say beside their targets.
_RUNNING = (
    "Quán triệt sâu sắc các chủ trương của Đảng, chính sách của Nhà nước về cải cách hành chính; "
    "xác định đây là nhiệm vụ trọng tâm, thường xuyên của các cấp, các ngành, gắn với trách nhiệm "
    "của người đứng đầu cơ quan, đơn vị trong chỉ đạo, tổ chức thực hiện và kiểm tra kết quả.",
    "Việc triển khai phải bảo đảm đồng bộ, thống nhất từ huyện đến cơ sở, phù hợp với điều kiện "
    "thực tế của từng địa phương; tránh hình thức, lãng phí; phát huy vai trò giám sát của Mặt "
    "trận Tổ quốc, các tổ chức chính trị - xã hội và Nhân dân.",
    "Tiếp tục rà soát, sửa đổi, bổ sung các văn bản quy phạm pháp luật thuộc thẩm quyền theo Luật "
    "Ban hành văn bản quy phạm pháp luật năm 2015 (sửa đổi, bổ sung năm 2020); kịp thời kiến nghị "
    "cơ quan có thẩm quyền xử lý những quy định chồng chéo, không còn phù hợp.",
    "Đẩy mạnh công tác thông tin, tuyên truyền trên Cổng thông tin điện tử, hệ thống truyền thanh "
    "cơ sở và mạng xã hội để người dân, doanh nghiệp biết, tham gia và giám sát; nhân rộng cách "
    "làm hay, mô hình hiệu quả; biểu dương kịp thời tập thể, cá nhân điển hình.",
    "Thủ trưởng các phòng, ban chuyên môn, Chủ tịch Ủy ban nhân dân các xã, thị trấn căn cứ chức "
    "năng, nhiệm vụ được giao xây dựng kế hoạch chi tiết của cơ quan, đơn vị mình; phân công rõ "
    "người, rõ việc, rõ thời gian, rõ trách nhiệm, rõ sản phẩm; chịu trách nhiệm trước Chủ tịch Ủy "
    "ban nhân dân huyện về kết quả thực hiện.",
    "Phòng Nội vụ chủ trì, phối hợp với các cơ quan, đơn vị liên quan theo dõi, đôn đốc, kiểm tra "
    "việc thực hiện kế hoạch này; tổng hợp khó khăn, vướng mắc, tham mưu Ủy ban nhân dân huyện xem "
    "xét, giải quyết; báo cáo kết quả theo quy định tại Điều 12 Quyết định số 145/QĐ-UBND ngày 15 "
    "tháng 3 năm 2024 của Ủy ban nhân dân tỉnh.",
    "Phòng Tài chính - Kế hoạch căn cứ khả năng cân đối ngân sách, tham mưu bố trí kinh phí thực "
    "hiện các nhiệm vụ theo phân cấp; hướng dẫn lập dự toán, quản lý, sử dụng và quyết toán kinh "
    "phí bảo đảm tiết kiệm, đúng mục đích, đúng chế độ hiện hành.",
    "Phòng Văn hóa và Thông tin tham mưu triển khai hạ tầng, nền tảng số dùng chung; bảo đảm an "
    "toàn thông tin; hướng dẫn các xã, thị trấn kết nối, chia sẻ dữ liệu với cơ sở dữ liệu quốc "
    "gia về dân cư theo lộ trình của Đề án 06.",
    "Trong quá trình thực hiện, nếu có vấn đề phát sinh, vướng mắc, các cơ quan, đơn vị, địa "
    "phương phản ánh về Phòng Nội vụ để tổng hợp, báo cáo Ủy ban nhân dân huyện xem xét, sửa đổi, "
    "bổ sung cho phù hợp với tình hình thực tế của địa phương.",
)
_LETTERS = re.compile(r"[^\W\d_]{4,}")
# A measured value: neither a date nor the number of a document, an article or a row.
_VALUE = re.compile(r"(?<![\d/.,])(?<!ngày )(?<!tháng )(?<!năm )(?<!số )[1-9]\d{1,2}(?=%| \w)")
_LONG = 25  # characters: anything shorter may be a heading of a column


def write(folder: Path, pages: int, edition: int = 0) -> tuple[Path, Path]:
    """A text file and a DOCX file of so many pages of 3,000 characters, with other words in every
    ``edition``."""
    text, package = (folder / f"{pages}-{edition}.{suffix}" for suffix in ("txt", "docx"))
    text.write_text(_text(pages, edition), "utf-8")
    package.write_bytes(_docx(pages, edition))
    return text, package


def _text(pages: int, edition: int) -> str:
    vary = _Varied(edition)
    parts = [_parts(stem, opening) for stem, opening in _BODIES.items()]
    head, _, end = parts[0]
    written = [head]
    length = len(head) + len(end)
    for index in count():
        if length >= pages * PAGE:
            break
        body = parts[index % len(parts)][1]
        varied = re.sub(r"[^\n\t|]+", lambda match: vary(match[0]), body)
        running = "\n".join([*map(vary, _RUNNING), ""])
        written += [varied, running]
        length += len(varied) + len(running)
    return "".join([*written, end])


def _parts(stem: str, opening: str) -> tuple[str, str, str]:
    """Head, body and end of a text sample."""
    text = (CORPUS / "txt" / f"{stem}.txt").read_text("utf-8")
    start = text.rindex("\n", 0, text.index(opening)) + 1
    stop = text.rindex("\n", 0, text.index(_END)) + 1
    return text[:start], text[start:stop], text[stop:]


def _docx(pages: int, edition: int) -> bytes:
    vary = _Varied(edition)
    documents = [docx.Document(str(CORPUS / "docx" / f"{stem}.docx")) for stem in _BODIES]
    bodies = [
        list(_body(document, opening))
        for document, opening in zip(documents, _BODIES.values(), strict=True)
    ]
    place = bodies[0][0].getprevious()
    length = sum(len(_string(element)) for element in documents[0].element.body)
    for element in bodies[0]:
        length -= len(_string(element))
        element.getparent().remove(element)
    for index in count():
        if length >= pages * PAGE:
            break
        for element in bodies[index % len(bodies)]:
            added = deepcopy(element)
            for run in added.iter(qn("w:t")):
                run.text = vary(run.text or "")
            place.addnext(added)
            place = added
            length += len(_string(added))
        for text in map(vary, _RUNNING):
            added = documents[0].add_paragraph(text)._p
            place.addnext(added)
            place = added
            length += len(text)
    saved = io.BytesIO()
    documents[0].save(saved)
    return saved.getvalue()


def _body(document: Any, opening: str) -> Iterator[Any]:
    begun = False
    for element in document.element.body:
        string = _string(element)
        begun = begun or string.startswith(opening)
        if string.startswith(_END):
            return
        if begun:
            yield element


def _string(element: Any) -> str:
    return "".join(run.text or "" for run in element.iter(qn("w:t")))


class _Varied:
    """Texts with one word in eight and every measured value replaced, the same ones in every run
    of one edition; texts too short for that are left, for they may be headings of columns."""

    def __init__(self, edition: int) -> None:
        self._chance = random.Random(edition)
        texts = (_parts(stem, opening)[1] for stem, opening in _BODIES.items())
        self._words = sorted({word for text in texts for word in _LETTERS.findall(text.lower())})

    def __call__(self, text: str) -> str:
        text = _VALUE.sub(self._value, text)
        return _LETTERS.sub(self._word, text) if len(text) > _LONG else text

    def _value(self, match: re.Match[str]) -> str:
        return str(self._chance.randrange(10 ** (len(match[0]) - 1), 10 ** len(match[0])))

    def _word(self, match: re.Match[str]) -> str:
        keep = self._chance.random() > 1 / 8 or match[0] != match[0].lower()
        return match[0] if keep else self._chance.choice(self._words)
