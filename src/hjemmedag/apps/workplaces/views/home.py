"""Mit hjemmearbejdssted: what applies to me and why, my assessment, what is being done, and what I can tell."""

from __future__ import annotations

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from hjemmedag.apps.workplaces import access, queries
from hjemmedag.apps.workplaces.forms.own import OCCASIONS
from hjemmedag.apps.workplaces.models import Finding, Instruction, Occasion
from hjemmedag.core.duties import Scope
from hjemmedag.core.workplaces.findings import Stage
from hjemmedag.core.workplaces.rules.screen_words import BECAUSE
from hjemmedag.core.workplaces.screen import Because
from hjemmedag.ui.requests import Request, only

LATEST = 5
"""How many instructions stand on the page though they are confirmed."""


@only(access.may_work_at_home)
def page(request: Request) -> HttpResponse:
    """Only ever one's own."""
    me, today = request.viewer.employee, timezone.localdate()
    judgement, need = queries.latest_judgement(me), queries.need_of(me, today)
    findings = queries.followed(Finding.objects.filter(employee=me))
    because = need.assessment.because if need else None
    shown = {
        "judgement": judgement if judgement is not None and judgement.works_at_home else None,
        "because": BECAUSE[Because(judgement.because)] if judgement is not None and judgement.because else None,
        "need": need,
        "assess_now": need is not None and need.assess_now(today),
        "occasion": OCCASIONS[Occasion.Kind(because)] if because and because in Occasion.Kind.values else "",
        "eye_test_now": need is not None and need.eye_test_now(today),
        "eyes": need.eye_test_on_trouble(today) if need is not None else None,
        "draft": queries.draft(me),
        "latest": queries.submitted(me).filter(place=None).first(),
        "other_places": _places(me, today),
        "findings": [one for one in findings if one.stage is not Stage.CLOSED],
        "closed": [one for one in findings if one.stage is Stage.CLOSED],
        "instructions": _instructions(me),
    }
    return render(request, "workplaces/home.html", shown)


def _places(me: int, today: date) -> list[tuple[queries.PlaceNeed, bool]]:
    """My agreed places beside the home, and whether each must be assessed now."""
    return [(one, one.assess_now(today)) for one in queries.place_needs(Scope(owner=me), today)]


def _instructions(me: int) -> list[Instruction]:
    """Every instruction that is still to be confirmed, and the latest of the others."""
    every = list(queries.instructions_of(me))
    return [one for place, one in enumerate(every) if one.confirmed_at is None or place < LATEST]
