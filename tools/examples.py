"""Writes the examples of docs/interfaces.md anew: what `law` and `rule` print today stands under each command line."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "interfaces.md"
BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
RUN = ("hjemmedag law", "hjemmedag rule")
"""The commands that need no company; other examples stay as they are."""


def main() -> int:
    """Write the page; nothing else of it changes."""
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(BLOCK.sub(lambda block: "".join(_shown(block[0])), page), encoding="utf-8")
    return 0


def _shown(block: str) -> Iterator[str]:
    """The block with each command line and what it prints; `echo $?` tells how the one before it ended."""
    ended = 0
    for part in re.split(r"^(?=\$ )", block, flags=re.MULTILINE)[1:]:
        line = part.splitlines()[0][2:]
        if line == "echo $?":
            yield f"$ {line}\n{ended}\n"
        elif line.startswith(RUN):
            done = _run(line)
            ended = done.returncode
            yield f"$ {line}\n{done.stdout}{done.stderr}"
        else:
            yield part


def _run(line: str) -> subprocess.CompletedProcess[str]:
    own = {**os.environ, "LC_ALL": "en_GB.UTF-8", "PATH": f"{ROOT / '.venv' / 'bin'}{os.pathsep}{os.environ['PATH']}"}
    return subprocess.run(["sh", "-c", line], capture_output=True, text=True, check=False, env=own)


if __name__ == "__main__":
    sys.exit(main())
