"""Pages that are pictures, recognised side by side by two threads.

The engine leaves Python's lock while it works, so threads are enough. Not more pictures are held at
a time than are being read, so memory does not grow with the number of pages.
"""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import cache

from extract import readers
from extract.errors import NoOcr
from extract.readers.pdf_page import Page
from extract.readers.scan_ocr import FIRST, SECOND, Engine, Pixels, models_folder, tesserocr

#: A thread takes 100 MB: two models and a page. Several files are read by several processes.
_MOST_THREADS = 2


class Recogniser:
    """Reads pictures of pages. The results are the same with any number of threads."""

    def __init__(self, pool: ThreadPoolExecutor, most: int) -> None:
        self._pool = pool
        self._room = threading.BoundedSemaphore(most)

    def submit(self, pixels: Pixels, number: int, point: float = 1.0) -> Future[Page]:
        """Begins to read page ``number``, whose picture has 200 dots an inch; waits while as many
        as there are threads are being read. ``point``: the length on the page, in points, of what
        is a point on the picture."""
        self._room.acquire()
        try:
            task = self._pool.submit(self._read, pixels, number, point)
        except BaseException:
            self._room.release()
            raise
        task.add_done_callback(lambda _: self._room.release())
        return task

    @staticmethod
    def _read(pixels: Pixels, number: int, point: float) -> Page:
        from extract.readers.scan_page import page_reading

        engines = _idle.pop() if _idle else (Engine(FIRST), Engine(SECOND))
        try:
            return page_reading(pixels, number, point, *engines)
        finally:
            _idle.append(engines)


def without_words(task: Future[Page]) -> Page:
    """The page that was read, without the words for which only a finder asks: the pages of a file
    are held together."""
    page = task.result()
    page.words.clear()
    return page


_M_MMAP_THRESHOLD = -3  # of malloc.h
_OWN_MAPPING = 1 << 20  # bytes: pictures are larger, what a page says is smaller


@cache
def _give_back_freed_memory() -> None:
    """Has the C library give freed pictures back to the system. It would learn to keep them, and
    between other things they leave gaps that no later one fits in."""
    with suppress(AttributeError, OSError):  # only glibc needs it, and has it
        ctypes.CDLL(None).mallopt(_M_MMAP_THRESHOLD, _OWN_MAPPING)


#: Loaded engines that read nothing now: to load the models takes a tenth of a page's time.
_idle: list[tuple[Engine, Engine]] = []


@contextmanager
def recogniser() -> Iterator[Recogniser]:
    """For the pages of one file. Raises :class:`NoOcr` where something is not installed."""
    tesserocr()
    models_folder()
    try:
        import cv2
    except ImportError as error:
        raise NoOcr("the package opencv-python-headless is not installed") from error
    cv2.setNumThreads(1)
    _give_back_freed_memory()
    threads = min(readers.threads, _MOST_THREADS)
    with ThreadPoolExecutor(threads, thread_name_prefix="page") as pool:
        try:
            yield Recogniser(pool, threads)
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise
