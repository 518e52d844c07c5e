"""Kriterier for deltagelse: what a company asks of a wish for home work, and the explained result for one person.

The result is a help to whoever answers. It says of each criterion whether it holds, why, and from which facts; it is
never a number alone, and nothing follows from it by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from hjemmedag.core.law import Text
from hjemmedag.core.law.text import day_text
from hjemmedag.core.policy.needs import Suitability

LONGEST_REASON = 1000


class Measure(StrEnum):
    """The facts that a criterion is measured on."""

    SUITABILITY = "suitability"
    OFFICE_DAYS = "office_days"
    POLICY_READ = "policy_read"
    HOURS = "hours"
    SENIORITY = "seniority"
    PERFORMANCE = "performance"


@dataclass(frozen=True, slots=True)
class Threshold:
    """The number that a criterion asks for: what may be written, what is suggested, and the words that follow it."""

    least: int
    most: int
    usual: int
    words: Text


@dataclass(frozen=True, slots=True)
class Kind:
    """What can be made a criterion. With a `risk`, `rule` says why; `reasoned`: used only with a written reason."""

    key: str
    measure: Measure
    title: Text
    meaning: Text
    threshold: Threshold | None = None
    rule: str = ""
    risk: Text | None = None
    reasoned: bool = False


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion of a set: `weight` 1 to 3 of what speaks for a wish, or `None` where it is required."""

    key: str
    weight: int | None = None
    threshold: int | None = None
    reason: str = ""

    @property
    def required(self) -> bool:
        """Whether it must hold, rather than speak for a wish."""
        return self.weight is None


class Fault(StrEnum):
    """What keeps a set from being used."""

    EMPTY = "empty"
    UNKNOWN = "unknown"
    TWICE = "twice"
    WEIGHT = "weight"
    THRESHOLD = "threshold"
    NO_REASON = "no_reason"


def faults(criteria: Sequence[Criterion], kinds: Mapping[str, Kind]) -> list[tuple[Fault, str]]:
    """Everything that is wrong with a set, each with the key of its criterion."""
    found = [] if criteria else [(Fault.EMPTY, "")]
    keys = [one.key for one in criteria]
    found += [(Fault.TWICE, key) for key in dict.fromkeys(keys) if keys.count(key) > 1]
    for one in criteria:
        kind = kinds.get(one.key)
        if kind is None:
            found.append((Fault.UNKNOWN, one.key))
            continue
        checks = (
            (Fault.WEIGHT, one.weight is not None and not 1 <= one.weight <= 3),
            (Fault.THRESHOLD, not _fits(kind.threshold, one.threshold)),
            (Fault.NO_REASON, kind.reasoned and not one.reason.strip()),
        )
        found += [(fault, one.key) for fault, wrong in checks if wrong]
    return found


def _fits(threshold: Threshold | None, asked: int | None) -> bool:
    if threshold is None or asked is None:
        return threshold is None and asked is None
    return threshold.least <= asked <= threshold.most


