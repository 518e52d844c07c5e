"""Uploaded files between preview and confirmation: kept by us under a random name, never in the page."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

FOLDER = "imports"
KEPT = timedelta(days=1)
"""How long a file nobody confirms is kept: it holds personal data and has no purpose after that."""


def keep(content: bytes, *, now: datetime) -> str:
    """Keep a file, and drop those that nobody confirmed. The answer is the key to get it back by."""
    forget_abandoned(now=now)
    key = secrets.token_urlsafe(24)
    default_storage.save(f"{FOLDER}/{key}", ContentFile(content))
    return key


def kept(key: str) -> bytes | None:
    """The file; `None` when it was taken in or dropped."""
    try:
        with default_storage.open(f"{FOLDER}/{key}") as file:
            content: bytes = file.read()
            return content
    except FileNotFoundError:
        return None


def forget(key: str) -> None:
    """Drop a file; nothing happens when it is gone already."""
    default_storage.delete(f"{FOLDER}/{key}")


def forget_abandoned(*, now: datetime) -> None:
    """Drop the files that were uploaded longer than a day ago and never confirmed."""
    try:
        _, names = default_storage.listdir(FOLDER)
    except FileNotFoundError:
        return
    for name in names:
        if default_storage.get_modified_time(f"{FOLDER}/{name}") < now - KEPT:
            forget(name)
