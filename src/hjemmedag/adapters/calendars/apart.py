"""Reading a calendar in a process of its own: one that repeats without end, or asks for memory, hurts only that."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from threading import BoundedSemaphore

from hjemmedag.adapters.calendars.reading import (
    BROKEN,
    BUSY,
    LARGEST_FILE,
    TOO_LARGE,
    TOO_SLOW,
    Asked,
    Reading,
    Unreadable,
)
from hjemmedag.core.law import Text
from hjemmedag.core.worktime.drafts import Brought

SOURCE = Path(__file__).resolve().parents[3]
TURN, WAIT = BoundedSemaphore(1), 2
"""A web process reads one calendar at a time, and lets nobody wait long for it."""
SECONDS = 20
CPU_SECONDS = 10
MEMORY = 1024**3
"""Bytes of address space: some times what the largest calendar needs."""


def read(content: bytes, asked: Asked, *, cpu_seconds: int = CPU_SECONDS) -> Reading:
    """The events of a calendar file that may have been work, as `events.events_in` reads them. Raises `Unreadable`."""
    if len(content) > LARGEST_FILE:
        raise Unreadable(TOO_LARGE)
    if not TURN.acquire(timeout=WAIT):
        raise Unreadable(BUSY)
    try:
        return _apart(content, asked, cpu_seconds)
    finally:
        TURN.release()


def _apart(content: bytes, asked: Asked, cpu_seconds: int) -> Reading:
    said = {"since": asked.since.isoformat(), "until": asked.until.isoformat(), "addresses": list(asked.addresses)}
    try:
        child = subprocess.run(  # noqa: S603 — our own interpreter and module, nothing from the file
            [sys.executable, "-m", __name__, str(cpu_seconds), str(MEMORY)],
            input=json.dumps(said).encode() + b"\n" + content,
            capture_output=True,
            timeout=SECONDS,
            env={"PYTHONPATH": str(SOURCE)},
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Unreadable(TOO_SLOW) from None
    if child.returncode < 0:
        raise Unreadable(TOO_SLOW)  # the system ended it: too much time
    if child.returncode:
        raise Unreadable(BROKEN)
    told = json.loads(child.stdout)
    if "refused" in told:
        raise Unreadable(Text(**told["refused"]))
    return Reading(tuple(map(_restored, told["events"])), told["faulty"])


def _restored(event: dict[str, str]) -> Brought:
    start, end = (datetime.fromisoformat(event[name]) for name in ("start", "end"))
    return Brought(start=start, end=end, title=event["title"], identity=event["identity"])


def main() -> int:
    """The child: what is asked and the file on standard input, what was found on standard output."""
    import resource

    seconds, memory = int(sys.argv[1]), int(sys.argv[2])
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    line, content = sys.stdin.buffer.read().split(b"\n", 1)
    from hjemmedag.adapters.calendars.events import events_in

    said = json.loads(line)
    since, until = (datetime.fromisoformat(said[name]) for name in ("since", "until"))
    try:
        told = asdict(events_in(content, Asked(since, until, frozenset(said["addresses"]))))
    except Unreadable as fault:
        told = {"refused": asdict(fault.text)}
    json.dump(told, sys.stdout, default=datetime.isoformat)
    return 0


if __name__ == "__main__":
    sys.exit(main())