@dataclass(frozen=True, slots=True)
class Wished:
    """The days a week at home and in the office that a wish comes to, on average over its cycle."""

    home: float
    office: float


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a person on a day, from people and policy only.

    `function` is the job function that the title names, `suitability` what its needs analysis says. `policy` is the
    number of the version in force and `read_on` the day of the receipt for it. `wished` is `None` without a wish.
    """

    title: str = ""
    function: str = ""
    suitability: Suitability | None = None
    policy: int | None = None
    read_on: date | None = None
    employed_from: date | None = None
    weekly_hours: Decimal = Decimal(0)
    wished: Wished | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """One criterion on a day: whether it holds (`None`: it can't be measured), and why in words."""

    criterion: Criterion
    kind: Kind
    holds: bool | None
    why: Text


@dataclass(frozen=True, slots=True)
class Result:
    """All criteria of a set judged for one person on a day."""

    on: date
    judged: tuple[Judged, ...]

    @property
    def required(self) -> list[Judged]:
        """What must hold."""
        return [one for one in self.judged if one.criterion.required]

    @property
    def weighted(self) -> list[Judged]:
        """What speaks for a wish, the heaviest first."""
        return sorted((one for one in self.judged if not one.criterion.required), key=lambda one: -_weight(one))

    @property
    def failing(self) -> list[Judged]:
        """What must hold and doesn't."""
        return [one for one in self.required if one.holds is False]

    @property
    def open(self) -> list[Judged]:
        """What can't be measured: whoever answers looks at it."""
        return [one for one in self.judged if one.holds is None]

    @property
    def in_favour(self) -> list[Judged]:
        """What speaks for the wish."""
        return [one for one in self.weighted if one.holds]


def judge(criteria: Iterable[Criterion], kinds: Mapping[str, Kind], facts: Facts, on: date) -> Result:
    """Each criterion that the rulebook still knows, measured on the facts of a day."""
    judged = []
    for one in criteria:
        if kind := kinds.get(one.key):
            holds, why = MEASURED[kind.measure](facts, one.threshold or 0, on)
            judged.append(Judged(one, kind, holds, why))
    return Result(on, tuple(judged))


def _weight(one: Judged) -> int:
    return one.criterion.weight or 0


Answer = tuple[bool | None, Text]


def _suitability(facts: Facts, _least: int, _on: date) -> Answer:
    if not facts.function:
        return None, Text(
            da=f"Titlen “{facts.title}” står ikke på listen over jobfunktioner.",
            en=f"The title “{facts.title}” is not on the list of job functions.",
        )
    if facts.suitability is None:
        return None, Text(
            da=f"Jobfunktionen {facts.function} har ingen behovsanalyse den dag.",
            en=f"The job function {facts.function} has no needs analysis on that day.",
        )
    days, share = facts.suitability.days, facts.suitability.share
    suits = Text(
        da=f"Jobfunktionen {facts.function} passer til højst {_days(days).da} hjemme om ugen ({share} %).",
        en=f"The job function {facts.function} suits {_days(days).en} a week at home at most ({share} %).",
    )
    if facts.wished is None:
        return days > 0, suits
    asked = _days(facts.wished.home)
    wish = Text(da=f"Ønsket er {asked.da} om ugen.", en=f"The wish is {asked.en} a week.")
    return facts.wished.home <= days, wish.followed_by(suits)


def _office_days(facts: Facts, least: int, _on: date) -> Answer:
    asked = Text(da=f"Kriteriet er mindst {_days(least).da}.", en=f"The criterion is at least {_days(least).en}.")
    if facts.wished is None:
        return None, asked.followed_by(_NO_WISH)
    left = _days(facts.wished.office)
    wish = Text(
        da=f"Ønsket giver {left.da} på kontoret om ugen.", en=f"The wish leaves {left.en} a week in the office."
    )
    return facts.wished.office >= least, wish.followed_by(asked)


def _policy_read(facts: Facts, _least: int, _on: date) -> Answer:
    if facts.policy is None:
        return None, Text(da="Der gjaldt ingen politik den dag.", en="No policy was in force on that day.")
    if facts.read_on is None:
        return False, Text(
            da=f"Kvitteringen for version {facts.policy} mangler.",
            en=f"The receipt for version {facts.policy} is missing.",
        )
    day = day_text(facts.read_on)
    return True, Text(
        da=f"Version {facts.policy} er kvitteret {day.da}.", en=f"Version {facts.policy} was confirmed on {day.en}."
    )


def _hours(facts: Facts, least: int, _on: date) -> Answer:
    hours = format(facts.weekly_hours.normalize(), "f")
    return facts.weekly_hours >= least, Text(
        da=f"Ansættelsen er på {hours.replace('.', ',')} timer om ugen. Kriteriet er mindst {least}.",
        en=f"The employment is for {hours} hours a week. The criterion is at least {least}.",
    )


def _seniority(facts: Facts, least: int, on: date) -> Answer:
    if facts.employed_from is None:
        return None, Text(da="Vi kender ikke den første dag.", en="We don’t know the first day.")
    since, months = facts.employed_from, _whole_months(facts.employed_from, on)
    day = day_text(since)
    return months >= least, Text(
        da=f"Ansat siden {day.da}, i hele måneder: {months}. Kriteriet er mindst {least}.",
        en=f"Employed since {day.en}, in whole months: {months}. The criterion is at least {least}.",
    )


def _performance(_facts: Facts, _least: int, _on: date) -> Answer:
    return None, Text(
        da="Præstationer måles ikke her. Den, der svarer, vurderer det og skriver hvorfor.",
        en="Performance isn’t measured here. Whoever answers judges it and writes why.",
    )


def _days(days: float) -> Text:
    number = format(Decimal(str(days)).normalize(), "f")
    dag, day = ("dag", "day") if days == 1 else ("dage", "days")
    return Text(da=f"{number.replace('.', ',')} {dag}", en=f"{number} {day}")


_NO_WISH = Text(
    da="Det måles på et ønske, og der er ikke noget endnu.", en="It is measured on a wish, and there is none yet."
)


def _whole_months(since: date, on: date) -> int:
    return max(0, (on.year - since.year) * 12 + on.month - since.month - (on.day < since.day))


MEASURED: Mapping[Measure, Callable[[Facts, int, date], Answer]] = {
    Measure.SUITABILITY: _suitability,
    Measure.OFFICE_DAYS: _office_days,
    Measure.POLICY_READ: _policy_read,
    Measure.HOURS: _hours,
    Measure.SENIORITY: _seniority,
    Measure.PERFORMANCE: _performance,
}
