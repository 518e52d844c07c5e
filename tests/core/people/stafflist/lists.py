"""Staff lists and companies for the tests beside this file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from hjemmedag.core.people.stafflist import Company, Field, Job, Person, Span, StaffRow, TeamName, Terms

TODAY = date(2026, 11, 23)
HEADINGS = [field.value for field in Field]


def row(number: str = "0001", **said: Any) -> StaffRow:
    """A row of the list: Anna, a developer, unless something else is said."""
    terms = {name: said.pop(name) for name in ("title", "weekly_hours", "site", "agreement") if name in said}
    plain = StaffRow(
        number=number,
        first_name="Anna",
        last_name="Test",
        email=f"{number}@proeve.example",
        starts=date(2024, 3, 1),
        ends=None,
        terms=replace(Terms("Udvikler", Decimal(37), "Aarhus", ""), **terms),
        team=TeamName("Udvikling", "Platform"),
        manager="",
        language="da",
    )
    return replace(plain, **said)


def cells(**said: str) -> list[str]:
    """The cells of one sound row, with some of them replaced."""
    sound = ["0001", "Anna", "Test", "anna@proeve.example", "01-03-2024", "", "37", "Udvikler", "Udvikling", "Platform"]
    return list((dict(zip(HEADINGS, [*sound, "", "Aarhus", "", "da"], strict=True)) | said).values())


def company_of(*people: Person) -> Company:
    """A company of these people and of all the names they use."""
    terms = [span.value for person in people for job in person.jobs for span in job.terms]
    teams = tuple(dict.fromkeys(span.value for person in people for span in (*person.teams, *person.other_teams)))
    return Company(
        people=people,
        sites=tuple(dict.fromkeys(one.site for one in terms)),
        departments=tuple(dict.fromkeys(team.department for team in teams)),
        teams=teams,
        agreements={one.agreement: one.agreement for one in terms if one.agreement},
    )


days = st.integers(-900, 900).map(lambda number: TODAY + timedelta(days=number))
terms = st.builds(
    Terms,
    st.sampled_from(["Udvikler", "Tester", "Teamleder"]),
    st.sampled_from([Decimal(37), Decimal("32.5")]),
    st.sampled_from(["Aarhus", "Odense"]),
    st.sampled_from(["", "HK"]),
)
teams = st.sampled_from([TeamName("Udvikling", "Platform"), TeamName("Udvikling", "App"), TeamName("HR", "HR")])
managers = st.sampled_from(["", "8001", "8002"])


@st.composite
def spans(draw: st.DrawFn, values: Any, *, starts: date, ends: date | None) -> tuple[Span[Any], ...]:
    """Dated facts that follow one another through a period; empty ones leave a gap."""
    inside = days.filter(lambda day: starts < day and (ends is None or day < ends))
    cuts = sorted(set(draw(st.lists(inside, max_size=3))))
    periods = zip([starts, *cuts], [*cuts, ends], strict=True)
    facts = [Span(first, end, draw(values)) for first, end in periods]
    return tuple(fact for fact in facts if fact.value)


@st.composite
def persons(draw: st.DrawFn, number: str) -> Person:
    """Someone with up to three employments, one after the other, and all their history."""
    edges = sorted(set(draw(st.lists(days, min_size=2, max_size=6))))
    periods: list[tuple[date, date | None]] = list(zip(edges[::2], edges[1::2], strict=False))
    if draw(st.booleans()) and periods:
        periods[-1] = (periods[-1][0], None)
    jobs, homes, leads = [], [], []
    for starts, ends in periods:
        jobs.append(Job(starts, ends, draw(spans(terms, starts=starts, ends=ends))))
        homes += draw(spans(teams, starts=starts, ends=ends))
        leads += draw(spans(managers, starts=starts, ends=ends))
    return Person(number, "Anna", "Test", f"{number}@proeve.example", "da", tuple(jobs), tuple(homes), (), tuple(leads))


@st.composite
def rows(draw: st.DrawFn, number: str) -> StaffRow:
    """Any row for one number."""
    starts = draw(days)
    ends = draw(st.none() | days.filter(lambda day: day > starts))
    plain = row(number, starts=starts, ends=ends, team=draw(teams), manager=draw(managers))
    return replace(plain, terms=draw(terms), language=draw(st.sampled_from(["", "da", "en"])))
