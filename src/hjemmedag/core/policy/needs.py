"""Behovsanalyse: which of a job function's tasks suit the home, and the highest sensible share that gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import time
from enum import StrEnum

from hjemmedag.core.law import Text

WHOLE = 100
WORKDAYS = 5
MOST_TASKS = 12
MOST_WINDOWS = 3
LONGEST_NAME = 120


class Confidentiality(StrEnum):
    """What a task's papers and data ask for."""

    ORDINARY = "ordinary"
    SECURED = "secured"
    ON_SITE = "on_site"


class Together(StrEnum):
    """How much of a task is done with others."""

    ALONE = "alone"
    SOME = "some"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Task:
    """One task: `share` of the working time in per cent. `pc`: a computer and a phone are enough.

    `presence`: someone must be there in person. `service`: it is done in the service windows.
    """

    name: str
    share: int
    pc: bool = False
    presence: bool = False
    service: bool = False
    confidentiality: Confidentiality = Confidentiality.ORDINARY
    together: Together = Together.ALONE


@dataclass(frozen=True, slots=True)
class ServiceWindow:
    """Åbningstid: weekdays (0 = Monday) and hours in which service must be covered; `on_site`: at the workplace."""

    days: frozenset[int]
    start: time
    end: time
    on_site: bool = False


@dataclass(frozen=True, slots=True)
class JobType:
    """A customary kind of job with tasks to begin from, in both languages: a start, not a norm."""

    key: str
    title: Text
    names: tuple[Text, ...]
    tasks: tuple[Task, ...]

    def said(self, language: str) -> tuple[Task, ...]:
        """The tasks with their names in one language."""
        return tuple(replace(task, name=name.said(language)) for name, task in zip(self.names, self.tasks, strict=True))


class Fault(StrEnum):
    """What keeps an analysis from being used."""

    NO_TASK = "no_task"
    NAMELESS = "nameless"
    NO_SHARE = "no_share"
    SAME_NAME = "same_name"
    NOT_WHOLE = "not_whole"
    TOO_MANY = "too_many"
    NO_DAYS = "no_days"
    ENDS_BEFORE_START = "ends_before_start"
    NO_WINDOW = "no_window"


@dataclass(frozen=True, slots=True)
class Part:
    """One task judged: how much of it, in per cent, can be done at home at most, and why."""

    task: Task
    home: int
    reasons: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Suitability:
    """The highest sensible share of home work, in whole per cent rounded down, and the whole days a week it gives."""

    share: int
    days: int
    parts: tuple[Part, ...]


def faults(tasks: Sequence[Task], windows: Sequence[ServiceWindow]) -> list[Fault]:
    """Everything that is wrong, in the order in which a form asks. A task in the service windows needs a window."""
    names = [task.name.casefold() for task in tasks]
    checks = (
        (Fault.NO_TASK, not tasks),
        (Fault.TOO_MANY, len(tasks) > MOST_TASKS or len(windows) > MOST_WINDOWS),
        (Fault.NAMELESS, not all(0 < len(name) <= LONGEST_NAME for name in names)),
        (Fault.SAME_NAME, len(set(names)) < len(names)),
        (Fault.NO_SHARE, any(not 0 < task.share <= WHOLE for task in tasks)),
        (Fault.NOT_WHOLE, bool(tasks) and sum(task.share for task in tasks) != WHOLE),
        (Fault.NO_DAYS, any(not window.days or not window.days <= set(range(7)) for window in windows)),
        (Fault.ENDS_BEFORE_START, any(window.end <= window.start for window in windows)),
        (Fault.NO_WINDOW, any(task.service for task in tasks) and not windows),
    )
    return [fault for fault, wrong in checks if wrong]


def suitability(tasks: Sequence[Task], windows: Sequence[ServiceWindow], *, close_share: int) -> Suitability:
    """What the tasks can bear. `close_share` per cent of what is mostly done together at most (policy.suitability)."""
    parts = tuple(_judged(task, windows, close_share) for task in tasks)
    at_home = sum(part.task.share * part.home for part in parts)
    return Suitability(share=at_home // WHOLE, days=at_home * WORKDAYS // (WHOLE * WHOLE), parts=parts)


def _judged(task: Task, windows: Sequence[ServiceWindow], close_share: int) -> Part:
    held = tuple(_held_on_site(task, windows))
    if held:
        return Part(task, 0, held)
    if task.together is Together.CLOSE:
        told = Text(
            da=f"Løses mest sammen med andre: højst {close_share} % hjemme.",
            en=f"Mostly done with others: {close_share} % at home at most.",
        )
        return Part(task, close_share, (told, *_conditions(task)))
    return Part(task, WHOLE, tuple(_conditions(task)) or (_NOTHING_HOLDS,))


def _held_on_site(task: Task, windows: Sequence[ServiceWindow]) -> list[Text]:
    on_site = task.service and any(window.on_site for window in windows)
    checks = (
        (task.presence, _PRESENCE),
        (not task.pc and not task.presence, _EQUIPMENT),
        (task.confidentiality is Confidentiality.ON_SITE, _PAPERS),
        (on_site, _ON_SITE_SERVICE),
    )
    return [words for holds, words in checks if holds]


def _conditions(task: Task) -> list[Text]:
    checks = (
        (task.confidentiality is Confidentiality.SECURED, _SECURED),
        (task.together is Together.SOME, _SOME_TOGETHER),
        (task.service, _SERVICE),
    )
    return [words for holds, words in checks if holds]


_NOTHING_HOLDS = Text(da="Pc og telefon er nok.", en="A computer and a phone are enough.")
_PRESENCE = Text(da="Kræver, at man er der i egen person.", en="Someone must be there in person.")
_EQUIPMENT = Text(da="Kræver mere end pc og telefon.", en="Takes more than a computer and a phone.")
_PAPERS = Text(
    da="Fortroligt materiale skal blive på arbejdsstedet.", en="Confidential material must stay at the workplace."
)
_ON_SITE_SERVICE = Text(
    da="Følger en åbningstid, der skal dækkes på arbejdsstedet.",
    en="Follows a service window that must be covered at the workplace.",
)
_SECURED = Text(
    da="Fortroligt: kun på sikret udstyr, og så ingen andre kan se med.",
    en="Confidential: on secured equipment only, out of others’ sight.",
)
_SOME_TOGETHER = Text(
    da="Noget løses sammen; det kan ske på skærm.", en="Some of it is done together; a screen will do."
)
_SERVICE = Text(
    da="Følger en åbningstid, der kan dækkes hjemmefra.", en="Follows a service window that can be covered from home."
)
