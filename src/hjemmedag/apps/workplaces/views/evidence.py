"""Bevis: one workbook that shows how the work environment at home is looked after."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
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
    """By name for HR; for safety representatives in groups that give nobody away. Who took it out is on record."""
    today, by_name = timezone.localdate(), access.may_choose(request.viewer)
    groups = [(on, one) for on, told in queries.risks_by_month(request.viewer) for one in told]
    findings = _findings(
        queries.acted(Finding.objects.all()) if by_name else queries.acted_in_groups(request.viewer, today), by_name
    )
    sheets = [
        Sheet(
            _("Questions"), [_("Version from"), _("Questions asked"), _("Assessments"), _("First"), _("Last")], _sets()
        ),
        Sheet(_("Assessed by unit"), _group_headings(), [_group(on, one) for on, one in groups]),
        Sheet(_("Findings"), _finding_headings(by_name), findings),
        Sheet(_("Safety discussions"), _discussion_headings(), _discussions()),
        Sheet(_("Instructions"), [_("Year"), _("Given"), _("Confirmed")], queries.instructed_by_year()),
    ]
    if by_name:
        sheets.insert(2, Sheet(_("Homes"), _home_headings(), _homes(today)))
    made = export_book(f"bevis-hjemmearbejdssteder-{today}", sheets)
    actions.note_evidence(by_name=by_name, lines=len(findings), actor=request.viewer.employee, now=timezone.now())
    return attachment(made)


def _sets() -> Rows:
    return [
        [one.questions.start, len(one.questions.questions), one.assessments, one.first, one.last]
        for one in queries.question_sets_used()
    ]


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


def _finding_headings(by_name: bool) -> list[str]:
    return [
        *(_("Name") if by_name else _("Unit"), _("What is wrong"), _("Law or recommended"), _("Found")),
        *(_("The cause"), _("What will be done"), _("Who sees to it"), _("Deadline"), _("Carried out")),
        *(_("In order after it"), _("Rated again")),
    ]


def _findings(acted: Iterable[queries.Acted], by_name: bool) -> Rows:
    owner = _named if by_name else _unnamed
    return [[*_found(one, by_name), *_measure(one, owner)] for one in acted]


def _found(one: queries.Acted, by_name: bool) -> list[Cell]:
    """Without a name the month is enough: the day of an assessment would say which findings are of one home."""
    finding, question = one.finding, queries.Followed(one.finding, None, None).question
    what = said(question) if question else finding.words if by_name else _("Told in someone’s own words")
    weight = (_("Law") if finding.is_law else _("Recommended")) if finding.question else ""
    if by_name:
        return [finding.employee.name, what, weight, finding.on]
    return [units(one.group), what, weight, f"{finding.on:%Y-%m}"]


def _measure(one: queries.Acted, owner: Callable[[queries.Acted], str]) -> list[Cell]:
    measure, rated = one.measure, one.rated
    if measure is None:
        return ["", "", "", None, None, "", None]
    answer = "" if rated is None else _("Yes") if rated[0] else _("No")
    on = None if rated is None else rated[1]
    return [measure.cause, measure.what, owner(one), measure.due, measure.done_on, answer, on]


def _named(one: queries.Acted) -> str:
    return one.measure.owner.name if one.measure else ""


def _unnamed(one: queries.Acted) -> str:
    own = one.measure is not None and one.measure.owner_id == one.finding.employee_id
    return _("The person") if own else _("Someone else")


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
