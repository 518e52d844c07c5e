"""The page that publishes."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from hjemmedag.apps.people.models import Employee
from hjemmedag.apps.policy import actions, queries
from hjemmedag.apps.policy.models import PolicyVersion
from tests.apps.policy.conftest import UNHEARD, As, Begin
from tests.conftest import NOW, TODAY

PAGE = "/politik/kladde/udgivelse/"


def asked(draft: PolicyVersion, **other: Any) -> dict[str, Any]:
    return {
        "version": draft.pk,
        "revision": draft.revision,
        "effective_from": TODAY.isoformat(),
        "unheard": UNHEARD,
    } | other


def test_hr_publishes_and_sees_it_among_the_versions(as_: As, begin: Begin, dorte: Employee) -> None:
    answer = as_(dorte).post(PAGE, asked(begin()), follow=True)
    assert "Version 1 is published and takes effect on Monday 23 November." in answer.text
    assert [row.version.number for row in answer.context["rows"]] == [1]


def test_a_second_press_of_the_button_publishes_nothing_more(as_: As, begin: Begin, dorte: Employee) -> None:
    browser, form = as_(dorte), asked(begin())
    assert [browser.post(PAGE, form).headers["Location"] for _ in range(2)] == ["/politik/", "/politik/"]
    assert queries.published().count() == 1


@pytest.mark.parametrize("day", [(TODAY - timedelta(1)).isoformat(), "31-02-2027", "", "snart"])
def test_a_day_that_cannot_be_used_is_asked_for_again(day: str, as_: As, begin: Begin, dorte: Employee) -> None:
    answer = as_(dorte).post(PAGE, asked(begin(), effective_from=day))
    assert (answer.status_code, queries.published().count()) == (200, 0)
    assert bool(answer.context["form"].errors) is True


def test_what_is_missing_stands_with_the_page_that_mends_it(as_: As, begin: Begin, dorte: Employee) -> None:
    draft = begin()
    draft.clauses.filter(key="voluntary").delete()
    draft.clauses.filter(key="equality").update(text_en="")
    lacks = as_(dorte).get(PAGE).context["lacks"]
    assert [(row["url"], row["lack"].rule) for row in lacks] == [
        ("/politik/kladde/afsnit/?klar=voluntary", "agreements.addendum"),
        ("/politik/kladde/afsnit/equality/", ""),
    ]
    as_(dorte).post(PAGE, asked(draft))
    assert queries.published().count() == 0


def test_no_notice_is_confirmed_on_purpose(as_: As, begin: Begin, dorte: Employee) -> None:
    draft = begin(None)
    browser = as_(dorte)
    assert "without_notice" in browser.get(PAGE).context["form"].fields
    browser.post(PAGE, asked(draft))
    assert queries.published().count() == 0
    browser.post(PAGE, asked(draft, without_notice="on"))
    assert queries.published().count() == 1


def test_with_a_notice_nothing_is_asked_about_it(as_: As, begin: Begin, dorte: Employee) -> None:
    begin()
    assert "without_notice" not in as_(dorte).get(PAGE).context["form"].fields


def test_a_draft_changed_meanwhile_is_looked_at_again(as_: As, begin: Begin, dorte: Employee, ditte: Employee) -> None:
    draft = begin()
    actions.change_notice(version=draft.pk, revision=1, months=2, actor=ditte.pk, now=NOW)
    browser = as_(dorte)
    answer = browser.post(PAGE, asked(draft))
    assert (answer.status_code, queries.published().count()) == (409, 0)
    assert "Ditte Test has changed the policy meanwhile." in answer.text
    again = {field.name: field.value() for field in answer.context["form"]}
    assert browser.post(PAGE, again).status_code == 302


def test_a_draft_that_someone_else_published_says_so(as_: As, begin: Begin, dorte: Employee, ditte: Employee) -> None:
    draft = begin()
    actions.publish(
        version=draft.pk, revision=1, unheard=UNHEARD, effective_from=TODAY, actor=ditte.pk, today=TODAY, now=NOW
    )
    answer = as_(dorte).post(PAGE, asked(draft))
    assert (answer.status_code, "Ditte Test changed the policy" in answer.text) == (409, True)


def test_others_publish_nothing(as_: As, begin: Begin, anna: Employee, bo: Employee, jens: Employee) -> None:
    form = asked(begin())
    assert [as_(one).post(PAGE, form).status_code for one in (anna, bo, jens)] == [403, 403, 403]
    assert queries.published().count() == 0
