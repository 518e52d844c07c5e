"""Writing clauses, alone and against each other."""

from __future__ import annotations

from typing import Any

import pytest

from hjemmedag.apps.people.models import Employee
from hjemmedag.apps.policy import actions, queries
from hjemmedag.apps.policy.models import Clause, PolicyVersion
from tests.apps.policy.conftest import UNHEARD, As, Begin
from tests.conftest import NOW, TODAY

EQUALITY = "/politik/kladde/afsnit/equality/"


@pytest.fixture
def draft(begin: Begin) -> PolicyVersion:
    return begin()


def written(draft: PolicyVersion, **other: Any) -> dict[str, Any]:
    return {
        "version": draft.pk,
        "revision": 1,
        "heading_da": "Lige vilkår",
        "heading_en": "Equal terms",
        "text_da": "Et.\r\n\r\nTo.",
        "text_en": "One.\r\n\r\nTwo.",
    } | other


def row(key: str = "equality") -> Clause:
    return queries.draft().clauses.get(key=key)


def test_the_words_are_saved_in_both_languages(as_: As, draft: PolicyVersion, dorte: Employee) -> None:
    answer = as_(dorte).post(EQUALITY, written(draft, in_addendum="on"))
    assert answer.headers["Location"] == "/politik/kladde/#equality"
    assert (row().heading_da, row().text_da, row().text_en, row().in_addendum) == (
        "Lige vilkår",
        "Et.\n\nTo.",
        "One.\n\nTwo.",
        True,
    )


def test_one_language_may_wait(as_: As, draft: PolicyVersion, dorte: Employee) -> None:
    as_(dorte).post(EQUALITY, written(draft, heading_en="", text_en=""))
    assert (row().heading_da, row().heading_en) == ("Lige vilkår", "")


def test_a_clause_without_any_heading_keeps_what_was_typed(as_: As, draft: PolicyVersion, dorte: Employee) -> None:
    answer = as_(dorte).post(EQUALITY, written(draft, heading_da="", heading_en="", text_da="Lang tekst"))
    assert (answer.status_code, "Lang tekst" in answer.text) == (200, True)
    assert "Write a heading in one of the languages." in answer.text
    assert row().text_da != "Lang tekst"


@pytest.mark.parametrize(("name", "length"), [("heading_da", 161), ("text_en", 8001)])
def test_too_long_words_are_asked_for_again(
    name: str, length: int, as_: As, draft: PolicyVersion, dorte: Employee
) -> None:
    answer = as_(dorte).post(EQUALITY, written(draft, **{name: "x" * length}))
    assert (answer.status_code, queries.draft().revision) == (200, 1)
    assert "x" * length in answer.text


def test_the_second_of_two_editors_keeps_the_text_and_sees_both(
    as_: As, draft: PolicyVersion, dorte: Employee, ditte: Employee
) -> None:
    as_(ditte).post(EQUALITY, written(draft, text_en="Ditte's <words>"))
    answer = as_(dorte).post(EQUALITY, written(draft, text_en="Dorte's words"))
    assert answer.status_code == 409
    assert "Ditte Test changed the policy while you were writing. Your text is still here." in answer.text
    assert answer.context["differences"] == [{"language": "en", "old": "Ditte's <words>", "new": "Dorte's words"}]
    assert answer.context["form"]["text_en"].value() == "Dorte's words"
    assert row().text_en == "Ditte's <words>"


def test_the_second_editor_can_save_on_top(as_: As, draft: PolicyVersion, dorte: Employee, ditte: Employee) -> None:
    as_(ditte).post(EQUALITY, written(draft, text_en="Ditte's words"))
    browser = as_(dorte)
    form = browser.post(EQUALITY, written(draft, text_en="Dorte's words")).context["form"]
    again = {field.name: field.value() for field in form}
    assert browser.post(EQUALITY, again).headers["Location"] == "/politik/kladde/#equality"
    assert row().text_en == "Dorte's words"


def test_oneself_in_another_window_is_not_called_someone(as_: As, draft: PolicyVersion, dorte: Employee) -> None:
    browser = as_(dorte)
    browser.post(EQUALITY, written(draft))
    answer = browser.post(EQUALITY, written(draft, text_en="Other"))
    assert (answer.status_code, answer.context["who"]) == (409, "")
    assert "changed in another window" in answer.text


def test_words_for_a_clause_that_is_gone_are_shown_again(
    as_: As, draft: PolicyVersion, dorte: Employee, ditte: Employee
) -> None:
    actions.remove_clause(key="equality", version=draft.pk, revision=1, actor=ditte.pk, now=NOW)
    answer = as_(dorte).post(EQUALITY, written(draft))
    assert (answer.status_code, "One.<br>" in answer.text, "Lige vilkår" in answer.text) == (409, True, True)


