"""Et fund: what is wrong, what is done about it, by whom and by when, and whether it helped."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.workplaces import access, actions, queries
from hjemmedag.apps.workplaces.forms.measures import MeasureForm
from hjemmedag.apps.workplaces.models import Finding
from hjemmedag.core.people.roles import Role
from hjemmedag.core.workplaces.findings import Stage
from hjemmedag.rulebook.load import load
from hjemmedag.ui.answering import Asking, form_page, refusals_above, refusals_in
from hjemmedag.ui.requests import Request, whole_number


def page(request: Request, pk: int) -> HttpResponse:
    """How far it has come, and what this reader can do about it."""
    one = _opened(request, pk)
    me = request.viewer.employee
    open_now = one.stage in (Stage.OPEN, Stage.PLANNED)
    may_plan = open_now and access.plannable(request.viewer).filter(pk=pk).exists()
    waits = one.measure is not None and one.measure.waits_for_equipment
    shown = {
        "one": one,
        "mine": one.finding.employee_id == me,
        "may_plan": may_plan,
        "may_carry_out": one.stage is Stage.PLANNED and _owned(one, me) and not waits,
        "may_hand_over": waits and _owned(one, me),
        "kinds": queries.kinds_that_mend(one.finding)
        if may_plan and (one.stage is Stage.OPEN or one.called_off)
        else (),
        "may_rerate": one.stage is Stage.CARRIED_OUT and one.finding.employee_id == me,
        "may_ask": queries.may_ask_about(request.viewer, one.finding, timezone.localdate()),
        "follows": access.may_follow(request.viewer),
        "counts": access.may_count(request.viewer) and not access.may_follow(request.viewer),
    }
    return render(request, "workplaces/finding.html", shown)


def measure(request: Request, pk: int) -> HttpResponse:
    """Plan what is done, or change the plan."""
    one = _opened(request, pk, access.plannable(request.viewer).values("pk"))
    today = timezone.localdate()
    known = one.measure if one.stage is Stage.PLANNED else None
    written = {name: getattr(known, name) for name in ("cause", "what", "due", "revision")} if known else {}
    initial = {"revision": 0, "owner": known.owner_id if known else request.viewer.employee, **written}
    form = MeasureForm(request.POST or None, owners=_owners(request, one.finding), initial=initial)
    if form.is_valid():
        with refusals_in(form):
            actions.plan(
                finding=pk,
                planned=form.planned,
                revision=form.cleaned_data["revision"],
                actor=request.viewer.employee,
                today=today,
                now=timezone.now(),
            )
            messages.success(request, _("The measure is planned."))
            return redirect("workplaces:finding", pk)
    asking = Asking(
        title=_("What is done about it"),
        submit=_("Save the plan"),
        back=reverse("workplaces:finding", args=(pk,)),
        back_words=_("The finding"),
    )
    return form_page(request, form, asking, "workplaces/measure.html", one=one)


def _owners(request: Request, finding: Finding) -> dict[int, str]:
    """Who can see to it: oneself, the person, and unless it is private the manager, HR and safety representatives."""
    me, today = request.viewer.employee, timezone.localdate()
    ids = [me, finding.employee_id]
    if not finding.private:
        ids += people.managers_of({finding.employee_id}, today).values()
        ids += [*people.holders(Role.HR, today), *people.holders(Role.SAFETY, today)]
    names = people.named(set(ids))
    return {pk: names[pk] for pk in dict.fromkeys(ids) if pk in names}


def _owned(one: queries.Followed, me: int) -> bool:
    return one.measure is not None and one.measure.owner_id == me


@require_POST
def ordering(request: Request, pk: int) -> HttpResponse:
    """Order what mends it, in one press."""
    _opened(request, pk, access.plannable(request.viewer).values("pk"))
    with refusals_above(request):
        made = actions.order(
            finding=pk,
            kind=whole_number(request.POST.get("kind", "")),
            actor=request.viewer.employee,
            today=timezone.localdate(),
            now=timezone.now(),
            rulebook=load(),
        )
        name = people.named([made.owner_id]).get(made.owner_id, "")
        messages.success(request, _("It is ordered. %(name)s is asked to hand it over.") % {"name": name})
    return redirect("workplaces:finding", pk)


@require_POST
def carrying_out(request: Request, pk: int) -> HttpResponse:
    """The owner says that it is done."""
    one = _opened(request, pk)
    if one.measure is None or one.measure.owner_id != request.viewer.employee:
        raise Http404
    with refusals_above(request):
        actions.carry_out(
            finding=pk,
            revision=whole_number(request.POST.get("revision", "")) or 0,
            actor=request.viewer.employee,
            today=timezone.localdate(),
            now=timezone.now(),
        )
        messages.success(request, _("It is carried out. Whoever works there says whether it is in order now."))
    return redirect("workplaces:finding", pk)


@require_POST
def rerating(request: Request, pk: int) -> HttpResponse:
    """The person says whether it is in order now."""
    one = _opened(request, pk)
    if one.finding.employee_id != request.viewer.employee:
        raise Http404
    with refusals_above(request):
        in_order = request.POST.get("in_order") == "yes"
        actions.rerate(
            finding=pk,
            in_order=in_order,
            employee=request.viewer.employee,
            today=timezone.localdate(),
            now=timezone.now(),
        )
        words = _("It is in order and closed.") if in_order else _("It is open again, and another measure is planned.")
        messages.success(request, words)
    return redirect("workplaces:finding", pk)


def _opened(request: Request, pk: int, among: object = None) -> queries.Followed:
    rows = queries.with_measures(access.readable(request.viewer))
    if among is not None:
        rows = rows.filter(pk__in=among)
    return queries.paired([get_object_or_404(rows, pk=pk)])[0]
