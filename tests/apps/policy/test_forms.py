"""What people write about the policy."""

import pytest

from hjemmedag.apps.policy.forms.functions import FunctionForm


@pytest.mark.parametrize("odd", ["\u202e", "\u200b", "\x07"])
def test_a_job_function_has_nothing_in_its_name_that_cannot_be_seen(odd: str) -> None:
    assert list(FunctionForm({"name": f"Udvik{odd}ler"}).errors) == ["name"]


def test_odd_spaces_in_its_name_become_plain_ones() -> None:
    form = FunctionForm({"name": "Senior\u00a0udvikler"})
    assert form.is_valid()
    assert form.cleaned_data["name"] == "Senior udvikler"
