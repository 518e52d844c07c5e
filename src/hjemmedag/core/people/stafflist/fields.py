"""The columns of a staff list, in Danish and English, and what each must hold."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hjemmedag.core.law.text import Text


class Field(StrEnum):
    """A column, by its Danish heading, in the order of the file."""

    NUMBER = "medarbejdernr"
    FIRST_NAME = "fornavn"
    LAST_NAME = "efternavn"
    EMAIL = "email"
    STARTS = "ansat_fra"
    ENDS = "ansat_til"
    WEEKLY_HOURS = "ugentlige_timer"
    TITLE = "stilling"
    DEPARTMENT = "afdeling"
    TEAM = "team"
    MANAGER = "leder"
    SITE = "arbejdssted"
    AGREEMENT = "overenskomst"
    LANGUAGE = "sprog"

    @property
    def heading(self) -> Text:
        """The heading in both languages."""
        return Text(da=self.value, en=ABOUT[self].english)


@dataclass(frozen=True, slots=True)
class About:
    """A column: its English heading, what to write in it, other words for it, its longest text, if it may be empty.

    Headings are compared without case, punctuation and spaces: "Ansat fra" is `ansat_fra`.
    """

    english: str
    holds: Text
    also: tuple[str, ...] = ()
    longest: int = 80
    may_be_empty: bool = False


ABOUT = {
    Field.NUMBER: About(
        "number",
        Text(da="Jeres eget nummer, som ingen andre har.", en="Your own number, which nobody else has."),
        ("employee_number", "employee_no", "medarbejdernummer", "nummer"),
        longest=20,
    ),
    Field.FIRST_NAME: About("first_name", Text(da="Fornavn og mellemnavne.", en="First names."), ("given_name",)),
    Field.LAST_NAME: About("last_name", Text(da="Efternavn.", en="Last name."), ("surname", "family_name")),
    Field.EMAIL: About(
        "email",
        Text(da="Arbejdsmail. Den logger man ind med.", en="Work address. It is what one signs in with."),
        ("e_mail", "mail"),
        longest=254,
    ),
    Field.STARTS: About(
        "employed_from",
        Text(da="Første arbejdsdag, fx 01-03-2026.", en="First day of work, such as 01-03-2026."),
        ("start_date", "starts"),
    ),
    Field.ENDS: About(
        "employed_to",
        Text(da="Sidste arbejdsdag. Tom, når der ikke er en.", en="Last day of work. Empty when there is none."),
        ("employed_until", "end_date", "ends"),
        may_be_empty=True,
    ),
    Field.WEEKLY_HOURS: About(
        "weekly_hours",
        Text(da="Timer om ugen, fx 37 eller 32,5.", en="Hours a week, such as 37 or 32.5."),
        ("hours", "timer"),
    ),
    Field.TITLE: About("title", Text(da="Stilling.", en="Job title."), ("job_title", "position"), longest=120),
    Field.DEPARTMENT: About(
        "department", Text(da="Afdelingen, som teamet hører til.", en="The department that the team belongs to.")
    ),
    Field.TEAM: About("team", Text(da="Teamet, personen er i.", en="The team the person is in.")),
    Field.MANAGER: About(
        "manager",
        Text(da="Lederens medarbejdernr. Tom for den øverste.", en="The manager's number. Empty for the top."),
        ("manager_number",),
        longest=20,
        may_be_empty=True,
    ),
    Field.SITE: About(
        "site",
        Text(da="Arbejdsstedets navn, fx en by.", en="The site's name, such as a town."),
        ("workplace", "location"),
    ),
    Field.AGREEMENT: About(
        "agreement",
        Text(da="Overenskomstens navn. Tom uden overenskomst.", en="The agreement's name. Empty without one."),
        ("collective_agreement",),
        longest=120,
        may_be_empty=True,
    ),
    Field.LANGUAGE: About(
        "language",
        Text(da="da eller en. Tom: virksomhedens sprog.", en="da or en. Empty: the company's language."),
        may_be_empty=True,
    ),
}
