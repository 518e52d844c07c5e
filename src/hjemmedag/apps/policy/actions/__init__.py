"""What can be done with the policy, its receipts and hearings, the job functions, criteria and dialogue meetings."""

from hjemmedag.apps.policy.actions.clauses import add_clause, change_clause, move_clause, remove_clause
from hjemmedag.apps.policy.actions.criteria import choose_criteria
from hjemmedag.apps.policy.actions.dialogues import (
    AgreedPoint,
    Meeting,
    Written,
    cancel_dialogue,
    change_dialogue,
    invite,
    write_minutes,
)
from hjemmedag.apps.policy.actions.draft import begin_draft, change_notice, discard_draft
from hjemmedag.apps.policy.actions.functions import add_function, rename_function, restore_function, retire_function
from hjemmedag.apps.policy.actions.hearings import (
    Heard,
    close_hearing,
    comment,
    extend_hearing,
    open_hearing,
    reply,
    say_nothing,
    withdraw_comment,
)
from hjemmedag.apps.policy.actions.needs import analyse
from hjemmedag.apps.policy.actions.provisions import remove_provision, write_provision
from hjemmedag.apps.policy.actions.publication import publish
from hjemmedag.apps.policy.actions.receipts import confirm
from hjemmedag.apps.policy.actions.terms import set_terms

__all__ = [
    "AgreedPoint",
    "Heard",
    "Meeting",
    "Written",
    "add_clause",
    "add_function",
    "analyse",
    "begin_draft",
    "cancel_dialogue",
    "change_clause",
    "change_dialogue",
    "change_notice",
    "choose_criteria",
    "close_hearing",
    "comment",
    "confirm",
    "discard_draft",
    "extend_hearing",
    "invite",
    "move_clause",
    "open_hearing",
    "publish",
    "remove_clause",
    "remove_provision",
    "rename_function",
    "reply",
    "restore_function",
    "retire_function",
    "say_nothing",
    "set_terms",
    "withdraw_comment",
    "write_minutes",
    "write_provision",
]
