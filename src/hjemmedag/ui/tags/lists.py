"""What stands above and below a list."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import template
from django.core.paginator import Page
from django.template.context import Context

from hjemmedag.ui.lists import Filter

register = template.Library()

EXPORTS = (("csv", "CSV"), ("xlsx", "Excel"))


@register.inclusion_tag("ui/parts/as_of.html", takes_context=True)
def as_of(context: Context, day: date, name: str = "as_of") -> dict[str, Any]:
    """A date to see the page on; keeps the rest of the address."""
    return {"day": day, "name": name, "kept": kept(context, name), "today": context.get("today")}


@register.inclusion_tag("ui/parts/list_toolbar.html", takes_context=True)
def list_toolbar(
    context: Context,
    count: int,
    noun: str = "",
    q: str | None = None,
    filters: Iterable[Filter] = (),
    placeholder: str = "",
    exports: bool = False,
) -> dict[str, Any]:
    """Search, filters, number of results; with `exports`, what the list shows now as files."""
    narrowed, filters = kept(context, "format"), list(filters)
    own = {"q", *(one.name for one in filters)}
    files = [(words, urlencode([("format", ending), *narrowed])) for ending, words in EXPORTS if exports]
    return {"count": count, "noun": noun, "q": q, "filters": [chosen(one) for one in filters], "files": files,
            "placeholder": placeholder, "kept": [pair for pair in narrowed if pair[0] not in own],
            "narrowed": bool(q) or any(one.narrows for one in filters)}  # fmt: skip


def chosen(one: Filter) -> dict[str, Any]:
    """A filter with its choices, each with whether it is the one that holds."""
    choices = [(choice, label, str(choice) == one.value) for choice, label in one.choices]
    return {"name": one.name, "label": one.label, "choices": choices}


@register.inclusion_tag("ui/parts/pagination.html", takes_context=True)
def pagination(context: Context, page: Page[Any]) -> dict[str, Any]:
    """The way between pages; nothing when there is one."""
    return {"page": page, "numbers": page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1),
            "address": context["request"].GET, "gap": page.paginator.ELLIPSIS}  # fmt: skip


def kept(context: Context, but: str) -> list[tuple[str, str]]:
    """The address's other parameters, to be sent along."""
    request = context.get("request")
    return [pair for pair in request.GET.items() if pair[0] not in (but, "page")] if request else []
