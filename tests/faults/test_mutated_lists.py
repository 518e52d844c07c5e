"""Staff lists that went wrong on the way: each is read, or refused in words, and none is taken in by half."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client

from hjemmedag.adapters.spreadsheets import read, write_xlsx
from hjemmedag.apps.audit import queries as audit
from hjemmedag.apps.people.models import Employee, Import
from hjemmedag.core.people.stafflist import Field
from tests.apps.people.staff_files import line, staff_file
from tests.faults.mutations import MANY, SEED, many

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django.fixtures import SettingsWrapper

pytestmark = [pytest.mark.faults, pytest.mark.django_db]

PREVIEW = "/mennesker/import/gennemsyn/"
ROWS = [
    line(str(2000 + place), fornavn="Ægir Ø.", leder="2000" if place else "", overenskomst="HK" if place % 3 else "")
    for place in range(12)
]
ODD = (
    *("", " ", "0", "-1", "1e99", "31-02-2026", "00-00-0000", "9999-99-99", "=1+1", "@SUM(A1)", "\t", "\u202eabc"),
    *("x" * 5000, "ß", "İ", "'; DROP TABLE x; --", "12.345,67", "37,5", "37.5", "NaN", "∞", "2001", "null"),
)


@pytest.fixture(autouse=True)
def files(tmp_path: Path, settings: SettingsWrapper) -> None:
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}},
    }


@pytest.fixture
def browser(dorte: Employee, as_: Callable[[Employee], Client]) -> Client:
    return as_(dorte)


def survives(browser: Client, content: bytes, name: str) -> str:
    """Choose the list and take it in if it has no faults; what became of it."""
    before = Employee.objects.count()
    with transaction.atomic():
        chosen = browser.post("/mennesker/import/", {"file": SimpleUploadedFile(name, content)}, follow=True)
        assert chosen.status_code == 200
        assert Employee.objects.count() == before
        if chosen.request["PATH_INFO"] != PREVIEW:
            return "refused"
        seen: Any = chosen.context["seen"]
        if seen.faults or not seen.plan.changes:
            return "faulty"
        done = browser.post(PREVIEW, {"digest": seen.plan.digest, "though_large": "on"}, follow=True)
        assert done.status_code == 200
        taken = Import.objects.get() if Import.objects.exists() else None
        assert Employee.objects.count() == before + (taken.created if taken else 0)
        assert audit.broken_link() is None
        assert not list(audit.changed_rows())
        transaction.set_rollback(True)
        return "taken in" if taken else "stopped"


def survivors(browser: Client, whole: bytes, name: str, number: int) -> set[str]:
    assert survives(browser, whole, name) == "taken in"
    became = {place: survives(browser, content, name) for place, content in many(whole, number)}
    return set(became.values())


def test_mangled_csv_files(browser: Client) -> None:
    assert survivors(browser, staff_file(ROWS), "liste.csv", MANY * 2 // 3) >= {"refused", "faulty", "taken in"}


def test_mangled_workbooks(browser: Client) -> None:
    table = read(staff_file(ROWS))
    whole = write_xlsx(table.headings, [row.cells for row in table.rows])
    assert survivors(browser, whole, "liste.xlsx", MANY // 15) >= {"refused"}


def test_odd_cells(browser: Client) -> None:
    dice = Random(SEED)
    became = set()
    for _list in range(MANY // 3):
        rows = [row.split(";") for row in ROWS]
        for _cell in range(dice.randint(1, 3)):
            dice.choice(rows)[dice.randrange(len(Field))] = dice.choice(ODD)
        content = "\r\n".join([";".join(Field), *map(";".join, rows)]).encode()
        became.add(survives(browser, content, "liste.csv"))
    assert became == {"faulty", "taken in"}
