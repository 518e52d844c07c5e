"""Pictures: what became of them, the file behind one, and which are due for cleaning or deletion."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.core.files.storage import default_storage
from django.db.models import QuerySet
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from hjemmedag.adapters.encryption import decrypted_file
from hjemmedag.apps.people import queries as people
from hjemmedag.apps.workplaces.models import Assessment, Finding, Photo, PhotoDeletion, PhotoLook, Visit, VisitEnd
from hjemmedag.apps.workplaces.queries.seeing import for_viewer
from hjemmedag.core.people.roles import Role
from hjemmedag.core.refusals import Refused
from hjemmedag.core.workplaces.rules import home_visit
from hjemmedag.core.workplaces.visits import Ended
from hjemmedag.rulebook.load import load

Subject = Finding | Assessment | Visit
"""What a picture can be about: one of these of one's own."""


class PictureDamaged(Refused):
    """The stored file is gone, or is not the one that was recorded."""


class PhotoState(StrEnum):
    """What became of a picture."""

    WAITING = "waiting"
    READY = "ready"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class ShownPhoto:
    """A picture and its deletion."""

    photo: Photo
    deletion: PhotoDeletion | None

    @property
    def state(self) -> PhotoState:
        """Nobody sees a picture before it is cleaned, or after it is deleted."""
        if self.deletion is not None:
            return PhotoState.DELETED
        return PhotoState.WAITING if self.photo.ready_at is None else PhotoState.READY


def photos_shown(rows: QuerySet[Photo]) -> list[ShownPhoto]:
    """Pictures with what became of them: one query."""
    found = rows.select_related("employee", "viewer", "deletion", "deletion__by")
    return [ShownPhoto(row, getattr(row, "deletion", None)) for row in found]


def may_see(photo: Photo, by: int, today: date) -> bool:
    """Whether a picture that is ready is there for someone: its person, or its viewer while they follow the home.

    From its last day on it is there for nobody, whether it is deleted by then or not.
    """
    if today >= photo.delete_by:
        return False
    return by == photo.employee_id or (by == photo.viewer_id and for_viewer(photo.pk, today))


def looks(photo: int) -> QuerySet[Any]:
    """Who opened a picture, and when, oldest first."""
    return PhotoLook.objects.filter(photo=photo).select_related("by")


def picture_key() -> bytes:
    """What pictures are encrypted with. It follows from SECRET_KEY, so neither database nor storage holds it."""
    return salted_hmac("hjemmedag.workplaces.pictures", "key", algorithm="sha256").digest()


def fingerprint(file: bytes) -> str:
    """The stored file's fingerprint, 64 hexadecimal digits."""
    return hashlib.sha256(file).hexdigest()


def content_of(photo: Photo) -> bytes:
    """The decrypted file. Raises `PictureDamaged` unless it is exactly what was stored."""
    try:
        with default_storage.open(photo.file) as stored:
            file: bytes = stored.read()
    except OSError:
        file = b""
    if not photo.file or fingerprint(file) != photo.sha256:
        raise PictureDamaged(_("The picture is missing or not the one we stored. Delete it, and upload it again."))
    try:
        return decrypted_file(file, key=picture_key())
    except ValueError:
        raise PictureDamaged(_("The picture can’t be decrypted. Delete it, and upload it again.")) from None


def damaged_photos() -> Iterator[Photo]:
    """Every picture that is kept and whose file is gone or changed, for `doctor`."""
    for photo in Photo.objects.exclude(file="").order_by("pk").iterator():
        try:
            content_of(photo)
        except PictureDamaged:
            yield photo


def uncleaned() -> QuerySet[Photo]:
    """Those as they were uploaded, oldest first."""
    return Photo.objects.filter(ready_at__isnull=True).exclude(file="").order_by("pk")


def expired_photos(today: date) -> QuerySet[Photo]:
    """Those whose last day has come."""
    return Photo.objects.filter(delete_by__lte=today).exclude(file="").order_by("pk")


def last_day(today: date) -> date:
    """How long a picture that is uploaded today is kept at most: by the rule, or what the company chose."""
    answer = home_visit.decide(home_visit.Facts(on=today, agreed_on=today, photos=True), load())
    assert answer.delete_by is not None, "an agreed picture has a last day"
    return answer.delete_by


def viewers(subject: Subject, today: date) -> dict[int, str]:
    """Who may be named as the one viewer of a picture of this: whoever follows the thing, never the person.

    That is the manager, HR or a safety representative; of a visit whoever asked, if they are one of them still, and
    nobody once the yes is taken back.
    """
    ids = list(people.managers_of({subject.employee_id}, today).values())
    ids += [*people.holders(Role.HR, today), *people.holders(Role.SAFETY, today)]
    if isinstance(subject, Visit):
        withdrawn = VisitEnd.objects.filter(visit=subject, how=Ended.WITHDRAWN).exists()
        ids = [one for one in ids if one == subject.asked_by_id and not withdrawn]
    serving = people.employed(today).filter(pk__in=ids).exclude(pk=subject.employee_id)
    names = people.named(set(serving.values_list("pk", flat=True)))
    return {pk: names[pk] for pk in dict.fromkeys(ids) if pk in names}
