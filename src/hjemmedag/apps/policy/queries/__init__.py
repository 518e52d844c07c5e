"""What may be asked about the policy, its receipts and the job functions."""

from hjemmedag.apps.policy.access import may_follow, may_write, readable
from hjemmedag.apps.policy.models import PolicyVersion
from hjemmedag.apps.policy.queries.functions import function, functions, suggested_functions
from hjemmedag.apps.policy.queries.readiness import fields, lacks, ready_clauses
from hjemmedag.apps.policy.queries.receipts import (
    awaited,
    awaited_since,
    missing_receipts,
    readers,
    receipt,
    receipt_of,
)
from hjemmedag.apps.policy.queries.versions import (
    Row,
    Standing,
    clauses_for_addendum,
    clauses_of,
    draft,
    in_force,
    last_editor,
    listed,
    published,
    standing,
    version,
)

__all__ = [
    "PolicyVersion",
    "Row",
    "Standing",
    "awaited",
    "awaited_since",
    "clauses_for_addendum",
    "clauses_of",
    "draft",
    "fields",
    "function",
    "functions",
    "in_force",
    "lacks",
    "last_editor",
    "listed",
    "may_follow",
    "may_write",
    "missing_receipts",
    "published",
    "readable",
    "readers",
    "ready_clauses",
    "receipt",
    "receipt_of",
    "standing",
    "suggested_functions",
    "version",
]
