"""Faults: told by whoever has the item, promised in working hours, helped."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client

from hjemmedag.apps.equipment import actions, duties, queries
from hjemmedag.apps.equipment.models import Loan, Repair
from hjemmedag.apps.equipment.queries import Stage
from hjemmedag.apps.people.models import Employee
from hjemmedag.core.duties import Scope
from hjemmedag.core.instants import COPENHAGEN
from hjemmedag.core.refusals import Stale
from tests.conftest import NOW, TODAY

As = Callable[[Employee], Client]


def report(browser: Client, loan: Loan, way: str = "remote"):
    return browser.post(f"/udstyr/laan/{loan.pk}/fejl/", {"words": "Sort skærm", "way": way})


def test_a_fault_is_reported_promised_begun_and_done(
    lent: Callable[..., list[Loan]], anna: Employee, gry: Employee, as_: As
):
    [loan] = lent(anna, "S-1")
    report(as_(anna), loan)
    row = Repair.objects.get()
    assert row.due_at == NOW + timedelta(hours=4)
    assert [one.stage for one in queries.repairs_of(anna.pk, NOW)] == [Stage.WAITING]
    [duty] = [one for one in duties.due(Scope(gry.pk), TODAY) if one.kind == "equipment.repair"]
    assert (duty.subject, duty.due) == (row.pk, TODAY)
    page, keeper = f"/udstyr/reparationer/{row.pk}/", as_(gry)
    assert "Sort skærm" in keeper.get("/udstyr/reparationer/").content.decode()
    assert queries.course(queries.repair(row.pk), NOW + timedelta(days=1)).stage is Stage.LATE
    keeper.post(page, {"begun": "1", "words": "Ringer til dig"})
    assert [one for one in duties.due(Scope(gry.pk), TODAY) if one.kind == "equipment.repair"] == []
    assert "Skriv, hvad der er gjort" in keeper.post(page, {"words": ""}).content.decode()
    keeper.post(page, {"words": "Nyt kabel"})
    assert [one.stage for one in queries.repairs_of(anna.pk, NOW)] == [Stage.DONE]
    assert "Nyt kabel" in as_(anna).get("/udstyr/").content.decode()
    with pytest.raises(Stale):
        actions.step(repair=row.pk, kind="begun", words="", actor=gry.pk, now=NOW)
    assert "Nyt" not in keeper.get("/udstyr/reparationer/").content.decode()
    assert "Nyt" not in keeper.get("/udstyr/reparationer/?vis=late").content.decode()
    assert b"Sort" in keeper.get("/udstyr/reparationer/?vis=done&format=csv").content


def test_an_item_has_one_open_fault(lent: Callable[..., list[Loan]], anna: Employee, as_: As):
    [loan] = lent(anna, "S-1")
    report(as_(anna), loan)
    assert "allerede meldt" in report(as_(anna), loan).content.decode()
    assert Repair.objects.count() == 1


def test_a_visit_is_promised_in_working_days(lent: Callable[..., list[Loan]], anna: Employee, as_: As):
    [loan] = lent(anna, "S-1")
    report(as_(anna), loan, "onsite")
    assert Repair.objects.get().due_at == datetime(2026, 11, 25, 16, tzinfo=COPENHAGEN)
