"""Rundvisning og besøg: what stands about one's own home, answering, taking a yes back, and what was seen."""

from __future__ import annotations

from datetime import datetime

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hjemmedag.apps.workplaces import access, actions, queries
from hjemmedag.apps.workplaces.forms.visits import OTHER_WAYS, WAYS, AnswerForm, OutcomeForm
from hjemmedag.apps.workplaces.models import Photo, Visit, VisitAnswer
from hjemmedag.core.workplaces.visits import State
from hjemmedag.ui.answering import Asking, form_page, refusals_above, refusals_in
from hjemmedag.ui.requests import Request, only


@only(access.may_work_at_home)
def mine(request: Request) -> HttpResponse:
    """Everything that anyone asked to see or saw of one's own home, and one's own pictures."""
    me = request.viewer.employee
    shown = {
        "visits": queries.visits_shown(Visit.objects.filter(employee=me), timezone.now()),
        "photos": queries.photos_shown(Photo.objects.filter(employee=me)),
    }
    return render(request, "workplaces/seen.html", shown)


def page(request: Request, pk: int) -> HttpResponse:
    """For the person and for whoever asked: how far it has come, and what this reader can do."""
    now = timezone.now()
    one = _opened(request, pk, now)
    mine = one.visit.employee_id == request.viewer.employee
    shown = {
        "one": one,
        "mine": mine,
        "way": WAYS[Visit.Way(one.visit.way)],
        "other_way": OTHER_WAYS[VisitAnswer.OtherWay(one.answer.other_way)]
        if one.answer and one.answer.other_way
        else "",
        "findings": queries.followed(access.readable(request.viewer).filter(visit=pk)),
        "photos": queries.photos_shown(access.photos(request.viewer).filter(visit=pk)),
    }
    return render(request, "workplaces/visit.html", shown)


def answer(request: Request, pk: int) -> HttpResponse:
    """The person answers; the words above the form are kept with the answer."""
    now, today = timezone.now(), timezone.localdate()
    one = _opened(request, pk, now)
    if one.visit.employee_id != request.viewer.employee:
        raise Http404
    if one.state is not State.ASKED:
        return redirect("workplaces:visit", pk)
    words = queries.agreement(one.visit)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with refusals_in(form):
            said, other_way = form.answer
            actions.answer_visit(
                visit=pk,
                employee=request.viewer.employee,
                said=said,
                other_way=other_way,
                words=words,
                today=today,
                now=now,
            )
            messages.success(request, _("Your answer is sent to %(name)s.") % {"name": one.visit.asked_by.name})
            return redirect("workplaces:visit", pk)
    asking = Asking(
        title=_("May your home workplace be seen?"),
        submit=_("Send the answer"),
        back=reverse("workplaces:own_visits"),
        back_words=_("Visits and pictures"),
    )
    return form_page(request, form, asking, "workplaces/visit_answer.html", words=words)


@require_POST
def withdrawal(request: Request, pk: int) -> HttpResponse:
    """The person takes the yes back."""
    now = timezone.now()
    one = _opened(request, pk, now)
    if one.visit.employee_id != request.viewer.employee:
        raise Http404
    with refusals_above(request):
        actions.withdraw(visit=pk, employee=request.viewer.employee, now=now)
        name = one.visit.asked_by.name
        messages.success(request, _("It is taken back and has stopped. %(name)s is told.") % {"name": name})
    return redirect("workplaces:visit", pk)


def outcome(request: Request, pk: int) -> HttpResponse:
    """Whoever asked writes what was seen, while the yes stands."""
    now, today = timezone.now(), timezone.localdate()
    one = _opened(request, pk, now)
    if one.visit.asked_by_id != request.viewer.employee:
        raise Http404
    if not one.may_write and request.method != "POST":
        return redirect("workplaces:visit", pk)
    judgement = queries.latest_judgement(one.visit.employee_id)
    questions = queries.seen_questions(today, covered=judgement is not None and judgement.covered)
    name = one.visit.employee.name
    form = OutcomeForm(request.POST or None, questions=questions, name=name)
    if form.is_valid():
        with refusals_in(form):
            actions.write_outcome(visit=pk, actor=request.viewer.employee, **form.cleaned_data, today=today, now=now)
            messages.success(request, _("It is written. %(name)s can read it.") % {"name": name})
            return redirect("workplaces:visit", pk)
    asking = Asking(
        title=_("What you saw at %(name)s’s home workplace") % {"name": name},
        submit=_("Save"),
        back=reverse("workplaces:visit", args=(pk,)),
        back_words=_("The visit"),
    )
    return form_page(request, form, asking)


def _opened(request: Request, pk: int, now: datetime) -> queries.ShownVisit:
    found = queries.visits_shown(access.visits(request.viewer, timezone.localdate()).filter(pk=pk), now)
    if not found:
        raise Http404
    return found[0]
