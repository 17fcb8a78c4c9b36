"""What a file of the user's own patterns costs: the same phrases looked for by rows of the
vocabulary (``AtWords``) and by spaCy's EntityRuler (``--patterns``), in the same run.

    python -m benchmarks.user_patterns

Two sets of phrases over the text of ``corpus/txt``: the plain cues of ``contexts.toml``, and a
thousand phrases of two words that stand in that text. Then the whole job with and without a pattern
file, the time that spaCy takes to load, and the memory. Spans that only one of the two finds are
printed.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

import regex

from benchmarks.measuring import Line, in_turns, report, samples, screen, whole_job
from benchmarks.memory import peak
from extract import readers
from extract.model import Passage
from extract.patterns import CUES, Patterns
from extract.vocabulary import rows
from extract.vocabulary.at_words import AtWords

PHRASES = 1000
RUNS = 5

Phrase = tuple[str, str]
Spans = set[tuple[str, int, int]]

#: What a process does of which the memory is measured: argument 2 is the way, 3 the phrases.
_WAYS = """
import json, sys
from pathlib import Path
from benchmarks import user_patterns
phrases = json.loads(Path(sys.argv[2]).read_text("utf-8"))
find = getattr(user_patterns, sys.argv[1])(phrases)
for string in user_patterns.strings():
    find(string)
"""


def strings() -> list[str]:
    """The paragraphs and cells of every text sample."""
    found: list[str] = []
    for path in samples("txt"):
        for block in readers.read(path.read_bytes(), path.name).blocks:
            texts = [block.text] if isinstance(block, Passage) else [c.text for c in block.cells]
            found += [text.string for text in texts if text.string]
    return found


def cues() -> list[Phrase]:
    return [(row["means"].upper(), row["cue"]) for row in rows("contexts") if "cue" in row]


def many() -> list[Phrase]:
    """Phrases of two words that stand in the texts."""
    pairs = regex.compile(r"(?<!\w)\p{L}+ \p{L}+(?!\w)")
    found = dict.fromkeys(pair.lower() for text in strings() for pair in pairs.findall(text))
    labels = sorted(CUES)
    return [(labels[len(pair) % len(labels)], pair) for pair in islice(found, PHRASES)]


def by_rows(phrases: Sequence[Phrase]) -> Callable[[str], Spans]:
    """As the vocabulary's rows are looked for."""
    # AtWords takes the first that fits, spaCy the longest: so the longest stands first.
    ordered = sorted(phrases, key=lambda phrase: -len(phrase[1]))
    patterns = AtWords((label, regex.escape(phrase) + r"(?!\w)") for label, phrase in ordered)
    return lambda string: {(label, *m.span()) for label, m in patterns.matches(string)}


def by_spacy(phrases: Sequence[Phrase]) -> Callable[[str], Spans]:
    patterns = Patterns(pattern_file(phrases), "phrases.jsonl")
    return lambda string: set(patterns.spans(string))


def pattern_file(phrases: Sequence[Phrase]) -> bytes:
    lines = (json.dumps({"label": label, "pattern": phrase}) for label, phrase in phrases)
    return "\n".join(lines).encode()


def compared(name: str, phrases: Sequence[Phrase]) -> Iterator[Line]:
    """Time and memory of both ways, and whether they find the same."""
    ways = by_rows(phrases), by_spacy(phrases)
    texts = strings()
    size = sum(map(len, texts)) / 1e6
    ours, spacys = in_turns(*(lambda way=way: [way(text) for text in texts] for way in ways))
    on = f"{name}, {len(texts)} texts"
    yield Line(
        "user patterns: spaCy, against rows of the vocabulary",
        on,
        f"{1000 * spacys:.0f} against {1000 * ours:.0f} ms ({size / spacys:.1f} M characters/s)",
        f"{spacys / ours:.1f}",
        "",
        True,
    )
    found = [{(text, *span) for text in texts for span in way(text)} for way in ways]
    differing = found[0] ^ found[1]
    for text, label, start, end in sorted(differing):
        who = "rows" if (text, label, start, end) in found[0] else "spaCy"
        screen().print(f"only {who}: {label} {text[start:end]!r} in {text!r}", markup=False)
    yield Line(
        "the same: spans that both find",
        on,
        f"{len(found[0] & found[1])} of {len(found[0] | found[1])}",
        "",
        "all",
        not differing,
    )
    with TemporaryDirectory() as folder:
        path = Path(folder, "phrases.json")
        path.write_text(json.dumps(phrases), "utf-8")
        held = [peak(_WAYS, way.__name__, str(path)) for way in (by_spacy, by_rows)]
    yield Line(
        "the same: peak memory of a process",
        on,
        f"{held[0]:.0f} against {held[1]:.0f} MB",
        f"{held[0] / held[1]:.1f}",
        "",
        True,
    )


def jobs() -> Line:
    """The whole job on every text sample, with the cues as a pattern file and without."""
    patterns = Patterns(pattern_file(cues()), "phrases.jsonl")
    paths = samples("txt")
    with TemporaryDirectory() as folder:
        out = Path(folder)

        def job(own: Patterns | None) -> Callable[[], Any]:
            def run() -> None:
                for path in paths:
                    whole_job(path, out, own)

            return run

        used, without = in_turns(job(patterns), job(None))
    return Line(
        "whole job with a pattern file, against without",
        f"{len(paths)} text files",
        f"{1000 * used / len(paths):.0f} against {1000 * without / len(paths):.0f} ms/file",
        f"{used / without:.2f}",
        "",
        True,
    )


def loading() -> Line:
    """A process that imports spaCy, and one that imports what the command imports without it; on
    the wall, the best of five."""
    times: list[float] = []
    for module in ("spacy", "extract.cli"):
        tried: list[float] = []
        for _ in range(RUNS):
            begin = perf_counter()
            subprocess.run([sys.executable, "-c", f"import {module}"], check=True)
            tried.append(perf_counter() - begin)
        times.append(min(tried))
    return Line(
        "loading spaCy, against loading the command",
        f"spaCy {version('spacy')}, a new process",
        f"{times[0]:.2f} against {times[1]:.2f} s",
        f"{times[0] / times[1]:.1f}",
        "",
        True,
    )


def lines() -> list[Line]:
    sets = {f"{len(cues())} cues": cues(), f"{PHRASES} phrases": many()}
    return [
        *(line for name, phrases in sets.items() for line in compared(name, phrases)),
        jobs(),
        loading(),
    ]


if __name__ == "__main__":
    sys.exit(report(lines()))
