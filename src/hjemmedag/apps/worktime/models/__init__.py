"""Working time as it was written down: nothing is overwritten, a correction is a new entry."""

from hjemmedag.apps.worktime.models.draft import Draft
from hjemmedag.apps.worktime.models.entry import Entry
from hjemmedag.apps.worktime.models.explanation import Explanation
from hjemmedag.apps.worktime.models.night import (
    CountedMonth,
    HoursForecast,
    MonthFigures,
    NightlyCheck,
    OwedRest,
    Silence,
    YearFinding,
)
from hjemmedag.apps.worktime.models.payroll import PayrollChoices, PayrollFile
from hjemmedag.apps.worktime.models.practice import Practice
from hjemmedag.apps.worktime.models.registration import Registration
from hjemmedag.apps.worktime.models.week import Answer, MonthLock, Sending, Week

__all__ = [
    "Answer",
    "CountedMonth",
    "Draft",
    "Entry",
    "Explanation",
    "HoursForecast",
    "MonthFigures",
    "MonthLock",
    "NightlyCheck",
    "OwedRest",
    "PayrollChoices",
    "PayrollFile",
    "Practice",
    "Registration",
    "Sending",
    "Silence",
    "Week",
    "YearFinding",
]
