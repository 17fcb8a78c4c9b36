"""Word 97 and RTF files, and LibreOffice: what is read, and what happens where it fails."""

from __future__ import annotations

import io
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from extract import extract_file, readers
from extract.cli import main
from extract.errors import DamagedFile, EncryptedFile, NoConverter, UnknownFormat
from extract.model import Passage, Table
from extract.readers import libreoffice
from tests.samples import CORPUS, STEMS, results, sample, sample_of

DOC = (CORPUS / "doc" / "nq_15_kinh_te_xa_hoi.doc").read_bytes()
with_libreoffice = pytest.mark.skipif(
    libreoffice.program() is None, reason="LibreOffice is not installed"
)


def docx_bytes(text: str = "Phấn đấu tỷ lệ hộ nghèo dưới 2%.") -> bytes:
    document = Document()
    document.add_paragraph(text)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def rtf_bytes(*lines: str) -> bytes:
    """An RTF file of one paragraph a line; letters beyond ASCII as ``\\u``."""
    escaped = ("".join(c if c < "\x7f" else f"\\u{ord(c)}?" for c in line) for line in lines)
    return ("{\\rtf1\\ansi " + "".join(f"{line}\\par\n" for line in escaped) + "}").encode()


def fib(data: bytes) -> int:
    """Where the main stream of a Word file begins."""
    (found,) = (i for i in range(512, len(data), 512) if data[i : i + 2] == b"\xec\xa5")
    return found


def encrypted(data: bytes) -> bytes:
    """The file with the bit that says that it is encrypted."""
    changed = bytearray(data)
    changed[fib(data) + 11] |= 1
    return bytes(changed)


def of_word_95(data: bytes) -> bytes:
    """The file with the signature of Word 6 and 95."""
    changed = bytearray(data)
    changed[fib(data)] = 0xDC
    return bytes(changed)


def against_the_rules(data: bytes) -> bytes:
    """The file without its table of pieces, which says where the text stands."""
    changed = bytearray(data)
    at = fib(data) + 154 + 33 * 8 + 4
    changed[at : at + 4] = bytes(4)
    return bytes(changed)


@pytest.fixture
def without_libreoffice(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))


# --------------------------------------------------------------------------- .doc


def test_a_word_file_needs_no_libreoffice(without_libreoffice: None) -> None:
    result = sample_of(DOC, "a.doc").result
    assert result["source"]["format"] == "doc"
    assert re.fullmatch(r"msdoc2docx [\d.]+", result["source"]["converter"])


def test_the_conversion_gives_the_same_places_every_time() -> None:
    assert readers.read(DOC, "a.doc") == readers.read(DOC, "a.doc")


def test_what_the_converter_leaves_out_is_reported() -> None:
    lost = (CORPUS / "doc" / "cv_312_dich_vu_cong.doc").read_bytes()
    assert [warning.code for warning in readers.read(lost, "a.doc").warnings] == [
        "part_not_converted"
    ]


@pytest.mark.parametrize("share", [0.1, 0.5, 0.95])
def test_a_word_file_that_is_cut_off(share: float) -> None:
    with pytest.raises(DamagedFile):
        readers.read(DOC[: int(len(DOC) * share)], "a.doc")


def test_a_word_file_with_a_password() -> None:
    with pytest.raises(EncryptedFile):
        readers.read(encrypted(DOC), "a.doc")


def test_a_file_of_word_95_says_what_it_needs(without_libreoffice: None) -> None:
    with pytest.raises(NoConverter, match="takes LibreOffice") as caught:
        readers.read(of_word_95(DOC), "a.doc")
    assert caught.value.exit_code == 19


def test_a_file_against_the_rules_needs_libreoffice(without_libreoffice: None) -> None:
    with pytest.raises(DamagedFile, match="breaks the rules of its format"):
        readers.read(against_the_rules(DOC), "a.doc")


# --------------------------------------------------------------------------- suffixes


def test_a_docx_that_is_called_doc_is_read_with_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "bao-cao.doc"
    path.write_bytes(docx_bytes())
    result = extract_file(path)
    assert result["source"]["format"] == "docx"
    assert result["warnings"][0] == {
        "code": "suffix_misleads",
        "message": "the name ends in .doc, but the content is a DOCX file; it was read as that",
        "source": [],
    }


