"""Start, duties, order, rules, search and history: what each shows, to whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from hjemmedag.apps.agreements.models import Application, Arrangement
from hjemmedag.apps.documents.models import Document
from hjemmedag.apps.people.models import Company, Employee
from hjemmedag.rulebook.load import load

Browser = Callable[[Employee], Client]


def text(browser: Client, url: str) -> str:
    answer = browser.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


def test_someone_with_nothing_to_do_is_told_so(as_: Browser, carl: Employee) -> None:
    page = text(as_(carl), "/")
    assert "Goddag, Carl" in page
    assert "Der er ikke noget, du skal gøre lige nu." in page
    assert "Søg om hjemmedage" in page


def test_the_start_page_asks_for_the_signature_with_its_day(
    offer: Callable[..., Arrangement], as_: Browser, anna: Employee, bo: Employee
) -> None:
    offer(anna, by=bo)
    page = text(as_(anna), "/")
    assert "Skriv under på dit kontrakttillæg" in page
    assert "mandag 30. november" in page
    assert "venter på underskrifter" in page


def test_the_arrangement_leads_whoever_is_next_to_the_signature(
    as_: Browser,
    offer: Callable[..., Arrangement],
    sign: Callable[..., None],
    anna: Employee,
    bo: Employee,
    dorte: Employee,
) -> None:
    arrangement = offer(anna, by=bo)
    page, signature = f"/ordninger/{arrangement.pk}/", f"/dokumenter/{Document.objects.get().pk}/underskrift/"
    assert [signature in text(as_(who), page) for who in (anna, dorte, bo)] == [True, False, False]
    sign(arrangement)
    assert [signature in text(as_(who), page) for who in (anna, dorte, bo)] == [False, False, False]


def test_the_week_shows_home_office_and_the_hours(
    offer: Callable[..., Arrangement], sign: Callable[..., None], as_: Browser, anna: Employee, bo: Employee
) -> None:
    from hjemmedag.apps.agreements import tasks
    from tests.conftest import TODAY

    arrangement = offer(anna, by=bo, first=TODAY, wanted_from=TODAY)
    sign(arrangement)
    tasks.begin_arrangements.call()
    page = text(as_(anna), "/")
    assert (page.count("Hjemme<"), page.count("Kontor<"), page.count("08:00–16:00")) == (2, 3, 5)


def test_hr_sees_counts_that_lead_to_their_lists(
    apply: Callable[..., Application], as_: Browser, anna: Employee, dorte: Employee
) -> None:
    apply(anna)
    page = text(as_(dorte), "/overblik/")
    assert "Er vi i orden?" in page
    assert 'href="/ansoegninger/"' in page


@pytest.mark.parametrize("key", sorted(load().rules))
def test_every_rule_has_its_page_and_its_panel(as_: Browser, carl: Employee, key: str) -> None:
    rule, browser = load().rule(key), as_(carl)
    assert rule.title.da in text(browser, f"/regler/{key}/")
    panel = browser.get(f"/regler/{key}/", headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in panel
    assert rule.title.da in panel


def test_why_ends_with_the_companys_own_contacts(as_: Browser, carl: Employee, company: Company) -> None:
    company.safety_contact = "Eva Test, lokal 12"
    company.save()
    assert "Eva Test, lokal 12" in text(as_(carl), "/regler/worktime.daily_rest/")


def test_a_rule_is_shown_as_of_any_date_and_says_when_it_knows_no_value(as_: Browser, carl: Employee) -> None:
    browser = as_(carl)
    assert "7.300" in text(browser, "/regler/equipment.tax_deduction/?as_of=2025-06-01")
    assert "Vi kender ingen værdi" in text(browser, "/regler/equipment.tax_deduction/?as_of=2027-06-01")


def test_an_unknown_rule_is_not_found(as_: Browser, carl: Employee) -> None:
    assert as_(carl).get("/regler/worktime.naps/").status_code == 404


def test_hr_finds_people_arrangements_and_rules(
    offer: Callable[..., Arrangement], as_: Browser, anna: Employee, bo: Employee, dorte: Employee
) -> None:
    arrangement = offer(anna, by=bo)
    page = text(as_(dorte), "/soeg/?q=ANNA")
    assert f"/mennesker/{anna.pk}/" in page
    assert f"/ordninger/{arrangement.pk}/" in page
    assert "/regler/worktime.daily_rest/" in text(as_(dorte), "/soeg/?q=hvile")


def test_an_employee_finds_rules_but_no_other_people(as_: Browser, anna: Employee, carl: Employee) -> None:
    assert f"/mennesker/{anna.pk}/" not in text(as_(carl), "/soeg/?q=anna")


@pytest.mark.parametrize("words", ["", "a", "%", "_" * 200, "'; drop table", "æøå"])
def test_odd_words_are_no_server_error(as_: Browser, dorte: Employee, words: str) -> None:
    assert as_(dorte).get("/soeg/", {"q": words}).status_code == 200


@pytest.mark.parametrize("page", ["/soeg/?q=%00an", "/mennesker/?q=an%00", "/ordninger/?status=%00", "/regler/%00/"])
def test_a_nul_character_in_the_address_is_refused_before_any_database_sees_it(
    as_: Browser, dorte: Employee, page: str
) -> None:
    assert as_(dorte).get(page).status_code == 400


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "2026-02-30", "i går"])
def test_a_day_that_cannot_be_meant_is_today(as_: Browser, dorte: Employee, day: str) -> None:
    browser = as_(dorte)
    for page in ("/ordninger/", "/mennesker/", "/regler/worktime.daily_rest/"):
        assert browser.get(page, {"as_of": day}).status_code == 200


def test_an_agreement_that_three_people_owe_is_missing_once(
    as_: Browser, hire: Callable[..., Employee], dorte: Employee
) -> None:
    from hjemmedag.apps.overview.queries.order import order
    from hjemmedag.apps.people.models import AgreementProfile
    from hjemmedag.core.people.roles import Role
    from tests.conftest import TODAY

    for name in ("Hanne", "Helle"):
        hire(name, role=Role.HR)
    AgreementProfile.objects.create(name="HK Test")
    subjects = {row.url: (row.good, row.missing, row.late) for row in order(TODAY).subjects}
    assert subjects["/overenskomster/"] == (0, 1, 0)


def test_the_auditor_reads_the_history_and_hr_does_not(
    apply: Callable[..., Application], as_: Browser, anna: Employee, jens: Employee, dorte: Employee
) -> None:
    apply(anna)
    assert "sendte en ansøgning" in text(as_(jens), "/historik/")
    assert as_(dorte).get("/historik/").status_code == 403


def test_the_applications_list_costs_the_same_for_three_as_for_one(
    apply: Callable[..., Application], hire: Callable[..., Employee], as_: Browser, bo: Employee
) -> None:
    counts = []
    for name in ("Per", "Pia", "Pil"):
        apply(hire(name, manager=bo))
        browser = as_(bo)
        with CaptureQueriesContext(connection) as asked:
            text(browser, "/ansoegninger/")
        counts.append(len(asked))
    assert counts == [counts[0]] * 3
    assert counts[0] <= 12


def test_the_arrangements_list_costs_the_same_for_three_as_for_one(
    offer: Callable[..., Arrangement], hire: Callable[..., Employee], as_: Browser, bo: Employee
) -> None:
    counts = []
    for name in ("Per", "Pia", "Pil"):
        offer(hire(name, manager=bo), by=bo)
        browser = as_(bo)
        with CaptureQueriesContext(connection) as asked:
            text(browser, "/ordninger/")
        counts.append(len(asked))
    assert counts == [counts[0]] * 3
    assert counts[0] <= 12


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_list_can_be_kept_as_a_file(
    offer: Callable[..., Arrangement], as_: Browser, anna: Employee, bo: Employee, ending: str
) -> None:
    from hjemmedag.adapters.spreadsheets import read

    offer(anna, by=bo)
    answer = as_(bo).get(f"/ordninger/?format={ending}")
    assert answer["Content-Disposition"] == f'attachment; filename="ordninger-2026-11-23.{ending}"'
    table = read(answer.content)
    assert [row.cells[:2] for row in table.rows] == [("Anna Test", "2 dage om ugen")]


def test_a_fragment_asked_for_after_the_session_ran_out_sends_the_whole_page_to_sign_in(client: Client) -> None:
    answer = client.get("/regler/worktime.daily_rest/", headers={"HX-Request": "true"})
    assert (answer.status_code, answer["HX-Redirect"], answer.content) == (204, "/konto/log-ind/", b"")
