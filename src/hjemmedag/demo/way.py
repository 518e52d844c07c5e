"""The way: what HR wrote down by hand of the steps that are recorded elsewhere, over a year."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from hjemmedag.apps.overview import actions
from hjemmedag.apps.overview.models import StepRecord
from hjemmedag.core.overview.way import Step
from hjemmedag.demo.staff import Staff
from hjemmedag.demo.story import Story

SAID = (
    (330, Step.SECURITY, StepRecord.State.UNDER_WAY, "It har fået opgaven. Leverandørlisten ligger på fællesdrevet."),
    (150, Step.SECURITY, StepRecord.State.IN_ORDER, "Databehandleraftaler er gennemgået. Se mappen It-sikkerhed."),
    (300, Step.ONBOARDING, StepRecord.State.IN_ORDER, "Startmøde for hvert hold. Dagsorden ligger i mappen Opstart."),
    (40, Step.FOLLOW_UP, StepRecord.State.UNDER_WAY, "Spørgeskema efter nytår. Referat fra ledermødet i oktober."),
)


def write(story: Story, staff: Staff) -> None:
    """The scenes of this page."""
    numbers: dict[Step, int] = {}
    for days, step, state, evidence in SAID:
        numbers[step] = numbers.get(step, 0) + 1
        write_down = partial(_write_down, step=step, state=state, evidence=evidence, number=numbers[step], staff=staff)
        story.on(story.ago(days), write_down)


def _write_down(now: datetime, *, step: Step, state: str, evidence: str, number: int, staff: Staff) -> None:
    day = now.date()
    actions.record_step(
        step=step, state=state, on=day, evidence=evidence, number=number, actor=staff.hr.pk, today=day, now=now
    )
