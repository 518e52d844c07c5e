"""Offers that wait for signatures: how long they stand, and which of them say what no longer is so."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from django.db.models import Exists, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from hjemmedag.apps.agreements.models import Addendum, Arrangement, OfferPractice, Terms
from hjemmedag.apps.agreements.queries.arrangements import of_status, standings
from hjemmedag.apps.documents import queries as documents
from hjemmedag.apps.people import queries as people
from hjemmedag.apps.policy import queries as policy
from hjemmedag.core.agreements.status import Status
from hjemmedag.core.agreements.window import KEY as WINDOW
from hjemmedag.core.agreements.window import next_window
from hjemmedag.core.law import Rulebook
from hjemmedag.core.people.homes import Address
from hjemmedag.core.people.leaves import stretched
from hjemmedag.core.periods import Period


class Changed(StrEnum):
    """What is no longer as an addendum that waits for signatures says it."""

    POLICY = "policy"
    HOME = "home"
    SIGNER = "signer"


WHY = {
    Changed.POLICY: gettext_noop("A newer version of the policy is in force on the first day."),
    Changed.HOME: gettext_noop("The home address is another one now."),
    Changed.SIGNER: gettext_noop("The one who was to sign for the employer can no longer do it."),
}


@dataclass(frozen=True, slots=True)
class StaleOffer:
    """An addendum, as a document, that says something that has changed since it was offered."""

    document: int
    terms: int
    changed: tuple[Changed, ...]

    @property
    def words(self) -> str:
        """What has changed, in the language in force."""
        return " ".join(_(WHY[one]) for one in self.changed)


def offer_practice() -> OfferPractice | None:
    """The company's own time for signing; `None` while it has chosen none."""
    return OfferPractice.objects.first()


def offer_days(rulebook: Rulebook, on: date) -> int:
    """How many days an offer stands: the company's choice, else the rulebook's."""
    chosen = offer_practice()
    return chosen.days if chosen is not None else rulebook.on(on).number("agreements.offer", "days")


def change_window(on: date, rulebook: Rulebook) -> Period:
    """The window for changes that is open on a day, else the next one: the company's choice, else the rulebook's."""
    chosen = offer_practice()
    days = chosen.window_days if chosen is not None else None
    return next_window(on, rulebook.on(on).number(WINDOW, "days") if days is None else days)


def run_out(on: date, rulebook: Rulebook) -> list[int]:
    """The documents of offers whose time is over and that nobody has signed, oldest first.

    No time runs out for someone on leave, and it begins anew when they are back (rule people.leave).
    """
    over = Addendum.objects.filter(document__in=documents.untouched(), open_until__lt=on).order_by("id")
    rows = over.values_list("document", "open_until", "terms__arrangement__employee")
    waiting = [(pk, last, who) for pk, last, who in rows if pk is not None and last is not None]
    if not waiting:
        return []
    days = rulebook.on(on).number("people.leave", "catch_up_days")
    since = min(last for _pk, last, _who in waiting) - timedelta(days=days + 1)
    leaves = people.leaves(since, {who for _pk, _last, who in waiting})
    ends = ((pk, stretched(last, leaves.get(who, ()), on, days)) for pk, last, who in waiting)
    return [pk for pk, last in ends if last is not None and last < on]


def stale(on: date, arrangement: int | None = None) -> list[StaleOffer]:
    """Addenda not signed by all that say what is no longer so, oldest first; four queries for any number of them."""
    rows = Addendum.objects.filter(document__in=documents.unsigned_by()).select_related("terms__arrangement")
    if arrangement is not None:
        rows = rows.filter(terms__arrangement=arrangement)
    addenda = list(rows.order_by("id"))
    if not addenda:
        return []
    homes = people.homes_of({row.terms.arrangement.employee_id for row in addenda})
    signers = documents.employers_turn(row.document_id for row in addenda if row.document_id)
    versions, may_sign = list(policy.published()), set(people.signers(on))
    found = []
    for row in addenda:
        day = max(on, row.terms.starts)
        in_force = next((one.pk for one in versions if one.effective_from and one.effective_from <= day), None)
        home = next((one for one in homes.get(row.terms.arrangement.employee_id, ()) if day in one.period), None)
        at_home = asdict(Address(home.street, home.postcode, home.city, home.country)) if home else row.terms.home
        signer = signers.get(row.document_id or 0)
        changed = (
            (Changed.POLICY, row.terms.policy_version_id != in_force),
            (Changed.HOME, asdict(Address(**row.terms.home)) != at_home),
            (Changed.SIGNER, signer is not None and signer not in may_sign),
        )
        if any(so for _what, so in changed) and row.document_id is not None:
            found.append(StaleOffer(row.document_id, row.terms_id, tuple(what for what, so in changed if so)))
    return found


def older_policy(
    on: date, effective_on: date, employees: Collection[int] | QuerySet[Any, Any] | None = None
) -> list[int]:
    """Arrangements in force whose terms stand on an older policy version than the one in force on a first day.

    Left out: those with an addendum that waits for signatures already, and those whose version isn't known.
    """
    version = policy.in_force(effective_on)
    if version is None:
        return []
    rows = of_status(Arrangement.objects.all(), Status.IN_FORCE, on)
    if employees is not None:
        rows = rows.filter(employee__in=employees)
    found = standings(rows.order_by("employee__alphabetical", "id"), on)
    return [one.arrangement.pk for one in found if one.awaited is None and _is_older(one.terms, version)]


def _is_older(terms: Terms, version: policy.PolicyVersion) -> bool:
    return terms.policy_version_id not in (None, version.pk)


@dataclass(frozen=True, slots=True)
class Unsigned:
    """The last offer of an arrangement was closed unsigned: how, when, by whom and in which words.

    `by_receipt`: it was particulars, which were not confirmed.
    """

    kind: str
    at: datetime
    by: str
    reason: str
    by_receipt: bool


def unsigned(arrangement: int) -> Unsigned | None:
    """How the last offer was closed; `None` while one waits or once one is signed. One query."""
    open_or_signed = Addendum.objects.filter(terms__arrangement=arrangement, document__closing__isnull=True)
    rows = Addendum.objects.filter(~Exists(open_or_signed), terms__arrangement=arrangement)
    last = rows.select_related("document__closing__by").order_by("-terms__starts", "-id").first()
    if last is None or last.document is None:
        return None
    closing = last.document.closing
    return Unsigned(closing.kind, closing.at, closing.by.name if closing.by else "", closing.reason, last.by_receipt)
