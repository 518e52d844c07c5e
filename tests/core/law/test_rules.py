"""Rules, their parameters by date, and the law of one day."""

from datetime import date
from decimal import Decimal

import pytest

from hjemmedag.core.law import (
    Certainty,
    Kind,
    Parameter,
    Party,
    Rule,
    Rulebook,
    Source,
    Text,
    UnknownRule,
    UnknownValue,
    Version,
)
from hjemmedag.core.periods import Period

ACT = Source("Prøveloven", "LBK nr 1", date(2020, 1, 2), "§ 3")
TITLE = Text(da="Loft", en="Ceiling")


def version(value: int | Decimal | str, start: date | None, end: date | None) -> Version:
    return Version(value, Period(start, end), ACT, Certainty.VERIFIED)


CEILING = Parameter(
    "ceiling",
    "days",
    TITLE,
    (version(3, date(2024, 1, 1), date(2025, 1, 1)), version(5, date(2025, 1, 1), date(2026, 1, 1))),
)
RULE = Rule(
    "week.trial",
    Kind.LAW,
    Party.EMPLOYER,
    Text(da="Prøve", en="Trial"),
    Text(da="Prøve.", en="Trial."),
    (ACT,),
    Certainty.VERIFIED,
    date(2027, 1, 1),
    {"ceiling": CEILING},
)
BOOK = Rulebook({RULE.key: RULE})


@pytest.mark.parametrize(("day", "value"), [(date(2024, 1, 1), 3), (date(2024, 12, 31), 3), (date(2025, 1, 1), 5)])
def test_a_version_lasts_until_the_day_before_the_next(day: date, value: int) -> None:
    assert BOOK.on(day).number("week.trial", "ceiling") == value


@pytest.mark.parametrize("day", [date(2023, 12, 31), date(2026, 1, 1)])
def test_outside_all_versions_the_value_is_unknown_never_the_nearest(day: date) -> None:
    assert CEILING.on(day) is None
    with pytest.raises(UnknownValue, match='We know no value for "Ceiling" on'):
        BOOK.on(day).version("week.trial", "ceiling")


def test_a_repealed_parameter_says_since_when() -> None:
    gone = Parameter("ceiling", "days", TITLE, (version(3, None, date(2024, 1, 1)),), repealed=date(2024, 1, 1))
    assert gone.silence(date(2026, 1, 1)) == Text(
        da='"Loft" er afskaffet fra mandag 1. januar 2024.', en='"Ceiling" is repealed from Monday 1 January 2024.'
    )
    assert gone.silence(date(1999, 1, 1)).en == 'We know no value for "Ceiling" on Friday 1 January 1999.'


def test_before_its_introduction_a_parameter_says_when_it_comes() -> None:
    new = Parameter("ceiling", "days", TITLE, (version(3, date(2024, 1, 1), None),), introduced=date(2024, 1, 1))
    assert new.silence(date(2023, 12, 31)) == Text(
        da="Reglen gælder først fra mandag 1. januar 2024.", en="The rule only applies from Monday 1 January 2024."
    )


@pytest.mark.parametrize(("key", "name"), [("week.other", "ceiling"), ("week.trial", "floor")])
def test_an_unknown_rule_or_parameter_is_a_mistake_of_the_caller(key: str, name: str) -> None:
    with pytest.raises(UnknownRule):
        BOOK.on(date(2024, 6, 1)).version(key, name)


def test_a_value_is_read_as_the_number_it_is() -> None:
    assert version(3, None, None).amount == Decimal(3)
    assert version(Decimal("7.4"), None, None).amount == Decimal("7.4")
    with pytest.raises(TypeError):
        _ = version(Decimal("7.4"), None, None).number
    with pytest.raises(TypeError):
        _ = version("12-25", None, None).amount


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (ACT, "Prøveloven § 3, LBK nr 1 af 02/01/2020"),
        (Source("Prøveloven"), "Prøveloven"),
        (Source("Prøveloven", section="§ 3"), "Prøveloven § 3"),
        (Source("Prøveloven", "LBK nr 1"), "Prøveloven, LBK nr 1"),
        (Source("Prøvecirkulæret", date=date(2005, 7, 6)), "Prøvecirkulæret, 06/07/2005"),
    ],
)
def test_a_source_names_act_section_number_and_date(source: Source, words: str) -> None:
    assert str(source) == words
