"""Demands, days and people in words that a team lead understands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from hjemmedag.core.law.text import WEEKDAYS, Text
from hjemmedag.core.week.planning.demands import Cover, Demand, Desks, Fixed, HomeDays, Overlap
from hjemmedag.core.week.planning.problem import WORKDAYS, Place, Problem

PLACES = {Place.HOME: Text(da="hjemme", en="at home"), Place.OFFICE: Text(da="på kontoret", en="in the office")}


def day_name(problem: Problem, day: int) -> Text:
    """ "onsdag"; with several weeks "onsdag i uge 2"."""
    weekday, week = day % WORKDAYS, day // WORKDAYS + 1
    named = Text(da=WEEKDAYS["da"][weekday], en=WEEKDAYS["en"][weekday])
    if problem.weeks == 1:
        return named
    return Text(da=f"{named.da} i uge {week}", en=f"{named.en} of week {week}")


def days_named(problem: Problem, days: Sequence[int]) -> Text:
    """ "mandag og fredag"."""
    return listed([day_name(problem, day) for day in days])


def listed(texts: Sequence[Text]) -> Text:
    """One, two and three, in words."""
    if len(texts) < 2:
        return texts[0] if texts else Text(da="", en="")
    *first, last = texts
    return Text(
        da=f"{', '.join(text.da for text in first)} og {last.da}",
        en=f"{', '.join(text.en for text in first)} and {last.en}",
    )


def counted(number: int, one: Text, many: Text) -> Text:
    """ "1 dag", "3 dage"."""
    kind = one if number == 1 else many
    return Text(da=f"{number} {kind.da}", en=f"{number} {kind.en}")


def in_week(problem: Problem, week: int) -> Text:
    """ " i uge 2", or nothing when there is one week."""
    return Text(da="", en="") if problem.weeks == 1 else Text(da=f" i uge {week + 1}", en=f" in week {week + 1}")


def demanded(problem: Problem, demand: Demand) -> Text:
    """The demand as a sentence."""
    match demand:
        case Fixed(employee, day):
            return _fixed(problem, employee, day)
        case HomeDays(employee, week):
            return _home_days(problem, employee, week)
        case Desks(site, day):
            on, desks = day_name(problem, day), counted(site.desks[day], Text(da="plads", en="desk"), DESKS)
            return Text(da=f"{site.id} har {desks.da} {on.da}.", en=f"{site.id} has {desks.en} on {on.en}.")
        case Overlap(team, week):
            days, span = counted(team.overlap_days, DAY, DAYS), in_week(problem, week)
            return Text(
                da=f"Hele {team.id} skal være på kontoret samtidig mindst {days.da}{span.da or ' om ugen'}.",
                en=f"All of {team.id} must be in the office together on at least {days.en}{span.en or ' a week'}.",
            )
        case Cover(team, day):
            on, size = day_name(problem, day), len(problem.members[team.id])
            return Text(
                da=f"Mindst {team.cover[day]} af de {size} i {team.id} skal være på kontoret {on.da}.",
                en=f"At least {team.cover[day]} of the {size} in {team.id} must be in the office on {on.en}.",
            )


def _fixed(problem: Problem, employee: int, day: int) -> Text:
    person, on = problem.employees[employee], day_name(problem, day)
    there = PLACES[person.fixed[day]]
    said = Text(
        da=f"{person.id} er låst til at være {there.da} {on.da}", en=f"{person.id} is fixed to be {there.en} on {on.en}"
    )
    if day in person.away:
        return Text(da=f"{said.da}, men er væk den dag.", en=f"{said.en}, but is away that day.")
    return Text(da=f"{said.da}.", en=f"{said.en}.")


def _home_days(problem: Problem, employee: int, week: int) -> Text:
    person, span = problem.employees[employee], in_week(problem, week)
    office = problem.office_days(employee, week)
    there = int(problem.present[employee, problem.week(week)].sum())
    days = bounds(there - office[1], there - office[0])
    planned = counted(there, DAY, DAYS)
    of = Text(da="", en="")
    if there < WORKDAYS:
        of = Text(da=f" af {planned.da}, der er planlagt", en=f" of {planned.en} that are planned")
    return Text(
        da=f"{person.id} skal være hjemme {days.da}{of.da}{span.da or ' om ugen'}.",
        en=f"{person.id} must be at home on {days.en}{of.en}{span.en or ' a week'}.",
    )


def bounds(least: int, most: int) -> Text:
    """ "2 dage", "2–3 dage"."""
    return counted(most, DAY, DAYS) if least == most else Text(da=f"{least}–{most} dage", en=f"{least}–{most} days")


def joined(texts: Iterable[Text]) -> Text:
    """Sentences after each other."""
    said = list(texts)
    return Text(da=" ".join(text.da for text in said), en=" ".join(text.en for text in said))


DAY, DAYS = Text(da="dag", en="day"), Text(da="dage", en="days")
DESKS = Text(da="pladser", en="desks")


def number(points: int, scale: int) -> Text:
    """Points as they are written: "2,5" and "2.5"."""
    said = f"{Decimal(points) / scale:f}"
    return Text(da=said.replace(".", ","), en=said)


def heaped(problem: Problem, demands: Sequence[Demand]) -> Text:
    """Many demands of one kind in one sentence."""
    match demands[0]:
        case HomeDays(_, week):
            bounds_of = [problem.office_days(one.employee, week) for one in demands if isinstance(one, HomeDays)]
            least, most = (sum(days) for days in zip(*bounds_of, strict=True))
            people = _people(problem, demands)
            span = in_week(problem, week)
            all_told = Text(da=span.da or " om ugen", en=span.en or " a week")
            return Text(
                da=f"{people.da} skal efter deres aftaler være {least}–{most} dage på kontoret i alt{all_told.da}.",
                en=f"{people.en} must by their terms be in the office on {least}–{most} days in all{all_told.en}.",
            )
        case Fixed():
            people = _people(problem, demands)
            return Text(
                da=f"{people.da} er låst på i alt {len(demands)} dage.",
                en=f"{people.en} are fixed on {len(demands)} days in all.",
            )
        case Overlap(_, week):
            span = in_week(problem, week)
            return Text(
                da=f"{len(demands)} teams skal hver have alle på kontoret samtidig på de aftalte dage{span.da}.",
                en=f"{len(demands)} teams must each be together in the office on their agreed days{span.en}.",
            )
    teams = {demand.team.id for demand in demands if isinstance(demand, Cover)}
    whose = Text(da=", ".join(sorted(teams)), en=", ".join(sorted(teams)))
    if len(teams) > 1:
        whose = Text(da=f"{len(teams)} teams", en=f"{len(teams)} teams")
    least = sum(demand.team.cover[demand.day] for demand in demands if isinstance(demand, Cover))
    return Text(
        da=f"{whose.da} skal dag for dag have nok på kontoret, i alt {least} persondage.",
        en=f"{whose.en} must have enough people in the office day by day, {least} person-days in all.",
    )


def _people(problem: Problem, demands: Sequence[Demand]) -> Text:
    """ "De 8 i T1", "De 120 i CPH"."""
    people = sorted({one.employee for one in demands if isinstance(one, HomeDays | Fixed)})
    if len(people) == 1:
        return Text(da=problem.employees[people[0]].id, en=problem.employees[people[0]].id)
    teams = {problem.employees[number].teams[0] for number in people}
    sites = {team.site for team in problem.teams if team.id in teams}
    where = next(iter(teams)) if len(teams) == 1 else " / ".join(sorted(sites))
    return Text(da=f"De {len(people)} i {where}", en=f"The {len(people)} in {where}")
