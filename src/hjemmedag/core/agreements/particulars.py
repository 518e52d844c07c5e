"""Policy receipt and individual particulars (individuelle oplysninger): whether they do instead of an addendum.

The law asks for the terms in writing, not for a signature. Where something has to be agreed with the person, both sign
an addendum; what we are not sure of is said, and decides nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from hjemmedag.core.documents.wording import series
from hjemmedag.core.law import Certainty, Text
from hjemmedag.core.people.frames import Area, Demand, Frame, Subject

KEY = "agreements.particulars"
CHANGE = "agreements.material_change"

GENERAL = (
    "breaks_and_rest",
    "registration",
    "equipment",
    "environment",
    "visits",
    "security",
    "privacy",
    "injuries",
    "change",
)
"""The clauses that carry what an addendum says of everyone. The person's own sheet holds the rest: where, which days
and hours, from when, and which notice."""


@dataclass(frozen=True, slots=True)
class Facts:
    """One person's terms to come.

    `wished`: one side asked in writing and the other said yes. `new_notice`: a notice of the arrangement's own that is
    not agreed with the person already. `local_agreement`: the policy says that there is one on home working. `clauses`:
    the keys of those the policy holds, `headings` how the general ones are called.
    """

    wished: bool
    new_notice: bool
    local_agreement: bool
    frame: Frame | None
    clauses: Collection[str]
    headings: dict[str, Text]


@dataclass(frozen=True, slots=True)
class Finding:
    """Why both must sign; with `decides` false something to look up first."""

    words: Text
    rule: str
    decides: bool


def findings(facts: Facts) -> list[Finding]:
    """Everything that speaks for an addendum, what decides first."""
    found = [*_agreed(facts), *_of_frame(facts.frame), *_left_out(facts)]
    return sorted(found, key=lambda one: not one.decides)


def suffice(found: Sequence[Finding]) -> bool:
    """Whether the receipt and the particulars do."""
    return not any(one.decides for one in found)


def _agreed(facts: Facts) -> list[Finding]:
    found = []
    if not facts.wished:
        words = Text(
            da="Ingen har selv bedt om ændringen, så begge skal skrive under på den.",
            en="Nobody asked for the change, so both must sign it.",
        )
        found.append(Finding(words, CHANGE, decides=True))
    if facts.new_notice and facts.local_agreement:
        words = Text(
            da="Varslet for ordningen hviler på lokalaftalen. Slå op, om det står i den.",
            en="The notice of the arrangement rests on the local agreement. Look up whether it says so.",
        )
        found.append(Finding(words, CHANGE, decides=False))
    elif facts.new_notice:
        words = Text(
            da="Politikken har et varsel for ordningen. Det gælder kun, når det er aftalt, så begge skal skrive under.",
            en="The policy has a notice of its own for the arrangement. It holds only when agreed, so both must sign.",
        )
        found.append(Finding(words, CHANGE, decides=True))
    return found


def _of_frame(frame: Frame | None) -> list[Finding]:
    if frame is None:
        return []
    if point := frame.point(Demand.LOCAL_AGREEMENT):
        words = Text(da=f"{frame.title.da}: {point.text.da}", en=f"{frame.title.en}: {point.text.en}")
        return [Finding(words, point.rule, decides=point.certainty is not Certainty.UNVERIFIED)]
    point = frame.about(Subject.LOCAL_AGREEMENT)
    if frame.area is Area.NONE or point is None:
        return []
    words = Text(
        da=f"{frame.title.da}: Slå op i overenskomsten, om den kræver en underskrevet aftale.",
        en=f"{frame.title.en}: Look up in the agreement whether it asks for a signed one with each person.",
    )
    return [Finding(words, point.rule, decides=False)]


def _left_out(facts: Facts) -> list[Finding]:
    missing = [facts.headings.get(key, Text(da=key, en=key)) for key in GENERAL if key not in facts.clauses]
    if not missing:
        return []
    named = series(missing)
    words = Text(
        da=f"Politikken siger ikke alt, hvad tillægget siger. Den mangler: {named.da}.",
        en=f"The policy doesn’t say all that the addendum says. It lacks: {named.en}.",
    )
    return [Finding(words, KEY, decides=True)]
