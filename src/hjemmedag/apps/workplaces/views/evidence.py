"""Bevis: one workbook that shows how the work environment at home is looked after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hjemmedag.adapters.spreadsheets import Cell, Sheet
from hjemmedag.adapters.spreadsheets.export import export_book
from hjemmedag.apps.workplaces import access, actions, queries
from hjemmedag.apps.workplaces.forms.discussions import ROLES
from hjemmedag.apps.workplaces.models import Finding
from hjemmedag.core.people.roles import Role
from hjemmedag.ui.downloads import attachment
from hjemmedag.ui.requests import Request, only
from hjemmedag.ui.words import said

Rows = list[list[Cell]]


@require_POST
@only(access.may_count)
def file(request: Request) -> HttpResponse:
    """By name for HR; for safety representatives what is counted in groups that give nobody away, and nothing else.

    Who took it out is on record.
    """
    today, by_name = timezone.localdate(), access.may_choose(request.viewer)
    months = queries.risks_by_month(request.viewer)
    groups = [(on, one) for on, told in months for one in told]
    sheets = [Sheet(_("Questions"), _set_headings(by_name), _sets(by_name))]
    sheets.append(Sheet(_("Assessed by unit"), _group_headings(), [_group(on, one) for on, one in groups]))
    if by_name:
        found = [[*_found(one), *_measure(one)] for one in queries.acted(Finding.objects.all())]
        sheets.append(Sheet(_("Homes"), _home_headings(), _homes(today)))
        sheets.append(Sheet(_("Findings"), _finding_headings(), found))
    else:
        found = [
            [on, units(one.units), said(topic.words), number] for on, one in groups for topic, number in one.topics
        ]
        sheets.append(Sheet(_("Findings"), [_("Counted"), _("Unit"), _("What it is about"), _("Open")], found))
    sheets.append(Sheet(_("Safety discussions"), _discussion_headings(), _discussions()))
    if by_name or groups:
        given = queries.instructed_by_year()
        sheets.append(Sheet(_("Instructions"), [_("Year"), _("Given"), _("Confirmed")], given))
    made = export_book(f"bevis-hjemmearbejdssteder-{today}", sheets)
    actions.note_evidence(by_name=by_name, lines=len(found), actor=request.viewer.employee, now=timezone.now())
    return attachment(made)


def _set_headings(by_name: bool) -> list[str]:
    days = [_("Assessments"), _("First"), _("Last")] if by_name else []
    return [_("Version from"), _("Questions asked"), *days]


def _sets(by_name: bool) -> Rows:
    """How many and when is for HR: a lone assessment would say whose it was."""
    rows: Rows = []
    for one in queries.question_sets_used():
        row: list[Cell] = [one.questions.start, len(one.questions.questions)]
        rows.append([*row, one.assessments, one.first, one.last] if by_name else row)
    return rows


def _group_headings() -> list[str]:
    return [
        *(_("Counted"), _("Unit"), _("People who work at home"), _("Assessed"), _("To assess now")),
        *(_("Assessment overdue"), _("Open, law"), _("Open, recommended"), _("Measures overdue")),
    ]


def _group(on: date, one: queries.Risks) -> list[Cell]:
    counts = (one.people, one.assessed, one.to_assess, one.late, one.law, one.recommended, one.overdue)
    return [on, units(one.units), *counts]


def units(names: Iterable[str]) -> str:
    """The units that are told together, as they are written."""
    return ", ".join(name or _("without a department") for name in names)


def _home_headings() -> list[str]:
    return [_("Name"), _("Unit"), _("Assessed"), _("Version from"), _("Screen-work rules"), _("Next by"), _("State")]


def _homes(today: date) -> Iterator[list[Cell]]:
    yes, no = _("Yes"), _("No")
    for one in queries.homes(today):
        need = one.need
        asked, by = need.assess_now(today), need.assess_by
        rules = yes if need.sure else _("Not confirmed") if need.covered else no
        state = (
            _("Overdue") if asked and by is not None and by < today else _("To assess now") if asked else _("In order")
        )
        yield [one.name, one.unit, need.surveyed_on, one.asked_from, rules, by, state]


def _finding_headings() -> list[str]:
    return [
        *(_("Name"), _("What is wrong"), _("Law or recommended"), _("Found")),
        *(_("The cause"), _("What will be done"), _("Who sees to it"), _("Deadline"), _("Carried out")),
        *(_("In order after it"), _("Rated again")),
    ]


def _found(one: queries.Acted) -> list[Cell]:
    finding, wrong = one.finding, queries.Followed(one.finding, None, None).wrong
    weight = (_("Law") if finding.is_law else _("Recommended")) if finding.question else ""
    return [finding.employee.name, said(wrong) if wrong else finding.words, weight, finding.on]


def _measure(one: queries.Acted) -> list[Cell]:
    measure, rated = one.measure, one.rated
    if measure is None:
        return ["", "", "", None, None, "", None]
    answer = "" if rated is None else _("Yes") if rated[0] else _("No")
    on = None if rated is None else rated[1]
    return [measure.cause, measure.what, measure.owner.name, measure.due, measure.done_on, answer, on]


def _discussion_headings() -> list[str]:
    return [
        *(_("The day it was held"), _("Who took part"), _("What was discussed")),
        *(_("How the cooperation goes"), _("Goals for the coming year"), _("Why it was corrected")),
    ]


def _discussions() -> Iterator[list[Cell]]:
    for one in queries.discussions():
        seats = [f"{each.employee.name} ({ROLES[Role(each.role)]})" for each in one.participants.all()]
        present = ", ".join([*seats, *([one.others] if one.others else [])])
        yield [one.on, present, one.agenda, one.cooperation, one.goals, one.reason]
