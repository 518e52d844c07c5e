"""Every page asks the database as often in a large company as in a small one, and no more than its kind of page may."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLResolver, get_resolver, resolve
from django.utils import timezone

from benchmarks.addresses import PAGES, Page
from benchmarks.company import build
from hjemmedag.apps.people.models import Employee

if TYPE_CHECKING:
    from pytest_django.plugin import DjangoDbBlocker

pytestmark = pytest.mark.django_db

STAGES = ("overview:", "people:", "documents:", "policy:", "equipment:", "worktime:", "workplaces:")
NOT_MEASURED = {
    "takes a form and shows nothing": {
        *("overview:application_draft", "overview:decision", "overview:withdrawal", "people:absence_removal"),
        *("overview:second_look", "overview:second_look_withdrawal", "overview:second_answer", "overview:moved_day"),
        *("overview:moved_day_undoing", "overview:home_day_withdrawal", "overview:home_day_answer", "overview:habit"),
        *("overview:closure_undoing", "overview:change_withdrawal", "people:stand_in_ending"),
        *("overview:other_place_withdrawal", "overview:other_place_ending"),
        *("overview:stay_information", "overview:stay_withdrawal", "overview:calendar_closing"),
        *("people:import_undoing", "people:language", "people:invitation", "documents:refusal"),
        *("documents:withdrawal", "policy:receipt", "policy:notice", "policy:deletion", "policy:clause_place"),
        *("policy:clause_removal", "policy:job_function_use", "worktime:confirmation"),
        *("worktime:draft_removal", "worktime:drafts_clearing"),
        *("workplaces:beginning", "workplaces:replies", "workplaces:instruction_receipt", "workplaces:sharing"),
        *("workplaces:carrying_out", "workplaces:rerating", "workplaces:ordering"),
        *("policy:provision_removal", "policy:silence", "policy:comment_withdrawal", "policy:dialogue_cancellation"),
        *("workplaces:new_injury", "workplaces:injury_saving", "workplaces:injury_dropping"),
        *("workplaces:visit_withdrawal", "workplaces:photo_deletion"),
    },
    "is a file": {
        "people:staff_list_template",
        "people:staff_list",
        *("policy:edition_file", "policy:dialogue_calendar", "overview:calendar_file"),
        *("documents:file", "documents:package", "documents:outside_file"),
        "equipment:item_template",
        "equipment:labels",
        "worktime:upload_template",
        "worktime:payroll_file",
        "workplaces:evidence",
        "workplaces:photo_file",
    },
    "leads on": {"overview:my_application", "people:proof", "worktime:current"},
    "is for the demo": {"overview:try_it", "people:entry"},
    "judges everyone, and is measured by itself": {"overview:simulation"},
    "is open in rare states only": {
        *("people:signer_ending", "people:membership_ending", "people:merger", "people:import_preview"),
        *("people:import_result", "people:elsewhere", "documents:held_check", "policy:basis"),
        *("equipment:calling_off", "policy:dialogue_change"),
        *("worktime:upload_preview", "worktime:unforeseen", "workplaces:step", "workplaces:submission"),
    },
}

SIZES = (16, 48, 130)
"""One row of each kind in a list, three, and more than a page holds."""

Counts = dict[Page, list[int]]


@pytest.fixture(scope="module")
def counts(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Counts]:
    """How many queries each page asks in companies of these sizes."""
    found: Counts = {page: [] for page in PAGES}
    with django_db_blocker.unblock():
        for people in SIZES:
            with transaction.atomic():
                company = asdict(build(people, today=timezone.localdate(), entries=2 * people))
                for page in PAGES:
                    found[page].append(queries(page, company))
                transaction.set_rollback(True)
        yield found


def queries(page: Page, company: Mapping[str, Any]) -> int:
    """How often a page asks the database once its person is signed in; below 0 when it isn't shown."""
    browser = Client()
    browser.force_login(Employee.objects.get(pk=company[page.who]))
    session = browser.session
    session["second_factor"] = "test"
    session.save()
    with CaptureQueriesContext(connection) as asked:
        answer = browser.get(page.address(company))
    return len(asked) if answer.status_code == 200 else -answer.status_code


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.url} as {page.who}")
def test_a_page_asks_as_often_with_many_rows_as_with_one(page: Page, counts: Counts) -> None:
    assert counts[page][0] > 0
    assert counts[page] == [counts[page][0]] * len(SIZES)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.url} as {page.who}")
def test_a_page_asks_no_more_than_its_kind_may(page: Page, counts: Counts) -> None:
    assert max(counts[page]) <= page.shape.queries


def test_every_page_is_measured_or_says_why_not() -> None:
    anything = defaultdict(lambda: 1)
    measured = {resolve(page.address(anything).partition("?")[0]).view_name for page in PAGES}
    ours = {name for name in names(get_resolver()) if name.startswith(STAGES)}
    assert ours - measured == set().union(*NOT_MEASURED.values())


def names(resolver: URLResolver, space: str = "") -> Iterator[str]:
    """The names of all addresses."""
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            yield from names(one, f"{one.namespace}:" if one.namespace else space)
        else:
            yield f"{space}{one.name}"
