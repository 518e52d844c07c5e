"""The criteria on a day, and the explained result for one person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import OuterRef, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.policy.models import CriteriaSet, Receipt
from hjemmedag.apps.policy.queries.needs import analysed_title
from hjemmedag.apps.policy.queries.versions import published
from hjemmedag.core.policy.criteria import Criterion, Facts, Judged, Kind, Result, Wished, judge
from hjemmedag.rulebook import criteria as rulebook
from hjemmedag.ui.words import said

WEIGHTS = {1: gettext_lazy("weighs a little"), 2: gettext_lazy("weighs"), 3: gettext_lazy("weighs a lot")}


@dataclass(frozen=True, slots=True)
class Line:
    """One criterion of a result in words: whether it is `met` (`None`: it can't be measured), and why."""

    words: str
    met: bool | None
    reason: str
    rule: str


@dataclass(frozen=True, slots=True)
class Explained:
    """The result for one person, and the set it was judged by."""

    by: CriteriaSet
    result: Result

    @property
    def required(self) -> list[Line]:
        """What must hold, in words."""
        return [_line(one) for one in self.result.required]

    @property
    def weighted(self) -> list[Line]:
        """What speaks for a wish, in words, the heaviest first."""
        return [_line(one) for one in self.result.weighted]

    @property
    def summary(self) -> str:
        """The result in sentences; the reasons stand beside each criterion."""
        must, failing = len(self.result.required), len(self.result.failing)
        open_, favour = len(self.result.open), len(self.result.in_favour)
        heavy = sum(one.holds is not None for one in self.result.weighted)
        told = []
        if failing:
            broken = _("Required criteria that don’t hold: %(failing)s of %(must)s.")
            told.append(broken % {"failing": failing, "must": must})
        elif must and not any(one.holds is None for one in self.result.required):
            told.append(_("Everything that is required holds."))
        if heavy:
            told.append(_("Of what weighs, %(favour)s of %(heavy)s speak for it.") % {"favour": favour, "heavy": heavy})
        if open_:
            told.append(_("Can’t be measured here: %(open)s.") % {"open": open_})
        return " ".join(told)


def _line(one: Judged) -> Line:
    words = said(one.kind.title)
    if one.criterion.weight is not None:
        words = f"{words} ({WEIGHTS[one.criterion.weight]})"
    return Line(words, one.holds, said(one.why), one.kind.rule)


def kinds() -> Mapping[str, Kind]:
    """What can be made a criterion, by key."""
    return rulebook.load()


def criteria_on(day: date) -> CriteriaSet | None:
    """The set that holds on a day: the last one made among those begun."""
    return CriteriaSet.objects.filter(starts__lte=day).first()


def criteria_sets() -> list[CriteriaSet]:
    """Every set with who made it, newest first."""
    return list(CriteriaSet.objects.select_related("by"))


def criteria_of(one: CriteriaSet) -> tuple[Criterion, ...]:
    """The criteria of a set as values."""
    return tuple(Criterion(**kept) for kept in one.criteria)


def written_criteria(criteria: Iterable[Criterion]) -> list[dict[str, Any]]:
    """Criteria as they are stored."""
    return [asdict(one) for one in criteria]


def explained(employee: int, on: date, wished: Wished | None = None) -> Explained | None:
    """The result for a person on a day, with a wish or without; `None` where no criteria were in force.

    Five queries. What is known of the home, devices, absence or health is never asked for.
    """
    held = criteria_on(on)
    if held is None:
        return None
    return Explained(held, judge(criteria_of(held), kinds(), facts_of(employee, on, wished), on))


def facts_of(employee: int, on: date, wished: Wished | None = None) -> Facts:
    """What criteria are measured on; nothing is known of someone not employed on the day."""
    person = people.listed(people.employed(on).filter(pk=employee), on).first()
    if person is None:
        return Facts(wished=wished)
    known = analysed_title(person.title or "", on)
    given = Receipt.objects.filter(version=OuterRef("pk"), employee=employee)
    begun = published().filter(effective_from__lte=on).annotate(read_at=Subquery(given.values("at")[:1]))
    version = begun.first()
    read_on = timezone.localtime(version.read_at).date() if version and version.read_at else None
    return Facts(
        title=person.title or "",
        function=known.function.name if known else "",
        suitability=known.suitability if known else None,
        policy=version.number if version else None,
        read_on=read_on if read_on and read_on <= on else None,
        employed_from=person.employed_from,
        weekly_hours=person.hours or Decimal(0),
        wished=wished,
    )
