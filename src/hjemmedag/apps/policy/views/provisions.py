"""Who provides what in the draft: the rows, writing one of them, taking one out."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from hjemmedag.apps.policy import access, actions, queries
from hjemmedag.apps.policy.forms.draft import DraftForm, edition
from hjemmedag.apps.policy.forms.provisions import ProvisionForm, cells_of
from hjemmedag.apps.policy.models import PolicyVersion
from hjemmedag.apps.policy.views.drafting import draft_or_404, gone, refused_back, someone
from hjemmedag.apps.policy.views.reading import LANGUAGES
from hjemmedag.core.policy.provisions import NO_NOTE, TIMES, Ownership, Provider, Provision
from hjemmedag.ui.answering import Asking, form_page, refusals_in, typed_in
from hjemmedag.ui.requests import Request, only
from hjemmedag.ui.words import said

OWN = Provision("", NO_NOTE, Provider.EMPLOYER, Ownership.EMPLOYER)
"""A row that the company writes from nothing."""


@only(access.may_write)
def listing(request: Request) -> HttpResponse:
    """The rows of the draft, what they lack, and the ready ones it does not have."""
    draft = draft_or_404()
    rows = queries.provisions_of(draft)
    standing = {row.key for row in rows}
    offered = [row for row in queries.ready_provisions() if row.key not in standing]
    shown = {
        "rows": rows,
        "lacks": queries.examined(draft, without_notice=True, on=timezone.localdate()).unprovided,
        "offered": offered,
        "ready": {row.key for row in offered},
        "times": TIMES,
    }
    return render(request, "policy/provisions.html", shown)


@only(access.may_write)
def new(request: Request) -> HttpResponse:
    """Add a row: one's own, or the ready one named in the address (`klar`)."""
    draft = draft_or_404()
    chosen = next((row for row in queries.ready_provisions() if row.key == request.GET.get("klar")), OWN)
    form = ProvisionForm(request.POST or None, initial=edition(draft) | cells_of(chosen))
    return _written(request, form, chosen, adding=True)


@only(access.may_write)
def page(request: Request, key: str) -> HttpResponse:
    """Write one row."""
    draft, row = _drafted(key)
    form = ProvisionForm(request.POST or None, initial=edition(draft) | cells_of(row))
    return _written(request, form, row, adding=False)


@only(access.may_write)
def removal(request: Request, key: str) -> HttpResponse:
    """Take a row out, after a second look at it."""
    draft, row = _drafted(key)
    form = DraftForm(request.POST or None, initial=edition(draft))
    if form.is_valid():
        with refusals_in(form) as met:
            actions.remove_provision(key=key, **form.edition, actor=request.viewer.employee, now=timezone.now())
            return redirect("policy:provisions")
        return refused_back(request, form, met.refusal)
    asking = Asking(
        title=_("Remove the row?"),
        submit=_("Remove the row"),
        back=reverse("policy:provisions"),
        back_words=_("Who provides what"),
        lead=said(row.name),
        danger=True,
    )
    return form_page(request, form, asking)


def _written(request: Request, form: ProvisionForm, row: Provision, *, adding: bool) -> HttpResponse:
    if form.is_valid():
        with refusals_in(form) as met:
            made = actions.write_provision(
                provision=form.provision(row),
                **form.edition,
                actor=request.viewer.employee,
                now=timezone.now(),
                adding=adding,
            )
            return redirect(f"{reverse('policy:provisions')}#{made.key}")
        if met.stale:
            return _overtaken(request, form, row, adding=adding)
    return render(request, "policy/provision.html", {"form": form, "provision": row, "adding": adding})


def _overtaken(request: Request, form: ProvisionForm, row: Provision, *, adding: bool) -> HttpResponse:
    """Someone changed the draft first: what was written stays, beside how it differs from the row as it is."""
    version = form.cleaned_data["version"]
    draft = queries.draft()
    if draft is None or draft.pk != version:
        return gone(request, version, typed_in(form))
    now, mine = row.as_clause().text, form.provision(row).as_clause().text
    differences = [
        {"language": language, "old": now.said(language), "new": mine.said(language)}
        for language in LANGUAGES
        if not adding and now.said(language) != mine.said(language)
    ]
    shown: dict[str, Any] = {"form": form.renewed(draft), "provision": row, "adding": adding, "overtaken": True}
    shown |= {"who": someone(request, version), "differences": differences}
    return render(request, "policy/provision.html", shown, status=409)


def _drafted(key: str) -> tuple[PolicyVersion, Provision]:
    draft = draft_or_404()
    row = next((one for one in queries.provisions_of(draft) if one.key == key), None)
    if row is None:
        raise Http404
    return draft, row
