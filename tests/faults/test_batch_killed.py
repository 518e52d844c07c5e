"""A batch whose workers are killed goes on where it was: every addendum once, whole, with its message."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.faults.batches import PEOPLE

ROOT = Path(__file__).resolve().parents[2]
RUN = "import django; django.setup(); from tests.faults.batches import main; main()"
ALL = {"items": [PEOPLE, PEOPLE], "offered": [PEOPLE] * 3, "whole": [True] * 3}
PATIENCE = 120.0

pytestmark = pytest.mark.faults


@pytest.fixture
def place(tmp_path):
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "hjemmedag.config.settings",
        "HJEMMEDAG_DATA": str(tmp_path),
        "HJEMMEDAG_SECRET_KEY": "only-for-tests",
        "HJEMMEDAG_DATABASE_URL": f"sqlite:///{tmp_path / 'faults.sqlite3'}",
    }


def begun(place, what):
    command = [sys.executable, "-c", RUN, what]
    return subprocess.Popen(command, cwd=ROOT, env=place, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def run(place, what):
    process = begun(place, what)
    said, errors = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0, errors
    return said


def state(place):
    return json.loads(run(place, "state"))


def test_killed_again_and_again_it_goes_on_where_it_was_and_two_finish_it_together(place):
    run(place, "begin")
    so_far = [0]
    for _ in range(4):
        worker = begun(place, "work")
        until = time.monotonic() + PATIENCE
        while not any_new(place, so_far[-1]) and time.monotonic() < until:
            time.sleep(0.1)
        worker.kill()
        worker.communicate()
        left = state(place)
        assert left["whole"] == ALL["whole"]
        assert left["items"][0] == left["offered"][0] == left["offered"][1] == left["offered"][2]
        so_far.append(left["items"][0])
        run(place, "later")
    assert so_far == sorted(so_far)
    assert 0 < so_far[-1] < PEOPLE, "the batch was over before it was killed"
    workers = [begun(place, "work"), begun(place, "work")]
    assert [worker.communicate(timeout=PATIENCE)[1] for worker in workers] == ["", ""]
    assert state(place) == ALL


def any_new(place, count):
    """Whether a file more than `count` was written: the worker is in the middle of it."""
    files = Path(place["HJEMMEDAG_DATA"]).rglob("documents/*/*.pdf")
    return sum(1 for _ in files) > count
