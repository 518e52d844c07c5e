"""An offer that nobody signs runs out and can be made again; one that says what is no longer so is started over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pytest
from django.utils import translation

from hjemmedag.apps.agreements import actions, duties, queries, tasks
from hjemmedag.apps.agreements.models import Addendum, Arrangement, OfferPractice
from hjemmedag.apps.audit import queries as audit
from hjemmedag.apps.documents import actions as papers
from hjemmedag.apps.documents import queries as documents
from hjemmedag.apps.documents.models import Closing, Revision, Signature
from hjemmedag.apps.outbox.models import Message
from hjemmedag.apps.people import actions as people
from hjemmedag.apps.people.models import Absence, Employee, RoleGrant
from hjemmedag.apps.policy.models import PolicyVersion
from hjemmedag.core.agreements.pattern import Pattern, Window
from hjemmedag.core.agreements.status import Status
from hjemmedag.core.duties import Scope
from hjemmedag.core.people.homes import Address
from hjemmedag.core.refusals import Refused, Stale
from hjemmedag.rulebook.load import load
from tests.conftest import NOW, TODAY

Offer = Callable[..., Arrangement]
FIRST = date(2026, 12, 1)
ROW = {"now": NOW, "today": TODAY, "rulebook": load()}


def sign_as(document: int, signer: int, now: datetime = NOW) -> None:
    papers.sign(
        document=document,
        signer=signer,
        expected_sha256=Revision.objects.filter(document=document).latest("number").sha256,
        authenticated=["password", "totp"],
        now=now,
    )


def sign_all(document: int, now: datetime = NOW) -> None:
    while (signer := documents.state(document).signer) is not None:
        sign_as(document, signer, now)


def new_version(dorte: Employee, starts: date) -> PolicyVersion:
    return PolicyVersion.objects.create(
        number=2, effective_from=starts, published_at=NOW, published_by=dorte, created_at=NOW, notice_months=2
    )


def later(clock: object, days: int) -> tuple[date, datetime]:
    moment = NOW + timedelta(days=days)
    clock.move_to(moment)  # type: ignore[attr-defined]
    return moment.date(), moment


@pytest.fixture
def waiting(anna: Employee, bo: Employee, offer: Offer) -> Arrangement:
    return offer(anna, by=bo, first=FIRST)


def document_of(arrangement: Arrangement) -> int:
    return queries.documents_of(arrangement)[-1]


def kinds(arrangement: Arrangement) -> list[str]:
    closed = Closing.objects.filter(document__in=queries.documents_of(arrangement))
    return list(closed.order_by("id").values_list("kind", flat=True))


def test_an_offer_stands_through_its_last_day_and_runs_out_the_day_after(waiting: Arrangement, clock: object) -> None:
    last, _moment = later(clock, 21)
    assert Addendum.objects.get().open_until == last
    assert (tasks.mend_offers.call(), kinds(waiting)) == (0, [])
    today, _moment = later(clock, 22)
    assert (tasks.mend_offers.call(), kinds(waiting)) == (1, ["expired"])
    assert queries.standing(waiting, last).status is Status.WAITING
    assert queries.standing(waiting, today).status is Status.STOPPED
    assert tasks.mend_offers.call() == 0
    told = Message.objects.filter(template="documents/mail/closed").values_list("recipient", flat=True)
    assert waiting.employee_id in told
    with translation.override("en"), pytest.raises(Refused, match="not signed in time"):
        sign_as(document_of(waiting), waiting.employee_id)


def test_no_time_runs_out_during_leave_and_it_begins_anew_afterwards(waiting: Arrangement, clock: object) -> None:
    last, back = TODAY + timedelta(days=20), TODAY + timedelta(days=40)
    Absence.objects.create(employee=waiting.employee, kind="other", leave=True, starts=last, ends=back)
    for days in (22, 39, 54):
        later(clock, days)
        assert (tasks.mend_offers.call(), kinds(waiting)) == (0, [])
    later(clock, 55)
    assert (tasks.mend_offers.call(), kinds(waiting)) == (1, ["expired"])


def test_once_the_employee_has_signed_no_time_runs(waiting: Arrangement, clock: object) -> None:
    sign_as(document_of(waiting), waiting.employee_id)
    later(clock, 60)
    assert tasks.mend_offers.call() == 0
    with pytest.raises(Refused):
        papers.expire(document=document_of(waiting), reason="For sent.", now=NOW)


def test_the_company_chooses_another_time_and_offers_already_made_keep_theirs(
    waiting: Arrangement, hire: Callable[..., Employee], bo: Employee, dorte: Employee, offer: Offer
) -> None:
    actions.choose_practice(days=30, window_days=14, particulars=False, revision=0, actor=dorte.pk, now=NOW)
    offer(hire("Lis", manager=bo), by=bo)
    stands = Addendum.objects.order_by("id").values_list("open_until", flat=True)
    assert list(stands) == [TODAY + timedelta(days=21), TODAY + timedelta(days=30)]
    with pytest.raises(Stale):
        actions.choose_practice(days=10, window_days=14, particulars=False, revision=0, actor=dorte.pk, now=NOW)
    assert OfferPractice.objects.get().days == 30


def test_the_duty_is_due_no_later_than_the_last_day_of_the_offer(anna: Employee, bo: Employee, offer: Offer) -> None:
    offer(anna, by=bo, first=date(2027, 2, 1))
    due = [duty.due for duty in duties.due(Scope(anna.pk), TODAY) if duty.kind == "agreements.sign"]
    assert due == [TODAY + timedelta(days=21)]


def test_what_was_declined_is_offered_again_on_the_same_arrangement(
    waiting: Arrangement, anna: Employee, bo: Employee
) -> None:
    papers.decline(document=document_of(waiting), actor=anna.pk, reason="Datoen passer ikke.", now=NOW)
    assert queries.standing(waiting, TODAY).status is Status.STOPPED
    actions.offer_again(arrangement=waiting.pk, actor=bo.pk, effective_on=date(2027, 1, 4), **ROW)
    standing = queries.standing(waiting, TODAY)
    assert (standing.status, standing.terms.starts) == (Status.WAITING, date(2027, 1, 4))
    letter = Message.objects.filter(template="agreements/mail/offered").latest("id")
    assert (letter.recipient, letter.facts["because"]) == (anna.pk, "again")
    sign_all(document_of(waiting))
    assert queries.standing(waiting, date(2027, 1, 4)).status is Status.AGREED
    assert kinds(waiting) == ["declined"]
    assert list(queries.of_status(Arrangement.objects.all(), Status.AGREED, TODAY)) == [waiting]


@pytest.mark.parametrize("closed", [False, True])
def test_the_status_of_one_and_of_many_agree_after_an_offer_made_again(
    waiting: Arrangement, anna: Employee, bo: Employee, closed: bool
) -> None:
    papers.decline(document=document_of(waiting), actor=anna.pk, reason="Nej.", now=NOW)
    actions.offer_again(arrangement=waiting.pk, actor=bo.pk, effective_on=FIRST, **ROW)
    if closed:
        papers.decline(document=document_of(waiting), actor=anna.pk, reason="Stadig nej.", now=NOW)
    status = queries.standing(waiting, TODAY).status
    assert status is (Status.STOPPED if closed else Status.WAITING)
    everyone = Arrangement.objects.all()
    assert [one for one in Status if queries.of_status(everyone, one, TODAY).exists()] == [status]


def test_nothing_is_offered_again_beside_a_living_one_by_oneself_or_twice(
    waiting: Arrangement, anna: Employee, bo: Employee
) -> None:
    with pytest.raises(Refused):
        actions.offer_again(arrangement=waiting.pk, actor=bo.pk, effective_on=FIRST, **ROW)
    papers.decline(document=document_of(waiting), actor=anna.pk, reason="Nej.", now=NOW)
    with pytest.raises(Refused):
        actions.offer_again(arrangement=waiting.pk, actor=anna.pk, effective_on=FIRST, **ROW)
    actions.offer_again(arrangement=waiting.pk, actor=bo.pk, effective_on=FIRST, **ROW)
    with pytest.raises(Refused):
        actions.offer_again(arrangement=waiting.pk, actor=bo.pk, effective_on=FIRST, **ROW)
    assert Addendum.objects.count() == 2


def test_a_new_policy_before_the_first_day_starts_a_half_signed_one_over_and_keeps_the_signature(
    waiting: Arrangement, anna: Employee, dorte: Employee
) -> None:
    old = document_of(waiting)
    sign_as(old, anna.pk)
    assert tasks.mend_offers.call() == 0
    version = new_version(dorte, FIRST)
    assert tasks.mend_offers.call() == 1
    new = document_of(waiting)
    standing = queries.standing(waiting, TODAY)
    assert (standing.awaited, standing.signer) == (new, anna.pk)
    assert (standing.terms.policy_version_id, standing.terms.notice_months) == (version.pk, 2)
    assert kinds(waiting) == ["replaced"]
    assert Signature.objects.filter(party__document=old, party__signer=anna).count() == 1
    with translation.override("en"), pytest.raises(Refused, match="Sign the new one"):
        sign_as(old, dorte.pk)
    letter = Message.objects.filter(template="agreements/mail/offered").latest("id")
    assert letter.facts["why"] == "En nyere version af politikken gælder på den første dag."
    assert tasks.mend_offers.call() == 0


def test_a_policy_that_begins_after_the_first_day_changes_nothing(waiting: Arrangement, dorte: Employee) -> None:
    new_version(dorte, FIRST + timedelta(days=1))
    assert (queries.stale(TODAY), tasks.mend_offers.call()) == ([], 0)


def test_a_move_before_the_first_day_starts_signing_over_with_the_new_address(
    waiting: Arrangement, anna: Employee
) -> None:
    home = Address("Nyvej 7", "8200", "Aarhus N")
    people.set_home(employee=anna.pk, address=home, starts=FIRST, actor=anna.pk, now=NOW)
    [stale] = queries.stale(TODAY)
    assert [one.value for one in stale.changed] == ["home"]
    tasks.mend_offers.call()
    assert queries.standing(waiting, TODAY).home == home
    assert queries.stale(TODAY) == []


def test_when_the_signer_leaves_another_one_takes_their_place(
    waiting: Arrangement, anna: Employee, dorte: Employee, hire: Callable[..., Employee]
) -> None:
    other = hire("Karen", team="HR", role="hr")
    sign_as(document_of(waiting), anna.pk)
    RoleGrant.objects.filter(employee=dorte).update(ends=TODAY)
    assert [one.value for one in queries.stale(TODAY)[0].changed] == ["signer"]
    tasks.mend_offers.call()
    sign_all(document_of(waiting))
    signed = Signature.objects.filter(party__document=document_of(waiting)).order_by("id")
    assert [one.party.signer_id for one in signed] == [anna.pk, other.pk]


def test_where_nobody_can_sign_the_offer_lapses_and_says_why(waiting: Arrangement, dorte: Employee) -> None:
    RoleGrant.objects.filter(employee=dorte).update(ends=TODAY)
    tasks.mend_offers.call()
    closing = Closing.objects.get()
    assert (closing.kind, closing.by) == ("lapsed", None)
    assert closing.reason.startswith("Den, der skulle underskrive for arbejdsgiveren, kan det ikke længere.")
    assert queries.standing(waiting, TODAY).status is Status.STOPPED


def test_changed_terms_that_wait_are_started_over_and_the_old_ones_hold(
    anna: Employee, bo: Employee, dorte: Employee, offer: Offer, sign: Callable[..., None]
) -> None:
    living = offer(anna, by=bo, first=TODAY)
    sign(living)
    actions.start(arrangement=living.pk, on=TODAY, actor=None, now=NOW)
    hours = dict.fromkeys(range(5), Window(time(8), time(16)))
    pattern = Pattern(remote=False, cycle_weeks=1, home_days=frozenset({1, 2, 3}), hours=hours)
    change = actions.ask_for_change(
        arrangement=living.pk, wanted=actions.Wanted(pattern, FIRST, exception="Barnet."), actor=anna.pk, **ROW
    )
    actions.approve_change(amendment=change.pk, actor=bo.pk, reason="Ja.", effective_on=FIRST, **ROW)
    new_version(dorte, FIRST)
    assert tasks.mend_offers.call() == 1
    change.refresh_from_db()
    standing = queries.standing(living, FIRST)
    assert standing.terms.home_days == [0, 4]
    assert change.terms is not None
    assert (change.terms.home_days, change.terms.addendum.document_id) == ([1, 2, 3], standing.awaited)
    assert list(audit.changed_rows()) == []
    sign_all(document_of(living))
    assert queries.standing(living, FIRST).terms.home_days == [1, 2, 3]


def test_what_stands_still_costs_the_same_for_one_and_for_three(
    waiting: Arrangement,
    hire: Callable[..., Employee],
    bo: Employee,
    offer: Offer,
    django_assert_num_queries: Callable[..., object],
) -> None:
    with django_assert_num_queries(5):  # type: ignore[attr-defined]
        queries.stale(TODAY)
    for name in ("Lis", "Ole"):
        offer(hire(name, manager=bo), by=bo)
    with django_assert_num_queries(5):  # type: ignore[attr-defined]
        queries.stale(TODAY)
