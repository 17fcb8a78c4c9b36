"""Recognition of printed text by Tesseract: a grey picture → lines of words with confidences.

The engine comes with the package ``tesserocr``; the models are files of the system's packages.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from unicodedata import normalize

from extract.errors import NoOcr
from extract.model import record

#: Dots an inch of the pictures. More cost time and make lone digits worse, fewer lose the marks
#: over letters.
DPI = 200
POINT = DPI / 72  # dots in a point
#: Larger pictures are not read: A2 at 400 dots an inch has 62 million.
MOST_DOTS = 100_000_000

Pixels = Any  # an array of bytes: height × width for grey, × 3 (blue, green, red) for colour

#: The models that read (of two, the surer for each word), and the one that reads numbers again: it
#: was trained apart from them, on other languages.
FIRST, SECOND = "vie+Vietnamese", "eng"
_ORIENTATION = "osd"
_FOLDERS = (
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tessdata",
    "/usr/share/tesseract/tessdata",
    "/usr/local/share/tessdata",
)

#: Dots on the picture: left, top, right, bottom.
Dots = tuple[int, int, int, int]


@record
class ReadWord:
    """``confidence``: 0 to 100."""

    text: str
    box: Dots
    confidence: float


@dataclass(slots=True)
class ReadLine:
    """Words in a line; ``base``: where letters stand, in dots from the top."""

    words: list[ReadWord]
    base: float
    box: Dots = field(default=(0, 0, 0, 0))

    @property
    def confidence(self) -> float:
        return sum(word.confidence for word in self.words) / len(self.words)


class Engine:
    """Tesseract with its models. For one thread at a time."""

    def __init__(self, models: str) -> None:
        self._modes = tesserocr().PSM
        # One thread for a page: pages are read side by side.
        self._api = tesserocr().PyTessBaseAPI(
            path=str(models_folder()), lang=_name(models), psm=self._modes.AUTO, oem=1
        )
        self._api.SetVariable("debug_file", os.devnull)
        # What was read before must not change what is read now.
        self._api.SetVariable("tessedit_enable_doc_dict", "0")

    def page(self, pixels: Pixels) -> list[ReadLine]:
        """The lines of a page, whose columns the engine finds."""
        return self._lines(pixels, self._modes.AUTO)

    def block(self, pixels: Pixels, dpi: int = DPI) -> list[ReadLine]:
        """The lines of a picture that holds one column."""
        return self._lines(pixels, self._modes.SINGLE_BLOCK, dpi)

    def _lines(self, pixels: Pixels, mode: Any, dpi: int = DPI) -> list[ReadLine]:
        from PIL import Image

        self._api.SetPageSegMode(mode)
        self._api.SetImage(Image.fromarray(pixels))
        self._api.SetSourceResolution(dpi)
        try:
            return list(self._read()) if self._api.Recognize() else []
        finally:
            self._api.Clear()

    def _read(self) -> Iterator[ReadLine]:
        level = tesserocr().RIL
        iterator = self._api.GetIterator()
        line = ReadLine([], 0.0)
        if iterator is None or iterator.Empty(level.WORD):
            return
        while True:
            if iterator.IsAtBeginningOf(level.TEXTLINE):
                box = iterator.BoundingBox(level.TEXTLINE)
                base = iterator.Baseline(level.TEXTLINE)
                middle = (base[0][1] + base[1][1]) / 2 if base else box[3]
                line = ReadLine([], middle, box)
            text = normalize("NFC", iterator.GetUTF8Text(level.WORD).strip())
            if text:
                box, confidence = iterator.BoundingBox(level.WORD), iterator.Confidence(level.WORD)
                line.words.append(ReadWord(text, box, confidence))
            if line.words and iterator.IsAtFinalElement(level.TEXTLINE, level.WORD):
                yield line
            if not iterator.Next(level.WORD):
                return


def quarter_turns(pixels: Pixels) -> int:
    """How many quarter turns clockwise make the page upright; 0 where that cannot be told."""
    from PIL import Image

    module = tesserocr()
    with module.PyTessBaseAPI(
        path=str(models_folder()), lang=_ORIENTATION, psm=module.PSM.OSD_ONLY, oem=0
    ) as api:
        api.SetVariable("debug_file", os.devnull)
        api.SetImage(Image.fromarray(pixels))
        api.SetSourceResolution(DPI)
        found = api.DetectOrientationScript()
    if not found or found["orient_conf"] < 1:
        return 0
    return int(-found["orient_deg"] // 90 % 4)


@cache
def tesserocr() -> Any:
    """The module ``tesserocr``. Raises :class:`NoOcr` where it is not installed."""
    # Each page has a thread of its own: threads inside the engine only stand in each other's way.
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    try:
        import tesserocr as module
    except ImportError as error:
        raise NoOcr("the package tesserocr is not installed") from error
    return module


@cache
def models_folder() -> Path:
    """Where the models are: ``TESSDATA_PREFIX`` or the system's folder. Raises :class:`NoOcr`."""
    own = os.environ.get("TESSDATA_PREFIX")
    folders = [Path(own)] if own else [Path(folder) for folder in _FOLDERS]
    for folder in folders:
        if all((folder / f"{_in(folder, model)}.traineddata").exists() for model in _MODELS):
            return folder
    raise NoOcr(f"no folder holds the models {', '.join(_MODELS)}")


_MODELS = (*FIRST.split("+"), SECOND, _ORIENTATION)


def _name(models: str) -> str:
    return "+".join(_in(models_folder(), model) for model in models.split("+"))


def _in(folder: Path, model: str) -> str:
    """The name of a model; some systems keep those of scripts in a folder of their own."""
    inner = f"script/{model}"
    return inner if (folder / f"{inner}.traineddata").exists() else model


def engine_name() -> str:
    """Engine and models, for the record: "tesseract 5.5.4, vie+Vietnamese, eng"."""
    version = tesserocr().tesseract_version().split("\n")[0]
    return f"{version}, {FIRST}, {SECOND}"
