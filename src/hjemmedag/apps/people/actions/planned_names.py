"""The names that a staff list brings: sites, departments, teams and agreements the company had none of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from hjemmedag.apps.people.actions.ledger import Ledger
from hjemmedag.apps.people.models import AgreementProfile, Department, Site, Team, TeamPlacement
from hjemmedag.apps.people.queries.staff_list import agreement_names, team_names
from hjemmedag.core.people.stafflist import Plan, TeamName, Terms


@dataclass(slots=True)
class Keys:
    """The rows behind the names in a plan, and the columns that a value of the plan fills."""

    sites: dict[str, int]
    agreements: dict[str, int]
    teams: dict[TeamName, int]
    people: dict[str, int] = field(default_factory=dict)

    def terms(self, value: Terms) -> dict[str, Any]:
        """Columns of an employment's terms."""
        return {
            "title": value.title,
            "weekly_hours": value.weekly_hours,
            "site_id": self.sites.get(value.site),
            "agreement_id": self.agreements.get(value.agreement),
        }

    def home_team(self, value: TeamName) -> dict[str, Any]:
        """Columns of a membership of a home team; those beside it are never made by a list."""
        return {"team_id": self.teams[value], "home": True}

    def manager(self, value: str) -> dict[str, Any]:
        """Columns of who reports to whom."""
        return {"manager_id": self.people[value]}


def make_names(plan: Plan, ledger: Ledger, answers: Mapping[str, str]) -> Keys:
    """Make what is new. Sites wait for desks, agreements for HR's word; teams begin with their first member."""
    ledger.make([Site(name=name) for name in plan.new.sites])
    ledger.make([Department(name=name) for name in plan.new.departments])
    ledger.make([AgreementProfile(name=name) for name in plan.new.agreements])
    _remember_other_names(ledger, answers)
    departments = dict(Department.objects.values_list("name", "id"))
    teams = [Team(name=name.team) for name in plan.new.teams]
    ledger.make(teams)
    began = _first_days(plan)
    ledger.make(
        [
            TeamPlacement(team=team, department_id=departments[name.department], starts=began.get(name, plan.today))
            for name, team in zip(plan.new.teams, teams, strict=True)
        ]
    )
    known = sorted(team_names(plan.today).items(), reverse=True)
    return Keys(
        sites=dict(Site.objects.values_list("name", "id")),
        agreements=dict(AgreementProfile.objects.values_list("name", "id")),
        teams={name: key for key, name in known},
    )


def _first_days(plan: Plan) -> dict[TeamName, date]:
    days: dict[TeamName, date] = {}
    for change in plan.changes:
        for span in change.after.teams:
            days[span.value] = min(span.starts, days.get(span.value, span.starts))
    return days


def _remember_other_names(ledger: Ledger, answers: Mapping[str, str]) -> None:
    """Keep what HR said an unknown name stands for, so that the next list needs no answer."""
    known = {name.casefold() for name in agreement_names()}
    others: dict[str, list[str]] = {}
    for name, stands_for in answers.items():
        if name.casefold() not in known:
            others.setdefault(stands_for, []).append(name)
    profiles = list(AgreementProfile.objects.filter(name__in=others))
    for profile in profiles:
        profile.other_names = [*profile.other_names, *others[profile.name]]
    ledger.change(profiles, "other_names")
