"""Roles and the right to sign for the employer: granted, dated, limitable to a department."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from hjemmedag.apps.people.models.company import Department
from hjemmedag.apps.people.models.dated import Dated
from hjemmedag.core.people.roles import GRANTED


class RoleGrant(Dated):
    """A role given to a person; with `department`, for that unit only. Employee and manager follow from facts."""

    employee = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="grants")
    role = models.CharField(max_length=12, choices=[(role.value, role.value) for role in GRANTED])
    department = models.ForeignKey(Department, models.PROTECT, related_name="+", null=True, blank=True)

    class Meta(Dated.Meta):
        indexes = [models.Index(fields=["role", "starts"], name="people_grant_role")]


class SigningRight(Dated):
    """The right to sign addenda for the employer. Without any such row, HR for the whole company holds it."""

    employee = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="signing_rights")
