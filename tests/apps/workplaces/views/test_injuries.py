"""Pages about injuries: kept at each word, told, corrected and reported, and what each reader sees of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from hjemmedag.apps.audit.models import Entry
from hjemmedag.apps.people.models import Employee, Reporting
from hjemmedag.apps.workplaces.models import Injury, InjuryDraft, InjuryHealth, SafetyPractice
from hjemmedag.apps.worktime import actions as worktime
from tests.apps.workplaces.injured import ARM, STORY, after, injure
from tests.conftest import NOW, TODAY

Browser = Callable[[Employee], Client]
DAY = timedelta(days=1)
SAID = {
    "on": TODAY.isoformat(),
    "clock": "09:30",
    "place": "Kontoret",
    "task": "Kode",
    "what": STORY,
    "link": "På vej efter vand",
    "seen_by": "",
}
BEGIN = "/hjemmearbejdssted/skader/ny/"


def text(client: Client, url: str) -> str:
    return client.get(url).content.decode()


def test_a_report_is_kept_at_each_word_and_sent(anna: Employee, gry: Employee, as_: Browser, clock: object) -> None:
    own = as_(anna)
    url = own.post(BEGIN).headers["Location"]
    assert own.post(BEGIN).headers["Location"] == url
    half = {"on": "i går", "what": STORY, "csrf": "x"}
    assert own.post(f"{url}svar/", half).status_code == 200
    assert InjuryDraft.objects.get().said["on"] == "i går"
    assert STORY in text(own, url)
    worktime.confirm(employee=anna.pk, monday=TODAY - 7 * DAY, revision=0, now=InjuryDraft.objects.get().kept_at)
    kept = own.post(f"{url}svar/", SAID | {"on": (TODAY - 7 * DAY).isoformat()}).content.decode()
    assert "på kontoret" in kept
    assert "Gemt kl. 10:00" in kept
    refused = own.post(url, SAID | {"on": (TODAY + DAY).isoformat()}).content.decode()
    assert "Skadesdagen ligger i fremtiden." in refused
    assert own.post(url, SAID | {"later": "1"}).headers["Location"] == "/hjemmearbejdssted/skader/"
    asked = own.post(url, SAID | {"body_part": ARM, "harm": ""}).headers["Location"]
    assert "Første fraværsdag" in text(own, asked)
    sent = asked.removesuffix("fravaer/")
    assert "Fravær og krav er ikke oplyst endnu" in text(own, sent)
    page = text(own, sent)
    assert STORY in page
    assert ARM in page
    assert own.post(url, SAID).status_code == 404
    assert "23. november" in text(own, "/hjemmearbejdssted/skader/")


def test_an_empty_report_says_what_is_missing_and_is_kept(anna: Employee, as_: Browser, clock: object) -> None:
    own = as_(anna)
    url = own.post(BEGIN).headers["Location"]
    page = own.post(url, SAID | {"what": "", "harm": "Hævet"}).content.decode()
    assert page.count("Skal udfyldes.") == 2
    assert "Skriv, hvilken del af kroppen det var." in page
    assert InjuryDraft.objects.get().said["harm"] == "Hævet"
    assert own.post(f"{url}sletning/").headers["Location"] == "/hjemmearbejdssted/skader/"
    assert InjuryDraft.objects.count() == 0


def test_a_draft_is_its_writers_alone(
    anna: Employee, bo: Employee, dorte: Employee, as_: Browser, clock: object
) -> None:
    url = as_(anna).post(BEGIN).headers["Location"]
    for one in (bo, dorte):
        assert as_(one).get(url).status_code == 404
        assert as_(one).post(f"{url}svar/", SAID).status_code == 404


def test_a_manager_reports_for_the_team_and_never_reads_more_than_they_wrote(
    anna: Employee, bo: Employee, carl: Employee, as_: Browser, clock: object
) -> None:
    leader, own = as_(bo), as_(anna)
    new = "/arbejdsmiljoe/skader/ny/"
    assert own.get(new).status_code == 403
    assert leader.post(new, {"employee": str(carl.pk)}).status_code == 200
    url = leader.post(new, {"employee": str(anna.pk)}).headers["Location"]
    assert "Hvilken del af kroppen" not in text(leader, url)
    sent = leader.post(url, SAID | {"body_part": ARM}).headers["Location"]
    assert InjuryHealth.objects.count() == 0
    assert STORY in text(leader, sent)
    assert own.post(f"{sent}rettelse/", SAID | {"what": "Noget andet", "revision": "1"}).headers["Location"] == sent
    page = text(leader, sent)
    assert STORY in page
    assert "Noget andet" not in page
    assert "på vegne af" in text(own, sent)


def test_what_each_reader_sees(
    anna: Employee,
    bo: Employee,
    carl: Employee,
    dorte: Employee,
    eva: Employee,
    gry: Employee,
    as_: Browser,
    clock: object,
) -> None:
    injury = injure(anna, on=TODAY - 4 * DAY)
    after(injury, TODAY - 3 * DAY, claim=True)
    url = f"/skader/{injury.pk}/"

    def seen() -> dict[str, tuple[int, bool, bool, bool]]:
        found = {}
        for one in (anna, bo, carl, dorte, eva, gry):
            answer = as_(one).get(url)
            page = answer.content.decode()
            found[one.first_name] = (answer.status_code, "Skal anmeldes" in page, STORY in page, ARM in page)
        return found

    nothing = (404, False, False, False)
    assert seen() == {
        "Anna": (200, True, True, True),
        "Bo": (200, False, False, False),
        "Carl": nothing,
        "Dorte": (200, True, True, False),
        "Eva": nothing,
        "Gry": nothing,
    }
    SafetyPractice.objects.create(handler=gry)
    assert seen() == {
        "Anna": (200, True, True, True),
        "Bo": (200, False, False, False),
        "Carl": nothing,
        "Dorte": (200, True, False, False),
        "Eva": nothing,
        "Gry": (200, True, True, True),
    }
    for one in (bo, dorte, eva):
        for page in (
            "/",
            "/pligter/",
            "/arbejdsmiljoe/skader/",
            "/arbejdsmiljoe/skader/?format=csv",
            "/arbejdsmiljoe/hjemme/",
        ):
            found = as_(one).get(page).content.decode()
            assert ARM not in found
            assert STORY not in found
    assert "Skal anmeldes" not in text(as_(bo), "/arbejdsmiljoe/skader/")
    assert "Skal anmeldes" in text(as_(dorte), "/arbejdsmiljoe/skader/?vis=open")


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_the_data_is_taken_by_the_handler_with_health_and_by_hr_without(
    anna: Employee, dorte: Employee, gry: Employee, as_: Browser, clock: object, kind: str
) -> None:
    injury = injure(anna)
    url = f"/skader/{injury.pk}/anmeldelse/?format={kind}"
    assert ARM not in text(as_(dorte), url)
    SafetyPractice.objects.create(handler=gry)
    found = as_(gry).get(url)
    assert ARM in found.content.decode("utf-8-sig")
    taken = Entry.objects.filter(action="workplaces.take_report", about=anna.pk).order_by("number")
    assert list(taken.values_list("actor", flat=True)) == [dorte.pk, gry.pk]
    assert [one.payload.data["health"] for one in taken] == [False, True]
    assert as_(dorte).get(url).status_code == as_(anna).get(url).status_code == 404
    if kind == "json":
        data = json.loads(found.content)
        assert (data["Den tilskadekomne"], data["Legemsdel"]) == ("Anna Test", ARM)


def test_the_handler_reports_and_the_deadline_is_met(
    anna: Employee, gry: Employee, as_: Browser, clock: object
) -> None:
    SafetyPractice.objects.create(handler=gry)
    injury = injure(anna, on=TODAY - 4 * DAY)
    handler, own = as_(gry), as_(anna)
    away = {"first_away": (TODAY - 3 * DAY).isoformat(), "last_away": "", "claim_expected": "on", "revision": "1"}
    assert own.post(f"/skader/{injury.pk}/fravaer/", away).headers["Location"] == f"/skader/{injury.pk}/"
    assert "Nogen skrev om skaden" in own.post(f"/skader/{injury.pk}/fravaer/", away).content.decode()
    assert "Anmeld en arbejdsskade for Anna Test" in text(handler, "/pligter/")
    page = text(handler, f"/skader/{injury.pk}/anmeldelse/")
    assert "Vi sender ikke noget." in page
    done = {"reported": "yes", "on": TODAY.isoformat(), "reference": "EASY-4711", "revision": "2"}
    assert handler.post(f"/skader/{injury.pk}/anmeldelse/", done).headers["Location"] == f"/skader/{injury.pk}/"
    assert "EASY-4711" in text(own, f"/skader/{injury.pk}/")
    assert "Anmeld en arbejdsskade" not in text(handler, "/pligter/")
    assert Injury.objects.get().revision == 3


def test_a_case_that_is_not_confirmed_says_so_and_can_be_looked_into(
    anna: Employee, gry: Employee, as_: Browser, clock: object
) -> None:
    SafetyPractice.objects.create(handler=gry)
    injury = injure(anna, on=TODAY - 4 * DAY)
    after(injury, TODAY - 3 * DAY, TODAY - 3 * DAY)
    handler, url = as_(gry), f"/skader/{injury.pk}/anmeldelse/"
    assert "Reglen er under ændring og ikke bekræftet." in text(handler, "/pligter/")
    assert "Lovforslag L 31" in text(handler, url)
    looked = {"reported": "no", "on": TODAY.isoformat(), "revision": "2"}
    assert "Skriv, hvorfor den ikke skal anmeldes." in handler.post(url, looked).content.decode()
    assert handler.post(url, looked | {"reason": "Én dag"}).status_code == 302


def test_a_death_is_written_by_whoever_sees_to_it(anna: Employee, dorte: Employee, as_: Browser, clock: object) -> None:
    injury = injure(anna)
    url = f"/skader/{injury.pk}/doedsfald/"
    assert as_(anna).get(url).status_code == 404
    hr = as_(dorte)
    assert "Skriv begge dele" in hr.post(url, {"day": TODAY.isoformat(), "clock": "", "revision": "1"}).content.decode()
    assert hr.post(url, {"day": TODAY.isoformat(), "clock": "09:50", "revision": "1"}).status_code == 302
    assert "onsdag 25. november 2026 kl. 09:50" in text(hr, f"/skader/{injury.pk}/")


def test_practice_is_told_with_its_sources_and_decides_nothing(anna: Employee, as_: Browser, clock: object) -> None:
    page = text(as_(anna), "/skader/praksis/")
    for words in ("BS-51741/2024-HJR", "Det er Arbejdsmarkedets Erhvervssikring, der afgør sagen.", "anerkendt"):
        assert words in page


def test_whoever_reports_for_another_never_reads_their_hours(
    anna: Employee, bo: Employee, dorte: Employee, gry: Employee, as_: Browser, clock: object
) -> None:
    SafetyPractice.objects.create(handler=gry)
    worktime.confirm(employee=anna.pk, monday=TODAY - 7 * DAY, revision=0, now=NOW)
    on = {"on": (TODAY - 7 * DAY).isoformat()}
    for one in (bo, dorte, gry):
        writer = as_(one)
        url = writer.post("/arbejdsmiljoe/skader/ny/", {"employee": str(anna.pk)}).headers["Location"]
        kept = writer.post(f"{url}svar/", SAID | on).content.decode()
        assert ("på kontoret" in kept, "følger med anmeldelsen" in kept) == (False, True)
        sent = writer.post(url, SAID | on).headers["Location"]
        assert ("på kontoret" in text(writer, sent)) is (one == gry)
        assert "på kontoret" in text(as_(anna), sent)


def test_a_draft_closes_when_the_writer_no_longer_leads_the_person(
    anna: Employee, bo: Employee, carl: Employee, as_: Browser, clock: object
) -> None:
    leader = as_(bo)
    url = leader.post("/arbejdsmiljoe/skader/ny/", {"employee": str(anna.pk)}).headers["Location"]
    assert "Anna" in text(leader, "/hjemmearbejdssted/skader/")
    Reporting.objects.filter(employee=anna).update(manager=carl)
    assert leader.get(url).status_code == leader.post(f"{url}svar/", SAID).status_code == 404
    assert "Anna" not in text(leader, "/hjemmearbejdssted/skader/")


def test_what_no_database_holds_is_left_out_of_a_draft(anna: Employee, as_: Browser, clock: object) -> None:
    own = as_(anna)
    url = own.post(BEGIN).headers["Location"]
    assert own.post(f"{url}svar/", SAID | {"what": "Jeg\x00faldt"}).status_code == 200
    assert InjuryDraft.objects.get().said["what"] == "Jegfaldt"
