"""What an agreement stands for, within the law."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from hjemmedag.apps.people import actions, models, queries
from hjemmedag.core.refusals import Refused
from tests.conftest import NOW, TODAY

MARCH = date(2027, 3, 1)
DAY = timedelta(days=1)
LIMITS = actions.Limits(
    daily_rest_minutes=480, rest_reductions_per_week=2, max_days_between_days_off=12, reference_months=12
)
LOCAL = actions.Limits(kind="local")


@pytest.fixture
def profile(anna: models.Employee) -> models.AgreementProfile:
    profile = models.AgreementProfile.objects.create(name="HK Privat")
    models.EmploymentTerms.objects.filter(employment__employee=anna).update(agreement=profile)
    return profile


def say(
    profile: models.AgreementProfile, limits: actions.Limits, starts: date = TODAY, last: date | None = None
) -> None:
    actions.set_limits(profile=profile.pk, limits=limits, starts=starts, last=last, actor=1, now=NOW)


def test_a_name_without_a_meaning_waits_for_one(profile: models.AgreementProfile) -> None:
    assert list(queries.unconfirmed()) == [profile]


def test_limits_hold_from_their_day_and_the_old_before_it(profile: models.AgreementProfile) -> None:
    say(profile, LIMITS)
    say(profile, replace(LIMITS, daily_rest_minutes=540), MARCH)
    found = [[row.daily_rest_minutes for row in profile.limits.on(day)] for day in (MARCH - DAY, MARCH)]
    assert found == [[480], [540]]
    profile.refresh_from_db()
    assert (profile.confirmed_at, profile.confirmed_by) == (NOW, 1)
    assert list(queries.unconfirmed()) == []


def test_limits_hold_through_their_last_day_and_can_be_renewed(profile: models.AgreementProfile) -> None:
    say(profile, LIMITS, last=MARCH)
    assert [profile.limits.on(day).count() for day in (MARCH, MARCH + DAY)] == [1, 0]
    say(profile, LIMITS, MARCH - 10 * DAY)
    assert profile.limits.on(MARCH + 400 * DAY).count() == 1


@pytest.mark.parametrize("last", [TODAY - DAY, MARCH])
def test_a_last_day_before_the_first_or_on_others_days_is_refused(profile: models.AgreementProfile, last: date) -> None:
    say(profile, LIMITS, MARCH)
    with pytest.raises(Refused):
        say(profile, LIMITS, last=last)
    assert profile.limits.count() == 1


@pytest.mark.parametrize(
    ("limits", "field"),
    [
        (replace(LIMITS, daily_rest_minutes=479), "daily_rest_minutes"),
        (replace(LIMITS, daily_rest_minutes=661), "daily_rest_minutes"),
        (replace(LIMITS, daily_rest_minutes=None), "rest_reductions_per_week"),
        (replace(LIMITS, max_days_between_days_off=13), "max_days_between_days_off"),
        (replace(LIMITS, max_days_between_days_off=5), "max_days_between_days_off"),
        (replace(LOCAL, max_days_between_days_off=8), "max_days_between_days_off"),
        (replace(LIMITS, reference_months=13), "reference_months"),
        (replace(LOCAL, reference_months=4), "reference_months"),
    ],
)
def test_what_the_law_does_not_allow_is_refused(
    limits: actions.Limits, field: str, profile: models.AgreementProfile
) -> None:
    assert list(queries.beyond_the_law(limits, TODAY)) == [field]
    with pytest.raises(Refused):
        say(profile, limits)
    assert models.AgreementLimits.objects.count() == 0


@pytest.mark.parametrize(
    "limits", [LIMITS, LOCAL, replace(LOCAL, max_days_between_days_off=7), replace(LIMITS, daily_rest_minutes=660)]
)
def test_what_the_law_allows_is_taken(limits: actions.Limits, profile: models.AgreementProfile) -> None:
    say(profile, limits)
    assert models.AgreementLimits.objects.get().kind == limits.kind


def test_a_name_is_given_once(profile: models.AgreementProfile) -> None:
    with pytest.raises(Refused, match="HK Privat"):
        actions.add_agreement(name="HK Privat", actor=1, now=NOW)
