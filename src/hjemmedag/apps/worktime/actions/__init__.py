"""What can be done with working time."""

from hjemmedag.apps.worktime.actions.confirming import confirm
from hjemmedag.apps.worktime.actions.drafts import TakenDrafts, forget_drafts, remove_drafts, take_drafts
from hjemmedag.apps.worktime.actions.entries import Unexplained, Worked, register
from hjemmedag.apps.worktime.actions.imports import Faulty, Taken, take_in
from hjemmedag.apps.worktime.actions.months import lock
from hjemmedag.apps.worktime.actions.night import check_everyone
from hjemmedag.apps.worktime.actions.payroll import choose_for_payroll, make_payroll_file
from hjemmedag.apps.worktime.actions.practice import Choices, choose
from hjemmedag.apps.worktime.actions.registrations import Way, set_registration
from hjemmedag.apps.worktime.actions.retention import forget_expired, forget_payroll_files
from hjemmedag.apps.worktime.actions.unforeseen import record_unforeseen
from hjemmedag.apps.worktime.actions.uploads import register_file
from hjemmedag.apps.worktime.actions.weeks import answer, approve_all, send

__all__ = [
    "Choices",
    "Faulty",
    "Taken",
    "TakenDrafts",
    "Unexplained",
    "Way",
    "Worked",
    "answer",
    "approve_all",
    "check_everyone",
    "choose",
    "choose_for_payroll",
    "confirm",
    "forget_drafts",
    "forget_expired",
    "forget_payroll_files",
    "lock",
    "make_payroll_file",
    "record_unforeseen",
    "register",
    "register_file",
    "remove_drafts",
    "send",
    "set_registration",
    "take_drafts",
    "take_in",
]
