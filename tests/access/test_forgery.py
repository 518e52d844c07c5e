"""A form that is not ours changes nothing, and a look at a page changes nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.access.table import ONWARD, address, as_it_was, ask, rows

if TYPE_CHECKING:
    from tests.access.conftest import World

WRITES = re.compile(r"\s*(?:INSERT INTO|UPDATE|DELETE FROM)\s+\"(\w+)\"", re.IGNORECASE)
NOT_RECORDS = {Session._meta.db_table, "shared_counters"}
OPEN_TO_FORGERY = {"documents:check"}
"""A visitor checking a PDF has no session that could be misused, and nothing is kept."""


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_nothing_is_taken_without_the_secret_of_our_own_forms(method: str, world: World) -> None:
    found = set()
    for row in rows():
        answer = ask(world.browsers["hr"], address(row, world.records), method, enforce_csrf_checks=True)
        refused = answer.status_code == 403 and [part.name for part in answer.templates][:1] == ["403_csrf.html"]
        found |= set() if refused else {row.route}
    assert found == OPEN_TO_FORGERY


def test_looking_at_a_page_writes_nothing_but_that_it_was_seen(world: World) -> None:
    """A party's first look at a document is recorded, each look at a picture, and recovery codes being shown."""
    found: dict[str, set[str]] = {}
    for who in ("own", "hr", "led", "aud"):
        for row in rows():
            with as_it_was(row), CaptureQueriesContext(connection) as asked:
                ask(world.browsers[who], address(row, world.records))
            written = {one[1] for query in asked if (one := WRITES.match(query["sql"]))} - NOT_RECORDS
            if written:
                found.setdefault(row.route, set()).update(written)
    recorded = {"audit_entry", "audit_payload", "audit_rowseal", "audit_head"}
    opened, looked = recorded | {"documents_reading"}, recorded | {"workplaces_photolook"}
    shown = {"mfa_authenticator"}
    expected = {
        "documents:file": opened,
        "documents:package": recorded - {"audit_rowseal"},
        "mfa_view_recovery_codes": shown,
        "mfa_download_recovery_codes": shown,
    }
    assert found == expected | {"workplaces:photo_file": looked}


def test_signing_out_takes_a_press_of_the_button(world: World) -> None:
    [row] = [row for row in rows("account") if row.route == "account_logout"]
    assert (row.method, row.by("own")) == ("GET", "200")
    assert row.by("out") == ONWARD
    ask(world.browsers["own"], address(row, world.records))
    assert world.browsers["own"].get("/mig/").status_code == 200
