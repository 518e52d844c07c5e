"""HR in a real browser: from the draft of the policy to what it would mean, on a desk and on a phone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from hjemmedag.apps.people.models import Employee
from hjemmedag.apps.policy import actions
from hjemmedag.apps.policy.models import PolicyVersion
from hjemmedag.core.policy.criteria import Criterion
from hjemmedag.core.policy.needs import Task
from tests.conftest import NOW, TODAY

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def no_developers(dorte: Employee) -> None:
    """No task of Anna's job suits the home, and something must."""
    who: dict[str, Any] = {"actor": dorte.pk, "now": NOW}
    function = actions.add_function(name="Udvikler", **who)
    tasks, said = [Task("Møder", 100, presence=True)], {"starts": TODAY, "why": "Prøve", "today": TODAY}
    actions.analyse(function=function.pk, was=0, tasks=tasks, windows=[], **said, **who)
    actions.choose_criteria(was=0, criteria=[Criterion("suitability")], **said, **who)
    PolicyVersion.objects.create(created_at=NOW, terms={"home_share": 60})


@pytest.mark.parametrize("phone", [False, True], ids=["desk", "phone"])
def test_from_the_draft_to_a_job_function_let_in(
    visit: Callable[..., Page],
    sign_in: Callable[..., Page],
    axe: Callable[[Page], None],
    anna: Employee,
    dorte: Employee,
    no_developers: None,
    phone: bool,
) -> None:
    hr = sign_in(visit(phone=phone), dorte)
    hr.goto("/politik/kladde/")
    hr.get_by_role("link", name="Se, hvad det ville betyde").click()
    assert hr.get_by_text("Højst 60 % af arbejdsdagene hjemme").is_visible()
    axe(hr)

    hr.get_by_label("Højeste del af arbejdsdagene hjemme, procent").fill("")
    hr.get_by_label("Hjemmedage om ugen").select_option("more")
    hr.get_by_role("button", name="Se, hvad det ville betyde").click()
    assert hr.get_by_text("Skriv hvor mange dage.").first.is_visible()
    axe(hr)

    hr.get_by_label("Hjemmedage om ugen").select_option("same")
    hr.get_by_text("Kriterier, og hvem der kan være med").click()
    hr.get_by_label("Udvikler").select_option("in")
    hr.get_by_label("Dage om ugen til dem, der lukkes ind").fill("3")
    hr.get_by_role("button", name="Se, hvad det ville betyde").click()
    assert hr.get_by_text("De, der lukkes ind, begynder med 3 hjemmedage om ugen").is_visible()
    hr.get_by_role("link", name="Skærmreglerne begynder at gælde hjemme").click()
    axe(hr)
    with hr.expect_download() as begun:
        hr.get_by_role("link", name="PDF", exact=True).click()
    assert begun.value.suggested_filename == f"konsekvenser-{TODAY}.pdf"
    hr.get_by_role("rowheader").get_by_role("link", name="Anna Test").click()
    assert hr.get_by_role("heading", level=1).inner_text() == "Anna Test"
