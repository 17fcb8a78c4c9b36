"""The desk's answers: what it shows, what it writes, and what it refuses."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from extract import pipeline, readers, reviews, store
from tests.samples import CORPUS, FILES

pytest.importorskip("starlette", reason="needs the extra `review`")
pytest.importorskip("httpx", reason="starlette's test client needs httpx")

from starlette.testclient import TestClient

from extract.desk import forms, places, views
from extract.desk.folders import Folders
from extract.desk.server import application
from extract.errors import NotFound

OUTPUTS = CORPUS.parent / "outputs"
HOST = "127.0.0.1:8765"
TOKEN = "cua-lan-chay-nay"
NAME = "docx/kh_77_tham_dinh_dat_dai.docx"


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    for name in (NAME, "pdf/cv_88_sao_gui.pdf", "txt/ct_04_nong_nghiep.txt"):
        for root, suffix in ((CORPUS, ""), (OUTPUTS, ".json")):
            path = tmp_path / root.name / f"{name}{suffix}"
            path.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(root / f"{name}{suffix}", path)
    return Folders(tmp_path / "outputs", tmp_path / "corpus")


@pytest.fixture
def desk(folders: Folders) -> TestClient:
    app = application(folders, "vi", "Người rà soát 1", frozenset({HOST}), TOKEN)
    headers = {"origin": f"http://{HOST}", "x-chitieu-token": TOKEN}
    return TestClient(app, base_url=f"http://{HOST}", headers=headers)


def targets(name: str = NAME) -> list[dict[str, Any]]:
    return pipeline.targets(store.loaded_result(OUTPUTS / f"{name}.json"))


def form_of(target: dict[str, Any], **changed: str) -> list[list[str]]:
    found: list[list[str]] = []
    for name, value in forms.filled(target).items():
        if name == "agencies":
            for agency in value:
                found += [["agency_role", agency["role"]], ["agency_name", agency["name"]]]
        elif name == "due_every":
            found += [[name, every] for every in value]
        elif name != "each":
            found.append([name, changed.get(name, value)])
    return found


def decide(desk: TestClient, target: dict[str, Any], verdict: str, **more: Any) -> Any:
    body = {"name": NAME, "id": target["id"], "known": 0, "verdict": verdict, **more}
    return desk.post("/decide", json=body)


def review(folders: Folders, name: str = NAME) -> dict[str, Any]:
    found = reviews.loaded(folders.out / f"{name}.review.json")
    assert found is not None
    return found


# --------------------------------------------------------------------------- what is shown


def test_the_list_tells_the_state_of_every_file(desk: TestClient) -> None:
    page = desk.get("/").text
    for name in (NAME, "pdf/cv_88_sao_gui.pdf", "txt/ct_04_nong_nghiep.txt"):
        assert name in page
    assert "0/12" in page
    decide(desk, targets()[0], "accepted")
    assert "1/12" in desk.get("/").text


@pytest.mark.parametrize(
    ("query", "found"), [("nong nghiep giam ngheo", 1), ("Đất Đai", 1), ("zz", 0)]
)
def test_files_are_found_without_accents(desk: TestClient, query: str, found: int) -> None:
    page = desk.get("/", params={"q": query}).text
    assert len(re.findall(r'<td class="name">', page)) == found


def test_files_are_sifted_by_state(desk: TestClient) -> None:
    assert NAME in desk.get("/", params={"state": "doubtful"}).text
    assert "/file?name" not in desk.get("/", params={"state": "done"}).text


def test_a_file_is_shown_with_all_its_records_doubts_first(desk: TestClient) -> None:
    page = desk.get("/file", params={"name": NAME}).text
    ids = re.findall(r'data-id="(\w+)"', page)
    assert sorted(ids) == sorted(target["id"] for target in targets())
    doubts = {target["id"] for target in targets() if target["doubts"]}
    assert set(ids[: len(doubts)]) == doubts
    in_order = desk.get("/file", params={"name": NAME, "order": "source"}).text
    assert re.findall(r'data-id="(\w+)"', in_order) == [target["id"] for target in targets()]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_both_languages(desk: TestClient, lang: str) -> None:
    page = desk.get("/", params={"lang": lang}).text
    assert f'<html lang="{lang}">' in page
    assert ("Reviewer" in page) == (lang == "en")
    # kept for the next page
    assert f'<html lang="{lang}">' in desk.get("/file", params={"name": NAME}).text


def test_words_are_there_in_both_languages() -> None:
    from extract.desk.words import _phrases

    for key, phrase in _phrases().items():
        assert len(phrase) == 2, key
        assert all(phrase), key
        fields = [set(re.findall(r"\{(\w+)\}", text)) for text in phrase]
        assert fields[0] == fields[1], key


def test_words_that_pages_use_are_there() -> None:
    from extract.desk.words import _phrases

    folder = Path(views.__file__).parent
    text = "".join(
        path.read_text("utf-8")
        for path in (*folder.rglob("*.py"), *folder.rglob("*.html"), folder.parent / "report.py")
    )
    named = set(re.findall(r"(?:\bt|words)\(\s*[\"']([a-z_]+\.[a-z_]+)[\"'][,)]", text))
    assert len(named) > 50
    assert named <= set(_phrases())


def test_pages_are_pictures(desk: TestClient) -> None:
    query = {"name": "pdf/cv_88_sao_gui.pdf", "page": "1"}
    answer = desk.get("/page", params=query)
    assert answer.headers["content-type"] == "image/webp"
    assert answer.content[8:12] == b"WEBP"
    assert desk.get("/page", params={**query, "page": "99"}).status_code == 404
    assert desk.get("/page", params={"name": NAME, "page": "1"}).status_code == 404


@pytest.mark.parametrize(("kind", "stem"), [one for one in FILES if one[0] not in ("pdf", "scan")])
def test_every_quote_is_lit_where_it_stands(kind: str, stem: str) -> None:
    name = next(OUTPUTS.glob(f"{kind}/{stem}.*.json")).relative_to(OUTPUTS).as_posix()
    result = store.loaded_result(OUTPUTS / name)
    data = (CORPUS / result["source"]["file"]).read_bytes()
    source = readers.read(data, result["source"]["file"])
    for target in pipeline.targets(result):
        for fragment in target["source"]:
            assert lit(source, fragment) == "".join(fragment["quote"].split())
        if kind != "txt":
            break  # one record tells of the format; text files are quick to go through


def lit(source: Any, fragment: dict[str, Any]) -> str:
    """What is marked where a fragment stands, white space aside."""
    shown = places.shown(source, [places.Claim(fragment["locator"], "x", 0)])
    found = (piece for block in shown for one in paragraphs(block) for piece in one.pieces)
    return "".join("".join(piece.text for piece in found if piece.targets).split())


def workbook(path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    for row in (
        ("STT", "Chỉ tiêu", "Đơn vị", "Kế hoạch 2025", "Cơ quan chủ trì"),
        (1, "Tỷ lệ hộ dân dùng nước sạch", "%", "Tối thiểu 92", "Phòng Kinh tế"),
        (2, "Số thôn có nhà văn hóa", "thôn", 12, "Phòng Văn hóa và Thông tin"),
    ):
        book.active.append(row)
    book.save(path)


def web_page(path: Path) -> None:
    path.write_text(
        "<html><body><p>KẾ HOẠCH</p><p>Cải cách hành chính</p><p>I. MỤC TIÊU</p>"
        "<p>1. Phấn đấu <b>tối thiểu\n 95%</b> hồ sơ được giải quyết "
        "đúng hạn &amp; trước hạn.</p></body></html>",
        "utf-8",
    )


@pytest.mark.parametrize(("name", "write"), [("a.xlsx", workbook), ("a.html", web_page)])
def test_workbooks_and_web_pages_too(tmp_path: Path, name: str, write: Any) -> None:
    write(tmp_path / name)
    result = pipeline.extract_file(tmp_path / name)
    source = readers.read((tmp_path / name).read_bytes(), name)
    assert pipeline.targets(result)
    for target in pipeline.targets(result):
        for fragment in target["source"]:
            assert lit(source, fragment) == "".join(fragment["quote"].split())


def paragraphs(block: Any) -> Iterator[places.Paragraph]:
    if isinstance(block, places.Grid):
        for row in block.rows:
            for cell in row:
                yield from cell.paragraphs
    else:
        yield block


# --------------------------------------------------------------------------- decisions


def test_a_decision_is_a_file_beside_the_result(desk: TestClient, folders: Folders) -> None:
    before = (folders.out / f"{NAME}.json").read_bytes()
    first, second, *_ = targets()
    assert decide(desk, first, "accepted").status_code == 200
    answer = decide(desk, second, "rejected", note="kết quả năm trước")
    assert "v-rejected" in answer.json()["card"]
    decisions = review(folders)["decisions"]
    assert decisions[first["id"]]["verdict"] == "accepted"
    assert decisions[first["id"]]["by"] == "Người rà soát 1"
    assert decisions[second["id"]]["note"] == "kết quả năm trước"
    assert (folders.out / f"{NAME}.json").read_bytes() == before


def test_a_correction_is_checked_and_kept(desk: TestClient, folders: Folders) -> None:
    target = next(one for one in targets() if one["threshold"]["kind"] == "level")
    wrong = form_of(target, value="4.5", statement="")
    answer = desk.post("/check", json={"name": NAME, "id": target["id"], "form": wrong})
    assert {one["field"] for one in answer.json()["problems"]} == {"value", "statement"}
    refused = decide(desk, target, "corrected", form=wrong)
    assert refused.status_code == 422
    assert not (folders.out / f"{NAME}.review.json").exists()

    right = form_of(target, value="1.234,5", unit="hồ sơ")
    assert decide(desk, target, "corrected", form=right).status_code == 200
    kept = review(folders)["decisions"][target["id"]]
    assert kept["verdict"] == "corrected"
    assert kept["target"]["threshold"]["value"] == 1234.5
    assert kept["target"]["agencies"] == target["agencies"]
    assert kept["target"]["source"] == target["source"]
    # the form shows what was decided, not what was read
    shown = desk.get("/form", params={"name": NAME, "id": target["id"]}).text
    assert "1.234,5" in shown


@pytest.mark.parametrize("target", targets(), ids=lambda target: target["id"])
def test_a_form_gives_back_the_record_that_fills_it(target: dict[str, Any]) -> None:
    assert forms.entered(target, [(name, value) for name, value in form_of(target)]) == (target, [])


def test_a_correction_that_changes_nothing_is_an_acceptance(
    desk: TestClient, folders: Folders
) -> None:
    target = targets()[0]
    decide(desk, target, "corrected", form=form_of(target))
    assert review(folders)["decisions"][target["id"]]["verdict"] == "accepted"


def test_a_correction_that_only_the_schema_refuses(desk: TestClient) -> None:
    target = next(one for one in targets() if one["due"] and one["due"]["kind"] == "fixed")
    form = form_of(target, due_end="30/9/2025")
    answer = desk.post("/check", json={"name": NAME, "id": target["id"], "form": form})
    assert [one["field"] for one in answer.json()["problems"]] == ["due"]


def test_a_missed_target_is_added_from_selected_words(desk: TestClient, folders: Folders) -> None:
    source = readers.read(store.source_bytes(CORPUS / NAME), NAME)
    texts = [text for text, _ in places.numbered(source)]
    index = next(i for i, text in enumerate(texts) if "trả lời trong 24 giờ" in text.string)
    start = texts[index].string.find("trả lời")
    ranges = [[index, start, start + len("trả lời trong 24 giờ")]]
    draft = desk.post("/draft", json={"name": NAME, "ranges": ranges}).text
    assert "trả lời trong 24 giờ" in draft
    form = [
        *(["kind", "level"], ["comparator", "le"], ["value", "24"], ["unit", "giờ"]),
        *(["statement", "trả lời trong 24 giờ"], ["indicator", "thời gian trả lời"]),
    ]
    body = {"name": NAME, "verdict": "added", "known": 0, "ranges": ranges, "form": form}
    answer = desk.post("/decide", json=body)
    assert answer.status_code == 200, answer.text
    made = review(folders)["decisions"][answer.json()["id"]]["target"]
    find = readers.finder(store.source_bytes(CORPUS / NAME), NAME)
    for fragment in made["source"]:
        assert find(fragment["locator"]) == fragment.get("raw", fragment["quote"])
    assert {fragment["field"] for fragment in made["source"]} == {"statement", "threshold"}
    result = store.loaded_result(folders.out / f"{NAME}.json")
    found = pipeline.targets(reviews.decided(result, review(folders)))
    assert found[-1]["threshold"] == {
        "kind": "level",
        "comparator": "le",
        "value": 24,
        "unit": "giờ",
    }
    assert "24 giờ" in desk.get("/file", params={"name": NAME}).text


def test_a_missed_target_is_drafted_from_its_exact_words_or_its_number(desk: TestClient) -> None:
    def draft(**sent: Any) -> str:
        return desk.post("/draft", json={"name": NAME, **sent}).text

    assert 'value="1.022"' not in draft(quote="tổng đài 1022, trả lời")
    assert "tổng đài 1022, trả lời" in draft(quote="TỔNG ĐÀI 1022,  trả lời")
    assert 'role="alert"' in draft(quote="không có trong văn bản")
    numbers = store.loaded_result(OUTPUTS / f"{NAME}.json")["numbers"]
    index = next(i for i, number in enumerate(numbers) if number["text"] == "1022")
    from_number = draft(number=index)
    assert "Tiếp nhận phản ánh qua tổng đài 1022" in from_number
    assert 'value="1.022"' in from_number
    assert "data-ranges" in draft(number=10**6)


@pytest.mark.parametrize(
    "ranges", [[], None, "x", [[0]], [[10**9, 0, 5]], [[0, 5, 2]], [[-1, 0, 4]], [["0", 0, 4]]]
)
def test_a_selection_that_is_none_adds_nothing(
    desk: TestClient, folders: Folders, ranges: Any
) -> None:
    body = {"name": NAME, "verdict": "added", "known": 0, "ranges": ranges, "form": []}
    assert desk.post("/decide", json=body).status_code == 400
    assert not (folders.out / f"{NAME}.review.json").exists()


def test_the_second_of_two_reviewers_is_told_of_the_first(
    desk: TestClient, folders: Folders
) -> None:
    target = targets()[0]
    decide(desk, target, "accepted", by="Người rà soát 1")
    answer = decide(desk, target, "rejected", by="Người rà soát 2")
    assert answer.status_code == 409
    assert "Người rà soát 1" in answer.json()["message"]
    assert 'data-version="1"' in answer.json()["card"]
    assert review(folders)["decisions"][target["id"]]["verdict"] == "accepted"
    assert decide(desk, target, "rejected", known=1).status_code == 200


def test_a_decision_can_be_taken_back(desk: TestClient, folders: Folders) -> None:
    target = targets()[0]
    decide(desk, target, "accepted")
    answer = decide(desk, target, "withdrawn", known=1)
    assert "v-accepted" not in answer.json()["card"]
    assert review(folders)["decisions"][target["id"]]["verdict"] == "withdrawn"


def test_what_changed_since_the_decision_is_asked_again_and_shown(
    desk: TestClient, folders: Folders
) -> None:
    target = next(one for one in targets() if one["threshold"].get("value") == 92)
    decide(desk, target, "accepted")
    path = folders.out / f"{NAME}.json"
    result = store.loaded_result(path)
    for one in pipeline.targets(result):
        if one["id"] == target["id"]:
            one["threshold"]["value"] = 95
    path.write_bytes(store.canonical(result))
    page = desk.get("/file", params={"name": NAME}).text
    assert re.search(r"<del>92</del> <ins>95</ins>", page)
    assert "/file?name=docx" in desk.get("/", params={"state": "changed"}).text


def test_a_damaged_review_is_named_and_left_alone(desk: TestClient, folders: Folders) -> None:
    path = folders.out / f"{NAME}.review.json"
    path.write_text('{"schema": "review-1", "decisions": ', "utf-8")
    damaged = path.read_bytes()
    assert "hỏng" in desk.get("/file", params={"name": NAME}).text
    assert NAME in desk.get("/", params={"state": "broken"}).text
    assert decide(desk, targets()[0], "accepted").status_code == 409
    assert path.read_bytes() == damaged


def test_nothing_is_decided_on_a_source_that_changed_or_is_gone(
    desk: TestClient, folders: Folders
) -> None:
    source = folders.sources / NAME
    source.write_bytes(source.read_bytes() + b" ")
    assert "đã thay đổi" in desk.get("/file", params={"name": NAME}).text
    assert decide(desk, targets()[0], "accepted").status_code == 409
    source.unlink()
    assert desk.get("/file", params={"name": NAME}).status_code == 200
    assert decide(desk, targets()[0], "accepted").status_code == 409


# --------------------------------------------------------------------------- what is refused

OUTSIDE = [
    "../secret.txt",
    "docx/../../secret.txt",
    "/etc/passwd",
    "..%2fsecret.txt",
    "%2e%2e/secret.txt",
    "..\\secret.txt",
    "docx//secret.txt",
    "./secret.txt",
    "",
    ".",
    "docx",
    "secret.txt\0",
    ".hidden/secret.txt",
    "link/secret.txt",
    "linked.txt",
]


@pytest.mark.parametrize("name", OUTSIDE)
@pytest.mark.parametrize("path", ["/file", "/page", "/words", "/form"])
def test_nothing_outside_of_the_folders_is_read(
    desk: TestClient, folders: Folders, tmp_path: Path, name: str, path: str
) -> None:
    secret = store.loaded_result(OUTPUTS / f"{NAME}.json")
    for parent in (tmp_path, tmp_path / "elsewhere", folders.out / ".hidden"):
        parent.mkdir(exist_ok=True)
        (parent / "secret.txt").write_text("bí mật")
        (parent / "secret.txt.json").write_bytes(store.canonical(secret))
    for root in (folders.out, folders.sources):
        (root / "link").symlink_to(tmp_path / "elsewhere")
    (folders.out / "linked.txt.json").symlink_to(tmp_path / "secret.txt.json")
    assert desk.get(path, params={"name": name, "page": "1", "id": "x"}).status_code == 404
    body = {"name": name, "id": targets()[0]["id"], "known": 0, "verdict": "accepted"}
    assert desk.post("/decide", json=body).status_code == 409
    assert desk.post("/draft", json={"name": name, "quote": "bí mật"}).status_code == 409
    assert not list(tmp_path.rglob("*.review.json"))


@pytest.mark.parametrize(
    "path",
    [
        "/static/../words.toml",
        "/static/%2e%2e/words.toml",
        "/static/..%2fwords.toml",
        "/words.toml",
    ],
)
def test_only_the_static_files_are_served(desk: TestClient, path: str) -> None:
    assert desk.get(path).status_code == 404


def test_a_source_that_is_a_link_out_of_its_folder_is_not_shown(
    desk: TestClient, folders: Folders, tmp_path: Path
) -> None:
    source = folders.sources / NAME
    shutil.move(source, tmp_path / "moved.docx")
    source.symlink_to(tmp_path / "moved.docx")
    page = desk.get("/file", params={"name": NAME})
    assert page.status_code == 200
    assert "data-x=" not in page.text
    with pytest.raises(NotFound):
        folders.source_path(NAME)


def test_a_review_that_is_a_link_out_of_its_folder_is_not_followed(
    desk: TestClient, folders: Folders, tmp_path: Path
) -> None:
    outside = tmp_path / "other.json"
    outside.write_text("{}")
    (folders.out / f"{NAME}.review.json").symlink_to(outside)
    assert decide(desk, targets()[0], "accepted").status_code in (404, 409)
    assert outside.read_text() == "{}"


def test_a_review_is_no_file_of_the_list(desk: TestClient) -> None:
    decide(desk, targets()[0], "accepted")
    assert ".review" not in desk.get("/").text
    assert desk.get("/file", params={"name": f"{NAME}.review"}).status_code == 404


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "https://127.0.0.1:8765"},
        {"origin": "http://127.0.0.1:9999"},
        {"x-chitieu-token": ""},
        {"x-chitieu-token": b"khac".decode("latin-1")},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"content-type": "text/plain"},
        {"content-type": "application/x-www-form-urlencoded"},
    ],
)
@pytest.mark.parametrize("path", ["/decide", "/draft", "/check"])
def test_other_sites_change_nothing(
    desk: TestClient, folders: Folders, path: str, headers: dict[str, str]
) -> None:
    body = {"name": NAME, "id": targets()[0]["id"], "known": 0, "verdict": "accepted"}
    sent = {"content-type": "application/json", **headers}
    answer = desk.post(path, content=json.dumps(body), headers=sent)
    assert answer.status_code in (403, 415)
    assert not (folders.out / f"{NAME}.review.json").exists()


def test_a_request_without_an_origin_changes_nothing(desk: TestClient) -> None:
    del desk.headers["origin"]
    assert decide(desk, targets()[0], "accepted").status_code == 403


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8765", "127.0.0.1", "127.0.0.1:1", ""]
)
def test_the_desk_answers_to_its_own_name_alone(desk: TestClient, host: str) -> None:
    for path in ("/", "/static/desk.js", f"/file?name={NAME}"):
        assert desk.get(path, headers={"host": host}).status_code == 421
    body = {"name": NAME, "id": targets()[0]["id"], "known": 0, "verdict": "accepted"}
    headers = {"host": host, "origin": f"http://{host}"}
    assert desk.post("/decide", json=body, headers=headers).status_code == 421


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS"])
def test_other_methods_are_refused(desk: TestClient, method: str) -> None:
    assert desk.request(method, "/decide").status_code in (405, 411, 413, 415)


def test_what_is_too_long_is_refused(desk: TestClient) -> None:
    body = {"name": NAME, "id": "x" * 300_000}
    assert desk.post("/check", json=body).status_code == 413


@pytest.mark.parametrize("body", [b"{", b"[]", b"null", b'"x"', b'{"name": 7}', b"{}"])
def test_what_is_no_request_is_refused(desk: TestClient, body: bytes) -> None:
    for path in ("/decide", "/check", "/draft"):
        answer = desk.post(path, content=body, headers={"content-type": "application/json"})
        assert 400 <= answer.status_code < 500


def test_every_answer_forbids_what_is_not_the_desks(desk: TestClient) -> None:
    for path in ("/", f"/file?name={NAME}", "/static/desk.js", "/nichts", "/file?name=x"):
        policy = desk.get(path).headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy


def test_pages_name_nothing_outside(desk: TestClient) -> None:
    for path in ("/", f"/file?name={NAME}", "/static/desk.js", "/static/desk.css"):
        text = desk.get(path).text.replace("http://www.w3.org/2000/svg", "")
        text = text.replace(f"http://{HOST}/", "/")
        assert not re.search(r"(?:https?:)?//[a-z0-9]+[.:]", text), path


EVIL = """ỦY BAN NHÂN DÂN HUYỆN BÌNH SƠN ĐÔNG
Số: 12/KH-UBND

