"""Scenes are played in the order of time, and never in the future."""

from datetime import date, time, timedelta

import pytest

from hjemmedag.demo.story import Story

TODAY = date(2026, 11, 23)


@pytest.fixture
def story() -> Story:
    return Story(seed=7, today=TODAY)


def test_scenes_are_played_in_the_order_of_time_whatever_order_they_were_written_in(story):
    heard: list[str] = []
    story.on(date(2026, 5, 6), lambda now: heard.append("third"), at=time(9))
    story.on(date(2026, 5, 4), lambda now: heard.append("first"), at=time(9))
    story.on(date(2026, 5, 4), lambda now: heard.append("second"), at=time(9))
    story.play()
    assert heard == ["first", "second", "third"]


def test_a_scene_may_write_later_ones(story):
    heard: list[date] = []
    story.on(date(2026, 5, 4), lambda now: story.on(date(2026, 5, 6), lambda now: heard.append(now.date())))
    story.play()
    assert heard == [date(2026, 5, 6)]


def test_people_act_on_working_days(story):
    days: list[date] = []
    story.on(date(2026, 5, 9), lambda now: days.append(now.date()))
    story.on(date(2026, 12, 24), lambda now: days.append(now.date()))
    story.play()
    assert days == [date(2026, 5, 11), date(2026, 11, 20)]


def test_the_worker_acts_on_any_day_but_not_today(story):
    days: list[date] = []
    for day in (date(2026, 11, 22), TODAY):
        story.by_itself(day, lambda now: days.append(now.date()), at=time(6))
    story.play()
    assert days == [date(2026, 11, 22)]


def test_each_month_is_told_of_once(story):
    months: list[date] = []
    for day in (date(2026, 4, 7), date(2026, 4, 8), date(2026, 6, 3)):
        story.on(day, lambda now: None)
    story.play(months.append)
    assert months == [date(2026, 4, 1), date(2026, 6, 1)]


@pytest.mark.parametrize("shift", range(0, 400, 7))
def test_days_ago_are_working_days_in_the_past(shift):
    today = TODAY + timedelta(days=shift)
    story = Story(seed=1, today=today)
    assert story.ago(13) <= today - timedelta(days=13)
    assert story.ago(13) == story.workday(story.ago(13))
    assert story.last < today
