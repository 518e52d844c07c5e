"""The steps of an application."""

import pytest

from hjemmedag.apps.overview.forms.application import PlaceForm

PLACE = {"street": "Prøvevej 1", "postcode": "8000", "city": "Aarhus C", "country": "DK", "room": "stuen"}


@pytest.mark.parametrize("odd", ["\u202e", "\u200b", "\x07"])
@pytest.mark.parametrize("field", ["street", "postcode", "city", "room"])
def test_what_cannot_be_seen_never_comes_into_an_addendum(field: str, odd: str) -> None:
    form = PlaceForm({**PLACE, field: f"{PLACE[field]}{odd}1"})
    assert list(form.errors) == [field]


def test_odd_spaces_become_plain_ones() -> None:
    form = PlaceForm({**PLACE, "street": "Prøvevej\u00a01"})
    assert form.is_valid()
    assert form.cleaned_data == PLACE
