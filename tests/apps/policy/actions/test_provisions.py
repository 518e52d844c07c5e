"""Writing who provides what in a draft."""

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
from hjemmedag.core.policy.provisions import Ownership, Provider, Provision
from hjemmedag.core.refusals import Refused, Stale
from tests.apps.policy.conftest import UNHEARD, Begin, Publish
from tests.conftest import NOW, TODAY

PLANT = Provision("", Text(da="Grøn plante", en="Green plant"), Provider.EMPLOYEE, Ownership.EMPLOYEE, 12)


@pytest.fixture
def draft(begin: Begin) -> PolicyVersion:
    return begin()


@pytest.fixture
def by_dorte(draft: PolicyVersion, dorte: Employee) -> dict[str, Any]:
    """Dorte writes in the draft as it was begun."""
    return {"version": draft.pk, "revision": 1, "actor": dorte.pk, "now": NOW}


def row(key: str) -> Provision:
    return next(one for one in queries.provisions_of(queries.draft()) if one.key == key)


def test_an_own_row_comes_last_with_a_key_of_its_own(by_dorte: dict[str, Any]) -> None:
    made = actions.write_provision(provision=PLANT, adding=True, **by_dorte)
    assert made.key == "groen-plante"
    assert queries.provisions_of(queries.draft())[-1] == replace(PLANT, key="groen-plante")


def test_a_row_says_something_else(by_dorte: dict[str, Any]) -> None:
    other = replace(row("internet"), provider=Provider.SHARED, every_months=None)
    actions.write_provision(provision=other, **by_dorte)
    assert row("internet") == other
    assert queries.draft().revision == 2


def test_what_is_demanded_stays_so_and_keeps_its_rule(by_dorte: dict[str, Any]) -> None:
    actions.write_provision(provision=replace(row("chair"), demanded=False, rule=""), **by_dorte)
    assert (row("chair").demanded, row("chair").rule) == (True, "workplaces.screen_requirements")


def test_a_ready_row_is_taken_in_once(by_dorte: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        actions.write_provision(provision=row("energy"), adding=True, **by_dorte)


def test_a_removed_row_leaves_no_gap(by_dorte: dict[str, Any]) -> None:
    before = [one.key for one in queries.provisions_of(queries.draft())]
    actions.remove_provision(key="headset", **by_dorte)
    assert [one.key for one in queries.provisions_of(queries.draft())] == [key for key in before if key != "headset"]
    assert [one.position for one in queries.draft().provisions.all()] == list(range(1, len(before)))


def test_what_law_demands_is_not_removed(by_dorte: dict[str, Any]) -> None:
    with pytest.raises(Refused, match=r"Loven lægger|The law puts"):
        actions.remove_provision(key="chair", **by_dorte)


@pytest.mark.parametrize(
    "act",
    [
        partial(actions.write_provision, provision=PLANT, adding=True),
        partial(actions.write_provision, provision=replace(PLANT, key="energy")),
        partial(actions.remove_provision, key="energy"),
    ],
)
def test_the_second_of_two_editors_changes_nothing(act: Any, by_dorte: dict[str, Any], ditte: Employee) -> None:
    actions.change_notice(version=by_dorte["version"], revision=1, months=2, actor=ditte.pk, now=NOW)
    before = queries.provisions_of(queries.draft())
    with pytest.raises(Stale):
        act(**by_dorte)
    assert queries.provisions_of(queries.draft()) == before


def test_a_draft_without_rows_or_with_the_chair_left_to_the_employee_is_not_published(
    by_dorte: dict[str, Any], draft: PolicyVersion
) -> None:
    publish = partial(actions.publish, unheard=UNHEARD, effective_from=TODAY, today=TODAY, **by_dorte)
    draft.provisions.filter(key="chair").update(provider="employee")
    with pytest.raises(Refused, match=r"“(Kontorstol|Office chair)” "):
        publish()
    draft.provisions.all().delete()
    with pytest.raises(Refused):
        publish()
    assert list(queries.published()) == []


def test_what_is_published_is_what_stays(publish: Publish, dorte: Employee) -> None:
    first = publish()
    before = queries.provisions_of(first)
    draft = actions.begin_draft(
        clauses=queries.clauses_of(first), provided=before, notice_months=1, actor=dorte.pk, now=NOW
    )
    said = {"version": draft.pk, "revision": 1, "actor": dorte.pk, "now": NOW}
    actions.write_provision(provision=replace(row("internet"), provider=Provider.EMPLOYER), **said)
    with pytest.raises(Stale):
        actions.write_provision(provision=before[0], **said | {"version": first.pk, "revision": first.revision})
    assert (queries.provisions_of(first), queries.provisions_of(first.pk)) == (before, before)


def test_every_change_is_recorded(by_dorte: dict[str, Any], draft: PolicyVersion, dorte: Employee) -> None:
    actions.write_provision(provision=PLANT, adding=True, **by_dorte)
    actions.remove_provision(key="groen-plante", **by_dorte | {"revision": 2})
    actions.discard_draft(**by_dorte | {"revision": 3})
    history = audit.history(kind="policy.PolicyVersion", subject=draft.pk)
    assert [entry.action for entry in history] == [
        "policy.discard_draft",
        "policy.remove_provision",
        "policy.write_provision",
        "policy.begin_draft",
    ]
    assert (audit.broken_link(), list(audit.changed_rows())) == (None, [])
