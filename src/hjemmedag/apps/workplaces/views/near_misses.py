"""Nærved-hændelser: told in a minute, read by safety representatives and HR, and settled."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from hjemmedag.adapters.spreadsheets.export import export
from hjemmedag.apps.workplaces import access, actions, queries
from hjemmedag.apps.workplaces.forms.near_misses import AnswerForm, NearMissForm
from hjemmedag.apps.workplaces.models import Finding
from hjemmedag.core.people.roles import Role
from hjemmedag.ui.answering import Asking, form_page, refusals_in
from hjemmedag.ui.downloads import attachment
from hjemmedag.ui.lists import Asked
from hjemmedag.ui.requests import Request, only


@only(access.may_work_at_home)
def new(request: Request) -> HttpResponse:
    """Tell of one."""
    me, today = request.viewer.employee, timezone.localdate()
    form = NearMissForm(request.POST or None, initial={"on": today})
    if form.is_valid():
        with refusals_in(form):
            actions.tell_near_miss(**form.cleaned_data, employee=me, today=today, now=timezone.now())
            messages.success(request, _("Thank you. You can follow here what is made of it."))
            return redirect("workplaces:my_injuries")
    asking = Asking(
        title=_("Tell of a near miss"),
        submit=_("Send"),
        back=reverse("workplaces:my_injuries"),
        back_words=_("Injuries and near misses"),
        lead=_(
            "Nobody was hurt, but it could have happened. The safety representatives and HR read it. If they put it in "
            "the action plan, they write there in their own words, which your manager may read."
        ),
    )
    return form_page(request, form, asking)


@only(access.may_prevent)
def listing(request: Request) -> HttpResponse:
    """All of them, those that wait first."""
    asked = Asked(request, timezone.localdate())
    which = asked.filter("vis", _("Show"), [("all", _("All")), ("open", _("Waiting"))])
    rows = queries.with_names(access.near_misses(request.viewer))
    if which.narrows:
        rows = rows.filter(settled_on__isnull=True)
    if asked.q:
        rows = rows.filter(what__icontains=asked.q)
    if asked.format:
        headings = [
            _("Day"),
            _("Where"),
            _("What nearly happened"),
            _("What would prevent it"),
            _("Settled"),
            _("Answer"),
        ]
        cells = [(one.on, one.place, one.what, one.prevent, one.settled_on, one.answer) for one in rows]
        return attachment(export(f"naerved-{asked.today}", asked.format, headings, cells))
    shown = {
        "asked": asked,
        "filters": [which],
        "page": asked.page(rows),
        "narrowed": which.narrows or bool(asked.q),
    }
    return render(request, "workplaces/near_misses.html", shown)


def page(request: Request, pk: int) -> HttpResponse:
    """What nearly happened; for those who prevent the next one, the two ways to settle it."""
    viewer, today = request.viewer, timezone.localdate()
    row = get_object_or_404(queries.with_names(access.near_misses(viewer)), pk=pk)
    prevents = access.may_prevent(viewer)
    settles = prevents and row.employee_id != viewer.employee
    form = AnswerForm(request.POST or None)
    if request.method == "POST":
        if not settles:
            raise Http404
        role = Finding.Told.HR if viewer.everywhere(Role.HR) else Finding.Told.SAFETY
        told = role.value if "plan" in request.POST else ""
        if form.is_valid():
            with refusals_in(form):
                settled = actions.settle_near_miss(
                    near_miss=pk,
                    told=told,
                    **form.cleaned_data,
                    actor=viewer.employee,
                    today=today,
                    now=timezone.now(),
                )
                messages.success(request, _("It is settled. Whoever told of it can see it."))
                if settled.finding_id and access.readable(viewer).filter(pk=settled.finding_id).exists():
                    return redirect("workplaces:finding", settled.finding_id)
                return redirect("workplaces:near_miss", pk)
    reads = row.finding_id and access.readable(viewer).filter(pk=row.finding_id).exists()
    shown = {"one": row, "form": form, "prevents": prevents, "settles": settles, "reads_finding": reads}
    return render(request, "workplaces/near_miss.html", shown)
