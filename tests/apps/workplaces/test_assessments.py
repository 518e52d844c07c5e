"""Assessing one's own home: the questions fit, answers are kept, and every no becomes a finding."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta

import pytest

from hjemmedag.apps.audit.models import Payload
from hjemmedag.apps.people.models import Employee
from hjemmedag.apps.workplaces import actions, duties, queries
from hjemmedag.apps.workplaces.models import Assessment, Finding, Occasion
from hjemmedag.core.duties import Scope
from hjemmedag.core.people.homes import Address
from hjemmedag.core.refusals import Refused, Stale
from hjemmedag.core.workplaces.questions import Reply
from tests.apps.workplaces.sealing import unsealed
from tests.conftest import NOW, TODAY


def asked_to(person: Employee, on: date) -> bool:
    return any(one.kind == "workplaces.assess" for one in duties.due(Scope(owner=person.pk), on))


def test_the_questions_are_fewer_below_the_line(
    anna: Employee,
    bo: Employee,
    hire: Callable[..., Employee],
    at_home: Callable[..., None],
    assess: Callable[..., Assessment],
) -> None:
    kim = hire("Kim", manager=bo)
    at_home(anna, days=3)
    at_home(kim, days=2)
    covered, below = assess(anna), assess(kim)
    assert (covered.covered, below.covered) == (True, False)
    assert "chair_stable" in covered.replies
    assert "chair_stable" not in below.replies


def test_an_arrangement_on_its_way_counts_when_the_home_is_assessed_before_it(
    anna: Employee, bo: Employee, offer: Callable[..., object], assess: Callable[..., Assessment]
) -> None:
    from hjemmedag.core.agreements.pattern import Pattern, Window

    hours = dict.fromkeys(range(5), Window(time(8), time(17)))
    offer(anna, by=bo, pattern=Pattern(False, 1, frozenset({0, 1, 2}), hours))
    assert assess(anna).covered


def test_beginning_twice_goes_on_with_the_same(anna: Employee) -> None:
    first = actions.begin(employee=anna.pk, today=TODAY, now=NOW)
    assert actions.begin(employee=anna.pk, today=TODAY, now=NOW) == first


def test_answers_are_kept_a_few_at_a_time_and_the_last_one_counts(anna: Employee) -> None:
    actions.begin(employee=anna.pk, today=TODAY, now=NOW)
    actions.answer(employee=anna.pk, replies={"no_tripping": Reply.NO})
    actions.answer(employee=anna.pk, replies={"no_tripping": Reply.YES, "way_out": Reply.NO})
    draft = queries.draft(anna.pk)
    assert draft is not None
    assert dict(draft.replies) == {"no_tripping": Reply.YES, "way_out": Reply.NO}


def test_what_was_not_asked_or_cannot_be_answered_so_is_not_kept(anna: Employee) -> None:
    actions.begin(employee=anna.pk, today=TODAY, now=NOW)
    actions.answer(employee=anna.pk, replies={"chair_stable": Reply.NO, "no_tripping": Reply.NOT_RELEVANT})
    draft = queries.draft(anna.pk)
    assert draft is not None
    assert dict(draft.replies) == {}


def test_a_half_filled_one_is_not_sent_and_not_lost(anna: Employee) -> None:
    actions.begin(employee=anna.pk, today=TODAY, now=NOW)
    actions.answer(employee=anna.pk, replies={"no_tripping": Reply.NO})
    with pytest.raises(Refused, match="ikke besvaret endnu"):
        actions.submit(employee=anna.pk, today=TODAY, now=NOW)
    draft = queries.draft(anna.pk)
    assert draft is not None
    assert draft.replies["no_tripping"] is Reply.NO
    assert not Finding.objects.exists()


def test_nothing_can_be_answered_once_it_is_sent(anna: Employee, assess: Callable[..., Assessment]) -> None:
    assess(anna)
    with pytest.raises(Stale):
        actions.answer(employee=anna.pk, replies={"no_tripping": Reply.NO})


def test_every_no_becomes_a_finding_with_its_weight(
    anna: Employee, at_home: Callable[..., None], assess: Callable[..., Assessment]
) -> None:
    at_home(anna)
    assess(anna, no=("chair_stable", "way_out", "body_free_of_pain", "workload_fits"))
    found = {one.question: (one.is_law, one.private) for one in Finding.objects.all()}
    assert found == {
        "chair_stable": (True, False),
        "way_out": (False, False),
        "body_free_of_pain": (False, True),
        "workload_fits": (True, True),
    }


def test_answers_about_body_and_well_being_lie_apart_and_never_in_the_history(
    anna: Employee, assess: Callable[..., Assessment]
) -> None:
    row = assess(anna, no=("body_free_of_pain",))
    assert "body_free_of_pain" not in row.replies
    assert row.private.replies["body_free_of_pain"] == "no"
    assert "body" not in str(list(Payload.objects.values_list("data", flat=True)))
    assert Payload.objects.get(entry__action="workplaces.assess").data["findings"] == 0
    assert unsealed() == []


def test_it_is_renewed_after_36_months_and_asked_for_a_month_before(
    anna: Employee, at_home: Callable[..., None], assess: Callable[..., Assessment]
) -> None:
    at_home(anna, days=2)
    actions.judge(today=TODAY, now=NOW)
    assert asked_to(anna, TODAY)
    assess(anna)
    assert not asked_to(anna, TODAY)
    again = date(2029, 11, 23)
    assert [asked_to(anna, again - timedelta(days=back)) for back in (31, 30)] == [False, True]


@pytest.mark.parametrize("kind", ["injury", "equipment", "pain", "more_days"])
def test_something_that_changed_opens_it_again(
    kind: str, anna: Employee, at_home: Callable[..., None], assess: Callable[..., Assessment]
) -> None:
    at_home(anna, days=2)
    assess(anna)
    later = TODAY + timedelta(days=1)
    actions.tell(employee=anna.pk, kind=kind, on=later, today=later, now=NOW)
    assert asked_to(anna, later)
    assess(anna, today=later)
    assert not asked_to(anna, later)


def test_what_has_not_happened_yet_is_refused(anna: Employee) -> None:
    with pytest.raises(Refused, match="i fremtiden"):
        actions.tell(employee=anna.pk, kind="injury", on=TODAY + timedelta(days=1), today=TODAY, now=NOW)


def test_a_move_opens_it_on_the_day(
    anna: Employee, at_home: Callable[..., None], assess: Callable[..., Assessment]
) -> None:
    at_home(anna, days=2)
    assess(anna)
    day = TODAY + timedelta(days=20)
    actions.move(employee=anna.pk, address=Address("Ny Vej 2", "5000", "Odense C"), on=day, now=NOW)
    assert [asked_to(anna, day - timedelta(days=1)), asked_to(anna, day)] == [False, True]
    assert Occasion.objects.filter(kind="move", on=day).count() == 1


def test_a_move_told_elsewhere_is_found_at_night(
    anna: Employee, at_home: Callable[..., None], assess: Callable[..., Assessment]
) -> None:
    from hjemmedag.apps.people import actions as people

    at_home(anna, days=2)
    old, new = Address("Gammel Vej 1", "8000", "Aarhus C"), Address("Ny Vej 2", "5000", "Odense C")
    people.set_home(employee=anna.pk, address=old, starts=TODAY - timedelta(days=900), actor=anna.pk, now=NOW)
    assess(anna)
    later = TODAY + timedelta(days=5)
    people.set_home(employee=anna.pk, address=new, starts=later, actor=anna.pk, now=NOW)
    actions.judge(today=later, now=NOW)
    assert asked_to(anna, later)


def test_sharing_is_the_persons_own_and_can_be_taken_back(
    anna: Employee, carl: Employee, assess: Callable[..., Assessment]
) -> None:
    row = assess(anna)
    with pytest.raises(Assessment.DoesNotExist):
        actions.share(employee=carl.pk, assessment=row.pk, now=NOW)
    actions.share(employee=anna.pk, assessment=row.pk, now=NOW)
    assert [one.is_shared for one in queries.submitted(anna.pk)] == [True]
    actions.withdraw_sharing(employee=anna.pk, assessment=row.pk, now=NOW)
    assert [one.is_shared for one in queries.submitted(anna.pk)] == [False]
    assert unsealed() == []
