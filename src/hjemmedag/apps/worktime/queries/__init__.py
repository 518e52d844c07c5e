"""What may be asked about working time."""

from hjemmedag.apps.worktime.access import approvable, may_approve, may_choose, may_pay, may_register
from hjemmedag.apps.worktime.queries.approvals import Waiting, waiting
from hjemmedag.apps.worktime.queries.awaited import Review, Turns, Unanswered, last_week, turns, unanswered, unsent
from hjemmedag.apps.worktime.queries.drafts import (
    ShownDraft,
    drafts_between,
    drafts_from,
    drafts_shown,
    own_drafts,
    weeks_with_drafts,
)
from hjemmedag.apps.worktime.queries.entries import (
    everything,
    history,
    of_days,
    span_of,
    standing,
    total,
    touching,
)
from hjemmedag.apps.worktime.queries.forecast import (
    Derogation,
    Nearing,
    derogations,
    longest_period,
    nearing,
    warnings,
)
from hjemmedag.apps.worktime.queries.imports import Delivery, delivery
from hjemmedag.apps.worktime.queries.methods import from_system, whose_weeks_are_delivered
from hjemmedag.apps.worktime.queries.months import Month, months, paid
from hjemmedag.apps.worktime.queries.norms import Agreed, Off, agreed, headcount, practice, registered
from hjemmedag.apps.worktime.queries.payroll import (
    LeftOut,
    PayrollMonth,
    payroll_choices,
    payroll_files,
    payroll_month,
)
from hjemmedag.apps.worktime.queries.registrations import (
    Registered,
    Which,
    as_registered,
    registering,
    registrations_of,
    self_organisers,
)
from hjemmedag.apps.worktime.queries.rest_counts import RestCounts, rest_counts, smallest_unit
from hjemmedag.apps.worktime.queries.retention import Expired, expired, may_have_expired
from hjemmedag.apps.worktime.queries.sheets import Found, Records, records
from hjemmedag.apps.worktime.queries.shown import ShownDay, ShownWeek, week_shown
from hjemmedag.apps.worktime.queries.unforeseen import short_rests
from hjemmedag.apps.worktime.queries.uploads import FileDay, FilePlan, FileWeek, file_plan, hours_in
from hjemmedag.apps.worktime.queries.weeks import (
    closed_from,
    locked,
    needs_reason,
    sent,
    to_answer,
    way_of,
    week_of,
    with_way,
)

__all__ = [
    "Agreed",
    "Delivery",
    "Derogation",
    "Expired",
    "FileDay",
    "FilePlan",
    "FileWeek",
    "Found",
    "LeftOut",
    "Month",
    "Nearing",
    "Off",
    "PayrollMonth",
    "Records",
    "Registered",
    "RestCounts",
    "Review",
    "ShownDay",
    "ShownDraft",
    "ShownWeek",
    "Turns",
    "Unanswered",
    "Waiting",
    "Which",
    "agreed",
    "approvable",
    "as_registered",
    "closed_from",
    "delivery",
    "derogations",
    "drafts_between",
    "drafts_from",
    "drafts_shown",
    "everything",
    "expired",
    "file_plan",
    "from_system",
    "headcount",
    "history",
    "hours_in",
    "last_week",
    "locked",
    "longest_period",
    "may_approve",
    "may_choose",
    "may_have_expired",
    "may_pay",
    "may_register",
    "months",
    "nearing",
    "needs_reason",
    "of_days",
    "own_drafts",
    "paid",
    "payroll_choices",
    "payroll_files",
    "payroll_month",
    "practice",
    "records",
    "registered",
    "registering",
    "registrations_of",
    "rest_counts",
    "self_organisers",
    "sent",
    "short_rests",
    "smallest_unit",
    "span_of",
    "standing",
    "to_answer",
    "total",
    "touching",
    "turns",
    "unanswered",
    "unsent",
    "waiting",
    "warnings",
    "way_of",
    "week_of",
    "week_shown",
    "weeks_with_drafts",
    "whose_weeks_are_delivered",
    "with_way",
]
