"""What may be asked about homes as places of work."""

from hjemmedag.apps.workplaces.access import (
    followed as followable,
)
from hjemmedag.apps.workplaces.access import (
    instructed,
    may_choose,
    may_count,
    may_follow,
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
from hjemmedag.apps.workplaces.queries.findings import (
    Followed,
    Turn,
    followed,
    kinds_that_mend,
    open_ones,
    paired,
    turns,
    with_measures,
)
from hjemmedag.apps.workplaces.queries.instructions import instructions_of, with_people
from hjemmedag.apps.workplaces.queries.needs import Need, need_of, needs
from hjemmedag.apps.workplaces.queries.practice import practice
from hjemmedag.apps.workplaces.queries.risks import Risks, risks
from hjemmedag.apps.workplaces.queries.screen import Screen, latest_judgement, latest_judgements, screens, to_judge

__all__ = [
    "PRIVATE",
    "STEPS",
    "Followed",
    "Need",
    "Risks",
    "Screen",
    "Shown",
    "Turn",
    "draft",
    "followable",
    "followed",
    "instructed",
    "instructions_of",
    "kinds_that_mend",
    "last_assessed",
    "latest_judgement",
    "latest_judgements",
    "may_choose",
    "may_count",
    "may_follow",
    "need_of",
    "needs",
    "open_ones",
    "paired",
    "plannable",
    "practice",
    "question_set",
    "readable",
    "risks",
    "screens",
    "shared",
    "shown",
    "submitted",
    "to_judge",
    "turns",
    "with_measures",
    "with_people",
]
