"""Files for payroll systems: approved weeks only, the others beside, and the same bytes whenever they are fetched."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from hjemmedag.adapters.payroll import profiles
from hjemmedag.apps.audit import queries as audit
from hjemmedag.apps.people.models import Absence, Employee
from hjemmedag.apps.worktime import actions, queries
from hjemmedag.apps.worktime.models import PayrollFile
from hjemmedag.core.refusals import Refused, Stale
from hjemmedag.core.worktime.entries import Place
from tests.apps.worktime.test_register import approve, register, worked
from tests.conftest import NOW

Browser = Callable[[Employee], Client]
MONTH, OCTOBER = date(2026, 10, 1), date(2026, 10, 12)
CODES = {"code_home": "11", "code_elsewhere": "12"}
PAGE = "/arbejdstid/maaneder/2026/10/"


@pytest.fixture(autouse=True)
def registering(company: object) -> None:
    """The company registers here since 12 October: one to three weeks of the month count."""
    actions.choose(choices=actions.Choices(starts=OCTOBER), revision=1, actor=None, now=NOW)


@pytest.fixture
def approved(anna: Employee, bo: Employee) -> Employee:
    """Anna, with a day at home and one at the office approved."""
    tuesday = date(2026, 10, 13)
    days = {OCTOBER: [worked(OCTOBER, 8, 16)], tuesday: [worked(tuesday, 8, 12, Place.OFFICE)]}
    register(anna, days, monday=OCTOBER)
    approve(anna, bo, OCTOBER)
    return anna


def make(actor: Employee, profile: str = "generic") -> PayrollFile:
    return actions.make_payroll_file(month=MONTH, profile=profiles()[profile], actor=actor.pk, now=NOW)


def set_up(actor: Employee, profile: str, **values: str) -> None:
    revision = queries.payroll_choices(profile)[1]
    chosen = {**CODES, **values}
    actions.choose_for_payroll(profile=profiles()[profile], values=chosen, revision=revision, actor=actor.pk, now=NOW)


def text(browser: Client, url: str) -> str:
    answer = browser.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_file_is_made_and_fetched_again_the_same_to_the_byte(
    as_: Browser, approved: Employee, bo: Employee, ida: Employee
) -> None:
    Employee.objects.filter(pk=approved.pk).update(first_name="Åse", last_name="Ærø")
    browser = as_(ida)
    page = browser.post(PAGE, {"profile": "generic"}, follow=True).content.decode()
    assert "loentimer-2026-10-1.csv" in page
    made = PayrollFile.objects.get()
    first = browser.get(f"/arbejdstid/maaneder/filer/{made.pk}/")
    assert first.content.decode("utf-8-sig").splitlines()[1:] == [f"{approved.number};Åse Ærø;2026-10;8,00;4,00;12,00"]
    tuesday = date(2026, 10, 13)
    register(approved, {tuesday: []}, monday=OCTOBER, reason="Ferie")
    again = browser.get(f"/arbejdstid/maaneder/filer/{made.pk}/").content
    assert (again, hashlib.sha256(again).hexdigest()) == (first.content, made.sha256)
    assert audit.broken_link() is None


def test_who_is_not_approved_stands_beside_and_never_in_the_file(
    as_: Browser, approved: Employee, carl: Employee, ida: Employee
) -> None:
    register(carl, {OCTOBER: [worked(OCTOBER, 8, 16)]}, monday=OCTOBER)
    taken = queries.payroll_month(MONTH)
    assert [one.number for one in taken.lines] == [approved.number]
    weeks = {one.number: [monday.isocalendar().week for monday in one.weeks] for one in taken.left_out}
    assert (weeks[approved.number], weeks[carl.number]) == ([43, 44], [42, 43, 44])
    assert "Carl Test" in text(as_(ida), PAGE)
    assert [carl.number, "Carl Test", 3] in make(ida).left_out


def test_whoever_was_away_or_not_employed_is_not_missed(hire: Callable[..., Employee], ida: Employee) -> None:
    away, late = hire("Kim"), hire("Lis", starts=date(2026, 10, 26))
    Absence.objects.create(employee=away, kind="annual_leave", starts=OCTOBER, ends=date(2026, 11, 1))
    left = {one.number: len(one.weeks) for one in queries.payroll_month(MONTH).left_out}
    assert left == {ida.number: 3, late.number: 1}


def test_danloen_gets_hundredths_without_a_sign_and_codes_that_were_given(approved: Employee, ida: Employee) -> None:
    set_up(ida, "danloen")
    number = approved.number
    assert (
        bytes(make(ida, "danloen").content) == f"12345678;{number};11;800;;\r\n12345678;{number};12;400;;\r\n".encode()
    )


def test_two_codes_that_are_the_same_are_one_line(approved: Employee, ida: Employee) -> None:
    set_up(ida, "danloen", code_elsewhere="11")
    assert bytes(make(ida, "danloen").content).decode() == f"12345678;{approved.number};11;1200;;\r\n"


def test_dataloen_is_written_in_the_encoding_that_was_chosen(approved: Employee, ida: Employee) -> None:
    own = {"company": "4711", "term": "51", "group": "1"}
    for encoding in ("cp1252", "utf-8-sig"):
        set_up(ida, "dataloen", encoding=encoding, **own)
        lines = bytes(make(ida, "dataloen").content).decode(encoding).splitlines()
        assert lines == [
            "Virksomhedsnr;Løntermin;Medarbejdernr;Gruppe;Feltnr.;Timer/Beløb;",
            f"4711;51;{approved.number};1;11;800;",
            f"4711;51;{approved.number};1;12;400;",
        ]


def test_the_five_columns_that_both_may_read_have_points_and_iso_dates(approved: Employee, ida: Employee) -> None:
    set_up(ida, "loenart", code_home="Æ1")
    content = bytes(make(ida, "loenart").content)
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.decode("utf-8-sig").splitlines()[:2] == [
        "MedarbejderNr;Lønart;Timer;FraDato;TilDato",
        f"{approved.number};Æ1;8.00;2026-10-01;2026-10-31",
    ]


VISMA = {
    "columns": "number, code, hours, first",
    "delimiter": ";",
    "encoding": "cp1252",
    "decimal": ",",
    "heading": "no",
}


def test_visma_reads_the_columns_that_the_company_has_set_up(approved: Employee, ida: Employee) -> None:
    set_up(ida, "visma", **VISMA)
    made = [make(ida, "visma") for _time in range(2)]
    assert bytes(made[0].content).decode("cp1252").splitlines()[0] == f"{approved.number};11;8,00;01102026"
    assert [one.name for one in made] == ["tid2610-1.csv", "tid2610-2.csv"]
    assert max(len(one.name) for one in made) <= 20


@pytest.mark.parametrize(
    ("profile", "values", "words"),
    [
        ("visma", {**VISMA, "delimiter": ","}, "must differ"),
        ("visma", {**VISMA, "columns": "name,hours"}, "may not be used"),
        ("loenart", {"code_home": "1;2"}, "may not be used"),
        ("danloen", {"code_home": "Æ"}, 'can\'t hold the character "Æ"'),
    ],
)
def test_what_a_file_cannot_hold_is_refused_in_words(
    approved: Employee, ida: Employee, profile: str, values: dict[str, str], words: str
) -> None:
    Employee.objects.filter(pk=approved.pk).update(last_name="Holm, Ærø")
    set_up(ida, profile, **values)
    with translation.override("en"), pytest.raises(Refused, match=words):
        make(ida, profile)
    assert PayrollFile.objects.count() == 0


def test_nothing_is_made_before_the_codes_are_known(as_: Browser, approved: Employee, ida: Employee) -> None:
    answer = as_(ida).post(PAGE, {"profile": "danloen"})
    assert answer.headers["Location"] == "/arbejdstid/maaneder/opsaetning/danloen/"
    with pytest.raises(Refused):
        make(ida, "danloen")
    browser = as_(ida)
    browser.post("/arbejdstid/maaneder/opsaetning/danloen/", {**CODES, "revision": 0})
    browser.post(PAGE, {"profile": "danloen"})
    assert PayrollFile.objects.get().profile == "danloen"


def test_a_column_that_is_not_known_is_refused(ida: Employee) -> None:
    with translation.override("en"), pytest.raises(Refused, match='"wage" is not known'):
        set_up(ida, "visma", **{**VISMA, "columns": "number,wage"})


def test_whoever_saw_older_choices_is_told(ida: Employee) -> None:
    set_up(ida, "danloen")
    with pytest.raises(Stale):
        actions.choose_for_payroll(profile=profiles()["danloen"], values=CODES, revision=0, actor=ida.pk, now=NOW)


def test_a_month_without_approved_hours_gives_no_file(ida: Employee) -> None:
    with pytest.raises(Refused):
        make(ida)


@pytest.mark.parametrize("address", ["2026/13/", "1200/1/", "opsaetning/generic/", "opsaetning/other/", "filer/99/"])
def test_what_does_not_exist_is_not_found(as_: Browser, ida: Employee, address: str) -> None:
    assert as_(ida).get(f"/arbejdstid/maaneder/{address}").status_code == 404


def test_a_month_costs_the_same_for_more_people(
    as_: Browser, approved: Employee, ida: Employee, hire: Callable[..., Employee]
) -> None:
    browser, costs = as_(ida), []
    for names in ((), ("Kim", "Lis", "Mia")):
        for name in names:
            register(hire(name), {OCTOBER: [worked(OCTOBER, 8, 16)]}, monday=OCTOBER)
        browser.get(PAGE)
        with CaptureQueriesContext(connection) as asked:
            browser.get(PAGE)
        costs.append(len(asked))
    assert costs[0] == costs[1]
    assert costs[0] <= 16
