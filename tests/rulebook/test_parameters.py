"""The values that the product rests on, from their first day to their last, as the fact sheet gives them."""

from datetime import date, time, timedelta
from decimal import Decimal

import pytest

from hjemmedag.core.law import Certainty, Value
from hjemmedag.rulebook.load import load

V, K, U = Certainty.VERIFIED, Certainty.KNOWN, Certainty.UNVERIFIED
LONG_AGO, FAR_OFF = date(2000, 1, 1), date(2100, 1, 1)

NIS2 = date(2025, 7, 1)
TERMS = date(2023, 7, 1)
REST = date(2024, 7, 1)
FLEXIBLE = date(2022, 8, 2)
EARLIER = date(2003, 4, 15)
SCREEN = date(2022, 4, 30)
INJURY = date(2022, 7, 1)

Row = tuple[str, Value, str, date | None, date | None, Certainty]


def yearly(place: str, unit: str, *values: Value, first: int) -> list[Row]:
    return [(place, v, unit, date(y, 1, 1), date(y, 12, 31), V) for y, v in enumerate(values, start=first)]


ROWS: list[Row] = [
    ("worktime.daily_rest.minimum", 660, "minutes", None, None, V),
    ("worktime.daily_rest.window", 1440, "minutes", None, None, V),
    ("worktime.daily_rest.elapsed", True, "boolean", None, None, K),
    ("worktime.weekly_rest.gap", 2100, "minutes", None, None, V),
    ("worktime.weekly_rest.between", 6, "days_of_24_hours", None, None, V),
    ("worktime.weekly_rest.between_local", 7, "days_of_24_hours", None, None, V),
    ("worktime.weekly_rest.between_collective", 12, "days_of_24_hours", None, None, V),
    ("worktime.interruption.de_minimis", 0, "minutes", None, None, U),
    ("worktime.self_organiser.rest_rules_exempt", True, "boolean", REST, None, V),
    ("worktime.self_organiser.hours_rules_exempt", True, "boolean", REST, None, V),
    ("worktime.young_workers.adult_from", 18, "years", None, None, K),
    ("worktime.rest_derogation.emergency", True, "boolean", None, None, V),
    ("worktime.compensatory_rest.immediate", True, "boolean", REST, None, V),
    ("worktime.weekly_hours.average_most", 2880, "minutes_per_7_days", None, None, V),
    ("worktime.weekly_hours.reference_months", 4, "months", None, None, V),
    ("worktime.weekly_hours.reference_months_agreed", 12, "months", None, None, V),
    ("worktime.registration.required", True, "boolean", REST, None, V),
    ("worktime.retention.years", 5, "years", REST, None, V),
    ("worktime.breaks.after", 360, "minutes", None, None, V),
    ("worktime.night_work.night_start", time(22), "time", None, None, V),
    ("worktime.night_work.night_end", time(5), "time", None, None, V),
    ("worktime.night_work.daily", 180, "minutes", None, None, V),
    ("worktime.night_work.yearly", 300, "hours_per_12_months", None, None, V),
    ("worktime.night_work.health_check", 36, "months", None, None, V),
    ("workplaces.screen_work.workday", Decimal("7.4"), "hours", SCREEN, None, V),
    ("workplaces.screen_work.week_above", Decimal("14.8"), "hours_per_week", SCREEN, None, V),
    ("workplaces.screen_work.days", 1, "days", EARLIER, date(2022, 4, 29), K),
    ("workplaces.screen_work.days", 2, "days", SCREEN, None, V),
    ("workplaces.screen_work.average_over", 4, "weeks", SCREEN, None, K),
    ("workplaces.screen_work.without_leave", True, "boolean", SCREEN, None, K),
    ("workplaces.screen_work.screen_hours", True, "boolean", SCREEN, None, K),
    ("workplaces.screen_work.all_at_home", True, "boolean", SCREEN, None, U),
    ("workplaces.screen_work.regular_after", 2, "months", SCREEN, None, V),
    ("workplaces.eye_test.interval", 24, "months", None, None, V),
    ("workplaces.assessment_due.interval", 36, "months", date(2024, 2, 1), None, V),
    ("workplaces.safety_organisation.one_level_from", 10, "employees", None, None, V),
    ("workplaces.safety_organisation.two_levels_from", 35, "employees", None, None, V),
    ("workplaces.injury_report.report_days", 14, "days", INJURY, None, V),
    ("workplaces.injury_report.absence_days", 1, "days", INJURY, date(2026, 6, 30), V),
    ("workplaces.injury_report.absence_days", 3, "days", date(2026, 7, 1), None, U),
    ("workplaces.injury_report.fatal_hours", 48, "hours", None, None, V),
    ("agreements.information.core_days", 7, "days", TERMS, None, V),
    ("agreements.information.other_months", 1, "months", TERMS, None, V),
    ("agreements.information.change_days", 0, "days", TERMS, None, V),
    ("agreements.information.abroad_weeks", 4, "weeks", TERMS, None, V),
    ("agreements.information.scope_hours", 3, "hours_per_week", TERMS, None, V),
    ("endings.notice.employee_months", 1, "months", None, None, V),
    ("security.control_notice.da_fh", 42, "days", None, None, V),
    ("security.control_notice.gls_a", 14, "days", None, None, V),
    ("security.breach.report_hours", 72, "hours", date(2018, 5, 25), None, K),
    ("followup.smallest_group.answers", 5, "answers", None, None, V),
    ("agreements.flexible_request.child_age_below", 9, "years", FLEXIBLE, None, V),
    ("agreements.flexible_request.carer_months", 6, "months", FLEXIBLE, None, V),
    ("agreements.flexible_request.reply_days", 14, "days", FLEXIBLE, None, V),
    *yearly("equipment.tax_deduction.floor", "dkk", 6700, 7000, 7300, 7600, first=2023),
    *yearly("equipment.tax_phone.taxable_value", "dkk", 3100, 3200, 3300, 3500, first=2023),
    ("equipment.tax_commute.rate", Decimal("2.23"), "dkk_per_km", date(2024, 1, 1), date(2025, 12, 31), V),
    ("equipment.tax_commute.rate", Decimal("2.28"), "dkk_per_km", date(2026, 1, 1), date(2026, 12, 31), V),
    ("equipment.tax_commute.rate_beyond", Decimal("1.12"), "dkk_per_km", date(2024, 1, 1), date(2025, 12, 31), V),
    ("equipment.tax_commute.rate_beyond", Decimal("1.14"), "dkk_per_km", date(2026, 1, 1), date(2026, 12, 31), V),
    ("people.social_security.residence_share", 25, "percent", None, None, V),
    ("people.social_security.oresund_share", 50, "percent", None, None, V),
    ("people.public_holidays.great_prayer_day", 26, "days_from_easter", None, date(2023, 12, 31), V),
    ("security.nis2.in_force", True, "boolean", NIS2, None, K),
    ("followup.ai_assessment.high_risk", True, "boolean", date(2027, 12, 2), None, U),
]


