"""Notice of control measures, with a company's own longer notice."""

from datetime import date

from hjemmedag.core.law import CompanyValue, Source, lay_over
from hjemmedag.core.periods import Period
from hjemmedag.core.security.rules.control_notice import KEY, Area, Facts, decide
from hjemmedag.rulebook.load import load


def test_a_company_may_promise_a_longer_notice_than_the_law_asks_for() -> None:
    promise = CompanyValue(KEY, "none", 42, Period(date(2026, 1, 1)), Source("Hjemmearbejdspolitik"))
    answer = decide(Facts(date(2026, 11, 2), Area.NONE), lay_over(load(), [promise]))
    assert (answer.earliest_start, answer.source) == (date(2026, 12, 14), "Hjemmearbejdspolitik")
