"""`hjemmedag backup FILE`: everything in one file."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from hjemmedag.apps.overview import actions
from hjemmedag.apps.overview.management.commands.serve import UNUSABLE, refuse_unready

FINDINGS = 1


class Command(BaseCommand):
    """Saves records, files and keys while people work. The exit code is 1 when something in them is not whole."""

    help = "Save everything in one file: records, documents and the seal’s keys."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        refuse_unready()
        if file.exists():
            raise CommandError(
                _("%(file)s is there already. Choose another name.") % {"file": file}, returncode=UNUSABLE
            )
        try:
            saved = actions.save(file=file, now=timezone.now())
        except OSError as fault:
            raise CommandError(f"{file}: {fault.strerror or fault}", returncode=UNUSABLE) from None
        size = file.stat().st_size / 2**20
        facts = {"file": file, "rows": saved.rows, "files": saved.files, "mb": f"{size:.1f}"}
        self.stdout.write(_("Saved in %(file)s: %(rows)s records, %(files)s files, %(mb)s MB.") % facts)
        self.stdout.write(
            _("It holds everything about everyone, and the seal’s keys. Only you can read it; keep it that way.")
        )
        if not saved.with_secret:
            self.stdout.write(
                _("SECRET_KEY comes from the environment and isn’t in it. Keep it in another safe place.")
            )
        if saved.findings:
            self.stdout.write(_("Something in it is not whole. Run: hjemmedag doctor"))
            sys.exit(FINDINGS)
