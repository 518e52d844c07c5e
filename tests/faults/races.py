"""Two people do one thing at the same moment, through the pages, in threads and connections of their own: one of them
does it, the other is told. Run by `test_races.py` on each database."""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from html import unescape
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connections
from django.http import HttpResponse
from django.test import Client

from tests.conftest import NOW, TODAY

if TYPE_CHECKING:
    from hjemmedag.apps.agreements.models import Application, Arrangement
    from hjemmedag.apps.people.models import Employee
    from hjemmedag.apps.policy.models import PolicyVersion

ROUNDS = range(50 if os.environ.get("HJEMMEDAG_SOAK") else 4)

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.parametrize("again", ROUNDS)]

As = Callable[["Employee"], Client]


def at_once(*deeds: Callable[[], HttpResponse]) -> list[HttpResponse]:
    """What came of each, all begun at the same moment."""
    begin = threading.Barrier(len(deeds))

    def done(deed: Callable[[], HttpResponse]) -> HttpResponse:
        begin.wait(timeout=30)
        try:
            return deed()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(deeds)) as threads:
        return list(threads.map(done, deeds))


def posting(browser: Client, url: str, **said: Any) -> Callable[[], HttpResponse]:
    return lambda: browser.post(url, said, follow=True)


def words(answer: HttpResponse) -> str:
    """What the page says, without its marks."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


def sound() -> None:
    """Nobody was left with half of anything."""
    from hjemmedag.apps.audit import queries as audit
    from hjemmedag.apps.documents import queries as documents

    assert (audit.broken_link(), list(audit.changed_rows()), list(documents.damaged())) == (None, [], [])


def test_of_two_answers_to_one_application_one_stands(
    again: int,
    apply: Callable[..., Application],
    policy: PolicyVersion,
    seal: None,
    anna: Employee,
    bo: Employee,
    dorte: Employee,
    as_: As,
) -> None:
    from hjemmedag.apps.agreements.models import Arrangement, Decision
    from hjemmedag.apps.documents.models import Document

    url = f"/ansoegninger/{apply(anna).pk}/afgoerelse/"
    said = {"reason": "Det passer fint.", "effective_on": "2026-12-01"}
    yes, no = at_once(
        posting(as_(bo), url, answer="approve", **said), posting(as_(dorte), url, answer="refuse", **said)
    )
    approved = Decision.objects.get().outcome == "approved"
    winner, loser = (yes, no) if approved else (no, yes)
    assert ("Godkendt" if approved else "Afslået") in words(winner)
    assert "allerede besvaret eller trukket tilbage" in words(loser)
    assert (Arrangement.objects.count(), Document.objects.count()) == (int(approved), int(approved))
    sound()


def test_of_two_who_publish_one_draft_one_publishes(
    again: int, hire: Callable[..., Employee], dorte: Employee, as_: As
) -> None:
    from hjemmedag.apps.policy import actions, queries

    other = hire("Dagny", role="hr")
    draft = actions.begin_draft(
        clauses=queries.ready_clauses({}, 1, TODAY),
        provided=queries.ready_provisions(),
        notice_months=1,
        actor=dorte.pk,
        now=NOW,
    )
    said = {
        "version": draft.pk,
        "revision": draft.revision,
        "effective_from": "2026-11-23",
        "unheard": "Ingen er valgt endnu.",
    }
    answers = at_once(*(posting(as_(one), "/politik/kladde/udgivelse/", **said) for one in (dorte, other)))
    published = queries.published().get()
    first = 0 if published.published_by_id == dorte.pk else 1
    assert "Version 1 er udgivet" in words(answers[first])
    assert answers[1 - first].status_code == 409
    assert (dorte, other)[first].name in words(answers[1 - first])
    sound()


def test_an_application_sent_twice_is_sent_once(
    again: int, policy: PolicyVersion, wish: Any, anna: Employee, as_: As
) -> None:
    from hjemmedag.apps.agreements import actions
    from hjemmedag.apps.agreements.models import Application

    draft = actions.save(employee=anna.pk, wish=wish, revision=0, now=NOW)
    said = {"wish": "Ro.", "language": "da", "revision": draft.revision}
    answers = at_once(*(posting(as_(anna), "/ansoegning/send/", **said) for _window in range(2)))
    sent = Application.objects.get()
    assert sent.submitted_at is not None
    assert [answer.status_code for answer in answers] == [200, 200]
    assert any("Din ansøgning er sendt" in words(answer) for answer in answers)
    sound()


def test_of_two_who_sign_at_once_the_one_whose_turn_it_is_signs(
    again: int, offer: Callable[..., Arrangement], anna: Employee, bo: Employee, dorte: Employee, as_: As
) -> None:
    from hjemmedag.apps.documents.models import Document, Signature

    offer(anna, by=bo)
    document = Document.objects.get()
    url = f"/dokumenter/{document.pk}/underskrift/"
    signed, early = at_once(*(posting(as_(one), url, sha256=document.sha256) for one in (anna, dorte)))
    assert Signature.objects.get().party.signer == anna
    assert "Din underskrift er på dokumentet" in words(signed)
    assert re.search("Anna Test skriver under først|ikke det, du havde foran dig", words(early))
    sound()


def test_a_document_is_signed_or_taken_back(
    again: int, offer: Callable[..., Arrangement], anna: Employee, bo: Employee, dorte: Employee, as_: As
) -> None:
    from hjemmedag.apps.documents.models import Closing, Document, Signature

    offer(anna, by=bo)
    document = Document.objects.get()
    sign, withdraw = (f"/dokumenter/{document.pk}/{what}/" for what in ("underskrift", "tilbagetraekning"))
    signed, taken_back = at_once(
        posting(as_(anna), sign, sha256=document.sha256), posting(as_(dorte), withdraw, reason="En fejl i teksten.")
    )
    assert Closing.objects.count() == 1
    assert "Dokumentet er trukket tilbage" in words(taken_back)
    told = "Din underskrift er på dokumentet" if Signature.objects.exists() else "trukket tilbage"
    assert told in words(signed)
    sound()


def test_a_list_taken_in_twice_is_taken_in_once(again: int, dorte: Employee, as_: As) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    from hjemmedag.apps.people.models import Employee, Import
    from tests.apps.people.staff_files import line, staff_file

    browser = as_(dorte)
    content = staff_file([line("2001"), line("2002")])
    seen = browser.post("/mennesker/import/", {"file": SimpleUploadedFile("liste.csv", content)}, follow=True)
    windows = [Client(), Client()]
    for window in windows:
        window.cookies.update(browser.cookies)
    digest = seen.context["seen"].plan.digest
    answers = at_once(*(posting(window, "/mennesker/import/gennemsyn/", digest=digest) for window in windows))
    assert (Import.objects.count(), Employee.objects.filter(number__startswith="2").count()) == (1, 2)
    assert [answer.status_code for answer in answers] == [200, 200]
    assert all(answer.request["PATH_INFO"] == f"/mennesker/import/{Import.objects.get().pk}/" for answer in answers)
    sound()


def test_a_receipt_given_twice_is_given_once(again: int, policy: PolicyVersion, anna: Employee, as_: As) -> None:
    from hjemmedag.apps.policy.models import Receipt

    answers = at_once(*(posting(as_(anna), "/politik/1/kvittering/") for _press in range(2)))
    assert Receipt.objects.get().employee == anna
    assert all("Du bekræftede" in words(answer) for answer in answers)
    sound()


def test_hours_and_the_closing_of_their_month_are_one_before_the_other(
    again: int, anna: Employee, ida: Employee
) -> None:
    from datetime import date

    from hjemmedag.apps.worktime import actions
    from hjemmedag.apps.worktime.models import Entry, MonthLock
    from hjemmedag.core.refusals import Refused
    from tests.apps.worktime.test_register import worked

    monday, month = date(2026, 10, 12), date(2026, 10, 1)
    actions.choose(choices=actions.Choices(starts=date(2026, 1, 5)), revision=1, actor=None, now=NOW)
    days = {monday: [worked(monday, 8, 16)]}

    def write() -> HttpResponse:
        try:
            actions.register(employee=anna.pk, monday=monday, days=days, revision=0, actor=anna.pk, now=NOW)
        except Refused as told:
            return HttpResponse(str(told), status=409)
        return HttpResponse()

    def close() -> HttpResponse:
        actions.lock(month=month, actor=ida.pk, today=NOW.date(), now=NOW)
        return HttpResponse()

    written, _closed = at_once(write, close)
    assert MonthLock.objects.count() == 1
    assert Entry.objects.count() == int(written.status_code == 200)
    sound()


def test_an_item_handed_over_twice_at_once_goes_to_one(
    again: int, seal: None, anna: Employee, carl: Employee, dorte: Employee, gry: Employee, as_: As
) -> None:
    from hjemmedag.apps.documents.models import Document
    from hjemmedag.apps.equipment import actions
    from hjemmedag.apps.equipment.models import Loan
    from hjemmedag.apps.people.models import Site

    kind = actions.add_kind(kind=actions.KindFacts(name="Skærm", benefit="computer"), actor=gry.pk, now=NOW)
    facts = actions.ItemFacts(kind=kind.pk, number="S-1", site=Site.objects.get().pk)
    actions.add_item(item=facts, actor=gry.pk, now=NOW)
    answers = at_once(
        posting(as_(gry), f"/udstyr/udlevering/til/{anna.pk}/", numbers="S-1"),
        posting(as_(dorte), f"/udstyr/udlevering/til/{carl.pk}/", numbers="S-1"),
    )
    loan = Loan.objects.get()
    first = 0 if loan.employee_id == anna.pk else 1
    assert "Venter på underskriften" in words(answers[first])
    assert "En anden har fået S-1 imens" in words(answers[1 - first])
    assert Document.objects.get().about_id == loan.employee_id
    sound()


def test_two_orders_at_once_do_not_pass_the_ceiling_together(again: int, anna: Employee, as_: As) -> None:
    from hjemmedag.apps.equipment import actions
    from hjemmedag.apps.equipment.models import Expense

    limits = {"supplies_a_year": 400, "without_approval": 300, "internet_a_month": 0}
    choices = actions.Choices(remote_hours=4, onsite_days=2, **limits)
    actions.choose(choices=choices, revision=1, actor=None, now=NOW)
    said = {"kind": "supplies", "what": "Papir", "amount": "300", "on": "2026-11-23"}
    answers = at_once(*(posting(as_(anna), "/udstyr/forbrug/", **said) for _window in range(2)))
    assert Expense.objects.count() == 1
    assert sorted("100 kr. tilbage for 2026" in words(answer) for answer in answers) == [False, True]
    sound()


def test_a_yes_taken_back_and_an_outcome_written_at_once_never_both_stand(
    again: int, anna: Employee, bo: Employee, as_: As, clock: Any
) -> None:
    from hjemmedag.apps.people.access import viewer
    from hjemmedag.apps.workplaces import actions
    from hjemmedag.apps.workplaces.models import Finding, VisitEnd
    from hjemmedag.core.workplaces.visits import Said

    asked = {"way": "video", "purpose": "Se skærmen", "looked_at": "Bordet", "with_whom": ""}
    starts, before = NOW - timedelta(minutes=10), NOW - timedelta(days=1)
    on: dict[str, Any] = {"today": before.date(), "now": before}
    proposed = actions.Proposed(**asked, starts=starts)
    visit = actions.ask(employee=anna.pk, proposed=proposed, viewer=viewer(bo, before.date()), **on)
    actions.answer_visit(visit=visit.pk, employee=anna.pk, said=Said.AGREES, words="", **on)
    url = f"/besoeg/{visit.pk}/"
    seen = {"took_place": "yes", "note": "Skærmen blænder.", "wrong": ["screen_glare"]}
    back, written = at_once(posting(as_(anna), f"{url}tilbagekaldelse/"), posting(as_(bo), f"{url}resultat/", **seen))
    if VisitEnd.objects.get().how == "withdrawn":
        assert "Dit ja er trukket tilbage" in words(back)
        assert "Aftalen er trukket tilbage" in words(written)
        assert (Finding.objects.count(), VisitEnd.objects.get().note) == (0, "")
    else:
        assert "Der er ingen aftale at trække tilbage" in words(back)
        assert "Det er skrevet." in words(written)
    sound()
