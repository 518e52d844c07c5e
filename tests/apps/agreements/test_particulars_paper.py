"""The individual particulars on paper: all that concerns the person alone, in each language."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from hjemmedag.adapters.typesetting import typeset
from hjemmedag.core.agreements.addendum import PrintedPlace, paper
from tests.papers import ADDENDUM, ANNA, CONTENT, MOMENT, words

SHEET = replace(CONTENT, signers=(ANNA,), received=True)


def said(language: str = "da", **changed: Any) -> str:
    template = ADDENDUM.with_name("particulars.typ")
    return words(typeset(template, paper(replace(SHEET, **changed)), moment=MOMENT, language=language))


def test_it_names_place_week_hours_first_day_notice_and_policy() -> None:
    text = said(room="")
    for part in (
        "Oplysninger om fast hjemmearbejde",
        "Gælder fra tirsdag 1. december 2026",
        "Hjemmearbejdspolitik, version 3, gældende fra 1. september 2026",
        "På hjemmedage er dit arbejdssted dit hjem: Birkevej 7, 3. tv., 8240 Risskov.",
        "På øvrige dage er det Aarhus, Havnegade 12, 8000 Aarhus C.",
        "Tirsdag 08:00–16:00 Hjemme",
        "Din normale arbejdstid er 37 timer om ugen",
        "dog først når du har kvitteret",
        "1 måneds varsel til udgangen af en måned",
        "Vi har givet dig dem den 23. november 2026.",
    ):
        assert part in text
    assert "skriver under" not in text.lower()


@pytest.mark.parametrize("language", ["da", "en", "both"])
def test_it_is_set_in_every_language_whatever_is_agreed(language: str) -> None:
    place = PrintedPlace("Sommerhus", "Strandvej 1, 9990 Skagen", "stuen", date(2026, 12, 1), None)
    text = said(language, notice_months=None, amends=date(2026, 3, 1), ends_on=date(2027, 6, 30), places=(place,))
    assert "Skagen" in text
    assert ("Particulars of fixed home working" in text) is (language != "da")


def test_only_an_addendum_needs_two_signers() -> None:
    with pytest.raises(ValueError, match="by the employer"):
        replace(SHEET, received=False)
