"""Departments, teams and positions of a company of any size."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hjemmedag.demo.casting import cast
from hjemmedag.demo.organisation import SMALL, positions, shares


@given(st.lists(st.integers(1, 50), min_size=1, max_size=9), st.integers(9, 5000))
def test_shares_add_up_and_leave_nobody_out(weights, number):
    parts = shares(weights, number)
    assert sum(parts) == number
    assert min(parts) >= 1


@pytest.mark.parametrize("employees", [8, 9, 12, 34, 35, 36, 40, 60, 240, 1000, 10_000])
def test_a_company_has_a_position_for_each_employee_and_one_without_a_leader(employees):
    jobs = positions(employees)
    assert len(jobs) == employees
    assert [job for job in jobs if job.leader is None] == jobs[:1]


@pytest.mark.parametrize("employees", [8, 12, 40, 240, 1000])
def test_every_lead_comes_before_those_they_lead(employees):
    jobs = positions(employees)
    place = {id(job): number for number, job in enumerate(jobs)}
    assert [job for job in jobs if job.leader is not None and place[id(job.leader)] > place[id(job)]] == []
    assert [job for job in jobs if job.leader is not None and not job.leader.leads] == []


def test_teams_are_of_a_size_that_one_person_can_lead():
    jobs = positions(1000)
    led = [sum(job.leader is lead for job in jobs) for lead in jobs if lead.leads]
    assert max(led) <= 27


@pytest.mark.parametrize("employees", [8, 12, 34, 35, 40, 240])
def test_the_stars_fill_positions_of_their_own_and_anna_has_bo_as_her_manager(employees):
    jobs = positions(employees)
    stars = {star.first_name: next(job for job in jobs if id(job) == key) for key, star in
             cast(jobs, small=employees < SMALL).items()}  # fmt: skip
    large = {"Finn", "Gry", "Hans"} if employees >= SMALL else set()
    assert set(stars) == {"Anna", "Bo", "Dorte", "Eva", "Ida"} | large
    assert stars["Anna"].leader is stars["Bo"]
    assert not stars["Eva"].leads
