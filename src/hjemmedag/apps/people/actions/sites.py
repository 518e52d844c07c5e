"""Sites with their desks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.people.models import Site
from hjemmedag.core.people import names
from hjemmedag.core.refusals import Refused, Stale


@transaction.atomic
def add_site(*, name: str, address: str = "", desks: Sequence[int] = (), actor: int | None, now: datetime) -> Site:
    """A new site; `desks` are five numbers, Monday to Friday, or none while they are unknown."""
    _refuse_taken(name, None)
    site = Site.objects.create(name=name, address=address, desks=list(desks))
    audit.record(action="people.add_site", actor=actor, now=now, subject=site, rows=[site])
    return site


@transaction.atomic
def change_site(
    *, site: int, name: str, address: str, desks: Sequence[int], revision: int, actor: int, now: datetime
) -> None:
    """Name, address and desks. `revision` is the one the page showed; raises `Stale` when someone was first."""
    row = Site.objects.select_for_update().get(pk=site)
    if row.revision != revision:
        raise Stale(_("Someone changed the site while you were writing."))
    _refuse_taken(name, row)
    row.name, row.address, row.desks, row.revision = name, address, list(desks), revision + 1
    row.save()
    audit.record(action="people.change_site", actor=actor, now=now, subject=row, data={"name": name}, rows=[row])


def _refuse_taken(name: str, but: Site | None) -> None:
    if names.findable(name) in {names.findable(one.name) for one in Site.objects.all() if one != but}:
        raise Refused(_("There already is a site called %(name)s. Give another name.") % {"name": name})
