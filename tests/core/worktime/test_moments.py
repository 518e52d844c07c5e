"""Times as they are written: two forms, and the hours that come twice or never."""

from __future__ import annotations

import pytest

from hjemmedag.core.instants import written
from hjemmedag.core.law import FactsError
from hjemmedag.core.worktime.moments import between, moment


@pytest.mark.parametrize(
    "text",
    ["2026-11-02T08:00", "2026-11-02 08:00:00", "02-11-2026 08:00", "2/11/2026 8.00", "2.11.2026 8:00:00",
     "2026-11-02T07:00Z", "2026-11-02T08:00:00.250+01:00"],
)  # fmt: skip
def test_a_time_may_be_written_in_these_ways(text: str) -> None:
    assert written(moment("start", text)) == "2026-11-02T08:00+01:00"


def test_24_is_the_next_midnight() -> None:
    assert written(moment("end", "31-12-2026 24:00")) == "2027-01-01T00:00+01:00"


@pytest.mark.parametrize(
    "text", ["", "2026-11-02", "08:00", "2026-02-30T08:00", "2026-11-02T08:60", "2026-11-02T24:01", "２026-11-02T08:00"]
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(FactsError, match=r"start: .* is not a date and time"):
        moment("start", text)


@pytest.mark.parametrize(
    ("start", "end", "fold", "placed"),
    [
        ("2026-10-25T02:15", "2026-10-25T02:45", 0, ("2026-10-25T02:15+02:00", "2026-10-25T02:45+02:00")),
        ("2026-10-25T02:15", "2026-10-25T02:45", 1, ("2026-10-25T02:15+01:00", "2026-10-25T02:45+01:00")),
        ("2026-10-25T02:45", "2026-10-25T02:15", 0, ("2026-10-25T02:45+02:00", "2026-10-25T02:15+01:00")),
        ("2026-10-25T01:00", "2026-10-25T03:00", 0, ("2026-10-25T01:00+02:00", "2026-10-25T03:00+01:00")),
        ("2026-10-25T02:15+02:00", "2026-10-25T02:15+01:00", 0, ("2026-10-25T02:15+02:00", "2026-10-25T02:15+01:00")),
    ],
)
def test_an_hour_that_comes_twice_is_the_first_unless_said(
    start: str, end: str, fold: int, placed: tuple[str, str]
) -> None:
    begins, ends = between(start, end, fold)
    assert (written(begins), written(ends)) == placed


def test_an_hour_that_march_skips_is_refused() -> None:
    with pytest.raises(FactsError, match=r"end: .* does not exist: the clocks went forward that night"):
        between("2026-03-29T01:30", "2026-03-29T02:30")
