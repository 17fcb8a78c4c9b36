"""Decisions of reviewers: when they hold, what they make of a result, and that none is lost."""

from __future__ import annotations

import copy
import json
import os
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from extract import pipeline, reviews, store, validation
from extract.errors import DamagedReview

DECREE = """ỦY BAN NHÂN DÂN
HUYỆN BÌNH SƠN ĐÔNG
Số: 45/KH-UBND
Bình Sơn Đông, ngày 14 tháng 3 năm 2025

KẾ HOẠCH
Cải cách hành chính năm 2025

1. Phấn đấu tối thiểu 95% hồ sơ được giải quyết đúng hạn.
2. Tỷ lệ hồ sơ nộp trực tuyến đạt 60% trở lên.
3. Giảm ít nhất 10% số cuộc họp so với năm 2024.
"""


@pytest.fixture
def result(tmp_path: Path) -> dict[str, Any]:
    path = tmp_path / "kh_45.txt"
    path.write_text(DECREE, "utf-8")
    return pipeline.extract_file(path)


def decision(
    result: dict[str, Any], verdict: str, about: Mapping[str, Any] | None = None, **own: Any
) -> dict[str, Any]:
    made: dict[str, Any] = {
        "verdict": verdict,
        "by": "Người rà soát 1",
        "at": "2025-04-01T08:00:00Z",
        "sha256": result["source"]["sha256"],
    }
    if about is not None:
        made["content"] = reviews.content_hash(about)
    if about is not None and verdict in ("accepted", "corrected", "rejected"):
        made |= {"document": 0, "target": dict(about)}
    return made | own


def review(**decisions: dict[str, Any]) -> dict[str, Any]:
    numbered = {id: {"version": 1, **one} for id, one in decisions.items()}
    return {"schema": "review-1", "file": "kh_45.txt", "decisions": numbered}


def changed_source(result: dict[str, Any]) -> dict[str, Any]:
    other = copy.deepcopy(result)
    other["source"]["sha256"] = "0" * 64
    for target in pipeline.targets(other):
        for fragment in target["source"]:
            fragment["locator"]["start"] += 7
            fragment["locator"]["end"] += 7
    return other


