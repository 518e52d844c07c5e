"""APV-skema: what is asked about the home as a place of work, and which answers call for something to be done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hjemmedag.core.law import Source, Text, UnknownValue
from hjemmedag.core.law.text import day_text


class Topic(StrEnum):
    """What a question is about, in the order of asking."""

    SCREEN = "screen"
    KEYBOARD = "keyboard"
    TABLE = "table"
    CHAIR = "chair"
    LIGHT = "light"
    TEMPERATURE = "temperature"
    NOISE = "noise"
    ROOM = "room"
    BREAKS = "breaks"
    BODY = "body"
    PSYCHOSOCIAL = "psychosocial"
    SAFETY = "safety"
    DATA = "data"
    SHARED_HOME = "shared_home"

    @property
    def words(self) -> Text:
        """The topic as people read it."""
        return _TOPIC[self]


class Asked(StrEnum):
    """Who is asked: everyone, or only those to whom the order on screen work applies at home, or doesn't."""

    ALWAYS = "always"
    COVERED = "covered"
    BELOW = "below"


class Weight(StrEnum):
    """What a question rests on: law, law only where the order on screen work applies, or a recommendation."""

    LAW = "law"
    LAW_WHEN_COVERED = "law_when_covered"
    RECOMMENDED = "recommended"


class Reply(StrEnum):
    """An answer. Every question is put so that a yes is in order."""

    YES = "yes"
    NO = "no"
    NOT_RELEVANT = "not_relevant"


class Remedy(StrEnum):
    """A thing that answers a no."""

    SCREEN = "screen"
    KEYBOARD = "keyboard"
    TABLE = "table"
    CHAIR = "chair"
    FOOTREST = "footrest"
    LAMP = "lamp"
    HEADSET = "headset"
    SCREEN_GLASSES = "screen_glasses"
    PRIVACY_FILTER = "privacy_filter"
    LOCKABLE_STORAGE = "lockable_storage"

    @property
    def words(self) -> Text:
        """The thing as people read it."""
        return _REMEDY[self]


@dataclass(frozen=True, slots=True)
class Question:
    """One question, with help in words; `wrong` says what a no means, `rule` is the rule that gives it its reason."""

    key: str
    topic: Topic
    text: Text
    wrong: Text
    help: Text
    asked: Asked
    weight: Weight
    rule: str
    sources: tuple[Source, ...]
    remedy: Remedy | None = None
    may_be_irrelevant: bool = False

    @property
    def replies(self) -> tuple[Reply, ...]:
        """The answers that may be given."""
        return tuple(Reply) if self.may_be_irrelevant else (Reply.YES, Reply.NO)

    def is_asked(self, *, covered: bool) -> bool:
        """Whether someone is asked to whom the order on screen work applies at home, or doesn't."""
        return self.asked in (Asked.ALWAYS, Asked.COVERED if covered else Asked.BELOW)

    def is_law(self, *, covered: bool) -> bool:
        """Whether the law itself demands a yes of this person's home."""
        if not covered and self.asked is Asked.COVERED:
            return False
        return self.weight is Weight.LAW or (covered and self.weight is Weight.LAW_WHEN_COVERED)


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """All questions as they are asked from `start` on."""

    start: date
    questions: tuple[Question, ...]

    def asked(self, *, covered: bool) -> tuple[Question, ...]:
        """The questions that one person is asked, in order."""
        return tuple(question for question in self.questions if question.is_asked(covered=covered))

    def open(self, replies: Mapping[str, Reply], *, covered: bool) -> tuple[Question, ...]:
        """The asked questions without an answer that may be given to them."""
        return tuple(each for each in self.asked(covered=covered) if replies.get(each.key) not in each.replies)

    def failing(self, replies: Mapping[str, Reply], *, covered: bool) -> tuple[Question, ...]:
        """The asked questions that were answered no: demands of the law first."""
        said_no = [each for each in self.asked(covered=covered) if replies.get(each.key) is Reply.NO]
        return tuple(sorted(said_no, key=lambda question: not question.is_law(covered=covered)))


def on(sets: Iterable[QuestionSet], day: date) -> QuestionSet:
    """The set that is asked on `day`. Raises `UnknownValue` on a day before the first one."""
    started = [each for each in sets if each.start <= day]
    if not started:
        then = day_text(day)
        raise UnknownValue(Text(da=f"Der er intet APV-skema {then.da}.", en=f"There are no questions for {then.en}."))
    return max(started, key=lambda each: each.start)


_TOPIC = {
    Topic.SCREEN: Text(da="Skærm og øjne", en="Screen and eyes"),
    Topic.KEYBOARD: Text(da="Tastatur", en="Keyboard"),
    Topic.TABLE: Text(da="Bord", en="Table"),
    Topic.CHAIR: Text(da="Stol", en="Chair"),
    Topic.LIGHT: Text(da="Lys", en="Light"),
    Topic.TEMPERATURE: Text(da="Temperatur", en="Temperature"),
    Topic.NOISE: Text(da="Støj", en="Noise"),
    Topic.ROOM: Text(da="Rum", en="Room"),
    Topic.BREAKS: Text(da="Pauser", en="Breaks"),
    Topic.BODY: Text(da="Krop", en="Body"),
    Topic.PSYCHOSOCIAL: Text(da="Trivsel og samarbejde", en="Well-being and working together"),
    Topic.SAFETY: Text(da="Sikkerhed", en="Safety"),
    Topic.DATA: Text(da="Data", en="Data"),
    Topic.SHARED_HOME: Text(da="Et hjem, du deler med andre", en="A home that you share with others"),
}
_REMEDY = {
    Remedy.SCREEN: Text(da="Skærm", en="Screen"),
    Remedy.KEYBOARD: Text(da="Tastatur", en="Keyboard"),
    Remedy.TABLE: Text(da="Bord", en="Table"),
    Remedy.CHAIR: Text(da="Stol", en="Chair"),
    Remedy.FOOTREST: Text(da="Fodstøtte", en="Footrest"),
    Remedy.LAMP: Text(da="Lampe", en="Lamp"),
    Remedy.HEADSET: Text(da="Headset", en="Headset"),
    Remedy.SCREEN_GLASSES: Text(da="Skærmbriller", en="Screen glasses"),
    Remedy.PRIVACY_FILTER: Text(da="Indsigtsfilter", en="Privacy filter"),
    Remedy.LOCKABLE_STORAGE: Text(da="Aflåst opbevaring", en="Lockable storage"),
}
