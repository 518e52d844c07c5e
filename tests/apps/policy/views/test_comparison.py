"""Two versions beside each other."""

from __future__ import annotations

from hjemmedag.apps.people.models import Employee
from hjemmedag.apps.policy.models import Clause
from tests.apps.policy.conftest import As, Begin, Publish


def test_the_words_that_went_and_came_are_marked(as_: As, publish: Publish, anna: Employee) -> None:
    publish()
    second = publish()
    Clause.objects.filter(version=second, key="equality").update(text_en="Pay is the <same>.")
    answer = as_(anna).get("/politik/sammenligning/")
    assert [(row["heading"], row["change"]) for row in answer.context["rows"]] == [
        ("The same terms at home and at the workplace", "changed")
    ]
    assert (answer.text.count("<del>") > 0, answer.text.count("&lt;same&gt;"), "<same>" in answer.text) == (
        True,
        1,
        False,
    )


def test_any_two_versions_can_be_chosen(as_: As, publish: Publish, anna: Employee) -> None:
    for text in ("One", "Two", "Three"):
        Clause.objects.filter(version=publish(), key="equality").update(text_en=text)
    rows = as_(anna).get("/politik/sammenligning/?fra=1&til=3").context["rows"]
    assert [row["pairs"] for row in rows] == [[("One", "Three")]]


def test_a_new_heading_is_compared_too(as_: As, publish: Publish, anna: Employee) -> None:
    publish()
    Clause.objects.filter(version=publish(), key="equality").update(heading_en="Equal terms")
    (row,) = as_(anna).get("/politik/sammenligning/").context["rows"]
    assert row["pairs"][0] == ("The same terms at home and at the workplace", "Equal terms")


def test_employees_are_never_shown_the_draft(
    as_: As, publish: Publish, begin: Begin, anna: Employee, dorte: Employee
) -> None:
    publish()
    Clause.objects.filter(version=begin(), key="equality").update(text_en="Secret")
    hidden = as_(anna).get("/politik/sammenligning/?fra=1&til=kladde")
    shown = as_(dorte).get("/politik/sammenligning/?fra=1&til=kladde")
    assert ("Secret" in hidden.text, "Secret" in shown.text) == (False, True)


def test_with_one_version_there_is_nothing_to_compare(as_: As, publish: Publish, anna: Employee) -> None:
    publish()
    assert "There is only one version so far" in as_(anna).get("/politik/sammenligning/").text


def test_a_term_that_changed_is_compared_alone(as_: As, publish: Publish, anna: Employee) -> None:
    publish()
    second = publish()
    second.terms |= {"control_days": 60}
    second.save()
    (row,) = as_(anna).get("/politik/sammenligning/").context["rows"]
    assert [(old.count("42 days"), new.count("60 days")) for old, new in row["pairs"]] == [(1, 1)]
