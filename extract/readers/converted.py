"""Formats that are read as the DOCX which a converter makes of them.

Their places are those of that DOCX (:mod:`extract.readers.docx`): the same file and the same
converter give the same paths.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from extract.model import Source, Warning, record
from extract.readers import docx


@record
class DocxForm:
    """A file as DOCX; ``converter`` as in :class:`~extract.model.Source`; what was lost on the
    way."""

    docx: bytes
    converter: str | None = None
    warnings: tuple[Warning, ...] = ()


@record
class ConvertedReader:
    """The reader of a format, by the conversion to DOCX."""

    format: str
    conversion: Callable[[bytes], DocxForm]

    def read(self, data: bytes) -> Source:
        """As :func:`extract.readers.docx.read`; raises what the conversion raises too."""
        form = self.conversion(data)
        read = docx.read(form.docx)
        return Source(
            self.format,
            read.blocks,
            warnings=form.warnings + read.warnings,
            converter=form.converter,
        )

    def finder(self, data: bytes) -> Callable[[Mapping[str, Any]], str]:
        """As :func:`extract.readers.docx.finder`."""
        return docx.finder(self.conversion(data).docx)
