"""Where an employee works at home. Shown to the person, HR and the addendum's signer; never in a list."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from hjemmedag.apps.people.models.dated import Dated


class HomeAddress(Dated):
    """A home address for a time; `country` is an ISO code of two letters."""

    employee = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="homes")
    street = models.CharField(max_length=120)
    postcode = models.CharField(max_length=12)
    city = models.CharField(max_length=80)
    country = models.CharField(max_length=2, default="DK")

    def __str__(self) -> str:
        return f"{self.street}, {self.postcode} {self.city}"
