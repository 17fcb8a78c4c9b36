"""Renders the decrees into ``corpus/docx``, ``corpus/pdf`` and ``corpus/txt``, some of them also
into ``corpus/doc`` and ``corpus/odt``, and three as an office would scan them into ``corpus/scan``.

``python -m tests.corpus.build [STEM ...]``. PDF, .doc and .odt need LibreOffice (``soffice``), the
PDF fonts with Vietnamese letters (fonts-liberation2) too, so they are committed; ``--no-pdf``
leaves them and the scans, which are made from the PDFs, alone.
"""

from __future__ import annotations

import argparse
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.corpus.decrees import decrees
from tests.corpus.docx_form import docx
from tests.corpus.scan_form import PDFS, Scan, scan
from tests.corpus.text_form import text

CORPUS = PDFS.parent

#: Stem → suffix and form of its scan: pages in colour, one page, pages in black and white.
SCANS: dict[str, tuple[str, Callable[[Scan], bytes]]] = {
    "kh_42_chuyen_doi_so": ("pdf", Scan.pdf),
    "cv_312_dich_vu_cong": ("jpg", lambda made: made.image("JPEG")),
    "kh_27_xa_go_may": ("tif", lambda made: made.mode("1").tiff()),
}


#: Decrees with merged cells, page breaks, lists and a text box.
CONVERTED = ("cv_312_dich_vu_cong", "kh_khac_phuc_han_che", "nq_15_kinh_te_xa_hoi")


def convert(files: dict[str, bytes], kind: str, folder: Path) -> None:
    """Writes ``<stem>.<kind>`` for every DOCX, as LibreOffice prints or saves it."""
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        for stem, content in files.items():
            (work / f"{stem}.docx").write_bytes(content)
        command = ["soffice", "--headless", f"-env:UserInstallation=file://{work}/profile"]
        command += ["--convert-to", kind, "--outdir", str(folder)]
        command += [str(work / f"{stem}.docx") for stem in files]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stems", nargs="*")
    parser.add_argument("--no-pdf", action="store_true")
    options = parser.parse_args()
    chosen = {k: v for k, v in decrees().items() if not options.stems or k in options.stems}
    for kind in ("docx", "pdf", "txt", "doc", "odt", "scan"):
        (CORPUS / kind).mkdir(parents=True, exist_ok=True)
    for stem, decree in chosen.items():
        (CORPUS / "docx" / f"{stem}.docx").write_bytes(docx(decree))
        (CORPUS / "txt" / f"{stem}.txt").write_bytes(text(decree).encode())
    if not options.no_pdf:
        convert({k: docx(v, tracked=False) for k, v in chosen.items()}, "pdf", CORPUS / "pdf")
        few = {k: docx(v) for k, v in chosen.items() if k in CONVERTED}
        for kind in ("doc", "odt") if few else ():
            convert(few, kind, CORPUS / kind)
        for stem in chosen.keys() & SCANS.keys():
            suffix, form = SCANS[stem]
            (CORPUS / "scan" / f"{stem}.{suffix}").write_bytes(form(scan(stem, "normal")))


if __name__ == "__main__":
    main()
