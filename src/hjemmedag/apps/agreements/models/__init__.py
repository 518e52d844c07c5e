"""Application, decision, arrangement, its dated terms, addendum and status."""

from hjemmedag.apps.agreements.models.application import Application, Decision, Withdrawal
from hjemmedag.apps.agreements.models.arrangement import Addendum, Arrangement, StatusChange, Terms
from hjemmedag.apps.agreements.models.pattern import Model, Pattern

__all__ = [
    "Addendum",
    "Application",
    "Arrangement",
    "Decision",
    "Model",
    "Pattern",
    "StatusChange",
    "Terms",
    "Withdrawal",
]
