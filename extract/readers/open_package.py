"""An Office Open XML file as a package (ECMA-376 part 2): its parts as XML.

Parsed without entities, document types or the network. ``Any`` below is an lxml element.
"""

from __future__ import annotations

import lzma
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from lxml import etree

from extract.errors import DamagedFile, EmptyFile, EncryptedFile, UnknownFormat

_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LARGEST_PART = 512 * 1024 * 1024
#: What zipfile raises on a package that is cut off or altered.
UNPACKING = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error),
    *(EOFError, OSError, ValueError, NotImplementedError),
)
# "Strict" files (ISO/IEC 29500-1) differ from what Office writes by default only in the namespaces.
_STRICT = b"http://purl.oclc.org/ooxml/"
_NAMES = "http://schemas.openxmlformats.org/"
_TRANSITIONAL = (
    (b"wordprocessingml/main", b"wordprocessingml/2006/main"),
    (b"spreadsheetml/main", b"spreadsheetml/2006/main"),
    (b"officeDocument/math", b"officeDocument/2006/math"),
    (b"officeDocument/relationships", b"officeDocument/2006/relationships"),
)
_SAFELY: dict[str, bool] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "remove_comments": True,
    "remove_pis": True,
}


class OpenPackage:
    """The parts of a file of this ``suffix``; ``main`` is the name of the part that the package
    names as its document, else ``default``.

    Raises UnknownFormat, EncryptedFile, DamagedFile, EmptyFile.
    """

    def __init__(self, data: bytes, suffix: str, default: str) -> None:
        if not data.strip(b" \t\r\n\x00"):
            raise EmptyFile("the file holds no bytes")
        self._suffix = suffix
        if data.startswith(_OLE2):
            if "EncryptedPackage".encode("utf-16-le") in data:
                raise EncryptedFile("the document is protected by a password")
            raise UnknownFormat(f"this is a file of Office 97-2003, not {suffix}")
        if not data.startswith(b"PK"):
            raise UnknownFormat(f"the content is not that of a {suffix} file")
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except UNPACKING as error:
            raise DamagedFile(f"the {suffix} package cannot be opened ({error})") from error
        self.names = set(self._zip.namelist())
        main = next((name for kind, name, _ in self.targets("") if kind == "officeDocument"), "")
        self.main = main if main in self.names else default
        if self.main not in self.names:
            raise DamagedFile(f"the {suffix} package holds no document")

    def targets(self, source: str) -> Iterator[tuple[str, str, str]]:
        """(kind, part name, id) for each internal relationship of ``source``; ``""`` is the
        package."""
        folder, base = posixpath.split(source)
        name = posixpath.join(folder, "_rels", f"{base}.rels")
        if name not in self.names:
            return
        for relationship in self.parsed(name):
            if relationship.get("TargetMode") != "External":
                target = posixpath.join("/", folder, relationship.get("Target", ""))
                kind = relationship.get("Type", "").rpartition("/")[2]
                yield kind, posixpath.normpath(target).lstrip("/"), relationship.get("Id", "")

    def parsed(self, name: str) -> Any:
        """The root of a part."""
        return self.root(self.content(name), name)

    def root(self, xml: bytes, name: str) -> Any:
        """The root of ``xml``, which is the part ``name`` or what is wanted of it."""
        try:
            root = etree.fromstring(xml, etree.XMLParser(**_SAFELY))
        except etree.XMLSyntaxError as error:
            raise DamagedFile(f"{name} is not well-formed XML ({error.msg})") from error
        self._check(root, name)
        return root

    def each(self, name: str, *tags: str) -> Iterator[Any]:
        """The elements with one of ``tags`` in a part, in order; each is gone when the next one
        comes, so that a part of any size takes little memory."""
        file = BytesIO(self.content(name))
        try:
            for _, element in etree.iterparse(file, tag=tags, **_SAFELY):
                self._check(element, name)
                yield element
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]
        except etree.XMLSyntaxError as error:
            raise DamagedFile(f"{name} is not well-formed XML ({error.msg})") from error

    def content(self, name: str) -> bytes:
        """A part as XML, in the namespaces that Office writes by default."""
        info = self._zip.getinfo(name)
        if info.flag_bits & 1:
            raise EncryptedFile(f"the {self._suffix} package is protected by a password")
        if info.file_size > _LARGEST_PART:
            raise DamagedFile(f"{name} would unpack to more than {_LARGEST_PART >> 20} MiB")
        try:
            xml = self._zip.read(info)
        except UNPACKING as error:
            raise DamagedFile(f"{name} cannot be unpacked ({error})") from error
        if _STRICT in xml[:4096]:
            for strict, transitional in _TRANSITIONAL:
                xml = xml.replace(_STRICT + strict, _NAMES.encode() + transitional)
        return xml

    @staticmethod
    def _check(element: Any, name: str) -> None:
        if element.getroottree().docinfo.internalDTD is not None:
            raise DamagedFile(f"{name} declares a document type, which OOXML forbids")
