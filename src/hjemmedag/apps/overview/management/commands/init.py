"""`hjemmedag init`: found the company, once."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hjemmedag.apps.documents import actions as documents
from hjemmedag.apps.overview.forms.founding import FoundingForm
from hjemmedag.apps.people import actions, queries
from hjemmedag.core.people.roles import Role

UNUSABLE = 2


class Command(BaseCommand):
    """Ask, or take the answers as options; then make the database, the company, its first HR and its seal."""

    help = "Found the company: its name, CVR number and size, the first person in HR, and the seal on its documents."

    def add_arguments(self, parser: ArgumentParser) -> None:
        for name, field in FoundingForm.base_fields.items():
            parser.add_argument(f"--{name.replace('_', '-')}", help=str(field.label))
        parser.add_argument("--non-interactive", action="store_true", help="ask nothing; every answer is an option")

    def handle(self, *args: Any, non_interactive: bool, **options: Any) -> None:
        given = {name: options[name] for name in FoundingForm.base_fields if options[name] is not None}
        settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
        known = "people_company" in connection.introspection.table_names() and queries.company()
        form = None if known else self._answered(given, asking=not non_interactive and sys.stdin.isatty())
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)
        if form is not None:
            self._found(form)
        company = queries.company()
        if company is not None:
            documents.ensure_certificate(company_name=company.name, now=timezone.now())
            self._report(company.name, founded=form is not None)

    def _answered(self, given: dict[str, str], *, asking: bool) -> FoundingForm:
        """The form with an answer to everything: as given, else as asked, else as usual."""
        fields = FoundingForm.base_fields
        missing = [name for name, field in fields.items() if name not in given and field.initial is None]
        if missing and not asking:
            options = ", ".join(f"--{name.replace('_', '-')}" for name in missing)
            said = _("There is nobody to ask. Give %(options)s.") % {"options": options}
            raise CommandError(said, returncode=UNUSABLE)
        usual = {"language": get_language() or "da"}
        answers = {name: str(usual.get(name, field.initial or "")) for name, field in fields.items()} | given
        if asking:
            self._ask(answers, [name for name in fields if name not in given])
        form = FoundingForm(answers)
        if not form.is_valid():
            faults = [f"--{name.replace('_', '-')}: {form.fault(name)}" for name in form.errors]
            raise CommandError("\n".join(faults), returncode=UNUSABLE)
        return form

    def _ask(self, answers: dict[str, str], names: list[str]) -> None:
        """Each question until it has an answer that can be used; Enter takes the usual one."""
        for name in names:
            label, usual = str(FoundingForm.base_fields[name].label), answers[name]
            while True:
                answers[name] = self._line(f"{label} [{usual}]: " if usual else f"{label}: ").strip() or usual
                if not (fault := FoundingForm(answers).fault(name)):
                    break
                self.stdout.write(f"  {fault}")

    def _line(self, question: str) -> str:
        try:
            return input(question)
        except (EOFError, KeyboardInterrupt):
            raise CommandError(_("Stopped. Nothing was made."), returncode=UNUSABLE) from None

    def _found(self, form: FoundingForm) -> None:
        given = {name: form.cleaned_data[name] for name in ("name", "cvr", "sector", "size", "language")}
        actions.found_company(**given, hr=form.hr, now=timezone.now(), today=timezone.localdate())

    def _report(self, company: str, *, founded: bool) -> None:
        """What stands now, and where the first person in HR chooses a password, as long as they have not."""
        size = queries.company_size(timezone.localdate())
        said = [_("%(company)s is ready.") if founded else _("%(company)s is here already. Nothing was changed.")]
        if founded and not size.two_levels:
            said.append(
                _("You are fewer than %(number)s: planning, pilots and comparisons wait under Company for you.")
            )
        first = next(iter(queries.holders(Role.HR, timezone.localdate())), None)
        person = queries.employee(first) if first is not None else None
        if person is not None and person.last_login is None and not person.has_usable_password():
            said.append(_("%(name)s is HR for the whole company and chooses a password here, within three days:"))
            said.append(actions.password_link(person))
        if founded:
            said.append(_("Next: hjemmedag serve, and hjemmedag worker beside it."))
        facts = {"company": company, "number": size.two_levels_from, "name": person.name if person else ""}
        for words in said:
            self.stdout.write(words % facts if "%(" in words else words)
