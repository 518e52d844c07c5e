"""Cleaning a picture in a process of its own: one that hangs, or asks for memory, hurts only that."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from hjemmedag.adapters.pictures.cleaning import LARGEST_FILE, Unusable, cleaned

SOURCE = Path(__file__).resolve().parents[3]
SECONDS = 60
CPU_SECONDS = 20
MEMORY = 1024**3
"""Bytes of address space: some times what the largest picture needs."""
ENDS = {3: "unreadable", 4: "too_large"}
"""What the child says by how it ends."""


def clean(content: bytes, *, cpu_seconds: int = CPU_SECONDS, memory: int = MEMORY) -> bytes:
    """The picture as `cleaned` makes it, about half a second slower. Raises `Unusable`."""
    if len(content) > LARGEST_FILE:
        raise Unusable("too_large")
    try:
        child = subprocess.run(  # noqa: S603 — our own interpreter and module, nothing from the file
            [sys.executable, "-m", __name__, str(cpu_seconds), str(memory)],
            input=content,
            capture_output=True,
            timeout=SECONDS,
            env={"PYTHONPATH": str(SOURCE)},
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Unusable("too_large") from None
    if child.returncode:
        # Any other end: by the system, or by a decoder that took the process with it.
        raise Unusable(ENDS.get(child.returncode, "unreadable"))
    return child.stdout


def main() -> int:
    """The child: the file on standard input, the new picture on standard output."""
    import resource

    seconds, memory = int(sys.argv[1]), int(sys.argv[2])
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    try:
        sys.stdout.buffer.write(cleaned(sys.stdin.buffer.read()))
    except Unusable as fault:
        return next(code for code, why in ENDS.items() if why == fault.why)
    return 0


if __name__ == "__main__":
    sys.exit(main())
