"""Plans against the known optima, against every plan there is, and against a judge that knows only the interface."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from hjemmedag.core.week.planning.apart import shares
from hjemmedag.core.week.planning.around import mended
from hjemmedag.core.week.planning.counting import parts
from hjemmedag.core.week.planning.demands import broken, demands
from hjemmedag.core.week.planning.first import first_plan
from hjemmedag.core.week.planning.model import model
from hjemmedag.core.week.planning.program import floor
from hjemmedag.core.week.planning.solve import Status, solve
from hjemmedag.core.week.planning.written import problem
from tests.core.week.planning.checking import faults
from tests.core.week.planning.plans import answered, effort, sample, solved
from tests.core.week.planning.problems import best, company, cornered, odd

OPTIMA = {"small": 182, "medium": 1390, "two-weeks": 1127, "1000": 5943}


@pytest.mark.parametrize("name", OPTIMA)
def test_the_known_optimum_is_found_and_proven(name: str) -> None:
    given = sample(name)
    told = answered(given)
    assert (told["status"], told["objective"], told["bound"]) == ("optimal", OPTIMA[name], OPTIMA[name])
    assert faults(given, told) == []


@pytest.mark.parametrize("tens", range(20))
def test_no_plan_there_is_beats_the_answer(tens: int) -> None:
    for seed in range(10 * tens, 10 * tens + 10):
        given = odd(seed)
        told, known = answered(given), best(given)
        assert (told["status"], told["objective"], told["bound"]) == (
            ("infeasible", None, None) if known is None else ("optimal", known, known)
        ), seed
        assert known is None or faults(given, told) == [], seed


@pytest.mark.parametrize(("people", "weeks"), [(48, 1), (90, 1), (64, 2), (48, 3)])
def test_a_plan_for_a_company_keeps_every_demand(people: int, weeks: int) -> None:
    given = company(people, seed=people, weeks=weeks)
    told = answered(given)
    assert told["status"] == "optimal"
    assert faults(given, told) == []


def test_the_same_problem_gives_the_same_plan() -> None:
    given = company(120)
    assert answered(given) == answered(given)


def test_a_plan_is_the_same_on_one_core_and_on_many() -> None:
    known = problem(company(120))
    one, many = solve(known, effort(workers=1)), solve(known, effort(workers=4))
    assert np.array_equal(one.office, many.office)  # type: ignore[arg-type]


def test_the_first_plan_keeps_every_demand() -> None:
    known = problem(sample("1000"))
    office = first_plan(known)
    assert office is not None
    assert broken(known, office) == []


def test_without_time_the_first_plan_stands_with_a_bound_below_it() -> None:
    given = sample("1000")
    told = answered(given, seconds=0.01)
    assert told["status"] == "feasible"
    assert told["bound"] <= OPTIMA["1000"] <= told["objective"]
    assert faults(given, told) == []


def test_without_time_and_a_first_plan_nothing_is_known() -> None:
    known = problem(cornered(300))
    assert first_plan(known) is None
    assert solve(known, effort(0.01)).status is Status.UNKNOWN


def test_sites_without_common_colleagues_are_planned_apart() -> None:
    known = problem(sample("medium"))
    own = list(shares(known))
    assert [[site.id for site in share.problem.sites] for share in own] == [["CPH"], ["AAR"]]
    assert sorted(number for share in own for number in share.people) == list(range(240))


def test_sites_with_common_colleagues_are_planned_together() -> None:
    given = sample("medium")
    sites = {team["id"]: team["site"] for team in given["teams"]}
    one = next(person for person in given["employees"] if sites[person["teams"][0]] == "CPH")
    one["teams"] = [one["teams"][0], next(team for team, site in sites.items() if site == "AAR")]
    assert [len(share.problem.sites) for share in shares(problem(given))] == [2]
    assert faults(given, answered(given)) == []


def test_a_site_is_planned_apart_from_one_that_only_lends_its_name_to_a_team() -> None:
    given = company(16)
    for team in given["teams"]:
        team["overlap_days"], team["cover"] = 0, [0] * 5
    given["teams"][1]["site"] = "CPH"
    given["sites"][0]["desks"] = [16] * 5
    assert faults(given, answered(given)) == []


@pytest.mark.parametrize(
    "given",
    [
        {"weeks": 1, "sites": [], "teams": [], "employees": []},
        {"weeks": 1, "sites": [{"id": "A", "desks": [0] * 5}], "teams": [], "employees": []},
        {
            "weeks": 1,
            "sites": [{"id": "A", "desks": [0] * 5}],
            "teams": [{"id": "T", "site": "A", "overlap_days": 5, "cover": [9] * 5}],
            "employees": [],
        },
    ],
)
def test_where_nobody_is_planned_everything_holds(given: dict[str, Any]) -> None:
    told = answered(given | {"weights": {"wish": 1, "alone": 1, "change": 1, "peak": 1}})
    assert (told["status"], told["objective"], told["bound"], told["gap"], told["overlap"]) == ("optimal", 0, 0, 0, {})


def test_points_may_have_decimals() -> None:
    given = sample("small")
    whole = answered(given)
    given["weights"] = {name: points / 4 for name, points in given["weights"].items()}
    told = answered(given)
    assert (told["status"], told["objective"], told["bound"]) == ("optimal", 45.5, 45.5)
    assert told["objective"] * 4 == whole["objective"]
    assert faults(given, told) == []


def test_everything_may_be_free_of_points() -> None:
    given = sample("small")
    given["weights"] = dict.fromkeys(given["weights"], 0)
    told = answered(given)
    assert (told["status"], told["objective"]) == ("optimal", 0)
    assert faults(given, told) == []


def test_someone_without_colleagues_is_never_alone() -> None:
    known, found = solved(
        {
            "sites": [{"id": "A", "desks": [1] * 5}],
            "teams": [{"id": "T", "site": "A"}],
            "employees": [{"id": "E", "teams": ["T"], "home_days": [0, 0]}],
        }
    )
    assert (found.status, found.parts.alone, found.parts.peak) == (Status.OPTIMAL, 0, 1)
    assert parts(known, known.present).alone == 0


def test_people_who_are_there_anyway_take_desks_and_count_in_the_peak() -> None:
    known = problem(sample("small"))
    [site] = known.sites
    crowded = replace(known, sites=(replace(site, taken=(0, 15, 0, 0, 0)),))
    found = solve(crowded, effort())
    assert found.office is not None
    assert found.office[:, 1].sum() <= 5
    assert found.status is Status.OPTIMAL
    assert found.parts.peak >= 15


def test_mending_makes_a_plan_better_and_keeps_every_demand() -> None:
    known = problem(company(900))
    start = first_plan(known)
    assert start is not None
    better = mended(known, start, lambda: 60.0)
    assert broken(known, better) == []
    assert parts(known, better).points(known.weights) < parts(known, start).points(known.weights)


def test_the_relaxation_is_a_bound() -> None:
    known = problem(sample("medium"))
    made = model(known, list(demands(known)))
    assert 0.98 * OPTIMA["medium"] <= floor(made.program, 60) + made.unavoidable <= OPTIMA["medium"]
