"""Pages of offers: what happened to one that nobody signed, offering it again, addenda for many, the time to sign."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest

from hjemmedag.apps.agreements import actions, queries, tasks
from hjemmedag.apps.agreements.models import Arrangement, Batch, OfferPractice
from hjemmedag.apps.documents import actions as papers
from hjemmedag.apps.people.models import Employee
from hjemmedag.apps.policy.models import PolicyVersion
from tests.conftest import NOW, TODAY

if TYPE_CHECKING:
    from django.test import Client

As = Callable[[Employee], "Client"]


@pytest.fixture
def declined(anna: Employee, bo: Employee, offer: Callable[..., Arrangement]) -> Arrangement:
    arrangement = offer(anna, by=bo)
    [document] = queries.documents_of(arrangement)
    papers.decline(document=document, actor=anna.pk, reason="Datoen passer ikke.", now=NOW)
    return arrangement


def test_both_sides_read_what_happened_and_what_they_can_do(
    declined: Arrangement, as_: As, anna: Employee, bo: Employee
) -> None:
    for url in (f"/ordninger/{declined.pk}/", f"/ansoegninger/{declined.application_id}/"):
        hers, his = (as_(person).get(url).content.decode() for person in (anna, bo))
        for page in (hers, his):
            assert "Tillægget blev ikke underskrevet" in page
            assert "Datoen passer ikke." in page
        assert ("Søg om noget andet" in hers, "Tilbyd det igen" in hers) == (True, False)
        assert ("Søg om noget andet" in his, "Tilbyd det igen" in his) == (False, True)


def test_the_manager_offers_it_again_and_the_note_is_gone(declined: Arrangement, as_: As, bo: Employee) -> None:
    browser, url = as_(bo), f"/ordninger/{declined.pk}/tilbud/"
    assert browser.post(url, {"effective_on": "2026-11-01"}).status_code == 200
    assert queries.standing(declined, TODAY).living is False
    assert browser.post(url, {"effective_on": "2027-01-04"}).status_code == 302
    assert queries.standing(declined, TODAY).terms.starts == date(2027, 1, 4)
    assert "Tillægget blev ikke underskrevet" not in browser.get(f"/ordninger/{declined.pk}/").content.decode()
    again = browser.post(url, {"effective_on": "2027-01-04"})
    assert (again.status_code, "Kun den seneste ordning" in again.content.decode()) == (200, True)


def test_hr_sends_to_many_and_sees_how_far_it_is(
    anna: Employee,
    bo: Employee,
    dorte: Employee,
    offer: Callable[..., Arrangement],
    sign: Callable[..., None],
    as_: As,
) -> None:
    arrangement = offer(anna, by=bo, first=TODAY)
    sign(arrangement)
    actions.start(arrangement=arrangement.pk, on=TODAY, actor=None, now=NOW)
    browser, url = as_(dorte), "/ordninger/udsendelser/"
    nothing = browser.post(url, {"effective_on": "2026-12-14"})
    assert "Ingen her arbejder under en ældre version" in nothing.content.decode()
    PolicyVersion.objects.create(
        number=2, effective_from=TODAY, published_at=NOW, published_by=dorte, created_at=NOW, notice_months=2
    )
    answer = browser.post(url, {"effective_on": "2026-12-14"})
    batch = Batch.objects.get()
    assert answer["Location"] == f"{url}{batch.pk}/"
    before = browser.get(answer["Location"]).content.decode()
    assert ("hx-trigger" in before, "<progress" in before) == (True, True)
    tasks.make_batches.call()
    after = browser.get(answer["Location"]).content.decode()
    assert ("hx-trigger" in after, "1 tillæg er tilbudt" in after) == (False, True)


PRACTICE = {"particulars": "addendum", "days": "30", "window_days": "14", "revision": "0"}


def test_the_time_to_sign_is_hrs_choice_within_bounds(as_: As, dorte: Employee) -> None:
    browser, url = as_(dorte), "/ordninger/underskriftsfrist/"
    assert 'value="21"' in browser.get(url).content.decode()
    for days in ("6", "91"):
        assert browser.post(url, PRACTICE | {"days": days}).status_code == 200
    assert browser.post(url, PRACTICE).status_code == 302
    assert browser.post(url, PRACTICE | {"days": "40"}).status_code == 200
    assert OfferPractice.objects.get().days == 30


def test_the_window_for_changes_is_hrs_choice_within_bounds(
    as_: As, anna: Employee, bo: Employee, dorte: Employee, offer: Callable[..., Arrangement], sign: Callable[..., None]
) -> None:
    arrangement = offer(anna, by=bo, first=TODAY)
    sign(arrangement)
    actions.start(arrangement=arrangement.pk, on=TODAY, actor=None, now=NOW)
    asking = f"/ordninger/{arrangement.pk}/aendring/"
    browser, url = as_(dorte), "/ordninger/underskriftsfrist/"
    assert "Vinduet for ændringer åbner" in as_(anna).get(asking).content.decode()
    for days in ("0", "91", ""):
        assert browser.post(url, PRACTICE | {"window_days": days}).status_code == 200
    assert browser.post(url, PRACTICE | {"window_days": "60"}).status_code == 302
    assert 'value="60"' in browser.get(url).content.decode()
    assert "Vinduet for ændringer er åbent" in as_(anna).get(asking).content.decode()
