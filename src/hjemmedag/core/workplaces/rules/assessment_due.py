"""APV: when the conditions at home must be surveyed again, for age or because something changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from hjemmedag.core.law import Answer, FactsError, Grounds, Rulebook, Text, UnknownValue, Verdict, Version, decides
from hjemmedag.core.law.text import day_text
from hjemmedag.core.law.units import value_text
from hjemmedag.core.periods import add_months

KEY = "workplaces.assessment_due"
INTERVAL = "interval"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that may have changed the conditions: a move, more days, an injury, new equipment, pain and so on."""

    kind: str
    on: date

    def __post_init__(self) -> None:
        if not self.kind.strip():
            raise FactsError("kind", Text(da="skal være et ord.", en="must be a word."))


@dataclass(frozen=True, slots=True)
class Facts:
    """The last survey, `None` where there was none, and what has happened."""

    surveyed_on: date | None = None
    events: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Due(Answer):
    """`due` is the day to survey again; `because` is `interval`, or the kind of the event that came first.

    `company_deadline` is how long the company gives itself after an event; the law names no number of days. It never
    outlasts the age at which the last survey is too old.
    """

    due: date | None = None
    because: str | None = None
    company_deadline: date | None = None


@decides(KEY, Due)
def decide(facts: Facts, rulebook: Rulebook) -> Due:
    """The first event since the survey, or the survey's age: whichever comes first."""
    rule = rulebook.rule(KEY)
    since = [event for event in facts.events if facts.surveyed_on is None or event.on > facts.surveyed_on]
    changed = min(since, key=lambda event: event.on, default=None)
    old = None if facts.surveyed_on is None else _too_old(facts.surveyed_on, rulebook)
    if changed is not None and (old is None or changed.on <= old[0]):
        margin = rulebook.on(changed.on).version(KEY, "after_change")
        chosen = changed.on + timedelta(days=margin.number)
        by = chosen if old is None else min(chosen, old[0])
        return Due(
            grounds=Grounds(rule, () if old is None else (old[1],)),
            found=Verdict.OK,
            explanation=_changed(changed.on, margin.number) if by == chosen else _both(changed.on, by),
            due=changed.on,
            because=changed.kind,
            company_deadline=by,
        )
    if old is None:
        return Due.undetermined(rule, NOTHING)
    due, interval = old
    return Due(grounds=Grounds(rule, (interval,)), found=Verdict.OK, explanation=_aged(due), due=due, because=INTERVAL)


def _too_old(surveyed_on: date, rulebook: Rulebook) -> tuple[date, Version]:
    """The day the survey grows too old by the law of that day: at the earliest the day on which that law begins."""
    parameter = rulebook.rule(KEY).parameter("interval")
    for interval in parameter.versions:
        due = max(add_months(surveyed_on, interval.number), interval.period.start or surveyed_on)
        if due in interval.period:
            return due, interval
    raise UnknownValue(parameter.silence(surveyed_on))


def _changed(on: date, days: int) -> Text:
    day, own = day_text(on), value_text(days, "days")
    return Text(
        da=f"Forholdene hjemme skal vurderes igen, fordi noget ændrer sig {day.da}. "
        f"Virksomheden har valgt at gøre det inden for {own.da}; loven nævner intet antal.",
        en=f"Conditions at home must be assessed again, as something changes on {day.en}. "
        f"The company has chosen to do it within {own.en}; the law names no number.",
    )


def _both(on: date, old: date) -> Text:
    day, last = day_text(on), day_text(old)
    return Text(
        da=f"Forholdene hjemme skal vurderes igen, fordi noget ændrer sig {day.da}, og senest {last.da}: da bliver den "
        "seneste vurdering for gammel.",
        en=f"Conditions at home must be assessed again, as something changes on {day.en}, and by {last.en}: then the "
        "last assessment grows too old.",
    )


def _aged(due: date) -> Text:
    day = day_text(due)
    return Text(
        da=f"Forholdene hjemme skal kortlægges igen senest {day.da}, medmindre noget ændrer sig før.",
        en=f"Conditions at home must be surveyed again by {day.en}, unless something changes before.",
    )


NOTHING = Text(
    da="Hjemmet er ikke kortlagt, og der er ikke sket noget, som en frist kan regnes fra. "
    "Kortlæg, før hjemmearbejdet begynder.",
    en="The home has not been surveyed, and nothing has happened that a deadline can be reckoned from. "
    "Survey before home working begins.",
)
