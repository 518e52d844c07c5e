"""Supplies with a ceiling and an approval, four ways to pay for internet, and the lines for payroll."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from hjemmedag.adapters.spreadsheets import read
from hjemmedag.apps.equipment import actions, duties, queries
from hjemmedag.apps.equipment.models import Expense, Internet
from hjemmedag.apps.people.models import Employee
from hjemmedag.core.duties import Scope
from hjemmedag.core.refusals import Refused, Stale
from tests.conftest import NOW, TODAY

As = Callable[[Employee], Client]
DAY = timedelta(days=1)
OWN = "/udstyr/forbrug/"


def order(amount: str, **other: Any) -> dict[str, Any]:
    return {"kind": "supplies", "what": "Papir", "amount": amount, "on": TODAY, "voucher": ""} | other


def bill(amount: str, on: date = TODAY) -> dict[str, Any]:
    return order(amount, kind="internet", what="Fiber", on=on, voucher="F-17")


@pytest.fixture
def agree(dorte: Employee) -> Callable[..., Internet]:
    """`agree(anna, "cash", 200)`: from the first of the month; what began in an earlier one was written down then."""

    def agree(person: Employee, way: str, amount: int = 0, *, starts: date = date(2026, 11, 1), **more: Any) -> Any:
        rows = queries.schemes(person.pk)
        return actions.set_internet(
            employee=person.pk,
            way=way,
            amount=Decimal(amount),
            agreed_on=more.get("agreed_on"),
            starts=starts,
            seen=rows[0].pk if rows else 0,
            actor=dorte.pk,
            now=more.get("now", min(NOW, datetime.combine(starts, time(9), NOW.tzinfo))),
        )

    return agree


def test_what_is_small_is_approved_and_the_rest_waits_for_the_manager(anna: Employee, bo: Employee, as_: As):
    as_(anna).post(OWN, order("250"))
    as_(anna).post(OWN, order("250,50"))
    small, large = Expense.objects.order_by("id")
    assert (small.answer.approved, small.answer.by) == (True, None)
    assert queries.answered(large) is queries.Answered.WAITING
    [duty] = [one for one in duties.due(Scope(bo.pk), TODAY) if one.kind == "equipment.answer"]
    assert (duty.subject, duty.due) == (large.pk, TODAY + 7 * DAY)
    assert list(as_(bo).get("/udstyr/godkendelse/").context["page"]) == [large]
    url = f"/udstyr/godkendelse/{large.pk}/"
    assert "Skriv begrundelsen" in as_(bo).post(url, {"refuse": "1", "reason": ""}).content.decode()
    as_(bo).post(url, {"refuse": "1", "reason": "Vi har det på lager"})
    assert "Vi har det på lager" in as_(anna).get(OWN).content.decode()
    assert [one for one in duties.due(Scope(), TODAY) if one.kind == "equipment.answer"] == []
    with pytest.raises(Stale):
        actions.answer_expense(expense=large.pk, approved=True, reason="", actor=bo.pk, now=NOW)


def test_the_ceiling_of_the_year_holds_and_a_refusal_frees_it(anna: Employee, bo: Employee, as_: As):
    as_(anna).post(OWN, order("1400"))
    assert "Du har 100 kr. tilbage for 2026." in as_(anna).post(OWN, order("101")).content.decode()
    actions.answer_expense(expense=Expense.objects.get().pk, approved=False, reason="Nej", actor=bo.pk, now=NOW)
    assert as_(anna).post(OWN, order("101")).status_code == 302
    assert queries.spent(anna.pk, 2026) == Decimal(101)


@pytest.mark.parametrize("year", [2025, 2000])
def test_a_day_in_an_older_year_does_not_open_its_money(year: int, anna: Employee, as_: As):
    as_(anna).post(OWN, order("1400"))
    assert "Du har 100 kr. tilbage for 2026." in as_(anna).post(OWN, order("101", on=f"{year}-01-01")).content.decode()
    assert as_(anna).post(OWN, order("100", on=f"{year}-01-01")).status_code == 302
    assert set(Expense.objects.values_list("on", flat=True)) == {TODAY}


def test_nobody_answers_their_own_and_a_manager_only_the_team(anna: Employee, bo: Employee, carl: Employee, as_: As):
    as_(anna).post(OWN, order("300"))
    row = Expense.objects.get()
    with pytest.raises(Refused):
        actions.answer_expense(expense=row.pk, approved=True, reason="", actor=anna.pk, now=NOW)
    assert as_(carl).get(f"/udstyr/godkendelse/{row.pk}/").status_code == 403
    assert "leder" in as_(bo).post(OWN, order("300")).content.decode()  # nobody leads Bo


def test_a_bill_is_refunded_where_that_is_agreed_once_a_month(
    anna: Employee, bo: Employee, agree: Callable[..., Any], as_: As
):
    assert "ikke aftalt" in as_(anna).post(OWN, bill("250")).content.decode()
    agree(anna, "refund")
    assert "Skriv regningens nummer" in as_(anna).post(OWN, bill("250") | {"voucher": ""}).content.decode()
    assert "højst 300 kr." in as_(anna).post(OWN, bill("301")).content.decode()
    assert as_(anna).post(OWN, bill("250")).status_code == 302
    assert "allerede bedt om" in as_(anna).post(OWN, bill("250", TODAY - DAY)).content.decode()
    assert queries.amounts(date(2026, 11, 1)) == []
    actions.answer_expense(expense=Expense.objects.get().pk, approved=True, reason="", actor=bo.pk, now=NOW)
    [line] = queries.amounts(date(2026, 11, 1))
    assert (line.name, line.cvr, line.what, line.words, line.amount) == (
        "Anna Test", "12345678", "refund", "F-17", Decimal(250)
    )  # fmt: skip
    assert queries.amounts(date(2026, 12, 1)) == []


def test_cash_and_gross_salary_stand_in_every_month_they_hold(
    anna: Employee, carl: Employee, ida: Employee, dorte: Employee, agree: Callable[..., Any], as_: As
):
    agree(anna, "cash", 200, starts=date(2026, 9, 1))
    agree(carl, "salary", 250, starts=date(2026, 10, 1), agreed_on=date(2026, 9, 20))
    agree(anna, "", starts=date(2026, 11, 1))
    own = as_(carl).get("/udstyr/forbrug/").content.decode()
    assert ("Betaling over bruttolønnen" in own, "som virksomheden abonnerer på" in own) == (True, True)
    lines = {
        month: [(one.name, one.amount) for one in queries.amounts(date(2026, month, 1))] for month in (8, 9, 10, 11)
    }
    assert lines == {
        8: [],
        9: [("Anna Test", Decimal(200))],
        10: [("Anna Test", Decimal(200)), ("Carl Test", Decimal(-250))],
        11: [("Carl Test", Decimal(-250))],
    }
    page = as_(ida).get("/udstyr/loen/?maaned=2026-10").content.decode()
    assert "ingen kode" in page
    said = {"remote_hours": 4, "onsite_days": 2, "supplies_a_year": "1500", "without_approval": "250"}
    said |= {"internet_a_month": "300", "code_cash": "4711", "code_salary": "4712", "revision": 1}
    as_(dorte).post("/udstyr/valg/", said)
    table = read(as_(ida).get("/udstyr/loen/?maaned=2026-10&format=csv").content)
    assert [(row.cells[1], row.cells[4], row.cells[7]) for row in table.rows] == [
        ("Anna Test", "4711", "200,00"), ("Carl Test", "4712", "-250,00")
    ]  # fmt: skip
    assert "En anden ændrede valgene" in as_(dorte).post("/udstyr/valg/", said).content.decode()


@pytest.mark.parametrize(
    ("way", "amount", "agreed_on", "why"),
    [
        ("cash", 0, None, "Skriv beløbet"),
        ("company", 200, None, "intet fast beløb"),
        ("salary", 200, None, "skal være aftalt, før"),
        ("salary", 200, date(2026, 11, 1), "skal være aftalt, før"),
        ("cash", 200, date(2026, 10, 1), "Kun en ordning over bruttolønnen"),
        ("", 0, None, "intet at afslutte"),
    ],
)
def test_what_does_not_fit_together_is_refused(
    way: str, amount: int, agreed_on: date | None, why: str, anna: Employee, agree: Callable[..., Any]
):
    with pytest.raises(Refused, match=why):
        agree(anna, way, amount, agreed_on=agreed_on)
    assert Internet.objects.count() == 0


def test_no_way_begins_in_a_month_that_payroll_may_have_taken(anna: Employee, agree: Callable[..., Any]):
    with pytest.raises(Refused, match="Løn kan have taget"):
        agree(anna, "cash", 200, starts=date(2026, 10, 31), now=NOW)
    agree(anna, "cash", 200, starts=date(2026, 11, 1), now=NOW)
    assert Internet.objects.count() == 1


def test_another_way_ends_the_one_before(anna: Employee, dorte: Employee, agree: Callable[..., Any], as_: As):
    agree(anna, "refund", starts=date(2026, 9, 1))
    page = as_(dorte).get(f"/udstyr/internet/{anna.pk}/")
    said = {"way": "company", "starts": "2026-12-01", "seen": page.context["form"]["seen"].value()}
    assert as_(dorte).post(f"/udstyr/internet/{anna.pk}/", said).status_code == 302
    told = [(one.way, one.starts, one.ends) for one in queries.schemes(anna.pk)]
    assert told == [("company", date(2026, 12, 1), None), ("refund", date(2026, 9, 1), date(2026, 12, 1))]
    assert "Nogen har ændret" in as_(dorte).post(f"/udstyr/internet/{anna.pk}/", said).content.decode()
    early = said | {"seen": queries.schemes(anna.pk)[0].pk, "starts": "2026-11-01"}
    assert "Vælg en senere dag" in as_(dorte).post(f"/udstyr/internet/{anna.pk}/", early).content.decode()
    assert as_(dorte).get("/udstyr/internet/?vis=company").content.decode().count(f"/udstyr/internet/{anna.pk}/") == 1


def test_each_benefit_has_its_note_and_an_unknown_year_says_so(
    anna: Employee, agree: Callable[..., Any], as_: As, clock: Any
):
    agree(anna, "company")
    page = as_(anna).get(OWN).content.decode()
    assert "beskattes af et fast beløb" in page
    assert "3.500" in page
    clock.move_to(NOW + timedelta(days=60))
    assert "Satsen mangler for 2027." in as_(anna).get(OWN).content.decode()
