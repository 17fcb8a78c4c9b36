"""The desk in a real browser: what a reviewer sees and does, with the mouse and without it."""

from __future__ import annotations

import io
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from extract import pipeline, reviews, store
from tests.samples import CORPUS

pytest.importorskip("starlette", reason="needs the extra `review`")
playwright = pytest.importorskip("playwright.sync_api", reason="needs Playwright")

OUTPUTS = CORPUS.parent / "outputs"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium")

DOCX = "docx/kh_77_tham_dinh_dat_dai.docx"
PDF = "pdf/kh_42_chuyen_doi_so.pdf"
SCAN = "scan/cv_312_dich_vu_cong.jpg"
LONG = "ke_hoach_300.txt"
EVIL = "la.txt"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as started:
        found = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in (DOCX, PDF, SCAN):
        for folder, suffix in ((CORPUS, ""), (OUTPUTS, ".json")):
            path = tmp_path / folder.name / f"{name}{suffix}"
            path.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(folder / f"{name}{suffix}", path)
    return tmp_path


@pytest.fixture
def address(root: Path) -> Iterator[str]:
    command = [sys.executable, "-m", "extract.cli", "review", str(root / "outputs")]
    command += ["--sources", str(root / "corpus"), "--port", "0", "--by", "Người rà soát 1"]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=CORPUS.parent)
    assert server.stderr is not None
    yield server.stderr.readline().strip()
    server.send_signal(signal.SIGINT)
    assert server.wait(20) == 130


@pytest.fixture
def page(browser: Any, address: str) -> Iterator[Any]:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, base_url=address)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.on(
        "request",
        lambda asked: None if asked.url.startswith(address) else faults.append(asked.url),
    )
    yield page
    context.close()
    assert [fault for fault in faults if "409" not in fault] == []


def opened(page: Any, name: str) -> Any:
    page.goto(f"/file?name={name}")
    page.wait_for_selector("html[data-ready]")
    return page


def decisions(root: Path, name: str) -> dict[str, Any]:
    review = reviews.loaded(root / "outputs" / f"{name}.review.json")
    return review["decisions"] if review else {}


def active(page: Any) -> str:
    return str(page.locator(".card.active").get_attribute("data-id"))


def saved(page: Any, key: str) -> None:
    """Presses a key and waits until the server has answered."""
    with page.expect_response(lambda answer: "/decide" in answer.url):
        page.keyboard.press(key)
    page.wait_for_selector(".card.busy", state="detached")


def targets(name: str) -> list[dict[str, Any]]:
    return pipeline.targets(store.loaded_result(OUTPUTS / f"{name}.json"))


def overlap(one: dict[str, float], other: dict[str, float]) -> float:
    """How much of ``other`` lies in ``one``."""
    width = min(one["x"] + one["width"], other["x"] + other["width"]) - max(one["x"], other["x"])
    height = min(one["y"] + one["height"], other["y"] + other["height"]) - max(one["y"], other["y"])
    return max(width, 0) * max(height, 0) / (other["width"] * other["height"])


def in_sight(page: Any, box: dict[str, float]) -> bool:
    pane = page.locator(".source").bounding_box()
    return bool(overlap(pane, box) > 0.95)


# --------------------------------------------------------------------------- the eye is led


def test_a_record_leads_to_its_words(page: Any) -> None:
    opened(page, DOCX)
    target = next(one for one in targets(DOCX) if one["threshold"].get("value") == 45000)
    page.locator(f"#c-{target['id']}").click()
    lit = page.locator("span.f-threshold.on")
    assert lit.inner_text() == "ít nhất 45.000 trang sổ"
    assert in_sight(page, lit.bounding_box())


def test_words_lead_to_their_record(page: Any) -> None:
    opened(page, DOCX)
    page.get_by_text("Tối thiểu 92%", exact=True).click()
    target = next(one for one in targets(DOCX) if one["threshold"].get("value") == 92)
    assert active(page) == target["id"]
    assert page.locator(".card.active").is_visible()


