"""Underskrift: reading, signing, saying no."""

import pytest
from django.urls import reverse

from hjemmedag.apps.documents import queries
from hjemmedag.apps.documents.models import Signature


@pytest.fixture
def page(offered):
    return reverse("documents:signature", args=[offered.pk])


def test_anna_sees_the_words_she_signs_and_the_fingerprint_of_the_file(as_, anna, page, offered):
    shown = as_(anna).get(page).content.decode()
    assert "Jeg har læst kontrakttillægget og accepterer det." in shown
    assert offered.sha256 in shown


def test_anna_signs_with_one_press(as_, anna, page, offered):
    response = as_(anna).post(page, {"sha256": offered.sha256})
    assert (response.status_code, response.url) == (302, reverse("documents:document", args=[offered.pk]))
    assert Signature.objects.get().party.signer == anna


def test_a_second_press_says_kindly_that_once_is_enough(as_, anna, page, offered, clock):
    browser = as_(anna)
    browser.post(page, {"sha256": offered.sha256})
    clock.shift(1)
    response = browser.post(page, {"sha256": offered.sha256}, follow=True)
    assert Signature.objects.count() == 1
    assert [message.level_tag for message in response.context["messages"]] == ["success", "info"]


def test_a_stale_fingerprint_sends_one_back_to_read_again(as_, anna, page):
    response = as_(anna).post(page, {"sha256": "0" * 64})
    assert (response.status_code, response.url) == (302, page)
    assert Signature.objects.count() == 0


def test_dorte_is_told_that_anna_signs_first(as_, dorte, page, offered):
    response = as_(dorte).get(page)
    assert response.url == reverse("documents:document", args=[offered.pk])


@pytest.mark.parametrize("stranger", ["bo", "carl", "gry", "hans", "jens"])
def test_for_strangers_the_page_does_not_exist(as_, request, stranger, page):
    assert as_(request.getfixturevalue(stranger)).get(page).status_code == 404


def test_without_a_recent_proof_one_is_asked_for_it_first(as_, anna, page, offered):
    browser = as_(anna)
    session = browser.session
    session["account_authentication_methods"] = [{"method": "password", "at": 0}]
    session["account_authentication_methods_user"] = str(anna.pk)
    session.save()
    assert browser.post(page, {"sha256": offered.sha256}).url == f"{reverse('people:proof')}?next={page}"
    assert Signature.objects.count() == 0


def test_saying_no_needs_a_reason_and_closes_the_document(as_, anna, offered):
    page = reverse("documents:refusal", args=[offered.pk])
    browser = as_(anna)
    assert browser.post(page, {"reason": " "}).status_code == 200
    browser.post(page, {"reason": "Dagene passer ikke"})
    assert queries.state(offered.pk).standing is queries.Standing.DECLINED
