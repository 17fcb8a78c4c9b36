"""What the desk answers: pages, pictures of pages, forms, and decisions."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from extract import reviews
from extract.desk import drafts, forms, pages, places, views
from extract.desk.folders import Folders, Opened
from extract.desk.looks import Looks
from extract.desk.words import LANGUAGES, Language
from extract.errors import ExtractError, NotFound

_MOST_ROWS = 300
_COOKIE = "language"


class Handlers:
    """The answers of one desk. ``by`` is the reviewer's name until the page gives another."""

    def __init__(self, folders: Folders, language: Language, by: str, token: str) -> None:
        self._folders, self._language, self._by, self._token = folders, language, by, token
        self._rows = views.Rows(folders)

    # ----------------------------------------------------------------- pages

    def files(self, request: Request) -> Response:
        query, state = request.query_params.get("q", ""), request.query_params.get("state", "all")
        rows = self._rows.all()
        fitting = [row for row in rows if views.fits(row, query, state)]
        return self._page(
            request,
            "files.html",
            rows=fitting[:_MOST_ROWS],
            left=max(len(fitting) - _MOST_ROWS, 0),
            every=rows,
            query=query,
            state=state,
        )

    def file(self, request: Request) -> Response:
        opened = self._opened(request)
        found = views.cards(opened)
        numbers = reviews.decided(opened.result, opened.review)["numbers"]
        claims = list(views.claims(opened, found, numbers))
        shown = pages_shown = boxes = None
        fault = opened.source_fault
        format = opened.result["source"]["format"]
        try:
            if opened.data is not None and opened.paged:
                pages_shown, boxes = pages.sizes(opened.data, format), places.boxes(claims)
            elif opened.data is not None:
                shown = places.shown(self._folders.source(opened), claims)
        except ExtractError as error:
            fault = error
        order = request.query_params.get("order", "doubts")
        ordered = sorted(found, key=lambda card: card.group) if order == "doubts" else found
        names = self._folders.names()
        at = names.index(opened.name) if opened.name in names else -1
        return self._page(
            request,
            "file.html",
            opened=opened,
            numbers=numbers,
            cards=ordered,
            order=order,
            flow=shown,
            pages=pages_shown,
            boxes=boxes,
            fault=fault,
            previous=names[at - 1] if at > 0 else None,
            next=names[at + 1] if 0 <= at < len(names) - 1 else None,
        )

    def page(self, request: Request) -> Response:
        opened = self._opened(request)
        format = opened.result["source"]["format"]
        number = request.query_params.get("page", "")
        if opened.data is None or not opened.paged or not number.isdigit():
            raise HTTPException(404)
        picture = pages.drawn(opened.data, format, int(number))
        # The address holds the hash of the file.
        headers = {"cache-control": "private, max-age=86400, immutable"}
        return Response(picture, media_type="image/webp", headers=headers)

    def words(self, request: Request) -> Response:
        """The words of a file with pages: page, box, text, number of the text, start in it."""
        found = places.words(self._folders.source(self._opened(request)))
        return JSONResponse(
            [[one.page, *one.box, one.text, one.range.text, one.range.start] for one in found]
        )

    def form(self, request: Request) -> Response:
        opened = self._opened(request)
        card = self._card(opened, request.query_params.get("id", ""))
        looks = self._looks(request)
        form = looks.form(forms.filled(card.target), opened, heading="form.correct")
        return HTMLResponse(form)

    # ----------------------------------------------------------------- what pages send

    async def draft(self, request: Request) -> Response:
        """The form of a target that was missed, filled from a selection, a number or a quote."""
        sent = await _sent(request)
        return await run_in_threadpool(self._draft, request, sent)

    async def check(self, request: Request) -> Response:
        """What is wrong with a form as it stands, by field."""
        sent = await _sent(request)
        return await run_in_threadpool(self._check, request, sent)

    async def decide(self, request: Request) -> Response:
        sent = await _sent(request)
        return await run_in_threadpool(self._decide, request, sent)

    def _draft(self, request: Request, sent: dict[str, Any]) -> Response:
        opened = self._named(sent)
        looks = self._looks(request)
        texts = places.numbered(self._folders.source(opened))
        ranges = drafts.ranges_of(sent.get("ranges"), texts)
        fault, value = "", None
        numbers, index = opened.result["numbers"], sent.get("number")
        if not ranges and type(index) is int and 0 <= index < len(numbers):
            around = places.around(texts, numbers[index])
            ranges = [around] if around else []
            value = forms.number(numbers[index]["text"])
        elif not ranges and sent.get("quote"):
            ranges = places.sought(texts, str(sent["quote"])) or []
            fault = "" if ranges else looks.words("form.quote_missing")
        made = drafts.draft(opened.name, texts, ranges)
        if value is not None and made["threshold"] == {"kind": "level"}:
            made["threshold"]["value"] = value
        return HTMLResponse(
            looks.form(
                forms.filled(made),
                opened,
                heading="form.add",
                ranges=json.dumps(ranges),
                quote=str(sent.get("quote", "")),
                fault=fault,
            )
        )

    def _check(self, request: Request, sent: dict[str, Any]) -> Response:
        opened = self._named(sent)
        base, _ = self._base(opened, sent)
        target, problems = forms.entered(base, _form(sent))
        return JSONResponse(self._looks(request).checked(target, problems))

    def _decide(self, request: Request, sent: dict[str, Any]) -> Response:
        opened = self._named(sent)
        looks = self._looks(request)
        if fault := opened.review_fault:
            message = looks.words("view.damaged_review", why=fault)
            return JSONResponse({"message": message}, 409)
        if opened.data is None:
            return JSONResponse({"message": looks.words("view.changed_source")}, 409)
        base, card = self._base(opened, sent)
        verdict = sent.get("verdict")
        problems: list[forms.Problem] = []
        target = base
        if verdict in ("corrected", "added"):
            target, problems = forms.entered(base, _form(sent))
        if problems:
            return JSONResponse(looks.checked(target, problems), 422)
        decision = _decision(card, verdict, target, sent)
        decision |= {
            "by": " ".join(str(sent.get("by", "")).split())[:100] or self._by,
            "at": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "sha256": opened.sha256,
        }
        if note := " ".join(str(sent.get("note") or "").split())[:2000]:
            decision["note"] = note
        known = sent.get("known")
        if type(known) is not int:
            raise HTTPException(400)
        path = self._folders.review_path(opened.name)
        status, message = 200, ""
        try:
            review = reviews.decide(path, opened.name, base["id"], known, decision)
        except reviews.Conflict as conflict:
            review = reviews.loaded(path) or {"decisions": {}}
            other = (conflict.current or {}).get("by", "")
            status, message = 409, looks.words("card.conflict", by=other)
        opened = replace(opened, review=review)
        after = views.card(opened, base["id"])
        made = looks.card(after, opened) if after else ""
        answer = {"id": base["id"], "card": made, "message": message}
        return JSONResponse(answer, status)

    # ----------------------------------------------------------------- what they share

    def _base(
        self, opened: Opened, sent: dict[str, Any]
    ) -> tuple[dict[str, Any], views.Card | None]:
        """The record that is decided, and its card; for one that is added, the words selected."""
        if sent.get("id"):
            card = self._card(opened, str(sent["id"]))
            base = card.extracted or card.target
            if card.extracted is None and (card.decision or {}).get("sha256") != opened.sha256:
                texts = places.numbered(self._folders.source(opened))
                found = places.sought(texts, base["statement"])
                if found is None and sent.get("verdict") not in ("rejected", "withdrawn", None):
                    raise NotFound(f"«{base['statement'][:60]}» no longer stands in the source")
                if found:
                    base = {**base, "source": drafts.proof(texts, found, base["threshold"])}
            return base, card
        texts = places.numbered(self._folders.source(opened))
        ranges = drafts.ranges_of(sent.get("ranges"), texts)
        base = drafts.draft(opened.name, texts, ranges)
        if not ranges:
            raise HTTPException(400)
        target, _ = forms.entered(base, _form(sent))
        base["source"] = drafts.proof(texts, ranges, target["threshold"])
        return base, None

    def _card(self, opened: Opened, id: str) -> views.Card:
        card = views.card(opened, id)
        if card is None:
            raise HTTPException(404)
        return card

    def _opened(self, request: Request) -> Opened:
        return self._folders.opened(request.query_params.get("name", ""))

    def _named(self, sent: dict[str, Any]) -> Opened:
        return self._folders.opened(str(sent.get("name", "")))

    def _language_of(self, request: Request) -> Language:
        for asked in (request.query_params.get("lang"), request.cookies.get(_COOKIE)):
            for language in LANGUAGES:
                if asked == language:
                    return language
        return self._language

    def _looks(self, request: Request) -> Looks:
        return Looks(self._language_of(request))

    def _page(self, request: Request, template: str, **values: Any) -> Response:
        looks = self._looks(request)
        page = looks.page(template, token=self._token, by=self._by, url=request.url, **values)
        answer = HTMLResponse(page, headers={"cache-control": "no-store"})
        if request.query_params.get("lang") in LANGUAGES:
            answer.set_cookie(_COOKIE, looks.words.language, samesite="strict", httponly=True)
        return answer

    def refused(self, request: Request, error: Exception) -> Response:
        """What is said where there is no such page or file, or a file cannot be read."""
        looks = self._looks(request)
        status, message = 404, looks.words("desk.not_found")
        if isinstance(error, HTTPException):
            status = error.status_code
        elif request.method == "POST" or not isinstance(error, NotFound):
            status, message = 409, str(error)
        if request.method == "POST":
            return JSONResponse({"message": message}, status)
        page = looks.page(
            "error.html", token=self._token, by=self._by, url=request.url, message=message
        )
        return HTMLResponse(page, status)


