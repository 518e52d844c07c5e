"""A form with one file: what it asks for, and what it refuses."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import override

from hjemmedag.ui.files import MEGABYTE, FileForm


class NoteForm(FileForm):
    """A note of at most one megabyte."""

    label = "A note"
    help_text = "Plain text."
    accept = ".txt"
    largest = MEGABYTE


def given(content: bytes, name: str = "note.txt") -> NoteForm:
    return NoteForm({}, {"file": SimpleUploadedFile(name, content)})


def test_it_says_which_file_and_which_endings() -> None:
    field = NoteForm().fields["file"]
    assert (field.label, field.help_text, field.widget.attrs["accept"]) == ("A note", "Plain text.", ".txt")


@pytest.mark.parametrize(
    ("size", "faults"), [(MEGABYTE, []), (MEGABYTE + 1, ["Filen er for stor: højst 1 MB kan læses."])]
)
def test_a_file_as_large_as_can_be_read_is_taken_and_no_larger(size: int, faults: list[str]) -> None:
    with override("da"):
        assert list(given(b"x" * size).errors.get("file", [])) == faults


@pytest.mark.parametrize("form", [NoteForm({}, {}), given(b""), given(b"x", "n" * 197 + ".txt")])
def test_none_an_empty_one_and_a_name_too_long_are_refused(form: NoteForm) -> None:
    assert not form.is_valid()


def test_two_forms_do_not_share_their_endings() -> None:
    class PictureForm(FileForm):
        label = help_text = ""
        accept = ".png"
        largest = MEGABYTE

    assert [one().fields["file"].widget.attrs["accept"] for one in (PictureForm, NoteForm)] == [".png", ".txt"]
