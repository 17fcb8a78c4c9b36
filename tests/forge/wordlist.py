"""Lists of Vietnamese words as they are easiest to read: between strokes."""

from __future__ import annotations


def listed(words: str) -> tuple[str, ...]:
    """What stands between strokes, without the line breaks."""
    return tuple(" ".join(word.split()) for word in words.split("|"))
