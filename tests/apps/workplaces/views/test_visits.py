"""Pages about visits: asking, answering in one's own words, taking it back in the middle, and what was seen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from hjemmedag.apps.people.models import Employee, Reporting
from hjemmedag.apps.workplaces import actions
from hjemmedag.apps.workplaces.models import Finding, Visit, VisitAnswer, VisitEnd
from tests.conftest import NOW, TODAY

Browser = Callable[[Employee], Client]
DAY = TODAY + timedelta(days=2)
ASKED = {
    "way": "video",
    "purpose": "Se, hvordan skærmen står",
    "looked_at": "Bord og skærm",
    "with_whom": "",
    "on": DAY.isoformat(),
    "at": "10:00",
}
STARTS = NOW + timedelta(days=2)


def text(client: Client, url: str) -> str:
    return client.get(url).content.decode()


@pytest.fixture
def visit(anna: Employee, bo: Employee, as_: Browser, clock: object) -> str:
    """Bo has asked Anna; the address of the page."""
    return str(as_(bo).post(f"/arbejdsmiljoe/besoeg/nyt/{anna.pk}/", ASKED).headers["Location"])


def test_it_is_the_employer_who_has_no_right_and_the_inspectorate_is_explained(
    anna: Employee, as_: Browser, clock: object
) -> None:
    page = text(as_(anna), "/hjemmearbejdssted/besoeg/")
    assert "Din arbejdsgiver har ikke ret til at se dit hjem, og et nej får ingen følger." in page
    assert "workplaces.inspection" in page


def test_asking_names_the_other_ways_and_says_that_there_is_no_right(
    anna: Employee, bo: Employee, as_: Browser, clock: object
) -> None:
    page = text(as_(bo), f"/arbejdsmiljoe/besoeg/nyt/{anna.pk}/")
    for said in ("Du har ikke ret til adgang", "Et nej får ingen følger", "en egen vurdering, en samtale"):
        assert said in page
    assert "Anna Test" in text(as_(bo), "/arbejdsmiljoe/besoeg/")


def test_from_asking_to_a_yes_and_back_in_the_middle_of_the_visit(
    visit: str, anna: Employee, bo: Employee, as_: Browser, clock: time_machine.Traveller
) -> None:
    own = as_(anna)
    words = text(own, f"{visit}svar/")
    for said in (
        "Bo Test spørger, om du vil vise",
        "Se, hvordan skærmen står",
        "Jeg vurderer det selv",
        "Vi taler om det",
    ):
        assert said in words
    assert own.post(f"{visit}svar/", {"said": "agrees"}).headers["Location"] == visit
    assert "Bord og skærm" in VisitAnswer.objects.get().words
    clock.move_to(STARTS + timedelta(minutes=5))
    own, manager = as_(anna), as_(bo)
    assert "Skriv, hvad du så" in text(manager, visit)
    own.post(f"{visit}tilbagekaldelse/")
    assert "Er du der, så stop nu og gå." in text(manager, visit)
    late = manager.post(f"{visit}resultat/", {"took_place": "yes", "note": "Skærmen står lavt."})
    assert "Aftalen er trukket tilbage" in late.content.decode()
    assert (VisitEnd.objects.get().how, VisitEnd.objects.get().note) == ("withdrawn", "")
    assert "Trukket tilbage" in text(own, "/hjemmearbejdssted/besoeg/")


def test_what_was_seen_is_read_by_the_person_and_goes_to_the_plan(
    visit: str, anna: Employee, bo: Employee, as_: Browser, clock: time_machine.Traveller
) -> None:
    as_(anna).post(f"{visit}svar/", {"said": "agrees"})
    clock.move_to(STARTS + timedelta(minutes=5))
    own, manager = as_(anna), as_(bo)
    page = text(manager, f"{visit}resultat/")
    assert "aldrig helbred, husstand eller private ting. Anna Test læser det." in page
    manager.post(f"{visit}resultat/", {"took_place": "yes", "note": "Skærmen står lavt.", "wrong": ["screen_glare"]})
    assert "Skærmen står lavt." in text(own, visit)
    [found] = Finding.objects.all()
    assert f"/fund/{found.pk}/" in text(own, visit)
    assert "Set efter aftale" in text(own, f"/fund/{found.pk}/")
    assert manager.get(f"{visit}resultat/").headers["Location"] == visit


@pytest.mark.parametrize(("said", "shown"), [("no", "Svaret er nej"), ("talk", "Vi taler om det")])
def test_a_no_and_another_way_end_it(
    said: str, shown: str, visit: str, anna: Employee, bo: Employee, as_: Browser
) -> None:
    own = as_(anna)
    own.post(f"{visit}svar/", {"said": said})
    assert shown in text(as_(bo), visit)
    assert own.get(f"{visit}svar/").headers["Location"] == visit


def test_no_answer_is_chosen_beforehand_and_none_is_refused(visit: str, anna: Employee, as_: Browser) -> None:
    page = as_(anna).post(f"{visit}svar/", {}).content.decode()
    assert "checked" not in page
    assert "Skal udfyldes." in page
    assert not VisitAnswer.objects.exists()


def test_nobody_else_reads_of_it(visit: str, carl: Employee, dorte: Employee, eva: Employee, as_: Browser) -> None:
    for person in (carl, dorte, eva):
        for address in (visit, f"{visit}svar/", f"{visit}resultat/"):
            assert as_(person).get(address).status_code == 404


def test_a_time_that_has_passed_or_is_none_is_said_at_once(
    anna: Employee, bo: Employee, as_: Browser, clock: object
) -> None:
    url, manager = f"/arbejdsmiljoe/besoeg/nyt/{anna.pk}/", as_(bo)
    assert "Tidspunktet er gået" in manager.post(url, ASKED | {"on": TODAY.isoformat(), "at": "09:00"}).content.decode()
    assert manager.post(url, ASKED | {"at": "25:61"}).status_code == 200
    assert manager.post(url, ASKED | {"way": "force"}).status_code == 200
    assert not Visit.objects.exists()


def test_a_safety_representative_asks_whoever_told_them(
    anna: Employee, eva: Employee, as_: Browser, clock: object
) -> None:
    assert as_(eva).get(f"/arbejdsmiljoe/besoeg/nyt/{anna.pk}/").status_code == 404
    told = actions.tell_problem(employee=anna.pk, told="amr", words="Lampen blinker", today=TODAY, now=NOW)
    assert f"/arbejdsmiljoe/besoeg/nyt/{anna.pk}/" in text(as_(eva), f"/fund/{told.pk}/")
    assert as_(eva).get(f"/arbejdsmiljoe/besoeg/nyt/{anna.pk}/").status_code == 200


def test_a_former_manager_opens_no_visit_they_asked_for(
    visit: str, anna: Employee, bo: Employee, carl: Employee, as_: Browser
) -> None:
    as_(anna).post(f"{visit}svar/", {"said": "agrees"})
    Reporting.objects.filter(employee=anna).update(manager=carl)
    assert as_(bo).get(visit).status_code == as_(bo).post(f"{visit}resultat/", {}).status_code == 404
    assert visit not in text(as_(bo), "/arbejdsmiljoe/besoeg/")
    assert as_(anna).get(visit).status_code == 200
    assert as_(carl).get(visit).status_code == 404
