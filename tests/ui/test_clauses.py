"""Word-by-word differences between two wordings."""

from __future__ import annotations

import re

from django.utils.html import escape
from hypothesis import given
from hypothesis import strategies as st

from hjemmedag.ui.clauses import difference

texts = st.text(alphabet="abæ<& \n.", max_size=40)


def without(tag: str, shown: str) -> str:
    """The difference with one kind of change taken out and the other's marks removed."""
    return re.sub(r"</?(ins|del)>", "", re.sub(rf"<{tag}>.*?</{tag}>", "", shown, flags=re.S))


def test_a_changed_word_is_shown_as_gone_and_come() -> None:
    assert difference("to dage hjemme", "tre dage hjemme") == "<del>to</del><ins>tre</ins> dage hjemme"


def test_the_same_wording_shows_no_change() -> None:
    assert difference("to dage", "to dage") == "to dage"


def test_markup_in_a_clause_is_shown_as_text() -> None:
    assert difference("", "<script>") == "<ins>&lt;script&gt;</ins>"


@given(old=texts, new=texts)
def test_what_stays_and_came_is_the_new_text_and_what_stays_and_went_the_old(old: str, new: str) -> None:
    shown = difference(old, new)
    assert without("del", shown) == escape(new)
    assert without("ins", shown) == escape(old)
