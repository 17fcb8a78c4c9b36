// The list of files: what is typed narrows it down at once; the server does the looking.
"use strict";

const form = document.querySelector("form.tools");
const by = document.getElementById("by");
by.value = localStorage.getItem("by") || by.value;
by.addEventListener("change", () => localStorage.setItem("by", by.value.trim()));

if (form) {
  let timer = 0;
  let last = 0;
  const show = async () => {
    const turn = ++last;
    const address = "/?" + new URLSearchParams(new FormData(form));
    const answer = await fetch(address);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (turn !== last) return;
    document.getElementById("rows").replaceWith(page.getElementById("rows"));
    history.replaceState(null, "", address);
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(show, 120);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const first = document.querySelector("#rows a");
    if (first) first.click();
  });
  document.addEventListener("keydown", (event) => {
    const links = [...document.querySelectorAll("#rows td.name a")];
    const at = links.indexOf(document.activeElement);
    if (event.key === "ArrowDown" && links.length) {
      event.preventDefault();
      links[Math.min(at + 1, links.length - 1)].focus();
    } else if (event.key === "ArrowUp" && at >= 0) {
      event.preventDefault();
      (at ? links[at - 1] : document.getElementById("search")).focus();
    } else if (event.key === "/" && document.activeElement.tagName !== "INPUT") {
      event.preventDefault();
      document.getElementById("search").focus();
    }
  });
}
