"""The edition of a draft that a hearing keeps."""

from __future__ import annotations

import pytest

from hjemmedag.core.policy.hearings import Edition, digest

KEPT = (
    '{"clauses":[{"heading":{"da":"Frivilligt","en":"Voluntary"},"in_addendum":true,"key":"voluntary","required":'
    'true,"rule":"agreements.addendum","terms":[{"da":"Frivilligt for: begge parter","en":"Voluntary for: both si'
    'des"}],"text":{"da":"For begge.","en":"For both."}}],"form":1,"notice_months":1,"provided":[{"demanded":fals'
    'e,"every_months":24,"item":{"da":"Skærm","en":"Screen"},"key":"screen","note":{"da":"","en":""},"ownership":'
    '"employer","provider":"employer","rule":""}]}'
)


def test_what_was_kept_in_the_first_form_is_read_and_written_alike() -> None:
    edition = Edition.read(KEPT)
    assert edition.written() == KEPT
    assert digest(KEPT) == "bd276323439f2101847d16a5313123d91ddf4f9880ea57a109b4d394f3fe6be8"
    assert (edition.clauses[0].heading.en, edition.provided[0].item.da, edition.notice_months) == (
        "Voluntary",
        "Skærm",
        1,
    )


def test_a_form_that_is_not_known_is_refused() -> None:
    with pytest.raises(ValueError, match="form 2"):
        Edition.read(KEPT.replace('"form":1', '"form":2'))
