"""What the rule on screen work says, reason by reason."""

from __future__ import annotations

from hjemmedag.core.law import Text
from hjemmedag.core.workplaces.screen import Because

STILL = Text(
    da="De almindelige arbejdsmiljøregler gælder stadig hjemme.",
    en="The general working-environment rules still apply at home.",
)
BECAUSE = {
    Because.HOME: Text(
        da="Skærmreglerne gælder derhjemme: dit skærmarbejde hjemme er over grænsen. Arbejdsgiveren sørger for, at "
        "skærm, tastatur, bord og stol er i orden, og du har ret til en synsprøve.",
        en="The screen-work rules apply at home: your screen work there is above the limit. The employer sees to it "
        "that screen, keyboard, table and chair are in order, and you have a right to an eye test.",
    ),
    Because.TOGETHER: Text(
        da="Skærmreglerne gælder derhjemme: intet sted er over grænsen alene, men tilsammen er de, og du har ikke "
        "adgang til en skærmarbejdsplads, der opfylder kravene, et andet sted.",
        en="The screen-work rules apply at home: no place is above the limit alone, but together they are, and you "
        "have no access to a screen desk that meets the demands anywhere else.",
    ),
    Because.ALL_AT_HOME: Text(
        da="Du er under grænsen, men alt dit arbejde foregår hjemme. Regn med, at skærmreglerne gælder, til "
        "arbejdsmiljøorganisationen har taget stilling.",
        en="You are below the limit, but all your work is done at home. Take it that the screen-work rules apply until "
        "the safety organisation has decided.",
    ),
    Because.BELOW: Text(
        da="Skærmreglerne gælder ikke derhjemme: dit skærmarbejde er ikke over grænsen.",
        en="The screen-work rules do not apply at home: your screen work is not above the limit.",
    ).followed_by(STILL),
    Because.OTHER_PLACE: Text(
        da="Skærmreglerne gælder ikke derhjemme, men på det arbejdssted, hvor dit skærmarbejde er over grænsen.",
        en="The screen-work rules do not apply at home but at the place of work where your screen work is above the "
        "limit.",
    ).followed_by(STILL),
    Because.DESK: Text(
        da="Skærmreglerne gælder ikke derhjemme: du har adgang til en skærmarbejdsplads, der opfylder kravene, et "
        "andet sted.",
        en="The screen-work rules do not apply at home: you have access to a screen desk that meets the demands "
        "elsewhere.",
    ).followed_by(STILL),
    Because.NO_HOME_WORK: Text(
        da="Der er intet skærmarbejde hjemme, så der er ikke noget at tælle sammen.",
        en="There is no screen work at home, so there is nothing to count together.",
    ),
    Because.NOT_REGULAR: Text(
        da="Skærmreglerne gælder ikke derhjemme, for skærmarbejdet er ikke regelmæssigt endnu.",
        en="The screen-work rules do not apply at home, as the screen work is not regular yet.",
    ).followed_by(STILL),
    Because.ABROAD: Text(
        da="Arbejdet udføres uden for Danmark, så de danske arbejdsmiljøregler gælder ikke. Reglerne i det land "
        "gælder, og dem vurderer vi ikke.",
        en="The work is done outside Denmark, so the Danish working-environment rules do not apply. The rules of that "
        "country do, and we do not assess them.",
    ),
}
BEFORE = Text(da="Den tidligere regel kender vi ikke.", en="The earlier rule is not known to us.")
NO_WEEKS = Text(
    da="Hver af ugerne har ferie eller sygdom, så der er intet gennemsnit at regne.",
    en="Every week has holiday or illness, so there is no average to work out.",
)
