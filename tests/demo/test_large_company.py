"""A demo company of forty: from there on it has everything."""

from collections import Counter
from datetime import date

import pytest

from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.apps.agreements.models import Application, Arrangement
from hjemmedag.apps.documents.models import Closing
from hjemmedag.apps.overview.queries import duties, duty_words
from hjemmedag.apps.people import queries as people
from hjemmedag.apps.people.models import Employee, Employment, HomeAddress, Reporting, RoleGrant
from hjemmedag.core.agreements.status import Status
from hjemmedag.core.duties import Scope, Urgency
from hjemmedag.core.people.roles import Role

TODAY = date(2026, 11, 23)


EMPLOYEES = 40
pytestmark = pytest.mark.django_db


def owed() -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for duty in duties.due(Scope(), TODAY):
        found.setdefault(duty.owner, []).append(duty.kind)
    return found


def test_from_forty_employees_on_there_is_every_state_of_an_application_and_an_arrangement(built):
    sent = Application.objects.filter(submitted_at__isnull=False)
    undecided = agreements.undecided()
    assert people.employed(TODAY).count() == 40
    assert Application.objects.filter(submitted_at__isnull=True).count() == 1
    assert undecided.filter(answer_by__lt=TODAY).count() == 1
    assert undecided.filter(ground="parent").count() == 1
    assert undecided.filter(answer_by__gt=TODAY).count() == 4
    assert sent.filter(decision__outcome="refused").count() == 2
    assert sent.filter(withdrawal__isnull=False).count() == 1
    standing = Counter(one.status for one in agreements.standings(Arrangement.objects.all(), TODAY))
    assert set(standing) == {
        Status.AGREED, Status.CLOSED, Status.IN_FORCE, Status.PAUSED, Status.STOPPED, Status.WAITING
    }  # fmt: skip
    assert standing[Status.IN_FORCE] > sum(standing.values()) / 2
    assert set(Closing.objects.values_list("kind", flat=True)) == {"declined", "withdrawn", "expired", "replaced"}
    assert HomeAddress.objects.filter(country="SE").count() == 1


def test_from_forty_employees_on_there_is_every_kind_of_duty_and_all_nine_have_one_but_the_auditor(built):
    kinds = {(duty.kind, duty.urgency(TODAY)) for duty in duties.due(Scope(), TODAY)}
    # HR has named its handler, so nothing that was answered waits for one.
    assert {kind for kind, _urgency in kinds} == set(duty_words.WORDS) - {"workplaces.handler"}
    assert {("agreements.decide", urgency) for urgency in Urgency} <= kinds
    assert {("policy.receipt", Urgency.OVERDUE), ("policy.receipt", Urgency.LATER)} <= kinds
    todo, nine = owed(), people.one_of_each_role(TODAY)
    assert len({person.pk for person in nine.values()}) == 9
    assert [role for role, person in nine.items() if person.pk not in todo] == [Role.AUDITOR]
    wishes = {"agreements.answer_change", "agreements.answer_day", "agreements.answer_place", "agreements.decide"}
    waiting = {"agreements.habit", "equipment.answer", "worktime.approve"}
    homes = {"workplaces.look", "workplaces.plan", "workplaces.write_outcome"}
    assert set(todo[nine[Role.MANAGER].pk]) == wishes | waiting | homes


def test_from_forty_employees_on_people_come_go_change_manager_and_have_roles_for_a_department(built):
    assert Employment.objects.filter(starts__gt=TODAY).count() == 1
    assert Employment.objects.filter(ends__lte=TODAY).count() == 4
    assert Reporting.objects.filter(starts__gt=TODAY, employee__in=people.employed(TODAY)).count() == 1
    assert Reporting.objects.filter(starts=date(2026, 9, 1)).count() >= 2
    assert RoleGrant.objects.filter(department__isnull=False).count() == 2
    assert [row.name for row in people.unconfirmed()] == ["Lokalaftale om flekstid"]
    assert people.employees_away(TODAY).count() >= 3
    assert Employee.objects.filter(language="en").count() >= 1
