"""Andre arbejdssteder: places beside the home at which someone may work for a time, such as a summer house."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from hjemmedag.core.people.homes import Address
from hjemmedag.core.periods import Period


@dataclass(frozen=True, slots=True)
class Spot:
    """A place by the name that people use for it, where it is, and when it counts."""

    name: str
    address: Address
    period: Period


class Clash(StrEnum):
    """Why a place can't stand beside those there are."""

    SAME_ADDRESS = "same_address"
    SAME_NAME = "same_name"
    HOME = "home"


def clash(new: Spot, standing: Iterable[Spot], home: Address | None) -> Clash | None:
    """The first thing in the way: the home itself, or the same address or name on days that overlap.

    Two places may count on the same days; then one says which of them a day is spent at.
    """
    if home is not None and same(new.address, home):
        return Clash.HOME
    for one in standing:
        if new.period.overlaps(one.period):
            if same(new.address, one.address):
                return Clash.SAME_ADDRESS
            if _plain(new.name) == _plain(one.name):
                return Clash.SAME_NAME
    return None


def same(one: Address, other: Address) -> bool:
    """Whether two addresses are one, however they are spaced and capitalised."""
    return _key(one) == _key(other)


def _key(address: Address) -> tuple[str, ...]:
    return tuple(_plain(part) for part in (address.street, address.postcode, address.country))


def _plain(words: str) -> str:
    return " ".join(words.casefold().replace(",", " ").split())
