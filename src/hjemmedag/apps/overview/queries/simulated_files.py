"""A simulation to take along: a workbook with everyone on its lists, and a paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from hjemmedag.adapters import typesetting
from hjemmedag.adapters.spreadsheets.export import File, export_book
from hjemmedag.adapters.spreadsheets.writing import Cell, Sheet
from hjemmedag.apps.overview.queries import simulated
from hjemmedag.apps.overview.queries.simulation import Simulation
from hjemmedag.apps.people import queries as people
from hjemmedag.core.refusals import Refused
from hjemmedag.rulebook.load import load
from hjemmedag.ui.words import day_date, kroner, language, said

TEMPLATE = Path(__file__).resolve().parents[1] / "templates" / "overview" / "paper" / "simulation.typ"
ON_PAPER = 200
"""People of each list on the paper; the workbook has them all."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows below headings."""

    title: str
    headings: list[str]
    rows: list[list[str]]
    note: str = ""


def book(name: str, found: Simulation, functions: Mapping[int, str]) -> File:
    """The workbook: what was tried, the weekdays, the purchase, each list with everyone on it, and what isn't known."""
    return export_book(name, _sheets(found, functions))


def _sheets(found: Simulation, functions: Mapping[int, str]) -> Iterator[Sheet]:
    told = [(_("Tried"), one) for one in simulated.tried(found, functions)]
    told += [(_("Note"), one) for one in simulated.warnings(found)]
    told += [(_("Taken for granted"), one) for one in simulated.assumptions()]
    told += [(_("What isn’t known"), one) for one in simulated.unknown(found)]
    yield Sheet(_("About"), [_("What"), _("Words")], told)
    days: Iterable[list[Cell]] = ([name, *map(float, figures)] for name, *figures in simulated.weekdays(found))
    yield Sheet(_("Weekdays"), _weekday_headings(), days)
    bought: Iterable[list[Cell]] = (
        [one.priced.name, one.count, one.priced.price, one.total] for one in found.cost.lines
    )
    yield Sheet(_("Equipment"), _cost_headings(), [*bought, [_("Known in all"), None, None, found.cost.known]])
    headings = [*_people_headings(), _("Rule")]
    names = _sheet_names()
    for key in simulated.LISTS:
        rows = simulated.rows(found, key, found.among(key))
        cells = [[one.name, one.unit, one.before, one.after, one.why, one.rule] for one in rows]
        yield Sheet(names[key], headings, cells)


def paper(name: str, found: Simulation, functions: Mapping[int, str], *, now: datetime) -> File:
    """The paper in the reader's language. Raises `Refused` for a character that can't be printed."""
    data = {
        "employer": {"name": str(people.company() or ""), "cvr": "", "address": ""},
        "title": _("What another policy would mean"),
        "reference": _("Consequences, worked out %(day)s") % {"day": day_date(found.on)},
        "lead": _("Worked out %(day)s. Employees: %(people)s. Nothing is decided, and nothing is stored.")
        % {"day": day_date(found.on), "people": len(found.seen)},
        "points": [
            {"title": _("What was tried"), "lines": simulated.tried(found, functions)},
            {"title": _("Look at this"), "lines": simulated.warnings(found)},
        ],
        "grids": [asdict(one) for one in _grids(found)],
        "ends": [
            {"title": _("What isn’t known"), "lines": simulated.unknown(found)},
            {"title": _("Taken for granted"), "lines": simulated.assumptions()},
            {"title": _("Rules"), "lines": _rules(found)},
        ],
    }
    try:
        pdf = typesetting.typeset(TEMPLATE, data, moment=now, language=language())
    except typesetting.NotPrintable as error:
        raise Refused(_("The paper can't be printed: %(why)s") % {"why": error}) from error
    return File(f"{name}.pdf", pdf, "application/pdf")


def _rules(found: Simulation) -> list[str]:
    """The rules behind what the paper shows of the lists, each with the address of its page."""
    told = {
        row.rule
        for key in simulated.LISTS
        for row in simulated.rows(found, key, found.among(key)[:ON_PAPER])
        if row.rule
    }
    book = load()
    return [
        f"{said(book.rule(key).title)}: {settings.SITE_URL}{reverse('overview:rule', args=(key,))}"
        for key in sorted(told)
    ]


def _grids(found: Simulation) -> Iterator[Grid]:
    days = [[name, *map(simulated.number, figures)] for name, *figures in simulated.weekdays(found)]
    yield Grid(_("At home on each weekday"), _weekday_headings(), days)
    counts = [[str(words), str(len(found.among(key)))] for key, words in simulated.LISTS.items()]
    yield Grid(_("Who it is about"), [_("List"), _("How many")], counts)
    yield _cost_grid(found)
    for key, words in simulated.LISTS.items():
        everyone = found.among(key)
        if not everyone:
            continue
        rows = simulated.rows(found, key, everyone[:ON_PAPER])
        more = len(everyone) - len(rows)
        note = _("And %(n)s more: the spreadsheet has them all.") % {"n": more} if more else ""
        cells = [[one.name, one.unit, one.before, one.after, one.why] for one in rows]
        yield Grid(str(words), _people_headings(), cells, note)


def _cost_grid(found: Simulation) -> Grid:
    cost = found.cost
    unknown = _("not known")
    rows = [
        [
            one.priced.name,
            str(one.count),
            *(unknown if each is None else kroner(each) for each in (one.priced.price, one.total)),
        ]
        for one in cost.lines
    ]
    return Grid(_("Equipment"), _cost_headings(), rows, simulated.cost_words(found))


def _people_headings() -> list[str]:
    return [_("Name"), _("Unit"), _("Days before"), _("Days after"), _("Why")]


def _weekday_headings() -> list[str]:
    return [_("Day"), _("At home now"), _("At home then"), _("Desks freed")]


def _cost_headings() -> list[str]:
    return [_("Type"), _("How many"), _("Price"), _("In all")]


def _sheet_names() -> dict[str, str]:
    """Short enough for the tab of a sheet."""
    return {
        "screen": _("Screen rules begin"),
        "below": _("Screen rules cease"),
        "lost": _("Criteria lost"),
        "gained": _("Criteria gained"),
        "equipment": _("Need equipment"),
        "conflicts": _("Public agreements"),
    }
