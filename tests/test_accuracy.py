"""The program against the hand labels: no figure may fall in any format or layout."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from extract.scoring.comparison import score
from extract.scoring.floors import compared, compared_groups, floors_in
from extract.scoring.groups import ScoredFile, Scoring
from extract.scoring.labels import Label, labels_in
from tests.engine import needs_engine
from tests.samples import FILES, FORMATS, LABELS, sample
from tests.scan_accuracy import reading, total

FLOORS = Path(__file__).parent / "floors.toml"
#: Floors of what is not counted with labels of targets, or not in every run.
OTHER_FLOORS = tomllib.loads((Path(__file__).parent / "other_floors.toml").read_text("utf-8"))
#: Samples that are scanned: a report, a letter, and two plans with tables.
SCANNED = (
    *("bc_210_ket_qua", "cv_312_dich_vu_cong"),
    *("kh_09_giao_duc_nghe", "kh_77_tham_dinh_dat_dai"),
)


@cache
def labels() -> dict[str, Label]:
    found, failures = labels_in(LABELS)
    assert failures == []
    return {label.name: label for label in found}


def scored() -> Scoring:
    """Every sample in the corpus; test_same_targets compares the other formats with DOCX."""
    return Scoring(
        [
            ScoredFile(
                f"{kind}/{stem}",
                kind,
                labels()[stem],
                score(labels()[stem].contents, sample(stem, kind).result),
            )
            for kind, stem in FILES
        ]
    )


def test_no_figure_falls_and_floors_follow() -> None:
    found = scored()
    floors, groups = floors_in(FLOORS), found.groups()
    fallen, risen = compared_groups(floors, groups)
    mistakes = [
        f"{file.name}: {one.key} {one.wanted} is read as {one.got}"
        for file in found.files
        for one in file.score.mistakes
    ]
    assert not fallen, "\n".join(["accuracy fell:", *fallen, *mistakes])
    assert not risen, "\n".join(["accuracy rose: write into floors.toml", *risen])
    wanted = {path for path in groups if path[0] == "formats" or (path[2:] and path[2] in FORMATS)}
    assert wanted == set(floors), "floors.toml has every format, and every layout in FORMATS"


@needs_engine
def test_no_figure_of_scans_falls() -> None:
    whole = total(reading(stem, "normal") for stem in SCANNED)
    fallen, _ = compared(OTHER_FLOORS["scan"], whole.figures())
    assert not fallen, "\n".join(["accuracy fell (scan):", *fallen, *whole.errors])
