"""The one mail after a leave: what has waited stands on one list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from hjemmedag.apps.outbox import actions as outbox
from hjemmedag.apps.people import queries as people
from hjemmedag.core.duties import Duty

LOOKED_BACK = timedelta(days=7)
"""Someone may be back on a day off, or while nobody ran the jobs; a week later the mail would come too late."""


def welcome_back(duties: Iterable[Duty], *, on: date, now: datetime) -> int:
    """Write to those who are back from leave, once for each leave. Returns how many are back."""
    back = list(people.back_from_leave(on - LOOKED_BACK, on).filter(employee__in=people.employed(on).values("pk")))
    waiting = Counter(duty.owner for duty in duties) if back else Counter()
    outbox.write(
        [
            outbox.Letter(
                key=f"overview.welcome_back:{leave.pk}:{leave.ends}",
                recipient=leave.employee_id,
                template="overview/mail/welcome_back",
                facts={"number": waiting[leave.employee_id]},
            )
            for leave in back
        ],
        now=now,
    )
    return len(back)