@pytest.mark.parametrize(("printed", "value"), [("98", 98), ("2.400", 2400), ("88%;", 88)])
def test_the_box_lies_over_the_value_on_the_page(page: Any, printed: str, value: float) -> None:
    import pdfplumber

    opened(page, PDF)
    target = next(one for one in targets(PDF) if one["threshold"].get("value") == value)
    page.locator(f"#c-{target['id']}").click()
    box = page.locator("rect.f-threshold.on").first.bounding_box()
    assert in_sight(page, box)
    with pdfplumber.open(CORPUS / PDF) as file:
        first = file.pages[0]
        size = float(first.width)
        words = [word for word in first.extract_words() if word["text"] == printed]
    drawn = page.locator("svg[data-page='1']").bounding_box()
    scale = drawn["width"] / size
    boxes = [
        {
            "x": drawn["x"] + word["x0"] * scale,
            "y": drawn["y"] + word["top"] * scale,
            "width": (word["x1"] - word["x0"]) * scale,
            "height": (word["bottom"] - word["top"]) * scale,
        }
        for word in words
    ]
    assert (
        max(overlap(box, word) for word in boxes) > 0.75
    )  # pdfplumber counts room above the letters


def test_a_box_on_a_page_leads_to_its_record(page: Any) -> None:
    opened(page, PDF)
    target = next(one for one in targets(PDF) if one["threshold"].get("value") == 2400)
    number = page.locator(f"#c-{target['id']}").get_attribute("data-n")
    box = page.locator(f"rect.f-threshold[data-t='{number}']")
    box.scroll_into_view_if_needed()
    page.wait_for_selector("html[data-words]")
    at = box.bounding_box()
    page.mouse.click(at["x"] + at["width"] / 2, at["y"] + at["height"] / 2)
    assert active(page) == target["id"]


def test_the_box_on_a_scan_lies_over_ink(page: Any) -> None:
    from PIL import Image

    opened(page, SCAN)
    target = next(one for one in targets(SCAN) if one["threshold"]["kind"] == "level")
    page.locator(f"#c-{target['id']}").click()
    page.wait_for_load_state("networkidle")
    box = page.locator("rect.f-threshold.on").first.bounding_box()
    assert in_sight(page, box)
    page.evaluate("document.querySelector('.boxes').remove()")
    picture = Image.open(io.BytesIO(page.screenshot(clip=box))).convert("L")
    levels = picture.histogram()
    dark = sum(levels[:110]) / sum(levels)
    assert 0.03 < dark < 0.6


def test_unclaimed_numbers_are_seen_and_found_by_a_key(page: Any, root: Path) -> None:
    path = root / "outputs" / f"{DOCX}.json"
    result = store.loaded_result(path)
    index = next(i for i, one in enumerate(result["numbers"]) if one["text"] == "1022")
    result["numbers"][index]["role"] = "unknown"
    path.write_bytes(store.canonical(result))
    opened(page, DOCX)
    assert page.locator("span.r-unknown").inner_text() == "1022"
    assert page.locator("span.r-date").first.is_visible()
    page.keyboard.press("m")
    assert in_sight(page, page.locator("span.r-unknown.on").bounding_box())
    assert "tổng đài 1022" in page.locator("#numbers .number").inner_text()


# --------------------------------------------------------------------------- decisions


def test_accepted_corrected_rejected_and_added_stay_after_a_reload(page: Any, root: Path) -> None:
    opened(page, DOCX)
    first = active(page)
    saved(page, "a")
    second = active(page)
    assert second != first
    saved(page, "x")
    third = active(page)
    page.keyboard.press("e")
    page.wait_for_selector(".form .state:not(:empty)")
    page.locator("[name=kind]").select_option("level")
    page.locator("[name=comparator]").select_option("ge")
    page.locator("[name=value]").fill("5.5")
    page.wait_for_selector(".state.wrong")
    assert page.locator("[name=value]").get_attribute("aria-invalid") == "true"
    page.locator("[name=value]").fill("5,5")
    page.wait_for_selector(".state:not(.wrong)")
    with page.expect_response(lambda answer: "/decide" in answer.url):
        page.keyboard.press("Control+Enter")
    page.wait_for_selector(f"#c-{third}.v-corrected")

    select(page, "trả lời trong 24 giờ")
    page.keyboard.press("t")
    page.wait_for_selector(".form [name=statement]")
    assert page.locator(".form [name=statement]").input_value() == "trả lời trong 24 giờ"
    page.locator("[name=kind]").select_option("level")
    page.locator("[name=comparator]").select_option("le")
    page.locator("[name=value]").fill("24")
    page.locator("[name=unit]").fill("giờ")
    with page.expect_navigation():
        page.keyboard.press("Control+Enter")
    page.wait_for_selector("html[data-ready]")
    assert "24 giờ" in "".join(page.locator("span.f-threshold.on").all_inner_texts())

    page.reload()
    page.wait_for_selector("html[data-ready]")
    for id, verdict in ((first, "accepted"), (second, "rejected"), (third, "corrected")):
        assert page.locator(f"#c-{id}.v-{verdict}").count() == 1
    added = page.locator(".card.v-added")
    assert "≤ 24 giờ" in added.inner_text()
    kept = decisions(root, DOCX)
    assert sorted(one["verdict"] for one in kept.values()) == [
        *("accepted", "added", "corrected", "rejected"),
    ]
    assert {one["by"] for one in kept.values()} == {"Người rà soát 1"}
    assert kept[third]["target"]["threshold"]["value"] == 5.5


