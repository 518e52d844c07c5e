"""A Python process with settings of its own that calls functions for us, so that two apps can be asked in turns.

The child reads a line of JSON a call, `{"function": "benchmarks.asking:timed", "arguments": {…}}`, and answers in one.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import Any, Self

ROOT = Path(__file__).resolve().parents[1]
KEPT = ("PATH", "HOME", "LANG")


def environment(settings: str, **own: str) -> dict[str, str]:
    """Nothing from the outside that changes what is measured."""
    outside = {name: os.environ[name] for name in KEPT if name in os.environ}
    places = os.pathsep.join((str(ROOT), str(ROOT / "src")))
    return {**outside, "PYTHONPATH": places, "PYTHONUTF8": "1", "DJANGO_SETTINGS_MODULE": settings, **own}


class Process:
    """The parent's end: `with Process(environment) as app: app.call(…)`."""

    def __init__(self, surroundings: Mapping[str, str]) -> None:
        self._child = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.process"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=dict(surroundings),
            cwd=ROOT,
            text=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._child.stdin
        self._child.stdin.close()
        self._child.wait()

    def call(self, function: str, **arguments: Any) -> Any:
        """What "module:function" returns there, as far as JSON can say it. Raises `RuntimeError` when it fails."""
        assert self._child.stdin
        assert self._child.stdout
        self._child.stdin.write(json.dumps({"function": function, "arguments": arguments}) + "\n")
        self._child.stdin.flush()
        answer = self._child.stdout.readline()
        if not answer:
            raise RuntimeError(f"{function} failed: its process says why above")
        return json.loads(answer)


def main() -> None:
    """The child: the answers alone go to the standard output, whatever else is printed goes to standard error."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    import django

    django.setup()
    for line in sys.stdin:
        asked = json.loads(line)
        module, _, name = asked["function"].partition(":")
        answer = getattr(import_module(module), name)(**asked["arguments"])
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
