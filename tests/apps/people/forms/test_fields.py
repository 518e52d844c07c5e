"""Fields that people pages share."""

from __future__ import annotations

import pytest
from django import forms

from hjemmedag.apps.people.forms.agreements import NewAgreementForm
from hjemmedag.apps.people.forms.company import CompanyForm
from hjemmedag.apps.people.forms.employees import IdentityForm
from hjemmedag.apps.people.forms.employments import TermsForm
from hjemmedag.apps.people.forms.me import HomeForm
from hjemmedag.apps.people.forms.organisation import SiteForm
from hjemmedag.core.people import names

INVISIBLE = "There is an invisible character or a line break in this. Write it again."
MIA = {
    "first_name": "Mia\u00a0Marie",
    "last_name": "A\u030aberg",
    "number": "0900",
    "email": "mia@proeve.example",
    "language": "da",
}
LINES: dict[type[forms.Form], tuple[str, ...]] = {
    IdentityForm: ("first_name", "last_name", "number", "email"),
    SiteForm: ("name", "address"),
    CompanyForm: ("name", "union_contact", "safety_contact", "adviser_contact"),
    NewAgreementForm: ("name",),
    TermsForm: ("title",),
    HomeForm: ("street", "postcode", "city"),
}


@pytest.mark.parametrize("odd", ["\u202e", "\u200b", "\n", "\x07", "\0"])
@pytest.mark.parametrize(("form", "field"), [(form, field) for form, fields in LINES.items() for field in fields])
def test_what_cannot_be_seen_is_refused_in_every_name_address_and_title(
    form: type[forms.Form], field: str, odd: str
) -> None:
    from django.utils import translation

    with translation.override("en"), pytest.raises(forms.ValidationError) as refused:
        form.base_fields[field].clean(f"mia{odd}x@proeve.example")
    assert refused.value.messages == [INVISIBLE]


def test_an_address_that_turns_the_reading_is_refused_even_in_quotation_marks() -> None:
    for address in ('"mia\x01"@proeve.example', "mia@proeve\u202e.example"):
        with pytest.raises(forms.ValidationError):
            IdentityForm.base_fields["email"].clean(address)


def test_a_name_is_kept_as_a_staff_list_would_keep_it() -> None:
    form = IdentityForm(MIA)
    assert form.is_valid()
    said = form.identity
    assert (said.first_name, said.last_name) == ("Mia Marie", "Åberg")
    assert (said.first_name, said.last_name) == (names.legible(MIA["first_name"]), names.legible(MIA["last_name"]))


def test_a_name_of_nothing_but_odd_spaces_is_no_name() -> None:
    assert list(IdentityForm({**MIA, "first_name": "\u00a0\u2003"}).errors) == ["first_name"]
