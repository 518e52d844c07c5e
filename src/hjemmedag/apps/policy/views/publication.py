"""Publishing the draft: what it still lacks, or the day from which it holds."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.policy import access, actions, queries
from hjemmedag.apps.policy.forms.draft import PublicationForm, edition
from hjemmedag.apps.policy.models import PolicyVersion
from hjemmedag.apps.policy.views.drafting import draft_or_404, gone, someone, where_to_mend
from hjemmedag.ui.answering import refusals_in
from hjemmedag.ui.requests import Request, only
from hjemmedag.ui.words import weekday_date


@only(access.may_write)
def page(request: Request) -> HttpResponse:
    """Publish the draft from a day."""
    today = timezone.localdate()
    if request.method != "POST":
        draft = draft_or_404()
        return _show(request, PublicationForm(initial=edition(draft) | {"effective_from": today}), draft)
    form = PublicationForm(request.POST)
    if form.is_valid():
        with refusals_in(form) as met:
            version = actions.publish(
                **form.cleaned_data, actor=request.viewer.employee, today=today, now=timezone.now()
            )
            words = _("Version %(number)s is published and takes effect on %(day)s.")
            day = weekday_date(form.cleaned_data["effective_from"], today)
            messages.success(request, words % {"number": version.number, "day": day})
            return redirect("policy:versions")
        if met.stale:
            return _overtaken(request, form)
    return _show(request, form, draft_or_404())


def _show(
    request: Request, form: PublicationForm, draft: PolicyVersion, *, status: int = 200, **context: object
) -> HttpResponse:
    if draft.notice_months is not None:
        del form.fields["without_notice"]
    examined = queries.examined(draft, without_notice=True, on=_day(form))
    lacks: list[dict[str, Any]] = [
        {"lack": lack, "url": where_to_mend(lack, examined.standing)} for lack in examined.lacks
    ]
    held = queries.hearings_of(draft)
    going = any(one.closed_at is None for one in held)
    lacking = None if going else queries.unheard(draft, held)
    if lacking is None:
        del form.fields["unheard"]
    last = queries.published().first()
    return render(
        request,
        "policy/publication.html",
        {
            "form": form,
            "draft": draft,
            "lacks": [row for row in lacks if not row["lack"].warns],
            "warnings": [row for row in lacks if row["lack"].warns],
            "number": (last.number or 0) + 1 if last else 1,
            "last": last,
            "hearings": held,
            "unheard": lacking,
            "employed": people.employed(timezone.localdate()).count(),
            **context,
        },
        status=status,
    )


def _overtaken(request: Request, form: PublicationForm) -> HttpResponse:
    """Someone changed the draft first: it is to be looked at again before it is published."""
    version = form.cleaned_data["version"]
    draft = queries.draft()
    if draft is None or draft.pk != version:
        return gone(request, version, [])
    return _show(request, form.renewed(draft), draft, status=409, overtaken=True, who=someone(request, version))


def _day(form: PublicationForm) -> date:
    """The day whose law the draft is held against: the one that was written, else today."""
    written = form.cleaned_data.get("effective_from") if form.is_bound else None
    return written or timezone.localdate()
