"""The changes of a staff list as people read them: one line a person, all or one kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from hjemmedag.core.people.stafflist import Change, Field, Kind, Plan
from hjemmedag.core.people.stafflist.rows import Value
from hjemmedag.ui.words import said

WORDS = {
    Kind.CREATED: lambda: pgettext("staff list", "New"),
    Kind.CHANGED: lambda: pgettext("staff list", "Changed"),
    Kind.ENDED: lambda: pgettext("staff list", "Ended"),
}
AT_A_GLANCE = (Field.TITLE, Field.TEAM, Field.SITE, Field.STARTS)


@dataclass(frozen=True, slots=True)
class Line:
    """One person's change: who, what becomes of them, and each field with what it was and will be."""

    number: str
    name: str
    kind: str
    fields: tuple[tuple[str, str, str], ...]


def lines(plan: Plan, kind: str) -> list[Change]:
    """The changes of one kind; all, when the address names none that exists."""
    return plan.of(Kind(kind)) if kind in set(Kind) else list(plan.changes)


def line(change: Change) -> Line:
    """A new person at a glance; another by the fields that change."""
    cells = change.new.cells()
    if change.kind is Kind.CREATED:
        fields: Iterable[tuple[Field, Value, Value]] = ((field, "", cells[field]) for field in AT_A_GLANCE)
    else:
        fields = change.fields()
    told = tuple((said(field.heading), written(old), written(new)) for field, old, new in fields)
    return Line(change.after.number, change.after.name, words_of(change.kind), told)


def written(value: Value) -> str:
    """A value as a staff list writes it."""
    if isinstance(value, date):
        return f"{value:%d-%m-%Y}"
    return f"{value:f}".replace(".", ",") if isinstance(value, Decimal) else str(value or "")


def words_of(kind: Kind) -> str:
    """What becomes of a person, in a word."""
    return WORDS[kind]()


def kinds(plan: Plan) -> list[tuple[str, str]]:
    """The kinds of change there are to choose among, each with how many; all of them first."""
    counted = [(one.value, f"{words_of(one)} ({len(plan.of(one))})") for one in Kind if plan.of(one)]
    return [("", _("All")), *counted]
