"""What stands between the desk and the rest of the web.

The desk listens on this machine only, but every page that a browser on it shows can send requests
there. So: no answer under another name than those of the desk (a foreign name may be made to lead
here); nothing is changed without the token that the desk's own pages hold and from another origin
than the desk's; and what a page shows may load and run nothing but the desk's own files.
"""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

_Message = MutableMapping[str, Any]
_Receive = Callable[[], Awaitable[_Message]]
_Send = Callable[[_Message], Awaitable[None]]
_App = Callable[[_Message, _Receive, _Send], Awaitable[None]]

TOKEN_HEADER = "x-chitieu-token"
#: Larger than any form of a record; what is longer is refused unread.
MOST_BYTES = 200_000

_HEADERS = (
    (
        b"content-security-policy",
        b"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        b"connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
)


class Guard:
    """An ASGI application around another. ``hosts``: the names, with ports, that it answers to."""

    def __init__(self, app: _App, hosts: frozenset[str], token: str) -> None:
        self._app, self._hosts, self._token = app, hosts, token

    async def __call__(self, scope: _Message, receive: _Receive, send: _Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def guarded(message: _Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *_HEADERS]
            await send(message)

        refusal = self._refusal(scope)
        if refusal:
            await _refuse(guarded, *refusal)
        else:
            await self._app(scope, receive, guarded)

    def _refusal(self, scope: _Message) -> tuple[int, str] | None:
        headers: dict[str, list[str]] = {}
        for name, value in scope["headers"]:
            headers.setdefault(name.decode("latin-1").lower(), []).append(value.decode("latin-1"))
        hosts = headers.get("host", [])
        if len(hosts) != 1 or hosts[0].lower() not in self._hosts:
            return 421, "this host name is not the desk's"
        if scope["method"] in ("GET", "HEAD"):
            return None
        origin = headers.get("origin", [])
        if origin != [f"http://{hosts[0]}"]:
            return 403, "the request comes from another site"
        if headers.get("sec-fetch-site", ["same-origin"]) != ["same-origin"]:
            return 403, "the request comes from another site"
        token = headers.get(TOKEN_HEADER, [""])[0]
        if not hmac.compare_digest(token.encode(), self._token.encode()):
            return 403, "the page is of an earlier start of the desk: load it again"
        if headers.get("content-type", [""])[0].split(";")[0] != "application/json":
            return 415, "only JSON is taken"
        length = headers.get("content-length", [""])[0]
        if not length.isdigit() or int(length) > MOST_BYTES:
            return 413, "the request is too long"
        return None


async def _refuse(send: _Send, status: int, why: str) -> None:
    body = why.encode()
    headers = [(b"content-type", b"text/plain; charset=utf-8")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