def value(place: str, day: date) -> Value | None:
    key, _, name = place.rpartition(".")
    version = load().rule(key).parameter(name).on(day)
    return version and version.value


@pytest.mark.parametrize(("place", "expected", "unit", "first", "last", "certainty"), ROWS)
def test_a_value_holds_from_its_first_day_to_its_last(
    place: str, expected: Value, unit: str, first: date | None, last: date | None, certainty: Certainty
) -> None:
    key, _, name = place.rpartition(".")
    parameter = load().rule(key).parameter(name)
    held = [parameter.on(first or LONG_AGO), parameter.on(last or FAR_OFF)]
    assert [version and (version.value, version.certainty) for version in held] == [(expected, certainty)] * 2
    assert parameter.unit == unit


@pytest.mark.parametrize(("place", "expected", "unit", "first", "last", "certainty"), ROWS)
def test_the_day_before_and_the_day_after_have_the_neighbouring_value_or_none(
    place: str, expected: Value, unit: str, first: date | None, last: date | None, certainty: Certainty
) -> None:
    neighbours = {(row[3], row[4]): row[1] for row in ROWS if row[0] == place}
    before = next((v for (_, end), v in neighbours.items() if first and end == first - timedelta(days=1)), None)
    after = next((v for (start, _), v in neighbours.items() if last and start == last + timedelta(days=1)), None)
    if first:
        assert value(place, first - timedelta(days=1)) == before
    if last:
        assert value(place, last + timedelta(days=1)) == after


@pytest.mark.parametrize("place", ["equipment.tax_deduction.floor", "equipment.tax_phone.taxable_value"])
def test_next_years_tax_rates_are_unknown_not_this_years(place: str) -> None:
    assert value(place, date(2027, 1, 1)) is None
