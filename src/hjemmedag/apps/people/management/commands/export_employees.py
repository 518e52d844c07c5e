"""`hjemmedag export employees [FILE]`: writes the staff list in the form that can be taken in."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import gettext as _

from hjemmedag.adapters.spreadsheets.export import WRITERS, export
from hjemmedag.apps.people.management.ready import needs_a_company
from hjemmedag.apps.people.queries.export import headings, staff_list

UNUSABLE = 2


class Command(BaseCommand):
    """Without a file, to standard output. The format is that of the file's ending, else CSV."""

    help = "Write the staff list in the form that can be taken in again."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, nargs="?")
        parser.add_argument("--format", choices=list(WRITERS))

    def handle(self, *args: Any, file: Path | None, format: str | None, **options: Any) -> None:
        if reason := needs_a_company():
            self.stderr.write(reason)
            raise SystemExit(UNUSABLE)
        ending = format or (file.suffix.lower().lstrip(".") if file else "csv")
        if ending not in WRITERS:
            self.stderr.write(_("%(file)s: choose a name that ends in .csv or .xlsx.") % {"file": file})
            raise SystemExit(UNUSABLE)
        content = export("medarbejdere", ending, headings(), staff_list(timezone.localdate())).content
        if file is None:
            sys.stdout.buffer.write(content)
            return
        try:
            file.write_bytes(content)
        except OSError as fault:
            self.stderr.write(_("%(file)s can't be written: %(why)s.") % {"file": file, "why": fault.strerror})
            raise SystemExit(UNUSABLE) from None
