"""The versions, and reading them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from hjemmedag.apps.people.models import Employee
from hjemmedag.apps.policy import actions
from hjemmedag.apps.policy.models import Clause, Provision
from tests.apps.policy.conftest import As, Begin, Publish, questions
from tests.conftest import NOW, TODAY


def test_hr_and_the_auditor_see_the_versions(
    as_: As, publish: Publish, dorte: Employee, jens: Employee, anna: Employee, bo: Employee, carl: Employee
) -> None:
    publish()
    answers = {person.first_name: as_(person).get("/politik/").status_code for person in (dorte, jens, anna, bo, carl)}
    assert answers == {"Dorte": 200, "Jens": 200, "Anna": 403, "Bo": 403, "Carl": 403}


def test_the_list_shows_the_draft_to_those_who_write_it_only(
    as_: As, publish: Publish, begin: Begin, dorte: Employee, jens: Employee
) -> None:
    publish()
    begin()
    assert [row.version.number for row in as_(dorte).get("/politik/").context["rows"]] == [1]
    assert as_(dorte).get("/politik/").context["draft"] is not None
    assert as_(jens).get("/politik/").context["draft"] is None


def test_the_list_costs_the_same_for_one_version_and_three(as_: As, publish: Publish, dorte: Employee) -> None:
    browser = as_(dorte)
    publish()
    one = questions(browser, "/politik/")
    for _ in range(2):
        publish()
    assert questions(browser, "/politik/") == one <= 12


def test_an_employee_reads_the_version_in_force_today(as_: As, publish: Publish, anna: Employee) -> None:
    publish(TODAY)
    publish(TODAY + timedelta(1))
    assert as_(anna).get("/politik/gaeldende/").context["version"].number == 1


def test_the_coming_version_takes_over_on_its_day(as_: As, publish: Publish, anna: Employee, clock: Any) -> None:
    publish(TODAY)
    publish(TODAY + timedelta(1))
    clock.move_to(NOW + timedelta(days=1))
    assert as_(anna).get("/politik/gaeldende/").context["version"].number == 2


def test_before_the_first_version_the_page_says_so(as_: As, begin: Begin, anna: Employee) -> None:
    begin()
    answer = as_(anna).get("/politik/gaeldende/")
    assert (answer.status_code, "No policy is in force yet" in answer.text) == (200, True)


def test_everyone_reads_former_versions_and_nobody_one_that_is_not_there(
    as_: As, publish: Publish, carl: Employee
) -> None:
    publish()
    publish()
    browser = as_(carl)
    assert [browser.get(f"/politik/{number}/").status_code for number in (1, 2, 3)] == [200, 200, 404]


def test_the_other_language_can_be_read(as_: As, publish: Publish, anna: Employee) -> None:
    publish()
    browser = as_(anna)
    headings = {
        language: browser.get(f"/politik/1/?sprog={language}").context["paragraphs"][0]["heading"]
        for language in ("da", "en", "xx")
    }
    assert headings == {"da": "En frivillig ordning", "en": "A voluntary arrangement", "xx": "A voluntary arrangement"}


def test_what_people_wrote_is_never_taken_for_markup(as_: As, publish: Publish, anna: Employee) -> None:
    version = publish()
    Clause.objects.filter(version=version, key="equality").update(
        heading_en="<b>Equal</b>", text_en="One <script>alert(1)</script>\n\nTwo"
    )
    page = as_(anna).get("/politik/1/").text
    assert "<h2>&lt;b&gt;Equal&lt;/b&gt;</h2><p>One &lt;script&gt;alert(1)&lt;/script&gt;</p>\n\n<p>Two</p>" in page
    assert "<script>alert" not in page


def test_the_page_asks_for_a_receipt_until_it_is_given(as_: As, publish: Publish, anna: Employee) -> None:
    version = publish()
    browser = as_(anna)
    before = browser.get("/politik/gaeldende/").context
    assert (before["may_confirm"], before["due"]) == (True, TODAY + timedelta(14))
    actions.confirm(version=version.pk, employee=anna.pk, today=TODAY, now=NOW)
    after = browser.get("/politik/gaeldende/").context
    assert (after["may_confirm"], after["due"], after["receipt"].at) == (False, None, NOW)


def test_someone_from_outside_reads_without_being_asked(as_: As, publish: Publish, jens: Employee) -> None:
    publish()
    for employment in jens.employments.all():
        employment.terms.all().delete()
        employment.delete()
    assert as_(jens).get("/politik/gaeldende/").context["may_confirm"] is False


def test_reading_costs_few_queries(as_: As, publish: Publish, anna: Employee) -> None:
    publish()
    assert questions(as_(anna), "/politik/gaeldende/") <= 12


def test_who_has_read_an_earlier_version_is_shown_what_changed_first(
    as_: As, publish: Publish, anna: Employee, bo: Employee
) -> None:
    first = publish()
    actions.confirm(version=first.pk, employee=anna.pk, today=TODAY, now=NOW)
    Clause.objects.filter(version=publish(), key="equality").update(text_en="Pay is the same.")
    answer = as_(anna).get("/politik/gaeldende/")
    assert [(row["heading"], row["change"]) for row in answer.context["changes"]] == [
        ("The same terms at home and at the workplace", "changed")
    ]
    assert ("What has changed since version 1" in answer.text, "I have read the changes" in answer.text) == (True, True)
    assert "What has changed since" not in as_(bo).get("/politik/gaeldende/").text


def test_what_changed_in_who_provides_what_is_shown_too(as_: As, publish: Publish, anna: Employee) -> None:
    actions.confirm(version=publish().pk, employee=anna.pk, today=TODAY, now=NOW)
    Provision.objects.filter(version=publish(), key="internet").update(provider="shared")
    answer = as_(anna).get("/politik/gaeldende/")
    assert (answer.context["changes"], "No clause has changed." in answer.text) == ([], False)
    assert [(row["heading"], row["change"]) for row in answer.context["provided_changes"]] == [("Internet", "changed")]


def test_a_version_that_changes_no_clause_says_so(as_: As, publish: Publish, anna: Employee) -> None:
    actions.confirm(version=publish().pk, employee=anna.pk, today=TODAY, now=NOW)
    publish()
    assert "No clause has changed." in as_(anna).get("/politik/gaeldende/").text


def test_the_terms_stand_under_their_clause(as_: As, publish: Publish, anna: Employee) -> None:
    publish()
    paragraphs = {one["key"]: one for one in as_(anna).get("/politik/gaeldende/?sprog=da").context["paragraphs"]}
    assert paragraphs["breaks_and_rest"]["terms"] == [
        "Daglig hvile, mindst: 11 timer",
        "Længst mellem to fridøgn: 6 døgn",
        "Ret til pause ved en arbejdsdag over: 6 timer",
    ]
