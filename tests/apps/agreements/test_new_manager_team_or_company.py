"""A new manager, team or legal entity: terms go on, duties follow, and the old manager's access ends that day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from hjemmedag.apps.agreements import access, actions, queries
from hjemmedag.apps.agreements.actions import Wanted
from hjemmedag.apps.agreements.duties import due
from hjemmedag.apps.agreements.models import Amendment, Application, Arrangement, EmployerCheck
from hjemmedag.apps.people import actions as people
from hjemmedag.apps.people import queries as people_queries
from hjemmedag.apps.people.models import Employee, Employment, LegalEntity, Site, Team
from hjemmedag.apps.policy import duties as policy_duties
from hjemmedag.apps.policy.models import PolicyVersion
from hjemmedag.apps.workplaces.queries import visits as homes
from hjemmedag.apps.worktime import access as worktime
from hjemmedag.apps.worktime.models import Week
from hjemmedag.core.duties import Scope
from hjemmedag.core.refusals import Refused
from hjemmedag.rulebook.load import load
from tests.conftest import HIRED, NOW, TODAY

DAY = timedelta(days=1)
CHANGE = TODAY + 10 * DAY
Move = Callable[..., int]


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def other(company: object) -> LegalEntity:
    return LegalEntity.objects.create(name="Datterselskabet ApS", cvr="87654321", starts=HIRED)


@pytest.fixture
def move(other: LegalEntity, dorte: Employee) -> Move:
    """`move(anna, on=CHANGE)`: employed by the other company from a day; answers the id of the new employment."""

    def move(person: Employee, *, on: date = CHANGE) -> int:
        new = people.employ(
            employee=person.pk,
            legal_entity=other,
            conditions=people.Conditions(title="Udvikler", weekly_hours=Decimal(37), site=Site.objects.get()),
            starts=on,
            actor=dorte.pk,
            now=NOW,
        )
        people.set_last_day(
            employment=Employment.objects.get(employee=person, starts=HIRED).pk,
            last_day=on - DAY,
            successor=None,
            actor=dorte.pk,
            now=NOW,
            today=TODAY,
        )
        return new.pk

    return move


def owed(on: date, owner: Employee | None = None) -> list[tuple[str, int, int]]:
    scope = Scope(owner=owner.pk if owner else None)
    return sorted((duty.kind, duty.owner, duty.about) for duty in due(scope, on))


def check(employment: int, actor: Employee, outcome: str = "stands", note: str = "Talt med advokaten.") -> int:
    return actions.check_employers(
        employments=[employment],
        outcome=EmployerCheck.Outcome(outcome),
        note=note,
        actor=actor.pk,
        now=NOW,
        today=CHANGE,
    )


def test_open_duties_go_to_the_new_manager_on_the_first_day(
    apply: Callable[..., Application], anna: Employee, bo: Employee, carl: Employee, dorte: Employee
) -> None:
    apply(anna)
    people.assign_manager(employee=anna.pk, manager=carl.pk, on=CHANGE, actor=dorte.pk, now=NOW)
    assert owed(CHANGE - DAY) == [("agreements.decide", bo.pk, anna.pk)]
    assert owed(CHANGE) == [("agreements.decide", carl.pk, anna.pk)]
    assert owed(CHANGE, bo) == []


def test_the_old_managers_access_ends_that_day_everywhere(
    offer: Callable[..., Arrangement], anna: Employee, bo: Employee, carl: Employee, dorte: Employee
) -> None:
    arrangement = offer(anna, by=bo)
    application = arrangement.application
    week = Week.objects.create(employee=anna, monday=TODAY - 7 * DAY)
    people.assign_manager(employee=anna.pk, manager=carl.pk, on=CHANGE, actor=dorte.pk, now=NOW)
    opened = {}
    for who in (bo, carl):
        for day in (CHANGE - DAY, CHANGE):
            viewer = people_queries.viewer(who, day)
            opened[who.first_name, day] = (
                access.readable_applications(viewer, day).filter(pk=application.pk).exists(),
                access.may_decide(viewer, application),
                access.readable_arrangements(viewer, day).filter(pk=arrangement.pk).exists(),
                access.may_ask_for_change(viewer, anna.pk),
                access.may_answer_day(viewer, anna.pk),
                homes.askable(viewer, day).filter(pk=anna.pk).exists(),
                anna.pk in viewer.team,
                worktime.approvable(viewer, day).filter(pk=week.pk).exists(),
            )
    everything, nothing = (True,) * 8, (False,) * 8
    assert opened == {
        ("Bo", CHANGE - DAY): everything,
        ("Bo", CHANGE): nothing,
        ("Carl", CHANGE - DAY): nothing,
        ("Carl", CHANGE): everything,
    }


def test_the_arrangement_goes_on_with_its_terms_in_a_new_team_and_company(
    offer: Callable[..., Arrangement],
    sign: Callable[[Arrangement], None],
    move: Move,
    anna: Employee,
    bo: Employee,
    dorte: Employee,
) -> None:
    arrangement = offer(anna, by=bo)
    sign(arrangement)
    before = queries.standing(arrangement, CHANGE)
    people.move(employee=anna.pk, team=Team.objects.get(name="HR"), on=CHANGE, home=True, actor=dorte.pk, now=NOW)
    move(anna)
    after = queries.standing(arrangement, CHANGE)
    assert (after.status, after.terms.pk, after.begins_on) == (before.status, before.terms.pk, before.begins_on)
    assert people_queries.managers_of([anna.pk], CHANGE) == {anna.pk: bo.pk}


def test_a_move_to_another_company_is_judged_by_hr_with_a_note(
    offer: Callable[..., Arrangement], move: Move, anna: Employee, bo: Employee, dorte: Employee
) -> None:
    offer(anna, by=bo)
    employment = move(anna)
    mine = ("agreements.new_employer", dorte.pk, anna.pk)
    assert mine not in owed(CHANGE - DAY)
    assert mine in owed(CHANGE)
    assert mine in owed(CHANGE, dorte)
    assert mine not in owed(CHANGE, bo)
    with pytest.raises(Refused, match="Write how you came to it"):
        check(employment, dorte, note=" ")
    assert check(employment, dorte) == 1
    assert mine not in owed(CHANGE)
    row = EmployerCheck.objects.get()
    assert (row.by, row.note, row.at) == (dorte, "Talt med advokaten.", NOW)
    with pytest.raises(Refused, match="judged already"):
        check(employment, dorte)


def test_where_a_new_addendum_is_needed_the_duty_stays_until_it_is_offered(
    offer: Callable[..., Arrangement],
    sign: Callable[[Arrangement], None],
    move: Move,
    anna: Employee,
    bo: Employee,
    dorte: Employee,
) -> None:
    arrangement = offer(anna, by=bo)
    sign(arrangement)
    employment = move(anna)
    check(employment, dorte, "new")
    mine = ("agreements.new_employer", dorte.pk, anna.pk)
    assert mine in owed(CHANGE)
    pattern = queries.pattern_of(queries.standing(arrangement, CHANGE).terms)
    change = actions.ask_for_change(
        arrangement=arrangement.pk,
        wanted=Wanted(pattern, CHANGE + 10 * DAY, exception="Ny arbejdsgiver"),
        actor=bo.pk,
        now=NOW,
        today=CHANGE,
        rulebook=load(),
    )
    actions.approve_change(
        amendment=change.pk,
        actor=anna.pk,
        reason="Fint",
        effective_on=CHANGE + 10 * DAY,
        now=NOW + 10 * DAY,
        today=CHANGE,
        rulebook=load(),
    )
    assert Amendment.objects.get().outcome == "approved"
    assert mine not in owed(CHANGE)


def test_nobody_judges_their_own_addendum(
    offer: Callable[..., Arrangement], hire: Callable[..., Employee], move: Move, bo: Employee, dorte: Employee
) -> None:
    second = hire("Else", role="hr", manager=bo)
    offer(second, by=bo)
    employment = move(second)
    assert ("agreements.new_employer", dorte.pk, second.pk) in owed(CHANGE)
    assert [one for one in owed(CHANGE, second) if one[0] == "agreements.new_employer"] == []
    with pytest.raises(Refused, match="your own addendum"):
        check(employment, second)
    assert check(employment, dorte) == 1


def test_a_second_employment_beside_the_first_is_no_move(
    offer: Callable[..., Arrangement], other: LegalEntity, anna: Employee, bo: Employee, dorte: Employee
) -> None:
    offer(anna, by=bo)
    Employment.objects.create(employee=anna, legal_entity=other, starts=CHANGE)
    assert [one for one in owed(CHANGE) if one[0] == "agreements.new_employer"] == []


def test_a_merger_is_one_duty_for_all_and_is_judged_for_all_at_once(
    offer: Callable[..., Arrangement],
    other: LegalEntity,
    hire: Callable[..., Employee],
    bo: Employee,
    dorte: Employee,
    as_: Callable[[Employee], Client],
    clock: object,
) -> None:
    people_ = [hire(name, manager=bo) for name in ("Per", "Pia", "Pil")]
    for person in people_:
        offer(person, by=bo)
    here = LegalEntity.objects.get(cvr="12345678")
    people.merge_entities(entity=here.pk, into=other.pk, on=TODAY + DAY, actor=dorte.pk, now=NOW)
    moved = [one for one in owed(TODAY + DAY) if one[0] == "agreements.new_employer"]
    assert moved == [("agreements.new_employer", dorte.pk, people_[0].pk)]
    clock.move_to(NOW + DAY)  # type: ignore[attr-defined]
    [first, *_rest] = Employment.objects.filter(employee__in=people_, legal_entity=other).order_by("pk")
    address = f"/overgange/{first.pk}/"
    page = as_(dorte).get(address, headers={"accept-language": "en"}).content.decode()
    assert all(f"{one.name}: " in page for one in people_)
    assert as_(bo).get(address).status_code == 403
    rows = Employment.objects.filter(employee__in=people_[:2], legal_entity=other).values_list("pk", flat=True)
    said = {"employments": list(rows), "outcome": "stands", "note": "Vilkårene følger med."}
    assert as_(dorte).post(address, {**said, "note": ""}).status_code == 200
    assert as_(dorte).post(address, said).status_code == 302
    assert [one for one in owed(TODAY + DAY) if one[0] == "agreements.new_employer"] == [
        ("agreements.new_employer", dorte.pk, people_[2].pk)
    ]


def test_the_policy_is_the_companys_so_a_move_asks_for_no_new_receipt(
    policy: PolicyVersion, move: Move, anna: Employee, bo: Employee, dorte: Employee
) -> None:
    before = {(duty.kind, duty.subject) for duty in policy_duties.due(Scope(owner=anna.pk), CHANGE)}
    move(anna)
    assert {(duty.kind, duty.subject) for duty in policy_duties.due(Scope(owner=anna.pk), CHANGE)} == before


def test_moves_cost_the_same_queries_for_three_as_for_one(
    offer: Callable[..., Arrangement], hire: Callable[..., Employee], move: Move, bo: Employee, dorte: Employee
) -> None:
    counts: list[int] = []
    for name in ("Per", "Pia", "Pil"):
        person = hire(name, manager=bo)
        offer(person, by=bo)
        move(person)
        with CaptureQueriesContext(connection) as asked:
            owed(CHANGE)
        counts.append(len(asked))
    assert counts == [counts[0]] * 3
