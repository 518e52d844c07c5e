"""The arithmetic of the audit chain."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from hjemmedag.core.audit.chain import GENESIS, Break, Link, first_break, salted

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def chain(length: int) -> list[tuple[Link, str, str]]:
    links, previous = [], GENESIS
    for number in range(1, length + 1):
        link = Link(
            number=number,
            at=AT + timedelta(minutes=number),
            actor=number % 3,
            action="policy.publish",
            subject_kind="policy.PolicyVersion",
            subject=1,
            about=None,
            digest=salted("aa", {"number": number}),
            seals=(("policy.PolicyVersion", 1, "ab"),),
        )
        links.append((link, previous, link.hash(previous)))
        previous = links[-1][2]
    return links


@given(st.integers(0, 12))
def test_an_untouched_chain_holds(length: int) -> None:
    assert first_break(chain(length)) is None


@given(st.integers(1, 12), st.data())
def test_a_changed_entry_is_found_where_it_stands(length: int, data: st.DataObject) -> None:
    links, place = chain(length), data.draw(st.integers(0, length - 1))
    changes = [{"actor": 9}, {"action": "policy.confirm"}, {"at": AT}, {"digest": "0"}, {"about": 4}, {"seals": ()}]
    link, previous, said = links[place]
    links[place] = (replace(link, **data.draw(st.sampled_from(changes))), previous, said)
    assert first_break(links) == Break(place + 1, "changed")


@given(st.integers(2, 12), st.data())
def test_an_entry_taken_out_of_the_middle_is_missed(length: int, data: st.DataObject) -> None:
    links, place = chain(length), data.draw(st.integers(0, length - 2))
    del links[place]
    assert first_break(links) == Break(place + 1, "missing")


def test_a_chain_begun_anew_behind_an_entry_does_not_fit() -> None:
    links = chain(4)
    link = replace(links[1][0], actor=9)
    links[1] = (link, links[1][1], link.hash(links[1][1]))
    assert first_break(links) == Break(3, "previous")


def test_the_order_of_seals_does_not_matter() -> None:
    one = replace(chain(1)[0][0], seals=(("a.A", 1, "x"), ("b.B", 2, "y")))
    assert one.hash(GENESIS) == replace(one, seals=tuple(reversed(one.seals))).hash(GENESIS)


def test_the_same_payload_has_another_digest_under_another_salt() -> None:
    assert salted("aa", {"name": "Anna"}) != salted("ab", {"name": "Anna"})
