"""What the rule on reporting an injury says."""

from __future__ import annotations

from hjemmedag.core.law import Text

FROM_ABSENCE = Text(
    da="Arbejdsgiveren skal anmelde ulykken i EASY, for der er fravær ud over skadesdagen. Fristen løber fra den "
    "første fraværsdag.",
    en="The employer must report the accident in EASY, as there is absence beyond the day of the injury. The deadline "
    "runs from the first day of absence.",
)
FROM_INJURY = Text(
    da="Arbejdsgiveren skal anmelde ulykken i EASY, for der kan være krav på erstatning. Fristen løber fra "
    "skadesdagen.",
    en="The employer must report the accident in EASY, as compensation may be due. The deadline runs from the day of "
    "the injury.",
)
BOTH = Text(
    da="Arbejdsgiveren skal anmelde ulykken i EASY, for der kan være krav på erstatning. Hvor meget fravær, der "
    "kræves, er under ændring, så vi regner den korteste frist, fra skadesdagen.",
    en="The employer must report the accident in EASY, as compensation may be due. How much absence it takes is being "
    "changed, so we count the shortest deadline, from the day of the injury.",
)
EITHER = Text(
    da="Arbejdsgiveren skal anmelde ulykken i EASY: der er fravær nok både efter den hidtidige regel og efter det "
    "lovforslag, der ændrer den. Fristen løber fra den første fraværsdag.",
    en="The employer must report the accident in EASY: there is enough absence both by the rule so far and by the bill "
    "that changes it. The deadline runs from the first day of absence.",
)
NONE = Text(
    da="Ulykken skal ikke anmeldes, så længe der ikke er fravær nok og ikke ventes krav. Du kan selv anmelde den, "
    "og den hører med i listen over hændelser.",
    en="The accident need not be reported as long as there is not enough absence and no claim is expected. You may "
    "report it yourself, and it belongs in the list of incidents.",
)
VERIFY = Text(
    da="Ulykken skal måske ikke anmeldes: et lovforslag kræver mere fravær fra 1. juli 2026, men vi har ikke set det "
    "vedtaget. Anmeld, hvis I er i tvivl.",
    en="The accident may not have to be reported: a bill asks for more absence from 1 July 2026, but we have not "
    "seen it adopted. Report it if you are in doubt.",
)
