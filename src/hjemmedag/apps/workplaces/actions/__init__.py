"""What is done about homes as places of work."""

from hjemmedag.apps.workplaces.actions.assessments import answer, begin, share, submit, withdraw_sharing
from hjemmedag.apps.workplaces.actions.findings import Planned, carry_out, plan, rerate, tell_problem
from hjemmedag.apps.workplaces.actions.instructions import confirm_instruction, instruct
from hjemmedag.apps.workplaces.actions.judging import judge
from hjemmedag.apps.workplaces.actions.occasions import answer_eye_test, move, tell
from hjemmedag.apps.workplaces.actions.orders import order
from hjemmedag.apps.workplaces.actions.practice import choose

__all__ = [
    "Planned",
    "answer",
    "answer_eye_test",
    "begin",
    "carry_out",
    "choose",
    "confirm_instruction",
    "instruct",
    "judge",
    "move",
    "order",
    "plan",
    "rerate",
    "share",
    "submit",
    "tell",
    "tell_problem",
    "withdraw_sharing",
]
