"""Assessing one's home in the browser: works without JavaScript, a page at a time, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from hjemmedag.apps.people.models import Employee
from hjemmedag.apps.workplaces import actions, queries
from hjemmedag.apps.workplaces.models import Assessment, Finding, Sharing
from tests.conftest import NOW, TODAY

Browser = Callable[[Employee], Client]
BASE = "/hjemmearbejdssted/"


def text(client: Client, url: str) -> str:
    return client.get(url).content.decode()


def test_it_is_answered_page_by_page_and_sent_without_javascript(anna: Employee, as_: Browser, clock: object) -> None:
    browser = as_(anna)
    answer = browser.post(f"{BASE}apv/")
    assert answer.headers["Location"] == f"{BASE}apv/trin/1/"
    for number in range(1, 6):
        draft = queries.draft(anna.pk)
        assert draft is not None
        replies = {each.key: "no" if each.key == "way_out" else "yes" for each in draft.step(number)}
        answer = browser.post(f"{BASE}apv/trin/{number}/", replies)
        onward = f"{BASE}apv/trin/{number + 1}/" if number < 5 else f"{BASE}apv/indsendelse/"
        assert answer.headers["Location"] == onward
    assert "Send vurderingen" in text(browser, f"{BASE}apv/indsendelse/")
    assert browser.post(f"{BASE}apv/indsendelse/").headers["Location"] == BASE
    assert [one.question for one in Finding.objects.all()] == ["way_out"]
    assert "Ingen handling endnu" in text(browser, BASE)


def test_each_answer_is_kept_as_it_is_given(anna: Employee, as_: Browser, clock: object) -> None:
    browser = as_(anna)
    browser.post(f"{BASE}apv/")
    assert browser.post(f"{BASE}apv/svar/", {"no_tripping": "no", "nonsense": "1"}).status_code == 204
    assert 'value="no" id="id_no_tripping_1" checked' in " ".join(text(browser, f"{BASE}apv/trin/5/").split())


def test_leaving_in_the_middle_keeps_what_was_answered_and_leads_back_to_what_is_open(
    anna: Employee, as_: Browser, clock: object
) -> None:
    browser = as_(anna)
    browser.post(f"{BASE}apv/")
    draft = queries.draft(anna.pk)
    assert draft is not None
    browser.post(f"{BASE}apv/trin/1/", {each.key: "yes" for each in draft.step(1)} | {"later": "1"})
    assert browser.post(f"{BASE}apv/").headers["Location"] == f"{BASE}apv/trin/2/"
    assert "Disse spørgsmål er ikke besvaret endnu" in text(browser, f"{BASE}apv/indsendelse/")
    browser.post(f"{BASE}apv/indsendelse/")
    assert queries.draft(anna.pk) is not None


def test_a_page_that_is_not_there_is_not_found(anna: Employee, as_: Browser, clock: object) -> None:
    assert as_(anna).get(f"{BASE}apv/trin/9/").status_code == 404


def test_questions_about_body_and_well_being_say_who_reads_them(anna: Employee, as_: Browser, clock: object) -> None:
    browser = as_(anna)
    browser.post(f"{BASE}apv/")
    assert "Kun du og den udpegede kontaktperson læser disse svar" in text(browser, f"{BASE}apv/trin/4/")


def test_a_safety_representative_reads_what_is_shared_without_body_and_well_being(
    anna: Employee, eva: Employee, bo: Employee, as_: Browser, assess: Callable[..., Assessment], clock: object
) -> None:
    row = assess(anna, no=("way_out", "body_free_of_pain"))
    url, pain = (
        f"/vurderinger/{row.pk}/",
        "Kan du arbejde hjemme uden at få ondt i nakke, skuldre, arme, ryg, hoved eller øjne?",
    )
    assert as_(eva).get(url).status_code == 404
    own = as_(anna)
    assert pain in text(own, url)
    own.post(f"{url}deling/")
    assert pain not in text(as_(eva), url)
    assert "Anna Test" in text(as_(eva), "/arbejdsmiljoe/hjemme/")
    assert as_(bo).get(url).status_code == 404
    own.post(f"{url}deling/", {"withdraw": "1"})
    assert as_(eva).get(url).status_code == 404


def test_a_shared_one_is_shown_once_however_often_it_was_shared(
    anna: Employee, eva: Employee, as_: Browser, assess: Callable[..., Assessment], clock: object
) -> None:
    row = assess(anna)
    for _again in range(2):
        actions.share(employee=anna.pk, assessment=row.pk, now=NOW)
        actions.withdraw_sharing(employee=anna.pk, assessment=row.pk, now=NOW)
    assert as_(eva).get(f"/vurderinger/{row.pk}/").status_code == 404
    actions.share(employee=anna.pk, assessment=row.pk, now=NOW)
    assert text(as_(eva), "/arbejdsmiljoe/hjemme/").count(f"/vurderinger/{row.pk}/") == 1


def test_all_that_is_shared_can_be_paged_to(anna: Employee, eva: Employee, as_: Browser, clock: object) -> None:
    said = {"employee": anna, "asked_from": TODAY, "covered": True, "begun_at": NOW}
    sent = {"submitted_on": TODAY, "submitted_at": NOW}
    rows = [Assessment.objects.create(**said, **sent) for _time in range(51)]
    Sharing.objects.bulk_create(Sharing(assessment=row, at=NOW) for row in rows)
    told = [text(as_(eva), f"/arbejdsmiljoe/hjemme/?page={number}").count("/vurderinger/") for number in (1, 2)]
    assert told == [50, 1]
