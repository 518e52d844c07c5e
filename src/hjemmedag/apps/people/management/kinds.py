"""Commands with a kind of thing as their first word: `import employees` is the command `import_employees`.

Each stage brings its own kinds, so the word alone decides, and this stage needs to know none of the others.
"""

from __future__ import annotations

from argparse import REMAINDER, ArgumentParser
from typing import Any, ClassVar

from django.core.management import call_command, get_commands, load_command_class
from django.core.management.base import BaseCommand


class ByKind(BaseCommand):
    """Hands over to the command named `<verb>_<kind>`."""

    verb: ClassVar[str]

    @classmethod
    def kinds(cls) -> dict[str, str]:
        """The kinds there are, each with the app whose command it is."""
        prefix = f"{cls.verb}_"
        return {
            name.removeprefix(prefix): app
            for name, app in sorted(get_commands().items())
            if name.startswith(prefix) and app.startswith("hjemmedag.")
        }

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("kind", choices=list(self.kinds()))
        parser.add_argument("rest", nargs=REMAINDER)

    def run_from_argv(self, argv: list[str]) -> None:
        """From the command line the kind's own command reads the rest, so that its help and faults are its own."""
        kind = argv[2] if len(argv) > 2 else ""
        if app := self.kinds().get(kind):
            command = load_command_class(app, f"{self.verb}_{kind}")
            command.run_from_argv([argv[0], f"{self.verb} {kind}", *argv[3:]])
        else:
            super().run_from_argv(argv)

    def handle(self, *args: Any, kind: str, rest: list[str], **options: Any) -> None:
        call_command(f"{self.verb}_{kind}", *rest, stdout=self.stdout, stderr=self.stderr)
