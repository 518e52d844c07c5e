"""Examining a stranger's file in a process of its own, one at a time, so that hostile ones hurt only that."""

from __future__ import annotations

import fcntl
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from hjemmedag.adapters.sealing.errors import Busy, NotReadable
from hjemmedag.adapters.sealing.examination import Covers, Examination, Level, Outcome, Seal
from hjemmedag.adapters.sealing.examining import examine

SOURCE = Path(__file__).resolve().parents[3]
SECONDS = 20
CPU_SECONDS = 10
MEMORY = 512 * 1024**2
"""Bytes of address space: many times what a paper of ours needs, far less than a decompression bomb asks for."""


def examine_apart(
    pdf: bytes, *, trusted: Sequence[bytes], lock: Path, seconds: float = SECONDS, memory: int = MEMORY
) -> Examination:
    """Like `examine`, about a second slower. A file that takes too long or too much memory is `NotReadable` too.

    Raises `Busy` while another process, or thread, that was given the same file `lock` examines something.
    """
    with _alone(lock):
        return _examined(pdf, trusted, seconds, memory)


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Hold the lock. The system takes it back from whoever dies with it."""
    with lock.open("w") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Busy("another file is being examined") from None
        yield


def _examined(pdf: bytes, trusted: Sequence[bytes], seconds: float, memory: int) -> Examination:
    certificates = json.dumps([certificate.decode("ascii") for certificate in trusted]).encode()
    try:
        child = subprocess.run(  # noqa: S603 — our own interpreter and module, nothing from the file
            [sys.executable, "-m", __name__, str(memory)],
            input=certificates + b"\n" + pdf,
            capture_output=True,
            timeout=seconds,
            env={"PYTHONPATH": str(SOURCE)},
            check=True,
        )
    except subprocess.TimeoutExpired:
        raise NotReadable("reading takes too long") from None
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode(errors="replace").strip().splitlines()
        raise NotReadable(said[-1] if said else f"reading ended with {error.returncode}") from None
    return _restored(json.loads(child.stdout))


def _restored(found: dict[str, Any]) -> Examination:
    seals = tuple(
        Seal(
            **{
                **seal,
                "when": datetime.fromisoformat(seal["when"]) if seal["when"] else None,
                "level": Level(seal["level"]),
                "covers": Covers(seal["covers"]),
            }
        )
        for seal in found["seals"]
    )
    return Examination(seals, Outcome(found["outcome"]))


def main() -> int:
    """The child: certificates and file on standard input, what was found on standard output."""
    import resource

    memory = int(sys.argv[1])
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    certificates, pdf = sys.stdin.buffer.read().split(b"\n", 1)
    try:
        found = examine(pdf, trusted=[pem.encode() for pem in json.loads(certificates)])
    except NotReadable as error:
        sys.stderr.write(f"{error}\n")
        return 1
    json.dump(asdict(found), sys.stdout, default=datetime.isoformat)
    return 0


if __name__ == "__main__":
    sys.exit(main())
