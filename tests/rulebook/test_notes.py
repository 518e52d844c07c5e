"""The notes on tax: one a benefit, with the rate of the year or that it is missing; and what a bad file is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from hjemmedag.core.equipment.tax import Benefit, TaxNote, Treatment
from hjemmedag.core.law import Certainty
from hjemmedag.rulebook import notes
from hjemmedag.rulebook.load import load as rulebook
from hjemmedag.rulebook.tables import RulebookError

V, K = Certainty.VERIFIED, Certainty.KNOWN
LIMIT, TAXABLE, FLOOR = (
    "Limit for small benefits for the work",
    "Taxable value a year",
    "Floor for other employee expenses",
)
NOTES = notes.load()


def note(benefit: Benefit, year: int) -> TaxNote:
    return NOTES.of(benefit, year, rulebook())


@pytest.mark.parametrize(
    ("benefit", "treatment", "certainty", "section"),
    [
        (Benefit.COMPUTER, Treatment.FREE, V, "§ 16, stk. 13"),
        (Benefit.FURNITURE_LENT, Treatment.FREE, V, "§ 16, stk. 13"),
        (Benefit.FURNITURE_CASH, Treatment.PAY, V, "§ 16, stk. 13"),
        (Benefit.SUBSCRIPTION, Treatment.FIXED_VALUE, V, "§ 16, stk. 12"),
        (Benefit.DOCUMENTED_REFUND, Treatment.DEPENDS, K, "§ 16, stk. 12"),
        (Benefit.MONTHLY_CASH, Treatment.PAY, K, "§ 16, stk. 12"),
        (Benefit.GROSS_SALARY, Treatment.DEPENDS, K, "§ 16, stk. 12"),
        (Benefit.ENERGY, Treatment.PAY, K, "§ 9, stk. 1"),
        (Benefit.SUPPLIES, Treatment.UP_TO_LIMIT, K, "§ 16"),
    ],
)
def test_each_benefit_has_its_treatment_and_source(
    benefit: Benefit, treatment: Treatment, certainty: Certainty, section: str
) -> None:
    found = note(benefit, 2026)
    assert (found.treatment, found.certainty) == (treatment, certainty)
    assert found.source.split("; ")[0] == f"Ligningsloven {section}"
    assert found.disclaimer.da.startswith("Det er ikke skatterådgivning.")


@pytest.mark.parametrize(
    ("benefit", "year", "rate"),
    [
        (Benefit.SUBSCRIPTION, 2022, "Rate missing for 2022."),
        (Benefit.SUBSCRIPTION, 2023, f"{TAXABLE}: 3,100 DKK"),
        (Benefit.SUBSCRIPTION, 2024, f"{TAXABLE}: 3,200 DKK"),
        (Benefit.SUBSCRIPTION, 2025, f"{TAXABLE}: 3,300 DKK"),
        (Benefit.SUBSCRIPTION, 2026, f"{TAXABLE}: 3,500 DKK"),
        (Benefit.SUBSCRIPTION, 2027, "Rate missing for 2027."),
        (Benefit.SUPPLIES, 2023, "Rate missing for 2023."),
        (Benefit.SUPPLIES, 2024, f"{LIMIT}: 7,000 DKK"),
        (Benefit.SUPPLIES, 2025, f"{LIMIT}: 7,300 DKK"),
        (Benefit.SUPPLIES, 2026, f"{LIMIT}: 7,600 DKK"),
        (Benefit.SUPPLIES, 2027, "Rate missing for 2027."),
        (Benefit.ENERGY, 2023, f"{FLOOR}: 6,700 DKK"),
        (Benefit.ENERGY, 2026, f"{FLOOR}: 7,600 DKK"),
        (Benefit.ENERGY, 2027, "Rate missing for 2027."),
        (Benefit.COMPUTER, 2027, "Largest screen that is an accessory: 32 inches"),
        (Benefit.MONTHLY_CASH, 2026, None),
    ],
)
def test_the_rate_is_that_of_the_year_or_missing(benefit: Benefit, year: int, rate: str | None) -> None:
    found = note(benefit, year)
    assert (found.rate and found.rate.en) == rate
    assert (found.value is None) is (rate is None or rate.startswith("Rate missing"))


def test_a_missing_rate_is_said_in_danish_too() -> None:
    rate = note(Benefit.SUBSCRIPTION, 2027).rate
    assert rate is not None
    assert rate.da == "Satsen mangler for 2027."


@pytest.mark.parametrize("template", NOTES.templates, ids=lambda template: template.benefit)
def test_a_note_is_in_two_languages_and_no_surer_than_its_rule(template: notes.NoteTemplate) -> None:
    assert template.title.da != template.title.en
    assert template.text.da != template.text.en
    assert rulebook().rule(template.rule).key.startswith("equipment.tax_")
    assert Certainty.weakest(template.certainty, rulebook().rule(template.rule).certainty) is template.certainty


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            ('benefit   = "computer"', 'benefit = "bicycle"'),
            r'note\[1\]\.benefit: "bicycle" is not known; write one of',
        ),
        (('benefit   = "energy"', 'benefit = "computer"'), r'note\[8\]\.benefit: "computer" has an earlier note'),
        (('treatment = "free"', 'treatment = "fri"'), r'note\[1\]\.treatment: "fri" is not known; write one of free'),
        (('rule      = "equipment.tax_equipment"\n', ""), r"note\[1\]\.rule: is missing"),
        (("[disclaimer]", "[disclaimers]"), r"disclaimer: is missing"),
    ],
)
def test_each_fault_of_a_file_is_named_with_its_place(change: tuple[str, str], message: str, tmp_path: Path) -> None:
    content = notes.FILE.read_text(encoding="utf-8")
    assert change[0] in content
    file = tmp_path / "notes.toml"
    file.write_text(content.replace(*change, 1), encoding="utf-8")
    with pytest.raises(RulebookError, match=rf"notes\.toml: {message}"):
        notes.load(file)


def test_a_benefit_without_a_note_is_missed(tmp_path: Path) -> None:
    content = notes.FILE.read_text(encoding="utf-8")
    file = tmp_path / "notes.toml"
    file.write_text(content[: content.rindex("[[note]]")], encoding="utf-8")
    with pytest.raises(RulebookError, match=r'notes\.toml: note: none is about "supplies"; add one'):
        notes.load(file)
