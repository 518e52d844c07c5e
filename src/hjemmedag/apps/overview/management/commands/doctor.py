"""`hjemmedag doctor`: whether all is as it should be."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hjemmedag.apps.overview.queries import health
from hjemmedag.apps.overview.queries.health import Check

FINDINGS = 1
SHOWN = 20
"""Findings of one check that people are shown; a program gets all of them."""


class Command(BaseCommand):
    """Looks at everything, changes nothing. The exit code is 1 when something was found."""

    help = "See whether all is as it should be: records, files, seal, settings, worker."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--format", choices=("text", "json"), default="text")

    def handle(self, *args: Any, format: str, **options: Any) -> None:
        checks = health.examined(timezone.now())
        found = sum(len(check.findings) for check in checks)
        self.stdout.write(_as_json(checks, found) if format == "json" else _as_text(checks, found))
        if found:
            sys.exit(FINDINGS)


def _as_json(checks: list[Check], found: int) -> str:
    told = [
        {
            "check": check.key,
            "title": check.title,
            "ok": not check.findings,
            "findings": [{"message": one.message, **one.facts} for one in check.findings],
        }
        for check in checks
    ]
    return json.dumps({"findings": found, "checks": told}, ensure_ascii=False, indent=2, default=str)


def _as_text(checks: list[Check], found: int) -> str:
    lines = []
    for check in checks:
        verdict = _("Look at") if check.findings else _("In order")
        lines.append(f"{verdict:<8}  {check.title}")
        lines += [f"          {one.message}" for one in check.findings[:SHOWN]]
        if len(check.findings) > SHOWN:
            lines.append("          " + _("… and %(n)s more") % {"n": len(check.findings) - SHOWN})
    words = ngettext("%(n)s thing to look at.", "%(n)s things to look at.", found) % {"n": found}
    return "\n".join([*lines, "", words if found else _("All is in order.")])
