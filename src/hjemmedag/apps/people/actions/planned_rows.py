"""From a plan to rows: new names, people, employments, then what holds during them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.apps import apps
from django.contrib.auth.hashers import make_password

from allauth.account.models import EmailAddress
from hjemmedag.apps.people.actions.ledger import Ledger
from hjemmedag.apps.people.models import (
    AgreementProfile,
    Department,
    Employee,
    Employment,
    EmploymentTerms,
    LegalEntity,
    Reporting,
    Site,
    Team,
    TeamMembership,
    TeamPlacement,
)
from hjemmedag.apps.people.queries.staff_list import team_names
from hjemmedag.core.people.stafflist import Change, Job, Person, Plan, Span, TeamName, Terms
