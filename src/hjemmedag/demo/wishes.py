"""What people ask for and are answered: patterns of home days, rooms, and the words they write, made up."""

from __future__ import annotations

from datetime import date, time
from random import Random

from hjemmedag.core.agreements.pattern import Pattern, Window
from hjemmedag.core.agreements.wish import Wish
from hjemmedag.core.law import Text
from hjemmedag.demo import names
from hjemmedag.demo.staff import FULL_TIME, Member

WINDOWS = (
    Window(time(8), time(16)),
    Window(time(8), time(16)),
    Window(time(7, 30), time(15, 30)),
    Window(time(8, 30), time(16, 30)),
    Window(time(9), time(17)),
)
ONE_WEEK = ((0, 4), (0, 2), (2, 4), (1, 3), (4,), (2,), (0, 2, 4))
TWO_WEEKS = ((0, 4, 7), (1, 3, 6, 8), (0, 2, 5, 7, 9), (2, 7), (0, 1, 7, 8))
ROOMS = (
    Text(da="arbejdsværelset", en="the study"),
    Text(da="arbejdsværelset", en="the study"),
    Text(da="gæsteværelset", en="the guest room"),
    Text(da="hjørnet i stuen", en="the corner of the living room"),
    Text(da="loftet", en="the attic"),
)
WORDS = (
    Text(da="Jeg skriver og tester bedst i ro, og teamet mødes alligevel midt på ugen.",
         en="I write and test best in peace, and the team meets in the middle of the week anyway."),
    Text(da="Jeg har 55 minutters transport hver vej og vil bruge tiden bedre.",
         en="I travel 55 minutes each way and would like to use the time better."),
    Text(da="Mine kundesamtaler er på telefon, og de går lige så godt hjemmefra.",
         en="My customer calls are by phone and work just as well from home."),
    Text(da="Månedsafslutningen kræver samlede dage uden afbrydelser.",
         en="Closing the month takes whole days without interruptions."),
    Text(da="Vi har prøvet det i foråret, og det gik godt.", en="We tried it in spring, and it went well."),
)  # fmt: skip
PARENT = Text(
    da="Vi har et barn i vuggestue, og to hjemmedage gør aflevering og hentning mulig.",
    en="We have a child in day care, and two home days make the daily run possible.",
)
YES = (
    Text(da="Opgaverne egner sig godt, og teamets faste kontordag bliver holdt.",
         en="The tasks suit it well, and the team's fixed office day is kept."),
    Text(da="Du planlægger selv dine opgaver, og kunderne mærker ingen forskel.",
         en="You plan your own tasks, and customers notice no difference."),
    Text(da="Vi har aftalt, at ændringer i vagtplanen går forud.",
         en="We have agreed that changes in the rota come first."),
)  # fmt: skip
NO = (
    Text(da="Dine opgaver er ude ved anlæggene, og der er for få papirdage til et fast mønster. "
            "Spørg igen, hvis opgaverne ændrer sig.",
         en="Your tasks are out at the installations, and there are too few office days for a fixed pattern. "
            "Ask again if the tasks change."),
    Text(da="Lageret skal være bemandet alle dage, og vi er kun tre om det. Vi ser på det igen til foråret.",
         en="The warehouse must be staffed every day, and we are only three. We will look again in spring."),
    Text(da="Tre andre i teamet er hjemme de samme dage. Søg gerne om mandag eller onsdag i stedet.",
         en="Three others in the team are at home on the same days. Do apply for Monday or Wednesday instead."),
)  # fmt: skip
DECLINED = (
    Text(da="Jeg flytter til foråret og vil hellere vente.", en="I am moving in spring and would rather wait."),
    Text(da="Telefontiden passer ikke til mine dage.", en="The phone hours don't fit my days."),
)
TAKEN_BACK = "Der står et forkert arbejdssted i tillægget. Du får et nyt."
EXPIRED = "Tillægget blev ikke underskrevet, mens tilbuddet stod ved magt. HR eller lederen kan tilbyde det igen."
PAUSED = "Ombygning derhjemme: arbejdsværelset kan ikke bruges."
RESUMED = "Ombygningen er færdig."
CLOSED = "Efter aftale: nye opgaver kræver fremmøde."
AGAIN = Text(da="Jeg har fået andre opgaver siden.", en="My tasks have changed since then.")
STANDS = Text(
    da="Opgaverne løses stadig hos kunderne. Vi ser på det igen til foråret.",
    en="The tasks are still done at the clients’. We will look at it again in spring.",
)


def wish(luck: Random, member: Member, wanted_from: date, *, parent: bool = False, abroad: bool = False) -> Wish:
    """What this member asks for, in the member's language."""
    said = PARENT if parent else luck.choice(WORDS)
    language = "both" if luck.random() < 0.12 else member.language
    kind = "remote" if abroad else luck.choices(("one", "two", "remote"), (48, 24, 28))[0]
    return Wish(
        pattern=_pattern(luck, kind, full_time=member.hours == FULL_TIME),
        wanted_from=wanted_from,
        address=names.home(luck, member.position.site, abroad=abroad),
        room=luck.choice(ROOMS).said(member.language),
        words=said.said(member.language),
        language=language,
        ground="parent" if parent else "",
    )


def _pattern(luck: Random, kind: str, *, full_time: bool) -> Pattern:
    """The same days each week, a cycle of two, or always at home. Part-timers are free on Fridays."""
    hours = dict.fromkeys(range(5 if full_time else 4), luck.choice(WINDOWS))
    weeks = 2 if kind == "two" else 1
    worked = {week * 5 + day for week in range(weeks) for day in hours}
    chosen = luck.choice(ONE_WEEK if kind == "one" else TWO_WEEKS)
    days = worked if kind == "remote" else worked & set(chosen) or {1}
    return Pattern(remote=kind == "remote", cycle_weeks=weeks, home_days=frozenset(days), hours=hours)
