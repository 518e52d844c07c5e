"""A demo company, as its visitors find it."""

from datetime import date

import pytest
from django.db import transaction

from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.apps.agreements.models import Application, Arrangement
from hjemmedag.apps.audit.models import Entry
from hjemmedag.apps.overview.queries import health
from hjemmedag.apps.people import queries as people
from hjemmedag.apps.people.models import Employee, Employment, HomeAddress, LegalEntity, Reporting
from hjemmedag.core.people.roles import Role

TODAY = date(2026, 11, 23)
DAYS_LIKE_ANY = [date(2027, 1, 1), date(2028, 2, 29), date(2027, 3, 28), date(2027, 5, 1), date(2026, 12, 31)]


def test_below_ten_there_is_no_safety_representative(demo):
    demo(8)
    assert people.employed(TODAY).count() == 8
    assert Role.SAFETY not in people.one_of_each_role(TODAY)


def test_the_same_seed_and_day_give_the_same_company(demo):
    seen = []
    for seed in (7, 7, 8):
        with transaction.atomic():
            demo(12, seed=seed)
            seen.append(everything())
            transaction.set_rollback(True)
    assert seen[0] == seen[1]
    assert seen[0] != seen[2]


def everything() -> list[object]:
    return [
        list(Employee.objects.order_by("email").values_list("number", "email", "language")),
        list(Employment.objects.order_by("employee__email").values_list("employee__email", "starts", "ends")),
        list(Reporting.objects.order_by("employee__email", "starts").values_list("employee__email", "manager__email")),
        list(HomeAddress.objects.order_by("employee__email").values_list("street", "city", "starts")),
        list(Application.objects.order_by("employee__email").values_list("home_days", "hours", "wish", "submitted_at")),
        [
            (one.arrangement.employee.email, one.status)
            for one in agreements.standings(Arrangement.objects.order_by("id"), TODAY)
        ],
        list(Entry.objects.order_by("number").values_list("action", "at")),
    ]


@pytest.mark.parametrize("today", DAYS_LIKE_ANY, ids=str)
def test_a_demo_can_be_built_on_any_day(demo, today):
    demo(9, today=today)
    assert people.employed(today).count() == 9
    assert health.wounds() == set()


def test_from_sixty_employees_on_another_company_was_merged_into_this_one_with_everyones_seniority(demo):
    demo(60)
    other = LegalEntity.objects.get(merged_into__isnull=False)
    ours = other.merged_into
    moved = Employment.objects.filter(legal_entity=ours, starts=other.ends)
    assert (other.name, other.merged_into, other.ends) == ("Ærø Lys ApS", ours, date(2026, 3, 1))
    assert moved.count() >= 2
    assert moved.filter(seniority_from=None).count() == 0
    here = moved.filter(ends=None).order_by("pk")[0]
    assert people.contract_of(here.employee_id, TODAY).employed_from == here.seniority_from
    assert health.wounds() == set()
