"""What `doctor` finds: each kind of tampering is named, and a company in order gets no remark."""

import stat
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.apps import apps
from django.core.files.storage import default_storage
from django.db import connection
from django_tasks_db.models import DBTaskResult

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.documents import actions as documents
from hjemmedag.apps.documents.models import Revision, SealCertificate
from hjemmedag.apps.outbox.models import Message
from hjemmedag.apps.overview import actions
from hjemmedag.apps.overview.models import Tick
from hjemmedag.apps.overview.queries import health
from hjemmedag.apps.overview.queries.health import records
from hjemmedag.apps.overview.tasks import deliver
from hjemmedag.apps.people import actions as people
from hjemmedag.core.people.roles import Role
from tests.chain import seal_what_is_there
from tests.conftest import NOW, TODAY


def found(now=NOW) -> dict[str, list[str]]:
    """Messages by check, for the checks that found something."""
    return {check.key: [one.message for one in check.findings] for check in health.examined(now) if check.findings}


def facts(key: str) -> list[dict[str, object]]:
    return [dict(one.facts) for check in health.examined(NOW) if check.key == key for one in check.findings]


def sql(statement: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


@pytest.fixture
def in_order(company, dorte, anna, tmp_path: Path, settings) -> None:
    """A company with a seal of its own, its data folder closed to others, and some entries in its chain."""
    settings.DATA_DIR = tmp_path
    settings.SEAL_KEY_DIR = tmp_path / "seal"
    settings.SECRET_KEY = "s" * 40
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path / "files"},
        },
    }
    tmp_path.chmod(0o700)
    documents.ensure_certificate(company_name=company.name, now=NOW)
    people.grant_role(employee=anna.pk, role=Role.UNION, starts=TODAY, actor=dorte.pk, now=NOW)
    sql("DELETE FROM people_rolegrant WHERE role = 'hr'")
    people.grant_role(employee=dorte.pk, role=Role.HR, starts=TODAY, actor=None, now=NOW)
    seal_what_is_there()


def test_a_company_in_order_gets_no_remark(in_order):
    assert found() == {}
    assert health.wounds() == set()


def test_the_first_broken_link_is_named(in_order):
    sql("UPDATE audit_entry SET action = 'people.other' WHERE number = 2")
    assert facts("audit.chain") == [{"entry": 2, "why": "changed"}]
    assert found()["audit.chain"][0].startswith("Post 2 i revisionskæden er ændret.")


def test_details_that_were_changed_or_taken_away_are_named(in_order, anna, dorte):
    sql("UPDATE audit_payload SET data = '{}' WHERE entry_id = 2")
    sql("DELETE FROM audit_payload WHERE entry_id = 3")
    assert facts("audit.payloads") == [{"entry": 2, "why": "changed"}, {"entry": 3, "why": "missing"}]


def test_details_that_were_erased_for_someones_sake_are_no_finding(in_order, anna, dorte):
    audit.erase(about=anna.pk, actor=dorte.pk, now=NOW)
    assert found() == {}


def test_rows_that_were_changed_and_removed_are_named(in_order):
    sql("UPDATE people_rolegrant SET role = 'auditor' WHERE role = 'tr'")
    sql("DELETE FROM people_rolegrant WHERE role = 'hr'")
    assert [(fact["table"], fact["how"]) for fact in facts("audit.rows")] == [
        ("people.RoleGrant", "changed"),
        ("people.RoleGrant", "removed"),
    ]


def test_a_role_that_somebody_slipped_in_is_named(in_order, anna):
    sql("INSERT INTO people_rolegrant (employee_id, role, starts) VALUES (%s, 'hr', %s)", anna.pk, TODAY)
    [fact] = facts("audit.rows")
    assert (fact["table"], fact["how"]) == ("people.RoleGrant", "added")


