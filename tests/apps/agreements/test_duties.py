"""The duties of applications and addenda, derived from facts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.db import connection
from django.test.utils import CaptureQueriesContext

from hjemmedag.apps.agreements import actions, queries
from hjemmedag.apps.agreements.duties import due
from hjemmedag.apps.agreements.models import Application, Arrangement
from hjemmedag.apps.documents import actions as documents
from hjemmedag.apps.documents.models import Document
from hjemmedag.apps.people.models import Employee
from hjemmedag.core.duties import Duty, Scope
from tests.conftest import NOW, TODAY


def kinds(owner: Employee | None = None) -> list[tuple[str, int, date | None]]:
    scope = Scope(owner=owner.pk if owner else None)
    return [(duty.kind, duty.owner, duty.due) for duty in due(scope, TODAY)]


def test_an_application_is_a_duty_of_the_manager_until_it_is_answered(
    apply: Callable[..., Application], anna: Employee, bo: Employee, carl: Employee
) -> None:
    application = apply(anna)
    assert kinds(bo) == [("agreements.decide", bo.pk, application.answer_by)]
    assert kinds(carl) == []
    actions.refuse(application=application.pk, actor=bo.pk, reason="Nej", now=NOW)
    assert kinds() == []


def test_the_signature_is_asked_of_one_after_the_other(
    offer: Callable[..., Arrangement], anna: Employee, bo: Employee, dorte: Employee
) -> None:
    arrangement = offer(anna, by=bo)
    the_day_before = date(2026, 11, 30)
    assert kinds(anna) == [("agreements.sign", anna.pk, the_day_before)]
    assert kinds(dorte) == [("agreements.information", dorte.pk, date(2026, 12, 1))]
    [document] = queries.documents_of(arrangement)
    sha256 = Document.objects.get(pk=document).sha256
    documents.sign(document=document, signer=anna.pk, expected_sha256=sha256, authenticated=["passkey"], now=NOW)
    assert kinds(anna) == []
    assert kinds(dorte) == [("agreements.countersign", dorte.pk, the_day_before)]


def test_everyones_duties_cost_the_same_queries_for_three_as_for_one(
    offer: Callable[..., Arrangement], apply: Callable[..., Application], hire: Callable[..., Employee], bo: Employee
) -> None:
    counts: list[int] = []
    found: list[Duty] = []
    for name in ("Per", "Pia", "Pil"):
        offer(hire(name, manager=bo), by=bo)
        apply(hire(f"{name}2", manager=bo))
        with CaptureQueriesContext(connection) as asked:
            found = list(due(Scope(), TODAY))
        counts.append(len(asked))
    assert len(found) == 9
    assert counts == [counts[0]] * 3
