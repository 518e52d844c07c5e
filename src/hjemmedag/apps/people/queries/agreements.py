"""Agreement profiles, who is covered by them, and what the law lets an agreement say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from django.db.models import Case, Count, Exists, OuterRef, Prefetch, Q, QuerySet, Value, When
from django.utils.translation import gettext as _

from hjemmedag.apps.people.models import AgreementLimits, AgreementProfile, Asked, EmploymentTerms
from hjemmedag.apps.people.models.dated import in_force
from hjemmedag.rulebook.load import load


class Said(Protocol):
    """What an agreement says; `None` is the law's own value."""

    @property
    def kind(self) -> str: ...
    @property
    def daily_rest_minutes(self) -> int | None: ...
    @property
    def rest_reductions_per_week(self) -> int | None: ...
    @property
    def max_days_between_days_off(self) -> int | None: ...
    @property
    def reference_months(self) -> int | None: ...


@dataclass(frozen=True, slots=True)
class Ceilings:
    """The law's own values on a day, and how far each kind of agreement may go."""

    daily_rest: int
    shortest_rest: int
    days_between: int
    days_between_local: int
    days_between_collective: int
    reference_months: int
    reference_months_collective: int

    def most_days_between(self, kind: str) -> int:
        """Days between two days off at the most."""
        local = kind == AgreementLimits.Kind.LOCAL
        return self.days_between_local if local else self.days_between_collective


def ceilings(on: date) -> Ceilings:
    """What the law says on a day. Raises `UnknownValue` for a day it holds nothing for."""
    law = load().on(on)
    return Ceilings(
        daily_rest=law.number("worktime.daily_rest", "minimum"),
        shortest_rest=law.number("worktime.rest_derogation", "lowest"),
        days_between=law.number("worktime.weekly_rest", "between"),
        days_between_local=law.number("worktime.weekly_rest", "between_local"),
        days_between_collective=law.number("worktime.weekly_rest", "between_collective"),
        reference_months=law.number("worktime.weekly_hours", "reference_months"),
        reference_months_collective=law.number("worktime.weekly_hours", "reference_months_agreed"),
    )


def beyond_the_law(said: Said, on: date) -> dict[str, str]:
    """What the law doesn't let this agreement say, by field; empty when all is allowed."""
    law, faults = ceilings(on), {}
    rest, between, months = said.daily_rest_minutes, said.max_days_between_days_off, said.reference_months
    if rest is not None and not law.shortest_rest <= rest <= law.daily_rest:
        faults["daily_rest_minutes"] = _("An agreement can set the daily rest from %(least)s to %(most)s minutes.") % {
            "least": law.shortest_rest, "most": law.daily_rest
        }  # fmt: skip
    if said.rest_reductions_per_week and rest is None:
        faults["rest_reductions_per_week"] = _("Say first how short the rest can be.")
    if between is not None and not law.days_between <= between <= law.most_days_between(said.kind):
        faults["max_days_between_days_off"] = _(
            "This kind of agreement can let from %(least)s to %(most)s days pass between two days off."
        ) % {"least": law.days_between, "most": law.most_days_between(said.kind)}
    if months is not None and said.kind == AgreementLimits.Kind.LOCAL:
        faults["reference_months"] = _("Only a collective agreement can make the period longer. Leave it empty.")
    elif months is not None and not law.reference_months <= months <= law.reference_months_collective:
        faults["reference_months"] = _("The period can be from %(least)s to %(most)s months.") % {
            "least": law.reference_months, "most": law.reference_months_collective
        }  # fmt: skip
    return faults


def agreements(on: date) -> QuerySet[AgreementProfile]:
    """All profiles, unconfirmed ones first, each with its limits on a day as `said`: a list of one or none."""
    limits = Prefetch("limits", AgreementLimits.objects.on(on), to_attr="said")
    waiting = Case(When(confirmed_at__isnull=True, then=Value(0)), default=Value(1))
    return AgreementProfile.objects.prefetch_related(limits).order_by(waiting, "name")


def covered(on: date) -> dict[int, int]:
    """How many employments each agreement covers on a day."""
    holding = EmploymentTerms.objects.on(on).filter(in_force(on, "employment__"), agreement__isnull=False).order_by()
    return dict(holding.values("agreement").annotate(number=Count("pk")).values_list("agreement", "number"))


def running_out(after: date | Asked, until: date | Asked) -> QuerySet[AgreementLimits]:
    """Confirmed limits on rest or hours that end after a day and by another, cover somebody, and nothing follows."""
    following = AgreementLimits.objects.filter(profile=OuterRef("profile"), starts__gte=OuterRef("ends"))
    covering = EmploymentTerms.objects.on(after).filter(in_force(after, "employment__"), agreement=OuterRef("profile"))
    changing = (
        Q(daily_rest_minutes__isnull=False)
        | Q(max_days_between_days_off__isnull=False)
        | Q(reference_months__isnull=False)
    )
    ending = AgreementLimits.objects.filter(changing, ends__gt=after, ends__lte=until)
    return ending.filter(~Exists(following), Exists(covering), profile__confirmed_at__isnull=False)


def unconfirmed() -> QuerySet[AgreementProfile]:
    """Names that nobody has said the meaning of yet."""
    return AgreementProfile.objects.filter(confirmed_at__isnull=True).order_by("name")


def control_areas(on: date) -> set[str]:
    """The agreements about control measures that the confirmed limits of a day name for anyone covered."""
    covering = EmploymentTerms.objects.on(on).filter(in_force(on, "employment__"), agreement__isnull=False)
    confirmed = AgreementLimits.objects.on(on).filter(profile__confirmed_at__isnull=False)
    areas = confirmed.filter(profile__in=covering.values("agreement")).order_by().values_list("control_area", flat=True)
    return set(areas.distinct())
