"""Whether a command can begin."""

from __future__ import annotations

from django.db import DatabaseError
from django.utils.translation import gettext as _

from hjemmedag.apps.people.models import Company, LegalEntity


def needs_a_company() -> str:
    """What is missing before people can be taken in or written out; empty when nothing is."""
    try:
        if not Company.objects.exists():
            return _("There is no company yet. Run hjemmedag init first.")
    except DatabaseError:
        return _("There is no company yet. Run hjemmedag init first.")
    if not LegalEntity.objects.exists():
        return _("No legal entity is known. Add the company's CVR number first: hjemmedag init.")
    return ""
