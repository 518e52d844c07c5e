"""What may be asked about working time."""

from hjemmedag.apps.worktime.access import approvable, may_approve, may_choose, may_pay, may_register
from hjemmedag.apps.worktime.queries.approvals import Waiting, waiting
from hjemmedag.apps.worktime.queries.awaited import Unanswered, last_week, unanswered, unsent
from hjemmedag.apps.worktime.queries.entries import (
    history,
    of_days,
    span_of,
    standing,
    total,
    touching,
)
from hjemmedag.apps.worktime.queries.months import Month, months, paid
from hjemmedag.apps.worktime.queries.norms import Agreed, Off, agreed, practice, registered
from hjemmedag.apps.worktime.queries.sheets import Found, Records, records
from hjemmedag.apps.worktime.queries.shown import ShownDay, ShownWeek, week_shown
from hjemmedag.apps.worktime.queries.weeks import locked, needs_reason, sent, way_of, week_of, with_way

__all__ = [
    "Agreed",
    "Found",
    "Month",
    "Off",
    "Records",
    "ShownDay",
    "ShownWeek",
    "Unanswered",
    "Waiting",
    "agreed",
    "approvable",
    "history",
    "last_week",
    "locked",
    "may_approve",
    "may_choose",
    "may_pay",
    "may_register",
    "months",
    "needs_reason",
    "of_days",
    "paid",
    "practice",
    "records",
    "registered",
    "sent",
    "span_of",
    "standing",
    "total",
    "touching",
    "unanswered",
    "unsent",
    "waiting",
    "way_of",
    "week_of",
    "week_shown",
    "with_way",
]
