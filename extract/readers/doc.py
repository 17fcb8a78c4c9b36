"""Word 97-2003 (.doc) → DOCX.

msdoc2docx converts them: it is pure Python, so that every machine reads the same. LibreOffice is
asked for what it refuses: files of Word 6 and 95, and files that break the rules of the format.
"""

from __future__ import annotations

import tempfile
from functools import cache
from importlib.metadata import version
from pathlib import Path

from doc2docx import convert
from doc2docx.cfb import CompoundFile
from doc2docx.errors import Doc2DocxError, EncryptedDocumentError, InvalidCompoundFile

from extract.errors import DamagedFile, EncryptedFile
from extract.model import Warning
from extract.readers import libreoffice
from extract.readers.converted import DocxForm

# Diagnostics of msdoc2docx that say that text, the shape of a table or the numbers of lists are
# missing; the others are about looks, pictures and comments.
_LOSSES = {
    "GROUPED_HEADER_TEXTBOXES_DEFERRED": "text boxes",
    "GROUPED_MAIN_TEXTBOXES_DEFERRED": "text boxes",
    "HEADER_FOOTER_TABLE_MALFORMED": "page headers and footers",
    "MAIN_TEXTBOX_TABLE_MALFORMED": "text boxes",
    "MALFORMED_TABLE_FLATTENED": "cells of a table",
    "NUMBERING_TABLE_MALFORMED": "list numbers",
    "OLE_OBJECTS_UNANCHORED": "embedded objects",
    "OLE_OBJECT_OMITTED": "embedded objects",
    "OLE_OBJECT_STORAGE_MISSING": "embedded objects",
    "STYLE_TABLE_MALFORMED": "styles and their list numbers",
    "TABLE_CELL_DEFINITION_MISMATCH": "cells of a table",
    "TABLE_DEPTH_LIMITED": "nested tables",
    "TABLE_GRID_MISMATCH": "cells of a table",
    "TABLE_MARKER_DEFERRED": "cells of a table",
}


def docx_form(data: bytes) -> DocxForm:
    """The document as DOCX. Raises :class:`EncryptedFile`, :class:`DamagedFile` and, for a file of
    Word 6 or 95 where LibreOffice is not installed, :class:`NoConverter`."""
    try:
        return _by_msdoc2docx(data)
    except EncryptedDocumentError as error:
        raise EncryptedFile("the document is protected by a password") from error
    except InvalidCompoundFile as error:
        # Cut off or overwritten: what LibreOffice saves of it would pass for the whole.
        raise DamagedFile(f"the file is cut off or damaged inside ({error})") from error
    except Doc2DocxError as error:
        if before_word_97(data):
            return libreoffice.docx_form(data, ".doc")
        if libreoffice.program() is None:
            raise DamagedFile(f"the file breaks the rules of its format ({error})") from error
        form = libreoffice.docx_form(data, ".doc")
        doubt = f"the file breaks the rules of its format ({error}); LibreOffice read what it could"
        return DocxForm(form.docx, form.converter, (Warning("part_not_converted", doubt),))


def before_word_97(data: bytes) -> bool:
    """Whether the file is of Word 6 or 95, by the signature of its main stream."""
    try:
        return bool(CompoundFile(data).open_stream("WordDocument")[:2] == b"\xdc\xa5")
    except Doc2DocxError:
        return False


def _by_msdoc2docx(data: bytes) -> DocxForm:
    with tempfile.TemporaryDirectory(prefix="chitieu-") as folder:
        source, made = Path(folder, "source.doc"), Path(folder, "made.docx")
        source.write_bytes(data)
        report = convert(source, made).report
        found = {_LOSSES.get(diagnostic.code) for diagnostic in report.warnings} - {None}
        lost = tuple(
            Warning("part_not_converted", f"the converter had to leave out or flatten: {what}")
            for what in sorted(filter(None, found))
        )
        return DocxForm(made.read_bytes(), _msdoc2docx(), lost)


@cache
def _msdoc2docx() -> str:
    return f"msdoc2docx {version('msdoc2docx')}"
