"""A demo company of twelve, in which some hold several roles."""

from datetime import date

import pytest

from hjemmedag.apps.audit.models import Entry
from hjemmedag.apps.overview.queries import duties, health
from hjemmedag.apps.people import queries as people
from hjemmedag.apps.policy import queries as policy
from hjemmedag.core.duties import Scope
from hjemmedag.core.people.roles import Role

TODAY = date(2026, 11, 23)


EMPLOYEES = 12
pytestmark = pytest.mark.django_db


def owed() -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for duty in duties.due(Scope(), TODAY):
        found.setdefault(duty.owner, []).append(duty.kind)
    return found


def test_a_small_company_has_as_many_employees_as_asked_for_and_somebody_in_each_role(built):
    roles = {role: person.first_name for role, person in people.one_of_each_role(TODAY).items()}
    assert people.employed(TODAY).count() == 12
    assert roles == {
        Role.EMPLOYEE: "Anna",
        Role.MANAGER: "Bo",
        Role.HR: "Dorte",
        Role.SAFETY: "Eva",
        Role.UNION: "Eva",
        Role.IT: "Ida",
        Role.DPO: "Hans",
        Role.PAYROLL: "Ida",
        Role.AUDITOR: "Jens",
    }


def test_in_a_small_company_everyone_employed_among_the_nine_has_something_to_do(built):
    todo = owed()
    nine = {person.first_name: todo.get(person.pk, []) for person in people.one_of_each_role(TODAY).values()}
    assert {name: sorted(set(kinds)) for name, kinds in nine.items()} == {
        "Anna": ["policy.receipt", "workplaces.answer_visit", "workplaces.assess", "worktime.again", "worktime.send"],
        "Bo": [
            "agreements.answer_day",
            "agreements.decide",
            "agreements.habit",
            "equipment.answer",
            "workplaces.carry_out",
            "workplaces.look",
            "worktime.approve",
        ],
        "Dorte": [
            "agreements.countersign",
            "agreements.information",
            "people.agreement",
            "policy.answer_comments",
            "workplaces.ask_injury",
            "workplaces.check_injury",
            "workplaces.discuss",
            "workplaces.near_miss",
            "workplaces.plan",
            "workplaces.report_injury",
            "workplaces.review_insurance",
            "workplaces.write_outcome",
            "worktime.approve",
            "worktime.nobody",
            "worktime.review",
            "worktime.silence",
        ],
        "Eva": [
            "agreements.sign",
            "policy.answer_hearing",
            "workplaces.assess",
            "workplaces.near_miss",
            "workplaces.plan",
        ],
        "Ida": [
            "agreements.secure_stay",
            "documents.certificate",
            "equipment.hand_over",
            "equipment.missing",
            "equipment.receive",
            "equipment.repair",
            "equipment.service",
            "policy.receipt",
            "workplaces.assess_place",
        ],
        "Hans": [],
        "Jens": [],
    }


def test_whatever_the_demo_wrote_stands_in_the_audit_chain_in_the_order_of_time(built):
    moments = list(Entry.objects.order_by("number").values_list("at", flat=True))
    assert moments == sorted(moments)
    assert health.wounds() == set()


def test_the_first_policy_lacked_clauses_that_the_second_has_and_receipts_say_so(built):
    second, first = policy.published()
    keys = [{clause.key for clause in policy.clauses_of(one)} for one in (first, second)]
    assert keys[1] - keys[0] == {"collective_agreement", "trial", "dage-hvor-teamet-er-samlet"}
    confirmed = second.receipts.filter(since=first)
    assert confirmed.exists()
    assert {tuple(one.clauses) for one in confirmed} == {
        ("availability", "collective_agreement", "trial", "dage-hvor-teamet-er-samlet")
    }


def test_the_draft_holds_a_contradiction_and_a_warning(built):
    found = policy.examined(policy.draft(), without_notice=True, on=TODAY).lacks
    assert [(lack.clause, lack.rule, lack.warns) for lack in found] == [
        ("arbejde-fra-sommerhus", "", False),
        ("privacy", "security.control_notice", False),
        ("registration", "worktime.daily_rest", True),
    ]


def test_the_policy_has_two_versions_and_a_draft(built):
    rows = policy.listed(TODAY)
    assert [(row.version.number, row.standing) for row in rows] == [
        (None, policy.Standing.DRAFT),
        (2, policy.Standing.CURRENT),
        (1, policy.Standing.FORMER),
    ]
    assert (TODAY - rows[2].version.effective_from).days > 365
    assert rows[1].missing > 0
