"""What a check of working time finds, and how each rule's answer is given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from hjemmedag.core.law import Answer, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Answer):
    """One thing that a rule has something to say about.

    `starts` is the first moment or day of it, `ends` the last; `None`: it had not ended when known time did. `measured`
    and `limit` are in `unit`.
    """

    starts: datetime | date
    ends: datetime | date | None
    measured: float
    limit: float
    unit: str

    @property
    def rule(self) -> str:
        """The key of the rule."""
        return self.grounds.rule.key


@dataclass(frozen=True, slots=True)
class Judged:
    """What one rule found in one timesheet, in order of time; `sure`: enough is known to say there is no more."""

    findings: Sequence[Finding] = ()
    sure: bool = True

    @property
    def verdict(self) -> Verdict:
        """The gravest finding's; without any, in order if that is sure."""
        open_end = Verdict.OK if self.sure else Verdict.UNDETERMINED
        return Verdict.worst(open_end, *(finding.verdict for finding in self.findings))
