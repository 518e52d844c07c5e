"""What becomes of an action that refuses."""

from __future__ import annotations

import pytest
from django import forms
from django.contrib.messages.storage.fallback import FallbackStorage
from django.test import RequestFactory

from hjemmedag.core.refusals import Refused, Stale
from hjemmedag.ui.answering import refusals_above, refusals_in, typed_in


class NoteForm(forms.Form):
    words = forms.CharField(widget=forms.Textarea)
    days = forms.MultipleChoiceField(choices=[("1", "Monday"), ("2", "Tuesday")])
    agreed = forms.BooleanField(required=False)
    revision = forms.IntegerField(widget=forms.HiddenInput)


def form() -> NoteForm:
    return NoteForm({"words": "One\n<b>two</b>", "days": ["1", "2"], "agreed": "on", "revision": "3"})


def test_a_refusal_stands_in_the_form_and_the_page_goes_on() -> None:
    shown = form()
    with refusals_in(shown) as met:
        raise Refused("The draft is published already.")
    assert (shown.non_field_errors(), met.stale) == (["The draft is published already."], False)


def test_a_refusal_may_stand_at_a_field() -> None:
    shown = form()
    with refusals_in(shown, "words"):
        raise Refused("There is one of that name.")
    assert shown.errors == {"words": ["There is one of that name."]}


def test_a_page_learns_that_someone_else_was_first() -> None:
    with refusals_in(form()) as met:
        raise Stale("Someone changed the site.")
    assert (met.stale, str(met.refusal)) == (True, "Someone changed the site.")


def test_a_refusal_of_a_button_stands_above_the_next_page() -> None:
    request = RequestFactory().post("/")
    request.session = {}  # type: ignore[assignment]
    request._messages = FallbackStorage(request)  # type: ignore[attr-defined]
    with refusals_above(request):
        raise Refused("It is undone already.")
    assert [(one.level_tag, one.message) for one in request._messages] == [("error", "It is undone already.")]  # type: ignore[attr-defined]


def test_any_other_fault_is_not_taken_for_a_refusal() -> None:
    with pytest.raises(ValueError, match="odd"), refusals_in(form()):
        raise ValueError("odd")


def test_what_was_typed_is_kept_in_words_and_never_as_markup() -> None:
    assert typed_in(form()) == [("Words", "One<br>&lt;b&gt;two&lt;/b&gt;"), ("Days", "1, 2")]
