"""Beginning a draft, changing its notice, dropping it."""

from __future__ import annotations

import pytest

from hjemmedag.apps.audit import queries as audit
from hjemmedag.apps.people.models import Employee
from hjemmedag.apps.policy import actions, queries
from hjemmedag.apps.policy.models import Clause, PolicyVersion
from hjemmedag.core.policy.notice import notice_words
from hjemmedag.core.refusals import Refused, Stale
from tests.apps.policy.conftest import Begin, Publish
from tests.conftest import NOW, TODAY


def test_a_draft_has_every_ready_clause_in_order_with_its_fields_filled(begin: Begin) -> None:
    draft = begin()
    assert [(row.position, row.key) for row in draft.clauses.all()] == [
        (place, clause.key) for place, clause in enumerate(queries.ready_clauses({}, 1, TODAY), start=1)
    ]
    assert queries.examined(draft, without_notice=False, on=TODAY).lacks == []
    assert "Prøvefirmaet" in draft.clauses.get(key="voluntary").text_da


def test_a_new_draft_can_begin_word_for_word_as_the_last_version(publish: Publish, dorte: Employee) -> None:
    last = publish()
    draft = actions.begin_draft(clauses=queries.clauses_of(last), provided=[], notice_months=1, actor=dorte.pk, now=NOW)
    assert queries.clauses_of(draft) == queries.clauses_of(last)


def test_there_is_one_draft_at_a_time(begin: Begin) -> None:
    begin()
    with pytest.raises(Refused):
        begin()
    assert PolicyVersion.objects.count() == 1


def test_a_clause_that_names_the_notice_follows_when_it_changes(begin: Begin, dorte: Employee) -> None:
    draft = begin(1)
    actions.change_notice(version=draft.pk, revision=1, months=3, actor=dorte.pk, now=NOW)
    text = queries.draft().clauses.get(key="notice")
    assert (queries.draft().notice_months, queries.draft().revision) == (3, 2)
    assert (notice_words(3).da in text.text_da, notice_words(1).da in text.text_da) == (True, False)
    assert list(audit.changed_rows()) == []


def test_dropping_a_draft_leaves_nothing_of_it_and_keeps_what_is_published(
    publish: Publish, begin: Begin, dorte: Employee
) -> None:
    kept = publish()
    draft = begin()
    actions.discard_draft(version=draft.pk, revision=1, actor=dorte.pk, now=NOW)
    assert list(PolicyVersion.objects.all()) == [kept]
    assert set(Clause.objects.values_list("version", flat=True)) == {kept.pk}
    assert (audit.broken_link(), list(audit.changed_rows())) == (None, [])


def test_a_draft_that_someone_changed_is_not_dropped(begin: Begin, dorte: Employee) -> None:
    draft = begin()
    actions.change_notice(version=draft.pk, revision=1, months=2, actor=dorte.pk, now=NOW)
    with pytest.raises(Stale):
        actions.discard_draft(version=draft.pk, revision=1, actor=dorte.pk, now=NOW)
    assert queries.draft() == draft
