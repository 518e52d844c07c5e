"""Where a command finds the company."""

import os
import time

import pytest

from hjemmedag.cli.arguments import Unusable
from hjemmedag.cli.place import HOME, settle


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment of the test's own, in which a real company is described."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("HJEMMEDAG_")}
    monkeypatch.setattr(
        os, "environ", own | {"HJEMMEDAG_DATA": "/srv/real", "HJEMMEDAG_DATABASE_URL": "postgresql://real"}
    )


def said() -> dict[str, str]:
    own = {name: value for name, value in os.environ.items() if name.startswith("HJEMMEDAG_")}
    return {name.removeprefix("HJEMMEDAG_"): value for name, value in own.items()}


@pytest.mark.parametrize("given", [["--data", "/tmp/here"], ["--data=/tmp/here"]])
def test_a_folder_takes_the_place_of_the_one_in_the_environment(given: list[str]):
    assert settle("doctor", [*given, "--format=json"]) == ["--format=json"]
    assert said() == {"DATA": "/tmp/here", "DATABASE_URL": "postgresql://real"}


def test_without_a_folder_the_environment_stays_as_it_is():
    assert settle("serve", ["--port", "8100"]) == ["--port", "8100"]
    assert said() == {"DATA": "/srv/real", "DATABASE_URL": "postgresql://real"}


def test_a_missing_folder_is_said(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(Unusable) as fault:
        settle("doctor", ["--data"])
    assert fault.value.message.da == "--data: mangler en mappe."


def test_the_demo_takes_nothing_of_a_real_company():
    assert settle("demo", ["--data", "/tmp/demo", "--port", "8123", "--seed", "9"]) == ["--port", "8123", "--seed", "9"]
    assert said() == {
        "DATA": "/tmp/demo",
        "DEMO": "1",
        "URL": "http://localhost:8123",
        "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
        "SECOND_FACTOR_GRACE_DAYS": "36500",
    }


def test_the_demo_keeps_the_names_it_is_reached_by(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(os.environ, "HJEMMEDAG_HOSTS", "demo.local")
    settle("demo", [])
    assert said()["HOSTS"] == "demo.local"


def test_each_demo_has_a_new_folder_unless_one_is_given(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(time, "strftime", lambda form: form.replace("%Y%m%d-%H%M%S", "20261123-100000"))
    settle("demo", [])
    assert said()["DATA"] == str(HOME / "demo-20261123-100000")
