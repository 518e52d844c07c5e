"""From an approved application to the words and the file of its addendum."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from hjemmedag.adapters import typesetting
from hjemmedag.apps.agreements.models import Application
from hjemmedag.apps.agreements.queries.applications import pattern_of
from hjemmedag.apps.people import queries as people
from hjemmedag.apps.policy import queries as policy
from hjemmedag.core.agreements.addendum import (
    AddendumContent,
    Contract,
    PolicyReference,
    PrintedClause,
    Workplace,
    paper,
)
from hjemmedag.core.documents.paper import Place, Sender
from hjemmedag.core.law import Text
from hjemmedag.core.people.homes import Address
from hjemmedag.core.refusals import Refused

TEMPLATE = Path(__file__).resolve().parents[1] / "templates" / "agreements" / "paper" / "addendum.typ"


def content(
    row: Application, *, version: policy.PolicyVersion, effective_on: date, signer: int, today: date
) -> AddendumContent:
    """All that the addendum says: the arrangement's data, the contract it belongs to, and the policy's clauses."""
    contract = people.contract_of(row.employee_id, today)
    employer = contract.employer
    return AddendumContent(
        reference=f"{contract.number or row.employee_id}-{row.pk}",
        employer=Sender(name=employer.name, cvr=employer.cvr),
        contract=Contract(
            employee=row.employee.name,
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
        notice_months=version.notice_months,
        signers=(
            Place(row.employee.name, Text(da="medarbejder", en="employee")),
            Place(people.named([signer])[signer], Text(da="for arbejdsgiveren", en="for the employer")),
        ),
        check_url=settings.SITE_URL + reverse("documents:check"),
        clauses=tuple(PrintedClause(one.heading, one.text) for one in policy.clauses_for_addendum(version)),
        provisions=tuple(policy.provisions_of(version)),
    )


def typeset(content: AddendumContent, *, language: str, moment: datetime) -> bytes:
    """The addendum as a PDF in "da", "en" or "both". Raises `Refused` for a character that can't be printed."""
    try:
        return typesetting.typeset(TEMPLATE, paper(content), moment=moment, language=language)
    except typesetting.NotPrintable as error:
        raise Refused(
            _("The addendum can't be printed as it is: %(why)s. Correct the name, the room or the clause it stands in.")
            % {"why": error}
        ) from error
