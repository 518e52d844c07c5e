"""`hjemmedag demo`: a living company to try."""

from __future__ import annotations

import sys
import time
from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hjemmedag.apps.overview.management.commands.serve import UNUSABLE, refuse_taken
from hjemmedag.apps.people import queries as people
from hjemmedag.apps.people.forms.roles import ROLES as GRANTED
from hjemmedag.core.people.roles import Role
from hjemmedag.demo.build import FEWEST, MOST, build
from hjemmedag.demo.sign_ins import PASSWORD, listed

ROLES = {Role.EMPLOYEE: gettext_lazy("Employee"), Role.MANAGER: gettext_lazy("Manager"), **GRANTED}
MARK = "made-by-demo"
"""A file in every folder that the demo has made: one-click entry never opens any other company."""


class Command(BaseCommand):
    """Build the company unless the folder has one, say how to sign in, and open the pages."""

    help = "Build a made-up company in every stage, and open it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--employees", type=int, default=240)
        parser.add_argument("--seed", type=int, default=7, help="the same seed gives the same company")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--no-serve", action="store_true", help="only build")

    def handle(self, *args: Any, employees: int, seed: int, port: int, no_serve: bool, **options: Any) -> None:
        if not FEWEST <= employees <= MOST:
            raise CommandError(
                _("--employees: write a number from %(least)s to %(most)s.") % {"least": FEWEST, "most": MOST},
                returncode=UNUSABLE,
            )
        if not no_serve:
            refuse_taken("127.0.0.1", port)
        self._company(employees, seed)
        self._say_how(no_serve)
        if not no_serve:
            call_command("serve", port=port, with_worker=True, verbosity=0)

    def _company(self, employees: int, seed: int) -> None:
        folder, mark = settings.DATA_DIR, settings.DATA_DIR / MARK
        known = "people_company" in connection.introspection.table_names() and people.company() is not None
        if known and not mark.exists():
            raise CommandError(
                _("%(folder)s holds a company that the demo has not made. Choose another folder.") % {"folder": folder},
                returncode=UNUSABLE,
            )
        if known:
            self.stdout.write(_("There is a company in %(folder)s already; here it is.") % {"folder": folder})
            return
        mark.touch()
        self.stdout.write(
            _("Building a company of %(n)s employees in %(folder)s …") % {"n": employees, "folder": folder}
        )
        began = time.monotonic()
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)
        build(employees=employees, seed=seed, today=timezone.localdate(), tell=self._month)
        self.stdout.write(_("Ready after %(seconds)s seconds.") % {"seconds": round(time.monotonic() - began)})

    def _month(self, month: date) -> None:
        """How far the company's history has come, on a line of its own that the next one takes."""
        if sys.stdout.isatty():
            self.stdout.write(f"\r  {date_format(month, 'F Y'):<20}", ending="\r")
            self.stdout.flush()

    def _say_how(self, no_serve: bool) -> None:
        """Who there is, and where to begin."""
        people = [(str(ROLES[role]), name, email) for role, name, email in listed(timezone.localdate())]
        widths = [max(len(column) for column in columns) for columns in zip(*people, strict=True)]
        self.stdout.write("")
        for person in people:
            self.stdout.write("  " + "  ".join(f"{said:<{width}}" for said, width in zip(person, widths, strict=True)))
        self.stdout.write("\n" + _("Everyone’s password: %(password)s") % {"password": PASSWORD})
        if no_serve:
            self.stdout.write(_("Open it with: hjemmedag demo --data %(folder)s") % {"folder": settings.DATA_DIR})
            return
        for words, page in (
            (_("Choose who to be with one click: %(url)s"), "people:entry"),
            (_("Ten minutes through the product: %(url)s"), "overview:try_it"),
        ):
            self.stdout.write(words % {"url": settings.SITE_URL + reverse(page)})
        self.stdout.write(
            _("Mail is kept as files in %(folder)s. Ctrl-C stops.") % {"folder": settings.EMAIL_FILE_PATH}
        )
        self.stdout.flush()
