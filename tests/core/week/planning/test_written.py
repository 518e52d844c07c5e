"""Problems that can't be meant: each is refused with one sentence naming the place."""

from __future__ import annotations

from typing import Any

import pytest

from hjemmedag.core.law import FactsError
from hjemmedag.core.week.planning.problem import Place, Weights
from hjemmedag.core.week.planning.written import problem

DAYS = [5] * 5


def given(**changed: object) -> dict[str, Any]:
    """A sound problem but for what is changed."""
    sound = {
        "weeks": 1,
        "sites": [{"id": "CPH", "desks": DAYS}],
        "teams": [{"id": "T1", "site": "CPH"}],
        "employees": [{"id": "E1", "teams": ["T1"]}],
    }
    return sound | changed


def person(**changed: object) -> dict[str, Any]:
    return given(employees=[{"id": "E0", "teams": ["T1"]}, {"id": "E1", "teams": ["T1"], **changed}])


REFUSED = [
    (given(weeks=0), "weeks: must lie between 1 and 26."),
    (given(weeks=1.5), "weeks: must be a whole number."),
    (given(extra=1), "extra: does not exist. The fields are: weeks, sites, teams, employees, weights, events."),
    (given(sites={}), "sites: must be a list, [ … ]."),
    (given(sites=[{"id": "CPH"}]), "sites[1].desks: is missing."),
    (given(sites=[{"id": " ", "desks": DAYS}]), "sites[1].id: is empty."),
    (given(sites=[{"id": "CPH", "desks": [5, 5, 5, 5]}]), "sites[1].desks: has 4 numbers. There must be 5, one a day."),
    (
        given(weeks=2, sites=[{"id": "CPH", "desks": [5] * 9}]),
        "sites[1].desks: has 9 numbers. There must be 5 or 10, one a day.",
    ),
    (given(sites=[{"id": "CPH", "desks": [5, 5, -1, 5, 5]}]), "sites[1].desks[3]: must lie between 0 and 1000000."),
    (given(sites=[{"id": "CPH", "desks": [5, 5, 1e9, 5, 5]}]), "sites[1].desks[3]: must be a whole number."),
    (given(sites=[{"id": "CPH", "desks": [5, 5, 10**9, 5, 5]}]), "sites[1].desks[3]: must lie between 0 and 1000000."),
    (
        given(sites=[{"id": "CPH", "desks": DAYS}, {"id": "CPH", "desks": DAYS}]),
        'sites[2].id: "CPH" is already used by sites[1].',
    ),
    (given(teams=[{"id": "T1", "site": "CHP"}]), 'teams[1].site: "CHP" does not exist.'),
    (given(teams=[{"id": "T1", "site": "CPHH"}]), 'teams[1].site: "CPHH" is not used. Did you mean "CPH"?'),
    (given(teams=[{"id": "T1", "site": "CPH", "overlap_days": 6}]), "teams[1].overlap_days: must lie between 0 and 5."),
    (given(teams=[{"id": "T1", "site": "CPH", "cover": [1]}]), "teams[1].cover: has 1 numbers. There must be 5, one"),
    (given(teams=[{"id": "T1", "site": "CPH", "cover": [0, 0, 0, 0, -2]}]), "teams[1].cover[5]: must lie between 0"),
    (given(employees=[{"id": "E1", "teams": ["T1"]}] * 2), 'employees[2].id: "E1" is already used by employees[1].'),
    (person(teams=[]), "employees[2].teams: is empty. The first team gives the site."),
    (person(teams=["T9"]), 'employees[2].teams[1]: "T9" does not exist.'),
    (person(teams=["T1", "T1"]), 'employees[2].teams[2]: "T1" stands twice.'),
    (person(home_days=[1]), "employees[2].home_days: must be two numbers: fewest and most."),
    (person(home_days=[3, 2]), "employees[2].home_days: 2 is fewer than 3."),
    (person(home_days=[0, 6]), "employees[2].home_days[2]: must lie between 0 and 5."),
    (person(away=[5]), "employees[2].away: there is no day 5. The days are 0 to 4."),
    (person(wishes={"7": "home"}), "employees[2].wishes.7: there is no day 7. The days are 0 to 4."),
    (person(wishes={"monday": "home"}), "employees[2].wishes.monday: must be a number, like 0."),
    (person(wishes={"0": "beach"}), 'employees[2].wishes.0: "beach" can\'t be used. Choose one of: home, office.'),
    (person(wishes=["home"]), "employees[2].wishes: must be an object, { … }."),
    (person(fixed={"-1": "home"}), "employees[2].fixed.-1: must be a number, like 0."),
    (person(fixed={"0": "away"}), 'employees[2].fixed.0: "away" can\'t be used. Choose one of: home, office.'),
    (person(current=["home"]), "employees[2].current: has 1 numbers. There must be 5, one a day."),
    (person(remote={"minutes": 60}), "employees[2].remote.cost: is missing."),
    (person(remote={"minutes": 60, "cost": -1}), "employees[2].remote.cost: must lie between 0 and 1000000."),
    (
        person(remote={"minutes": 60, "cost": 9}, fixed={"0": "home"}),
        "employees[2].fixed: has no use for someone who always works from home (remote).",
    ),
    (given(events=[{"name": "Fest", "day": 9, "teams": ["T1"]}]), "events[1].day: there is no day 9. The days are"),
    (given(events=[{"name": "Fest", "day": 1, "teams": ["T2"]}]), 'events[1].teams[1]: "T2" does not exist.'),
    (given(weights={"wish": -1}), "weights.wish: must lie between 0 and 1000000 with three decimals at most."),
    (given(weights={"peak": 0.0001}), "weights.peak: must lie between 0 and 1000000 with three decimals at most."),
    (given(weights={"alone": "6"}), "weights.alone: must be a number, like 7.4."),
]


@pytest.mark.parametrize(("wrong", "said"), REFUSED, ids=[said.partition(" ")[0] for _, said in REFUSED])
def test_what_cannot_be_meant_is_refused_with_its_place(wrong: dict[str, Any], said: str) -> None:
    with pytest.raises(FactsError) as fault:
        problem(wrong)
    told = fault.value.message.about(fault.value.field)
    assert told.en.startswith(said)
    assert told.da != told.en


def test_a_problem_is_read_as_it_is_meant() -> None:
    known = problem(
        given(
            weeks=2,
            teams=[{"id": "T1", "site": "CPH", "cover": [0, 1, 0, 0, 0]}],
            employees=[
                {
                    "id": "E1",
                    "teams": ["T1"],
                    "home_days": [1, 2],
                    "wishes": {"9": "home"},
                    "away": [0, 1, 2, 3],
                    "current": None,
                }
            ],
            weights={"wish": 2.5},
        )
    )
    [employee] = known.employees
    assert known.days == 10
    assert known.sites[0].desks == (5,) * 10
    assert known.teams[0].cover == (0, 1, 0, 0, 0) * 2
    assert dict(employee.wishes) == {9: Place.HOME}
    assert employee.current is None
    assert [known.office_days(0, week) for week in (0, 1)] == [(0, 0), (3, 4)]
    assert known.weights == Weights(2500, 6000, 3000, 1000, scale=1000)


def test_five_thousand_wishes_are_nothing_special() -> None:
    people = [
        {"id": f"E{number}", "teams": ["T1"], "wishes": {str(day): "home" for day in range(5)}}
        for number in range(1000)
    ]
    assert sum(len(one.wishes) for one in problem(given(employees=people)).employees) == 5000
