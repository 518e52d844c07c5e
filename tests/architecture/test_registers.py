"""What must be told in one more place than where it is made: nothing is forgotten."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.template.loader import get_template

from hjemmedag.apps.overview.queries.acts import ACTS
from hjemmedag.apps.overview.queries.duty_words import WORDS
from hjemmedag.apps.overview.queries.mail import PAGES
from hjemmedag.rulebook.load import load

APPS = Path(__file__).resolve().parents[2] / "src" / "hjemmedag" / "apps"
DUTIES = "".join(path.read_text(encoding="utf-8") for path in APPS.glob("*/duties.py"))
ACTIONS = "".join(path.read_text(encoding="utf-8") for path in APPS.glob("*/actions/**/*.py"))
LETTERS = sorted(set(re.findall(r'template="([\w/]+)"', ACTIONS)))


def test_every_kind_of_duty_has_its_words_and_none_is_left_over() -> None:
    assert set(
        re.findall(r'"((?:people|documents|policy|agreements|equipment|security|worktime|workplaces)\.\w+)"', DUTIES)
    ) - set(load().rules) <= set(WORDS)
    assert {kind for kind in WORDS if f'"{kind}"' not in DUTIES} == set()


def test_every_audited_act_has_its_words() -> None:
    named = set(
        re.findall(
            r'"((?:people|documents|policy|agreements|equipment|security|worktime|workplaces)\.[a-z_]+)"', ACTIONS
        )
    )
    assert named - set(load().rules) <= set(ACTS)


def test_every_duty_names_a_rule_of_the_rulebook() -> None:
    named = set(re.findall(r'rule="([\w.]+)"', DUTIES)) | set(re.findall(r'^RULE = "([\w.]+)"', DUTIES, re.MULTILINE))
    assert named
    assert named <= set(load().rules)


@pytest.mark.parametrize("letter", LETTERS)
@pytest.mark.parametrize("language", ["da", "en"])
def test_every_letter_is_written_in_both_languages(letter: str, language: str) -> None:
    subject, _, body = get_template(f"{letter}.{language}.txt").template.source.partition("\n")
    assert subject.strip()
    assert "{{ link }}" in body


@pytest.mark.parametrize("letter", [letter for letter in LETTERS if not letter.startswith(("overview/", "people/"))])
def test_every_letter_of_an_earlier_stage_leads_to_a_page(letter: str) -> None:
    assert letter in PAGES
