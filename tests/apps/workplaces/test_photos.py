"""A picture goes in encrypted, is cleaned by a task, is opened by one named viewer, and is gone again in time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from hjemmedag.apps.overview.queries import health
from hjemmedag.apps.people.models import Employee, Reporting
from hjemmedag.apps.workplaces import actions, duties, queries
from hjemmedag.apps.workplaces.models import Finding, Photo, PhotoDeletion, PhotoLook
from hjemmedag.core.duties import Scope
from hjemmedag.core.refusals import Refused, Stale
from tests.adapters.pictures.drawing import SECRETS, bomb, picture
from tests.apps.workplaces.sealing import unsealed
from tests.apps.workplaces.test_visits import answer, ask
from tests.conftest import NOW, TODAY

if TYPE_CHECKING:
    from pytest_django import DjangoCaptureOnCommitCallbacks

LAST_DAY = TODAY + timedelta(days=90)
RAW = picture()


@pytest.fixture
def finding(anna: Employee, seal: None, assess: Callable[..., object]) -> Finding:
    """Light is lacking where Anna works; what is kept lies in a folder of this test's own."""
    assess(anna, no=("light_enough", "body_free_of_pain"))
    return Finding.objects.get(question="light_enough")


def upload(finding: Finding, viewer: Employee, raw: bytes = RAW) -> Photo:
    return actions.upload(
        subject=finding, employee=finding.employee_id, viewer=viewer.pk, raw=raw, today=TODAY, now=NOW
    )


def stored(tmp_path: Path) -> list[bytes]:
    """What lies in storage for pictures."""
    folder = tmp_path / "files" / "pictures"
    return [file.read_bytes() for file in sorted(folder.iterdir())] if folder.exists() else []


def test_what_was_sent_lies_encrypted_and_nobody_sees_it_before_it_is_cleaned(
    finding: Finding, anna: Employee, bo: Employee, tmp_path: Path
) -> None:
    photo = upload(finding, bo)
    assert (photo.viewer_id, photo.delete_by, photo.ready_at) == (bo.pk, LAST_DAY, None)
    [file] = stored(tmp_path)
    assert [secret for secret in (*SECRETS, b"\xff\xd8\xff") if secret in file] == []
    for person in (anna, bo):
        with pytest.raises(Stale):
            actions.look(photo=photo.pk, by=person.pk, now=NOW)
    assert unsealed() == []


