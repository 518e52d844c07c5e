"""Findings with how far they have come, their measure, and who must act next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from django.db import models
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from hjemmedag.apps.equipment import queries as equipment
from hjemmedag.apps.people import queries as people
from hjemmedag.apps.workplaces.models import Finding, Measure, Rerating, SafetyPractice
from hjemmedag.core.law import Text
from hjemmedag.core.people.roles import Role
from hjemmedag.core.workplaces.findings import Course, Stage
from hjemmedag.core.workplaces.questions import Question, Topic
from hjemmedag.rulebook import questions as rulebook


@cache
def question_of(key: str) -> Question | None:
    """The question of this key as it was put last; `None` for a problem told in someone's own words."""
    every = [each for one in rulebook.load() for each in one.questions if each.key == key]
    return every[-1] if every else None


@dataclass(frozen=True, slots=True)
class Followed:
    """A finding with its latest measure."""

    finding: Finding
    measure: Measure | None
    in_order: bool | None

    @property
    def stage(self) -> Stage:
        """How far it has come."""
        done = self.measure.done_on if self.measure else None
        return Course(self.measure is not None, done, self.in_order).stage

    @property
    def called_off(self) -> bool:
        """Whether what was ordered for it is called off, so that something else must be done."""
        order = self.measure.order if self.measure else None
        return self.stage is Stage.PLANNED and order is not None and not order.waits

    @property
    def question(self) -> Text | None:
        """The question that was answered no; `None` for a problem told in someone's own words."""
        asked = question_of(self.finding.question)
        return asked.text if asked else None

    @property
    def wrong(self) -> Text | None:
        """What the no says; `None` for a problem told in someone's own words."""
        asked = question_of(self.finding.question)
        return asked.wrong if asked else None

    @property
    def topic(self) -> Text | None:
        """What it is about."""
        return Topic(self.finding.topic).words if self.finding.topic else None

    @property
    def rule(self) -> str:
        """The rule that gives the question its reason."""
        asked = question_of(self.finding.question)
        return asked.rule if asked else "workplaces.supervision"


def kinds_that_mend(finding: Finding) -> list[equipment.Kind]:
    """The kinds of equipment that answer the question; none for what is private, which nobody else may know of."""
    asked = question_of(finding.question)
    if finding.private or asked is None or asked.remedy is None:
        return []
    return equipment.kinds_for(asked.remedy)


def with_measures(findings: QuerySet[Finding]) -> QuerySet[Any]:
    """The findings with `measure`, `rated`, and the person's name: one query. The latest measure counts."""
    latest = Measure.objects.filter(finding=OuterRef("pk")).order_by("-id")
    rating = Rerating.objects.filter(measure__finding=OuterRef("pk")).order_by("-measure")
    rows: QuerySet[Any] = findings.annotate(
        measure=Subquery(latest.values("pk")[:1]),
        rated_measure=Subquery(rating.values("measure")[:1]),
        rated=Subquery(rating.values("in_order")[:1]),
    )
    return rows.select_related("employee").order_by("on", "id")


def followed(findings: QuerySet[Finding]) -> list[Followed]:
    """Findings with their measures: two queries for any number of them."""
    return paired(list(with_measures(findings)))


def paired(rows: list[Any]) -> list[Followed]:
    """Rows of `with_measures` with their measures: one query."""
    wanted = [row.measure for row in rows if row.measure]
    measures = (
        Measure.objects.filter(pk__in=wanted).select_related("owner", "order__loan", "order__kind").in_bulk()
        if wanted
        else {}
    )
    return [
        Followed(row, measures.get(row.measure), row.rated if row.rated_measure == row.measure else None)
        for row in rows
    ]


def open_ones(findings: QuerySet[Finding]) -> QuerySet[Finding]:
    """Those that no rating has closed."""
    return findings.filter(~Exists(Rerating.objects.filter(measure__finding=OuterRef("pk"), in_order=True)))


def count_findings(on: date) -> tuple[int, int, int]:
    """Closed, open in time, and open with a measure that is overdue; body and well-being aren't counted: one query."""
    every = Finding.objects.filter(private=False)
    late = in_state(every, "late", on).values("pk")
    closed = in_state(every, "closed", on).values("pk")
    counted = every.aggregate(
        every=Count("pk"), closed=Count("pk", filter=Q(pk__in=closed)), late=Count("pk", filter=Q(pk__in=late))
    )
    return counted["closed"], counted["every"] - counted["closed"] - counted["late"], counted["late"]


