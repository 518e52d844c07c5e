"""Asking for supplies and refunds, answering, agreeing on who pays for the internet, and the company's choices."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.equipment import queries
from hjemmedag.apps.equipment.models import Expense, ExpenseAnswer, Internet, Practice
from hjemmedag.apps.people import actions as people_actions
from hjemmedag.apps.people import queries as people
from hjemmedag.core.instants import local
from hjemmedag.core.refusals import Refused, Stale
from hjemmedag.ui.words import kroner


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the company promises and allows; see `Practice`."""

    remote_hours: int
    onsite_days: int
    supplies_a_year: Decimal
    without_approval: Decimal
    internet_a_month: Decimal
    code_refund: str = ""
    code_cash: str = ""
    code_salary: str = ""


@transaction.atomic
def choose(*, choices: Choices, revision: int, actor: int | None, now: datetime) -> Practice:
    """Other choices. `revision` is the one the page showed. Raises `Stale` when someone was first."""
    Practice.objects.get_or_create(pk=1)
    row = Practice.objects.select_for_update().get()
    if row.revision != revision:
        raise Stale(_("Someone changed the choices while you were writing."))
    for field in fields(Choices):
        setattr(row, field.name, getattr(choices, field.name))
    row.revision += 1
    row.save()
    audit.record(action="equipment.choose", actor=actor, now=now, subject=row, rows=[row])
    return row


@transaction.atomic
def ask_for_money(
    *, employee: int, kind: str, what: str, amount: Decimal, on: date, voucher: str, today: date, now: datetime
) -> Expense:
    """Supplies, or the refund of an internet bill. Refused beyond what the company pays; what is small is approved.

    Supplies are of today, whatever `on` says: the day of an older one would open an older year's money.
    """
    if on > today:
        raise Refused(_("Choose a day that has come."))
    if kind == Expense.Kind.SUPPLIES:
        on = today
    chosen = queries.practice()
    # Two orders at the same moment must not pass the ceiling together.
    people_actions.hold({employee})
    if kind == Expense.Kind.SUPPLIES:
        left = chosen.supplies_a_year - queries.spent(employee, on.year)
        if amount > left:
            raise Refused(
                _("You have %(left)s left for %(year)s.") % {"left": kroner(max(left, Decimal(0))), "year": on.year}
            )
    else:
        _refundable(employee, amount, on, voucher, chosen)
    at_once = kind == Expense.Kind.SUPPLIES and amount <= chosen.without_approval
    if not at_once and not people.managers_of([employee], today):
        raise Refused(_("You have no manager in the staff list, so nobody can answer. Ask HR to put one in."))
    row = Expense.objects.create(
        employee_id=employee, kind=kind, what=what, amount=amount, on=on, voucher=voucher, at=now
    )
    rows: list[Expense | ExpenseAnswer] = [row]
    if at_once:
        rows.append(ExpenseAnswer.objects.create(expense=row, approved=True, at=now))
    data = {"kind": kind, "amount": str(amount)}
    audit.record(
        action="equipment.ask_for_money", actor=employee, now=now, subject=row, about=employee, data=data, rows=rows
    )
    return row


def _refundable(employee: int, amount: Decimal, on: date, voucher: str, chosen: Practice) -> None:
    scheme = queries.scheme_on(queries.schemes(employee), on)
    if scheme is None or scheme.way != Internet.Way.REFUND:
        raise Refused(_("It is not agreed that your internet bills are refunded on that day. Talk to HR."))
    if not voucher:
        raise Refused(_("Write the number of the bill. Without it a refund is pay; with it, it depends on the rules."))
    if amount > chosen.internet_a_month:
        raise Refused(_("At most %(most)s a month is refunded.") % {"most": kroner(chosen.internet_a_month)})
    same = Expense.objects.filter(employee=employee, kind=Expense.Kind.INTERNET, on__year=on.year, on__month=on.month)
    if same.exclude(answer__approved=False).exists():
        raise Refused(_("You have asked for that month already."))


@transaction.atomic
def answer_expense(*, expense: int, approved: bool, reason: str, actor: int, now: datetime) -> ExpenseAnswer:
    """Yes, or no with a reason that the employee reads. Nobody answers their own."""
    row = Expense.objects.select_for_update().get(pk=expense)
    if row.employee_id == actor:
        raise Refused(_("Somebody else must answer what you ask for yourself."))
    if ExpenseAnswer.objects.filter(expense=row).exists():
        raise Stale(_("This is answered already."))
    if not approved and not reason.strip():
        raise Refused(_("Write the reason: the employee reads it."))
    made = ExpenseAnswer.objects.create(expense=row, approved=approved, reason=reason.strip(), by_id=actor, at=now)
    audit.record(
        action="equipment.answer_expense",
        actor=actor,
        now=now,
        subject=row,
        about=row.employee_id,
        data={"approved": approved},
        rows=[made],
    )
    return made


@transaction.atomic
def set_internet(
    *,
    employee: int,
    way: str,
    amount: Decimal,
    agreed_on: date | None,
    starts: date,
    seen: int,
    actor: int,
    now: datetime,
) -> Internet | None:
    """From a day on somebody's internet is paid in this way; an empty `way` ends it. What held before is kept.

    `seen` is the latest row that the page showed, 0 for none. A change of pay must be agreed before the scheme begins:
    pay that is earned already can't be exchanged.
    """
    people_actions.hold({employee})
    rows = queries.schemes(employee)
    if (rows[0].pk if rows else 0) != seen:
        raise Stale(_("Someone else changed this meanwhile. Look at it once more."))
    _sound(way, amount, agreed_on, starts)
    if starts < local(now).date().replace(day=1):
        raise Refused(_("Payroll may have taken the months before this one. Choose a day in this month or later."))
    if rows and rows[0].starts >= starts:
        raise Refused(_("Something is agreed from that day or a later one already. Choose a later day."))
    changed: list[Internet] = []
    if rows and rows[0].ends is None:
        rows[0].ends = starts
        rows[0].save(update_fields=["ends"])
        changed.append(rows[0])
    if not way and not changed:
        raise Refused(_("There is nothing to end."))
    made = None
    if way:
        made = Internet.objects.create(
            employee_id=employee, way=way, amount=amount, agreed_on=agreed_on, starts=starts, by_id=actor, at=now
        )
        changed.append(made)
    data = {"way": way, "amount": str(amount), "starts": starts.isoformat()}
    audit.record(
        action="equipment.set_internet", actor=actor, now=now, subject=made, about=employee, data=data, rows=changed
    )
    return made


def _sound(way: str, amount: Decimal, agreed_on: date | None, starts: date) -> None:
    monthly = way in (Internet.Way.CASH, Internet.Way.SALARY)
    if monthly and amount <= 0:
        raise Refused(_("Write the amount a month."))
    if not monthly and amount:
        raise Refused(_("There is no fixed amount for this way. Leave it empty."))
    if way == Internet.Way.SALARY and (agreed_on is None or agreed_on >= starts):
        raise Refused(_("The change of pay must be agreed before the scheme begins. Write the day it was agreed."))
    if way != Internet.Way.SALARY and agreed_on is not None:
        raise Refused(_("Only a scheme paid from the gross salary changes the pay. Leave the day empty."))
