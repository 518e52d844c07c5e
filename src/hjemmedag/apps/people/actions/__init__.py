"""What can be done with people and the company."""

from hjemmedag.apps.people.actions.absence_list import FaultyList, TakenAbsences, take_in_absences
from hjemmedag.apps.people.actions.absences import change_absence, record_absence, remove_absence
from hjemmedag.apps.people.actions.accounts import (
    end_other_sign_ins,
    invite,
    password_link,
    reset_sign_in,
    send_password_link,
)
from hjemmedag.apps.people.actions.addresses import set_home
from hjemmedag.apps.people.actions.agreements import Limits, add_agreement, set_limits
from hjemmedag.apps.people.actions.company import Settings, change_company, found_company
from hjemmedag.apps.people.actions.employees import Identity, correct, hire, welcome
from hjemmedag.apps.people.actions.employments import Conditions, change_terms, employ, set_last_day
from hjemmedag.apps.people.actions.entities import add_entity, correct_entity, merge_entities
from hjemmedag.apps.people.actions.imports import Choices, StaffFile, take_in
from hjemmedag.apps.people.actions.me import choose_language
from hjemmedag.apps.people.actions.memberships import leave_team, move
from hjemmedag.apps.people.actions.organisation import (
    add_department,
    add_team,
    place_team,
    rename_department,
    rename_team,
)
from hjemmedag.apps.people.actions.reporting import assign_manager
from hjemmedag.apps.people.actions.roles import end_role, end_signing_right, give_signing_right, grant_role
from hjemmedag.apps.people.actions.serving import hold, hold_everyone
from hjemmedag.apps.people.actions.sites import add_site, change_site
from hjemmedag.apps.people.actions.stand_ins import end_stand_in, name_stand_in
from hjemmedag.apps.people.actions.undo import undo_import

__all__ = [
    "Choices",
    "Conditions",
    "FaultyList",
    "Identity",
    "Limits",
    "Settings",
    "StaffFile",
    "TakenAbsences",
    "add_agreement",
    "add_department",
    "add_entity",
    "add_site",
    "add_team",
    "assign_manager",
    "change_absence",
    "change_company",
    "change_site",
    "change_terms",
    "choose_language",
    "correct",
    "correct_entity",
    "employ",
    "end_other_sign_ins",
    "end_role",
    "end_signing_right",
    "end_stand_in",
    "found_company",
    "give_signing_right",
    "grant_role",
    "hire",
    "hold",
    "hold_everyone",
    "invite",
    "leave_team",
    "merge_entities",
    "move",
    "name_stand_in",
    "password_link",
    "place_team",
    "record_absence",
    "remove_absence",
    "rename_department",
    "rename_team",
    "reset_sign_in",
    "send_password_link",
    "set_home",
    "set_last_day",
    "set_limits",
    "take_in",
    "take_in_absences",
    "undo_import",
    "welcome",
]