@pytest.mark.parametrize(
    ("name", "data", "format_"),
    [
        ("a.docx", DOC, "doc"),
        ("a.rtf", DOC, "doc"),
        ("a.odt", docx_bytes(), "docx"),
        ("a.doc", "<html><body><p>Hộ nghèo dưới 2%</p></body></html>".encode(), "html"),
        (
            "a.doc",
            b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=a\n\n"
            b"--a\nContent-Type: text/html\n\n<p>2% xa\n--a--\n",
            "html",
        ),
        ("a.doc", "Hộ nghèo dưới 2%".encode(), "txt"),
        ("a.doc", "Hộ nghèo dưới 2%".encode("utf-16"), "txt"),
    ],
    ids=["doc.docx", "doc.rtf", "docx.odt", "html.doc", "mht.doc", "text.doc", "utf16.doc"],
)
def test_a_word_processors_file_is_read_by_its_content(
    name: str, data: bytes, format_: str
) -> None:
    source = readers.read(data, name)
    assert (source.format, source.warnings[0].code) == (format_, "suffix_misleads")
    assert source.blocks


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", rtf_bytes("Hộ nghèo dưới 2%")),
        ("a.pdf", DOC),
        ("a.doc", b"%PDF-1.4 ..."),
        ("a.docx", "Hộ nghèo dưới 2%".encode()),
        (
            "a.doc",
            b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>',
        ),
    ],
    ids=["rtf.txt", "doc.pdf", "pdf.doc", "txt.docx", "xml.doc"],
)
def test_other_names_must_say_what_the_file_is(name: str, data: bytes) -> None:
    with pytest.raises(UnknownFormat):
        readers.read(data, name)


def test_a_binary_file_that_is_no_word_file() -> None:
    with pytest.raises(DamagedFile):
        readers.read(b"\x00\x01\x02" * 99, "a.doc")


# --------------------------------------------------------------------------- a false LibreOffice

# Converts by handing out one DOCX; what else it does, the file says.
FALSE = """#!/bin/sh
echo start >> {log}
out=; for word in "$@"; do
    case $word in
    *.rtf|*.doc)
        if grep -q HANG "$word"; then sleep 300 & echo $! >> {log}.sleeps; wait; fi
        if grep -q CRASH "$word"; then kill -9 $$; fi
        grep -q REFUSE "$word" || cp {docx} "$out/$(basename "${{word%.*}}").docx";;
    *) [ "$before" = --outdir ] && out=$word;;
    esac
    before=$word
done
"""


