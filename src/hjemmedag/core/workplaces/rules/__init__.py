"""The rules of this subject that can be asked, by key."""

from collections.abc import Mapping
from typing import Any

from hjemmedag.core.law import Decider
from hjemmedag.core.workplaces.rules import (
    assessment_due,
    eye_test,
    home_visit,
    injury_report,
    insurance,
    screen_requirements,
    screen_work,
)

RULES: Mapping[str, Decider[Any]] = {
    screen_work.KEY: Decider(screen_work.Facts, screen_work.decide),
    screen_requirements.KEY: Decider(screen_requirements.Facts, screen_requirements.decide),
    eye_test.KEY: Decider(eye_test.Facts, eye_test.decide),
    assessment_due.KEY: Decider(assessment_due.Facts, assessment_due.decide),
    home_visit.KEY: Decider(home_visit.Facts, home_visit.decide),
    injury_report.KEY: Decider(injury_report.Facts, injury_report.decide),
    insurance.KEY: Decider(insurance.Facts, insurance.decide),
}
