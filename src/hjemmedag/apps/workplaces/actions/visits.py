"""Seeing a home by agreement: asked for, answered, taken back, and what came of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.outbox import actions as outbox
from hjemmedag.apps.people import actions as people_actions
from hjemmedag.apps.people import queries as people
from hjemmedag.apps.workplaces import queries
from hjemmedag.apps.workplaces.actions.photos import delete_photos_of
from hjemmedag.apps.workplaces.models import Finding, Visit, VisitAnswer, VisitEnd
from hjemmedag.core.instants import local
from hjemmedag.core.people.roles import Viewer
from hjemmedag.core.refusals import Refused, Stale
from hjemmedag.core.workplaces.rules import home_visit
from hjemmedag.core.workplaces.visits import Ended, Said, State
from hjemmedag.rulebook.load import load
from hjemmedag.ui.words import day_date
from hjemmedag.ui.words import said as in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """What someone asks for: how, why, what is looked at, who else takes part, and when it is to begin."""

    way: str
    purpose: str
    looked_at: str
    with_whom: str
    starts: datetime


@transaction.atomic
def ask(*, employee: int, proposed: Proposed, viewer: Viewer, today: date, now: datetime) -> Visit:
    """Ask to see someone's home. It is a question: whoever does not answer has said no."""
    if not queries.askable(viewer, today).filter(pk=employee).exists():
        raise Refused(_("You don’t follow this person’s home workplace, so you can’t ask to see it."))
    rest = timedelta(days=load().on(today).number(home_visit.KEY, "ask_again_days"))
    refused = VisitAnswer.objects.filter(visit__employee=employee, visit__asked_by=viewer.employee, said=Said.NO)
    if (last := refused.order_by("-at").first()) is not None and today < local(last.at).date() + rest:
        raise Refused(
            _("The answer was no. You can ask again from %(day)s, as the company has chosen.")
            % {"day": day_date(local(last.at).date() + rest)}
        )
    if proposed.starts <= now:
        raise Refused(_("The time has passed. Propose one that is still to come."))
    row, new = Visit.objects.get_or_create(
        employee_id=employee,
        asked_by_id=viewer.employee,
        starts=proposed.starts,
        defaults={
            "way": proposed.way,
            "purpose": proposed.purpose.strip(),
            "looked_at": proposed.looked_at.strip(),
            "with_whom": proposed.with_whom.strip(),
            "asked_at": now,
        },
    )
    if not new:
        raise Stale(_("You have asked for this time already."))
    audit.record(
        action="workplaces.ask_to_see",
        actor=viewer.employee,
        now=now,
        subject=row,
        about=employee,
        data={"way": row.way},
        rows=[row],
    )
    return row


@transaction.atomic
def answer(
    *, visit: int, employee: int, said: Said, other_way: str = "", words: str, today: date, now: datetime
) -> VisitAnswer:
    """The person says yes, chooses another way, or says no; `words` is what the page told them. Raises `Stale`."""
    held = _held(visit, now)
    if held.visit.employee_id != employee or held.state is not State.ASKED:
        raise Stale(_("It is answered already, or the time has passed. Nothing is changed."))
    if not people.employed(today).filter(pk=held.visit.asked_by_id).exists():
        raise Refused(_("Whoever asked is no longer employed here. You need not answer."))
    row = VisitAnswer.objects.create(visit=held.visit, said=said, other_way=other_way, words=words, at=now)
    outbox.write([_letter(held.visit, "answered", held.visit.asked_by_id)], now=now)
    audit.record(
        action="workplaces.answer_visit",
        actor=employee,
        now=now,
        subject=held.visit,
        about=employee,
        data={"said": said},
        rows=[row],
    )
    return row


@transaction.atomic
def withdraw(*, visit: int, employee: int, now: datetime) -> VisitEnd:
    """Take the yes back: from now on nothing may be looked at or written, and pictures of it are deleted.

    Whoever asked is told at once. Raises `Stale` once the outcome is written.
    """
    held = _held(visit, now)
    if held.visit.employee_id != employee or not held.may_withdraw:
        raise Stale(_("There is no agreement to take back: it has ended already, or was never made."))
    row = VisitEnd.objects.create(visit=held.visit, how=Ended.WITHDRAWN, by_id=employee, at=now)
    outbox.write([_letter(held.visit, "withdrawn", held.visit.asked_by_id)], now=now)
    audit.record(
        action="workplaces.withdraw_visit", actor=employee, now=now, subject=held.visit, about=employee, rows=[row]
    )
    delete_photos_of(held.visit, by=employee, now=now)
    return row


@transaction.atomic
def write_outcome(
    *, visit: int, actor: int, took_place: bool, note: str, wrong: Collection[str] = (), today: date, now: datetime
) -> VisitEnd:
    """Write what was seen, by whoever asked; what is `wrong`, by its question, goes to the action plan.

    Raises `Refused` when the yes was taken back meanwhile, or whoever asked no longer follows the home: then nothing of
    it is kept.
    """
    held = _held(visit, now)
    if held.visit.asked_by_id != actor:
        raise Stale(_("Only whoever asked writes what was seen."))
    if held.state is State.WITHDRAWN:
        raise Refused(in_words(held.ruling.explanation))
    if not held.may_write:
        raise Stale(_("There is nothing to write here now: it has not begun, was not agreed, or is written already."))
    if not took_place and (note.strip() or wrong):
        raise Refused(_("If it did not take place, nothing was seen. Leave the note and the ticks empty."))
    asker = people.viewer(held.visit.asked_by, today)
    if took_place and not queries.askable(asker, today).filter(pk=held.visit.employee_id).exists():
        raise Refused(_("You no longer follow this home workplace, so you can’t write what was seen."))
    how = Ended.HELD if took_place else Ended.NOT_HELD
    row = VisitEnd.objects.create(visit=held.visit, how=how, note=note.strip(), by_id=actor, at=now)
    findings = _findings(held.visit, wrong, today)
    audit.record(
        action="workplaces.write_outcome",
        actor=actor,
        now=now,
        subject=held.visit,
        about=held.visit.employee_id,
        data={"how": how, "findings": len(findings)},
        rows=[row, *findings],
    )
    return row


def _findings(visit: Visit, wrong: Collection[str], today: date) -> list[Finding]:
    judgement = queries.latest_judgement(visit.employee_id)
    covered = judgement is not None and judgement.covered
    sure = judgement is not None and judgement.sure
    return [
        Finding.objects.create(
            employee_id=visit.employee_id,
            visit=visit,
            question=each.key,
            topic=each.topic,
            is_law=each.is_law(covered=sure),
            on=today,
        )
        for each in queries.seen_questions(today, covered=covered)
        if each.key in wrong
    ]


def _held(visit: int, now: datetime) -> queries.ShownVisit:
    """The visit, which nobody else answers, ends or sends a picture for until this is done: its person first."""
    people_actions.hold(list(Visit.objects.filter(pk=visit).values_list("employee", flat=True)))
    Visit.objects.select_for_update().get(pk=visit)
    [shown] = queries.visits_shown(Visit.objects.filter(pk=visit), now)
    return shown


def _letter(visit: Visit, what: str, to: int) -> outbox.Letter:
    facts = {"visit": visit.pk, "employee": visit.employee_id}
    key = f"workplaces.visit_{what}:{visit.pk}"
    return outbox.Letter(key=key, recipient=to, template=f"workplaces/mail/visit_{what}", facts=facts)
