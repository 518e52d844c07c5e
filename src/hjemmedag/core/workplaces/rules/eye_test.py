"""Synsprøve: whether there is a right to an eye test, and when the next one falls due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hjemmedag.core.law import Answer, FactsError, Grounds, Rulebook, Text, Verdict, decides
from hjemmedag.core.law.text import day_text
from hjemmedag.core.periods import add_months

KEY = "workplaces.eye_test"


class Because(StrEnum):
    """Why an eye test is due."""

    START = "start"
    TROUBLE = "trouble"
    INTERVAL = "interval"


@dataclass(frozen=True, slots=True)
class Facts:
    """`covered`: the order on screen work applies, at home or elsewhere. `trouble`: the eyes trouble the person."""

    on: date
    covered: bool
    tested_on: date | None = None
    trouble: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EyeTest(Answer):
    """Whether the right is there, the day a test is due, and why."""

    right: bool | None = None
    due: date | None = None
    because: Because | None = None


@decides(KEY, EyeTest)
def decide(facts: Facts, rulebook: Rulebook) -> EyeTest:
    """Due at once before the work begins and on trouble, else after the interval that the company has chosen."""
    rule = rulebook.rule(KEY)
    if facts.tested_on and facts.tested_on > facts.on:
        raise FactsError("tested_on", Text(da="ligger efter on.", en="is after on."))
    if not facts.covered:
        return EyeTest(grounds=Grounds(rule), found=Verdict.NOT_APPLICABLE, explanation=NOT_COVERED, right=False)
    interval = rulebook.on(facts.on).version(KEY, "interval")
    if facts.tested_on is None or facts.trouble:
        because = Because.TROUBLE if facts.trouble else Because.START
        return EyeTest(
            grounds=Grounds(rule),
            found=Verdict.OK,
            explanation=NOW[because],
            right=True,
            due=facts.on,
            because=because,
        )
    due = add_months(facts.tested_on, interval.number)
    day = day_text(due)
    return EyeTest(
        grounds=Grounds(rule, (interval,)),
        found=Verdict.OK,
        explanation=Text(
            da=f"Den næste synsprøve er {day.da}. Loven siger kun med jævne mellemrum; virksomheden har valgt hvor "
            "tit.",
            en=f"The next eye test is on {day.en}. The law only says at regular intervals; the company chose how "
            "often.",
        ),
        right=True,
        due=due,
        because=Because.INTERVAL,
    )


NOT_COVERED = Text(
    da="Retten til synsprøve følger af skærmreglerne, og de gælder ikke her. Gælder de på arbejdspladsen, har du "
    "den dér.",
    en="The right to an eye test follows from the screen-work rules, and they do not apply here. If they apply at the "
    "office, you have it there.",
)
NOW = {
    Because.START: Text(
        da="Du har ret til en synsprøve, før du begynder på skærmarbejdet.",
        en="You have a right to an eye test before you begin the screen work.",
    ),
    Because.TROUBLE: Text(
        da="Du har ret til en synsprøve nu, for du har gener.",
        en="You have a right to an eye test now, as your eyes trouble you.",
    ),
}
