"""Examining in a process of its own: the same answer, and hostile files hurt nobody."""

import fcntl
import os
import resource
import subprocess
import sys
import zlib
from datetime import UTC, datetime

import pytest

from hjemmedag.adapters.sealing import Busy, NotReadable, Outcome, Sealer, examine, new_certificate
from hjemmedag.adapters.sealing.apart import examine_apart, is_pdf_apart
from tests import papers

MOMENT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def lock(tmp_path):
    """The file that lets one examination in at a time."""
    return tmp_path / "lock"


@pytest.fixture(scope="module")
def sealed():
    """A sealed paper with its certificate."""
    key, certificate = new_certificate("Fjordbo", now=MOMENT)
    sealer = Sealer.load(key=key, certificate=certificate)
    pdf = sealer.seal(papers.evidence_pdf(), field="Seal", reason="Bevis ✓ æøå", signer="Fjordbo", moment=MOMENT)
    return pdf, certificate


def test_the_answer_is_that_of_an_examination_here(sealed, lock):
    pdf, certificate = sealed
    found = examine_apart(pdf, trusted=[certificate], lock=lock)
    assert found == examine(pdf, trusted=[certificate])
    assert found.outcome is Outcome.UNCHANGED


def test_without_our_certificate_it_is_a_strangers(sealed, lock):
    assert examine_apart(sealed[0], trusted=[], lock=lock).outcome is Outcome.UNKNOWN_CERTIFICATE


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"\n\n[]", os.urandom(5000)])
def test_what_is_no_pdf_is_not_readable(content, lock):
    with pytest.raises(NotReadable):
        examine_apart(content, trusted=[], lock=lock)


def test_a_file_that_takes_too_long_is_not_readable(sealed, lock):
    with pytest.raises(NotReadable, match="too long"):
        examine_apart(sealed[0], trusted=[], seconds=0.01, lock=lock)


def test_a_file_that_takes_too_much_memory_is_not_readable(sealed, lock):
    with pytest.raises(NotReadable):
        examine_apart(sealed[0], trusted=[], memory=20 * 2**20, lock=lock)


def test_a_decompression_bomb_is_not_readable(lock):
    packer = zlib.compressobj(1)
    packed = b"".join([*(packer.compress(bytes(2**20)) for _ in range(100)), packer.flush()])
    head = b"%PDF-1.7\n"
    table = b"1 0 obj\n<</Type/XRef/Size 2/W[1 2 1]/Root 1 0 R/Filter/FlateDecode/Length %d>>\nstream\n" % len(packed)
    bomb = head + table + packed + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(head)
    with pytest.raises(NotReadable):
        examine_apart(bomb, trusted=[], lock=lock)


@pytest.mark.parametrize(
    ("content", "answer"), [(papers.old_paper(), True), (papers.greedy_file(), False), (b"%PDF-1.7", False)]
)
def test_whether_it_is_a_pdf_is_asked_in_the_same_safety(content, answer, lock):
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert is_pdf_apart(content, lock=lock) is answer
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50 * 2**10


HOLDING = """
import fcntl, sys
held = open(sys.argv[1], "w")
fcntl.flock(held, fcntl.LOCK_EX)
print("held", flush=True)
sys.stdin.read()
"""


def test_while_another_process_examines_a_file_there_is_no_room(sealed, lock):
    other = subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(lock)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with other:
        assert other.stdout.readline() == "held\n"
        with pytest.raises(Busy):
            examine_apart(sealed[0], trusted=[sealed[1]], lock=lock)
        with pytest.raises(Busy):
            is_pdf_apart(sealed[0], lock=lock)
        other.kill()
    assert examine_apart(sealed[0], trusted=[sealed[1]], lock=lock).unchanged


def test_a_file_that_cannot_be_read_leaves_room_for_the_next(lock):
    with pytest.raises(NotReadable):
        examine_apart(b"", trusted=[], lock=lock)
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)


LIMITS = """
import resource
from hjemmedag.adapters.sealing import apart
apart.main()
print(resource.getrlimit(resource.RLIMIT_CPU)[0], resource.getrlimit(resource.RLIMIT_AS)[0])
"""


def test_an_examination_may_use_ten_seconds_of_a_processor_and_the_memory_it_is_given():
    child = subprocess.run(
        [sys.executable, "-c", LIMITS, "seals", str(256 * 2**20)], input=b"[]\n", capture_output=True, check=True
    )
    assert child.stdout.split() == [b"10", str(256 * 2**20).encode()]
