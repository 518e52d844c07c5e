"""The people and the company of the tests are written past the actions: how they come into the audit chain."""

from __future__ import annotations

from django.apps import apps
from django.db.models import Model, Q

from hjemmedag.apps.audit import actions
from hjemmedag.apps.audit.queries import unsealed
from hjemmedag.apps.overview.queries.health.records import SEALED, SEALING
from tests.conftest import NOW


def seal_what_is_there() -> None:
    """One entry that seals every row nobody has sealed yet, as the actions would have."""
    rows: list[Model] = []
    for kind in (one for stage in SEALING for one in apps.get_app_config(stage).get_models()):
        keys = unsealed(kind._meta.label, SEALED.get(kind._meta.label, Q()))
        rows += kind._base_manager.filter(pk__in=keys)
    actions.record(action="people.welcome", actor=None, now=NOW, rows=rows)
