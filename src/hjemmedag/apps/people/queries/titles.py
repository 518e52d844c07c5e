"""The titles that people have."""

from __future__ import annotations

from datetime import date

from django.db.models import Count

from hjemmedag.apps.people.models import EmploymentTerms
from hjemmedag.apps.people.models.dated import in_force


def titles_in_use(on: date) -> list[str]:
    """The titles held on a day, the most common first."""
    held = EmploymentTerms.objects.on(on).filter(in_force(on, "employment__"))
    counted = held.order_by().values("title").annotate(people=Count("employment__employee", distinct=True))
    return list(counted.order_by("-people", "title").values_list("title", flat=True))
