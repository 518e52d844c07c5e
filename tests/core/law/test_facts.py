"""Reading facts: each fault names its field and what to write."""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

import pytest

from hjemmedag.core.instants import written
from hjemmedag.core.law import FactsError, Text
from hjemmedag.core.law.facts import near_miss, read


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True)
class Facts:
    on: date
    at: datetime | None = None
    colour: Colour = Colour.RED
    months: int | None = None
    covered: bool = True
    name: str = ""


def test_json_values_become_typed_facts() -> None:
    given = {"on": "2026-11-30", "at": "2026-11-30T16:00", "colour": "blue", "months": 3, "covered": False, "name": "x"}
    facts = read(Facts, given)
    assert (facts.on, facts.colour, facts.months, facts.covered, facts.name) == (
        date(2026, 11, 30),
        Colour.BLUE,
        3,
        False,
        "x",
    )
    assert facts.at is not None
    assert written(facts.at) == "2026-11-30T16:00+01:00"


def test_what_is_left_out_takes_its_default_and_null_stands_where_it_may() -> None:
    assert read(Facts, {"on": "2026-11-30", "months": None}) == Facts(date(2026, 11, 30))


def test_dates_that_are_dates_already_are_taken_as_they_are() -> None:
    assert read(Facts, {"on": date(2026, 11, 30)}).on == date(2026, 11, 30)


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("2026-11-06T16:00", "2026-11-06T16:00+01:00"),
        ("2026-11-06 16:00:30", "2026-11-06T16:00:30+01:00"),
        ("2026-11-06T15:00Z", "2026-11-06T16:00+01:00"),
        ("2026-07-06T16:00+02:00", "2026-07-06T16:00+02:00"),
        ("2026-10-25T02:30", "2026-10-25T02:30+02:00"),
    ],
)
def test_instants_are_read_with_or_without_offset(text: str, instant: str) -> None:
    at = read(Facts, {"on": "2026-11-30", "at": text}).at
    assert at is not None
    assert written(at) == instant


NOT_A_DATE = Text(
    da='"{}" er ikke en dato. Skriv den som 2026-11-30.', en='"{}" is not a date. Write it like 2026-11-30.'
)
NOT_AN_INSTANT = Text(
    da='"{}" er ikke et tidspunkt. Skriv det som 2026-11-30T16:00.',
    en='"{}" is not a date and time. Write it like 2026-11-30T16:00.',
)
WHOLE = Text(da="skal være et helt tal.", en="must be a whole number.")


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        *(
            ("on", value, Text(NOT_A_DATE.da.format(value), NOT_A_DATE.en.format(value)))
            for value in ("2026-02-31", "31-12-2026", "20261130", "2026-W01-1", "2026-11-30T10:00", "", 5, None, True)
        ),
        *(
            ("at", value, Text(NOT_AN_INSTANT.da.format(value), NOT_AN_INSTANT.en.format(value)))
            for value in ("2026-11-30", "16:00", "2026-11-30T25:00", "2026-11-30T16", 7)
        ),
        ("at", "2026-03-29T02:30", Text(
            da='"2026-03-29T02:30" findes ikke: uret blev stillet frem den nat.',
            en='"2026-03-29T02:30" does not exist: the clocks went forward that night.',
        )),
        ("on", "1899-12-31", Text(da="året 1899 ligger uden for 1900–2199.", en="the year 1899 is outside 1900–2199.")),
        ("at", "9999-12-31T23:00", Text(
            da="året 9999 ligger uden for 1900–2199.", en="the year 9999 is outside 1900–2199."
        )),
        ("colour", "green", Text(
            da='"green" kan ikke bruges. Vælg en af: red, blue.', en='"green" can\'t be used. Choose one of: red, blue.'
        )),
        ("colour", ["red"], Text(
            da="\"['red']\" kan ikke bruges. Vælg en af: red, blue.",
            en="\"['red']\" can't be used. Choose one of: red, blue.",
        )),
        ("months", "3", WHOLE),
        ("months", 3.0, WHOLE),
        ("months", True, WHOLE),
        ("covered", None, Text(da="skal være true eller false.", en="must be true or false.")),
        ("covered", 1, Text(da="skal være true eller false.", en="must be true or false.")),
        ("name", 1, Text(da="skal være tekst.", en="must be text.")),
        ("moths", 1, Text(da='findes ikke. Mente du "months"?', en='does not exist. Did you mean "months"?')),
        ("zzz", 1, Text(
            da="findes ikke. Felterne er: on, at, colour, months, covered, name.",
            en="does not exist. The fields are: on, at, colour, months, covered, name.",
        )),
    ],
)  # fmt: skip
def test_a_fault_names_the_field_and_what_to_write(field: str, value: object, message: Text) -> None:
    with pytest.raises(FactsError) as fault:
        read(Facts, {"on": "2026-11-30", field: value})
    assert (fault.value.field, fault.value.message) == (field, message)


