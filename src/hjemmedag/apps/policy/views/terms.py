"""The terms of the draft: what its clauses say in numbers, choices, and yes or no."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from hjemmedag.apps.policy import access, actions, queries
from hjemmedag.apps.policy.forms.draft import edition
from hjemmedag.apps.policy.forms.terms import TermsForm, answers
from hjemmedag.apps.policy.models import PolicyVersion
from hjemmedag.apps.policy.views.drafting import draft_or_404, gone, someone
from hjemmedag.ui.answering import refusals_in, typed_in
from hjemmedag.ui.requests import Request, only


@only(access.may_write)
def page(request: Request) -> HttpResponse:
    """Say the terms, each beside what can't stand with it."""
    if request.method != "POST":
        draft = draft_or_404()
        form = TermsForm(initial=edition(draft) | answers(draft.terms), terms=queries.terms_of(draft))
        return _show(request, form, draft)
    form = TermsForm(request.POST, terms=queries.terms_of(queries.draft()))
    if form.is_valid():
        with refusals_in(form) as met:
            actions.set_terms(terms=form.said, **form.edition, actor=request.viewer.employee, now=timezone.now())
            return redirect("policy:draft")
        if met.stale:
            return _overtaken(request, form)
    return _show(request, form, draft_or_404())


def _show(
    request: Request, form: TermsForm, draft: PolicyVersion, *, status: int = 200, **context: Any
) -> HttpResponse:
    found = queries.examined(draft, without_notice=True, on=timezone.localdate())
    groups = [
        {
            "clause": clause,
            "fields": form.of(clause.key),
            "lacks": [lack for lack in found.about(clause.key) if lack.term],
        }
        for clause in found.clauses
    ]
    return render(
        request,
        "policy/terms.html",
        {"form": form, "groups": [group for group in groups if group["fields"]], **context},
        status=status,
    )


def _overtaken(request: Request, form: TermsForm) -> HttpResponse:
    """Someone changed the draft first: the answers stay in the form, on top of the draft as it is."""
    version, draft = form.cleaned_data["version"], queries.draft()
    if draft is None or draft.pk != version:
        return gone(request, version, typed_in(form))
    return _show(request, form.renewed(draft), draft, status=409, overtaken=True, who=someone(request, version))
