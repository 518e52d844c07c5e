"""Choosing a staff list, and deciding about one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hjemmedag.adapters.spreadsheets import LARGEST_FILE, Unreadable
from hjemmedag.apps.people.actions.imports import Choices
from hjemmedag.apps.people.models import LegalEntity
from hjemmedag.apps.people.queries.imports import Preview, read
from hjemmedag.core.people.stafflist import Kind
from hjemmedag.ui.files import FileForm
from hjemmedag.ui.words import said


class StaffListForm(FileForm):
    """A file that is a table; `content` is what is in it."""

    label = gettext_lazy("Staff list")
    help_text = gettext_lazy("CSV or Excel, at most 20 MB.")
    accept = ".csv,.txt,.xlsx,.xls"
    largest = LARGEST_FILE
    content: bytes

    def clean_file(self) -> UploadedFile[Any]:
        """Refuse what can't be read before anything is kept."""
        file = super().clean_file()
        self.content = file.read()
        try:
            read(self.content)
        except Unreadable as fault:
            raise forms.ValidationError(said(fault.text)) from None
        return file


class DecisionForm(forms.Form):
    """The questions a list raises: unknown agreements, whose employees the new ones are, an unusually large change."""

    digest = forms.CharField(widget=forms.HiddenInput)

    def __init__(
        self, data: Mapping[str, Any] | None, *, preview: Preview, employers: list[LegalEntity], known: list[str]
    ) -> None:
        plan = preview.plan
        super().__init__(data, initial={"digest": plan.digest})
        self.unknown = dict(enumerate(plan.new.agreements)) if known else {}
        for place, name in self.unknown.items():
            self.fields[f"agreement_{place}"] = forms.ChoiceField(
                label=_("What is “%(name)s”?") % {"name": name},
                choices=[("", _("A new agreement: we confirm its limits later")), *((one, one) for one in known)],
                required=False,
            )
        if len(employers) > 1 and any(job.row is None for change in plan.changes for job in change.after.jobs):
            self.fields["employer"] = forms.TypedChoiceField(
                label=_("Who employs the new employees?"),
                choices=[("", "—"), *((one.pk, str(one)) for one in employers)],
                coerce=int,
            )
        if plan.is_large:
            touched = len(plan.changes) - len(plan.of(Kind.CREATED))
            self.fields["though_large"] = forms.BooleanField(
                label=_("I have looked: %(touched)s of %(employed)s employees are to be changed or ended")
                % {"touched": touched, "employed": plan.employed},
                error_messages={"required": _("Confirm that so many are to be changed.")},
            )

    @property
    def choices(self) -> Choices:
        """What was decided."""
        given = self.cleaned_data
        return Choices(
            digest=given["digest"],
            agreements=dict(self._answers()),
            employer=given.get("employer") or None,
            though_large=given.get("though_large", False),
        )

    def _answers(self) -> Iterator[tuple[str, str]]:
        for place, name in self.unknown.items():
            if stands_for := self.cleaned_data.get(f"agreement_{place}"):
                yield name, stands_for
