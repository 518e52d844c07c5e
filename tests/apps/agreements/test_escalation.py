"""Wishes that nobody answers: silence is no answer, and HR sees to it that someone gives one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from hjemmedag.apps.agreements import queries
from hjemmedag.apps.agreements.duties import due
from hjemmedag.apps.agreements.models import Application, Decision
from hjemmedag.apps.outbox.models import Message
from hjemmedag.apps.people import actions as people
from hjemmedag.apps.people.models import Absence, Employee, Employment
from hjemmedag.core.duties import Scope
from hjemmedag.core.refusals import Refused
from tests.conftest import NOW, TODAY

DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Refusals are read in English here."""
    with translation.override("en"):
        yield


def owed(on: date, owner: Employee | None = None) -> list[tuple[str, int, int]]:
    scope = Scope(owner=owner.pk if owner else None)
    return sorted((duty.kind, duty.owner, duty.about) for duty in due(scope, on))


def name(employee: Employee, by: Employee, actor: Employee, on: date, seen: int = 0) -> None:
    people.name_stand_in(
        employee=employee.pk, by=by.pk, starts=on, last_day=None, seen=seen, actor=actor.pk, now=NOW, today=on
    )


def test_silence_past_the_deadline_becomes_a_duty_of_hr_and_decides_nothing(
    apply: Callable[..., Application], anna: Employee, bo: Employee, dorte: Employee
) -> None:
    application = apply(anna)
    assert application.answer_by is not None
    mine = ("agreements.decide", bo.pk, anna.pk)
    assert owed(application.answer_by) == [mine]
    late = application.answer_by + DAY
    assert owed(late) == [mine, ("agreements.silence", dorte.pk, bo.pk)]
    assert owed(late, dorte) == [("agreements.silence", dorte.pk, bo.pk)]
    assert owed(late, bo) == [mine]
    assert owed(late, anna) == []
    assert Decision.objects.count() == 0


def test_whoever_is_named_meanwhile_has_the_application_and_time_of_their_own(
    apply: Callable[..., Application], anna: Employee, bo: Employee, carl: Employee, dorte: Employee
) -> None:
    application = apply(anna)
    assert application.answer_by is not None
    late = application.answer_by + DAY
    name(anna, carl, dorte, late)
    assert owed(late) == [("agreements.decide", carl.pk, anna.pk)]
    assert owed(late + 14 * DAY) == [("agreements.decide", carl.pk, anna.pk)]
    assert owed(late + 15 * DAY) == [
        ("agreements.decide", carl.pk, anna.pk),
        ("agreements.silence", dorte.pk, carl.pk),
    ]


def test_an_application_of_someone_without_manager_goes_to_hr_who_is_told_at_once(
    apply: Callable[..., Application], bo: Employee, carl: Employee, dorte: Employee
) -> None:
    apply(bo)
    assert owed(TODAY) == [("agreements.nobody", dorte.pk, bo.pk)]
    assert Message.objects.get(template="agreements/mail/submitted").recipient == dorte.pk
    name(bo, carl, dorte, TODAY)
    assert owed(TODAY) == [("agreements.decide", carl.pk, bo.pk)]


def test_where_nobody_at_all_could_answer_it_is_refused_and_says_what_to_do(
    apply: Callable[..., Application], bo: Employee
) -> None:
    with pytest.raises(Refused, match="Ask HR to put one in"):
        apply(bo)


def test_a_manager_on_leave_leaves_the_application_to_hr(
    apply: Callable[..., Application], anna: Employee, bo: Employee, dorte: Employee
) -> None:
    apply(anna)
    Absence.objects.create(employee=bo, kind="other", leave=True, starts=TODAY, ends=TODAY + 30 * DAY)
    assert owed(TODAY) == [("agreements.nobody", dorte.pk, anna.pk)]
    assert owed(TODAY, bo) == []


def test_hr_never_has_its_own_application(
    apply: Callable[..., Application], hire: Callable[..., Employee], dorte: Employee
) -> None:
    second = hire("Else", role="hr")
    apply(dorte)
    assert owed(TODAY) == [("agreements.nobody", second.pk, dorte.pk)]


