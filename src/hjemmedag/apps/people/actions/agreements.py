"""Agreement profiles: what a name in the staff list stands for, from which day."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.people import queries
from hjemmedag.apps.people.actions.succession import succeed
from hjemmedag.apps.people.models import AgreementLimits, AgreementProfile
from hjemmedag.core.refusals import Refused
from hjemmedag.ui.words import day_date


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What an agreement says where it differs from the law; `None` is the law's own value."""

    kind: str = AgreementLimits.Kind.COLLECTIVE
    daily_rest_minutes: int | None = None
    rest_reductions_per_week: int | None = None
    max_days_between_days_off: int | None = None
    reference_months: int | None = None
    control_area: str = AgreementLimits.ControlArea.NONE
    area: str = ""


@transaction.atomic
def add_agreement(*, name: str, actor: int, now: datetime) -> AgreementProfile:
    """An agreement that no staff list has named yet; it waits for its limits like any other."""
    try:
        with transaction.atomic():
            profile = AgreementProfile.objects.create(name=name)
    except IntegrityError:
        raise Refused(_("There already is an agreement called %(name)s.") % {"name": name}) from None
    audit.record(action="people.add_agreement", actor=actor, now=now, subject=profile, rows=[profile])
    return profile


@transaction.atomic
def set_limits(
    *, profile: int, limits: Limits, starts: date, actor: int, now: datetime, last: date | None = None
) -> None:
    """Say what an agreement allows from a day on, through the `last` one if it has one.

    The first time confirms it: until then the law's own limits apply.
    """
    row = AgreementProfile.objects.select_for_update().get(pk=profile)
    if faults := queries.beyond_the_law(limits, starts):
        raise Refused(" ".join(faults.values()))
    if row.confirmed_at is None:
        row.confirmed_at, row.confirmed_by = now, actor
        row.save(update_fields=["confirmed_at", "confirmed_by"])
    said, rows = asdict(limits), AgreementLimits.objects.filter(profile=row)
    following = rows.filter(starts__gt=starts).order_by("starts").first()
    _in_order(starts, last, following)
    changes = succeed(rows, on=starts, profile=row, **said)
    written = changes.written[-1]
    written.ends = last + timedelta(days=1) if last else following.starts if following else None
    written.save(update_fields=["ends"])
    audit.record(
        action="people.set_limits",
        actor=actor,
        now=now,
        subject=row,
        data=said | {"from": starts.isoformat(), "through": last.isoformat() if last else None},
        rows=[row, *changes.written],
    )


def _in_order(starts: date, last: date | None, following: AgreementLimits | None) -> None:
    if last is not None and last < starts:
        raise Refused(_("The last day is before the first one."))
    if last is not None and following is not None and following.starts <= last:
        raise Refused(
            _("Other limits are already set from %(day)s. End these the day before.")
            % {"day": day_date(following.starts)}
        )
