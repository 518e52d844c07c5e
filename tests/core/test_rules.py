"""Every rule that can be asked: its key, its subject, and how it bears itself when the law is unsure or unknown."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from hjemmedag.core.law import Certainty, FactsError, Parameter, Rulebook, Verdict
from hjemmedag.core.rules import RULES
from hjemmedag.rulebook.load import load

FACTS: Mapping[str, Mapping[str, object]] = {
    "endings.notice": {"employed_from": "2024-03-01", "given_on": "2026-11-10", "given_by": "employer"},
    "agreements.information": {"delivered_on": "2026-11-16", "effective_on": "2026-11-16"},
    "agreements.flexible_request": {"requested_on": "2026-11-20", "child_born": "2020-12-01"},
    "people.public_holidays": {"year": 2026},
    "people.social_security": {"residence": "SE", "home_share": 0.5},
    "workplaces.assessment_due": {"surveyed_on": "2023-11-20"},
    "workplaces.eye_test": {"on": "2026-11-23", "covered": True, "tested_on": "2026-01-05"},
    "workplaces.home_visit": {"on": "2026-11-23", "agreed_on": "2026-11-20", "photos": True},
    "workplaces.injury_report": {"injured_on": "2026-06-15", "absent_on": ["2026-06-16"]},
    "workplaces.insurance": dict.fromkeys(
        ("work_injury", "property_clarified", "liability_clarified", "contents_told"), True
    ),
    "workplaces.screen_requirements": {"covered": True},
    "workplaces.screen_work": {"on": "2026-11-23", "planned_home_hours": [22.2]},
    "worktime.opt_out": {"on": "2026-11-23", "agreement": "OK-1", "critical": True},
    "worktime.retention": {"entry_on": "2026-03-15"},
    "security.control_notice": {"announced_on": "2026-11-02", "area": "da_fh"},
    "security.breach": {"aware_at": "2026-11-06T16:00"},
}
WITHOUT_VALUES = {"people.public_holidays", "workplaces.insurance", "workplaces.screen_requirements"}
"""Rules whose answer rests on no value of a day."""


def without_values(parameter: Parameter) -> Parameter:
    return replace(parameter, versions=())


def unverified(parameter: Parameter) -> Parameter:
    versions = (replace(version, certainty=Certainty.UNVERIFIED) for version in parameter.versions)
    return replace(parameter, versions=tuple(versions))


def test_these_rules_can_be_asked() -> None:
    assert set(RULES) == set(FACTS)


@pytest.mark.parametrize("key", sorted(FACTS))
def test_a_rule_lives_in_its_subject_and_stands_in_the_rulebook(key: str) -> None:
    assert RULES[key].decide.__module__ == f"hjemmedag.core.{key.replace('.', '.rules.')}"
    assert load().rule(key).key == key


@pytest.mark.parametrize("key", sorted(FACTS))
def test_an_answer_always_has_verdict_source_certainty_and_message(key: str) -> None:
    answer = RULES[key].answer(FACTS[key], load())
    assert answer.verdict is Verdict.OK
    assert answer.source
    assert answer.certainty in (Certainty.VERIFIED, Certainty.KNOWN)
    assert answer.message.da
    assert answer.message.en


@pytest.mark.parametrize("key", sorted(FACTS))
def test_an_unverified_rule_warns_and_never_decides(key: str) -> None:
    rules = {**load().rules, key: replace(load().rule(key), certainty=Certainty.UNVERIFIED)}
    assert RULES[key].answer(FACTS[key], Rulebook(rules)).verdict is Verdict.WARNING


@pytest.mark.parametrize("key", sorted(set(FACTS) - WITHOUT_VALUES))
def test_an_unverified_value_warns_and_never_decides(key: str) -> None:
    rule = load().rule(key)
    rules = {**load().rules, key: replace(rule, parameters={n: unverified(p) for n, p in rule.parameters.items()})}
    assert RULES[key].answer(FACTS[key], Rulebook(rules)).verdict is Verdict.WARNING


@pytest.mark.parametrize("key", sorted(set(FACTS) - WITHOUT_VALUES))
def test_where_the_law_is_unknown_the_answer_says_so_and_computes_nothing(key: str) -> None:
    rule = load().rule(key)
    rules = {**load().rules, key: replace(rule, parameters={n: without_values(p) for n, p in rule.parameters.items()})}
    answer = RULES[key].answer(FACTS[key], Rulebook(rules))
    assert answer.verdict is Verdict.UNDETERMINED
    assert set(answer.details.values()) == {None}
    assert answer.message.en.startswith("We know no value for ")


@pytest.mark.parametrize("key", sorted(FACTS))
def test_an_unknown_fact_is_refused(key: str) -> None:
    with pytest.raises(FactsError, match=r"^strange: does not exist"):
        RULES[key].answer({**FACTS[key], "strange": 1}, load())
