"""Whether a policy receipt and individual particulars do for a person, where the company has chosen them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Exists

from hjemmedag.apps.agreements.models import Addendum, OfferPractice
from hjemmedag.apps.agreements.queries.arrangements import Standing
from hjemmedag.apps.agreements.queries.standing_offers import offer_practice
from hjemmedag.apps.documents import queries as documents
from hjemmedag.apps.people import queries as people
from hjemmedag.apps.policy import queries as policy
from hjemmedag.core.agreements.particulars import Facts, Finding, findings
from hjemmedag.core.law import Text
from hjemmedag.rulebook import clauses


def judged(
    employee: int, version: policy.PolicyVersion, on: date, *, wished: bool, amends: Standing | None = None
) -> list[Finding] | None:
    """What speaks for an addendum from a day on; `None` where the company has chosen addenda for all."""
    practice = offer_practice()
    if practice is None or not practice.particulars:
        return None
    return findings(
        Facts(
            wished=wished,
            new_notice=_notice(version, amends) is not None,
            local_agreement=version.terms.get("local_agreement") is True,
            frame=people.frame(employee, on),
            clauses={clause.key for clause in policy.clauses_of(version)},
            headings={clause.key: clause.heading for clause in clauses.load().clauses},
        )
    )


def judged_on(employee: int, on: date, amends: Standing | None = None) -> list[Finding] | None:
    """The same for a wish that waits for its answer, on the policy of a day; `None` too while there is none."""
    practice = offer_practice()
    version = policy.in_force(on) if practice is not None and practice.particulars else None
    return None if version is None else judged(employee, version, on, wished=True, amends=amends)


def receipts_chosen() -> Exists:
    """To annotate rows with: whether the company has chosen receipts where they suffice."""
    return Exists(OfferPractice.objects.filter(particulars=True))


@dataclass(frozen=True, slots=True)
class Confirmed:
    """Particulars that the employee has confirmed, when, and which policy they stand on."""

    employee: int
    version: int
    at: datetime


def confirmed(on: date) -> list[Confirmed]:
    """Particulars confirmed by the end of a day with whose policy the receipt is not on record yet: two queries."""
    rows = Addendum.objects.filter(
        ~Exists(policy.receipts_for("terms__policy_version", "terms__arrangement__employee")),
        by_receipt=True,
        document__in=documents.completed(on),
    )
    said = ("document", "terms__arrangement__employee", "terms__policy_version")
    found = {document: (employee, version) for document, employee, version in rows.order_by("id").values_list(*said)}
    signed = (step for step in documents.events(list(found)) if step.kind == "signed") if found else ()
    return [Confirmed(*found[step.document], step.at) for step in signed]


def _notice(version: policy.PolicyVersion, amends: Standing | None) -> int | None:
    """The notice that is not agreed with the person already: signed by both, or taken in from before."""
    if amends is None:
        return version.notice_months
    return amends.terms.notice_months if amends.terms.addendum.by_receipt else None


def written(found: list[Finding]) -> list[dict[str, Any]]:
    """What was found, as the addendum keeps it."""
    return [{"da": one.words.da, "en": one.words.en, "rule": one.rule, "decides": one.decides} for one in found]


def kept(found: list[dict[str, Any]]) -> list[Finding]:
    """What an addendum has kept."""
    return [Finding(Text(da=one["da"], en=one["en"]), one["rule"], one["decides"]) for one in found]
