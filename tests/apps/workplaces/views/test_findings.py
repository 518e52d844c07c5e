"""Pages about findings: who sees which, and the way from plan to a new rating."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.people.models import Employee
from hjemmedag.apps.workplaces import actions, queries
from hjemmedag.apps.workplaces.models import Finding, Instruction, Judgement, Measure, Occasion, SafetyPractice
from hjemmedag.apps.worktime import queries as worktime
from hjemmedag.core.people.roles import Role, Viewer
from tests.conftest import NOW, TODAY

Browser = Callable[[Employee], Client]
PAIN = "Kan du arbejde hjemme uden at få ondt i nakke, skuldre, arme, ryg, hoved eller øjne?"
DUE = (TODAY + timedelta(days=14)).isoformat()


def text(client: Client, url: str) -> str:
    return client.get(url).content.decode()


@pytest.fixture
def found(anna: Employee, at_home: Callable[..., None], assess: Callable[..., object], clock: object) -> dict[str, int]:
    """Anna's chair and her pain."""
    at_home(anna)
    assess(anna, no=("chair_stable", "body_free_of_pain"))
    return {one.question: one.pk for one in Finding.objects.all()}


def test_from_plan_to_closed(found: dict[str, int], anna: Employee, bo: Employee, as_: Browser) -> None:
    url, manager, own = f"/fund/{found['chair_stable']}/", as_(bo), as_(anna)
    assert "Planlæg en handling" in text(manager, url)
    assert "Planlæg en handling" not in text(own, url)
    what = {"cause": "Slidt", "what": "Ny stol", "owner": str(bo.pk), "due": DUE, "revision": "0"}
    assert manager.post(f"{url}handling/", what).headers["Location"] == url
    assert "Nogen ændrede handlingen" in manager.post(f"{url}handling/", what).content.decode()
    assert manager.post(f"{url}udfoerelse/", {"revision": "1"}).headers["Location"] == url
    assert "Er det i orden nu?" in text(own, url)
    own.post(f"{url}vurdering/", {"in_order": "yes"})
    assert "I orden" in text(own, url)
    assert "Intet er åbent" in text(manager, "/arbejdsmiljoe/handlingsplan/")


def test_a_measure_needs_cause_what_owner_and_day(found: dict[str, int], bo: Employee, as_: Browser) -> None:
    page = as_(bo).post(f"/fund/{found['chair_stable']}/handling/", {"revision": "0"}).content.decode()
    assert page.count("Skal udfyldes.") == 2 * 4


def test_pain_is_on_no_page_of_anyone_but_the_person_and_the_handler(
    found: dict[str, int], anna: Employee, bo: Employee, dorte: Employee, eva: Employee, as_: Browser
) -> None:
    url = f"/fund/{found['body_free_of_pain']}/"
    assert PAIN in text(as_(anna), url)
    assert [as_(one).get(url).status_code for one in (anna, bo, dorte, eva)] == [200, 404, 404, 404]
    SafetyPractice.objects.create(handler=eva)
    assert [as_(one).get(url).status_code for one in (anna, bo, dorte, eva)] == [200, 404, 404, 200]
    pages = ("/", "/pligter/", "/arbejdsmiljoe/handlingsplan/?vis=all", "/arbejdsmiljoe/handlingsplan/?format=csv")
    for one in (bo, dorte):
        for page in pages:
            assert PAIN not in as_(one).get(page).content.decode()
    assert PAIN not in text(as_(dorte), "/arbejdsmiljoe/hjemme/")


def test_the_action_plan_is_a_file_too(found: dict[str, int], bo: Employee, as_: Browser) -> None:
    rows = as_(bo).get("/arbejdsmiljoe/handlingsplan/?format=csv").content.decode("utf-8-sig").splitlines()
    assert len(rows) == 2
    assert rows[1].startswith("Anna Test")


def listed(browser: Client, asked: str) -> list[str]:
    """The names in the action plan that is asked for."""
    rows = browser.get(f"/arbejdsmiljoe/handlingsplan/?format=csv&{asked}").content.decode("utf-8-sig").splitlines()
    return [row.partition(";")[0] for row in rows[1:]]


def test_the_action_plan_is_narrowed_by_state(
    found: dict[str, int], bo: Employee, anna: Employee, as_: Browser
) -> None:
    browser, chair = as_(bo), found["chair_stable"]
    states = ("open", "missing", "planned", "late", "carried_out", "closed", "all")

    def seen() -> set[str]:
        return {state for state in states if listed(browser, f"vis={state}") == ["Anna Test"]}

    assert seen() == {"open", "missing", "all"}
    planned = actions.Planned(cause="Slidt", what="Ny stol", owner=bo.pk, due=TODAY)
    actions.plan(finding=chair, planned=planned, revision=0, actor=bo.pk, today=TODAY, now=NOW)
    assert seen() == {"open", "planned", "all"}
    Measure.objects.update(due=TODAY - timedelta(days=1))
    assert seen() == {"open", "planned", "late", "all"}
    actions.carry_out(finding=chair, revision=1, actor=bo.pk, today=TODAY, now=NOW)
    assert seen() == {"open", "carried_out", "all"}
    actions.rerate(finding=chair, in_order=False, employee=anna.pk, today=TODAY, now=NOW)
    assert seen() == {"open", "missing", "all"}
    actions.plan(finding=chair, planned=planned, revision=0, actor=bo.pk, today=TODAY, now=NOW)
    actions.carry_out(finding=chair, revision=1, actor=bo.pk, today=TODAY, now=NOW)
    actions.rerate(finding=chair, in_order=True, employee=anna.pk, today=TODAY, now=NOW)
    assert seen() == {"closed", "all"}


