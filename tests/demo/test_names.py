"""Made-up people."""

from itertools import islice
from random import Random

from hjemmedag.demo import names


def test_ten_thousand_people_have_ten_thousand_addresses():
    taken: set[str] = set()
    people = list(islice(names.everyone(Random(1), english=False, taken=taken), 10_000))
    assert len({names.mailbox_of(first, last) for first, last in people}) == len(taken) == 10_000


def test_a_mailbox_is_spelled_with_plain_letters():
    assert names.mailbox_of("Søren", "Kjær Åkjær") == "soeren.kjaer.aakjaer"
    assert names.mailbox_of("Łucja", "Wójcik") == "lucja.wojcik"


def test_the_same_chances_give_the_same_people():
    first, second = (list(islice(names.everyone(Random(7), english=True, taken=set()), 50)) for _ in range(2))
    assert first == second


def test_every_site_has_homes_within_reach():
    assert {names.home(Random(1), site).country for site in names.TOWNS} == {"DK"}
    assert names.home(Random(1), "København", abroad=True).country == "SE"
