"""Saying what the draft says in numbers, choices, and yes or no."""

from __future__ import annotations

import pytest

from hjemmedag.apps.audit import queries as audit
from hjemmedag.apps.people.models import Company, Employee
from hjemmedag.apps.policy import actions, queries
from hjemmedag.apps.policy.models import PolicyVersion
from hjemmedag.core.policy.criteria import Criterion
from hjemmedag.core.policy.terms import TermValue
from hjemmedag.core.policy.versions import Lack
from hjemmedag.core.refusals import Refused, Stale
from tests.apps.policy.conftest import Begin, Publish
from tests.conftest import NOW, TODAY


def say(draft: PolicyVersion, by: Employee, **terms: TermValue) -> PolicyVersion:
    said = draft.terms | terms
    return actions.set_terms(terms=said, version=draft.pk, revision=draft.revision, actor=by.pk, now=NOW)


def lacks(draft: PolicyVersion) -> list[Lack]:
    return queries.examined(draft, without_notice=True, on=TODAY).lacks


def published(draft: PolicyVersion, by: Employee) -> PolicyVersion:
    return actions.publish(
        version=draft.pk,
        revision=draft.revision,
        effective_from=TODAY,
        unheard="Small changes.",
        actor=by.pk,
        today=TODAY,
        now=NOW,
    )


def test_the_ready_clauses_bring_their_terms(begin: Begin) -> None:
    draft = begin()
    assert (draft.terms["rest_hours"], draft.terms["local_agreement"], draft.terms["notice_by"]) == (
        11,
        False,
        "agreed",
    )
    assert lacks(draft) == []


def test_terms_are_kept_and_counted_as_an_edit(begin: Begin, dorte: Employee) -> None:
    say(begin(), dorte, rest_hours=12)
    draft = queries.draft()
    assert (draft.terms["rest_hours"], draft.revision) == (12, 2)
    assert (audit.broken_link(), list(audit.changed_rows())) == (None, [])


@pytest.mark.parametrize(("key", "value"), [("rest_hours", 25), ("rest_hours", "11"), ("allowance", "much"), ("x", 1)])
def test_an_answer_of_the_wrong_kind_is_refused(key: str, value: TermValue, begin: Begin, dorte: Employee) -> None:
    draft = begin()
    with pytest.raises(Refused):
        say(draft, dorte, **{key: value})
    assert queries.draft().revision == 1


def test_the_second_of_two_is_told_of_the_first(begin: Begin, dorte: Employee, ditte: Employee) -> None:
    draft = begin()
    say(draft, ditte, rest_hours=12)
    with pytest.raises(Stale):
        say(draft, dorte, rest_hours=13)
    assert queries.draft().terms["rest_hours"] == 12


def test_a_contradiction_is_refused_with_the_clause_and_its_source(begin: Begin, dorte: Employee) -> None:
    draft = say(begin(), dorte, rest_hours=10)
    [found] = lacks(draft)
    assert (found.clause, found.rule, found.warns) == ("breaks_and_rest", "worktime.daily_rest", False)
    with pytest.raises(Refused, match=r"Den daglige hvile er sat til 10 timer\..*\(Lov om arbejdsmiljø § 50"):
        published(draft, dorte)
    assert list(queries.published()) == []


def test_a_missing_clause_is_named_with_its_source(begin: Begin, dorte: Employee) -> None:
    draft = begin()
    draft.clauses.filter(key="registration").delete()
    with pytest.raises(Refused, match=r"“Registrering af arbejdstid” mangler\. \(Lov om gennemførelse"):
        published(draft, dorte)


def test_law_that_is_not_verified_only_warns(begin: Begin, dorte: Employee) -> None:
    draft = say(begin(), dorte, answers_off_hours=True)
    assert [(one.rule, one.warns) for one in lacks(draft)] == [("week.right_to_disconnect", True)]
    assert published(draft, dorte).number == 1


def test_a_term_that_is_not_answered_stands_in_the_way(begin: Begin, dorte: Employee) -> None:
    draft = begin()
    terms = {key: value for key, value in draft.terms.items() if key != "kept_years"}
    draft = actions.set_terms(terms=terms, version=draft.pk, revision=1, actor=dorte.pk, now=NOW)
    assert [(one.clause, one.said.en) for one in lacks(draft)] == [
        ("registration", "“The register is kept after its period for” is not answered.")
    ]


def test_a_ready_clause_brings_its_terms_back_and_one_that_goes_takes_them_along(begin: Begin, dorte: Employee) -> None:
    draft = begin()
    actions.remove_clause(key="trial", version=draft.pk, revision=1, actor=dorte.pk, now=NOW)
    assert "trial_months" not in queries.draft().terms
    trial = next(clause for clause in queries.ready_clauses({}, 1, TODAY) if clause.key == "trial")
    actions.add_clause(clause=trial, version=draft.pk, revision=2, actor=dorte.pk, now=NOW)
    assert queries.draft().terms["trial_months"] == 3


def test_what_is_said_of_the_notice_follows_it(begin: Begin, dorte: Employee) -> None:
    draft = begin()
    actions.change_notice(version=draft.pk, revision=1, months=None, actor=dorte.pk, now=NOW)
    assert queries.draft().terms["notice_by"] == "employment"


@pytest.mark.parametrize("sector", ["state", "municipal"])
def test_in_the_public_sector_only_part_of_the_time_can_be_at_home(sector: str, begin: Begin, dorte: Employee) -> None:
    Company.objects.update(sector=sector)
    draft = say(begin(), dorte, home_share=100, local_agreement=True)
    assert [(one.clause, one.rule) for one in lacks(draft)] == [("pattern", f"people.{sector}_agreement")]
    assert lacks(say(draft, dorte, home_share=80)) == []


def test_terms_change_the_clause_they_belong_to(publish: Publish, begin: Begin, dorte: Employee) -> None:
    first = publish()
    second = say(begin(), dorte, rest_hours=12)
    old, new = (queries.clauses_of(one) for one in (first, second))
    assert [after.key for before, after in zip(old, new, strict=True) if before != after] == ["breaks_and_rest"]


def test_criteria_that_keep_out_whom_the_policy_lets_in_warn_and_stop_nothing(begin: Begin, dorte: Employee) -> None:
    seniority = [Criterion("seniority", threshold=6, reason="Training")]
    actions.choose_criteria(was=0, criteria=seniority, starts=TODAY, why="x", actor=dorte.pk, today=TODAY, now=NOW)
    draft = begin()
    assert [(one.clause, one.warns, one.term) for one in lacks(draft)] == [("eligibility", True, True)]
    assert published(draft, dorte).number == 1
