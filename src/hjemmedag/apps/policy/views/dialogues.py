"""Dialogmøder: the list, one meeting with its minutes, the invitation, and the calendar file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from hjemmedag.adapters.calendars.writing import Meeting, calendar_file
from hjemmedag.apps.people import queries as people
from hjemmedag.apps.policy import access, actions, queries
from hjemmedag.apps.policy.forms.dialogues import CancelForm, DialogueForm, MinutesForm
from hjemmedag.apps.policy.models import Dialogue, Minutes
from hjemmedag.core.instants import COPENHAGEN
from hjemmedag.ui.answering import Asking, form_page, refusals_in, someone_was_first, typed_in
from hjemmedag.ui.downloads import attachment
from hjemmedag.ui.lists import Asked
from hjemmedag.ui.requests import Request, only
from hjemmedag.ui.words import language


@dataclass(frozen=True, slots=True)
class Invitation:
    """A calendar file."""

    name: str
    content: bytes
    kind: str = "text/calendar; charset=utf-8"


def _opened(request: Request, pk: int) -> Dialogue:
    return get_object_or_404(access.readable_dialogues(request.viewer).select_related("host"), pk=pk)


def _changed(request: Request, pk: int) -> Dialogue:
    row = _opened(request, pk)
    if not queries.may_change(row, request.viewer.employee, timezone.localdate()):
        raise PermissionDenied
    return row


def listing(request: Request) -> HttpResponse:
    """The meetings that one holds or is invited to, and what was agreed last."""
    asked, me = Asked(request, timezone.localdate()), request.viewer.employee
    shown = {
        "page": asked.page(queries.with_minutes(access.readable_dialogues(request.viewer))),
        "agreed": queries.agreed_frame(me, asked.today),
        "may_invite": access.may_invite(request.viewer),
    }
    return render(request, "policy/dialogues.html", shown)


def page(request: Request, pk: int) -> HttpResponse:
    """One meeting: when, with whom, about what; its minutes, and those they replaced."""
    row = _opened(request, pk)
    written = queries.minutes_of(row)
    today = timezone.localdate()
    open_yet = not written and row.cancelled_at is None
    mine = queries.may_minute(row, request.viewer.employee)
    shown = {
        "dialogue": row,
        "attendees": queries.attendees(row),
        "minutes": [{"minutes": one, "frame": queries.frame_of(one)} for one in written],
        "mine": mine,
        "to_write": mine and open_yet and row.on <= today,
        "to_call_off": open_yet and queries.may_call_off(row, request.viewer.employee, today),
        "to_change": open_yet and queries.may_change(row, request.viewer.employee, today),
    }
    return render(request, "policy/dialogue.html", shown)


@only(access.may_invite)
def new(request: Request) -> HttpResponse:
    """Invite the team, or one of it; the agenda begins with what the policy speaks of."""
    today, viewer = timezone.localdate(), request.viewer
    team = sorted(people.named(viewer.team).items(), key=lambda one: one[1])
    first = {
        "employees": [who for who, _name in team],
        "on": today + timedelta(days=7),
        "starts": time(9, 0),
        "ends": time(10, 0),
        "agenda": "\n".join([*queries.subjects(today, language()), _("How often we adjust what we agree")]),
    }
    form = DialogueForm(request.POST if request.method == "POST" else None, team=team, initial=first)
    if form.is_valid():
        with refusals_in(form):
            row = actions.invite(
                meeting=form.meeting,
                employees=form.cleaned_data["employees"],
                host=viewer.employee,
                team=viewer.team,
                today=today,
                now=timezone.now(),
            )
            messages.success(request, _("They are invited, and get a message."))
            return redirect("policy:dialogue", row.pk)
    lead = _("Talk with your team about what you expect of each other when some work at home.")
    return form_page(request, form, _asking(_("Invite to a dialogue meeting"), _("Send the invitation"), lead))


def change(request: Request, pk: int) -> HttpResponse:
    """Move a meeting, or change what it is about."""
    row = _changed(request, pk)
    first = {name: getattr(row, name) for name in ("on", "starts", "ends", "place", "agenda", "sequence")}
    form = DialogueForm(request.POST if request.method == "POST" else None, team=None, initial=first)
    if form.is_valid():
        with refusals_in(form) as met:
            actions.change_dialogue(
                dialogue=pk,
                sequence=form.cleaned_data["sequence"] or 0,
                meeting=form.meeting,
                today=timezone.localdate(),
                now=timezone.now(),
            )
            messages.success(request, _("The meeting is changed, and everyone is told."))
            return redirect("policy:dialogue", pk)
        if met.stale:
            return _overtaken(request, pk, form)
    lead = _("Everyone gets a message, and a new calendar file replaces the old one.")
    return form_page(request, form, _asking(_("Change the meeting"), _("Save and tell everyone"), lead, pk))


def cancellation(request: Request, pk: int) -> HttpResponse:
    """Call a meeting off: for its host, also when none of those invited is in their team any more."""
    row = _opened(request, pk)
    if not queries.may_call_off(row, request.viewer.employee, timezone.localdate()):
        raise PermissionDenied
    form = CancelForm(request.POST if request.method == "POST" else None, initial={"sequence": row.sequence})
    if form.is_valid():
        with refusals_in(form):
            actions.cancel_dialogue(dialogue=pk, **form.cleaned_data, now=timezone.now())
            messages.success(request, _("The meeting is called off, and everyone is told."))
            return redirect("policy:dialogue", pk)
    lead = _("Everyone gets a message. The meeting stays in the list as called off.")
    return form_page(request, form, _asking(_("Call the meeting off?"), _("Call the meeting off"), lead, pk))


def minutes(request: Request, pk: int) -> HttpResponse:
    """Write the minutes, or correct them: the old ones stay."""
    row = _opened(request, pk)
    if not queries.may_minute(row, request.viewer.employee):
        raise PermissionDenied
    standing = next(iter(queries.minutes_of(row)), None)
    present = [(row.host_id, row.host.name), *((one.pk, one.name) for one in queries.attendees(row))]
    posted = request.POST if request.method == "POST" else None
    correcting = bool(posted.get("seen")) if posted is not None else standing is not None
    form = MinutesForm(posted, present=present, correcting=correcting, initial=_words_of(standing))
    if form.is_valid():
        with refusals_in(form) as met:
            actions.write_minutes(
                dialogue=pk,
                written=form.written,
                replaces=form.cleaned_data["seen"],
                reason=form.cleaned_data.get("reason", ""),
                actor=request.viewer.employee,
                today=timezone.localdate(),
                now=timezone.now(),
            )
            messages.success(request, _("The minutes are kept. Everyone who was invited can read them."))
            return redirect("policy:dialogue", pk)
        if met.stale:
            return _overtaken(request, pk, form)
    title = _("Correct the minutes") if correcting else _("Write the minutes")
    lead = _("Everyone who was invited reads them. Write nothing about anyone’s health.")
    return form_page(request, form, _asking(title, _("Save the minutes"), lead, pk), "policy/minutes.html")


def calendar(request: Request, pk: int) -> HttpResponse:
    """The meeting for one's own calendar: its time and where to read more, nothing of what it is about."""
    row = _opened(request, pk)
    starts, ends = (datetime.combine(row.on, at, COPENHAGEN) for at in (row.starts, row.ends))
    url = settings.SITE_URL + reverse("policy:dialogue", args=(pk,))
    meeting = Meeting(
        uid=f"dialogue-{pk}@{settings.SITE_URL.partition('://')[2]}",
        sequence=row.sequence,
        told_at=row.told_at,
        starts=starts,
        ends=ends,
        title=_("Dialogue meeting about home working"),
        url=url,
        cancelled=row.cancelled_at is not None,
    )
    return attachment(Invitation(_("dialogue-meeting") + f"-{row.on.isoformat()}.ics", calendar_file(meeting)))


def _words_of(minutes: Minutes | None) -> dict[str, Any]:
    """The first values of a `MinutesForm`."""
    if minutes is None:
        return {}
    words: dict[str, Any] = {
        "seen": minutes.pk,
        "text": minutes.text,
        "days": minutes.days,
        "adjusted": minutes.adjusted,
    }
    for number, point in enumerate(minutes.points.all(), start=1):
        words |= {f"point_{number}": point.text, f"owner_{number}": point.owner_id, f"due_{number}": point.due}
    return words


def _overtaken(request: Request, pk: int, form: DialogueForm | MinutesForm) -> HttpResponse:
    url = reverse("policy:dialogue", args=(pk,))
    return someone_was_first(request, who="", what=_("the meeting"), url=url, typed=typed_in(form))


def _asking(title: str, submit: str, lead: str, pk: int | None = None) -> Asking:
    if pk is None:
        return Asking(
            title=title, submit=submit, lead=lead, back=reverse("policy:dialogues"), back_words=_("Dialogue meetings")
        )
    back = reverse("policy:dialogue", args=(pk,))
    return Asking(title=title, submit=submit, lead=lead, back=back, back_words=_("The meeting"))
