"""What can be done with working time."""

from hjemmedag.apps.worktime.actions.confirming import confirm
from hjemmedag.apps.worktime.actions.entries import Unexplained, Worked, register
from hjemmedag.apps.worktime.actions.months import lock
from hjemmedag.apps.worktime.actions.practice import Choices, choose
from hjemmedag.apps.worktime.actions.weeks import answer, approve_all, send

__all__ = ["Choices", "Unexplained", "Worked", "answer", "approve_all", "choose", "confirm", "lock", "register", "send"]
