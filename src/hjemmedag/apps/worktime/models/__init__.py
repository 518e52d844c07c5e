"""Working time as it was written down: nothing is overwritten, a correction is a new entry."""

from hjemmedag.apps.worktime.models.entry import Entry
from hjemmedag.apps.worktime.models.practice import Practice
from hjemmedag.apps.worktime.models.reason import BreachReason
from hjemmedag.apps.worktime.models.week import Answer, MonthLock, Sending, Week

__all__ = ["Answer", "BreachReason", "Entry", "MonthLock", "Practice", "Sending", "Week"]
