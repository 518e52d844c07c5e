"""Where a command finds the company: the data folder it is given, and surroundings of its own for the demo."""

from __future__ import annotations

import os
import time
from argparse import ArgumentError, ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from hjemmedag.cli.arguments import Unusable
from hjemmedag.core.law import Text

PREFIX = "HJEMMEDAG_"
KEPT = ("HJEMMEDAG_HOSTS", "HJEMMEDAG_LOG_LEVEL")
"""What the demo takes from the environment. Nothing else: what is said there is about a real company."""

HOME = Path.home() / ".local" / "share" / "hjemmedag"


def settle(command: str, arguments: Sequence[str]) -> list[str]:
    """Prepare the environment that the settings are read from; the arguments without `--data`."""
    parser = ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    parser.add_argument("--data")
    try:
        found, rest = parser.parse_known_args(arguments)
    except ArgumentError:
        raise Unusable(Text(da="mangler en mappe.", en="a folder is missing.").about("--data")) from None
    if command == "demo":
        _demo(found.data or str(HOME / time.strftime("demo-%Y%m%d-%H%M%S")), rest)
    elif found.data:
        os.environ[f"{PREFIX}DATA"] = found.data
    return rest


def _demo(folder: str, arguments: Sequence[str]) -> None:
    """The same wherever it runs: a database and files under `folder`, mail as files, one password, no second factor."""
    parser = ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    parser.add_argument("--port", default="8000")
    port = parser.parse_known_args(arguments)[0].port
    for name in [name for name in os.environ if name.startswith(PREFIX) and name not in KEPT]:
        del os.environ[name]
    own = {
        "DATA": folder,
        "DEMO": "1",
        "URL": f"http://localhost:{port}",
        "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
        "SECOND_FACTOR_GRACE_DAYS": "36500",
    }
    os.environ |= {f"{PREFIX}{name}": value for name, value in own.items()}
