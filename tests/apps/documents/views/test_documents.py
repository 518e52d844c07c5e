"""Dokumenter: the list and one document."""

import csv
from datetime import timedelta
from io import StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from hjemmedag.apps.documents import actions
from hjemmedag.apps.documents.models import Document
from tests.conftest import NOW

LIST = reverse("documents:documents")


@pytest.fixture
def of_carl(pdf, carl, dorte):
    """`of_carl(2)`: so many more documents, offered to Carl."""

    def of_carl(number):
        return [
            actions.offer(
                pdf=pdf,
                kind="addendum",
                language="en",
                title=f"Addendum {number}",
                about=carl.pk,
                parties=[("employee", carl.pk), ("employer", dorte.pk)],
                now=NOW - timedelta(days=number),
                actor=dorte.pk,
            )
            for number in range(1, number + 1)
        ]

    return of_carl


def titles(response):
    return [document.title for document in response.context["page"]]


def test_anna_sees_her_own_and_hr_sees_all_newest_first(as_, anna, dorte, bo, offered, of_carl):
    of_carl(2)
    assert titles(as_(anna).get(LIST)) == [offered.title]
    assert titles(as_(dorte).get(LIST)) == [offered.title, "Addendum 1", "Addendum 2"]
    assert titles(as_(bo).get(LIST)) == []


def test_the_list_costs_the_same_with_one_row_as_with_three(as_, dorte, offered, of_carl):
    browser = as_(dorte)
    counts = []
    for more in (0, 2):
        of_carl(more)
        with CaptureQueriesContext(connection) as counted:
            browser.get(LIST)
        counts.append(len(counted))
    assert counts[0] == counts[1]
    assert counts[0] <= 12


def test_a_document_costs_twelve_queries_at_most(as_, anna, dorte, offered, sign):
    sign(offered, anna)
    sign(offered, dorte)
    browser = as_(dorte)
    for page in ("document", "signature"):
        with CaptureQueriesContext(connection) as counted:
            browser.get(reverse(f"documents:{page}", args=[offered.pk]))
        assert len(counted) <= 12


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"q": "carl"}, ["Addendum 1"]),
        ({"q": "TILLÆG anna"}, ["Tillæg om hjemmearbejde for Anna Test"]),
        ({"q": "ingen"}, []),
        ({"tilstand": "complete"}, []),
        ({"tilstand": "closed"}, ["Addendum 1"]),
        ({"tilstand": "waiting"}, ["Tillæg om hjemmearbejde for Anna Test"]),
        ({"tilstand": "vrøvl", "q": "addendum"}, ["Addendum 1"]),
    ],
)
def test_the_list_is_searched_and_narrowed(as_, dorte, carl, offered, of_carl, asked, found):
    (other,) = of_carl(1)
    actions.decline(document=other.pk, actor=carl.pk, reason="Nej", now=NOW)
    assert titles(as_(dorte).get(LIST, asked)) == found


def test_the_list_as_a_file_holds_what_is_shown(as_, dorte, offered, of_carl):
    of_carl(2)
    content = as_(dorte).get(LIST, {"q": "anna", "format": "csv"}).content.decode("utf-8-sig")
    rows = list(csv.reader(StringIO(content), delimiter=";"))
    assert [row[:2] for row in rows[1:]] == [[offered.title, "Anna Test"]]


def test_evidence_stands_with_its_document_and_not_in_the_list(as_, anna, dorte, offered, sign):
    sign(offered, anna)
    sign(offered, dorte)
    evidence = Document.objects.get(kind="evidence")
    assert titles(as_(dorte).get(LIST)) == [offered.title]
    shown = as_(anna).get(reverse("documents:document", args=[offered.pk])).content.decode()
    assert reverse("documents:file", args=[evidence.pk]) in shown


@pytest.mark.parametrize("person", ["anna", "dorte"])
@pytest.mark.parametrize("page", ["document", "file", "held_check"])
def test_the_parties_may_open_it(as_, request, offered, person, page):
    assert as_(request.getfixturevalue(person)).get(reverse(f"documents:{page}", args=[offered.pk])).status_code == 200


@pytest.mark.parametrize("person", ["bo", "carl", "eva", "finn", "gry", "hans", "ida", "jens"])
@pytest.mark.parametrize("page", ["document", "file", "held_check", "refusal", "withdrawal", "signature"])
def test_for_everyone_else_it_does_not_exist(as_, request, offered, person, page):
    assert as_(request.getfixturevalue(person)).get(reverse(f"documents:{page}", args=[offered.pk])).status_code == 404


def test_hr_for_one_unit_may_not_open_it(as_, carl, offered):
    from hjemmedag.apps.people.models import Department, RoleGrant
    from tests.conftest import HIRED

    RoleGrant.objects.create(
        employee=carl, role="hr", department=Department.objects.get(name="Udvikling"), starts=HIRED
    )
    assert as_(carl).get(reverse("documents:document", args=[offered.pk])).status_code == 404


def test_evidence_is_open_to_the_parties_and_closed_to_others(as_, anna, dorte, bo, offered, sign):
    sign(offered, anna)
    sign(offered, dorte)
    page = reverse("documents:document", args=[Document.objects.get(kind="evidence").pk])
    assert [as_(person).get(page).status_code for person in (anna, dorte, bo)] == [200, 200, 404]


def test_the_reason_of_a_refusal_stands_on_the_page(as_, anna, dorte, offered):
    actions.decline(document=offered.pk, actor=anna.pk, reason="Mandag passer ikke", now=NOW)
    shown = as_(dorte).get(reverse("documents:document", args=[offered.pk])).content.decode()
    assert "Anna Test har sagt nej" in shown
    assert "Mandag passer ikke" in shown


def test_only_the_company_may_take_a_document_back(as_, anna, dorte, offered):
    page = reverse("documents:withdrawal", args=[offered.pk])
    assert as_(anna).post(page, {"reason": "x"}).status_code == 403
    as_(dorte).post(page, {"reason": "Forkert dato"})
    assert offered.closing.reason == "Forkert dato"


def test_hr_is_offered_no_way_to_take_back_a_document_about_oneself(as_, anna, dorte, certificate, pdf):
    own = actions.offer(
        pdf=pdf,
        kind="addendum",
        language="da",
        title="Tillæg om hjemmearbejde for Dorte Test",
        about=dorte.pk,
        parties=[("employee", dorte.pk), ("employer", anna.pk)],
        now=NOW,
        actor=anna.pk,
    )
    page = reverse("documents:withdrawal", args=[own.pk])
    assert page not in as_(dorte).get(reverse("documents:document", args=[own.pk])).content.decode()
    assert [as_(dorte).get(page).status_code, as_(dorte).post(page, {"reason": "x"}).status_code] == [403, 403]
