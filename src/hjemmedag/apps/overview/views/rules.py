"""Regler: every rule with its value on a date, its source and how certain it is. “Hvorfor?” opens one beside the page."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language

from hjemmedag.apps.overview.queries import rules
from hjemmedag.apps.people import queries as people
from hjemmedag.core.law import UnknownRule
from hjemmedag.rulebook.load import load
from hjemmedag.ui.requests import Request


def listing(request: Request) -> HttpResponse:
    """All rules by subject, with a search."""
    words = request.GET.get("q", "").strip()[:100]
    groups = rules.by_subject(load(), words, get_language() or "da")
    count = sum(len(group.rules) for group in groups)
    return render(request, "overview/rules.html", {"groups": groups, "count": count, "words": words})


def page(request: Request, key: str) -> HttpResponse:
    """One rule on a date; only its panel when the page asks for it from beside."""
    try:
        on = date.fromisoformat(request.GET.get("as_of", ""))
    except ValueError:
        on = timezone.localdate()
    try:
        rule = load().rule(key)
    except UnknownRule:
        raise Http404 from None
    shown = rules.shown(rule, on, get_language() or "da")
    contacts = people.contacts(people.company())
    template = "overview/rule_panel.html" if request.htmx else "overview/rule.html"
    return render(request, template, {"rule": shown, "contacts": contacts, "on": on})