def test_an_employment_and_a_team_that_somebody_slipped_in_are_named(in_order, anna):
    sql(
        "INSERT INTO people_employment (employee_id, legal_entity_id, starts)"
        " SELECT employee_id, legal_entity_id, '2030-01-01' FROM people_employment WHERE employee_id = %s",
        anna.pk,
    )
    sql("INSERT INTO people_team (name) VALUES ('Skygge')")
    assert {(fact["table"], fact["how"]) for fact in facts("audit.rows")} == {
        ("people.Employment", "added"),
        ("people.Team", "added"),
    }


def test_every_kind_of_record_is_watched_but_drafts_bare_weeks_and_what_imports_are_undone_with(in_order):
    stages = {one.label for one in apps.get_app_configs() if one.name.startswith("hjemmedag.apps.")}
    assert stages - set(records.SEALING) == {"audit", "outbox"}
    nightly = {f"worktime.{name}" for name in ("HoursForecast", "NightlyCheck", "OwedRest", "Silence", "YearFinding")}
    unsealed = {"people.ImportedChange", "overview.Tick", "agreements.Application", "worktime.Draft", "worktime.Week"}
    unsealed |= {"agreements.BatchItem"}
    unsealed |= {"workplaces.Assessment", "workplaces.InjuryDraft", "workplaces.PrivateReplies"}
    assert set(records.SEALED) == unsealed | nightly


def test_a_draft_is_no_finding_and_an_application_that_nobody_sent_is(in_order, anna, wish):
    from hjemmedag.apps.agreements import actions as agreements
    from hjemmedag.apps.agreements.models import Application

    agreements.save(employee=anna.pk, wish=wish, revision=0, now=NOW)
    assert found() == {}
    Application.objects.update(submitted_at=NOW)
    [fact] = facts("audit.rows")
    assert (fact["table"], fact["how"]) == ("agreements.Application", "added")


def test_a_week_through_the_product_is_no_finding_and_hours_that_somebody_slipped_in_are(in_order, anna, dorte):
    from hjemmedag.apps.worktime import actions as worktime
    from hjemmedag.apps.worktime.models import Entry, Week

    monday = date(2026, 11, 16)
    choices = worktime.Choices(starts=date(2026, 1, 5))
    worktime.choose(choices=choices, revision=1, actor=dorte.pk, now=NOW)
    worktime.confirm(employee=anna.pk, monday=monday, revision=0, now=NOW)
    week = Week.objects.get()
    worktime.answer(week=week.pk, approved=True, reason="", revision=1, actor=dorte.pk, now=NOW)
    worktime.lock(month=date(2026, 10, 1), actor=dorte.pk, today=TODAY, now=NOW)
    assert found() == {}
    last = Entry.objects.last()
    assert last is not None
    last.pk, last.start, last.end = None, last.end, last.end + timedelta(hours=2)
    last.save()
    assert facts("audit.rows") == [{"table": "worktime.Entry", "row": last.pk, "how": "added"}]


@pytest.mark.parametrize("harm", ["changed", "missing"])
def test_a_documents_file_that_is_not_the_one_recorded_is_named(in_order, anna, dorte, harm: str):
    document = documents.offer(
        pdf=b"%PDF-1.7 a paper",
        kind="addendum",
        language="da",
        title="Tillæg",
        about=anna.pk,
        parties=[("employee", anna.pk), ("employer", dorte.pk)],
        now=NOW,
        actor=dorte.pk,
    )
    name = Revision.objects.get(document=document).file
    if harm == "changed":
        Path(default_storage.path(name)).write_bytes(b"%PDF-1.7 another paper")
    else:
        default_storage.delete(name)
    assert facts("documents.files") == [{"file": name, "document": document.pk}]


def test_a_seal_whose_key_cannot_be_opened_is_named(in_order, settings):
    settings.SECRET_KEY = "t" * 40
    assert found()["documents.seal"][0].startswith("Nøglen til seglet kan ikke åbnes")


