"""Seglet: seen and renewed by HR and IT."""

import pytest
from django.urls import reverse

from hjemmedag.apps.documents.models import SealCertificate

PAGE = reverse("documents:seal")


@pytest.mark.parametrize(
    ("person", "status"),
    [
        ("anna", 403),
        ("bo", 403),
        ("carl", 403),
        ("dorte", 200),
        ("eva", 403),
        ("gry", 200),
        ("hans", 403),
        ("jens", 403),
    ],
)
def test_hr_and_it_see_the_seal(as_, request, certificate, person, status):
    assert as_(request.getfixturevalue(person)).get(PAGE).status_code == status


def test_a_press_makes_a_new_seal_and_the_old_one_stands_below(as_, gry, certificate):
    shown = as_(gry).post(PAGE, follow=True).content.decode()
    assert SealCertificate.objects.count() == 2
    assert certificate.fingerprint in shown


def test_an_employee_cannot_make_one(as_, anna, certificate):
    assert as_(anna).post(PAGE).status_code == 403
    assert SealCertificate.objects.count() == 1


def test_without_a_valid_seal_the_page_says_so(as_, dorte, company):
    assert "ingen kan skrive under" in as_(dorte).get(PAGE).content.decode()
