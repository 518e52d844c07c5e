"""One file with many in it: whole or refused, and for its owner alone."""

import stat
from pathlib import Path

import pytest

from hjemmedag.adapters import archive
from hjemmedag.adapters.archive import Damaged

CONTENTS = {"manifest.json": b"{}", "rows/a.jsonl": b"[1]\n[2]\n" * 5000, "files/å/empty.pdf": b""}


@pytest.fixture
def made(tmp_path: Path) -> Path:
    path = tmp_path / "all.tgz"
    with archive.writing(path) as out:
        for name, content in CONTENTS.items():
            out.add(name, [content[:7], content[7:]])
    return path


def test_what_was_put_in_comes_out_in_order(made: Path):
    archive.verify(made)
    with archive.reading(made) as members:
        found = {name: content.read() for name, content in members}
    assert list(found) == [*CONTENTS, archive.SUMS]
    assert {name: found[name] for name in CONTENTS} == CONTENTS


def test_only_the_owner_may_read_it(made: Path):
    assert stat.S_IMODE(made.stat().st_mode) == 0o600


def test_nothing_is_left_of_an_archive_that_was_not_finished(tmp_path: Path):
    with pytest.raises(ZeroDivisionError), archive.writing(tmp_path / "all.tgz") as out:
        out.add("one", [b"1" * (1 // 0)])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("share", [0.0, 0.2, 0.5, 0.9, 0.99])
def test_a_file_that_is_cut_off_is_refused(made: Path, share: float):
    whole = made.read_bytes()
    made.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(Damaged):
        archive.verify(made)


def test_a_changed_byte_is_refused_unless_the_same_comes_out(made: Path):
    whole, refused = made.read_bytes(), 0
    for place in range(len(whole)):
        changed = bytearray(whole)
        changed[place] ^= 1
        made.write_bytes(changed)
        try:
            archive.verify(made)
        except Damaged:
            refused += 1
            continue
        with archive.reading(made) as members:
            assert {name: content.read() for name, content in members if name in CONTENTS} == CONTENTS
    assert refused > 0.9 * len(whole)


def test_a_member_that_was_added_or_left_out_is_refused(tmp_path: Path, made: Path):
    import tarfile

    for names in ([*CONTENTS, "extra", archive.SUMS], ["manifest.json", archive.SUMS], list(CONTENTS)):
        other = tmp_path / "other.tgz"
        with tarfile.open(made) as old, tarfile.open(other, "w:gz") as new:
            for name in names:
                member = old.getmember(name) if name != "extra" else tarfile.TarInfo("extra")
                new.addfile(member, old.extractfile(member) if name != "extra" else None)
        with pytest.raises(Damaged):
            archive.verify(other)


@pytest.mark.parametrize("content", [b"", b"not an archive", b"\x1f\x8b\x08\x00rubbish and more rubbish"])
def test_another_kind_of_file_is_refused(tmp_path: Path, content: bytes):
    path = tmp_path / "other"
    path.write_bytes(content)
    with pytest.raises(Damaged):
        archive.verify(path)


def test_a_file_that_is_not_there_is_said_as_that(tmp_path: Path):
    with pytest.raises(FileNotFoundError):
        archive.verify(tmp_path / "nowhere")
