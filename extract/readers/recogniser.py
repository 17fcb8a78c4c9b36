"""Pages that are pictures, recognised side by side: one thread for each processor.

The engine leaves Python's lock while it works, so threads are enough. Not more pictures are held at
a time than are being read, so memory does not grow with the number of pages.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager

from extract import readers
from extract.errors import NoOcr
from extract.readers.pdf_page import Page
from extract.readers.scan_ocr import FIRST, SECOND, Engine, Pixels, models_folder, tesserocr


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
    with ThreadPoolExecutor(readers.threads, thread_name_prefix="page") as pool:
        try:
            yield Recogniser(pool, readers.threads)
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise
