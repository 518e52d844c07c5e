"""The people that every test knows, in a company of their own."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
import time_machine
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from django.test import Client
    from playwright.sync_api import Browser
    from pytest_django.fixtures import SettingsWrapper

    from hjemmedag.apps.agreements.models import Application, Arrangement
    from hjemmedag.apps.people.models import Company, Employee
    from hjemmedag.apps.policy.models import PolicyVersion
    from hjemmedag.core.agreements.wish import Wish

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("Europe/Copenhagen"))
HIRED = date(2024, 3, 1)
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


# The same examples every time, however slow the machine; the long runs (`make soak`) look for new ones.
settings.register_profile(
    "suite",
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
settings.register_profile("soak", deadline=None, max_examples=2000, suppress_health_check=list(HealthCheck))
settings.load_profile("soak" if os.environ.get("HJEMMEDAG_SOAK") else "suite")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests; each visitor has cookies of their own in it."""
    from playwright.sync_api import sync_playwright

    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        pytest.fail("no Chromium on this machine: `make testtools` installs what the tests need")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    """The clock stands at Monday 23 November 2026, ten o'clock; `clock.move_to(…)` changes it."""
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def company(db: None, clock: object) -> Company:
    """A company of one legal entity, one site, two departments with a team each, and HR that may sign."""
    from hjemmedag.apps.people import models

    company = models.Company.objects.create(name="Prøvefirmaet", expected_size=60)
    models.LegalEntity.objects.create(name="Prøvefirmaet A/S", cvr="12345678", starts=HIRED)
    models.Site.objects.create(name="Aarhus", address="Havnegade 12, 8000 Aarhus C", desks=[40, 40, 40, 40, 30])
    for department, team in (("Udvikling", "Platform"), ("HR", "HR")):
        models.TeamPlacement.objects.create(
            team=models.Team.objects.create(name=team),
            department=models.Department.objects.create(name=department),
            starts=HIRED,
        )
    return company


@pytest.fixture
def hire(company: Company) -> Callable[..., Employee]:
    """`hire("Anna", title="Udvikler", team="Platform", manager=bo, role="hr")` makes an employee of the company."""
    from hjemmedag.apps.people import models
    from hjemmedag.core.people.roles import Role

    def hire(
        name: str,
        *,
        title: str = "Medarbejder",
        team: str = "Platform",
        manager: Employee | None = None,
        role: Role | None = None,
        starts: date = HIRED,
        ends: date | None = None,
        hours: str = "37",
    ) -> Employee:
        employee = models.Employee.objects.create(
            number=f"{models.Employee.objects.count() + 1:04}",
            first_name=name,
            last_name="Test",
            email=f"{name.lower()}@proeve.example",
            created_at=NOW,
        )
        employment = models.Employment.objects.create(
            employee=employee, legal_entity=models.LegalEntity.objects.get(cvr="12345678"), starts=starts, ends=ends
        )
        models.EmploymentTerms.objects.create(
            employment=employment,
            title=title,
            weekly_hours=Decimal(hours),
            site=models.Site.objects.get(name="Aarhus"),
            starts=starts,
            ends=ends,
        )
        models.TeamMembership.objects.create(
            employee=employee, team=models.Team.objects.get(name=team), starts=starts, ends=ends
        )
        if manager is not None:
            models.Reporting.objects.create(employee=employee, manager=manager, starts=starts, ends=ends)
        if role is not None:
            models.RoleGrant.objects.create(employee=employee, role=role, starts=starts)
        return employee

    return hire


@pytest.fixture
def bo(hire: Callable[..., Employee]) -> Employee:
    """Manager of Anna and Carl's team mates in Platform."""
    return hire("Bo", title="Teamleder")


@pytest.fixture
def anna(hire: Callable[..., Employee], bo: Employee) -> Employee:
    """Employee in Platform, under Bo."""
    return hire("Anna", title="Udvikler", manager=bo)


@pytest.fixture
def carl(hire: Callable[..., Employee]) -> Employee:
    """Employee in another team, a stranger to Anna and Bo."""
    return hire("Carl", title="Konsulent", team="HR")


@pytest.fixture
def dorte(hire: Callable[..., Employee]) -> Employee:
    """HR for the whole company; signs for the employer."""
    return hire("Dorte", title="HR-chef", team="HR", role="hr")


@pytest.fixture
def eva(hire: Callable[..., Employee]) -> Employee:
    """Safety representative (AMR)."""
    return hire("Eva", role="amr")


@pytest.fixture
def finn(hire: Callable[..., Employee]) -> Employee:
    """Union representative (TR)."""
    return hire("Finn", role="tr")


@pytest.fixture
def gry(hire: Callable[..., Employee]) -> Employee:
    """IT security."""
    return hire("Gry", role="it")


