"""Sentences, days and instants in both languages."""

from datetime import date, datetime

import pytest

from hjemmedag.core.instants import local
from hjemmedag.core.law import Text
from hjemmedag.core.law.text import day_text, instant_text

HELLO = Text(da="Hej.", en="Hello.")


@pytest.mark.parametrize(
    ("language", "words"), [("da", "Hej."), ("en", "Hello."), ("en-gb", "Hello."), ("sv", "Hej."), ("", "Hej.")]
)
def test_every_language_but_english_reads_danish(language: str, words: str) -> None:
    assert HELLO.said(language) == words


def test_texts_follow_each_other_as_sentences() -> None:
    assert HELLO.followed_by(HELLO) == Text(da="Hej. Hej.", en="Hello. Hello.")


def test_a_text_says_what_it_is_about() -> None:
    assert HELLO.about("x").about(Text(da="fil", en="file")) == Text(da="fil: x: Hej.", en="file: x: Hello.")


def test_a_day_is_written_with_its_weekday() -> None:
    assert day_text(date(2026, 11, 26)) == Text(da="torsdag 26. november 2026", en="Thursday 26 November 2026")
    assert day_text(date(2027, 5, 1)) == Text(da="lørdag 1. maj 2027", en="Saturday 1 May 2027")


def test_an_instant_is_written_with_a_24_hour_time() -> None:
    assert instant_text(local(datetime.fromisoformat("2026-11-09T16:00"))) == Text(
        da="mandag 9. november 2026 kl. 16:00", en="Monday 9 November 2026 at 16:00"
    )
    with_seconds = local(datetime.fromisoformat("2026-11-09T16:00:07"))
    assert instant_text(with_seconds).da == "mandag 9. november 2026 kl. 16:00:07"
