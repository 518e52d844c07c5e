"""Control measures: told of in time, to everyone, or not begun."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client

from hjemmedag.apps.outbox.models import Message
from hjemmedag.apps.people.models import AgreementLimits, AgreementProfile, Employee, EmploymentTerms
from hjemmedag.apps.security import actions, queries
from hjemmedag.apps.security.models import ControlMeasure
from hjemmedag.core.refusals import Refused, Stale
from tests.conftest import HIRED, NOW, TODAY

KIND = ControlMeasure.Kind.PLACE_SHARES


def announce(dorte: Employee, starts: date) -> ControlMeasure:
    return actions.announce(
        kind=KIND, purpose="Vi skal vide, om kontoret er stort nok", starts=starts, actor=dorte.pk, today=TODAY, now=NOW
    )


def cover(employee: Employee, area: str) -> None:
    """The employee is covered by a confirmed agreement with a notice of its own."""
    profile = AgreementProfile.objects.create(name=f"Overenskomst {area}", confirmed_at=NOW)
    AgreementLimits.objects.create(profile=profile, starts=HIRED, control_area=area)
    EmploymentTerms.objects.filter(employment__employee=employee).update(agreement=profile)


def test_six_weeks_go_by_where_the_agreement_says_so(anna: Employee, dorte: Employee) -> None:
    cover(anna, "da_fh")
    with pytest.raises(Refused):
        announce(dorte, TODAY + timedelta(days=41))
    assert announce(dorte, TODAY + timedelta(days=42)).area == "da_fh"


def test_the_longest_notice_that_covers_anyone_counts(anna: Employee, carl: Employee, dorte: Employee) -> None:
    cover(anna, "da_fh")
    cover(carl, "gls_a")
    assert queries.earliest(TODAY)[1].earliest_start == TODAY + timedelta(days=42)


def test_everyone_employed_is_told(
    anna: Employee, bo: Employee, dorte: Employee, hire: Callable[..., Employee]
) -> None:
    hire("Lis", ends=TODAY)
    announce(dorte, TODAY)
    assert set(Message.objects.values_list("recipient", flat=True)) == {anna.pk, bo.pk, dorte.pk}


def test_it_runs_from_its_first_day_until_it_ends(dorte: Employee) -> None:
    measure = announce(dorte, TODAY + timedelta(days=3))
    days = [queries.runs(KIND, TODAY + timedelta(days=number)) for number in range(5)]
    assert days == [False, False, False, True, True]
    actions.end(measure=measure.pk, actor=dorte.pk, today=TODAY + timedelta(days=4), now=NOW)
    assert (queries.runs(KIND, TODAY + timedelta(days=3)), queries.runs(KIND, TODAY + timedelta(days=4))) == (
        True,
        False,
    )


def test_the_same_measure_is_announced_once(dorte: Employee) -> None:
    announce(dorte, TODAY)
    with pytest.raises(Stale):
        announce(dorte, TODAY)


def test_everyone_reads_it_and_hr_announces_it(
    as_: Callable[[Employee], Client], anna: Employee, dorte: Employee
) -> None:
    said = {"kind": KIND.value, "purpose": "Plads på kontoret", "starts": TODAY.isoformat()}
    assert as_(anna).post("/kontrol/ny/", said).status_code == 403
    as_(dorte).post("/kontrol/ny/", said)
    assert "Plads på kontoret" in as_(anna).get("/kontrol/").content.decode()
