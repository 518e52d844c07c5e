"""Skærmarbejde hjemme: whether the order on screen work applies at home, by plan and by the weeks that were worked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from hjemmedag.core.law import Answer, FactsError, Grounds, Law, Rulebook, Text, UnknownValue, Verdict, Version, decides
from hjemmedag.core.law.units import value_text
from hjemmedag.core.workplaces.rules.screen_words import BECAUSE, BEFORE, NO_WEEKS
from hjemmedag.core.workplaces.screen import Because, Limits, Load, Week, judged, latest

KEY = "workplaces.screen_work"
HOME_COUNTRY = "DK"
COUNTRY = re.compile(r"[A-Z]{2}")
HOURS_A_WEEK = 168


@dataclass(frozen=True, slots=True)
class Worked:
    """Hours at a screen in one whole week. `leave` is true, or hours, in a week with holiday or illness.

    Where `fixed` or `changing` is left out, it is what the facts say of every week.
    """

    home: Decimal = Decimal()
    fixed: Decimal | None = None
    changing: Decimal | None = None
    leave: Decimal | bool = False

    def __post_init__(self) -> None:
        _check_hours("home", self.home)
        _check_hours("fixed", self.fixed)
        _check_hours("changing", self.changing)
        if not isinstance(self.leave, bool):
            _check_hours("leave", self.leave)


@dataclass(frozen=True, slots=True)
class Facts:
    """Hours at a screen: `planned_home_hours` a week of the pattern's cycle each, `weeks` as worked, oldest first.

    `fixed_hours` and `changing_hours` are a week's at other places. `home_share` is the part, 0 to 1, of all work that
    is done at home. `regular`: it recurs, or will as agreed, over about two months or more; of weeks, `screen.lasts`
    tells it.
    """

    on: date
    country: str = HOME_COUNTRY
    planned_home_hours: tuple[Decimal, ...] = ()
    weeks: tuple[Worked, ...] = ()
    fixed_hours: Decimal = Decimal()
    changing_hours: Decimal = Decimal()
    compliant_desk: bool = False
    regular: bool = True
    home_share: Decimal | None = None

    def __post_init__(self) -> None:
        if not COUNTRY.fullmatch(self.country):
            raise FactsError(
                "country", Text(da="skal være en landekode, som DK.", en="must be a country's code, like DK.")
            )
        for place, hours in enumerate(self.planned_home_hours, start=1):
            _check_hours(f"planned_home_hours[{place}]", hours)
        _check_hours("fixed_hours", self.fixed_hours)
        _check_hours("changing_hours", self.changing_hours)
        if self.home_share is not None and not 0 <= self.home_share <= 1:
            raise FactsError("home_share", Text(da="skal ligge mellem 0 og 1.", en="must lie between 0 and 1."))


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenWork(Answer):
    """Whether the order applies at home, the hours a week at home that decided it, and why."""

    covered: bool | None = None
    average_hours: Decimal | None = None
    because: Because | None = None


@decides(KEY, ScreenWork)
def decide(facts: Facts, rulebook: Rulebook) -> ScreenWork:
    """The plan decides from the first day; where it doesn't bring the home under the order, the weeks worked may.

    Raises `FactsError` where there are no hours to judge.
    """
    rule = rulebook.rule(KEY)
    if facts.country != HOME_COUNTRY:
        because, verdict = Because.ABROAD, Verdict.NOT_APPLICABLE
        return ScreenWork(grounds=Grounds(rule), found=verdict, explanation=BECAUSE[because], because=because)
    if not facts.planned_home_hours and not facts.weeks:
        raise FactsError(
            "planned_home_hours", Text(da="mangler, når der ingen weeks er.", en="is missing when there are no weeks.")
        )
    law = rulebook.on(facts.on)
    try:
        above = law.version(KEY, "week_above")
    except UnknownValue as unknown:
        return ScreenWork.undetermined(rule, unknown.message.followed_by(_before(law)))
    found = [(judged(load, above.amount, facts.compliant_desk), load, used) for load, used in _bases(facts, law)]
    if not found:
        return ScreenWork.undetermined(rule, NO_WEEKS)
    by_hours, load, used = next((each for each in found if each[0].covers), found[0])
    because, name = _settled(by_hours, load, facts)
    also = (law.version(KEY, name),) if name else ()
    return _answer(because, load, above, Grounds(rule, (above, *used, *also)))


def _settled(by_hours: Because, load: Load, facts: Facts) -> tuple[Because, str]:
    """The reason in the end, and the name of one more value that it hangs on, if any.

    Working hours may be more than those at the screen, so a "no" hangs on which of them count; a "yes" doesn't.
    """
    if by_hours.covers:
        return (by_hours, "") if facts.regular else (Because.NOT_REGULAR, "regular_after")
    if not load.home:
        return by_hours, ""
    if facts.regular and facts.home_share == 1:
        return Because.ALL_AT_HOME, "all_at_home"
    return by_hours, "screen_hours"


def limits(law: Law) -> Limits:
    """The numbers that weeks are judged by on a day. Raises `UnknownValue` before the present rule."""
    return Limits(
        above=law.version(KEY, "week_above").amount,
        window=law.number(KEY, "average_over"),
        lasting=Limits.weeks(law.number(KEY, "regular_after")),
    )


def _bases(facts: Facts, law: Law) -> Iterator[tuple[Load, tuple[Version, ...]]]:
    """What is judged, the plan first, each with the values it takes beside the limit."""
    if facts.planned_home_hours:
        yield Load.of([Week(hours, facts.fixed_hours, facts.changing_hours) for hours in facts.planned_home_hours]), ()
    if not facts.weeks:
        return
    window, without_leave = law.version(KEY, "average_over"), law.version(KEY, "without_leave")
    weeks = [_week(week, facts) for week in facts.weeks]
    load = latest(weeks, window.number)
    if load is not None:
        yield load, (window, without_leave) if any(week.leave for week in weeks) else (window,)


def _week(worked: Worked, facts: Facts) -> Week:
    return Week(
        home=worked.home,
        fixed=facts.fixed_hours if worked.fixed is None else worked.fixed,
        changing=facts.changing_hours if worked.changing is None else worked.changing,
        leave=bool(worked.leave),
    )


def _answer(because: Because, load: Load, above: Version, grounds: Grounds) -> ScreenWork:
    hours, limit = (value_text(each, "hours_per_week") for each in (_plain(load.average), above.value))
    return ScreenWork(
        grounds=grounds,
        found=Verdict.OK,
        explanation=BECAUSE[because].followed_by(
            Text(
                da=f"Hjemme er det i gennemsnit {hours.da}; reglerne gælder ved mere end {limit.da}.",
                en=f"At home it is {hours.en} on average; the rules apply above {limit.en}.",
            )
        ),
        covered=because.covers,
        average_hours=load.average,
        because=because,
    )


def _plain(hours: Decimal) -> Decimal:
    """Without needless noughts: 22.20 is written 22.2, and 20.00 is written 20."""
    return hours.quantize(Decimal(1)) if hours == hours.to_integral_value() else hours.normalize()


def _before(law: Law) -> Text:
    """What is known of the earlier rule: in days, and no more exactly than that."""
    days = law.rulebook.rule(KEY).parameter("days").on(law.day)
    return BEFORE if days is None else _earlier(days)


def _earlier(days: Version) -> Text:
    each = value_text(days.value, "days")
    return Text(
        da=f"Dengang lå grænsen ved omtrent {each.da} om ugen. Det kan ikke regnes om til timer.",
        en=f"At that time the limit was about {each.en} a week. That can't be turned into hours.",
    )


def _check_hours(name: str, hours: Decimal | None) -> None:
    if hours is not None and not 0 <= hours <= HOURS_A_WEEK:
        raise FactsError(
            name,
            Text(
                da=f"skal være timer på en uge, mellem 0 og {HOURS_A_WEEK}.",
                en=f"must be hours of a week, between 0 and {HOURS_A_WEEK}.",
            ),
        )
