"""Why somebody got a day they didn't wish for: what would have happened if they had got it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hjemmedag.core.law.text import Text
from hjemmedag.core.week.planning import words
from hjemmedag.core.week.planning.counting import unmet
from hjemmedag.core.week.planning.demands import Cover, Demand, Desks, HomeDays, Overlap
from hjemmedag.core.week.planning.problem import WORKDAYS, Office, Place, Problem, Weights
from hjemmedag.core.week.planning.tally import Tally, Turned


def why(problem: Problem, office: Office) -> dict[int, dict[int, Text]]:
    """For each employee the reasons by day, for every wish that the plan doesn't meet."""
    told: dict[int, dict[int, Text]] = {}
    tally = Tally(problem, office)
    for employee, day in unmet(problem, office):
        told.setdefault(employee, {})[day] = _reason(tally, employee, day)
    return told


@dataclass(frozen=True, slots=True)
class _Move:
    """The wished day turned round, and another of the week the other way where the number of home days asks for it."""

    other: int | None
    turned: Turned


def _reason(tally: Tally, employee: int, day: int) -> Text:
    problem, person = tally.problem, tally.problem.employees[employee]
    on = words.day_name(problem, day)
    if day in person.away:
        return Text(da=f"Du er væk {on.da}.", en=f"You are away on {on.en}.")
    if day in person.fixed:
        place = words.PLACES[person.fixed[day]]
        return Text(
            da=f"Det er låst, at du er {place.da} {on.da}.", en=f"It is fixed that you are {place.en} on {on.en}."
        )
    move = min(_moves(tally, employee, day), key=lambda move: (len(move.turned.broken), move.turned.points))
    broken = [each for each in move.turned.broken if not isinstance(each, HomeDays)]
    said = [_days(tally, employee, day)] if move.other is not None or len(broken) < len(move.turned.broken) else []
    if move.turned.broken:
        return words.joined([*said, *(_needed(tally, each) for each in broken)])
    return words.joined([*said, _costly(tally, employee, day, move)])


def _moves(tally: Tally, employee: int, day: int) -> Iterator[_Move]:
    """The day alone; where that gives the wrong number of home days, also beside each day that could make up for it."""
    person = tally.problem.employees[employee]
    alone = tally.turned(employee, [day])
    yield _Move(None, alone)
    if any(isinstance(each, HomeDays) for each in alone.broken):
        days = tally.problem.week(day // WORKDAYS)
        for other in range(days.start, days.stop):
            settled = other in person.away or other in person.fixed
            if not settled and tally.office[employee, other] != tally.office[employee, day]:
                yield _Move(other, tally.turned(employee, [day, other]))


def _days(tally: Tally, employee: int, day: int) -> Text:
    """That the person's home days are used up, or that there must be more of them."""
    problem, week = tally.problem, day // WORKDAYS
    span = problem.week(week)
    there = problem.present[employee, span]
    home = [int(each) + span.start for each in (there & ~tally.office[employee, span]).nonzero()[0]]
    days = words.counted(len(home), words.DAY, words.DAYS)
    if tally.office[employee, day]:
        on = words.days_named(problem, home)
        at = Text(da=f": {on.da}", en=f": {on.en}") if home else Text(da="", en="")
        return Text(
            da=f"Du kan højst være hjemme {days.da} den uge{at.da}.",
            en=f"You can be at home on {days.en} that week at most{at.en}.",
        )
    return Text(
        da=f"Du skal være hjemme mindst {days.da} den uge.", en=f"You must be at home on at least {days.en} that week."
    )


def _needed(tally: Tally, demand: Demand) -> Text:
    """What would break, as seen by the person."""
    problem = tally.problem
    match demand:
        case Overlap(team, week):
            span = problem.week(week)
            full = [
                day
                for day in range(span.start, span.stop)
                if 0 < tally.in_team[team.id][day] == tally.there[team.id][day]
            ]
            on = words.days_named(problem, full)
            return Text(
                da=f"Hele {team.id} mødes på kontoret {on.da}.", en=f"All of {team.id} meet in the office on {on.en}."
            )
        case Cover(team, day):
            on = words.day_name(problem, day)
            return Text(
                da=f"{team.id} skal være mindst {team.cover[day]} på kontoret {on.da}.",
                en=f"{team.id} needs at least {team.cover[day]} in the office on {on.en}.",
            )
        case Desks(site, day):
            on, desks = words.day_name(problem, day), site.desks[day]
            return Text(
                da=f"Alle {desks} pladser i {site.id} er optaget {on.da}.",
                en=f"All {desks} desks in {site.id} are taken on {on.en}.",
            )
    return words.demanded(problem, demand)


def _costly(tally: Tally, employee: int, day: int, move: _Move) -> Text:
    """That the plan as a whole would be no better."""
    problem, turned = tally.problem, move.turned
    place = words.PLACES[problem.employees[employee].wishes[day]]
    on = words.day_name(problem, day)
    got = Text(da=f"{place.da.capitalize()} {on.da}", en=f"{place.en.capitalize()} on {on.en}")
    if move.other is not None:
        back = words.PLACES[Place.HOME if tally.office[employee, move.other] else Place.OFFICE]
        swapped = words.day_name(problem, move.other)
        got = Text(da=f"{got.da} og {back.da} {swapped.da}", en=f"{got.en} and {back.en} on {swapped.en}")
    if turned.points < 0:
        return Text(
            da=f"{got.da} ville være bedre: planen kan forbedres med mere tid.",
            en=f"{got.en} would be better: the plan can be improved with more time.",
        )
    if not turned.points:
        return Text(
            da=f"{got.da} ville give lige så mange point; der måtte vælges.",
            en=f"{got.en} would give as many points; one had to be chosen.",
        )
    points = _points(turned.points, problem.weights)
    said = Text(da=f"{got.da} ville koste {points.da} mere", en=f"{got.en} would cost {points.en} more")
    because = words.listed([*_effects(turned)])
    if because.en:
        said = Text(da=f"{said.da}: {because.da}", en=f"{said.en}: {because.en}")
    return Text(da=f"{said.da}.", en=f"{said.en}.")


def _effects(turned: Turned) -> Iterator[Text]:
    if turned.alone > 0:
        one = Text(da="person mere ville sidde næsten alene", en="more person would sit nearly alone")
        many = Text(da="flere ville sidde næsten alene", en="more people would sit nearly alone")
        yield words.counted(turned.alone, one, many)
    if turned.peak > 0:
        yield Text(da="den travleste dag ville blive travlere", en="the busiest day would be busier")


def _points(points: int, weights: Weights) -> Text:
    number = words.number(points, weights.scale)
    kind = Text(da="point", en="point" if number.en == "1" else "points")
    return Text(da=f"{number.da} {kind.da}", en=f"{number.en} {kind.en}")
