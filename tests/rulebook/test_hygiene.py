"""What every entry of the rulebook must hold to, beyond what the loader refuses."""

import re
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from hjemmedag.core.law import Certainty, Kind, Parameter, Rule, Source
from hjemmedag.rulebook.load import HERE, load

READ_THROUGH = date(2026, 11, 23)
"""The day on which the whole rulebook was last read through."""

STAGES = (
    *("audit", "outbox", "people", "documents", "policy", "agreements", "equipment", "security", "worktime"),
    *("workplaces", "onboarding", "week", "followup", "endings", "overview"),
)

RULES = [pytest.param(rule, id=key) for key, rule in sorted(load().rules.items())]
PARAMETERS = [
    pytest.param(parameter, id=f"{key}.{name}")
    for key, rule in sorted(load().rules.items())
    for name, parameter in rule.parameters.items()
]


def sources(rule: Rule) -> list[Source]:
    versions = [version for parameter in rule.parameters.values() for version in parameter.versions]
    return [*rule.sources, *(source for version in versions for source in version.sources)]


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_belongs_to_a_stage(rule: Rule) -> None:
    assert rule.key.split(".")[0] in STAGES


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_explains_itself_in_two_to_five_sentences_in_both_languages(rule: Rule) -> None:
    counts = {len(re.findall(r"\.(?= [A-ZÆØÅ]|$)", text)) for text in (rule.text.da, rule.text.en)}
    assert counts <= {2, 3, 4, 5}
    assert "\n" not in rule.text.da + rule.text.en


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_is_reviewed_within_a_year(rule: Rule) -> None:
    assert READ_THROUGH < rule.review_on <= READ_THROUGH.replace(year=READ_THROUGH.year + 1)


@pytest.mark.parametrize("rule", RULES)
def test_an_act_with_a_number_is_cited_with_its_date(rule: Rule) -> None:
    numbered = re.compile(r"^(LBK|BEK|Lov) nr \d+$")
    assert [source for source in sources(rule) if numbered.match(source.number) and source.date is None] == []
    danish = [source.number for source in sources(rule) if source.number.startswith(("LBK", "BEK", "Lov"))]
    assert [number for number in danish if not numbered.match(number)] == []


def test_an_act_has_one_number_and_date_wherever_it_is_cited() -> None:
    cited = defaultdict(set)
    for rule in load().rules.values():
        for source in sources(rule):
            cited[source.act].add((source.number, source.date))
    assert {act: found for act, found in cited.items() if len(found) > 1} == {}


def test_numbers_that_two_acts_share_are_told_apart_by_their_dates() -> None:
    cited = {(s.number, s.date): s.act for rule in load().rules.values() for s in sources(rule)}
    assert cited["BEK nr 1108", date(1992, 12, 15)] == "Bekendtgørelse om arbejde ved skærmterminaler"
    assert cited["LBK nr 1108", date(2025, 9, 15)] == "Lov om arbejdsmiljø"


@pytest.mark.parametrize("parameter", PARAMETERS)
def test_a_parameter_is_named_for_code_and_titled_for_people(parameter: Parameter) -> None:
    assert re.fullmatch(r"[a-z][a-z0-9_]*", parameter.name)
    assert all(title[0].isupper() or title[0].isdigit() for title in (parameter.title.da, parameter.title.en))


@pytest.mark.parametrize("parameter", PARAMETERS)
def test_a_value_the_company_chose_may_be_chosen_by_the_company(parameter: Parameter) -> None:
    if any(version.kind is Kind.COMPANY for version in parameter.versions):
        assert parameter.company is not None


@pytest.mark.parametrize("parameter", PARAMETERS)
def test_what_the_company_chose_is_certain_unless_the_law_beneath_is_not(parameter: Parameter) -> None:
    own = [version for version in parameter.versions if version.source.act == "Virksomhedens eget valg, ikke lov"]
    assert {version.certainty for version in own} <= {Certainty.VERIFIED, Certainty.UNVERIFIED}


@pytest.mark.parametrize("parameter", PARAMETERS)
def test_there_is_no_gap_between_versions(parameter: Parameter) -> None:
    periods = [version.period for version in parameter.versions]
    assert [one.end for one in periods[:-1]] == [later.start for later in periods[1:]]


def test_titles_are_told_apart() -> None:
    titles = [rule.title for rule in load().rules.values()]
    assert len({title.da for title in titles}) == len({title.en for title in titles}) == len(titles)


@pytest.mark.parametrize("file", sorted(HERE.glob("*/*.toml")), ids=lambda file: f"{file.parent.name}/{file.name}")
def test_a_file_is_tidy(file: Path) -> None:
    content = file.read_text(encoding="utf-8")
    assert content.endswith("\n")
    assert not re.search(r"[ \t]+$|\t|\r|\n\n\n", content, re.MULTILINE)
