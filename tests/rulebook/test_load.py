"""Loading the rulebook: a good file is read, and each bad one is refused with file, place, fault and remedy."""

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from hjemmedag.core.law import Certainty, Freedom, Kind, Parameter, Party, Rule, Source, Text, Version
from hjemmedag.core.periods import Period
from hjemmedag.rulebook.load import load
from hjemmedag.rulebook.tables import RulebookError

GOOD = """\
key         = "week.trial"
kind        = "law"
responsible = "employer"
certainty   = "verified"
review_on   = 2027-05-03
title       = { da = "Prøve", en = "Trial" }

[text]
da = "Der er et loft."
en = "There is a ceiling."

[[source]]
act  = "Prøveloven"
date = 2020-01-02

[parameter.ceiling]
unit        = "hours"
title       = { da = "Loft", en = "Ceiling" }
kind        = "agreement"
company_may = "lower"

[[parameter.ceiling.version]]
value     = 7.4
from      = 2024-01-01
certainty = "known"
source    = { act = "Prøveloven", number = "LBK nr 1", date = 2020-01-02, section = "§ 3" }

[[parameter.ceiling.version]]
value     = 8
from      = 2025-01-01
repealed  = 2026-01-01
certainty = "verified"
source    = { act = "Prøveloven" }
"""

FAULTS = tomllib.loads((Path(__file__).parent / "faults.toml").read_text(encoding="utf-8"))["fault"]


def written(folder: Path, content: str, place: str = "week/trial.toml") -> Path:
    file = folder / place
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content, encoding="utf-8")
    return folder


def fault(folder: Path) -> str:
    with pytest.raises(RulebookError) as found:
        load(folder)
    return str(found.value)


def test_a_file_becomes_a_rule_with_its_versions_in_order(tmp_path: Path) -> None:
    act = Source("Prøveloven", "LBK nr 1", date(2020, 1, 2), "§ 3")
    first = Version(Decimal("7.4"), Period(date(2024, 1, 1), date(2025, 1, 1)), act, Certainty.KNOWN, Kind.AGREEMENT)
    second = Version(
        8, Period(date(2025, 1, 1), date(2026, 1, 1)), Source("Prøveloven"), Certainty.VERIFIED, Kind.AGREEMENT
    )
    ceiling = Parameter(
        "ceiling", "hours", Text("Loft", "Ceiling"), (first, second), Freedom.LOWER, repealed=date(2026, 1, 1)
    )
    assert load(written(tmp_path, GOOD)).rule("week.trial") == Rule(
        "week.trial",
        Kind.LAW,
        Party.EMPLOYER,
        Text("Prøve", "Trial"),
        Text("Der er et loft.", "There is a ceiling."),
        (Source("Prøveloven", date=date(2020, 1, 2)),),
        Certainty.VERIFIED,
        date(2027, 5, 3),
        {"ceiling": ceiling},
    )


def test_a_version_may_have_several_sources(tmp_path: Path) -> None:
    several = 'source = [{ act = "Prøveloven" }, { act = "Vejledningen" }]'
    content = GOOD.replace('source    = { act = "Prøveloven" }', several)
    last = load(written(tmp_path, content)).rule("week.trial").parameter("ceiling").versions[-1]
    assert last.sources == (Source("Prøveloven"), Source("Vejledningen"))


def test_a_parameter_may_be_introduced_on_a_day(tmp_path: Path) -> None:
    content = GOOD.replace("from      = 2024-01-01", "introduced = 2024-01-01")
    ceiling = load(written(tmp_path, content)).rule("week.trial").parameter("ceiling")
    assert (ceiling.introduced, ceiling.versions[0].period.start) == (date(2024, 1, 1), date(2024, 1, 1))


def test_the_rulebook_is_read_once() -> None:
    assert load() is load()


@pytest.mark.parametrize("case", FAULTS, ids=lambda case: case["message"])
def test_a_bad_file_is_refused_with_its_place_and_remedy(tmp_path: Path, case: dict[str, str]) -> None:
    assert case["instead_of"] in GOOD
    content = GOOD.replace(case["instead_of"], case["stands"], 1)
    assert fault(written(tmp_path, content)).startswith(f"week/trial.toml: {case['message']}")


def test_a_parameter_without_versions_is_refused(tmp_path: Path) -> None:
    content = GOOD[: GOOD.index("[[parameter.ceiling.version]]")]
    assert fault(written(tmp_path, content)) == "week/trial.toml: parameter.ceiling.version: is missing"
    assert fault(written(tmp_path / "empty", content + "version = []\n")) == (
        "week/trial.toml: parameter.ceiling.version: holds no tables; write one or more [[version]]"
    )


def test_a_copy_of_a_rule_under_another_name_is_refused(tmp_path: Path) -> None:
    written(tmp_path, GOOD)
    assert fault(written(tmp_path, GOOD, "week/trial_2.toml")) == (
        'week/trial_2.toml: key: "week.trial" is not the file\'s place; write "week.trial_2" or move the file'
    )


@pytest.mark.parametrize("place", ["trial.toml", "week/deep/trial.toml"])
def test_a_file_outside_a_subjects_folder_is_refused(tmp_path: Path, place: str) -> None:
    assert fault(written(tmp_path, GOOD, place)) == (
        f"{place}: is not in a subject's folder; move it to <subject>/<name>.toml"
    )


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    written(tmp_path, GOOD)
    (tmp_path / "week" / "trial.toml").write_bytes(GOOD.encode("latin-1"))
    assert fault(tmp_path).startswith("week/trial.toml: is not TOML in UTF-8: 'utf-8' codec can't decode")


@pytest.mark.parametrize("name", ["clauses", "notes", "practice", "provisions", "questions_2022"])
def test_what_holds_no_rule_is_left_to_those_who_read_it(tmp_path: Path, name: str) -> None:
    written(tmp_path, GOOD)
    assert list(load(written(tmp_path, "anything at all", f"policy/{name}.toml")).rules) == ["week.trial"]
