"""What must happen with applications, single days and addenda: answers, signatures, information in time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from hjemmedag.apps.agreements import queries
from hjemmedag.core.duties import Duty, Scope
from hjemmedag.core.law import Rulebook
from hjemmedag.rulebook.load import load

MISSING = {"paper": "agreements.missing_paper", "terms": "agreements.missing_terms"}
"""The duty for each kind of gap."""

UNANSWERED = {
    "silence": "agreements.silence",
    "nobody": "agreements.nobody",
    "silence_change": "agreements.silence_change",
    "nobody_change": "agreements.nobody_change",
}
"""The duty for each kind of wish that nobody answers."""


def due(scope: Scope, on: date) -> Iterator[Duty]:
    """Every duty of this stage on a day: two queries for one person or ten thousand."""
    rulebook = load()
    turns = queries.turns(scope, on, rulebook)
    yield from _decisions(turns)
    yield from _single_days(turns, on, rulebook)
    yield from _second_looks(turns)
    yield from _changes(turns)
    yield from _abroad(turns)
    yield from _missing(turns, on, rulebook)
    yield from _unanswered(turns, on, rulebook)
    yield from _transfers(turns, on, rulebook)
    yield from _addenda(scope, on)


def _decisions(turns: queries.Turns) -> Iterator[Duty]:
    for waiting in turns.applications:
        if waiting.manager is not None:
            yield Duty(
                kind="agreements.decide",
                owner=waiting.manager,
                about=waiting.employee,
                subject=waiting.application,
                rule="agreements.flexible_request" if waiting.by_right else "agreements.answer",
                minutes=5,
                due=waiting.answer_by,
            )


def _single_days(turns: queries.Turns, on: date, rulebook: Rulebook) -> Iterator[Duty]:
    """Days that wait for the manager's word, and days that have become a habit."""
    for waiting in turns.days:
        if waiting.manager is not None:
            yield Duty(
                kind="agreements.answer_day",
                owner=waiting.manager,
                about=waiting.employee,
                subject=waiting.pk,
                rule="agreements.ad_hoc",
                minutes=1,
                due=waiting.day,
            )
    days = rulebook.on(on).number("agreements.ad_hoc", "settle_days")
    for habit in turns.habits:
        if habit.manager is not None:
            yield Duty(
                kind="agreements.habit",
                owner=habit.manager,
                about=habit.employee,
                subject=habit.employee,
                rule="agreements.ad_hoc",
                minutes=2,
                due=habit.since + timedelta(days=days),
                facts={"days": habit.days},
            )


def _second_looks(turns: queries.Turns) -> Iterator[Duty]:
    """Refusals that HR looks at once more."""
    for look in turns.looks:
        if look.handler is not None:
            yield Duty(
                kind="agreements.second_look",
                owner=look.handler,
                about=look.employee,
                subject=look.application,
                rule="agreements.flexible_request" if look.by_right else "agreements.second_look",
                minutes=10,
                due=look.answer_by,
            )


def _changes(turns: queries.Turns) -> Iterator[Duty]:
    """Changed patterns and places beside the home that wait for the side that didn't ask."""
    waiting = [(change, "agreements.answer_change", "agreements.change_window") for change in turns.changes]
    waiting += [(place, "agreements.answer_place", "agreements.information") for place in turns.places]
    for change, kind, rule in waiting:
        if change.answerer is not None:
            yield Duty(
                kind=kind,
                owner=change.answerer,
                about=change.employee,
                subject=change.pk,
                rule=rule,
                minutes=5,
                due=change.answer_by,
            )


STAYS = {
    queries.STAY: ("agreements.answer_stay", "agreements.answer", 5),
    queries.STAY_SECURITY: ("agreements.secure_stay", "security.home_security", 5),
    queries.STAY_INFORMATION: ("agreements.inform_of_stay", "agreements.information", 10),
}
"""What each turn with a period abroad is as a duty: its kind, its rule, and how many minutes it takes."""


def _abroad(turns: queries.Turns) -> Iterator[Duty]:
    """Periods abroad that wait for the manager, for IT security, or for HR, who tells of them before departure."""
    for turn, stay in turns.stays:
        if stay.answerer is None:
            continue
        kind, rule, minutes = STAYS[turn]
        before = timedelta(days=1 if turn == queries.STAY_INFORMATION else 0)
        yield Duty(
            kind=kind,
            owner=stay.answerer,
            about=stay.employee,
            subject=stay.pk,
            rule=rule,
            minutes=minutes,
            due=stay.answer_by - before,
        )


def _missing(turns: queries.Turns, on: date, rulebook: Rulebook) -> Iterator[Duty]:
    """What HR finds for arrangements from before hjemmedag, which hold meanwhile."""
    days = rulebook.on(on).number("agreements.taken_in", "days")
    for one in turns.lacking:
        if one.handler is not None:
            yield Duty(
                kind=MISSING[one.kind],
                owner=one.handler,
                about=one.employee,
                subject=one.arrangement,
                rule="agreements.taken_in",
                minutes=5,
                due=one.since + timedelta(days=days),
            )


def _unanswered(turns: queries.Turns, on: date, rulebook: Rulebook) -> Iterator[Duty]:
    """Wishes that nobody answers: HR finds out why, or names who answers meanwhile."""
    days = timedelta(days=rulebook.on(on).number("agreements.answer", "escalate_days"))
    for one in turns.unanswered:
        yield Duty(
            kind=UNANSWERED[one.kind],
            owner=one.handler,
            about=one.about,
            subject=one.wish,
            rule="agreements.answer",
            minutes=5,
            due=one.answer_by if one.kind.startswith("nobody") else one.answer_by + days,
        )


def _transfers(turns: queries.Turns, on: date, rulebook: Rulebook) -> Iterator[Duty]:
    """Addenda that name a former employer: one duty for all who moved on a day."""
    days = timedelta(days=rulebook.on(on).number("agreements.new_employer", "days"))
    for one in turns.transfers.values():
        yield Duty(
            kind="agreements.new_employer",
            owner=one.handler,
            about=one.employee,
            subject=one.employment,
            rule="agreements.new_employer",
            minutes=10,
            due=one.since + days,
        )


def _addenda(scope: Scope, on: date) -> Iterator[Duty]:
    """Signatures; and whoever signs for the company sees that the written terms are received by their first day."""
    for offer in queries.offers(scope, on):
        if scope.owner in (None, offer.signer):
            yield _signature(offer)
        if offer.unread and offer.informer is not None and scope.owner in (None, offer.informer):
            yield Duty(
                kind="agreements.information",
                owner=offer.informer,
                about=offer.employee,
                subject=offer.document,
                rule="agreements.information",
                minutes=2,
                due=offer.effective_on,
            )


def _signature(offer: queries.Offer) -> Duty:
    mine = "agreements.confirm_particulars" if offer.by_receipt else "agreements.sign"
    return Duty(
        kind="agreements.countersign" if offer.side == "employer" else mine,
        owner=offer.signer,
        about=offer.employee,
        subject=offer.document,
        rule="agreements.particulars" if offer.by_receipt else "agreements.addendum",
        minutes=2,
        due=_sign_by(offer),
        facts={"effective_on": offer.effective_on, "arrangement": offer.arrangement},
    )


def _sign_by(offer: queries.Offer) -> date:
    """The day before the first one; the employee's no later than the last day that the offer stands."""
    before = max(offer.delivered_on, offer.effective_on - timedelta(days=1))
    return before if offer.open_until is None or offer.side == "employer" else min(before, offer.open_until)
