"""A backup brings back everything exactly, or nothing at all."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from django.contrib.sessions.models import Session
from django.db import connection

from hjemmedag.adapters import archive
from hjemmedag.adapters.archive import Damaged
from hjemmedag.apps.overview import actions
from hjemmedag.apps.overview.queries import backup, health
from hjemmedag.apps.people import queries as people
from hjemmedag.apps.people.models import Company, Department, RoleGrant
from hjemmedag.core.refusals import Refused
from tests.chain import seal_what_is_there
from tests.conftest import NOW


def dump() -> dict[str, list[bytes]]:
    """Every row of every table, as a backup writes it."""
    return {model._meta.label: list(backup.lines(model)) for model in backup.kept()}


def live(folder: Path, settings) -> None:
    """The data folder is this one from now on, with a SECRET_KEY in its own file."""
    folder.mkdir(mode=0o700, exist_ok=True)
    secret = folder / "secret-key"
    if not secret.exists():
        secret.write_text(f"made for {folder.name} ".ljust(40, "x"), encoding="ascii")
    settings.DATA_DIR, settings.SEAL_KEY_DIR = folder, folder / "seal"
    settings.SECRET_KEY = secret.read_text(encoding="ascii")
    storage = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": folder / "files"}}
    settings.STORAGES = {**settings.STORAGES, "default": storage}


@pytest.fixture
def first(tmp_path: Path, settings) -> Path:
    """The folder that the company lives in."""
    live(tmp_path / "first", settings)
    return tmp_path / "first"


@pytest.fixture
def saved(first: Path, tmp_path: Path, company, anna, bo, dorte, policy, apply) -> Path:
    """A backup of a company with a signed addendum, its seal and its files."""
    from hjemmedag.apps.agreements import actions as agreements
    from hjemmedag.apps.agreements import queries
    from hjemmedag.apps.documents import actions as documents
    from hjemmedag.apps.documents import queries as papers
    from hjemmedag.rulebook.load import load
    from tests.conftest import TODAY

    RoleGrant.objects.all().delete()
    grant(dorte)
    documents.ensure_certificate(company_name=company.name, now=NOW)
    arrangement = agreements.approve(
        application=apply(anna).pk,
        actor=bo.pk,
        reason="Det passer fint.",
        effective_on=TODAY,
        now=NOW,
        today=TODAY,
        rulebook=load(),
    )
    [document] = queries.documents_of(arrangement)
    for signer in (anna.pk, dorte.pk):
        seen = papers.turn(document, signer, NOW).revision.sha256
        documents.sign(document=document, signer=signer, expected_sha256=seen, authenticated=["totp"], now=NOW)
    seal_what_is_there()
    assert health.wounds() == set()
    actions.save(file=tmp_path / "all.backup", now=NOW)
    return tmp_path / "all.backup"


def grant(person) -> None:
    from hjemmedag.apps.people import actions as people_actions
    from hjemmedag.core.people.roles import Role
    from tests.conftest import HIRED

    people_actions.grant_role(employee=person.pk, role=Role.HR, starts=HIRED, actor=None, now=NOW)


@pytest.fixture
def elsewhere(saved: Path, tmp_path: Path, settings) -> Path:
    """An empty database, and an empty folder for another machine."""
    actions_clear()
    live(tmp_path / "second", settings)
    return tmp_path / "second"


def actions_clear() -> None:
    from hjemmedag.apps.overview.actions.restoring import _clear

    _clear()


def test_everything_comes_back_exactly(saved: Path, tmp_path: Path, settings):
    before = dump()
    actions_clear()
    live(tmp_path / "second", settings)
    done = actions.restore(file=saved, replace=False)
    assert dump() == before
    assert (done.company, done.made_at) == ("Prøvefirmaet", NOW)
    assert done.rows == sum(len(rows) for rows in before.values())
    assert health.wounds() == set()


def test_files_keys_and_the_secret_come_along(elsewhere: Path, saved: Path, first: Path):
    actions.restore(file=saved, replace=False)
    for folder in ("files", "seal"):
        there = {str(path.relative_to(first)): path.read_bytes() for path in (first / folder).rglob("*.*")}
        here = {str(path.relative_to(elsewhere)): path.read_bytes() for path in (elsewhere / folder).rglob("*.*")}
        assert here == there != {}
    assert (elsewhere / "secret-key").read_text() == (first / "secret-key").read_text()
    assert {path.stat().st_mode & 0o777 for path in (elsewhere / "seal").iterdir()} == {0o600}


def test_new_rows_are_numbered_after_those_that_came_back(elsewhere: Path, saved: Path):
    actions.restore(file=saved, replace=False)
    highest = max(Department.objects.values_list("pk", flat=True))
    assert Department.objects.create(name="Nyt").pk > highest


def test_a_company_is_not_replaced_unless_that_was_asked_for(saved: Path):
    before = dump()
    with pytest.raises(Refused, match="virksomhed i forvejen"):
        actions.restore(file=saved, replace=False)
    assert dump() == before


def test_what_happened_since_is_gone_when_a_company_is_replaced_and_nobody_stays_signed_in(saved: Path, as_, anna):
    before = dump()
    as_(anna)
    Company.objects.update(name="Et andet navn")
    Department.objects.create(name="Nyt")
    actions.restore(file=saved, replace=True)
    assert dump() == before
    assert Session.objects.count() == 0


def test_a_damaged_file_changes_nothing(elsewhere: Path, saved: Path):
    whole = saved.read_bytes()
    saved.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(Damaged):
        actions.restore(file=saved, replace=False)
    assert people.company() is None
    assert sorted(path.name for path in elsewhere.rglob("*")) == ["secret-key"]


def remade(file: Path, change: Callable[[str, bytes], bytes | None]) -> None:
    """The same archive with other members and the right checksums: what a forger would make."""
    with archive.reading(file) as members:
        contents = [(name, content.read()) for name, content in members if name != archive.SUMS]
    with archive.writing(file) as out:
        for name, content in contents:
            changed = change(name, content)
            if changed is not None:
                out.add(name, [changed])


@pytest.mark.parametrize(
    ("member", "old", "new"),
    [
        ("rows/people.RoleGrant.jsonl", b'"hr"', b'"it"'),
        ("rows/audit.Entry.jsonl", b"documents.sign", b"documents.read"),
        ("rows/agreements.Decision.jsonl", b"approved", b"refused"),
        ("files/", b"%PDF", b"%PDX"),
    ],
)
def test_what_is_not_whole_inside_is_refused_and_nothing_is_left_of_it(
    elsewhere: Path, saved: Path, member: str, old: bytes, new: bytes
):
    remade(saved, lambda name, content: content.replace(old, new, 1) if name.startswith(member) else content)
    with pytest.raises(Refused, match="ikke helt"):
        actions.restore(file=saved, replace=False)
    assert people.company() is None
    assert sorted(path.name for path in elsewhere.rglob("*.*")) == []
    assert (elsewhere / "secret-key").read_text().startswith("made for second")


def test_a_backup_of_another_version_is_refused(elsewhere: Path, saved: Path):
    remade(saved, lambda name, content: content.replace(b"people.0001_initial", b"people.0002_more"))
    with pytest.raises(Refused, match="anden version"):
        actions.restore(file=saved, replace=False)


def test_what_was_wrong_already_is_told_and_comes_back_as_it_was(saved: Path, tmp_path: Path):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE people_rolegrant SET role = 'it'")
    again = actions.save(file=tmp_path / "again.backup", now=NOW)
    before = dump()
    actions.restore(file=tmp_path / "again.backup", replace=True)
    assert again.findings == 1
    assert dump() == before


def test_a_secret_from_the_environment_is_not_saved_and_must_be_the_same(saved: Path, tmp_path: Path, settings):
    settings.SECRET_KEY = "from the environment".ljust(40, "x")
    with pytest.raises(Refused, match="SECRET_KEY"):
        actions.restore(file=saved, replace=True)
    assert not actions.save(file=tmp_path / "again.backup", now=NOW).with_secret


def test_a_backup_made_with_sqlite_is_read_by_the_database_of_this_run(db, tmp_path: Path, settings):
    hjemmedag, folder, file = Path(sys.executable).with_name("hjemmedag"), tmp_path / "demo", tmp_path / "demo.backup"
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("HJEMMEDAG_", "DJANGO_"))}
    for command in (["demo", "--employees", "8", "--no-serve"], ["backup", str(file)]):
        subprocess.run([hjemmedag, *command, "--data", folder], env=clean, check=True, capture_output=True, timeout=120)
    live(tmp_path / "here", settings)
    done = actions.restore(file=file, replace=False)
    assert done.company == "Fjordlyst A/S"
    assert health.wounds() == set()
