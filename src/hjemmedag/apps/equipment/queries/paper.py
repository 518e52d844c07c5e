"""From a hand-over to the words and the file of its receipt."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.urls import reverse
from django.utils.translation import gettext as _

from hjemmedag.adapters import typesetting
from hjemmedag.apps.equipment.models import Item
from hjemmedag.apps.people import queries as people
from hjemmedag.core.documents.paper import Sender
from hjemmedag.core.equipment.receipt import Given, ReceiptContent, paper
from hjemmedag.core.refusals import Refused

TEMPLATE = Path(__file__).resolve().parents[1] / "templates" / "equipment" / "paper" / "receipt.typ"


def receipt(
    employee: Any, items: Iterable[Item], *, by: int, on: date, return_on: date | None, moment: datetime
) -> bytes:
    """The receipt as a PDF in the employee's language. Raises `Refused` for a character that can't be printed."""
    content = ReceiptContent(
        employer=_employer(employee.pk, on),
        employee=employee.name,
        employee_number=employee.number or "",
        by=people.named([by])[by],
        on=on,
        items=tuple(Given(one.number, one.kind.name, one.model, one.serial) for one in items),
        check_url=settings.SITE_URL + reverse("documents:check"),
        return_on=return_on,
    )
    try:
        return typesetting.typeset(TEMPLATE, paper(content), moment=moment, language=employee.language)
    except typesetting.NotPrintable as error:
        raise Refused(_("The receipt can't be printed: %(why)s") % {"why": error}) from error


def _employer(employee: int, on: date) -> Sender:
    """Whoever employs the person; the company where the employment has not begun."""
    try:
        employer = people.contract_of(employee, on).employer
    except ObjectDoesNotExist:
        return Sender(name=str(people.company() or ""), cvr="")
    return Sender(name=employer.name, cvr=employer.cvr)
