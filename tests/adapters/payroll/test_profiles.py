"""What each payroll system's file looks like, and that no code is made up for a company."""

from __future__ import annotations

from datetime import date

import pytest

from hjemmedag.adapters.payroll import HOLDS, Line, Profile, Unwritable, columns_in, lacking, profiles, write

MONTH = date(2026, 2, 1)
LINE = Line("0012", "Åse Ærø", "12345678", home=25 * 60, elsewhere=50)
EVERY = pytest.mark.parametrize("profile", profiles().values(), ids=lambda one: one.name)


def settings(profile: Profile) -> dict[str, str]:
    """Something for each setting."""
    said = {one.name: one.choices[0][0] if one.choices else "7" for one in profile.settings}
    return said | ({"columns": "number,code,hours,last"} if "columns" in said else {})


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "generic",
            "\ufeffMedarbejdernummer;Navn;Måned;Timer hjemme;Timer andre steder;Timer\r\n"
            "0012;Åse Ærø;2026-02;25,00;0,83;25,83\r\n",
        ),
        ("danloen", "12345678;0012;7;2583;;\r\n"),
        (
            "dataloen",
            "Virksomhedsnr;Løntermin;Medarbejdernr;Gruppe;Feltnr.;Timer/Beløb;\r\n7;7;0012;7;7;2583;\r\n",
        ),
        ("loenart", "\ufeffMedarbejderNr;Lønart;Timer;FraDato;TilDato\r\n0012;7;25.83;2026-02-01;2026-02-28\r\n"),
        ("visma", "0012;7;25,83;28022026\r\n"),
    ],
)
def test_a_file_has_the_columns_signs_and_encoding_of_its_system(name: str, expected: str) -> None:
    profile = profiles()[name]
    encoding = {"generic": "utf-8", "loenart": "utf-8", "danloen": "ascii"}.get(name, "cp1252")
    assert write(profile, settings(profile), MONTH, [LINE]).decode(encoding) == expected


@EVERY
def test_every_column_holds_something_that_is_known(profile: Profile) -> None:
    known = {*HOLDS, *(one.name for one in profile.settings)}
    assert [column for column in profile.columns if column.holds not in known] == []


@EVERY
def test_codes_are_the_companys_own(profile: Profile) -> None:
    asked = [one.name for one in lacking(profile, {}) if one.name.startswith("code")]
    assert asked == (["code_home", "code_elsewhere"] if profile.by_code else [])


def test_a_person_without_hours_is_in_no_file_of_codes() -> None:
    profile = profiles()["danloen"]
    assert write(profile, settings(profile), MONTH, [Line("1", "A", "12345678", home=0, elsewhere=0)]) == b""


def test_text_that_a_spreadsheet_would_run_is_only_text() -> None:
    content = write(profiles()["generic"], {}, MONTH, [Line("1", "=1+1; x", "", home=60, elsewhere=0)])
    assert content.decode("utf-8-sig").splitlines()[1] == '1;"\'=1+1; x";2026-02;1,00;0,00;1,00'


def test_columns_are_listed_by_name() -> None:
    assert columns_in(" Number; hours ,code") == ["number", "hours", "code"]
    with pytest.raises(Unwritable):
        columns_in("number, wage")
