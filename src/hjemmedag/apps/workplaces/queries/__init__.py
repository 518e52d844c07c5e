"""What may be asked about homes as places of work."""

from hjemmedag.apps.workplaces.access import (
    followed as followable,
)
from hjemmedag.apps.workplaces.access import (
    injury_health,
    instructed,
    may_choose,
    may_count,
    may_follow,
    may_handle,
    may_prevent,
    plannable,
    readable,
    shared,
)
from hjemmedag.apps.workplaces.queries.assessments import (
    PRIVATE,
    STEPS,
    Shown,
    draft,
    last_assessed,
    question_set,
    shown,
    submitted,
)
from hjemmedag.apps.workplaces.queries.calls import Call, Calls, Kind, calls
from hjemmedag.apps.workplaces.queries.findings import Followed, Turn, followed, open_ones, paired, with_measures
from hjemmedag.apps.workplaces.queries.injuries import (
    Case,
    cases,
    draft_of,
    registered_hours,
    usual,
    with_latest,
)
from hjemmedag.apps.workplaces.queries.instructions import instructions_of, with_people
from hjemmedag.apps.workplaces.queries.insurance import (
    contents_checked,
    covered,
    in_force,
    insurances,
    latest_check,
)
from hjemmedag.apps.workplaces.queries.near_misses import with_names
from hjemmedag.apps.workplaces.queries.needs import Need, need_of, needs
from hjemmedag.apps.workplaces.queries.practice import practice
from hjemmedag.apps.workplaces.queries.risks import Risks, risks
from hjemmedag.apps.workplaces.queries.screen import Screen, latest_judgement, latest_judgements, screens, to_judge

__all__ = [
    "PRIVATE",
    "STEPS",
    "Call",
    "Calls",
    "Case",
    "Followed",
    "Kind",
    "Need",
    "Risks",
    "Screen",
    "Shown",
    "Turn",
    "calls",
    "cases",
    "contents_checked",
    "covered",
    "draft",
    "draft_of",
    "followable",
    "followed",
    "in_force",
    "injury_health",
    "instructed",
    "instructions_of",
    "insurances",
    "last_assessed",
    "latest_check",
    "latest_judgement",
    "latest_judgements",
    "may_choose",
    "may_count",
    "may_follow",
    "may_handle",
    "may_prevent",
    "need_of",
    "needs",
    "open_ones",
    "paired",
    "plannable",
    "practice",
    "question_set",
    "readable",
    "registered_hours",
    "risks",
    "screens",
    "shared",
    "shown",
    "submitted",
    "to_judge",
    "usual",
    "with_latest",
    "with_measures",
    "with_names",
    "with_people",
]
