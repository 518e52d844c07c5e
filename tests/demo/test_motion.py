"""In the demo someone is on leave, someone just back, and someone has moved to another company."""

from __future__ import annotations

import pytest

from hjemmedag.apps.agreements.models import EmployerCheck
from hjemmedag.apps.overview.queries import duties
from hjemmedag.apps.overview.queries.leave import leave_of
from hjemmedag.apps.people.models import Absence, Reporting, StandIn
from hjemmedag.core.duties import Scope
from tests.demo.conftest import TODAY

EMPLOYEES = 80
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("built")]


def test_one_is_on_leave_and_one_is_back_with_something_to_catch_up_with() -> None:
    on_leave, back = [], []
    for row in Absence.objects.filter(leave=True).order_by("-ends"):
        leave = leave_of(row.employee_id, TODAY)
        assert leave is not None
        (on_leave if leave.runs else back).append(row.employee_id)
    assert (len(on_leave), len(back)) == (1, 1)
    assert duties.due(Scope(owner=on_leave[0]), TODAY) == []
    waiting = duties.due(Scope(owner=back[0]), TODAY)
    assert waiting != []
    assert all(duty.due is None or duty.due >= TODAY for duty in waiting)


def test_whoever_leads_the_company_has_someone_who_answers() -> None:
    row = StandIn.objects.get()
    assert not Reporting.objects.on(TODAY).filter(employee=row.employee).exists()


def test_one_has_moved_to_another_company_and_waits_for_hr() -> None:
    waiting = [duty for duty in duties.due(Scope(), TODAY) if duty.kind == "agreements.new_employer"]
    assert len(waiting) == 1
    assert EmployerCheck.objects.exclude(outcome="stands").count() == 0
