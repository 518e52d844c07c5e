"""The worker's part of the story: mail goes out at noon, and lately duties are reminded of each morning."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from hjemmedag.apps.outbox import queries as outbox
from hjemmedag.apps.overview import actions
from hjemmedag.demo.story import Story

REMINDED = 15
"""Days ago from which on duties are reminded of; before that they were all done in time."""
NOON, MORNING = time(12, 0), time(7, 0)


def write(story: Story) -> None:
    """The scenes of this stage."""
    day = story.founded
    while day < story.today:
        story.by_itself(day, _deliver, at=NOON)
        if (story.today - day).days <= REMINDED:
            story.by_itself(day, _remind, at=MORNING)
        day += timedelta(days=1)


def _deliver(now: datetime) -> None:
    if outbox.waiting(now).exists():
        actions.deliver(now=now, moment=now)


def _remind(now: datetime) -> None:
    actions.remind(on=now.date(), now=now)
