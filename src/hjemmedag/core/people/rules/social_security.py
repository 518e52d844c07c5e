"""Social sikring på tværs af grænser: which country insures someone who lives abroad and works partly at home."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from hjemmedag.core.law import (
    Answer,
    FactsError,
    Grounds,
    Parameter,
    Rulebook,
    Text,
    UnknownValue,
    Verdict,
    Version,
    decides,
)

KEY = "people.social_security"
WORK_STATE, ORESUND = "DK", "SE"
COUNTRY = re.compile(r"[A-Z]{2}")
COORDINATED = frozenset(
    (
        *("AT", "BE", "BG", "CH", "CY", "CZ", "DE", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LI"),
        *("LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK"),
    )
)
"""The countries beside Denmark that the regulation binds: the European Union, the EEA and Switzerland."""


class Because(StrEnum):
    """What the answer rests on."""

    LIVES_IN_DENMARK = "lives_in_denmark"
    BELOW = "below_share"
    SUBSTANTIAL = "substantial_share"
    ORESUND = "oresund_agreement"
    ABOVE_ORESUND = "above_oresund_agreement"


@dataclass(frozen=True, slots=True)
class Facts:
    """Where the person lives, and the part, 0 to 1, of all work expected there in the months ahead, if known."""

    residence: str
    home_share: Decimal | None

    def __post_init__(self) -> None:
        if not COUNTRY.fullmatch(self.residence):
            raise FactsError(
                "residence", Text(da="skal være en landekode, som SE.", en="must be a country's code, like SE.")
            )
        if self.home_share is not None and not 0 <= self.home_share <= 1:
            raise FactsError("home_share", Text(da="skal ligge mellem 0 og 1.", en="must lie between 0 and 1."))


@dataclass(frozen=True, slots=True, kw_only=True)
class SocialSecurity(Answer):
    """The country that insures, and why. `close`: it is Denmark still, but the company wants to be warned."""

    country: str | None = None
    because: Because | None = None
    close: bool | None = None


@decides(KEY, SocialSecurity)
def decide(facts: Facts, rulebook: Rulebook) -> SocialSecurity:
    """Someone employed in Denmark alone. Undetermined outside the countries that the regulation binds."""
    rule = rulebook.rule(KEY)
    share, oresund, warn = (_now(rule.parameter(name)) for name in ("residence_share", "oresund_share", "warn_share"))
    if facts.residence == WORK_STATE:
        return _answer(Because.LIVES_IN_DENMARK, WORK_STATE, Grounds(rule))
    if facts.residence not in COORDINATED:
        return SocialSecurity.undetermined(rule, ELSEWHERE)
    if facts.home_share is None:
        return SocialSecurity.undetermined(rule, UNKNOWN)
    percent = facts.home_share * 100
    if percent < share.amount:
        close = percent >= warn.amount
        return _answer(Because.BELOW, WORK_STATE, Grounds(rule, (share,)), close=close)
    if facts.residence != ORESUND:
        # Below the framework agreement's line the answer hangs on Denmark not having joined it since.
        framework = _now(rule.parameter("framework_share"))
        used = (share, framework) if percent < framework.amount else (share,)
        return _answer(Because.SUBSTANTIAL, facts.residence, Grounds(rule, used))
    if percent > oresund.amount:
        return _answer(Because.ABOVE_ORESUND, facts.residence, Grounds(rule, (share, oresund)))
    return _answer(Because.ORESUND, WORK_STATE, Grounds(rule, (share, oresund)))


def _now(parameter: Parameter) -> Version:
    """The version without an end: a plan for the months ahead is judged by the law as it stands."""
    found = next((version for version in parameter.versions if version.period.end is None), None)
    if found is None:
        raise UnknownValue(
            Text(
                da=f'Vi kender ingen værdi for "{parameter.title.da}".',
                en=f'We know no value for "{parameter.title.en}".',
            )
        )
    return found


def _answer(because: Because, country: str, grounds: Grounds, *, close: bool = False) -> SocialSecurity:
    words = BECAUSE[because]
    return SocialSecurity(
        grounds=grounds,
        found=Verdict.OK,
        explanation=words.followed_by(CLOSE) if close else words,
        country=country,
        because=because,
        close=close,
    )


BECAUSE = {
    Because.LIVES_IN_DENMARK: Text(
        da="Du bor og arbejder i Danmark, så du er dækket af dansk social sikring.",
        en="You live and work in Denmark, so Danish social security covers you.",
    ),
    Because.BELOW: Text(
        da="Den del, du arbejder hjemme, er ikke væsentlig, så du er dækket af dansk social sikring.",
        en="The part that you work at home is not substantial, so Danish social security covers you.",
    ),
    Because.SUBSTANTIAL: Text(
        da="Du arbejder en væsentlig del hjemme, så du er dækket af social sikring i det land, hvor du bor. Vi har "
        "ikke set Danmark tilslutte sig den europæiske rammeaftale om telearbejde; få det bekræftet, før I aftaler "
        "noget.",
        en="You do a substantial part of the work at home, so the social security of the country where you live covers "
        "you. We have not seen Denmark join the European framework agreement on telework; have it confirmed before you "
        "agree on anything.",
    ),
    Because.ORESUND: Text(
        da="Efter den dansk-svenske aftale er du stadig dækket af dansk social sikring. Søg om en A1 hos Udbetaling "
        "Danmark.",
        en="Under the Danish-Swedish agreement Danish social security still covers you. Apply to Udbetaling Danmark "
        "for an A1.",
    ),
    Because.ABOVE_ORESUND: Text(
        da="Du arbejder mere hjemme, end den dansk-svenske aftale rummer, så du er dækket af svensk social sikring.",
        en="You work more at home than the Danish-Swedish agreement holds, so Swedish social security covers you.",
    ),
}
CLOSE = Text(
    da="Der er ikke langt til grænsen, så hold øje med den.", en="The limit is not far off, so keep an eye on it."
)
UNKNOWN = Text(
    da="Vi ved ikke, hvor meget du vil arbejde hjemme dér, så vi kan ikke sige, hvilket lands sociale sikring du er "
    "dækket af.",
    en="We don't know how much you will work at home there, so we can't say which country's social security covers "
    "you.",
)
ELSEWHERE = Text(
    da="Landet er ikke med i EU's regler om social sikring. Spørg Udbetaling Danmark, hvilket lands regler der gælder.",
    en="The country is not part of the European rules on social security. Ask Udbetaling Danmark which country's rules "
    "apply.",
)
