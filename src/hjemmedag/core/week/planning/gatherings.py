"""Events for those who always work from home: on which days they come, and what the journeys take."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from hjemmedag.core.week.planning.problem import Event, Problem


@dataclass(frozen=True, slots=True)
class Journeys:
    """The events that somebody comes to, in order of days, and the minutes and money of all their journeys."""

    events: tuple[Event, ...]
    travel_minutes: int
    travel_cost: int


def journeys(problem: Problem) -> Mapping[str, Journeys]:
    """For each who always works from home: their teams' events, but for days away. Two on one day are one journey."""
    found = {}
    for remote in problem.remotes:
        events = sorted(
            (
                event
                for event in problem.events
                if event.day not in remote.away and set(event.teams) & set(remote.teams)
            ),
            key=lambda event: event.day,
        )
        times = len({event.day for event in events})
        found[remote.id] = Journeys(tuple(events), times * remote.travel_minutes, times * remote.travel_cost)
    return found
