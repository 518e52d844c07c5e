"""Single days, closed places and second looks through the pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from hjemmedag.apps.agreements import actions
from hjemmedag.apps.agreements.models import (
    AdHocAnswer,
    AdHocDay,
    Application,
    Arrangement,
    Closure,
    Habit,
    MovedDay,
    SecondAnswer,
    SecondLook,
)
from hjemmedag.apps.people.models import Company, Employee, Employment, Site
from tests.conftest import NOW, TODAY

Browser = Callable[[Employee], Client]
DAY = timedelta(days=1)
TUESDAY, FRIDAY = "2026-11-24", "2026-11-27"


def text(answer: Any) -> str:
    assert answer.status_code == 200
    found: str = answer.content.decode()
    return found


def test_a_day_takes_two_clicks_to_ask_for_and_one_to_answer(as_: Browser, anna: Employee, bo: Employee) -> None:
    page = text(as_(anna).get("/hjemmedage/"))
    assert "Skriv aldrig om sygdom her" in page
    assert f'value="{TUESDAY}"' in page
    assert as_(anna).post("/hjemmedage/", {"day": TUESDAY}).url == "/hjemmedage/"
    row = AdHocDay.objects.get()
    assert "Anna Test" in text(as_(bo).get("/hjemmedage/team/"))
    assert as_(bo).post(f"/hjemmedage/{row.pk}/svar/", {"answer": "approve"}).url == "/hjemmedage/team/"
    assert AdHocAnswer.objects.get().outcome == "approved"
    assert "enkelt dag" in text(as_(anna).get("/hjemmedage/"))
    assert "Hjemme" in text(as_(anna).get("/"))


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({}, "Vælg én dag"),
        ({"day": TUESDAY, "other": FRIDAY}, "Vælg én dag"),
        ({"other": "31-02-2026"}, "dato"),
        ({"other": "2026-11-20", "reason": "Stilhed"}, "Den dag er gået."),
        ({"day": "2026-12-25"}, "helligdag"),
    ],
)
def test_what_can_not_be_asked_for_is_said_on_the_page_and_nothing_is_lost(
    as_: Browser, anna: Employee, said: dict[str, str], words: str
) -> None:
    page = text(as_(anna).post("/hjemmedage/", said))
    assert words in page
    assert said.get("reason", "") in page
    assert not AdHocDay.objects.exists()


def test_a_no_without_a_reason_is_told_so(as_: Browser, anna: Employee, bo: Employee) -> None:
    as_(anna).post("/hjemmedage/", {"day": TUESDAY})
    url = f"/hjemmedage/{AdHocDay.objects.get().pk}/svar/"
    page = text(as_(bo).post(url, {"answer": "refuse", "reason": ""}, follow=True))
    assert "Skriv hvorfor ikke." in page
    assert "for lang" in text(as_(bo).post(url, {"answer": "refuse", "reason": "x" * 401}, follow=True))
    as_(bo).post(url, {"answer": "refuse", "reason": "Kundebesøg"})
    assert "Kundebesøg" in text(as_(anna).get("/hjemmedage/"))


def test_my_own_day_can_be_taken_back_and_nobody_elses(
    as_: Browser, anna: Employee, carl: Employee, bo: Employee
) -> None:
    as_(anna).post("/hjemmedage/", {"day": TUESDAY})
    url = f"/hjemmedage/{AdHocDay.objects.get().pk}/tilbagetraekning/"
    assert as_(carl).post(url).status_code == 404
    assert "Dagen er trukket tilbage." in text(as_(anna).post(url, follow=True))
    assert "intet at trække tilbage" in text(as_(anna).post(url, follow=True))


def test_a_fixed_day_is_moved_in_two_clicks_and_both_see_it(
    as_: Browser,
    offer: Callable[..., Arrangement],
    sign: Callable[..., None],
    anna: Employee,
    bo: Employee,
) -> None:
    arrangement = offer(anna, by=bo, first=TODAY, wanted_from=TODAY)
    sign(arrangement)
    actions.start(arrangement=arrangement.pk, on=TODAY, actor=None, now=NOW)
    move = f"{FRIDAY}/{TUESDAY}"
    assert f'value="{move}"' in text(as_(anna).get("/hjemmedage/"))
    assert as_(anna).post("/hjemmedage/flytning/", {"move": move}).url == "/hjemmedage/"
    assert "allerede flyttet" in text(as_(anna).post("/hjemmedage/flytning/", {"move": f"{FRIDAY}/2026-11-25"}))
    for said in ("", "x/y", "2026-11-27", f"{FRIDAY}/{TUESDAY}/{TUESDAY}"):
        assert "Vælg en af flytningerne" in text(as_(anna).post("/hjemmedage/flytning/", {"move": said}))
    assert "tirsdag 24. november" in text(as_(bo).get("/hjemmedage/team/"))
    row = MovedDay.objects.get()
    assert as_(bo).post(f"/hjemmedage/flytninger/{row.pk}/fortrydelse/").status_code == 404
    assert "fortrudt" in text(as_(anna).post(f"/hjemmedage/flytninger/{row.pk}/fortrydelse/", follow=True))


def test_a_habit_is_settled_by_the_manager_alone(as_: Browser, anna: Employee, bo: Employee, carl: Employee) -> None:
    for weeks in range(6):
        row = AdHocDay.objects.create(employee=anna, day=TODAY - (1 + 7 * weeks) * DAY, asked_at=NOW)
        AdHocAnswer.objects.create(ad_hoc_day=row, outcome="approved", by=bo, at=NOW)
    assert "Foreslå en fast ordning" in text(as_(bo).get("/hjemmedage/team/"))
    assert as_(carl).post(f"/hjemmedage/vane/{anna.pk}/", {"outcome": "stop"}).status_code == 403
    as_(bo).post(f"/hjemmedage/vane/{anna.pk}/", {"outcome": "fixed"})
    assert Habit.objects.get().outcome == "fixed"
    assert "ikke længere en vane" in text(
        as_(bo).post(f"/hjemmedage/vane/{anna.pk}/", {"outcome": "stop"}, follow=True)
    )


def test_the_state_sector_is_reminded_that_each_day_is_approved(as_: Browser, anna: Employee, company: Company) -> None:
    assert "I staten" not in text(as_(anna).get("/hjemmedage/"))
    company.sector = "state"
    company.save()
    assert "I staten" in text(as_(anna).get("/hjemmedage/"))


def test_hr_closes_a_place_sees_whom_it_concerns_and_undoes_it(
    as_: Browser, anna: Employee, carl: Employee, dorte: Employee
) -> None:
    site = Site.objects.get(name="Aarhus")
    said = {"site": site.pk, "first": TUESDAY, "last": TUESDAY, "reason": "Vandskade", "not_at_home": ["Konsulent"]}
    browser = as_(dorte)
    assert "ligger før den første" in text(browser.post("/lukket/", said | {"last": "2026-11-23"}))
    url = browser.post("/lukket/", said).url
    page = text(browser.get(url))
    assert "Carl Test" in page
    assert "HR finder en løsning" in page
    assert "allerede lukket" in text(browser.post("/lukket/", said))
    assert "kontoret er lukket" in text(as_(anna).get("/hjemmedage/"))
    assert "fortrudt" in text(browser.post(f"{url}fortrydelse/", follow=True))
    assert Closure.objects.get().undone_by == dorte


def test_a_refusal_is_looked_at_once_more_on_its_own_page(
    as_: Browser, apply: Callable[..., Application], anna: Employee, bo: Employee, dorte: Employee
) -> None:
    row = apply(anna)
    actions.refuse(application=row.pk, actor=bo.pk, reason="Teamet er nyt", now=NOW)
    url = f"/ansoegninger/{row.pk}/"
    assert "Er du uenig?" in text(as_(anna).get(url))
    assert "Er du uenig?" not in text(as_(bo).get(url))
    as_(anna).post(f"{url}fornyet/", {"words": "Se <b>igen</b>"})
    assert SecondLook.objects.get().words == "Se <b>igen</b>"
    assert "Fasthold afslaget" in text(as_(dorte).get(url))
    assert "Fasthold afslaget" not in text(as_(bo).get(url))
    assert as_(bo).post(f"{url}fornyet/svar/", {"answer": "refuse", "reason": "Nej"}).status_code == 403
    assert "Din begrundelse" in text(as_(dorte).post(f"{url}fornyet/svar/", {"answer": "refuse"}))
    as_(dorte).post(f"{url}fornyet/svar/", {"answer": "refuse", "reason": "Kunderne skal mødes"})
    assert SecondAnswer.objects.get().outcome == "stands"
    page = text(as_(anna).get(url))
    assert "Teamet er nyt" in page
    assert "Kunderne skal mødes" in page
    assert "<b>igen</b>" not in page


def test_what_is_written_to_hr_is_read_by_hr_and_its_writer_alone(
    as_: Browser,
    apply: Callable[..., Application],
    anna: Employee,
    bo: Employee,
    dorte: Employee,
    policy: object,
    seal: None,
) -> None:
    row = apply(anna)
    actions.refuse(application=row.pk, actor=bo.pk, reason="Teamet er nyt", now=NOW)
    as_(anna).post(f"/ansoegninger/{row.pk}/fornyet/", {"words": "Bo hører ikke efter"})
    as_(dorte).post(
        f"/ansoegninger/{row.pk}/fornyet/svar/", {"answer": "approve", "reason": "Prøv", "effective_on": "2026-12-01"}
    )
    pages = (f"/ansoegninger/{row.pk}/", f"/ordninger/{Arrangement.objects.get().pk}/")
    read = {who: ["Bo hører ikke efter" in text(as_(who).get(page)) for page in pages] for who in (anna, bo, dorte)}
    assert read == {anna: [True, True], bo: [False, False], dorte: [True, True]}


def test_only_hr_is_made_aware_of_an_end_soon_after_a_request(
    as_: Browser, apply: Callable[..., Application], anna: Employee, bo: Employee, dorte: Employee
) -> None:
    row = apply(anna)
    Employment.objects.filter(employee=anna).update(ends=TODAY + 60 * DAY)
    warned = [
        person
        for person in (anna, bo, dorte)
        if "Kun HR ser dette" in text(as_(person).get(f"/ansoegninger/{row.pk}/"))
    ]
    assert warned == [dorte]
