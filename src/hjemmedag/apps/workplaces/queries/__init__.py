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
from hjemmedag.apps.workplaces.queries.findings import Followed, Turn, followed, open_ones, paired, turns, with_measures
from hjemmedag.apps.workplaces.queries.injuries import (
    Case,
    cases,
    draft_of,
    open_cases,
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
from hjemmedag.apps.workplaces.queries.near_misses import to_review, waiting_for_roles, with_names
from hjemmedag.apps.workplaces.queries.needs import Need, need_of, needs
from hjemmedag.apps.workplaces.queries.practice import practice
from hjemmedag.apps.workplaces.queries.risks import Risks, risks
from hjemmedag.apps.workplaces.queries.screen import Screen, latest_judgement, latest_judgements, screens, to_judge

__all__ = [
    "PRIVATE",
    "STEPS",
    "Case",
    "Followed",
    "Need",
    "Risks",
    "Screen",
    "Shown",
    "Turn",
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
    "open_cases",
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
    "to_review",
    "turns",
    "usual",
    "waiting_for_roles",
    "with_latest",
    "with_measures",
    "with_names",
    "with_people",
]
