"""What people fill in: a reason, a file to check."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hjemmedag.adapters.sealing.legible import LARGEST, MEGABYTES
from hjemmedag.ui.widgets import FileDrop


class ReasonForm(forms.Form):
    """Why a document is declined or taken back."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        help_text=gettext_lazy("The other side will read it."),
        max_length=2000,
        widget=forms.Textarea({"rows": 5}),
        error_messages={"required": gettext_lazy("Write the reason: the other side will read it.")},
    )


class CheckForm(forms.Form):
    """A PDF to examine."""

    file = forms.FileField(
        label=gettext_lazy("The PDF you want to check"),
        widget=FileDrop(accept=".pdf"),
        error_messages={
            "required": gettext_lazy("Choose the PDF you want to check."),
            "empty": gettext_lazy("The file is empty. Choose the PDF you want to check."),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].help_text = _("At most %(most)s MB. We don’t keep the file.") % {"most": MEGABYTES}

    def clean_file(self) -> UploadedFile[bytes]:
        """No larger than any document we hold, and a PDF by its first bytes: its name says nothing."""
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if file.size is None or file.size > LARGEST:
            raise forms.ValidationError(too_large())
        if b"%PDF-" not in file.read(1024):
            raise forms.ValidationError(_("This is not a PDF. Choose the document as you received it."))
        file.seek(0)
        return file


class OutsideForm(CheckForm):
    """A PDF that was signed with a service outside, and which one."""

    service = forms.CharField(
        label=gettext_lazy("Which service?"),
        help_text=gettext_lazy("For example the name of the provider. It stands in the archive."),
        max_length=80,
    )
    field_order = ("service", "file")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].label = _("The signed PDF")
        self.fields["file"].help_text = _("At most %(most)s MB.") % {"most": MEGABYTES}


def too_large() -> str:
    """That a file can't be one of ours by its size alone."""
    return _("The file is larger than %(most)s MB. Our documents never are.") % {"most": MEGABYTES}
