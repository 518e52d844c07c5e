"""What equipment asks of people: to sign, to bring back, to hand over, to receive, to help in time."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta

from hjemmedag.apps.equipment import queries
from hjemmedag.apps.equipment.queries import Turn, Waits
from hjemmedag.core.duties import Duty, Scope
from hjemmedag.rulebook.load import load

RULE = "equipment.loans"


def due(scope: Scope, on: date) -> Iterator[Duty]:
    """Every duty of this stage on a day: one query, and two more for a keeper; two for everyone's."""
    warned = on + timedelta(days=load().on(on).number(RULE, "warn_before"))
    turns = queries.turns(scope, on, warned)
    for turn in turns:
        if turn.what is Waits.SIGN:
            yield _own("equipment.sign", turn, rule=RULE, minutes=2, due=turn.day)
        elif turn.what is Waits.BRING:
            yield _own("equipment.bring_back", turn, rule="endings.return_of_equipment", minutes=10, due=turn.day)
        elif turn.what is Waits.ANSWER:
            within = timedelta(days=load().on(on).number("equipment.expenses", "answer_within"))
            yield _own("equipment.answer", turn, rule="equipment.expenses", minutes=2, due=turn.day + within)
    keepers = [one for one in queries.keepers(turns) if scope.owner in (None, one)]
    if keepers:
        yield from _kept(keepers, turns if scope.owner is None else queries.kept_turns(warned), on)


def _kept(keepers: Iterable[int], waiting: Collection[Turn], on: date) -> Iterator[Duty]:
    """What any keeper may do; it is done for all of them."""
    law = load().on(on)
    before = timedelta(days=law.number(RULE, "hand_over_before"))
    needs = queries.needs(on)
    for owner in keepers:
        for need in needs:
            yield Duty(
                kind="equipment.hand_over",
                owner=owner,
                about=need.employee,
                subject=need.employee,
                rule=RULE,
                minutes=10,
                due=min(day for day in (need.starts and need.starts - before, need.ordered_by) if day),
                facts={"starts": need.day},
            )
        for what, (kind, rule, minutes) in KEPT.items():
            mine = [turn for turn in waiting if turn.what is what]
            if mine:
                first = min(mine, key=lambda turn: (turn.day, turn.subject))
                within = law.number(RULE, "receive_within") if what in (Waits.RECEIVE, Waits.MISSING) else 0
                yield Duty(
                    kind=kind,
                    owner=owner,
                    about=owner,
                    subject=first.subject,
                    rule=rule,
                    minutes=minutes * min(len(mine), 6),
                    due=first.day + timedelta(days=within),
                    facts={"number": len(mine)},
                )


KEPT = {
    Waits.RECEIVE: ("equipment.receive", RULE, 5),
    Waits.MISSING: ("equipment.missing", RULE, 10),
    Waits.SERVICE: ("equipment.service", RULE, 10),
    Waits.REPAIR: ("equipment.repair", "equipment.repairs", 10),
}
"""The kind of duty, the rule and the minutes for each of what waits for a keeper."""


def _own(kind: str, turn: Turn, *, rule: str, minutes: int, due: date) -> Duty:
    who = turn.who
    return Duty(kind=kind, owner=who, about=who, subject=turn.subject, rule=rule, minutes=minutes, due=due)
