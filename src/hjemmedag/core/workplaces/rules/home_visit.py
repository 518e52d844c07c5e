"""Besøg og billeder i hjemmet: only by agreement, which can be withdrawn, and never without another way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from hjemmedag.core.law import Answer, FactsError, Grounds, Rulebook, Text, Verdict, decides
from hjemmedag.core.law.text import day_text

KEY = "workplaces.home_visit"


@dataclass(frozen=True, slots=True)
class Facts:
    """A visit or a look at pictures on a day: when the person agreed, and when that was taken back."""

    on: date
    agreed_on: date | None = None
    withdrawn_on: date | None = None
    photos: bool = False
    alternative_offered: bool = True

    def __post_init__(self) -> None:
        if self.withdrawn_on is None:
            return
        if self.agreed_on is None:
            raise FactsError("agreed_on", Text(da="mangler før withdrawn_on.", en="is missing before withdrawn_on."))
        if self.withdrawn_on < self.agreed_on:
            raise FactsError("withdrawn_on", Text(da="ligger før agreed_on.", en="is before agreed_on."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit(Answer):
    """Whether it may take place; and, of pictures, the day on which the company's own limit has them deleted."""

    allowed: bool | None = None
    delete_by: date | None = None


@decides(KEY, Visit)
def decide(facts: Facts, rulebook: Rulebook) -> Visit:
    """Allowed with an agreement in force that day and, for pictures, another way that was offered."""
    keep = rulebook.on(facts.on).version(KEY, "photo_days")
    rule = rulebook.rule(KEY)
    if refused := _refused(facts):
        return Visit(grounds=Grounds(rule), found=Verdict.VIOLATION, explanation=refused, allowed=False)
    if not facts.photos:
        return Visit(grounds=Grounds(rule), found=Verdict.OK, explanation=AGREED, allowed=True)
    delete_by = facts.on + timedelta(days=keep.number)
    day = day_text(delete_by)
    return Visit(
        grounds=Grounds(rule, (keep,)),
        found=Verdict.OK,
        explanation=AGREED.followed_by(
            Text(
                da=f"Billederne slettes, når vurderingen er godkendt, og senest {day.da}, som virksomheden har valgt.",
                en=f"Pictures are deleted once the assessment is approved, by {day.en} at the latest, as the company "
                "has chosen.",
            )
        ),
        allowed=True,
        delete_by=delete_by,
    )


def _refused(facts: Facts) -> Text | None:
    if facts.agreed_on is None or facts.agreed_on > facts.on:
        return NOT_AGREED
    if facts.withdrawn_on is not None and facts.withdrawn_on <= facts.on:
        return WITHDRAWN
    return NO_OTHER_WAY if facts.photos and not facts.alternative_offered else None


AGREED = Text(da="Det er aftalt.", en="It is agreed.")
NOT_AGREED = Text(
    da="Arbejdsgiveren har ikke ret til adgang. Aftal det først, eller brug en anden vej.",
    en="The employer has no right of access. Agree on it first, or use another way.",
)
WITHDRAWN = Text(
    da="Aftalen er trukket tilbage. Brug en anden vej, for eksempel en erklæring eller en samtale.",
    en="The agreement has been withdrawn. Use another way, such as a declaration or a talk.",
)
NO_OTHER_WAY = Text(
    da="Billeder er frivillige, så der skal være tilbudt en anden vej.",
    en="Pictures are voluntary, so another way must have been offered.",
)
