"""Employees (medarbejdere): the people that the company knows, and who can sign in."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from hjemmedag.core.people import names


class Derived(models.CharField[str, str]):
    """A column worked out from the others whenever the row is written, one at a time or in bulk."""

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        value: str = getattr(model_instance, f"as_{self.attname}")()[: self.max_length]
        setattr(model_instance, self.attname, value)
        return value


class EmployeeManager(BaseUserManager["Employee"]):
    """Finds people by e-mail, whatever its case."""

    def get_by_natural_key(self, username: str | None) -> Employee:
        return self.get(email=(username or "").lower())


class Employee(AbstractBaseUser):
    """One person: staff, or someone from outside with a role, such as an auditor, without number and employment."""

    class Language(models.TextChoices):
        DANISH = "da", "Dansk"
        ENGLISH = "en", "English"

    number = models.CharField(max_length=20, unique=True, null=True)  # noqa: DJ001 - those from outside have none
    first_name = models.CharField(max_length=80)
    last_name = models.CharField(max_length=80)
    email = models.EmailField(max_length=254, unique=True)
    language = models.CharField(max_length=2, choices=Language.choices, default=Language.DANISH)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField()
    findable = Derived(max_length=460, editable=False)
    alphabetical = Derived(max_length=480, editable=False)

    objects: ClassVar[EmployeeManager] = EmployeeManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["first_name", "last_name"]

    class Meta:
        indexes = [models.Index(fields=["alphabetical", "id"], name="people_employee_name")]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}"

    @property
    def date_joined(self) -> datetime:
        """When the account was made: what the sign-in library calls it."""
        return self.created_at

    def as_findable(self) -> str:
        """Text for searching in: SQLite compares only a–z without regard to case, so it is folded here."""
        return names.findable(self.first_name, self.last_name, self.number, self.email)

    def as_alphabetical(self) -> str:
        """The key that lists are ordered by: last name, then first."""
        return names.alphabetical(self.last_name, self.first_name)

    def has_usable_password(self) -> bool:
        """Whether one has been chosen: people come from the staff list without."""
        return bool(self.password) and super().has_usable_password()

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the e-mail in lower case, and what is worked out from the name in step with it."""
        self.email = self.email.lower()
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "findable", "alphabetical"}
        super().save(*args, **kwargs)
