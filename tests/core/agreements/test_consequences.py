"""What a pattern leads to, before it is asked for."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest

from hjemmedag.core.agreements.consequences import consequences
from hjemmedag.core.agreements.pattern import Pattern, Window
from hjemmedag.core.people.frames import Area
from hjemmedag.core.policy.provisions import Provider
from hjemmedag.rulebook import frames, provisions
from hjemmedag.rulebook.load import load

HOURS = dict.fromkeys(range(5), Window(time(8), time(16)))
TWO_DAYS = Pattern(remote=False, cycle_weeks=1, home_days=frozenset({0, 4}), hours=HOURS)


@pytest.mark.parametrize(
    ("weekly_hours", "covered"), [("37", False), ("37.01", True), ("37.1", True), ("40", True), ("30", False)]
)
def test_two_days_of_a_full_week_are_at_the_limit_and_not_above(weekly_hours: str, covered: bool) -> None:
    law = load().on(date(2026, 12, 1))
    found = consequences(TWO_DAYS, weekly_hours=Decimal(weekly_hours), country="DK", law=law)
    assert found.screen_work is covered


def test_nothing_is_said_of_danish_rules_for_a_home_abroad() -> None:
    found = consequences(TWO_DAYS, weekly_hours=Decimal(40), country="SE", law=load().on(date(2026, 12, 1)))
    assert (found.screen_work, found.abroad) == (None, True)


def test_nothing_is_said_for_a_day_that_the_rulebook_knows_no_limit_for() -> None:
    found = consequences(TWO_DAYS, weekly_hours=Decimal(40), country="DK", law=load().on(date(2022, 4, 29)))
    assert (found.screen_limit, found.screen_work) == (None, None)


ALL_DAYS = Pattern(remote=True, cycle_weeks=1, home_days=frozenset(range(5)), hours=HOURS)


@pytest.mark.parametrize(
    ("pattern", "area", "said"),
    [
        (ALL_DAYS, Area.STATE, (True, True)),
        (ALL_DAYS, Area.MUNICIPAL, (True, True)),
        (TWO_DAYS, Area.STATE, (False, True)),
        (ALL_DAYS, Area.PRIVATE, (False, False)),
        (ALL_DAYS, Area.NONE, (False, False)),
    ],
)
def test_the_frame_says_how_much_can_be_at_home(pattern: Pattern, area: Area, said: tuple[bool, bool]) -> None:
    law = load().on(date(2026, 12, 1))
    found = consequences(pattern, weekly_hours=Decimal(37), country="DK", law=law, frame=frames.load()[area])
    assert (found.too_much is not None, found.local_agreement is not None) == said


@pytest.mark.parametrize(
    ("days", "country", "because", "close"),
    [
        ({0}, "DE", "below_share", True),
        ({0, 1}, "DE", "substantial_share", False),
        ({0, 1}, "SE", "oresund_agreement", False),
        ({0, 1, 2}, "SE", "above_oresund_agreement", False),
    ],
)
def test_a_home_abroad_is_weighed_by_its_share_of_the_days_and_warned_of_from_a_fifth(
    days: set[int], country: str, because: str, close: bool
) -> None:
    pattern = Pattern(remote=False, cycle_weeks=1, home_days=frozenset(days), hours=HOURS)
    found = consequences(pattern, weekly_hours=Decimal(37), country=country, law=load().on(date(2026, 12, 1)))
    assert found.insured is not None
    assert (found.insured.because, found.insured.close) == (because, close)


def test_a_home_in_denmark_moves_nobodys_social_security() -> None:
    found = consequences(TWO_DAYS, weekly_hours=Decimal(37), country="DK", law=load().on(date(2026, 12, 1)))
    assert found.insured is None


@pytest.mark.parametrize(
    ("said", "core", "outside"),
    [
        ({}, None, ()),
        ({"core_hours": "none"}, None, ()),
        ({"core_hours": "9-14"}, (9, 14), (2,)),
        ({"core_hours": "8-15"}, (8, 15), (1, 2)),
    ],
)
def test_the_weekdays_whose_hours_do_not_cover_the_core_hours_are_named(
    said: dict[str, str], core: tuple[int, int] | None, outside: tuple[int, ...]
) -> None:
    hours = HOURS | {1: Window(time(8, 30), time(15)), 2: Window(time(8), time(13, 59))}
    pattern = Pattern(remote=False, cycle_weeks=1, home_days=frozenset({0}), hours=hours)
    found = consequences(pattern, weekly_hours=Decimal(37), country="DK", law=load().on(date(2026, 12, 1)), terms=said)
    assert (found.core_hours, found.outside) == (core, outside)


def test_what_the_employer_provides_alone_is_told() -> None:
    found = consequences(
        TWO_DAYS,
        weekly_hours=Decimal(37),
        country="DK",
        law=load().on(date(2026, 12, 1)),
        provisions=provisions.load(),
    )
    assert {"computer", "screen"} <= {one.key for one in found.provided}
    assert {one.provider for one in found.provided} == {Provider.EMPLOYER}


@pytest.mark.parametrize("area", list(Area))
def test_every_area_says_something_of_supplements_and_of_a_desk(area: Area) -> None:
    law = load().on(date(2026, 12, 1))
    found = consequences(TWO_DAYS, weekly_hours=Decimal(37), country="DK", law=law, frame=frames.load()[area])
    assert [point is not None for point in (found.supplements, found.desk_by_frame)] == [True, True]


@pytest.mark.parametrize(("most", "above"), [(39, True), (40, False), (None, False)])
def test_more_at_home_than_the_policy_has_room_for_is_said(most: int | None, above: bool) -> None:
    law, terms = load().on(date(2026, 12, 1)), {} if most is None else {"home_share": most}
    found = consequences(TWO_DAYS, weekly_hours=Decimal(37), country="DK", law=law, terms=terms)
    assert (found.share, found.share_most, found.above_share) == (40, most, above)
