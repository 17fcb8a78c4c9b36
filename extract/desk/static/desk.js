// One file on the desk. The server makes all that is shown; this moves the eye between records and
// source, and carries decisions to the server.
"use strict";

const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

const main = $("main.panes");
const sourcePane = $(".source");
const list = $("#cards");
const adding = $("#adding");
const name = main.dataset.name;
const by = $("#by");
let active = null; // the card that is looked at
let shown = []; // the marks of the source that are lit
let asking = null; // the words of the pages, once they are asked for
let number = null; // the entry of the ledger that is looked at

by.value = localStorage.getItem("by") || by.value;
by.addEventListener("change", () => localStorage.setItem("by", by.value.trim()));

// ------------------------------------------------------------------ asking the server

async function send(path, body) {
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-chitieu-token": $("meta[name=token]").content,
      },
      body: JSON.stringify({ name, by: by.value, ...body }),
    });
    const isJson = (answer.headers.get("content-type") || "").includes("json");
    const said = isJson ? await answer.json() : { text: await answer.text() };
    if (!answer.ok && !isJson) said.message = said.text;
    return { ok: answer.ok, ...said };
  } catch {
    return { ok: false, message: main.dataset.network };
  }
}

function made(html) {
  return new DOMParser().parseFromString(html, "text/html").body.firstElementChild;
}

function say(message) {
  const toast = $("#toast");
  toast.textContent = message || "";
  toast.classList.toggle("on", Boolean(message));
  clearTimeout(say.timer);
  say.timer = setTimeout(() => toast.classList.remove("on"), 6000);
}

// ------------------------------------------------------------------ records and their places

const marks = new Map(); // number of a record → its marks
const ledger = new Map(); // number of an entry → its mark
for (const mark of $$(".m", sourcePane)) {
  for (const one of (mark.dataset.t || "").split(" ").filter(Boolean)) {
    if (!marks.has(one)) marks.set(one, []);
    marks.get(one).push(mark);
  }
  if (mark.dataset.n !== undefined && !ledger.has(mark.dataset.n)) ledger.set(mark.dataset.n, mark);
}

function light(found) {
  for (const mark of shown) mark.classList.remove("on");
  shown = found;
  for (const mark of shown) mark.classList.add("on");
  const best = ["f-threshold", "f-statement", "f-content"]
    .map((kind) => shown.find((mark) => mark.classList.contains(kind)))
    .find(Boolean) || shown[0];
  if (!best) return;
  // Pages that were never near the window have no layout yet: the first jump gives them one.
  best.scrollIntoView({ block: "center", inline: "nearest" });
  requestAnimationFrame(() => {
    const box = best.getBoundingClientRect();
    const pane = sourcePane.getBoundingClientRect();
    if (box.top < pane.top || box.bottom > pane.bottom) best.scrollIntoView({ block: "center" });
  });
}

function activate(card, { focus = true, source = true } = {}) {
  if (!card) return;
  if (active) {
    active.classList.remove("active");
    active.removeAttribute("aria-current");
  }
  active = card;
  number = null;
  card.classList.add("active");
  card.setAttribute("aria-current", "true");
  if (focus) card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest" });
  if (source) light(marks.get(card.dataset.n) || []);
  history.replaceState(null, "", "#c-" + card.dataset.id);
}

const visible = () => $$(".card", list).filter((card) => !card.hidden);

function step(by) {
  const cards = visible();
  const at = cards.indexOf(active);
  activate(cards[at < 0 ? 0 : Math.min(Math.max(at + by, 0), cards.length - 1)]);
}

/** The next record, after the active one and then from the top, of one of the groups. */
function seek(groups) {
  const cards = visible();
  const at = cards.indexOf(active);
  const order = [...cards.slice(at + 1), ...cards.slice(0, at + 1)];
  const found = order.find((card) => card !== active && groups.includes(card.dataset.g));
  if (found) activate(found);
  return found;
}

list.addEventListener("click", (event) => {
  const card = event.target.closest(".card");
  const button = event.target.closest("[data-do]");
  if (!card) return;
  if (card !== active) activate(card, { focus: !event.target.closest(".form") });
  if (button && !event.target.closest(".form")) act(button.dataset.do);
});

sourcePane.addEventListener("click", (event) => {
  if (!getSelection().isCollapsed) return;
  const under = document.elementsFromPoint(event.clientX, event.clientY)
    .map((one) => one.closest?.(".m"))
    .filter((one) => one && sourcePane.contains(one));
  const mark = under.find((one) => one.dataset.t) || under[0];
  if (!mark) return;
  if (mark.dataset.t) {
    const ids = mark.dataset.t.split(" ");
    const at = ids.indexOf(active?.dataset.n);
    const card = $(`.card[data-n="${ids[(at + 1) % ids.length]}"]`, list);
    if (card?.hidden) showOnly("012");
    activate(card, { source: false });
    const ours = marks.get(card?.dataset.n) || [];
    for (const one of shown) one.classList.remove("on");
    shown = ours;
    for (const one of shown) one.classList.add("on");
  } else {
    look(mark.dataset.n);
  }
});

