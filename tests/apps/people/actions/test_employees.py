"""Taking someone on, and correcting who they are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from allauth.account.models import EmailAddress

from hjemmedag.apps.audit.models import Entry
from hjemmedag.apps.outbox.models import Message
from hjemmedag.apps.people import actions, models
from hjemmedag.core.refusals import Refused
from tests.conftest import HIRED, NOW

MARCH = date(2027, 3, 1)
MIA = actions.Identity(number="0900", first_name="Mia", last_name="Åberg", email="Mia@Proeve.example")


def hire(who: actions.Identity, manager: int | None, last_day: date | None = None) -> models.Employee:
    return actions.hire(
        who=who,
        legal_entity=models.LegalEntity.objects.get(),
        conditions=actions.Conditions(title="Udvikler", weekly_hours=Decimal("32.5")),
        starts=MARCH,
        last_day=last_day,
        team=models.Team.objects.get(name="Platform"),
        manager=manager,
        actor=None,
        now=NOW,
    )


def test_a_new_employee_has_employment_team_and_manager_from_the_first_day(bo: models.Employee) -> None:
    mia = hire(MIA, bo.pk, last_day=date(2027, 8, 31))
    until = date(2027, 9, 1)
    assert (mia.email, mia.findable) == ("mia@proeve.example", "mia åberg 0900 mia@proeve.example")
    assert mia.employments.get().terms.get().weekly_hours == Decimal("32.5")
    dated = [mia.employments.get(), mia.memberships.get(), mia.reporting.get()]
    assert [(row.starts, row.ends) for row in dated] == [(MARCH, until)] * 3


@pytest.mark.parametrize(
    ("who", "message"),
    [
        (replace(MIA, number="0001"), "Bo Test har allerede nummer 0001"),
        (replace(MIA, email="BO@proeve.example"), "Bo Test har allerede adressen bo@proeve.example"),
    ],
)
def test_a_number_or_address_that_someone_has_is_refused_and_nothing_is_written(
    who: actions.Identity, message: str, bo: models.Employee
) -> None:
    with pytest.raises(Refused, match=message):
        hire(who, bo.pk)
    assert list(models.Employee.objects.values_list("first_name", flat=True)) == ["Bo"]


def test_a_correction_changes_the_search_text_and_is_recorded(anna: models.Employee, dorte: models.Employee) -> None:
    who = actions.Identity(number=anna.number, first_name="Anne", last_name="Østergård", email=anna.email)
    actions.correct(employee=anna.pk, who=who, actor=dorte.pk, now=NOW)
    anna.refresh_from_db()
    assert anna.findable == "anne østergård 0002 anna@proeve.example"
    entry = Entry.objects.get()
    assert (entry.action, entry.actor, entry.about) == ("people.correct", dorte.pk, anna.pk)
    assert entry.payload.data == {"first_name": ["Anna", "Anne"], "last_name": ["Test", "Østergård"]}


def test_saving_the_same_again_records_nothing(anna: models.Employee, dorte: models.Employee) -> None:
    who = actions.Identity(number=anna.number, first_name="Anna", last_name="Test", email=anna.email)
    actions.correct(employee=anna.pk, who=who, actor=dorte.pk, now=NOW)
    assert Entry.objects.count() == 0


def test_the_old_address_does_not_sign_in_any_more(anna: models.Employee, dorte: models.Employee) -> None:
    EmailAddress.objects.create(user=anna, email=anna.email, verified=True, primary=True)
    who = actions.Identity(number=anna.number, first_name="Anna", last_name="Test", email="anna.ny@proeve.example")
    actions.correct(employee=anna.pk, who=who, actor=dorte.pk, now=NOW)
    assert EmailAddress.objects.count() == 0


def test_the_old_address_is_told_of_each_change_and_of_no_other_correction(
    anna: models.Employee, dorte: models.Employee
) -> None:
    who = actions.Identity(number=anna.number, first_name="Anne", last_name="Test", email=anna.email)
    for email in (anna.email.upper(), "anna.to@proeve.example", "anna.tre@proeve.example"):
        actions.correct(employee=anna.pk, who=replace(who, email=email), actor=dorte.pk, now=NOW)
    letters = Message.objects.order_by("id").values_list("recipient", "address", "template", "facts")
    assert list(letters) == [
        (anna.pk, address, "people/mail/moved", {"employee": dorte.pk})
        for address in ("anna@proeve.example", "anna.to@proeve.example")
    ]
    assert [entry.payload.data.get("email") for entry in Entry.objects.order_by("number")] == [
        None,
        ["anna@proeve.example", "anna.to@proeve.example"],
        ["anna.to@proeve.example", "anna.tre@proeve.example"],
    ]


def test_someone_from_outside_has_no_number_and_no_employment(dorte: models.Employee) -> None:
    who = actions.Identity(number=None, first_name="Rie", last_name="Revisor", email="rie@revision.example")
    rie = actions.welcome(who=who, actor=dorte.pk, now=NOW)
    other = replace(who, email="ole@revision.example")
    actions.welcome(who=other, actor=dorte.pk, now=NOW)
    assert (rie.number, rie.employments.count(), HIRED) == (None, 0, HIRED)
