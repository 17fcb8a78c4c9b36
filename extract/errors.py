"""One class for each kind of failure, each with its exit code and its remedy.

A failure concerns one file: the batch goes on. Strange content is no failure but a warning in the
result (:class:`extract.model.Warning`).
"""

from __future__ import annotations


class ExtractError(Exception):
    """A failure that a user can act on. ``str()`` gives one line: what is wrong; what to do."""

    exit_code = 10
    remedy = ""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what

    def __str__(self) -> str:
        return " ".join(f"{self.what}; {self.remedy}".split())


class NotFound(ExtractError):
    """A path given by the user does not exist."""

    exit_code = 3
    remedy = "check the path"


class UnknownFormat(ExtractError):
    """No reader for this suffix, or the content is not what the suffix says."""

    exit_code = 4
    remedy = (
        "give a text, HTML, Word, OpenDocument, RTF, Excel or PDF file or a picture, whose suffix "
        "fits its content"
    )


class EmptyFile(ExtractError):
    """The file holds no bytes, or nothing but white space."""

    exit_code = 5
    remedy = "check that the file was copied whole"


class DamagedFile(ExtractError):
    """The file is truncated or breaks the rules of its format."""

    exit_code = 6
    remedy = "open it in the program that made it, save it again and retry"


class EncryptedFile(ExtractError):
    """The file needs a password."""

    exit_code = 7
    remedy = "save it without a password and retry"


class NoTextLayer(ExtractError):
    """No page holds text that can be read or recognised."""

    exit_code = 8
    remedy = "look at the file: its pages are blank, black, or no Vietnamese text"


class InvalidResult(ExtractError):
    """A result that breaks its JSON Schema: a defect of this program, never written to disk."""

    exit_code = 9
    remedy = "report this file to the maintainers; nothing was written for it"


class Unreadable(ExtractError):
    """The system refuses to open the file."""

    exit_code = 11
    remedy = "check its name and permissions"


class Unwritable(ExtractError):
    """The system refuses to write a result."""

    exit_code = 12
    remedy = "check the folder to write to: permissions, free space"


class Defect(ExtractError):
    """An error in this program, met while reading a file."""

    exit_code = 70
    remedy = "this is a defect of the program: run again with --debug and report what it prints"


class SameOutput(ExtractError):
    """Two sources of one run have the same path below the folders that were given."""

    exit_code = 2
    remedy = "extract them in two runs with different --out folders"


class Changed(ExtractError):
    """The source is not the one that the result was read from."""

    exit_code = 13
    remedy = "run chitieu extract again"


class NoResult(ExtractError):
    """A file in the output folder is no result of this version."""

    exit_code = 14
    remedy = "extract its source again, or take the file away"


class BadPatterns(ExtractError):
    """A line of the file given with --patterns is no pattern."""

    exit_code = 15
    remedy = "correct this line of the file given with --patterns"


class NoSpacy(ExtractError):
    """--patterns needs spaCy, which is not installed."""

    exit_code = 16
    remedy = "run in the project's folder: pip install -c constraints.txt -e '.[patterns]'"


class NoOcr(ExtractError):
    """A scan, and the engine that recognises text or its models are not installed."""

    exit_code = 17
    remedy = (
        "run: sudo apt install tesseract-ocr-vie tesseract-ocr-script-viet "
        "tesseract-ocr-eng tesseract-ocr-osd "
        "&& pip install -c constraints.txt -e '.[scan]'"
    )


class TooLarge(ExtractError):
    """A picture that would take more memory than a page is worth."""

    exit_code = 18
    remedy = "scan it again, each page by itself, with 200 to 400 dots an inch"


class TooManyCells(TooLarge):
    """A table or a sheet that would take more memory than a plan is worth."""

    remedy = "give the pages or sheets that hold the plan as a file of their own"


class TooManyRows(TooLarge):
    """A sheet holds no more than a million rows."""

    remedy = "export as .csv, .parquet or .jsonl"


class NoConverter(ExtractError):
    """The file can be read only by way of LibreOffice, which is not installed."""

    exit_code = 19
    remedy = "run: sudo apt install libreoffice-writer-nogui, or save the file as .docx"


class TimedOut(ExtractError):
    """Nothing of the file was read for too long."""

    exit_code = 20
    remedy = (
        "look whether it is damaged; if not, give it more time with --timeout; the next run tries "
        "again"
    )


class TooMuchMemory(ExtractError):
    """Reading the file took more memory than was allowed."""

    exit_code = 21
    remedy = "split it, or allow more with --memory; the next run tries again"


class Crashed(ExtractError):
    """The process that read the file ended before it was done."""

    exit_code = 22
    remedy = (
        "save the file again in the program that made it, and report it if that does not help; the "
        "next run tries again"
    )


class NoFileSystem(ExtractError):
    """A URL whose kind of storage is not known or not installed."""

    exit_code = 23
    remedy = "pip install 'chitieu[cluster]' and the package of that storage, such as s3fs"


class NoCluster(ExtractError):
    """The Dask cluster cannot be reached, has no workers, or others than this program's."""

    exit_code = 24
    remedy = (
        "pip install 'chitieu[cluster]' here and for the workers, in the same version, and start "
        "them: dask scheduler; dask worker ADDRESS --nthreads 1"
    )


class BadLabel(ExtractError):
    """A label file or a file of floors, given to score, breaks its form."""

    exit_code = 25
    remedy = "correct it: README.md, Measure on your own documents, and schemas/gold.schema.json"


class DamagedReview(ExtractError):
    """A review file (.review.json) breaks its schema; it is never overwritten."""

    exit_code = 30
    remedy = "mend the file by hand or take an older version of it; nothing was written"


class NoReview(ExtractError):
    """The pages of the desk and the reports need packages that are not installed."""

    exit_code = 31
    remedy = "run in the project's folder: pip install -c constraints.txt -e '.[review]'"


class AddressTaken(ExtractError):
    """The desk cannot listen on the address that was asked for."""

    exit_code = 32
    remedy = "give another --port, or --port 0 for any that is free"


class NoLibraries(ExtractError):
    """The libraries that this command alone needs are not installed."""

    exit_code = 40

    def __init__(self, command: str, extra: str) -> None:
        super().__init__(f"chitieu {command} needs libraries that are not installed")
        self.remedy = f"run in the project's folder: pip install -c constraints.txt -e '.[{extra}]'"


class NoDatabase(ExtractError):
    """Nothing that can be a database answers at this place."""

    exit_code = 41
    remedy = "give a file (targets.db) or postgresql://user@host/name, and check that it runs there"


class DatabaseRefused(ExtractError):
    """The database refuses the user, the password, the name or the right to write."""

    exit_code = 42
    remedy = "check user, password (PGPASSWORD or ~/.pgpass), name of the database and permissions"


class DatabaseBusy(ExtractError):
    """Another program has kept the database locked for too long."""

    exit_code = 43
    remedy = "wait until it has ended, or end it, and load again: what is loaded so far stays"


class UnfitDatabase(ExtractError):
    """The database belongs to another program or other outputs, or cannot hold Vietnamese text."""

    exit_code = 44
    remedy = "give the database that belongs to these outputs, or a new one"


class NewerDatabase(ExtractError):
    """A newer version of this program has changed the tables."""

    exit_code = 45
    remedy = "install the newest version of chitieu, or load into another database"


class DatabaseFailed(ExtractError):
    """The database broke off: no space, no connection, a damaged file."""

    exit_code = 46
    remedy = "mend what it says and load again: every file loaded so far is whole"
