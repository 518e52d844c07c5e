"""`hjemmedag restore FILE`: everything back from one file."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from hjemmedag.adapters.archive import Damaged
from hjemmedag.apps.overview import actions
from hjemmedag.apps.overview.management.commands.serve import UNUSABLE
from hjemmedag.core.refusals import Refused


class Command(BaseCommand):
    """Brings back all of a backup, checked, or nothing. Stop web server and worker first."""

    help = "Bring everything back from a backup, into an empty data folder or database."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--replace", action="store_true", help="in place of the company that is here")

    def handle(self, *args: Any, file: Path, replace: bool, **options: Any) -> None:
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)
        try:
            done = actions.restore(file=file, replace=replace)
        except Refused as refused:
            unchanged = _("Nothing was changed.")
            raise CommandError(f"{refused.message} {unchanged}", returncode=UNUSABLE) from None
        except Damaged as fault:
            words = _("%(file)s is damaged or not a backup (%(why)s). Nothing was changed.")
            raise CommandError(words % {"file": file, "why": fault}, returncode=UNUSABLE) from None
        except OSError as fault:
            raise CommandError(f"{file}: {fault.strerror or fault}", returncode=UNUSABLE) from None
        facts = {
            "company": done.company,
            "made_at": f"{done.made_at:%Y-%m-%d %H:%M}",
            "rows": done.rows,
            "files": done.files,
        }
        self.stdout.write(
            _("%(company)s is back as it was at %(made_at)s: %(rows)s records, %(files)s files, all of them checked.")
            % facts
        )
