"""The hand-over receipt (udleveringskvittering): all that the paper says, ready for its layout."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date

from hjemmedag.core.documents.paper import Sender
from hjemmedag.core.documents.wording import day


@dataclass(frozen=True, slots=True)
class Given:
    """One item that is handed over."""

    number: str
    kind: str
    model: str
    serial: str


@dataclass(frozen=True, slots=True)
class ReceiptContent:
    """Items handed to an employee by somebody on a day. `return_on`: the last day to bring them back, once agreed."""

    employer: Sender
    employee: str
    employee_number: str
    by: str
    on: date
    items: tuple[Given, ...]
    check_url: str
    return_on: date | None = None


def paper(content: ReceiptContent) -> dict[str, object]:
    """What `receipt.typ` sets: plain values ready for JSON, dates as words in both languages."""
    return {
        "employer": asdict(content.employer),
        "employee": {"name": content.employee, "number": content.employee_number},
        "by": content.by,
        "on": asdict(day(content.on)),
        "return_on": asdict(day(content.return_on)) if content.return_on else None,
        "items": [asdict(item) for item in content.items],
        "check_url": content.check_url,
    }
