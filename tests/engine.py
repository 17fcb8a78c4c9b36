"""Whether scans can be read here; and readers of scans for tests that need no engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from typing import Any

import pytest

from extract.errors import NoOcr
from extract.readers import recogniser as engine
from extract.readers.pdf_page import Page, fill
from extract.readers.pdf_text import Word, lines
from extract.readers.scan_ocr import POINT


def _lack() -> str:
    try:
        with engine.recogniser():
            return ""
    except NoOcr as error:
        return str(error)


#: For tests that recognise pages.
needs_engine = pytest.mark.skipif(bool(_lack()), reason=_lack() or "the engine is there")


@contextmanager
def no_recogniser() -> Iterator[engine.Recogniser]:
    """In the place of :func:`extract.readers.recogniser.recogniser` where nothing is installed."""
    raise NoOcr("the package tesserocr is not installed")
    yield  # type: ignore[unreachable]


def reader_of(text: str) -> Callable[[], Any]:
    """In its place: one that reads the same line on every page, or nothing where it is empty."""

    class Reader:
        def submit(self, pixels: Any, number: int, point: float = 1.0) -> Future[Page]:
            height, width = pixels.shape[:2]
            page = Page(number, width / POINT, height / POINT, recognised=True)
            words = [
                Word(word, (50 + 60 * i, 100, 105 + 60 * i, 112), i)
                for i, word in enumerate(text.split())
            ]
            fill(page, [], lines(words))
            page.words = words
            if not words:
                page.without_text("holds no text that can be recognised")
            task: Future[Page] = Future()
            task.set_result(page)
            return task

    @contextmanager
    def recogniser() -> Iterator[Reader]:
        yield Reader()

    return recogniser
