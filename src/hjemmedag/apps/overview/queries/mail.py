"""What a message says beside its template: names, days and the page where something is to be done."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.conf import settings
from django.urls import reverse

from hjemmedag.apps.overview.queries import duties

PAGES = {
    "agreements/mail/submitted": ("overview:application", "application"),
    "agreements/mail/refused": ("overview:application", "application"),
    "agreements/mail/offered": ("documents:document", "document"),
    "agreements/mail/change_asked": ("overview:change", "amendment"),
    "agreements/mail/change_agreed": ("overview:change", "amendment"),
    "agreements/mail/change_refused": ("overview:change", "amendment"),
    "agreements/mail/place_asked": ("overview:other_place", "place"),
    "agreements/mail/place_answered": ("overview:other_place", "place"),
    "agreements/mail/place_ended": ("overview:other_place", "place"),
    "agreements/mail/stay_asked": ("overview:stay", "stay"),
    "agreements/mail/stay_answered": ("overview:stay", "stay"),
    "agreements/mail/day_asked": ("overview:home_days", ""),
    "agreements/mail/day_answered": ("overview:my_days", ""),
    "agreements/mail/day_withdrawn": ("overview:home_days", ""),
    "agreements/mail/day_moved": ("overview:home_days", ""),
    "agreements/mail/habit": ("overview:my_days", ""),
    "agreements/mail/closed": ("overview:my_days", ""),
    "agreements/mail/second_look": ("overview:application", "application"),
    "agreements/mail/second_answer": ("overview:application", "application"),
    "documents/mail/complete": ("documents:document", "document"),
    "documents/mail/closed": ("documents:document", "document"),
    "equipment/mail/handed_over": ("documents:document", "document"),
    "equipment/mail/received": ("equipment:mine", ""),
    "policy/mail/hearing": ("policy:hearing", "hearing"),
    "policy/mail/dialogue": ("policy:dialogue", "dialogue"),
    "workplaces/mail/injury_told": ("workplaces:injury", "injury"),
    "workplaces/mail/new_handler": ("workplaces:home", ""),
    "workplaces/mail/visit_answered": ("workplaces:visit", "visit"),
    "workplaces/mail/visit_withdrawn": ("workplaces:visit", "visit"),
    "security/mail/measure": ("security:measures", ""),
}
"""For each message of an earlier stage: the page it leads to, and the fact that names the record, if it is of one."""

DAYS = frozenset({"due", "answer_by", "effective_on", "open_until", "starts", "through", "day", "home_day", "instead"})


def words(template: str, facts: Mapping[str, Any], names: Mapping[int, str]) -> dict[str, Any]:
    """The facts as a template reads them: people by name, days as dates, `link` to the page, else to the first one."""
    said: dict[str, Any] = {key: date.fromisoformat(value) if key in DAYS else value for key, value in facts.items()}
    said["link"] = settings.SITE_URL + "/"
    if "employee" in facts:
        said["employee"] = names.get(facts["employee"], "")
    if template in PAGES:
        page, fact = PAGES[template]
        said["link"] = settings.SITE_URL + reverse(page, args=(facts[fact],) if fact else ())
    if template == "overview/mail/reminder":
        card = duties.said(facts["kind"], facts["subject"], said["employee"])
        said |= {"title": card.title, "text": card.text, "link": settings.SITE_URL + card.url}
    return said
