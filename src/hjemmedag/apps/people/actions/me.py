"""What people decide about themselves."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.people.actions.serving import locked
from hjemmedag.apps.people.models import Employee


@transaction.atomic
def choose_language(*, employee: int, language: str, now: datetime) -> Employee:
    """The language in which this person is spoken to: `da` or `en`."""
    person = locked(employee)
    if person.language != language:
        person.language = language
        person.save(update_fields=["language"])
        audit.record(
            action="people.choose_language",
            actor=person.pk,
            now=now,
            subject=person,
            about=person.pk,
            data={"language": language},
            rows=[person],
        )
    return person
