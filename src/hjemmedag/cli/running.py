"""The commands that need the company's data: each is a management command, run with the product's settings."""

from __future__ import annotations

import os
from collections.abc import Sequence

from hjemmedag.cli.arguments import Language, Unusable
from hjemmedag.cli.place import settle
from hjemmedag.core.law import Text


def run(command: str, arguments: Sequence[str], language: Language) -> int:
    """Boots Django and runs the command; `manage` runs any of Django's own. Faults of use end the process."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hjemmedag.config.settings")
    if command != "manage":
        arguments = settle(command, arguments)
    import django
    from django.core.management import execute_from_command_line
    from django.utils import translation

    from hjemmedag.config import env

    try:
        django.setup()
    except env.Unusable as fault:
        raise Unusable(Text(da=str(fault), en=str(fault))) from None
    translation.activate(language)
    if command == "manage":
        execute_from_command_line(["hjemmedag manage", *arguments])
    else:
        execute_from_command_line(["hjemmedag", command, *arguments])
    return 0
