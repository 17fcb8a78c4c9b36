"""Forged decrees: no figure of a layout family may fall, in any format; and the forge itself."""

from __future__ import annotations

import pytest

from extract.scoring.floors import compared
from tests.corpus.pdf_form import fonts
from tests.forge import FAMILIES, Forged, forged
from tests.forge.trial import Trial, told, total, trial
from tests.test_accuracy import OTHER_FLOORS

FLOORS = OTHER_FLOORS["forge"]
SEEDS = range(5)
FORMATS = ("txt", "docx", "pdf")

needs_fonts = pytest.mark.skipif(not fonts(), reason="no font with Vietnamese letters")
cases = pytest.mark.parametrize(
    ("family", "kind"),
    [
        pytest.param(family, kind, marks=[needs_fonts] if kind == "pdf" else [])
        for family in FAMILIES
        for kind in FORMATS
    ],
)


def trials(family: str, kind: str) -> list[Trial]:
    return [trial(forged(family, seed), kind) for seed in SEEDS]


@cases
def test_no_figure_of_a_family_falls(family: str, kind: str) -> None:
    found = trials(family, kind)
    fallen, _ = compared(FLOORS[family], total(one.score for one in found).figures())
    mistakes = [f"{one.name}: {told(mistake)}" for one in found for mistake in one.score.mistakes]
    assert not fallen, "\n".join([f"accuracy fell ({family}, {kind}):", *fallen, *mistakes])


# Values alone on the last line of a page, the title of an annex, amounts a line, divided dates, a
# unit alone below a page's end, first lines of paragraphs that end as far from the edge as they
# begin.
@needs_fonts
@pytest.mark.parametrize(
    ("family", "seed"),
    [
        ("prose_goals", 80131),
        ("bodies_across", 100440),
        ("bodies_across", 100560),
        ("prose_letters", 100601),
        ("prose_wrapped", 100220),
        ("prose_goals", 100027),
        ("prose_goals", 80159),
        ("prose_letters", 80128),
        ("prose_nothing", 80006),
        ("item_results", 80013),
        ("plan_tables", 80065),
    ],
)
def test_what_pages_once_hid_is_read(family: str, seed: int) -> None:
    found = trial(forged(family, seed), "pdf")
    assert not [told(mistake) for mistake in found.score.mistakes if mistake.key != "agencies"]


@pytest.mark.parametrize("family", FAMILIES)
def test_every_format_gives_the_same_targets(family: str) -> None:
    kinds = FORMATS if fonts() else FORMATS[:2]
    decree = forged(family, SEEDS[0])
    found = {kind: [target["id"] for target in trial(decree, kind).targets] for kind in kinds}
    assert len({tuple(ids) for ids in found.values()}) == 1, found


@pytest.mark.parametrize("family", FAMILIES)
def test_a_seed_gives_one_decree(family: str) -> None:
    assert forged(family, 7) == forged(family, 7)
    assert forged(family, 7) != forged(family, 8)


@pytest.mark.parametrize("family", FAMILIES)
def test_labels_quote_what_is_written(family: str) -> None:
    for seed in SEEDS:
        decree = forged(family, seed)
        words = written(decree)
        for target in decree.gold["documents"][0]["targets"]:
            assert " ".join(target["quote"].split()).casefold() in words, target


def written(decree: Forged) -> str:
    said = str(decree.decree)
    for mark, meant in (("¶", " "), ("**", ""), ("‖ ", ""), ("\\xa0", " "), ("\\n", " ")):
        said = said.replace(mark, meant)
    return " ".join(said.split()).casefold()
