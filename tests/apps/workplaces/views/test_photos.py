"""Pages about pictures: the one viewer by name before it is sent, waiting, seen, and deleted."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from hjemmedag.apps.people.models import Employee, Reporting
from hjemmedag.apps.workplaces import actions
from hjemmedag.apps.workplaces.models import Finding, Photo
from tests.adapters.pictures.drawing import picture
from tests.conftest import NOW

Browser = Callable[[Employee], Client]


def text(client: Client, url: str) -> str:
    return client.get(url).content.decode()


def file(content: bytes, name: str = "IMG_0001.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, "image/jpeg")


@pytest.fixture
def finding(anna: Employee, seal: None, assess: Callable[..., object]) -> Finding:
    """Light is lacking where Anna works."""
    assess(anna, no=("light_enough", "body_free_of_pain"))
    return Finding.objects.get(question="light_enough")


def test_from_sending_to_seeing_to_deleting(
    finding: Finding, anna: Employee, bo: Employee, dorte: Employee, as_: Browser, clock: object
) -> None:
    own, viewer, new = as_(anna), as_(bo), f"/billeder/ny/fund/{finding.pk}/"
    assert f'href="{new}"' in text(own, f"/fund/{finding.pk}/")
    page = text(own, new)
    for said in ("Bo Test", "Dorte Test", "ingen anden rolle", "21. februar", "Ingen personer, ingen papirer"):
        assert said in page
    url = own.post(new, {"viewer": str(bo.pk), "file": file(picture())}).headers["Location"]
    assert "Det tager omkring et minut" in text(own, url)
    assert viewer.get(f"{url}fil/").status_code == 404
    actions.clean_photos(now=NOW)
    assert "Kun Bo Test og du kan se det." in text(own, url)
    assert f"{url}fil/" not in text(viewer, url)
    assert f'src="{url}fil/"' in text(viewer, f"{url}?vis=1")
    shown = viewer.get(f"{url}fil/")
    assert (shown.headers["Content-Type"], shown.content[:3]) == ("image/jpeg", b"\xff\xd8\xff")
    assert text(own, url).count("Åbnet") == 1
    assert as_(dorte).get(url).status_code == 404
    viewer.post(f"{url}sletning/")
    assert "Slettet efter afgørelsen" in text(own, url)
    assert viewer.get(f"{url}fil/").status_code == 404
    assert viewer.get(f"{url}?vis=1").status_code == 200


def test_a_file_that_is_no_picture_is_deleted_and_its_page_says_so(
    finding: Finding, anna: Employee, bo: Employee, as_: Browser, clock: object
) -> None:
    own = as_(anna)
    sent = {"viewer": str(bo.pk), "file": file(b"<html><script>alert(1)</script>")}
    url = own.post(f"/billeder/ny/fund/{finding.pk}/", sent).headers["Location"]
    actions.clean_photos(now=NOW)
    assert "Filen er ikke et billede, vi kan læse, og den er slettet." in text(own, url)


def test_the_person_takes_it_back_before_anyone_has_seen_it(
    finding: Finding, anna: Employee, bo: Employee, as_: Browser, clock: object
) -> None:
    own = as_(anna)
    url = own.post(f"/billeder/ny/fund/{finding.pk}/", {"viewer": str(bo.pk), "file": file(picture())}).headers[
        "Location"
    ]
    own.post(f"{url}sletning/")
    assert actions.clean_photos(now=NOW) == 0
    assert "Slettet" in text(own, url)


def test_too_large_nothing_and_another_viewer_are_refused_with_a_line(
    finding: Finding, anna: Employee, bo: Employee, carl: Employee, as_: Browser, clock: object
) -> None:
    own, new = as_(anna), f"/billeder/ny/fund/{finding.pk}/"
    large = own.post(new, {"viewer": str(bo.pk), "file": file(bytes(15 * 1024**2 + 1))})
    assert "Filen er for stor: højst 15 MB." in large.content.decode()
    assert own.post(new, {"viewer": str(bo.pk)}).status_code == 200
    assert own.post(new, {"viewer": str(carl.pk), "file": file(picture())}).status_code == 200
    assert not Photo.objects.exists()


def test_there_is_no_page_for_what_is_not_ones_own_or_is_private(
    finding: Finding, anna: Employee, bo: Employee, as_: Browser, clock: object
) -> None:
    private = Finding.objects.get(private=True)
    for address in (f"fund/{private.pk}", "besoeg/1", "andet/1"):
        assert as_(anna).get(f"/billeder/ny/{address}/").status_code == 404
    assert as_(bo).get(f"/billeder/ny/fund/{finding.pk}/").status_code == 404
    assert "/billeder/ny/" not in text(as_(anna), f"/fund/{private.pk}/")


def test_when_its_viewer_no_longer_follows_the_home_its_person_reads_so(
    finding: Finding, anna: Employee, bo: Employee, carl: Employee, as_: Browser, clock: object
) -> None:
    own = as_(anna)
    sent = {"viewer": str(bo.pk), "file": file(picture())}
    url = own.post(f"/billeder/ny/fund/{finding.pk}/", sent).headers["Location"]
    actions.clean_photos(now=NOW)
    words = "Det er ikke for nogen nu"
    assert words not in text(own, url)
    assert "?vis=1" in text(as_(bo), url)
    Reporting.objects.filter(employee=anna).update(manager=carl)
    assert words in text(own, url)
    assert "?vis=1" in text(own, url)
    assert "?vis=1" not in text(as_(bo), url)
    assert as_(bo).get(f"{url}fil/").status_code == 404
