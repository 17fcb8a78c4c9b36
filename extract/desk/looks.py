"""How things are shown: templates, and the words and signs in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from extract.desk import forms, views
from extract.desk.folders import Opened
from extract.desk.words import Language, Words
from extract.show import due_text, threshold_text


class Looks:
    """Pages and parts of pages in one language. Everything that comes from a file is escaped."""

    def __init__(self, language: Language) -> None:
        self.words = Words(language)

    def page(self, template: str, **values: Any) -> str:
        own = {
            "t": self.words,
            "lang": self.words.language,
            "field": self.field,
            "value": self.value,
            "when": when,
            "forms": forms,
            "due_text": due_text,
            "threshold_text": threshold_text,
        }
        return _environment().get_template(template).render(own | values)

    def card(self, card: views.Card, opened: Opened) -> str:
        return self.page("card.html", card=card, opened=opened)

    def form(
        self,
        filled: Mapping[str, Any],
        opened: Opened,
        heading: str,
        ranges: str = "",
        quote: str = "",
        fault: str = "",
    ) -> str:
        return self.page(
            "form.html",
            filled=filled,
            opened=opened,
            heading=heading,
            ranges=ranges,
            quote=quote,
            fault=fault,
        )

    def checked(
        self, target: Mapping[str, Any], problems: Iterable[forms.Problem]
    ) -> dict[str, Any]:
        """What the form is told: its problems by field, else how the record is understood."""
        found = [
            {
                "field": one.field,
                "message": f"{self.field(one.field.replace('_', '.'))}: "
                + self.words(one.key, text=one.text),
            }
            for one in problems
        ]
        if found:
            return {"problems": found, "reading": ""}
        parts = [threshold_text(target["threshold"]), due_text(target["due"])]
        said = " · ".join(part for part in parts if part)
        return {"problems": [], "reading": self.words("form.reads", text=said)}

    def field(self, path: str) -> str:
        """The name of a field by its path in a record."""
        whole = self.words(f"field.{path}")
        if whole != path.rpartition(".")[2]:
            return whole
        return " · ".join(self.words(f"field.{part}") for part in path.split("."))

    def value(self, path: str, value: Any) -> str:
        """A field's value in a line."""
        if value is None or value == [] or value == "":
            return "—"
        if isinstance(value, bool):
            return "✓" if value else "—"
        if isinstance(value, (int, float)) and not path.endswith("year"):
            return forms.written(value)
        if path == "agencies":
            named = ((one["name"], self.words("agency." + one["role"])) for one in value)
            return "; ".join(f"{name} ({role})" for name, role in named)
        if isinstance(value, list):
            section = {"doubts": "code", "flags": "code"}.get(path)
            said = (self.words(f"{section}.{one}") if section else str(one) for one in value)
            return " › ".join(said) if path == "section" else "; ".join(said)
        if path in ("threshold.kind", "threshold.comparator", "threshold.direction", "due.kind"):
            section = "due" if path == "due.kind" else path.partition(".")[2]
            return self.words(f"{section}.{value}")
        return str(value)


def when(at: str, lang: str = "vi") -> str:
    """A moment of a review file in the reader's own time."""
    moment = datetime.fromisoformat(at).astimezone()
    return moment.strftime("%d/%m/%Y %H:%M" if lang == "vi" else "%Y-%m-%d %H:%M")


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("extract.desk"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
