"""Writing one clause of the draft; giving it another place; taking it out."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from hjemmedag.apps.policy import access, actions, queries
from hjemmedag.apps.policy.forms.clauses import ClauseForm, MoveForm, words_of
from hjemmedag.apps.policy.forms.draft import DraftForm, edition
from hjemmedag.apps.policy.models import PolicyVersion
from hjemmedag.apps.policy.views.drafting import draft_or_404, gone, refused_back, someone
from hjemmedag.apps.policy.views.reading import LANGUAGES
from hjemmedag.core.law import Text
from hjemmedag.core.policy.versions import Clause
from hjemmedag.ui.answering import refusals_in, typed_in
from hjemmedag.ui.requests import Request, only

OWN = Clause(key="", heading=Text(da="", en=""), text=Text(da="", en=""))
"""A clause that the company writes from nothing."""


@only(access.may_write)
def new(request: Request) -> HttpResponse:
    """Add a clause: one's own, or the ready one named in the address (`klar`)."""
    draft = queries.draft()
    offer = queries.ready_clauses({}, draft.notice_months if draft else None, timezone.localdate())
    ready = {clause.key: clause for clause in offer}
    chosen = ready.get(request.GET.get("klar", ""), OWN)
    if request.method != "POST":
        draft = draft_or_404()
        standing = {clause.key for clause in queries.clauses_of(draft)}
        offered = [] if chosen is not OWN else [one for key, one in ready.items() if key not in standing]
        return _show(
            request, ClauseForm(initial=edition(draft) | words_of(chosen)), chosen, adding=True, offered=offered
        )
    form = ClauseForm(request.POST)
    if form.is_valid():
        clause = form.clause(chosen)
        with refusals_in(form) as met:
            row = actions.add_clause(clause=clause, **form.edition, actor=request.viewer.employee, now=timezone.now())
            return _back_to(row.key)
        if met.stale:
            return _overtaken(request, form, chosen, adding=True)
    return _show(request, form, chosen, adding=True)


@only(access.may_write)
def page(request: Request, key: str) -> HttpResponse:
    """Write the words of a clause."""
    if request.method != "POST":
        draft, clause = _drafted(key)
        return _show(request, ClauseForm(initial=edition(draft) | words_of(clause)), clause)
    form = ClauseForm(request.POST)
    clause = _standing(key) or Clause(key, OWN.heading, OWN.text)
    if form.is_valid():
        written = form.clause(clause)
        with refusals_in(form) as met:
            actions.change_clause(clause=written, **form.edition, actor=request.viewer.employee, now=timezone.now())
            return _back_to(key)
        if met.stale:
            return _overtaken(request, form, clause, adding=False)
    return _show(request, form, clause)


@only(access.may_write)
@require_POST
def place(request: Request, key: str) -> HttpResponse:
    """Move a clause up or down."""
    form = MoveForm(request.POST)
    if not form.is_valid():
        raise Http404
    with refusals_in(form) as met:
        actions.move_clause(
            key=key,
            steps=form.cleaned_data["steps"],
            **form.edition,
            actor=request.viewer.employee,
            now=timezone.now(),
        )
        return _back_to(key)
    return refused_back(request, form, met.refusal)


@only(access.may_write)
def removal(request: Request, key: str) -> HttpResponse:
    """Take a clause out, after a second look at it; one that is required says why it stays."""
    if request.method != "POST":
        draft, clause = _drafted(key)
        return render(request, "policy/removal.html", {"clause": clause, "form": DraftForm(initial=edition(draft))})
    form = DraftForm(request.POST)
    if not form.is_valid():
        raise Http404
    with refusals_in(form) as met:
        actions.remove_clause(key=key, **form.edition, actor=request.viewer.employee, now=timezone.now())
        return redirect("policy:draft")
    return refused_back(request, form, met.refusal)


def _show(request: Request, form: ClauseForm, clause: Clause, *, status: int = 200, **context: Any) -> HttpResponse:
    if clause.required:
        del form.fields["in_addendum"]
    return render(request, "policy/clause.html", {"form": form, "clause": clause, **context}, status=status)


def _overtaken(request: Request, form: ClauseForm, clause: Clause, *, adding: bool) -> HttpResponse:
    """Someone changed the draft first: the words stay in the form, beside how they differ from the clause as it is."""
    version = form.cleaned_data["version"]
    draft, now = queries.draft(), _standing(clause.key)
    if draft is None or draft.pk != version or (now is None and not adding):
        return gone(request, version, typed_in(form))
    mine = form.clause(clause)
    pairs = [(now.heading, mine.heading), (now.text, mine.text)] if now else []
    differences = [
        {"language": language, "old": old.said(language), "new": new.said(language)}
        for language in LANGUAGES
        for old, new in pairs
        if old.said(language) != new.said(language)
    ]
    context = {"adding": adding, "overtaken": True, "who": someone(request, version), "differences": differences}
    return _show(request, form.renewed(draft), clause, status=409, **context)


def _standing(key: str) -> Clause | None:
    """The clause as it stands in the draft now."""
    draft = queries.draft()
    return next((one for one in queries.clauses_of(draft) if one.key == key), None) if draft and key else None


def _drafted(key: str) -> tuple[PolicyVersion, Clause]:
    draft, clause = draft_or_404(), _standing(key)
    if clause is None:
        raise Http404
    return draft, clause


def _back_to(key: str) -> HttpResponse:
    return redirect(f"{reverse('policy:draft')}#{key}")
