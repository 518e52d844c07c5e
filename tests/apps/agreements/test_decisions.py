"""Answering an application."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta

import pytest
from django.utils import translation

from hjemmedag.apps.agreements import actions, queries
from hjemmedag.apps.agreements.models import Addendum, Application, Arrangement, Decision, Terms
from hjemmedag.apps.audit import queries as audit
from hjemmedag.apps.documents import queries as documents
from hjemmedag.apps.outbox.models import Message
from hjemmedag.apps.people.models import Company, Employee, EmploymentTerms, RoleGrant, SigningRight, Site
from hjemmedag.apps.policy.models import PolicyVersion
from hjemmedag.core.agreements.pattern import Pattern, Window
from hjemmedag.core.agreements.status import Status
from hjemmedag.core.refusals import Refused
from hjemmedag.rulebook.load import load
from tests.conftest import HIRED, NOW, TODAY

FIRST = date(2026, 12, 1)


def approve(application: Application, by: Employee, *, first: date = FIRST, reason: str = "Det passer.") -> Arrangement:
    return actions.approve(
        application=application.pk,
        actor=by.pk,
        reason=reason,
        effective_on=first,
        now=NOW,
        today=TODAY,
        rulebook=load(),
    )


def test_approving_makes_arrangement_terms_and_an_addendum_to_sign(
    offer: Callable[..., Arrangement], anna: Employee, bo: Employee, dorte: Employee
) -> None:
    arrangement = offer(anna, by=bo)
    standing = queries.standing(arrangement, TODAY)
    assert standing.status is Status.WAITING
    assert (standing.terms.starts, standing.terms.home_days, standing.terms.notice_months) == (FIRST, [0, 4], 1)
    [document] = queries.documents_of(arrangement)
    assert documents.state(document).signer == anna.pk
    assert documents.file_of(document)[:5] == b"%PDF-"
    assert (
        Message.objects.filter(recipient=anna.pk).values_list("template", flat=True).get() == "agreements/mail/offered"
    )
    assert list(audit.changed_rows()) == []


def test_refusing_gives_the_reason_to_the_employee(
    apply: Callable[..., Application], anna: Employee, bo: Employee
) -> None:
    actions.refuse(application=apply(anna).pk, actor=bo.pk, reason="  Teamet mangler folk i butikken. ", now=NOW)
    decision = Decision.objects.get()
    assert (decision.outcome, decision.reason) == ("refused", "Teamet mangler folk i butikken.")
    assert (
        Message.objects.filter(recipient=anna.pk).values_list("template", flat=True).get() == "agreements/mail/refused"
    )


@pytest.mark.parametrize("reason", ["", "   \n"])
def test_an_answer_without_a_reason_is_refused(
    apply: Callable[..., Application], anna: Employee, bo: Employee, reason: str
) -> None:
    with pytest.raises(Refused):
        actions.refuse(application=apply(anna).pk, actor=bo.pk, reason=reason, now=NOW)
    assert not Decision.objects.exists()


@pytest.mark.usefixtures("policy", "seal")
def test_an_addendum_may_take_effect_on_the_day_it_is_delivered_but_not_before(
    apply: Callable[..., Application], anna: Employee, bo: Employee
) -> None:
    application = apply(anna, wanted_from=TODAY)
    with pytest.raises(Refused):
        approve(application, bo, first=TODAY - timedelta(days=1))
    assert not Addendum.objects.exists()
    assert approve(application, bo, first=TODAY).terms.get().starts == TODAY


@pytest.mark.usefixtures("seal", "dorte")
def test_without_a_policy_nothing_can_be_approved(
    apply: Callable[..., Application], anna: Employee, bo: Employee
) -> None:
    with pytest.raises(Refused):
        approve(apply(anna), bo)
    assert not Decision.objects.exists()


@pytest.mark.usefixtures("policy", "seal")
@pytest.mark.parametrize(
    ("ends", "why"),
    [(TODAY, "The employment has ended"), (FIRST, "The employment ends before that day")],
    ids=["has ended", "ends the day before the first home day"],
)
def test_nothing_is_added_to_an_employment_that_is_over_by_then(
    apply: Callable[..., Application],
    anna: Employee,
    bo: Employee,
    dorte: Employee,
    policy: object,
    ends: date,
    why: str,
) -> None:
    application = apply(anna)
    anna.employments.update(ends=ends)
    with translation.override("en"), pytest.raises(Refused, match=why):
        approve(application, bo)
    assert (Decision.objects.count(), Arrangement.objects.count()) == (0, 0)


def test_an_arrangement_may_begin_on_the_last_day_of_an_employment(
    apply: Callable[..., Application], anna: Employee, bo: Employee, policy: object, seal: None
) -> None:
    application = apply(anna)
    anna.employments.update(ends=FIRST + timedelta(days=1))
    approve(application, bo)
    assert Terms.objects.get().starts == FIRST


@pytest.mark.parametrize("address", ["", "Aarhus", "8000 Aarhus C", "Havnegade 12"])
def test_without_the_whole_address_of_the_place_of_work_nothing_can_be_approved(
    address: str, apply: Callable[..., Application], anna: Employee, bo: Employee, policy: PolicyVersion, seal: None
) -> None:
    Site.objects.update(address=address)
    with translation.override("en"), pytest.raises(Refused, match="whole address of Aarhus"):
        approve(apply(anna), bo)
    Site.objects.update(address="Havnegade 12, 1. sal, 8000 Aarhus C, Danmark")
    assert approve(Application.objects.get(), bo).employee == anna


def test_without_a_place_of_work_nothing_can_be_approved(
    apply: Callable[..., Application], anna: Employee, bo: Employee, policy: PolicyVersion, seal: None
) -> None:
    EmploymentTerms.objects.update(site=None)
    with translation.override("en"), pytest.raises(Refused, match="Anna Test has no place of work"):
        approve(apply(anna), bo)


def test_without_anyone_to_sign_for_the_employer_nothing_can_be_approved(
    apply: Callable[..., Application], anna: Employee, bo: Employee
) -> None:
    RoleGrant.objects.all().delete()
    with pytest.raises(Refused):
        approve(apply(anna), bo)


@pytest.mark.usefixtures("policy", "seal")
def test_whoever_holds_the_right_on_the_day_signs_for_the_employer(
    apply: Callable[..., Application], anna: Employee, bo: Employee, carl: Employee
) -> None:
    SigningRight.objects.create(employee=bo, starts=HIRED, ends=TODAY)
    SigningRight.objects.create(employee=carl, starts=TODAY)
    arrangement = approve(apply(anna), bo)
    parties = Addendum.objects.get(terms__arrangement=arrangement).document.parties.values_list("signer", flat=True)
    assert list(parties) == [anna.pk, carl.pk]


def test_two_who_answer_at_once_give_one_answer(
    offer: Callable[..., Arrangement], anna: Employee, bo: Employee
) -> None:
    application = offer(anna, by=bo).application
    with pytest.raises(Refused):
        approve(application, bo)
    with pytest.raises(Refused):
        actions.refuse(application=application.pk, actor=bo.pk, reason="Nej", now=NOW)
    assert (Arrangement.objects.count(), Terms.objects.count(), Decision.objects.count()) == (1, 1, 1)


@pytest.mark.usefixtures("policy", "seal")
def test_nobody_answers_their_own_application(apply: Callable[..., Application], anna: Employee) -> None:
    with pytest.raises(Refused):
        approve(apply(anna), anna)


def test_there_is_no_second_arrangement_beside_a_living_one(
    offer: Callable[..., Arrangement], apply: Callable[..., Application], anna: Employee, bo: Employee
) -> None:
    offer(anna, by=bo)
    with pytest.raises(Refused):
        apply(anna)
    assert not queries.undecided().exists()


def test_the_address_agreed_is_ones_own_from_the_first_day_and_stays_what_was_signed(
    offer: Callable[..., Arrangement], anna: Employee, bo: Employee
) -> None:
    from hjemmedag.apps.people import actions as people
    from hjemmedag.apps.people.models import HomeAddress
    from hjemmedag.core.people.homes import Address

    arrangement = offer(anna, by=bo)
    assert list(HomeAddress.objects.values_list("street", "starts")) == [("Prøvevej 1", FIRST)]
    people.set_home(
        employee=anna.pk, address=Address("Nyvej 2", "8000", "Aarhus C"), starts=FIRST, actor=anna.pk, now=NOW
    )
    assert str(queries.standing(arrangement, FIRST).home) == "Prøvevej 1, 8000 Aarhus C"


@pytest.mark.usefixtures("policy", "seal")
def test_all_of_the_time_at_home_is_not_approved_where_the_agreement_area_lets_only_a_part(
    apply: Callable[..., Application], anna: Employee, bo: Employee
) -> None:
    Company.objects.update(sector="state")
    hours = dict.fromkeys(range(5), Window(time(8), time(16)))
    pattern = Pattern(remote=True, cycle_weeks=1, home_days=frozenset(range(5)), hours=hours)
    application = apply(anna, pattern=pattern)
    with pytest.raises(Refused, match="local agreement on home working must come first"), translation.override("en"):
        approve(application, bo)
    PolicyVersion.objects.update(terms={"local_agreement": True})
    with pytest.raises(Refused, match="only part of the working time"), translation.override("en"):
        approve(application, bo)
    assert not Decision.objects.exists()
    Company.objects.update(sector="private")
    assert approve(application, bo).employee == anna
