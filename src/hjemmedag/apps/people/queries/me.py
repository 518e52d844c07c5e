"""What somebody sees about themselves, past and coming things included."""

from __future__ import annotations

from django.db.models import QuerySet

from hjemmedag.apps.people.models import EmploymentTerms, HomeAddress, RoleGrant


def roles_held(employee: int) -> QuerySet[RoleGrant]:
    """Every role given to someone, newest first."""
    return RoleGrant.objects.filter(employee=employee).select_related("department").order_by("-starts", "-id")


def terms_of(employee: int) -> QuerySet[EmploymentTerms]:
    """The terms of every employment, newest first."""
    mine = EmploymentTerms.objects.filter(employment__employee=employee)
    return mine.select_related("employment__legal_entity", "site", "agreement").order_by("-starts", "-id")


def homes(employee: int) -> QuerySet[HomeAddress]:
    """Every home address of someone, newest first. Ask `may_see_home` before showing them to anyone."""
    return HomeAddress.objects.filter(employee=employee).order_by("-starts", "-id")
