"""What a list would change, by person and field."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hjemmedag.core.people.stafflist import (
    Change,
    Company,
    Job,
    Kind,
    NewNames,
    Person,
    Plan,
    Span,
    StaffRow,
    TeamName,
    Terms,
    left_behind,
    planned,
)
from tests.core.people.stafflist.lists import TODAY, company_of, row

HIRED = date(2024, 3, 1)
TERMS = Terms("Udvikler", Decimal(37), "Aarhus", "")
PLATFORM, APP = TeamName("Udvikling", "Platform"), TeamName("Udvikling", "App")


def anna(
    *,
    starts: date = HIRED,
    ends: date | None = None,
    manager: str = "",
    number: str = "0001",
    since: date | None = None,
) -> Person:
    """Anna as `row()` has her, employed in a period, her terms and team said from `since`."""
    since = since or starts
    return Person(
        number,
        "Anna",
        "Test",
        f"{number}@proeve.example",
        "da",
        jobs=(Job(starts, ends, (Span(since, ends, TERMS, 11),), row=21),),
        teams=(Span(since, ends, PLATFORM, 31),),
        managers=(Span(since, ends, manager, 41),) if manager else (),
        row=1,
    )


def plan(person: Person, *rows: StaffRow) -> Plan:
    """The plan of a list for a company of one."""
    return planned(company_of(person), rows, TODAY)


def change(person: Person, said: StaffRow) -> Change:
    """The only change."""
    (found,) = plan(person, said).changes
    return found


def said(found: Change) -> dict[str, tuple[object, object]]:
    """Old and new of every field that changes."""
    return {field.value: (old, new) for field, old, new in found.fields()}


def test_someone_unknown_is_created_with_all_that_holds_from_the_first_day() -> None:
    (found,) = planned(Company(), [row(manager="0002")], TODAY).changes
    assert found.kind is Kind.CREATED
    assert found.after == Person(
        *("0001", "Anna", "Test", "0001@proeve.example", "da"),
        jobs=(Job(HIRED, None, (Span(HIRED, None, TERMS),)),),
        teams=(Span(HIRED, None, PLATFORM),),
        managers=(Span(HIRED, None, "0002"),),
    )


def test_whoever_stands_as_the_list_says_is_unchanged() -> None:
    found = plan(anna(), row())
    assert (found.changes, found.unchanged) == ((), 1)


def test_whoever_is_not_in_the_list_stays() -> None:
    assert planned(company_of(anna()), [row("0002")], TODAY).of(Kind.ENDED) == []


def test_names_and_addresses_are_corrected() -> None:
    found = change(anna(), row(last_name="Ny", email="ny@proeve.example"))
    assert said(found) == {"efternavn": ("Test", "Ny"), "email": ("0001@proeve.example", "ny@proeve.example")}
    assert (found.after.last_name, found.after.jobs) == ("Ny", anna().jobs)


def test_new_terms_hold_from_today_and_the_old_ones_end() -> None:
    found = change(anna(), row(title="Tester"))
    assert found.kind is Kind.CHANGED
    assert said(found) == {"stilling": ("Udvikler", "Tester")}
    assert found.after.jobs[0].terms == (
        Span(HIRED, TODAY, TERMS, 11),
        Span(TODAY, None, replace(TERMS, title="Tester")),
    )


def test_terms_that_began_today_are_corrected() -> None:
    found = change(anna(since=TODAY), row(title="Tester"))
    assert found.after.jobs[0].terms == (Span(TODAY, None, replace(TERMS, title="Tester"), 11),)


def test_an_employment_that_has_not_begun_is_corrected() -> None:
    coming = TODAY + timedelta(days=30)
    found = change(anna(starts=coming), row(starts=coming, title="Tester", team=APP))
    assert found.after.jobs[0].terms == (Span(coming, None, replace(TERMS, title="Tester"), 11),)
    assert found.after.teams == (Span(coming, None, APP, 31),)


def test_a_change_already_planned_stays() -> None:
    later = TODAY + timedelta(days=30)
    planned_terms = Span(later, None, replace(TERMS, title="Chef"), 12)
    person = anna()
    person = replace(person, jobs=(replace(person.jobs[0], terms=(Span(HIRED, later, TERMS, 11), planned_terms)),))
    assert change(person, row(title="Tester")).after.jobs[0].terms == (
        planned_terms,
        Span(HIRED, TODAY, TERMS, 11),
        Span(TODAY, later, replace(TERMS, title="Tester")),
    )


def test_a_new_team_and_a_new_manager_follow_the_old_ones() -> None:
    found = change(anna(manager="0002"), row(team=APP, manager="0003"))
    assert found.after.teams == (Span(HIRED, TODAY, PLATFORM, 31), Span(TODAY, None, APP))
    assert found.after.managers == (Span(HIRED, TODAY, "0002", 41), Span(TODAY, None, "0003"))


def test_a_team_beside_the_home_team_ends_when_it_becomes_the_home_team() -> None:
    person = replace(anna(), other_teams=(Span(HIRED, None, APP, 32), Span(HIRED, None, TeamName("HR", "HR"), 33)))
    found = change(person, row(team=APP))
    assert found.after.other_teams == (Span(HIRED, TODAY, APP, 32), Span(HIRED, None, TeamName("HR", "HR"), 33))


def test_an_empty_manager_ends_the_line() -> None:
    assert change(anna(manager="0002"), row()).after.managers == (Span(HIRED, TODAY, "0002", 41),)


def test_the_last_day_ends_employment_terms_team_manager_and_rights() -> None:
    ends = date(2026, 12, 1)
    person = replace(anna(manager="0002"), rights=(Span(HIRED, None, "people.RoleGrant", 51),))
    found = change(person, row(manager="0002", ends=ends))
    assert found.kind is Kind.ENDED
    assert said(found) == {"ansat_til": (None, date(2026, 11, 30))}
    (job,) = found.after.jobs
    spans = (*job.terms, *found.after.teams, *found.after.managers, *found.after.rights)
    assert [job.ends, *(span.ends for span in spans)] == [ends] * 5


def test_what_would_begin_after_the_last_day_goes() -> None:
    later = date(2027, 1, 1)
    person = anna()
    terms = (Span(HIRED, later, TERMS, 11), Span(later, None, replace(TERMS, title="Chef"), 12))
    person = replace(person, jobs=(replace(person.jobs[0], terms=terms),))
    found = change(person, row(ends=date(2026, 12, 1)))
    assert found.after.jobs[0].terms == (Span(HIRED, date(2026, 12, 1), TERMS, 11),)


def test_a_last_day_taken_back_lets_everything_go_on() -> None:
    found = change(anna(ends=date(2026, 12, 1)), row())
    assert found.kind is Kind.CHANGED
    assert found.after.jobs == anna().jobs
    assert found.after.teams == anna().teams


def test_one_of_two_employments_ends_without_team_and_manager() -> None:
    person = anna(manager="0002")
    other = Job(date(2025, 1, 1), None, (Span(date(2025, 1, 1), None, TERMS, 12),), row=22)
    found = change(replace(person, jobs=(*person.jobs, other)), row(manager="0002", ends=date(2026, 12, 1)))
    assert found.after.managers == person.managers
    assert found.after.teams == person.teams
    assert sorted(job.ends or date.max for job in found.after.jobs) == [date(2026, 12, 1), date.max]


def test_a_first_day_is_corrected_with_what_began_on_it() -> None:
    found = change(anna(), row(starts=date(2023, 1, 1)))
    assert said(found) == {"ansat_fra": (HIRED, date(2023, 1, 1))}
    assert found.after.jobs[0].terms == (Span(date(2023, 1, 1), None, TERMS, 11),)
    assert found.after.teams == (Span(date(2023, 1, 1), None, PLATFORM, 31),)


def test_whoever_comes_back_gets_a_new_employment() -> None:
    left, back = date(2025, 1, 1), date(2026, 6, 1)
    found = change(anna(ends=left), row(starts=back))
    assert found.kind is Kind.CHANGED
    assert found.after.jobs == (*anna(ends=left).jobs, Job(back, None, (Span(back, None, TERMS),)))
    assert found.after.teams == (Span(HIRED, left, PLATFORM, 31), Span(back, None, PLATFORM))


def test_after_a_merger_the_first_day_is_that_of_seniority() -> None:
    first, merged = date(2015, 1, 1), date(2024, 3, 1)
    old = Job(first, merged, (Span(first, merged, TERMS, 10),), row=20)
    person = anna()
    person = replace(person, jobs=(old, replace(person.jobs[0], seniority=first)))
    assert plan(person, row(starts=first)).changes == ()


def test_someone_without_a_number_is_known_by_the_address() -> None:
    found = change(anna(number=""), row(email="@proeve.example"))
    assert said(found) == {"medarbejdernr": ("", "0001")}


def test_names_are_known_whatever_their_case_and_new_ones_are_counted_once() -> None:
    rows = [
        row("0001", site="AARHUS", agreement="hk privat"),
        row("0002", site="Odense", agreement="HK Privat", team=TeamName("udvikling", "platform")),
        row("0003", site="odense", agreement="HK PRIVAT", team=TeamName("Salg", "Platform")),
    ]
    found = planned(company_of(anna()), rows, TODAY)
    assert found.new == NewNames(
        sites=("Odense",),
        departments=("Salg",),
        teams=(TeamName("Salg", "Platform"),),
        agreements=("hk privat",),
    )
    assert [one.new.terms.site for one in found.changes] == ["Aarhus", "Odense", "Odense"]
    assert [one.after.teams[-1].value for one in found.changes] == [PLATFORM, PLATFORM, TeamName("Salg", "Platform")]


def test_an_answer_says_which_agreement_an_unknown_name_stands_for() -> None:
    company = replace(company_of(anna()), agreements={"HK Privat": "HK Privat"})
    found = planned(company, [row(agreement="HK/Privat 2025")], TODAY, {"HK/Privat 2025": "HK Privat"})
    assert found.new.agreements == ()
    assert said(found.changes[0]) == {"overenskomst": ("", "HK Privat")}


def crowd(size: int) -> Company:
    """A company of so many, each as `row()` has them."""
    return company_of(*(replace(anna(number=f"{n:04}"), row=n) for n in range(1, size + 1)))


def test_a_change_of_more_than_ten_and_a_fifth_is_unusually_large() -> None:
    def large(size: int, changed: int) -> bool:
        rows = [row(f"{n:04}", title="Tester") for n in range(1, changed + 1)]
        return planned(crowd(size), rows, TODAY).is_large

    assert [large(20, 10), large(20, 11), large(60, 12), large(60, 13)] == [False, True, False, True]


def test_new_people_are_never_unusually_many() -> None:
    assert not planned(Company(), [row(f"{n:04}") for n in range(1, 100)], TODAY).is_large


def test_plans_that_would_write_the_same_have_the_same_digest() -> None:
    one, same = plan(anna(), row(title="Tester")), plan(anna(), row(title="Tester"))
    assert one.digest == same.digest
    assert one.digest != plan(anna(), row(title="Chef")).digest
    assert one.digest != plan(anna(starts=date(2023, 1, 1)), row(starts=date(2023, 1, 1), title="Tester")).digest


def test_a_manager_who_leaves_with_people_to_lead_is_named() -> None:
    boss = replace(anna(number="0009"), first_name="Bo", row=9)
    company = company_of(boss, replace(anna(manager="0009"), row=1))
    leaving = row("0009", first_name="Bo", ends=date(2026, 12, 1))
    assert left_behind(company, planned(company, [leaving], TODAY)) == (("Bo Test", 1),)
    assert left_behind(company, planned(company, [leaving, row("0001")], TODAY)) == ()
