"""How one person registers, from a day: what held before gives way and is kept."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields, replace
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.people import actions as people_actions
from hjemmedag.apps.people import queries as people
from hjemmedag.apps.worktime import queries
from hjemmedag.apps.worktime.models import Registration
from hjemmedag.core.instants import local
from hjemmedag.core.people.roles import Role
from hjemmedag.core.periods import Period
from hjemmedag.core.refusals import Refused, Stale
from hjemmedag.core.worktime.rules import opt_out
from hjemmedag.rulebook.load import load
from hjemmedag.ui.words import day_date, said


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How someone registers; as left out: on the page, answered by the manager, judged by all rules."""

    method: str = Registration.Method.PAGE
    approver_id: int | None = None
    self_organiser: bool = False
    assessment: str = ""
    clause: str = ""
    review_on: date | None = None
    opt_out: bool = False
    opt_out_agreement: str = ""
    opt_out_function: str = ""


def set_registration(
    *,
    employee: int,
    way: Way,
    starts: date,
    last_day: date | None = None,
    critical: bool = False,
    revision: int,
    actor: int,
    now: datetime,
) -> Registration:
    """From `starts` someone registers like this. With a `last_day`, what held before holds again after it.

    `critical`: the person is on call in work critical to society, without which nobody opts out of the 48-hour rule.
    `revision` is the person's as the page showed it, 0 before anything was set. Raises `Stale` when someone was first,
    and `Refused` for days that can't be meant, in a closed month, outside the employment, and for what is missing.
    """
    if last_day is not None and last_day < starts:
        raise Refused(_("The last day lies before the first. Change one of them."))
    if employee == actor and set(people.holders(Role.HR, local(now).date())) - {actor}:
        raise Refused(_("Somebody else in HR decides how your own hours are registered and approved."))
    if way.approver_id == actor and set(people.holders(Role.HR, local(now).date())) - {actor}:
        raise Refused(_("Somebody else in HR makes you an approver: it opens a colleague’s working time to you."))
    complete = _complete(_opted(employee, way, starts, critical=critical), employee, starts)
    try:
        with transaction.atomic():
            people_actions.hold({employee})
            if queries.closed_from(starts):
                raise Refused(
                    _("The month of that day is closed: it was judged by what held then. Choose a later day.")
                )
            return _set(employee, complete, starts, Period.through(starts, last_day).end, revision, actor, now)
    except IntegrityError:
        raise _stale() from None


def _opted(employee: int, way: Way, starts: date, *, critical: bool) -> Way:
    """A yes to more than 48 hours as the rule lets it stand; without one, what is said of it falls away."""
    if not way.opt_out:
        return replace(way, opt_out_agreement="", opt_out_function="")
    answer = opt_out.decide(opt_out.Facts(starts, way.opt_out_agreement, critical), load())
    if not answer.may_stand:
        words = {"why": said(answer.message), "source": answer.source}
        raise Refused(_("%(why)s Source: %(source)s.") % words)
    terms = people.working_terms({employee}, starts, starts).get(employee)
    covering = [limits.name for limits in terms.limits if limits.kind == "collective"] if terms else []
    if way.opt_out_agreement.strip() not in covering:
        raise Refused(
            _("No confirmed collective agreement of that name covers the person then. See Collective agreements.")
        )
    if not way.opt_out_function.strip():
        raise Refused(_("Write which function critical to society the person is on call in."))
    return replace(way, opt_out_agreement=way.opt_out_agreement.strip(), opt_out_function=way.opt_out_function.strip())


def _complete(way: Way, employee: int, starts: date) -> Way:
    """What belongs together is there; what is said of a self-organiser alone falls away for others."""
    if way.approver_id == employee:
        raise Refused(_("Nobody approves their own hours. Choose someone else."))
    needed = {employee} | ({way.approver_id} if way.approver_id else set())
    if people.employed(starts).filter(pk__in=needed).count() < len(needed):
        raise Refused(_("Both the person and whoever approves must be employed on that day."))
    if not way.self_organiser:
        return replace(way, assessment="", clause="", review_on=None)
    if not way.assessment.strip():
        raise Refused(_("Write why this person plans their own time: the law asks for an assessment of each case."))
    if way.review_on is None or way.review_on <= starts:
        raise Refused(_("Choose a day after the first on which the case is assessed again."))
    return replace(way, assessment=way.assessment.strip(), clause=way.clause.strip())


def _set(
    employee: int, way: Way, starts: date, ends: date | None, revision: int, actor: int, now: datetime
) -> Registration:
    known = list(Registration.objects.select_for_update().filter(employee=employee).order_by("starts"))
    if revision != max((row.revision for row in known), default=0):
        raise _stale()
    held = next((row for row in known if starts in Period(row.starts, row.ends)), None)
    following = next((row.starts for row in known if row.starts > starts), None)
    if ends is not None and following is not None and following < ends:
        raise Refused(_("From %(day)s something else is set already. End before it.") % {"day": day_date(following)})
    until = ends or (held.ends if held else following)
    resumed = None
    if held is not None and ends is not None and (held.ends is None or held.ends > ends):
        resumed = Registration(employee_id=employee, starts=ends, ends=held.ends, **asdict(_way_of(held)))
    new = Registration(employee_id=employee, starts=starts)
    if held is not None and held.starts == starts:
        new = held
    elif held is not None:
        held.ends = starts
        held.save(update_fields=["ends"])
    for name, value in asdict(way).items():
        setattr(new, name, value)
    new.ends = until
    written = [new, resumed] if resumed else [new]
    for later, row in enumerate(written, 1):
        row.revision = revision + later
        row.save()
    audit.record(
        action="worktime.set_registration",
        actor=actor,
        now=now,
        subject=new,
        about=employee,
        data={"from": starts.isoformat(), "method": way.method, "self_organiser": way.self_organiser}
        | ({"opt_out": way.opt_out_agreement} if way.opt_out else {}),
        rows={*written, *([held] if held else [])},
    )
    return new


def _way_of(row: Registration) -> Way:
    return Way(**{one.name: getattr(row, one.name) for one in fields(Way)})


def _stale() -> Stale:
    return Stale(_("Someone changed how this person registers while you were writing. Look again before you save."))
