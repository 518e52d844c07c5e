"""`hjemmedag import absences FILE`: takes in a list of days away."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import gettext as _

from hjemmedag.adapters.spreadsheets import Unreadable
from hjemmedag.apps.people import actions
from hjemmedag.core.people.stafflist import Fault
from hjemmedag.ui.words import said

UNUSABLE = 2


class Command(BaseCommand):
    """Exit code 0: done; 2: nothing done, and standard error names each faulty row."""

    help = "Take in days away: CSV or Excel, with Danish or English headings."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        try:
            told = actions.take_in_absences(name=file.name, content=file.read_bytes(), actor=None, now=timezone.now())
        except OSError as fault:
            faults = [_("%(file)s can't be read: %(why)s.") % {"file": file, "why": fault.strerror}]
        except Unreadable as fault:
            faults = [f"{file.name}: {said(fault.text)}"]
        except actions.FaultyList as refusal:
            faults = [*(_line(file.name, fault) for fault in refusal.faults), _("Nothing is saved.")]
        else:
            self.stdout.write(
                _("New: %(new)s, changed: %(changed)s, unchanged: %(unchanged)s")
                % {"new": told.new, "changed": told.changed, "unchanged": told.unchanged}
            )
            return
        self.stderr.write("\n".join(faults))
        raise SystemExit(UNUSABLE)


def _line(file: str, fault: Fault) -> str:
    column = f"{fault.column}: " if fault.column else ""
    return f"{file}, {said(fault.row)}: {column}{said(fault.text)}"
