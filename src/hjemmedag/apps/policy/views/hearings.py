"""Høringer: the list, one hearing with all that was said, and the draft as it was heard and as it changed since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from hjemmedag.apps.policy import access, actions, queries
from hjemmedag.apps.policy.forms.draft import edition
from hjemmedag.apps.policy.forms.hearings import HearingForm
from hjemmedag.apps.policy.models import Comment, Hearing, Party
from hjemmedag.apps.policy.views.drafting import about_the_draft, draft_or_404, gone
from hjemmedag.apps.policy.views.reading import differing, reading, wanted_language
from hjemmedag.core.law import Text
from hjemmedag.core.policy.hearings import Outcome, Seat
from hjemmedag.core.policy.versions import Change, Comparison, compare
from hjemmedag.rulebook.load import load
from hjemmedag.ui.answering import Asking, form_page, refusals_in
from hjemmedag.ui.downloads import attachment
from hjemmedag.ui.lists import Asked
from hjemmedag.ui.requests import Request, only


@dataclass(frozen=True, slots=True)
class Kept:
    """The heard draft as a file: exactly the text that the fingerprint is taken of."""

    name: str
    content: bytes
    kind: str = "application/json"


def readable_or_404(request: Request, number: int) -> Hearing:
    """The hearing with this number, where this viewer may read it."""
    return get_object_or_404(access.readable_hearings(request.viewer).select_related("version"), number=number)


def listing(request: Request) -> HttpResponse:
    """The hearings that this viewer may read, the latest first."""
    asked = Asked(request, timezone.localdate())
    rows = queries.counted(access.readable_hearings(request.viewer))
    return render(
        request, "policy/hearings.html", {"page": asked.page(rows), "may_hear": access.may_hear(request.viewer)}
    )


@only(access.may_hear)
def new(request: Request) -> HttpResponse:
    """Begin a hearing about the draft as it stands."""
    today = timezone.localdate()
    seats = queries.representatives(today)
    asking = about_the_draft(
        title=_("Begin a hearing about the draft"),
        submit=_("Begin the hearing"),
        lead=_("Those you choose read the draft as it stands now. You can go on writing: they see what changes."),
    )
    if request.method != "POST":
        draft = draft_or_404()
        days = load().on(today).number("policy.hearing", "answer_days")
        first = {"answer_by": today + timedelta(days=days), "seats": [f"{seat}-{who}" for seat, who in seats]}
        return form_page(request, HearingForm(initial=edition(draft) | first, seats=seats), asking)
    form = HearingForm(request.POST, seats=seats)
    if form.is_valid():
        with refusals_in(form) as met:
            hearing = actions.open_hearing(
                **form.edition,
                parties=form.parties,
                answer_by=form.cleaned_data["answer_by"],
                words=form.cleaned_data["words"],
                actor=request.viewer.employee,
                today=today,
                now=timezone.now(),
            )
            messages.success(request, _("The hearing has begun. The representatives get a message."))
            return redirect("policy:hearing", hearing.number)
        if met.stale:
            version = form.cleaned_data["version"]
            if (draft_now := queries.draft()) is None or draft_now.pk != version:
                return gone(request, version, [])
            messages.warning(request, _("The draft was changed meanwhile. Look it through, then begin the hearing."))
            form = HearingForm(_again(request, edition(draft_now)), seats=seats)
    return form_page(request, form, asking)


def _again(request: Request, newer: dict[str, int]) -> Any:
    """What was typed, on top of the draft as it is now."""
    data = request.POST.copy()
    for name, value in newer.items():
        data[name] = str(value)
    return data


def page(request: Request, number: int) -> HttpResponse:
    """One hearing: who is heard, what they said, and what HR answered."""
    heard = queries.heard(readable_or_404(request, number))
    hearing, today, viewer = heard.hearing, timezone.localdate(), request.viewer
    mine, may_hear = heard.party(viewer.employee), access.may_hear(viewer)
    going = hearing.closed_at is None
    names = {clause.key: clause.name for clause in heard.edition.clauses}
    parties = {party.pk: party for party in heard.parties}
    return render(
        request,
        "policy/hearing.html",
        {
            "hearing": hearing,
            "going": going,
            "in_time": today <= hearing.answer_by,
            "parties": [
                {"party": one, "seat": Seat(one.seat).words, "answered": queries.has_answered(one)}
                for one in heard.parties
            ],
            "comments": [
                _shown(one, parties[one.party_id], names, _may_withdraw(request, parties[one.party_id]) and going)
                for one in heard.comments
            ],
            "unanswered": heard.unanswered,
            "mine": mine,
            "answered": mine is not None and queries.has_answered(mine),
            "may_hear": may_hear,
            "outside": any(one.employee_id is None for one in heard.parties),
            "changed": len(_differences(request, heard)),
        },
    )


def _may_withdraw(request: Request, party: Party) -> bool:
    """A comment is taken back by whom it came from; HR does it for a party outside."""
    return party.employee_id == request.viewer.employee or (
        party.employee_id is None and access.may_hear(request.viewer)
    )


def _shown(one: Comment, party: Party, names: dict[str, Text], may_withdraw: bool) -> dict[str, Any]:
    reply = getattr(one, "reply", None)
    return {
        "comment": one,
        "party": party.called,
        "seat": Seat(party.seat).words,
        "clause": names.get(one.clause),
        "reply": reply,
        "outcome": Outcome(reply.outcome).words if reply else None,
        "may_withdraw": may_withdraw and one.withdrawn_at is None,
    }


def heard_edition(request: Request, number: int) -> HttpResponse:
    """The draft as it was when the hearing began, clause by clause, each with a way to comment on it."""
    heard = queries.heard(readable_or_404(request, number))
    words = reading(heard.edition.clauses, heard.edition.provided, wanted_language(request))
    may_comment = heard.hearing.closed_at is None and heard.party(request.viewer.employee) is not None
    return render(request, "policy/heard_edition.html", words | {"hearing": heard.hearing, "may_comment": may_comment})


def edition_file(request: Request, number: int) -> HttpResponse:
    """The heard draft as it is kept, to take its fingerprint anew."""
    hearing = readable_or_404(request, number)
    name = _("hearing") + f"-{hearing.number}-{hearing.digest[:8]}.json"
    return attachment(Kept(name, hearing.content.encode()))


def changes(request: Request, number: int) -> HttpResponse:
    """What changed in the draft since the hearing began; of a published version, until it was published."""
    heard = queries.heard(readable_or_404(request, number))
    spoken = wanted_language(request)
    shown = {
        "hearing": heard.hearing,
        "rows": [differing(row, spoken) for row in _differences(request, heard)],
        "spoken": spoken,
        "may_follow": access.may_follow_draft(request.viewer, heard.hearing),
    }
    return render(request, "policy/hearing_changes.html", shown)


def _differences(request: Request, heard: queries.Heard) -> list[Comparison]:
    """What this viewer may know to differ: clauses, then who provides what, as heard and as they stand: two queries."""
    if not access.may_follow_draft(request.viewer, heard.hearing):
        return []
    old, new = heard.edition, queries.edition_of(heard.hearing.version)
    provided = compare([one.as_clause() for one in old.provided], [one.as_clause() for one in new.provided])
    return [row for row in compare(old.clauses, new.clauses) + provided if row.change is not Change.SAME]


def back_to(number: int) -> str:
    """The address of a hearing."""
    return reverse("policy:hearing", args=(number,))


def about(number: int, **words: Any) -> Asking:
    """A page with one form about a hearing."""
    return Asking(back=back_to(number), back_words=_("Hearing %(number)s") % {"number": number}, **words)
