"""What is told by mail of visits and injuries, word for word."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail

from hjemmedag.apps.outbox.models import Message
from hjemmedag.apps.overview import actions as overview
from hjemmedag.apps.people.access import viewer
from hjemmedag.apps.people.models import Employee
from hjemmedag.apps.workplaces import actions
from hjemmedag.apps.workplaces.models import Visit
from hjemmedag.core.workplaces.visits import Said
from tests.apps.workplaces.injured import injure
from tests.conftest import NOW, TODAY

TOLD = {
    "da": "Der er meldt en skade for dig\nHej Anna\n\nEn kollega har meldt en arbejdsskade på dine vegne. Læs det "
    "igennem. Er noget forkert, retter du det selv, og det gamle bliver stående under det.\n\nHvad du slog eller fik "
    "ondt i, skriver du selv, hvis du vil. Det læser kun du og den udpegede kontaktperson.\n\n{link}\n",
    "en": "An injury was reported for you\nHello Anna\n\nA colleague has reported an injury at work on your behalf. "
    "Read it through. If something is wrong, you correct it yourself, and what stood before stays below it.\n\nWhat "
    "was hurt is for you to write, if you wish. Only you and the named handler read it.\n\n{link}\n",
}
ANSWERED = {
    "da": "Svar om Anna Tests hjemmearbejdssted\nHej Bo\n\nAnna Test har svaret på, om hjemmearbejdsstedet må ses. Du "
    "læser svaret her:\n{link}\n",
    "en": "Answer about Anna Test’s home workplace\nHello Bo\n\nAnna Test has answered whether the home workplace may "
    "be seen. You read the answer here:\n{link}\n",
}
WITHDRAWN = {
    "da": "Stop: Anna Test har trukket aftalen tilbage\nHej Bo\n\nAnna Test er ikke længere med på, at du ser "
    "hjemmearbejdsstedet. Er I i gang, stopper det nu, og intet bliver skrevet ned. Se det her:\n{link}\n",
    "en": "Stop: Anna Test has taken the agreement back\nHello Bo\n\nAnna Test no longer agrees that you see the home "
    "workplace. If it is under way, it stops now, and nothing is written down. See it here:\n{link}\n",
}
NEW_HANDLER = {
    "da": "Ny kontaktperson for krop og trivsel\nHej Anna\n\nFra nu af er Gry Test virksomhedens kontaktperson og "
    "læser det, du svarer om krop og trivsel, og hvad du slog eller fik ondt i ved en skade. Det gælder også det, du "
    "har skrevet før.\n\nAndre end du og Gry Test læser det ikke. Hvad du har skrevet, ser du her:\n"
    "http://localhost:8000/hjemmearbejdssted/\n",
    "en": "A new handler for body and well-being\nHello Anna\n\nFrom now on Gry Test is the company’s named handler "
    "and reads what you answer about body and well-being, and what was hurt in an injury. That holds for what you "
    "wrote before, too.\n\nNobody but you and Gry Test reads it. What you have written, you see here:\n"
    "http://localhost:8000/hjemmearbejdssted/\n",
}


def received(template: str) -> str:
    """The one message of this kind, delivered."""
    Message.objects.exclude(template=template).delete()
    mail.outbox.clear()
    assert overview.deliver(now=NOW, moment=NOW) == 1
    [message] = mail.outbox
    return f"{message.subject}\n{message.body}"


@pytest.fixture
def agreed(anna: Employee, bo: Employee) -> Visit:
    """Anna has said yes to Bo."""
    proposed = actions.Proposed(
        way="home", purpose="Lyset", looked_at="Bordet", with_whom="", starts=NOW + timedelta(days=2)
    )
    asks = viewer(bo, TODAY)
    visit = actions.ask(employee=anna.pk, proposed=proposed, viewer=asks, today=TODAY, now=NOW)
    actions.answer_visit(visit=visit.pk, employee=anna.pk, said=Said.AGREES, words="", today=TODAY, now=NOW)
    return visit


@pytest.mark.parametrize("language", ["da", "en"])
def test_an_injury_told_by_another(language: str, anna: Employee, bo: Employee) -> None:
    Employee.objects.filter(pk=anna.pk).update(language=language)
    injury = injure(anna, by=bo, body_part="")
    link = f"http://localhost:8000/skader/{injury.pk}/"
    assert received("workplaces/mail/injury_told") == TOLD[language].format(link=link)


@pytest.mark.parametrize("language", ["da", "en"])
def test_an_answer(language: str, agreed: Visit, bo: Employee) -> None:
    Employee.objects.filter(pk=bo.pk).update(language=language)
    link = f"http://localhost:8000/besoeg/{agreed.pk}/"
    assert received("workplaces/mail/visit_answered") == ANSWERED[language].format(link=link)


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_yes_taken_back(language: str, agreed: Visit, anna: Employee, bo: Employee) -> None:
    Employee.objects.filter(pk=bo.pk).update(language=language)
    actions.withdraw(visit=agreed.pk, employee=anna.pk, now=NOW)
    link = f"http://localhost:8000/besoeg/{agreed.pk}/"
    assert received("workplaces/mail/visit_withdrawn") == WITHDRAWN[language].format(link=link)


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_new_handler(language: str, anna: Employee, dorte: Employee, gry: Employee) -> None:
    Employee.objects.filter(pk=anna.pk).update(language=language)
    injure(anna)
    choice = {"compliant_desks": False, "revision": 1, "actor": dorte.pk, "today": TODAY, "now": NOW}
    actions.choose(handler=gry.pk, **choice)
    assert received("workplaces/mail/new_handler") == NEW_HANDLER[language]
