"""What the stages above may ask about documents and the signatures on them."""

from hjemmedag.apps.documents.access import may_keep_seal, may_see_all, may_withdraw, signs, visible
from hjemmedag.apps.documents.queries.certificates import certificates, current, ending, trusted
from hjemmedag.apps.documents.queries.checking import CheckResult, Finding, check
from hjemmedag.apps.documents.queries.events import Step, events
from hjemmedag.apps.documents.queries.evidence import proofs
from hjemmedag.apps.documents.queries.files import FileDamaged, damaged, file_of
from hjemmedag.apps.documents.queries.listing import detailed, listed
from hjemmedag.apps.documents.queries.offers import (
    Unsigned,
    employers_turn,
    next_party,
    unread_by_employee,
    unsigned,
    unsigned_by,
    untouched,
)
from hjemmedag.apps.documents.queries.outside import exported, may_go_outside
from hjemmedag.apps.documents.queries.package import Packed, package, packed
from hjemmedag.apps.documents.queries.states import (
    Standing,
    State,
    closed,
    completed,
    end_of,
    state,
    state_of,
    states,
    without_evidence,
)
from hjemmedag.apps.documents.queries.story import Story, story
from hjemmedag.apps.documents.queries.together import MOST as TOGETHER
from hjemmedag.apps.documents.queries.together import ToSign, for_employer
from hjemmedag.apps.documents.queries.turns import Turn, turn

__all__ = [
    "TOGETHER",
    "CheckResult",
    "FileDamaged",
    "Finding",
    "Packed",
    "Standing",
    "State",
    "Step",
    "Story",
    "ToSign",
    "Turn",
    "Unsigned",
    "certificates",
    "check",
    "closed",
    "completed",
    "current",
    "damaged",
    "detailed",
    "employers_turn",
    "end_of",
    "ending",
    "events",
    "exported",
    "file_of",
    "for_employer",
    "listed",
    "may_go_outside",
    "may_keep_seal",
    "may_see_all",
    "may_withdraw",
    "next_party",
    "package",
    "packed",
    "proofs",
    "signs",
    "state",
    "state_of",
    "states",
    "story",
    "trusted",
    "turn",
    "unread_by_employee",
    "unsigned",
    "unsigned_by",
    "untouched",
    "visible",
    "without_evidence",
]
