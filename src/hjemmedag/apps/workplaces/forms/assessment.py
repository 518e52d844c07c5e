"""The questions of an assessment, a page at a time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django import forms
from django.utils.translation import gettext_lazy as _

from hjemmedag.core.workplaces.questions import Question, Reply
from hjemmedag.ui.words import said

WORDS = {Reply.YES: _("Yes"), Reply.NO: _("No"), Reply.NOT_RELEVANT: _("Not relevant here")}


class StepForm(forms.Form):
    """The questions of one page with the answers so far. What is missing is asked for when the assessment is sent."""

    use_required_attribute = False

    def __init__(self, questions: Iterable[Question], replies: Mapping[str, Reply]) -> None:
        super().__init__(initial={key: reply.value for key, reply in replies.items()})
        for each in questions:
            self.fields[each.key] = forms.ChoiceField(
                label=said(each.text),
                help_text=said(each.help),
                choices=[(reply.value, WORDS[reply]) for reply in each.replies],
                widget=forms.RadioSelect,
            )


def replies_in(posted: Mapping[str, str], questions: Iterable[Question]) -> dict[str, Reply]:
    """The answers that were sent, whatever else was."""
    found = {}
    for each in questions:
        if posted.get(each.key) in each.replies:
            found[each.key] = Reply(posted[each.key])
    return found
