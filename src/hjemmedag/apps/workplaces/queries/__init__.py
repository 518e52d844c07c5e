"""What may be asked about homes as places of work."""

from hjemmedag.apps.workplaces.access import (
    followed as followable,
)
from hjemmedag.apps.workplaces.access import (
    instructed,
    may_choose,
    may_count,
    may_discuss,
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
from hjemmedag.apps.workplaces.queries.discussions import (
    agenda,
    asked_now,
    discussion_due,
    discussions,
    rest_period,
)
from hjemmedag.apps.workplaces.queries.evidence import (
    Acted,
    Asked,
    Home,
    acted,
    acted_in_groups,
    homes,
    instructed_by_year,
    question_sets_used,
)
from hjemmedag.apps.workplaces.queries.figures import figures, month_to_count
from hjemmedag.apps.workplaces.queries.findings import (
    Followed,
    Turn,
    count_findings,
    followed,
    in_state,
    of_or_owned_by,
    open_ones,
    owned_by,
    paired,
    turns,
    with_measures,
)
from hjemmedag.apps.workplaces.queries.instructions import instructions_of, with_people
from hjemmedag.apps.workplaces.queries.moving import social_security
from hjemmedag.apps.workplaces.queries.needs import Need, need_of, needs, working_at_home
from hjemmedag.apps.workplaces.queries.practice import practice
from hjemmedag.apps.workplaces.queries.risks import Risks, risks, risks_by_month
from hjemmedag.apps.workplaces.queries.screen import Screen, latest_judgement, latest_judgements, screens, to_judge

__all__ = [
    "PRIVATE",
    "STEPS",
    "Acted",
    "Asked",
    "Followed",
    "Home",
    "Need",
    "Risks",
    "Screen",
    "Shown",
    "Turn",
    "acted",
    "acted_in_groups",
    "agenda",
    "asked_now",
    "count_findings",
    "discussion_due",
    "discussions",
    "draft",
    "figures",
    "followable",
    "followed",
    "homes",
    "in_state",
    "instructed",
    "instructed_by_year",
    "instructions_of",
    "last_assessed",
    "latest_judgement",
    "latest_judgements",
    "may_choose",
    "may_count",
    "may_discuss",
    "may_follow",
    "month_to_count",
    "need_of",
    "needs",
    "of_or_owned_by",
    "open_ones",
    "owned_by",
    "paired",
    "plannable",
    "practice",
    "question_set",
    "question_sets_used",
    "readable",
    "rest_period",
    "risks",
    "risks_by_month",
    "screens",
    "shared",
    "shown",
    "social_security",
    "submitted",
    "to_judge",
    "turns",
    "with_measures",
    "with_people",
    "working_at_home",
]
