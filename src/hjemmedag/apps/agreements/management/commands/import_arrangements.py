"""`hjemmedag import arrangements FILE`: takes in arrangements that run already, with their signed papers."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import gettext as _

from hjemmedag.adapters.sealing.legible import LARGEST
from hjemmedag.adapters.spreadsheets import Unreadable
from hjemmedag.apps.agreements import actions
from hjemmedag.core.people.stafflist import Fault
from hjemmedag.ui.words import said

UNUSABLE = 2


class Command(BaseCommand):
    """Exit code 0: done; 2: nothing done, and standard error names each faulty row."""

    help = "Take in arrangements that run already: CSV or Excel, with the signed PDFs in a folder beside the file."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--papers", type=Path, metavar="DIR", help="the folder of the PDFs; without it, the one of the file"
        )

    def handle(self, *args: Any, file: Path, papers: Path | None, **options: Any) -> None:
        folder = papers or file.parent
        try:
            told = actions.take_in_arrangements(
                name=file.name,
                content=file.read_bytes(),
                papers=lambda name: _read(folder / name),
                actor=None,
                now=timezone.now(),
                today=timezone.localdate(),
            )
        except OSError as fault:
            where = fault.filename or file
            faults = [_("%(file)s can't be read: %(why)s.") % {"file": where, "why": fault.strerror}]
        except Unreadable as fault:
            faults = [f"{file.name}: {said(fault.text)}"]
        except actions.FaultyArrangements as refusal:
            faults = [*_lines(file.name, refusal.faults), _("Nothing is saved.")]
        else:
            self.stdout.write(
                _("New: %(new)s, papers found: %(found)s, unchanged: %(unchanged)s")
                % {"new": told.new, "found": told.found, "unchanged": told.unchanged}
            )
            for row in told.absent:
                words = _("row %(line)s: %(paper)s is not in %(folder)s. HR gets it as a task.")
                self.stdout.write(words % {"line": row.line, "paper": row.file, "folder": folder})
            return
        self.stderr.write("\n".join(faults))
        raise SystemExit(UNUSABLE)


def _read(path: Path) -> bytes | None:
    """No more of it than a paper may have and one byte, which shows that it is too large."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except FileNotFoundError:
        return None


def _lines(file: str, faults: Sequence[Fault]) -> Iterator[str]:
    """A line for each faulty row, with every column and what is wrong in it; one for each faulty heading."""
    for _line, group in groupby(faults, lambda one: one.line or one.column):
        told = list(group)
        words = "; ".join(f"{one.column}: {said(one.text)}" if one.column else said(one.text) for one in told)
        yield f"{file}, {said(told[0].row)}: {words}"
