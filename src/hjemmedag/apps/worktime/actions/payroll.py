"""Making a file for payroll, and what is to be said before one can be made."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from hjemmedag.adapters.payroll import Profile, Unwritable, columns_in, lacking, write
from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.worktime import queries
from hjemmedag.apps.worktime.models import PayrollChoices, PayrollFile
from hjemmedag.core.refusals import Refused, Stale
from hjemmedag.ui.words import said


def make_payroll_file(*, month: date, profile: Profile, actor: int, now: datetime) -> PayrollFile:
    """The approved hours of the month that begins on `month`, kept to the byte.

    Raises `Refused` while a setting is missing or nobody's hours are approved, and for what the file can't hold.
    """
    settings, _revision = queries.payroll_choices(profile.name)
    if lacking(profile, settings):
        raise Refused(_("Fill in what the payroll system asks for first."))
    taken = queries.payroll_month(month)
    if not taken.lines:
        raise Refused(_("Nobody’s hours are approved in that month."))
    try:
        content = write(profile, settings, month, taken.lines)
    except Unwritable as fault:
        raise Refused(said(fault.text)) from None
    number = (PayrollFile.objects.filter(profile=profile.name).aggregate(last=Max("number"))["last"] or 0) + 1
    try:
        with transaction.atomic():
            made = PayrollFile.objects.create(
                month=month,
                profile=profile.name,
                number=number,
                name=profile.file_name.format(month=f"{month:%Y-%m}", short=f"{month:%y%m}", number=number),
                content=content,
                sha256=hashlib.sha256(content).hexdigest(),
                people=len(taken.lines),
                left_out=[[one.number, one.name, len(one.weeks)] for one in taken.left_out],
                made_by_id=actor,
                made_at=now,
            )
            data = {"file": made.name, "sha256": made.sha256, "people": made.people, "left_out": len(made.left_out)}
            audit.record(action="worktime.payroll_file", actor=actor, now=now, subject=made, data=data, rows=[made])
    except IntegrityError:
        raise Stale(_("Someone else has just made a file. Look at it before you make another.")) from None
    return made


@transaction.atomic
def choose_for_payroll(
    *, profile: Profile, values: Mapping[str, str], revision: int, actor: int, now: datetime
) -> PayrollChoices:
    """What the company has agreed with a payroll system. Raises `Stale` when someone was first, and `Refused`."""
    try:
        columns_in(values.get("columns", ""))
    except Unwritable as fault:
        raise Refused(said(fault.text)) from None
    PayrollChoices.objects.get_or_create(profile=profile.name, defaults={"revision": 0})
    row = PayrollChoices.objects.select_for_update().get(profile=profile.name)
    if row.revision != revision:
        raise Stale(_("Someone changed the choices while you were writing."))
    row.values, row.revision = dict(values), revision + 1
    row.save()
    audit.record(action="worktime.payroll_choices", actor=actor, now=now, subject=row, rows=[row])
    return row
