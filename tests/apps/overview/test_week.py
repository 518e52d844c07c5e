"""The week on the start page and the days of the page beside it come from the same terms."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta

from hjemmedag.apps.agreements import actions
from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.apps.agreements.models import Arrangement
from hjemmedag.apps.documents import actions as papers
from hjemmedag.apps.documents import queries as documents
from hjemmedag.apps.documents.models import Revision
from hjemmedag.apps.overview.queries.today import today
from hjemmedag.apps.people import access
from hjemmedag.apps.people.models import Employee
from hjemmedag.core.agreements.pattern import Pattern, Window
from hjemmedag.rulebook.load import load
from tests.conftest import NOW, TODAY


def test_the_start_page_and_where_someone_works_agree_day_by_day_across_a_change(
    anna: Employee, bo: Employee, offer: Callable[..., Arrangement], sign: Callable[..., None]
) -> None:
    arrangement = offer(anna, by=bo, first=TODAY)
    sign(arrangement)
    actions.start(arrangement=arrangement.pk, on=TODAY, actor=None, now=NOW)
    now = NOW + timedelta(hours=1)
    hours = dict.fromkeys(range(5), Window(time(9), time(15)))
    pattern = Pattern(remote=False, cycle_weeks=1, home_days=frozenset({1, 2, 3}), hours=hours)
    first = date(2026, 12, 9)
    wanted = actions.Wanted(pattern, first, "", "Barnets institution flytter.")
    change = actions.ask_for_change(
        arrangement=arrangement.pk, wanted=wanted, actor=anna.pk, now=now, today=TODAY, rulebook=load()
    )
    terms = actions.approve_change(
        amendment=change.pk, actor=bo.pk, reason="Ja.", effective_on=first, now=now, today=TODAY, rulebook=load()
    )
    paper = terms.addendum.document_id
    while (signer := documents.state(paper).signer) is not None:
        seen = Revision.objects.filter(document=paper).latest("number").sha256
        papers.sign(document=paper, signer=signer, expected_sha256=seen, authenticated=["password", "totp"], now=now)
    week = today(access.viewer(anna, TODAY), on=date(2026, 12, 7)).week
    placed = agreements.placed([anna.pk], [tile["date"] for tile in week])[anna.pk]
    assert [tile["place"] for tile in week] == [one.place for one in placed.values()]
    assert [tile["place"] for tile in week] == ["home", "office", "home", "home", "office"]
    assert [tile["lines"] for tile in week[1:3]] == [["08:00–16:00"], ["09:00–15:00"]]
