"""The clauses to start from with their terms, and what the draft lacks before it can be published."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.policy.models import PolicyVersion
from hjemmedag.apps.policy.queries.criteria import criteria_of, criteria_on, kinds
from hjemmedag.apps.policy.queries.provisions import provisions_of, ready_provisions
from hjemmedag.apps.policy.queries.versions import clauses_of
from hjemmedag.core.law import Text
from hjemmedag.core.people.frames import Frame
from hjemmedag.core.policy import clashes, contradictions, provisions, terms
from hjemmedag.core.policy import versions as core
from hjemmedag.core.policy.clauses import ClauseTemplate, Field
from hjemmedag.core.policy.notice import FIELD, notice_words
from hjemmedag.rulebook import terms as rulebook
from hjemmedag.rulebook.clauses import load
from hjemmedag.rulebook.load import load as law


def fields() -> list[Field]:
    """The fields of the ready clauses that HR fills in words; the notice is a number of its own."""
    return [field for field in load().fields.values() if field.name != FIELD]


def ready_clauses(own: Mapping[str, Text], notice_months: int | None, on: date) -> list[core.Clause]:
    """The ready clauses of a day with the company's words, and suggestions where it has none, in both languages."""
    company = people.company()
    named = {"company": Text(da=company.name, en=company.name)} if company else {}
    return core.begun(load().on(on), {**named, **own, FIELD: notice_words(notice_months)})


def ready_terms(clauses: Iterable[str], notice_months: int | None) -> dict[str, terms.TermValue]:
    """What the ready clauses with these keys say in terms."""
    said = terms.ready_terms(rulebook.load().values(), clauses)
    return terms.with_notice(said, notice_months)


def terms_of(draft: PolicyVersion | None) -> list[terms.Term]:
    """The terms that the clauses of a version have, in order; all there are where the version is gone."""
    every = rulebook.load().values()
    return list(every) if draft is None else terms.of_clauses(every, [clause.key for clause in clauses_of(draft)])


@dataclass(frozen=True, slots=True)
class Examination:
    """A draft held against the rulebook.

    Its clauses and the terms they have, what it lacks, the ready clauses it doesn't have, the frames above it.
    """

    clauses: list[core.Clause]
    terms: list[terms.Term]
    lacks: list[core.Lack]
    library: list[ClauseTemplate]
    frames: list[Frame]

    @property
    def standing(self) -> list[str]:
        """The keys of the clauses it has."""
        return [clause.key for clause in self.clauses]

    @property
    def unprovided(self) -> list[core.Lack]:
        """What its rows of who provides what lack."""
        return [lack for lack in self.lacks if lack.about_provisions]

    def about(self, clause: str) -> list[core.Lack]:
        """What one of its clauses lacks."""
        return [lack for lack in self.lacks if lack.clause == clause and not lack.about_provisions]


def examined(draft: PolicyVersion, *, without_notice: bool, on: date) -> Examination:
    """The draft as it could be published from a day: four queries.

    What only warns stands last among the lacks. `without_notice`: no notice is meant, not forgotten. The terms are
    judged in the law of the day, and in the frames and agreements on control that the staff of the day are covered by.
    What they say against the criteria of the day warns.
    """
    clauses, above = clauses_of(draft), people.above_policy(on)
    standing = [clause.key for clause in clauses]
    known, ready = rulebook.load(), load().on(on).clauses
    asked = terms.of_clauses(known.values(), standing)
    said = {term.key: draft.terms[term.key] for term in asked if term.key in draft.terms}
    notice = {} if draft.notice_months is None else {rulebook.NOTICE: draft.notice_months}
    setting = contradictions.Setting(law().on(on), above.frames, above.control, above.limits)
    found = core.lacks(
        clauses,
        [clause for clause in ready if clause.required],
        notice_months=draft.notice_months,
        without_notice=without_notice,
        open_terms=terms.unanswered(known.values(), standing, said),
        objections=contradictions.objections(rulebook.contradictions(), known, {**said, **notice}, setting),
        unprovided=provisions.lacks(provisions_of(draft), [row for row in ready_provisions() if row.demanded]),
    )
    found += (core.Lack(one.said, known[one.term].clause, warns=True, term=True) for one in clashing(said, on))
    lacks = [lack if lack.source or not lack.rule else replace(lack, source=_source(lack.rule)) for lack in found]
    return Examination(clauses, asked, lacks, [clause for clause in ready if clause.key not in standing], above.frames)


def clashing(said: terms.Terms, on: date) -> list[clashes.Clash]:
    """What terms and the criteria of a day say against each other: one query."""
    held = criteria_on(on)
    return list(clashes.clashes(criteria_of(held), kinds(), said)) if held else []


def _source(rule: str) -> str:
    return "; ".join(str(source) for source in law().rule(rule).sources)
