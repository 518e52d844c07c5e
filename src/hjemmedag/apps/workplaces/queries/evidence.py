"""Bevis for APV hjemme: what was asked, whose home was assessed, what was found, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max, Min, Q, QuerySet

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.workplaces.models import Assessment, Finding, Instruction, Measure
from hjemmedag.apps.workplaces.queries.needs import Need, needs
from hjemmedag.core.duties import Scope
from hjemmedag.core.workplaces import questions
from hjemmedag.core.workplaces.questions import QuestionSet
from hjemmedag.rulebook import questions as rulebook


@dataclass(frozen=True, slots=True)
class Asked:
    """A set of questions with the assessments that answered it, and the days of the first and the last one."""

    questions: QuestionSet
    assessments: int
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Home:
    """One person's home: when it was assessed last, by which questions, and when it is next."""

    name: str
    unit: str
    need: Need
    asked_from: date | None


@dataclass(frozen=True, slots=True)
class Acted:
    """A finding and one measure about it, if there is any."""

    finding: Finding
    measure: Measure | None

    @property
    def rated(self) -> tuple[bool, date] | None:
        """Whether the person said that it is in order, and when."""
        rating = getattr(self.measure, "rerating", None)
        return None if rating is None else (rating.in_order, rating.on)


def question_sets_used() -> list[Asked]:
    """The versions that somebody answered, the oldest first: one query."""
    rows = Assessment.objects.filter(submitted_on__isnull=False).order_by("asked_from").values_list("asked_from")
    counted = rows.annotate(number=Count("pk"), first=Min("submitted_on"), last=Max("submitted_on"))
    sets = rulebook.load()
    return [Asked(questions.on(sets, start), number, first, last) for start, number, first, last in counted]


def homes(on: date) -> list[Home]:
    """Everyone who works at home, by name: five queries."""
    working = {need.employee: need for need in needs(Scope(), on)}
    names, units = people.named(working), people.departments_of(on)
    departments = {one.pk: one.name for one in people.departments()}
    sent = Assessment.objects.filter(submitted_on__isnull=False, place=None).order_by("submitted_on", "id")
    asked = dict(sent.values_list("employee", "asked_from"))
    found = [
        Home(names[who], departments.get(units.get(who, 0), ""), need, asked.get(who)) for who, need in working.items()
    ]
    return sorted(found, key=lambda one: (one.unit, one.name))


def acted(findings: QuerySet[Finding]) -> Iterator[Acted]:
    """Every finding with each of its measures, but for those about body and well-being: three queries."""
    for finding in _with_measures(findings):
        for measure in _each_measure(finding):
            yield Acted(finding, measure)


def _with_measures(findings: QuerySet[Finding]) -> QuerySet[Finding]:
    shown = findings.filter(private=False).select_related("employee").order_by("on", "id")
    return shown.prefetch_related("measures__owner", "measures__rerating")


def _each_measure(finding: Finding) -> list[Measure] | list[None]:
    return list(finding.measures.all()) or [None]


def instructed_by_year() -> list[tuple[int, int, int]]:
    """Year, how many instructions were given, and how many are confirmed, the latest first: one query."""
    rows = Instruction.objects.order_by("-on__year").values_list("on__year")
    return list(rows.annotate(given=Count("pk"), confirmed=Count("pk", filter=Q(confirmed_at__isnull=False))))
