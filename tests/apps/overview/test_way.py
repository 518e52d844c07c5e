"""Vejen: every step with its state, and what is written down by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from hjemmedag.apps.audit.models import Entry
from hjemmedag.apps.overview import actions
from hjemmedag.apps.overview.models import StepRecord
from hjemmedag.apps.overview.queries import way
from hjemmedag.apps.people.models import Company, Employee
from hjemmedag.apps.policy import actions as policies
from hjemmedag.apps.policy.models import PolicyVersion
from hjemmedag.core.overview.way import State, Step
from hjemmedag.core.policy.needs import Task
from hjemmedag.core.refusals import Refused, Stale

Browser = Callable[[Employee], Client]


def states() -> dict[Step, State]:
    return {one.step: one.state for one in way.stretches(timezone.localdate())}


def say(by: Employee, *, number: int = 1, days: int = 0, state: str = "under_way") -> StepRecord:
    today = timezone.localdate()
    return actions.record_step(
        step=Step.SECURITY,
        state=state,
        on=today + timedelta(days=days),
        evidence="Mappen It-sikkerhed",
        number=number,
        actor=by.pk,
        today=today,
        now=timezone.now(),
    )


def test_a_new_company_has_begun_nothing(dorte: Employee, company: Company) -> None:
    assert set(states().values()) == {State.NOT_BEGUN}


def test_a_policy_that_some_should_have_confirmed_is_overdue(
    dorte: Employee, company: Company, policy: PolicyVersion
) -> None:
    assert states()[Step.POLICY] is State.LATE


def test_the_first_step_has_begun_when_a_job_function_is_analysed(dorte: Employee, company: Company) -> None:
    today, now = timezone.localdate(), timezone.now()
    function = policies.add_function(name="Udvikler", actor=dorte.pk, now=now)
    assert states()[Step.NEEDS] is State.NOT_BEGUN
    policies.analyse(
        function=function.pk,
        was=0,
        tasks=[Task("Skrive kode", 100)],
        windows=[],
        starts=today,
        actor=dorte.pk,
        today=today,
        now=now,
    )
    assert states()[Step.NEEDS] is State.IN_ORDER


def test_what_is_written_down_counts_and_is_kept_with_who_and_when(dorte: Employee, company: Company) -> None:
    say(dorte)
    say(dorte, number=2, state="in_order")
    assert states()[Step.SECURITY] is State.IN_ORDER
    kept = StepRecord.objects.filter(step="security").values_list("number", "state", "by")
    assert sorted(kept) == [(1, "under_way", dorte.pk), (2, "in_order", dorte.pk)]
    assert Entry.objects.filter(action="overview.record_step").count() == 2


def test_the_second_of_two_who_write_at_once_is_told(dorte: Employee, company: Company) -> None:
    say(dorte)
    with pytest.raises(Stale):
        say(dorte)
    assert StepRecord.objects.count() == 1


def test_a_day_to_come_is_refused(dorte: Employee, company: Company) -> None:
    with pytest.raises(Refused):
        say(dorte, days=1)
    assert StepRecord.objects.count() == 0


def test_hr_writes_it_down_on_its_page_and_sees_it_on_the_way(dorte: Employee, company: Company, as_: Browser) -> None:
    told = {"state": "in_order", "on": timezone.localdate().isoformat(), "evidence": "Mødet i maj", "number": 1}
    answer = as_(dorte).post("/vejen/follow_up/", told, follow=True)
    assert (answer.status_code, "Mødet i maj" in answer.content.decode()) == (200, True)
    assert states()[Step.FOLLOW_UP] is State.IN_ORDER


@pytest.mark.parametrize("step", ["policy", "nothing", "x" * 500])
def test_a_step_that_is_counted_or_unknown_has_no_page_for_words(
    step: str, dorte: Employee, company: Company, as_: Browser
) -> None:
    assert as_(dorte).get(f"/vejen/{step}/").status_code == 404


def test_half_a_form_says_what_is_missing_and_keeps_the_rest(dorte: Employee, company: Company, as_: Browser) -> None:
    answer = as_(dorte).post("/vejen/security/", {"evidence": "Mappen", "number": 1})
    assert answer.status_code == 200
    assert "Mappen" in answer.content.decode()
    assert StepRecord.objects.count() == 0


@pytest.mark.parametrize("number", [1, 3, 10**9])
def test_only_the_number_after_the_latest_is_written(number: int, dorte: Employee, company: Company) -> None:
    say(dorte)
    with pytest.raises(Stale):
        say(dorte, number=number)
    assert StepRecord.objects.count() == 1


def test_a_number_no_page_has_shown_is_an_error_of_the_form(dorte: Employee, as_: Browser) -> None:
    said = {"state": "under_way", "on": timezone.localdate().isoformat(), "evidence": "Mappen"}
    for number in ("99999999999999999999999", "0", "x"):
        assert as_(dorte).post("/vejen/security/", said | {"number": number}).status_code == 200
    assert StepRecord.objects.count() == 0
