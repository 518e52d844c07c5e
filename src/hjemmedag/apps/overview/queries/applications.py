"""Applications in lists and on their page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.apps.overview.queries import application as writing
from hjemmedag.apps.overview.queries import criteria
from hjemmedag.apps.overview.queries.agreed_how import AgreedHow, agreed_how
from hjemmedag.apps.overview.queries.whose_turn import WhoseTurn, whose_turn
from hjemmedag.apps.people import queries as people
from hjemmedag.apps.policy.queries import Explained
from hjemmedag.core.agreements.consequences import Consequences
from hjemmedag.core.agreements.retaliation import SoonAfter
from hjemmedag.core.agreements.team_week import TeamWeek
from hjemmedag.core.agreements.wish import Wish
from hjemmedag.core.law import Rulebook
from hjemmedag.core.people.names import sought
from hjemmedag.core.people.roles import Role, Viewer
from hjemmedag.core.workplaces.precheck import Hint

WAITING, ANSWERED, ALL = "waiting", "answered", "all"


def states() -> list[tuple[str, str]]:
    """What the list can be narrowed to, in words; those that wait first."""
    return [(WAITING, _("Waiting for an answer")), (ANSWERED, _("Answered")), (ALL, _("All"))]


def listed(viewer: Viewer, *, q: str, state: str, on: date) -> QuerySet[Any]:
    """Other people's applications that this viewer may read, nearest deadline first."""
    rows = (
        agreements.readable_applications(viewer, on)
        .exclude(employee=viewer.employee)
        .filter(submitted_at__isnull=False)
    )
    if state == WAITING:
        rows = rows.filter(decision__isnull=True, withdrawal__isnull=True)
    elif state == ANSWERED:
        rows = rows.filter(Q(decision__isnull=False) | Q(withdrawal__isnull=False))
    for word in sought(q):
        rows = rows.filter(employee__findable__contains=word)
    return rows.select_related("employee", "decision", "withdrawal", "second_look__answer").order_by("answer_by", "id")


@dataclass(frozen=True, slots=True)
class Row:
    """One application in the list."""

    pk: int
    name: str
    days: str
    wanted_from: date | None
    answer_by: date | None
    state: str
    words: str


def rows(page: Iterable[Any]) -> list[Row]:
    """A page of the list, in words."""
    return [_row(row) for row in page]


def _row(row: Any) -> Row:
    state, words = standing(row)
    return Row(row.pk, row.employee.name, days_in_words(row), row.wanted_from, row.answer_by, state, words)


def standing(row: Any) -> tuple[str, str]:
    """The application's state as a sign and a word."""
    if hasattr(row, "withdrawal"):
        return "ended", _("taken back")
    if not hasattr(row, "decision"):
        return "waiting", _("waiting for an answer")
    if row.decision.outcome == "approved":
        return "good", _("approved")
    look = getattr(row, "second_look", None)
    if look is None or look.withdrawn_at is not None:
        return "ended", _("refused")
    if not hasattr(look, "answer"):
        return "waiting", _("refused, HR looks again")
    return ("good", _("offered after all")) if look.answer.outcome == "changed" else ("ended", _("refused"))


def days_in_words(row: Any) -> str:
    """“2 days a week”, or “all days”."""
    if row.model == "remote":
        return _("all days at home")
    per_week = len(row.home_days) / row.cycle_weeks
    return (
        _("%(days)s days a week") % {"days": number_format(per_week, 0 if per_week.is_integer() else 1)}
        if per_week != 1
        else _("1 day a week")
    )


def made_aware(viewer: Viewer, employee: int) -> bool:
    """Who hears of an end or a pause soon after a request: HR for the whole company, of others than themselves."""
    return viewer.everywhere(Role.HR) and employee != viewer.employee


