"""Undoing an import: everything back, unless something was built on it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from hjemmedag.apps.audit import queries as audit
from hjemmedag.apps.people import actions, models
from hjemmedag.core.refusals import Refused
from tests.apps.people.actions.test_imports import everything, take_in
from tests.apps.people.staff_files import line, staff_file
from tests.conftest import NOW, TODAY

Person = models.Employee
LATER = NOW + timedelta(hours=1)


def done(content: bytes, **choices: object) -> models.Import:
    """Take a list in that changes something."""
    source = take_in(content, **choices)
    assert source is not None
    return source


def undo(source: models.Import) -> models.Import:
    """Undo it an hour later."""
    return actions.undo_import(source=source.pk, actor=None, now=LATER)


def test_an_undone_import_leaves_no_trace_in_the_company(anna: Person, bo: Person) -> None:
    models.AgreementProfile.objects.create(name="HK Privat")
    models.TeamMembership.objects.create(
        employee=anna, team=models.Team.objects.get(name="HR"), home=False, starts=TODAY
    )
    before = everything()
    rows = [
        line(anna.number, email="ny@proeve.example", fornavn="Anna", efternavn="Ny", leder=bo.number, team="HR"),
        line(bo.number, email=bo.email, fornavn="Bo", efternavn="Test", ansat_til="31-12-2026"),
        line("1001", afdeling="Salg", team="Salg", arbejdssted="Odense", overenskomst="Lokal", leder=bo.number),
        line("1002", overenskomst="HK/Privat", leder="1001"),
    ]
    source = done(staff_file(rows), agreements={"HK/Privat": "HK Privat"})
    assert everything() != before
    undone = undo(source)
    assert everything() == before
    assert (undone.undone_at, undone.undone_by) == (LATER, None)
    assert list(audit.changed_rows()) == []
    assert audit.broken_link() is None


def test_it_is_undone_once(company: object) -> None:
    source = done(staff_file([line()]))
    undo(source)
    with pytest.raises(Refused):
        undo(source)


def test_the_list_can_be_taken_in_again_afterwards(company: object) -> None:
    undo(done(staff_file([line()]), key="first"))
    assert done(staff_file([line()]), key="second").created == 1


def refused(source: models.Import) -> str:
    """What is said when it can't be undone; nothing changes."""
    before = everything()
    with pytest.raises(Refused) as refusal:
        undo(source)
    assert everything() == before
    return refusal.value.message


def test_a_row_changed_since_is_named(company: object) -> None:
    source = done(staff_file([line(), line("1002", fornavn="Ole")]))
    models.EmploymentTerms.objects.filter(employment__employee__number="1002").update(title="Chef")
    assert "Ole Ny" in refused(source)


def test_a_row_removed_since_stands_in_the_way(company: object) -> None:
    source = done(staff_file([line()]))
    models.TeamMembership.objects.all().delete()
    assert "team membership" in refused(source)


def test_someone_who_has_signed_in_is_named(company: object) -> None:
    source = done(staff_file([line(), line("1002", fornavn="Ole")]))
    Person.objects.filter(number="1002").update(last_login=LATER)
    assert "Ole Ny" in refused(source)


def test_whatever_leans_on_someone_new_is_found_in_every_stage(company: object) -> None:
    source = done(staff_file([line(), line("1002", fornavn="Ole")]))
    ole = Person.objects.get(number="1002")
    models.Absence.objects.create(employee=ole, kind="sick", starts=TODAY)
    assert "Ole Ny" in refused(source)


def test_a_place_used_by_others_since_is_named(carl: Person) -> None:
    source = done(staff_file([line(arbejdssted="Odense")]))
    odense = models.Site.objects.get(name="Odense")
    models.EmploymentTerms.objects.filter(employment__employee=carl).update(site=odense)
    assert "Odense" in refused(source)


def test_a_later_list_is_undone_first(company: object) -> None:
    first = done(staff_file([line(ansat_fra="01-01-2020")]))
    second = done(staff_file([line(ansat_fra="01-01-2020", stilling="Chef")]))
    assert "Mads Ny" in refused(first)
    undo(second)
    undo(first)
    assert not Person.objects.exists()


def test_many_in_the_way_are_counted(company: object) -> None:
    source = done(staff_file(line(str(1000 + n), fornavn=f"Nr{n}") for n in range(8)))
    models.EmploymentTerms.objects.update(ends=date(2027, 1, 1))
    assert "3" in refused(source)