KẾ HOẠCH

<table>
<tr><td>STT</td><td>Nội dung</td><td>Chỉ tiêu</td><td>Ghi chú</td></tr>
<tr><td>1</td><td>Hồ sơ &lt;script&gt;document.title="bị chiếm"&lt;/script&gt; đúng hạn</td>
<td>Tối thiểu 90%</td><td>&lt;img src=x onerror="document.title=1"&gt; "' onclick=x</td></tr>
</table>
"""


def test_text_of_decrees_is_never_markup(desk: TestClient, folders: Folders) -> None:
    add_file(folders, "a <b>'x'.txt", EVIL)
    page = desk.get("/file", params={"name": "a <b>'x'.txt"}).text
    assert "&lt;script&gt;document.title" in page
    assert "<script>document" not in page
    assert "<img" not in page
    assert len(re.findall("<script", page)) == 1
    listed = desk.get("/").text
    assert "<b>'x'" not in listed


def add_file(folders: Folders, name: str, text: str) -> None:
    path = folders.sources / name
    path.write_text(text, "utf-8")
    result = pipeline.extract_file(path)
    result["source"]["file"] = name
    (folders.out / f"{name}.json").write_bytes(store.canonical(result))


# --------------------------------------------------------------------------- the command


def test_the_command_needs_its_folders(tmp_path: Path) -> None:
    from extract.cli import main

    assert main(["review", str(tmp_path / "none")]) == 3


def test_the_command_says_which_address_is_taken(folders: Folders) -> None:
    import socket

    from extract.cli import main

    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        where = [str(folders.out), "--sources", str(folders.sources), "--port", port]
        assert main(["review", *where]) == 32


def test_without_its_packages_the_command_says_what_to_install(
    folders: Folders, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import sys

    from extract.cli import main

    monkeypatch.setitem(sys.modules, "extract.desk.server", None)
    assert main(["review", str(folders.out)]) == 31
    assert "[review]" in capsys.readouterr().err


def test_folders_list_no_hidden_files(folders: Folders) -> None:
    (folders.out / ".review.lock").touch()
    assert all(not name.startswith(".") for name in folders.names())
    assert os.path.exists(folders.result_path(NAME))
