"""Agreement profiles: what a name in the staff list stands for, from which day."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.people import queries
from hjemmedag.apps.people.actions.succession import succeed
from hjemmedag.apps.people.models import AgreementLimits, AgreementProfile
from hjemmedag.core.refusals import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What an agreement says where it differs from the law; `None` is the law's own value."""

    kind: str = AgreementLimits.Kind.COLLECTIVE
    daily_rest_minutes: int | None = None
    rest_reductions_per_week: int | None = None
    max_days_between_days_off: int | None = None
    reference_months: int | None = None
    control_area: str = AgreementLimits.ControlArea.NONE


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
def set_limits(*, profile: int, limits: Limits, starts: date, actor: int, now: datetime) -> None:
    """Say what an agreement allows from a day on. The first time confirms it: until then the law's own limits apply."""
    row = AgreementProfile.objects.select_for_update().get(pk=profile)
    if faults := queries.beyond_the_law(limits, starts):
        raise Refused(" ".join(faults.values()))
    if row.confirmed_at is None:
        row.confirmed_at, row.confirmed_by = now, actor
        row.save(update_fields=["confirmed_at", "confirmed_by"])
    said = asdict(limits)
    changes = succeed(AgreementLimits.objects.filter(profile=row), on=starts, profile=row, **said)
    audit.record(
        action="people.set_limits",
        actor=actor,
        now=now,
        subject=row,
        data=said | {"from": starts.isoformat()},
        rows=[row, *changes.written],
    )