def test_words_for_a_draft_that_was_published_are_shown_again(
    as_: As, draft: PolicyVersion, dorte: Employee, ditte: Employee
) -> None:
    actions.publish(
        version=draft.pk, revision=1, unheard=UNHEARD, effective_from=TODAY, actor=ditte.pk, today=TODAY, now=NOW
    )
    answer = as_(dorte).post(EQUALITY, written(draft))
    assert (answer.status_code, "Lige vilkår" in answer.text) == (409, True)
    assert Clause.objects.get(key="equality").heading_da != "Lige vilkår"


def test_an_own_clause_is_added(as_: As, draft: PolicyVersion, dorte: Employee) -> None:
    answer = as_(dorte).post("/politik/kladde/afsnit/", written(draft))
    assert answer.headers["Location"] == "/politik/kladde/#lige-vilkaar"
    assert (row("lige-vilkaar").required, row("lige-vilkaar").rule) == (False, "")


def test_an_own_clause_written_while_someone_else_wrote_is_not_lost(
    as_: As, draft: PolicyVersion, dorte: Employee, ditte: Employee
) -> None:
    actions.change_notice(version=draft.pk, revision=1, months=2, actor=ditte.pk, now=NOW)
    browser = as_(dorte)
    answer = browser.post("/politik/kladde/afsnit/", written(draft))
    assert (answer.status_code, answer.context["form"]["heading_da"].value()) == (409, "Lige vilkår")
    browser.post("/politik/kladde/afsnit/", {field.name: field.value() for field in answer.context["form"]})
    assert row("lige-vilkaar").heading_da == "Lige vilkår"


def test_a_ready_clause_that_was_removed_can_be_taken_in_again(as_: As, draft: PolicyVersion, dorte: Employee) -> None:
    draft.clauses.filter(key="pattern").delete()
    browser = as_(dorte)
    assert [one.key for one in browser.get("/politik/kladde/afsnit/").context["offered"]] == ["pattern"]
    form = browser.get("/politik/kladde/afsnit/?klar=pattern").context["form"]
    browser.post("/politik/kladde/afsnit/?klar=pattern", {field.name: field.value() for field in form})
    assert (row("pattern").required, row("pattern").in_addendum, row("pattern").rule) == (
        True,
        True,
        "agreements.addendum",
    )


def test_a_clause_moves_and_the_page_stays_by_it(as_: As, draft: PolicyVersion, dorte: Employee) -> None:
    answer = as_(dorte).post(EQUALITY + "plads/", {"version": draft.pk, "revision": 1, "steps": "-1"})
    assert (answer.headers["Location"], row().position) == ("/politik/kladde/#equality", 2)


def test_a_late_move_changes_nothing_and_says_why(
    as_: As, draft: PolicyVersion, dorte: Employee, ditte: Employee
) -> None:
    actions.change_notice(version=draft.pk, revision=1, months=2, actor=ditte.pk, now=NOW)
    answer = as_(dorte).post(EQUALITY + "plads/", {"version": draft.pk, "revision": 1, "steps": "1"}, follow=True)
    assert "Ditte Test has changed the policy meanwhile. See it now, and try again." in answer.text
    assert row().position == 3


def test_moving_by_an_address_alone_is_not_possible(as_: As, draft: PolicyVersion, dorte: Employee) -> None:
    assert as_(dorte).get(EQUALITY + "plads/").status_code == 405
    assert as_(dorte).post(EQUALITY + "plads/", {"version": "x"}).status_code == 404


def test_a_clause_is_removed_after_a_second_look(as_: As, draft: PolicyVersion, dorte: Employee) -> None:
    browser = as_(dorte)
    browser.get(EQUALITY + "fjernelse/")
    assert row().position == 3
    browser.post(EQUALITY + "fjernelse/", {"version": draft.pk, "revision": 1})
    assert not queries.draft().clauses.filter(key="equality").exists()


def test_a_required_clause_says_why_it_stays(as_: As, draft: PolicyVersion, dorte: Employee) -> None:
    browser = as_(dorte)
    page = "/politik/kladde/afsnit/voluntary/fjernelse/"
    assert "/regler/agreements.addendum/" in browser.get(page).text
    answer = browser.post(page, {"version": draft.pk, "revision": 1}, follow=True)
    assert "Every policy must have this clause." in answer.text
    assert row("voluntary").position == 1


def test_a_clause_that_is_not_there_is_not_found(as_: As, draft: PolicyVersion, dorte: Employee) -> None:
    browser = as_(dorte)
    assert browser.get("/politik/kladde/afsnit/nothing/").status_code == 404
    assert browser.get("/politik/kladde/afsnit/nothing/fjernelse/").status_code == 404
