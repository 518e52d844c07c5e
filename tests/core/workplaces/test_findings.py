"""How far a finding has come: only the person's yes closes it."""

from datetime import date

import pytest

from hjemmedag.core.workplaces.findings import Course, Stage

DAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("course", "stage"),
    [
        (Course(), Stage.OPEN),
        (Course(planned=True), Stage.PLANNED),
        (Course(planned=True, carried_out_on=DAY), Stage.CARRIED_OUT),
        (Course(planned=True, carried_out_on=DAY, in_order=True), Stage.CLOSED),
        (Course(planned=True, carried_out_on=DAY, in_order=False), Stage.OPEN),
    ],
)
def test_a_finding_is_as_far_as_its_latest_measure(course: Course, stage: Stage) -> None:
    assert course.stage is stage