def test_the_action_plan_is_narrowed_by_unit_and_by_who_sees_to_it(
    found: dict[str, int], bo: Employee, dorte: Employee, as_: Browser
) -> None:
    units = {one.name: one.pk for one in people.departments()}
    hr, lead = as_(dorte), as_(bo)
    assert listed(hr, f"afdeling={units['Udvikling']}") == ["Anna Test"]
    assert listed(hr, f"afdeling={units['HR']}") == []
    assert listed(hr, "afdeling=0") == listed(hr, "afdeling=nej") == ["Anna Test"]
    assert listed(lead, "ejer=mig") == listed(hr, "q=bo") == []
    planned = actions.Planned(cause="Slidt", what="Ny stol", owner=bo.pk, due=TODAY)
    actions.plan(finding=found["chair_stable"], planned=planned, revision=0, actor=bo.pk, today=TODAY, now=NOW)
    assert listed(lead, "ejer=mig") == listed(hr, "q=bo") == listed(hr, "q=anna") == ["Anna Test"]
    assert listed(hr, "ejer=mig") == listed(hr, "q=dorte") == []


def test_the_safety_representative_sees_no_figures_for_too_few(
    found: dict[str, int], eva: Employee, as_: Browser
) -> None:
    actions.judge(today=TODAY, now=NOW)
    actions.count_risks(today=TODAY, now=NOW)
    page = text(as_(eva), "/arbejdsmiljoe/hjemme/")
    assert "Ingen tal at vise" in page
    assert "Anna" not in page


def test_small_units_are_counted_together(hire: Callable[..., Employee], bo: Employee) -> None:
    smallest = worktime.smallest_unit(TODAY)
    for number in range(smallest + 1):
        person = hire(f"Person{number}", manager=bo, team="HR" if number == 0 else "Platform")
        Judgement.objects.create(
            employee=person, on=TODAY, covered=True, sure=True, by="plan", home_hours=22, works_at_home=True
        )
        for private in (False, True):
            Finding.objects.create(
                employee=person, question="chair_stable", topic="chair", is_law=True, private=private, on=TODAY
            )
    viewer = Viewer(0, frozenset({Role.SAFETY}), {Role.SAFETY: None})
    assert queries.risks(viewer) == (None, [])
    actions.count_risks(today=TODAY, now=NOW)
    day, [told] = queries.risks(viewer)
    assert day == TODAY
    assert (told.units, told.people, told.law) == (("HR", "Udvikling"), smallest + 1, smallest + 1)


def test_a_problem_is_told_and_seen_by_the_safety_representative(
    anna: Employee, eva: Employee, as_: Browser, clock: object
) -> None:
    as_(anna).post("/hjemmearbejdssted/problem/", {"words": "Lampen blinker", "told": "amr"})
    assert "Lampen blinker" in text(as_(eva), "/arbejdsmiljoe/hjemme/")


def test_moving_saves_the_address_and_opens_the_assessment(anna: Employee, as_: Browser, clock: object) -> None:
    where = {"on": DUE, "street": "Ny Vej 2", "postcode": "5000", "city": "Odense C", "country": "DK"}
    assert as_(anna).post("/hjemmearbejdssted/flytning/", where).headers["Location"] == "/hjemmearbejdssted/"
    assert Occasion.objects.get().kind == "move"
    wrong = as_(anna).post("/hjemmearbejdssted/flytning/", where | {"postcode": "50"}).content.decode()
    assert "Et dansk postnummer har fire cifre." in wrong


@pytest.mark.parametrize(
    ("country", "words"),
    [
        ("SE", "Efter den dansk-svenske aftale er du stadig dækket af dansk social sikring"),
        ("DE", "du er dækket af social sikring i det land, hvor du bor"),
        ("GB", "Landet er ikke med i EU&#x27;s regler"),
        ("DK", ""),
    ],
)
def test_moving_abroad_says_at_once_which_country_insures(
    country: str, words: str, anna: Employee, at_home: Callable[..., None], as_: Browser, clock: object
) -> None:
    at_home(anna, days=2)
    actions.judge(today=TODAY, now=NOW)
    where = {"on": DUE, "street": "Gata 2", "postcode": "2112", "city": "Malmö", "country": country}
    page = as_(anna).post("/hjemmearbejdssted/flytning/", where, follow=True).content.decode()
    assert words in re.sub(r"\s+", " ", page)
    assert ("Tal med HR, før du arbejder der." in page) == (country != "DK")
    assert Occasion.objects.filter(kind="move").count() == 1


