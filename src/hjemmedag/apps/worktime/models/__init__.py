"""Working time as it was written down: nothing is overwritten, a correction is a new entry."""

from hjemmedag.apps.worktime.models.draft import Draft
from hjemmedag.apps.worktime.models.entry import Entry
from hjemmedag.apps.worktime.models.explanation import Explanation
from hjemmedag.apps.worktime.models.night import HoursForecast, NightlyCheck, OwedRest, RestFigures, Silence
from hjemmedag.apps.worktime.models.payroll import PayrollChoices, PayrollFile
from hjemmedag.apps.worktime.models.practice import Practice
from hjemmedag.apps.worktime.models.registration import Registration
from hjemmedag.apps.worktime.models.week import Answer, MonthLock, Sending, Week

__all__ = [
    "Answer",
    "Draft",
    "Entry",
    "Explanation",
    "HoursForecast",
    "MonthLock",
    "NightlyCheck",
    "OwedRest",
    "PayrollChoices",
    "PayrollFile",
    "Practice",
    "Registration",
    "RestFigures",
    "Sending",
    "Silence",
    "Week",
]