@pytest.fixture
def hans(hire: Callable[..., Employee]) -> Employee:
    """Data protection officer (DPO)."""
    return hire("Hans", role="dpo")


@pytest.fixture
def ida(hire: Callable[..., Employee]) -> Employee:
    """Payroll."""
    return hire("Ida", role="payroll")


@pytest.fixture
def jens(hire: Callable[..., Employee]) -> Employee:
    """Auditor."""
    return hire("Jens", role="auditor")


@pytest.fixture
def as_(db: None) -> Callable[[Employee], Client]:
    """`as_(anna)` is a browser in which Anna is signed in with both factors."""
    from django.test import Client

    def as_(person: Employee) -> Client:
        client = Client()
        client.force_login(person)
        session = client.session
        session["second_factor"] = "test"
        session.save()
        return client

    return as_


@pytest.fixture
def policy(dorte: Employee) -> PolicyVersion:
    """Version 1 of the policy, in force since the company began, with one clause that is printed in addenda."""
    from hjemmedag.apps.policy import models

    version = models.PolicyVersion.objects.create(
        number=1, effective_from=HIRED, published_at=NOW, published_by=dorte, created_at=NOW, notice_months=1
    )
    models.Clause.objects.create(
        version=version,
        key="voluntary",
        position=1,
        heading_da="Frivilligt",
        heading_en="Voluntary",
        text_da="Hjemmearbejde er frivilligt for begge parter.",
        text_en="Working at home is voluntary for both sides.",
        in_addendum=True,
    )
    return version


@pytest.fixture
def seal(company: Company, tmp_path: Path, settings: SettingsWrapper) -> None:
    """The company's own seal, with its key and all files in a folder of this test's own."""
    from hjemmedag.apps.documents import actions

    settings.SEAL_KEY_DIR = tmp_path / "seal"
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path / "files"},
        },
    }
    actions.ensure_certificate(company_name=company.name, now=NOW)


@pytest.fixture
def wish() -> Wish:
    """Two days at home, Monday and Friday, from 1 December 2026."""
    from hjemmedag.core.agreements.pattern import Pattern, Window
    from hjemmedag.core.agreements.wish import Wish
    from hjemmedag.core.people.homes import Address

    return Wish(
        pattern=Pattern(
            remote=False,
            cycle_weeks=1,
            home_days=frozenset({0, 4}),
            hours=dict.fromkeys(range(5), Window(time(8), time(16))),
        ),
        wanted_from=date(2026, 12, 1),
        address=Address("Prøvevej 1", "8000", "Aarhus C"),
        room="arbejdsværelset",
        words="Jeg arbejder bedst i ro to dage om ugen.",
    )


@pytest.fixture
def apply(wish: Wish) -> Callable[..., Application]:
    """`apply(anna)` sends an application as Anna; keyword arguments replace parts of the usual wish."""
    from dataclasses import replace

    from hjemmedag.apps.agreements import actions
    from hjemmedag.rulebook.load import load

    def apply(person: Employee, **other: object) -> Application:
        draft = actions.save(employee=person.pk, wish=replace(wish, **other), revision=0, now=NOW)
        return actions.submit(employee=person.pk, revision=draft.revision, now=NOW, today=TODAY, rulebook=load())

    return apply


@pytest.fixture
def offer(apply: Callable[..., Application], policy: PolicyVersion, seal: None) -> Callable[..., Arrangement]:
    """`offer(anna, by=bo)` applies as Anna and approves as Bo: the addendum waits for signatures."""
    from hjemmedag.apps.agreements import actions
    from hjemmedag.rulebook.load import load

    def offer(person: Employee, *, by: Employee, first: date = date(2026, 12, 1), **other: object) -> Arrangement:
        return actions.approve(
            application=apply(person, **other).pk,
            actor=by.pk,
            reason="Det passer fint med teamets opgaver.",
            effective_on=first,
            now=NOW,
            today=TODAY,
            rulebook=load(),
        )

    return offer


@pytest.fixture
def sign(seal: None) -> Callable[[Arrangement], None]:
    """`sign(arrangement)` signs its addendum as everyone whose turn it is, one after the other."""
    from hjemmedag.apps.agreements import queries
    from hjemmedag.apps.documents import actions, models
    from hjemmedag.apps.documents import queries as documents

    def sign(arrangement: Arrangement, *, now: datetime = NOW) -> None:
        [document] = queries.documents_of(arrangement)
        while (signer := documents.state(document).signer) is not None:
            actions.sign(
                document=document,
                signer=signer,
                expected_sha256=models.Revision.objects.filter(document=document).latest("number").sha256,
                authenticated=["password", "totp"],
                now=now,
            )

    return sign
