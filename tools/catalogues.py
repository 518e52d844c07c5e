"""The catalogues of words: every text of the product, in Danish and English.

The texts in the source are English; the English catalogue repeats them, so that both languages are complete and an
English wording can be mended without touching the source.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from io import StringIO
from pathlib import Path

from babel.messages import pofile
from babel.messages.catalog import Catalog

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "hjemmedag"
COMMITTED = ROOT / "locale"
LANGUAGES = ("da", "en")


def extracted() -> dict[str, Catalog]:
    """The catalogues as the source asks for now, with the translations there are."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hjemmedag.config.settings")
    import django
    from django.core.management import call_command
    from django.test.utils import override_settings

    django.setup()
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(COMMITTED, folder, dirs_exist_ok=True)
        here = Path.cwd()
        os.chdir(SOURCE)
        try:
            with override_settings(LOCALE_PATHS=[folder]):
                call_command(
                    "makemessages",
                    locale=list(LANGUAGES),
                    extensions=["html", "txt", "py"],
                    ignore_patterns=["static/*", "rulebook/*"],
                    no_obsolete=True,
                    add_location="file",
                    no_wrap=True,
                    stdout=StringIO(),
                    verbosity=0,
                )
        finally:
            os.chdir(here)
        return {language: read(Path(folder) / language / "LC_MESSAGES" / "django.po") for language in LANGUAGES}


def read(path: Path) -> Catalog:
    """One catalogue from its file."""
    with path.open("rb") as file:
        catalog = pofile.read_po(file, locale=path.parts[-3])
    for message in catalog:
        if message.id and message.fuzzy:
            # A guess by likeness is worse than nothing: it reads as if someone had meant it.
            message.string = ("", "") if message.pluralizable else ""
            message.flags.discard("fuzzy")
        message.previous_id, message.user_comments = [], []
    return catalog


def write(language: str, catalog: Catalog) -> None:
    """A catalogue to its file, in order of its texts, without dates or places, so that changes read well."""
    path = COMMITTED / language / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        pofile.write_po(
            file, catalog, width=0, no_location=True, omit_header=False, sort_output=True, ignore_obsolete=True
        )


def complete_english(catalog: Catalog) -> None:
    """Say in English what the source says, where nothing else is said."""
    for message in catalog:
        if not message.id:
            continue
        if message.pluralizable:
            if not all(message.string):
                message.string = tuple(message.id)
        elif not message.string:
            message.string = message.id


def faults() -> list[str]:
    """What is missing, fuzzy or out of step, one line each."""
    found = []
    for language, wanted in extracted().items():
        known = read(COMMITTED / language / "LC_MESSAGES" / "django.po")
        ids = {_key(message) for message in wanted if message.id}
        held = {_key(message) for message in known if message.id}
        found += [f"{language}: not in the catalogue yet: {key[0]!r}" for key in sorted(ids - held, key=str)]
        found += [f"{language}: no longer asked for: {key[0]!r}" for key in sorted(held - ids, key=str)]
        for message in known:
            if message.id and (message.fuzzy or not _said(message.string)):
                found.append(f"{language}: not translated: {_key(message)[0]!r}")
            found += [f"{language}: {_key(message)[0]!r}: {error}" for error in message.check(known)]
    return found


def _key(message: object) -> tuple[str, str]:
    identity = message.id  # type: ignore[attr-defined]
    return (identity[0] if isinstance(identity, tuple | list) else identity, message.context or "")  # type: ignore[attr-defined]


def _said(string: object) -> bool:
    return all(string) if isinstance(string, tuple | list) else bool(string)
