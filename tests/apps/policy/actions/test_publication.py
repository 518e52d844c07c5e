"""Publishing a draft."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from hjemmedag.apps.audit import queries as audit
from hjemmedag.apps.people.models import Employee
from hjemmedag.apps.policy import actions, queries
from hjemmedag.apps.policy.models import Clause, PolicyVersion
from hjemmedag.core.refusals import Refused, Stale
from tests.apps.policy.conftest import UNHEARD, Begin, Publish
from tests.conftest import NOW, TODAY


def publishing(draft: PolicyVersion, by: Employee, **other: Any) -> dict[str, Any]:
    return {
        "version": draft.pk,
        "revision": draft.revision,
        "effective_from": TODAY,
        "unheard": UNHEARD,
        "actor": by.pk,
        "today": TODAY,
        "now": NOW,
        **other,
    }


def test_versions_are_numbered_as_they_are_published(publish: Publish) -> None:
    assert [publish().number, publish().number, publish().number] == [1, 2, 3]


def test_a_published_version_says_who_published_it_and_when(begin: Begin, dorte: Employee) -> None:
    version = actions.publish(**publishing(begin(), dorte, effective_from=TODAY + timedelta(30)))
    assert (version.number, version.published_by, version.published_at, version.effective_from) == (
        1,
        dorte,
        NOW,
        TODAY + timedelta(30),
    )
    assert (audit.broken_link(), list(audit.changed_rows())) == (None, [])


def test_a_double_click_publishes_once(begin: Begin, dorte: Employee) -> None:
    asked = publishing(begin(), dorte)
    assert actions.publish(**asked) == actions.publish(**asked)
    assert [version.number for version in queries.published()] == [1]
    assert (
        audit.history(kind="policy.PolicyVersion", subject=asked["version"]).filter(action="policy.publish").count()
        == 1
    )


def test_a_second_publisher_is_told_that_the_draft_is_gone(begin: Begin, dorte: Employee, ditte: Employee) -> None:
    draft = begin()
    actions.publish(**publishing(draft, dorte))
    with pytest.raises(Stale):
        actions.publish(**publishing(draft, ditte))


def test_a_draft_changed_meanwhile_is_not_published(begin: Begin, dorte: Employee, ditte: Employee) -> None:
    draft = begin()
    actions.change_notice(version=draft.pk, revision=1, months=2, actor=ditte.pk, now=NOW)
    with pytest.raises(Stale):
        actions.publish(**publishing(draft, dorte))
    assert list(queries.published()) == []


def test_a_policy_takes_effect_today_at_the_earliest(begin: Begin, dorte: Employee) -> None:
    draft = begin()
    with pytest.raises(Refused):
        actions.publish(**publishing(draft, dorte, effective_from=TODAY - timedelta(1)))
    assert actions.publish(**publishing(draft, dorte, effective_from=TODAY)).number == 1


def test_a_day_more_than_a_year_ahead_is_a_slip_of_the_hand(begin: Begin, dorte: Employee) -> None:
    draft = begin()
    with pytest.raises(Refused, match="mere end et år frem"):
        actions.publish(**publishing(draft, dorte, effective_from=TODAY + timedelta(367)))
    assert actions.publish(**publishing(draft, dorte, effective_from=TODAY + timedelta(366))).number == 1


def test_a_version_never_begins_before_the_one_it_replaces(publish: Publish, begin: Begin, dorte: Employee) -> None:
    coming = publish(TODAY + timedelta(30))
    draft = begin()
    with pytest.raises(Refused):
        actions.publish(**publishing(draft, dorte, effective_from=TODAY + timedelta(29)))
    actions.publish(**publishing(draft, dorte, effective_from=coming.effective_from))
    assert queries.in_force(coming.effective_from) == draft


def test_a_draft_without_a_required_clause_is_refused_and_the_clause_named(begin: Begin, dorte: Employee) -> None:
    draft = begin()
    Clause.objects.filter(version=draft, key="voluntary").delete()
    with pytest.raises(Refused, match=r"En frivillig ordning|A voluntary arrangement"):
        actions.publish(**publishing(draft, dorte))
    assert list(queries.published()) == []


def test_a_clause_without_english_is_refused(begin: Begin, dorte: Employee) -> None:
    draft = begin()
    draft.clauses.filter(key="equality").update(text_en="")
    with pytest.raises(Refused):
        actions.publish(**publishing(draft, dorte))


def test_no_notice_must_be_meant(begin: Begin, dorte: Employee) -> None:
    draft = begin(None)
    with pytest.raises(Refused):
        actions.publish(**publishing(draft, dorte))
    assert actions.publish(**publishing(draft, dorte, without_notice=True)).notice_months is None
