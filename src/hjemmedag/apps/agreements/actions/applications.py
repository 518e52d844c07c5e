"""Writing an application, sending it, taking it back."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.agreements import queries
from hjemmedag.apps.agreements.actions import letters
from hjemmedag.apps.agreements.models import Application, Model, Withdrawal
from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.outbox import actions as outbox
from hjemmedag.apps.people import queries as people
from hjemmedag.core.agreements.wish import Wish
from hjemmedag.core.law import Rulebook
from hjemmedag.core.refusals import Refused, Stale


@transaction.atomic
def save(*, employee: int, wish: Wish, revision: int, now: datetime) -> Application:
    """Keep the draft, whole or not. `revision` is the one the page showed, 0 when there was none.

    Raises `Stale` when someone, most likely the same person in another window, has saved it since.
    """
    draft = Application.objects.select_for_update().filter(employee=employee, submitted_at__isnull=True).first()
    if (draft.revision if draft else 0) != revision:
        raise Stale(
            _("You changed this application in another window. Here is what you wrote; compare and save again.")
        )
    if draft is None:
        draft = Application(employee_id=employee, created_at=now, revision=0)
    draft.model = Model.REMOTE if wish.pattern.remote else Model.HYBRID
    draft.cycle_weeks = wish.pattern.cycle_weeks
    draft.home_days = sorted(wish.pattern.home_days)
    draft.hours = queries.written_hours(wish.pattern.hours)
    draft.home = asdict(wish.address) if wish.address is not None else {}
    draft.room = wish.room
    draft.wanted_from = wish.wanted_from
    draft.wish = wish.words
    draft.document_language = wish.language
    draft.ground = wish.ground
    draft.precheck = dict(wish.precheck)
    draft.revision += 1
    try:
        draft.save()
    except IntegrityError:
        raise Stale(_("You began this application in another window. Open it there, or reload this page.")) from None
    return draft


@transaction.atomic
def discard(*, employee: int) -> None:
    """Throw the draft away; nothing was sent, so nothing is kept of it."""
    Application.objects.filter(employee=employee, submitted_at__isnull=True).delete()


@transaction.atomic
def submit(*, employee: int, revision: int, now: datetime, today: date, rulebook: Rulebook) -> Application:
    """Send the draft to whoever answers: the manager, a stand-in, else HR. The employer's time to answer begins."""
    draft = Application.objects.select_for_update().filter(employee=employee, submitted_at__isnull=True).first()
    if draft is None:
        raise Refused(_("This application is already sent. You can follow it under “My arrangement”."))
    if draft.revision != revision:
        raise Stale(_("You changed this application in another window. Read it through once more before you send it."))
    _whole(draft, today)
    if queries.undecided().filter(employee=employee).exists():
        raise Refused(
            _("You already have an application waiting for an answer. Take it back before you send a new one.")
        )
    if queries.has_living(employee, today):
        raise Refused(_("You already have an arrangement. It must end before you can ask for a new one."))
    if queries.unanswered_looks().filter(application__employee=employee).exists():
        raise Refused(_("HR is looking at your last application once more. Take that back before you send a new one."))
    answerer = queries.whose_turn(employee, today).to_write_to
    if answerer is None:
        raise Refused(_("You have no manager in the staff list, so nobody can answer. Ask HR to put one in."))
    draft.submitted_at = now
    since = people.employed_from(employee, today)
    said = queries.deadline(draft.ground, employed_from=since, today=today, rulebook=rulebook)
    draft.answer_by, draft.by_right = said.answer_by, said.by_right
    draft.save(update_fields=["submitted_at", "answer_by", "by_right"])
    outbox.write(
        [
            outbox.Letter(
                key=letters.asked("submitted", employee, answerer, today),
                recipient=answerer,
                template="agreements/mail/submitted",
                facts={"employee": employee, "application": draft.pk, "answer_by": said.answer_by.isoformat()},
            )
        ],
        now=now,
    )
    audit.record(action="agreements.submit", actor=employee, now=now, subject=draft, about=employee, rows=[draft])
    return draft


def _whole(draft: Application, today: date) -> None:
    """Refuse a draft in which something is missing, naming what."""
    if queries.pattern_of(draft).faults():
        raise Refused(_("The pattern is not whole yet. Go back to step 1 and choose your days and hours."))
    if not queries.wish_of(draft).has_place:
        raise Refused(_("We need to know where you will work. Go back to step 2 and fill in address and room."))
    if draft.wanted_from is None or draft.wanted_from < today:
        raise Refused(_("The day you want to begin has passed. Go back to step 1 and choose a new one."))


@transaction.atomic
def withdraw(*, application: int, employee: int, now: datetime) -> None:
    """Take a sent application back, as long as it is unanswered."""
    row = Application.objects.select_for_update().get(pk=application, employee=employee)
    if not queries.undecided().filter(pk=row.pk).exists():
        raise Refused(_("The application is already answered or taken back."))
    withdrawal = Withdrawal.objects.create(application=row, at=now)
    audit.record(action="agreements.withdraw", actor=employee, now=now, subject=row, about=employee, rows=[withdrawal])
