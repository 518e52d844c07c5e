"""Krav til skærmarbejdspladsen: whether the demands on the screen desk at home apply, and are met."""

from __future__ import annotations

from dataclasses import dataclass

from hjemmedag.core.law import Answer, Grounds, Rulebook, Text, Verdict

KEY = "workplaces.screen_requirements"


@dataclass(frozen=True, slots=True)
class Facts:
    """`covered`: the order on screen work applies at home. `unmet` names the demands of the law that are not met."""

    covered: bool
    unmet: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirements(Answer):
    """Whether the demands apply."""

    applies: bool | None = None


def decide(facts: Facts, rulebook: Rulebook) -> Requirements:
    """Unmet demands break the order only where it applies; below, only safe and suitable equipment is asked for."""
    found = Verdict.NOT_APPLICABLE
    if facts.covered:
        found = Verdict.VIOLATION if facts.unmet else Verdict.OK
    return Requirements(
        grounds=Grounds(rulebook.rule(KEY)), found=found, explanation=WORDS[found], applies=facts.covered
    )


WORDS = {
    Verdict.OK: Text(
        da="Skærmarbejdspladsen hjemme opfylder kravene.", en="The screen desk at home meets the demands."
    ),
    Verdict.VIOLATION: Text(
        da="Skærmarbejdspladsen hjemme opfylder ikke alle krav. Arbejdsgiveren skal sørge for det, der mangler.",
        en="The screen desk at home does not meet every demand. The employer must see to what is missing.",
    ),
    Verdict.NOT_APPLICABLE: Text(
        da="Skærmreglernes krav gælder ikke hjemme. Det, du arbejder med, skal stadig være sikkert og egnet.",
        en="The demands of the screen-work rules do not apply at home. What you work with must still be safe and "
        "suitable.",
    ),
}
