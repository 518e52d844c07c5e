"""Signed papers from before come from strangers: they are examined apart, and nobody waits for it."""

from __future__ import annotations

import fcntl
import resource
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Timer

import pytest
from django.conf import settings

from hjemmedag.adapters.sealing import Sealer, new_certificate
from hjemmedag.apps.agreements import actions
from hjemmedag.apps.agreements.models import Addendum, Arrangement, Terms
from hjemmedag.apps.documents import queries as documents
from hjemmedag.apps.people.models import Employee
from hjemmedag.apps.policy.models import PolicyVersion
from hjemmedag.core.refusals import Refused
from tests.apps.agreements.test_arrangement_list import Out, bare, english, file, take_in, whole
from tests.conftest import NOW, TODAY
from tests.papers import evidence_pdf, greedy_file, old_paper

__all__ = ["english", "file"]

pytestmark = pytest.mark.usefixtures("seal")


def peak() -> int:
    """The most memory that this process has had, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


@pytest.mark.parametrize("paper", [b"%PDF-1.7 but no more", greedy_file()])
def test_a_file_that_is_no_pdf_is_refused_and_nothing_is_filled_in(
    paper: bytes, anna: Employee, dorte: Employee, file: Path
) -> None:
    take_in(file, bare(anna))
    before = peak()
    with pytest.raises(Refused, match="PDF"):
        actions.complete(
            arrangement=Arrangement.objects.get().pk,
            missing=actions.Missing(paper=paper, room="kontoret"),
            actor=dorte.pk,
            now=NOW,
            today=TODAY,
        )
    assert (Addendum.objects.get().document, Terms.objects.get().room) == (None, "")
    assert peak() - before < 50


def test_a_paper_that_strangers_sealed_is_known_as_taken_in(anna: Employee, policy: PolicyVersion, file: Path) -> None:
    key, certificate = new_certificate("Nabovirksomheden", now=NOW)
    stranger = Sealer.load(key=key, certificate=certificate)
    paper = stranger.seal(evidence_pdf(), field="Seal", reason="Aftale", signer="Nabo", moment=NOW)
    assert documents.check(paper).finding is documents.Finding.UNKNOWN_CERTIFICATE
    file.with_name("anna.pdf").write_bytes(paper)
    assert take_in(file, whole(anna, "anna.pdf")) == 0
    assert documents.check(paper).finding is documents.Finding.TAKEN_IN


def test_a_greedy_or_too_large_file_in_the_list_is_a_fault_and_costs_nobody_memory(
    anna: Employee, carl: Employee, policy: PolicyVersion, file: Path, capsys: Out
) -> None:
    file.with_name("anna.pdf").write_bytes(greedy_file())
    with file.with_name("carl.pdf").open("wb") as large:
        large.write(old_paper())
        large.truncate(200 * 2**20)
    before = peak()
    assert take_in(file, whole(anna, "anna.pdf"), whole(carl, "carl.pdf")) == 2
    assert [line.count("can't be read as a PDF") for line in capsys.readouterr().err.splitlines()] == [1, 1, 0]
    assert peak() - before < 100


def test_while_another_file_is_received_a_page_says_so_and_a_list_waits(
    anna: Employee, dorte: Employee, policy: PolicyVersion, file: Path
) -> None:
    file.with_name("anna.pdf").write_bytes(old_paper())
    take_in(file, bare(anna))
    lock = settings.DATA_DIR / "taking_in.lock"
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(Refused, match="Try again in a moment"):
            actions.complete(
                arrangement=Arrangement.objects.get().pk,
                missing=actions.Missing(paper=old_paper()),
                actor=dorte.pk,
                now=NOW,
                today=TODAY,
            )
        letting_go = Timer(0.5, partial(fcntl.flock, held, fcntl.LOCK_UN))
        letting_go.start()
        assert take_in(file, bare(anna) + "anna.pdf") == 0
        letting_go.join()
    assert Addendum.objects.get().document is not None


def test_an_arrangement_agreed_here_has_nothing_to_fill_in(
    anna: Employee, bo: Employee, dorte: Employee, offer: Callable[..., Arrangement]
) -> None:
    with pytest.raises(Refused, match="agreed here"):
        actions.complete(
            arrangement=offer(anna, by=bo).pk,
            missing=actions.Missing(room="kontoret"),
            actor=dorte.pk,
            now=NOW,
            today=TODAY,
        )
