"""The terms of a policy and what can't stand among them: each with a case that fails and one that passes."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from hjemmedag.core.law import Text
from hjemmedag.core.people.frames import Area, Demand
from hjemmedag.core.policy.contradictions import Contradiction, Objection, Setting, objections
from hjemmedag.core.policy.terms import Term, TermValue, ready_terms
from hjemmedag.rulebook import clauses, frames, terms
from hjemmedag.rulebook.load import load as rulebook
from hjemmedag.rulebook.tables import RulebookError

TODAY = date(2026, 11, 23)
CASES: dict[str, Any] = tomllib.loads((Path(__file__).parent / "contradictions.toml").read_text(encoding="utf-8"))
TERMS, CONTRADICTIONS = terms.load(), terms.contradictions()
LEFT_OUT = "-"

each_case = pytest.mark.parametrize(("key", "case"), list(CASES.items()), ids=list(CASES))
each_contradiction = pytest.mark.parametrize("one", CONTRADICTIONS, ids=lambda one: one.key)


def judged(case: dict[str, Any], said: dict[str, TermValue], on: date = TODAY) -> dict[str, Objection]:
    ready = ready_terms(TERMS.values(), [clause.key for clause in clauses.load().clauses]) | {terms.NOTICE: 1}
    all_said = {key: value for key, value in (ready | said).items() if value != LEFT_OUT}
    area = Area(case.get("area", "none"))
    control = {case["control"]} if "control" in case else ()
    setting = Setting(rulebook().on(on), [frames.load()[area]], control, case.get("agreed", {}))
    return {one.key: one for one in objections(CONTRADICTIONS, TERMS, all_said, setting)}


@each_case
def test_a_failing_case_is_objected_to_with_its_rule_and_source(key: str, case: dict[str, Any]) -> None:
    found = judged(case, case["fails"])[key]
    assert found.refuses is case["refuses"]
    assert rulebook().rule(found.rule).key == found.rule
    assert found.source != ""
    assert "{" not in found.said.da + found.said.en


@each_case
def test_a_passing_case_is_not(key: str, case: dict[str, Any]) -> None:
    assert key not in judged(case, case["passes"])


@pytest.mark.parametrize("key", [key for key, case in CASES.items() if "until" in case])
def test_a_rule_objects_from_its_first_day(key: str) -> None:
    assert key not in judged(CASES[key], CASES[key]["fails"], CASES[key]["until"])


def test_every_contradiction_has_its_cases() -> None:
    assert list(CASES) == [one.key for one in CONTRADICTIONS]
    assert len(CASES) >= 20


def test_the_ready_clauses_contradict_nothing_in_the_private_sector() -> None:
    assert judged({}, {}) == {}
    assert judged({"area": "private", "control": "da_fh"}, {}) == {}


def test_a_local_agreement_comes_first_in_the_public_sector() -> None:
    assert list(judged({"area": "state"}, {})) == ["no_local_agreement"]
    assert list(judged({"area": "municipal"}, {})) == ["no_local_agreement"]


@each_contradiction
def test_a_contradiction_rests_on_a_rule_or_on_a_frame(one: Contradiction) -> None:
    if one.demand:
        assert [frame.area for frame in frames.load().values() if frame.point(one.demand)] != []
    else:
        rule = rulebook().rule(one.rule)
        for limit in (condition.limit for condition in one.conditions if condition.limit):
            assert rule.parameter(limit).name == limit


@each_contradiction
def test_a_contradiction_is_said_in_two_languages(one: Contradiction) -> None:
    assert one.said.da != one.said.en


@pytest.mark.parametrize("term", TERMS.values(), ids=lambda term: term.key)
def test_a_term_belongs_to_a_clause_to_start_from_and_is_answered_by_it(term: Term) -> None:
    assert term.clause in {clause.key for clause in clauses.load().clauses}
    assert term.accepts(term.ready)
    assert term.title.da != term.title.en


@pytest.mark.parametrize("one", [one for one in CONTRADICTIONS if one.agreed], ids=lambda one: one.key)
def test_where_an_agreement_has_a_limit_of_its_own_it_only_warns(one: Contradiction) -> None:
    [(term, said)] = CASES[one.key]["fails"].items()
    held = 60 if term == "rest_hours" else 1
    law = CASES[one.key]["passes"][term] * held
    for agreed, refuses in (({one.agreed: said * held}, False), ({one.agreed: law}, True), ({"other": 1}, True)):
        assert judged({"agreed": agreed}, CASES[one.key]["fails"])[one.key].refuses is refuses


def test_an_objection_says_the_value_and_the_limit() -> None:
    assert judged({}, {"rest_hours": 10})["short_rest"].said == Text(
        da="Den daglige hvile er sat til 10 timer. Loven kræver 11 timer; kun en aftale kan sætte den ned. "
        "Se efter, om jeres gør det.",
        en="The daily rest is set at 10 hours. The law requires 11 hours; only an agreement can lower it. "
        "Look whether yours does.",
    )


def test_a_frames_objection_names_the_frame_and_its_rule() -> None:
    found = judged({"area": "municipal"}, {"home_share": 100, "local_agreement": True})["all_at_home"]
    assert (found.said.da, found.rule) == (
        "Kommuner og regioner: Hele arbejdstiden kan lægges hjemme. Kun en del af den kan.",
        "people.municipal_agreement",
    )


TERM = """
[[term]]
key = "rest_hours"
clause = "rest"
title = { da = "Hvile", en = "Rest" }
unit = "hours"
most = 24
ready = 11
"""


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (('unit = "hours"', 'unit = "time"'), r'term\[1\]\.unit: "time" counts nothing; write one of'),
        (("ready = 11", "ready = 25"), r"term\[1\]\.ready: 25 is no answer to a term of the kind number"),
        (("ready = 11", "ready = 1.5"), r"term\[1\]\.ready: 1\.5 can't stand here"),
        (("most = 24\n", ""), r"term\[1\]\.most: is missing"),
        (('key = "rest_hours"', 'key = "notice_months"'), r'term\[1\]\.key: "notice_months" is taken'),
        (("clause =", "claus ="), r'term\[1\]\.clause: is missing; write it in place of "claus"'),
    ],
)
def test_each_fault_in_the_terms_is_named(change: tuple[str, str], message: str, tmp_path: Path) -> None:
    file = tmp_path / "clauses_terms.toml"
    file.write_text(TERM.replace(*change), encoding="utf-8")
    with pytest.raises(RulebookError, match=message):
        terms.load(file)


AGAINST = """
[[contradiction]]
key = "short"
clause = "breaks_and_rest"
rule = "worktime.daily_rest"
when = { rest_hours = { below = "minimum" } }
said = { da = "Kun {rest_hours}.", en = "Only {rest_hours}." }
"""


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("rest_hours =", "rest ="), r"contradiction\[1\]\.when\.rest: is no term; the terms are"),
        (('{ below = "minimum" }', '"eleven"'), r"when\.rest_hours: 'eleven' is no answer to the term"),
        (('below = "minimum"', 'with = "reach", above = 1'), r'when\.rest_hours\.with: "reach" is no term'),
        (('{ below = "minimum" }', "{}"), r"when\.rest_hours: says nothing to compare with; write above, below or"),
        (("Kun {rest_hours}", "Kun {reach_hours}"), r"said\.da: holds \{reach_hours\}, which `when` does not ask"),
        (('clause = "breaks_and_rest"', 'clause = "equality"'), r'clause: "equality" has no terms'),
        (('rule = "worktime.daily_rest"\n', ""), r"contradiction\[1\]\.rule: is missing"),
        (("clause =", 'agreed = "rest"\nclause ='), r'agreed: "rest" is no limit of an agreement; write one'),
        ((AGAINST, AGAINST * 2), r'contradiction\[2\]\.key: "short" is the key of an earlier contradiction'),
    ],
)
def test_each_fault_in_the_contradictions_is_named(change: tuple[str, str], message: str, tmp_path: Path) -> None:
    file = tmp_path / "clauses_contradictions.toml"
    file.write_text(AGAINST.replace(*change), encoding="utf-8")
    with pytest.raises(RulebookError, match=message):
        terms.contradictions(file)


def test_what_each_area_asks_for() -> None:
    asked = {area: {point.demand for point in frame.points if point.demand} for area, frame in frames.load().items()}
    assert asked == {
        Area.NONE: set(),
        Area.PRIVATE: set(),
        Area.STATE: {Demand.PART_OF_TIME, Demand.EACH_TIME, Demand.LOCAL_AGREEMENT},
        Area.MUNICIPAL: {Demand.PART_OF_TIME, Demand.NO_HIRING_CONDITION, Demand.LOCAL_AGREEMENT},
    }


def test_a_frame_rests_on_the_rulebook_and_is_no_surer_than_it() -> None:
    order = ["verified", "known", "unverified"]
    for frame in frames.load().values():
        assert rulebook().rule(frame.rule).key == frame.rule
        for point in frame.points:
            assert order.index(point.certainty) >= order.index(rulebook().rule(point.rule).certainty)
            assert point.text.da != point.text.en


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (('area  = "private"', 'area  = "none"'), r'frame\[2\]\.area: "none" has an earlier frame'),
        (('area  = "state"', 'area  = "stat"'), r'frame\[3\]\.area: "stat" is not known; write one of'),
        (('subject   = "supplements"', 'subject   = "desk"'), r'frame\[1\]\.point: none is about "supplements"'),
        (('demand    = "each_time"', 'demand    = "sometimes"'), r'demand: "sometimes" is not known'),
    ],
)
def test_each_fault_in_the_frames_is_named(change: tuple[str, str], message: str, tmp_path: Path) -> None:
    file = tmp_path / "frames.toml"
    file.write_text(frames.FILE.read_text(encoding="utf-8").replace(*change, 1), encoding="utf-8")
    with pytest.raises(RulebookError, match=message):
        frames.load(file)
