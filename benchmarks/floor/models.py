"""People and the hours they worked."""

from __future__ import annotations

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models


class Employee(AbstractBaseUser):
    """Someone who signs in by e-mail."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    team = models.PositiveIntegerField(db_index=True)
    objects = BaseUserManager()

    USERNAME_FIELD = "email"

    def __str__(self) -> str:
        return self.name


class TimeEntry(models.Model):
    """Hours worked on a day, at home or in the office."""

    employee = models.ForeignKey(Employee, models.PROTECT)
    day = models.DateField()
    start = models.TimeField()
    end = models.TimeField()
    place = models.CharField(max_length=6, choices=[("home", "home"), ("office", "office")])
    note = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [models.Index(fields=["-day", "-id"], name="floor_newest_first")]
        constraints = [models.UniqueConstraint(fields=["employee", "day", "start"], name="floor_entry_once")]
