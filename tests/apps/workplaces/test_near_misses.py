"""Near misses: told without a word of health, and put in the action plan or answered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from hjemmedag.apps.people.models import Employee
from hjemmedag.apps.workplaces import actions, duties, queries
from hjemmedag.apps.workplaces.models import Finding, NearMiss
from hjemmedag.core.duties import Scope
from hjemmedag.core.people.roles import Role, Viewer
from hjemmedag.core.refusals import Refused, Stale
from tests.apps.workplaces.injured import injure
from tests.apps.workplaces.sealing import unsealed
from tests.conftest import NOW, TODAY

Browser = Callable[[Employee], Client]
WHAT = "Skærmen vippede ud over bordkanten"
PLAN = {"words": "Skærmen skal spændes fast", "answer": ""}


def tell(person: Employee, **other: Any) -> NearMiss:
    said: dict[str, Any] = {"on": TODAY, "place": "Kontoret", "what": WHAT, "prevent": "En bordklemme"}
    return actions.tell_near_miss(employee=person.pk, today=TODAY, now=NOW, **said | other)


def settle(row: NearMiss, by: Employee, **said: str) -> NearMiss:
    written: dict[str, Any] = {"told": "", "answer": ""} | said
    return actions.settle_near_miss(near_miss=row.pk, **written, actor=by.pk, today=TODAY, now=NOW)


def kinds(person: Employee) -> list[str]:
    return [one.kind for one in duties.due(Scope(owner=person.pk), TODAY)]


def test_it_waits_for_safety_representatives_and_hr_and_goes_into_the_action_plan(
    anna: Employee, bo: Employee, dorte: Employee, eva: Employee
) -> None:
    row = tell(anna)
    assert [kinds(one) for one in (anna, bo, dorte, eva)] == [
        [],
        [],
        ["workplaces.near_miss"],
        ["workplaces.near_miss"],
    ]
    with pytest.raises(Refused, match="Skriv, hvad der skal bringes i orden"):
        settle(row, eva, told="amr")
    settled = settle(row, eva, told="amr", words=" Skærmen skal spændes fast ")
    finding = Finding.objects.get()
    assert (settled.finding, finding.words, finding.told) == (finding, "Skærmen skal spændes fast", "amr")
    assert [kinds(one) for one in (dorte, eva)] == [[], ["workplaces.plan"]]
    with pytest.raises(Stale):
        settle(row, dorte, answer="For sent")
    assert unsealed() == []


def test_it_is_answered_with_a_reason_or_not_at_all(anna: Employee, dorte: Employee) -> None:
    row = tell(anna)
    with pytest.raises(Refused):
        settle(row, dorte)
    assert settle(row, dorte, answer="Bordet er skiftet").answer == "Bordet er skiftet"
    assert kinds(dorte) == []
    assert unsealed() == []


def test_a_day_ahead_is_refused(anna: Employee) -> None:
    with pytest.raises(Refused):
        tell(anna, on=TODAY + timedelta(days=1))


def test_the_pages_go_from_telling_to_the_finding(anna: Employee, eva: Employee, as_: Browser, clock: object) -> None:
    own, safety = as_(anna), as_(eva)
    said = {"on": TODAY.isoformat(), "place": "Kontoret", "what": WHAT, "prevent": ""}
    assert own.post("/hjemmearbejdssted/naerved/", said).headers["Location"] == "/hjemmearbejdssted/skader/"
    url = f"/naerved/{NearMiss.objects.get().pk}/"
    assert WHAT in safety.get("/arbejdsmiljoe/naerved/").content.decode()
    assert safety.get("/arbejdsmiljoe/naerved/?format=csv").content.decode("utf-8-sig").count("\n") == 2
    assert "Skriv, hvorfor" in safety.post(url, {"answer": ""}).content.decode()
    assert own.post(url, {"answer": "Selv"}).status_code == 404
    assert safety.post(url, {"plan": "1", **PLAN}).headers["Location"] == f"/fund/{Finding.objects.get().pk}/"
    assert "I handlingsplanen" in own.get(url).content.decode()


def test_safety_representatives_count_injuries_and_near_misses_in_groups(
    hire: Callable[..., Employee], bo: Employee
) -> None:
    from hjemmedag.apps.workplaces.models import Judgement
    from hjemmedag.apps.worktime import queries as worktime

    people = [hire(f"Person{number}", manager=bo) for number in range(worktime.smallest_unit(TODAY))]
    for person in people:
        Judgement.objects.create(
            employee=person, on=TODAY, covered=True, sure=True, by="plan", home_hours=22, works_at_home=True
        )
    injury = injure(people[0])
    again = {"on": TODAY, "clock": None, "place": "", "task": "", "what": "", "link": "", "seen_by": ""}
    actions.correct_injury(injury=injury.pk, told=actions.Told(**again), revision=1, actor=people[0].pk, now=NOW)
    tell(people[1])
    tell(people[2], on=TODAY - timedelta(days=400))
    actions.count_risks(today=TODAY, now=NOW)
    _day, [told] = queries.risks(Viewer(0, frozenset({Role.SAFETY}), {Role.SAFETY: None}))
    assert (told.injuries, told.near_misses) == (1, 1)


def test_nobody_settles_their_own(eva: Employee, dorte: Employee, as_: Browser, clock: object) -> None:
    row = tell(eva)
    with pytest.raises(Refused, match="en anden"):
        settle(row, eva, answer="Det går nok")
    url = f"/naerved/{row.pk}/"
    assert "Luk den med svaret" not in as_(eva).get(url).content.decode()
    assert as_(eva).post(url, {"answer": "Det går nok"}).status_code == 404
    assert as_(dorte).post(url, {"answer": "Skærmen står fast nu"}).headers["Location"] == url


def test_what_was_told_reaches_the_manager_only_in_the_words_of_the_plan(
    anna: Employee, bo: Employee, eva: Employee, as_: Browser, clock: object
) -> None:
    settled = settle(tell(anna), eva, told="amr", words="Skærmen skal spændes fast")
    leader = as_(bo)
    for url in (f"/fund/{settled.finding_id}/", "/arbejdsmiljoe/handlingsplan/"):
        page = leader.get(url).content.decode()
        assert ("Skærmen skal spændes fast" in page, WHAT in page) == (True, False)
    assert leader.get(f"/naerved/{settled.pk}/").status_code == 404
