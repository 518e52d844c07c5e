"""One more addendum for the same arrangement: offered again, started over because something changed, or renewed."""

from __future__ import annotations

from copy import copy
from dataclasses import asdict
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from hjemmedag.apps.agreements import queries
from hjemmedag.apps.agreements.actions.agreeing import Ready, offer, ready
from hjemmedag.apps.agreements.models import Addendum, Amendment, Arrangement, OfferPractice, Terms
from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.documents import actions as documents
from hjemmedag.apps.people import actions as people_actions
from hjemmedag.apps.people import queries as people
from hjemmedag.core.agreements.status import Status
from hjemmedag.core.law import Rulebook
from hjemmedag.core.people.homes import Address
from hjemmedag.core.refusals import Refused, Stale


def offer_again(
    *, arrangement: int, actor: int, effective_on: date, now: datetime, today: date, rulebook: Rulebook
) -> Addendum:
    """The same arrangement once more, after nobody signed its last offer: on the policy and home of the first day."""
    row = _arrangement(arrangement)
    if actor == row.employee_id:
        raise Refused(_("You can’t offer an addendum to yourself."))
    _unsigned(row, today)
    old = queries.standing(row, today).terms
    wished = row.application_id is not None
    new, paper = _paper(old, effective_on, now=now, today=today, rulebook=rulebook, wished=wished)
    with transaction.atomic():
        people_actions.hold([row.employee_id])
        Arrangement.objects.select_for_update().get(pk=row.pk)
        _unsigned(row, today)
        addendum = offer(row, new, paper, actor=actor, now=now, today=today, because="again")
        _recorded("agreements.offer_again", row, addendum, actor, now)
    return addendum


def start_over(*, stale: queries.StaleOffer, now: datetime, today: date, rulebook: Rulebook) -> Addendum | None:
    """A new addendum in the place of one that says what is no longer so, with the reason in its letter.

    Signatures given on the old one stay with it. Where no new one can be made, the old one lapses: `None`.
    """
    old = Terms.objects.select_related("arrangement__employee", "addendum__document").get(pk=stale.terms)
    row, first = old.arrangement, max(today, old.starts)
    language = "en" if old.addendum.document and old.addendum.document.language == "en" else "da"
    with override(language):
        why = stale.words
        try:
            amends, wished = _amended(old), _wished(old)
            new, paper = _paper(old, first, now=now, today=today, rulebook=rulebook, wished=wished, amends=amends)
        except Refused as refused:
            documents.lapse(document=stale.document, reason=f"{why} {refused.message}", now=now)
            return None
        with transaction.atomic():
            Arrangement.objects.select_for_update().get(pk=row.pk)
            if stale not in queries.stale(today, row.pk):
                raise Refused(_("The addendum has been signed, closed or replaced meanwhile."))
            reason = _("%(why)s A new addendum takes the place of this one, and signing starts over.") % {"why": why}
            documents.replace(document=stale.document, actor=None, reason=reason, now=now)
            addendum = offer(row, new, paper, actor=None, now=now, today=today, because="changed", why=why)
            answered = list(Amendment.objects.select_for_update().filter(terms=old))
            for change in answered:
                change.terms = addendum.terms
                change.save(update_fields=["terms"])
            _recorded("agreements.start_over", row, addendum, None, now, *answered)
    return addendum


def renewal(
    arrangement: int, *, effective_on: date, now: datetime, today: date, rulebook: Rulebook
) -> tuple[Arrangement, Terms, Ready]:
    """The addendum on the policy in force for an arrangement on older terms. Call it before the transaction."""
    row = _arrangement(arrangement)
    standing = queries.standing(row, today)
    if standing.status is not Status.IN_FORCE or standing.awaited is not None:
        raise Refused(_("The arrangement isn’t in force any more, or an addendum waits for signatures already."))
    terms = standing.terms
    new, paper = _paper(terms, effective_on, now=now, today=today, rulebook=rulebook, wished=False, amends=standing)
    if paper.version.pk == terms.policy_version_id:
        raise Refused(_("The terms stand on this version of the policy already."))
    return row, new, paper


@transaction.atomic
def choose_practice(
    *, days: int, window_days: int, particulars: bool, revision: int, actor: int, now: datetime
) -> OfferPractice:
    """How arrangements are agreed from now on. `revision` is the one the page showed, 0 for the first."""
    chosen = {"days": days, "window_days": window_days, "particulars": particulars}
    row, made = OfferPractice.objects.get_or_create(pk=1, defaults=chosen)
    row = OfferPractice.objects.select_for_update().get()
    if row.revision != revision and not (made and revision == 0):
        raise Stale(_("Someone changed the choices while you were writing."))
    row.days, row.window_days, row.particulars = days, window_days, particulars
    row.revision = row.revision if made else row.revision + 1
    row.save()
    audit.record(action="agreements.choose_practice", actor=actor, now=now, subject=row, data=chosen, rows=[row])
    return row


def _arrangement(pk: int) -> Arrangement:
    return Arrangement.objects.select_related("employee", "application").get(pk=pk)


def _unsigned(row: Arrangement, today: date) -> None:
    """Refuse unless the last offer was closed unsigned and nothing else has come in its place."""
    latest = queries.latest_standing(row.employee_id, today)
    if latest is None or latest.arrangement.pk != row.pk or latest.status is not Status.STOPPED:
        raise Refused(_("Only the last arrangement, whose addendum was not signed, can be offered again."))


def _paper(
    old: Terms,
    first: date,
    *,
    now: datetime,
    today: date,
    rulebook: Rulebook,
    wished: bool,
    amends: queries.Standing | None = None,
) -> tuple[Terms, Ready]:
    """The old terms with the home of the first day, and the addendum that says so."""
    row = Arrangement.objects.select_related("application").get(pk=old.arrangement_id)
    new = copy(Terms.objects.get(pk=old.pk))
    if not new.home or not new.room:
        raise Refused(_("Address or room is missing in the arrangement. HR must fill them in first."))
    if home := people.home_of(row.employee_id, first):
        new.home = asdict(Address(home.street, home.postcode, home.city, home.country))
    paper = ready(
        new,
        row.employee_id,
        number=row.application_id or row.pk,
        language=row.application.document_language if row.application else "da",
        effective_on=first,
        now=now,
        today=today,
        rulebook=rulebook,
        wished=wished,
        amends=amends,
    )
    return new, paper


def _amended(old: Terms) -> queries.Standing | None:
    """The arrangement whose terms these were to replace; `None` for an arrangement's first ones."""
    standing = queries.standing(old.arrangement, old.addendum.delivered_on)
    return None if standing.terms.pk == old.pk else standing


def _wished(old: Terms) -> bool:
    """Whether these terms answer a wish: a change asked for, or the application in the arrangement's first ones."""
    if Amendment.objects.filter(terms=old).exists():
        return True
    return old.arrangement.application_id is not None and _amended(old) is None


def _recorded(
    action: str, row: Arrangement, addendum: Addendum, actor: int | None, now: datetime, *changed: Amendment
) -> None:
    audit.record(
        action=action,
        actor=actor,
        now=now,
        subject=row,
        about=row.employee_id,
        data={"effective_on": addendum.terms.starts.isoformat(), "policy": addendum.terms.policy_version_id},
        rows=[addendum.terms, addendum, *changed],
    )
