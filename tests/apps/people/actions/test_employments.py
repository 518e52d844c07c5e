"""Terms from a day, the last day of an employment, and what follows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from decimal import Decimal

import pytest

from hjemmedag.apps.audit import queries as audit
from hjemmedag.apps.people import actions, models
from hjemmedag.apps.people.models.dated import DatedQuerySet
from hjemmedag.core.people.roles import Role
from hjemmedag.core.refusals import Refused
from tests.conftest import HIRED, NOW, TODAY

DAY = timedelta(days=1)
Hire = Callable[..., models.Employee]
MARCH, JUNE = date(2027, 3, 1), date(2027, 6, 1)


def periods(rows: DatedQuerySet | Iterable[models.EmploymentTerms], *names: str) -> list[tuple[object, ...]]:
    return [(row.starts, row.ends, *(getattr(row, name) for name in names)) for row in rows]


def conditions(title: str, hours: str = "37") -> actions.Conditions:
    return actions.Conditions(title=title, weekly_hours=Decimal(hours), site=models.Site.objects.get())


def change(person: models.Employee, on: date, title: str, actor: models.Employee) -> None:
    employment = person.employments.get().pk
    actions.change_terms(employment=employment, on=on, conditions=conditions(title), actor=actor.pk, now=NOW)


def end(person: models.Employee, last_day: date | None, actor: models.Employee, successor: int | None = None) -> None:
    actions.set_last_day(
        employment=person.employments.get().pk,
        last_day=last_day,
        successor=successor,
        actor=actor.pk,
        now=NOW,
        today=TODAY,
    )


def test_new_terms_begin_on_their_day_and_the_old_stay_before_it(anna: models.Employee, dorte: models.Employee) -> None:
    change(anna, MARCH, "Arkitekt", dorte)
    terms = anna.employments.get().terms.order_by("starts")
    assert periods(terms, "title") == [(HIRED, MARCH, "Udvikler"), (MARCH, None, "Arkitekt")]


def test_terms_between_two_known_changes_last_until_the_later_one(
    anna: models.Employee, dorte: models.Employee
) -> None:
    change(anna, JUNE, "Chef", dorte)
    change(anna, MARCH, "Arkitekt", dorte)
    terms = anna.employments.get().terms.order_by("starts")
    assert periods(terms, "title") == [
        (HIRED, MARCH, "Udvikler"),
        (MARCH, JUNE, "Arkitekt"),
        (JUNE, None, "Chef"),
    ]


def test_terms_from_the_day_of_a_change_correct_it(anna: models.Employee, dorte: models.Employee) -> None:
    change(anna, MARCH, "Arkitket", dorte)
    change(anna, MARCH, "Arkitekt", dorte)
    assert periods(anna.employments.get().terms.order_by("starts"), "title") == [
        (HIRED, MARCH, "Udvikler"),
        (MARCH, None, "Arkitekt"),
    ]


def test_terms_outside_the_employment_are_refused(anna: models.Employee, dorte: models.Employee) -> None:
    with pytest.raises(Refused, match=r"1\. marts 2024"):
        change(anna, HIRED - DAY, "Arkitekt", dorte)


def test_the_last_day_ends_terms_team_manager_and_roles(anna: models.Employee, dorte: models.Employee) -> None:
    change(anna, JUNE, "Chef", dorte)
    models.RoleGrant.objects.create(employee=anna, role=Role.IT, starts=HIRED)
    models.RoleGrant.objects.create(employee=anna, role=Role.PAYROLL, starts=JUNE)
    end(anna, MARCH - DAY, dorte)
    assert periods(anna.employments.all()) == [(HIRED, MARCH)]
    assert periods(anna.employments.get().terms.all(), "title") == [(HIRED, MARCH, "Udvikler")]
    assert periods(anna.memberships.all()) == [(HIRED, MARCH)]
    assert periods(anna.reporting.all()) == [(HIRED, MARCH)]
    assert periods(anna.grants.all(), "role") == [(HIRED, MARCH, Role.IT)]
    assert list(audit.changed_rows()) == []


def test_an_end_that_is_moved_takes_what_ended_with_it_along(anna: models.Employee, dorte: models.Employee) -> None:
    end(anna, MARCH - DAY, dorte)
    end(anna, JUNE - DAY, dorte)
    assert periods(anna.employments.get().terms.all()) == [(HIRED, JUNE)]
    assert periods(anna.memberships.all()) == [(HIRED, JUNE)]
    end(anna, None, dorte)
    assert periods(anna.employments.all()) == [(HIRED, None)]
    assert periods(anna.reporting.all()) == [(HIRED, None)]


def test_what_holds_beside_another_employment_goes_on(anna: models.Employee, dorte: models.Employee) -> None:
    other = models.LegalEntity.objects.create(name="Søsteren ApS", cvr="87654321", starts=HIRED)
    first = anna.employments.get()
    actions.employ(
        employee=anna.pk,
        legal_entity=other,
        conditions=conditions("Rådgiver", "10"),
        starts=TODAY,
        actor=dorte.pk,
        now=NOW,
    )
    actions.set_last_day(
        employment=first.pk, last_day=MARCH - DAY, successor=None, actor=dorte.pk, now=NOW, today=TODAY
    )
    assert periods(anna.memberships.all()) == [(HIRED, None)]
    assert periods(anna.reporting.all()) == [(HIRED, None)]


def test_a_manager_can_leave_only_when_someone_takes_over(
    anna: models.Employee, bo: models.Employee, carl: models.Employee, dorte: models.Employee
) -> None:
    with pytest.raises(Refused, match="Bo Test leder 1 medarbejder"):
        end(bo, MARCH - DAY, dorte)
    assert periods(bo.employments.all()) == [(HIRED, None)]
    end(bo, MARCH - DAY, dorte, successor=carl.pk)
    assert periods(anna.reporting.order_by("starts"), "manager") == [(HIRED, MARCH, bo), (MARCH, None, carl)]


def test_one_of_the_team_who_takes_over_answers_to_the_manager_above(
    anna: models.Employee, bo: models.Employee, carl: models.Employee, dorte: models.Employee, hire: Hire
) -> None:
    models.Reporting.objects.create(employee=bo, manager=carl, starts=HIRED)
    ib = hire("Ib", manager=bo)
    end(bo, MARCH - DAY, dorte, successor=anna.pk)
    on_the_day = models.Reporting.objects.on(MARCH)
    assert dict(on_the_day.values_list("employee", "manager")) == {anna.pk: carl.pk, ib.pk: anna.pk}


def test_a_last_day_before_the_first_is_refused(anna: models.Employee, dorte: models.Employee) -> None:
    with pytest.raises(Refused, match=r"1\. marts 2024"):
        end(anna, HIRED - DAY, dorte)


def test_the_last_hr_cannot_leave(anna: models.Employee, dorte: models.Employee) -> None:
    with pytest.raises(Refused, match=r"1\. marts 2027"):
        end(dorte, MARCH - DAY, dorte)
    models.RoleGrant.objects.create(employee=anna, role=Role.HR, starts=MARCH)
    end(dorte, MARCH - DAY, dorte)
    with pytest.raises(Refused, match=r"1\. juni 2027"):
        end(anna, JUNE - DAY, dorte)


def test_hr_whose_own_time_runs_out_does_not_keep_others_from_leaving(
    anna: models.Employee, dorte: models.Employee
) -> None:
    models.RoleGrant.objects.update(ends=MARCH)
    end(anna, JUNE - DAY, dorte)
    assert periods(anna.employments.all()) == [(HIRED, JUNE)]


def test_a_second_employment_in_the_same_company_at_the_same_time_is_refused(
    anna: models.Employee, dorte: models.Employee
) -> None:
    with pytest.raises(Refused, match="allerede ansat"):
        actions.employ(
            employee=anna.pk,
            legal_entity=models.LegalEntity.objects.get(),
            conditions=conditions("Rådgiver"),
            starts=MARCH,
            actor=dorte.pk,
            now=NOW,
        )


def test_an_entity_that_is_no_employer_yet_takes_on_nobody(anna: models.Employee, dorte: models.Employee) -> None:
    later = models.LegalEntity.objects.create(name="Den nye ApS", cvr="87654321", starts=JUNE)
    with pytest.raises(Refused, match="Den nye ApS"):
        actions.employ(
            employee=anna.pk,
            legal_entity=later,
            conditions=conditions("Rådgiver"),
            starts=MARCH,
            actor=dorte.pk,
            now=NOW,
        )
