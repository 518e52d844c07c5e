"""Frames for home working (rammer): what the agreement area that a workplace is in says before any policy does."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hjemmedag.core.law import Certainty, Text

REST = "daily_rest_minutes"
LIMITS = (REST, "max_days_between_days_off", "reference_months")
"""What an agreement can have limits of its own for."""


class Area(StrEnum):
    """Which agreements on home working a workplace stands under; `NONE` is private without an agreement."""

    NONE = "none"
    PRIVATE = "private"
    STATE = "state"
    MUNICIPAL = "municipal"


class Demand(StrEnum):
    """What a frame asks for that can be checked."""

    PART_OF_TIME = "part_of_time"
    LOCAL_AGREEMENT = "local_agreement"
    EACH_TIME = "each_time"
    NO_HIRING_CONDITION = "no_hiring_condition"


class Subject(StrEnum):
    """What every frame is asked about, so that silence is seen too."""

    EXTENT = "extent"
    LOCAL_AGREEMENT = "local_agreement"
    NOTICE = "notice"
    CONTROL = "control"
    DESK = "desk"
    SUPPLEMENTS = "supplements"

    @property
    def words(self) -> Text:
        """The subject as people read it."""
        return _SUBJECT[self]


@dataclass(frozen=True, slots=True)
class Point:
    """What a frame says about one subject, and how sure that is; a `demand` can be checked."""

    subject: Subject
    text: Text
    certainty: Certainty
    rule: str
    demand: Demand | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """One area's frame; `rule` is the rule that carries it."""

    area: Area
    title: Text
    rule: str
    points: tuple[Point, ...]

    def point(self, demand: Demand) -> Point | None:
        """The point that makes this demand, where one does."""
        return next((point for point in self.points if point.demand is demand), None)

    def about(self, subject: Subject) -> Point | None:
        """The first point about this subject."""
        return next((point for point in self.points if point.subject is subject), None)


def area_of(sector: str, *, covered: bool, said: str) -> Area:
    """The area of a workplace in a sector: what its agreement is `said` to belong to, else what the sector gives.

    `covered`: there is an agreement at all.
    """
    if covered and said:
        return Area(said)
    if sector in (Area.STATE, Area.MUNICIPAL):
        return Area(sector)
    return Area.PRIVATE if covered else Area.NONE


_SUBJECT = {
    Subject.EXTENT: Text(da="Hvor meget hjemme", en="How much at home"),
    Subject.LOCAL_AGREEMENT: Text(da="Lokalaftale", en="Local agreement"),
    Subject.NOTICE: Text(da="Varsel", en="Notice"),
    Subject.CONTROL: Text(da="Varsel om kontrol", en="Notice of control measures"),
    Subject.DESK: Text(da="Plads på kontoret", en="Desk at the office"),
    Subject.SUPPLEMENTS: Text(da="Tillæg til lønnen", en="Supplements to pay"),
}
