"""Settings from the environment, read with their types. Secrets may stand in a file named by `NAME_FILE`."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

PREFIX = "HJEMMEDAG_"


class Unusable(Exception):
    """An environment variable holds something that can't be used; the message names it."""


def text(name: str, default: str = "") -> str:
    """The variable's text, or the content of the file that `NAME_FILE` names."""
    value = os.environ.get(PREFIX + name)
    if value is not None:
        return value
    path = os.environ.get(f"{PREFIX}{name}_FILE")
    if path is None:
        return default
    try:
        return Path(path).read_text(encoding="utf-8").strip()
    except OSError as error:
        raise Unusable(f"{PREFIX}{name}_FILE: {path} can't be read ({error.strerror}).") from None


def flag(name: str, default: bool = False) -> bool:
    """Yes or no: 1, true, yes, on / 0, false, no, off."""
    value = text(name, "1" if default else "0").lower()
    if value in ("1", "true", "yes", "on"):
        return True
    if value in ("0", "false", "no", "off", ""):
        return False
    raise Unusable(f"{PREFIX}{name}: {value!r} is neither yes nor no. Write 1 or 0.")


def number(name: str, default: int) -> int:
    """A whole number, zero or above."""
    value = text(name, str(default))
    if not value.isascii() or not value.isdigit():
        raise Unusable(f"{PREFIX}{name}: {value!r} is not a whole number.")
    return int(value)


def one_of(name: str, default: str, *others: str) -> str:
    """One of a few words."""
    value = text(name, default)
    if value not in (default, *others):
        raise Unusable(f"{PREFIX}{name}: {value!r} is none of {', '.join((default, *others))}.")
    return value


def listing(name: str, default: str = "") -> list[str]:
    """Several values with commas between them."""
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


def folder(name: str, default: Path) -> Path:
    """A folder, with `~` for the user's home."""
    return Path(text(name, str(default))).expanduser().resolve()


def secret(name: str, kept_in: Path) -> str:
    """A secret from the environment; without one, a random secret made once and kept in a file only we can read."""
    value = text(name)
    if value:
        return value
    try:
        kept_in.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(kept_in, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return kept_in.read_text(encoding="ascii").strip()
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(50))
    return kept_in.read_text(encoding="ascii").strip()
