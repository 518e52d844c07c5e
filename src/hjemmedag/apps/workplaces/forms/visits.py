"""Asking to see a home, answering, writing what was seen, and sending a picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hjemmedag.adapters.pictures import LARGEST_FILE
from hjemmedag.apps.workplaces.actions import Proposed
from hjemmedag.apps.workplaces.models import Visit, VisitAnswer
from hjemmedag.core.instants import COPENHAGEN
from hjemmedag.core.workplaces.questions import Question
from hjemmedag.core.workplaces.visits import Said
from hjemmedag.ui.fields import DayField
from hjemmedag.ui.widgets import FileDrop, RadioCards, TimeInput
from hjemmedag.ui.words import said

WAYS = {
    Visit.Way.VIDEO: gettext_lazy("A walkthrough by video, without recording"),
    Visit.Way.HOME: gettext_lazy("A visit"),
}
OTHER_WAYS = {
    VisitAnswer.OtherWay.DECLARATION: gettext_lazy("I assess it myself"),
    VisitAnswer.OtherWay.TALK: gettext_lazy("We talk about it"),
    VisitAnswer.OtherWay.DRAWING: gettext_lazy("I draw it in words"),
}


class AskForm(forms.Form):
    """What someone asks for."""

    way = forms.ChoiceField(label=gettext_lazy("How"), choices=list(WAYS.items()), widget=RadioCards())
    purpose = forms.CharField(
        label=gettext_lazy("Purpose"),
        max_length=300,
        help_text=gettext_lazy("For example: to see how the screen stands."),
    )
    looked_at = forms.CharField(
        label=gettext_lazy("What is looked at"),
        max_length=300,
        help_text=gettext_lazy(
            "The desk and what is around it. Never the rest of the home, and never who lives there."
        ),
    )
    with_whom = forms.CharField(
        label=gettext_lazy("Who takes part beside you"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("By name. Leave it empty when it is only you."),
    )
    on = DayField(label=gettext_lazy("Day"))
    at = forms.TimeField(label=gettext_lazy("Time"), widget=TimeInput())

    @property
    def proposed(self) -> Proposed:
        """What is asked for, once it is valid."""
        told = {name: self.cleaned_data[name] for name in ("way", "purpose", "looked_at", "with_whom")}
        starts = datetime.combine(self.cleaned_data["on"], self.cleaned_data["at"], tzinfo=COPENHAGEN)
        return Proposed(**told, starts=starts)


class AnswerForm(forms.Form):
    """Yes, another way, or no: three answers of the same size, and none is chosen beforehand."""

    said = forms.ChoiceField(
        label=gettext_lazy("Your answer"),
        choices=[
            (Said.AGREES, gettext_lazy("Yes, I agree")),
            *((way, words) for way, words in OTHER_WAYS.items()),
            (Said.NO, gettext_lazy("No")),
        ],
        widget=RadioCards(),
    )

    @property
    def answer(self) -> tuple[Said, str]:
        """The answer, and the other way where one was chosen."""
        value = self.cleaned_data["said"]
        return (Said.ANOTHER_WAY, value) if value in VisitAnswer.OtherWay.values else (Said(value), "")


class OutcomeForm(forms.Form):
    """What was seen of the place."""

    took_place = forms.TypedChoiceField(
        label=gettext_lazy("Did it take place?"),
        choices=[("yes", gettext_lazy("Yes")), ("no", gettext_lazy("No"))],
        coerce=lambda value: value == "yes",
        widget=RadioCards(),
    )
    note = forms.CharField(
        label=gettext_lazy("What you saw"),
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Only the place: never health, the household or private things. {name} reads it."),
    )
    wrong = forms.MultipleChoiceField(
        label=gettext_lazy("What is not in order"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("What you tick goes to the action plan."),
    )

    def __init__(self, *args: Any, questions: Sequence[Question], name: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        wrong: Any = self.fields["wrong"]
        wrong.choices = [(each.key, said(each.wrong)) for each in questions]
        self.fields["note"].help_text = str(self.fields["note"].help_text).format(name=name)


class PhotoForm(forms.Form):
    """A picture, and the one person who sees it."""

    viewer = forms.TypedChoiceField(label=gettext_lazy("Who sees it"), coerce=int, widget=RadioCards())
    file = forms.FileField(
        label=gettext_lazy("The picture"),
        help_text=gettext_lazy("JPEG, PNG or WebP, at most 15 MB. Nobody and nothing private in it."),
        widget=FileDrop(accept="image/jpeg,image/png,image/webp"),
        max_length=200,
    )

    def __init__(self, *args: Any, viewers: Mapping[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        viewer: Any = self.fields["viewer"]
        viewer.choices = list(viewers.items())
        if len(viewers) == 1:
            viewer.initial = next(iter(viewers))

    def clean_file(self) -> Any:
        """Refuse what is too large to be a picture from a phone."""
        file = self.cleaned_data["file"]
        if file.size is None or file.size > LARGEST_FILE:
            raise forms.ValidationError(_("The file is too large: at most 15 MB."))
        return file
