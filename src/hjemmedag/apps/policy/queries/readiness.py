"""The clauses to start from, and what the draft lacks before it can be published."""

from __future__ import annotations

from collections.abc import Mapping

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.policy.models import PolicyVersion
from hjemmedag.apps.policy.queries.provisions import provisions_of, ready_provisions
from hjemmedag.apps.policy.queries.versions import clauses_of
from hjemmedag.core.law import Text
from hjemmedag.core.policy import provisions
from hjemmedag.core.policy import versions as core
from hjemmedag.core.policy.clauses import Field
from hjemmedag.core.policy.notice import FIELD, notice_words
from hjemmedag.rulebook.clauses import load


def fields() -> list[Field]:
    """The fields of the ready clauses that HR fills in words; the notice is a number of its own."""
    return [field for field in load().fields.values() if field.name != FIELD]


def ready_clauses(own: Mapping[str, Text], notice_months: int | None) -> list[core.Clause]:
    """The ready clauses with the company's words, and suggestions where it has none, in both languages."""
    company = people.company()
    named = {"company": Text(da=company.name, en=company.name)} if company else {}
    return core.begun(load(), {**named, **own, FIELD: notice_words(notice_months)})


def lacks(draft: PolicyVersion, *, without_notice: bool) -> list[core.Lack]:
    """What stands between the draft and its publication; `without_notice`: no notice is meant, not forgotten."""
    demanded = [row for row in ready_provisions() if row.demanded]
    return core.lacks(
        clauses_of(draft),
        [clause for clause in load().clauses if clause.required],
        notice_months=draft.notice_months,
        without_notice=without_notice,
    ) + provisions.lacks(provisions_of(draft), demanded)
