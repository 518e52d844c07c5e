"""Ansøgning: four steps, kept at each of them. Pattern, place, what follows, send."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hjemmedag.apps.agreements import actions
from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.apps.overview.forms.application import PatternForm, PlaceForm, SendForm
from hjemmedag.apps.overview.queries import application, criteria
from hjemmedag.core.agreements.wish import Wish
from hjemmedag.rulebook.load import load
from hjemmedag.ui.answering import refusals_in
from hjemmedag.ui.requests import Request, only, whole_number


@only(agreements.may_apply)
def begin(request: Request) -> HttpResponse:
    """The first step that is not done yet."""
    draft = agreements.draft_of(request.viewer.employee)
    return redirect(application.next_step(agreements.wish_of(draft) if draft else None))


@only(agreements.may_apply)
def pattern(request: Request) -> HttpResponse:
    """Step 1."""
    today = timezone.localdate()

    def form(wish: Wish | None) -> PatternForm:
        return PatternForm(request.POST or None, initial=PatternForm.initial_of(wish), today=today)

    return _step(request, 1, form, "overview:application_place")


@only(agreements.may_apply)
def place(request: Request) -> HttpResponse:
    """Step 2."""
    today = timezone.localdate()
    home, questions = application.known_home(request.viewer.employee, today), application.precheck(today)

    def form(wish: Wish | None) -> PlaceForm:
        return PlaceForm(request.POST or None, initial=PlaceForm.initial_of(wish, home), questions=questions)

    return _step(request, 2, form, "overview:application_consequences")


def _step(
    request: Request, number: int, ask: Callable[[Wish | None], PatternForm | PlaceForm], onward: str
) -> HttpResponse:
    """Show a step, or keep what was written and go on; what was typed is never lost."""
    employee = request.viewer.employee
    draft = agreements.draft_of(employee)
    wish = agreements.wish_of(draft) if draft else None
    form = ask(wish)
    # Whoever goes on later keeps what is there, whole or not.
    if request.method == "POST" and (form.is_valid() or "later" in request.POST):
        with refusals_in(form):
            actions.save(
                employee=employee,
                wish=form.onto(wish or Wish()),
                revision=_revision(request),
                now=timezone.now(),
            )
            return _kept(request) if "later" in request.POST else redirect(onward)
    shown = {"form": form, "revision": draft.revision if draft else 0, "step": number, "steps": application.steps(wish)}
    return render(request, f"overview/application/step{number}.html", shown)


def _revision(request: Request) -> int:
    """The revision of the draft that the page showed; 0 for one that is new or unreadable."""
    return whole_number(request.POST.get("revision", "")) or 0


def _kept(request: Request) -> HttpResponse:
    messages.success(request, _("Your application is kept. You can go on whenever you like."))
    return redirect("overview:my_arrangement")


@only(agreements.may_apply)
def consequences(request: Request) -> HttpResponse:
    """Step 3: what follows from the pattern, before it is sent."""
    draft = agreements.draft_of(request.viewer.employee)
    wish = agreements.wish_of(draft) if draft else None
    if wish is None or application.next_step(wish) in ("overview:application_pattern", "overview:application_place"):
        return redirect("overview:my_application")
    today = timezone.localdate()
    shown = {
        "wish": wish,
        "consequences": application.consequences(wish, request.viewer.employee, today, load()),
        "hints": application.hints(wish, today),
        "team_frame": application.team_frame(wish, request.viewer.employee, today),
        "strip": application.strip(wish.pattern),
        "explained": criteria.of_wish(request.viewer.employee, wish.pattern, today),
        "notice_months": application.notice_months(wish, today),
        "step": 3,
        "steps": application.steps(wish),
    }
    return render(request, "overview/application/step3.html", shown)


@only(agreements.may_apply)
def send(request: Request) -> HttpResponse:
    """Step 4: own words, then send."""
    employee, today = request.viewer.employee, timezone.localdate()
    draft = agreements.draft_of(employee)
    if draft is None:
        return redirect("overview:my_arrangement")
    wish = agreements.wish_of(draft)
    form = SendForm(request.POST or None, initial=SendForm.initial_of(wish), law=load().on(today))
    if request.method == "POST" and form.is_valid():
        revision, now = _revision(request), timezone.now()
        with refusals_in(form):
            kept = actions.save(employee=employee, wish=form.onto(wish), revision=revision, now=now)
            if "later" in request.POST:
                return _kept(request)
            sent = actions.submit(employee=employee, revision=kept.revision, now=now, today=today, rulebook=load())
            messages.success(request, _("Your application is sent. You will get an answer in writing."))
            return redirect("overview:application", sent.pk)
        draft.refresh_from_db()
    shown = {
        "form": form,
        "wish": wish,
        "strip": application.strip(wish.pattern),
        "revision": draft.revision,
        "step": 4,
        "steps": application.steps(wish),
    }
    return render(request, "overview/application/step4.html", shown)


@only(agreements.may_apply)
@require_POST
def discard(request: Request) -> HttpResponse:
    """Throw the draft away."""
    actions.discard(employee=request.viewer.employee)
    messages.success(request, _("The draft is thrown away."))
    return redirect("overview:my_arrangement")
