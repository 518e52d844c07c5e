"""Pictures: taken in encrypted, cleaned by a task, opened by one named viewer, and deleted.

A file goes to storage before the row that names it, and away after the row has let go of it: what a killed process
leaves behind is encrypted, named by nobody, and swept away.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.translation import gettext as _

from hjemmedag.adapters import pictures
from hjemmedag.adapters.encryption import encrypted_file
from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.people import actions as people_actions
from hjemmedag.apps.workplaces import queries
from hjemmedag.apps.workplaces.models import Assessment, Finding, Photo, PhotoDeletion, PhotoLook, Visit
from hjemmedag.core.instants import local
from hjemmedag.core.refusals import Refused, Stale

FOLDER = "pictures"
MOST_KEPT = 20
"""Pictures of one person at a time: nobody needs more, and storage is not filled by one."""
LONGEST_WORK = timedelta(days=1)
"""A file younger than this may belong to work that is still being done."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A stored file: its name in storage and its fingerprint."""

    name: str
    sha256: str


def upload(*, subject: queries.Subject, employee: int, viewer: int, raw: bytes, today: date, now: datetime) -> Photo:
    """Take a picture in as it was sent; it is cleaned by a task before anyone can see it.

    Raises `Refused` for a viewer that is not offered, a finding about body or well-being, or too many pictures.
    """
    with _kept(raw) as kept, transaction.atomic():
        people_actions.hold({employee})
        if subject.employee_id != employee or (isinstance(subject, Finding) and subject.private):
            raise Refused(_("A picture can be of your own place of work only, and never about body or well-being."))
        if viewer not in queries.viewers(subject, today):
            raise Refused(_("Choose who is to see the picture. Nobody else will."))
        if Photo.objects.filter(employee=employee).exclude(file="").count() >= MOST_KEPT:
            raise Refused(_("You have %(n)s pictures here already. Delete some first.") % {"n": MOST_KEPT})
        row = Photo.objects.create(
            employee_id=employee,
            viewer_id=viewer,
            finding=subject if isinstance(subject, Finding) else None,
            assessment=subject if isinstance(subject, Assessment) else None,
            visit=subject if isinstance(subject, Visit) else None,
            file=kept.name,
            sha256=kept.sha256,
            uploaded_at=now,
            delete_by=queries.last_day(today),
        )
        audit.record(
            action="workplaces.upload_photo",
            actor=employee,
            now=now,
            subject=row,
            about=employee,
            data={"viewer": viewer},
            rows=[row],
        )
    return row


def clean_photos(*, now: datetime) -> int:
    """Clean the pictures that wait; one that can't be cleaned is deleted, and its page says why. Returns how many."""
    return sum(_clean(photo, now) for photo in queries.uncleaned())


def _clean(photo: Photo, now: datetime) -> bool:
    try:
        picture = pictures.clean(queries.content_of(photo))
    except pictures.Unusable as fault:
        return delete_photo(photo=photo.pk, why=fault.why, by=None, now=now)
    except queries.PictureDamaged:
        return delete_photo(photo=photo.pk, why=PhotoDeletion.Why.UNREADABLE, by=None, now=now)
    with _kept(picture) as kept, transaction.atomic():
        # The same file still: nobody has deleted the picture, and no other worker has cleaned it, meanwhile.
        row = Photo.objects.select_for_update().filter(pk=photo.pk, file=photo.file).first()
        if row is None:
            default_storage.delete(kept.name)
            return False
        row.file, row.sha256, row.ready_at = kept.name, kept.sha256, now
        row.save(update_fields=["file", "sha256", "ready_at"])
        audit.record(
            action="workplaces.clean_photo", actor=None, now=now, subject=row, about=row.employee_id, rows=[row]
        )
        transaction.on_commit(partial(default_storage.delete, photo.file))
    return True


@transaction.atomic
def look(*, photo: int, by: int, now: datetime) -> bytes:
    """The picture as a JPEG, for its person or its one viewer; that it was opened is written down first.

    Raises `Stale` when it is not there to be seen, and `Photo.DoesNotExist` for anyone else.
    """
    row = Photo.objects.select_for_update().get(pk=photo)
    if by not in (row.employee_id, row.viewer_id):
        raise Photo.DoesNotExist
    if not row.file or row.ready_at is None or not queries.may_see(row, by, local(now).date()):
        raise Stale(_("The picture can’t be seen: it is not ready, it is deleted, or it is for nobody now."))
    picture = queries.content_of(row)
    seen = PhotoLook.objects.create(photo=row, by_id=by, at=now)
    audit.record(action="workplaces.look_at_photo", actor=by, now=now, subject=row, about=row.employee_id, rows=[seen])
    return picture


def delete_photos_of(visit: Visit, *, by: int, now: datetime) -> None:
    """Delete what was sent about a visit, because the person takes it back."""
    for photo in Photo.objects.filter(visit=visit).exclude(file="").values_list("pk", flat=True):
        delete_photo(photo=photo, why=PhotoDeletion.Why.TAKEN_BACK, by=by, now=now)


@transaction.atomic
def delete_photo(*, photo: int, why: str, by: int | None, now: datetime) -> bool:
    """Delete a picture for good and write down that it is gone. Says whether there was one to delete."""
    row = Photo.objects.select_for_update().get(pk=photo)
    if not row.file:
        return False
    transaction.on_commit(partial(default_storage.delete, row.file))
    row.file = row.sha256 = ""
    row.save(update_fields=["file", "sha256"])
    gone = PhotoDeletion.objects.create(photo=row, why=why, by_id=by, at=now)
    audit.record(
        action="workplaces.delete_photo",
        actor=by,
        now=now,
        subject=row,
        about=row.employee_id,
        data={"why": why},
        rows=[row, gone],
    )
    return True


def delete_expired_photos(*, today: date, now: datetime) -> int:
    """Delete the pictures whose last day has come, and the files that no picture names. Returns how many pictures."""
    due = queries.expired_photos(today).values_list("pk", flat=True)
    gone = sum(delete_photo(photo=photo, why=PhotoDeletion.Why.EXPIRED, by=None, now=now) for photo in list(due))
    _sweep(now)
    return gone


def _sweep(now: datetime) -> None:
    try:
        stored = {f"{FOLDER}/{name}" for name in default_storage.listdir(FOLDER)[1]}
    except FileNotFoundError:
        return
    for name in stored - set(Photo.objects.exclude(file="").values_list("file", flat=True)):
        if now - default_storage.get_modified_time(name) > LONGEST_WORK:
            default_storage.delete(name)


@contextmanager
def _kept(content: bytes) -> Iterator[Kept]:
    """The content encrypted in storage under a name that says nothing; gone again if what follows comes to nothing."""
    file = encrypted_file(content, key=queries.picture_key())
    name = default_storage.save(f"{FOLDER}/{secrets.token_urlsafe(24)}", ContentFile(file))
    try:
        yield Kept(name, queries.fingerprint(file))
    except BaseException:
        default_storage.delete(name)
        raise
