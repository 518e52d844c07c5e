"""The checks that no other tool does: migrations, catalogues, lock files, generated pages. One line a fault."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from io import StringIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import os

os.environ["HJEMMEDAG_DATA"] = tempfile.mkdtemp(prefix="hjemmedag-check-")
os.environ["DJANGO_SETTINGS_MODULE"] = "hjemmedag.config.settings"

from tools import catalogues

ROOT = Path(__file__).resolve().parents[1]


def migrations() -> list[str]:
    """Models that no migration knows."""
    from django.core.management import CommandError, call_command

    said = StringIO()
    try:
        call_command("makemigrations", check=True, dry_run=True, stdout=said, verbosity=1)
    except (CommandError, SystemExit):
        return [f"migrations are missing:\n{said.getvalue()}"]
    return []


def locks() -> list[str]:
    """Lock files that name a host."""
    return [
        f"{name} names a host"
        for name in ("requirements.lock", "package-lock.json")
        if re.search(r"https?://|file:", (ROOT / name).read_text(encoding="utf-8"))
    ]


def rulebook() -> list[str]:
    """The page of rules, when it is not what the rulebook says."""
    command = [str(Path(sys.executable).parent / "hjemmedag"), "law", "--format", "markdown", "--lang", "en"]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    page = (ROOT / "docs" / "rulebook.md").read_text(encoding="utf-8")
    return [] if page == said else ["docs/rulebook.md is out of date: run `make fix`"]


def main() -> int:
    """1 with a line a fault on standard error, 0 without."""
    found = [*catalogues.faults(), *migrations(), *locks(), *rulebook()]
    sys.stderr.write("".join(f"{fault}\n" for fault in found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
