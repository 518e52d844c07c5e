"""A month or a quarter, as the address of a list asks for it."""

from __future__ import annotations

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from hjemmedag.core.periods import add_months, end_of_month
from hjemmedag.ui.lists import Asked, Filter

MONTHS, QUARTERS = 12, 4


def period_asked_for(asked: Asked) -> tuple[Filter, date, date]:
    """The filter, and the first and last day of what it says: usually the last whole month; none that isn't over."""
    this_month = asked.today.replace(day=1)
    last_month = add_months(this_month, -1)
    this_quarter = last_month.replace(month=(last_month.month - 1) // 3 * 3 + 1)
    months = [add_months(last_month, -back) for back in range(MONTHS)]
    quarters = [add_months(this_quarter, -3 * back) for back in range(QUARTERS)]
    known = {f"{first:%Y-%m}": (first, 1) for first in months}
    words = {key: date_format(first, "F Y") for key, (first, _months) in known.items()}
    for first in quarters:
        number = (first.month + 2) // 3
        key = f"{first.year}-Q{number}"
        known[key] = (first, 3)
        words[key] = _("Quarter %(number)s, %(year)s") % {"number": number, "year": first.year}
    chosen = asked.filter("periode", _("Period"), list(words.items()))
    first, length = known[chosen.value]
    return chosen, first, min(end_of_month(last_month), end_of_month(add_months(first, length - 1)))
