"""`hjemmedag backup` and `hjemmedag restore`: what they say."""

import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command


@pytest.fixture
def folder(tmp_path: Path, settings, company, dorte) -> Path:
    """The data folder of a company, with its SECRET_KEY in a file."""
    settings.DATA_DIR, settings.SEAL_KEY_DIR = tmp_path, tmp_path / "seal"
    settings.SECRET_KEY = "s" * 40
    (tmp_path / "secret-key").write_text(settings.SECRET_KEY)
    storage = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path / "files"}}
    settings.STORAGES = {**settings.STORAGES, "default": storage}
    return tmp_path


def said(*command: str) -> list[str]:
    out = io.StringIO()
    try:
        call_command(*command, stdout=out)
    except SystemExit as left:
        out.write(f"exit {left.code}\n")
    return out.getvalue().splitlines()


def test_it_says_what_the_file_holds_and_whom_it_is_for(folder: Path):
    first, second, *rest = said("backup", str(folder / "all.backup"))
    assert first.startswith(f"Gemt i {folder / 'all.backup'}: ")
    assert second == "Den indeholder alt om alle og nøglerne til seglet. Kun du kan læse den; lad det blive ved det."
    # The people of the tests were not written by the product's own actions.
    assert rest == ["Noget i den er ikke helt. Kør: hjemmedag doctor", "exit 1"]
    assert (folder / "all.backup").stat().st_mode & 0o777 == 0o600


def test_a_secret_in_the_environment_is_left_to_whoever_keeps_it(folder: Path):
    (folder / "secret-key").unlink()
    assert "SECRET_KEY kommer fra miljøet og er ikke med. Gem den et andet sikkert sted." in said(
        "backup", str(folder / "all.backup")
    )


def test_it_never_writes_over_a_file(folder: Path):
    (folder / "all.backup").write_text("mine")
    with pytest.raises(CommandError, match="findes i forvejen") as refused:
        call_command("backup", str(folder / "all.backup"))
    assert (refused.value.returncode, (folder / "all.backup").read_text()) == (2, "mine")


def test_a_folder_that_is_not_there_gets_one_clear_message(folder: Path):
    with pytest.raises(CommandError, match="No such file or directory") as refused:
        call_command("backup", str(folder / "nowhere" / "all.backup"))
    assert refused.value.returncode == 2


def test_restoring_says_how_much_came_back_and_from_when(folder: Path):
    said("backup", str(folder / "all.backup"))
    [line] = said("restore", str(folder / "all.backup"), "--replace")
    assert line.startswith("Prøvefirmaet er tilbage, som den var 2026-11-23 10:00: ")


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "beskadiget eller ikke en backup"), (b"PK\x03\x04", "beskadiget eller ikke en backup")],
)
def test_another_kind_of_file_is_refused(folder: Path, content: bytes, words: str):
    (folder / "other").write_bytes(content)
    with pytest.raises(CommandError, match=words) as refused:
        call_command("restore", str(folder / "other"), "--replace")
    assert refused.value.returncode == 2


def test_a_company_is_not_replaced_by_mistake(folder: Path):
    said("backup", str(folder / "all.backup"))
    with pytest.raises(CommandError, match="virksomhed i forvejen") as refused:
        call_command("restore", str(folder / "all.backup"))
    assert refused.value.returncode == 2
