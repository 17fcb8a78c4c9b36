"""``outputs/`` is what the program writes for ``corpus/`` today, byte for byte."""

from __future__ import annotations

import pytest

from extract import store, validation
from tests.samples import CORPUS, FILES, sample

OUTPUTS = CORPUS.parent / "outputs"
REMEDY = "run `make extract` and commit outputs/"


@pytest.mark.parametrize(("kind", "stem"), FILES)
def test_output_is_what_the_program_writes(stem: str, kind: str) -> None:
    one = sample(stem, kind)
    path = store.output_path(OUTPUTS, one.name)
    assert path.is_file(), f"outputs/{one.name}.json is missing: {REMEDY}"
    written, today = path.read_bytes(), store.canonical(one.result)
    if written != today:
        pairs = zip(written.splitlines(), today.splitlines(), strict=False)
        changed = [f"- {old.decode()}\n+ {new.decode()}" for old, new in pairs if old != new]
        begin = "\n".join(changed[:5])
        pytest.fail(f"outputs/{one.name}.json is stale: {REMEDY}\n{begin}", pytrace=False)


def test_every_file_of_the_corpus_has_an_output_and_no_other_is_there() -> None:
    expected = {
        store.output_path(OUTPUTS, path.relative_to(CORPUS).as_posix())
        for path in store.files_under(CORPUS)
    }
    assert set(store.result_files(OUTPUTS)) == expected, REMEDY


def test_every_output_keeps_its_schema() -> None:
    outputs = store.result_files(OUTPUTS)
    assert outputs, f"outputs/ is empty: {REMEDY}"
    for path in outputs:
        assert validation.issues(store.loaded_result(path)) == [], path
