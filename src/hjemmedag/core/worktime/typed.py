"""Working hours as people say them: "8-16, 20-21 hjemme"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from hjemmedag.core.instants import COPENHAGEN, NoSuchTime, local
from hjemmedag.core.law import Text
from hjemmedag.core.law.text import day_text
from hjemmedag.core.worktime.entries import Kind, Place

DAY = 24 * 60


class Unreadable(ValueError):
    """The words can't be read as hours. `message` says which part, and how hours are written."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.en)
        self.message = message


@dataclass(frozen=True, slots=True)
class Span:
    """Minutes from the day's midnight by the clock; `end` lies past 1440 when the work ended the day after.

    Without a place in the words it is the one the day was planned for; without a word about it, the break is the
    agreed lunch (`break_minutes` is `None`). Not `timed`: only how much was worked that day, from its midnight on.
    """

    start: int
    end: int
    place: Place | None = None
    kind: Kind = Kind.WORK
    break_minutes: int | None = None
    timed: bool = True


WORDS: dict[str, Place | Kind] = {
    **dict.fromkeys(("hjemme", "hjem", "h", "home", "at home"), Place.HOME),
    **dict.fromkeys(("kontor", "kontoret", "på kontoret", "k", "office", "at the office"), Place.OFFICE),
    **dict.fromkeys(("andet", "andet sted", "ude", "other", "elsewhere"), Place.OTHER),
    **dict.fromkeys(("rådighed", "på rådighed", "vagt", "on call"), Kind.ON_CALL),
    **dict.fromkeys(("tilkald", "tilkaldt", "call-out", "called out"), Kind.CALL_OUT),
}
SPAN = re.compile(
    r"(?:kl\.?\s*)?(?P<start>\d{1,2})(?:[:.](?P<start_minute>\d{2}))?"
    r"\s*(?:-|–|—|til|to)\s*"
    r"(?P<end>\d{1,2})(?:[:.](?P<end_minute>\d{2}))?(?!\d)(?P<words>.*)"
)
TOTAL = re.compile(
    r"(?P<hours>\d{1,2})(?:\.(?P<part>\d{1,2})|:(?P<minutes>[0-5]\d))?\s*(?:timer|time|t|hours|hour|hrs)\b"
    r"(?:\s*(?P<more>[0-5]?\d)\s*min\w*)?\.?(?P<words>.*)"
)
UNMARKED = re.compile(r"(?<![\d:.])(\d{2})(\d{2})(?![\d:.])")
"""A time without a mark in it: 0815."""
DECIMAL_COMMA = re.compile(r"(\d),(\d{1,2})(?=\s*(?:timer|time|t|hours|hour|hrs)\b)")
BREAK = re.compile(r"(?:pause|break|frokost|lunch)\s+(\d{1,3})(?:\s*min\w*\.?)?")
NO_BREAK = ("uden pause", "ingen pause", "no break", "without a break")
NO_HOURS = re.compile(r"0(?:\s*(?:timer|time|t|hours|hour|hrs)\.?)?", re.IGNORECASE)
ABSENT = {
    *("syg", "sygdom", "sygedag", "sygemeldt", "barn syg", "barnet sygt", "barns sygedag", "barns første sygedag"),
    *("ferie", "feriedag", "feriefridag", "fri", "fridag", "afspadsering", "omsorgsdag", "barsel", "orlov"),
    *("sick", "sick leave", "child sick", "holiday", "vacation", "leave", "parental leave", "off", "day off"),
}
"""What people write of a day without work. It is never kept: why someone is away is not said here."""
HOW = Text(da='Skriv for eksempel "8-16" eller "8:15-12, 20-21 hjemme".', en='Write "8-16" or "8:15-12, 20-21 home".')


def read(said: str) -> list[Span]:
    """The spans in the order they were said; none for 0 and when nothing was. Raises `Unreadable`."""
    parts = re.split(r"[,;\n]| og | and ", DECIMAL_COMMA.sub(r"\1.\2", said))
    pieces = [piece for piece in (part.strip() for part in parts) if piece]
    if pieces and all(NO_HOURS.fullmatch(piece) for piece in pieces):
        return []
    for piece in pieces:
        if piece.casefold().rstrip(".") in ABSENT:
            raise Unreadable(_quoted(piece, WORKED_TOO if len(pieces) > 1 else AWAY))
    return [_span(piece) for piece in pieces]


AWAY = Text(
    da="er ikke arbejdstid og gemmes ikke. Skriv 0 på dagen. Fravær kommer fra virksomhedens fraværsliste eller HR.",
    en="is no work and isn't kept. Write 0 on the day. Absence comes from the company's absence list or HR.",
)
WORKED_TOO = Text(
    da="er ikke arbejdstid og gemmes ikke. Skriv kun de timer, du arbejdede. Fravær kommer fra virksomhedens "
    "fraværsliste eller HR.",
    en="is no work and isn't kept. Write only the hours you worked. Absence comes from the company's absence list or "
    "HR.",
)


