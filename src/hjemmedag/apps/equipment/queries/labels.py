"""Asset labels (etiketter) as a PDF: 24 to a sheet, each with its number and a code that opens the item's page."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from hjemmedag.adapters import qr, typesetting
from hjemmedag.apps.equipment.models import Item
from hjemmedag.apps.people import queries as people
from hjemmedag.core.refusals import Refused
from hjemmedag.ui.words import language

TEMPLATE = Path(__file__).resolve().parents[1] / "templates" / "equipment" / "paper" / "labels.typ"
MOST_LABELS = 480
"""Labels in one file: twenty sheets."""


def labels(items: Iterable[Item], *, now: datetime) -> bytes:
    """The sheets. Raises `Refused` for none, for too many, and for a character that can't be printed."""
    shown = [
        {
            "number": item.number,
            "what": " · ".join(part for part in (item.kind.name, item.model) if part),
            "serial": item.serial,
            "code": qr.svg(f"{settings.SITE_URL}{reverse('equipment:item', args=(item.pk,))}"),
        }
        for item in items
    ]
    if not shown:
        raise Refused(_("Nothing fits, so there are no labels to print."))
    if len(shown) > MOST_LABELS:
        raise Refused(_("That is more than %(most)s labels. Narrow the list first.") % {"most": MOST_LABELS})
    data = {"owner": str(people.company() or ""), "labels": shown}
    try:
        return typesetting.typeset(TEMPLATE, data, moment=now, language=language())
    except typesetting.NotPrintable as error:
        raise Refused(_("The labels can't be printed: %(why)s") % {"why": error}) from error
