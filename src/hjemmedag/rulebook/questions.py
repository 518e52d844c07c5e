"""Reads the questions about the home as a place of work, a file for each day from which they changed."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from hjemmedag.core.law import Source
from hjemmedag.core.workplaces.questions import Asked, Question, QuestionSet, Remedy, Topic, Weight
from hjemmedag.rulebook.shapes import source, text
from hjemmedag.rulebook.tables import Table, opened

FOLDER = Path(__file__).parent / "workplaces"


@cache
def load(folder: Path = FOLDER) -> tuple[QuestionSet, ...]:
    """All sets in order of time. Raises `RulebookError` naming file, place and remedy of the first fault."""
    sets: dict[date, QuestionSet] = {}
    for file in sorted(folder.glob("questions*.toml")):
        content = opened(file)
        found = _set(content)
        if found.start in sets:
            raise content.fault("from", f"{found.start} is the first day of another file")
        sets[found.start] = found
    return tuple(sets[start] for start in sorted(sets))


def _set(content: Table) -> QuestionSet:
    start = content.field("from", date)
    sources = {name: source(table) for name, table in content.named("source")}
    questions: dict[str, Question] = {}
    cited: set[str] = set()
    for table in content.tables("question"):
        names = _names(table)
        question = _question(table, _sources(table, names, sources))
        if question.key in questions:
            raise table.fault("key", f'"{question.key}" is the key of an earlier question')
        questions[question.key] = question
        cited.update(names)
    content.close()
    if unused := [name for name in sources if name not in cited]:
        raise content.fault(f"source.{unused[0]}", "is cited by no question; take it out")
    return QuestionSet(start, tuple(questions.values()))


def _names(table: Table) -> list[str]:
    names = table.field("source", list)
    if not names or not all(isinstance(name, str) for name in names):
        raise table.fault("source", 'names no source; write one or more, like ["annex"]')
    return names


def _sources(table: Table, names: list[str], known: dict[str, Source]) -> tuple[Source, ...]:
    if strange := [name for name in names if name not in known]:
        raise table.fault("source", f'"{strange[0]}" is no source here; the sources are {", ".join(known)}')
    return tuple(known[name] for name in names)


def _question(table: Table, sources: tuple[Source, ...]) -> Question:
    question = Question(
        key=table.text("key"),
        topic=table.choice("topic", Topic),
        text=text(table, "text"),
        wrong=text(table, "wrong"),
        help=text(table, "help"),
        asked=table.choice("asked", Asked),
        weight=table.choice("weight", Weight),
        rule=table.text("rule"),
        sources=sources,
        remedy=table.optional_choice("remedy", Remedy),
        may_be_irrelevant=table.flag("not_relevant"),
    )
    table.close()
    return question
