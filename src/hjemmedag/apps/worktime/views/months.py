"""Måneder: what payroll takes out, month by month, and closes."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hjemmedag.adapters.spreadsheets.export import export
from hjemmedag.apps.worktime import access, actions, queries
from hjemmedag.ui.answering import Asking, form_page, refusals_above
from hjemmedag.ui.downloads import attachment
from hjemmedag.ui.lists import Asked
from hjemmedag.ui.requests import FIRST_DAY, LAST_DAY, Request, only


class LockingForm(forms.Form):
    """Closing a month; while weeks are missing in it, somebody says that they know."""

    known = forms.BooleanField(label=gettext_lazy("I know that these weeks are not in the month’s pay"))

    def __init__(self, *args: Any, all_in: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if all_in:
            del self.fields["known"]


@only(access.may_pay)
def listing(request: Request) -> HttpResponse:
    """The last year's months; one of them as a file of totals, a row a person."""
    asked = Asked(request, timezone.localdate())
    if asked.format:
        month = asked.on.replace(day=1)
        headings = [_("Number"), _("Name"), _("Month"), _("Hours at home"), _("Hours elsewhere"), _("Hours in all")]
        return attachment(export(f"arbejdstid-{month:%Y-%m}", asked.format, headings, queries.paid(month)))
    return render(request, "worktime/months.html", {"months": queries.months(asked.today)})


@only(access.may_pay)
def locking(request: Request, year: int, number: int) -> HttpResponse:
    """Close a month, once it is said whose weeks are not in it."""
    month = month_of(year, number)
    left_out = queries.payroll_month(month).left_out
    form = LockingForm(request.POST if request.method == "POST" else None, all_in=not left_out)
    if form.is_valid():
        with refusals_above(request):
            actions.lock(month=month, actor=request.viewer.employee, today=timezone.localdate(), now=timezone.now())
            messages.success(request, _("The month is closed. Later corrections say why, and show."))
        return redirect("worktime:months")
    asking = Asking(
        title=_("Close %(month)s") % {"month": date_format(month, "F Y")},
        submit=_("Close the month"),
        back=reverse("worktime:months"),
        back_words=_("Months"),
    )
    said = {"month": month, "people": len(left_out), "weeks": sum(len(one.weeks) for one in left_out)}
    return form_page(request, form, asking, "worktime/locking.html", **said)


def month_of(year: int, number: int) -> date:
    """The first day of the month in an address. Raises `Http404`."""
    try:
        month = date(year, number, 1)
    except (ValueError, OverflowError):
        raise Http404 from None
    if not FIRST_DAY <= month < LAST_DAY:
        raise Http404
    return month
