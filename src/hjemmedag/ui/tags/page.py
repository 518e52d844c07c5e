"""What frames a page: its name, notes and the way back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template
from django.template.base import FilterExpression, Node, NodeList, Parser, Token
from django.template.context import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from hjemmedag.ui.tags.signs import icon

register = template.Library()

NOTES = {"info": "info", "good": "check", "missing": "warning", "late": "stop", "law": "scales"}
LEVELS = {"success": "good", "warning": "missing", "error": "late"}


class Note(Node):
    """A boxed message of one kind."""

    def __init__(self, kind: FilterExpression, words: NodeList) -> None:
        self.kind, self.nodelist = kind, words

    def render(self, context: Context) -> SafeString:
        kind = self.kind.resolve(context)
        return format_html(
            '<div class="note note-{}">{}<div>{}</div></div>', kind, icon(NOTES[kind]), self.nodelist.render(context)
        )


@register.tag
def note(parser: Parser, token: Token) -> Note:
    """`{% note "info" %}…{% endnote %}`."""
    words = parser.parse(("endnote",))
    parser.delete_first_token()
    return Note(parser.compile_filter(token.split_contents()[1]), words)


class Remember(Node):
    """Renders its content into a variable, so that a block can be shown twice."""

    def __init__(self, name: str, content: NodeList) -> None:
        self.name, self.nodelist = name, content

    def render(self, context: Context) -> SafeString:
        context[self.name] = SafeString(self.nodelist.render(context).strip())
        return SafeString("")


@register.tag
def remember(parser: Parser, token: Token) -> Remember:
    """`{% remember name %}…{% endremember %}`."""
    content = parser.parse(("endremember",))
    parser.delete_first_token()
    return Remember(token.split_contents()[1], content)


@register.filter
def svg_only(drawing: str) -> SafeString:
    """A drawing that our own server made, without the XML declaration that HTML has no place for."""
    return SafeString(drawing[drawing.index("<svg") :])


@register.simple_tag
def back_link(url: str, words: str) -> SafeString:
    """A link to where one came from."""
    return format_html('<a class="back-link" href="{}">{}{}</a>', url, icon("back"), words)


@register.simple_tag
def place(item: Mapping[str, Any], short: bool = False) -> SafeString:
    """A link of the menu, in short words where there is little room, with the number of what waits behind it."""
    waiting = item.get("count") and format_html(
        '<span class="count">{}<span class="sr-only"> {}</span></span>', item["count"], _("waiting")
    )
    return format_html(
        '<a href="{}"{}>{}<span>{}</span>{}</a>',
        item["url"],
        SafeString(' aria-current="page"' if item.get("current") else ""),
        icon(item["icon"]) if item["icon"] else "",
        (short and item.get("short")) or item["label"],
        waiting or "",
    )


@register.filter
def note_kind(level_tag: str) -> str:
    """The kind of note for a level of Django's messages."""
    return LEVELS.get(level_tag, "info")


@register.filter
def first_places(groups: list[dict[str, list[object]]], number: int) -> list[object]:
    """The first so many items of all groups."""
    return [item for group in groups for item in group["items"]][:number]
