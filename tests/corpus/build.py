"""Renders the decrees into ``corpus/docx``, ``corpus/pdf`` and ``corpus/txt``.

``python -m tests.corpus.build [STEM ...]``. The PDF needs LibreOffice (``soffice``) and fonts with
Vietnamese letters (fonts-liberation2), so PDFs are committed and ``--no-pdf`` leaves them alone.
"""

from __future__ import annotations

import argparse
import subprocess
import tempfile
from pathlib import Path

from tests.corpus.decrees import decrees
from tests.corpus.docx_form import docx
from tests.corpus.text_form import text

CORPUS = Path(__file__).parents[2] / "corpus"


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
    for kind in ("docx", "pdf", "txt"):
        (CORPUS / kind).mkdir(parents=True, exist_ok=True)
    for stem, decree in chosen.items():
        (CORPUS / "docx" / f"{stem}.docx").write_bytes(docx(decree))
        (CORPUS / "txt" / f"{stem}.txt").write_bytes(text(decree).encode())
    if not options.no_pdf:
        pdfs({k: docx(v, tracked=False) for k, v in chosen.items()}, CORPUS / "pdf")


if __name__ == "__main__":
    main()
