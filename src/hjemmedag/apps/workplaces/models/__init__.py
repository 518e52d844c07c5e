"""What is kept of the home as a place of work. What is said of body and well-being lies in tables of its own."""

from hjemmedag.apps.workplaces.models.assessment import Assessment, Occasion, PrivateReplies, Sharing
from hjemmedag.apps.workplaces.models.discussion import Discussion, Participant
from hjemmedag.apps.workplaces.models.figures import CountedRisks, RiskFigures
from hjemmedag.apps.workplaces.models.finding import Finding, Measure, Rerating
from hjemmedag.apps.workplaces.models.injury import (
    Account,
    Aftermath,
    Death,
    Filing,
    Injury,
    InjuryDraft,
    InjuryHealth,
)
from hjemmedag.apps.workplaces.models.instruction import Instruction
from hjemmedag.apps.workplaces.models.insurance import ContentsCheck, Insurance
from hjemmedag.apps.workplaces.models.near_miss import NearMiss
from hjemmedag.apps.workplaces.models.photos import Photo, PhotoDeletion, PhotoLook
from hjemmedag.apps.workplaces.models.practice import SafetyPractice
from hjemmedag.apps.workplaces.models.screen import EyeAnswer, Judgement
from hjemmedag.apps.workplaces.models.visits import Visit, VisitAnswer, VisitEnd

__all__ = [
    "Account",
    "Aftermath",
    "Assessment",
    "ContentsCheck",
    "CountedRisks",
    "Death",
    "Discussion",
    "EyeAnswer",
    "Filing",
    "Finding",
    "Injury",
    "InjuryDraft",
    "InjuryHealth",
    "Instruction",
    "Insurance",
    "Judgement",
    "Measure",
    "NearMiss",
    "Occasion",
    "Participant",
    "Photo",
    "PhotoDeletion",
    "PhotoLook",
    "PrivateReplies",
    "Rerating",
    "RiskFigures",
    "SafetyPractice",
    "Sharing",
    "Visit",
    "VisitAnswer",
    "VisitEnd",
]
