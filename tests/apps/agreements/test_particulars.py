"""Policy receipt and individual particulars instead of an addendum: where they suffice, and where they do not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from hjemmedag.apps.agreements import actions, duties, queries, tasks
from hjemmedag.apps.agreements.models import Addendum, Arrangement, Terms
from hjemmedag.apps.audit import queries as audit
from hjemmedag.apps.documents import actions as papers
from hjemmedag.apps.documents import queries as documents
from hjemmedag.apps.documents.models import Document, Party, Revision
from hjemmedag.apps.outbox.models import Message
from hjemmedag.apps.people.models import Company, Employee, SigningRight
from hjemmedag.apps.policy.models import Clause, PolicyVersion, Receipt
from hjemmedag.core.agreements.particulars import GENERAL
from hjemmedag.core.agreements.pattern import Pattern
from hjemmedag.core.agreements.status import Status
from hjemmedag.core.duties import Scope
from hjemmedag.rulebook.load import load
from tests.conftest import NOW, TODAY

Offer = Callable[..., Arrangement]


@pytest.fixture
def chosen(policy: PolicyVersion, dorte: Employee) -> PolicyVersion:
    """HR has chosen particulars, and the policy says what concerns everyone, without a notice of its own."""
    PolicyVersion.objects.filter(pk=policy.pk).update(notice_months=None)
    words = {"heading_da": "Alle", "heading_en": "All", "text_da": "Gælder alle.", "text_en": "For all."}
    Clause.objects.bulk_create(Clause(version=policy, key=key, position=9, **words) for key in GENERAL)
    actions.choose_practice(days=21, window_days=14, particulars=True, revision=0, actor=dorte.pk, now=NOW)
    return policy


def paper_of(arrangement: Arrangement) -> Document:
    return Document.objects.get(pk=queries.documents_of(arrangement)[-1])


def confirm(document: Document) -> None:
    papers.sign(
        document=document.pk,
        signer=document.about_id,
        expected_sha256=Revision.objects.filter(document=document).latest("number").sha256,
        authenticated=["password", "totp"],
        now=NOW,
    )


def why(arrangement: Arrangement) -> list[tuple[str, bool]]:
    kept = queries.kept(Addendum.objects.filter(terms__arrangement=arrangement).latest("pk").why_signed)
    return [(one.rule, one.decides) for one in kept]


def test_a_yes_ends_with_particulars_that_the_employee_alone_confirms(
    chosen: PolicyVersion, offer: Offer, anna: Employee, bo: Employee
) -> None:
    arrangement = offer(anna, by=bo)
    document = paper_of(arrangement)
    assert (document.kind, document.title) == ("particulars", f"Oplysninger om hjemmearbejde for {anna.name}")
    assert list(Party.objects.values_list("side", "signer")) == [("employee", anna.pk)]
    assert queries.standing(arrangement, TODAY).status is Status.WAITING
    told = Message.objects.get(template="agreements/mail/offered")
    assert (told.recipient, told.facts["by_receipt"]) == (anna.pk, True)
    [due] = [one for one in duties.due(Scope(anna.pk), TODAY) if one.subject == document.pk]
    assert (due.kind, due.rule) == ("agreements.confirm_particulars", "agreements.particulars")
    assert "individuelle oplysninger" in documents.turn(document.pk, anna.pk, NOW).statement


def test_once_confirmed_it_starts_as_a_signed_addendum_does_and_the_policy_is_confirmed_too(
    chosen: PolicyVersion, offer: Offer, anna: Employee, bo: Employee
) -> None:
    arrangement = offer(anna, by=bo, first=TODAY)
    assert [tasks.record_receipts.call(), tasks.begin_arrangements.call()] == [0, 0]
    confirm(paper_of(arrangement))
    assert [tasks.record_receipts.call(), tasks.record_receipts.call()] == [1, 0]
    assert list(Receipt.objects.values_list("version", "employee", "at")) == [(chosen.pk, anna.pk, NOW)]
    assert tasks.begin_arrangements.call() == 1
    terms = queries.terms_in_force(anna.pk, TODAY)
    assert terms == Terms.objects.get()
    assert list(audit.changed_rows()) == []


def test_a_receipt_given_before_is_not_given_twice(
    chosen: PolicyVersion, offer: Offer, anna: Employee, bo: Employee
) -> None:
    Receipt.objects.create(version=chosen, employee=anna, at=NOW)
    confirm(paper_of(offer(anna, by=bo)))
    assert tasks.record_receipts.call() == 0


def test_nobody_needs_the_right_to_sign(chosen: PolicyVersion, offer: Offer, anna: Employee, bo: Employee) -> None:
    SigningRight.objects.all().delete()
    assert paper_of(offer(anna, by=bo)).kind == "particulars"


def test_only_the_employee_confirms(
    chosen: PolicyVersion, offer: Offer, anna: Employee, bo: Employee, dorte: Employee
) -> None:
    document = paper_of(offer(anna, by=bo))
    for other in (bo, dorte):
        with pytest.raises(Party.DoesNotExist):
            documents.turn(document.pk, other.pk, NOW)


def test_saying_no_stops_it(chosen: PolicyVersion, offer: Offer, anna: Employee, bo: Employee) -> None:
    arrangement = offer(anna, by=bo)
    papers.decline(document=paper_of(arrangement).pk, actor=anna.pk, reason="Datoen passer ikke.", now=NOW)
    assert queries.standing(arrangement, TODAY).status is Status.STOPPED
    unsigned = queries.unsigned(arrangement.pk)
    assert unsigned is not None
    assert unsigned.by_receipt


def test_without_the_choice_both_sign(offer: Offer, anna: Employee, bo: Employee) -> None:
    arrangement = offer(anna, by=bo)
    assert (paper_of(arrangement).kind, why(arrangement)) == ("addendum", [])


def test_a_notice_that_nothing_agreed_carries_needs_both_signatures(
    chosen: PolicyVersion, offer: Offer, anna: Employee, bo: Employee
) -> None:
    PolicyVersion.objects.update(notice_months=1)
    arrangement = offer(anna, by=bo)
    assert (paper_of(arrangement).kind, why(arrangement)) == ("addendum", [("agreements.material_change", True)])


def test_a_notice_of_the_local_agreement_is_to_be_looked_up_and_decides_nothing(
    chosen: PolicyVersion, offer: Offer, anna: Employee, bo: Employee
) -> None:
    PolicyVersion.objects.update(notice_months=1, terms={"local_agreement": True})
    arrangement = offer(anna, by=bo)
    assert (paper_of(arrangement).kind, why(arrangement)) == ("particulars", [("agreements.material_change", False)])


def test_the_agreements_of_the_state_ask_for_an_agreement_with_each_person(
    chosen: PolicyVersion, offer: Offer, anna: Employee, bo: Employee
) -> None:
    Company.objects.update(sector="state")
    PolicyVersion.objects.update(terms={"local_agreement": True})
    arrangement = offer(anna, by=bo)
    assert (paper_of(arrangement).kind, why(arrangement)) == ("addendum", [("people.state_agreement", True)])


def test_what_the_policy_leaves_out_stands_in_an_addendum(
    chosen: PolicyVersion, offer: Offer, anna: Employee, bo: Employee
) -> None:
    Clause.objects.filter(key="injuries").delete()
    arrangement = offer(anna, by=bo)
    assert (paper_of(arrangement).kind, why(arrangement)) == ("addendum", [("agreements.particulars", True)])


def test_a_change_that_both_wished_for_ends_with_particulars_and_keeps_the_notice_signed_before(
    policy: PolicyVersion, offer: Offer, sign: Callable[..., None], anna: Employee, bo: Employee, dorte: Employee
) -> None:
    arrangement = offer(anna, by=bo, first=TODAY)
    sign(arrangement)
    actions.start(arrangement=arrangement.pk, on=TODAY, actor=None, now=NOW)
    words = {"heading_da": "Alle", "heading_en": "All", "text_da": "Gælder alle.", "text_en": "For all."}
    Clause.objects.bulk_create(Clause(version=policy, key=key, position=9, **words) for key in GENERAL)
    actions.choose_practice(days=21, window_days=90, particulars=True, revision=0, actor=dorte.pk, now=NOW)
    hours = queries.pattern_of(queries.standing(arrangement, TODAY).terms).hours
    wanted = actions.Wanted(Pattern(remote=False, cycle_weeks=1, home_days=frozenset({2}), hours=hours), TODAY)
    row = actions.ask_for_change(
        arrangement=arrangement.pk, wanted=wanted, actor=anna.pk, now=NOW, today=TODAY, rulebook=load()
    )
    terms = actions.approve_change(
        amendment=row.pk, actor=bo.pk, reason="Ja.", effective_on=date(2027, 1, 4),
        now=NOW, today=TODAY, rulebook=load(),
    )  # fmt: skip
    assert (terms.notice_months, paper_of(arrangement).kind) == (1, "particulars")


def test_what_nobody_wished_for_is_signed_by_both(
    chosen: PolicyVersion, offer: Offer, sign: Callable[..., None], anna: Employee, bo: Employee, dorte: Employee
) -> None:
    arrangement = offer(anna, by=bo, first=TODAY)
    sign(arrangement)
    actions.start(arrangement=arrangement.pk, on=TODAY, actor=None, now=NOW)
    newer = PolicyVersion.objects.create(
        number=2, effective_from=TODAY, published_at=NOW, published_by=dorte, created_at=NOW, notice_months=None
    )
    Clause.objects.filter(key__in=GENERAL).update(version=newer)
    actions.send_batch(effective_on=date(2026, 12, 14), units=[], actor=dorte.pk, now=NOW, today=TODAY)
    tasks.make_batches.call()
    assert (paper_of(arrangement).kind, why(arrangement)) == ("addendum", [("agreements.material_change", True)])


def test_the_window_for_changes_is_as_long_as_the_company_says(
    policy: PolicyVersion, offer: Offer, sign: Callable[..., None], anna: Employee, bo: Employee, dorte: Employee
) -> None:
    assert TODAY not in queries.change_window(TODAY, load())
    actions.choose_practice(days=21, window_days=60, particulars=False, revision=0, actor=dorte.pk, now=NOW)
    window = queries.change_window(TODAY, load())
    assert (window.start, window.last, TODAY in window) == (date(2026, 10, 1), date(2026, 11, 29), True)
    [entry] = audit.history(kind="agreements.OfferPractice", subject=1)
    assert (entry.action, entry.payload.data["window_days"]) == ("agreements.choose_practice", 60)
