"""What a page of reading shows: clauses and provisions in one language."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from hjemmedag.core.policy.provisions import COLUMNS, HEADING, TIMES, Provision
from hjemmedag.core.policy.versions import Change, Clause, Comparison
from hjemmedag.ui.requests import Request
from hjemmedag.ui.words import language

LANGUAGES = ("da", "en")


def wanted_language(request: Request) -> str:
    """The language asked for in the address (`sprog`), else the reader's own."""
    asked = request.GET.get("sprog")
    return asked if asked in LANGUAGES else language()


def reading(clauses: Iterable[Clause], provided: Iterable[Provision], spoken: str) -> dict[str, Any]:
    """For `policy/reading.html`: clauses and provisions in one language, and the other language to offer."""
    return {
        "spoken": spoken,
        "other": next(one for one in LANGUAGES if one != spoken),
        "paragraphs": [
            {
                "key": one.key,
                "heading": one.heading.said(spoken),
                "text": one.text.said(spoken),
                "terms": [line.said(spoken) for line in one.terms],
            }
            for one in clauses
        ],
        "provided_heading": HEADING.said(spoken),
        "times": TIMES.said(spoken),
        "columns": [one.said(spoken) for one in COLUMNS],
        "provided": [
            {
                "rule": one.rule,
                "item": one.item.said(spoken),
                "provider": one.provider.words.said(spoken),
                "ownership": one.ownership.words.said(spoken),
                "interval": one.interval.said(spoken),
                "note": one.note.said(spoken),
            }
            for one in provided
        ],
    }


def differing(row: Comparison, spoken: str) -> dict[str, Any]:
    """For `policy/difference.html`: the heading as it stands last, and what to compare in one language.

    The heading is compared where it is another; terms, a line each, where they are.
    """
    old, new = (_written(clause, spoken) for clause in (row.old, row.new))
    heading, text, terms = zip(old, new, strict=True)
    renamed = row.change is Change.CHANGED and heading[0] != heading[1]
    pairs = [heading] if renamed else []
    pairs += [pair for pair in (text, terms) if row.change is not Change.CHANGED or pair[0] != pair[1]]
    return {
        "heading": row.clause.name.said(spoken),
        "change": row.change.value,
        "pairs": [pair for pair in pairs if any(pair)],
    }


def _written(clause: Clause | None, spoken: str) -> tuple[str, str, str]:
    if clause is None:
        return "", "", ""
    return clause.heading.said(spoken), clause.text.said(spoken), "\n".join(one.said(spoken) for one in clause.terms)
