"""Pages of the draft."""

from __future__ import annotations

import pytest

from hjemmedag.apps.people.models import Department, Employee, RoleGrant
from hjemmedag.apps.policy import queries
from hjemmedag.apps.policy.models import PolicyVersion
from hjemmedag.core.policy.notice import notice_words
from tests.apps.policy.conftest import As, Begin, Publish, questions
from tests.conftest import HIRED

PAGES = ("", "grundlag/", "visning/", "varsel/", "sletning/", "udgivelse/", "afsnit/", "afsnit/equality/")


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("page", [*PAGES, "afsnit/equality/fjernelse/"])
def test_the_draft_is_for_hr_of_the_whole_company(
    page: str, as_: As, begin: Begin, dorte: Employee, anna: Employee, bo: Employee, carl: Employee, jens: Employee
) -> None:
    begin()
    RoleGrant.objects.create(employee=carl, role="hr", starts=HIRED, department=Department.objects.get(name="HR"))
    answers = [as_(one).get(f"/politik/kladde/{page}").status_code for one in (anna, bo, carl, jens)]
    assert answers == [403, 403, 403, 403]
    assert as_(dorte).get(f"/politik/kladde/{page}", follow=True).status_code == 200


def test_a_first_draft_has_the_company_s_own_words(as_: As, dorte: Employee) -> None:
    asked = {"months": "3", "company_da": "Fjord ApS", "company_en": "Fjord Ltd", "contact_da": "Lønafdelingen"}
    answer = as_(dorte).post("/politik/kladde/grundlag/", asked)
    draft = queries.draft()
    assert (answer.headers["Location"], draft.notice_months) == ("/politik/kladde/", 3)
    texts = {clause.key: clause.text for clause in queries.clauses_of(draft)}
    assert ("Fjord ApS" in texts["voluntary"].da, "Fjord Ltd" in texts["voluntary"].en) == (True, True)
    assert ("Lønafdelingen" in texts["contacts"].da, "HR about the policy" in texts["contacts"].en) == (True, True)
    assert notice_words(3).en in texts["notice"].en


def test_a_notice_that_is_no_number_keeps_what_was_typed(as_: As, dorte: Employee) -> None:
    answer = as_(dorte).post("/politik/kladde/grundlag/", {"months": "to", "company_da": "Fjord ApS"})
    assert (answer.status_code, 'value="Fjord ApS"' in answer.text) == (200, True)
    assert queries.draft() is None


def test_a_new_version_begins_with_the_last_one(as_: As, publish: Publish, dorte: Employee) -> None:
    last = publish(months=2)
    as_(dorte).post("/politik/kladde/grundlag/", {"last": "1"})
    assert (queries.clauses_of(queries.draft()), queries.draft().notice_months) == (queries.clauses_of(last), 2)


def test_beginning_twice_leads_to_the_draft_that_is_there(as_: As, begin: Begin, dorte: Employee) -> None:
    begin()
    answer = as_(dorte).post("/politik/kladde/grundlag/", {"months": "1"})
    assert (answer.headers["Location"], PolicyVersion.objects.count()) == ("/politik/kladde/", 1)


def test_the_page_names_what_is_missing(as_: As, begin: Begin, dorte: Employee) -> None:
    draft = begin()
    draft.clauses.filter(key="voluntary").delete()
    draft.clauses.filter(key="equality").update(text_en="")
    page = words(as_(dorte).get("/politik/kladde/").text)
    assert "2 things are missing before it can be published." in page
    assert "The clause “A voluntary arrangement” is missing." in page
    assert "lacks a heading or text in English." in page
    assert "/politik/kladde/afsnit/?klar=voluntary" in page


def test_the_pages_cost_the_same_for_any_number_of_faults(as_: As, begin: Begin, dorte: Employee) -> None:
    browser, draft = as_(dorte), begin()
    for page in ("/politik/kladde/", "/politik/kladde/udgivelse/"):
        none = questions(browser, page)
        draft.clauses.first().delete()
        draft.clauses.filter(position__gt=10).delete()
        assert questions(browser, page) == none <= 12


def test_the_preview_reads_as_employees_will(as_: As, begin: Begin, dorte: Employee) -> None:
    begin()
    answer = as_(dorte).get("/politik/kladde/visning/?sprog=da")
    assert answer.context["paragraphs"][0]["heading"] == "En frivillig ordning"


def test_the_notice_is_changed(as_: As, begin: Begin, dorte: Employee) -> None:
    draft = begin()
    as_(dorte).post("/politik/kladde/varsel/", {"version": draft.pk, "revision": 1, "months": "2"})
    assert (queries.draft().notice_months, queries.draft().revision) == (2, 2)


@pytest.mark.parametrize("months", ["0", "13", "-1", "x"])
def test_a_notice_beyond_reason_is_asked_for_again(months: str, as_: As, begin: Begin, dorte: Employee) -> None:
    draft = begin()
    answer = as_(dorte).post("/politik/kladde/varsel/", {"version": draft.pk, "revision": 1, "months": months})
    assert (answer.status_code, queries.draft().notice_months) == (200, 1)


def test_the_draft_is_deleted_after_a_second_look(as_: As, begin: Begin, dorte: Employee) -> None:
    draft = begin()
    browser = as_(dorte)
    browser.get("/politik/kladde/sletning/")
    assert queries.draft() == draft
    answer = browser.post("/politik/kladde/sletning/", {"version": draft.pk, "revision": 1})
    assert (answer.headers["Location"], queries.draft()) == ("/politik/", None)


def test_without_a_draft_its_page_leads_to_the_versions(as_: As, dorte: Employee) -> None:
    assert as_(dorte).get("/politik/kladde/").headers["Location"] == "/politik/"
    assert as_(dorte).get("/politik/kladde/udgivelse/").status_code == 404
