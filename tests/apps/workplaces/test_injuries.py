"""Injuries: told, corrected, followed by absence, and reported in time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import Any

import pytest

from hjemmedag.apps.outbox.models import Message
from hjemmedag.apps.people.models import Employee
from hjemmedag.apps.workplaces import actions, duties
from hjemmedag.apps.workplaces.models import (
    Account,
    Aftermath,
    Death,
    Injury,
    InjuryDraft,
    InjuryHealth,
    Occasion,
)
from hjemmedag.apps.worktime import actions as worktime
from hjemmedag.core.duties import Scope
from hjemmedag.core.instants import COPENHAGEN
from hjemmedag.core.refusals import Refused, Stale
from hjemmedag.core.workplaces.injuries import Clock
from tests.apps.workplaces.injured import ARM, after, case, injure, told
from tests.apps.workplaces.sealing import unsealed
from tests.conftest import HIRED, NOW, TODAY

DAY = timedelta(days=1)
JUNE = TODAY.replace(month=6, day=15)
"""By the rule that is confirmed."""
REPORTING = ("workplaces.report_injury", "workplaces.check_injury", "workplaces.ask_injury")


def owed(person: Employee) -> list[tuple[str, object]]:
    mine = duties.due(Scope(owner=person.pk), TODAY)
    return [(one.kind, one.due) for one in mine if one.kind in REPORTING]


def file(injury: Injury, by: Employee, **other: Any) -> None:
    injury.refresh_from_db()
    said: dict[str, Any] = {"reported": True, "on": TODAY, "reference": "2026-1", "reason": ""}
    said |= {"revision": injury.revision, "actor": by.pk, "today": TODAY, "now": NOW}
    actions.file_injury(injury=injury.pk, **said | other)


def name_handler(person: Employee, by: Employee) -> None:
    choice: dict[str, Any] = {"handler": person.pk, "compliant_desks": True, "revision": 1}
    actions.choose(**choice, actor=by.pk, today=TODAY, now=NOW)


@pytest.fixture
def handler(gry: Employee, dorte: Employee) -> Employee:
    """Gry is the named handler."""
    name_handler(gry, dorte)
    return gry


def test_one_click_begins_with_today_the_room_and_the_usual_task(anna: Employee, at_home: Callable[..., None]) -> None:
    at_home(anna)
    draft = actions.begin_injury(employee=anna.pk, writer=anna.pk, today=TODAY, now=NOW)
    assert draft.said == {"on": "2026-11-23", "place": "arbejdsværelset", "task": "Udvikler"}
    again = actions.begin_injury(employee=anna.pk, writer=anna.pk, today=TODAY, now=NOW)
    assert again == draft


def test_what_is_sent_is_kept_with_the_hours_of_the_day_and_calls_for_an_assessment(anna: Employee) -> None:
    worktime.confirm(employee=anna.pk, monday=TODAY - 7 * DAY, revision=0, now=NOW)
    injury = injure(anna, on=TODAY - 7 * DAY)
    account = injury.accounts.get()
    assert [place for _words, place in account.hours] == ["office"] * len(account.hours) != []
    assert InjuryHealth.objects.get().body_part == ARM
    assert (Occasion.objects.get().kind, Occasion.objects.get().on) == ("injury", TODAY - 7 * DAY)
    assert InjuryDraft.objects.count() == Message.objects.count() == 0
    assert unsealed() == []


def test_a_manager_reports_for_someone_who_is_told_and_says_nothing_of_their_health(
    anna: Employee, bo: Employee
) -> None:
    injury = injure(anna, by=bo)
    assert (injury.employee, injury.by) == (anna, bo)
    assert InjuryHealth.objects.count() == 0
    assert Message.objects.get().recipient == anna.pk
    assert unsealed() == []


@pytest.mark.parametrize(
    ("other", "words"),
    [
        ({"on": TODAY + DAY}, "Skadesdagen ligger i fremtiden."),
        ({"clock": time(10, 1)}, "Tidspunktet ligger i fremtiden."),
        ({"on": HIRED - DAY}, "Den dag var der ingen ansættelse her."),
    ],
)
def test_a_day_that_can_not_be_meant_is_refused_and_the_draft_is_kept(
    anna: Employee, other: dict[str, Any], words: str
) -> None:
    with pytest.raises(Refused, match=words):
        injure(anna, **other)
    assert (Injury.objects.count(), InjuryDraft.objects.count()) == (0, 1)


def test_a_report_is_sent_once(anna: Employee) -> None:
    draft = actions.begin_injury(employee=anna.pk, writer=anna.pk, today=TODAY, now=NOW)
    send = {"draft": draft.pk, "writer": anna.pk, "told": told(), "hurt": None, "now": NOW}
    actions.tell_injury(**send)
    with pytest.raises(Stale):
        actions.tell_injury(**send)
    with pytest.raises(Stale):
        actions.keep_injury(draft=draft.pk, writer=anna.pk, said={}, now=NOW)
    assert Injury.objects.count() == 1


def test_a_correction_keeps_what_stood_before(anna: Employee) -> None:
    injury = injure(anna)
    new = told(what="Jeg faldt over tæppet.")
    actions.correct_injury(injury=injury.pk, told=new, revision=1, actor=anna.pk, now=NOW)
    with pytest.raises(Stale):
        actions.correct_injury(injury=injury.pk, told=new, revision=1, actor=anna.pk, now=NOW)
    hurt = actions.Hurt(body_part="Albue", harm="")
    actions.write_hurt(injury=injury.pk, hurt=hurt, revision=2, actor=anna.pk, now=NOW)
    assert [one.what for one in Account.objects.all()] == [told().what, "Jeg faldt over tæppet."]
    assert [one.body_part for one in InjuryHealth.objects.all()] == [ARM, "Albue"]
    assert unsealed() == []


def test_not_knowing_of_absence_or_a_claim_is_no_no(anna: Employee, handler: Employee) -> None:
    injury = injure(anna)
    assert (case(injury).clock, case(injury).deadline) == (Clock.ASK, TODAY + 14 * DAY)
    assert owed(handler) == [("workplaces.ask_injury", TODAY + 14 * DAY)]
    after(injury)
    assert (case(injury).clock, owed(handler)) == (Clock.NOT_DUE, [])


def test_by_the_confirmed_rule_one_day_away_gives_the_deadline(
    anna: Employee, handler: Employee, dorte: Employee
) -> None:
    injury = injure(anna, on=JUNE)
    after(injury, JUNE + DAY, JUNE + DAY)
    due = JUNE + 15 * DAY
    assert (owed(handler), owed(dorte)) == ([("workplaces.report_injury", due)], [])
    file(injury, handler)
    assert (owed(handler), case(injury).clock) == ([], Clock.REPORTED)
    assert unsealed() == []


def test_where_the_law_is_not_confirmed_the_duty_is_to_look_into_it(anna: Employee, handler: Employee) -> None:
    injury = injure(anna, on=TODAY - 4 * DAY)
    after(injury, TODAY - 3 * DAY, TODAY - 3 * DAY)
    assert owed(handler) == [("workplaces.check_injury", TODAY + 11 * DAY)]
    file(injury, handler, reported=False, reason="Kun én dag")
    assert (owed(handler), case(injury).clock) == ([], Clock.LOOKED_INTO)
    after(injury, TODAY - 3 * DAY, claim=True)
    assert owed(handler) == [("workplaces.report_injury", TODAY + 10 * DAY)]


def test_only_a_report_closes_what_must_be_reported(anna: Employee, handler: Employee) -> None:
    injury = injure(anna, on=TODAY - 4 * DAY)
    after(injury, claim=True)
    for other in (
        {"reported": False, "reason": "Nej"},
        {"on": TODAY + DAY},
        {"on": TODAY - 5 * DAY},
    ):
        with pytest.raises(Refused):
            file(injury, handler, **other)
    assert owed(handler) == [("workplaces.report_injury", TODAY + 10 * DAY)]


def test_hr_steps_in_without_a_handler_and_for_the_handlers_own(anna: Employee, dorte: Employee, gry: Employee) -> None:
    after(injure(anna), claim=True)
    after(injure(gry), claim=True)
    due = ("workplaces.report_injury", TODAY + 14 * DAY)
    assert (owed(dorte), owed(gry)) == ([due, due], [])
    name_handler(gry, dorte)
    assert (owed(dorte), owed(gry)) == ([due], [due])


def test_a_death_has_its_hours_also_after_a_report(anna: Employee, handler: Employee) -> None:
    injury = injure(anna, on=TODAY - DAY)
    after(injury, claim=True)
    file(injury, handler)
    died = datetime(2026, 11, 23, 9, 30, tzinfo=COPENHAGEN)
    injury.refresh_from_db()
    later = NOW + timedelta(minutes=1)
    note: dict[str, Any] = {"injury": injury.pk, "actor": handler.pk, "now": later}
    for wrong in (later + DAY, NOW - 3 * DAY):
        with pytest.raises(Refused):
            actions.note_death(died_at=wrong, revision=injury.revision, **note)
    actions.note_death(died_at=died, revision=injury.revision, **note)
    found = case(injury)
    assert (found.clock, found.deadline, found.instant) == (Clock.DUE, TODAY + 2 * DAY, died + 2 * DAY)
    actions.note_death(died_at=None, revision=injury.revision + 1, **note)
    assert case(injury).clock is Clock.REPORTED
    assert unsealed() == []


@pytest.mark.parametrize(
    ("first", "last"),
    [(TODAY - DAY, None), (None, TODAY), (TODAY, TODAY - DAY), (TODAY, TODAY + DAY), (TODAY + DAY, None)],
)
def test_days_away_that_can_not_be_meant_are_refused(anna: Employee, first: Any, last: Any) -> None:
    injury = injure(anna, on=TODAY - DAY)
    with pytest.raises(Refused):
        after(injury, first, last)
    assert Aftermath.objects.count() == 0


def test_a_corrected_day_comes_after_neither_death_absence_nor_report(anna: Employee, handler: Employee) -> None:
    fatal = injure(anna, on=TODAY - 4 * DAY)
    died = datetime(2026, 11, 20, 9, 30, tzinfo=COPENHAGEN)
    actions.note_death(injury=fatal.pk, died_at=died, revision=1, actor=handler.pk, now=NOW)
    filed = injure(anna, on=TODAY - 4 * DAY)
    file(filed, handler, on=TODAY - 3 * DAY)
    correction: dict[str, Any] = {"revision": 2, "actor": anna.pk, "now": NOW}
    with pytest.raises(Refused, match="Dødsfaldet"):
        actions.correct_injury(injury=fatal.pk, told=told(on=TODAY - 2 * DAY), **correction)
    with pytest.raises(Refused, match="Skaden blev anmeldt"):
        actions.correct_injury(injury=filed.pk, told=told(on=TODAY - 2 * DAY), **correction)
    actions.correct_injury(injury=fatal.pk, told=told(on=TODAY - 3 * DAY), **correction)
    assert unsealed() == []


def test_days_that_do_not_fit_are_looked_into_and_take_no_page_down(anna: Employee, handler: Employee) -> None:
    injury = injure(anna)
    Death.objects.create(injury=injury, died_at=NOW - 3 * DAY, by=handler, at=NOW)
    found = case(injury)
    assert (found.clock, found.deadline) == (Clock.CHECK, None)
    assert owed(handler) == [("workplaces.check_injury", None)]


def test_the_home_is_assessed_for_the_day_that_was_corrected(anna: Employee) -> None:
    first, second = injure(anna), injure(anna)
    actions.correct_injury(injury=first.pk, told=told(on=TODAY - DAY), revision=1, actor=anna.pk, now=NOW)
    assert list(Occasion.objects.values_list("on", flat=True)) == [TODAY - DAY, TODAY]
    actions.correct_injury(injury=second.pk, told=told(on=TODAY - DAY), revision=1, actor=anna.pk, now=NOW)
    assert list(Occasion.objects.values_list("on", flat=True)) == [TODAY - DAY]
    assert unsealed() == []


def test_whoever_no_longer_leads_the_person_neither_sends_nor_keeps_the_report(
    anna: Employee, bo: Employee, carl: Employee
) -> None:
    from hjemmedag.apps.people.models import Reporting

    draft = actions.begin_injury(employee=anna.pk, writer=bo.pk, today=TODAY, now=NOW)
    assert actions.drop_stray_injuries(today=TODAY) == 0
    Reporting.objects.filter(employee=anna).update(manager=carl)
    with pytest.raises(Refused, match="ikke længere"):
        actions.tell_injury(draft=draft.pk, writer=bo.pk, told=told(), hurt=None, now=NOW)
    actions.begin_injury(employee=bo.pk, writer=bo.pk, today=TODAY, now=NOW)
    assert actions.drop_stray_injuries(today=TODAY) == 1
    assert InjuryDraft.objects.get().employee == bo


def test_what_came_of_an_injury_is_on_record_without_a_name(anna: Employee, handler: Employee) -> None:
    from hjemmedag.apps.audit.models import Entry

    injury = injure(anna, on=TODAY - 4 * DAY)
    after(injury, claim=True)
    file(injury, handler)
    actions.note_death(injury=injury.pk, died_at=NOW, revision=3, actor=handler.pk, now=NOW)
    entries = Entry.objects.filter(action="workplaces.write_about_injury")
    assert list(entries.values_list("about", "subject")) == [(None, None)] * 3
    assert unsealed() == []
