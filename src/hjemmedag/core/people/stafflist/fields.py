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
    """A column's English heading, other words for it, the longest text it holds, and whether it may be empty.

    Headings are compared without case, accents of punctuation or spaces: "Ansat fra" is `ansat_fra`.
    """

    english: str
    also: tuple[str, ...] = ()
    longest: int = 80
    may_be_empty: bool = False


ABOUT = {
    Field.NUMBER: About("number", ("employee_number", "employee_no", "medarbejdernummer", "nummer"), longest=20),
    Field.FIRST_NAME: About("first_name", ("given_name",)),
    Field.LAST_NAME: About("last_name", ("surname", "family_name")),
    Field.EMAIL: About("email", ("e_mail", "mail"), longest=254),
    Field.STARTS: About("employed_from", ("start_date", "starts")),
    Field.ENDS: About("employed_to", ("employed_until", "end_date", "ends"), may_be_empty=True),
    Field.WEEKLY_HOURS: About("weekly_hours", ("hours", "timer")),
    Field.TITLE: About("title", ("job_title", "position"), longest=120),
    Field.DEPARTMENT: About("department"),
    Field.TEAM: About("team"),
    Field.MANAGER: About("manager", ("manager_number",), longest=20, may_be_empty=True),
    Field.SITE: About("site", ("workplace", "location")),
    Field.AGREEMENT: About("agreement", ("collective_agreement",), longest=120, may_be_empty=True),
    Field.LANGUAGE: About("language", may_be_empty=True),
}
