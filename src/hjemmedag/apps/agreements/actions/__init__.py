"""What can be done with applications and arrangements."""

from hjemmedag.apps.agreements.actions.applications import discard, save, submit, withdraw
from hjemmedag.apps.agreements.actions.decisions import approve, refuse
from hjemmedag.apps.agreements.actions.status import close, pause, resume, start

__all__ = [
    "approve",
    "close",
    "discard",
    "pause",
    "refuse",
    "resume",
    "save",
    "start",
    "submit",
    "withdraw",
]
