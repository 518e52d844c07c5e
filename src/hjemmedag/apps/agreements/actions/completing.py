"""Filling in what an arrangement from before hjemmedag lacks. What is there already is never changed."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from hjemmedag.adapters.sealing.legible import MEGABYTES
from hjemmedag.apps.agreements.actions.arrangement_list import attach
from hjemmedag.apps.agreements.models import Addendum
from hjemmedag.apps.agreements.queries.applications import written_hours
from hjemmedag.apps.agreements.queries.gaps import HOME, HOURS, PAPER, ROOM, gaps
from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.documents import actions as documents
from hjemmedag.apps.people import actions as people_actions
from hjemmedag.apps.people import queries as people
from hjemmedag.core.agreements.pattern import WEEKDAYS, Window
from hjemmedag.core.people.homes import Address
from hjemmedag.core.refusals import Refused


@dataclass(frozen=True, slots=True)
class Missing:
    """What has been found: the signed paper, the address, the room, and the hours from Monday to Friday."""

    paper: bytes | None = None
    home: Address | None = None
    room: str = ""
    hours: Window | None = None


def complete(*, arrangement: int, missing: Missing, actor: int, now: datetime, today: date) -> None:
    """Record what was found. Refused for a file that is no PDF, and when somebody else has filled in the same."""
    paper = documents.receive(missing.paper) if missing.paper else None
    if missing.paper and paper is None:
        words = _("This can't be read as a PDF. It must be whole, without a password and at most %(most)s MB.")
        raise Refused(words % {"most": MEGABYTES})
    _record(arrangement, missing, paper, actor, now, today)


@transaction.atomic
def _record(
    arrangement: int, missing: Missing, paper: documents.Kept | None, actor: int, now: datetime, today: date
) -> None:
    rows = Addendum.objects.select_for_update(of=("self",)).filter(taken_in_at__isnull=False)
    addendum = rows.select_related("terms__arrangement__employee").filter(terms__arrangement=arrangement).first()
    if addendum is None:
        raise Refused(_("This arrangement was agreed here, so nothing is missing in it."))
    terms, said = addendum.terms, _said(missing)
    if not said:
        raise Refused(_("Nothing is filled in. Write or choose what you have found."))
    if not said <= set(gaps(terms)):
        raise Refused(_("Somebody has filled this in already. Reload the page to see what is still missing."))
    if paper is not None:
        attach(addendum, paper, actor, now)
    if missing.home is not None:
        terms.home = asdict(missing.home)
        employee = terms.arrangement.employee_id
        if employee not in people.home_countries([employee], today):
            people_actions.set_home(employee=employee, address=missing.home, starts=terms.starts, actor=actor, now=now)
    if missing.room:
        terms.room = missing.room
    if missing.hours is not None:
        terms.hours = written_hours(dict.fromkeys(range(WEEKDAYS), missing.hours))
    if changed := sorted(said - {PAPER}):
        terms.save(update_fields=changed)
        audit.record(
            action="agreements.complete",
            actor=actor,
            now=now,
            subject=terms.arrangement,
            about=terms.arrangement.employee_id,
            data={"filled_in": changed},
            rows=[terms],
        )


def _said(missing: Missing) -> set[str]:
    given = {
        PAPER: missing.paper,
        HOME: missing.home,
        ROOM: missing.room,
        HOURS: missing.hours,
    }
    return {name for name, value in given.items() if value}
