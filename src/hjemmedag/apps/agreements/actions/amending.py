"""Another pattern for a living arrangement: asked for, answered, and signed as new terms on the same record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.agreements import access, queries
from hjemmedag.apps.agreements.actions import letters
from hjemmedag.apps.agreements.actions.agreeing import offer, ready
from hjemmedag.apps.agreements.models import Amendment, Arrangement, Ground, Model, Terms
from hjemmedag.apps.agreements.queries import amendments
from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.documents import actions as documents
from hjemmedag.apps.outbox import actions as outbox
from hjemmedag.apps.people import queries as people
from hjemmedag.core.agreements.pattern import Pattern
from hjemmedag.core.law import Rulebook
from hjemmedag.core.refusals import Refused
from hjemmedag.ui.words import weekday_date

CLOSED = {
    "approved": "agreements.change_approved",
    "refused": "agreements.change_refused",
    "withdrawn": "agreements.change_withdrawn",
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """The pattern asked for, from when, in which words, and why now where the window for changes is closed.

    `ground` says that the employee uses the right to ask for flexible terms, which no window can close.
    """

    pattern: Pattern
    wanted_from: date
    words: str = ""
    exception: str = ""
    ground: str = ""


@transaction.atomic
def ask_for_change(
    *, arrangement: int, wanted: Wanted, actor: int, now: datetime, today: date, rulebook: Rulebook
) -> Amendment:
    """Ask as the employee or as a manager; the other side answers. Ask `access.may_ask_for_change` first."""
    row = Arrangement.objects.select_for_update().get(pk=arrangement)
    standing = queries.standing(row, today)
    if not amendments.may_change(standing):
        raise Refused(_("Only an arrangement that is signed and has not ended can be changed."))
    same = wanted.pattern == queries.pattern_of(standing.terms)
    if same and not queries.wants_new_addendum(row.pk, today):
        raise Refused(_("This is the pattern that you have already. Choose another one."))
    ground = wanted.ground if actor == row.employee_id else Ground.NONE
    since = people.employed_from(row.employee_id, today)
    said = queries.deadline(ground, employed_from=since, today=today, rulebook=rulebook)
    window = queries.change_window(today, rulebook)
    if today not in window and not said.by_right and not wanted.exception.strip():
        raise Refused(_("The window for changes is closed. Write why the change can’t wait."))
    terms = Terms.objects.get(pk=standing.terms.pk)
    if not terms.home or not terms.room:
        raise Refused(
            _("Address or room is missing in the arrangement. HR must fill them in before it can be changed.")
        )
    try:
        with transaction.atomic():
            amendment = Amendment.objects.create(
                arrangement=row,
                asked_by_id=actor,
                asked_at=now,
                wanted_from=wanted.wanted_from,
                wish=wanted.words.strip(),
                exception=wanted.exception.strip(),
                ground=ground,
                answer_by=said.answer_by,
                by_right=said.by_right,
                model=Model.REMOTE if wanted.pattern.remote else Model.HYBRID,
                cycle_weeks=wanted.pattern.cycle_weeks,
                home_days=sorted(wanted.pattern.home_days),
                hours=queries.written_hours(wanted.pattern.hours),
                home=terms.home,
                room=terms.room,
            )
    except IntegrityError:
        raise Refused(_("A change is asked for already. It must be answered or taken back first.")) from None
    answerer = _answerer(amendment, today)
    if answerer is None:
        raise Refused(_("You have no manager who could answer. Ask HR to give you one."))
    key = letters.asked("change_asked", actor, answerer, today)
    answer_by = said.answer_by.isoformat()
    _tell(amendment, "change_asked", answerer, now, key=key, employee=row.employee_id, answer_by=answer_by)
    audit.record(
        action="agreements.ask_for_change",
        actor=actor,
        now=now,
        subject=row,
        about=row.employee_id,
        data={"exception": bool(amendment.exception)},
        rows=[amendment],
    )
    return amendment


@transaction.atomic
def withdraw_change(*, amendment: int, actor: int, now: datetime) -> None:
    """Whoever asked takes it back; the terms stay."""
    row = _open(amendment)
    if row.asked_by_id != actor:
        raise Refused(_("Only who asked for the change can take it back."))
    _close(row, Amendment.Outcome.WITHDRAWN, actor, "", now)


@transaction.atomic
def refuse_change(*, amendment: int, actor: int, reason: str, now: datetime) -> None:
    """The other side says no, in words that the asker will read; the terms stay."""
    row = _open(amendment)
    _close(row, Amendment.Outcome.REFUSED, actor, _given(row, actor, reason), now)
    _tell(row, "change_refused", row.asked_by_id, now)


def approve_change(
    *, amendment: int, actor: int, reason: str, effective_on: date, now: datetime, today: date, rulebook: Rulebook
) -> Terms:
    """The other side says yes: new terms with a first day, and their addendum to sign. The old ones hold until then.

    Where changed terms from before still wait for signatures, they are taken back: signing starts over.
    """
    row = Amendment.objects.select_related("arrangement__employee", "arrangement__application", "asked_by").get(
        pk=amendment
    )
    arrangement = row.arrangement
    _as_proposed(row, effective_on, today)
    standing = queries.standing(arrangement, today)
    _after_what_is_signed(standing, effective_on, today)
    paper = ready(
        row,
        arrangement.employee_id,
        number=arrangement.pk,
        language=arrangement.application.document_language if arrangement.application else "da",
        effective_on=effective_on,
        now=now,
        today=today,
        rulebook=rulebook,
        wished=True,
        amends=standing,
    )
    with transaction.atomic():
        Arrangement.objects.select_for_update().get(pk=arrangement.pk)
        row = _open(amendment)
        words = _given(row, actor, reason)
        standing = queries.standing(arrangement, today)
        if not amendments.may_change(standing):
            raise Refused(_("Only an arrangement that is signed and has not ended can be changed."))
        # Somebody may have signed while the paper was made.
        _after_what_is_signed(standing, effective_on, today)
        replaced = _start_over(standing.awaited, actor, now)
        addendum = offer(arrangement, row, paper, actor=actor, now=now, today=today, **replaced)
        row.terms = addendum.terms
        _close(row, Amendment.Outcome.APPROVED, actor, words, now, addendum.terms, addendum)
        if row.asked_by_id != arrangement.employee_id:
            _tell(row, "change_agreed", row.asked_by_id, now, employee=arrangement.employee_id)
    return addendum.terms


def _as_proposed(row: Amendment, effective_on: date, today: date) -> None:
    """What a manager proposes is agreed from its own first day, and while that manager could still decide."""
    employee = row.arrangement.employee_id
    if row.asked_by_id == employee:
        return
    if not access.may_ask_for_change(people.viewer(row.asked_by, today), employee):
        raise Refused(
            _("%(name)s no longer decides for you, so you can’t agree to this. Refuse it, and ask your manager anew.")
            % {"name": row.asked_by.name}
        )
    if effective_on != row.wanted_from:
        raise Refused(
            _("The proposal begins on %(day)s, so you can agree to it from that day alone, or refuse it.")
            % {"day": weekday_date(row.wanted_from, today)}
        )
    if row.wanted_from < today:
        raise Refused(_("The first day of the proposal has passed. Refuse it, and ask your manager for a new one."))


def _after_what_is_signed(standing: queries.Standing, effective_on: date, today: date) -> None:
    if effective_on < standing.terms.starts:
        raise Refused(_("The change can't begin before the terms that it changes. Choose a later day."))
    if (to_come := queries.latest_signed(standing)) is not None and effective_on < to_come:
        raise Refused(
            _("Terms that begin on %(day)s are signed already. The change can’t begin before them; choose a later day.")
            % {"day": weekday_date(to_come, today)}
        )


def _start_over(awaited: int | None, actor: int, now: datetime) -> dict[str, str]:
    """Replace changed terms that not all have signed: a signature on other terms is no signature on these.

    Returns what the letter with the new addendum says of it.
    """
    if awaited is None:
        return {}
    why = _("The terms have changed since.")
    reason = _("%(why)s A new addendum takes the place of this one, and signing starts over.") % {"why": why}
    documents.replace(document=awaited, actor=actor, reason=reason, now=now)
    return {"because": "changed", "why": why}


def _open(amendment: int) -> Amendment:
    """The change, locked, while it waits for an answer."""
    rows = Amendment.objects.select_for_update(of=("self",)).select_related("arrangement__employee")
    row = rows.get(pk=amendment)
    if row.closed_at is not None:
        raise Refused(_("This is answered or taken back already. Reload the page to see it."))
    return row


def _given(row: Amendment, actor: int, reason: str) -> str:
    if actor == row.asked_by_id:
        raise Refused(_("Whoever asks can't answer. The other side does."))
    if not reason.strip():
        raise Refused(_("Write the reason. The other side will read it."))
    return reason.strip()


def _close(row: Amendment, outcome: str, actor: int, reason: str, now: datetime, *made: models.Model) -> None:
    row.outcome, row.reason, row.closed_by_id, row.closed_at = outcome, reason, actor, now
    row.save(update_fields=["outcome", "reason", "closed_by", "closed_at", "terms"])
    employee = row.arrangement.employee_id
    audit.record(
        action=CLOSED[outcome],
        actor=actor,
        now=now,
        subject=row.arrangement,
        about=employee,
        rows=[row, *made],
    )


def _answerer(row: Amendment, today: date) -> int | None:
    employee = row.arrangement.employee_id
    return queries.whose_turn(employee, today).to_write_to if row.asked_by_id == employee else employee


def _tell(row: Amendment, what: str, recipient: int, now: datetime, *, key: str = "", **facts: object) -> None:
    outbox.write(
        [
            outbox.Letter(
                key=key or f"agreements.{what}:{row.pk}",
                recipient=recipient,
                template=f"agreements/mail/{what}",
                facts={"amendment": row.pk, **facts},
            )
        ],
        now=now,
    )
