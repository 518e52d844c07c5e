"""How much a command asks of the machine, however busy that is with other things."""

from __future__ import annotations

import resource
import subprocess
from pathlib import Path


def seconds(*command: str | Path) -> float:
    """The processor time that a command takes, from its start to its end."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)
