"""Places beside the home: asked for, answered in writing, counted for their days, listed in the next addendum."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.utils import translation

from hjemmedag.apps.agreements import actions, duties, queries
from hjemmedag.apps.agreements.models import Arrangement, OtherPlace
from hjemmedag.apps.audit import queries as audit
from hjemmedag.apps.outbox.models import Message
from hjemmedag.apps.people.models import Employee
from hjemmedag.core.agreements.days import Move
from hjemmedag.core.duties import Scope
from hjemmedag.core.people.homes import Address
from hjemmedag.core.refusals import Refused
from hjemmedag.rulebook.load import load
from tests.conftest import NOW, TODAY

Ask = Callable[..., OtherPlace]
HOUSE = actions.WantedPlace(
    "Sommerhuset", Address("Strandvejen 9", "8420", "Knebel"), "stuen", date(2026, 12, 1), date(2026, 12, 31)
)
LATER = NOW + timedelta(hours=1)


@pytest.fixture(autouse=True)
def english() -> object:
    """Refusals are read in English here."""
    with translation.override("en"):
        yield


@pytest.fixture
def living(anna: Employee, bo: Employee, offer: Callable[..., Arrangement], sign: Callable[..., None]) -> Arrangement:
    """Anna's arrangement, signed by all and begun today."""
    arrangement = offer(anna, by=bo, first=TODAY)
    sign(arrangement)
    actions.start(arrangement=arrangement.pk, on=TODAY, actor=None, now=NOW)
    return arrangement


@pytest.fixture
def ask(living: Arrangement, anna: Employee) -> Ask:
    """`ask(name="Min kærestes lejlighed", by=bo)` asks for the summer house, or another place, as Anna."""

    def ask(by: Employee = anna, **other: object) -> OtherPlace:
        wanted = replace(HOUSE, **other)
        return actions.ask_for_place(
            arrangement=living.pk, wanted=wanted, actor=by.pk, now=NOW, today=TODAY, rulebook=load()
        )

    return ask


@pytest.fixture
def agreed(ask: Ask, bo: Employee) -> OtherPlace:
    """The summer house in December, agreed."""
    return actions.approve_place(place=ask().pk, actor=bo.pk, now=LATER, today=TODAY)


def names_on(employee: Employee, day: date) -> list[str]:
    return [one.name for one in queries.places_on(employee.pk, day)]


def owed(owner: Employee) -> list[tuple[str, int]]:
    due = duties.due(Scope(owner.pk), TODAY)
    return [(duty.kind, duty.subject) for duty in due if duty.kind == "agreements.answer_place"]


def test_a_place_counts_from_the_yes_and_its_end_date_ends_it(ask: Ask, anna: Employee, bo: Employee) -> None:
    row = ask()
    assert (owed(bo), owed(anna), names_on(anna, date(2026, 12, 1))) == ([("agreements.answer_place", row.pk)], [], [])
    actions.approve_place(place=row.pk, actor=bo.pk, now=LATER, today=TODAY)
    days = (date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 31), date(2027, 1, 1))
    assert [names_on(anna, day) for day in days] == [[], ["Sommerhuset"], ["Sommerhuset"], []]
    assert owed(bo) == []
    told = Message.objects.filter(template__startswith="agreements/mail/place_").values_list("template", "recipient")
    assert sorted(told) == [("agreements/mail/place_answered", anna.pk), ("agreements/mail/place_asked", bo.pk)]
    assert (audit.broken_link(), list(audit.changed_rows())) == (None, [])


def test_a_no_has_its_reason(ask: Ask, anna: Employee, bo: Employee) -> None:
    row = ask()
    with pytest.raises(Refused, match="Write why not"):
        actions.refuse_place(place=row.pk, actor=bo.pk, reason=" ", now=LATER)
    actions.refuse_place(place=row.pk, actor=bo.pk, reason="Der er intet net.", now=LATER)
    row.refresh_from_db()
    assert (row.outcome, row.reason, names_on(anna, date(2026, 12, 1))) == ("refused", "Der er intet net.", [])


def test_nobody_asks_for_another_or_answers_their_own_wish(ask: Ask, anna: Employee, bo: Employee) -> None:
    with pytest.raises(Refused, match="Only the employee"):
        ask(by=bo)
    row = ask()
    with pytest.raises(Refused, match="your own wish"):
        actions.approve_place(place=row.pk, actor=anna.pk, now=LATER, today=TODAY)
    with pytest.raises(Refused, match="Only who asked"):
        actions.withdraw_place(place=row.pk, actor=bo.pk, now=LATER)


def test_two_answers_at_once_leave_the_first(ask: Ask, anna: Employee, bo: Employee, dorte: Employee) -> None:
    row = ask()
    actions.approve_place(place=row.pk, actor=bo.pk, now=LATER, today=TODAY)
    with pytest.raises(Refused, match="already"):
        actions.refuse_place(place=row.pk, actor=dorte.pk, reason="Nej.", now=LATER)
    with pytest.raises(Refused, match="already"):
        actions.withdraw_place(place=row.pk, actor=anna.pk, now=LATER)
    assert OtherPlace.objects.get().outcome == "approved"


