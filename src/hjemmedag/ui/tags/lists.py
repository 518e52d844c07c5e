"""What stands above and below a list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import template
from django.core.paginator import Page
from django.template.context import Context

register = template.Library()


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
    filters: Iterable[Any] = (),
    csv_url: str = "",
    xlsx_url: str = "",
    placeholder: str = "",
) -> dict[str, Any]:
    """Search, filters, number of results, exports."""
    filters = [{**one, "choices": chosen(one)} for one in filters]
    own = {"q", "format", *(one["name"] for one in filters)}
    exports = [(name, narrowed(context, url)) for name, url in (("CSV", csv_url), ("Excel", xlsx_url)) if url]
    return {"count": count, "noun": noun, "q": q, "filters": filters, "exports": exports,
            "placeholder": placeholder, "kept": [pair for pair in kept(context, "page") if pair[0] not in own],
            "narrowed": bool(q) or any(one["value"] for one in filters)}  # fmt: skip


def chosen(one: Mapping[str, Any]) -> list[tuple[Any, Any, bool]]:
    """A filter's choices, each with whether it is the one that holds."""
    value = str(one["value"])
    return [(choice, label, str(choice) == value) for choice, label in one["choices"]]


def narrowed(context: Context, url: str) -> str:
    """The address of an export of what the list shows now: the same search and filters."""
    query = urlencode(kept(context, "page"))
    return f"{url}{'&' if '?' in url else '?'}{query}" if query else url


@register.inclusion_tag("ui/parts/pagination.html", takes_context=True)
def pagination(context: Context, page: Page[Any]) -> dict[str, Any]:
    """The way between pages; nothing when there is one."""
    return {"page": page, "numbers": page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1),
            "address": context["request"].GET, "gap": page.paginator.ELLIPSIS}  # fmt: skip


def kept(context: Context, but: str) -> list[tuple[str, str]]:
    """The address's other parameters, to be sent along."""
    request = context.get("request")
    return [pair for pair in request.GET.items() if pair[0] not in (but, "page")] if request else []
