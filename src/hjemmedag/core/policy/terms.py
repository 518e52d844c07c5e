"""Terms of a policy (vilkår): what its clauses say in numbers, choices, and yes or no, so that it can be checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from hjemmedag.core.law import Kind, Text
from hjemmedag.core.law.units import value_text

TermValue = int | bool | str
Terms = Mapping[str, TermValue]
"""What a version says, by the key of the term. A term it says nothing about is left out."""


class TermKind(StrEnum):
    """What an answer looks like: a whole number in a unit, one of a few options, or yes or no."""

    NUMBER = "number"
    CHOICE = "choice"
    YES_NO = "yes_no"


@dataclass(frozen=True, slots=True)
class Term:
    """One term, and the clause it belongs to.

    `ready` is what the clause to start from says, where it says anything; `most` is the highest number that makes
    sense to write, above which it is a slip of the keyboard. `company`: the law leaves it to the company.
    """

    key: str
    clause: str
    title: Text
    kind: TermKind
    ready: TermValue | None = None
    unit: str = ""
    most: int = 0
    options: Mapping[str, Text] = field(default_factory=dict)
    company: bool = False

    def accepts(self, value: object) -> bool:
        """Whether this can stand as the term's value."""
        if self.kind is TermKind.YES_NO:
            return isinstance(value, bool)
        if self.kind is TermKind.CHOICE:
            return isinstance(value, str) and value in self.options
        return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= self.most

    def words(self, value: TermValue) -> Text:
        """The value as people read it: "11 timer", "ja", "medarbejderen"."""
        return self.options[value] if isinstance(value, str) else value_text(value, self.unit)

    def said(self, value: TermValue) -> Text:
        """The whole term: "Daglig hvile, mindst: 11 timer"; of a company's choice also that it is one."""
        words = self.words(value)
        line = Text(da=f"{self.title.da}: {words.da}", en=f"{self.title.en}: {words.en}")
        choice = Kind.COMPANY.words
        return Text(da=f"{line.da} ({choice.da})", en=f"{line.en} ({choice.en})") if self.company else line


def of_clauses(terms: Iterable[Term], clauses: Iterable[str]) -> list[Term]:
    """The terms that belong to the clauses with these keys, in their order."""
    standing = set(clauses)
    return [term for term in terms if term.clause in standing]


def without_clause(terms: Iterable[Term], clause: str, said: Terms) -> dict[str, TermValue]:
    """What is left to say when the clause goes."""
    gone = {term.key for term in of_clauses(terms, [clause])}
    return {key: value for key, value in said.items() if key not in gone}


def ready_terms(terms: Iterable[Term], clauses: Iterable[str]) -> dict[str, TermValue]:
    """What the ready clauses with these keys say."""
    return {term.key: term.ready for term in of_clauses(terms, clauses) if term.ready is not None}


CORE_HOURS, WITHOUT = "core_hours", "none"
"""The term of the core hours, and what it says where there are none; else "9-15"."""


SENIORITY_COUNTS, HOME_SHARE = "seniority_counts", "home_share"
"""The terms that the criteria for an arrangement can say something else about."""
ANSWER_DAYS = "answer_days"
"""The term of how soon an application is answered."""
LOCAL_AGREEMENT = "local_agreement"
"""The term that records that there is a local agreement on home working."""


def core_hours(said: Terms) -> tuple[int, int] | None:
    """Kernetid: from and until which hour of the day everyone works; `None` where there are none."""
    value = said.get(CORE_HOURS, WITHOUT)
    if not isinstance(value, str) or value == WITHOUT:
        return None
    start, end = value.split("-")
    return int(start), int(end)


NOTICE_BY, AGREED, EMPLOYMENT = "notice_by", "agreed", "employment"
"""The term that follows the notice, and what it says with and without one."""


def with_notice(said: Terms, months: int | None) -> dict[str, TermValue]:
    """The terms with what they say of the notice, if anything, brought in line with it."""
    told = {NOTICE_BY: EMPLOYMENT if months is None else AGREED} if NOTICE_BY in said else {}
    return {**said, **told}


def unanswered(terms: Iterable[Term], clauses: Iterable[str], said: Terms) -> Iterator[Term]:
    """The terms that a clause which stands leaves open."""
    return (term for term in of_clauses(terms, clauses) if term.key not in said)


def said_by_clause(terms: Iterable[Term], said: Terms) -> dict[str, tuple[Text, ...]]:
    """What a version says in terms, as lines by the key of the clause."""
    lines: dict[str, tuple[Text, ...]] = {}
    for term in terms:
        value = said.get(term.key)
        if value is not None and term.accepts(value):
            lines[term.clause] = (*lines.get(term.clause, ()), term.said(value))
    return lines