def _decision(
    card: views.Card | None, verdict: Any, target: dict[str, Any], sent: dict[str, Any]
) -> dict[str, Any]:
    """What is written. A record that is not extracted is added, whatever the key was; one that is
    corrected to what it was is accepted."""
    extracted = card.extracted if card else None
    if verdict == "rejected" and extracted is None:
        verdict = "withdrawn"
    if verdict in ("accepted", "corrected", "added"):
        if extracted is None:
            verdict = "added"
        elif verdict == "added":
            raise HTTPException(400)
        elif target == extracted:
            verdict = "accepted"
    elif verdict not in ("rejected", "withdrawn"):
        raise HTTPException(400)
    made: dict[str, Any] = {"verdict": verdict}
    if verdict == "withdrawn":
        return made
    if extracted is not None:
        made["content"] = reviews.content_hash(extracted)
    document = card.document if card else sent.get("document", 0)
    made |= {"document": document if type(document) is int and document >= 0 else 0}
    return made | {"target": target}


async def _sent(request: Request) -> dict[str, Any]:
    try:
        sent = json.loads(await request.body())
    except ValueError as error:
        raise HTTPException(400) from error
    if not isinstance(sent, dict):
        raise HTTPException(400)
    return sent


def _form(sent: dict[str, Any]) -> list[tuple[str, str]]:
    form = sent.get("form")
    return [
        (one[0], one[1])
        for one in (form if isinstance(form, list) else [])
        if isinstance(one, list) and len(one) == 2 and all(isinstance(part, str) for part in one)
    ]
