"""From an approved application or amendment to the words and the file of its addendum."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from hjemmedag.adapters import typesetting
from hjemmedag.apps.agreements.models import Pattern
from hjemmedag.apps.agreements.queries.applications import pattern_of
from hjemmedag.apps.agreements.queries.arrangements import Standing
from hjemmedag.apps.agreements.queries.places import places_between
from hjemmedag.apps.people import queries as people
from hjemmedag.apps.policy import queries as policy
from hjemmedag.core.agreements.addendum import (
    AddendumContent,
    Contract,
    PolicyReference,
    PrintedClause,
    PrintedPlace,
    Workplace,
    paper,
)
from hjemmedag.core.documents.paper import Place, Sender
from hjemmedag.core.law import Text
from hjemmedag.core.people.homes import Address
from hjemmedag.core.refusals import Refused

TEMPLATE = Path(__file__).resolve().parents[1] / "templates" / "agreements" / "paper" / "addendum.typ"
PARTICULARS = TEMPLATE.with_name("particulars.typ")


def content(
    row: Pattern,
    employee: int,
    *,
    number: int,
    version: policy.PolicyVersion,
    effective_on: date,
    signer: int | None,
    today: date,
    amends: Standing | None = None,
) -> AddendumContent:
    """All that the addendum says: the arrangement's data, the contract it belongs to, and the policy's clauses.

    `number` is that of the application or amendment it answers; `amends` the arrangement whose terms it replaces: only
    the pattern is asked about, so the notice agreed and a last day on record stay what they are. Without a `signer` for
    the employer these are individual particulars, which the employee confirms.
    """
    contract, names = people.contract_of(employee, today), people.named([employee, signer or employee])
    employer = contract.employer
    return AddendumContent(
        reference=f"{contract.number or employee}-{number}",
        employer=Sender(name=employer.name, cvr=employer.cvr),
        contract=Contract(
            employee=names[employee],
            number=contract.number,
            title=contract.title,
            employed_from=contract.employed_from,
            weekly_minutes=round(contract.weekly_hours * 60),
            agreement=contract.agreement,
        ),
        policy=PolicyReference(number=version.number or 0, effective_from=version.effective_from or effective_on),
        pattern=pattern_of(row),
        workplace=Workplace(name=contract.site, address=contract.site_address),
        home=str(Address(**row.home)),
        room=row.room,
        offered_on=today,
        effective_from=effective_on,
        notice_months=amends.terms.notice_months if amends else version.notice_months,
        signers=(
            Place(names[employee], Text(da="medarbejder", en="employee")),
            *([Place(names[signer], Text(da="for arbejdsgiveren", en="for the employer"))] if signer else []),
        ),
        received=signer is None,
        check_url=settings.SITE_URL + reverse("documents:check"),
        clauses=tuple(PrintedClause(one.heading, one.text) for one in policy.clauses_for_addendum(version)),
        provisions=tuple(policy.provisions_of(version)),
        ends_on=_last_day(amends) if amends else None,
        amends=amends.terms.starts if amends else None,
        places=_places(employee, effective_on),
    )


def _last_day(standing: Standing) -> date | None:
    """The last day of an arrangement whose end is on record already."""
    return next((one.on - timedelta(days=1) for one in standing.changes if one.kind == "close"), None)


def _places(employee: int, on: date) -> tuple[PrintedPlace, ...]:
    """The agreed places beside the home that count on the first day or later."""
    return tuple(
        PrintedPlace(one.name, str(Address(**one.address)), one.room, one.starts, one.last)
        for one in places_between(employee, on, date.max)
    )


def typeset(content: AddendumContent, *, language: str, moment: datetime) -> bytes:
    """The addendum, or the particulars, as a PDF in "da", "en" or "both".

    Raises `Refused` for a character that can't be printed.
    """
    try:
        template = PARTICULARS if content.received else TEMPLATE
        return typesetting.typeset(template, paper(content), moment=moment, language=language)
    except typesetting.NotPrintable as error:
        raise Refused(
            _("The addendum can't be printed as it is: %(why)s. Correct the name, the room or the clause it stands in.")
            % {"why": error}
        ) from error
