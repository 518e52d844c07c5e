"""The commands that need the company's data: each is a management command, run with the product's settings."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from hjemmedag.cli.arguments import Language, Unusable
from hjemmedag.cli.place import settle
from hjemmedag.core.law import Text


def run(command: str, arguments: Sequence[str], language: Language) -> int:
    """Boots Django and runs the command; `manage` runs any of Django's own. Faults of use end the process."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hjemmedag.config.settings")
    os.umask(0o077)  # what we write is about people: nobody else on the machine reads it
    if command != "manage":
        arguments = settle(command, arguments)
    import django
    from django.core.management import CommandError, execute_from_command_line
    from django.utils import translation

    from hjemmedag.config import env

    try:
        django.setup()
    except env.Unusable as fault:
        raise Unusable(Text(da=str(fault), en=str(fault))) from None
    except OSError as fault:
        raise Unusable(Text(da=str(fault), en=str(fault)).about("HJEMMEDAG_DATA")) from None
    translation.activate(language)
    if command == "manage":
        execute_from_command_line(["hjemmedag manage", *arguments])
        return 0
    try:
        # Asked for a traceback, Django hands us the fault instead of printing it under the name of its class.
        execute_from_command_line(["hjemmedag", command, *arguments, "--traceback"])
    except CommandError as fault:
        print(f"hjemmedag: {fault}", file=sys.stderr)
        return fault.returncode
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
