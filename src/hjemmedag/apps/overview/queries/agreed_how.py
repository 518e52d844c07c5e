"""How an arrangement is agreed: an addendum that both sign, or a receipt for policy and particulars; and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.core.agreements.particulars import Finding, suffice
from hjemmedag.ui.words import said


@dataclass(frozen=True, slots=True)
class AgreedHow:
    """`receipt` or signatures; the `reasons` for signatures and the `hints` to look up, each with its rule.

    `policy` is the number of the version that goes with the paper, where there is a paper.
    """

    receipt: bool
    reasons: list[tuple[str, str]]
    hints: list[tuple[str, str]]
    policy: int | None = None


def agreed_how(found: Sequence[Finding] | None, version: int | None = None) -> AgreedHow | None:
    """What was found, in words; `None` where the company has chosen addenda for all."""
    if found is None:
        return None
    reasons, hints = (
        [(said(one.words), one.rule) for one in found if one.decides is decides] for decides in (True, False)
    )
    return AgreedHow(suffice(found), reasons, hints, version)


def of_paper(stands: agreements.Standing) -> AgreedHow | None:
    """The same for the paper that waits, else for the one that holds, as it was when it was offered."""
    awaited = (one for one in stands.all_terms if one.addendum.document_id == stands.awaited is not None)
    terms = next(awaited, stands.terms)
    found, version = agreements.kept(terms.addendum.why_signed), terms.policy_version
    return agreed_how(found, version.number if version else None) if found or terms.addendum.by_receipt else None
