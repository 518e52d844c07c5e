"""The home-working policy: a first version, the one in force, a draft; the receipts for them, and the job functions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.policy import actions, queries
from hjemmedag.core.law import Text
from hjemmedag.core.policy.provisions import Provider, Provision
from hjemmedag.core.policy.terms import Terms
from hjemmedag.core.policy.versions import Clause
from hjemmedag.demo.casting import ANNA, FINN, HANS, IDA
from hjemmedag.demo.staff import Member, Staff
from hjemmedag.demo.story import Story

FIRST_PUBLISHED = timedelta(days=45)
"""From the company's first day with the product to the first version."""
SECOND_PUBLISHED, SECOND_BEGUN, DRAFT_BEGUN = 41, 16, 4
"""Days ago. Receipts are asked for within 14 days, so those who have given none are two days late."""

FIRST_UNHEARD = "Politikken skriver ned, hvad der allerede var aftalt med repræsentanterne."

OFFICE_DAYS = Clause(
    key="",
    heading=Text(da="Dage, hvor teamet er samlet", en="Days when the team is together"),
    text=Text(
        da="Hvert team aftaler en dag om ugen, hvor alle er på kontoret. Den gælder et kvartal ad gangen.",
        en="Each team agrees on one day a week when everyone is in the office. It stands for a quarter at a time.",
    ),
    in_addendum=True,
)
HOLIDAY_HOMES = Clause(
    key="",
    heading=Text(da="Arbejde fra sommerhus", en="Working from a holiday home"),
    text=Text(da="Op til ti dage om året kan du arbejde fra et sommerhus i Danmark. Aftal det med din leder.", en=""),
)
INTERNET: dict[str, Any] = {
    "provider": Provider.SHARED,
    "note": Text(
        da="Din egen forbindelse. Vi dækker en del af regningen, når du sender den ind.",
        en="Your own connection. We cover some of the bill when you send it in.",
    ),
}
"""What the second version says of internet; in the first one it was the employee's alone."""
FORGOTTEN = ("collective_agreement", "trial")
"""Ready clauses that the first version lacked."""
FUNCTIONS = ("Udvikler", "Kundekonsulent", "Sælger", "Bogholder", "Driftstekniker", "Lagermedarbejder", "Receptionist")


def write(story: Story, staff: Staff) -> None:
    """The scenes of this stage."""
    policy = _Policy(staff)
    first, luck = story.founded + FIRST_PUBLISHED, story.luck("policy")
    begins = story.today - timedelta(days=SECOND_BEGUN)
    second = story.ago(SECOND_PUBLISHED)
    story.on(story.founded + timedelta(days=20), policy.name_functions)
    story.on(first - timedelta(days=9), policy.begin_first)
    story.on(first, lambda now: policy.publish(1, now.date() + timedelta(days=14), now), at=time(10, 0))
    story.on(second - timedelta(days=12), policy.begin_second)
    story.on(second, lambda now: policy.publish(2, begins, now), at=time(10, 0))
    story.on(story.ago(DRAFT_BEGUN), policy.begin_third)

    def reads(member: Member, number: int, after: date, within: int, until: date) -> None:
        """A receipt some days after a version is out, most of them soon."""
        day = story.next_workday(after + timedelta(days=min(luck.randint(1, within), luck.randint(1, within))))
        if day < until and member.serves(day, day):
            at = time(luck.randint(11, 15), luck.randint(0, 59))
            story.on(day, lambda now: policy.confirm(member, number, now), at=at)

    for member in staff.everyone():
        if luck.random() < 0.97:
            reads(member, 1, max(first, member.starts), 21, begins)
        unread = member.star in (ANNA, FINN, HANS, IDA) or member.starts > second
        if not unread and luck.random() < 0.88:
            reads(member, 2, second, SECOND_PUBLISHED - 2, story.today)


@dataclass(slots=True)
class _Policy:
    """What HR writes, and the versions by number."""

    staff: Staff
    versions: dict[int, int] = field(default_factory=dict)

    def name_functions(self, now: datetime) -> None:
        """The kinds of work there are; the reception was closed since."""
        made = [actions.add_function(name=name, actor=self.staff.hr.pk, now=now) for name in FUNCTIONS]
        actions.retire_function(function=made[-1].pk, today=now.date(), actor=self.staff.hr.pk, now=now)

    def begin_first(self, now: datetime) -> None:
        """The ready clauses with the company's own words, but for two that nobody thought of."""
        hr = f"{self.staff.hr.first_name} {self.staff.hr.last_name}"
        own = {"contact": Text(da=f"{hr} i HR", en=f"{hr} in HR")}
        ready = queries.ready_clauses(own, 1, now.date())
        self._begin([clause for clause in ready if clause.key not in FORGOTTEN], queries.ready_provisions(), now)

    def begin_second(self, now: datetime) -> None:
        """Other phone hours, internet that both pay for, the clauses that were forgotten, and one of its own."""
        last = queries.published()[0]
        clauses = [_other_hours(one) if one.key == "availability" else one for one in queries.clauses_of(last)]
        provided = [replace(one, **INTERNET) if one.key == "internet" else one for one in queries.provisions_of(last)]
        self._begin(clauses, provided, now, last.terms | {"reach_hours": 5, "core_hours": "9-14"})
        for clause in queries.ready_clauses({}, 1, now.date()):
            if clause.key in FORGOTTEN:
                self._add(clause, now)
        self._add(OFFICE_DAYS, now)

    def begin_third(self, now: datetime) -> None:
        """A draft that still lacks its English, with one term that can't stand and one to think about."""
        last = queries.published()[0]
        terms = last.terms | {"control_days": 28, "registration": "daily_total"}
        self._begin(queries.clauses_of(last), queries.provisions_of(last), now, terms)
        self._add(HOLIDAY_HOMES, now)

    def publish(self, number: int, effective_from: date, now: datetime) -> None:
        """The draft becomes the version with this number."""
        draft = queries.draft()
        assert draft is not None
        self.versions[number] = draft.pk
        actions.publish(
            version=draft.pk,
            revision=draft.revision,
            effective_from=effective_from,
            unheard=FIRST_UNHEARD if number == 1 else "",
            actor=self.staff.hr.pk,
            today=now.date(),
            now=now,
        )

    def confirm(self, member: Member, number: int, now: datetime) -> None:
        """One employee's receipt; whoever is on leave reads it when they are back."""
        if people.on_leave(now.date()).filter(employee=member.pk).exists():
            return
        actions.confirm(version=self.versions[number], employee=member.pk, today=now.date(), now=now)

    def _begin(
        self, clauses: Sequence[Clause], provided: Sequence[Provision], now: datetime, terms: Terms | None = None
    ) -> None:
        hr = self.staff.hr.pk
        actions.begin_draft(clauses=clauses, provided=provided, notice_months=1, terms=terms, actor=hr, now=now)

    def _add(self, clause: Clause, now: datetime) -> None:
        draft = queries.draft()
        assert draft is not None
        actions.add_clause(clause=clause, version=draft.pk, revision=draft.revision, actor=self.staff.hr.pk, now=now)


def _other_hours(clause: Clause) -> Clause:
    text = Text(
        da=clause.text.da.replace("kl. 09:00–15:00", "kl. 09:30–14:30"),
        en=clause.text.en.replace("09:00–15:00", "09:30–14:30"),
    )
    return replace(clause, text=text)