def test_a_missing_field_is_named() -> None:
    with pytest.raises(FactsError, match=r"^on: is missing\.$"):
        read(Facts, {})


def test_a_long_value_is_shortened_in_the_message() -> None:
    with pytest.raises(FactsError, match=f'"{"x" * 40}…" is not a date'):
        read(Facts, {"on": "x" * 5000})


@dataclass(frozen=True)
class Stay:
    first: date = field(metadata={"written": "from"})
    place: str = "x"

    def __post_init__(self) -> None:
        if not self.place:
            raise FactsError("place", Text(da="er tomt.", en="is empty."))


@dataclass(frozen=True)
class Journey:
    stays: tuple[Stay, ...] = ()
    home: Stay | None = None


def test_facts_may_hold_others_and_lists_of_them() -> None:
    given = {"stays": [{"from": "2026-11-30"}], "home": {"from": "2026-12-01", "place": "y"}}
    assert read(Journey, given) == Journey((Stay(date(2026, 11, 30)),), Stay(date(2026, 12, 1), "y"))


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"stays": {}}, "stays: must be a list, [ … ]."),
        ({"stays": [{"from": "2026-11-30"}, 7]}, "stays[2]: must be an object, { … }."),
        (
            {"stays": [{"from": "2026-11-30"}, {"from": "no"}]},
            'stays[2].from: "no" is not a date. Write it like 2026-11-30.',
        ),
        ({"stays": [{}]}, "stays[1].from: is missing."),
        ({"stays": [{"first": "2026-11-30"}]}, "stays[1].first: does not exist. The fields are: from, place."),
        ({"home": {"from": "2026-11-30", "place": ""}}, "home.place: is empty."),
    ],
)
def test_a_fault_inside_is_named_by_its_place(given: dict[str, object], message: str) -> None:
    with pytest.raises(FactsError) as fault:
        read(Journey, given)
    assert str(fault.value) == message


@pytest.mark.parametrize("slip", ["sikc", "sicks"])
def test_a_free_word_must_not_look_like_a_slip_for_one_with_a_meaning(slip: str) -> None:
    with pytest.raises(FactsError, match=f'kind: "{slip}" is not used. Did you mean "sick"'):
        near_miss("kind", slip, ["sick", "annual_leave"])


@pytest.mark.parametrize("word", ["sick", "flood", ""])
def test_other_words_are_free(word: str) -> None:
    near_miss("kind", word, ["sick", "annual_leave"])


@dataclass(frozen=True)
class Amounts:
    hours: Decimal
    leave: Decimal | bool = False


@pytest.mark.parametrize(
    ("written", "hours"),
    [(7, "7"), (7.4, "7.4"), (0.1, "0.1"), (Decimal("14.80"), "14.8"), (-1, "-1"), (1e-7, "0.0000001")],
)
def test_a_number_is_the_one_that_was_written(written: object, hours: str) -> None:
    assert read(Amounts, {"hours": written}).hours == Decimal(hours)


@pytest.mark.parametrize("written", ["7.4", True, None, float("nan"), float("-inf"), Decimal("NaN"), [7]])
def test_what_is_no_number_is_refused(written: object) -> None:
    with pytest.raises(FactsError, match=r"^hours: must be a number, like 7\.4\.$"):
        read(Amounts, {"hours": written})


@pytest.mark.parametrize(("written", "leave"), [(True, True), (False, False), (7.4, Decimal("7.4")), (0, Decimal())])
def test_where_two_kinds_may_stand_each_is_read_as_itself(written: object, leave: Decimal | bool) -> None:
    found = read(Amounts, {"hours": 1, "leave": written}).leave
    assert (type(found), found) == (type(leave), leave)
