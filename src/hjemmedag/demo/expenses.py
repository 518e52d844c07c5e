"""Supplies and internet: orders in every state, one person for each way to pay, and a year of refunds."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import partial

from hjemmedag.apps.equipment import actions, queries
from hjemmedag.apps.equipment.models import Expense
from hjemmedag.apps.people import queries as people
from hjemmedag.core.periods import add_months
from hjemmedag.demo.casting import ANNA, BO, DORTE
from hjemmedag.demo.staff import Member, Staff
from hjemmedag.demo.story import Story

WAYS = (("refund", 0), ("cash", 200), ("salary", 249), ("company", 0))
REFUNDED = 10
"""Months of bills."""


def write(story: Story, staff: Staff) -> None:
    """The scenes of this stage."""
    money = _Money(story, staff)
    story.on(story.founded + timedelta(days=28), money.choose, at=time(10, 0))
    there = [one for one in staff.present if one.serves(story.ago(365), story.today) and one.position.leader]
    others = [one for one in there if one.star not in (ANNA, BO, DORTE)]
    anna = next(one for one in staff.present if one.star is ANNA)
    for member, (way, amount) in zip(others, WAYS, strict=False):
        money.agree(member, way, amount)
    money.order(anna, 300, "Papir og blæk", "149", None)
    money.order(anna, 120, "Hovedtelefoner til møder", "499", yes=True)
    money.order(anna, 2, "Stander til computeren", "389", None)
    if others:
        money.order(others[-1], 60, "Kaffemaskine", "899", yes=False)
        money.bills(others[0])


class _Money:
    """HR, managers, and those who ask them."""

    def __init__(self, story: Story, staff: Staff) -> None:
        self.story, self.hr = story, staff.hr

    def choose(self, now: datetime) -> None:
        """HR says what is promised and allowed, with payroll's codes."""
        choices = actions.Choices(
            remote_hours=4,
            onsite_days=2,
            supplies_a_year=Decimal(1500),
            without_approval=Decimal(250),
            internet_a_month=Decimal(300),
            code_refund="5210",
            code_cash="1140",
            code_salary="2230",
        )
        actions.choose(choices=choices, revision=queries.practice().revision, actor=self.hr.pk, now=now)

    def agree(self, member: Member, way: str, amount: int) -> None:
        """How a member's internet is paid, from the month after it was agreed."""
        day = self.story.ago(364)

        def agreed(now: datetime) -> None:
            starts = add_months(now.date().replace(day=1), 1)
            actions.set_internet(
                employee=member.pk,
                way=way,
                amount=Decimal(amount),
                agreed_on=now.date() if way == "salary" else None,
                starts=starts,
                seen=0,
                actor=self.hr.pk,
                now=now,
            )

        self.story.on(day, agreed)

    def bills(self, member: Member) -> None:
        """A bill each month, refunded once the manager has seen it; the last one waits."""
        month = self.story.today.replace(day=1)
        for back in range(REFUNDED, 0, -1):
            day = add_months(month, -back) + timedelta(days=4)
            yes = None if back == 1 else True
            self._ask(member, day, "internet", f"Fiber {day:%m-%Y}", "259", yes, voucher=f"F-{day:%y%m}")

    def order(self, member: Member, days_ago: int, what: str, amount: str, yes: bool | None) -> None:
        """Supplies; `yes`: the manager's answer, none where it waits or needs none."""
        self._ask(member, self.story.ago(days_ago), "supplies", what, amount, yes)

    def _ask(
        self, member: Member, day: date, kind: str, what: str, amount: str, yes: bool | None, voucher: str = ""
    ) -> None:
        def asked(now: datetime) -> None:
            today = now.date()
            row = actions.ask_for_money(
                employee=member.pk,
                kind=kind,
                what=what,
                amount=Decimal(amount),
                on=today,
                voucher=voucher,
                today=today,
                now=now,
            )
            if yes is not None:
                self.story.on(today + timedelta(days=2), partial(self._answer, row, yes))

        self.story.on(day, asked)

    def _answer(self, row: Expense, yes: bool, now: datetime) -> None:
        manager = people.managers_of([row.employee_id], now.date())[row.employee_id]
        reason = "" if yes else "Kaffen må du selv stå for."
        actions.answer_expense(expense=row.pk, approved=yes, reason=reason, actor=manager, now=now)
