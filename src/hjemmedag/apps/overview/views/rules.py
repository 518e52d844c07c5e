"""Regler: every rule with its value on a date, source and certainty. “Hvorfor?” opens one beside the page."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from hjemmedag.apps.overview.queries import rules
from hjemmedag.apps.people import queries as people
from hjemmedag.core.law import UnknownRule
from hjemmedag.rulebook.load import load
from hjemmedag.ui.lists import Asked
from hjemmedag.ui.requests import Request, day_asked_for
from hjemmedag.ui.words import language


def listing(request: Request) -> HttpResponse:
    """All rules by subject, with a search."""
    words = Asked(request, timezone.localdate()).q
    groups = rules.by_subject(load(), words, language())
    shown = {"groups": groups, "count": sum(len(found) for _heading, found in groups), "words": words}
    return render(request, "overview/rules.html", shown)


def page(request: Request, key: str) -> HttpResponse:
    """One rule on a date; only its panel when a page asks for it beside itself."""
    on = day_asked_for(request, timezone.localdate())
    try:
        rule = load().rule(key)
    except UnknownRule:
        raise Http404 from None
    shown = {
        "rule": rule,
        "sign": rules.SIGNS[rule.certainty],
        "values": rules.values(rule, on),
        "contacts": people.contacts(people.company()),
        "on": on,
    }
    return render(request, "overview/rule_panel.html" if request.htmx else "overview/rule.html", shown)
