"""Suggestions of working time from elsewhere, asked for by their own person alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.worktime.models import Draft
from hjemmedag.apps.worktime.queries.entries import minute_of, span_of
from hjemmedag.apps.worktime.queries.norms import practice
from hjemmedag.apps.worktime.queries.shown import ShownDay, ShownWeek
from hjemmedag.core.instants import local, midnight
from hjemmedag.core.worktime.drafts import added, first_day
from hjemmedag.core.worktime.entries import Place
from hjemmedag.core.worktime.typed import DAY, Span, clock
from hjemmedag.core.worktime.weeks import monday_of

WEEK = timedelta(days=7)

SOURCES = {Draft.Source.CALENDAR: gettext_noop("From your calendar")}


@dataclass(frozen=True, slots=True)
class ShownDraft:
    """A suggestion on its day: when it was by the clock, and the hours it would add to what the day says."""

    draft: Draft
    span: Span
    adds: list[Span]

    @property
    def key(self) -> int:
        """What names it in a form."""
        return self.draft.pk

    @property
    def source(self) -> str:
        """Where it comes from, in the reader's language."""
        return _(SOURCES[Draft.Source(self.draft.source)])

    @property
    def title(self) -> str:
        """What the source calls it."""
        return self.draft.title

    @property
    def hours(self) -> str:
        """The hours it would add."""
        return ", ".join(f"{clock(span.start)}–{clock(span.end)}" for span in self.adds)


def own_drafts(employee: int) -> QuerySet[Draft]:
    """All suggestions that somebody has and has not removed."""
    return Draft.objects.filter(employee=employee, removed=False).order_by("start", "id")


def weeks_with_drafts(employee: int) -> list[date]:
    """The Mondays of the weeks that somebody has suggestions in."""
    return sorted({monday_of(local(start).date()) for start in own_drafts(employee).values_list("start", flat=True)})


def drafts_between(employee: int, first: date, last: date) -> QuerySet[Draft]:
    """Somebody's suggestions that begin on the days from the first to the last."""
    start, end = (midnight(day) for day in (first, last + timedelta(days=1)))
    return own_drafts(employee).filter(start__gte=start, start__lt=end)


def drafts_from(employee: int, now: datetime) -> datetime | None:
    """From when on somebody's suggestions are taken in; `None` for who was not employed in those weeks."""
    first, today = first_day(now, starts=practice().starts), local(now).date()
    terms = people.working_terms({employee}, first, today).get(employee)
    return midnight(max(first, terms.employed_from)) if terms else None


def drafts_shown(week: ShownWeek) -> dict[date, list[ShownDraft]]:
    """A week's suggestions by day, in one query: those that say more than the day does.

    A day that says nothing yet speaks by what was agreed for it. One whose work isn't over, or that says only how much
    was worked, waits.
    """
    if week.delivered:
        return {}
    found: dict[date, list[ShownDraft]] = {}
    days = {day.agreed.day: day for day in week.days}
    start, end = midnight(week.monday), midnight(week.monday + WEEK)
    for draft in Draft.objects.raw(*_of_week.asked(who=week.employee, start=start, end=end)):
        day = days[local(draft.start).date()]
        begins, ends = (minute_of(day.agreed.day, moment) for moment in (draft.start, draft.end))
        span = Span(begins, ends, Place(draft.place or day.agreed.place))
        if span.start < span.end and (adds := _added(week, day, span)):
            found.setdefault(day.agreed.day, []).append(ShownDraft(draft, span, adds))
    return found


@people.Prepared
def _of_week() -> QuerySet[Draft]:
    begin = {"start__gte": people.Asked("start"), "start__lt": people.Asked("end")}
    return Draft.objects.filter(employee=people.Asked("who"), removed=False, **begin).order_by("start", "id")


def _added(week: ShownWeek, day: ShownDay, draft: Span) -> list[Span]:
    if day.entries and not all(entry.timed for entry in day.entries):
        return []
    if day.agreed.work is not None and not day.entries:
        agreed = Span(day.agreed.work.start, day.agreed.work.end)
        return added([agreed, *_said(week, day)], draft) if day.over else []
    return added(_said(week, day), draft)


def _said(week: ShownWeek, day: ShownDay) -> Sequence[Span]:
    """All hours of the week by the clock of one of its days: work goes on past midnight."""
    spans = []
    for other in week.days:
        apart = (other.agreed.day - day.agreed.day).days * DAY
        spans += [
            replace(span, start=span.start + apart, end=span.end + apart)
            for span in map(span_of, other.entries)
            if span.timed
        ]
    return spans
