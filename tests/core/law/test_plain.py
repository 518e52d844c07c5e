"""Values as JSON has them."""

from datetime import date, datetime, time
from decimal import Decimal

import pytest

from hjemmedag.core.instants import COPENHAGEN
from hjemmedag.core.law import plain


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (date(2026, 11, 30), "2026-11-30"),
        (datetime(2026, 10, 27, 11, 0, tzinfo=COPENHAGEN), "2026-10-27T11:00+01:00"),
        (time(22), "22:00"),
        (Decimal("14.8"), 14.8),
        ((date(2026, 1, 1), date(2026, 4, 2)), ["2026-01-01", "2026-04-02"]),
        (True, True),
        (3, 3),
        ("agreed", "agreed"),
        (None, None),
    ],
)
def test_a_value_is_written_as_json_has_it(value: object, expected: object) -> None:
    assert plain.value(value) == expected
