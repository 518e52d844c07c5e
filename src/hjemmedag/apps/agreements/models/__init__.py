"""Application, decision, second look, arrangement with dated terms and status, and single days beside it."""

from hjemmedag.apps.agreements.models.abroad import StayAbroad, StayAnswer, StayInformation
from hjemmedag.apps.agreements.models.amendment import Amendment
from hjemmedag.apps.agreements.models.application import Application, Decision, Ground, Withdrawal
from hjemmedag.apps.agreements.models.arrangement import Addendum, Arrangement, StatusChange, Terms
from hjemmedag.apps.agreements.models.days import AdHocAnswer, AdHocDay, Closure, Concerned, Habit, MovedDay
from hjemmedag.apps.agreements.models.employer_check import EmployerCheck
from hjemmedag.apps.agreements.models.offers import Batch, BatchItem, OfferPractice
from hjemmedag.apps.agreements.models.pattern import Model, Pattern
from hjemmedag.apps.agreements.models.places import OtherPlace
from hjemmedag.apps.agreements.models.second_look import SecondAnswer, SecondLook

__all__ = [
    "AdHocAnswer",
    "AdHocDay",
    "Addendum",
    "Amendment",
    "Application",
    "Arrangement",
    "Batch",
    "BatchItem",
    "Closure",
    "Concerned",
    "Decision",
    "EmployerCheck",
    "Ground",
    "Habit",
    "Model",
    "MovedDay",
    "OfferPractice",
    "OtherPlace",
    "Pattern",
    "SecondAnswer",
    "SecondLook",
    "StatusChange",
    "StayAbroad",
    "StayAnswer",
    "StayInformation",
    "Terms",
    "Withdrawal",
]
