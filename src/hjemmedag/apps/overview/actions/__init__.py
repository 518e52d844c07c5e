"""Delivery, reminders, the tick, backups: what looks across also acts across."""

from hjemmedag.apps.overview.actions.backup import save
from hjemmedag.apps.overview.actions.calendars import close_calendar_address, make_calendar_address
from hjemmedag.apps.overview.actions.delivery import deliver
from hjemmedag.apps.overview.actions.reminders import remind
from hjemmedag.apps.overview.actions.restoring import restore
from hjemmedag.apps.overview.actions.ticks import abandoned_taken_up, forget_tasks, tick
from hjemmedag.apps.overview.actions.way import record_step

__all__ = [
    "abandoned_taken_up",
    "close_calendar_address",
    "deliver",
    "forget_tasks",
    "make_calendar_address",
    "record_step",
    "remind",
    "restore",
    "save",
    "tick",
]