def by_id(result: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {target["id"]: target for target in pipeline.targets(result)}


def test_without_a_review_a_result_is_as_extracted(result: dict[str, Any]) -> None:
    assert reviews.decided(result, None) == result
    assert len(pipeline.targets(result)) == 3


def test_each_verdict_does_what_it_says(result: dict[str, Any]) -> None:
    first, second, third = pipeline.targets(result)
    right = {**second, "threshold": {**second["threshold"], "value": 65}}
    new = {**third, "id": "them", "statement": "một chỉ tiêu bị sót"}
    made = review(
        **{
            first["id"]: decision(result, "accepted", first),
            second["id"]: decision(result, "corrected", second, target=right),
            third["id"]: decision(result, "rejected", third),
            "them": decision(result, "added", document=0, target=new),
        }
    )
    assert reviews.issues(made) == []
    before = copy.deepcopy(result)
    found = by_id(reviews.decided(result, made))
    assert result == before
    assert list(found) == [first["id"], second["id"], "them"]
    assert found[first["id"]]["flags"] == [*first["flags"], "accepted"]
    assert found[second["id"]]["threshold"]["value"] == 65
    assert "corrected" in found[second["id"]]["flags"]
    assert "added" in found["them"]["flags"]
    assert not any(target["doubts"] for target in found.values())


def test_a_decided_result_keeps_the_schema_and_its_ledger(result: dict[str, Any]) -> None:
    first, _, third = pipeline.targets(result)
    new = {**third, "id": "them"}
    made = review(
        **{
            first["id"]: decision(result, "rejected", first),
            third["id"]: decision(result, "rejected", third),
            "them": decision(result, "added", document=0, target=new),
        }
    )
    found = reviews.decided(result, made)
    assert validation.issues(found) == []
    roles = {number["text"]: number for number in found["numbers"]}
    assert roles["95"]["role"] == "quantity"
    assert roles["10"]["role"] == "target"
    assert roles["10"]["target"] == ["them"]


def test_decisions_hold_where_only_other_parts_of_the_source_changed(
    result: dict[str, Any],
) -> None:
    first, second, third = pipeline.targets(result)
    right = {**second, "threshold": {**second["threshold"], "value": 65}}
    made = review(
        **{
            first["id"]: decision(result, "accepted", first),
            second["id"]: decision(result, "corrected", second, target=right),
            third["id"]: decision(result, "rejected", third),
        }
    )
    later = changed_source(result)
    found = by_id(reviews.decided(later, made))
    assert list(found) == [first["id"], second["id"]]
    assert found[second["id"]]["threshold"]["value"] == 65
    # its proof is where it stands now
    assert found[second["id"]]["source"] == by_id(later)[second["id"]]["source"]


def test_a_record_that_changed_with_its_source_is_asked_again(result: dict[str, Any]) -> None:
    later = changed_source(result)
    for target in pipeline.targets(later):
        target["threshold"]["value"] += 1
    verdicts = ("accepted", "corrected", "rejected")
    made = review(
        **{
            target["id"]: decision(result, verdict, target, document=0)
            for verdict, target in zip(verdicts, pipeline.targets(result), strict=True)
        }
    )
    assert reviews.decided(later, made) == later
    for id, target in by_id(later).items():
        assert reviews.standing(target, made["decisions"][id], "0" * 64) == "again"


def test_an_added_record_is_asked_again_where_the_source_changed(result: dict[str, Any]) -> None:
    new = {**pipeline.targets(result)[0], "id": "them"}
    made = review(them=decision(result, "added", document=0, target=new))
    assert "them" in by_id(reviews.decided(result, made))
    assert "them" not in by_id(reviews.decided(changed_source(result), made))


def test_where_the_program_reads_otherwise_accepted_records_stay_and_rejected_are_asked(
    result: dict[str, Any],
) -> None:
    first, second, third = pipeline.targets(result)
    made = review(
        **{
            first["id"]: decision(result, "accepted", first),
            second["id"]: decision(result, "rejected", second),
            third["id"]: decision(result, "accepted", third),
        }
    )
    later = copy.deepcopy(result)
    targets = later["documents"][0]["targets"]
    for target in targets:
        target["indicator"] = "cách đọc khác"
    targets.pop()  # no longer read at all
    found = by_id(reviews.decided(later, made))
    assert found[first["id"]]["indicator"] == first["indicator"]
    assert found[second["id"]]["indicator"] == "cách đọc khác"
    assert "rejected" not in found[second["id"]]["flags"]
    assert found[third["id"]]["indicator"] == third["indicator"]
    sha256 = result["source"]["sha256"]
    standings = [
        reviews.standing(by_id(later).get(id), made["decisions"][id], sha256)
        for id in (first["id"], second["id"], third["id"])
    ]
    assert standings == ["differs", "again", "differs"]


def test_a_record_that_got_a_doubt_is_asked_again(result: dict[str, Any]) -> None:
    first = pipeline.targets(result)[0]
    made = decision(result, "accepted", first)
    doubted = {**first, "doubts": ["readings_differ"]}
    assert reviews.standing(doubted, made, "0" * 64) == "again"


# --------------------------------------------------------------------------- the file


def test_decisions_are_written_in_order_and_read_again(
    result: dict[str, Any], tmp_path: Path
) -> None:
    path = reviews.review_path(tmp_path / "out", "a/kh_45.txt")
    assert reviews.loaded(path) is None
    for target in pipeline.targets(result):
        reviews.decide(path, "a/kh_45.txt", target["id"], 0, decision(result, "accepted", target))
    read = reviews.loaded(path)
    assert read is not None
    assert list(read["decisions"]) == sorted(target["id"] for target in pipeline.targets(result))
    assert reviews.issues(read) == []
    assert path.name == "kh_45.txt.review.json"
    assert path not in store.result_files(tmp_path / "out")


def test_who_did_not_see_the_last_decision_is_told_of_it(
    result: dict[str, Any], tmp_path: Path
) -> None:
    path = tmp_path / "kh_45.txt.review.json"
    target = pipeline.targets(result)[0]
    accepted = decision(result, "accepted", target)
    reviews.decide(path, "kh_45.txt", target["id"], 0, accepted)
    written = path.read_bytes()
    with pytest.raises(reviews.Conflict) as caught:
        reviews.decide(path, "kh_45.txt", target["id"], 0, decision(result, "rejected", target))
    assert caught.value.current == {**accepted, "version": 1}
    assert path.read_bytes() == written
    # taken back and decided anew, the version still goes up: nobody takes one state for another
    reviews.decide(path, "kh_45.txt", target["id"], 1, decision(result, "withdrawn"))
    again = reviews.decide(path, "kh_45.txt", target["id"], 2, accepted)
    assert again["decisions"][target["id"]]["version"] == 3


def test_many_reviewers_at_once_lose_nothing(result: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "kh_45.txt.review.json"
    target = pipeline.targets(result)[0]

    def decide_some(reviewer: int) -> None:
        for number in range(10):
            id = f"{reviewer}-{number}"
            own = decision(result, "added", document=0, target={**target, "id": id})
            reviews.decide(path, "kh_45.txt", id, 0, own)

    threads = [threading.Thread(target=decide_some, args=(reviewer,)) for reviewer in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    read = reviews.loaded(path)
    assert read is not None
    assert len(read["decisions"]) == 40


@pytest.mark.parametrize(
    "damage",
    [
        b"{",
        b"[]",
        b'{"schema": "review-1"}',
        b'{"schema": "review-1", "file": "a", "decisions": {"x": {"verdict": "perhaps"}}}',
    ],
)
def test_a_damaged_review_is_named_and_never_overwritten(
    result: dict[str, Any], tmp_path: Path, damage: bytes
) -> None:
    path = tmp_path / "kh_45.txt.review.json"
    path.write_bytes(damage)
    target = pipeline.targets(result)[0]
    with pytest.raises(DamagedReview, match="kh_45"):
        reviews.loaded(path)
    with pytest.raises(DamagedReview):
        reviews.decide(path, "kh_45.txt", target["id"], 0, decision(result, "accepted", target))
    assert path.read_bytes() == damage


def test_a_record_under_the_name_of_another_is_damage(result: dict[str, Any]) -> None:
    target = pipeline.targets(result)[0]
    made = review(khác=decision(result, "accepted", target))
    assert "another record" in reviews.issues(made)[0]


def test_a_decision_that_breaks_the_schema_is_not_written(
    result: dict[str, Any], tmp_path: Path
) -> None:
    path = tmp_path / "kh_45.txt.review.json"
    target = pipeline.targets(result)[0]
    wrong = decision(result, "corrected", target, target={**target, "statement": ""})
    with pytest.raises(ValueError, match="statement"):
        reviews.decide(path, "kh_45.txt", target["id"], 0, wrong)
    assert not path.exists()


def test_results_are_validated_and_verified_without_the_reviews(
    result: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from extract.cli import main

    out = tmp_path / "out"
    assert main(["extract", str(tmp_path / "kh_45.txt"), "--out", str(out), "--quiet"]) == 0
    target = pipeline.targets(result)[0]
    path = reviews.review_path(out, "kh_45.txt")
    reviews.decide(path, "kh_45.txt", target["id"], 0, decision(result, "accepted", target))
    written = path.read_bytes()
    assert main(["validate", str(out)]) == 0
    assert main(["verify", str(out), "--sources", str(tmp_path)]) == 0
    assert "1 of 1" in capsys.readouterr().out
    assert main(["extract", str(tmp_path / "kh_45.txt"), "--out", str(out), "--quiet"]) == 0
    assert path.read_bytes() == written
    assert json.loads(written)["decisions"][target["id"]]["verdict"] == "accepted"
    assert {name for name in os.listdir(out) if not name.startswith(".")} == {
        "kh_45.txt.json",
        "report.json",
        "kh_45.txt.review.json",
    }
