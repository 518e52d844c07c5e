"""Choosing a file that is read at once and not kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from hjemmedag.ui.widgets import FileDrop

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as StrOrPromise

MEGABYTE = 1024**2


class FileForm(forms.Form):
    """One file, dropped or chosen, no larger than can be read; whoever derives it says which file."""

    label: ClassVar[StrOrPromise]
    help_text: ClassVar[StrOrPromise]
    accept: ClassVar[str]
    """The endings of its name, for the picker; what the file is, shows when it is read."""
    largest: ClassVar[int]
    """Bytes: a whole number of megabytes."""

    file = forms.FileField(widget=FileDrop, max_length=200)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["file"]
        field.label, field.help_text = self.label, self.help_text
        field.widget.attrs["accept"] = self.accept

    def clean_file(self) -> UploadedFile[Any]:
        """Refuse what is too large to be read."""
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if file.size is None or file.size > self.largest:
            most = self.largest // MEGABYTE
            raise forms.ValidationError(_("The file is too large: at most %(most)s MB can be read.") % {"most": most})
        return file
