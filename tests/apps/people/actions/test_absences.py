"""Days away, never twice."""

from __future__ import annotations

from datetime import date

import pytest

from hjemmedag.apps.audit import queries as audit
from hjemmedag.apps.people import actions, models, queries
from hjemmedag.core.refusals import Refused
from tests.conftest import NOW

MONDAY, FRIDAY, SUNDAY = date(2026, 11, 23), date(2026, 11, 27), date(2026, 11, 29)
Kind = models.Absence.Kind


def away(person: models.Employee, starts: date, last_day: date | None, kind: Kind = Kind.SICK) -> models.Absence:
    return actions.record_absence(
        employee=person.pk, kind=kind, starts=starts, last_day=last_day, actor=person.pk, now=NOW
    )


def test_both_days_are_away_and_the_next_is_not(anna: models.Employee, bo: models.Employee) -> None:
    away(anna, MONDAY, FRIDAY)
    found = [queries.away([anna.pk, bo.pk], day) for day in (date(2026, 11, 22), MONDAY, FRIDAY, date(2026, 11, 28))]
    assert found == [set(), {anna.pk}, {anna.pk}, set()]
    assert list(queries.employees_away(FRIDAY)) == [{"employee": anna.pk}]


def test_days_that_overlap_are_refused_and_days_that_touch_are_not(anna: models.Employee) -> None:
    away(anna, MONDAY, FRIDAY)
    with pytest.raises(Refused, match=r"23\. november 2026 til 27\. november 2026"):
        away(anna, FRIDAY, SUNDAY)
    away(anna, date(2026, 11, 28), SUNDAY)
    assert models.Absence.objects.count() == 2


def test_an_absence_without_an_end_overlaps_everything_after_it(anna: models.Employee) -> None:
    away(anna, MONDAY, None)
    with pytest.raises(Refused, match="allerede fraværende"):
        away(anna, date(2027, 11, 23), None)


def test_someone_back_early_is_corrected(anna: models.Employee) -> None:
    row = away(anna, MONDAY, None)
    actions.change_absence(absence=row.pk, starts=MONDAY, last_day=FRIDAY, actor=anna.pk, now=NOW)
    row.refresh_from_db()
    assert row.period.last == FRIDAY


def test_days_removed_are_gone_and_known_to_be(anna: models.Employee) -> None:
    row = away(anna, MONDAY, FRIDAY)
    actions.remove_absence(absence=row.pk, actor=anna.pk, now=NOW)
    assert models.Absence.objects.count() == 0
    assert list(audit.changed_rows()) == []


def test_someone_not_employed_cannot_be_away(anna: models.Employee) -> None:
    with pytest.raises(Refused, match="ikke ansat"):
        away(anna, date(2020, 1, 1), FRIDAY)
