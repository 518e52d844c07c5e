"""Versions of the policy: what differs between two of them, and what a draft lacks before it can be published."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from hjemmedag.core.law import Text
from hjemmedag.core.policy.clauses import ClauseTemplate, PolicyTemplate, open_places
from hjemmedag.core.policy.contradictions import Objection
from hjemmedag.core.policy.terms import Term


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause (afsnit) as it stands in one version; `key` is the same in every version that has it.

    `terms` are what it says in numbers and choices, a line each.
    """

    key: str
    heading: Text
    text: Text
    in_addendum: bool = False
    required: bool = False
    rule: str = ""
    terms: tuple[Text, ...] = ()

    @property
    def name(self) -> Text:
        """The heading; where it is missing in one language, that of the other."""
        return Text(da=self.heading.da or self.heading.en, en=self.heading.en or self.heading.da)


def begun(policy: PolicyTemplate, own: Mapping[str, Text]) -> list[Clause]:
    """The clauses that a draft begins with, their fields filled with the company's own words or the defaults.

    Raises `FieldError` for a field that has neither.
    """
    values = policy.values(own)
    return [
        Clause(one.key, one.heading, one.filled(values), one.in_addendum, one.required, one.rule)
        for one in policy.clauses
    ]


class Change(StrEnum):
    """What became of a clause from one version to the next."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Comparison:
    """One clause in two versions; `None` where it doesn't stand."""

    old: Clause | None
    new: Clause | None

    @property
    def clause(self) -> Clause:
        """The clause as it stands last."""
        return self.new or self.old  # type: ignore[return-value]  # one of them always stands

    @property
    def change(self) -> Change:
        """What became of it: words in either language and terms count, the order doesn't."""
        if self.old is None:
            return Change.ADDED
        if self.new is None:
            return Change.REMOVED
        before, after = ((one.heading, one.text, one.terms) for one in (self.old, self.new))
        return Change.SAME if before == after else Change.CHANGED


def compare(old: Sequence[Clause], new: Sequence[Clause]) -> list[Comparison]:
    """Clause by clause in the new order; one that was removed stands after the clause it used to follow."""
    before = {clause.key: clause for clause in old}
    rows = [Comparison(before.get(clause.key), clause) for clause in new]
    kept = {clause.key for clause in new}
    for previous, clause in zip([None, *old], old, strict=False):
        if clause.key not in kept:
            keys = [row.clause.key for row in rows]
            rows.insert(keys.index(previous.key) + 1 if previous else 0, Comparison(clause, None))
    return rows


def changed(old: Sequence[Clause], new: Sequence[Clause]) -> list[Comparison]:
    """What someone who has read the old version has not read: clauses that are new, changed or gone."""
    return [row for row in compare(old, new) if row.change is not Change.SAME]


def reordered(old: Sequence[Clause], new: Sequence[Clause]) -> bool:
    """Whether clauses that stand in both versions come in another order."""
    here, there = {clause.key for clause in new}, {clause.key for clause in old}
    return [clause.key for clause in old if clause.key in here] != [clause.key for clause in new if clause.key in there]


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that stands between a draft and its publication; `clause` is the key of the clause it is about.

    `source` is where its rule stands. One that `warns` only is said, and the draft can be published all the same.
    `term`: it is mended among the terms. `about_provisions`: it is about who provides what, and `clause` is the key of
    that row.
    """

    said: Text
    clause: str = ""
    rule: str = ""
    source: str = ""
    warns: bool = False
    term: bool = False
    about_provisions: bool = False


def lacks(
    clauses: Sequence[Clause],
    required: Iterable[ClauseTemplate],
    *,
    notice_months: int | None,
    without_notice: bool,
    open_terms: Iterable[Term] = (),
    objections: Iterable[Objection] = (),
    unprovided: Iterable[Lack] = (),
) -> list[Lack]:
    """Everything a draft lacks, clause by clause in its own order; nothing means that it can be published.

    `required` are the clauses that every policy must have. No notice is possible, but only on purpose:
    `without_notice`. `open_terms` are those that nobody has answered, `objections` what can't stand among the others,
    `unprovided` what the rows of who provides what lack. Those that only warn stand last.
    """
    standing = {clause.key for clause in clauses}
    found = [_missing(clause) for clause in required if clause.key not in standing]
    for clause in clauses:
        found += _unwritten(clause)
        found += _unfilled(clause)
    if notice_months is None and not without_notice:
        found.append(_NO_NOTICE)
    found += [_open(term) for term in open_terms]
    found += [Lack(one.said, one.clause, one.rule, one.source, not one.refuses, term=True) for one in objections]
    found += unprovided
    return sorted(found, key=lambda lack: lack.warns)


def key_for(heading: str, taken: Collection[str]) -> str:
    """A key for a company's own clause, from its heading, that no clause has had before."""
    plain = heading.lower().translate(_DANISH)
    plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:50].strip("-") or "afsnit"
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return next(key for key in (stem, *numbered) if key not in taken)


def _missing(clause: ClauseTemplate) -> Lack:
    return Lack(
        Text(da=f"Afsnittet “{clause.heading.da}” mangler.", en=f"The clause “{clause.heading.en}” is missing."),
        clause.key,
        clause.rule,
    )


def _open(term: Term) -> Lack:
    title = term.title
    return Lack(Text(da=f"“{title.da}” er ikke besvaret.", en=f"“{title.en}” is not answered."), term.clause, term=True)


def _unwritten(clause: Clause) -> Iterator[Lack]:
    for missing, said in (
        (not (clause.heading.da.strip() and clause.text.da.strip()), Text(da="dansk", en="Danish")),
        (not (clause.heading.en.strip() and clause.text.en.strip()), Text(da="engelsk", en="English")),
    ):
        if missing:
            yield Lack(
                Text(
                    da=f"“{clause.name.da}” mangler overskrift eller tekst på {said.da}.",
                    en=f"“{clause.name.en}” lacks a heading or text in {said.en}.",
                ),
                clause.key,
            )


def _unfilled(clause: Clause) -> Iterator[Lack]:
    written = (clause.heading.da, clause.text.da, clause.heading.en, clause.text.en)
    for place in dict.fromkeys(place for words in written for place in open_places(words)):
        yield Lack(
            Text(
                da=f"“{clause.name.da}” har et felt, der ikke er udfyldt: {place}",
                en=f"“{clause.name.en}” has a field that is not filled in: {place}",
            ),
            clause.key,
        )


_NO_NOTICE = Lack(
    Text(
        da="Varslet for ordningen er ikke sat. Sæt det, eller bekræft, at der ikke aftales et.",
        en="The arrangement's notice is not set. Set it, or confirm that none is agreed.",
    )
)
_DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
