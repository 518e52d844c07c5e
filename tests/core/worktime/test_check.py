"""The check of one timesheet gives what the reference gives, on random weeks, nights of the clock and agreements."""

from __future__ import annotations

from datetime import date, datetime

from hypothesis import given, settings

from hjemmedag.core.law import Verdict
from hjemmedag.core.worktime.check import Checked, check
from hjemmedag.core.worktime.clock import instant, second
from hjemmedag.core.worktime.entries import AgreedTerms, Kind, Practice, TimeEntry, Timesheet
from hjemmedag.rulebook.load import load
from tests.core.worktime import reference
from tests.core.worktime.reference import DAY, MINUTES, Facts
from tests.core.worktime.weeks import facts

TICK = MINUTES * 60
Drawn = tuple[Facts, list[tuple[int, int]], list[tuple[int, int]]]


def entry(span: tuple[int, int], kind: Kind = Kind.WORK) -> TimeEntry:
    return TimeEntry(start=instant(span[0] * TICK), end=instant(span[1] * TICK), kind=kind)


def checked(drawn: Drawn) -> Checked:
    given, work, on_call = drawn
    sheet = Timesheet(
        employee="E1",
        entries=(*map(entry, work), *(entry(span, Kind.ON_CALL) for span in on_call)),
        known_from=instant(given.known[0] * TICK),
        known_to=instant(given.known[1] * TICK),
        agreements=(AgreedTerms(kind="collective", max_days_between_days_off=given.between),),
    )
    return check(sheet, load(), on=date(2026, 11, 30), practice=Practice(state=True))


def tick(moment: datetime | date | None) -> int | None:
    return second(moment) // TICK if isinstance(moment, datetime) else None


@given(facts())
@settings(max_examples=500, deadline=None)
def test_daily_rest(drawn: Drawn) -> None:
    verdict, found = reference.daily_rest(drawn[0])
    answer = checked(drawn)
    own = [each for each in answer.findings if each.rule == "worktime.daily_rest"]
    assert [(tick(each.starts), tick(each.ends), each.measured // MINUTES) for each in own] == found
    assert answer.verdicts["worktime.daily_rest"] == verdict


@given(facts())
@settings(max_examples=1000, deadline=None)
def test_weekly_rest(drawn: Drawn) -> None:
    verdict, found = reference.weekly_rest(drawn[0])
    answer = checked(drawn)
    own = [each for each in answer.findings if each.rule == "worktime.weekly_rest"]
    assert [(tick(each.starts), tick(each.ends), each.measured) for each in own] == [
        (limit, begun, round(since / DAY, 3)) for limit, begun, since in found
    ]
    assert answer.verdicts["worktime.weekly_rest"] == verdict


@given(facts())
@settings(max_examples=500, deadline=None)
def test_breaks(drawn: Drawn) -> None:
    own = [each for each in checked(drawn).findings if each.rule == "worktime.breaks"]
    assert [(tick(each.starts), tick(each.ends)) for each in own] == reference.breaks(drawn[0])
    assert {each.verdict for each in own} <= {Verdict.WARNING}
