"""Forsikring ved hjemmearbejde: what is clarified, and what is still open."""

from __future__ import annotations

from dataclasses import dataclass, fields

from hjemmedag.core.law import Answer, Grounds, Rulebook, Text, Verdict

KEY = "workplaces.insurance"


@dataclass(frozen=True, slots=True)
class Facts:
    """What is in place. `work_injury` is the statutory insurance; `property` the cover of the company's things at home.

    `contents_told`: the employee was told to look at what their own contents insurance covers.
    """

    work_injury: bool
    property_clarified: bool = False
    liability_clarified: bool = False
    contents_told: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Insurance(Answer):
    """`open` names the facts that are not in place."""

    open: tuple[str, ...] = ()


def decide(facts: Facts, rulebook: Rulebook) -> Insurance:
    """Without the statutory insurance it is a violation; what else is open is only worth a word."""
    missing = tuple(field.name for field in fields(facts) if not getattr(facts, field.name))
    found = Verdict.WARNING if missing else Verdict.OK
    if not facts.work_injury:
        found = Verdict.VIOLATION
    return Insurance(grounds=Grounds(rulebook.rule(KEY)), found=found, explanation=WORDS[found], open=missing)


WORDS = {
    Verdict.OK: Text(
        da="Arbejdsskadeforsikringen er tegnet, og resten er afklaret.",
        en="Work-injury insurance is in place, and the rest is clarified.",
    ),
    Verdict.WARNING: Text(
        da="Arbejdsskadeforsikringen er tegnet, men ikke alt er afklaret. Vilkårene er forskellige, så spørg "
        "selskabet.",
        en="Work-injury insurance is in place, but not everything is clarified. Terms differ, so ask the insurer.",
    ),
    Verdict.VIOLATION: Text(
        da="Arbejdsgiveren skal have en arbejdsskadeforsikring. Den dækker også arbejde hjemme.",
        en="The employer must hold work-injury insurance. It covers work at home too.",
    ),
}
