"""Selvvurdering (APV): a few questions a page, kept at each answer, and sent when all are answered."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hjemmedag.apps.workplaces import access, actions, queries
from hjemmedag.apps.workplaces.forms.assessment import WORDS, StepForm, replies_in
from hjemmedag.apps.workplaces.models import Assessment
from hjemmedag.ui.answering import refusals_above
from hjemmedag.ui.requests import Request, only, whole_number
from hjemmedag.ui.words import said


@require_POST
@only(access.may_work_at_home)
def beginning(request: Request) -> HttpResponse:
    """Begin, or go on where one left: with the home, or with the `place` beside it that the page names."""
    place = whole_number(request.POST.get("place", ""))
    with refusals_above(request):
        actions.begin(employee=request.viewer.employee, place=place, today=timezone.localdate(), now=timezone.now())
        draft = queries.draft(request.viewer.employee)
        return redirect("workplaces:step", draft.first_open_step if draft else 1)
    return redirect("workplaces:home")


@only(access.may_work_at_home)
def step(request: Request, number: int) -> HttpResponse:
    """One page of questions; what was answered is kept whichever button is pressed."""
    draft = queries.draft(request.viewer.employee)
    if not 1 <= number <= len(queries.STEPS):
        raise Http404
    if draft is None:
        return redirect("workplaces:home")
    questions = draft.step(number)
    if request.method == "POST":
        with refusals_above(request):
            actions.answer(employee=request.viewer.employee, replies=replies_in(request.POST, questions))
        if "later" in request.POST:
            messages.success(request, _("Your answers are kept. Go on whenever you like."))
            return redirect("workplaces:home")
        if number == len(queries.STEPS):
            return redirect("workplaces:submission")
        return redirect("workplaces:step", number + 1)
    form = StepForm(questions, draft.replies)
    rows = [(each, form[each.key], each.is_law(covered=draft.assessment.sure)) for each in questions]
    shown = {
        "rows": rows,
        "number": number,
        "steps": _steps(),
        "private": queries.PRIVATE,
        "place": draft.assessment.place,
    }
    return render(request, "workplaces/step.html", shown)


def _steps() -> list[dict[str, str]]:
    return [
        {"label": ", ".join(said(topic.words) for topic in topics), "url": reverse("workplaces:step", args=(number,))}
        for number, topics in enumerate(queries.STEPS, 1)
    ]


@require_POST
@only(access.may_work_at_home)
def replies(request: Request) -> HttpResponse:
    """Each answer as it is given: nothing to show."""
    me = request.viewer.employee
    draft = queries.draft(me)
    if draft is None:
        return redirect("workplaces:home")
    with refusals_above(request):
        actions.answer(employee=me, replies=replies_in(request.POST, draft.asked))
    return HttpResponse(status=204)


@only(access.may_work_at_home)
def submission(request: Request) -> HttpResponse:
    """What was answered, what is missing, and the button that sends it."""
    me = request.viewer.employee
    if request.method == "POST":
        with refusals_above(request):
            actions.submit(employee=me, today=timezone.localdate(), now=timezone.now())
            messages.success(request, _("Thank you. What is not in order is on its way to whoever must see to it."))
            return redirect("workplaces:home")
    draft = queries.draft(me)
    if draft is None:
        return redirect("workplaces:home")
    waiting = {
        number: [each for each in draft.open if each.topic in topics] for number, topics in enumerate(queries.STEPS, 1)
    }
    said_no = [each for each in draft.asked if draft.replies.get(each.key) == "no"]
    shown = {
        "open": [(number, questions) for number, questions in waiting.items() if questions],
        "said_no": [(each, each.is_law(covered=draft.assessment.sure)) for each in said_no],
        "handler": queries.practice().handler,
        "private": queries.PRIVATE,
    }
    return render(request, "workplaces/submission.html", shown)


def page(request: Request, pk: int) -> HttpResponse:
    """A sent assessment: one's own, or one that its person shares with the safety representatives."""
    mine = Q(employee=request.viewer.employee, submitted_on__isnull=False)
    shared = access.shared(request.viewer).values("pk")
    rows = Assessment.objects.filter(mine | Q(pk__in=shared)).select_related("employee", "private", "place")
    row = get_object_or_404(rows, pk=pk)
    own = row.employee_id == request.viewer.employee
    shown = queries.shown(row, private=own)
    answers = [
        (each, WORDS[shown.replies[each.key]], shown.replies[each.key], each.is_law(covered=row.sure))
        for each in shown.asked
        if each.key in shown.replies
    ]
    is_shared = own and queries.submitted(row.employee_id).filter(pk=pk, is_shared=True).exists()
    context = {"assessment": row, "answers": answers, "own": own, "is_shared": is_shared}
    return render(request, "workplaces/assessment.html", context)
