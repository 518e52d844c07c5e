"""What people fill in: a reason, a file to check."""

from __future__ import annotations

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from hjemmedag.ui.widgets import FileDrop

LARGEST = 10 * 1024 * 1024
"""Bytes: many times what a paper of ours takes."""


class ReasonForm(forms.Form):
    """Why a document is declined or taken back."""

    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("The other side will read it."),
        max_length=2000,
        widget=forms.Textarea({"rows": 5}),
        error_messages={"required": _("Write the reason: the other side will read it.")},
    )


class CheckForm(forms.Form):
    """A PDF to examine."""

    file = forms.FileField(
        label=_("The PDF you want to check"),
        help_text=_("At most 10 MB. We don’t keep the file."),
        widget=FileDrop(accept=".pdf"),
        error_messages={
            "required": _("Choose the PDF you want to check."),
            "empty": _("The file is empty. Choose the PDF you want to check."),
        },
    )

    def clean_file(self) -> UploadedFile[bytes]:
        """At most 10 MB, and a PDF by its first bytes: its name says nothing."""
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if file.size is None or file.size > LARGEST:
            raise forms.ValidationError(_("The file is larger than 10 MB. Our documents never are."))
        if b"%PDF-" not in file.read(1024):
            raise forms.ValidationError(_("This is not a PDF. Choose the document as you received it."))
        file.seek(0)
        return file
