"""The words of the pages, in two languages."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

Language = Literal["vi", "en"]
LANGUAGES: tuple[Language, ...] = ("vi", "en")


class Words:
    """``words("list.total", files=3)``: the phrase of a key in one language. A key that is not
    there gives its last part: codes that have no phrase yet are shown as they are."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def __call__(self, key: str, **values: object) -> str:
        phrase = _phrases().get(key)
        if phrase is None:
            return key.rpartition(".")[2]
        return phrase[LANGUAGES.index(self.language)].format(**values)


@cache
def _phrases() -> dict[str, list[str]]:
    text = (files("extract.desk") / "words.toml").read_text("utf-8")
    return {
        f"{section}.{key}": phrase
        for section, phrases in tomllib.loads(text).items()
        for key, phrase in phrases.items()
    }
