"""Asking for another pattern, and answering it, as people see it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from hjemmedag.apps.agreements.models import Amendment, Arrangement
from hjemmedag.apps.people.models import Employee
from tests.conftest import TODAY

Browser = Callable[[Employee], Client]
HOURS = {f"{part}_{day}": hour for day in range(5) for part, hour in (("start", "08:00"), ("end", "16:00"))}
WISH = {"model": "hybrid", "cycle_weeks": "1", "home_days": ["1", "2"], "wanted_from": "2026-12-07", **HOURS}


@pytest.fixture
def living(anna: Employee, bo: Employee, offer: Callable[..., Arrangement], sign: Callable[..., None]) -> Arrangement:
    """Anna's arrangement, signed by all."""
    arrangement = offer(anna, by=bo, first=TODAY)
    sign(arrangement)
    return arrangement


def test_anna_asks_with_a_reason_and_bo_agrees(anna: Employee, bo: Employee, living: Arrangement, as_: Browser) -> None:
    url = f"/ordninger/{living.pk}/aendring/"
    page = as_(anna).get(url).content.decode()
    assert "Vinduet for ændringer åbner fredag 1. januar 2027. Kan det ikke vente, så skriv hvorfor." in page
    assert "Skriv, hvorfor ændringen ikke kan vente." in as_(anna).post(url, WISH).content.decode()
    assert as_(anna).post(url, {**WISH, "exception": "Nyt skema"}).status_code == 302
    change = f"/aendringer/{Amendment.objects.get().pk}/"
    assert "Trukket" not in as_(anna).get(change).content.decode()
    assert "Sig ja" not in as_(anna).get(change).content.decode()
    assert "Sig ja" in as_(bo).get(change).content.decode()
    assert "der er bedt om et andet mønster" in as_(bo).get(f"/ordninger/{living.pk}/").content.decode()
    said = {"answer": "approve", "reason": "Det passer.", "effective_on": "2026-12-07"}
    assert as_(bo).post(change, said).status_code == 302
    page = as_(anna).get(f"/ordninger/{living.pk}/").content.decode()
    assert "Læs og skriv under" in page
    assert "Et andet mønster aftalt" in page
    assert "Se tillægget" in as_(anna).get(change).content.decode()
    assert "Se tillægget" not in as_(bo).get(change).content.decode()


def test_a_parent_asks_by_right_outside_the_window_and_the_answer_says_so(
    anna: Employee, bo: Employee, living: Arrangement, as_: Browser
) -> None:
    url = f"/ordninger/{living.pk}/aendring/"
    assert 'name="ground"' not in as_(bo).get(url).content.decode()
    assert as_(anna).post(url, {**WISH, "ground": "parent"}).status_code == 302
    change = f"/aendringer/{Amendment.objects.get().pk}/"
    assert "retten til at anmode om en fleksibel ordning" in as_(bo).get(change).content.decode()


def test_a_wrong_answer_is_kept_out(anna: Employee, bo: Employee, living: Arrangement, as_: Browser) -> None:
    as_(anna).post(f"/ordninger/{living.pk}/aendring/", {**WISH, "exception": "Nyt skema"})
    change = f"/aendringer/{Amendment.objects.get().pk}/"
    assert as_(bo).post(change, {"answer": "måske"}).status_code == 400
    assert as_(anna).post(change, {"answer": "approve"}).status_code == 403
    assert "Vælg den første dag." in as_(bo).post(change, {"answer": "approve", "reason": "Ja"}).content.decode()
    assert as_(anna).post(f"{change}tilbagetraekning/").status_code == 302
    late = as_(bo).post(change, {"answer": "refuse", "reason": "Nej"}).content.decode()
    assert "Det er allerede besvaret eller trukket tilbage." in late
    assert Amendment.objects.get().outcome == "withdrawn"
