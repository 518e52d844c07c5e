"""The addendum on paper: what it says, in each language, whatever is agreed."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from hjemmedag.core.agreements.addendum import Answer, PrintedClause
from hjemmedag.core.agreements.pattern import Pattern, Window
from hjemmedag.core.documents.paper import Place
from hjemmedag.core.law import Text
from hjemmedag.core.policy.clauses import open_places
from hjemmedag.rulebook import clauses, provisions
from tests.papers import CONTENT, DORTE, HOURS, LONG_NAME, addendum_pdf, words

POLICY = clauses.load()
PRINTED = tuple(
    PrintedClause(clause.heading, clause.filled(POLICY.values({"company": Text(da="Fjordbo A/S", en="Fjordbo A/S")})))
    for clause in POLICY.clauses
    if clause.in_addendum
)
TWO_WEEKS = Pattern(remote=False, cycle_weeks=2, home_days=frozenset({1, 5, 9}), hours=HOURS)
REMOTE = Pattern(remote=True, cycle_weeks=1, home_days=frozenset(range(5)), hours=HOURS)


def last_page(pdf: bytes) -> str:
    return " ".join(PdfReader(BytesIO(pdf)).pages[-1].extract_text().split())


def test_it_names_the_parties_the_contract_and_the_policy() -> None:
    said = words(addendum_pdf())
    for part in (
        "Fjordbo A/S Havnegade 12, 8000 Aarhus C · CVR 12345678 Tillæg om fast hjemmearbejde",
        "Medarbejder Anna Holm Stilling Udvikler Medarbejdernr. 1042 Ansat fra 1. marts 2024",
        "Gælder fra tirsdag 1. december 2026",
        "Politik Hjemmearbejdspolitik, version 3, gældende fra 1. september 2026",
        "Birkevej 7, 3. tv., 8240 Risskov. Du arbejder her: kontoret på første sal.",
        "Din normale arbejdstid er 37 timer om ugen",
        "Vi har givet dig det den 23. november 2026.",
    ):
        assert part in said


def test_the_week_stands_as_a_table() -> None:
    assert (
        "Dag Tidsrum Sted Mandag 08:00–16:00 Aarhus Tirsdag 08:00–16:00 Hjemme Onsdag 08:00–16:00 Aarhus "
        "Torsdag 08:00–16:00 Hjemme Fredag 07:30–15:00 Aarhus"
    ) in words(addendum_pdf())


def test_two_weeks_stand_beside_each_other_and_say_which_is_first() -> None:
    said = words(addendum_pdf("en", pattern=TWO_WEEKS))
    assert "Day Hours Week 1 Week 2 Monday 08:00–16:00 Aarhus At home Tuesday 08:00–16:00 At home Aarhus" in said
    assert "Week 1 is first the week in which Tuesday 1 December 2026 falls." in said


def test_remote_work_has_the_home_as_place_of_work() -> None:
    said = words(addendum_pdf(pattern=REMOTE))
    assert "Du arbejder fast hjemme på alle dine arbejdsdage." in said
    assert "Dit arbejdssted er dit hjem: Birkevej 7" in said
    assert "På øvrige dage" not in said


def test_agreed_notice_is_called_agreed_and_touches_home_working_only() -> None:
    assert (
        "opsige ordningen skriftligt med 3 måneders varsel til udgangen af en måned. Varslet er aftalt i dette "
        "tillæg og gælder kun hjemmearbejdet"
    ) in words(addendum_pdf(notice_months=3))


@pytest.mark.parametrize(("functionary", "act"), [(True, " (funktionærloven § 2)"), (False, "")])
def test_without_agreed_notice_that_of_the_employment_applies(functionary: bool, act: str) -> None:
    contract = replace(CONTENT.contract, functionary=functionary)
    said = words(addendum_pdf(notice_months=None, contract=contract))
    assert f"vi efter lov, overenskomst eller kontrakt skal give for at opsige din ansættelse{act}." in said
    assert "Varslet er aftalt" not in said


@pytest.mark.parametrize(
    ("changes", "part"),
    [
        ({}, "Den er ikke tidsbegrænset."),
        ({"ends_on": date(2027, 6, 30)}, "Den ophører uden varsel, når 30. juni 2027 er gået"),
        ({"review_on": date(2027, 3, 1)}, "Senest 1. marts 2027 ser vi sammen på"),
        ({"flexible": True}, "det tidligste, du begynder, og det seneste, du slutter"),
        ({"flexible": False}, "Klokkeslættene i ugeplanen er dine mødetider."),
        ({"phone": HOURS[0]}, "træffes på telefon kl. 08:00–16:00."),
        (
            {"answers": (Answer(Text(da="chat", en="chat"), Text(da="inden for to timer", en="within two hours")),)},
            "Svartider i arbejdstiden: chat: inden for to timer.",
        ),
        ({"contract": replace(CONTENT.contract, agreement="Prøveoverenskomsten")}, "og Prøveoverenskomsten."),
        ({"room": ""}, "8240 Risskov. På øvrige dage"),
        ({"clauses": ()}, "gældende fra 1. september 2026. En ny version"),
    ],
)
def test_what_is_agreed_is_what_it_says(changes: dict[str, object], part: str) -> None:
    assert part in words(addendum_pdf(**changes))


def test_the_last_page_names_contract_policy_and_signers_in_order_and_no_date_of_signing() -> None:
    said = last_page(addendum_pdf())
    assert said[said.index("13 Underskrifter") :] == (
        "13 Underskrifter Underskrifterne gælder tillæg 1042-7 til ansættelseskontrakten fra 1. marts 2024 mellem "
        "Fjordbo A/S, CVR 12345678, og Anna Holm, på grundlag af hjemmearbejdspolitikken, version 3, gældende fra "
        "1. september 2026. 1 Anna Holm Medarbejder Skriver under elektronisk 2 Dorte Lund For arbejdsgiveren "
        "Skriver under elektronisk Der skrives under elektronisk i den viste rækkefølge. Tillægget ændres ikke, når "
        "nogen skriver under: Hvem der har underskrevet, hvornår og hvordan, står i et særskilt bevis for "
        "underskrifter, som hører til tillægget. Med hver underskrift får filen et digitalt segl fra Fjordbo A/S. "
        "Tjek filen på https://hjemmedag.example.dk/tjek Tillæg 1042-7 Side 3 af 3"
    )


def test_the_clauses_of_the_policy_are_printed_whole_and_filled() -> None:
    said = re.sub(r" Tillæg 1042-7 Side \d af \d", "", words(addendum_pdf(clauses=PRINTED)))
    for number, clause in enumerate(PRINTED, start=1):
        assert f"12.{number} {clause.heading.da} {clause.text.da}" in said
    assert open_places(said) == []


def test_in_two_languages_the_danish_text_prevails() -> None:
    said = words(addendum_pdf("both", clauses=PRINTED))
    assert "Er der forskel, gælder den danske tekst." in said
    assert "Where they differ, the Danish text prevails." in said
    assert "gælder den danske tekst" not in words(addendum_pdf("da"))


def test_english_alone_has_no_danish_left() -> None:
    content = addendum_pdf("en", clauses=PRINTED, room="", home="Birkevej 7", pattern=TWO_WEEKS)
    assert {word for word in words(content).split() if set(word) & set("æøåÆØÅ")} == set()


@pytest.mark.parametrize("language", ["da", "en", "both"])
def test_long_names_and_many_clauses_stay_inside_the_page(language: str) -> None:
    contract = replace(CONTENT.contract, employee=LONG_NAME, title="Seniorspecialist i " + "arbejdsmiljø" * 4)
    pdf = addendum_pdf(
        language,
        contract=contract,
        clauses=PRINTED * 2,
        signers=(Place(LONG_NAME, DORTE.role), DORTE),
        pattern=TWO_WEEKS,
        phone=Window(HOURS[0].start, HOURS[0].end),
    )
    reader = PdfReader(BytesIO(pdf))
    assert LONG_NAME in words(pdf)
    assert len(reader.pages) < 13


def test_who_provides_what_stands_in_a_table() -> None:
    said = words(addendum_pdf(provisions=provisions.load()))
    assert "Hvad Leveres af Ejes af Fornyes eller efterses Computer" in said
    assert "Kontorstol Når skærmreglerne gælder for dig derhjemme. Din egen kan bruges, når den lever" in said
    assert "Energi: el og varme Et beløb i penge er normalt løn. Medarbejderen Ikke relevant efter behov" in said
    assert "Tiderne i den er virksomhedens valg, ikke lov." in said


@pytest.mark.parametrize(("language", "part"), [("en", "Who provides what"), ("both", "Løst tastatur / Separate")])
def test_who_provides_what_is_said_in_the_language_of_the_paper(language: str, part: str) -> None:
    assert part in words(addendum_pdf(language, provisions=provisions.load()))
