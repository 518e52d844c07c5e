"""Reads the terms of a policy and what can't stand among them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from hjemmedag.core.law.units import UNITS
from hjemmedag.core.people.frames import LIMITS, Demand
from hjemmedag.core.periods import Period
from hjemmedag.core.policy.contradictions import LIMIT, PLACE, Condition, Contradiction, How
from hjemmedag.core.policy.terms import Term, TermKind
from hjemmedag.rulebook.shapes import text
from hjemmedag.rulebook.tables import Table, opened

TERMS = Path(__file__).parent / "policy" / "clauses_terms.toml"
CONTRADICTIONS = Path(__file__).parent / "policy" / "clauses_contradictions.toml"
NOTICE = "notice_months"
"""A number that the version holds itself; contradictions may ask whether it is there."""


@cache
def load(file: Path = TERMS) -> dict[str, Term]:
    """The terms by key, in order. Raises `RulebookError` naming file, place and remedy of the first fault."""
    content = opened(file)
    terms: dict[str, Term] = {}
    for table in content.tables("term"):
        term = _term(table)
        if term.key in (*terms, NOTICE, LIMIT):
            raise table.fault("key", f'"{term.key}" is taken')
        terms[term.key] = term
    content.close()
    return terms


@cache
def contradictions(file: Path = CONTRADICTIONS) -> tuple[Contradiction, ...]:
    """What can't stand, in order. Raises `RulebookError` naming file, place and remedy of the first fault."""
    content, terms = opened(file), load()
    found: dict[str, Contradiction] = {}
    for table in content.tables("contradiction"):
        one = _contradiction(table, terms)
        if one.key in found:
            raise table.fault("key", f'"{one.key}" is the key of an earlier contradiction')
        found[one.key] = one
    content.close()
    return tuple(found.values())


def _term(table: Table) -> Term:
    options = {name: text(table.table("options"), name) for name in _names(table, "options")}
    unit = table.optional_text("unit")
    kind = TermKind.CHOICE if options else TermKind.NUMBER if unit else TermKind.YES_NO
    if unit and (unit not in UNITS or not UNITS[unit].ordered):
        raise table.fault("unit", f'"{unit}" counts nothing; write one of {", ".join(UNITS)}')
    term = Term(
        key=table.text("key"),
        clause=table.text("clause"),
        title=text(table, "title"),
        kind=kind,
        ready=_value(table, "ready") if table.holds("ready") else None,
        unit=unit,
        most=table.field("most", int) if unit else 0,
        options=options,
        company=table.flag("company"),
    )
    table.close()
    if term.ready is not None and not term.accepts(term.ready):
        raise table.fault("ready", f"{term.ready!r} is no answer to a term of the kind {kind}")
    return term


def _contradiction(table: Table, terms: dict[str, Term]) -> Contradiction:
    when = table.table("when")
    conditions = tuple(_condition(when, name, terms) for name in _names(table, "when"))
    start = table.optional_date("from")
    demand = table.optional_choice("demand", Demand)
    one = Contradiction(
        key=table.text("key"),
        clause=table.text("clause"),
        said=text(table, "said"),
        rule="" if demand else table.text("rule"),
        conditions=conditions,
        period=Period(start),
        demand=demand,
        control=table.optional_text("control"),
        advice=table.flag("advice"),
        agreed=_limit(table),
    )
    table.close()
    if one.clause not in {term.clause for term in terms.values()}:
        raise table.fault("clause", f'"{one.clause}" has no terms')
    answered = {each.term for each in conditions if each.how is not How.MISSING}
    answered |= {each.with_ for each in conditions} | {LIMIT for each in conditions if each.limit}
    for language in ("da", "en"):
        if strange := sorted(set(PLACE.findall(one.said.said(language))) - answered):
            raise table.fault(f"said.{language}", f"holds {{{strange[0]}}}, which `when` does not ask about")
    return one


def _limit(table: Table) -> str:
    name = table.optional_text("agreed")
    if name and name not in LIMITS:
        raise table.fault("agreed", f'"{name}" is no limit of an agreement; write one of {", ".join(LIMITS)}')
    return name


def _condition(when: Table, name: str, terms: dict[str, Term]) -> Condition:
    if name not in terms and name != NOTICE:
        raise when.fault(name, f"is no term; the terms are {', '.join(terms)}")
    if not isinstance(when.value(name), dict):
        value = _value(when, name)
        if name == NOTICE or not terms[name].accepts(value):
            raise when.fault(name, f"{value!r} is no answer to the term")
        return Condition(name, How.IS, value)
    inside = when.table(name)
    with_ = inside.optional_text("with")
    if with_ and with_ not in terms:
        raise inside.fault("with", f'"{with_}" is no term')
    for how in (How.ABOVE, How.BELOW, How.MISSING):
        if inside.holds(how):
            value = _value(inside, how)
            inside.close()
            limit = value if isinstance(value, str) else ""
            return Condition(name, how, 0 if limit else value, limit, with_)
    raise when.fault(name, "says nothing to compare with; write above, below or missing")


def _value(table: Table, name: str) -> int | bool | str:
    value = table.value(name)
    if not isinstance(value, int | str):
        raise table.fault(name, f"{value!r} can't stand here; write a whole number, true, false or a word")
    return value


def _names(table: Table, name: str) -> list[str]:
    return list(table.field(name, dict)) if table.holds(name) else []
