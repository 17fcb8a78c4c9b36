"""The desk as a web server on this machine."""

from __future__ import annotations

import secrets
import socket
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from extract.desk.folders import Folders
from extract.desk.guard import Guard
from extract.desk.handlers import Handlers
from extract.desk.words import Language
from extract.errors import AddressTaken, ExtractError


def application(
    folders: Folders, language: Language, by: str, hosts: frozenset[str], token: str
) -> Guard:
    """The desk as an ASGI application that answers to ``hosts`` alone."""
    handlers = Handlers(folders, language, by, token)
    static = StaticFiles(directory=str(files("extract.desk") / "static"))
    app = Starlette(
        routes=[
            Route("/", handlers.files),
            Route("/file", handlers.file),
            Route("/page", handlers.page),
            Route("/words", handlers.words),
            Route("/form", handlers.form),
            Route("/draft", handlers.draft, methods=["POST"]),
            Route("/check", handlers.check, methods=["POST"]),
            Route("/decide", handlers.decide, methods=["POST"]),
            Mount("/static", static),
        ],
        exception_handlers={HTTPException: handlers.refused, ExtractError: handlers.refused},
    )
    return Guard(app, hosts, token)


def serve(
    out: Path,
    sources: Path,
    *,
    language: Language,
    by: str,
    host: str,
    port: int,
    on_ready: Callable[[str], None],
) -> None:
    """Serves until it is stopped. ``on_ready`` is told the address; with ``port`` 0, any that is
    free. Raises :class:`AddressTaken` where the address cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(128)  # from here on a browser that comes is heard
    except OSError as error:
        listener.close()
        raise AddressTaken(f"{host}:{port}: {error.strerror or error}") from error
    port = listener.getsockname()[1]
    shown = f"[{host}]" if ":" in host else host
    names = {shown.lower(), "127.0.0.1", "localhost", "[::1]"}
    hosts = frozenset({f"{name}:{port}" for name in names} | (names if port == 80 else set()))
    app = application(Folders(out, sources), language, by, hosts, secrets.token_urlsafe(32))
    config = uvicorn.Config(app, log_level="warning", server_header=False, lifespan="off")
    server = uvicorn.Server(config)
    on_ready(f"http://{shown}:{port}/")
    with listener:
        server.run(sockets=[listener])
