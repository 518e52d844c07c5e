"""Findings with how far they have come, their measure, and who must act next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.workplaces.models import Finding, Measure, Rerating, SafetyPractice
from hjemmedag.core.duties import Scope
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
        done = self.measure.carried_out_on if self.measure else None
        return Course(self.measure is not None, done, self.in_order).stage

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
    measures = Measure.objects.filter(pk__in=wanted).select_related("owner").in_bulk() if wanted else {}
    return [
        Followed(row, measures.get(row.measure), row.rated if row.rated_measure == row.measure else None)
        for row in rows
    ]


def open_ones(findings: QuerySet[Finding]) -> QuerySet[Finding]:
    """Those that no rating has closed."""
    return findings.filter(~Exists(Rerating.objects.filter(measure__finding=OuterRef("pk"), in_order=True)))


@dataclass(frozen=True, slots=True)
class Turn:
    """An open finding and who must act: whoever plans, the measure's owner, or the person who rates it again."""

    finding: int
    employee: int
    stage: Stage
    due: date | None
    owner: int | None
    planner: int | None
    role: Role | None
    """The role whose holders plan where no one person does."""
    unhandled: bool = False
    """About body or well-being, and no handler is named: nobody but the person may see it."""


def turns(scope: Scope, on: date) -> list[Turn]:
    """The open findings that someone, or anyone, may have to act on: one query."""
    rows = _everyones.rows(on=on) if scope.owner is None else _ones.rows(on=on, who=scope.owner)
    return [_turn(*row) for row in rows]


@people.Prepared
def _everyones() -> QuerySet[Any, Any]:
    return _acted_on().values_list(*TOLD)


@people.Prepared
def _ones() -> QuerySet[Any, Any]:
    who = people.Asked("who")
    unled = Q(manager__isnull=True) | ~Q(told="") | Q(private=True)
    return _acted_on().filter(Q(employee=who) | Q(owner=who) | Q(manager=who) | unled).values_list(*TOLD)


TOLD = (
    "pk",
    "employee",
    "private",
    "told",
    "measure",
    "done",
    "due",
    "owner",
    "rated_measure",
    "rated",
    "manager",
    "handler",
)


def _acted_on() -> QuerySet[Any]:
    measure = Measure.objects.filter(finding=OuterRef("pk")).order_by("-id")
    findings = with_measures(open_ones(Finding.objects.all())).select_related(None)
    rows: QuerySet[Any, Any] = findings.annotate(
        owner=Subquery(measure.values("owner")[:1]),
        due=Subquery(measure.values("due")[:1]),
        done=Subquery(measure.values("carried_out_on")[:1]),
        manager=people.manager_on(people.Asked("on"), "employee"),
        handler=Subquery(SafetyPractice.objects.values("handler")[:1]),
    )
    return rows


def _turn(
    finding: int,
    employee: int,
    private: bool,
    told: str,
    measure: int | None,
    done: date | None,
    due: date | None,
    owner: int | None,
    rated_measure: int | None,
    rated: bool | None,
    manager: int | None,
    handler: int | None,
) -> Turn:
    stage = Course(measure is not None, done, rated if rated_measure == measure else None).stage
    planner, role = manager, None
    if private:
        planner = handler
        if planner is None and stage is Stage.OPEN:
            return Turn(finding, employee, stage, due, owner, None, None, unhandled=True)
    elif told:
        planner, role = None, Role(told)
    if planner is None and role is None:
        role = Role.HR
    return Turn(finding, employee, stage, due, owner, planner, role)
