"""The pages of hearings."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import Any

import pytest

from hjemmedag.apps.people.models import Employee, RoleGrant
from hjemmedag.apps.policy import actions, queries
from hjemmedag.apps.policy.models import Comment, Hearing, Party, Reply
from tests.apps.policy.conftest import UNHEARD, As, Begin, Publish, questions
from tests.apps.policy.hearing import BY, OUTSIDE, Hear, answer, hear, party, say
from tests.conftest import NOW, TODAY

__all__ = ["hear"]
DAY = timedelta(1)
NEW, PAGE = "/politik/kladde/hoering/", "/politik/hoeringer/1/"


@pytest.fixture
def eva(eva: Employee) -> Employee:
    """Safety representative, who reads English here."""
    eva.language = Employee.Language.ENGLISH
    eva.save()
    return eva


def asked(**other: Any) -> dict[str, Any]:
    draft = queries.draft()
    first = {"version": draft.pk, "revision": draft.revision, "answer_by": BY.isoformat()}
    return first | {"outside": f"{OUTSIDE}\n\n"} | other


def test_hr_chooses_among_those_who_represent_today(
    as_: As, begin: Begin, dorte: Employee, eva: Employee, finn: Employee
) -> None:
    begin()
    browser = as_(dorte)
    form = browser.get(NEW).context["form"]
    assert form.initial["seats"] == [f"amr-{eva.pk}", f"tr-{finn.pk}"]
    answered = browser.post(NEW, asked(seats=[f"amr-{eva.pk}"]), follow=True)
    assert "The hearing has begun." in answered.text
    assert [one.called for one in Party.objects.all()] == [eva.name, OUTSIDE]


@pytest.mark.parametrize(
    "other",
    [{"answer_by": "31-02-2027"}, {"answer_by": "0001-01-01"}, {"seats": ["hr-1"]}, {"outside": "x" * 121}],
)
def test_what_cannot_be_meant_is_asked_for_again(
    other: dict[str, Any], as_: As, begin: Begin, dorte: Employee, eva: Employee
) -> None:
    begin()
    answered = as_(dorte).post(NEW, asked(**other))
    assert (answered.status_code, bool(answered.context["form"].errors), Hearing.objects.count()) == (200, True, 0)


def test_a_draft_changed_meanwhile_is_looked_at_first(as_: As, begin: Begin, dorte: Employee, ditte: Employee) -> None:
    draft = begin()
    form = asked()
    actions.change_notice(version=draft.pk, revision=1, months=2, actor=ditte.pk, now=NOW)
    browser = as_(dorte)
    answered = browser.post(NEW, form)
    assert ("The draft was changed meanwhile." in answered.text, Hearing.objects.count()) == (True, 0)
    again = {field.name: field.value() or "" for field in answered.context["form"] if field.name != "seats"}
    assert browser.post(NEW, again).status_code == 302


def test_a_representative_reads_comments_and_takes_a_comment_back(as_: As, hear: Hear, eva: Employee) -> None:
    hear()
    browser = as_(eva)
    heading = queries.clauses_of(queries.draft())[0].heading
    assert f"<h2>{heading.da}</h2>" in browser.get(PAGE + "udgave/?sprog=da").text
    form = browser.get(PAGE + "bemaerkning/?afsnit=voluntary").context["form"]
    assert form["clause"].value() == "voluntary"
    answered = browser.post(PAGE + "bemaerkning/", {"clause": "voluntary", "text": "For kort tid"}, follow=True)
    assert "For kort tid" in answered.text
    pk = Comment.objects.get().pk
    answered = browser.post(f"/politik/bemaerkninger/{pk}/tilbagetraekning/", follow=True)
    assert ("For kort tid" in answered.text, "Taken back" in answered.text) == (False, True)


def test_a_late_comment_keeps_what_was_typed_and_says_what_to_do(as_: As, hear: Hear, eva: Employee) -> None:
    hearing = hear()
    Hearing.objects.filter(pk=hearing.pk).update(answer_by=TODAY - DAY)
    answered = as_(eva).post(PAGE + "bemaerkning/", {"clause": "", "text": "Jeg nåede det ikke"})
    assert (answered.status_code, Comment.objects.count()) == (200, 0)
    assert ("Jeg nåede det ikke" in answered.text, "Write to HR" in answered.text) == (True, True)


def test_no_comments_is_an_answer_too(as_: As, hear: Hear, eva: Employee, dorte: Employee) -> None:
    hearing = hear()
    as_(eva).post(PAGE + "ingen-bemaerkninger/")
    form = {"party": party(hearing, None).pk, "received_on": TODAY.isoformat()}
    assert as_(dorte).post(PAGE + "ingen-bemaerkninger/?udenfor=1", form).status_code == 302
    assert [one.silent_at is None for one in Party.objects.all()] == [False, True, False]


def test_hr_writes_for_a_party_outside_and_for_nobody_inside(
    as_: As, hear: Hear, dorte: Employee, eva: Employee
) -> None:
    hearing = hear()
    form = {"clause": "", "text": "Vi er enige", "received_on": TODAY.isoformat()}
    browser = as_(dorte)
    assert browser.post(PAGE + "bemaerkning/", form).status_code == 403
    mine = party(hearing, eva).pk
    assert browser.post(PAGE + "bemaerkning/?udenfor=1", form | {"party": mine}).status_code == 200
    assert browser.post(PAGE + "bemaerkning/?udenfor=1", form | {"party": party(hearing, None).pk}).status_code == 302
    assert [(one.party.called, one.received_on) for one in Comment.objects.all()] == [(OUTSIDE, TODAY)]


def test_nobody_takes_back_what_someone_else_said(
    as_: As, hear: Hear, dorte: Employee, eva: Employee, finn: Employee, anna: Employee
) -> None:
    said = say(hear(), eva, eva)
    page = f"/politik/bemaerkninger/{said.pk}/tilbagetraekning/"
    assert [as_(one).post(page).status_code for one in (finn, dorte, anna)] == [403, 403, 404]


def test_hr_answers_once_and_a_second_window_keeps_its_words(
    as_: As, hear: Hear, dorte: Employee, ditte: Employee, eva: Employee
) -> None:
    said = say(hear(), eva, eva)
    page, form = f"/politik/bemaerkninger/{said.pk}/svar/", {"outcome": "partly", "text": "Vi ser på det"}
    assert as_(dorte).post(page, form).status_code == 302
    second = as_(ditte).post(page, form | {"text": "Det gør vi"})
    assert (second.status_code, "Det gør vi" in second.text) == (409, True)
    assert as_(dorte).post(page, form | {"outcome": "tosse"}).status_code == 200
    assert [one.text for one in Reply.objects.all()] == ["Vi ser på det"]


def test_changes_since_are_shown_to_the_heard_word_by_word(
    as_: As, hear: Hear, dorte: Employee, eva: Employee, anna: Employee
) -> None:
    hear()
    browser = as_(eva)
    assert "The words are those that were heard." in browser.get(PAGE + "aendringer/").text
    draft = queries.draft()
    draft.clauses.filter(key="voluntary").update(text_en="Working at home is for the brave.")
    assert len(browser.get(PAGE + "aendringer/?sprog=en").context["rows"]) == 1
    assert browser.get(PAGE).context["changed"] == 1
    assert as_(anna).get(PAGE + "aendringer/").status_code == 404


def test_the_file_is_what_the_fingerprint_was_taken_of(as_: As, hear: Hear, eva: Employee) -> None:
    hearing = hear()
    answered = as_(eva).get(PAGE + "udgave/fil/")
    assert hashlib.sha256(answered.content).hexdigest() == hearing.digest
    assert answered.headers["Content-Disposition"] == f'attachment; filename="hearing-1-{hearing.digest[:8]}.json"'


def test_more_time_and_the_end(as_: As, hear: Hear, dorte: Employee, eva: Employee) -> None:
    answer(say(hear(), eva, eva), dorte)
    browser = as_(dorte)
    form = {"answer_by": (BY + DAY).isoformat(), "seen": BY.isoformat()}
    assert [browser.post(PAGE + "frist/", form).status_code for _ in range(2)] == [302, 200]
    assert "not everyone has answered" in browser.post(PAGE + "lukning/").text
    answered = browser.post(PAGE + "lukning/", {"early": "Vi har talt sammen"}, follow=True)
    assert ("The hearing is closed." in answered.text, "Vi har talt sammen" in answered.text) == (True, True)


def test_the_version_says_who_was_heard_or_why_nobody_was(
    as_: As, publish: Publish, hear: Hear, dorte: Employee, eva: Employee, anna: Employee
) -> None:
    publish()
    assert f"Published without a hearing: {UNHEARD}" in " ".join(as_(anna).get("/politik/1/").text.split())
    hearing = hear()
    answer(say(hearing, eva, eva), dorte)
    when = {"actor": dorte.pk, "today": TODAY, "now": NOW}
    actions.close_hearing(hearing=hearing.pk, early="Haster", **when)
    actions.publish(version=hearing.version_id, revision=1, effective_from=TODAY, **when)
    read, heard = as_(anna).get("/politik/2/").text, as_(eva).get("/politik/2/").text
    assert ("one comment, answered by HR" in read, PAGE in read, PAGE in heard) == (True, False, True)
    assert "For kort tid" in as_(eva).get(PAGE).text


def test_the_version_says_that_its_words_were_changed_after_the_hearing(
    as_: As, hear: Hear, dorte: Employee, eva: Employee, anna: Employee
) -> None:
    hearing = hear()
    when = {"actor": dorte.pk, "now": NOW}
    actions.close_hearing(hearing=hearing.pk, early="Haster", today=TODAY, **when)
    actions.change_notice(version=hearing.version_id, revision=1, months=3, **when)
    browser, page = as_(dorte), "/politik/kladde/udgivelse/"
    form = {"version": hearing.version_id, "revision": 2, "effective_from": TODAY.isoformat()}
    assert "The draft was changed after it was heard." in browser.post(page, form).text
    assert browser.post(page, form | {"unheard": "Kun varslet"}).status_code == 302
    read, heard = as_(anna).get("/politik/1/").text, as_(eva).get("/politik/1/").text
    assert "The words were changed after this hearing began." in read
    assert "Published without a hearing of these words: Kun varslet" in " ".join(read.split())
    assert [PAGE + "aendringer/" in one for one in (read, heard)] == [False, True]


def test_edits_of_a_draft_are_for_whoever_represents_someone_while_the_hearing_is_open(
    as_: As, hear: Hear, dorte: Employee, eva: Employee, finn: Employee
) -> None:
    hearing = hear()
    queries.draft().clauses.filter(key="voluntary").update(text_en="Working at home is for the brave.")

    def seen() -> list[tuple[int, int]]:
        browsers = [as_(one) for one in (dorte, eva, finn)]
        return [
            (len(one.get(PAGE + "aendringer/").context["rows"]), one.get(PAGE).context["changed"]) for one in browsers
        ]

    assert seen() == [(1, 1), (1, 1), (1, 1)]
    RoleGrant.objects.filter(employee=finn).update(ends=TODAY)
    assert seen() == [(1, 1), (1, 1), (0, 0)]
    actions.close_hearing(hearing=hearing.pk, early="Haster", actor=dorte.pk, today=TODAY, now=NOW)
    assert seen() == [(1, 1), (0, 0), (0, 0)]
    assert "can be read when the policy is published" in as_(eva).get(PAGE + "aendringer/").text
    changed = {"version": hearing.version_id, "revision": 1, "effective_from": TODAY, "unheard": UNHEARD}
    actions.publish(**changed, actor=dorte.pk, today=TODAY, now=NOW)
    assert seen() == [(1, 1), (1, 1), (1, 1)]


def test_publishing_asks_for_the_reason_only_when_nobody_was_heard(as_: As, begin: Begin, dorte: Employee) -> None:
    draft = begin()
    browser, page = as_(dorte), "/politik/kladde/udgivelse/"
    form = {"version": draft.pk, "revision": 1, "effective_from": TODAY.isoformat()}
    assert "Nobody has been heard" in browser.post(page, form).text
    assert browser.post(page, form | {"unheard": "Kun stavefejl"}).status_code == 302
    assert queries.published().get().unheard == "Kun stavefejl"


@pytest.mark.parametrize("number", [1, 3])
def test_the_pages_cost_the_same_for_one_comment_and_three(
    number: int, as_: As, hear: Hear, dorte: Employee, eva: Employee
) -> None:
    hearing = hear()
    for _ in range(number):
        answer(say(hearing, eva, eva), dorte)
    browser = as_(eva)
    assert [questions(browser, page) for page in ("/politik/hoeringer/", PAGE, PAGE + "udgave/")] == [6, 10, 7]


def test_somebody_who_is_not_heard_finds_an_empty_list(as_: As, hear: Hear, anna: Employee) -> None:
    hear()
    answered = as_(anna).get("/politik/hoeringer/")
    assert (list(answered.context["page"]), as_(anna).get(PAGE).status_code) == ([], 404)
