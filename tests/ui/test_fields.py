"""The fields that every stage's forms share."""

from __future__ import annotations

import importlib
import pkgutil
from datetime import date

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import override

import hjemmedag.apps
from hjemmedag.ui.fields import DayField


@pytest.mark.parametrize("written", ["1950-01-01", "2026-11-23", "2150-01-01"])
def test_a_day_that_can_be_meant_is_taken(written: str) -> None:
    assert DayField().clean(written) == date.fromisoformat(written)


@pytest.mark.parametrize("written", ["0226-11-23", "1949-12-31", "2150-01-02", "9999-12-31"])
def test_a_slip_in_the_year_is_named(written: str) -> None:
    with override("en"), pytest.raises(ValidationError, match=f"^..Check the year: {written} can't be right."):
        DayField().clean(written)


def test_every_day_that_a_form_asks_for_has_these_bounds() -> None:
    for found in pkgutil.walk_packages(hjemmedag.apps.__path__, "hjemmedag.apps."):
        if ".forms" in found.name:
            importlib.import_module(found.name)
    asked = [
        f"{form.__module__}.{form.__name__}.{name}"
        for form in _kinds(forms.Form)
        if form.__module__.startswith("hjemmedag.")
        for name, field in form.base_fields.items()
        if isinstance(field, forms.DateField | forms.DateTimeField) and not isinstance(field, DayField)
        if not field.widget.is_hidden
    ]
    assert asked == []


def _kinds(kind: type[forms.Form]) -> set[type[forms.Form]]:
    return {found for each in kind.__subclasses__() for found in {each, *_kinds(each)}}
