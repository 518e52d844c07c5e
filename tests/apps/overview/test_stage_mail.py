"""Letters about hearings, meetings, single days, second looks and changed patterns: each says its subject in words."""

from __future__ import annotations

import pytest
from django.core import mail

from hjemmedag.apps.outbox import actions as outbox
from hjemmedag.apps.overview import actions
from hjemmedag.apps.people.models import Employee
from tests.conftest import NOW

DAY = "2026-12-04"
LETTERS = [
    (
        "agreements/mail/change_asked",
        {"amendment": 1, "employee": True, "answer_by": DAY},
        "Svar på et ønske om et andet mønster",
        "Answer a wish for another pattern",
    ),
    (
        "agreements/mail/change_agreed",
        {"amendment": 1, "employee": True},
        "Bo Test siger ja til et andet mønster",
        "Bo Test agrees to another pattern",
    ),
    ("agreements/mail/change_refused", {"amendment": 1}, "Nej til et andet mønster", "No to another pattern"),
    (
        "agreements/mail/day_asked",
        {"employee": True, "day": DAY},
        "Bo Test vil gerne arbejde hjemme fredag 4. december 2026",
        "Bo Test would like to work from home on Friday 4 December 2026",
    ),
    (
        "agreements/mail/day_answered",
        {"day": DAY, "approved": True},
        "Ja til hjemmedag fredag 4. december 2026",
        "Yes to a home day on Friday 4 December 2026",
    ),
    (
        "agreements/mail/day_answered",
        {"day": DAY, "approved": False},
        "Nej til hjemmedag fredag 4. december 2026",
        "No to a home day on Friday 4 December 2026",
    ),
    (
        "agreements/mail/day_moved",
        {"employee": True, "home_day": "2026-12-03", "instead": DAY},
        "Bo Test har flyttet en hjemmedag til fredag 4. december 2026",
        "Bo Test has moved a home day to Friday 4 December 2026",
    ),
    (
        "agreements/mail/day_withdrawn",
        {"employee": True, "day": DAY},
        "Bo Test arbejder ikke hjemme fredag 4. december 2026 alligevel",
        "Bo Test will not work from home on Friday 4 December 2026 after all",
    ),
    ("agreements/mail/habit", {"outcome": "fixed"}, "Søg om en fast ordning", "Ask for a fixed arrangement"),
    (
        "agreements/mail/second_look",
        {"application": 1, "employee": True, "answer_by": DAY},
        "Bo Test beder HR se på et afslag igen",
        "Bo Test asks HR to look at a refusal again",
    ),
    (
        "agreements/mail/second_answer",
        {"application": 1},
        "HR har svaret på din anmodning om en fornyet vurdering",
        "HR has answered your request for a second look",
    ),
    (
        "policy/mail/hearing",
        {"hearing": 1, "what": "opened", "answer_by": DAY},
        "Du høres om hjemmearbejdspolitikken",
        "You are heard about the home-working policy",
    ),
    (
        "policy/mail/dialogue",
        {"dialogue": 1, "what": "invited", "employee": True, "day": DAY, "clock": "09:00"},
        "Bo Test inviterer til dialogmøde om hjemmearbejde",
        "Bo Test invites you to a dialogue meeting about home working",
    ),
    (
        "agreements/mail/closed",
        {"closure": 1, "site": "Aarhus", "starts": DAY, "through": DAY, "reason": "Vandskade", "sent_home": True},
        "Aarhus er lukket fra fredag 4. december 2026",
        "Aarhus is closed from Friday 4 December 2026",
    ),
]


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize(("template", "facts", "da", "en"), LETTERS)
def test_a_letter_says_its_subject_and_where_to_go(
    anna: Employee, bo: Employee, template: str, facts: dict[str, object], da: str, en: str, language: str
) -> None:
    anna.language = language
    anna.save()
    facts = facts | {"employee": bo.pk} if "employee" in facts else facts
    outbox.write([outbox.Letter(key="x", recipient=anna.pk, template=template, facts=facts)], now=NOW)
    mail.outbox.clear()
    assert actions.deliver(now=NOW, moment=NOW) == 1
    [message] = mail.outbox
    greeting = "Hej Anna" if language == "da" else "Hello Anna"
    assert message.subject == {"da": da, "en": en}[language]
    assert greeting in message.body
    assert "http://localhost:8000/" in message.body
    assert "  " not in message.body