def in_state(findings: QuerySet[Finding], state: str, on: date) -> QuerySet[Finding]:
    """Those that have come so far. Only a finding's latest measure can be without a rating."""
    unrated = Measure.objects.filter(finding=OuterRef("pk"), rerating__isnull=True)
    planned = unrated.filter(carried_out_on__isnull=True, order__loan__isnull=True)
    if state == "closed":
        return findings.filter(Exists(Rerating.objects.filter(measure__finding=OuterRef("pk"), in_order=True)))
    if state == "all":
        return findings
    narrowed: dict[str, Any] = {
        "missing": ~Exists(unrated),
        "planned": Exists(planned),
        "late": Exists(planned.filter(due__lt=on)),
        "carried_out": Exists(unrated.filter(Q(carried_out_on__isnull=False) | Q(order__loan__isnull=False))),
    }
    found = open_ones(findings)
    return found.filter(narrowed[state]) if state in narrowed else found


def of_or_owned_by(findings: QuerySet[Finding], people: Any) -> QuerySet[Finding]:
    """Those at these people's homes, and those that one of them sees to; `people` are ids, or a query for them."""
    return findings.filter(Q(employee__in=people) | Exists(_latest_of(people)))


def owned_by(findings: QuerySet[Finding], people: Any) -> QuerySet[Finding]:
    """Those whose latest measure one of these people sees to."""
    return findings.filter(Exists(_latest_of(people)))


def _latest_of(people: Any) -> QuerySet[Measure]:
    later = Measure.objects.filter(finding=OuterRef("finding"), pk__gt=OuterRef("pk"))
    return Measure.objects.filter(~Exists(later), finding=OuterRef("pk"), owner__in=people)


@dataclass(frozen=True, slots=True)
class Turn:
    """An open finding and who must act: whoever plans, the measure's owner, or the person who rates it again."""

    finding: int
    employee: int
    found_on: date
    stage: Stage
    due: date | None
    owner: int | None
    planner: int | None
    role: Role | None
    """The role whose holders plan where no one person does."""
    waits_for_equipment: bool = False
    """What was ordered is still to be handed over: a keeper is asked to, in place of the measure's owner."""
    unhandled: bool = False
    """About body or well-being, and no handler is named: nobody but the person may see it."""


TURN: dict[str, models.Field[Any, Any]] = {
    "private": models.BooleanField(),
    "told": models.CharField(),
    "measure": models.BigIntegerField(),
    "rated_measure": models.BigIntegerField(),
    "rated": models.BooleanField(),
    "owner": models.BigIntegerField(),
    "due": models.DateField(),
    "done": models.DateField(),
    "waits": models.BigIntegerField(),
    "manager": models.BigIntegerField(),
}
"""What of an open finding says whose turn it is, beside the finding, whose it is, and the `handler`."""


def waiting(on: people.Asked) -> QuerySet[Any]:
    """The open findings with what says whose turn it is on a day."""
    measure = Measure.objects.filter(finding=OuterRef("pk")).order_by("-id")
    rows = with_measures(open_ones(Finding.objects.all())).select_related(None)
    annotated: QuerySet[Any] = rows.annotate(
        owner=Subquery(measure.values("owner")[:1]),
        due=Subquery(measure.values("due")[:1]),
        done=Subquery(measure.values(day=Coalesce("carried_out_on", "order__loan__starts"))[:1]),
        waits=Subquery(measure.filter(order__in=equipment.open_orders().values("pk")).values("pk")[:1]),
        manager=people.manager_on(on, "employee"),
        handler=Subquery(SafetyPractice.objects.values("handler")[:1]),
    )
    return annotated


def turn_of(said: Mapping[str, Any]) -> Turn:
    """Whose turn it is, from the columns of `TURN`, with `subject`, `whose`, the `day` it was found, and `handler`."""
    again = said["rated"] is not None and said["rated_measure"] == said["measure"]
    stage = Course(said["measure"] is not None, said["done"], bool(said["rated"]) if again else None).stage
    finding, employee, due, owner = (said[name] for name in ("subject", "whose", "due", "owner"))
    planner, role = said["manager"], None
    if said["private"]:
        planner = said["handler"]
        if planner is None and stage is Stage.OPEN:
            return Turn(finding, employee, said["day"], stage, due, owner, None, None, unhandled=True)
    elif said["told"]:
        planner, role = None, Role(said["told"])
    if planner is None and role is None:
        role = Role.HR
    waits = said["measure"] is not None and said["waits"] == said["measure"]
    return Turn(finding, employee, said["day"], stage, due, owner, planner, role, waits_for_equipment=waits)
