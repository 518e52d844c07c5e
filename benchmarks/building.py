"""Building the places that are measured, in processes of their own."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.utils import timezone

HERE = Path(__file__).resolve().parent


def company(people: int, entries: int) -> dict[str, int]:
    """Our company with its static files; nobody at all when `people` is 0."""
    call_command("migrate", verbosity=0)
    if not Path(settings.STATIC_ROOT).exists():
        call_command("collectstatic", verbosity=0, interactive=False)
    if not people:
        return {}
    from benchmarks.company import build

    return asdict(build(people, today=timezone.localdate(), entries=entries))


def floor() -> dict[str, int]:
    """The floor with its catalogue, its static files and its rows."""
    from babel.messages import mofile, pofile

    from benchmarks.floor.filling import fill

    catalogue = HERE / "floor" / "locale" / "da" / "LC_MESSAGES" / "django.po"
    with catalogue.open("rb") as words, catalogue.with_suffix(".mo").open("wb") as compiled:
        mofile.write_mo(compiled, pofile.read_po(words))
    call_command("migrate", run_syncdb=True, verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    return {"employee": fill(timezone.localdate())}
