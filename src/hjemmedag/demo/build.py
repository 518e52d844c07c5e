"""The whole company, stage by stage, in one transaction: all of it stands, or nothing does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.db import transaction
from django.utils import translation

from hjemmedag.demo import (
    absences,
    agreements,
    amendments,
    changes,
    company,
    days,
    drafts,
    earlier,
    equipment,
    expenses,
    hearings,
    injuries,
    motion,
    needs,
    offers,
    people,
    places,
    policy,
    post,
    seal,
    sign_ins,
    visits,
    way,
    workplaces,
    worktime,
)
from hjemmedag.demo.staff import gather
from hjemmedag.demo.story import Story

FEWEST, MOST = 8, 50_000


def build(*, employees: int, seed: int, today: date, tell: Callable[[date], None] = lambda _month: None) -> None:
    """Fill an empty database with a company of so many employees today. `tell` hears of each month that has passed.

    The same seed gives the same company on the same day. Files and the seal's key go to the data folder.
    """
    story = Story(seed=seed, today=today)
    staff = gather(story, employees)
    seal.write(story)
    company.write(story, staff)
    people.write(story, staff)
    changes.write(story, staff)
    absences.write(story, staff)
    motion.write(story, staff)
    policy.write(story, staff)
    needs.write(story, staff)
    hearings.write(story, staff)
    earlier.write(story, staff)
    agreements.write(story, staff)
    amendments.write(story, staff)
    places.write(story, staff)
    offers.write(story, staff)
    days.write(story, staff)
    equipment.write(story, staff)
    expenses.write(story, staff)
    worktime.write(story, staff)
    drafts.write(story, staff)
    workplaces.write(story, staff)
    injuries.write(story, staff)
    visits.write(story, staff)
    way.write(story, staff)
    post.write(story)
    with transaction.atomic(), translation.override("da"):
        story.play(tell)
        sign_ins.give_passwords(today)
