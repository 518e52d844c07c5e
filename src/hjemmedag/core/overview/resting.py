"""Which duties rest while someone is on leave, and when they are due once the person is back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from hjemmedag.core.duties import Duty
from hjemmedag.core.people.leaves import stretched
from hjemmedag.core.periods import Period

OWN = frozenset(
    {
        *(
            "policy.receipt",
            "agreements.sign",
            "agreements.confirm_particulars",
            "agreements.answer_change",
            "equipment.sign",
            "equipment.bring_back",
        ),
        *("worktime.send", "worktime.again", "workplaces.assess", "workplaces.eye_test", "workplaces.rerate"),
        *("workplaces.contents", "workplaces.answer_visit", "workplaces.assess_place"),
    }
)
"""What only the person can do."""

NEEDS_THEM = frozenset(
    {
        *("agreements.information", "agreements.habit", "equipment.hand_over"),
        *("worktime.rest", "worktime.review", "workplaces.carry_out"),
    }
)
"""What others do, and can't do without the person it is about."""


def waits_for(duty: Duty) -> int | None:
    """The person without whom the duty can't be done; `None` where it goes on whoever is on leave."""
    if duty.kind in OWN and duty.owner == duty.about:
        return duty.owner
    return duty.about if duty.kind in NEEDS_THEM else None


def rested(duty: Duty, leaves: Sequence[Period], on: date, days: int) -> Duty | None:
    """The duty as it stands on a day for someone with these leaves, oldest first; `None` while it rests.

    What fell due during a leave, or within `days` days after it, is due `days` days after the first day back.
    """
    due = stretched(duty.due or date.max, leaves, on, days)
    if due is None:
        return None
    return duty if duty.due in (None, due) else replace(duty, due=due)
