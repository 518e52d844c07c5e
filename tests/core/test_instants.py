"""Danish instants across both changes of the clock."""

from datetime import UTC, datetime, timedelta

import pytest

from hjemmedag.core.instants import COPENHAGEN, NoSuchTime, after, local, written


def test_a_time_without_offset_is_danish_time() -> None:
    assert written(local(datetime.fromisoformat("2026-07-01T12:00"))) == "2026-07-01T12:00+02:00"
    assert written(local(datetime.fromisoformat("2026-12-01T12:00"))) == "2026-12-01T12:00+01:00"


def test_a_time_with_offset_is_brought_to_danish_time() -> None:
    assert written(local(datetime(2026, 7, 1, 10, 0, tzinfo=UTC))) == "2026-07-01T12:00+02:00"


def test_the_hour_that_comes_twice_is_the_first_unless_fold_says_the_second() -> None:
    assert written(local(datetime.fromisoformat("2026-10-25T02:30"))) == "2026-10-25T02:30+02:00"
    assert written(local(datetime.fromisoformat("2026-10-25T02:30").replace(fold=1))) == "2026-10-25T02:30+01:00"


@pytest.mark.parametrize(
    "day", [datetime.fromisoformat("2026-03-29T02:00"), datetime.fromisoformat("2027-03-28T02:59")]
)
def test_an_hour_that_the_clock_skips_does_not_exist(day: datetime) -> None:
    with pytest.raises(NoSuchTime):
        local(day)


def test_elapsed_time_counts_the_hours_that_really_passed() -> None:
    before_spring = local(datetime.fromisoformat("2026-03-28T22:00"))
    assert written(after(before_spring, timedelta(hours=11))) == "2026-03-29T10:00+02:00"
    before_autumn = local(datetime.fromisoformat("2026-10-24T22:00"))
    assert written(after(before_autumn, timedelta(hours=11))) == "2026-10-25T08:00+01:00"


def test_seconds_are_written_only_where_there_are_any() -> None:
    assert written(datetime(2026, 11, 2, 7, 0, 5, tzinfo=COPENHAGEN)) == "2026-11-02T07:00:05+01:00"
