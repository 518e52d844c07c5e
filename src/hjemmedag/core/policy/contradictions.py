"""Contradictions (modstrid): terms that can't stand beside the law, an agreement's frame, or each other.

Terms are judged, prose is not: a sentence can say what no term does. A contradiction stops the publication when it
rests on law or agreement that we are sure of; on anything less it warns.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from hjemmedag.core.law import Certainty, Kind, Law, Text, UnknownValue, Version
from hjemmedag.core.law.units import exact, value_text
from hjemmedag.core.people.frames import Demand, Frame
from hjemmedag.core.periods import Period
from hjemmedag.core.policy.terms import Term, Terms, TermValue

BINDING = (Kind.LAW, Kind.AGREEMENT)
HOURS = ("hours", "hours_per_7_days")
"""Units of terms that people write in hours where the law counts minutes."""
LIMIT = "limit"
ALWAYS = Period()
PLACE = re.compile(r"\{([a-z_]+)\}")


class How(StrEnum):
    """How a term is held against a value."""

    IS = "is"
    ABOVE = "above"
    BELOW = "below"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that must hold for the contradiction to be there.

    `value` is compared with; a `limit` names the parameter of the contradiction's rule to read it from instead. `with_`
    is a second term whose number is added to the first one's.
    """

    term: str
    how: How
    value: TermValue = 0
    limit: str = ""
    with_: str = ""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Terms that can't stand, from `period`'s first day on, when all conditions hold.

    `demand`: only where a frame makes it, and then the frame's own rule is the reason. `control`: only where this
    agreement on control measures applies. `advice`: warns whatever the rule is. `agreed`: warns where an agreement has
    this limit of its own, which may allow what the law alone doesn't.
    """

    key: str
    clause: str
    said: Text
    rule: str
    conditions: tuple[Condition, ...]
    period: Period = ALWAYS
    demand: Demand | None = None
    control: str = ""
    advice: bool = False
    agreed: str = ""


@dataclass(frozen=True, slots=True)
class Objection:
    """A contradiction that was found: what can't stand, why, and whether it stops a publication."""

    key: str
    clause: str
    said: Text
    rule: str
    source: str
    certainty: Certainty
    refuses: bool


@dataclass(frozen=True, slots=True)
class Setting:
    """What the terms are judged in: the law of the day, the frames of the agreements, those on control measures.

    `agreed`: the limits that confirmed agreements in force have of their own, each with the freest value.
    """

    law: Law
    frames: Collection[Frame] = ()
    control: Collection[str] = ()
    agreed: Mapping[str, int] = field(default_factory=dict)


def objections(
    contradictions: Iterable[Contradiction], terms: Mapping[str, Term], said: Terms, setting: Setting
) -> Iterator[Objection]:
    """Everything in the terms that can't stand, in the order of the contradictions."""
    for one in contradictions:
        if setting.law.day not in one.period or (one.control and one.control not in setting.control):
            continue
        if one.demand is None:
            yield from _objection(one, terms, said, setting)
        for frame in setting.frames if one.demand else ():
            yield from _framed(one, frame, one.demand, terms, said, setting.law)


def _framed(
    one: Contradiction, frame: Frame, demand: Demand | None, terms: Mapping[str, Term], said: Terms, law: Law
) -> Iterator[Objection]:
    point = frame.point(demand) if demand else None
    if point and all(_holds(condition, None, terms, said) for condition in one.conditions):
        rule = law.rulebook.rule(point.rule)
        words = Text(da=f"{frame.title.da}: {one.said.da}", en=f"{frame.title.en}: {one.said.en}")
        yield Objection(
            key=one.key,
            clause=one.clause,
            said=_filled(words, terms, said, None),
            rule=rule.key,
            source="; ".join(str(source) for source in rule.sources),
            certainty=point.certainty,
            refuses=not one.advice and point.certainty is not Certainty.UNVERIFIED,
        )


def _objection(one: Contradiction, terms: Mapping[str, Term], said: Terms, setting: Setting) -> Iterator[Objection]:
    law = setting.law
    rule = law.rulebook.rule(one.rule)
    name = next((condition.limit for condition in one.conditions if condition.limit), "")
    try:
        limit = law.version(rule.key, name) if name else None
    except UnknownValue:
        return
    if not all(_holds(condition, limit, terms, said) for condition in one.conditions):
        return
    own = setting.agreed.get(one.agreed)
    freer = limit is not None and own is not None and replace(limit, value=own)
    # An agreement that gives no more than the law, or less than the policy says, opens nothing.
    allowed = freer and not all(_holds(condition, freer, terms, said) for condition in one.conditions)
    advice = one.advice or bool(allowed)
    certainty = Certainty.weakest(rule.certainty, limit.certainty) if limit else rule.certainty
    kind = limit.kind if limit else rule.kind
    words = value_text(limit.value, rule.parameter(name).unit) if limit else None
    yield Objection(
        key=one.key,
        clause=one.clause,
        said=_filled(one.said, terms, said, words),
        rule=rule.key,
        source=limit.cited if limit else "; ".join(str(source) for source in rule.sources),
        certainty=certainty,
        refuses=not advice and kind in BINDING and certainty is not Certainty.UNVERIFIED,
    )


def _holds(condition: Condition, limit: Version | None, terms: Mapping[str, Term], said: Terms) -> bool:
    value = said.get(condition.term)
    if condition.how is How.MISSING:
        return (value is None) is condition.value
    if value is None:
        return False
    if condition.how is How.IS:
        return value == condition.value and type(value) is type(condition.value)
    if isinstance(value, str):
        return False
    number = exact(int(value))
    if condition.with_:
        other = said.get(condition.with_)
        if other is None or isinstance(other, str):
            return False
        number += int(other)
    wanted = exact(int(condition.value)) if limit is None else limit.amount
    if limit is not None and terms[condition.term].unit in HOURS:
        number *= 60
    return number > wanted if condition.how is How.ABOVE else number < wanted


def _filled(text: Text, terms: Mapping[str, Term], said: Terms, limit: Text | None) -> Text:
    """The sentence with what the terms say in place of their names."""

    def words(language: str) -> str:
        def value(match: re.Match[str]) -> str:
            name = match.group(1)
            if name == LIMIT and limit:
                return limit.said(language)
            return terms[name].words(said[name]).said(language)

        return PLACE.sub(value, text.said(language))

    return Text(da=words("da"), en=words("en"))
