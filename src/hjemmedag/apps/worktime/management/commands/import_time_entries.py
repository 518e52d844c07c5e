"""`hjemmedag import time_entries FILE`: takes in many people's hours from another system."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import gettext as _

from hjemmedag.adapters.spreadsheets import Unreadable
from hjemmedag.apps.worktime import actions
from hjemmedag.core.worktime import timelist
from hjemmedag.ui.words import said

UNUSABLE = 2


class Command(BaseCommand):
    """Exit code 0: done; 2: nothing done, and standard error names each faulty row."""

    help = "Take in hours: CSV or Excel with the columns employee, start, end and, if you like, place, kind, break."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--reason", default="", help="why approved weeks or closed months are changed")

    def handle(self, *args: Any, file: Path, reason: str, **options: Any) -> None:
        try:
            told = actions.take_in(
                name=file.name, content=file.read_bytes(), now=timezone.now(), reason=reason.strip()[:400]
            )
        except OSError as fault:
            faults = [_("%(file)s can't be read: %(why)s.") % {"file": file, "why": fault.strerror}]
        except Unreadable as fault:
            faults = [said(fault.text.about(file.name))]
        except timelist.Unusable as fault:
            faults = [said(fault.message.about(file.name))]
        except actions.Faulty as refusal:
            faults = [*(said(text.about(file.name)) for text in refusal.faults), _("Nothing is saved.")]
        else:
            self.stdout.write(
                _("New: %(new)s, corrected: %(corrected)s, unchanged: %(unchanged)s, weeks sent: %(sent)s")
                % {"new": told.new, "corrected": told.corrected, "unchanged": told.unchanged, "sent": told.sent}
            )
            return
        self.stderr.write("\n".join(faults))
        raise SystemExit(UNUSABLE)
