"""Renders the decrees into ``corpus/docx``, ``corpus/pdf`` and ``corpus/txt``, and three of them as
an office would scan them into ``corpus/scan``.

``python -m tests.corpus.build [STEM ...]``. The PDF needs LibreOffice (``soffice``) and fonts with
Vietnamese letters (fonts-liberation2), so PDFs are committed and ``--no-pdf`` leaves them and the
scans, which are made from them, alone.
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


def pdfs(files: dict[str, bytes], folder: Path) -> None:
    """Writes ``<stem>.pdf`` for every DOCX, as LibreOffice prints it."""
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        for stem, content in files.items():
            (work / f"{stem}.docx").write_bytes(content)
        command = ["soffice", "--headless", f"-env:UserInstallation=file://{work}/profile"]
        command += ["--convert-to", "pdf", "--outdir", str(folder)]
        command += [str(work / f"{stem}.docx") for stem in files]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stems", nargs="*")
    parser.add_argument("--no-pdf", action="store_true")
    options = parser.parse_args()
    chosen = {k: v for k, v in decrees().items() if not options.stems or k in options.stems}
    for kind in ("docx", "pdf", "scan", "txt"):
        (CORPUS / kind).mkdir(parents=True, exist_ok=True)
    for stem, decree in chosen.items():
        (CORPUS / "docx" / f"{stem}.docx").write_bytes(docx(decree))
        (CORPUS / "txt" / f"{stem}.txt").write_bytes(text(decree).encode())
    if not options.no_pdf:
        pdfs({k: docx(v, tracked=False) for k, v in chosen.items()}, CORPUS / "pdf")
        for stem in chosen.keys() & SCANS.keys():
            suffix, form = SCANS[stem]
            (CORPUS / "scan" / f"{stem}.{suffix}").write_bytes(form(scan(stem, "normal")))


if __name__ == "__main__":
    main()
