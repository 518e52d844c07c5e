"""The company: itself, its legal entities, sites, departments and teams."""

from __future__ import annotations

from datetime import date, time

from django.db import models

from hjemmedag.apps.people.models.dated import Dated


class Company(models.Model):
    """The one company of this installation, with its choices and its contacts."""

    class Sector(models.TextChoices):
        PRIVATE = "private", "private"
        STATE = "state", "state"
        MUNICIPAL = "municipal", "municipal"

    class Feature(models.TextChoices):
        """Parts of the product that a company switches on or off."""

        PLANNER = "planner", "planner"
        PILOTS = "pilots", "pilots"
        PARITY = "parity", "parity"
        CALENDARS = "calendars", "calendars"

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    name = models.CharField(max_length=120)
    sector = models.CharField(max_length=12, choices=Sector.choices, default=Sector.PRIVATE)
    expected_size = models.PositiveIntegerField(default=1)
    language = models.CharField(max_length=2, default="da")
    messages_from = models.TimeField(default=time(8))
    messages_until = models.TimeField(default=time(16))
    union_contact = models.CharField(max_length=200, blank=True)
    safety_contact = models.CharField(max_length=200, blank=True)
    adviser_contact = models.CharField(max_length=200, blank=True)
    features = models.JSONField(default=list)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(id=1), name="people_one_company"),
            models.CheckConstraint(
                condition=models.Q(messages_until__gt=models.F("messages_from")), name="people_company_message_hours"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class LegalEntity(Dated):
    """Juridisk enhed: the employer on paper, with its CVR number; it ends when it is merged into another."""

    name = models.CharField(max_length=120)
    cvr = models.CharField(max_length=8, unique=True)
    merged_into = models.ForeignKey("self", models.PROTECT, related_name="+", null=True, blank=True)

    ALWAYS = date(1900, 1, 1)
    """The first day of an entity that was there before anything we hold."""

    def __str__(self) -> str:
        return f"{self.name} (CVR {self.cvr})"

    @property
    def since(self) -> date | None:
        """The first day as an employer, where it is known."""
        return None if self.starts == self.ALWAYS else self.starts


class Site(models.Model):
    """Arbejdssted: a place with desks; `desks` has five numbers, Monday to Friday, or is empty while unknown."""

    name = models.CharField(max_length=80, unique=True)
    address = models.CharField(max_length=200, blank=True)
    desks = models.JSONField(default=list)
    revision = models.PositiveIntegerField(default=1)

    def __str__(self) -> str:
        return self.name


class Department(models.Model):
    """Afdeling: the unit that HR and safety scopes can be limited to."""

    name = models.CharField(max_length=80, unique=True)

    def __str__(self) -> str:
        return self.name


class Team(models.Model):
    """A team; where it belongs, and since when, stands in its placements."""

    name = models.CharField(max_length=80)

    def __str__(self) -> str:
        return self.name


class TeamPlacement(Dated):
    """The department that a team belongs to for a time: a reorganisation is a date, not an overwrite."""

    team = models.ForeignKey(Team, models.PROTECT, related_name="placements")
    department = models.ForeignKey(Department, models.PROTECT, related_name="placements")

    class Meta(Dated.Meta):
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(fields=["team", "starts"], name="people_team_placed_once_a_day"),
        ]
