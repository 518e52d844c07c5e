"""Skærmarbejde hjemme: what holds and why; and the answer to the offer of an eye test."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from hjemmedag.apps.workplaces import access, actions, queries
from hjemmedag.apps.workplaces.forms.own import EyeTestForm
from hjemmedag.ui.answering import Asking, form_page, refusals_in
from hjemmedag.ui.requests import Request, only
from hjemmedag.ui.words import said


@only(access.may_work_at_home)
def page(request: Request) -> HttpResponse:
    """Worked out now, from the plan and the weeks that were registered."""
    me = request.viewer.employee
    found = queries.screens({me}, timezone.localdate()).get(me)
    return render(request, "workplaces/screen.html", {"found": found})


@only(access.may_work_at_home)
def eye_test(request: Request) -> HttpResponse:
    """Had on a day, or no thanks for now."""
    me, today = request.viewer.employee, timezone.localdate()
    form = EyeTestForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with refusals_in(form):
            actions.answer_eye_test(
                employee=me, tested_on=form.cleaned_data["tested_on"], today=today, now=timezone.now()
            )
            messages.success(request, _("Thank you. You are asked again when the next test is due."))
            return redirect("workplaces:home")
    need = queries.need_of(me, today)
    asking = Asking(
        title=_("Your eye test"),
        submit=_("Save"),
        back=reverse("workplaces:home"),
        back_words=_("My home workplace"),
        lead=_lead(need, today, trouble="gener" in request.GET),
    )
    return form_page(request, form, asking)


def _lead(need: queries.Need | None, today: date, *, trouble: bool) -> str:
    """What the rule says; nothing where it isn't confirmed that the order applies."""
    if need is None or need.covered != need.sure:
        return ""
    return said((need.eye_test_on_trouble(today) if trouble else need.eye_test).message)
