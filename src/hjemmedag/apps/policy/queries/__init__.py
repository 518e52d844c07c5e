"""What may be asked about the policy, its receipts and the job functions."""

from hjemmedag.apps.policy.models import PolicyVersion
from hjemmedag.apps.policy.queries.functions import function, functions, suggested_functions
from hjemmedag.apps.policy.queries.provisions import provisions_of, ready_provisions
from hjemmedag.apps.policy.queries.readiness import fields, lacks, ready_clauses
from hjemmedag.apps.policy.queries.receipts import awaited_since, readers, receipt
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
    "provisions_of",
    "published",
    "readers",
    "ready_clauses",
    "ready_provisions",
    "receipt",
    "standing",
    "suggested_functions",
    "version",
]
