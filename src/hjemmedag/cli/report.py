"""The answer of `check` as it grows, person by person: one JSON document, or lines for people.

What is found is kept in temporary files beyond some megabytes, so that an answer may be longer than memory.
"""

from __future__ import annotations

import json
import tempfile
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from itertools import groupby, islice
from types import TracebackType
from typing import IO, Self

from hjemmedag.cli.arguments import Language
from hjemmedag.core.law import Text, Verdict, plain
from hjemmedag.core.worktime.findings import Finding
from hjemmedag.rulebook.load import load

IN_MEMORY = 16 * 1024**2
"""Bytes of each part of the answer."""


class Report(ABC):
    """What is told of many people. A context: leaving it forgets all."""

    def __init__(self) -> None:
        self._open = ExitStack()
        self._telling = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()

    @property
    def code(self) -> int:
        """The exit code: 1 when something was found."""
        return int(self._telling)

    def add(self, employee: str, verdicts: Mapping[str, Verdict], findings: Iterable[Finding]) -> None:
        """Takes in one person's verdicts by rule, and what was found."""
        self._telling = self._telling or any(verdict.telling for verdict in verdicts.values())
        self._take(employee, verdicts, findings)

    @abstractmethod
    def _take(self, employee: str, verdicts: Mapping[str, Verdict], findings: Iterable[Finding]) -> None: ...

    @abstractmethod
    def parts(self) -> Iterator[str]:
        """The answer in pieces, in order."""

    def _spool(self) -> IO[str]:
        return self._open.enter_context(
            tempfile.SpooledTemporaryFile(IN_MEMORY, "w+", encoding="utf-8", newline="\n", prefix="hjemmedag-")
        )


class JsonReport(Report):
    """One JSON document, a line a person and a line a finding."""

    def __init__(self) -> None:
        super().__init__()
        self._verdicts, self._findings = self._spool(), self._spool()
        self._comma = self._finding_comma = ""

    def _take(self, employee: str, verdicts: Mapping[str, Verdict], findings: Iterable[Finding]) -> None:
        self._verdicts.write(f"{self._comma}{_json(employee)}: {_json(verdicts)}")
        self._comma = ",\n"
        if lines := ",\n".join(_json(as_plain(employee, finding)) for finding in findings):
            self._findings.write(f"{self._finding_comma}{lines}")
            self._finding_comma = ",\n"

    def parts(self) -> Iterator[str]:
        """The document, its lines in the order in which people were added."""
        yield '{"verdicts": {\n'
        yield from _read(self._verdicts)
        yield '\n},\n"findings": [\n'
        yield from _read(self._findings)
        yield "\n]}\n"


def printable(said: str) -> str:
    """Words from a file as a terminal may show them: without what moves its cursor or begins another line."""
    return "".join(char if char.isprintable() else "�" for char in said)


_json = json.JSONEncoder(ensure_ascii=False).encode


def _read(file: IO[str]) -> Iterator[str]:
    file.seek(0)
    while part := file.read(1 << 20):
        yield part


def as_plain(employee: str, finding: Finding) -> dict[str, object]:
    """A finding as other programs read it."""
    return {
        "employee": employee,
        "rule": finding.rule,
        "verdict": finding.verdict,
        "from": plain.value(finding.starts),
        "to": plain.value(finding.ends),
        "measured": finding.measured,
        "limit": finding.limit,
        "unit": finding.unit,
        "source": finding.source,
        "certainty": finding.certainty,
        "message": plain.both(finding.message),
    }


MOST_PEOPLE, MOST_FINDINGS = 50, 3
"""How many people are told of, and how many findings of each under a rule."""


class TextReport(Report):
    """For people: who has something to look at, what it is, and in the end how many are how."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._lines = self._spool()
        self._counts: Counter[tuple[str, Verdict]] = Counter()
        self._people = self._told = 0

    def _take(self, employee: str, verdicts: Mapping[str, Verdict], findings: Iterable[Finding]) -> None:
        self._people += 1
        self._counts.update(verdicts.items())
        if not any(verdict.telling for verdict in verdicts.values()):
            return
        self._told += 1
        if self._told > MOST_PEOPLE:
            return
        self._lines.write(f"{printable(employee)}\n")
        for rule, own in groupby(findings, key=lambda finding: finding.rule):
            self._lines.writelines(f"  {line}\n" for line in self._rule(rule, verdicts[rule], list(own)))

    def _rule(self, rule: str, verdict: Verdict, findings: list[Finding]) -> Iterator[str]:
        said = self._language
        yield f"{load().rule(rule).title.said(said)}: {verdict.words.said(said)}"
        for finding in islice(findings, MOST_FINDINGS):
            yield f"  {finding.message.said(said)}"
        if (more := len(findings) - MOST_FINDINGS) > 0:
            yield "  " + Text(da=f"… og {more} til.", en=f"… and {more} more.").said(said)
        certainty = findings[0].certainty.words.said(said)
        yield f"  {Text(da='Kilde', en='Source').said(said)}: {findings[0].source} ({certainty})"

    def parts(self) -> Iterator[str]:
        """The lines, and the counts."""
        said = self._language
        yield from _read(self._lines)
        if self._told > MOST_PEOPLE:
            yield Text(
                da=f"De første {MOST_PEOPLE} af {self._told} er vist. Alle er med i --format json.\n",
                en=f"The first {MOST_PEOPLE} of {self._told} are shown. All are in --format json.\n",
            ).said(said)
        if self._told:
            yield "\n"
        for rule in dict.fromkeys(rule for rule, _ in self._counts):
            counts = ((verdict, self._counts[rule, verdict]) for verdict in reversed(Verdict))
            told = ", ".join(f"{count} {verdict.words.said(said)}" for verdict, count in counts if count)
            yield f"{load().rule(rule).title.said(said)}: {told}\n"
        one = self._people == 1
        people = Text(da="medarbejder" if one else "medarbejdere", en="employee" if one else "employees")
        yield f"{self._people} {people.said(said)}\n"
