"""The two folders of the desk, and nothing outside them: results (with reviews), and sources."""

from __future__ import annotations

import multiprocessing
import threading
from collections import OrderedDict
from concurrent.futures import Future
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from extract import pipeline, readers, reviews, store
from extract.errors import Changed, DamagedReview, Defect, ExtractError, NotFound
from extract.model import Source, record

_KEPT = 6  # sources that stay in memory: a reviewer goes back and forth between few


@record
class Opened:
    """A file on the desk. ``data`` is None, and ``source_fault`` says why, where the source is not
    there or is not what the result was read from; ``review_fault`` where the review is damaged."""

    name: str
    result: dict[str, Any]
    review: dict[str, Any] | None
    data: bytes | None
    source_fault: ExtractError | None = None
    review_fault: ExtractError | None = None

    @property
    def decisions(self) -> dict[str, Any]:
        return self.review["decisions"] if self.review else {}

    @property
    def paged(self) -> bool:
        """Whether its places are boxes on pages."""
        return self.result["source"]["format"] in ("pdf", "image")

    @property
    def sha256(self) -> str:
        return str(self.result["source"]["sha256"])


class Folders:
    """What stands in the folder of results and in that of sources. Names are paths below them, as
    ``source.file`` in results; all that leads elsewhere, also by a link, is :class:`NotFound`."""

    def __init__(self, out: Path, sources: Path) -> None:
        self.out, self.sources = out, sources
        self._sources: OrderedDict[tuple[str, str], Future[Source]] = OrderedDict()
        self._lock = threading.Lock()

    def names(self) -> list[str]:
        return store.result_names(self.out)

    def result_path(self, name: str) -> Path:
        path = _inside(self.out, f"{name}.json")
        if path.name.endswith(reviews.SUFFIX) or path == self.out / store.REPORT:
            raise NotFound(f"{name}: no such file")
        return path

    def review_path(self, name: str) -> Path:
        """Beside the result, which must be there; the review itself may not be."""
        path = reviews.review_path(self.result_path(name).parent, Path(name).name)
        return _inside(self.out, f"{name}{reviews.SUFFIX}") if path.exists() else path

    def source_path(self, name: str) -> Path:
        return _inside(self.sources, name)

    def opened(self, name: str) -> Opened:
        """Raises :class:`ExtractError` where there is no such result, or it is none."""
        result = pipeline.checked_result(self.result_path(name))
        review, review_fault = None, None
        try:
            review = reviews.loaded(self.review_path(name))
        except DamagedReview as error:
            review_fault = error
        data, source_fault = self._unchanged(name, result["source"]["sha256"])
        return Opened(name, result, review, data, source_fault, review_fault)

    def _unchanged(self, name: str, sha256: str) -> tuple[bytes | None, ExtractError | None]:
        """The source, or why it is not the one that was read."""
        try:
            data = store.source_bytes(self.source_path(name))
        except ExtractError as error:
            return None, error
        if store.sha256(data) != sha256:
            return None, Changed(f"{name} has changed since it was read")
        return data, None

    def source(self, opened: Opened) -> Source:
        """The blocks of its source, read anew or from memory. Raises :class:`ExtractError`."""
        if opened.data is None:
            raise opened.source_fault or NotFound(f"{opened.name}: no such file")
        key = (opened.name, opened.sha256)
        with self._lock:
            known = self._sources.get(key)
            waiting = self._sources.setdefault(key, Future())
            self._sources.move_to_end(key)
            if len(self._sources) > _KEPT:
                self._sources.popitem(last=False)
        if known is None:
            try:
                waiting.set_result(_read(opened.data, opened))
            except BaseException as error:
                waiting.set_exception(error)
                with self._lock:
                    self._sources.pop(key, None)
        return waiting.result()


def _read(data: bytes, opened: Opened) -> Source:
    """A file with pages may take minutes to be recognised, and PDFium does one thing at a time in a
    process: it is read in one of its own, one file after the other."""
    if not opened.paged:
        return readers.read(data, opened.name)
    context = multiprocessing.get_context("spawn")
    with _one_at_a_time:
        ours, theirs = context.Pipe(duplex=False)
        process = context.Process(target=_send, args=(theirs, data, opened.name), daemon=True)
        process.start()
        theirs.close()
        try:
            answer = ours.recv()
        except EOFError as error:
            raise Defect(f"{opened.name}: the reading process has died") from error
        finally:
            process.join()
    if isinstance(answer, ExtractError):
        raise answer
    assert isinstance(answer, Source)
    return answer


_one_at_a_time = threading.Lock()


def _send(connection: Connection, data: bytes, name: str) -> None:
    try:
        connection.send(readers.read(data, name))
    except ExtractError as error:
        connection.send(error)


def _inside(root: Path, name: str) -> Path:
    """The file ``name`` below ``root``, when it is one and lies there in truth."""
    nowhere = partial(NotFound, f"{name}: no such file")
    parts = name.split("/")
    if "\0" in name or "\\" in name or any(not part or part.startswith(".") for part in parts):
        raise nowhere()
    try:
        path = (root / name).resolve(strict=True)
    except (OSError, RuntimeError) as error:
        raise nowhere() from error
    if not path.is_relative_to(root.resolve()) or not path.is_file():
        raise nowhere()
    return root / name
