"""What may be asked about working time."""

from hjemmedag.apps.worktime.access import approvable, may_approve, may_pay, may_register
from hjemmedag.apps.worktime.queries.approvals import Waiting, waiting
from hjemmedag.apps.worktime.queries.entries import (
    history,
    of_days,
    span_of,
    standing,
    total,
    touching,
)
from hjemmedag.apps.worktime.queries.months import Month, months, paid
from hjemmedag.apps.worktime.queries.norms import Agreed, Off, agreed, practice
from hjemmedag.apps.worktime.queries.shown import ShownDay, ShownWeek, week_shown
from hjemmedag.apps.worktime.queries.weeks import locked, needs_reason, sent, way_of, week_of, with_way

__all__ = [
    "Agreed",
    "Month",
    "Off",
    "ShownDay",
    "ShownWeek",
    "Waiting",
    "agreed",
    "approvable",
    "history",
    "locked",
    "may_approve",
    "may_pay",
    "may_register",
    "months",
    "needs_reason",
    "of_days",
    "paid",
    "practice",
    "sent",
    "span_of",
    "standing",
    "total",
    "touching",
    "waiting",
    "way_of",
    "week_of",
    "week_shown",
    "with_way",
]
