"""En måned til lønkørslen: the file for a payroll system, who is not in it, and the files made before."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from hjemmedag.adapters.payroll import lacking, profiles
from hjemmedag.adapters.spreadsheets.export import File
from hjemmedag.apps.worktime import access, actions, queries
from hjemmedag.apps.worktime.forms.payroll import ChoicesForm, ProfileForm
from hjemmedag.apps.worktime.models import PayrollFile
from hjemmedag.apps.worktime.views.months import month_of
from hjemmedag.ui.answering import Asking, form_page, refusals_in
from hjemmedag.ui.downloads import attachment
from hjemmedag.ui.lists import Asked
from hjemmedag.ui.requests import Request, only
from hjemmedag.ui.words import said


@only(access.may_pay)
def page(request: Request, year: int, number: int) -> HttpResponse:
    """Choose a system and make its file; who isn't approved stands beside."""
    month = month_of(year, number)
    form = ProfileForm(request.POST or None)
    if form.is_valid():
        profile = form.chosen
        if lacking(profile, queries.payroll_choices(profile.name)[0]):
            messages.info(request, _("Fill in what the payroll system asks for first."))
            return redirect("worktime:payroll_choices", profile.name)
        with refusals_in(form):
            made = actions.make_payroll_file(
                month=month, profile=profile, actor=request.viewer.employee, now=timezone.now()
            )
            messages.success(request, _("The file %(name)s is made. You find it below.") % {"name": made.name})
            return redirect("worktime:month", year, number)
    titles = {one.name: one.title for one in profiles().values()}
    files = [(one, titles.get(one.profile, one.profile)) for one in queries.payroll_files(month)]
    taken = queries.payroll_month(month)
    shown = {"month": month, "form": form, "files": files, "profiles": profiles().values(), "number": len(taken.lines)}
    left_out = Asked(request, timezone.localdate()).page(taken.left_out)
    return render(request, "worktime/month.html", {**shown, "page": left_out})


@only(access.may_pay)
@require_GET
def file(request: Request, pk: int) -> HttpResponse:
    """A file as it was made."""
    made = get_object_or_404(PayrollFile, pk=pk)
    return attachment(File(made.name, bytes(made.content), "text/csv"))


@only(access.may_pay)
def choices(request: Request, name: str) -> HttpResponse:
    """What the company has agreed with a payroll system."""
    profile = profiles().get(name)
    if profile is None or not profile.settings:
        raise Http404
    values, revision = queries.payroll_choices(name)
    form = ChoicesForm(request.POST or None, profile=profile, values=values, revision=revision)
    if form.is_valid():
        with refusals_in(form):
            actions.choose_for_payroll(
                profile=profile,
                values=form.values,
                revision=form.cleaned_data["revision"],
                actor=request.viewer.employee,
                now=timezone.now(),
            )
            messages.success(request, _("The choices are saved."))
            return redirect("worktime:months")
    asking = Asking(
        title=profile.title,
        submit=_("Save the choices"),
        back=reverse("worktime:months"),
        back_words=_("Months"),
        lead=said(profile.note),
    )
    return form_page(request, form, asking)