def with_all(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Applications with everything that the page of one of them shows."""
    rows = rows.annotate(by_receipt=agreements.receipts_chosen())
    return rows.select_related("employee", "decision", "withdrawal", "arrangement", "second_look__answer__by")


def headings() -> list[str]:
    """The columns of the exported list."""
    return [_("Name"), _("Days at home"), _("First day wished"), _("Answer by"), _("State")]


def cells(found: Iterable[Any]) -> Iterator[list[Any]]:
    """The rows of the exported list."""
    for row in found:
        one = _row(row)
        yield [one.name, one.days, one.wanted_from, one.answer_by, one.words]


@dataclass(frozen=True, slots=True)
class Shown:
    """One application on its page, for whoever reads it."""

    row: Any
    name: str
    title: str
    wish: Wish
    strip: list[list[str]]
    consequences: Consequences
    team_frame: writing.TeamFrame | None
    hints: list[Hint]
    checked: bool
    state: str
    state_words: str
    sent_at: datetime
    may_decide: bool
    mine: bool
    shows_home: bool
    decided_by: str
    arrangement: int | None
    judged_on: date
    explained: Explained | None
    team_week: TeamWeek | None
    look: Any
    look_words: str
    look_answer: Any
    ask_again_by: date | None
    may_ask_again: bool
    may_look_again: bool
    soon_after: SoonAfter | None
    turn: WhoseTurn | None
    unsigned: agreements.Unsigned | None
    may_offer_again: bool
    how: AgreedHow | None


def shown(row: Any, viewer: Viewer, on: date, rulebook: Rulebook) -> Shown:
    """The page's content. The home address is shown to its owner and HR only.

    The criteria are measured today, or on the day of the answer.
    """
    wish = agreements.wish_of(row)
    state, words = standing(row)
    decided_on = timezone.localtime(row.decision.at).date() if hasattr(row, "decision") else on
    open_now = not hasattr(row, "decision") and not hasattr(row, "withdrawal")
    decided_by = people.named([row.decision.by_id])[row.decision.by_id] if hasattr(row, "decision") else ""
    may_decide = open_now and agreements.may_decide(viewer, row)
    mine, look = row.employee_id == viewer.employee, getattr(row, "second_look", None)
    answer = getattr(look, "answer", None)
    waits = look is not None and answer is None and look.withdrawn_at is None
    first, may_look_again = max(on, row.wanted_from), waits and agreements.may_look_again(viewer, row)
    return Shown(
        row=row,
        name=row.employee.name,
        title=people.title_of(row.employee_id, on),
        wish=wish,
        strip=writing.strip(wish.pattern),
        consequences=writing.consequences(wish, row.employee_id, on, rulebook),
        hints=writing.hints(wish, decided_on),
        checked=bool(wish.precheck),
        team_frame=writing.team_frame(wish, row.employee_id, decided_on),
        state=state,
        state_words=words,
        sent_at=row.submitted_at,
        may_decide=may_decide,
        mine=mine,
        shows_home=people.may_see_home(viewer, row.employee_id),
        decided_by=decided_by,
        arrangement=row.arrangement.pk if hasattr(row, "arrangement") else None,
        look=look,
        look_words=look.words if look and agreements.may_read_words_to_hr(viewer, row.employee_id) else "",
        look_answer=answer,
        ask_again_by=agreements.ask_again_by(row, rulebook),
        may_ask_again=mine and agreements.may_ask_again(row, on, rulebook),
        may_look_again=may_look_again,
        soon_after=agreements.soon_after_request(row.employee_id, on, rulebook)
        if made_aware(viewer, row.employee_id)
        else None,
        turn=whose_turn(row.employee_id, row.answer_by, viewer, on) if open_now else None,
        unsigned=agreements.unsigned(row.arrangement.pk) if hasattr(row, "arrangement") else None,
        may_offer_again=agreements.may_offer_again(viewer, row.employee_id),
        how=agreed_how(agreements.judged_on(row.employee_id, first))
        if row.by_receipt and (may_decide or may_look_again)
        else None,
        judged_on=decided_on,
        explained=None if hasattr(row, "withdrawal") else criteria.of_wish(row.employee_id, wish.pattern, decided_on),
        team_week=criteria.team_week(row.employee_id, wish.pattern, on) if may_decide else None,
    )
