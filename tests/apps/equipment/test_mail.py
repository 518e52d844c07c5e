"""What people are written to about equipment."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail

from hjemmedag.apps.documents import actions as documents
from hjemmedag.apps.equipment import actions
from hjemmedag.apps.equipment.models import Loan
from hjemmedag.apps.outbox.models import Message
from hjemmedag.apps.overview import actions as overview
from hjemmedag.apps.people.models import Employee
from tests.conftest import NOW, TODAY

SITE = "http://localhost:8000"
HANDED_OVER = {
    "da": "Skriv under for dit udstyr\nHej Anna\n\nDer er udleveret udstyr til dig. Se, om det hele er der, og "
    "skriv under én gang for det.\n\nDin kvittering:\n{link}\n",
    "en": "Sign for your equipment\nHello Anna\n\nEquipment has been handed over to you. See that all of it is "
    "there, and sign once for it.\n\nYour receipt:\n{link}\n",
}
RECEIVED = {
    "da": "Vi har fået dit udstyr tilbage\nHej Anna\n\nS-1 Dell U2723QE er modtaget, og du har ikke længere ansvaret "
    "for det. Her ser du, hvad du stadig har:\n{link}\n",
    "en": "We have your equipment back\nHello Anna\n\nS-1 Dell U2723QE is received, and you are no longer responsible "
    "for it. Here you see what you still have:\n{link}\n",
}
DECLINED = {
    "da": "Kvitteringen for udstyr bliver ikke underskrevet\nHej Anna\n\nKvitteringen for udstyr til Anna Test er "
    "lukket uden underskrift. Begrundelsen står her:\n{link}\n",
    "en": "The receipt for equipment will not be signed\nHello Anna\n\nThe receipt for equipment to Anna Test is "
    "closed unsigned. The reason stands here:\n{link}\n",
}
SIGNED = {
    "da": "Kvitteringen for dit udstyr er underskrevet\nHej Anna\n\nDu har skrevet under på, at du har fået udstyret. "
    "Du kan hente kvitteringen her sammen med beviset for underskriften:\n{link}\n",
    "en": "The receipt for your equipment is signed\nHello Anna\n\nYou have signed that you got the equipment. You "
    "can download the receipt here, with the evidence of the signature:\n{link}\n",
}


@pytest.fixture(params=["da", "en"])
def language(request: pytest.FixtureRequest, anna: Employee) -> str:
    """Anna is written to in both languages."""
    anna.language = request.param
    anna.save()
    said: str = request.param
    return said


def received(template: str) -> str:
    """The one mail made from this template, delivered."""
    Message.objects.exclude(template=template).delete()
    mail.outbox.clear()
    assert overview.deliver(now=NOW, moment=NOW) == 1
    [message] = mail.outbox
    return f"{message.subject}\n{message.body}"


def test_who_gets_equipment_is_asked_to_sign(language: str, lend: Callable[..., Any], anna: Employee) -> None:
    link = f"{SITE}/dokumenter/{lend(anna, 'S-1').document_id}/"
    assert received("equipment/mail/handed_over") == HANDED_OVER[language].format(link=link)


def test_who_signed_hears_where_the_receipt_is(language: str, lent: Callable[..., list[Loan]], anna: Employee) -> None:
    [loan] = lent(anna, "S-1")
    link = f"{SITE}/dokumenter/{loan.handover.document_id}/"
    assert received("documents/mail/complete") == SIGNED[language].format(link=link)


def test_whose_receipt_is_taken_back_hears_it(
    language: str, lend: Callable[..., Any], anna: Employee, gry: Employee
) -> None:
    document = lend(anna, "S-1").document_id
    documents.withdraw(document=document, actor=gry.pk, reason="Forkert skærm", now=NOW)
    assert received("documents/mail/closed") == DECLINED[language].format(link=f"{SITE}/dokumenter/{document}/")


def test_who_brought_it_back_hears_that_it_is_received(
    language: str, lent: Callable[..., list[Loan]], anna: Employee, gry: Employee
) -> None:
    [loan] = lent(anna, "S-1")
    actions.receive(loan=loan.pk, condition="good", erased=True, words="", actor=gry.pk, today=TODAY, now=NOW)
    assert received("equipment/mail/received") == RECEIVED[language].format(link=f"{SITE}/udstyr/")
