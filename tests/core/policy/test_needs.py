"""What suits the home: the highest sensible share, task by task, with its reasons."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hjemmedag.core.policy.needs import (
    Confidentiality,
    Fault,
    ServiceWindow,
    Task,
    Together,
    faults,
    suitability,
)

DESK = Task("Skrive svar", 100, pc=True)
PHONES = ServiceWindow(frozenset(range(5)), time(9), time(15))
COUNTER = replace(PHONES, on_site=True)


def home(task: Task, *windows: ServiceWindow) -> tuple[int, list[str]]:
    [part] = suitability([task], windows, close_share=50).parts
    return part.home, [reason.en for reason in part.reasons]


@pytest.mark.parametrize(
    ("task", "windows", "said"),
    [
        (DESK, (), (100, ["A computer and a phone are enough."])),
        (replace(DESK, pc=False), (), (0, ["Takes more than a computer and a phone."])),
        (replace(DESK, presence=True), (), (0, ["Someone must be there in person."])),
        (replace(DESK, pc=False, presence=True), (), (0, ["Someone must be there in person."])),
        (
            replace(DESK, confidentiality=Confidentiality.ON_SITE),
            (),
            (0, ["Confidential material must stay at the workplace."]),
        ),
        (
            replace(DESK, confidentiality=Confidentiality.SECURED),
            (),
            (100, ["Confidential: on secured equipment only, out of others’ sight."]),
        ),
        (replace(DESK, together=Together.SOME), (), (100, ["Some of it is done together; a screen will do."])),
        (replace(DESK, together=Together.CLOSE), (), (50, ["Mostly done with others: 50 % at home at most."])),
        (
            replace(DESK, service=True),
            (PHONES,),
            (100, ["Follows a service window that can be covered from home."]),
        ),
        (
            replace(DESK, service=True),
            (PHONES, COUNTER),
            (0, ["Follows a service window that must be covered at the workplace."]),
        ),
    ],
)
def test_each_trait_says_what_it_means(
    task: Task, windows: tuple[ServiceWindow, ...], said: tuple[int, list[str]]
) -> None:
    assert home(task, *windows) == said


def test_the_share_is_added_up_over_the_tasks_and_rounded_down_to_whole_days() -> None:
    tasks = [
        replace(DESK, share=60),
        Task("Opgaver sammen", 30, pc=True, together=Together.CLOSE),
        Task("Lager", 10, presence=True),
    ]
    one = suitability(tasks, [], close_share=50)
    assert (one.share, one.days) == (75, 3)


@pytest.mark.parametrize(("share", "days"), [(19, 0), (20, 1), (39, 1), (40, 2), (99, 4), (100, 5)])
def test_a_day_counts_once_the_tasks_fill_it(share: int, days: int) -> None:
    rest = [Task("Lager", 100 - share, presence=True)] if share < 100 else []
    assert suitability([replace(DESK, share=share), *rest], [], close_share=50).days == days


@pytest.mark.parametrize(
    ("tasks", "windows", "found"),
    [
        ([DESK], [], []),
        ([], [], [Fault.NO_TASK]),
        ([replace(DESK, name="")], [], [Fault.NAMELESS]),
        ([replace(DESK, share=99)], [], [Fault.NOT_WHOLE]),
        ([replace(DESK, share=0)], [], [Fault.NO_SHARE, Fault.NOT_WHOLE]),
        ([replace(DESK, share=50), replace(DESK, name="SKRIVE SVAR", share=50)], [], [Fault.SAME_NAME]),
        ([replace(DESK, service=True)], [], [Fault.NO_WINDOW]),
        ([DESK], [replace(PHONES, days=frozenset())], [Fault.NO_DAYS]),
        ([DESK], [replace(PHONES, days=frozenset({7}))], [Fault.NO_DAYS]),
        ([DESK], [replace(PHONES, end=time(9))], [Fault.ENDS_BEFORE_START]),
        ([DESK], [PHONES] * 4, [Fault.TOO_MANY]),
    ],
)
def test_what_cannot_be_used_is_named(tasks: list[Task], windows: list[ServiceWindow], found: list[Fault]) -> None:
    assert faults(tasks, windows) == found


@given(
    shares=st.lists(st.integers(1, 30), min_size=1, max_size=8),
    traits=st.data(),
    close=st.integers(0, 100),
)
def test_the_share_lies_between_nothing_and_all_and_more_presence_never_raises_it(
    shares: list[int], traits: st.DataObject, close: int
) -> None:
    tasks = [
        Task(
            f"{number}",
            share,
            pc=traits.draw(st.booleans()),
            presence=traits.draw(st.booleans()),
            together=traits.draw(st.sampled_from(list(Together))),
        )
        for number, share in enumerate(shares)
    ]
    before = suitability(tasks, [], close_share=close)
    after = suitability([replace(tasks[0], presence=True), *tasks[1:]], [], close_share=close)
    assert 0 <= after.share <= before.share <= sum(shares)
    assert after.days <= before.days
