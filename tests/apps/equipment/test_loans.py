"""Handing over with one signature, losing, bringing back and receiving."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.db.utils import IntegrityError
from django.test import Client
from django.test.utils import CaptureQueriesContext

from hjemmedag.apps.documents import queries as documents
from hjemmedag.apps.documents.models import Document
from hjemmedag.apps.equipment import actions, duties, queries
from hjemmedag.apps.equipment.models import Item, Loan, Repair
from hjemmedag.apps.equipment.queries import Way, Where
from hjemmedag.apps.outbox.models import Message
from hjemmedag.apps.people.models import Employee
from hjemmedag.core.duties import Scope
from hjemmedag.core.refusals import Refused, Stale
from tests.conftest import NOW, TODAY

As = Callable[[Employee], Client]
Stock = dict[str, Item]
DAY = timedelta(days=1)


def kinds(person: Employee, on: Any = TODAY) -> list[str]:
    return sorted(duty.kind for duty in duties.due(Scope(person.pk), on))


def way(person: Employee, number: str) -> Way:
    return next(one.way for one in queries.mine(person.pk) if one.loan.item.number == number)


def test_many_items_are_handed_over_with_one_signature(
    stock: Stock, developer: object, seal: None, anna: Employee, gry: Employee, as_: As
):
    desk = as_(gry)
    page = desk.get(f"/udstyr/udlevering/til/{anna.pk}/").content.decode()
    assert "Udvikler" in page
    answer = desk.post(f"/udstyr/udlevering/til/{anna.pk}/", {"numbers": "s-1, C-1 H-1"}, follow=True)
    assert "<svg" in answer.content.decode()  # the code to sign with at the counter
    document = Document.objects.get(kind="handover")
    assert kinds(anna) == ["equipment.sign"]
    assert way(anna, "C-1") is Way.UNSIGNED
    assert Message.objects.filter(recipient=anna.pk, template="equipment/mail/handed_over").count() == 1
    page = as_(anna).get(f"/dokumenter/{document.pk}/underskrift/").content.decode()
    assert "Jeg har fået alt det udstyr, der står i kvitteringen." in page
    as_(anna).post(f"/dokumenter/{document.pk}/underskrift/", {"sha256": document.sha256})
    assert documents.state(document.pk).standing is documents.Standing.COMPLETE
    assert [(one.loan.item.number, one.way) for one in queries.mine(anna.pk)] == [
        ("H-1", Way.HELD), ("S-1", Way.HELD), ("C-1", Way.HELD)
    ]  # fmt: skip
    assert kinds(anna) == []
    assert "Underskrevet" in desk.get("/udstyr/udlevering/").content.decode()


def test_the_receipt_names_every_item(stock: Stock, lend: Callable[..., Any], anna: Employee, tmp_path: Any):
    from hjemmedag.apps.documents.queries import file_of
    from tests.papers import words as words_of

    handover = lend(anna, "S-1", "C-1", return_on=TODAY + 30 * DAY)
    said = words_of(file_of(handover.document_id))
    assert all(word in said for word in ("Anna Test", "S-1", "CN0001", "C-1", "RH Logic", "Gry Test", "Prøvefirmaet"))


def test_an_item_is_out_once(stock: Stock, lend: Callable[..., Any], anna: Employee, carl: Employee):
    lend(anna, "S-1")
    with pytest.raises(Stale, match="S-1"):
        lend(carl, "S-2", "S-1")
    assert Loan.objects.count() == 1
    with pytest.raises(IntegrityError):
        Loan.objects.create(handover=Loan.objects.get().handover, employee=carl, item=stock["S-1"], starts=TODAY)


def test_what_is_being_repaired_is_not_handed_over(
    stock: Stock,
    lent: Callable[..., list[Loan]],
    lend: Callable[..., Any],
    anna: Employee,
    carl: Employee,
    gry: Employee,
):
    [loan] = lent(anna, "S-1")
    actions.receive(loan=loan.pk, condition="broken", erased=True, words="Revne", actor=gry.pk, today=TODAY, now=NOW)
    assert queries.where(queries.item(stock["S-1"].pk)) is Where.REPAIR
    with pytest.raises(Stale):
        lend(carl, "S-1")
    actions.step(repair=Repair.objects.get().pk, kind="done", words="Nyt glas", actor=gry.pk, now=NOW)
    assert lend(carl, "S-1").loans.count() == 1


def test_nobody_hands_over_to_themselves_or_receives_from_themselves(
    stock: Stock, lend: Callable[..., Any], gry: Employee, dorte: Employee
):
    with pytest.raises(Refused):
        lend(gry, "S-1")
    made = actions.hand_over(
        employee=gry.pk, items=[stock["S-1"].pk], return_on=None, actor=dorte.pk, today=TODAY, now=NOW
    )
    loan = made.loans.get()
    with pytest.raises(Refused):
        actions.receive(loan=loan.pk, condition="good", erased=True, words="", actor=gry.pk, today=TODAY, now=NOW)


def test_what_is_not_signed_for_is_taken_back(
    stock: Stock, lend: Callable[..., Any], anna: Employee, gry: Employee, as_: As
):
    handover = lend(anna, "S-1", "C-1")
    answer = as_(gry).post(f"/udstyr/udlevering/{handover.pk}/tilbagetagning/", {"reason": "Forkert skærm"})
    assert answer.status_code == 302
    assert queries.mine(anna.pk) == []
    assert documents.state(handover.document_id).standing is documents.Standing.WITHDRAWN
    assert kinds(anna) == []
    with pytest.raises(Stale):
        actions.take_back(handover=handover.pk, reason="x", actor=gry.pk, today=TODAY, now=NOW)


def test_a_declined_receipt_leaves_the_items_out_until_the_keeper_has_them(
    stock: Stock, lend: Callable[..., Any], anna: Employee, gry: Employee
):
    from hjemmedag.apps.documents import actions as papers

    handover = lend(anna, "S-1")
    papers.decline(document=handover.document_id, actor=anna.pk, reason="Jeg fik den ikke", now=NOW)
    assert way(anna, "S-1") is Way.DECLINED
    actions.take_back(handover=handover.pk, reason="", actor=gry.pk, today=TODAY, now=NOW)
    assert queries.where(queries.item(stock["S-1"].pk)) is Where.STOCK


def test_signed_items_are_not_taken_back_but_received(lent: Callable[..., list[Loan]], anna: Employee, gry: Employee):
    [loan] = lent(anna, "S-1")
    with pytest.raises(Refused, match="underskrevet"):
        actions.take_back(handover=loan.handover_id, reason="x", actor=gry.pk, today=TODAY, now=NOW)


def test_a_return_has_two_sides(lent: Callable[..., list[Loan]], anna: Employee, gry: Employee, as_: As):
    screen, chair = lent(anna, "C-1", "S-1", return_on=TODAY + 3 * DAY)
    assert kinds(anna) == ["equipment.bring_back"]
    said = {"loans": [screen.pk, chair.pk], "on": TODAY, "words": "Stillet i receptionen"}
    as_(anna).post("/udstyr/tilbagelevering/", said)
    assert way(anna, "S-1") is Way.BROUGHT
    assert kinds(anna) == []
    assert kinds(gry) == ["equipment.receive"]
    page = as_(gry).get(f"/udstyr/retur/{chair.pk}/").content.decode()
    assert "Stillet i receptionen" in page
    as_(gry).post(f"/udstyr/retur/{chair.pk}/", {"condition": "good", "erased": "on"})
    as_(gry).post(f"/udstyr/retur/{screen.pk}/", {"condition": "worn"})
    assert queries.mine(anna.pk) == []
    assert kinds(gry) == []
    assert Message.objects.filter(recipient=anna.pk, template="equipment/mail/received").count() == 2
    with pytest.raises(Stale):
        actions.receive(loan=chair.pk, condition="good", erased=True, words="", actor=gry.pk, today=TODAY, now=NOW)


def test_a_loss_is_told_once_and_written_off_or_found(
    stock: Stock, lent: Callable[..., list[Loan]], anna: Employee, carl: Employee, gry: Employee, as_: As
):
    chair, screen = lent(anna, "C-1", "S-1")
    said = {"kind": "stolen", "on": TODAY, "words": "Taget fra bilen"}
    assert as_(carl).get(f"/udstyr/laan/{screen.pk}/tab/").status_code == 404
    as_(anna).post(f"/udstyr/laan/{screen.pk}/tab/", said)
    assert way(anna, "S-1") is Way.MISSING
    assert "allerede fortalt" in as_(anna).post(f"/udstyr/laan/{screen.pk}/tab/", said).content.decode()
    assert kinds(gry) == ["equipment.missing"]
    actions.report_loss(loan=chair.pk, employee=anna.pk, kind="lost", on=TODAY, words="Væk", today=TODAY, now=NOW)
    actions.write_off(pk=stock["S-1"].pk, why="stolen", on=TODAY, words="Anmeldt", actor=gry.pk, now=NOW)
    actions.receive(loan=chair.pk, condition="good", erased=False, words="Fundet", actor=gry.pk, today=TODAY, now=NOW)
    assert queries.mine(anna.pk) == []
    assert kinds(gry) == []
    with pytest.raises(Refused):
        actions.report_loss(loan=chair.pk, employee=anna.pk, kind="lost", on=TODAY, words="x", today=TODAY, now=NOW)


def test_all_of_it_is_asked_for_by_a_day(lent: Callable[..., list[Loan]], anna: Employee, gry: Employee, as_: As):
    lent(anna, "C-1", "S-1")
    late = {"on": TODAY - DAY}
    assert "allerede gået" in as_(gry).post(f"/udstyr/retur/fra/{anna.pk}/", late).content.decode()
    as_(gry).post(f"/udstyr/retur/fra/{anna.pk}/", {"on": TODAY + 10 * DAY})
    [duty] = [one for one in duties.due(Scope(anna.pk), TODAY) if one.kind == "equipment.bring_back"]
    assert duty.due == TODAY + 10 * DAY
    page = as_(gry).get("/udstyr/retur/?vis=awaited&q=anna").content.decode()
    assert "S-1" in page
    assert as_(gry).get("/udstyr/retur/?format=csv").content.decode("utf-8-sig").count("Anna Test") == 2


def test_a_keeper_is_asked_to_hand_over_before_the_first_day(
    developer: object,
    offer: Callable[..., Any],
    lent: Callable[..., list[Loan]],
    anna: Employee,
    bo: Employee,
    gry: Employee,
    as_: As,
):
    offer(anna, by=bo)
    [duty] = [one for one in duties.due(Scope(gry.pk), TODAY) if one.kind == "equipment.hand_over"]
    assert (duty.about, str(duty.due)) == (anna.pk, "2026-11-30")
    page = as_(gry).get("/udstyr/udlevering/").content.decode()
    assert "1 × Skærm, 1 × Stol" in page
    form = as_(gry).get(f"/udstyr/udlevering/til/{anna.pk}/").context["form"]
    proposed = {name: field.initial for name, field in form.fields.items() if name.startswith("pick_")}
    assert sorted(proposed.values()) == sorted(str(Item.objects.get(number=one).pk) for one in ("S-1", "C-1"))
    as_(gry).post(f"/udstyr/udlevering/til/{anna.pk}/", proposed)
    assert "equipment.hand_over" not in kinds(gry)


def test_the_same_item_twice_and_an_unknown_number_are_refused(
    stock: Stock, seal: None, anna: Employee, gry: Employee, as_: As
):
    url = f"/udstyr/udlevering/til/{anna.pk}/"
    assert "Ingen genstand har nummer Q-9" in as_(gry).post(url, {"numbers": "S-1 Q-9"}).content.decode()
    assert "Vælg, hvad der udleveres" in as_(gry).post(url, {"numbers": ""}).content.decode()
    assert Loan.objects.count() == 0


def test_service_and_replacement_are_told_in_time(stock: Stock, gry: Employee):
    actions.serviced(pk=stock["S-1"].pk, on=TODAY, next_on=TODAY + 10 * DAY, actor=gry.pk, now=NOW)
    [duty] = duties.due(Scope(gry.pk), TODAY)
    assert (duty.kind, duty.due, duty.subject) == ("equipment.service", TODAY + 10 * DAY, stock["S-1"].pk)
    assert kinds(gry, TODAY - 10 * DAY) == []


def test_duties_cost_the_same_for_one_loan_and_for_three(
    stock: Stock, lent: Callable[..., list[Loan]], anna: Employee, carl: Employee, gry: Employee
):
    def asked() -> int:
        with CaptureQueriesContext(connection) as found:
            list(duties.due(Scope(), TODAY))
        return len(found)

    lent(anna, "S-1", return_on=TODAY)
    once = asked()
    lent(carl, "C-1", "H-1", return_on=TODAY)
    assert asked() == once == 2


def test_hr_keeps_where_nobody_is_it(lent: Callable[..., list[Loan]], anna: Employee, dorte: Employee, gry: Employee):
    from hjemmedag.apps.people.models import RoleGrant

    [loan] = lent(anna, "S-1")
    actions.bring_back(loans=[loan.pk], employee=anna.pk, on=TODAY, words="", today=TODAY, now=NOW)
    assert kinds(dorte) == []
    RoleGrant.objects.filter(employee=gry).delete()
    assert kinds(dorte) == ["equipment.receive"]


def test_both_sides_of_a_return_stay_on_one_s_own_page(
    lent: Callable[..., list[Loan]], anna: Employee, carl: Employee, gry: Employee, as_: Callable[[Employee], Client]
) -> None:

    [chair, screen] = lent(anna, "C-1", "S-1")
    told = {"employee": anna.pk, "on": TODAY, "today": TODAY, "now": NOW}
    actions.bring_back(loans=[chair.pk], words="I receptionen", **told)
    for loan in (chair, screen):
        actions.receive(
            loan=loan.pk, condition="worn", erased=False, words="Ridset", actor=gry.pk, today=TODAY, now=NOW
        )
    page = as_(anna).get("/udstyr/").text
    assert [part in page for part in ("I receptionen", "Slidt, men virker", "Ridset", "af Gry")] == [True] * 4
    assert {one.pk for one in queries.returned(anna.pk, TODAY)} == {chair.pk, screen.pk}
    assert queries.returned(carl.pk, TODAY) == queries.returned(anna.pk, TODAY + timedelta(days=1)) == []
