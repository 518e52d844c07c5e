"""Praksis om skader hjemme: told with sources and certainty, never a verdict on anyone's case."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from hjemmedag.apps.workplaces import access
from hjemmedag.rulebook import practice
from hjemmedag.ui.requests import Request, only


@only(access.may_work_at_home)
def page(request: Request) -> HttpResponse:
    """What has been decided so far."""
    known = practice.load()
    shown = {"practice": known, "precedents": list(known.on(timezone.localdate()))}
    return render(request, "workplaces/precedents.html", shown)
