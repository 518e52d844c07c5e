"""Writing the clauses of a draft."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from hjemmedag.apps.audit import queries as audit
from hjemmedag.apps.people.models import Employee
from hjemmedag.apps.policy import actions, queries
from hjemmedag.apps.policy.models import PolicyVersion
from hjemmedag.core.law import Text
from hjemmedag.core.policy.versions import Clause
from hjemmedag.core.refusals import Refused, Stale
from tests.apps.policy.conftest import Begin, Publish
from tests.conftest import NOW

OWN = Clause("", Text(da="Kørsel", en="Driving"), Text(da="Vi betaler.", en="We pay."), in_addendum=True)


@pytest.fixture
def draft(begin: Begin) -> PolicyVersion:
    return begin()


@pytest.fixture
def by_dorte(draft: PolicyVersion, dorte: Employee) -> dict[str, Any]:
    """Dorte writes in the draft as it was begun."""
    return {"version": draft.pk, "revision": 1, "actor": dorte.pk, "now": NOW}


def keys() -> list[str]:
    return [clause.key for clause in queries.clauses_of(queries.draft())]


def test_an_own_clause_comes_last_with_a_key_of_its_own(by_dorte: dict[str, Any]) -> None:
    row = actions.add_clause(clause=OWN, **by_dorte)
    assert row.key == "koersel"
    assert queries.clauses_of(queries.draft())[-1] == replace(OWN, key="koersel")


def test_two_own_clauses_with_one_heading_get_two_keys(by_dorte: dict[str, Any]) -> None:
    actions.add_clause(clause=OWN, **by_dorte)
    actions.add_clause(clause=OWN, **by_dorte | {"revision": 2})
    assert keys()[-2:] == ["koersel", "koersel-2"]


def test_the_key_of_a_clause_in_an_earlier_version_is_not_given_again(publish: Publish, dorte: Employee) -> None:
    publish()
    draft = actions.begin_draft(clauses=[], provided=[], notice_months=1, actor=dorte.pk, now=NOW)
    named = replace(OWN, heading=Text(da="Equality", en="Equality"))
    row = actions.add_clause(clause=named, version=draft.pk, revision=1, actor=dorte.pk, now=NOW)
    assert row.key == "equality-2"


def test_a_ready_clause_is_taken_in_once(by_dorte: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        actions.add_clause(clause=replace(OWN, key="equality"), **by_dorte)


def test_a_clause_gets_new_words_in_both_languages(by_dorte: dict[str, Any]) -> None:
    actions.change_clause(clause=replace(OWN, key="equality"), **by_dorte)
    found = next(one for one in queries.clauses_of(queries.draft()) if one.key == "equality")
    assert (found.heading, found.text, found.in_addendum) == (OWN.heading, OWN.text, True)


def test_a_required_clause_stays_required_and_in_the_addendum(by_dorte: dict[str, Any]) -> None:
    actions.change_clause(clause=replace(OWN, key="pattern", in_addendum=False), **by_dorte)
    found = next(one for one in queries.clauses_of(queries.draft()) if one.key == "pattern")
    assert (found.required, found.in_addendum, found.rule) == (True, True, "agreements.addendum")


def test_a_clause_moves_one_place(by_dorte: dict[str, Any]) -> None:
    before = keys()
    actions.move_clause(key=before[1], steps=-1, **by_dorte)
    assert keys() == [before[1], before[0], *before[2:]]


def test_a_clause_moves_no_further_than_the_end(by_dorte: dict[str, Any]) -> None:
    before = keys()
    actions.move_clause(key=before[-2], steps=5, **by_dorte)
    assert keys() == [*before[:-2], before[-1], before[-2]]


def test_a_removed_clause_leaves_no_gap(by_dorte: dict[str, Any]) -> None:
    before = keys()
    actions.remove_clause(key="equality", **by_dorte)
    assert keys() == [key for key in before if key != "equality"]
    assert [row.position for row in queries.draft().clauses.all()] == list(range(1, len(before)))


def test_a_required_clause_is_not_removed(by_dorte: dict[str, Any]) -> None:
    before = keys()
    with pytest.raises(Refused):
        actions.remove_clause(key="voluntary", **by_dorte)
    assert (keys(), queries.draft().revision) == (before, 1)


@pytest.mark.parametrize(
    "act",
    [
        partial(actions.add_clause, clause=OWN),
        partial(actions.change_clause, clause=replace(OWN, key="equality")),
        partial(actions.move_clause, key="equality", steps=1),
        partial(actions.remove_clause, key="equality"),
    ],
)
def test_the_second_of_two_editors_changes_nothing(act: Any, by_dorte: dict[str, Any], ditte: Employee) -> None:
    actions.change_notice(version=by_dorte["version"], revision=1, months=2, actor=ditte.pk, now=NOW)
    before = queries.clauses_of(queries.draft())
    with pytest.raises(Stale):
        act(**by_dorte)
    assert queries.clauses_of(queries.draft()) == before


def test_nothing_in_a_published_version_can_be_changed(publish: Publish, dorte: Employee) -> None:
    version = publish()
    before = queries.clauses_of(version)
    edition = {"version": version.pk, "revision": version.revision, "actor": dorte.pk, "now": NOW}
    with pytest.raises(Stale):
        actions.change_clause(clause=replace(OWN, key="equality"), **edition)
    with pytest.raises(Stale):
        actions.remove_clause(key="equality", **edition)
    assert queries.clauses_of(version) == before


def test_every_change_is_recorded_by_who_made_it(
    by_dorte: dict[str, Any], draft: PolicyVersion, dorte: Employee
) -> None:
    actions.add_clause(clause=OWN, **by_dorte)
    actions.move_clause(key="koersel", steps=-1, **by_dorte | {"revision": 2})
    actions.remove_clause(key="koersel", **by_dorte | {"revision": 3})
    history = audit.history(kind="policy.PolicyVersion", subject=draft.pk)
    assert [(entry.action, entry.actor) for entry in history] == [
        ("policy.remove_clause", dorte.pk),
        ("policy.move_clause", dorte.pk),
        ("policy.add_clause", dorte.pk),
        ("policy.begin_draft", dorte.pk),
    ]
    assert (audit.broken_link(), list(audit.changed_rows())) == (None, [])
