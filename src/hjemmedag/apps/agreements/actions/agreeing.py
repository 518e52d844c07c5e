"""From a yes to an arrangement: its terms and its addendum come into being with the answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import models, transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from hjemmedag.apps.agreements import queries
from hjemmedag.apps.agreements.models import Addendum, Application, Arrangement, Pattern, Terms
from hjemmedag.apps.agreements.queries import paper
from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.documents import actions as documents
from hjemmedag.apps.outbox import actions as outbox
from hjemmedag.apps.people import actions as people_actions
from hjemmedag.apps.people import queries as people
from hjemmedag.apps.policy import queries as policy
from hjemmedag.core.agreements.addendum import AddendumContent
from hjemmedag.core.agreements.particulars import Finding, suffice
from hjemmedag.core.agreements.rules import information
from hjemmedag.core.law import Certainty, Rulebook, Verdict
from hjemmedag.core.people.frames import Demand
from hjemmedag.core.people.homes import Address
from hjemmedag.core.policy.terms import LOCAL_AGREEMENT
from hjemmedag.core.refusals import Refused
from hjemmedag.ui.words import said


def agree(
    row: Application,
    *,
    answered: Callable[[], models.Model],
    actor: int,
    effective_on: date,
    now: datetime,
    today: date,
    rulebook: Rulebook,
) -> Arrangement:
    """Make the arrangement of an application, in one transaction with the answer that `answered` records."""
    paper = ready(
        row,
        row.employee_id,
        number=row.pk,
        language=row.document_language,
        effective_on=effective_on,
        now=now,
        today=today,
        rulebook=rulebook,
        wished=True,
    )
    with transaction.atomic():
        answer = answered()
        people_actions.hold([row.employee_id])
        if queries.has_living(row.employee_id, today):
            raise Refused(_("The employee already has an arrangement. It must end before a new one can begin."))
        people_actions.set_home(
            employee=row.employee_id, address=Address(**row.home), starts=effective_on, actor=actor, now=now
        )
        arrangement = Arrangement.objects.create(employee=row.employee, application=row, created_at=now)
        addendum = offer(arrangement, row, paper, actor=actor, now=now, today=today)
        audit.record(
            action="agreements.approve",
            actor=actor,
            now=now,
            subject=arrangement,
            about=row.employee_id,
            data={"effective_on": effective_on.isoformat(), "policy": paper.version.number},
            rows=[answer, arrangement, addendum.terms, addendum],
        )
    return arrangement


@dataclass(frozen=True, slots=True)
class Ready:
    """An addendum that can be offered: its file, the policy version it stands on, its first day, who signs for us.

    `amends`: whether it replaces terms; `notice_months` is the notice that it says. Without a `signer` these are
    individual particulars, which the employee confirms. `found` is what spoke for an addendum, and what to look up.
    """

    pdf: bytes
    language: str
    version: policy.PolicyVersion
    effective_on: date
    signer: int | None
    amends: bool
    notice_months: int | None
    rulebook: Rulebook
    found: list[Finding]


def ready(
    row: Pattern,
    employee: int,
    *,
    number: int,
    language: str,
    effective_on: date,
    now: datetime,
    today: date,
    rulebook: Rulebook,
    wished: bool,
    amends: queries.Standing | None = None,
) -> Ready:
    """The addendum of what was asked for, or the particulars in its place, where they are chosen and suffice.

    `wished`: one side asked in writing, and the other said yes. Making the paper takes the most time: call it before
    the transaction.
    """
    _delivered_in_time(today, effective_on, rulebook)
    _employed(employee, today, effective_on)
    version = policy.in_force(effective_on)
    if version is None:
        raise Refused(_("No policy is in force on that day. HR must publish one before an arrangement can begin."))
    _within_frame(row, employee, effective_on, version)
    found = queries.judged(employee, version, effective_on, wished=wished, amends=amends)
    signer = None if found is not None and suffice(found) else _signer(employee, today)
    content = paper.content(
        row,
        employee,
        number=number,
        version=version,
        effective_on=effective_on,
        signer=signer,
        today=today,
        amends=amends,
    )
    _whole_workplace(content)
    pdf = paper.typeset(content, language=language, moment=now)
    return Ready(
        pdf, language, version, effective_on, signer, amends is not None, content.notice_months, rulebook, found or []
    )


def offer(
    arrangement: Arrangement,
    row: Pattern,
    paper: Ready,
    *,
    actor: int | None,
    now: datetime,
    today: date,
    because: str = "",
    why: str = "",
) -> Addendum:
    """The terms and their addendum, offered for signature today. Inside the transaction of the answer.

    `because` says in the letter why it comes where no application or change was answered, `why` in which words.
    """
    terms = Terms.objects.create(
        arrangement=arrangement,
        starts=paper.effective_on,
        model=row.model,
        cycle_weeks=row.cycle_weeks,
        home_days=row.home_days,
        hours=row.hours,
        home=row.home,
        room=row.room,
        policy_version_id=paper.version.pk,
        notice_months=paper.notice_months,
    )
    employee = arrangement.employee
    document = documents.offer(
        pdf=paper.pdf,
        kind="addendum" if paper.signer else "particulars",
        language=paper.language,
        title=_title(paper, employee.name),
        about=employee.pk,
        parties=[("employee", employee.pk), *([("employer", paper.signer)] if paper.signer else [])],
        now=now,
        actor=actor,
    )
    open_until = today + timedelta(days=queries.offer_days(paper.rulebook, today))
    addendum = Addendum.objects.create(
        terms=terms,
        document=document,
        delivered_on=today,
        open_until=open_until,
        by_receipt=paper.signer is None,
        why_signed=queries.written(paper.found),
    )
    facts = {
        "document": document.pk,
        "effective_on": paper.effective_on.isoformat(),
        "open_until": open_until.isoformat(),
        "amended": paper.amends,
        "by_receipt": addendum.by_receipt,
        "because": because,
        "why": why,
    }
    outbox.write(
        [
            outbox.Letter(
                key=f"agreements.offered:{addendum.pk}",
                recipient=employee.pk,
                template="agreements/mail/offered",
                facts=facts,
            )
        ],
        now=now,
    )
    return addendum


def _title(paper: Ready, name: str) -> str:
    """What the document is called, in its own language."""
    with override("en" if paper.language == "en" else "da"):
        if paper.signer is None:
            words = _("Home-working particulars for %(name)s")
            changed = _("Changed home-working particulars for %(name)s")
        else:
            words, changed = _("Home-working addendum for %(name)s"), _("Changed home-working addendum for %(name)s")
        return (changed if paper.amends else words) % {"name": name}


def _signer(employee: int, today: date) -> int:
    signer = next((one for one in people.signers(today) if one != employee), None)
    if signer is None:
        raise Refused(_("Nobody can sign for the employer. HR must give someone the right to sign."))
    return signer


def _delivered_in_time(delivered_on: date, effective_on: date, rulebook: Rulebook) -> None:
    answer = information.decide(information.Facts(delivered_on=delivered_on, effective_on=effective_on), rulebook)
    if answer.verdict is Verdict.VIOLATION:
        raise Refused(
            _(
                "The addendum can't take effect before the employee has it. It is delivered today, so the first day "
                "is today at the earliest. Choose a later day."
            )
        )


def _whole_workplace(content: AddendumContent) -> None:
    """Where the work is done must be told with its whole address."""
    workplace = content.workplace
    if not workplace.name:
        raise Refused(
            _("%(name)s has no place of work in the staff list. HR must put one in before an addendum can be made.")
            % {"name": content.contract.employee}
        )
    if not workplace.is_whole:
        raise Refused(
            _(
                "The addendum must have the whole address of %(site)s. HR must write its street, postcode and town "
                "first, such as Prøvevej 1, 8000 Aarhus C."
            )
            % {"site": workplace.name}
        )


def _employed(employee: int, today: date, effective_on: date) -> None:
    if not people.employed(today).filter(pk=employee).exists():
        raise Refused(_("The employment has ended, so there is nothing to add an addendum to."))
    if not people.employed(effective_on).filter(pk=employee).exists():
        raise Refused(_("The employment ends before that day. Choose an earlier day, or ask HR about the last one."))


def _within_frame(row: Pattern, employee: int, effective_on: date, version: policy.PolicyVersion) -> None:
    frame = people.frame(employee, effective_on)
    if frame is None:
        return
    first = frame.point(Demand.LOCAL_AGREEMENT)
    # Where we are less sure, what the frame says stands beside the answer, and the decider looks it up.
    if first and first.certainty is not Certainty.UNVERIFIED and version.terms.get(LOCAL_AGREEMENT) is not True:
        raise Refused(
            _(
                "%(area)s: a local agreement on home working must come first, and the policy in force that day doesn’t "
                "say that there is one. HR can publish a version that does."
            )
            % {"area": said(frame.title)}
        )
    point = frame.point(Demand.PART_OF_TIME) if queries.pattern_of(row).remote else None
    if point is not None:
        raise Refused(
            _("%(area)s: %(says)s Ask for a pattern with days at the office.")
            % {"area": said(frame.title), "says": said(point.text)}
        )
