"""Orders and refunds, answers to them, who pays for the internet, and the company's choices."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from hjemmedag.apps.equipment.actions import Choices
from hjemmedag.apps.equipment.forms.fields import LineField, MoneyField
from hjemmedag.apps.equipment.models import Expense, Internet
from hjemmedag.ui.fields import DayField
from hjemmedag.ui.widgets import RadioCards, Short

KINDS = [
    (Expense.Kind.SUPPLIES, gettext_lazy("Supplies that the company buys for me")),
    (Expense.Kind.INTERNET, gettext_lazy("An internet bill that I have paid")),
]
WAYS = [
    (Internet.Way.COMPANY, gettext_lazy("The company’s own subscription")),
    (Internet.Way.REFUND, gettext_lazy("Refund of the employee’s bills")),
    (Internet.Way.CASH, gettext_lazy("A fixed sum each month")),
    (Internet.Way.SALARY, gettext_lazy("Paid from the gross salary")),
]


class ExpenseForm(forms.Form):
    """What somebody wants, or has paid."""

    kind = forms.ChoiceField(label=gettext_lazy("What it is"), choices=KINDS, widget=RadioCards)
    what = LineField(label=gettext_lazy("What you need, or what the bill is for"), max_length=200)
    amount = MoneyField(label=gettext_lazy("Amount in kroner"), min_value=Decimal("0.01"))
    on = DayField(label=gettext_lazy("Date"), help_text=gettext_lazy("Of the bill; for supplies that of today."))
    voucher = LineField(
        label=gettext_lazy("Number of the bill"),
        max_length=40,
        required=False,
        help_text=gettext_lazy("Only for a bill you have paid. Send the bill itself to payroll."),
    )


class AnswerForm(forms.Form):
    """Yes or no."""

    reason = LineField(
        label=gettext_lazy("Reason"),
        max_length=400,
        required=False,
        help_text=gettext_lazy("Needed for a no. The employee reads it."),
    )


class InternetForm(forms.Form):
    """Who pays for somebody's internet from a day on."""

    way = forms.ChoiceField(
        label=gettext_lazy("How it is paid"),
        choices=[*WAYS, ("", gettext_lazy("Nothing is paid from that day"))],
        widget=RadioCards,
        required=False,
    )
    amount = MoneyField(
        label=gettext_lazy("Amount a month"),
        required=False,
        help_text=gettext_lazy("For a fixed sum, or what is paid from the gross salary."),
    )
    agreed_on = DayField(
        label=gettext_lazy("The change of pay was agreed on"),
        required=False,
        help_text=gettext_lazy("Only for the gross salary: it must lie before the first day."),
    )
    starts = DayField(label=gettext_lazy("From"))
    seen = forms.IntegerField(widget=forms.HiddenInput)

    @property
    def said(self) -> dict[str, Any]:
        """What was written, as the action takes it."""
        return self.cleaned_data | {"amount": self.cleaned_data["amount"] or Decimal(0)}


class ChoicesForm(forms.Form):
    """What the company promises and allows."""

    remote_hours = forms.IntegerField(
        label=gettext_lazy("Help from afar within (working hours)"), min_value=1, max_value=80, widget=Short(chars=4)
    )
    onsite_days = forms.IntegerField(
        label=gettext_lazy("Help on site or an exchange within (working days)"),
        min_value=0,
        max_value=30,
        widget=Short(chars=4),
    )
    supplies_a_year = MoneyField(label=gettext_lazy("Supplies for one person in a year, at most"))
    without_approval = MoneyField(label=gettext_lazy("Orders up to this need no approval"))
    internet_a_month = MoneyField(label=gettext_lazy("Refund of internet in a month, at most"))
    code_refund = LineField(
        label=gettext_lazy("Payroll’s code for a refund"),
        max_length=20,
        required=False,
        widget=Short(chars=8),
        help_text=gettext_lazy("The codes stand in the lines for payroll."),
    )
    code_cash = LineField(
        label=gettext_lazy("Payroll’s code for a fixed sum"), max_length=20, required=False, widget=Short(chars=8)
    )
    code_salary = LineField(
        label=gettext_lazy("Payroll’s code for a deduction from the gross salary"),
        max_length=20,
        required=False,
        widget=Short(chars=8),
    )
    revision = forms.IntegerField(widget=forms.HiddenInput)

    @property
    def choices(self) -> Choices:
        """What was chosen, once it is valid."""
        return Choices(**{name: self.cleaned_data[name] for name in Choices.__dataclass_fields__})

    @classmethod
    def written(cls, practice: Any) -> dict[str, Any]:
        """What the form shows of the choices."""
        return {name: getattr(practice, name) for name in cls.base_fields}
