"""The policy in versions, its receipts and hearings, the job functions with their needs, the criteria, and dialogue
meetings about working at home.
"""

from hjemmedag.apps.policy.models.criteria import CriteriaSet
from hjemmedag.apps.policy.models.dialogues import Attendee, Dialogue, Minutes, Point
from hjemmedag.apps.policy.models.functions import JobFunction, NeedsAnalysis
from hjemmedag.apps.policy.models.hearings import Comment, Hearing, Party, Reply
from hjemmedag.apps.policy.models.versions import Clause, PolicyVersion, Provision, Receipt

__all__ = [
    "Attendee",
    "Clause",
    "Comment",
    "CriteriaSet",
    "Dialogue",
    "Hearing",
    "JobFunction",
    "Minutes",
    "NeedsAnalysis",
    "Party",
    "Point",
    "PolicyVersion",
    "Provision",
    "Receipt",
    "Reply",
]
