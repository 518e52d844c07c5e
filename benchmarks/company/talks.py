"""A hearing about the draft with a comment for every few people, and a dialogue meeting of everyone with minutes."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from benchmarks.company.staff import HR, Staff, make
from hjemmedag.apps.policy import queries
from hjemmedag.apps.policy.models import Attendee, Comment, Dialogue, Hearing, Minutes, Party, Point, PolicyVersion
from hjemmedag.core.policy.hearings import digest


def write(staff: Staff, *, today: date, now: datetime) -> None:
    """Open, with answers waiting; the meeting was held yesterday, and its first minutes were corrected."""
    draft, by = PolicyVersion.objects.get(number=None), today + timedelta(days=14)
    content = queries.edition_of(draft).written()
    [hearing] = make(
        Hearing,
        [
            Hearing(
                version=draft,
                number=1,
                content=content,
                digest=digest(content),
                first_answer_by=by,
                answer_by=by,
                opened_at=now,
                opened_by_id=staff.people[HR],
            )
        ],
    )
    [outside] = make(Party, [Party(hearing=hearing, seat="agreement", name="Forbundet")])
    [heard] = make(Party, [Party(hearing=hearing, seat="amr", employee_id=staff.people[HR])])
    make(
        Comment,
        [
            Comment(party=outside if n % 2 else heard, text="Gerne kortere", by_id=staff.people[HR], at=now)
            for n in range(len(staff.people) // 16)
        ],
    )
    host, *others = staff.people
    yesterday = {"on": today - timedelta(days=1), "starts": time(9), "ends": time(10), "agenda": "Telefontid"}
    [held] = make(Dialogue, [Dialogue(host_id=host, told_at=now, **yesterday)])
    make(Attendee, [Attendee(dialogue=held, employee_id=pk) for pk in others])
    [minutes] = make(
        Minutes, [Minutes(dialogue=held, text="Telefontid", days=2, adjusted="quarterly", by_id=host, at=now)]
    )
    make(Point, [Point(minutes=minutes, text="Skriv den ned", owner_id=pk, due=today) for pk in others[:5]])
