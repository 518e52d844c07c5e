"""A demo company in the test database, with its files and keys in a folder of the test's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import time_machine
from django.conf import settings
from django.db import transaction
from django.test import override_settings

from hjemmedag.core.instants import COPENHAGEN

if TYPE_CHECKING:
    from pytest_django.plugin import DjangoDbBlocker

TODAY = date(2026, 11, 23)


def placed(folder: Path) -> override_settings:
    """Settings with files and keys in a folder."""
    storage = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": folder / "files"}}
    return override_settings(SEAL_KEY_DIR=folder / "seal", STORAGES={**settings.STORAGES, "default": storage})


@pytest.fixture
def demo(db: None, tmp_path: Path) -> Iterator[Callable[..., None]]:
    """`demo(12)` builds a company of twelve, as on Monday 23 November 2026."""
    from hjemmedag.demo.build import build

    def demo(employees: int, *, seed: int = 7, today: date = TODAY) -> None:
        build(employees=employees, seed=seed, today=today)

    with placed(tmp_path):
        yield demo


@pytest.fixture(scope="module")
def built(
    request: pytest.FixtureRequest,
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[None]:
    """A company of `EMPLOYEES` as the module says, made once for all its tests."""
    from hjemmedag.demo.build import build

    with django_db_blocker.unblock(), placed(tmp_path_factory.mktemp("demo")), transaction.atomic():
        build(employees=request.module.EMPLOYEES, seed=7, today=TODAY)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def clock_at_ten() -> Iterator[None]:
    """Monday 23 November 2026, ten o'clock, for commands that ask the clock."""
    with time_machine.travel(datetime(2026, 11, 23, 10, tzinfo=COPENHAGEN), tick=False):
        yield


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One company is built once: the tests that share it go to one worker."""
    for item in items:
        if "built" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group(item.path.name))
