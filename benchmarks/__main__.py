"""`python -m benchmarks [NAME …]`: asks all questions, or the named ones. Exit code 1 when a bound is missed."""

from __future__ import annotations

import sys
import time
from importlib import import_module

from benchmarks.answers import table
from benchmarks.houses import Houses

QUESTIONS = (
    "pages",
    "growth",
    "duties",
    "visit",
    "processes",
    "paper",
    "bulk",
    "staff_list",
    "doctor",
    "night",
    "homes",
    "simulate",
    "working_time",
    "plan",
)


def main(names: list[str]) -> int:
    """Prints a table a question, as soon as it is answered."""
    if strange := [name for name in names if name not in QUESTIONS]:
        print(f"no question is called {strange[0]}; there are {', '.join(QUESTIONS)}", file=sys.stderr)
        return 2
    missed = 0
    with Houses() as houses:
        for name in names or QUESTIONS:
            question = import_module(f"benchmarks.{name}")
            begun = time.monotonic()
            figures = list(question.ask(houses))
            missed += sum(one.met is False for one in figures)
            print(f"\n{name}: {question.__doc__}\n\n{table(figures)}\n({time.monotonic() - begun:.0f} s)", flush=True)
    print(f"\n{missed} missed" if missed else "\nall bounds met")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
