"""Delivery, reminders, the tick, backups: what looks across also acts across."""

from hjemmedag.apps.overview.actions.backup import save
from hjemmedag.apps.overview.actions.delivery import deliver
from hjemmedag.apps.overview.actions.reminders import remind
from hjemmedag.apps.overview.actions.restoring import restore
from hjemmedag.apps.overview.actions.ticks import abandoned_taken_up, forget_tasks, tick
from hjemmedag.apps.overview.actions.way import record_step

__all__ = ["abandoned_taken_up", "deliver", "forget_tasks", "record_step", "remind", "restore", "save", "tick"]