// ------------------------------------------------------------------ numbers nobody claims

const unknown = $$("#numbers .number");
for (const button of unknown) {
  const mark = ledger.get(button.dataset.number);
  const around = mark?.closest("[data-x]")?.textContent || "";
  const text = $("b", button).textContent;
  const at = around.indexOf(text);
  $(".around", button).textContent = at < 0 ? "" : around.slice(Math.max(at - 50, 0), at + text.length + 60);
  button.addEventListener("click", () => look(button.dataset.number));
}

function look(index) {
  number = Number(index);
  for (const button of unknown) button.classList.toggle("on", button.dataset.number === index);
  const mark = ledger.get(index);
  light(mark ? [mark] : []);
  $(`#numbers .number[data-number="${index}"]`)?.scrollIntoView({ block: "nearest" });
}

function nextUnknown() {
  if (!unknown.length) return;
  showOnly("numbers");
  const at = unknown.findIndex((button) => Number(button.dataset.number) === number);
  const button = unknown[(at + 1) % unknown.length];
  button.focus({ preventScroll: true });
  look(button.dataset.number);
}

// ------------------------------------------------------------------ what is shown

const folded = (text) =>
  text.toLowerCase().replaceAll("đ", "d").normalize("NFD").replace(/\p{M}/gu, "");
const texts = new WeakMap();

function sift() {
  const kind = $("input[name=show]:checked").value;
  const words = folded($("#search").value).split(/\s+/).filter(Boolean);
  const records = kind !== "numbers" && kind !== "warnings";
  list.hidden = !records;
  $("#numbers").hidden = kind !== "numbers";
  $("#warnings").hidden = kind !== "warnings";
  let count = 0;
  for (const card of $$(".card", list)) {
    if (words.length && !texts.has(card)) texts.set(card, folded(card.textContent));
    card.hidden = !(records && kind.includes(card.dataset.g)
      && words.every((word) => texts.get(card).includes(word)));
    count += !card.hidden;
  }
  $("#none").hidden = !records || count > 0;
}

function showOnly(kind) {
  const input = $(`input[name=show][value="${kind}"]`);
  if (input && !input.checked) {
    input.checked = true;
    sift();
  }
}

function count() {
  const groups = $$(".card", list).map((card) => card.dataset.g);
  for (const input of $$("input[name=show]")) {
    if (/^[012]+$/.test(input.value)) {
      const total = groups.filter((group) => input.value.includes(group)).length;
      $("b", input.parentElement).textContent = total;
    }
  }
}

for (const input of $$("input[name=show]")) input.addEventListener("change", sift);
$("#search").addEventListener("input", sift);
$("#quiet").addEventListener("change", (event) => {
  sourcePane.classList.toggle("plain", !event.target.checked);
});

// ------------------------------------------------------------------ decisions

async function decide(card, verdict, more = {}) {
  const answer = await send("/decide", {
    id: card.dataset.id,
    known: Number(card.dataset.version),
    verdict,
    ...more,
  });
  if (!answer.card) {
    if (answer.ok) location.reload(); // nothing is left of it
    return answer;
  }
  const fresh = made(answer.card);
  fresh.dataset.n = card.dataset.n;
  card.replaceWith(fresh);
  count();
  const wasActive = card === active;
  if (wasActive) {
    active = null;
    activate(fresh, { source: false });
  }
  $(".message", fresh).textContent = answer.message || "";
  return answer;
}

async function act(what) {
  if (what === "cancel") return closeForm();
  if (!active || active.classList.contains("busy")) return;
  if (what === "correct") return openForm();
  const card = active;
  card.classList.add("busy");
  const answer = await decide(card, what);
  card.classList.remove("busy");
  if (!answer.ok) {
    $(".message", active).textContent = answer.message || "";
    say(answer.message);
  } else if (what !== "withdrawn" && !seek(["0", "1"])) {
    step(1);
  }
}

// ------------------------------------------------------------------ forms

async function openForm() {
  closeForm();
  const card = active;
  const query = new URLSearchParams({ name, id: card.dataset.id });
  const answer = await fetch("/form?" + query);
  if (!answer.ok || card !== active) return;
  const form = made(await answer.text());
  card.classList.add("editing");
  card.append(form);
  prepare(form, (sent) => decide(card, "corrected", sent));
}

