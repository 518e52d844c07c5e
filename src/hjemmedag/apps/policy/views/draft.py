"""The draft of the policy: its basis, its clauses, how it will read, its notice, and deleting it."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.policy import access, actions, queries
from hjemmedag.apps.policy.forms.draft import BasisForm, DraftForm, NoticeForm, edition
from hjemmedag.apps.policy.views.drafting import about_the_draft, draft_or_404, refused_back, where_to_mend
from hjemmedag.apps.policy.views.reading import reading, wanted_language
from hjemmedag.ui.answering import form_page, refusals_above, refusals_in
from hjemmedag.ui.requests import Request, only


@only(access.may_write)
def page(request: Request) -> HttpResponse:
    """The clauses of the draft, each with what it lacks, and what the provisions lack."""
    draft = queries.draft()
    if draft is None:
        return redirect("policy:versions")
    found = queries.examined(draft, without_notice=True, on=timezone.localdate())
    return render(
        request,
        "policy/draft.html",
        {
            "draft": draft,
            "clauses": [
                {
                    "clause": clause,
                    "lacks": found.about(clause.key),
                    "terms": any(term.clause == clause.key for term in found.terms),
                }
                for clause in found.clauses
            ],
            "lacks": [
                {
                    "lack": lack,
                    "url": where_to_mend(lack, found.standing),
                    "ready": not lack.about_provisions and lack.clause not in found.standing,
                }
                for lack in found.lacks
            ],
            "unprovided": found.unprovided,
            "lacking": sum(not lack.warns for lack in found.lacks),
            "library": found.library,
            "frames": found.frames,
            "last": queries.published().first(),
            "hearings": queries.hearings_of(draft),
        },
    )


@only(access.may_write)
def basis(request: Request) -> HttpResponse:
    """Begin a draft: from the last version, or from the ready clauses with a few words of one's own."""
    if queries.draft() is not None:
        return redirect("policy:draft")
    last, now = queries.published().first(), timezone.now()
    company = people.company()
    form = BasisForm(request.POST or None, fields=queries.fields(), company=company.name if company else "")
    if last is not None and "last" in request.POST:
        clauses, provided = queries.clauses_of(last), queries.provisions_of(last)
        months, terms = last.notice_months, last.terms
    elif form.is_valid():
        months, terms = form.cleaned_data["months"], None
        clauses = queries.ready_clauses(form.words(), months, timezone.localdate(now))
        provided = queries.ready_provisions()
    else:
        return render(request, "policy/basis.html", {"form": form, "last": last})
    with refusals_above(request):
        me = request.viewer.employee
        actions.begin_draft(clauses=clauses, provided=provided, notice_months=months, terms=terms, actor=me, now=now)
    return redirect("policy:draft")


@only(access.may_write)
def preview(request: Request) -> HttpResponse:
    """The draft as employees will read it."""
    draft = draft_or_404()
    words = reading(queries.clauses_of(draft), queries.provisions_of(draft), wanted_language(request))
    return render(request, "policy/preview.html", words | {"draft": draft})


@only(access.may_write)
def notice(request: Request) -> HttpResponse:
    """The notice that arrangements under this policy get."""
    asking = about_the_draft(
        title=_("Notice for the arrangement"),
        submit=_("Save the notice"),
        lead=_("The time that either party gives before an arrangement ends. It is printed in each addendum."),
    )
    if request.method != "POST":
        draft = draft_or_404()
        return form_page(request, NoticeForm(initial=edition(draft) | {"months": draft.notice_months}), asking)
    form = NoticeForm(request.POST)
    if form.is_valid():
        with refusals_in(form) as met:
            actions.change_notice(**form.cleaned_data, actor=request.viewer.employee, now=timezone.now())
            return redirect("policy:draft")
        return refused_back(request, form, met.refusal)
    return form_page(request, form, asking)


@only(access.may_write)
def deletion(request: Request) -> HttpResponse:
    """Delete the draft, after a second look."""
    if request.method != "POST":
        asking = about_the_draft(
            title=_("Delete the draft?"),
            submit=_("Delete the draft"),
            lead=_("Its text is gone for good. What is published stays as it is."),
            danger=True,
        )
        return form_page(request, DraftForm(initial=edition(draft_or_404())), asking)
    form = DraftForm(request.POST)
    if not form.is_valid():
        raise Http404
    with refusals_in(form) as met:
        actions.discard_draft(**form.edition, actor=request.viewer.employee, now=timezone.now())
        messages.success(request, _("The draft is deleted. What is published stays as it is."))
        return redirect("policy:versions")
    return refused_back(request, form, met.refusal)
