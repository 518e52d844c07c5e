"""Seeing a home by agreement: asked, answered, taken back at any moment, and written only while the yes stands."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from hjemmedag.apps.outbox.models import Message
from hjemmedag.apps.people.access import viewer as viewer_of
from hjemmedag.apps.people.models import Employee, Reporting
from hjemmedag.apps.workplaces import actions, duties, queries
from hjemmedag.apps.workplaces.models import Finding, Visit, VisitEnd
from hjemmedag.core.duties import Scope
from hjemmedag.core.people.roles import Viewer
from hjemmedag.core.refusals import Refused, Stale
from hjemmedag.core.workplaces.visits import Ended, Said, State
from tests.apps.workplaces.sealing import unsealed
from tests.conftest import NOW, TODAY

STARTS = NOW + timedelta(days=2)
DURING, AFTER = STARTS + timedelta(minutes=10), STARTS + timedelta(days=1)
ACTED = ("workplaces.answer_visit", "workplaces.write_outcome")


def viewer(person: Employee) -> Viewer:
    return viewer_of(person, TODAY)


def ask(person: Employee, by: Employee, **other: Any) -> Visit:
    what = {"way": "home", "purpose": "Se skærmen", "looked_at": "Bordet", "with_whom": "", "starts": STARTS} | other
    return actions.ask(employee=person.pk, proposed=actions.Proposed(**what), viewer=viewer(by), today=TODAY, now=NOW)


def answer(visit: Visit, said: Said = Said.AGREES, *, now: datetime = NOW, **other: Any) -> None:
    words = queries.agreement(visit)
    actions.answer_visit(
        visit=visit.pk, employee=visit.employee_id, said=said, words=words, today=TODAY, now=now, **other
    )


def write(visit: Visit, by: Employee, *, now: datetime = DURING, **other: Any) -> VisitEnd:
    what = {"took_place": True, "note": "Skærmen står lavt."} | other
    return actions.write_outcome(visit=visit.pk, actor=by.pk, **what, today=now.date(), now=now)


def state(visit: Visit, now: datetime) -> State:
    return queries.visits_shown(Visit.objects.filter(pk=visit.pk), now)[0].state


def kinds(person: Employee, now: datetime = NOW) -> list[str]:
    return [one.kind for one in duties.due(Scope(owner=person.pk), now.date()) if one.kind in ACTED]


def test_asked_answered_and_written(anna: Employee, bo: Employee) -> None:
    visit = ask(anna, bo)
    assert (kinds(anna), kinds(bo)) == (["workplaces.answer_visit"], [])
    answer(visit)
    assert (kinds(anna), kinds(bo), kinds(bo, AFTER)) == ([], [], ["workplaces.write_outcome"])
    write(visit, bo, wrong=["screen_glare"], now=AFTER)
    assert (kinds(bo, AFTER), state(visit, AFTER)) == ([], State.HELD)
    [found] = Finding.objects.all()
    assert (found.question, found.visit_id, found.employee_id, found.private) == (
        "screen_glare",
        visit.pk,
        anna.pk,
        False,
    )
    assert Message.objects.get().template == "workplaces/mail/visit_answered"
    assert unsealed() == []


def test_the_words_that_were_said_yes_to_are_kept_with_who_and_when(anna: Employee, bo: Employee) -> None:
    visit = ask(anna, bo, with_whom="Eva Test")
    answer(visit)
    words = visit.answer.words
    assert (visit.answer.said, visit.answer.at) == (Said.AGREES, NOW)
    for said in ("Bo Test", "Eva Test", "Se skærmen", "Bordet", "Du kan sige nej, og det får ingen følger for dig"):
        assert said in words


@pytest.mark.parametrize("now", [NOW, DURING, AFTER])
def test_a_yes_is_taken_back_at_any_moment_and_then_nothing_is_written(
    now: datetime, anna: Employee, bo: Employee
) -> None:
    visit = ask(anna, bo)
    answer(visit)
    actions.withdraw(visit=visit.pk, employee=anna.pk, now=now)
    assert state(visit, now) is State.WITHDRAWN
    with pytest.raises(Refused, match="Aftalen er trukket tilbage"):
        write(visit, bo, now=AFTER, wrong=["screen_glare"])
    assert Finding.objects.count() == 0
    assert kinds(bo, AFTER) == []
    assert Message.objects.filter(template="workplaces/mail/visit_withdrawn", recipient=bo.pk).count() == 1
    with pytest.raises(Stale):
        actions.withdraw(visit=visit.pk, employee=anna.pk, now=now)
    assert unsealed() == []


def test_once_the_outcome_is_written_there_is_nothing_left_to_take_back(anna: Employee, bo: Employee) -> None:
    visit = ask(anna, bo)
    answer(visit)
    write(visit, bo)
    with pytest.raises(Stale):
        actions.withdraw(visit=visit.pk, employee=anna.pk, now=DURING)
    with pytest.raises(Stale):
        write(visit, bo)


def test_the_database_lets_one_end_stand_whoever_was_first(anna: Employee, bo: Employee) -> None:
    visit = ask(anna, bo)
    answer(visit)
    VisitEnd.objects.create(visit=visit, how=Ended.WITHDRAWN, by=anna, at=DURING)
    with pytest.raises(IntegrityError), transaction.atomic():
        VisitEnd.objects.create(visit=visit, how=Ended.HELD, by=bo, at=DURING)


@pytest.mark.parametrize("said", [Said.NO, None])
def test_without_a_yes_nothing_is_written_and_silence_is_no_yes(
    said: Said | None, anna: Employee, bo: Employee
) -> None:
    visit = ask(anna, bo)
    if said:
        answer(visit, said)
    with pytest.raises(Stale):
        write(visit, bo)
    assert kinds(bo, AFTER) == []


def test_another_way_is_named(anna: Employee, bo: Employee) -> None:
    visit = ask(anna, bo)
    answer(visit, Said.ANOTHER_WAY, other_way="talk")
    assert (state(visit, NOW), visit.answer.other_way) == (State.ANOTHER_WAY, "talk")
    other = ask(anna, bo, starts=STARTS + timedelta(hours=1))
    with pytest.raises(IntegrityError), transaction.atomic():
        answer(other, Said.ANOTHER_WAY)


def test_an_answer_stands_and_comes_from_the_person_before_the_time(anna: Employee, bo: Employee) -> None:
    visit = ask(anna, bo)
    with pytest.raises(Stale):
        answer(visit, now=STARTS)
    answer(visit)
    with pytest.raises(Stale):
        answer(visit, Said.NO)
    other = ask(anna, bo, starts=STARTS + timedelta(hours=1))
    with pytest.raises(Stale):
        actions.answer_visit(visit=other.pk, employee=bo.pk, said=Said.AGREES, words="", today=TODAY, now=NOW)
    with pytest.raises(Stale):
        actions.withdraw(visit=visit.pk, employee=bo.pk, now=NOW)


def test_only_whoever_asked_writes_and_not_before_it_begins(anna: Employee, bo: Employee, dorte: Employee) -> None:
    visit = ask(anna, bo)
    answer(visit)
    with pytest.raises(Stale):
        write(visit, bo, now=NOW)
    with pytest.raises(Stale):
        write(visit, dorte)


def test_what_did_not_take_place_has_shown_nothing(anna: Employee, bo: Employee) -> None:
    visit = ask(anna, bo)
    answer(visit)
    with pytest.raises(Refused, match="er intet set"):
        write(visit, bo, took_place=False)
    write(visit, bo, took_place=False, note="")
    assert state(visit, AFTER) is State.NOT_HELD


def test_a_visitor_finds_nothing_about_health_or_household(anna: Employee, bo: Employee) -> None:
    visit = ask(anna, bo)
    answer(visit)
    write(visit, bo, wrong=["body_free_of_pain", "contact_enough", "screen_glare"])
    assert [one.question for one in Finding.objects.all()] == ["screen_glare"]
    topics = {each.topic.value for each in queries.seen_questions(TODAY, covered=True)}
    assert topics & {"body", "psychosocial", "shared_home", "breaks", "data"} == set()


def test_whose_home_one_may_ask_about(
    anna: Employee, bo: Employee, carl: Employee, dorte: Employee, eva: Employee, finn: Employee
) -> None:
    def names(person: Employee) -> set[str]:
        return {one.first_name for one in queries.askable(viewer(person), TODAY)}

    assert names(bo) == {"Anna"}
    assert names(dorte) == {"Anna", "Bo", "Carl", "Eva", "Finn"}
    assert (names(eva), names(finn), names(carl), names(anna)) == (set(), set(), set(), set())
    actions.tell_problem(employee=anna.pk, told="amr", words="Lampen blinker", today=TODAY, now=NOW)
    assert names(eva) == {"Anna"}
    with pytest.raises(Refused):
        ask(carl, bo)


def test_a_time_that_has_passed_and_the_same_time_twice_are_refused(anna: Employee, bo: Employee) -> None:
    with pytest.raises(Refused, match="Tidspunktet er gået"):
        ask(anna, bo, starts=NOW)
    ask(anna, bo)
    with pytest.raises(Stale):
        ask(anna, bo)


def test_someone_who_is_gone_gets_no_yes(anna: Employee, dorte: Employee, hire: Callable[..., Employee]) -> None:
    visit = ask(anna, dorte)
    from hjemmedag.apps.people.models import Employment

    Employment.objects.filter(employee=dorte).update(ends=TODAY)
    with pytest.raises(Refused, match="ikke længere ansat"):
        answer(visit)


def test_whoever_no_longer_follows_the_home_writes_nothing_of_it(anna: Employee, bo: Employee, carl: Employee) -> None:
    visit = ask(anna, bo)
    answer(visit)
    Reporting.objects.filter(employee=anna).update(manager=carl)
    assert kinds(bo, AFTER) == []
    with pytest.raises(Refused, match="følger ikke længere"):
        write(visit, bo)
    assert Finding.objects.count() == VisitEnd.objects.count() == 0
    write(visit, bo, took_place=False, note="")
    assert state(visit, AFTER) is State.NOT_HELD


def test_a_no_is_left_in_peace_for_as_long_as_the_company_has_chosen(
    anna: Employee, bo: Employee, dorte: Employee
) -> None:
    answer(ask(anna, bo), Said.NO)
    with pytest.raises(Refused, match=r"23\. december"):
        ask(anna, bo, starts=STARTS + timedelta(days=2))
    ask(anna, dorte)
    later = {"way": "home", "purpose": "Se skærmen", "looked_at": "Bordet", "with_whom": ""}
    for days, now in ((29, False), (30, True)):
        day = NOW + timedelta(days=days)
        asked = actions.Proposed(**later, starts=day + timedelta(days=1))
        what: dict[str, Any] = {"employee": anna.pk, "proposed": asked, "viewer": viewer(bo)}
        with nullcontext() if now else pytest.raises(Refused):
            actions.ask(**what, today=day.date(), now=day)
    assert Visit.objects.filter(asked_by=bo).count() == 2
