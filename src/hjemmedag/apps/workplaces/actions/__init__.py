"""What is done about homes as places of work."""

from hjemmedag.apps.workplaces.actions.assessments import answer, begin, share, submit, withdraw_sharing
from hjemmedag.apps.workplaces.actions.discussions import Discussed, discuss
from hjemmedag.apps.workplaces.actions.evidence import note_evidence
from hjemmedag.apps.workplaces.actions.figures import count_risks
from hjemmedag.apps.workplaces.actions.findings import Planned, carry_out, plan, rerate, tell_problem
from hjemmedag.apps.workplaces.actions.instructions import confirm_instruction, instruct
from hjemmedag.apps.workplaces.actions.judging import judge
from hjemmedag.apps.workplaces.actions.occasions import answer_eye_test, move, tell
from hjemmedag.apps.workplaces.actions.orders import order
from hjemmedag.apps.workplaces.actions.practice import choose

__all__ = [
    "Discussed",
    "Planned",
    "answer",
    "answer_eye_test",
    "begin",
    "carry_out",
    "choose",
    "confirm_instruction",
    "count_risks",
    "discuss",
    "instruct",
    "judge",
    "move",
    "note_evidence",
    "order",
    "plan",
    "rerate",
    "share",
    "submit",
    "tell",
    "tell_problem",
    "withdraw_sharing",
]