def test_everything_by_the_keyboard(page: Any, root: Path) -> None:
    page.goto("/")
    page.keyboard.type("tham dinh dat dai")
    page.wait_for_selector("#rows:has(tbody tr:only-child)")
    page.keyboard.press("ArrowDown")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.wait_for_selector("html[data-ready]")
    first = active(page)
    page.keyboard.press("j")
    second = active(page)
    assert first != second
    page.keyboard.press("k")
    assert active(page) == first
    saved(page, "a")
    page.keyboard.press("k")
    assert active(page) == first
    saved(page, "u")
    assert decisions(root, DOCX)[first]["verdict"] == "withdrawn"
    # Enter on a button that Tab reaches does the same as its key
    page.keyboard.press("Tab")
    with page.expect_response(lambda answer: "/decide" in answer.url):
        page.keyboard.press("Enter")
    page.wait_for_selector(f"#c-{first}.v-accepted")

    page.keyboard.press("?")
    assert page.locator("dialog[open]").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("dialog").is_visible()

    page.keyboard.press("3")
    assert page.locator(".card:visible").count() == 1
    page.keyboard.press("4")
    page.keyboard.press("/")
    page.keyboard.type("trang so duoc quet")
    assert page.locator(".card:visible").count() == 1
    page.keyboard.press("Escape")

    # a missed target, without the mouse: its exact words
    page.keyboard.press("t")
    page.wait_for_selector("[name=quote]")
    page.keyboard.type("trả lời trong 24 giờ")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(".form [name=statement]")
    page.locator("[name=kind]").focus()
    page.keyboard.press("Home")
    page.wait_for_selector("[name=value]:visible")
    page.locator("[name=comparator]").focus()
    for _ in range(3):  # (không), ≥, >, ≤
        page.keyboard.press("ArrowDown")
    page.locator("[name=value]").focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("24")
    page.wait_for_selector(".state:not(.wrong):not(:empty)")
    with page.expect_navigation():
        page.keyboard.press("Control+Enter")
    added = [one for one in decisions(root, DOCX).values() if one["verdict"] == "added"]
    assert [one["target"]["threshold"]["value"] for one in added] == [24]


def test_words_on_a_page_can_be_selected_and_added(page: Any, root: Path) -> None:
    opened(page, PDF)
    page.wait_for_selector("html[data-words]")
    page.locator("svg[data-page='1']").evaluate("page => page.scrollIntoView()")
    words = page.locator("svg[data-page='1'] text")
    index = next(i for i, text in enumerate(words.all_text_contents()) if text == "0,6132")
    first, last = words.nth(index - 1), words.nth(index + 1)
    first.scroll_into_view_if_needed()
    start, end = first.bounding_box(), last.bounding_box()
    page.mouse.move(start["x"] + 1, start["y"] + start["height"] / 2)
    page.mouse.down()
    page.mouse.move(end["x"] + end["width"] - 1, end["y"] + end["height"] / 2, steps=8)
    page.mouse.up()
    page.keyboard.press("t")
    page.wait_for_selector(".form [name=statement]")
    assert page.locator(".form [name=statement]").input_value() == "đạt 0,6132 điểm,"


def test_two_reviewers_at_once_lose_nothing(
    page: Any, browser: Any, address: str, root: Path
) -> None:
    opened(page, DOCX)
    first = active(page)
    other = browser.new_context(base_url=address).new_page()
    opened(other, DOCX)
    other.locator("#by").fill("Người rà soát 2")
    other.locator("#by").press("Escape")
    saved(other, "x")
    saved(page, "a")  # did not see it: refused, and shown what the other decided
    card = page.locator(f"#c-{first}")
    assert "Người rà soát 2" in card.inner_text()
    assert "v-rejected" in str(card.get_attribute("class"))
    assert decisions(root, DOCX)[first]["verdict"] == "rejected"
    saved(page, "a")  # saw it, and thinks otherwise
    assert decisions(root, DOCX)[first]["verdict"] == "accepted"
    assert decisions(root, DOCX)[first]["version"] == 2
    other.context.close()


