"""Source → result: the core's table of contents. No input, no output, no clock, no chance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from extract.expressions import compiled
from extract.ledger import ledger, unknown_warning
from extract.letterhead import is_letterhead, opening, parts
from extract.model import (
    Claim,
    Document,
    NumberEntry,
    Result,
    Source,
    SourceFile,
    Target,
    Warning,
)
from extract.packed import Packed
from extract.prose import is_vietnamese, paragraphs, put_together
from extract.tables import (
    Printed,
    Statement,
    printed_tables,
    statements,
    values_not_read,
    values_without_headings,
)
from extract.tables.numbering import sections_numbered_twice, with_flags
from extract.targets import fragments, prose_targets, table_targets
from extract.vocabulary import rows

#: So many are held as they are before they are packed, 30 MB at most: a decree has fewer, a book of
#: them ten times as many, and packing takes a tenth of the time.
_TARGETS, _NUMBERS = 10_000, 40_000


def extraction(source: Source, file: SourceFile) -> Result:
    """The documents of a source with their targets."""
    documents: list[Document] = []
    warnings = list(source.warnings)
    numbers, unknown = Packed[NumberEntry](_NUMBERS), list[Warning]()
    strange = not is_vietnamese(source.blocks)
    if strange:
        warnings.append(
            Warning("text_not_vietnamese", "few Vietnamese letters: another language or encoding")
        )
    for part in parts(source.blocks):
        document = part.document
        warnings.extend(part.warnings)
        blocks = source.blocks[part.first : part.last]
        year = _year(document)
        tables = [(table, with_flags(statements(table))) for table in printed_tables(blocks, year)]
        warnings.extend(warning for _, said in tables for warning in _numbered_twice(said))
        at = opening(blocks)
        below = list(put_together(blocks[at:]))
        printed = [*put_together(blocks[:at]), *below]
        running = paragraphs(below, document.subject)
        said = [found for _, found in tables]
        key = _key(document)
        claimed = chain(table_targets(said, key, year), prose_targets(running, key, year))
        doubts = ("text_not_vietnamese",) if strange else ()
        if _assigns(document):
            warnings.extend(_unread([table for table, _ in tables]))
        elif _PLANS.search(document.subject or ""):
            doubts = ("perhaps_no_target", *doubts)
        else:
            warnings.extend(_goals([target for target, _ in claimed], document))
        del tables, said  # of a long document they are a tenth of the memory
        targets, claims = Packed[Target](_TARGETS), list[Claim]()
        for target, own in claimed:
            targets.append(_doubted(target, doubts))
            claims.extend(own)
        documents.append(replace(document, source=part.fragments, targets=targets))
        for number in ledger(blocks, printed, running, claims, year):
            numbers.append(number)
            if number.role == "unknown":
                unknown.append(unknown_warning(number))
    return Result(file, tuple(documents), numbers, (*warnings, *unknown))


def _doubted(target: Target, doubts: Sequence[str]) -> Target:
    if not doubts:
        return target
    return replace(target, doubts=tuple(dict.fromkeys((*target.doubts, *doubts))))


# "Báo cáo tình hình thực hiện năm 2024 và kế hoạch phát triển kinh tế - xã hội năm 2025"
_PLANS = compiled(r"(?i)(?:^|\bvà )kế hoạch (?:phát triển|công tác|năm)")


def _goals(found: Sequence[Target], document: Document) -> Iterator[Warning]:
    """A warning where a document that hands out no targets holds what reads like some."""
    sure = [target for target in found if not target.doubts and target.threshold.kind != "task"]
    if sure:
        yield Warning(
            "goals_in_report",
            f"{len(sure)} values read like targets, but a {document.kind} hands out none",
            tuple(f for f in sure[0].source if f.field == "statement"),
        )


def _unread(tables: Sequence[Printed]) -> Iterator[Warning]:
    """A warning for each table, and each column, of values whose headings nobody knows."""
    for table in tables:
        text = values_without_headings(table)
        if text is not None and not any(is_letterhead(piece) for piece in table.pieces):
            yield Warning(
                "table_not_read",
                "the headings of this table with values are not known, so it was passed over",
                tuple(fragments("heading", text)),
            )
        for heading, value in values_not_read(table):
            yield Warning(
                "value_not_read",
                "the heading of this column with values is not known, so it was passed over",
                (*fragments("heading", heading), *fragments("value", value)),
            )


def _numbered_twice(found: Sequence[Statement]) -> Iterator[Warning]:
    for first, second in sections_numbered_twice(found):
        yield Warning(
            "duplicate_ordinal",
            f"two sections of a table have one number: {first.string!r} and {second.string!r}",
            (*fragments("section", first), *fragments("section", second)),
        )


def _assigns(document: Document) -> bool:
    """A report and an invitation hand out no targets, unless the report is a plan too."""
    return all(row.get("assigns", True) for row in rows("kinds") if row["kind"] == document.kind)


def _key(document: Document) -> str:
    """What names a document in the ids of its targets: its number, else its kind and subject."""
    return document.number or f"{document.kind or ''} {document.subject or ''}"


def _year(document: Document) -> int | None:
    """The document's year: that of its date; the next one where its subject names that ("nhiệm vụ
    năm 2025", signed in December 2024; "Kết quả năm 2024 và nhiệm vụ năm 2025"); where the date is
    blank, the one in its subject."""
    subject = document.subject or ""
    named = [int(found) for found in _YEAR.findall(subject)]
    looks_back = _LOOKS_BACK.match(subject) is not None
    if not document.date:
        return named[-1 if looks_back else 0] if named else None
    year = int(document.date[:4])
    return year + 1 if year + 1 in named and (year not in named or looks_back) else year


_YEAR = compiled(r"(?i)(?<!đến )(?<!từ )(?<!trước )năm ((?:19|20)\d{2})(?!\d)")
_LOOKS_BACK = compiled(r"(?i)(?:về )?(?:(?:đánh giá )?kết quả|tình hình|tổng kết|sơ kết)\s")