@pytest.fixture
def starts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A false LibreOffice in the path; the file in which it notes each start."""
    programs, log, docx = tmp_path / "bin", tmp_path / "starts", tmp_path / "made.docx"
    programs.mkdir()
    docx.write_bytes(docx_bytes())
    program = programs / "soffice"
    program.write_text(FALSE.format(log=log, docx=docx))
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}:{os.environ['PATH']}")
    monkeypatch.setattr(libreoffice, "_PATIENCE", 1.0)
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    return log


def extracted(folder: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str], list[str]]:
    """Exit code, names of the results, error lines."""
    out = folder.parent / "out"
    code = main(["extract", str(folder), "--out", str(out), "--quiet"])
    return code, results(out), capsys.readouterr().err.splitlines()


def folder_of(tmp_path: Path, *words: str) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for number, word in enumerate(words):
        (folder / f"{number:02}.rtf").write_bytes(rtf_bytes(f"{word} {number}"))
    return folder


def test_many_files_share_a_start(
    starts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = folder_of(tmp_path, *["đạt"] * 45)
    code, results, errors = extracted(folder, capsys)
    assert (code, len(results), errors) == (0, 45, [])
    assert len(starts.read_text().split()) == 3
    assert os.listdir(tmp_path / "temporary") == []


def test_verify_shares_starts_too(
    starts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = folder_of(tmp_path, *["đạt"] * 5)
    extracted(folder, capsys)
    starts.unlink()
    assert main(["verify", str(tmp_path / "out"), "--sources", str(folder)]) == 0
    assert starts.read_text().split() == ["start"]


def test_a_file_that_hangs_or_crashes_fails_alone(
    starts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = folder_of(tmp_path, "a", "HANG", "b", "REFUSE", "c", "CRASH", "d", "REFUSE")
    begin = time.monotonic()
    code, results, errors = extracted(folder, capsys)
    assert time.monotonic() - begin < 20
    assert code == DamagedFile.exit_code
    assert results == ["00.rtf.json", "02.rtf.json", "04.rtf.json", "06.rtf.json"]
    reasons = {Path(line.split(": ")[1]).name: line.split(": ")[2] for line in errors}
    assert {name: reason.partition(";")[0] for name, reason in reasons.items()} == {
        "01.rtf": "LibreOffice did not come to an end in 1 s at this file",
        "03.rtf": "LibreOffice cannot read the file",
        "05.rtf": "LibreOffice crashed at this file",
        "07.rtf": "LibreOffice cannot read the file",
    }
    (sleep,) = Path(f"{starts}.sleeps").read_text().split()
    assert not running(int(sleep))
    assert os.listdir(tmp_path / "temporary") == []


def running(process: int) -> bool:
    try:
        os.kill(process, 0)
        return "Z" not in Path(f"/proc/{process}/stat").read_text().rpartition(")")[2]
    except (ProcessLookupError, FileNotFoundError):
        return False


def test_libreoffice_reads_what_is_against_the_rules_with_a_warning(starts: Path) -> None:
    source = readers.read(against_the_rules(DOC), "a.doc")
    assert (source.format, source.converter) == ("doc", "LibreOffice")
    (warning,) = source.warnings
    assert warning.code == "part_not_converted"
    assert "LibreOffice read what it could" in warning.message


def test_files_of_word_95_share_a_start(
    starts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.doc").write_bytes(of_word_95(DOC) + bytes(number))
    code, results, errors = extracted(folder, capsys)
    assert (code, len(results), errors) == (0, 3, [])
    assert starts.read_text().split() == ["start"]


def test_without_libreoffice_an_rtf_file_says_what_to_install(
    without_libreoffice: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = folder_of(tmp_path, "a")
    (folder / "b.docx").write_bytes(docx_bytes())
    code, results, errors = extracted(folder, capsys)
    assert (code, results) == (19, ["b.docx.json"])
    assert len(errors) == 1
    assert "sudo apt install libreoffice-writer-nogui" in errors[0]


# --------------------------------------------------------------------------- the true LibreOffice

TABLE = (
    rb"{\rtf1\ansi Chi tieu nam 2025\par"
    rb"\trowd\cellx1000\clvmgf\cellx4000\clmgf\cellx6000\clmrg\cellx8000"
    rb"\intbl 1\cell\intbl H\u7897? ngh\u232?o\cell"
    rb"\intbl T\u7889?i thi\u7875?u 40%\cell\cell\row"
    rb"\trowd\cellx1000\clvmrg\cellx4000\cellx6000\cellx8000"
    rb"\intbl 2\cell\cell\intbl x\cell\intbl y\cell\row}"
)


@with_libreoffice
def test_rtf_keeps_letters_tables_and_merged_cells() -> None:
    source = readers.read(TABLE, "a.rtf")
    passage, table = source.blocks
    assert isinstance(passage, Passage)
    assert isinstance(table, Table)
    assert [[cell.text.string if cell else None for cell in row] for row in table.grid()] == [
        ["1", "Hộ nghèo", "Tối thiểu 40%", "Tối thiểu 40%"],
        ["2", "Hộ nghèo", "x", "y"],
    ]
    assert source.format == "rtf"
    assert re.fullmatch(r"LibreOffice [\d.]+", source.converter or "")
    assert readers.read(TABLE, "a.rtf") == source


@with_libreoffice
def test_an_rtf_file_that_is_called_doc_and_one_that_is_cut_off(tmp_path: Path) -> None:
    source = readers.read(TABLE, "a.doc")
    assert (source.format, source.warnings[0].code) == ("rtf", "suffix_misleads")
    with pytest.raises(DamagedFile, match="cannot read the file"):
        readers.read(TABLE[:-40], "a.rtf")


@with_libreoffice
def test_nothing_is_fetched(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/a.png"
        linked = rf'{{\field{{\*\fldinst INCLUDEPICTURE "{address}" \\d}}{{\fldrslt x}}}}\par'
        readers.read(TABLE[:-1] + linked.encode() + b"}", "a.rtf")
        with pytest.raises(TimeoutError):
            server.accept()


SOME = STEMS[::4]


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, bytes]]:
    """Some DOCX samples as LibreOffice saves them: suffix → stem → content."""
    folder = tmp_path_factory.mktemp("saved")
    command = [str(libreoffice.program()), f"-env:UserInstallation={(folder / 'p').as_uri()}"]
    for kind in ("doc", "odt", "rtf"):
        sources = [str(CORPUS / "docx" / f"{stem}.docx") for stem in SOME]
        arguments = ["--headless", "--convert-to", kind, "--outdir", str(folder / kind)]
        subprocess.run([*command, *arguments, *sources], check=True, capture_output=True)
    return {
        kind: {path.stem: path.read_bytes() for path in (folder / kind).iterdir()}
        for kind in ("doc", "odt", "rtf")
    }


@with_libreoffice
@pytest.mark.parametrize("kind", ["doc", "odt", "rtf"])
def test_samples_have_the_same_targets(saved: dict[str, dict[str, bytes]], kind: str) -> None:
    files = saved[kind]
    assert set(files) == set(SOME)
    with readers.prepared((data, f"a.{kind}") for data in files.values()):
        for stem, data in files.items():
            found, expected = sample_of(data, f"a.{kind}"), sample(stem, "docx")
            assert without_places(found.targets) == without_places(expected.targets), stem


def without_places(targets: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{key: target[key] for key in target if key != "source"} for target in targets]


@with_libreoffice
def test_runs_side_by_side_do_not_meet(tmp_path: Path) -> None:
    source = tmp_path / "a.rtf"
    source.write_bytes(TABLE)
    code = "import sys; from extract.cli import main; sys.exit(main(sys.argv[1:]))"
    outs = [tmp_path / "1", tmp_path / "2"]
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", code, "extract", str(source), "--out", str(out), "--quiet"]
        )
        for out in outs
    ]
    assert [run.wait(60) for run in runs] == [0, 0]
    one, other = ((out / "a.rtf.json").read_bytes() for out in outs)
    assert one == other