def test_a_seal_that_has_run_out_or_is_about_to_is_named(in_order):
    ends = SealCertificate.objects.get().expires_at
    assert found(ends - timedelta(days=15)) == {}
    assert "documents.seal" in found(ends - timedelta(days=13))
    assert found(ends)["documents.seal"] == [
        "Intet certifikat til seglet gælder nu, så ingen kan skrive under. Forny det på siden om seglet."
    ]


@pytest.mark.parametrize(
    ("setting", "value"),
    [("DEBUG", True), ("DEMO", True), ("SECRET_KEY", "short"), ("SITE_URL", "http://hjemmedag.firma.example")],
)
def test_a_setting_for_trying_out_is_named(in_order, settings, setting: str, value: object):
    setattr(settings, setting, value)
    assert [fact["setting"] for fact in facts("installation.settings")] == [setting.replace("SITE_URL", "URL")]


@pytest.mark.parametrize("site", ["https://hjemmedag.firma.example", "http://localhost:8000", "http://127.0.0.1:9000"])
def test_an_address_that_nobody_can_listen_in_on_is_no_finding(in_order, settings, site: str):
    settings.SITE_URL = site
    assert found() == {}


def test_keys_and_data_that_others_can_read_are_named(in_order, tmp_path: Path):
    key = next((tmp_path / "seal").glob("*.pem"))
    key.chmod(stat.S_IRUSR | stat.S_IRGRP)
    tmp_path.chmod(0o755)
    assert [fact["path"] for fact in facts("installation.folder")] == [str(tmp_path), str(key)]


def test_a_company_that_is_not_founded_gets_one_answer(db, settings, tmp_path: Path):
    settings.DATA_DIR = settings.SEAL_KEY_DIR = tmp_path
    assert found()["installation.database"] == ["Her er ingen virksomhed endnu. Kør: hjemmedag init"]


def test_a_worker_that_does_not_run_is_named(in_order):
    actions.tick(jobs={"deliver": (deliver, timedelta(minutes=1))}, now=NOW)
    assert found(NOW + timedelta(minutes=30)) == {}
    late = found(NOW + timedelta(hours=3))
    assert set(late) == {"work.worker", "work.tasks"}
    assert Tick.objects.count() == 1


def test_tasks_that_failed_lately_are_counted(in_order):
    for days in (1, 2, 9):
        deliver.enqueue()
        DBTaskResult.objects.filter(finished_at=None).update(status="FAILED", finished_at=NOW - timedelta(days=days))
    assert facts("work.tasks") == [{"task": "hjemmedag.apps.overview.tasks.deliver", "times": 2}]


def test_mail_that_was_given_up_is_named(in_order, anna):
    message = Message.objects.create(
        key="k", recipient=anna.pk, template="t", written_at=NOW, attempts=8, failure="no address"
    )
    assert facts("work.mail") == [{"message": message.pk, "recipient": anna.pk, "why": "no address"}]


def test_the_names_of_wounds_are_the_same_in_every_language(in_order):
    from django.utils import translation

    sql("UPDATE audit_entry SET action = 'people.other' WHERE number = 2")
    seen: list[set[str]] = []
    for language in ("da", "en"):
        with translation.override(language):
            seen.append(health.wounds())
    assert seen[0] == seen[1] == {'chain {"entry": 2, "why": "changed"}'}


def test_looking_costs_the_same_queries_for_one_employee_and_for_four(in_order, hire: Callable[..., object]):
    from django.test.utils import CaptureQueriesContext

    costs = []
    for names in ((), ("Ada", "Ole", "Pia")):
        for name in names:
            person = hire(name)
            people.grant_role(employee=person.pk, role=Role.IT, starts=TODAY, actor=None, now=NOW)
        seal_what_is_there()
        with CaptureQueriesContext(connection) as sent:
            assert found() == {}
        costs.append(len(sent))
    assert costs[0] == costs[1]
