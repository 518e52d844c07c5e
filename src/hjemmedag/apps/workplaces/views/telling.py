"""What a person tells of their home: something changed, they move, or there is a problem."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from hjemmedag.apps.workplaces import access, actions, queries
from hjemmedag.apps.workplaces.forms.own import MovingForm, OccasionForm, ProblemForm
from hjemmedag.apps.workplaces.models import Occasion
from hjemmedag.ui.answering import Asking, form_page, refusals_in
from hjemmedag.ui.requests import Request, only
from hjemmedag.ui.words import said


def _asking(title: str, submit: str, lead: str) -> Asking:
    back = reverse("workplaces:home")
    return Asking(title=title, submit=submit, back=back, back_words=_("My home workplace"), lead=lead)


@only(access.may_work_at_home)
def occasion(request: Request) -> HttpResponse:
    """Something changed: the home is to be assessed again."""
    today = timezone.localdate()
    form = OccasionForm(request.POST or None, initial={"on": today})
    if form.is_valid():
        with refusals_in(form):
            actions.tell(**form.cleaned_data, employee=request.viewer.employee, today=today, now=timezone.now())
            if form.cleaned_data["kind"] == Occasion.Kind.INJURY:
                messages.warning(request, _("The injury itself is not reported yet. Report it here."))
                return redirect("workplaces:my_injuries")
            messages.success(request, _("Thank you. Assess your home again, and say what should be different."))
            return redirect("workplaces:home")
    lead = _("Tell it here, and you are asked to assess your home again.")
    return form_page(request, form, _asking(_("Something has changed"), _("Tell it"), lead))


@only(access.may_work_at_home)
def moving(request: Request) -> HttpResponse:
    """The day and the place: a new assessment from that day. Abroad, other rules may hold, and that is said at once."""
    me, today = request.viewer.employee, timezone.localdate()
    form = MovingForm(request.POST or None, initial={"country": "DK"})
    if form.is_valid():
        with refusals_in(form):
            address = form.address()
            actions.move(employee=me, address=address, on=form.cleaned_data["on"], now=timezone.now())
            messages.success(request, _("Your new address is saved. You assess the new place once you have moved in."))
            if (abroad := queries.social_security(me, address.country, today)) is not None:
                advice = _("Talk to HR before you work there.")
                messages.warning(request, f"{said(abroad.message)} {advice}")
            return redirect("workplaces:home")
    lead = _("You, HR and whoever signs your addendum see the address.")
    return form_page(request, form, _asking(_("I’m moving"), _("Save"), lead), "workplaces/moving.html")


@only(access.may_work_at_home)
def problem(request: Request) -> HttpResponse:
    """A problem, told to a safety representative or HR."""
    form = ProblemForm(request.POST or None)
    if form.is_valid():
        with refusals_in(form):
            actions.tell_problem(
                **form.cleaned_data, employee=request.viewer.employee, today=timezone.localdate(), now=timezone.now()
            )
            messages.success(request, _("It is told. You can follow here what is done about it."))
            return redirect("workplaces:home")
    lead = _("Is something wrong at your home workplace? Say it, and someone sees to it.")
    return form_page(request, form, _asking(_("Tell of a problem"), _("Send"), lead))
