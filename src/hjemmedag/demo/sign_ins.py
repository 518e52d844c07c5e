"""Signing in to the demo: one person a role, all with the same password."""

from __future__ import annotations

from datetime import date

from django.contrib.auth.hashers import make_password

from hjemmedag.apps.people import queries
from hjemmedag.core.people.roles import Role

PASSWORD = "hjemme-ved-fjorden"  # noqa: S105  # printed for everyone to read


def give_passwords(today: date) -> None:
    """The people behind the demo's door can also sign in the ordinary way."""
    encoded = make_password(PASSWORD)
    for person in queries.one_of_each_role(today).values():
        person.password = encoded
        person.save(update_fields=["password"])


def listed(today: date) -> list[tuple[Role, str, str]]:
    """Role, name and e-mail of each."""
    return [(role, person.name, person.email) for role, person in queries.one_of_each_role(today).items()]
