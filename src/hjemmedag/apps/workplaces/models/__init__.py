"""What is kept of the home as a place of work. What is said of body and well-being lies in tables of its own."""

from hjemmedag.apps.workplaces.models.assessment import Assessment, Occasion, PrivateReplies, Sharing
from hjemmedag.apps.workplaces.models.finding import Finding, Measure, Rerating
from hjemmedag.apps.workplaces.models.instruction import Instruction
from hjemmedag.apps.workplaces.models.photos import Photo, PhotoDeletion, PhotoLook
from hjemmedag.apps.workplaces.models.practice import SafetyPractice
from hjemmedag.apps.workplaces.models.screen import EyeAnswer, Judgement
from hjemmedag.apps.workplaces.models.visits import Visit, VisitAnswer, VisitEnd

__all__ = [
    "Assessment",
    "EyeAnswer",
    "Finding",
    "Instruction",
    "Judgement",
    "Measure",
    "Occasion",
    "Photo",
    "PhotoDeletion",
    "PhotoLook",
    "PrivateReplies",
    "Rerating",
    "SafetyPractice",
    "Sharing",
    "Visit",
    "VisitAnswer",
    "VisitEnd",
]
