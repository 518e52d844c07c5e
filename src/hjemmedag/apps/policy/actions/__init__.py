"""What can be done with the policy, its receipts and the job functions."""

from hjemmedag.apps.policy.actions.clauses import add_clause, change_clause, move_clause, remove_clause
from hjemmedag.apps.policy.actions.draft import begin_draft, change_notice, discard_draft
from hjemmedag.apps.policy.actions.functions import add_function, rename_function, restore_function, retire_function
from hjemmedag.apps.policy.actions.provisions import remove_provision, write_provision
from hjemmedag.apps.policy.actions.publication import publish
from hjemmedag.apps.policy.actions.receipts import confirm

__all__ = [
    "add_clause",
    "add_function",
    "begin_draft",
    "change_clause",
    "change_notice",
    "confirm",
    "discard_draft",
    "move_clause",
    "publish",
    "remove_clause",
    "remove_provision",
    "rename_function",
    "restore_function",
    "retire_function",
    "write_provision",
]
