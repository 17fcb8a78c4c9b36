"""The columns of the exported tables in their order: names, headings and meanings."""

from __future__ import annotations

from typing import Literal

from extract.model import record

Kind = Literal["string", "number", "integer", "date", "boolean"]  # types of Frictionless


@record
class Column:
    """``heading`` stands over the column in a workbook, ``width`` is its width there, in
    characters."""

    name: str
    kind: Kind
    heading: str
    meaning: str
    width: int = 12


TARGETS = (
    Column("file", "string", "Tệp", "path of the source under the folder that was extracted", 24),
    Column("document_number", "string", "Số, ký hiệu", "number and symbol of the document", 18),
    Column("document_kind", "string", "Loại văn bản", "kind of the document", 14),
    Column("issuer", "string", "Cơ quan ban hành", "who issued it", 24),
    Column("document_date", "date", "Ngày ban hành", "its date"),
    Column("subject", "string", "Trích yếu", "its subject", 30),
    Column("section", "string", "Mục", "headings above the target, outermost first, by ' › '", 24),
    Column("ordinal", "string", "STT", "ordinal as printed", 7),
    Column("content", "string", "Nội dung", "the nội dung cell", 40),
    Column("indicator", "string", "Chỉ tiêu", "what is measured", 40),
    Column(
        "indicator_key",
        "string",
        "Khóa chỉ tiêu",
        "the same for other wordings of one indicator",
        24,
    ),
    Column("statement", "string", "Nguyên văn", "the words that carry the target", 40),
    Column("threshold_kind", "string", "Loại ngưỡng", "level, range, change, rank or task"),
    Column(
        "comparator",
        "string",
        "So sánh",
        "ge at least, gt more than, le at most, lt less than, eq exactly",
        9,
    ),
    Column("value", "number", "Giá trị", "the value; of a range its lower end", 10),
    Column("value_max", "number", "Đến giá trị", "upper end of a range", 10),
    Column("unit", "string", "Đơn vị tính", "unit as printed; % for per cent"),
    Column("direction", "string", "Tăng, giảm", "of a change: increase or decrease", 10),
    Column("within", "string", "Trong nhóm", "of a rank: among whom"),
    Column("per", "string", "Mỗi kỳ", "period in which it is to be reached each time, ISO 8601", 8),
    Column("of_each", "boolean", "Từng đơn vị", "whether every single unit must reach it", 8),
    Column("baseline_year", "integer", "Năm gốc", "year from which it starts", 8),
    Column("baseline_value", "number", "Giá trị gốc", "value from which it starts", 10),
    Column(
        "applies_to",
        "string",
        "Áp dụng cho",
        "whom the value holds for, where one phrase gives several",
        16,
    ),
    Column("lead", "string", "Chủ trì", "agencies in the lead, by '; '", 24),
    Column("coordinate", "string", "Phối hợp", "agencies that coordinate, by '; '", 24),
    Column("implement", "string", "Thực hiện", "agencies that implement, by '; '", 24),
    Column("monitor", "string", "Theo dõi", "agencies that monitor, by '; '", 24),
    Column("due_text", "string", "Thời hạn", "the words of time", 20),
    Column("due_kind", "string", "Loại thời hạn", "fixed, recurring, ongoing or conditional"),
    Column("due_start", "date", "Từ ngày", "first day"),
    Column("due_end", "date", "Đến ngày", "last day"),
    Column("due_every", "string", "Chu kỳ", "intervals, ISO 8601, by '; '", 10),
    Column("result", "string", "Kết quả, sản phẩm", "the kết quả or sản phẩm cell", 30),
    Column("note", "string", "Ghi chú", "the ghi chú cell", 20),
    Column(
        "doubts", "string", "Cần xem lại", "why to look before trusting the record, by '; '", 20
    ),
    Column("flags", "string", "Cách đọc", "how the record was made, by '; '", 18),
    Column("verdict", "string", "Rà soát", "of a reviewer: accepted, corrected or added", 10),
    Column("reviewer", "string", "Người rà soát", "who decided so", 16),
    Column("reviewed_on", "date", "Ngày rà soát", "when (UTC)"),
    Column("remark", "string", "Ý kiến rà soát", "what the reviewer remarks", 24),
    Column("page", "integer", "Trang", "first page of its proof, from 1; empty without pages", 7),
    Column("origin", "string", "Đọc từ", "table or prose", 8),
    Column("target_id", "string", "Mã", "the id in the result; of one decree in all formats", 18),
)

DOCUMENTS = (
    Column("file", "string", "Tệp", "path of the source under the folder that was extracted", 24),
    Column("number", "string", "Số, ký hiệu", "number and symbol", 18),
    Column("kind", "string", "Loại văn bản", "kind", 14),
    Column("issuer", "string", "Cơ quan ban hành", "who issued it", 30),
    Column("place", "string", "Địa danh", "where", 16),
    Column("date", "date", "Ngày ban hành", "when"),
    Column("subject", "string", "Trích yếu", "subject", 40),
    Column("signatory_title", "string", "Chức vụ người ký", "title of who signed", 20),
    Column("signatory_name", "string", "Người ký", "name of who signed", 20),
    Column("cites", "string", "Văn bản viện dẫn", "numbers of the documents it cites, by '; '", 30),
    Column("targets", "integer", "Số chỉ tiêu", "number of its targets", 9),
    Column("doubtful", "integer", "Số cần xem lại", "number of its targets with doubts", 9),
    Column("format", "string", "Định dạng", "format of the file", 9),
    Column("pages", "integer", "Số trang", "pages of the file; empty without pages", 8),
    Column("ocr", "boolean", "Nhận dạng", "whether its text was recognised from pictures", 9),
    Column("sha256", "string", "SHA-256", "of the file", 16),
)

WARNINGS = (
    Column("file", "string", "Tệp", "path of the source under the folder that was extracted", 24),
    Column("code", "string", "Mã cảnh báo", "kind of finding", 24),
    Column("message", "string", "Cảnh báo", "one sentence", 80),
    Column("page", "integer", "Trang", "page from 1; empty without pages", 7),
)

#: Name of a table → its sheet in a workbook, its columns.
TABLES = {
    "targets": ("Chỉ tiêu", TARGETS),
    "documents": ("Văn bản", DOCUMENTS),
    "warnings": ("Cảnh báo", WARNINGS),
}
