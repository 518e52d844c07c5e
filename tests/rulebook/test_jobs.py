"""The customary kinds of jobs: whole, in two languages, a start and not a norm; and what a bad file is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from hjemmedag.core.policy.needs import Fault, faults
from hjemmedag.rulebook import jobs
from hjemmedag.rulebook.tables import RulebookError


def test_every_kind_can_be_begun_from() -> None:
    assert {fault for job in jobs.load() for fault in faults(job.said("da"), ())} <= {Fault.NO_WINDOW}


def test_everything_is_said_in_two_languages() -> None:
    texts = [text for job in jobs.load() for text in (job.title, *job.names)]
    assert [text for text in texts if text.da == text.en] == []


def test_the_names_are_those_of_the_language() -> None:
    first = jobs.load()[0]
    assert [first.said("da")[0].name, first.said("en")[0].name] == [
        "Behandle sager og skrive svar",
        "Handle cases and write answers",
    ]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("share = 60", "share = 61"), r"job\[1\]\.task: the shares add up to 101; they must add up to 100"),
        (("share = 60", 'share = "60"'), r"job\[1\]\.task\[1\]\.share: '60' can't stand here; write a whole number"),
        (('together = "some"', 'together = "often"'), r'job\[1\]\.task\[2\]\.together: "often" is not known'),
        (('key   = "development"', 'key = "office"'), r'job\[2\]\.key: "office" is the key of an earlier job'),
    ],
)
def test_a_bad_file_is_refused_with_place_and_remedy(change: tuple[str, str], message: str, tmp_path: Path) -> None:
    content = jobs.FILE.read_text(encoding="utf-8")
    assert change[0] in content
    file = tmp_path / "jobs.toml"
    file.write_text(content.replace(*change, 1), encoding="utf-8")
    with pytest.raises(RulebookError, match=rf"jobs\.toml: {message}"):
        jobs.load(file)
