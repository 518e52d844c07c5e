"""What follows a request too soon to go unnoticed."""

from __future__ import annotations

from datetime import date

import pytest

from hjemmedag.core.agreements.retaliation import SoonAfter, soon_after

ASKED = [date(2025, 1, 10), date(2026, 3, 10)]


@pytest.mark.parametrize(
    ("on", "found"),
    [
        (date(2026, 3, 9), None),
        (date(2026, 3, 10), date(2026, 3, 10)),
        (date(2027, 3, 10), date(2026, 3, 10)),
        (date(2027, 3, 11), None),
        (date(2026, 1, 10), date(2025, 1, 10)),
    ],
)
def test_twelve_months_are_watched_from_each_request(on: date, found: date | None) -> None:
    expected = None if found is None else SoonAfter("close", on, found)
    assert soon_after(ASKED, [(on, "close")], 12) == expected


def test_the_latest_that_happened_is_told() -> None:
    happened = [(date(2026, 5, 1), "pause"), (date(2026, 6, 1), "leave")]
    assert soon_after(ASKED, happened, 12) == SoonAfter("leave", date(2026, 6, 1), date(2026, 3, 10))
    assert soon_after([], happened, 12) is None