def _span(piece: str) -> Span:
    if total := TOTAL.fullmatch(piece):
        return _total(piece, total)
    found = SPAN.fullmatch(UNMARKED.sub(r"\1:\2", piece))
    if found is None:
        raise Unreadable(_quoted(piece, Text(da="er ikke et tidsrum.", en="is not a span of time.")).followed_by(HOW))
    start, end = (_minute(piece, found, name) for name in ("start", "end"))
    if start == end:
        raise Unreadable(_quoted(piece, Text(da="begynder og slutter på samme tid.", en="starts and ends at once.")))
    span = Span(start, end if end > start else end + DAY)
    for word in (part.strip() for part in re.split(r"[/+]", found["words"].casefold()) if part.strip()):
        span = _with(span, word, piece)
    if (span.break_minutes or 0) >= span.end - span.start:
        raise Unreadable(_quoted(piece, Text(da="er ikke længere end pausen.", en="is no longer than the break.")))
    return span


def _total(piece: str, found: re.Match[str]) -> Span:
    """Only how much: "7,5 t", "7:24 timer", "7 timer 24 min"."""
    tenths = round(float(f"0.{found['part']}") * 60) if found["part"] else 0
    minutes = int(found["hours"]) * 60 + tenths + int(found["minutes"] or 0) + int(found["more"] or 0)
    if not 0 < minutes <= DAY:
        raise Unreadable(_quoted(piece, Text(da="er ikke en dags arbejde.", en="is not a day of work.")))
    span = Span(0, minutes, break_minutes=0, timed=False)
    for word in (part.strip() for part in re.split(r"[/+]", found["words"].casefold()) if part.strip()):
        span = _with(span, word, piece)
    if (span.break_minutes or 0) >= minutes:
        raise Unreadable(_quoted(piece, Text(da="er ikke længere end pausen.", en="is no longer than the break.")))
    return span


def _with(span: Span, word: str, piece: str) -> Span:
    """The span with what one more word says of it."""
    if word in NO_BREAK:
        return replace(span, break_minutes=0)
    if pause := BREAK.fullmatch(word):
        return replace(span, break_minutes=int(pause[1]))
    meant = WORDS.get(word)
    if isinstance(meant, Place):
        return replace(span, place=meant)
    if isinstance(meant, Kind):
        return replace(span, kind=meant)
    unknown = Text(da=f'indeholder "{word}", som ikke er et sted.', en=f'says "{word}", which is not a place.')
    raise Unreadable(_quoted(piece, unknown).followed_by(PLACES))


PLACES = Text(da='Skriv "hjemme", "kontor" eller "andet sted".', en='Write "home", "office" or "elsewhere".')


def _minute(piece: str, found: re.Match[str], name: str) -> int:
    hour, minute = int(found[name]), int(found[f"{name}_minute"] or 0)
    if minute > 59 or hour * 60 + minute > DAY or (name == "start" and hour == 24):
        raise Unreadable(_quoted(piece, Text(da="har et klokkeslæt, der ikke findes.", en="has a time that isn't.")))
    return hour * 60 + minute


def _quoted(piece: str, text: Text) -> Text:
    return Text(da=f'"{piece}" {text.da}', en=f'"{piece}" {text.en}')


def instants(day: date, span: Span) -> tuple[datetime, datetime]:
    """When the span of a day really began and ended, in UTC.

    An hour that comes twice in October is the first; an end that would not lie after its start is the second.
    Raises `Unreadable` for an hour that the clock skips in March.
    """
    if not span.timed:
        midnight = _instant(day, 0)
        return midnight, midnight + timedelta(minutes=span.end)
    start, end = (_instant(day, minutes) for minutes in (span.start, span.end))
    if end <= start:
        end = end.astimezone(COPENHAGEN).replace(fold=1).astimezone(UTC)
    return start, end


def _instant(day: date, minutes: int) -> datetime:
    days, minute = divmod(minutes, DAY)
    clock = datetime.combine(day, time.min) + timedelta(days=days, minutes=minute)
    try:
        return local(clock).astimezone(UTC)
    except NoSuchTime:
        said, when = f"{clock:%H:%M}", day_text(clock.date())
        skipped = Text(
            da=f"Kl. {said} findes ikke {when.da}: uret stilles frem.",
            en=f"{said} does not exist on {when.en}: the clock goes forward.",
        )
        raise Unreadable(skipped) from None


def written(spans: Sequence[Span], names: Mapping[Place | Kind | None, str], hours: str) -> str:
    """The spans as a person would type them, in the words of their language.

    `names` has the words for places and kinds, and for a break as that of `None`; `hours` is the word after a total.
    """
    said = []
    for span in spans:
        words = [names[span.place]] if span.place else []
        words += [names[span.kind]] if span.kind is not Kind.WORK else []
        words += [f"{names[None]} {span.break_minutes}"] if span.timed and span.break_minutes is not None else []
        amount = f"{clock(span.start)}-{clock(span.end)}" if span.timed else f"{clock(span.end)} {hours}"
        said.append(f"{amount} {'/'.join(words)}".strip())
    return ", ".join(said)


def clock(minutes: int) -> str:
    """Minutes from midnight as "8" or "15:24"; "24" at the day's end, and from "0:01" again the day after."""
    hour, minute = divmod(minutes if minutes <= DAY else minutes - DAY, 60)
    return f"{hour}:{minute:02}" if minute else str(hour)
