"""Every route × everyone who may ask: the answers are those of the table, and none is missing in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.access.table import CLOSED, ROUTES, SET_UP, SIGN_IN, WHO, Row, address, as_it_was, ask, routes, rows, said

if TYPE_CHECKING:
    from tests.access.conftest import World

STAGES = ("account", "people", "documents", "policy", "equipment", "overview", "workplaces")
OPEN_TO_STRANGERS = {
    "account_login",
    "account_logout",
    "account_inactive",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "socialaccount_login_cancelled",
    "openid_connect_login",
    "openid_connect_callback",
    "people:language",
    "people:entry",
    "documents:check",
    "overview:calendar_file",
}


def answered(row: Row, world: World) -> Row:
    """The row with the real answers."""
    cells, onward = [], set()
    for who in WHO:
        with as_it_was(row):
            cell, route = said(ask(world.browsers[who], address(row, world.records), row.method))
        cells.append(cell)
        onward |= {route} if route else set()
    return Row(row.method, row.route, row.of, tuple(cells), row.named(onward))


def test_every_route_stands_in_the_table() -> None:
    listed = {row.route for row in rows()}
    missing, gone = sorted(routes().keys() - listed), sorted(listed - routes().keys())
    assert not missing, f"Say in {ROUTES.name} who gets what at: {', '.join(missing)}"
    assert not gone, f"No longer a route, so take it out of {ROUTES.name}: {', '.join(gone)}"


def test_no_line_stands_in_the_table_twice_and_each_is_in_its_columns() -> None:
    written = [row.written() for row in rows()]
    lines = ROUTES.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.startswith(("GET", "POST"))] == written
    assert len({(row.method, row.route, row.of) for row in rows()}) == len(written)


@pytest.mark.parametrize("stage", STAGES)
def test_each_is_answered_as_the_table_says(stage: str, world: World) -> None:
    expected = rows(stage)
    found = [answered(row, world) for row in expected]
    assert [row.written() for row in found] == [row.written() for row in expected]


@pytest.mark.parametrize("stage", STAGES)
def test_a_door_closed_to_reading_is_closed_to_writing(stage: str, world: World) -> None:
    """And a route that only takes a POST shows nobody anything."""
    found = []
    for row in rows(stage):
        other = "GET" if row.method == "POST" else "POST"
        for who in WHO:
            if row.method == "GET" and row.by(who) not in CLOSED:
                continue
            with as_it_was(row):
                cell, _route = said(ask(world.browsers[who], address(row, world.records), other))
            expected = (row.by(who), "405") if row.by(who) in CLOSED else ("405",)
            found += [f"{other} {row.route} {row.of} {who}: {cell}"] if cell not in expected else []
    assert found == []


def test_strangers_and_former_employees_get_the_pages_open_to_everyone_alone() -> None:
    assert {row.route for row in rows() if row.by("out") != SIGN_IN} == OPEN_TO_STRANGERS
    assert [row for row in rows() if row.by("left") != row.by("out")] == []


def test_without_a_second_factor_nothing_but_setting_one_up_is_open() -> None:
    closed = [row.route for row in rows() if row.by("half") == SET_UP]
    account = {row.route for row in rows("account")}
    assert {row.route for row in rows()} - set(closed) - account - OPEN_TO_STRANGERS == set()


ANNAS = (
    "person",
    "employment",
    "beside",
    "sick",
    "holiday",
    "passkey",
    "waiting",
    "draft",
    "answered",
    "arrangement",
    "change",
    "place",
    "injury",
    "begun",
)
ANNAS += ("injury", "begun")
PAPERS = ("offered", "signed", "evidence")


def readers(*of: str) -> dict[str, set[str]]:
    """For each route to one of these records: everyone to whom it is open."""
    found: dict[str, set[str]] = {}
    for row in rows():
        if row.of in of:
            found.setdefault(row.route, set()).update(who for who in WHO if row.by(who) not in CLOSED)
    return found


def test_who_needs_no_records_of_others_opens_none() -> None:
    """Colleagues, other teams' managers, HR of other departments, and the representatives and specialists."""
    found = readers(*ANNAS, *PAPERS)
    strangers = {"oth", "ldr", "un2", "amr", "tr", "it"}
    assert {route: who & strangers for route, who in found.items() if who & strangers} == {}


def test_payroll_and_the_data_protection_officer_open_employments_alone() -> None:
    found = readers(*ANNAS, *PAPERS)
    assert {route for route, who in found.items() if who & {"pay", "dpo"}} == {"people:person"}


def test_papers_with_a_home_address_are_for_the_person_and_hr_that_signs_them() -> None:
    assert {who for opened in readers(*PAPERS).values() for who in opened} == {"own", "hr"}