def test_unknown_hours_abroad_are_no_small_share(anna: Employee, as_: Browser, clock: object) -> None:
    where = {"on": DUE, "street": "Gata 2", "postcode": "2112", "city": "Malmö", "country": "DE"}
    page = as_(anna).post("/hjemmearbejdssted/flytning/", where, follow=True).content.decode()
    assert "Vi ved ikke, hvor meget du vil arbejde hjemme dér" in re.sub(r"\s+", " ", page)


def test_the_moving_page_tells_what_follows(anna: Employee, as_: Browser, clock: object) -> None:
    page = text(as_(anna), "/hjemmearbejdssted/flytning/")
    for words in (
        "vurdere det nye sted",
        "dækker arbejdsskadeforsikringen også arbejdet det nye sted",
        "det udstyr, du låner",
        "udlandet",
    ):
        assert words in page


def test_what_changed_and_an_eye_test_are_told(anna: Employee, as_: Browser, clock: object) -> None:
    browser = as_(anna)
    browser.post("/hjemmearbejdssted/aendring/", {"kind": "pain", "on": TODAY.isoformat()})
    assert Occasion.objects.get().kind == "pain"
    late = browser.post("/hjemmearbejdssted/synsproeve/", {"tested_on": DUE}).content.decode()
    assert "Dagen ligger i fremtiden" in late
    assert browser.post("/hjemmearbejdssted/synsproeve/", {}).status_code == 302


def test_the_verdict_is_explained(anna: Employee, at_home: Callable[..., None], as_: Browser, clock: object) -> None:
    at_home(anna)
    page = re.sub(r"\s+", " ", text(as_(anna), "/hjemmearbejdssted/skaerm/"))
    assert "Skærmreglerne gælder derhjemme" in page
    assert "Hjemme er det i gennemsnit 22,2 timer om ugen; reglerne gælder ved mere end 14,8 timer om ugen." in page


def test_the_eyes_are_asked_after_in_between_and_what_is_not_confirmed_says_so(
    anna: Employee, at_home: Callable[..., None], as_: Browser, clock: object
) -> None:
    at_home(anna)
    actions.judge(today=TODAY, now=NOW)
    actions.answer_eye_test(employee=anna.pk, tested_on=TODAY, today=TODAY, now=NOW)
    page = text(as_(anna), "/hjemmearbejdssted/")
    assert ("Har dine øjne gener?" in page, "Du har ret til en synsprøve nu." in page) == (True, True)
    assert "for du har gener" in text(as_(anna), "/hjemmearbejdssted/synsproeve/?gener=1")
    Judgement.objects.update(sure=False, because="all_at_home")
    page = text(as_(anna), "/hjemmearbejdssted/")
    assert "Regn med, at skærmreglerne gælder. Det er ikke bekræftet." in page
    assert "Har dine øjne gener?" not in page
    assert "ret til" not in text(as_(anna), "/hjemmearbejdssted/synsproeve/?gener=1")


def test_an_instruction_is_written_by_the_manager_and_confirmed_by_the_person(
    anna: Employee, bo: Employee, carl: Employee, as_: Browser, clock: object
) -> None:
    what = {"employee": str(anna.pk), "subject": "Skærm og stol", "on": TODAY.isoformat()}
    as_(bo).post("/arbejdsmiljoe/instruktioner/ny/", what)
    as_(bo).post("/arbejdsmiljoe/instruktioner/ny/", what | {"employee": str(carl.pk)})
    row = Instruction.objects.get()
    assert "Skærm og stol" in text(as_(anna), "/hjemmearbejdssted/")
    as_(anna).post(f"/hjemmearbejdssted/instruktion/{row.pk}/")
    row.refresh_from_db()
    assert row.confirmed_at == NOW
    assert "Skærm og stol" in text(as_(bo), "/arbejdsmiljoe/instruktioner/")


def test_hr_names_the_handler(dorte: Employee, eva: Employee, as_: Browser, clock: object) -> None:
    browser = as_(dorte)
    browser.post("/arbejdsmiljoe/valg/", {"handler": str(eva.pk), "compliant_desks": "on", "revision": "1"})
    row = SafetyPractice.objects.get()
    assert (row.handler_id, row.compliant_desks) == (eva.pk, True)
    again = browser.post("/arbejdsmiljoe/valg/", {"handler": "", "revision": "1"}).content.decode()
    assert "En anden ændrede valgene" in again


def test_every_instruction_that_is_not_confirmed_stands_on_the_page(
    anna: Employee, bo: Employee, as_: Browser, clock: object
) -> None:
    what = {"employee": anna.pk, "actor": bo.pk, "today": TODAY, "now": NOW}
    rows = [actions.instruct(subject=f"Emne nr. {place}.", on=TODAY, **what) for place in range(8)]
    page = text(as_(anna), "/hjemmearbejdssted/")
    assert [one for one in rows if one.subject not in page] == []
    for one in rows:
        actions.confirm_instruction(instruction=one.pk, employee=anna.pk, now=NOW)
    assert text(as_(anna), "/hjemmearbejdssted/").count("Emne nr.") == 5
