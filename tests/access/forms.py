"""The forms of a page, filled in as they stand there."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass(slots=True)
class Form:
    """A form that posts: where to (empty for its own page), and the value of each field."""

    action: str
    said: dict[str, str] = field(default_factory=dict)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.open = False
        self.select = self.textarea = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "form" and told.get("method", "").lower() == "post":
            self.forms.append(Form(told.get("action", "")))
            self.open = True
        if not self.open:
            return
        said, name = self.forms[-1].said, told.get("name", "")
        if tag in ("input", "button") and name:
            chosen = told.get("type") not in ("checkbox", "radio") or "checked" in told
            said[name] = told.get("value", "on") if chosen else said.get(name, "")
        elif tag == "select":
            self.select = name
        elif tag == "option" and self.select and ("selected" in told or self.select not in said):
            said[self.select] = told.get("value", "")
        elif tag == "textarea":
            self.textarea, said[name] = name, ""

    def handle_data(self, data: str) -> None:
        if self.open and self.textarea:
            self.forms[-1].said[self.textarea] += data.strip("\n")

    def handle_endtag(self, tag: str) -> None:
        self.open = self.open and tag != "form"
        self.select = "" if tag == "select" else self.select
        self.textarea = "" if tag == "textarea" else self.textarea


def forms_of(page: str) -> list[Form]:
    """Every form of a page that posts."""
    reader = _Reader()
    reader.feed(page)
    return [
        Form(form.action, {k: v for k, v in form.said.items() if k != "csrfmiddlewaretoken"}) for form in reader.forms
    ]
