"""The company's list of job functions."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.policy.models import JobFunction
from hjemmedag.core.refusals import Refused, Stale


@transaction.atomic
def add_function(*, name: str, actor: int, now: datetime) -> JobFunction:
    """Add a job function. Raises `Refused` when the name is taken, whatever its case."""
    _free(name)
    function = JobFunction.objects.create(name=name)
    _record("policy.add_function", function, actor, now, name=name)
    return function


@transaction.atomic
def rename_function(*, function: int, was: str, name: str, actor: int, now: datetime) -> JobFunction:
    """Give a job function another name. Raises `Stale` when it is no longer called `was`."""
    row = JobFunction.objects.select_for_update().get(pk=function)
    if row.name != was:
        raise Stale(_("Someone else has given it the name “%(name)s” meanwhile.") % {"name": row.name})
    if name == was:
        return row
    _free(name, but=function)
    row.name = name
    row.save()
    _record("policy.rename_function", row, actor, now, was=was, name=name)
    return row


@transaction.atomic
def retire_function(*, function: int, today: date, actor: int, now: datetime) -> JobFunction:
    """Take a job function out of use from `today`; what refers to it stays."""
    row = JobFunction.objects.select_for_update().get(pk=function)
    if row.retired_on is None:
        row.retired_on = today
        row.save()
        _record("policy.retire_function", row, actor, now, name=row.name)
    return row


@transaction.atomic
def restore_function(*, function: int, actor: int, now: datetime) -> JobFunction:
    """Take a retired job function into use again."""
    row = JobFunction.objects.select_for_update().get(pk=function)
    if row.retired_on is not None:
        row.retired_on = None
        row.save()
        _record("policy.restore_function", row, actor, now, name=row.name)
    return row


def _free(name: str, but: int = 0) -> None:
    wanted = name.casefold()
    taken = next((row for row in JobFunction.objects.exclude(pk=but) if row.name.casefold() == wanted), None)
    if taken is None:
        return
    if taken.retired_on is not None:
        raise Refused(_("“%(name)s” is there already, but out of use. Take it into use again.") % {"name": taken.name})
    raise Refused(_("“%(name)s” is already on the list.") % {"name": taken.name})


def _record(action: str, row: JobFunction, actor: int, now: datetime, **data: object) -> None:
    audit.record(action=action, actor=actor, now=now, subject=row, data=data, rows=[row])
