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
from hjemmedag.adapters.sealing.legible import is_pdf
from hjemmedag.adapters.sealing.outside import Fault, OutsideExamination, OutsideSignature, examine_outside

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
    certificates = [certificate.decode("ascii") for certificate in trusted]
    with _alone(lock):
        return _restored(_said("seals", certificates, pdf, seconds, memory))


def examine_outside_apart(
    pdf: bytes, *, exported: int, lock: Path, seconds: float = SECONDS, memory: int = MEMORY
) -> OutsideExamination:
    """Like `examine_outside`, in the same safety; see `examine_apart`."""
    with _alone(lock):
        found = _said("outside", exported, pdf, seconds, memory)
    signatures = tuple(
        OutsideSignature(
            **{
                **one,
                "names": tuple(one["names"]),
                "when": datetime.fromisoformat(one["when"]) if one["when"] else None,
            }
        )
        for one in found["signatures"]
    )
    return OutsideExamination(signatures, Fault(found["fault"]) if found["fault"] else None)


def is_pdf_apart(pdf: bytes, *, lock: Path, wait: bool = False, seconds: float = SECONDS, memory: int = MEMORY) -> bool:
    """Like `is_pdf`, in the same safety; `wait` for one's turn instead of raising `Busy`."""
    with _alone(lock, wait=wait):
        try:
            return bool(_said("legible", None, pdf, seconds, memory)["legible"])
        except NotReadable:
            return False


@contextmanager
def _alone(lock: Path, *, wait: bool = False) -> Iterator[None]:
    """Hold the lock. The system takes it back from whoever dies with it."""
    with lock.open("w") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Busy("another file is being examined") from None
        yield


def _said(what: str, given: Any, pdf: bytes, seconds: float, memory: int) -> dict[str, Any]:
    """What the child found, with what it was `given` beside the file."""
    try:
        child = subprocess.run(  # noqa: S603 — our own interpreter and module, nothing from the file
            [sys.executable, "-m", __name__, what, str(memory)],
            input=json.dumps(given).encode() + b"\n" + pdf,
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
    found: dict[str, Any] = json.loads(child.stdout)
    return found


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
    """The child: what it is given and the file on standard input, what was found on standard output."""
    import resource

    what, memory = sys.argv[1], int(sys.argv[2])
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    given, pdf = sys.stdin.buffer.read().split(b"\n", 1)
    try:
        if what == "legible":
            found = {"legible": is_pdf(pdf)}
        elif what == "outside":
            found = asdict(examine_outside(pdf, exported=json.loads(given)))
        else:
            found = asdict(examine(pdf, trusted=[pem.encode() for pem in json.loads(given)]))
    except NotReadable as error:
        sys.stderr.write(f"{error}\n")
        return 1
    json.dump(found, sys.stdout, default=datetime.isoformat)
    return 0


if __name__ == "__main__":
    sys.exit(main())
