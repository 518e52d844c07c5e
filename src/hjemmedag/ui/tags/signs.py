"""Small signs inside other parts: icons, states, deadlines, the way to a rule, dates and amounts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache, wraps

from django import template
from django.template.context import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hjemmedag.ui import clauses, words
from hjemmedag.ui.icons import ICONS

register = template.Library()

STATES = {
    "good": ("check", gettext_lazy("In order")),
    "missing": ("warning", gettext_lazy("Missing")),
    "late": ("stop", gettext_lazy("Overdue")),
    "unknown": ("question", gettext_lazy("Not known")),
    "waiting": ("clock", gettext_lazy("Waiting")),
    "draft": ("edit", gettext_lazy("Draft")),
    "ended": ("minus", gettext_lazy("Ended")),
}


def silent_on_nothing(said: Callable[..., str]) -> Callable[..., str]:
    """The same words, or none where a template has nothing to say."""

    @wraps(said)
    def words_or_none(value: object, *rest: object) -> str:
        return "" if value in (None, "") else said(value, *rest)

    return words_or_none


SAID: tuple[Callable[..., str], ...] = (
    *(words.weekday_date, words.weekday_name, words.day_date, words.short_day, words.moment, words.when),
    *(words.clock, words.duration, words.kroner, words.said),
)
for way in SAID:
    register.filter(way.__name__, silent_on_nothing(way))


@register.simple_tag
@cache
def icon(name: str, label: str = "") -> SafeString:
    """A drawing of `ICONS`; silent to screen readers unless it has a label."""
    spoken = format_html('role="img" aria-label="{}"', label) if label else SafeString('aria-hidden="true"')
    return format_html('<svg class="icon" viewBox="0 0 24 24" {}><path d="{}"/></svg>', spoken, ICONS[name])


@register.simple_tag
def state(kind: str, said: str = "") -> SafeString:
    """Word, icon and colour of a state."""
    sign, own = STATES[kind]
    return format_html('<span class="state state-{}">{}{}</span>', kind, icon(sign), said or own)


@register.simple_tag
def count_state(kind: str, number: int, url: str = "") -> SafeString:
    """A figure in its state's colour, with the state's word for those who listen; nothing to see at 0."""
    if not number:
        return SafeString('<span class="muted">0</span>')
    sign, own = STATES[kind]
    spoken = format_html("{}{}<span class='sr-only'> {}</span>", icon(sign), number, own)
    if not url:
        return format_html('<span class="state state-{}">{}</span>', kind, spoken)
    return format_html('<a class="state state-{}" href="{}">{}</a>', kind, url, spoken)


@register.simple_tag(takes_context=True)
def deadline(context: Context, due: date | None) -> SafeString:
    """ "senest mandag 30. november"; once the day is over late, with its year: "forfaldt mandag 30. november 2026"."""
    if due is None:
        return SafeString("")
    today = context.get("today")
    if today and due < today:
        return state("late", _("was due %(day)s") % {"day": words.weekday_date(due)})
    return state("waiting", _("by %(day)s") % {"day": words.weekday_date(due, today)})


@register.simple_tag
def why(rule_key: str, said: str = "") -> SafeString:
    """The link that opens a rule beside the page."""
    url = f"/regler/{rule_key}/"
    return format_html(
        '<a class="why" href="{}" hx-get="{}" hx-target="#why-body" hx-swap="innerHTML">{}</a>',
        url,
        url,
        said or _("Why?"),
    )


@register.simple_tag
def clause_diff(old: str, new: str) -> SafeString:
    """The words that went and came."""
    return format_html('<div class="diff">{}</div>', clauses.difference(old, new))
