"""Duties, statuses, histories and figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django import template
from django.template.context import Context
from django.utils.translation import ngettext

from hjemmedag.ui import charts
from hjemmedag.ui.tags.signs import STATES

register = template.Library()


@register.inclusion_tag("ui/parts/duty_card.html", takes_context=True)
def duty_card(
    context: Context,
    title: str,
    url: str,
    action: str,
    text: str = "",
    minutes: int | None = None,
    due: date | None = None,
    rule: str = "",
    next: bool = False,
) -> dict[str, Any]:
    """One duty: what, why in a line, how long, by when, one button."""
    time = ngettext("%(n)s minute.", "%(n)s minutes.", minutes) % {"n": minutes} if minutes else ""
    return {"today": context.get("today"), "title": title, "url": url, "action": action, "text": text, "time": time,
            "due": due, "rule": rule, "next": next}  # fmt: skip


@register.inclusion_tag("ui/parts/status_line.html")
def status_line(kind: str, said: str, url: str = "", link: str = "") -> dict[str, Any]:
    """A state and its sentence in one line."""
    return {"kind": kind, "sign": STATES[kind][0], "said": said, "url": url, "link": link}


@register.inclusion_tag("ui/parts/timeline.html", takes_context=True)
def timeline(context: Context, events: Iterable[Any]) -> dict[str, Any]:
    """What happened, newest first as given."""
    return {"events": events, "today": context.get("today")}


@register.inclusion_tag("ui/parts/step_guide.html")
def step_guide(steps: Sequence[Mapping[str, str]], current: int) -> dict[str, Any]:
    """The steps of a longer form."""
    return {"steps": steps, "current": current, "now": steps[current - 1]}


@register.inclusion_tag("ui/parts/criteria.html")
def criteria(items: Iterable[Any]) -> dict[str, Any]:
    """Criteria with ticks and reasons."""
    return {"items": items}


@register.inclusion_tag("ui/parts/signature_block.html", takes_context=True)
def signature_block(context: Context, signatures: Iterable[Any]) -> dict[str, Any]:
    """Who signed, when and how; who is awaited."""
    return {"signatures": signatures, "today": context.get("today")}


@register.inclusion_tag("ui/parts/facts.html")
def facts(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """A definition list without its empty lines."""
    return {"pairs": [(word, value) for word, value in pairs if value not in (None, "")]}


@register.inclusion_tag("ui/parts/chart.html")
def chart(chart: charts.Chart) -> dict[str, Any]:
    """A chart and its table."""
    return {"chart": chart, "width": charts.WIDTH, "height": charts.HEIGHT, "left": charts.LEFT}


@register.inclusion_tag("ui/parts/share_bar.html")
def share_bar(good: int, missing: int, late: int) -> dict[str, Any]:
    """Three numbers as one bar of 100."""
    total = good + missing + late
    # A part that exists is seen, however small: the good gives way.
    faults = [max(3.0, 100 * part / total) if part else 0.0 for part in (missing, late)]
    widths = [max(0.0, 100 - sum(faults)) if good else 0.0, *faults]
    drawn = [
        (kind, round(sum(widths[:place]), 1), round(width, 1))
        for place, (kind, width) in enumerate(zip(("good", "missing", "late"), widths, strict=True))
        if width
    ]
    return {"parts": drawn, "good": good, "missing": missing, "late": late}


@register.inclusion_tag("ui/parts/empty_state.html")
def empty_state(title: str, text: str, url: str = "", action: str = "", icon: str = "document") -> dict[str, Any]:
    """What belongs here and the first thing to do."""
    return {"title": title, "text": text, "url": url, "action": action, "icon": icon}


@register.inclusion_tag("ui/parts/progress.html")
def progress(done: int, total: int | None, said: str, cancel_url: str = "") -> dict[str, Any]:
    """How far long work has come."""
    return {"done": done, "total": total, "said": said, "cancel_url": cancel_url}