function closeForm() {
  const form = $(".form");
  if (!form) return;
  const card = form.closest(".card");
  form.remove();
  if (card) {
    card.classList.remove("editing");
    card.focus({ preventScroll: true });
  } else {
    active?.focus({ preventScroll: true });
  }
}

async function openDraft(body) {
  closeForm();
  const answer = await send("/draft", body);
  if (!answer.text) return say(answer.message);
  const form = made(answer.text);
  adding.append(form);
  prepare(form, async (sent) => {
    const ranges = JSON.parse(form.dataset.ranges);
    const document = Number(new FormData(form).get("document") || 0);
    const done = await send("/decide", { known: 0, verdict: "added", ranges, document, ...sent });
    if (done.ok) {
      history.replaceState(null, "", "#c-" + done.id);
      location.reload();
    }
    return done;
  });
}

function prepare(form, save) {
  const state = $(".state", form);
  const ranges = form.dataset.ranges ? JSON.parse(form.dataset.ranges) : undefined;
  const entries = () => [...new FormData(form)].filter((one) => typeof one[1] === "string");
  const fit = () => {
    const kind = $("[name=kind]", form)?.value;
    const due = $("[name=due_kind]", form)?.value;
    for (const one of $$("[data-for]", form)) {
      one.hidden = !one.dataset.for.split(" ").includes(kind);
    }
    for (const one of $$("[data-due]", form)) {
      one.hidden = !one.dataset.due.split(" ").includes(due);
    }
    const last = $$(".agency-row", form).at(-1);
    if (last && $("input", last).value) {
      const more = last.cloneNode(true);
      $("input", more).value = "";
      last.after(more);
    }
    for (const area of $$("textarea", form)) {
      area.style.height = "auto";
      area.style.height = area.scrollHeight + 2 + "px";
    }
  };
  let turn = 0;
  let timer = 0;
  const tell = (answer) => {
    for (const one of $$("[aria-invalid]", form)) one.removeAttribute("aria-invalid");
    const problems = answer.problems || [];
    for (const problem of problems) {
      for (const one of $$(`[name="${problem.field}"]`, form)) one.setAttribute("aria-invalid", "true");
    }
    state.classList.toggle("wrong", problems.length > 0 || !answer.ok);
    state.textContent = problems.map((one) => one.message).join("\n") || answer.message || answer.reading || "";
  };
  const check = async () => {
    const mine = ++turn;
    const id = form.closest(".card")?.dataset.id;
    const answer = await send("/check", { id, ranges, form: entries() });
    if (mine === turn) tell(answer);
  };
  form.addEventListener("input", (event) => {
    fit();
    if (!state || event.target.name === "quote") return;
    clearTimeout(timer);
    timer = setTimeout(check, 150);
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (form.classList.contains("busy")) return;
    form.classList.add("busy");
    clearTimeout(timer);
    turn += 1;
    const note = $("[name=remark]", form)?.value || "";
    const answer = await save({ form: entries(), note });
    form.classList.remove("busy");
    if (!answer.ok && form.isConnected) tell(answer);
    if (answer.ok && !form.isConnected) active?.focus({ preventScroll: true });
  });
  form.addEventListener("click", (event) => {
    const what = event.target.closest("[data-do]")?.dataset.do;
    if (what === "cancel") closeForm();
    if (what === "find") openDraft({ quote: $("[name=quote]", form).value });
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      if (state && event.target.name !== "quote") form.requestSubmit();
      else openDraft({ quote: $("[name=quote]", form).value });
    }
  });
  fit();
  if (state) check();
  form.scrollIntoView({ block: "nearest" });
  ($(state ? "[name=value]" : "[name=quote]", form)?.closest("[hidden]")
    ? $("[name=kind]", form)
    : $(state ? "[name=value]" : "[name=quote]", form))?.focus();
}

// ------------------------------------------------------------------ selections

const points = (text) => [...text].length;

/** What is selected in the source, as ranges (number of a text, start, end) in code points. */
function selected() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return [];
  const range = selection.getRangeAt(0);
  if (!sourcePane.contains(range.commonAncestorContainer)) return [];
  const found = [];
  for (const text of $$("[data-x]", sourcePane)) {
    if (!range.intersectsNode(text)) continue;
    const whole = document.createRange();
    whole.selectNodeContents(text);
    const before = whole.cloneRange();
    if (range.compareBoundaryPoints(Range.START_TO_START, whole) > 0) {
      before.setEnd(range.startContainer, range.startOffset);
    } else {
      before.collapse(true);
    }
    const inside = whole.cloneRange();
    inside.setStart(before.endContainer, before.endOffset);
    if (range.compareBoundaryPoints(Range.END_TO_END, whole) < 0) {
      inside.setEnd(range.endContainer, range.endOffset);
    }
    const index = Number(text.dataset.x);
    let start = points(before.toString());
    let end = start + points(inside.toString());
    if (end <= start) continue;
    const last = found.at(-1);
    if (text.dataset.s !== undefined) { // a word on a page: whole words are taken
      start = Number(text.dataset.s);
      end = start + points(text.textContent);
      if (last && last[0] === index) {
        last[1] = Math.min(last[1], start);
        last[2] = Math.max(last[2], end);
        continue;
      }
    }
    found.push([index, start, end]);
  }
  return found;
}

