"""From the tables of a rule's file to the rule itself."""

from __future__ import annotations

from datetime import date

from hjemmedag.core.law import Certainty, Freedom, Kind, Parameter, Party, Rule, Source, Text, Value, Version
from hjemmedag.core.law.units import UNITS
from hjemmedag.core.periods import Period
from hjemmedag.rulebook.tables import Table


def rule(table: Table, key: str) -> Rule:
    """The rule of a file whose place gives it this key. Raises `RulebookError`."""
    if table.text("key") != key:
        raise table.fault("key", f'"{table.value("key")}" is not the file\'s place; write "{key}" or move the file')
    kind = table.choice("kind", Kind)
    found = Rule(
        key=key,
        kind=kind,
        responsible=table.choice("responsible", Party),
        title=text(table, "title"),
        text=text(table, "text"),
        sources=tuple(source(each) for each in table.tables("source")),
        certainty=table.choice("certainty", Certainty),
        review_on=table.field("review_on", date),
        parameters={name: _parameter(name, each, kind) for name, each in table.named("parameter")},
    )
    table.close()
    return found


def text(table: Table, name: str) -> Text:
    """Words in both languages. Raises `RulebookError`."""
    both = table.table(name)
    words = Text(da=both.text("da"), en=both.text("en"))
    both.close()
    return words


def source(table: Table) -> Source:
    """An act with number, date and section. Raises `RulebookError`."""
    found = Source(
        act=table.text("act"),
        number=table.optional_text("number"),
        date=table.optional_date("date"),
        section=table.optional_text("section"),
    )
    table.close()
    return found


def _parameter(name: str, table: Table, kind: Kind) -> Parameter:
    unit = table.text("unit")
    if unit not in UNITS:
        raise table.fault("unit", f'"{unit}" is not known; write one of {", ".join(UNITS)}')
    company = table.optional_choice("company_may", Freedom)
    if company in (Freedom.RAISE, Freedom.LOWER) and not UNITS[unit].ordered:
        raise table.fault("company_may", f'values in {unit} have no more or less; write "any" or leave it out')
    kind, title = table.optional_choice("kind", Kind) or kind, text(table, "title")
    entries = table.tables("version")
    versions = tuple(
        Version(
            value=_value(entry, unit),
            period=_period(entry, entries[number:]),
            source=sources[0],
            certainty=entry.choice("certainty", Certainty),
            kind=kind,
            also=tuple(sources[1:]),
        )
        for number, entry in enumerate(entries, start=1)
        for sources in [[source(each) for each in entry.one_or_more("source")]]
    )
    introduced, repealed = entries[0].optional_date("introduced"), entries[-1].optional_date("repealed")
    for each in (*entries, table):
        each.close()
    return Parameter(name, unit, title, versions, company, repealed, introduced)


def _value(entry: Table, unit: str) -> Value:
    value = entry.value("value")
    if not UNITS[unit].accepts(value):
        raise entry.fault("value", f"{value!r} is not a value in {unit}; write {UNITS[unit].example}")
    return value


def _period(entry: Table, later: list[Table]) -> Period:
    """From the version's `from`, or its day of introduction, to its own end or else to where the next one begins."""
    start = entry.optional_date("from") or entry.optional_date("introduced")
    end = entry.optional_date("until") or entry.optional_date("repealed")
    if entry.holds("until") and entry.holds("repealed"):
        raise entry.fault("until", "stands beside repealed; keep the one that is true")
    if entry.holds("from") and entry.holds("introduced"):
        raise entry.fault("from", "stands beside introduced; keep the one that is true")
    if later:
        following = later[0].optional_date("from")
        if entry.holds("repealed"):
            raise entry.fault("repealed", "a later version follows; write until")
        if following is None:
            raise later[0].fault("from", "is missing; only the first version may have been in force always")
        if end and end > following:
            raise entry.fault("until", f"{end} overlaps the next version, which begins {following}")
        end = end or following
    if start and end and end <= start:
        raise entry.fault("from", f"{start} is not before {end}; versions stand in order of time")
    return Period(start, end)
