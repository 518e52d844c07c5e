"""From analysis to agreement in the demo: one case of each capability opens, in Danish and in English."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import gettext, override

from hjemmedag.apps.agreements.models import Addendum, Amendment, Arrangement, SecondAnswer
from hjemmedag.apps.people import queries as people
from hjemmedag.apps.people.models import AgreementProfile, Employee
from hjemmedag.apps.policy.models import Dialogue, Hearing, NeedsAnalysis, Receipt
from hjemmedag.core.people.roles import Role
from tests.demo.conftest import TODAY

EMPLOYEES = 40
pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Opened:
    """A page, who opens it, and the English words that stand on it."""

    who: Employee
    url: str
    words: str


def of(role: Role) -> Employee:
    """Somebody who holds the role."""
    return people.one_of_each_role(TODAY)[role]


def opened(name: str, *args: object, by: Employee | Role, words: str) -> Opened:
    """The page with this name."""
    return Opened(of(by) if isinstance(by, Role) else by, reverse(name, args=args), words)


def arranged() -> Arrangement:
    """A living arrangement that was asked for here."""
    found = Arrangement.objects.filter(application__isnull=False, terms__starts__lte=TODAY).order_by("pk").first()
    assert found is not None
    return found


def signed() -> Opened:
    """An addendum, as the employee sees it."""
    addendum = Addendum.objects.filter(terms__arrangement=arranged()).exclude(document=None).first()
    assert addendum is not None
    return opened("documents:document", addendum.document_id, by=arranged().employee, words="Signatures")


def looked_at_again() -> Opened:
    """A refusal that HR has looked at once more, as the applicant reads it."""
    application = SecondAnswer.objects.order_by("pk")[0].second_look.application
    return opened("overview:application", application.pk, by=application.employee, words="The second look")


def changed_only() -> Opened:
    """The policy as someone reads it who has confirmed an earlier version."""
    first, second = (Receipt.objects.filter(version__number=number).values("employee") for number in (1, 2))
    who = people.employed(TODAY).filter(pk__in=first).exclude(pk__in=second).first()
    assert who is not None
    return opened("policy:version", 2, by=who, words="The whole policy")


def changed_pattern() -> Opened:
    """Another pattern, as the employee reads the answer."""
    change = Amendment.objects.order_by("pk")[0]
    return opened("overview:change", change.pk, by=change.arrangement.employee, words="What holds now")


def met() -> Opened:
    """A dialogue meeting with its minutes, as the host sees it."""
    held = Dialogue.objects.filter(minutes__isnull=False)[0]
    return opened("policy:dialogue", held.pk, by=held.host, words="Earlier minutes")


CASES: dict[str, Callable[[], Opened]] = {
    "1 single days": lambda: opened("overview:home_days", by=Role.MANAGER, words="Home days"),
    "2 one living record": lambda: opened("overview:arrangement", arranged().pk, by=Role.HR, words="History"),
    "3 model and consequences": lambda: opened(
        "overview:application", arranged().application_id, by=arranged().employee, words="It means that"
    ),
    "4 suitability": lambda: opened("policy:suitability", by=Role.EMPLOYEE, words="What suits which job"),
    "21 notice": lambda: opened("overview:notice", arranged().pk, by=Role.HR, words="What if it is to end?"),
    "22 receipts": lambda: opened("policy:receipts", 2, by=Role.HR, words="Who has read it"),
    "48 agreement profiles": lambda: opened(
        "people:agreement", AgreementProfile.objects.order_by("pk")[0].pk, by=Role.HR, words="Daily rest"
    ),
    "61 needs analysis": lambda: opened(
        "policy:suitability_of", NeedsAnalysis.objects.order_by("pk")[0].function_id, by=Role.HR, words="Task by task"
    ),
    "62 criteria": lambda: opened("policy:criteria_of", arranged().employee_id, by=Role.HR, words="Criteria"),
    "63 second look": looked_at_again,
    "64 dialogue meetings": met,
    "66 another pattern": changed_pattern,
    "67 versions compared": lambda: opened("policy:comparison", by=Role.HR, words="Compare two versions"),
    "68 the checker": lambda: opened("policy:terms", by=Role.HR, words="Terms of the policy"),
    "69 hearing": lambda: opened(
        "policy:hearing", Hearing.objects.order_by("pk")[0].number, by=Role.SAFETY, words="Comments and answers"
    ),
    "70 addendum": signed,
    "71 only what changed": changed_only,
    "X9 what it would mean": lambda: opened("overview:simulation", by=Role.HR, words="Consequences"),
}


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("row", CASES)
def test_a_case_of_each_capability_opens(built: None, row: str, language: str) -> None:
    case = CASES[row]()
    case.who.language = language
    case.who.save(update_fields=["language"])
    browser = Client()
    browser.force_login(case.who)
    session = browser.session
    session["second_factor"] = "test"
    session.save()
    answer = browser.get(case.url)
    with override(language):
        words = gettext(case.words)
    assert (answer.status_code, escape(words) in answer.content.decode()) == (200, True)
    assert (words == case.words) == (language == "en")
