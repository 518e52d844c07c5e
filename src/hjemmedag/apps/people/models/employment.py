"""Employments and what holds during them: terms, teams, managers. All dated."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from hjemmedag.apps.people.models.agreement import AgreementProfile
from hjemmedag.apps.people.models.company import LegalEntity, Site, Team
from hjemmedag.apps.people.models.dated import Dated


class Employment(Dated):
    """Ansættelse: one contract with one legal entity. A person may have several at once; their hours are summed.

    `seniority_from` is the day that seniority (anciennitet) counts from where it isn't `starts`: after a merger the
    contract is with another entity, but the notice that the employee is owed counts from the first one.
    """

    employee = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="employments")
    legal_entity = models.ForeignKey(LegalEntity, models.PROTECT, related_name="+")
    seniority_from = models.DateField(null=True, blank=True)

    class Meta(Dated.Meta):
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(seniority_from__isnull=True) | models.Q(seniority_from__lt=models.F("starts")),
                name="people_seniority_before_start",
            ),
            models.UniqueConstraint(fields=["employee", "legal_entity", "starts"], name="people_employment_once_a_day"),
        ]
        indexes = [models.Index(fields=["ends", "starts"], name="people_employment_period")]


class EmploymentTerms(Dated):
    """Title, hours, site and agreement for a part of an employment; `weekly_hours` with two decimals."""

    employment = models.ForeignKey(Employment, models.PROTECT, related_name="terms")
    title = models.CharField(max_length=120)
    weekly_hours = models.DecimalField(max_digits=4, decimal_places=2)
    site = models.ForeignKey(Site, models.PROTECT, related_name="+", null=True)
    agreement = models.ForeignKey(AgreementProfile, models.PROTECT, related_name="+", null=True)

    class Meta(Dated.Meta):
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(weekly_hours__gt=0) & models.Q(weekly_hours__lte=80), name="people_terms_hours"
            ),
            models.UniqueConstraint(fields=["employment", "starts"], name="people_terms_once_a_day"),
        ]


class TeamMembership(Dated):
    """The teams an employee belongs to, each for a time: one `home` team, and others beside it."""

    employee = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="memberships")
    team = models.ForeignKey(Team, models.PROTECT, related_name="memberships")
    home = models.BooleanField(default=True)

    class Meta(Dated.Meta):
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(fields=["employee", "team", "starts"], name="people_member_once_a_day"),
        ]


class Reporting(Dated):
    """Who is whose manager, and when: a new manager is a new row from a date."""

    employee = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="reporting")
    manager = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="reports")

    class Meta(Dated.Meta):
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                condition=~models.Q(employee=models.F("manager")), name="people_nobody_manages_themselves"
            ),
            models.UniqueConstraint(fields=["employee", "starts"], name="people_reporting_once_a_day"),
        ]
