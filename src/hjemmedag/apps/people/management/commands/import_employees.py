"""`hjemmedag import employees FILE`: takes in a staff list."""

from __future__ import annotations

import secrets
from argparse import ArgumentParser
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any, NoReturn

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from hjemmedag.adapters.spreadsheets import LARGEST_FILE, Unreadable
from hjemmedag.apps.people import actions
from hjemmedag.apps.people.actions.imports import Choices, StaffFile
from hjemmedag.apps.people.management.ready import needs_a_company
from hjemmedag.apps.people.models import Import, LegalEntity
from hjemmedag.apps.people.queries.import_lines import line, words_of
from hjemmedag.apps.people.queries.imports import Preview, preview
from hjemmedag.core.people.stafflist import Kind
from hjemmedag.core.refusals import Refused
from hjemmedag.ui.words import said

FINDINGS, UNUSABLE = 1, 2


class Command(BaseCommand):
    """Exit code 0: done; 1: done but for the faulty rows; 2: nothing done, and standard error says why."""

    help = "Take in a staff list: CSV or Excel, with Danish or English headings."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="only say what would change")
        parser.add_argument("--skip-faulty", action="store_true", help="take in the sound rows, leave out the others")
        parser.add_argument("--yes", action="store_true", help="though unusually many employees change")
        parser.add_argument("--employer", metavar="CVR", help="who employs the new ones, where several entities could")

    def handle(
        self,
        *args: Any,
        file: Path,
        dry_run: bool,
        skip_faulty: bool,
        yes: bool,
        employer: str | None,
        **options: Any,
    ) -> None:
        if reason := needs_a_company():
            self._stop(reason)
        content = self._content(file)
        today = timezone.localdate()
        try:
            seen = preview(content=content, today=today)
        except Unreadable as fault:
            self._stop(f"{file.name}: {said(fault.text)}")
        for words in faulty(seen, file.name):
            self.stderr.write(words)
        if dry_run:
            self._tell(seen)
        if seen.faults and not (skip_faulty and seen.rows):
            self._stop(_("Nothing is saved."))
        if not dry_run:
            choices = Choices(
                digest=seen.plan.digest,
                employer=self._employer(employer),
                without_faulty=skip_faulty,
                though_large=yes,
            )
            self._take_in(StaffFile(file.name, content, secrets.token_urlsafe(24)), choices, seen)
        if seen.faults:
            raise SystemExit(FINDINGS)

    def _take_in(self, file: StaffFile, choices: Choices, seen: Preview) -> None:
        if seen.plan.is_large and not choices.though_large:
            self._stop(
                _("The list changes unusually many employees. Look with --dry-run, and add --yes if you mean it.")
            )
        now = timezone.now()
        try:
            done = actions.take_in(file=file, choices=choices, actor=None, now=now, today=seen.plan.today)
        except Refused as refusal:
            self._stop(refusal.message)
        self.stdout.write(summary(done, seen))
        if seen.plan.new.agreements:
            names = ", ".join(seen.plan.new.agreements)
            self.stdout.write(_("Agreements to confirm: %(names)s") % {"names": names})
        if seen.plan.new.sites:
            names = ", ".join(seen.plan.new.sites)
            self.stdout.write(_("Sites whose desks are to be counted: %(names)s") % {"names": names})

    def _tell(self, seen: Preview) -> None:
        """What would change, a line a person."""
        for kind in Kind:
            changes = seen.plan.of(kind)
            self.stdout.write(f"{words_of(kind)}: {len(changes)}")
            for told in map(line, changes):
                fields = ", ".join(
                    f"{name} {old} → {new}" if old else f"{name} {new}" for name, old, new in told.fields
                )
                self.stdout.write(f"  {told.number} {told.name}: {fields}")
        self.stdout.write(f"{pgettext('staff list', 'Unchanged')}: {seen.plan.unchanged}")
        new = seen.plan.new
        for words, names in (
            (_("New sites"), new.sites),
            (_("New departments"), new.departments),
            (_("New teams"), [f"{name.team} ({name.department})" for name in new.teams]),
            (_("Agreements we don't know yet"), new.agreements),
        ):
            if names:
                self.stdout.write(f"{words}: {', '.join(names)}")

    def _content(self, file: Path) -> bytes:
        try:
            if file.stat().st_size > LARGEST_FILE:
                self._stop(f"{file}: {_('The file is too large: at most 20 MB can be read.')}")
            return file.read_bytes()
        except OSError as fault:
            self._stop(_("%(file)s can't be read: %(why)s.") % {"file": file, "why": fault.strerror})

    def _employer(self, cvr: str | None) -> int | None:
        if cvr is None:
            return None
        key: int | None = LegalEntity.objects.filter(cvr=cvr).values_list("pk", flat=True).first()
        if key is None:
            self._stop(_("No legal entity has the CVR number %(cvr)s.") % {"cvr": cvr})
        return key

    def _stop(self, words: str) -> NoReturn:
        self.stderr.write(words)
        raise SystemExit(UNUSABLE)


def faulty(seen: Preview, file: str) -> Iterator[str]:
    """A line for each faulty row: file, row, then every column with what is wrong in it."""
    for _line, faults in groupby(
        sorted((*seen.faults, *seen.left_out), key=lambda one: one.line), lambda one: one.line
    ):
        told = list(faults)
        words = "; ".join(f"{one.column}: {said(one.text)}" if one.column else said(one.text) for one in told)
        yield f"{file}, {said(told[0].row)}: {words}"


def summary(done: Import | None, seen: Preview) -> str:
    """How many of each."""
    counted = [(words_of(kind), len(seen.plan.of(kind)) if done else 0) for kind in Kind]
    return ", ".join(
        f"{words}: {number}" for words, number in [*counted, (pgettext("staff list", "Unchanged"), seen.plan.unchanged)]
    )