@pytest.mark.parametrize(
    ("other", "says"),
    [
        ({"first": date(2026, 11, 22)}, "has passed"),
        ({"last": date(2026, 11, 30)}, "before the first"),
        ({"address": Address("prøvevej  1", "8000", "Aarhus C")}, "your home in the arrangement"),
        ({"name": "Et andet navn"}, "have this address"),
        ({"address": Address("Kystvej 1", "9990", "Skagen"), "name": "sommerhuset "}, "of this name"),
    ],
)
def test_days_that_make_no_sense_and_places_that_are_there_already_are_refused(
    agreed: OtherPlace, ask: Ask, other: dict[str, object], says: str
) -> None:
    with pytest.raises(Refused, match=says):
        ask(**other)
    assert list(OtherPlace.objects.all()) == [agreed]


def test_the_same_place_again_after_its_end_and_another_one_beside_it_are_fine(
    agreed: OtherPlace, ask: Ask, anna: Employee, bo: Employee
) -> None:
    ask(first=date(2027, 1, 1), last=None)
    flat = ask(name="Lejligheden", address=Address("Nygade 3", "8000", "Aarhus C"), last=None)
    actions.approve_place(place=flat.pk, actor=bo.pk, now=LATER, today=TODAY)
    assert names_on(anna, date(2026, 12, 2)) == ["Sommerhuset", "Lejligheden"]


def test_a_late_yes_counts_from_the_day_it_is_given_and_one_too_late_is_refused(ask: Ask, bo: Employee) -> None:
    row = actions.approve_place(place=ask().pk, actor=bo.pk, now=LATER, today=date(2026, 12, 10))
    assert row.starts == date(2026, 12, 10)
    other = ask(name="B", address=Address("Kystvej 1", "9990", "Skagen"))
    with pytest.raises(Refused, match="have passed"):
        actions.approve_place(place=other.pk, actor=bo.pk, now=LATER, today=date(2027, 1, 1))


def test_either_side_ends_a_place_on_a_day_and_the_other_is_told(
    agreed: OtherPlace, anna: Employee, bo: Employee
) -> None:
    when = {"now": LATER, "today": date(2026, 12, 5)}
    for last in (date(2026, 12, 4), date(2026, 12, 31)):
        with pytest.raises(Refused):
            actions.end_place(place=agreed.pk, last=last, actor=bo.pk, **when)
    actions.end_place(place=agreed.pk, last=date(2026, 12, 10), actor=bo.pk, **when)
    actions.end_place(place=agreed.pk, last=date(2026, 12, 8), actor=anna.pk, **when)
    assert [names_on(anna, date(2026, 12, day)) for day in (8, 9)] == [["Sommerhuset"], []]
    told = Message.objects.filter(template="agreements/mail/place_ended").order_by("id")
    assert [one.recipient for one in told] == [anna.pk, bo.pk]


def test_no_place_counts_when_the_arrangement_has_ended(
    agreed: OtherPlace, living: Arrangement, anna: Employee
) -> None:
    actions.close(arrangement=living.pk, on=date(2026, 12, 5), reason="", actor=None, now=LATER)
    assert names_on(anna, date(2026, 12, 6)) == []


def test_a_single_day_and_a_moved_one_name_a_place_that_is_agreed_for_the_day(
    agreed: OtherPlace, anna: Employee, carl: Employee
) -> None:
    when = {"now": LATER, "today": TODAY, "rulebook": load(), "place": agreed.pk}
    for day in (date(2026, 11, 26), date(2027, 1, 5)):
        with pytest.raises(Refused, match="isn’t agreed for that day"):
            actions.ask_for_day(employee=anna.pk, day=day, **when)
    with pytest.raises(Refused, match="isn’t agreed for that day"):
        actions.ask_for_day(employee=carl.pk, day=date(2026, 12, 2), **when)
    asked = actions.ask_for_day(employee=anna.pk, day=date(2026, 12, 2), **when)
    moved = actions.move_day(employee=anna.pk, move=Move(date(2026, 12, 7), date(2026, 12, 8)), **when)
    assert [asked.place, moved.place] == [agreed, agreed]


def test_the_next_addendum_lists_the_places_that_count(
    agreed: OtherPlace, living: Arrangement, anna: Employee, bo: Employee
) -> None:
    from hjemmedag.apps.agreements.queries import paper
    from hjemmedag.apps.policy import queries as policy

    version = policy.in_force(TODAY)
    assert version is not None
    said = paper.content(
        living.terms.get(),
        anna.pk,
        number=1,
        version=version,
        effective_on=date(2026, 12, 7),
        signer=bo.pk,
        today=TODAY,
    )
    assert [(one.name, one.address, one.last) for one in said.places] == [
        ("Sommerhuset", "Strandvejen 9, 8420 Knebel", date(2026, 12, 31))
    ]
    assert paper.typeset(said, language="both", moment=NOW).startswith(b"%PDF")
