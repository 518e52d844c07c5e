"""Single cells of a list of arrangements."""

from __future__ import annotations

import pytest

from hjemmedag.core.agreements.listed import country, pattern_days
from hjemmedag.core.people.stafflist.faults import Wrong


@pytest.mark.parametrize(
    ("cell", "days"),
    [("ma, on", {0, 2}), ("ma-on", {0, 1, 2}), ("mon-fri", {0, 1, 2, 3, 4}), ("on-on", {2}), ("ma / fr", {0, 9})],
)
def test_days_stand_alone_or_from_one_to_another(cell: str, days: set[int]) -> None:
    assert pattern_days(cell)[1] == days


def test_a_range_that_runs_backwards_is_a_fault_and_loses_no_day_in_silence() -> None:
    with pytest.raises(Wrong, match="fr-on") as met:
        pattern_days("ma, fr-on")
    assert "runs backwards" in str(met.value)


@pytest.mark.parametrize(("cell", "code"), [("", "DK"), ("FR", "FR"), ("sverige", "SE"), ("Austria", "AT")])
def test_every_country_that_a_form_offers_can_be_listed_by_code_or_name(cell: str, code: str) -> None:
    assert country(cell) == code
