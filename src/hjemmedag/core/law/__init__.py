"""Law as dated data: rules, their parameters by date, sources, certainty, and what a check answers."""

from hjemmedag.core.law.answers import Answer, Grounds, Verdict
from hjemmedag.core.law.company import CompanyValue, NotAllowed, lay_over, refusal
from hjemmedag.core.law.deciders import Decider, decides
from hjemmedag.core.law.facts import FactsError
from hjemmedag.core.law.rules import (
    Freedom,
    Law,
    Parameter,
    Rule,
    Rulebook,
    Source,
    UnknownRule,
    UnknownValue,
    Version,
)
from hjemmedag.core.law.terms import Certainty, Kind, Party
from hjemmedag.core.law.text import Text
from hjemmedag.core.law.units import Value

__all__ = [
    "Answer",
    "Certainty",
    "CompanyValue",
    "Decider",
    "FactsError",
    "Freedom",
    "Grounds",
    "Kind",
    "Law",
    "NotAllowed",
    "Parameter",
    "Party",
    "Rule",
    "Rulebook",
    "Source",
    "Text",
    "UnknownRule",
    "UnknownValue",
    "Value",
    "Verdict",
    "Version",
    "decides",
    "lay_over",
    "refusal",
]
