"""A company's own values over the law: only where the law leaves room, and only for their period."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hjemmedag.core.law import (
    Certainty,
    CompanyValue,
    Freedom,
    Kind,
    NotAllowed,
    Rulebook,
    Source,
    UnknownRule,
    Value,
    lay_over,
    refusal,
)
from hjemmedag.core.periods import Period
from tests.core.law.test_rules import CEILING, RULE

POLICY = Source("Hjemmearbejdspolitik", "version 3", date(2024, 5, 1))
ALWAYS = Period()


def book(company: Freedom | None) -> Rulebook:
    return Rulebook({RULE.key: replace(RULE, parameters={"ceiling": replace(CEILING, company=company)})})


def own(value: Value, period: Period = ALWAYS) -> CompanyValue:
    return CompanyValue("week.trial", "ceiling", value, period, POLICY)


def on(rulebook: Rulebook, day: date) -> object:
    found = rulebook.rule("week.trial").parameter("ceiling").on(day)
    return found and found.value


def test_a_company_value_stands_in_its_period_and_the_law_around_it() -> None:
    laid = lay_over(book(Freedom.ANY), [own(7, Period(date(2024, 6, 1), date(2025, 6, 1)))])
    days = (date(2024, 5, 31), date(2024, 6, 1), date(2025, 5, 31), date(2025, 6, 1))
    assert [on(laid, day) for day in days] == [3, 7, 7, 5]


def test_a_company_value_is_the_companys_and_names_its_decision() -> None:
    laid = lay_over(book(Freedom.ANY), [own(7)]).on(date(2024, 6, 1)).version("week.trial", "ceiling")
    assert (laid.kind, laid.source) == (Kind.COMPANY, POLICY)


@pytest.mark.parametrize("certainty", list(Certainty))
def test_a_company_value_is_no_surer_than_what_it_is_laid_over(certainty: Certainty) -> None:
    versions = tuple(replace(version, certainty=certainty) for version in CEILING.versions)
    ceiling = replace(CEILING, company=Freedom.ANY, versions=versions)
    law = Rulebook({RULE.key: replace(RULE, parameters={"ceiling": ceiling})})
    laid = lay_over(law, [own(7)]).rule("week.trial").parameter("ceiling")
    assert [version.certainty for version in laid.versions] == [certainty] * 2


def test_days_the_rulebook_does_not_know_stay_unknown() -> None:
    laid = lay_over(book(Freedom.ANY), [own(7)])
    assert [on(laid, day) for day in (date(2023, 12, 31), date(2026, 1, 1))] == [None, None]


def test_the_rulebook_itself_is_left_as_it_was() -> None:
    law = book(Freedom.ANY)
    lay_over(law, [own(7)])
    assert law == book(Freedom.ANY)


def test_a_later_company_value_takes_over_from_an_earlier_one() -> None:
    laid = lay_over(book(Freedom.ANY), [own(7), own(9, Period(date(2025, 3, 1)))])
    assert [on(laid, day) for day in (date(2025, 2, 28), date(2025, 3, 1))] == [7, 9]


@pytest.mark.parametrize(
    ("freedom", "value", "period", "message"),
    [
        (None, 7, ALWAYS, "Ceiling can't be set by the company."),
        (Freedom.ANY, Decimal("7.5"), ALWAYS, "Ceiling must be given in days."),
        (Freedom.ANY, -1, ALWAYS, "Ceiling must be given in days."),
        (Freedom.RAISE, 4, ALWAYS, "Ceiling must be at least 5 days."),
        (Freedom.RAISE, 2, Period(None, date(2024, 2, 1)), "Ceiling must be at least 3 days."),
        (Freedom.LOWER, 4, ALWAYS, "Ceiling must be at most 3 days."),
        (Freedom.LOWER, 6, Period(date(2025, 1, 1)), "Ceiling must be at most 5 days."),
    ],
)
def test_what_the_law_does_not_allow_is_refused(
    freedom: Freedom | None, value: Value, period: Period, message: str
) -> None:
    words = refusal(book(freedom), own(value, period))
    assert words is not None
    assert words.en == message
    with pytest.raises(NotAllowed, match=message):
        lay_over(book(freedom), [own(value, period)])


@pytest.mark.parametrize(
    ("freedom", "value", "period"),
    [
        (Freedom.RAISE, 5, ALWAYS),
        (Freedom.RAISE, 4, Period(None, date(2025, 1, 1))),
        (Freedom.LOWER, 3, ALWAYS),
        (Freedom.LOWER, 5, Period(date(2025, 1, 1))),
    ],
)
def test_a_value_as_strict_as_the_law_of_its_days_is_allowed(freedom: Freedom, value: Value, period: Period) -> None:
    assert refusal(book(freedom), own(value, period)) is None


def test_a_rule_or_parameter_that_does_not_exist_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(UnknownRule):
        refusal(book(Freedom.ANY), replace(own(7), parameter="floor"))


@given(st.dates(date(2023, 6, 1), date(2026, 6, 1)), st.integers(1, 900), st.integers(-400, 1400))
def test_laid_over_versions_never_overlap_and_stay_in_order(start: date, length: int, offset: int) -> None:
    end = date.fromordinal(start.toordinal() + length)
    laid = lay_over(book(Freedom.ANY), [own(7, Period(start, end))])
    versions = laid.rule("week.trial").parameter("ceiling").versions
    assert all(a.period.end == b.period.start for a, b in pairwise(versions))
    day = date.fromordinal(date(2023, 6, 1).toordinal() + max(0, offset))
    law = CEILING.on(day)
    assert on(laid, day) == (law and (7 if start <= day < end else law.value))
