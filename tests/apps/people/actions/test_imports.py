"""Taking in a staff list: all of it or nothing, and nothing twice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hjemmedag.adapters.spreadsheets import Unreadable, write_csv
from hjemmedag.apps.audit import queries as audit
from hjemmedag.apps.outbox.models import Message
from hjemmedag.apps.people import actions, models
from hjemmedag.apps.people.actions.imports import Choices, StaffFile
from hjemmedag.apps.people.queries.export import headings, staff_list
from hjemmedag.apps.people.queries.imports import preview
from hjemmedag.core.refusals import Refused, Stale
from tests.apps.people.staff_files import line, staff_file
from tests.conftest import HIRED, NOW, TODAY

Person = models.Employee


def take_in(content: bytes, *, key: str = "", digest: str = "", **choices: Any) -> models.Import | None:
    """Look at a list and take it in."""
    seen = preview(content=content, today=TODAY)
    return actions.take_in(
        file=StaffFile("liste.csv", content, key or f"key-{models.Import.objects.count()}"),
        choices=Choices(digest=digest or seen.plan.digest, **choices),
        actor=None,
        now=NOW,
        today=TODAY,
    )


def terms(number: str) -> list[tuple[date, date | None, str]]:
    """The titles of an employee, with when they held."""
    rows = models.EmploymentTerms.objects.filter(employment__employee__number=number).order_by("starts")
    return list(rows.values_list("starts", "ends", "title"))


def everything() -> dict[str, list[dict[str, Any]]]:
    """All rows that an import may write, as they stand."""
    kinds = (
        *(models.Employee, models.Employment, models.EmploymentTerms, models.TeamMembership, models.Reporting),
        *(models.Site, models.Department, models.Team, models.TeamPlacement, models.AgreementProfile),
        *(models.RoleGrant, models.SigningRight),
    )
    return {kind.__name__: list(kind._base_manager.order_by("pk").values()) for kind in kinds}


def test_a_new_employee_has_all_that_the_list_says(bo: Person) -> None:
    list_ = staff_file([line(leder=bo.number, overenskomst="HK", ugentlige_timer="32,5", sprog="en")])
    done = take_in(list_)
    assert done is not None
    assert (done.created, done.changed, done.ended) == (1, 0, 0)
    mads = Person.objects.get(number="1001")
    (employment,) = mads.employments.all()
    (held,) = employment.terms.all()
    assert (mads.name, mads.email, mads.language) == ("Mads Ny", "1001@proeve.example", "en")
    assert (employment.starts, employment.ends, employment.legal_entity.cvr) == (HIRED, None, "12345678")
    assert (held.title, held.weekly_hours, held.site.name) == ("Konsulent", Decimal("32.5"), "Aarhus")
    assert (held.agreement.name, held.agreement.confirmed_at) == ("HK", None)
    assert [one.team.name for one in mads.memberships.all()] == ["HR"]
    assert [one.manager for one in mads.reporting.all()] == [bo]


def test_a_new_employee_can_be_searched_for_but_not_sign_in(company: object) -> None:
    take_in(staff_file([line()]))
    mads = Person.objects.get(number="1001")
    assert mads.findable == "mads ny 1001 1001@proeve.example"
    assert mads.alphabetical == "ny mads"
    assert not mads.has_usable_password()


def test_the_same_list_twice_changes_nothing(company: object) -> None:
    list_ = staff_file([line(leder="1002", overenskomst="HK"), line("1002", team="Nyt", arbejdssted="Odense")])
    take_in(list_)
    before = everything()
    entries = audit.Entry.objects.count()
    assert take_in(list_) is None
    assert everything() == before
    assert audit.Entry.objects.count() == entries


def test_new_places_and_groups_are_made_once_and_a_team_begins_with_its_first_member(company: object) -> None:
    rows = [
        line("1001", team="Løn", afdeling="Økonomi", arbejdssted="Odense", ansat_fra="01-05-2020"),
        line("1002", team="løn", afdeling="ØKONOMI", arbejdssted="odense", ansat_fra="01-05-2019"),
    ]
    take_in(staff_file(rows))
    placement = models.TeamPlacement.objects.get(department__name="Økonomi")
    assert (placement.team.name, placement.starts) == ("Løn", date(2019, 5, 1))
    assert models.Site.objects.get(name="Odense").desks == []


def test_a_change_holds_from_today_and_the_old_is_kept(company: object) -> None:
    take_in(staff_file([line(ansat_fra="01-01-2020")]))
    done = take_in(staff_file([line(ansat_fra="01-01-2020", stilling="Chef")]))
    assert done is not None
    assert (done.created, done.changed, done.ended) == (0, 1, 0)
    assert terms("1001") == [(date(2020, 1, 1), TODAY, "Konsulent"), (TODAY, None, "Chef")]


def test_the_last_day_ends_an_employment_and_absence_from_the_list_does_not(company: object) -> None:
    take_in(staff_file([line(), line("1002")]))
    done = take_in(staff_file([line(ansat_til="30-11-2026")]))
    assert done is not None
    assert (done.created, done.changed, done.ended) == (0, 0, 1)
    assert terms("1001") == [(HIRED, date(2026, 12, 1), "Konsulent")]
    assert terms("1002") == [(HIRED, None, "Konsulent")]


def test_whoever_comes_back_has_two_employments(company: object) -> None:
    take_in(staff_file([line(ansat_til="31-12-2024")]))
    take_in(staff_file([line(ansat_fra="01-02-2026")]))
    periods = models.Employment.objects.filter(employee__number="1001").order_by("starts")
    assert list(periods.values_list("starts", "ends")) == [(HIRED, date(2025, 1, 1)), (date(2026, 2, 1), None)]


def test_roles_end_with_the_employment(eva: Person) -> None:
    row = line(eva.number, email=eva.email, fornavn="Eva", efternavn="Test", ansat_til="30-11-2026")
    take_in(staff_file([row]))
    assert list(eva.grants.values_list("ends", flat=True)) == [date(2026, 12, 1)]


def test_the_company_keeps_someone_who_is_hr(dorte: Person) -> None:
    row = line(dorte.number, email=dorte.email, fornavn="Dorte", efternavn="Test", ansat_til="30-11-2026")
    before = everything()
    with pytest.raises(Refused, match="HR"):
        take_in(staff_file([row]))
    assert everything() == before


def test_someone_from_outside_is_given_number_and_employment(company: object) -> None:
    Person.objects.create(first_name="Mads", last_name="Ny", email="mads@proeve.example", created_at=NOW)
    take_in(staff_file([line(email="mads@proeve.example")]))
    mads = Person.objects.get()
    assert (mads.number, mads.employments.count()) == ("1001", 1)


def test_a_new_address_no_longer_signs_in_with_the_old(company: object) -> None:
    from allauth.account.models import EmailAddress

    take_in(staff_file([line()]))
    mads = Person.objects.get()
    EmailAddress.objects.create(user=mads, email=mads.email, primary=True)
    take_in(staff_file([line(email="ny@proeve.example")]))
    assert (Person.objects.get().email, EmailAddress.objects.count()) == ("ny@proeve.example", 0)


def test_the_old_addresses_hear_of_a_list_that_changes_them_and_of_its_undoing(company: object) -> None:
    take_in(staff_file([line(), line("1002", fornavn="Ole")]))
    done = take_in(staff_file([line(email="ny@proeve.example"), line("1002", fornavn="Olaf")]))
    assert done is not None
    actions.undo_import(source=done.pk, actor=None, now=NOW + timedelta(hours=1))
    letters = Message.objects.order_by("id").values_list("recipient", "address", "template")
    mads = Person.objects.get(number="1001")
    assert list(letters) == [
        (mads.pk, "1001@proeve.example", "people/mail/moved"),
        (mads.pk, "ny@proeve.example", "people/mail/moved"),
    ]


def test_a_list_with_faults_writes_nothing(company: object) -> None:
    before = everything()
    with pytest.raises(Refused):
        take_in(staff_file([line(), line("1002", ansat_fra="31-02-2026")]))
    assert everything() == before


def test_the_sound_rows_of_a_faulty_list_can_be_taken_in(company: object) -> None:
    rows = [line("1001"), line("1002", ansat_fra="31-02-2026"), line("1003", leder="1002")]
    done = take_in(staff_file(rows), without_faulty=True)
    assert done is not None
    assert list(Person.objects.values_list("number", flat=True)) == ["1001"]


def test_a_file_that_is_no_table_writes_nothing(company: object) -> None:
    with pytest.raises(Unreadable):
        take_in(b"\x00\x01\x02")


def test_a_list_is_looked_at_again_when_the_company_changed_after_the_preview(anna: Person) -> None:
    row = line(anna.number, email=anna.email, fornavn="Anna", efternavn="Test", leder="", stilling="Chef")
    digest = preview(content=staff_file([row]), today=TODAY).plan.digest
    models.EmploymentTerms.objects.filter(employment__employee=anna).update(title="Udvikler og tester")
    before = everything()
    with pytest.raises(Stale):
        take_in(staff_file([row]), digest=digest)
    assert everything() == before


def test_what_changed_elsewhere_does_not_stop_a_list(anna: Person, carl: Person) -> None:
    list_ = staff_file([line()])
    digest = preview(content=list_, today=TODAY).plan.digest
    models.EmploymentTerms.objects.filter(employment__employee=carl).update(title="Chefkonsulent")
    assert take_in(list_, digest=digest) is not None


def test_the_same_upload_is_taken_in_once(company: object) -> None:
    list_ = staff_file([line()])
    first = take_in(list_, key="one upload")
    assert take_in(list_, key="one upload", digest="whatever was seen") == first
    assert models.Import.objects.count() == 1


def test_an_unusually_large_change_asks_twice(company: object) -> None:
    numbers = [f"{1000 + n}" for n in range(12)]
    take_in(staff_file(line(number) for number in numbers))
    changed = staff_file(line(number, stilling="Chef") for number in numbers)
    with pytest.raises(Refused):
        take_in(changed)
    done = take_in(changed, though_large=True)
    assert done is not None
    assert done.changed == 12


def test_an_unknown_agreement_can_stand_for_a_known_one_and_is_remembered(company: object) -> None:
    known = models.AgreementProfile.objects.create(name="HK Privat", confirmed_at=NOW)
    list_ = staff_file([line(overenskomst="HK/Privat 25-28")])
    take_in(list_, agreements={"HK/Privat 25-28": "HK Privat"})
    assert models.EmploymentTerms.objects.get().agreement == known
    assert models.AgreementProfile.objects.get().other_names == ["HK/Privat 25-28"]
    assert take_in(list_) is None


def test_where_several_could_employ_the_new_ones_someone_chooses(company: object) -> None:
    other = models.LegalEntity.objects.create(name="Den anden ApS", cvr="87654321", starts=HIRED)
    list_ = staff_file([line()])
    with pytest.raises(Refused):
        take_in(list_)
    take_in(list_, employer=other.pk)
    assert models.Employment.objects.get().legal_entity == other


def test_nobody_is_taken_in_before_there_is_someone_to_employ_them(company: object) -> None:
    models.LegalEntity.objects.all().delete()
    with pytest.raises(Refused):
        take_in(staff_file([line()]))


def test_one_entry_tells_of_the_import_and_seals_every_row(company: object) -> None:
    done = take_in(staff_file([line(), line("1002", leder="1001")]))
    entry = audit.Entry.objects.get()
    assert (entry.action, entry.subject) == ("people.take_in_staff_list", done.pk if done else None)
    sealed = dict.fromkeys(("Employee", "Employment", "EmploymentTerms", "TeamMembership", "Reporting"), 0)
    for table in audit.RowSeal.objects.values_list("table", flat=True):
        sealed[table.removeprefix("people.")] = sealed.get(table.removeprefix("people."), 0) + 1
    assert sealed == {
        "Employee": 2, "Employment": 2, "EmploymentTerms": 2, "TeamMembership": 2, "Reporting": 1, "Import": 1
    }  # fmt: skip
    assert list(audit.changed_rows()) == []
    assert audit.broken_link() is None


def test_a_list_of_one_and_of_many_cost_the_same_queries(company: object) -> None:
    def cost(numbers: range, title: str) -> int:
        rows = staff_file(line(str(number), leder=str(numbers[0] - 1), stilling=title) for number in numbers)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            take_in(rows, though_large=True)
        return len(queries)

    take_in(staff_file([line("1999"), line("2999")]))
    assert cost(range(2000, 2001), "Konsulent") == cost(range(3000, 3030), "Konsulent")
    assert cost(range(2000, 2001), "Chef") == cost(range(3000, 3030), "Chef")


def test_the_companys_own_list_changes_nothing(
    anna: Person, bo: Person, carl: Person, hire: Callable[..., Person]
) -> None:
    hire("Gert", starts=TODAY + timedelta(days=30))
    hire("Hanne", ends=TODAY - timedelta(days=30), hours="32.5")
    written = write_csv(headings(), staff_list(TODAY))
    seen = preview(content=written, today=TODAY)
    assert (seen.faults, seen.plan.changes, seen.rows) == ((), (), 5)


days = st.integers(-400, 400).map(lambda number: f"{TODAY + timedelta(days=number):%d-%m-%Y}")
rows = st.fixed_dictionaries(
    {
        "ansat_fra": st.integers(-800, -500).map(lambda number: f"{TODAY + timedelta(days=number):%d-%m-%Y}"),
        "ansat_til": st.just("") | days,
        "stilling": st.sampled_from(["Konsulent", "Chef"]),
        "team": st.sampled_from(["HR", "Løn"]),
        "leder": st.sampled_from(["", "9000"]),
        "arbejdssted": st.sampled_from(["Aarhus", "Odense"]),
        "overenskomst": st.sampled_from(["", "HK"]),
        "sprog": st.sampled_from(["", "da", "en"]),
    }
)
lists = st.lists(rows, min_size=1, max_size=3).map(
    lambda many: staff_file([line("9000"), *(line(f"{1001 + n}", **one) for n, one in enumerate(many))])
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lists, lists)
def test_after_any_two_lists_the_second_and_the_companys_own_change_nothing(
    company: object, first: bytes, second: bytes
) -> None:
    take_in(first, without_faulty=True)
    take_in(second, without_faulty=True)
    faulty = {fault.line for fault in preview(content=second, today=TODAY).faults}
    assert preview(content=second, today=TODAY).plan.changes == ()
    assert preview(content=write_csv(headings(), staff_list(TODAY)), today=TODAY).plan.changes == ()
    assert faulty == set()
