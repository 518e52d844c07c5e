"""What a pattern leads to, shown before it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil

from hjemmedag.core.agreements.pattern import Pattern
from hjemmedag.core.law import Law, UnknownValue
from hjemmedag.core.people.frames import Demand, Frame, Point, Subject
from hjemmedag.core.people.rules import social_security
from hjemmedag.core.people.rules.social_security import SocialSecurity
from hjemmedag.core.policy.provisions import Provider, Provision
from hjemmedag.core.policy.terms import HOME_SHARE, Terms, TermValue, core_hours

DESK = "office_desk"
"""The policy's term about a desk at the office."""


@dataclass(frozen=True, slots=True)
class Consequences:
    """`home_hours` a week at home on average; the order on screen work applies at home above `screen_limit`.

    `screen_work` is `None` where nothing can be said: abroad, where that country's law applies, or on a day for which
    the rulebook has no `screen_limit`. `all_at_home` has no clear rule below the limit, so it is never said to be free.
    `frame` is that of the agreement area, where it is known. `insured` is the country whose social security covers
    someone who lives abroad. `core_hours` are the policy's, from and until, and `outside` the weekdays whose hours
    don't cover them. `share` is the part of the working time at home in per cent, `share_most` what the policy has room
    for. `desk` is what the policy says of a desk at the office, `provided` what the employer provides by it.
    """

    home_days: float
    home_hours: Decimal
    screen_limit: Decimal | None
    screen_work: bool | None
    abroad: bool
    all_at_home: bool
    frame: Frame | None = None
    insured: SocialSecurity | None = None
    core_hours: tuple[int, int] | None = None
    outside: tuple[int, ...] = ()
    share: int = 0
    share_most: int | None = None
    desk: TermValue | None = None
    provided: tuple[Provision, ...] = ()

    @property
    def above_share(self) -> bool:
        """Whether more is at home than the policy has room for."""
        return self.share_most is not None and self.share > self.share_most

    @property
    def supplements(self) -> Point | None:
        """What the frame says of supplements to pay."""
        return self.frame.about(Subject.SUPPLEMENTS) if self.frame else None

    @property
    def desk_by_frame(self) -> Point | None:
        """What the frame says of a desk at the office."""
        return self.frame.about(Subject.DESK) if self.frame else None

    @property
    def too_much(self) -> Point | None:
        """What the frame says where all of the time is at home and only part of it may be."""
        return self.frame.point(Demand.PART_OF_TIME) if self.frame and self.all_at_home else None

    @property
    def local_agreement(self) -> Point | None:
        """What the frame says of a local agreement that must come first."""
        return self.frame.point(Demand.LOCAL_AGREEMENT) if self.frame else None


def consequences(
    pattern: Pattern,
    *,
    weekly_hours: Decimal,
    country: str,
    law: Law,
    frame: Frame | None = None,
    terms: Terms | None = None,
    provisions: Sequence[Provision] = (),
) -> Consequences:
    """The consequences by plan: all hours at home are counted as screen work, since the plan knows no better.

    Source: workplaces.screen_work. `weekly_hours` are those of the employment, spread over the days worked. `terms` and
    `provisions` are those of the policy that would hold.
    """
    days = len(pattern.hours) or 1
    home_days = pattern.home_days_per_week()
    home_hours = weekly_hours * Decimal(str(home_days)) / days
    try:
        limit = Decimal(str(law.version("workplaces.screen_work", "week_above").value))
    except UnknownValue:
        limit = None
    said = terms or {}
    hours, most = core_hours(said), said.get(HOME_SHARE)
    return Consequences(
        home_days=home_days,
        home_hours=home_hours,
        screen_limit=limit,
        screen_work=None if limit is None or country != "DK" else home_hours > limit,
        abroad=country != "DK",
        all_at_home=pattern.remote,
        frame=frame,
        insured=_insured(country, home_days, days, law),
        core_hours=hours,
        outside=tuple(pattern.outside(*hours)) if hours else (),
        share=ceil(100 * home_days / days),
        share_most=most if isinstance(most, int) else None,
        desk=said.get(DESK),
        provided=tuple(one for one in provisions if one.provider is Provider.EMPLOYER),
    )


def _insured(country: str, home_days: float, days: int, law: Law) -> SocialSecurity | None:
    """Where someone who lives in a country is insured when the work there goes on as the pattern says."""
    if country == social_security.WORK_STATE:
        return None
    share = min(Decimal(str(home_days)) / days, Decimal(1))
    return social_security.decide(social_security.Facts(country, share), law.rulebook)
