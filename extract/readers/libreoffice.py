"""LibreOffice, as a separate process without windows: RTF and old Word files → DOCX.

To start it takes longer than to convert: :func:`prepared` converts a batch of files in one start.
Each start has a profile and a temporary folder of its own, so that runs side by side do not meet,
and leaves nothing behind. The profile forbids macros, does not follow links and leads every
connection to a closed port.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import signal
import subprocess
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from io import BytesIO
from itertools import chain
from pathlib import Path
from time import monotonic

from extract.errors import DamagedFile, ExtractError, NoConverter
from extract.readers.converted import DocxForm

# Seconds without a new file until LibreOffice counts as hung. It takes one to start, and a tenth
# for most files.
_PATIENCE = 90.0
# KiB of address space, twice of what it takes for a long decree.
_MEMORY = 6 << 20

_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"
 xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetProxyType" oor:op="fuse"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop></item>
</oor:items>
"""

# By SHA-256: the DOCX form of a file that is prepared, or why there is none.
_forms: dict[str, Path | ExtractError] = {}


def program() -> str | None:
    """The command that starts LibreOffice, where it is installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def release() -> list[str]:
    """Which LibreOffice is installed, as its own file says; nothing where there is none."""
    command = program()
    if command is None:
        return []
    try:
        return (Path(command).resolve().parent / "versionrc").read_text("utf-8").splitlines()
    except OSError:
        return [command]


@contextmanager
def prepared(files: Iterable[tuple[bytes, str]]) -> Iterator[None]:
    """Converts the ``files``, (content, suffix), in one start of LibreOffice where it is
    installed; until the end of the context :func:`docx_form` has them at hand.

    ``files`` is gone through once, one file in memory at a time.
    """
    command = program()
    first = next(iterator := iter(files), None) if command else None
    if command is None or first is None:
        yield
        return
    with tempfile.TemporaryDirectory(prefix="chitieu-") as name:
        work = Path(name)
        names: dict[str, str] = {}
        for data, suffix in chain([first], iterator):
            key = hashlib.sha256(data).hexdigest()
            names[key] = f"{key}{suffix}"
            (work / names[key]).write_bytes(data)
        failed = _converted(command, work, list(names.values()))
        for key, file in names.items():
            why = failed.get(file)
            _forms[key] = DamagedFile(why) if why else _output(work, file)
        try:
            yield
        finally:
            for key in names:
                _forms.pop(key, None)


def docx_form(data: bytes, suffix: str) -> DocxForm:
    """The file, whose content is that of files with this ``suffix``, as DOCX.

    Raises :class:`NoConverter` where LibreOffice is not installed, :class:`DamagedFile` where it
    cannot read the file.
    """
    found = _forms.get(hashlib.sha256(data).hexdigest())
    if isinstance(found, ExtractError):
        raise type(found)(found.what)
    if found is not None:
        docx = found.read_bytes()
        return DocxForm(docx, _version(docx))
    if program() is None:
        raise NoConverter(f"to read this {suffix} file takes LibreOffice, which is not installed")
    with prepared([(data, suffix)]):
        return docx_form(data, suffix)


def rtf_form(data: bytes) -> DocxForm:
    """An RTF file as DOCX; raises as :func:`docx_form`."""
    return docx_form(data, ".rtf")


def _version(docx: bytes) -> str:
    """``LibreOffice 7.4.7.2``: what the DOCX says of the program that made it."""
    try:
        with zipfile.ZipFile(BytesIO(docx)) as archive:
            properties = archive.read("docProps/app.xml")
    except (zipfile.BadZipFile, KeyError) as error:
        raise DamagedFile("LibreOffice made no whole DOCX of the file") from error
    named = re.search(rb"<Application>LibreOffice(?:Dev)?/([\d.]+)", properties)
    return f"LibreOffice {named[1].decode()}" if named else "LibreOffice"


def _converted(command: str, work: Path, names: list[str]) -> dict[str, str]:
    """Converts the files ``names`` in ``work``; those that failed, with the reason.

    A file at which LibreOffice hangs or crashes fails alone: the others go on in a new start.
    """
    (work / "out").mkdir()
    failed: dict[str, str] = {}
    left = names
    while left:
        ended = _run(command, work, left)
        made = [_output(work, name).is_file() for name in left]
        reached = len(left) - made[::-1].index(True) if True in made else 0
        for name, is_made in zip(left[:reached], made, strict=False):
            if not is_made:
                failed[name] = "LibreOffice cannot read the file"
        left = left[reached:]
        if ended == "":
            failed |= dict.fromkeys(left, "LibreOffice cannot read the file")
            break
        if left:
            failed[left[0]] = f"LibreOffice {ended} at this file"
            left = left[1:]
    return failed


def _output(work: Path, name: str) -> Path:
    return work / "out" / Path(name).with_suffix(".docx").name


def _run(command: str, work: Path, names: list[str]) -> str:
    """Starts LibreOffice for the files ``names``; how it failed, "" where it came to its end."""
    profile, temporary = work / "profile", work / "tmp"
    for folder in (profile, temporary):
        shutil.rmtree(folder, ignore_errors=True)
    temporary.mkdir()
    settings = profile / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_SETTINGS, "utf-8")
    arguments = [command, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    arguments += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(work / "out"), *names]
    process = subprocess.Popen(
        ["/bin/sh", "-c", f'ulimit -v {_MEMORY} 2>/dev/null; exec "$@"', "sh", *arguments],
        cwd=work,
        env={**os.environ, "HOME": str(work), "TMPDIR": str(temporary)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # so that it ends with all that it has started
    )
    made, last = 0, monotonic()
    try:
        while monotonic() - last < _PATIENCE:
            with suppress(subprocess.TimeoutExpired):
                return "crashed" if process.wait(0.05) else ""
            now = sum(_output(work, name).is_file() for name in names)
            if now > made:
                made, last = now, monotonic()
        return f"did not come to an end in {_PATIENCE:.0f} s"
    finally:
        _end(process)
        _pipe(profile).unlink(missing_ok=True)


def _pipe(profile: Path) -> Path:
    """The socket by which starts with one profile meet; it stays where one of them is ended."""
    digest = hashlib.md5(profile.as_uri().encode("utf-16-le"), usedforsecurity=False).digest()
    name = "".join(f"{byte:x}" for byte in digest)
    return Path(f"/tmp/OSL_PIPE_{os.getuid()}_SingleOfficeIPC_{name}")


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends LibreOffice with all that it has started; gently first, so that it clears up."""
    if process.poll() is not None:
        return
    with suppress(ProcessLookupError, subprocess.TimeoutExpired):
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(2)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
