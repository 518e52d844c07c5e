"""A hearing in the states that tests need."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from hjemmedag.apps.people.models import Employee
from hjemmedag.apps.policy import actions
from hjemmedag.apps.policy.models import Comment, Hearing, Party
from hjemmedag.core.policy.hearings import Outcome, Seat
from tests.apps.policy.conftest import Begin
from tests.conftest import NOW, TODAY

BY = TODAY + timedelta(14)
OUTSIDE = "Forbundet Nord"
Hear = Callable[..., Hearing]


@pytest.fixture
def hear(begin: Begin, dorte: Employee, eva: Employee, finn: Employee) -> Hear:
    """`hear()` begins a hearing about a new draft: Eva, Finn and a party outside."""

    def hear() -> Hearing:
        draft = begin()
        return actions.open_hearing(
            version=draft.pk,
            revision=draft.revision,
            parties=actions.Heard(representatives=[(Seat.SAFETY, eva.pk), (Seat.UNION, finn.pk)], outside=[OUTSIDE]),
            answer_by=BY,
            words="Se på telefontiden",
            actor=dorte.pk,
            today=TODAY,
            now=NOW,
        )

    return hear


def party(hearing: Hearing, who: Employee | None) -> Party:
    """The party that someone is; the one outside for nobody."""
    return Party.objects.get(hearing=hearing, employee=who)


def say(hearing: Hearing, who: Employee | None, by: Employee, text: str = "For kort tid", **other: Any) -> Comment:
    """A comment, today."""
    words = {"clause": "voluntary", "text": text, "today": TODAY, "now": NOW} | other
    return actions.comment(hearing=hearing.pk, party=party(hearing, who).pk, actor=by.pk, **words)


def answer(comment: Comment, by: Employee, text: str = "Vi retter det") -> None:
    """HR's answer."""
    actions.reply(comment=comment.pk, outcome=Outcome.FOLLOWED, text=text, actor=by.pk, now=NOW)
