"""The addendum to the employment contract (kontrakttillæg): all that the paper needs, ready for its layout."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from datetime import date

from hjemmedag.core.agreements.pattern import WEEKDAYS as WORKDAYS
from hjemmedag.core.agreements.pattern import Pattern, Window
from hjemmedag.core.documents.paper import Place, Sender
from hjemmedag.core.documents.wording import WEEKDAYS, between, day, hours, notice, weekday
from hjemmedag.core.law import Text
from hjemmedag.core.policy.provisions import COLUMNS, HEADING, Provision


@dataclass(frozen=True, slots=True)
class Contract:
    """The employment contract that the addendum belongs to.

    `agreement` is the collective agreement it names, empty without one; `functionary` whether it is known that the
    Salaried Employees Act (funktionærloven) covers it.
    """

    employee: str
    number: str
    title: str
    employed_from: date
    weekly_minutes: int
    agreement: str = ""
    functionary: bool = False


@dataclass(frozen=True, slots=True)
class PolicyReference:
    """The version of the company's policy that the addendum stands on."""

    number: int
    effective_from: date


@dataclass(frozen=True, slots=True)
class Workplace:
    """Where work is done when it isn't done at home, and after the arrangement has ended."""

    name: str
    address: str = ""

    @property
    def place(self) -> str:
        """The name with the address, where there is one."""
        return ", ".join(filter(None, (self.name, self.address)))

    @property
    def is_whole(self) -> bool:
        """Whether the address has both a street and a town with its postcode: a town alone leads nobody there."""
        street, *rest = self.address.split(",")
        towns = (part for part in rest if any(map(str.isdigit, part)) and any(map(str.isalpha, part)))
        return any(map(str.isalpha, street)) and next(towns, None) is not None


@dataclass(frozen=True, slots=True)
class Answer:
    """How soon messages on one channel are answered: "e-mail", "inden næste arbejdsdag er slut"."""

    channel: Text
    within: Text


@dataclass(frozen=True, slots=True)
class PrintedClause:
    """A clause of the policy version, as it was published."""

    heading: Text
    text: Text


@dataclass(frozen=True, slots=True)
class PrintedPlace:
    """A place agreed beside the home, in which room, and from when to when; without a last day until further notice."""

    name: str
    address: str
    room: str
    first: date
    last: date | None


@dataclass(frozen=True, slots=True)
class AddendumContent:
    """One addendum as it is offered on `offered_on`.

    `flexible`: the pattern's hours are a frame in which the employee places the work, else they are clock times.
    `home` is the address and `room` where in it, empty when not named. `notice_months` is the notice agreed for the
    arrangement alone; `None` means that none is agreed, so that the employment's own notice applies. `ends_on` is the
    last day of an arrangement limited in time, `review_on` when the parties look at it again at the latest. The first
    of `signers` signs first. `amends` is the first day of the terms that these replace, where there are such.
    `check_url` is where a reader can have the file checked. `received`: these are individual particulars, which the
    employee confirms together with the policy; nobody signs for the employer.
    """

    reference: str
    employer: Sender
    contract: Contract
    policy: PolicyReference
    pattern: Pattern
    workplace: Workplace
    home: str
    offered_on: date
    effective_from: date
    notice_months: int | None
    signers: tuple[Place, ...]
    check_url: str
    clauses: tuple[PrintedClause, ...] = ()
    provisions: tuple[Provision, ...] = ()
    room: str = ""
    flexible: bool = True
    phone: Window | None = None
    answers: tuple[Answer, ...] = ()
    ends_on: date | None = None
    review_on: date | None = None
    amends: date | None = None
    places: tuple[PrintedPlace, ...] = ()
    received: bool = False

    def __post_init__(self) -> None:
        if faults := self.pattern.faults():
            raise ValueError(f"a pattern with faults can't be agreed: {', '.join(faults)}")
        if len(self.signers) < (1 if self.received else 2):
            raise ValueError("an addendum is signed by the employee and by the employer")


def paper(content: AddendumContent) -> dict[str, object]:
    """What `addendum.typ` sets: plain values ready for JSON, dates and amounts as words in both languages."""
    contract, pattern = content.contract, content.pattern
    return {
        "reference": content.reference,
        "employer": asdict(content.employer),
        "employee": {"name": contract.employee, "number": contract.number, "title": contract.title},
        "employed_from": _day(contract.employed_from),
        "weekly_hours": asdict(hours(contract.weekly_minutes)),
        "agreement": contract.agreement,
        "functionary": contract.functionary,
        "policy": {"number": content.policy.number, "effective_from": _day(content.policy.effective_from)},
        "remote": pattern.remote,
        "cycle_weeks": pattern.cycle_weeks,
        "home_days": len(pattern.home_days),
        "week": _week(pattern),
        "flexible": content.flexible,
        "workplace": {"name": content.workplace.name, "place": content.workplace.place},
        "home": content.home,
        "room": content.room,
        "places": [_place(one) for one in content.places],
        "phone": content.phone and between(content.phone.start, content.phone.end),
        "answers": [asdict(answer) for answer in content.answers],
        "offered_on": _day(content.offered_on),
        "effective_from": asdict(weekday(content.effective_from)),
        "amends": _day(content.amends) if content.amends else {"da": "", "en": ""},
        "ends_on": content.ends_on and _day(content.ends_on),
        "review_on": content.review_on and _day(content.review_on),
        "notice": None if content.notice_months is None else asdict(notice(content.notice_months)),
        "clauses": [_clause(clause) for clause in content.clauses],
        "provisions": {
            "heading": asdict(HEADING),
            "columns": [asdict(column) for column in COLUMNS],
            "rows": [_provision(row) for row in content.provisions],
        },
        "signers": [asdict(signer) for signer in content.signers],
        "check_url": content.check_url,
    }


def _day(on: date) -> dict[str, str]:
    return asdict(day(on))


def _place(one: PrintedPlace) -> dict[str, object]:
    return {
        "name": one.name,
        "address": one.address,
        "room": one.room,
        "first": _day(one.first),
        "last": one.last and _day(one.last),
    }


def _clause(clause: PrintedClause) -> dict[str, object]:
    """The clause in paragraphs, Danish and English beside each other where both have as many."""
    da, en = _paragraphs(clause.text.da), _paragraphs(clause.text.en)
    pairs = list(zip(da, en, strict=True)) if len(da) == len(en) else [(clause.text.da, clause.text.en)]
    return {"heading": asdict(clause.heading), "paragraphs": [{"da": one, "en": other} for one, other in pairs]}


def _provision(row: Provision) -> dict[str, object]:
    cells = (row.item, row.provider.words, row.ownership.words, row.interval, row.note)
    return {"cells": [asdict(cell) for cell in cells]}


def _paragraphs(text: str) -> list[str]:
    return re.split(r"\n\s*\n", "\n".join(text.strip().splitlines()))


def _week(pattern: Pattern) -> list[dict[str, object]]:
    """A row for each weekday worked: its hours, and for every week of the cycle whether it is at home."""
    return [
        {
            "day": asdict(WEEKDAYS[number]),
            "hours": between(window.start, window.end),
            "home": [week * WORKDAYS + number in pattern.home_days for week in range(pattern.cycle_weeks)],
        }
        for number, window in sorted(pattern.hours.items())
    ]
