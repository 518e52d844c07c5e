"""What the parts show."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory
from django.utils.translation import override

from hjemmedag.ui.lists import Filter

TODAY = date(2026, 11, 23)


def shown(source: str, **context: Any) -> str:
    """The source as English readers get it, on 23 November 2026."""
    with override("en"):
        return Template("{% load ui %}" + source).render(Context({"today": TODAY} | context))


def test_a_state_is_always_a_word_and_a_sign() -> None:
    html = shown('{% state "late" %}')
    assert ("Overdue" in html, "<svg" in html) == (True, True)


def test_a_state_may_say_its_own_words() -> None:
    assert "Saved at 14:02" in shown('{% state "draft" "Saved at 14:02" %}')


def test_a_figure_of_nothing_is_quiet_and_no_link() -> None:
    assert shown('{% count_state "late" 0 "/late/" %}') == '<span class="muted">0</span>'


@pytest.mark.parametrize(
    ("due", "kind"), [(date(2026, 11, 22), "late"), (TODAY, "waiting"), (date(2026, 11, 30), "waiting")]
)
def test_a_deadline_is_late_only_when_its_day_is_over(due: date, kind: str) -> None:
    assert f"state-{kind}" in shown("{% deadline due %}", due=due)


def test_no_deadline_says_nothing() -> None:
    assert shown("{% deadline due %}", due=None) == ""


def test_why_is_a_plain_link_that_also_opens_beside_the_page() -> None:
    html = shown('{% why "worktime.daily_rest" %}')
    url = "/regler/worktime.daily_rest/"
    assert (f'href="{url}"' in html, f'hx-get="{url}"' in html) == (True, True)


def test_words_given_to_a_part_are_text_and_never_markup() -> None:
    assert "<b>" not in shown('{% status_line "good" words %}{% state "good" words %}', words="<b>fed</b>")


def test_today_is_marked_in_the_week_for_the_eye_and_the_ear() -> None:
    html = shown("{% week_strip days %}", days=[{"date": TODAY, "place": "home"}])
    assert ("day-today" in html, 'aria-current="date"' in html, "Home" in html) == (True, True, True)


@pytest.mark.parametrize(("days", "weeks"), [(5, 1), (10, 2), (7, 1), (14, 2)])
def test_a_pattern_is_read_in_weeks_of_five_or_seven_days(days: int, weeks: int) -> None:
    assert shown("{% pattern_strip pattern %}", pattern=["home"] * days).count("<ol") == weeks


def test_facts_without_a_value_are_left_out() -> None:
    html = shown("{% facts pairs %}", pairs=[("Model", "Hybrid"), ("Room", ""), ("Desk", None), ("Days", 0)])
    assert ("Model" in html, "Room" in html, "Desk" in html, "Days" in html) == (True, False, False, True)


def test_a_criterion_not_known_is_not_called_unmet() -> None:
    html = shown("{% criteria items %}", items=[{"words": "Room", "met": None}])
    assert ("Not known" in html, "Not met" in html) == (True, False)


def test_a_signature_that_is_awaited_shows_no_date() -> None:
    html = shown("{% signature_block signatures %}", signatures=[{"name": "Bo", "at": None}])
    assert ("awaited" in html, "Has not signed yet" in html) == (True, True)


def test_the_as_of_picker_keeps_the_rest_of_the_address() -> None:
    request = RequestFactory().get("/?team=3&as_of=2026-01-01&page=4")
    html = shown("{% as_of day %}", day=date(2026, 5, 1), request=request)
    assert ('name="team" value="3"' in html, 'name="page"' in html, "You see 1 May, not today." in html) == (
        True,
        False,
        True,
    )


def test_pages_keep_the_search_and_one_page_shows_no_way_on() -> None:
    request = RequestFactory().get("/?q=anna")
    several = shown("{% pagination page %}", page=Paginator(range(30), 10).page(2), request=request)
    single = shown("{% pagination page %}", page=Paginator(range(3), 10).page(1), request=request)
    assert ('href="?q=anna&amp;page=3"' in several, single.strip()) == (True, "")


def test_an_export_is_of_what_the_list_shows() -> None:
    request = RequestFactory().get("/?q=anna&team=3&page=2&format=pdf")
    html = shown('{% list_toolbar 3 q="anna" exports=True %}', request=request)
    assert re.findall(r'href="(\?format.*?)"', html) == [
        "?format=csv&amp;q=anna&amp;team=3",
        "?format=xlsx&amp;q=anna&amp;team=3",
    ]


def test_a_list_at_its_usual_choice_offers_no_way_to_show_all() -> None:
    states = [("waiting", "Waiting"), ("all", "All")]
    html = {
        value: shown(
            "{% list_toolbar 3 filters=filters %}",
            filters=[Filter("state", "Show", states, value)],
            request=RequestFactory().get("/"),
        )
        for value, _words in states
    }
    assert ["Show all" in html["waiting"], "Show all" in html["all"]] == [False, True]


def test_a_small_share_is_still_seen_in_the_bar() -> None:
    html = shown("{% share_bar 999 0 1 %}")
    assert ('width="3.0"' in html, "share-missing" in html) == (True, False)


def test_the_day_line_is_said_in_words_for_those_who_cannot_see_it() -> None:
    spans = [{"kind": "home", "from_minute": 480, "to_minute": 930, "words": "at home"}]
    assert "at home 08:00–15:30. At the latest 20:00" in shown("{% day_line spans until=1200 %}", spans=spans)


def test_figures_in_drawings_have_points_in_every_language() -> None:
    with override("da"):
        html = Template("{% load ui %}{% day_line spans %}{% share_bar 1 1 1 %}").render(
            Context({"spans": [{"kind": "home", "from_minute": 481, "to_minute": 931, "words": "hjemme"}]})
        )
    assert ('x="33.4%"' in html, 'x="33.3"' in html) == (True, True)