def test_hr_answers_for_someone_under_18_until_the_day_they_turn_18(
    apply: Callable[..., Application], anna: Employee, bo: Employee, dorte: Employee, as_: Callable[[Employee], Client]
) -> None:
    birthday = TODAY + 60 * DAY
    people.name_stand_in(
        employee=anna.pk,
        by=dorte.pk,
        starts=TODAY,
        last_day=birthday - DAY,
        seen=0,
        actor=dorte.pk,
        now=NOW,
        today=TODAY,
    )
    application = apply(anna)
    assert owed(TODAY) == [("agreements.decide", dorte.pk, anna.pk)]
    assert Message.objects.get(template="agreements/mail/submitted").recipient == dorte.pk
    said = {"answer": "refuse", "reason": "Ikke nu"}
    assert as_(bo).post(f"/ansoegninger/{application.pk}/afgoerelse/", said).status_code == 403
    assert [kind for kind, owner, _about in owed(birthday) if owner == bo.pk] == ["agreements.decide"]


def test_the_stand_in_answers_and_a_stranger_finds_nothing(
    apply: Callable[..., Application],
    anna: Employee,
    carl: Employee,
    eva: Employee,
    dorte: Employee,
    as_: Callable[[Employee], Client],
) -> None:
    application = apply(anna)
    address, said = f"/ansoegninger/{application.pk}/", {"answer": "refuse", "reason": "Opgaverne er i laboratoriet."}
    assert as_(carl).get(address).status_code == 404
    name(anna, carl, dorte, TODAY)
    assert as_(carl).get("/ansoegninger/").status_code == 200
    assert as_(eva).post(f"{address}afgoerelse/", said).status_code == 404
    assert as_(carl).post(f"{address}afgoerelse/", said).status_code == 302
    assert Decision.objects.get().by == carl
    assert owed(TODAY) == []


def test_the_applicant_reads_who_has_it_and_that_silence_is_no_answer(
    apply: Callable[..., Application],
    anna: Employee,
    bo: Employee,
    dorte: Employee,
    as_: Callable[[Employee], Client],
    clock: object,
) -> None:
    anna.language = "en"
    anna.save()
    application = apply(anna)
    page = as_(anna).get(f"/ansoegninger/{application.pk}/", headers={"accept-language": "en"}).content.decode()
    assert "Bo Test answers it." in page
    assert "Silence" not in page
    Application.objects.update(answer_by=TODAY - DAY)
    page = as_(anna).get(f"/ansoegninger/{application.pk}/", headers={"accept-language": "en"}).content.decode()
    assert "Silence is neither a yes nor a no." in page
    assert "Dorte Test in HR has been told" in page
    assert "Choose who answers meanwhile" not in page
    assert (
        f"/mennesker/{anna.pk}/stedfortraeder/" in as_(dorte).get(f"/ansoegninger/{application.pk}/").content.decode()
    )


def test_a_stand_in_who_leaves_the_company_answers_no_more(
    apply: Callable[..., Application], anna: Employee, bo: Employee, carl: Employee, dorte: Employee
) -> None:
    apply(anna)
    name(anna, carl, dorte, TODAY)
    Employment.objects.filter(employee=carl).update(ends=TODAY + DAY)
    assert owed(TODAY, carl) == [("agreements.decide", carl.pk, anna.pk)]
    assert owed(TODAY + DAY) == [("agreements.decide", bo.pk, anna.pk)]


def test_late_wishes_cost_the_same_queries_for_three_as_for_one(
    apply: Callable[..., Application], hire: Callable[..., Employee], bo: Employee, dorte: Employee
) -> None:
    counts: list[int] = []
    for who in ("Per", "Pia", "Pil"):
        apply(hire(who, manager=bo))
        apply(hire(f"{who}2"))
        with CaptureQueriesContext(connection) as asked:
            found = owed(TODAY + 20 * DAY)
        counts.append(len(asked))
    assert len(found) == 9
    assert counts == [counts[0]] * 3
    with CaptureQueriesContext(connection) as asked:
        assert queries.whose_turn(bo.pk, TODAY) == queries.Turn(None, dorte.pk)
    assert len(asked) == 2


def test_a_manager_taken_on_later_gets_what_waits(
    apply: Callable[..., Application], bo: Employee, carl: Employee, dorte: Employee
) -> None:
    apply(bo)
    people.assign_manager(employee=bo.pk, manager=carl.pk, on=TODAY, actor=dorte.pk, now=NOW)
    assert owed(TODAY) == [("agreements.decide", carl.pk, bo.pk)]
