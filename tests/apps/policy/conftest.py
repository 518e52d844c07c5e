"""A policy in the states that tests need."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from hjemmedag.apps.people.models import Employee
from hjemmedag.apps.policy import actions, queries
from hjemmedag.apps.policy.models import PolicyVersion
from tests.conftest import NOW, TODAY

UNHEARD = "Only spelling"
"""Why nobody was heard about the versions that tests publish."""

As = Callable[[Employee], Client]
Begin = Callable[..., PolicyVersion]
Publish = Callable[..., PolicyVersion]


@pytest.fixture
def dorte(dorte: Employee) -> Employee:
    """HR, who reads English here, so that a page's words are those of the templates."""
    return _english(dorte)


@pytest.fixture
def anna(anna: Employee) -> Employee:
    """Employee, who reads English here."""
    return _english(anna)


@pytest.fixture
def ditte(hire: Callable[..., Employee]) -> Employee:
    """A second HR colleague for the whole company."""
    return _english(hire("Ditte", team="HR", role="hr"))


@pytest.fixture
def begin(dorte: Employee) -> Begin:
    """`begin()` makes a draft of the ready clauses."""

    def begin(months: int | None = 1) -> PolicyVersion:
        return actions.begin_draft(
            clauses=queries.ready_clauses({}, months, TODAY),
            provided=queries.ready_provisions(),
            notice_months=months,
            actor=dorte.pk,
            now=NOW,
        )

    return begin


@pytest.fixture
def publish(begin: Begin, dorte: Employee) -> Publish:
    """`publish(effective_from)` publishes a version of the ready clauses."""

    def publish(effective_from: date = TODAY, months: int | None = 1) -> PolicyVersion:
        draft = begin(months)
        return actions.publish(
            version=draft.pk,
            revision=draft.revision,
            effective_from=effective_from,
            without_notice=months is None,
            unheard=UNHEARD,
            actor=dorte.pk,
            today=min(effective_from, TODAY),
            now=NOW,
        )

    return publish


def _english(person: Employee) -> Employee:
    person.language = Employee.Language.ENGLISH
    person.save()
    return person


def questions(browser: Client, page: str) -> int:
    """How many queries a page costs the second time it is asked for."""
    browser.get(page)
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(page).status_code == 200
    return len(asked)
