"""A document's PDF as the browser gets it."""

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse

from hjemmedag.apps.documents.models import Document, Reading, Revision


@pytest.fixture
def page(offered):
    return reverse("documents:file", args=[offered.pk])


def test_the_file_is_handed_over_to_keep(as_, anna, page, pdf):
    response = as_(anna).get(page)
    assert response.content == pdf
    assert {name: response.headers[name] for name in ("Content-Type", "X-Content-Type-Options", "Cache-Control")} == {
        "Content-Type": "application/pdf",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
    }
    assert response.headers["Content-Disposition"] == (
        'attachment; filename="Tillaeg om hjemmearbejde for Anna Test.pdf"; '
        "filename*=UTF-8''Till%C3%A6g%20om%20hjemmearbejde%20for%20Anna%20Test.pdf"
    )


def test_it_can_be_read_in_the_browser(as_, anna, page):
    assert as_(anna).get(page, {"vis": "1"}).headers["Content-Disposition"].startswith("inline; ")


def test_a_title_cannot_break_out_of_the_header(as_, anna, page):
    Document.objects.update(title='Å"; filename=x.exe\r\nSet-Cookie: a=b/..\\c')
    assert as_(anna).get(page).headers["Content-Disposition"] == (
        'attachment; filename="Aa ; filename=x.exe Set-Cookie a=b .. c.pdf"; '
        "filename*=UTF-8''%C3%85%20%3B%20filename%3Dx.exe%20Set-Cookie%20a%3Db%20..%20c.pdf"
    )


def test_the_first_opening_by_a_party_is_recorded_and_hr_leaves_no_trace(as_, anna, dorte, eva, page, offered):
    as_(anna).get(page)
    as_(anna).get(page)
    assert list(Reading.objects.values_list("party__signer", flat=True)) == [anna.pk]


def test_a_file_lost_from_the_archive_is_said_and_not_an_error(as_, anna, page, offered):
    default_storage.delete(Revision.objects.get().file)
    response = as_(anna).get(page, follow=True)
    assert [message.level_tag for message in response.context["messages"]] == ["error"]
    assert Reading.objects.exists() is False
