"""What suits which job, and the criteria: analysed in the first weeks, changed during the year, one set replaced."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from hjemmedag.apps.policy import actions, queries
from hjemmedag.core.policy.criteria import Criterion
from hjemmedag.core.policy.needs import ServiceWindow
from hjemmedag.demo.staff import Staff
from hjemmedag.demo.story import Story
from hjemmedag.rulebook import jobs

ANALYSED = timedelta(days=26)
"""From the company's first day with the product; the first criteria come the week after."""
CHANGED, REPLACED = 150, 95
"""Days ago: the opening hours were changed, and the criteria that asked for seniority were replaced."""

TYPES = {
    "Udvikler": "development",
    "Kundekonsulent": "customer_service",
    "Sælger": "sales",
    "Bogholder": "accounts",
    "Lagermedarbejder": "on_site",
}
"""The kind of job that each analysis began from; the others are not analysed yet."""

PHONE = ServiceWindow(days=frozenset(range(5)), start=time(9), end=time(16))
SHORTER = ServiceWindow(days=frozenset(range(5)), start=time(9), end=time(15))
GATE = ServiceWindow(days=frozenset(range(5)), start=time(7), end=time(15), on_site=True)
WINDOWS = {"Kundekonsulent": (PHONE,), "Lagermedarbejder": (GATE,)}

FIRST = (
    Criterion("suitability"),
    Criterion("policy_read"),
    Criterion("seniority", threshold=6, reason="Nye kolleger læres op på kontoret det første halve år."),
)
SECOND = (
    Criterion("suitability"),
    Criterion("policy_read"),
    Criterion("office_days", weight=2, threshold=2),
)
FIRST_WHY = "De første kriterier, så alle ved, hvad der ses på."
SECOND_WHY = "Anciennitet er taget ud: den ramte dem, der kom hjem fra orlov. Oplæring aftales i stedet i teamet."


def write(story: Story, staff: Staff) -> None:
    """The scenes of this part of the policy."""
    needs = _Needs(staff)
    story.on(story.founded + ANALYSED, needs.analyse)
    story.on(story.founded + ANALYSED + timedelta(days=7), lambda now: needs.choose(FIRST, FIRST_WHY, now))
    story.on(story.ago(CHANGED), needs.change)
    story.on(story.ago(REPLACED), lambda now: needs.choose(SECOND, SECOND_WHY, now))


@dataclass(slots=True)
class _Needs:
    """What HR writes."""

    staff: Staff

    def analyse(self, now: datetime) -> None:
        """Each from a customary kind of job."""
        types = {job.key: job for job in jobs.load()}
        for function in queries.functions(in_use=True):
            if function.name in TYPES:
                actions.analyse(
                    function=function.pk,
                    was=0,
                    tasks=types[TYPES[function.name]].said("da"),
                    windows=WINDOWS.get(function.name, ()),
                    starts=now.date(),
                    actor=self.staff.hr.pk,
                    today=now.date(),
                    now=now,
                )

    def change(self, now: datetime) -> None:
        """The phones close an hour earlier."""
        function = next(one for one in queries.functions() if one.name == "Kundekonsulent")
        latest = queries.latest_analysis(function.pk)
        assert latest is not None
        actions.analyse(
            function=function.pk,
            was=latest.number,
            tasks=queries.tasks_of(latest),
            windows=[SHORTER],
            starts=now.date(),
            why="Telefonerne lukker kl. 15.",
            actor=self.staff.hr.pk,
            today=now.date(),
            now=now,
        )

    def choose(self, criteria: tuple[Criterion, ...], why: str, now: datetime) -> None:
        """A set that holds from the day it is chosen."""
        actions.choose_criteria(
            was=len(queries.criteria_sets()),
            criteria=criteria,
            starts=now.date(),
            why=why,
            actor=self.staff.hr.pk,
            today=now.date(),
            now=now,
        )
