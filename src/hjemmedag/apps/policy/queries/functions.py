"""Job functions, and the titles that are none yet."""

from __future__ import annotations

from datetime import date

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.policy.models import JobFunction
from hjemmedag.core.people.names import alphabetical


def function(pk: int) -> JobFunction | None:
    """The job function with this id."""
    return JobFunction.objects.filter(pk=pk).first()


def functions(words: str = "", *, in_use: bool | None = None) -> list[JobFunction]:
    """Job functions in Danish order: those with these words in the name, in use or retired ones only.

    A company has few, and the database folds the case of a–z only, so they are searched and ordered here.
    """
    found = [
        row
        for row in JobFunction.objects.all()
        if words.casefold() in row.name.casefold() and in_use in (None, row.retired_on is None)
    ]
    return sorted(found, key=lambda row: alphabetical(row.name))


def suggested_functions(on: date, limit: int = 12) -> list[str]:
    """Titles in use that are no job function yet, most common first."""
    known = {name.casefold() for name in JobFunction.objects.values_list("name", flat=True)}
    return [title for title in people.titles_in_use(on) if title.casefold() not in known][:limit]
