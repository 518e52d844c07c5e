"""The four steps of an application, and its answer, through the pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from hjemmedag.apps.agreements import queries
from hjemmedag.apps.agreements.models import Application, Arrangement, Decision
from hjemmedag.apps.people.models import Employee

HOURS = {f"start_{day}": "08:00" for day in range(5)} | {f"end_{day}": "16:00" for day in range(5)}
PATTERN = {"revision": "0", "model": "hybrid", "cycle_weeks": "1", "home_days": ["0", "4"], "wanted_from": "2026-12-01"}
PLACE = {"street": "Æblevej 5, 2. tv.", "postcode": "8000", "city": "Aarhus C", "country": "DK", "room": "stuen"}
SEND = {"words": "Tak <b>for</b> læsningen", "language": "both"}


@pytest.fixture
def anna_browser(as_: Callable[[Employee], Client], anna: Employee) -> Client:
    return as_(anna)


def revision(employee: Employee) -> str:
    draft = queries.draft_of(employee.pk)
    return str(draft.revision if draft else 0)


def write(browser: Client, employee: Employee) -> None:
    browser.post("/ansoegning/moenster/", PATTERN | HOURS)
    browser.post("/ansoegning/sted/", PLACE | {"revision": revision(employee)})


def test_four_steps_lead_to_a_sent_application(anna_browser: Client, anna: Employee) -> None:
    assert anna_browser.get("/ansoegning/").url == "/ansoegning/moenster/"
    assert anna_browser.post("/ansoegning/moenster/", PATTERN | HOURS).url == "/ansoegning/sted/"
    answer = anna_browser.post("/ansoegning/sted/", PLACE | {"revision": revision(anna)})
    assert answer.url == "/ansoegning/foelger/"
    follows = anna_browser.get("/ansoegning/foelger/").content.decode()
    assert "14,8" in follows
    sent = anna_browser.post("/ansoegning/send/", SEND | {"revision": revision(anna)})
    application = Application.objects.get()
    assert sent.url == f"/ansoegninger/{application.pk}/"
    assert application.submitted_at is not None
    page = anna_browser.get(sent.url).content.decode()
    assert "Æblevej 5, 2. tv., 8000 Aarhus C" in page
    assert "<b>for</b>" not in page


def test_each_step_can_be_kept_and_come_back_to(anna_browser: Client, anna: Employee) -> None:
    kept = anna_browser.post("/ansoegning/moenster/", PATTERN | HOURS | {"later": "1"})
    assert kept.url == "/ordning/"
    assert anna_browser.get("/ansoegning/").url == "/ansoegning/sted/"
    assert "Fortsæt" in anna_browser.get("/ordning/").content.decode()


def test_going_on_later_keeps_a_step_that_is_not_whole(anna_browser: Client, anna: Employee) -> None:
    half = {"revision": "0", "model": "hybrid", "cycle_weeks": "1", "home_days": ["2"], "later": "1"}
    assert anna_browser.post("/ansoegning/moenster/", half).url == "/ordning/"
    assert sorted(queries.wish_of(queries.draft_of(anna.pk)).pattern.home_days) == [2]
    kept = anna_browser.post("/ansoegning/sted/", {"street": "Æblevej", "later": "1", "revision": revision(anna)})
    assert kept.url == "/ordning/"
    assert "Æblevej" in anna_browser.get("/ansoegning/sted/").content.decode()


@pytest.mark.parametrize("postcode", ["80000", "8oo0", "DK-8000"])
def test_a_danish_postcode_has_four_digits(anna_browser: Client, anna: Employee, postcode: str) -> None:
    write(anna_browser, anna)
    page = anna_browser.post("/ansoegning/sted/", PLACE | {"postcode": postcode, "revision": revision(anna)})
    assert "Et dansk postnummer har fire cifre." in page.content.decode()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"home_days": []}, "Vælg mindst én dag hjemme."),
        ({"start_1": "otte"}, "Skriv et klokkeslæt, for eksempel 08:00."),
        ({"home_days": ["0", "1", "2", "3", "4"]}, "Du har valgt alle dage hjemme."),
        ({"wanted_from": "2026-11-22"}, "Den dag er gået."),
        ({"wanted_from": "31-02-2026"}, "dato"),
        ({"end_2": ""}, "Skriv både start og slut for onsdag"),
        ({"end_2": "07:00"}, "En arbejdsdag skal slutte, efter den er begyndt."),
        ({"model": "sometimes"}, "sometimes"),
        ({"home_days": ["77"]}, "77"),
    ],
)
def test_a_fault_is_named_and_what_was_typed_is_kept(
    anna_browser: Client, anna: Employee, changed: dict[str, object], said: str
) -> None:
    page = anna_browser.post("/ansoegning/moenster/", PATTERN | HOURS | {"start_0": "09:15"} | changed)
    text = page.content.decode()
    assert page.status_code == 200
    assert said in text
    assert "09:15" in text
    assert queries.draft_of(anna.pk) is None


def test_a_second_window_keeps_what_was_typed(anna_browser: Client, anna: Employee) -> None:
    write(anna_browser, anna)
    page = anna_browser.post("/ansoegning/sted/", PLACE | {"room": "loftet", "revision": "1"})
    assert "loftet" in page.content.decode()
    assert queries.draft_of(anna.pk).room == "stuen"


@pytest.mark.parametrize("revision_said", ["", "x", "-1", "9" * 40, "²"])
def test_a_forged_revision_is_no_server_error(anna_browser: Client, revision_said: str) -> None:
    page = anna_browser.post("/ansoegning/moenster/", PATTERN | HOURS | {"revision": revision_said})
    assert page.status_code in (200, 302)


def test_a_double_click_on_send_sends_once(anna_browser: Client, anna: Employee) -> None:
    write(anna_browser, anna)
    said = SEND | {"revision": revision(anna)}
    anna_browser.post("/ansoegning/send/", said)
    assert anna_browser.post("/ansoegning/send/", said).url == "/ordning/"
    assert Application.objects.count() == 1


@pytest.mark.usefixtures("policy", "seal")
def test_the_manager_approves_with_a_reason(
    apply: Callable[..., Application], as_: Callable[[Employee], Client], anna: Employee, bo: Employee
) -> None:
    application = apply(anna)
    browser = as_(bo)
    assert anna.name in browser.get("/ansoegninger/").content.decode()
    url = f"/ansoegninger/{application.pk}/afgoerelse/"
    refused = browser.post(url, {"answer": "approve", "reason": "", "effective_on": "2026-12-01"})
    assert "Skal udfyldes" in refused.content.decode()
    late = browser.post(url, {"answer": "approve", "reason": "Fint", "effective_on": "2026-11-01"})
    assert "Tillægget kan ikke gælde, før medarbejderen har fået det." in late.content.decode()
    assert not Decision.objects.exists()
    done = browser.post(url, {"answer": "approve", "reason": "Fint", "effective_on": "2026-12-01"})
    assert done.url == f"/ansoegninger/{application.pk}/"
    arrangement = Arrangement.objects.get()
    assert browser.get(f"/ordninger/{arrangement.pk}/").status_code == 200


def test_the_manager_never_sees_the_home_address(
    offer: Callable[..., Arrangement], as_: Callable[[Employee], Client], anna: Employee, bo: Employee
) -> None:
    arrangement = offer(anna, by=bo)
    browser = as_(bo)
    pages = ["/", "/ansoegninger/", "/ordninger/", f"/ordninger/{arrangement.pk}/"]
    pages += [f"/ansoegninger/{arrangement.application_id}/", "/ordninger/?format=csv", f"/mennesker/{anna.pk}/"]
    for page in pages:
        assert b"vevej 1" not in browser.get(page).content


def test_a_stranger_finds_neither_application_nor_arrangement(
    offer: Callable[..., Arrangement], as_: Callable[[Employee], Client], anna: Employee, bo: Employee, carl: Employee
) -> None:
    arrangement = offer(anna, by=bo)
    browser = as_(carl)
    for page in (f"/ansoegninger/{arrangement.application_id}/", f"/ordninger/{arrangement.pk}/"):
        assert browser.get(page).status_code == 404
    decide = browser.post(
        f"/ansoegninger/{arrangement.application_id}/afgoerelse/", {"answer": "refuse", "reason": "x"}
    )
    assert decide.status_code == 404


def test_nobody_answers_their_own_application_through_the_address(
    apply: Callable[..., Application], as_: Callable[[Employee], Client], anna: Employee
) -> None:
    application = apply(anna)
    answer = as_(anna).post(f"/ansoegninger/{application.pk}/afgoerelse/", {"answer": "approve", "reason": "x"})
    assert answer.status_code == 403


def test_an_answer_that_is_neither_yes_nor_no_decides_nothing(
    apply: Callable[..., Application], as_: Callable[[Employee], Client], anna: Employee, bo: Employee
) -> None:
    application = apply(anna)
    for answer in ({}, {"answer": "maybe"}):
        said = as_(bo).post(f"/ansoegninger/{application.pk}/afgoerelse/", answer | {"reason": "Fint"})
        assert said.status_code == 400
    assert not Decision.objects.exists()


def test_the_arrangement_is_shown_as_of_any_date(
    offer: Callable[..., Arrangement], as_: Callable[[Employee], Client], anna: Employee, bo: Employee
) -> None:
    arrangement = offer(anna, by=bo)
    browser = as_(anna)
    assert browser.get("/ordning/").url == f"/ordninger/{arrangement.pk}/"
    now = browser.get(f"/ordninger/{arrangement.pk}/").content.decode()
    before = browser.get(f"/ordninger/{arrangement.pk}/?as_of=2026-05-01").content.decode()
    assert "venter på underskrifter" in now
    assert "Ikke begyndt den dag" in before
    assert browser.get(f"/ordninger/{arrangement.pk}/?as_of=nonsense").status_code == 200


def test_the_first_day_shown_is_the_one_decided(
    offer: Callable[..., Arrangement], as_: Callable[[Employee], Client], anna: Employee, bo: Employee
) -> None:
    arrangement = offer(anna, by=bo, first=date(2026, 12, 7))
    assert "mandag 7. december" in as_(anna).get(f"/ordninger/{arrangement.pk}/").content.decode()


def test_the_same_hours_every_day_are_said_once(
    offer: Callable[..., Arrangement], as_: Callable[[Employee], Client], anna: Employee, bo: Employee
) -> None:
    arrangement = offer(anna, by=bo)
    assert "mandag–fredag 08:00–16:00" in as_(anna).get(f"/ordninger/{arrangement.pk}/").content.decode()
