"""What is done about homes as places of work."""

from hjemmedag.apps.workplaces.actions.assessments import answer, begin, share, submit, withdraw_sharing
from hjemmedag.apps.workplaces.actions.discussions import Discussed, discuss
from hjemmedag.apps.workplaces.actions.evidence import note_evidence
from hjemmedag.apps.workplaces.actions.figures import count_risks
from hjemmedag.apps.workplaces.actions.filings import file_injury, note_report
from hjemmedag.apps.workplaces.actions.findings import Planned, carry_out, plan, rerate, tell_problem
from hjemmedag.apps.workplaces.actions.injuries import (
    Hurt,
    Told,
    correct_injury,
    note_aftermath,
    note_death,
    tell_injury,
    write_hurt,
)
from hjemmedag.apps.workplaces.actions.injury_drafts import begin_injury, drop_injury, drop_stray_injuries, keep_injury
from hjemmedag.apps.workplaces.actions.instructions import confirm_instruction, instruct
from hjemmedag.apps.workplaces.actions.insurance import Insured, check_contents, insure
from hjemmedag.apps.workplaces.actions.judging import judge
from hjemmedag.apps.workplaces.actions.near_misses import settle_near_miss, tell_near_miss
from hjemmedag.apps.workplaces.actions.occasions import answer_eye_test, move, tell
from hjemmedag.apps.workplaces.actions.orders import order
from hjemmedag.apps.workplaces.actions.photos import (
    clean_photos,
    delete_expired_photos,
    delete_photo,
    look,
    upload,
)
from hjemmedag.apps.workplaces.actions.practice import choose
from hjemmedag.apps.workplaces.actions.visits import Proposed, ask, withdraw, write_outcome
from hjemmedag.apps.workplaces.actions.visits import answer as answer_visit

__all__ = [
    "Discussed",
    "Hurt",
    "Insured",
    "Planned",
    "Proposed",
    "Told",
    "answer",
    "answer_eye_test",
    "answer_visit",
    "ask",
    "begin",
    "begin_injury",
    "carry_out",
    "check_contents",
    "choose",
    "clean_photos",
    "confirm_instruction",
    "correct_injury",
    "count_risks",
    "delete_expired_photos",
    "delete_photo",
    "discuss",
    "drop_injury",
    "drop_stray_injuries",
    "file_injury",
    "instruct",
    "insure",
    "judge",
    "keep_injury",
    "look",
    "move",
    "note_aftermath",
    "note_death",
    "note_evidence",
    "note_report",
    "order",
    "plan",
    "rerate",
    "settle_near_miss",
    "share",
    "submit",
    "tell",
    "tell_injury",
    "tell_near_miss",
    "tell_problem",
    "upload",
    "withdraw",
    "withdraw_sharing",
    "write_hurt",
    "write_outcome",
]