# --------------------------------------------------------------------------- what it must bear


def add_file(root: Path, name: str, text: str) -> dict[str, Any]:
    path = root / "corpus" / name
    path.write_text(text, "utf-8")
    result = pipeline.extract_file(path)
    (root / "outputs" / f"{name}.json").write_bytes(store.canonical(result))
    return result


def test_a_script_in_a_decree_is_text(page: Any, root: Path) -> None:
    script = "&lt;script&gt;document.title='x'&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;"
    text = f"""KẾ HOẠCH
<table><tr><td>STT</td><td>Nội dung</td><td>Chỉ tiêu</td></tr>
<tr><td>1</td><td>Hồ sơ đúng hạn {script}</td><td>Tối thiểu 90%</td></tr></table>
"""
    add_file(root, EVIL, text)
    opened(page, EVIL)
    assert page.title().startswith(EVIL)
    assert "<script>" in page.locator(".source").inner_text()
    assert page.locator(".source img, .source script, .records img, .records script").count() == 0
    page.keyboard.press("e")
    page.wait_for_selector(".form .state:not(:empty)")
    assert page.title().startswith(EVIL)


def measured(session: Any) -> dict[str, float]:
    metrics = session.send("Performance.getMetrics")["metrics"]
    return {one["name"]: one["value"] for one in metrics}


def test_a_file_of_300_targets_stays_quick(page: Any, root: Path) -> None:
    rows = "\n".join(
        f"{n}\tTỷ lệ thôn số {n} của xã Tân Hòa Bắc có nhà văn hóa đạt chuẩn theo quy định\t%\t"
        f"Tối thiểu {50 + n % 50}\tPhòng Văn hóa và Thông tin\tQuý II/2025"
        for n in range(1, 301)
    )
    heading = "STT\tNội dung chỉ tiêu\tĐơn vị tính\tChỉ tiêu\tCơ quan chủ trì\tThời gian hoàn thành"
    result = add_file(root, LONG, f"KẾ HOẠCH\nPhát triển văn hóa năm 2025\n\n{heading}\n{rows}\n")
    assert len(pipeline.targets(result)) == 300
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    opened(page, LONG)
    page.wait_for_load_state("networkidle")
    metrics = {
        one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]
    }
    spent = sum(metrics[f"{name}Duration"] for name in ("Script", "Layout", "RecalcStyle"))
    assert spent < 1
    assert page.locator(".card").count() == 300
    before = metrics["TaskDuration"]
    for _ in range(20):
        page.keyboard.press("j")
    page.wait_for_function("document.querySelectorAll('.card.active').length === 1")
    metrics = {
        one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]
    }
    assert (metrics["TaskDuration"] - before) / 20 < 0.2


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 1920])
def test_nothing_runs_over_its_edge(browser: Any, address: str, width: int, scheme: Any) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, base_url=address
    )
    page = context.new_page()
    for path in ("/", f"/file?name={DOCX}", f"/file?name={PDF}"):
        page.goto(path)
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, path
        colours = page.evaluate(
            "[getComputedStyle(document.body)].flatMap(own => [own.color, own.backgroundColor])"
        )
        light = [sum(map(int, re.findall(r"\d+", colour)[:3])) for colour in colours]
        assert (light[0] < light[1]) == (scheme == "light")
        assert abs(light[0] - light[1]) > 400
    context.close()


def select(page: Any, words: str) -> None:
    """Selects words of the source, as a mouse would."""
    page.evaluate(
        """words => {
          const source = document.querySelector('.source');
          const walker = document.createTreeWalker(source, NodeFilter.SHOW_TEXT);
          const nodes = [];
          while (walker.nextNode()) nodes.push(walker.currentNode);
          const paragraph = nodes.map(node => node.parentElement.closest('[data-x]'))
            .find(one => one && one.textContent.includes(words));
          const place = offset => {
            for (const node of nodes.filter(node => paragraph.contains(node))) {
              if (offset <= node.length) return [node, offset];
              offset -= node.length;
            }
          };
          const start = paragraph.textContent.indexOf(words);
          const range = document.createRange();
          range.setStart(...place(start));
          range.setEnd(...place(start + words.length));
          getSelection().removeAllRanges();
          getSelection().addRange(range);
        }""",
        words,
    )
