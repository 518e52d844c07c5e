"""Fravær: who may record it, and whose."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from hjemmedag.apps.people import models

As = Callable[[models.Employee], Client]
WEEK = {"starts": "2026-12-21", "last_day": "2026-12-23"}


@pytest.mark.parametrize(
    ("who", "status"), [("dorte", 200), ("bo", 200), ("anna", 200), ("carl", 404), ("jens", 404), ("ida", 404)]
)
def test_hr_the_manager_and_oneself_may_record(
    who: str, status: int, anna: models.Employee, request: pytest.FixtureRequest, as_: As
) -> None:
    assert as_(request.getfixturevalue(who)).get(f"/mennesker/{anna.pk}/fravaer/").status_code == status


def test_one_records_only_holiday_for_oneself(anna: models.Employee, as_: As) -> None:
    response = as_(anna).post(f"/mennesker/{anna.pk}/fravaer/", {**WEEK, "kind": "sick"})
    assert response["Location"] == f"/mennesker/{anna.pk}/"
    row = models.Absence.objects.get()
    assert (row.kind, row.starts, row.ends) == ("annual_leave", date(2026, 12, 21), date(2026, 12, 24))


def test_one_does_not_change_what_others_recorded(anna: models.Employee, bo: models.Employee, as_: As) -> None:
    as_(bo).post(f"/mennesker/{anna.pk}/fravaer/", {**WEEK, "kind": "sick"})
    row = models.Absence.objects.get()
    assert as_(anna).get(f"/fravaer/{row.pk}/").status_code == 404
    assert as_(anna).post(f"/fravaer/{row.pk}/fjernelse/").status_code == 404
    assert as_(bo).get(f"/fravaer/{row.pk}/").status_code == 200


def test_days_are_changed_and_removed(anna: models.Employee, bo: models.Employee, as_: As) -> None:
    client = as_(bo)
    client.post(f"/mennesker/{anna.pk}/fravaer/", {"kind": "sick", "starts": "2026-11-23"})
    row = models.Absence.objects.get()
    client.post(f"/fravaer/{row.pk}/", {"starts": "2026-11-23", "last_day": "2026-11-24"})
    row.refresh_from_db()
    assert row.period.last == date(2026, 11, 24)
    assert client.get(f"/fravaer/{row.pk}/fjernelse/").status_code == 405
    client.post(f"/fravaer/{row.pk}/fjernelse/")
    assert models.Absence.objects.count() == 0


def test_days_that_overlap_are_said_in_the_form(anna: models.Employee, bo: models.Employee, as_: As) -> None:
    client = as_(bo)
    client.post(f"/mennesker/{anna.pk}/fravaer/", {**WEEK, "kind": "other"})
    refused = client.post(f"/mennesker/{anna.pk}/fravaer/", {**WEEK, "kind": "other"})
    assert refused.context["form"].non_field_errors() == [
        "Anna Test er allerede fraværende 21. december 2026 til 23. december 2026. Ret de dage i stedet."
    ]
