"""A staff list whose taking in is killed, at whatever moment, is taken in whole or not at all."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.apps.people.staff_files import line, staff_file
from tests.faults.databases import KINDS, fresh

PROGRAM = Path(sys.executable).with_name("hjemmedag")
PEOPLE = 400
MOMENTS = 100 if os.environ.get("HJEMMEDAG_SOAK") else 5
SEED = 20261123

pytestmark = pytest.mark.faults


class Place:
    """A company that nobody but HR works in yet, its database fresh as often as wanted."""

    def __init__(self, kind: str, folder: Path) -> None:
        self.kind, self.folder = kind, folder
        clean = {name: value for name, value in os.environ.items() if not name.startswith(("HJEMMEDAG_", "DJANGO_"))}
        self.env = clean | {"HJEMMEDAG_DATA": str(folder), "HJEMMEDAG_DATABASE_URL": fresh(kind, folder)}
        founding = {"name": "Prøvefirmaet", "cvr": "12345678", "size": "900", "hr-name": "Dorte Test"}
        answers = (f"--{name}={said}" for name, said in (founding | {"hr-email": "dorte@proeve.example"}).items())
        founded = self.run("init", "--non-interactive", *answers)
        assert founded.returncode == 0, founded.stderr
        self.founded = self.env["HJEMMEDAG_DATABASE_URL"]
        self.list = folder / "liste.csv"
        self.list.write_bytes(staff_file(line(str(2000 + place)) for place in range(PEOPLE)))

    def begin_anew(self) -> None:
        """The company as it was founded."""
        self.env["HJEMMEDAG_DATABASE_URL"] = fresh(self.kind, self.folder, like=self.founded)

    def run(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        """A command, to its end."""
        return subprocess.run([PROGRAM, *arguments], env=self.env, capture_output=True, timeout=120, check=False)

    def take_in(self) -> subprocess.Popen[bytes]:
        """The import, under way."""
        command = [PROGRAM, "import", "employees", str(self.list)]
        return subprocess.Popen(command, env=self.env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)

    def people(self) -> int:
        """How many employees of the list there are."""
        return sum(1 for row in self.run("export", "employees").stdout.splitlines() if row.startswith(b"2"))

    def wounds(self) -> list[str]:
        """What `doctor` finds wrong with what is recorded; that no worker runs here is no matter."""
        checks = json.loads(self.run("doctor", "--format", "json").stdout)["checks"]
        return [str(one) for one in checks if not one["ok"] and one["check"].split(".")[0] in ("audit", "documents")]


def ended(process: subprocess.Popen[bytes]) -> int:
    """The exit code, once it is over."""
    process.communicate(timeout=120)
    return process.returncode


@pytest.fixture(params=KINDS)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    return Place(request.param, tmp_path)


def test_a_list_is_taken_in_whole_or_not_at_all_whenever_it_is_killed(place: Place) -> None:
    place.begin_anew()
    began = time.monotonic()
    assert ended(place.take_in()) == 0
    lasts = time.monotonic() - began
    assert (place.people(), place.wounds()) == (PEOPLE, [])

    moments = random.Random(SEED)
    left = []
    for _moment in range(MOMENTS):
        place.begin_anew()
        killed = place.take_in()
        time.sleep(moments.uniform(0.4, 1.0) * lasts)
        killed.send_signal(signal.SIGKILL)
        ended(killed)
        left.append(place.people())
        assert place.wounds() == []
    assert set(left) <= {0, PEOPLE}
    assert 0 in left, "every import was over before it was killed"

    if left[-1] == 0:
        assert ended(place.take_in()) == 0
    assert (place.people(), place.wounds()) == (PEOPLE, [])