function add() {
  const ranges = selected();
  if (ranges.length) return openDraft({ ranges });
  if (number !== null) return openDraft({ number });
  return openDraft({});
}

const near = new Set(); // the pages that came near the window
const words = new Map(); // number of a page → its words, until they are laid over it

/** Asks for the words of the pages, which are laid unseen over the pictures to be selected. */
function askWords() {
  asking ??= (async () => {
    if (!$(".page")) return;
    if (main.dataset.ocr) say(main.dataset.reading);
    const answer = await fetch("/words?" + new URLSearchParams({ name }));
    if (!answer.ok) return;
    for (const word of await answer.json()) {
      if (!words.has(word[0])) words.set(word[0], []);
      words.get(word[0]).push(word);
    }
    near.forEach(layWords);
    document.documentElement.dataset.words = "ready";
    if (main.dataset.ocr) say("");
  })();
  return asking;
}

function layWords(page) {
  const svg = $("svg", page);
  const layer = document.createDocumentFragment();
  for (const [, left, top, right, bottom, text, index, start] of words.get(Number(svg.dataset.page)) || []) {
    const word = document.createElementNS("http://www.w3.org/2000/svg", "text");
    const height = bottom - top;
    word.setAttribute("x", left);
    word.setAttribute("y", bottom - height * 0.2);
    word.setAttribute("font-size", height * 0.95);
    word.setAttribute("textLength", Math.max(right - left, 0.1));
    word.setAttribute("lengthAdjust", "spacingAndGlyphs");
    word.dataset.x = index;
    word.dataset.s = start;
    word.textContent = text;
    layer.append(word, " ");
  }
  $(".words", svg).append(layer);
  words.delete(Number(svg.dataset.page));
}

/** Pages are drawn when they come near; until then they only take the room that they will. */
function drawPages() {
  const watch = new IntersectionObserver((entries) => {
    for (const { target } of entries.filter((one) => one.isIntersecting)) {
      const image = $("image", target);
      image.setAttribute("href", image.dataset.href);
      near.add(target);
      layWords(target);
      watch.unobserve(target);
    }
  }, { root: sourcePane, rootMargin: "1000px 0px" });
  for (const page of $$(".page", sourcePane)) {
    const height = (page.clientWidth * page.dataset.height) / page.dataset.width + 21;
    page.style.containIntrinsicBlockSize = `auto ${height}px`;
    watch.observe(page);
  }
}

// ------------------------------------------------------------------ keys

const KEYS = {
  j: () => step(1),
  ArrowDown: () => step(1),
  k: () => step(-1),
  ArrowUp: () => step(-1),
  n: () => { showOnly("012"); seek(["0"]); },
  a: () => act("accepted"),
  e: () => act("correct"),
  x: () => act("rejected"),
  u: () => act("withdrawn"),
  t: add,
  m: nextUnknown,
  o: () => $("#quiet").click(),
  h: () => { location.href = "/"; },
  "/": () => $("#search").focus(),
  "[": () => $("#previous")?.click(),
  "]": () => $("#next")?.click(),
  "?": () => $("#keys").showModal(),
  1: () => showOnly("0"),
  2: () => showOnly("01"),
  3: () => showOnly("2"),
  4: () => showOnly("012"),
};

document.addEventListener("keydown", (event) => {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const field = event.target.closest("input:not([type=radio],[type=checkbox]), textarea, select");
  if (event.key === "Escape") {
    if ($(".form")) closeForm();
    else if (field) { field.blur(); active?.focus({ preventScroll: true }); }
    return;
  }
  if (field || event.target.closest(".form") || $("#keys").open) return;
  if (event.key.startsWith("Arrow") && event.target.closest(".source")) return; // scrolls
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const does = KEYS[key];
  if (!does) return;
  event.preventDefault();
  does();
});

$("#help").addEventListener("click", () => $("#keys").showModal());

count();
sift();
const asked = location.hash.startsWith("#c-") && document.getElementById(location.hash.slice(1));
drawPages();
activate(asked || visible()[0]);
// To recognise a scan again takes a while: only when its words are wanted.
if (main.dataset.ocr) sourcePane.addEventListener("pointerdown", askWords, { once: true });
else askWords();
document.documentElement.dataset.ready = "yes";