def test_cleaned_it_is_opened_by_its_viewer_and_its_person_each_time_in_the_log(
    finding: Finding,
    anna: Employee,
    bo: Employee,
    tmp_path: Path,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    photo = upload(finding, bo)
    with django_capture_on_commit_callbacks(execute=True):
        assert actions.clean_photos(now=NOW) == 1
    assert actions.clean_photos(now=NOW) == 0
    [file] = stored(tmp_path)
    for person in (bo, anna, bo):
        seen = actions.look(photo=photo.pk, by=person.pk, now=NOW)
        assert seen.startswith(b"\xff\xd8\xff")
        assert [secret for secret in SECRETS if secret in seen] == []
        assert seen not in file
    assert list(PhotoLook.objects.values_list("by", flat=True)) == [bo.pk, anna.pk, bo.pk]
    assert unsealed() == []


def test_nobody_else_opens_it_whatever_they_are(
    finding: Finding,
    bo: Employee,
    carl: Employee,
    dorte: Employee,
    eva: Employee,
    finn: Employee,
    gry: Employee,
    hans: Employee,
    ida: Employee,
    jens: Employee,
) -> None:
    photo = upload(finding, dorte)
    actions.clean_photos(now=NOW)
    for person in (bo, carl, eva, finn, gry, hans, ida, jens):
        with pytest.raises(Photo.DoesNotExist):
            actions.look(photo=photo.pk, by=person.pk, now=NOW)
    assert PhotoLook.objects.count() == 0


@pytest.mark.parametrize(
    ("raw", "why"), [(b"<svg onload='alert(1)'/>", "unreadable"), (b"", "unreadable"), (bomb(), "too_large")]
)
def test_what_is_no_picture_is_deleted_and_its_person_reads_why(
    raw: bytes,
    why: str,
    finding: Finding,
    bo: Employee,
    tmp_path: Path,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    photo = upload(finding, bo, raw)
    with django_capture_on_commit_callbacks(execute=True):
        actions.clean_photos(now=NOW)
    gone = PhotoDeletion.objects.get(photo=photo)
    assert (gone.why, gone.by, stored(tmp_path)) == (why, None, [])
    assert actions.clean_photos(now=NOW) == 0
    assert unsealed() == []


def test_deleted_it_is_gone_for_good_and_the_log_stays(
    finding: Finding,
    anna: Employee,
    bo: Employee,
    tmp_path: Path,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    photo = upload(finding, bo)
    actions.clean_photos(now=NOW)
    actions.look(photo=photo.pk, by=bo.pk, now=NOW)
    with django_capture_on_commit_callbacks(execute=True):
        assert actions.delete_photo(photo=photo.pk, why="decided", by=bo.pk, now=NOW) is True
    assert actions.delete_photo(photo=photo.pk, why="taken_back", by=anna.pk, now=NOW) is False
    with pytest.raises(Stale):
        actions.look(photo=photo.pk, by=anna.pk, now=NOW)
    photo.refresh_from_db()
    assert (photo.file, photo.sha256, photo.deletion.why, photo.deletion.by) == ("", "", "decided", bo)
    assert [one.by for one in queries.looks(photo.pk)] == [bo]
    assert unsealed() == []


def test_deleted_while_it_is_being_cleaned_it_does_not_come_back(
    finding: Finding,
    anna: Employee,
    bo: Employee,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    from hjemmedag.adapters import pictures

    photo, clean = upload(finding, bo), pictures.clean

    def slowly(content: bytes) -> bytes:
        actions.delete_photo(photo=photo.pk, why="taken_back", by=anna.pk, now=NOW)
        return clean(content)

    monkeypatch.setattr(pictures, "clean", slowly)
    with django_capture_on_commit_callbacks(execute=True):
        assert actions.clean_photos(now=NOW) == 0
    photo.refresh_from_db()
    assert (photo.file, stored(tmp_path)) == ("", [])


def test_the_nightly_task_deletes_on_the_last_day_whether_it_was_ready_or_not(
    finding: Finding,
    bo: Employee,
    tmp_path: Path,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    upload(finding, bo)
    actions.clean_photos(now=NOW)
    upload(finding, bo)
    early = LAST_DAY - timedelta(days=1)
    assert actions.delete_expired_photos(today=early, now=NOW) == 0
    with django_capture_on_commit_callbacks(execute=True):
        assert actions.delete_expired_photos(today=LAST_DAY, now=NOW) == 2
    assert list(PhotoDeletion.objects.values_list("why", flat=True)) == ["expired", "expired"]
    assert Photo.objects.exclude(file="").count() == 0


def test_files_that_no_picture_names_are_swept_once_they_are_a_day_old(finding: Finding, bo: Employee) -> None:
    upload(finding, bo)
    orphan = default_storage.save("pictures/orphan", ContentFile(b"left behind"))
    written = default_storage.get_modified_time(orphan)
    for hours, there in ((1, True), (25, False)):
        actions.delete_expired_photos(today=TODAY, now=written + timedelta(hours=hours))
        assert default_storage.exists(orphan) is there
    assert default_storage.exists(Photo.objects.get().file)


def test_the_viewer_is_one_who_follows_the_home_and_never_oneself(
    finding: Finding, anna: Employee, bo: Employee, carl: Employee, dorte: Employee, eva: Employee, tmp_path: Path
) -> None:
    assert queries.viewers(finding, TODAY) == {bo.pk: "Bo Test", dorte.pk: "Dorte Test", eva.pk: "Eva Test"}
    for person in (anna, carl):
        with pytest.raises(Refused, match="Vælg, hvem"):
            upload(finding, person)
    assert stored(tmp_path) == []


def test_there_is_no_picture_of_body_or_well_being_nor_of_another_ones_home(
    finding: Finding, anna: Employee, bo: Employee, carl: Employee, tmp_path: Path
) -> None:
    with pytest.raises(Refused, match="krop eller trivsel"):
        upload(Finding.objects.get(private=True), bo)
    with pytest.raises(Refused):
        actions.upload(subject=finding, employee=carl.pk, viewer=bo.pk, raw=RAW, today=TODAY, now=NOW)
    assert (Photo.objects.count(), stored(tmp_path)) == (0, [])


def test_nobody_fills_the_storage(finding: Finding, bo: Employee) -> None:
    for _time in range(20):
        upload(finding, bo, b"small")
    with pytest.raises(Refused, match="allerede 20 billeder"):
        upload(finding, bo, b"small")
    actions.clean_photos(now=NOW)
    upload(finding, bo, b"small")


def test_a_file_that_was_changed_or_swapped_is_not_shown_and_doctor_says_so(
    finding: Finding, anna: Employee, bo: Employee
) -> None:
    one, other = upload(finding, bo), upload(finding, bo)
    actions.clean_photos(now=NOW)
    for photo in (one, other):
        photo.refresh_from_db()
    with default_storage.open(other.file) as file:
        content = file.read()
    default_storage.delete(one.file)
    default_storage.save(one.file, ContentFile(content))
    with pytest.raises(Refused, match="mangler eller er ikke det"):
        actions.look(photo=one.pk, by=bo.pk, now=NOW)
    [found] = next(check for check in health.examined(NOW) if check.key == "workplaces.pictures").findings
    assert found.facts == {"photo": one.pk, "file": one.file}


@pytest.mark.parametrize(("in_order", "why"), [(True, "decided"), (False, None)])
def test_closing_the_finding_deletes_its_pictures(
    finding: Finding, anna: Employee, bo: Employee, *, in_order: bool, why: str | None
) -> None:
    photo, planned = upload(finding, bo), actions.Planned(cause="Mørkt", what="Lampe", owner=bo.pk, due=TODAY)
    actions.clean_photos(now=NOW)
    actions.plan(finding=finding.pk, planned=planned, revision=0, actor=bo.pk, today=TODAY, now=NOW)
    actions.carry_out(finding=finding.pk, revision=1, actor=bo.pk, today=TODAY, now=NOW)
    actions.rerate(finding=finding.pk, in_order=in_order, employee=anna.pk, today=TODAY, now=NOW)
    assert PhotoDeletion.objects.filter(photo=photo).values_list("why", flat=True).first() == why
    assert unsealed() == []


def test_the_viewer_is_asked_to_look_until_it_is_deleted(finding: Finding, anna: Employee, bo: Employee) -> None:
    def asked() -> list[tuple[str, int]]:
        due = duties.due(Scope(owner=bo.pk), TODAY)
        return [(one.kind, one.subject) for one in due if one.kind == "workplaces.look"]

    photo = upload(finding, bo)
    assert asked() == []
    actions.clean_photos(now=NOW)
    assert asked() == [("workplaces.look", photo.pk)]
    actions.delete_photo(photo=photo.pk, why="taken_back", by=anna.pk, now=NOW)
    assert asked() == []


def test_from_its_last_day_nobody_sees_it_though_nothing_deleted_it(
    finding: Finding, anna: Employee, bo: Employee
) -> None:
    photo = upload(finding, bo)
    actions.clean_photos(now=NOW)
    early = timedelta(days=89)
    for person in (anna, bo):
        assert actions.look(photo=photo.pk, by=person.pk, now=NOW + early)
        with pytest.raises(Stale):
            actions.look(photo=photo.pk, by=person.pk, now=NOW + early + timedelta(days=1))


def test_whoever_no_longer_follows_the_home_neither_sees_it_nor_is_asked_to(
    finding: Finding, anna: Employee, bo: Employee, carl: Employee
) -> None:
    photo = upload(finding, bo)
    actions.clean_photos(now=NOW)
    Reporting.objects.filter(employee=anna).update(manager=carl)
    with pytest.raises(Stale):
        actions.look(photo=photo.pk, by=bo.pk, now=NOW)
    assert actions.look(photo=photo.pk, by=anna.pk, now=NOW)
    assert [one.kind for one in duties.due(Scope(owner=bo.pk), TODAY) if one.kind == "workplaces.look"] == []


def test_a_yes_taken_back_takes_the_pictures_of_the_visit_with_it(
    seal: None,
    anna: Employee,
    bo: Employee,
    tmp_path: Path,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    visit = ask(anna, bo)
    answer(visit)
    send: dict[str, Any] = {"subject": visit, "employee": anna.pk, "viewer": bo.pk, "raw": RAW, "today": TODAY}
    photo = actions.upload(**send, now=NOW)
    with django_capture_on_commit_callbacks(execute=True):
        actions.clean_photos(now=NOW)
        actions.withdraw(visit=visit.pk, employee=anna.pk, now=NOW)
    assert (PhotoDeletion.objects.get(photo=photo).why, stored(tmp_path)) == ("taken_back", [])
    with pytest.raises(Stale):
        actions.look(photo=photo.pk, by=bo.pk, now=NOW)
    with pytest.raises(Refused):
        actions.upload(**send, now=NOW)
    assert unsealed() == []
