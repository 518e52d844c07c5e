"""Many files in one: a gzipped tar that only its owner may read; its last member has the checksums of the others."""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import tarfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

SUMS = "SHA256SUMS"
BLOCK = 1 << 20


class Damaged(Exception):
    """The file is no archive of ours, is cut off, or was changed; the message says which member."""


class Archive:
    """An archive being written. Names are paths with `/`, each given once."""

    def __init__(self, tar: tarfile.TarFile) -> None:
        self._tar = tar
        self._sums: list[bytes] = []

    def add(self, name: str, chunks: Iterable[bytes]) -> None:
        """One member, however large: a tar must know its size first, so it goes through a temporary file."""
        digest = hashlib.sha256()
        with TemporaryFile() as kept:
            for chunk in chunks:
                digest.update(chunk)
                kept.write(chunk)
            member = tarfile.TarInfo(name)
            member.size, member.mode = kept.tell(), 0o600
            kept.seek(0)
            self._tar.addfile(member, kept)
        self._sums.append(_sum(name, digest.hexdigest()))

    def close(self) -> None:
        """Write the checksums: without them the archive is not whole."""
        self.add(SUMS, list(self._sums))


@contextmanager
def writing(path: Path) -> Iterator[Archive]:
    """A new archive at `path`, which is there when all of it is written, and not otherwise. Raises `OSError`."""
    part = path.with_name(f"{path.name}.part")
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.fchmod(handle, 0o600)
    try:
        with os.fdopen(handle, "wb") as file, tarfile.open(fileobj=file, mode="w:gz", compresslevel=6) as tar:
            archive = Archive(tar)
            yield archive
            archive.close()
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def reading(path: Path) -> Iterator[Iterator[tuple[str, IO[bytes]]]]:
    """The members in order, each with its contents, to be read before the next. Raises `Damaged` and `OSError`."""
    try:
        with gzip.open(path) as packed, tarfile.open(fileobj=packed, mode="r|") as tar:
            yield _members(packed, tar)
    except (tarfile.TarError, EOFError, UnicodeError, zlib.error) as fault:
        raise Damaged(str(fault)) from fault
    except OSError as fault:
        if fault.errno is not None:
            raise
        raise Damaged(str(fault)) from fault


def _members(packed: gzip.GzipFile, tar: tarfile.TarFile) -> Iterator[tuple[str, IO[bytes]]]:
    """The members; after the last one, what is left is read too, so that the packing's own checksum is looked at."""
    for member in tar:
        if content := tar.extractfile(member):
            yield member.name, content
    while packed.read(BLOCK):
        pass


def verify(path: Path) -> None:
    """Read everything once: each member is exactly as it was written, and none is missing. Raises as `reading`."""
    found, said = [], b""
    with reading(path) as members:
        for name, content in members:
            digest = hashlib.sha256()
            while chunk := content.read(BLOCK):
                digest.update(chunk)
                said += chunk if name == SUMS else b""
            found.append(_sum(name, digest.hexdigest()))
    if b"".join(found[:-1]) != said or not found or not found[-1].endswith(_sum(SUMS, "")):
        wrong = next((line for line in found if line not in said), SUMS.encode())
        raise Damaged(wrong.split()[-1].decode())


def _sum(name: str, digest: str) -> bytes:
    return f"{digest}  {name}\n".encode()


def copied(content: IO[bytes], path: Path) -> None:
    """Write a member to a file that only its owner reads, whole or not at all."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        shutil.copyfileobj(content, file, BLOCK)
    part.replace(path)
