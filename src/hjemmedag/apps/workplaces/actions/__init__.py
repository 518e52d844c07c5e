"""What is done about homes as places of work."""

from hjemmedag.apps.workplaces.actions.assessments import answer, begin, share, submit, withdraw_sharing
from hjemmedag.apps.workplaces.actions.findings import Planned, carry_out, plan, rerate, tell_problem
from hjemmedag.apps.workplaces.actions.instructions import confirm_instruction, instruct
from hjemmedag.apps.workplaces.actions.judging import judge
from hjemmedag.apps.workplaces.actions.occasions import answer_eye_test, move, tell
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
    "Planned",
    "Proposed",
    "answer",
    "answer_eye_test",
    "answer_visit",
    "ask",
    "begin",
    "carry_out",
    "choose",
    "clean_photos",
    "confirm_instruction",
    "delete_expired_photos",
    "delete_photo",
    "instruct",
    "judge",
    "look",
    "move",
    "plan",
    "rerate",
    "share",
    "submit",
    "tell",
    "tell_problem",
    "upload",
    "withdraw",
    "withdraw_sharing",
    "write_outcome",
]
