"""How forms look and speak."""

from __future__ import annotations

import re

from django import forms
from django.template import Context, Template
from django.utils.translation import override

from hjemmedag.ui import widgets


class Wish(forms.Form):
    """One field of each behaviour."""

    start = forms.DateField(label="Start", widget=widgets.DateInput)
    days = forms.MultipleChoiceField(
        label="Days", choices=[(str(day), str(day)) for day in range(10)], widget=widgets.DayPicker(weeks=2)
    )
    room = forms.CharField(label="Room", required=False, help_text="Seen by you and HR.")
    agree = forms.BooleanField(label="I agree")


def shown(form: forms.Form) -> str:
    with override("en"):
        return Template("{{ form }}").render(Context({"form": form}))


def test_each_fault_in_the_summary_leads_to_an_element_of_the_page() -> None:
    html = shown(Wish({}))
    targets = re.findall(r'<a href="#([\w-]+)">', html)
    assert targets == ["id_start", "id_days", "id_agree"]
    assert [html.count(f'id="{target}"') for target in targets] == [1, 1, 1]


def test_a_form_without_faults_has_no_summary() -> None:
    assert "error-summary" not in shown(Wish())


def test_only_fields_that_may_be_left_out_say_so() -> None:
    assert shown(Wish()).count("(optional)") == 1


def test_help_and_error_are_read_aloud_with_their_field() -> None:
    html = shown(Wish({"start": "31-02-2026"}))
    assert 'aria-describedby="id_start_error"' in html
    assert 'aria-describedby="id_room_helptext"' in html


def test_a_date_travels_as_the_browser_wants_it() -> None:
    with override("da"):
        assert 'value="2026-12-01"' in shown(Wish({"start": "2026-12-01"}))


def test_what_was_typed_is_still_there_after_a_fault() -> None:
    assert 'value="Loftet &lt;3"' in shown(Wish({"room": "Loftet <3"}))


def test_the_days_of_two_weeks_have_their_names() -> None:
    html = shown(Wish())
    assert (html.count(">Monday<"), html.count("Week 2")) == (2, 1)


def test_the_picked_days_come_back_as_their_numbers() -> None:
    form = Wish({"start": "2026-12-01", "days": ["0", "9"], "agree": "on"})
    assert form.is_valid()
    assert form.cleaned_data["days"] == ["0", "9"]


def test_faults_of_the_whole_form_stand_in_the_summary() -> None:
    form = Wish({})
    form.add_error(None, "The policy has changed.")
    assert "<li>The policy has changed.</li>" in shown(form)


def test_an_empty_field_is_asked_for_in_few_words_at_the_field_and_in_the_summary() -> None:
    assert shown(Wish({})).count("Must be filled in.") == 6


def test_a_form_may_ask_for_a_field_in_its_own_words() -> None:
    form = Wish({})
    form.fields["start"].error_messages["required"] = "Choose the first day."
    assert shown(form).count("Choose the first day.") == 2
