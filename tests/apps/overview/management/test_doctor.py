"""`hjemmedag doctor`."""

import io
import json

import pytest
from django.core.management import call_command
from django.utils import translation

from hjemmedag.apps.people.models import Company
from tests.chain import seal_what_is_there
from tests.conftest import NOW


@pytest.fixture
def doctor(company, dorte, settings, tmp_path):
    """`doctor("--format=json")`: the exit code and what it says, about a company without a seal and a changed name."""
    settings.DATA_DIR = settings.SEAL_KEY_DIR = tmp_path
    settings.SECRET_KEY = "s" * 40
    seal_what_is_there()
    Company.objects.update(name="Et andet firma")

    def doctor(*arguments: str, language: str = "da") -> tuple[int, str]:
        out = io.StringIO()
        with translation.override(language):
            try:
                call_command("doctor", *arguments, stdout=out)
            except SystemExit as left:
                return int(str(left.code)), out.getvalue()
        return 0, out.getvalue()

    return doctor


def test_findings_are_said_under_the_check_they_belong_to_and_the_exit_code_is_1(doctor):
    code, said = doctor()
    assert code == 1
    lines = said.splitlines()
    place = lines.index("Se på     Seglet")
    assert lines[place + 1].strip().startswith("Intet certifikat til seglet gælder nu")
    assert lines[-1] == "2 ting at se på."
    assert "I orden   Revisionskæden" in lines


def test_english_says_the_same(doctor):
    assert doctor(language="en")[1].splitlines()[-1] == "2 things to look at."


def test_a_program_gets_one_document_with_every_check_by_its_key(doctor):
    code, said = doctor("--format=json")
    told = json.loads(said)
    assert (code, told["findings"]) == (1, 2)
    assert [check["check"] for check in told["checks"] if not check["ok"]] == ["audit.rows", "documents.seal"]
    assert len(told["checks"]) == 12


def test_a_company_in_order_is_said_so_and_the_exit_code_is_0(doctor, company):
    from hjemmedag.apps.documents import actions

    actions.ensure_certificate(company_name="Prøvefirmaet", now=NOW)
    Company.objects.update(name=company.name)
    code, said = doctor()
    assert (code, said.splitlines()[-1]) == (0, "Alt er i orden.")
