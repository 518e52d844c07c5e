"""The yearly safety discussion: written down by HR, corrected in the open, due again after a year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from hjemmedag.apps.people.models import Employee
from hjemmedag.apps.workplaces import actions, duties, queries
from hjemmedag.apps.workplaces.models import Discussion
from hjemmedag.core.duties import Duty, Scope
from hjemmedag.core.people.roles import Role
from hjemmedag.core.refusals import Refused, Stale
from tests.apps.workplaces.sealing import unsealed
from tests.conftest import NOW, TODAY

Browser = Callable[[Employee], Client]
LIST = "/arbejdsmiljoe/droeftelser/"


@pytest.fixture
def held(dorte: Employee, eva: Employee, clock: object) -> Callable[..., Discussion]:
    """`held(on=…)`: HR writes down a discussion with the safety representative."""

    def held(on: date = TODAY, replaces: int | None = None, reason: str = "", **other: Any) -> Discussion:
        present = [(dorte.pk, Role.HR), (eva.pk, Role.SAFETY)]
        said: dict[str, Any] = {
            "present": present,
            "others": "",
            "agenda": "Støj",
            "goals": "Ro",
            "cooperation": "Godt",
        }
        discussed = actions.Discussed(on=on, **(said | other))
        return actions.discuss(
            discussed=discussed, replaces=replaces, reason=reason, actor=dorte.pk, today=TODAY, now=NOW
        )

    return held


def asked_of(person: Employee, on: date = TODAY) -> list[Duty]:
    return [one for one in duties.due(Scope(person.pk), on) if one.kind == "workplaces.discuss"]


def test_a_correction_keeps_the_old_record(held: Callable[..., Discussion]) -> None:
    old = held()
    new = held(replaces=old.pk, reason="Et punkt manglede", goals="Ro og lys")
    assert [one.pk for one in queries.discussions()] == [new.pk]
    assert Discussion.objects.get(pk=old.pk).goals == "Ro"
    with pytest.raises(Stale, match="Nogen rettede drøftelsen"):
        held(replaces=old.pk, reason="Igen")
    with pytest.raises(IntegrityError), transaction.atomic():
        Discussion.objects.filter(pk=new.pk).update(reason="")
    assert unsealed() == []


@pytest.mark.parametrize(
    ("other", "words"),
    [
        ({"on": TODAY + timedelta(days=1)}, "Dagen ligger i fremtiden"),
        ({"present": []}, "En drøftelse har mindst to deltagere"),
        ({"present": [], "others": "Ledelsen"}, "En drøftelse har mindst to deltagere"),
    ],
)
def test_what_can_not_be_is_refused(held: Callable[..., Discussion], other: dict[str, Any], words: str) -> None:
    with pytest.raises(Refused, match=words):
        held(**other)
    assert not Discussion.objects.exists()


def test_a_correction_says_why(held: Callable[..., Discussion]) -> None:
    old = held()
    with pytest.raises(Refused, match="Skriv, hvorfor den rettes"):
        held(replaces=old.pk, reason=" ")


def test_the_next_one_is_due_after_a_year_and_spoken_of_a_month_before(
    held: Callable[..., Discussion], dorte: Employee, eva: Employee, anna: Employee, at_home: Callable[..., None]
) -> None:
    at_home(anna)
    actions.judge(today=TODAY, now=NOW)
    assert [one.due for one in asked_of(dorte)] == [None]
    held()
    assert asked_of(dorte, date(2027, 10, 23)) == []
    [duty] = asked_of(dorte, date(2027, 10, 24))
    assert (duty.due, duty.rule) == (date(2027, 11, 23), "workplaces.safety_organisation")
    assert asked_of(eva, date(2027, 10, 24)) == []


def test_nobody_is_asked_where_nobody_works_at_home(dorte: Employee) -> None:
    assert asked_of(dorte) == []


def test_the_points_come_from_the_figures_and_name_nobody(
    crowd: Callable[..., list[Employee]], dorte: Employee, as_: Browser
) -> None:
    people = crowd(12, found=3)
    actions.count_risks(today=TODAY, now=NOW)
    page = as_(dorte).get(f"{LIST}ny/").content.decode()
    assert "Hjemmearbejde: 12 personer, 12 skal vurdere hjemmet" in page
    assert "Åbent på hjemmearbejdspladser: 3 lovkrav, 0 anbefalinger, 0 handlinger forfaldne" in page
    assert "Oftest: Stol (3)" in page
    assert not any(one.first_name in page for one in people)


def test_too_few_people_give_a_point_without_figures(
    crowd: Callable[..., list[Employee]], dorte: Employee, as_: Browser
) -> None:
    crowd(3, found=1)
    actions.count_risks(today=TODAY, now=NOW)
    assert "Hjemmearbejde: hvem der gør det, og hvordan det går" in as_(dorte).get(f"{LIST}ny/").content.decode()


def test_hr_writes_and_corrects_and_representatives_read(
    dorte: Employee, eva: Employee, finn: Employee, anna: Employee, as_: Browser, clock: object
) -> None:
    hr = as_(dorte)
    said = {
        "on": TODAY.isoformat(),
        "present": [f"hr-{dorte.pk}", f"amr-{eva.pk}", f"tr-{finn.pk}"],
        "agenda": "Støj og lys",
        "goals": "Alle har en god stol",
        "cooperation": "Hvert kvartal",
    }
    url = hr.post(f"{LIST}ny/", said).headers["Location"]
    for reader in (dorte, eva, finn):
        page = as_(reader).get(url).content.decode()
        assert "Støj og lys" in page
        assert "Finn Test, Tillidsrepræsentant" in page
    assert as_(anna).get(url).status_code == 403
    assert "Skal udfyldes." in hr.post(f"{url}rettelse/", said).content.decode()
    newer = hr.post(f"{url}rettelse/", said | {"goals": "Og godt lys", "reason": "Et mål manglede"}).headers["Location"]
    assert "Et mål manglede" in as_(eva).get(url).content.decode()
    assert "Og godt lys" in as_(eva).get(newer).content.decode()
    assert "Nogen rettede drøftelsen" in hr.post(f"{url}rettelse/", said | {"reason": "Igen"}).content.decode()
    assert "Og godt lys" in hr.get(f"{LIST}ny/").content.decode()


def test_a_participant_who_is_not_offered_is_refused(dorte: Employee, anna: Employee, as_: Browser) -> None:
    said = {"on": TODAY.isoformat(), "present": [f"hr-{anna.pk}"], "agenda": "x", "goals": "x", "cooperation": "x"}
    assert as_(dorte).post(f"{LIST}ny/", said).status_code == 200
    assert not Discussion.objects.exists()
